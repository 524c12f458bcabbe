"""What is reported in an article, piece by piece: the reporting expressions and what each of them reports."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from app.domain.span import Span
from app.domain.text.lexicon import Lexicons, ReportingVerb, reporting_match
from app.domain.text.patterns import pattern
from app.domain.text.tokens import Words
from app.suggest.attribution import Attribution, Attributions
from app.suggest.steps import Steps, drained

_LONG = 3000  # code points: reading a paragraph takes the square of its length, and news have none that is so long
_PIECE = 1500
_WORDS_AT_ONCE = 30
_STOP = pattern(r"(?r)[.!?؟؛]\s")
_SPACE = pattern(r"(?r)\s")


@dataclass(frozen=True, slots=True)
class Heard:
    """One piece of an article: its ``expressions``, whether they report anything or not, and its ``attributions``, a
    name or a word in quotation marks that nothing reports left out. Both in reading order."""

    expressions: tuple[ReportingVerb, ...]
    attributions: tuple[Attribution, ...]

    def outside(self, zones: Iterable[Span]) -> Heard:
        """The same without what lies in one of the zones, if only with its cue."""
        left = tuple(zones)
        if not left:
            return self
        return Heard(
            tuple(each for each in self.expressions if not any(zone.meets(each.span) for zone in left)),
            tuple(
                each
                for each in self.attributions
                if not any(zone.meets(span) for zone in left for span in said_in(each))
            ),
        )


def said_in(attribution: Attribution) -> tuple[Span, ...]:
    """Its content and its cue; a speaker may stand elsewhere."""
    return (*attribution.content, *([attribution.cue] if attribution.cue else ()))


def pieces(text: str, paragraphs: Iterable[Span]) -> list[Span]:
    """What is read at once: each paragraph, one of several thousand code points in parts that end with a sentence."""
    return [piece for paragraph in paragraphs for piece in _parts(text, paragraph)]


class Hearing:
    """Reads the pieces of one article. ``known`` says whether a folded word is a known name."""

    def __init__(self, text: str, words: Words, lexicons: Lexicons, known: Callable[[str], bool]) -> None:
        self._text, self._words, self._lexicons, self._known = text, words, lexicons, known
        self._attributions = Attributions(text, words, lexicons, known)

    def piece(self, piece: Span, whole: bool = True) -> Heard:
        """What is reported in one piece, which is a ``whole`` paragraph or part of one."""
        return drained(self.steps(piece, whole))

    def steps(self, piece: Span, whole: bool = True) -> Steps[Heard]:
        """The same in steps of a millisecond or two, so that no key waits for a whole paragraph."""
        expressions = yield from self._expressions(piece)
        said = yield from self._said(piece, whole)
        return Heard(tuple(expressions), tuple(each for each in said if each.is_said))

    def _said(self, piece: Span, whole: bool) -> Steps[list[Attribution]]:
        if whole:
            found = yield from self._attributions.reading(piece.start)
            # a long quotation is said of each of its paragraphs
            return [each for each in found if min(each.extent.start, _cue_start(each)) >= piece.start]
        part = self._text[piece.start : piece.end]
        found = yield from Attributions(part, Words(part), self._lexicons, self._known).reading(0)
        return [_moved(each, piece.start) for each in found]

    def _expressions(self, piece: Span) -> Steps[list[ReportingVerb]]:
        found = []
        token, number = self._words.after(piece.start - 1), 0
        while token is not None and token.start < piece.end:
            verb = reporting_match(self._text, token, self._lexicons)
            if verb is not None:
                found.append(verb)
            token, number = self._words.after(token.start), number + 1
            if number % _WORDS_AT_ONCE == 0:
                yield
        return found


def without_echoes(found: Iterable[Attribution]) -> list[Attribution]:
    """The attributions of several paragraphs without those that only repeat a part of another: each paragraph of a
    long quotation begins as one of its own."""
    every = list(found)
    held = [span for each in every if len(each.content) > 1 for span in each.content]
    return [each for each in every if not is_echo(each, held)]


def is_echo(attribution: Attribution, held: Iterable[Span]) -> bool:
    """Whether nothing reports the attribution and it lies in one of the spans, which others' contents take."""
    return (
        attribution.cue is None
        and len(attribution.content) == 1
        and any(span.holds(attribution.extent) for span in held)
    )


def _cue_start(attribution: Attribution) -> int:
    return attribution.cue.start if attribution.cue else attribution.extent.start


def _parts(text: str, paragraph: Span) -> Iterator[Span]:
    start = paragraph.start
    while paragraph.end - start > _LONG:
        limit = start + _PIECE
        stop = _STOP.search(text, start + _PIECE // 2, limit) or _SPACE.search(text, start + 1, limit)
        end = stop.end() if stop else limit
        yield Span(start, end)
        start = end
    yield Span(start, paragraph.end)


def _moved(attribution: Attribution, by: int) -> Attribution:
    def there(span: Span) -> Span:
        return Span(span.start + by, span.end + by)

    def or_none(span: Span | None) -> Span | None:
        return there(span) if span else None

    speaker = attribution.speaker
    return replace(
        attribution,
        content=tuple(map(there, attribution.content)),
        cue=or_none(attribution.cue),
        speaker=replace(speaker, mention=or_none(speaker.mention)),
    )
