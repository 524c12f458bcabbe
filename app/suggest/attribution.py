"""Who says what in a paragraph: the words that report, what they report, and who is said to say it.

Rules over the shapes of Arabic news (``shared/arabic.md``, Quotes): verb, subject, complementiser, content; the content
first and the verb behind it; a frame such as بحسب; a speaker and a colon. All positions are code points of the article.
Only proposals come of it, for an analyst to take or correct.
"""

from __future__ import annotations

from collections.abc import Callable

from app.domain.span import Span
from app.domain.text.clitics import never
from app.domain.text.lexicon import EMPTY, Lexicons, ReportingVerb
from app.domain.text.paragraphs import line_at, paragraph_at, paragraph_before
from app.domain.text.phrases import Names
from app.domain.text.quotation import Quoted, quoted_near
from app.domain.text.tokens import Token, Words
from app.suggest.contents import Contents
from app.suggest.cues import Cues
from app.suggest.headlines import Headlines
from app.suggest.said import (
    DIRECT,
    INDIRECT,
    MIXED,
    SPEECH,
    THOUGHT,
    WRITING,
    Attribution,
    lies_within,
    outermost_quotes,
)
from app.suggest.speakers import Speakers
from app.suggest.steps import Steps, drained
from app.suggest.uncued import Uncued
from app.suggest.wording import Wording

__all__ = ["DIRECT", "INDIRECT", "MIXED", "SPEECH", "THOUGHT", "WRITING", "Attribution", "Attributions"]

OPENERS = frozenset('"«“„‹”')
_LONG = 6000  # characters of a paragraph that is read piece by piece
_NEAR = 600  # characters to each side that are read of it
_ASIDE = 8  # words before a verb among which its relative pronoun stands
_KEPT = 16  # paragraphs whose attributions are kept
_RUNS_ON = 20  # paragraphs that one quotation may take


class Attributions(Wording):
    """Finds who says what in one article. ``known`` says whether a folded word is a known name."""

    def __init__(
        self,
        text: str,
        words: Words,
        lexicons: Lexicons = EMPTY,
        known: Callable[[str], bool] = never,
        names: Names | None = None,
    ) -> None:
        super().__init__(text, words, lexicons)
        self._speakers = Speakers(text, words, lexicons, known, names)
        self._cues = Cues(text, words, lexicons)
        self._contents = Contents(text, words, lexicons, self._cues, known)
        self._found: dict[Span, list[Attribution]] = {}
        self._quotes: tuple[int, list[Quoted]] = (-1, [])
        self._headlines = Headlines(self, self._contents, self._speakers)
        self._uncued = Uncued(self, self._contents, self._speakers, self._cued)

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
        sentence = self._sentence(position, Span(position, position))
        inside = [each for each in found if sentence.meets(each.extent)]
        return min(inside, key=lambda each: _gap(each.extent, position), default=None)

    def near(self, position: int) -> list[Attribution]:
        """Everything said in the paragraph at ``position``, in order of its content, and what runs on into it. Of a
        paragraph longer than any that is written only the sentences near ``position`` are read."""
        paragraph = paragraph_at(self._text, position)
        if paragraph is None:
            return []
        stretch = self._around(paragraph, position)
        if stretch not in self._found:
            if len(self._found) >= _KEPT:
                self._found.clear()
            self._found[stretch] = drained(self._reading(stretch))
        return list(self._found[stretch])

    def reading(self, position: int) -> Steps[list[Attribution]]:
        """The same in steps, one an expression at most, so that whoever reads while nobody waits may pause."""
        paragraph = paragraph_at(self._text, position)
        stretch = self._around(paragraph, position) if paragraph else None
        if stretch is not None and stretch not in self._found:
            found = yield from self._reading(stretch)
            if len(self._found) >= _KEPT:
                self._found.clear()
            self._found[stretch] = found
        return self.near(position)

    def _around(self, paragraph: Span, position: int) -> Span:
        if len(paragraph) <= _LONG:
            return paragraph
        step = position - position % _NEAR  # so that neighbouring places share what is found
        first = self._sentence(max(paragraph.start, step - _NEAR), paragraph)
        last = self._sentence(min(paragraph.end, step + 2 * _NEAR), paragraph)
        return Span(max(first.start, step - 2 * _NEAR), min(last.end, step + 3 * _NEAR))

    def _reading(self, paragraph: Span) -> Steps[list[Attribution]]:
        begun = self._running_on(paragraph)
        if self._quotes[0] != line_at(self._text, paragraph.start).start:
            self._quotes = (line_at(self._text, paragraph.start).start, quoted_near(self._text, paragraph.start))
        quotes = [each for each in self._quotes[1] if each.outer.meets(paragraph)]
        if begun is not None:
            quotes = [each for each in quotes if not any(each.outer.meets(span) for span in begun.content)]
        top = outermost_quotes(quotes)
        yield
        cued = yield from self._cueing(paragraph, top)
        nested = yield from self._nested(quotes, top)
        found = [*([begun] if begun else []), *cued, *nested]
        others = (each for each in found if not self._is_own(each))
        headline = self._headlines.of(paragraph, top, min(map(_begin, others), default=paragraph.end))
        if headline:
            found = [each for each in found if not self._is_own(each)]
            found.append(Attribution(headline[0], DIRECT, None, None, headline[1]))
            top = [each for each in top if not (headline[1].mention and each.outer.meets(headline[1].mention))]
        sourced = None if found else self._headlines.sourced(paragraph)
        if sourced:
            return [Attribution(sourced[0], INDIRECT, None, None, sourced[1])]
        found += yield from self._within_reworded(found, quotes)
        yield
        found += self._uncued.of(paragraph, top, found)
        return sorted(found, key=lambda each: (each.extent.start, -each.extent.end))

    def _running_on(self, paragraph: Span) -> Attribution | None:
        """What was begun in an earlier paragraph and goes on in this one, an opening mark at its start."""
        if self._text[paragraph.start] not in OPENERS:
            return None
        before: Span | None = paragraph
        for _ in range(_RUNS_ON):
            before = paragraph_before(self._text, line_at(self._text, before.start).start) if before else None
            if before is None:
                return None
            quotes = quoted_near(self._text, before.start)
            top = outermost_quotes(quotes)
            for each in self._cued(before, top):
                if any(span.start == paragraph.start for span in each.content):
                    return each
            if self._text[before.start] not in OPENERS:
                return None
        return None

    def _cued(self, stretch: Span, quotes: list[Quoted]) -> list[Attribution]:
        """What the reporting expressions of a stretch, those in its quotations left out, report."""
        return drained(self._cueing(stretch, quotes))

    def _cueing(self, stretch: Span, quotes: list[Quoted]) -> Steps[list[Attribution]]:
        made: list[Attribution] = []
        cues = []
        for cue in self._cues.within(stretch, quotes):
            cues.append(cue)
            yield
        for place, (token, verb) in enumerate(cues):
            yield
            later = (each.start for each, _ in cues[place + 1 :] if not self._only_adds(each, token))
            following = min(next(later, stretch.end), self._aside_end(token, token, stretch.end))
            if any(each.cue and each.cue.end <= token.start < each.extent.start for each in made):
                continue  # أشارت الصحيفة، نقلا عن مسؤولين، إلى أن
            if place + 1 < len(cues) and self._is_carried(token, cues[place + 1][0]):
                continue  # نقلت الوكالة عن الوزير قوله
            if place + 1 < len(cues) and self._is_source_of(token, cues[place + 1][0]):
                continue  # نقلا عن مصادر، ذكرت القناة أن
            if self._cues.is_noun(token):  # a noun reports only what follows at once
                comma = self._text.find("،", token.end, following)
                following = comma if comma > 0 else following
            attribution = self._report(stretch, token, verb, quotes, following, made)
            if attribution and not any(attribution.extent.meets(other.extent) for other in made):
                made.append(attribution)
        return made

    def _only_adds(self, token: Token, before: Token | None = None) -> bool:
        """Whether an expression may stand between another, ``before``, and its content: a noun, a frame in commas, a
        verb in a relative clause between commas; not رد بقوله."""
        noun = self._cues.is_noun(token) and self._word(token)[0] != "ب"
        return noun or self._cues.is_frame(token) or self._aside_end(token, before, -1) > 0

    def _aside_end(self, token: Token, before: Token | None, otherwise: int) -> int:
        """Where the commas close again around the relative clause that ``token`` stands in, if it begins behind
        ``before`` or ``token`` itself is asked for: المصدر، الذي اشترط ستر اسمه، أن."""
        at: Token | None = token
        for _ in range(_ASIDE):
            at = self._words.before(at.start) if at else None
            if at is None or (before is not token and before is not None and at.start <= before.start):
                return otherwise
            between = self._text[at.end : token.start]
            if any(sign in between for sign in "،,.؛:\n"):
                return otherwise
            led = self._lexicons.has("relative", self._word(at)) and self._sign_before(at.start) in ("،", ",")
            if led:
                comma = self._text.find("،", token.end)
                return comma if comma > 0 else otherwise
        return otherwise

    def _is_carried(self, token: Token, noun: Token) -> bool:
        """Whether ``token`` only carries the words that the noun behind it reports."""
        return self._has("carriers", token) and self._cues.is_noun(noun) and bool(self._cues.carried(noun, token.start))

    def _is_source_of(self, frame: Token, verb: Token) -> bool:
        """Whether a frame at the head of a sentence only says where the words of the verb behind its comma are from."""
        if not self._cues.is_frame(frame) or self._cues.is_frame(verb) or self._cues.is_noun(verb):
            return False
        between = self._text[frame.end : verb.start].rstrip()
        first = self._sentence(frame.start, Span(frame.start, verb.end)).start + 1 >= frame.start
        return first and between[-1:] in ("،", ",") and between.count("،") + between.count(",") == 1

    def _report(
        self,
        stretch: Span,
        token: Token,
        verb: ReportingVerb,
        quotes: list[Quoted],
        following: int,
        made: list[Attribution],
    ) -> Attribution | None:
        found = self._contents.of(stretch, token, quotes, following)
        if found is None:
            return None
        sentence = self._sentence(token.start, stretch)
        spoken = any(each.cue and sentence.start <= each.cue.start < token.start for each in made)
        if found.framed:
            speaker = self._speakers.of_frame(found.head)
        else:
            speaker = self._speakers.of(token, verb.span, found.head, sentence, spoken)
        medium = self._medium(verb.span, found.head)
        return Attribution(found.content, found.type, verb.span, verb.strength, speaker, medium)

    def _medium(self, cue: Span, head: Span) -> str:
        verb = self._text[cue.start : cue.end]
        words = [verb, *(self._text[each.start : each.end] for each in self._tokens(head))]
        if any(self._lexicons.has("written", form) for word in words for form in (word, _without_clitic(word))):
            return WRITING
        return THOUGHT if self._lexicons.has("thought", verb) else SPEECH

    def _nested(self, quotes: list[Quoted], top: list[Quoted]) -> Steps[list[Attribution]]:
        """What somebody quoted reports of others' words."""
        found: list[Attribution] = []
        for outer in top:
            inside = [each for each in quotes if lies_within(each, outer)]
            begins = outer.inner.start
            cued = yield from self._cueing(outer.inner, inside)
            reported = (each for each in cued if not self._is_own(each))
            found += (each for each in reported if each.speaker.mention or each.extent.start > begins)
        return found

    def _within_reworded(self, found: list[Attribution], quotes: list[Quoted]) -> Steps[list[Attribution]]:
        """Quotations that a reworded content itself ascribes to somebody: تتذكر أن جدتها كانت تردد: "..."."""
        inner: list[Attribution] = []
        for outer in found:
            content = outer.content[0]
            held = [each for each in quotes if content.holds(each.outer)]
            if outer.type == INDIRECT and held:
                cued = yield from self._cueing(content, held)
                inner += (each for each in cued if each.type == DIRECT and each.speaker.mention)
        return inner

    def _is_own(self, attribution: Attribution) -> bool:
        """Whether who is quoted only says what he himself thinks: that is no other's word."""
        return not attribution.speaker.mention and bool(attribution.cue and self._cues.is_own(attribution.cue))


def _begin(attribution: Attribution) -> int:
    return min(attribution.extent.start, attribution.cue.start if attribution.cue else attribution.extent.start)


def _gap(span: Span, position: int) -> int:
    return max(span.start - position, position - span.end, 0)


def _without_clitic(word: str) -> str:
    return word[1:] if word[:1] in "وفبل" else word
