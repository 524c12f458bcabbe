"""What a reporting expression reports: where its content begins and ends, ahead of it or behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.span import Fragments, Span
from app.domain.text.folding import fold_key, is_invisible
from app.domain.text.inflection import word_keys
from app.domain.text.lexicon import Lexicons, reporting_match
from app.domain.text.quotation import Quoted, quoted_near
from app.domain.text.sentences import sentence_at
from app.domain.text.tokens import Token, Words
from app.domain.text.trim import trim

DIRECT, INDIRECT, MIXED = "direct", "indirect", "mixed"
_THAT = re.compile("ب?ا?ان(?:ه|ها|هم|هما|هن|نا|ني|ي|ك|كم)?")
_FEW_WORDS = 4  # a shorter stretch in marks inside a clause is somebody's words within the journalist's
_MEANWHILE_WORDS = 4  # how far behind فيما a verb shows that somebody else begins to speak
_BETWEEN = frozenset(" \u00a0\t،,")
_RUNS_ON = 20  # paragraphs that one quotation may take


@dataclass(frozen=True, slots=True)
class Content:
    """What is reported. ``head`` runs from the expression to the content, or to where the clause ends: the speaker
    stands there. ``before``: the content stands before the expression."""

    content: Fragments
    type: str
    head: Span
    before: bool = False


class Contents:
    """Finds contents in one article."""

    def __init__(self, text: str, words: Words, lexicons: Lexicons) -> None:
        self._text, self._words, self._lexicons = text, words, lexicons

    def of(self, stretch: Span, cue: Token, quotes: list[Quoted], following: int) -> Content | None:
        """What ``cue`` reports within ``stretch``, whose quotations are ``quotes``; the next expression begins at
        ``following``. None when nothing is reported (وأدلى بتصريحات)."""
        sentence = sentence_at(self._text, cue.start, self._lexicons)
        limit = min(stretch.end, sentence.end if sentence else stretch.end)
        if self._is_frame(cue):
            return self._of_frame(stretch, cue, quotes, limit)
        earlier = self._quote_before(cue, quotes)
        found = self._ahead(cue, quotes, limit, min(following, limit), earlier)
        if earlier is not None and (found is None or self._joins(cue, found, quotes)):
            rest = found.content if found else ()
            head = found.head if found else self._clause_behind(cue, limit)
            return Content((earlier.outer, *rest), DIRECT, head, before=not rest)
        return found

    def _ahead(
        self, cue: Token, quotes: list[Quoted], limit: int, until: int, earlier: Quoted | None
    ) -> Content | None:
        opened = self._opener(cue, quotes, limit, until)
        if opened is None:
            return None
        head, start, colon = opened
        quote = next((each for each in quotes if each.outer.start == start), None)
        if quote is not None:
            goes_on = self._text[quote.outer.end : limit].lstrip()[:1].isalnum()
            if not goes_on or self._length(quote.inner) >= _FEW_WORDS:
                return Content(self._run_on(quote), DIRECT, head)
        end = limit if colon else self._end(start, limit, quotes)
        content = trim(self._text, Span(start, end)) if start < end else None
        if content is None:
            return None
        inside = any(content.holds(each.outer) for each in quotes)
        return Content((content,), MIXED if inside else DIRECT if colon else INDIRECT, head)

    def _opener(self, cue: Token, quotes: list[Quoted], limit: int, until: int) -> tuple[Span, int, bool] | None:
        """The head, where the content begins, and whether a colon opens it."""
        wanted = self._complements(cue)
        at, last, spare = cue.end, cue, None
        while at < until:
            quote = next((each for each in quotes if each.outer.start == at), None)
            if quote is not None:
                if self._leads(last, cue, at, wanted) or self._length(quote.inner) >= _FEW_WORDS:
                    return Span(cue.end, at), at, False
                spare = spare or (Span(cue.end, at), at, False)
                at = quote.outer.end
                continue
            if self._text[at] == ":":
                return Span(cue.end, at), self._skip(at + 1, limit), True
            token = self._words.at(at)
            if token is None or token.start < at or token.end <= at:
                at += 1
                continue
            if self._is_that(token):
                return Span(cue.end, token.start), self._skip(token.end, limit), False
            start = self._complement_start(token, wanted, limit)
            if start is not None:
                return Span(cue.end, token.start), start, False
            at, last = token.end, token
        return spare

    def _leads(self, last: Token, cue: Token, at: int, wanted: tuple[str, ...]) -> bool:
        """Whether the quotation at ``at`` follows the expression itself or the preposition that it takes."""
        if self._text[last.end : at].strip(" \u00a0ـ"):
            return False
        return last is cue or fold_key(self._text[last.start : last.end]) in wanted

    def _complements(self, cue: Token) -> tuple[str, ...]:
        return self._lexicons.complements_of(self._text[cue.start : cue.end])

    def _complement_start(self, token: Token, wanted: tuple[str, ...], limit: int) -> int | None:
        """Where the content begins that a verb takes by its preposition (دعا إلى, طالب بـ); None when not here."""
        word = self._text[token.start : token.end]
        key = fold_key(word)
        for preposition in wanted:
            if len(preposition) > 1 and key == preposition:
                following = self._words.after(token.start)
                if following is None or self._is_that(following):
                    return None
                return self._skip(token.end, limit)
            if len(preposition) == 1 and key.startswith(preposition) and len(key) > 3:
                if self._lexicons.is_function(word) or self._lexicons.is_listed(key[1:].removeprefix("ال")):
                    return None
                return token.start + (0 if key.startswith("لل") else 1)
        return None

    def _is_that(self, token: Token) -> bool:
        return bool(_THAT.fullmatch(fold_key(self._text[token.start : token.end])))

    def _end(self, start: int, limit: int, quotes: list[Quoted]) -> int:
        """Where a reworded content ends: before the next expression that reports something else."""
        token = self._words.after(start)
        while token is not None and token.start < limit:
            quote = next((each for each in quotes if each.outer.start <= token.start < each.outer.end), None)
            if quote is None and self._begins_other(token, limit):
                return token.start
            token = self._words.after(max(token.start, quote.outer.end - 1 if quote else token.start))
        return limit

    def _begins_other(self, token: Token, limit: int) -> bool:
        verb = reporting_match(self._text, token, self._lexicons)
        comma = self._text[: token.start].rstrip()[-1:] in ("،", ",", "؛", "")
        if verb is not None:
            if self._is_frame(token):
                return comma or self._names_source(token)
            return comma or verb.span.start > token.start or self._is_led_on(token)
        if comma and self._lexicons.has("meanwhile", self._text[token.start : token.end].lstrip("و")):
            near = self._words.after(token.start)
            for _ in range(_MEANWHILE_WORDS):
                if near is None or near.start >= limit:
                    return False
                if reporting_match(self._text, near, self._lexicons):
                    return True
                near = self._words.after(near.start)
        return False

    def _is_led_on(self, token: Token) -> bool:
        """Whether a participle without a comma before it (قائلة إن) begins to report: its content follows at once."""
        following = self._words.after(token.start)
        opens = self._text[token.end :].lstrip()[:1] in (":", '"', "«", "“")
        return opens or (following is not None and self._is_that(following))

    def _names_source(self, frame: Token) -> bool:
        """Whether وفق and the like name somebody and no way (وفق جدول): a definite word, or one of those that tell."""
        following = self._words.after(frame.start)
        if following is None:
            return False
        word = self._text[following.start : following.end].removeprefix("ل")
        return fold_key(word).startswith("ال") or self._lexicons.has("sources", word)

    def _is_frame(self, token: Token) -> bool:
        word = self._text[token.start : token.end]
        keys = {form for key in word_keys(word) for form in (key, key[1:] if key[:1] in "وف" else key)}
        return bool(keys & self._lexicons.frames)

    def _of_frame(self, stretch: Span, cue: Token, quotes: list[Quoted], limit: int) -> Content | None:
        """بحسب, وفق and the like: the content stands before them, or behind the comma after who is named."""
        sentence = sentence_at(self._text, cue.start, self._lexicons)
        start = max(stretch.start, sentence.start if sentence else stretch.start)
        head = self._clause_behind(cue, limit)
        behind = self._text[start : cue.start].strip(" \u00a0و")
        if behind and behind[-1] not in "،," and not self._names_source(cue):
            return None
        if behind:
            earlier = self._quote_before(cue, quotes)
            content = (
                earlier.outer if earlier else trim(self._text, Span(self._clause_start(start, cue.start), cue.start))
            )
        else:
            content = trim(self._text, Span(head.end, limit)) if head.end < limit else None
        if content is None or self._length(content) < 2:
            return None
        whole = any(each.outer == content for each in quotes)
        inside = any(content.holds(each.outer) for each in quotes)
        kind = DIRECT if whole else MIXED if inside else INDIRECT
        return Content((content,), kind, head, before=content.start < cue.start)

    def _clause_start(self, start: int, end: int) -> int:
        """Behind the last reporting expression of the sentence and its complementiser, so that contents do not meet."""
        at, token = start, self._words.after(start - 1)
        while token is not None and token.start < end:
            if self._is_that(token):
                at = token.end
            token = self._words.after(token.start)
        return at

    def _clause_behind(self, cue: Token, limit: int) -> Span:
        """From the expression to the next comma or point that is no part of a word."""
        end = cue.end
        while end < limit:
            token = self._words.at(end)
            if token is not None and token.start <= end < token.end:
                end = token.end
            elif self._text[end] in '،,.؛:!؟"«“':
                break
            else:
                end += 1
        return Span(cue.end, max(end, cue.end))

    def _quote_before(self, cue: Token, quotes: list[Quoted]) -> Quoted | None:
        """The quotation that ends right before the expression, with no more than a comma between."""
        for quote in quotes:
            if quote.outer.end <= cue.start and not self._text[quote.outer.end : cue.start].strip("".join(_BETWEEN)):
                return None if fold_key(self._text[cue.start]) in ("و", "ف") and not self._bare(cue) else quote
        return None

    def _bare(self, cue: Token) -> bool:
        verb = reporting_match(self._text, cue, self._lexicons)
        return verb is not None and verb.span.start == cue.start

    def _joins(self, cue: Token, found: Content, quotes: list[Quoted]) -> bool:
        """Whether the quotation behind the expression goes on with the one before it: only a comma leads to it."""
        start = found.content[0].start
        led = self._text[:start].rstrip()[-1:]
        return any(each.outer.start == start for each in quotes) and led in ("،", ",")

    def _run_on(self, quote: Quoted) -> Fragments:
        """A quotation with the paragraphs that it runs on over, an opening mark at each, one fragment a paragraph."""
        fragments, last = [quote.outer], quote
        for _ in range(_RUNS_ON):
            if last.closed:
                break
            following = self._words.after(last.outer.end)
            near = quoted_near(self._text, following.start) if following else []
            again = [each for each in near if not self._text[last.outer.end : each.outer.start].strip()]
            if not again:
                break
            last = max(again, key=lambda each: len(each.outer))
            fragments.append(last.outer)
        return tuple(fragments)

    def _skip(self, at: int, limit: int) -> int:
        while at < limit and (self._text[at].isspace() or is_invisible(self._text[at])):
            at += 1
        return at

    def _length(self, span: Span) -> int:
        return sum(1 for _ in self._tokens(span))

    def _tokens(self, span: Span) -> Iterator[Token]:
        token = self._words.after(span.start - 1)
        while token is not None and token.start < span.end:
            yield token
            token = self._words.after(token.start)
