"""Edges that a mark should have: which characters do not belong there depends on what is marked.

The rules are data, by name; a label's rule stands in the codebook. Letters are never taken off: a proclitic that was
selected on purpose stays, since the stem is what a label key marks when nothing is selected.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.span import Span
from app.domain.text.folding import INVISIBLE
from app.domain.text.graphemes import ceil_edge, floor_edge
from app.domain.text.paragraphs import paragraph_at, strip
from app.domain.text.patterns import pattern
from app.domain.text.quotation import MARKS, closed_quotes
from app.domain.text.tokens import PUNCT, tokens
from app.domain.values import frozen

if TYPE_CHECKING:
    import regex

_CLOSING = {")": "(", "]": "[", "}": "{", "﴿": "﴾"}
_BRACKETS = "()[]{}﴾﴿"
_PAIRED = frozenset(MARKS + _BRACKETS)
_LONGEST_WORD = 64

KEEP, LONE, ENCLOSING = "keep", "lone", "enclosing"
"""Which quotation marks and brackets go from an edge: none; those without a partner inside; those and a pair around
the whole. A pair that only begins or only ends a name (حزب "الغد") is a part of it and stays."""


@frozen
class Rule:
    """What goes from the start and the end beside white space and invisible characters, and which marks do.

    ``completes``: a quotation mark at one edge takes its partner along where only points stand between.
    """

    start: regex.Pattern[str]
    end: regex.Pattern[str]
    marks: str = KEEP
    completes: bool = False


def _rule(start: str, end: str | None = None, marks: str = KEEP, completes: bool = False) -> Rule:
    """A rule from the insides of two character classes."""
    classes = (rf"(?:[\s{INVISIBLE}]|[{signs}])*+" for signs in (start, start if end is None else end))
    forward, backward = classes
    return Rule(pattern(forward), pattern(f"(?r){backward}"), marks, completes)


_POINTS = "،؛:.,;"
_MORE = r"،؛:,;؟?!…•—*|"

PLAIN = "plain"
RULES = {
    PLAIN: _rule(_POINTS),
    "name": _rule(rf"{_MORE}.–\-/", marks=ENCLOSING),
    "number": _rule(rf"{_MORE}/", rf"{_MORE}.–\-/", ENCLOSING),  # the sign before it and its decimal point stay
    "address": _rule(_MORE, f"{_MORE}.", ENCLOSING),  # slashes, @, # and points are part of it, but not a final one
    "quote": _rule(_POINTS, completes=True),
    "claim": _rule(_POINTS, marks=LONE),
    "cue": _rule(rf"^\w\p{{GCB=Prepend}}{MARKS}()\[\]{{}}﴾﴿", marks=ENCLOSING),  # all but letters and digits
}
USUAL = {"entity": "name", "quote": "quote", "claim": "claim", "cue": "cue"}
"""The rule of each kind where a codebook names none, as those before this key do."""


def snap(text: str, span: Span) -> Span:
    """``span`` with both edges moved outward to grapheme edges of ``text``."""
    return Span(floor_edge(text, span.start), ceil_edge(text, span.end))


def trim(text: str, span: Span, rule: str = PLAIN) -> Span | None:
    """``span``, snapped, without what the rule of that name takes from its edges; None when nothing is left.

    The point of an abbreviation (U.S.) stays under every rule.
    """
    wanted, before, found = RULES[rule], None, snap(text, span)
    while found != before:
        if found.start < found.end and text[found.start].isalnum() and text[found.end - 1].isalnum():
            break
        before, bared = found, _without_loose(text, found, wanted)
        bared = _without_marks(text, bared, wanted.marks) if bared else None
        if bared is None:
            return None
        found = bared
    return _completed(text, found) if wanted.completes else found


def _without_loose(text: str, span: Span, rule: Rule) -> Span | None:
    found = strip(text, span, rule.start, rule.end)
    if found and text.startswith(".", found.end) and found.end < span.end and _belongs(text, found.end):
        return Span(found.start, found.end + 1)
    return found


def _belongs(text: str, point: int) -> bool:
    """Whether the full stop at ``point`` is part of a word."""
    before = tokens(text, max(0, point - _LONGEST_WORD), point + 1)
    return bool(before) and before[-1].kind != PUNCT and before[-1].end > point


def _without_marks(text: str, span: Span, policy: str) -> Span | None:
    """``span`` without the quotation marks and brackets at its edges that ``policy`` takes off, one step of it."""
    first, last = text[span.start] in _PAIRED, text[span.end - 1] in _PAIRED
    if policy == KEEP or not (first or last):
        return span
    partners = _partners(text, span)
    start, end = span.start, span.end
    around = partners.get(start) == end - 1
    if first and (start not in partners or (around and policy == ENCLOSING)):
        start = ceil_edge(text, start + 1)
    if last and (end - 1 not in partners or (around and policy == ENCLOSING)):
        end = floor_edge(text, end - 1)
    return Span(start, end) if start < end else None


def _partners(text: str, span: Span) -> dict[int, int]:
    """Every quotation mark and bracket in ``span`` that has a partner there, by position, with that partner."""
    pairs = [(pair.start, pair.end - 1) for pair in closed_quotes(text, span)]
    opened: list[int] = []
    for at in range(span.start, span.end):
        sign = text[at]
        if sign in _CLOSING and opened and text[opened[-1]] == _CLOSING[sign]:
            pairs.append((opened.pop(), at))
        elif sign in _CLOSING.values():
            opened.append(at)
    return dict(pairs) | {stop: start for start, stop in pairs}


def _completed(text: str, span: Span) -> Span:
    """``span`` with the partner of a quotation mark at its edge, where nothing but points and space stand between."""
    if text[span.start] not in MARKS and text[span.end - 1] not in MARKS:
        return span
    paragraph = paragraph_at(text, span.start)
    for pair in closed_quotes(text, paragraph) if paragraph else ():
        lead, rest = text[pair.start + 1 : span.start], text[span.end : pair.end - 1]
        opens = pair.start == span.start and pair.end > span.end and not any(map(str.isalnum, rest))
        closes = pair.end == span.end and pair.start < span.start and not any(map(str.isalnum, lead))
        if opens or closes:
            return snap(text, pair)
    return span
