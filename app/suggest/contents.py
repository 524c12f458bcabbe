"""What a reporting expression reports: where its content begins and ends, ahead of it or behind it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from app.domain.span import Fragments, Span
from app.domain.text.clitics import never
from app.domain.text.folding import fold_key, is_invisible
from app.domain.text.lexicon import Lexicons
from app.domain.text.quotation import Quoted, quoted_near
from app.domain.text.sentences import sentence_at
from app.domain.text.tokens import Token, Words
from app.domain.text.trim import trim
from app.domain.text.verbs import begins_with_conjunction
from app.suggest.cues import Cues
from app.suggest.endings import Endings

DIRECT, INDIRECT, MIXED = "direct", "indirect", "mixed"
_THAT = re.compile("ب?ا?ان(?:ه|ها|هم|هما|هن|نا|ني|ي|ك|كم)?")
_FEW_WORDS = 4  # a longer stretch in marks is somebody's words, whatever leads to it
_MOST_WORDS = 12  # between an expression and a quotation that nothing but its speaker parts from it
_CLITICS = frozenset("بلك")
_COMMAS = " \u00a0\t،,"
_RUNS_ON = 20  # paragraphs that one quotation may take


@dataclass(frozen=True, slots=True)
class Content:
    """What is reported. ``head`` runs from the expression to the content, or to where the clause ends: the speaker
    stands there."""

    content: Fragments
    type: str
    head: Span


class Contents:
    """Finds contents in one article."""

    def __init__(
        self, text: str, words: Words, lexicons: Lexicons, cues: Cues, known: Callable[[str], bool] = never
    ) -> None:
        self._text, self._words, self._lexicons, self._cues, self._known = text, words, lexicons, cues, known
        self._endings = Endings(text, words, lexicons, cues)

    def of(self, stretch: Span, cue: Token, quotes: list[Quoted], following: int) -> Content | None:
        """What ``cue`` reports within ``stretch``, whose quotations are ``quotes``; the next expression begins at
        ``following``. None when nothing is reported (وأدلى بتصريحات)."""
        limit = min(stretch.end, self._sentence(cue.start, stretch).end)
        if self._lexicons.is_frame(self._word(cue)):
            return self._of_frame(stretch, cue, quotes, limit)
        earlier = self._quote_before(cue, quotes)
        found = self._ahead(cue, quotes, limit, min(following, limit), earlier is not None)
        if earlier is not None and (found is None or self._goes_on_with(found, quotes)):
            rest = found.content if found else ()
            return Content((earlier.outer, *rest), DIRECT, found.head if found else self._clause_behind(cue, limit))
        return found

    def in_marks(self, span: Span, quotes: list[Quoted]) -> bool:
        """Whether somebody's words stand in marks within ``span``: names in marks are nobody's words."""
        return any(span.holds(each.outer) and not self._is_name(each) and not self._is_sign(each) for each in quotes)

    def run_on(self, quote: Quoted) -> Fragments:
        """A quotation with the paragraphs that it runs on over, an opening mark at each, one fragment a paragraph."""
        fragments, last = [quote.outer], quote
        for _ in range(_RUNS_ON):
            following = None if last.closed else self._words.after(last.outer.end)
            near = quoted_near(self._text, following.start) if following else []
            again = [each for each in near if not self._text[last.outer.end : each.outer.start].strip()]
            if not again:
                break
            last = max(again, key=lambda each: len(each.outer))
            fragments.append(last.outer)
        if not last.closed:
            fragments[-1] = trim(self._text, fragments[-1]) or fragments[-1]
        return tuple(fragments)

    def _ahead(self, cue: Token, quotes: list[Quoted], limit: int, until: int, resumed: bool) -> Content | None:
        opened = self._opener(cue, quotes, limit, until, resumed)
        if opened is None:
            return None
        head, start, colon = opened
        if colon and start >= limit:
            return self._in_next_paragraph(head, limit)
        quote = next((each for each in quotes if each.outer.start == start), None)
        if quote is not None and (colon or self._ends_with(quote, limit)):
            return Content(self.run_on(quote), DIRECT, head)
        end = limit if colon else self._endings.of(start, limit, quotes)
        content = trim(self._text, Span(start, end)) if start < end else None
        if content is None:
            return None
        return Content((content,), MIXED if self.in_marks(content, quotes) else DIRECT if colon else INDIRECT, head)

    def _ends_with(self, quote: Quoted, limit: int) -> bool:
        """Whether what is said ends with the quotation that it begins with."""
        behind = self._text[quote.outer.end : limit]
        following = self._words.after(quote.outer.end - 1)
        if following is None or following.start >= limit:
            return True
        if behind.lstrip(_COMMAS)[:1].isalnum() and self._is_that(following, joined=True):
            return False  # two contents under one verb: إن "..."، وإن ...
        if not behind.lstrip()[:1].isalnum():
            return True
        if self._lexicons.has("times", self._word(following)) and not self._text[following.end : limit].strip(" ."):
            return True  # قال "نعم" أمس
        long = self._length(quote.inner) >= _FEW_WORDS
        if long and self._lexicons.has("after_quote", self._word(following)):
            return True
        return bool(self._cues.at(following))

    def _in_next_paragraph(self, head: Span, limit: int) -> Content | None:
        """Words that begin on the line behind the colon."""
        following = self._words.after(limit)
        near = quoted_near(self._text, following.start) if following else []
        first = next((each for each in near if not self._text[limit : each.outer.start].strip(" :\u00a0\n")), None)
        return Content(self.run_on(first), DIRECT, head) if first else None

    def _opener(
        self, cue: Token, quotes: list[Quoted], limit: int, until: int, resumed: bool
    ) -> tuple[Span, int, bool] | None:
        """The head, where the content begins, and whether a colon opens it. ``resumed``: a quotation ends before."""
        wanted = self._lexicons.complements_of(self._word(cue))
        denies = self._lexicons.reporting_strength(self._word(cue)) == "denying"
        at, last = cue.end, cue
        while at < until:
            quote = next((each for each in quotes if each.outer.start == at), None)
            if quote is not None:
                led = self._text[last.end : at].strip() in ("،", ",") and resumed
                if led or self._follows(quote, last, cue, wanted):
                    return Span(cue.end, at), at, False
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
            if start is None and denies and last is not cue and self._lexicons.has("denied", self._word(token)):
                start = token.start
            if start is not None:
                return Span(cue.end, token.start), start, False
            at, last = token.end, token
        return None

    def _follows(self, quote: Quoted, last: Token, cue: Token, wanted: tuple[str, ...]) -> bool:
        """Whether a quotation without إن or colon before it is what ``cue`` reports: it follows the expression, its
        speaker or its preposition (``last`` is the word before it), and is not the name of something."""
        start = quote.outer.start
        if self._text[last.end : start].strip(" \u00a0ـ"):
            return False
        if last is cue or fold_key(self._word(last)) in wanted:
            behind = self._words.after(quote.outer.end - 1)
            return behind is None or not self._is_that(behind)  # قال "مجاهد" إن: it is the speaker's name
        head = self._text[cue.end : start]
        if any(sign in head for sign in "،,؛") or self._length(Span(cue.end, start)) > _MOST_WORDS:
            return False
        led = self._lexicons.is_function(self._word(last)) or fold_key(self._word(last)) in _CLITICS
        return not led and not self._is_name(quote) and self._length(quote.inner) >= 2

    def _complement_start(self, token: Token, wanted: tuple[str, ...], limit: int) -> int | None:
        """Where the content begins that a verb takes by its preposition (دعا إلى, طالب بـ); None when not here."""
        word = self._word(token)
        key = fold_key(word)
        for preposition in wanted:
            if len(preposition) > 1 and key == preposition:
                following = self._words.after(token.start)
                if following is None or self._is_that(following):
                    return None
                return self._skip(token.end, limit)
            if len(preposition) == 1 and key.startswith(preposition) and len(key) > 3:
                rest = key[1:].removeprefix("ال")
                inside = self._lexicons.is_function(word) and not self._lexicons.has("no_verb_behind", word[1:])
                if inside or self._lexicons.is_listed(rest) or self._lexicons.is_listed(key) or self._known(key):
                    continue
                return token.start + (0 if key.startswith("لل") else 1)
        return None

    def _is_that(self, token: Token, joined: bool = False) -> bool:
        """Whether the word is إن or أن, with whatever is attached; ``joined``: with و before it."""
        key = fold_key(self._word(token))
        return bool(_THAT.fullmatch(key[1:] if joined and key[:1] == "و" else key)) and (not joined or key[:1] == "و")

    def _of_frame(self, stretch: Span, cue: Token, quotes: list[Quoted], limit: int) -> Content | None:
        """بحسب, وفق and the like: the content stands before them, or behind the comma after who is named."""
        start = max(stretch.start, self._sentence(cue.start, stretch).start)
        head = self._clause_behind(cue, limit)
        behind = self._text[start : cue.start].strip(" \u00a0و")
        if behind and behind[-1] not in "،," and not self._endings.names_source(cue):
            return None
        if behind:
            earlier = self._quote_before(cue, quotes)
            said = Span(self._bare_start(self._clause_start(start, cue.start)), cue.start)
            content = earlier.outer if earlier else trim(self._text, said)
        else:
            content = trim(self._text, Span(self._bare_start(self._skip(head.end, limit, _COMMAS)), limit))
        if content is None or self._length(content) < 2:
            return None
        whole = any(each.outer == content for each in quotes)
        kind = DIRECT if whole else MIXED if self.in_marks(content, quotes) else INDIRECT
        return Content((content,), kind, head)

    def _bare_start(self, start: int) -> int:
        """``start`` behind the و that only joins the sentence, or behind فإن."""
        token = self._words.after(start - 1)
        if token is None or self._text[start : token.start].strip():
            return start
        if self._is_that(token) or (self._word(token)[:1] == "ف" and _THAT.fullmatch(fold_key(self._word(token))[1:])):
            return token.end
        function = self._word(token)[:1] in "وف" and self._lexicons.is_function(self._word(token)[1:])
        joined = function or begins_with_conjunction(self._text, token, self._lexicons, self._known)
        return token.start + 1 if joined else start

    def _clause_start(self, start: int, end: int) -> int:
        """Behind the last complementiser of the sentence before ``end``, so that contents do not meet."""
        at = start
        for token in self._tokens(Span(start, end)):
            if self._is_that(token):
                at = token.end
        return self._skip(at, end)

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
            if quote.outer.end <= cue.start and not self._text[quote.outer.end : cue.start].strip(_COMMAS):
                verb = self._cues.at(cue)
                joined = verb is None or verb.span.start > cue.start
                return None if joined or self._is_name(quote) else quote
        return None

    def _goes_on_with(self, found: Content, quotes: list[Quoted]) -> bool:
        """Whether the quotation behind the expression goes on with the one before it: only a comma leads to it."""
        start = found.content[0].start
        led = self._text[:start].rstrip()[-1:]
        return any(each.outer.start == start for each in quotes) and led in ("،", ",")

    def _is_sign(self, quote: Quoted) -> bool:
        """Whether nothing but a foreign name, a number or a known name stands in the marks."""
        inner = self._text[quote.inner.start : quote.inner.end]
        return not any("\u0600" <= sign <= "\u06ff" for sign in inner) or self._known(fold_key(inner))

    def _is_name(self, quote: Quoted) -> bool:
        """Whether a short stretch in marks is the name of what the word before it says: عملية "السيف"."""
        before = self._words.before(quote.outer.start)
        if (
            before is None
            or self._length(quote.inner) > _FEW_WORDS
            or self._text[before.end : quote.outer.start].strip()
        ):
            return False
        key = fold_key(self._word(before))
        bare = key if key[:2] == "ال" else key[1:] if key[:1] in "وفبلك" else key
        inner = fold_key(self._text[quote.inner.start : quote.inner.end])
        if bare[:2] == "ال" and inner[:2] != "ال" and self._length(quote.inner) > 1:
            return False  # أمام الفريق "مهمة شاقة"
        forms = {form.removeprefix("ال") for form in (key, bare)}
        return any(self._lexicons.has("named_things", form) for form in forms)

    def _sentence(self, position: int, stretch: Span) -> Span:
        return sentence_at(self._text, position, self._lexicons) or stretch

    def _skip(self, at: int, limit: int, also: str = "") -> int:
        while at < limit and (self._text[at].isspace() or is_invisible(self._text[at]) or self._text[at] in also):
            at += 1
        return at

    def _word(self, token: Token) -> str:
        return self._text[token.start : token.end]

    def _length(self, span: Span) -> int:
        return sum(1 for _ in self._tokens(span))

    def _tokens(self, span: Span) -> Iterator[Token]:
        token = self._words.after(span.start - 1)
        while token is not None and token.start < span.end:
            yield token
            token = self._words.after(token.start)
