"""Who says what in a paragraph: the words that report, what they report, and who is said to say it.

Rules over the shapes of Arabic news (``shared/arabic.md``, Quotes): verb, subject, complementiser, content; the content
first and the verb behind it; a frame such as بحسب; a speaker and a colon. All positions are code points of the article.
Only proposals come of it, for an analyst to take or correct.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from app.domain.span import Fragments, Span
from app.domain.text.clitics import never
from app.domain.text.lexicon import EMPTY, Lexicons, ReportingVerb, reporting_match
from app.domain.text.paragraphs import paragraph_at
from app.domain.text.quotation import Quoted, quoted_near
from app.domain.text.sentences import sentence_at
from app.domain.text.tokens import Token, Words
from app.domain.text.trim import trim
from app.suggest.contents import Contents
from app.suggest.speakers import Speaker, Speakers

DIRECT, INDIRECT, MIXED = "direct", "indirect", "mixed"
SPEECH, WRITING, THOUGHT = "speech", "writing", "thought"

_HEADLINE_WORDS = 40  # a longer line with a colon is no headline


@dataclass(frozen=True, slots=True)
class Attribution:
    """One thing said: ``content`` with its quotation marks and without the complementiser before it, who says it, and
    the reporting expression. ``cue`` and ``strength`` are None in headlines and where only the marks tell."""

    content: Fragments
    type: str
    cue: Span | None
    strength: str | None
    speaker: Speaker
    medium: str = SPEECH

    @property
    def extent(self) -> Span:
        return Span(self.content[0].start, self.content[-1].end)


class Attributions:
    """Finds who says what in one article. ``known`` says whether a folded word is a known name."""

    def __init__(
        self, text: str, words: Words, lexicons: Lexicons = EMPTY, known: Callable[[str], bool] = never
    ) -> None:
        self._text, self._words, self._lexicons = text, words, lexicons
        self._speakers = Speakers(text, words, lexicons, known)
        self._contents = Contents(text, words, lexicons)

    def at(self, position: int) -> Attribution | None:
        """What is said at ``position``: the innermost content around it, else what the reporting expression there
        reports, else the nearest of its sentence."""
        found = self.near(position)
        around = [each for each in found if each.extent.start <= position <= each.extent.end]
        if around:
            return min(around, key=lambda each: len(each.extent))
        cued = [each for each in found if each.cue and each.cue.start <= position <= each.cue.end]
        if cued:
            return cued[0]
        sentence = sentence_at(self._text, position, self._lexicons)
        inside = [each for each in found if sentence and sentence.meets(each.extent)]
        return min(inside, key=lambda each: _gap(each.extent, position), default=None)

    def near(self, position: int) -> list[Attribution]:
        """Everything said in the paragraph at ``position``, in order of its content."""
        paragraph = paragraph_at(self._text, position)
        if paragraph is None:
            return []
        quotes = quoted_near(self._text, paragraph.start)
        top = [each for each in quotes if not any(_within(each, other) for other in quotes)]
        found = [*self._cued(paragraph, top), *self._nested(quotes, top)]
        headline = self._headline(paragraph, top) if not found else None
        if headline:
            found.append(headline)
        found += self._uncued(paragraph, top, found)
        return sorted(found, key=lambda each: (each.extent.start, -each.extent.end))

    def _cued(self, stretch: Span, quotes: list[Quoted]) -> list[Attribution]:
        """What the reporting expressions of a stretch, those in its quotations left out, report."""
        made: list[Attribution] = []
        cues = [
            (token, verb)
            for token in self._tokens(stretch)
            if not any(quote.outer.start <= token.start < quote.outer.end for quote in quotes)
            and not self._is_named_only(token)
            and (verb := reporting_match(self._text, token, self._lexicons))
        ]
        for place, (token, verb) in enumerate(cues):
            following = cues[place + 1][0].start if place + 1 < len(cues) else stretch.end
            attribution = self._report(stretch, token, verb, quotes, following)
            if attribution and not any(attribution.extent.meets(other.extent) for other in made):
                made.append(attribution)
        return made

    def _report(
        self, stretch: Span, token: Token, verb: ReportingVerb, quotes: list[Quoted], following: int
    ) -> Attribution | None:
        found = self._contents.of(stretch, token, quotes, following)
        if found is None:
            return None
        speaker = self._speakers.of(token, verb.span, found.head, found.before)
        return Attribution(
            found.content,
            found.type,
            verb.span,
            verb.strength,
            speaker,
            self._medium(verb.span, found.head),
        )

    def _is_named_only(self, token: Token) -> bool:
        """Whether a word is the act's name and not the act: عدم ذكر اسمه, دون قول شيء."""
        before = self._words.before(token.start)
        return before is not None and self._lexicons.has("no_verb_behind", self._text[before.start : before.end])

    def _medium(self, cue: Span, head: Span) -> str:
        verb = self._text[cue.start : cue.end]
        words = [verb, *(self._text[each.start : each.end] for each in self._tokens(head))]
        if any(self._lexicons.has("written", form) for word in words for form in (word, _without_clitic(word))):
            return WRITING
        return THOUGHT if self._lexicons.has("thought", verb) else SPEECH

    def _nested(self, quotes: list[Quoted], top: list[Quoted]) -> list[Attribution]:
        """What somebody quoted reports of others' words."""
        found: list[Attribution] = []
        for outer in top:
            inside = [each for each in quotes if _within(each, outer)]
            begins = outer.inner.start
            found += (
                each for each in self._cued(outer.inner, inside) if each.speaker.span or each.extent.start > begins
            )
        return found

    def _headline(self, paragraph: Span, quotes: list[Quoted]) -> Attribution | None:
        """A speaker, a colon, and the words, with or without quotation marks."""
        colon = self._text.find(":", paragraph.start, paragraph.end)
        if colon < 0 or any(quote.outer.start <= colon < quote.outer.end for quote in quotes):
            return None
        if len(list(self._tokens(paragraph))) > _HEADLINE_WORDS:
            return None
        speaker = self._speakers.before_colon(Span(paragraph.start, colon))
        content = trim(self._text, Span(colon + 1, paragraph.end)) if speaker else None
        if speaker is None or content is None or len(list(self._tokens(content))) < 2:
            return None
        return Attribution((content,), DIRECT, None, None, speaker)

    def _uncued(self, paragraph: Span, top: list[Quoted], found: list[Attribution]) -> Iterator[Attribution]:
        """Quotations that no expression of the paragraph reports: words of whoever spoke last, or a name in marks."""
        for quote in top:
            if any(quote.outer.meets(each.extent) for each in found) or len(list(self._tokens(quote.inner))) < 2:
                continue
            led = self._text[: quote.outer.start].rstrip()
            if led.endswith(":"):
                sentence = sentence_at(self._text, quote.outer.start, self._lexicons) or paragraph
                speaker = self._speakers.in_clause(Span(sentence.start, len(led) - 1))
                yield Attribution((quote.outer,), DIRECT, None, None, speaker)
                continue
            whole = quote.outer == paragraph or not quote.closed
            speaker = Speaker(None, "implicit" if whole else "none")
            yield Attribution((quote.outer,), DIRECT if whole else MIXED, None, None, speaker)

    def _tokens(self, span: Span) -> Iterator[Token]:
        token = self._words.after(span.start - 1)
        while token is not None and token.start < span.end:
            yield token
            token = self._words.after(token.start)


def _within(inner: Quoted, outer: Quoted) -> bool:
    return inner is not outer and outer.outer.holds(inner.outer) and inner.outer != outer.outer


def _gap(span: Span, position: int) -> int:
    return max(span.start - position, position - span.end, 0)


def _without_clitic(word: str) -> str:
    return word[1:] if word[:1] in "وفبل" else word
