"""The same everywhere: where else the words of a mark stand, behind clitics and in other spellings too.

Two words are the same when their light keys are. Only the first word of a mark may carry clitics before it, and those
are read as a label key reads them: a letter that belongs to a name is never taken for one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.annotation import REJECTED, Annotation
from app.domain.codebook import Codebook
from app.domain.span import Span
from app.domain.text.clitics import Stem, stems
from app.domain.text.folding import fold_key
from app.domain.text.tokens import PUNCT, Token, tokens
from app.workbench.marks import Marks
from app.workbench.reading import Reading

FREE, NESTED, EXCLUDED, TAKEN = "free", "nested", "excluded", "taken"

_PROCLITICS = ("", *"وفبكل", *(one + two for one in "وف" for two in "بكل"))
_BEFORE_LIL = ("", "و", "ف")
_ARTICLE, _LIL = "ال", "لل"
_CONTEXT = 90  # code points shown before and behind an occurrence
_AT_ONCE = 50
_SLACK = 64  # code points by which the same words may be longer elsewhere, with marks and tatweel


@dataclass(frozen=True, slots=True)
class Wanted:
    """The words that are looked for: light keys of their tokens, points and brackets included.

    ``first`` is the number of the first word among ``keys``; ``plain`` is that word as it stands alone.
    """

    source: Annotation
    keys: tuple[str, ...]
    first: int
    plain: str

    @property
    def key(self) -> str:
        return self.keys[self.first]

    def phrases(self) -> tuple[str, ...]:
        """The folded words with each proclitic that may be written together with them: what a search index can tell."""
        rest = "".join(f" {key}" for key in self.keys[self.first + 1 :])
        with_lil = [before + form for before in _BEFORE_LIL for form in _lil_forms(self.key)]
        return tuple(form + rest for form in (*(before + self.key for before in _PROCLITICS), *with_lil))


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One place where the words stand, without clitics before them, and what may be done there.

    ``standing`` is free; nested in or around a mark of the same kind; in an excluded zone; or taken by such a mark,
    which nothing can change here. ``other`` names the label or zone, and is empty for a mark that was rejected there.
    ``normalized`` is the name where the text hides its article (للسعودية). ``before`` and ``after`` are its paragraph.
    """

    article: str
    name: str
    rtl: bool
    span: Span
    exact: str
    normalized: str | None
    before: str
    after: str
    standing: str = FREE
    other: str = ""


def wanted(reading: Reading, source: Annotation) -> Wanted | None:
    """What to look for to find the words of a mark again; None for a mark in pieces or without a word."""
    if len(source.fragments) > 1:
        return None
    inside = tokens(reading.text, source.start, source.end)
    first = next((number for number, token in enumerate(inside) if token.kind != PUNCT), None)
    if first is None:
        return None
    begin = inside[first].start
    whole = reading.words.at(begin)
    hidden = (stem.normalized for stem in (reading.stems(whole) if whole else ()) if stem.span.start == begin)
    plain = next(filter(None, hidden), reading.text[begin : inside[first].end])
    keys = [fold_key(reading.text[token.start : token.end]) for token in inside]
    return Wanted(source, (*keys[:first], fold_key(plain), *keys[first + 1 :]), first, plain)


def occurrences(reading: Reading, sought: Wanted, marks: Marks, codebook: Codebook) -> Iterator[list[Occurrence]]:
    """The occurrences in an article in the order of the text, a paragraph or less at a time, so that whoever asks may
    pause. The mark itself is not one. ``marks`` are those of the article in the layer that is worked in.
    """
    excluded = frozenset(zone.id for zone in codebook.zones if zone.excluded)
    zones = [zone for zone in reading.article.zones if zone.name in excluded]
    for paragraph in reading.paragraphs:
        found = []
        for span, normalized in _matches(reading, paragraph, sought):
            held = marks.get(sought.source.id)
            if held is not None and held.fragments == (span,):
                continue
            now, other = standing(span, sought.source, marks)
            zone = next((zone.name for zone in zones if zone.span.meets(span)), None) if now == FREE else None
            now, other = (EXCLUDED, zone) if zone is not None else (now, other)
            found.append(_occurrence(reading, paragraph, span, normalized, now, other))
            if len(found) == _AT_ONCE:
                yield found
                found = []
        yield found


def standing(span: Span, source: Annotation, marks: Marks) -> tuple[str, str]:
    """What the marks of the same kind leave to be done at ``span``, and the label of the one that says so.

    The same label rejected there counts: the analyst has said no.
    """
    nested = ""
    for each in marks.meeting(span):
        met = [fragment for fragment in each.fragments if fragment.meets(span)]
        if each.kind != source.kind or not met:
            continue
        if each.state == REJECTED:
            if each.label == source.label and each.fragments == (span,):
                return TAKEN, ""
        elif each.fragments == (span,) or not all(part.holds(span) or span.holds(part) for part in met):
            return TAKEN, each.label
        else:
            nested = nested or each.label
    return (NESTED, nested) if nested else (FREE, "")


def _occurrence(
    reading: Reading, paragraph: Span, span: Span, normalized: str | None, now: str, other: str
) -> Occurrence:
    article, text = reading.article, reading.text
    return Occurrence(
        article=article.id,
        name=article.name,
        rtl=article.direction == "rtl",
        span=span,
        exact=text[span.start : span.end],
        normalized=normalized,
        before=text[max(paragraph.start, span.start - _CONTEXT) : span.start],
        after=text[span.end : min(paragraph.end, span.end + _CONTEXT)],
        standing=now,
        other=other,
    )


def _matches(reading: Reading, paragraph: Span, sought: Wanted) -> Iterator[tuple[Span, str | None]]:
    """Where the words stand in a paragraph, and what they are called where the text hides an article."""
    text, end = reading.text, paragraph.start
    for token in _candidates(reading, paragraph, sought):
        stem = _stem(reading, token, sought)
        if stem is None or stem.span.start < end:
            continue
        start = _begin(text, paragraph, token, stem, sought)
        stop = _end(text, paragraph, token, sought)
        if start is None or stop is None:
            continue
        end = stop
        rest = text[token.end : stop]
        yield Span(start, stop), stem.normalized + rest if stem.normalized else None


def _candidates(reading: Reading, paragraph: Span, sought: Wanted) -> list[Token]:
    """The words of the paragraph in whose light key the first word is contained."""
    folded = reading.folded(paragraph)
    found: dict[int, Token] = {}
    for form in (sought.key, *_lil_forms(sought.key)):
        at = folded.key.find(form)
        while at >= 0:
            token = reading.words.lone(paragraph.start + folded.index[at])
            if token is not None:
                found[token.start] = token
            at = folded.key.find(form, at + 1)
    return [found[start] for start in sorted(found)]


def _stem(reading: Reading, token: Token, sought: Wanted) -> Stem | None:
    """The part of ``token`` that is the first word looked for, clitics before it left out; None when it is another.

    Whoever marked the word has said that it is one, and so it is known here, whatever the lists have.
    """
    text = reading.text
    key = fold_key(text[token.start : token.end])
    if key == sought.key:
        return Stem(Span(token.start, token.end))
    if not any(key == before + form for form in (sought.key, *_lil_forms(sought.key)) for before in _PROCLITICS):
        return None
    found = stems(
        text, token, lambda word: word == sought.key or reading.knows(word), reading.words.bare, reading.lexicons
    )
    likely = found[0]
    if fold_key(text[likely.span.start : likely.span.end]) == sought.key:
        return likely
    return next(filter(None, (_hiding(text, stem, sought) for stem in found)), None)


def _hiding(text: str, stem: Stem, sought: Wanted) -> Stem | None:
    """The stem with the name that it stands for, when لل in it hides the article of the first word looked for."""
    if stem.normalized is None or fold_key(text[stem.span.start : stem.span.end]) not in _lil_forms(sought.key):
        return None
    name = fold_key(stem.normalized)
    if name == sought.key:
        return stem
    # of للبناني nobody can tell whether the Lebanese or a Lebanese is meant; whoever looks for اللبناني means it
    return Stem(stem.span, sought.plain) if _ARTICLE + name == sought.key and name.startswith("ل") else None


def _lil_forms(key: str) -> tuple[str, ...]:
    """How a word with the article is written behind the preposition ل: للسعودية, and للبناني with one ل lost."""
    if not key.startswith(_ARTICLE) or len(key) < 4:
        return ()
    return (_LIL + key[2:], _LIL + key[3:]) if key[2] == "ل" else (_LIL + key[2:],)


def _begin(text: str, paragraph: Span, token: Token, stem: Stem, sought: Wanted) -> int | None:
    """Where the occurrence begins: at the stem, or at the brackets and quotation marks that stand before it."""
    if not sought.first:
        return stem.span.start
    before = tokens(text, max(paragraph.start, token.start - _SLACK), token.start)[-sought.first :]
    same = tuple(fold_key(text[each.start : each.end]) for each in before) == sought.keys[: sought.first]
    return before[0].start if same and stem.span.start == token.start else None


def _end(text: str, paragraph: Span, token: Token, sought: Wanted) -> int | None:
    """Where the occurrence ends, when the words behind its first are the same; None when they are not."""
    rest = sought.keys[sought.first + 1 :]
    if not rest:
        return token.end
    reach = text.find(" ", token.end + 3 * sum(map(len, rest)) + _SLACK, paragraph.end)
    behind = tokens(text, token.end, paragraph.end if reach < 0 else reach)[: len(rest)]
    same = tuple(fold_key(text[each.start : each.end]) for each in behind) == rest
    return behind[-1].end if same else None
