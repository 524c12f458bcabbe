"""What a frame reports: بحسب، وفق، على حد تعبيره، كما قال. Its content stands before it, or behind whom it names."""

from __future__ import annotations

from collections.abc import Callable

from app.domain.span import Span
from app.domain.text.clitics import never
from app.domain.text.folding import fold_key
from app.domain.text.lexicon import Lexicons
from app.domain.text.paragraphs import paragraph_at
from app.domain.text.patterns import pattern
from app.domain.text.quotation import Quoted
from app.domain.text.tokens import Token, Words
from app.domain.text.trim import trim
from app.domain.text.verbs import begins_with_conjunction, is_predicate
from app.suggest.endings import Endings
from app.suggest.inmarks import FEW_WORDS
from app.suggest.wording import Wording

_COMMAS = " \u00a0\t،,"
_STOPS = '،,.؛:!؟?"«“'
_OPENS, _CLOSES = '"«“', '"»”'
_LEAST_WORDS = 2  # of a content
_DATELINE = pattern(r"[\p{L} ،/]{2,40}(?:\([^()\n]{1,20}\))? ?(?:[-–—]{2}|—|:-| [-–] |\)? [-–—] |[-–—] ) ?")


class Framed(Wording):
    """Finds the contents of frames in one article."""

    def __init__(
        self, text: str, words: Words, lexicons: Lexicons, endings: Endings, known: Callable[[str], bool] = never
    ) -> None:
        super().__init__(text, words, lexicons)
        self._endings, self._known = endings, known

    def of(
        self, start: int, frame: Span, earlier: Quoted | None, limit: int, quotes: list[Quoted]
    ) -> tuple[Span, Span] | None:
        """Content and head of a frame in a sentence from ``start`` to ``limit``; ``earlier`` is the quotation that ends
        right before it."""
        head = self.clause_behind(frame.end, limit)
        behind = self._text[start : frame.start].strip(" \u00a0و")
        said = self._before(start, frame) if behind else self._behind(head, limit, quotes)
        content = earlier.outer if earlier else said
        if content is None or self._length(content) < _LEAST_WORDS:
            return None
        return content, head

    def clause_behind(self, end: int, limit: int) -> Span:
        """From ``end`` to the next comma or point that is no part of a word, or to فإن."""
        at = end
        while at < limit:
            token = self._words.at(at)
            if token is not None and token.start <= at < token.end:
                if self._is_that(token, "ف"):
                    break
                at = token.end
            elif self._text[at] in _OPENS and (closed := self._behind_name(at, limit)):
                at = closed
            elif self._text[at] in _STOPS:
                break
            else:
                at += 1
        return Span(end, max(at, end))

    def _behind_name(self, at: int, limit: int) -> int:
        """Where the name in marks that opens at ``at`` closes (عن موقع "تك مشرق"، جمعت); 0 when it is none."""
        close = min((end for mark in _CLOSES if (end := self._text.find(mark, at + 1, limit)) > 0), default=0)
        before = self._words.before(at)
        named = self._text[max(0, at - 2) : at] == "لـ"  # بحسب ما قالت لـ«الحياة» فإن
        named = named or (
            before is not None
            and any(
                self._lexicons.has("named_things", form)
                for form in (self._word(before), self._word(before).removeprefix("ل").removeprefix("ال"))
            )
        )
        return close + 1 if close and named and self._length(Span(at, close)) <= FEW_WORDS else 0

    def _before(self, start: int, frame: Span) -> Span | None:
        start = self._behind_place(start, frame.start)
        begin = self._in_last_phrase(start, frame) or self._bare_start(self._clause_start(start, frame.start))
        return trim(self._text, Span(begin, frame.start))

    def _behind_place(self, start: int, end: int) -> int:
        """``start`` behind the place and agency that a first paragraph begins with: دبي، الإمارات (CNN) -- ..."""
        line = paragraph_at(self._text, start)
        found = _DATELINE.match(self._text, start, end) if line is not None and line.start == start else None
        plain = found is not None and not any(self._is_finite(each) for each in self._tokens(Span(start, found.end())))
        return found.end() if found is not None and plain else start

    def _in_last_phrase(self, start: int, frame: Span) -> int | None:
        """Where the verb stands that alone is told of, when no comma parts the frame from what only adds to the
        sentence: أعلن فوزه بخدماته، في صفقة [بلغت قيمتها مليونا] بحسب الصحافة."""
        comma = max(self._text.rfind(sign, start, frame.start) for sign in "،,")
        first = self._words.after(comma) if comma > 0 else None
        second = self._words.after(first.start) if first else None
        if first is None or second is None or self._sign_before(frame.start) in ("،", ","):
            return None
        if not (self._has("goes_on_with", first) and self._has("goes_on_in", second)):
            return None
        verbs = (each for each in self._tokens(Span(second.end, frame.start)) if self._is_finite(each))
        return next((each.start for each in verbs), None)

    def _is_finite(self, token: Token) -> bool:
        """Whether a word is a verb of the past: one of the present says how something is done (يرافقه وفد)."""
        past = fold_key(self._word(token))[:1] not in ("ي", "ت")
        return past and is_predicate(self._text, token, self._lexicons, self._known)

    def _behind(self, head: Span, limit: int, quotes: list[Quoted]) -> Span | None:
        quote_led = self._text[head.end : head.end + 1] not in "،,:"
        following = self._words.after(head.end - 1)
        if quote_led and not (following and self._is_that(following, "ف")):
            return None
        start = self._bare_start(self._skip(head.end, limit, _COMMAS + ":"))
        return trim(self._text, Span(start, self._endings.of(start, limit, quotes))) if start < limit else None

    def _bare_start(self, start: int) -> int:
        """``start`` behind the و that only joins the sentence, or behind فإن."""
        token = self._words.after(start - 1)
        if token is None or self._text[start : token.start].strip():
            return start
        if self._is_that(token) or self._is_that(token, "ف"):
            return token.end
        function = self._word(token)[:1] in "وف" and self._lexicons.is_function(self._word(token)[1:])
        joined = function or begins_with_conjunction(self._text, token, self._lexicons, self._known)
        return token.start + 1 if joined else start

    def _clause_start(self, start: int, end: int) -> int:
        """Behind the last complementiser of the sentence before ``end``, so that contents do not meet."""
        at = start
        reported = False
        for token in self._tokens(Span(start, end)):
            reported = reported or self._endings.reports(token)
            if reported and self._is_that(token):  # not من الممكن أن
                at = token.end
        return self._skip(at, end)
