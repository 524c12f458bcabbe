"""Quotation marks and what stands between them, paragraph by paragraph.

The order of code points decides what opens, not the look of the glyph: scraped text has swapped pairs (»…«) and uses
one mark for both ends (”…”). A quote that runs over paragraphs repeats its opening mark at each and closes once.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from app.domain.span import Fragments, Span
from app.domain.text.folding import is_invisible
from app.domain.text.graphemes import ceil_edge, floor_edge
from app.domain.text.paragraphs import line_at, paragraph_at, paragraph_before, paragraphs, strip_blank
from app.domain.text.patterns import pattern
from app.domain.values import frozen

MARKS = '"«»“”„‹›‘’'

_MARK = pattern(f"[{MARKS}]")
_CLOSED_BY = {"«": "»", "“": "”", "„": "“”", "‹": "›", "‘": "’", "»": "«", "”": "“”", "›": "‹", '"': '"'}
_FAMILY = {**dict.fromkeys('"“”„', "double"), **dict.fromkeys("«»", "angle"), **dict.fromkeys("‹›", "single angle")}
_DOUBLE = frozenset('"“”„')  # scraped text closes one of these with another
_OPENING, _SWAPPED = frozenset("«“„‹‘"), frozenset("»”›")
_OPEN_IF_THEY_LOOK_SO = _OPENING | {"”"}  # ”…” is common, »…» is not
_RUN_ON = frozenset('"«“„‹”')  # marks that open a quote even if nothing closes it in its paragraph
_OPENING_BRACKETS = frozenset("([{")
_BEFORE_OPENING = _OPENING_BRACKETS | frozenset(":،-–—/ـ") | _OPENING
_AFTER_CLOSING = frozenset(".،,؛;:!؟?)]}…-–—/") | {"»", "”", "›", "’"}
_NEAR = 20  # paragraphs that a quote may run on without a mark
OPENS, CLOSES, EITHER = "opens", "closes", "either"
UNBALANCED, SWAPPED = "unbalanced", "swapped"


@frozen
class Quoted:
    """A quoted stretch of one paragraph: ``outer`` with its marks, ``inner`` without them and the space inside them.

    ``swapped`` when a closing mark opens it and an opening mark closes it; not ``closed`` when it runs to the
    paragraph's end without a mark.
    """

    outer: Span
    inner: Span
    swapped: bool = False
    closed: bool = True


def quoted(text: str) -> list[Quoted]:
    """Every quoted stretch, nested ones too, in the order of their starts, the longer first."""
    return [found for paragraph in paragraphs(text) for found in _stretches(text, paragraph)]


def quoted_at(text: str, position: int) -> Quoted | None:
    """The innermost quoted stretch around ``position``; touching its marks counts. Reads a few paragraphs at most."""
    around = [found for found in quoted_near(text, position) if found.outer.start <= position <= found.outer.end]
    return min(around, key=lambda found: len(found.outer), default=None)


def quoted_near(text: str, position: int) -> list[Quoted]:
    """Every quoted stretch of the paragraph on the line of ``position``."""
    paragraph = paragraph_at(text, position)
    return _stretches(text, paragraph) if paragraph else []


def closed_quotes(text: str, paragraph: Span) -> list[Span]:
    """From mark to mark, every pair of quotation marks in ``paragraph``, in no order."""
    return [Span(start, stop + 1) for start, stop in _read(text, paragraph).pairs]


def doubtful_marks(text: str, position: int) -> dict[int, str]:
    """The quotation marks of the paragraph on the line of ``position`` that are doubtful, and why: ``UNBALANCED`` ones
    have no partner, not in a neighbouring paragraph either, ``SWAPPED`` ones open with a closing mark and close with an
    opening one. Apostrophes and single marks alone are not doubtful."""
    paragraph = paragraph_at(text, position)
    if paragraph is None or not _MARK.search(text, paragraph.start, paragraph.end):
        return {}
    marks = _read(text, paragraph)
    found = {
        at: SWAPPED for pair in marks.pairs if text[pair[0]] in _SWAPPED and text[pair[1]] in _OPENING for at in pair
    }
    carried = _carried_to(text, marks)
    alone = [at for at in marks.stray if at != carried]
    alone += [at for at in marks.open if not _goes_on(text, paragraph, text[at])]
    return found | {at: UNBALANCED for at in alone if text[at] in _FAMILY}


def _goes_on(text: str, paragraph: Span, mark: str) -> bool:
    """Whether a quote that is left open goes on in a paragraph near by, which opens it again or closes it."""
    family = _FAMILY.get(mark)
    for _ in range(_NEAR if mark in _RUN_ON else 0):
        following = _paragraph_after(text, paragraph.end)
        if following is None:
            return False
        if _MARK.search(text, following.start, following.end):
            if _FAMILY.get(text[following.start]) == family:
                return True
            return any(_FAMILY.get(text[at]) == family for at in _read(text, following).stray)
        paragraph = following
    return False


def _paragraph_after(text: str, end: int) -> Span | None:
    """The first paragraph on a line behind that of ``end``."""
    while (end := line_at(text, end).end) < len(text):
        found = paragraph_at(text, end + 1)
        if found is not None:
            return found
        end += 1
    return None


def parted_pairs(text: str, fragments: Fragments) -> bool:
    """Whether the fragments take in one mark of a pair that stands in one paragraph, but not the other."""
    for start in {paragraph.start for span in fragments if (paragraph := paragraph_at(text, span.start))}:
        paragraph = paragraph_at(text, start)
        for pair in _read(text, paragraph).pairs if paragraph else ():
            if len({any(span.start <= at < span.end for span in fragments) for at in pair}) == 2:
                return True
    return False


def inner_of(text: str, fragments: Iterable[Span]) -> Fragments:
    """The fragments without the quotation marks at their outer edges and the white space inside these.

    A mark whose partner stands inside the same fragment belongs to a quote within and stays. A fragment of nothing but
    marks is left out.
    """
    found = (_bared(text, fragment) for fragment in fragments)
    return tuple(fragment for fragment in found if fragment)


@dataclass(slots=True)
class _Marks:
    """The marks of one paragraph: pairs by position, what is still open at its end, closing marks with no opening."""

    paragraph: Span
    pairs: list[tuple[int, int]] = field(default_factory=list)
    open: list[int] = field(default_factory=list)
    stray: list[int] = field(default_factory=list)


def _read(text: str, paragraph: Span) -> _Marks:
    """Pair the marks of one paragraph. An odd straight mark is told from the others by the spaces beside it."""
    marks = _Marks(paragraph)
    odd = text.count('"', paragraph.start, paragraph.end) % 2 == 1
    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
        at, mark = match.start(), match[0]
        if mark in "‘’" and _is_apostrophe(text, at):
            continue
        look = _look(text, at, paragraph)
        partner = _partner(text, marks.open, mark, look, odd)
        if partner is not None:
            marks.pairs.append((marks.open[partner], at))
            del marks.open[partner:]
        elif _may_open(mark, look, odd):
            marks.open.append(at)
        else:
            marks.stray.append(at)
    return marks


def _partner(text: str, opened: list[int], mark: str, look: str, odd: bool) -> int | None:
    """The place in ``opened`` of the mark that ``mark`` closes, the innermost first; None when it closes nothing."""
    if look == OPENS and (mark in _OPEN_IF_THEY_LOOK_SO or (mark == '"' and odd)):
        return None
    for place in reversed(range(len(opened))):
        opening = text[opened[place]]
        if mark in _CLOSED_BY[opening] or (look == CLOSES and mark in _DOUBLE and opening in _DOUBLE):
            return place
    return None


def _may_open(mark: str, look: str, odd: bool) -> bool:
    return mark != "’" and (look != CLOSES or (mark == '"' and not odd))


def _stretches(text: str, paragraph: Span) -> list[Quoted]:
    """The quoted stretches of one paragraph, with the end of a quote that an earlier one left open."""
    marks = _read(text, paragraph)
    end = paragraph.end
    found = [_stretch(text, Span(start, stop + 1), Span(start + 1, stop)) for start, stop in marks.pairs]
    for start in marks.open:
        if text[start] in _RUN_ON:
            found.append(_stretch(text, Span(start, end), Span(start + 1, end), closed=False))
    stop = _carried_to(text, marks)
    if stop is not None:
        found.append(_stretch(text, Span(paragraph.start, stop + 1), Span(paragraph.start, stop)))
    return sorted(filter(None, found), key=lambda quote: (quote.outer.start, -quote.outer.end))


def _carried_to(text: str, marks: _Marks) -> int | None:
    """The closing mark of a quote that an earlier paragraph opened and this one goes on with, no mark at its start."""
    strays = [stop for stop in marks.stray if stop > marks.paragraph.start]
    families = _left_open(text, marks.paragraph.start) if strays else frozenset()
    return next((stop for stop in strays if _FAMILY.get(text[stop]) in families), None)


def _left_open(text: str, start: int) -> frozenset[str]:
    """Which families of marks the last paragraph with marks before ``start`` leaves open, if it is near."""
    for _ in range(_NEAR):
        paragraph = paragraph_before(text, line_at(text, start).start)
        if paragraph is None:
            break
        if _MARK.search(text, paragraph.start, paragraph.end):
            opened = _read(text, paragraph).open
            return frozenset(_FAMILY[text[at]] for at in opened if text[at] in _RUN_ON)
        start = paragraph.start
    return frozenset()


def _stretch(text: str, outer: Span, inner: Span, closed: bool = True) -> Quoted | None:
    """The stretch on grapheme edges; None when nothing stands between the marks."""
    bared = strip_blank(text, Span(ceil_edge(text, inner.start), max(floor_edge(text, inner.end), inner.start)))
    if bared is None:
        return None
    swapped = closed and text[outer.start] in _SWAPPED and text[outer.end - 1] in _OPENING
    return Quoted(Span(floor_edge(text, outer.start), ceil_edge(text, outer.end)), bared, swapped, closed)


def _look(text: str, at: int, paragraph: Span) -> str:
    """Whether the characters beside the mark at ``at`` make it look like an opening or a closing one."""
    before, after = at - 1, at + 1
    while before >= paragraph.start and is_invisible(text[before]):
        before -= 1
    while after < paragraph.end and is_invisible(text[after]):
        after += 1
    starts = before < paragraph.start or text[before].isspace()
    ends = after >= paragraph.end or text[after].isspace()
    points = after >= paragraph.end or text[after] in _AFTER_CLOSING
    if not ends and not points and (starts or text[before] in _BEFORE_OPENING):
        return OPENS
    if points if starts else (ends or points) and text[before] not in _OPENING_BRACKETS:
        return CLOSES
    return EITHER


def _is_apostrophe(text: str, at: int) -> bool:
    """Whether the single mark at ``at`` stands inside a word; an opening one behind an Arabic clitic does not."""
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    return before.isalpha() and after.isalpha() and (text[at] == "’" or before.isascii())


def _bared(text: str, fragment: Span) -> Span | None:
    span = strip_blank(text, fragment)
    if span is None:
        return fragment
    marks = _read(text, span)
    partners = {**dict(marks.pairs), **{stop: start for start, stop in marks.pairs}}
    start, end = span.start, span.end
    first, last = text[start] in MARKS, text[end - 1] in MARKS
    if first and partners.get(start, end - 1) == end - 1:
        start = ceil_edge(text, start + 1)
    if last and partners.get(end - 1, span.start) == span.start:
        end = floor_edge(text, end - 1)
    if (start, end) == (span.start, span.end):
        return fragment
    return strip_blank(text, Span(start, end)) if start < end else None
