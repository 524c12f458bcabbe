"""Quotations that no expression reports: words of whoever spoke last, or a name in marks."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from app.domain.span import Fragments, Span
from app.domain.text.inflection import word_key
from app.domain.text.paragraphs import paragraph_at
from app.domain.text.quotation import MARKS, Quoted, quoted_near
from app.suggest.contents import Contents
from app.suggest.nominals import IMPLICIT, Speaker
from app.suggest.said import DIRECT, MIXED, Attribution, outermost_quotes
from app.suggest.speakers import Speakers
from app.suggest.wording import Wording

_STOPS = ".!؟"
_LAST_WORDS = 8  # before a colon, among which the word that reports may stand

Cued = Callable[[Span, list[Quoted]], list[Attribution]]


class Uncued(Wording):
    """Reads quotations by the colon before them, the line they fill, or the paragraphs that they run on over. ``cued``
    tells what the expressions of a stretch report."""

    def __init__(self, wording: Wording, contents: Contents, speakers: Speakers, cued: Cued) -> None:
        super().__init__(*wording.parts)
        self._contents, self._speakers, self._cued = contents, speakers, cued

    def of(self, paragraph: Span, top: list[Quoted], found: list[Attribution]) -> Iterator[Attribution]:
        """Quotations that no expression of the paragraph reports: words of whoever spoke last, or a name in marks."""
        for quote in top:
            if any(quote.outer.meets(each.extent) and not quote.inner.holds(each.extent) for each in found):
                continue
            if self._length(quote.inner) < 2:
                continue
            behind = self._text[quote.outer.end : paragraph.end].lstrip()
            if quote.outer.start == paragraph.start and behind[:1] == ":":  # a headline that begins with the words
                at = self._text.index(":", quote.outer.end) + 1
                speaker = self._speakers.behind_colon(Span(at, paragraph.end))
                yield Attribution((quote.outer,), DIRECT, None, None, speaker)
                continue
            led = self._text[paragraph.start : quote.outer.start].rstrip()
            if led.endswith(":"):
                yield self._behind_colon(paragraph, quote, paragraph.start + len(led) - 1, found)
                continue
            if self._text[quote.outer.start] not in MARKS:
                continue  # the end of what an earlier paragraph began
            whole = self._contents.over_paragraphs(quote)
            yield self._of_paragraphs(whole) if len(whole) > 1 else self._alone(paragraph, quote, behind)

    def _behind_colon(self, paragraph: Span, quote: Quoted, colon: int, found: list[Attribution]) -> Attribution:
        """A quotation behind a colon: of him who has spoken in the sentence, of whoever does what it tells; of nobody
        behind a headline's topic (حمى الضنك تعود: "...")."""
        clause = Span(self._sentence(quote.outer.start, paragraph).start, colon)
        spoken = (each for each in found if each.content[-1].end <= quote.outer.start)
        if any(each.cue and clause.holds(each.cue) for each in spoken):
            return Attribution((quote.outer,), DIRECT, None, None, Speaker(None, IMPLICIT))
        cue, strength = self._unsure(clause)
        topic = cue is None and self._text[paragraph.end - 1] not in _STOPS and clause.start == paragraph.start
        speaker = Speaker(None, "none") if topic else self._speakers.in_clause(clause)
        return Attribution((quote.outer,), DIRECT, cue, strength, speaker)

    def _of_paragraphs(self, fragments: Fragments) -> Attribution:
        """A quotation of several paragraphs: what is said behind its last one tells who speaks, else who spoke last."""
        last = paragraph_at(self._text, fragments[-1].start) or fragments[-1]
        quotes = quoted_near(self._text, last.start)
        top = outermost_quotes(quotes)
        told = (each for each in self._cued(last, top) if fragments[0] in each.content)
        return next(told, Attribution(fragments, DIRECT, None, None, Speaker(None, IMPLICIT)))

    def _unsure(self, clause: Span) -> tuple[Span | None, str | None]:
        """The last word before a colon that can report, though elsewhere it mostly means something else."""
        for token in reversed(list(self._tokens(clause))[-_LAST_WORDS:]):
            strength = self._lexicons.reporting.get(word_key(self._word(token)))
            if strength:
                return Span(token.start, token.end), strength
        return None, None

    def _alone(self, paragraph: Span, quote: Quoted, behind: str) -> Attribution:
        """A quotation without expression and colon: whoever spoke last says it, if it is a sentence of its own."""
        following = self._words.after(quote.outer.end - 1)
        if quote.outer.start == paragraph.start and following and self._lexicons.has("led_back", self._word(following)):
            at = self._behind_lead(following.start)  # "..."، هكذا بدأت نسرين حديثها
            return Attribution((quote.outer,), DIRECT, None, None, self._speakers.in_clause(Span(at, paragraph.end)))
        sentence = self._sentence(quote.outer.start, paragraph)
        own = sentence.start == quote.outer.start and not self._text[quote.outer.end : sentence.end].strip(".…،؛!؟ ")
        whole = quote.outer == paragraph or not quote.closed or behind.startswith("..") or own
        told = self._lexicons.has("utterances", self._word_before(quote.outer.start))
        speaker = Speaker(None, IMPLICIT if whole and (own or not behind) else "none")
        return Attribution((quote.outer,), DIRECT if whole or told else MIXED, None, None, speaker)

    def _behind_lead(self, at: int) -> int:
        """Where the words end that lead from a quotation to its clause: بهذه الكلمات."""
        token = self._words.after(at - 1)
        while token is not None and self._lexicons.has("led_back", self._word(token)):
            at, token = token.end, self._words.after(token.start)
        return at

    def _word_before(self, at: int) -> str:
        before = self._words.before(at)
        return self._word(before) if before else ""
