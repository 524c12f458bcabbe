"""What opens a content behind its expression: إن, a colon, a quotation, or the preposition of the verb."""

from __future__ import annotations

from collections.abc import Callable

from app.domain.span import Span
from app.domain.text.folding import fold_key
from app.domain.text.lexicon import Lexicons
from app.domain.text.quotation import Quoted
from app.domain.text.tokens import Token, Words
from app.domain.text.verbal_nouns import is_verbal_noun
from app.suggest.inmarks import FEW_WORDS, InMarks
from app.suggest.wording import Wording

_MOST_WORDS = 12  # between an expression and a quotation that nothing but its speaker parts from it
_FARTHEST = 24  # with commas between
_LEAST_WORDS = 2  # of a content
_CLITICS = frozenset("بلك")
_RESUMES = ("،", ",", "-", "–", "—")


class Openers(Wording):
    """Finds where contents begin in one article."""

    def __init__(
        self, text: str, words: Words, lexicons: Lexicons, marks: InMarks, known: Callable[[str], bool]
    ) -> None:
        super().__init__(text, words, lexicons)
        self._marks, self._known = marks, known

    def of(
        self, cue: Token, quotes: list[Quoted], limit: int, until: int, resumed: bool
    ) -> tuple[Span, int, bool] | None:
        """The head, where the content begins, and whether a colon opens it. ``resumed``: a quotation ends before."""
        wanted = self._lexicons.complements_of(self._word(cue))
        at, last, apart = cue.end, cue, False
        while at < until:
            quote = next((each for each in quotes if each.outer.start == at), None)
            if quote is not None:
                led = resumed and self._text[last.end : at].strip() in _RESUMES
                if led or self._follows(quote, last, cue, wanted, quotes, until):
                    return Span(cue.end, at), at, False
                at = quote.outer.end
                continue
            if self._text[at] == ":":
                return Span(cue.end, at), self._skip(at + 1, limit), True
            token = self._words.at(at)
            if token is None or token.start < at or token.end <= at:
                at += 1
                continue
            if self._is_that(token) and not self._has("before_that", last):
                return Span(cue.end, token.start), self._skip(token.end, limit), False
            apart = apart or self._has("relative", token)
            closed = self._sign_before(token.start) in ("،", ",")
            near = wanted if self._is_near(cue, token) and (closed or not apart) else ()
            near = () if near and self._has("attention", last) else near  # لفت الانتباه إلى
            start = self._asked(cue, token) or self._complement_start(token, near, limit)
            if start is None and not (apart and self._has("upholds", cue)) and self._is_act(token, cue, last):
                start = token.start
            if start is not None and self._points_on(cue, start, until, quotes):
                start = None
            if start is not None and not self._is_resumed(token, min(until, limit)):
                return Span(cue.end, token.start), start, False
            at, last = token.end, token
        return None

    def _points_on(self, cue: Token, start: int, until: int, quotes: list[Quoted]) -> bool:
        """Whether somebody points at something while he speaks: يشير إلى الأرض المتشققة: "..."."""
        colon = self._text.find(":", start, until)
        if colon < 0 or not self._has("points", cue) or self._length(Span(start, colon)) > FEW_WORDS:
            return False
        behind = self._skip(colon + 1, until)
        return "،" not in self._text[start:colon] and any(each.outer.start == behind for each in quotes)

    def _asked(self, cue: Token, token: Token) -> int | None:
        """Where a question begins that a verb of asking takes as it is: سألناها هل تخاف."""
        return token.start if self._has("asks", cue) and self._has("questions", token) else None

    def _is_act(self, token: Token, cue: Token, last: Token) -> bool:
        """Whether a word is what is denied or foretold: نفى المدير التنفيذي [التعاقد], توقع محللون [تراجع]. A subject
        with its adjective stands before it; a body or an office is none."""
        if self._has("upholds", cue) and self._lexicons.has("upheld", self._word(token)):
            return not self._text[last.end : token.start].strip()
        if not (self._has("disowns", cue) or self._has("foretells", cue)):
            return False
        key = fold_key(self._word(token))
        bare, heads = key.removeprefix("ال"), self._lexicons.heads
        named = any(bare in each for each in (heads.bodies, heads.titles, heads.sites, heads.given)) or self._known(key)
        governed = key.startswith("ال") and not fold_key(self._word(last)).startswith(("ال", "لل"))
        led = self._lexicons.is_function(self._word(last)) or not self._is_near(cue, token)
        if named or governed or led or self._text[last.end : token.start].strip():
            return False
        return is_verbal_noun(self._word(token), self._lexicons.attribution.get("denied", frozenset()))

    def _is_near(self, cue: Token, token: Token) -> bool:
        """Whether a word with a preposition can be what ``cue`` is about: in its clause, or right behind a comma."""
        between = self._text[cue.end : token.start]
        return not any(sign in between for sign in "،,؛") or self._sign_before(token.start) in ("،", ",")

    def _is_resumed(self, token: Token, until: int) -> bool:
        """Whether بأن or بـ before marks comes behind a word with ب: وصف ما جرى بالمدينة بأنه "كارثة"."""
        if fold_key(self._word(token))[:1] != "ب":
            return False
        near = self._words.after(token.start)
        for _ in range(_MOST_WORDS):
            if near is None or near.start >= until or self._sign_before(near.start) in ("،", ",", "؛"):
                return False
            if fold_key(self._word(near)) == "ب" or (self._is_that(near) and fold_key(self._word(near))[:1] == "ب"):
                return True
            near = self._words.after(near.start)
        return False

    def _follows(
        self, quote: Quoted, last: Token, cue: Token, wanted: tuple[str, ...], quotes: list[Quoted], until: int
    ) -> bool:
        """Whether a quotation without إن or colon before it is what ``cue`` reports: it follows the expression, its
        speaker or its preposition (``last`` is the word before it), and is not the name of something."""
        behind = self._words.after(quote.outer.end - 1)
        if behind is not None and self._is_that(behind) and self._length(quote.inner) <= FEW_WORDS:
            return False  # قال "مجاهد" إن: it is a name
        start = quote.outer.start
        gap = self._text[last.end : start].strip(" \u00a0ـ")
        if gap.strip('،,)»"”'):
            return False
        if last is cue and self._length(quote.inner) < FEW_WORDS and self._that_before(quote.outer.end, until):
            return False  # أكد "أبو خالد" أن
        described = fold_key(self._word(last)) == "ب" and self._has("describes", cue)  # وصفه بـ«الجائر»
        short = last is cue and self._length(quote.inner) < FEW_WORDS - 1
        if short and wanted and self._is_taken_later(quote, wanted, until):
            return False  # طالبت "حماس" الوسطاء بالضغط
        if not gap and (last is cue or described or fold_key(self._word(last)) in wanted):
            return True
        if self._length(quote.inner) <= FEW_WORDS and self._that_before(quote.outer.end, until):
            return False  # قال محللو «بنك الشرق» في مذكرة إن
        head = Span(cue.end, start)
        if any(
            head.holds(each.outer) and self._length(each.inner) > 1 and not self._marks.is_name(each) for each in quotes
        ):
            return False
        if any(sign in self._text[head.start : head.end] for sign in "،,؛"):
            return self._is_led_to(quote, cue, head)
        if self._is_voiced(quote, last, cue, wanted):
            return True
        led = self._lexicons.is_function(self._word(last)) or fold_key(self._word(last)) in _CLITICS
        if led or gap or self._length(head) > _MOST_WORDS:
            return False
        least = 1 if self._has("describes", cue) else _LEAST_WORDS
        return not self._marks.is_name(quote) and self._length(quote.inner) >= least

    def _is_voiced(self, quote: Quoted, last: Token, cue: Token, wanted: tuple[str, ...]) -> bool:
        """Whether a preposition leads from a verb to somebody's words: أعرب عن "قلقه البالغ"، لافتات كتب عليها "..."،
        or stands with them in the marks: يتهمه "بخنق الصحافة"."""
        if self._has("written_on", cue) and self._has("upon", last):
            return True
        if self._length(quote.inner) < _LEAST_WORDS:
            return False
        if self._has("voices", cue) and fold_key(self._word(last)) in ("عن", "ب"):
            return True
        first = fold_key(self._text[quote.inner.start : quote.inner.end])
        return first[:1] in wanted and not self._lexicons.is_function(self._word(last))

    def _is_taken_later(self, quote: Quoted, wanted: tuple[str, ...], until: int) -> bool:
        """Whether a word behind a name in marks has the preposition of the verb before it."""
        for token in self._tokens(Span(quote.outer.end, until)):
            if self._sign_before(token.start) in ("،", ",", "."):
                return False
            if self._complement_start(token, wanted, until) is not None:
                return True
        return False

    def _that_before(self, start: int, until: int) -> bool:
        """Whether إن stands between ``start`` and ``until``, so that a name in marks before it is no content."""
        last = None
        for token in self._tokens(Span(start, until)):
            if self._is_that(token) and not self._has("before_that", last):
                return True
            last = token
        return False

    def _is_led_to(self, quote: Quoted, cue: Token, head: Span) -> bool:
        """Whether a verb that takes words as they are (قال، أضاف) leads over commas to a long quotation."""
        closes = self._text[head.start : head.end].rstrip()[-1:] in ("،", ",") or self._is_last(quote)
        long = self._length(quote.inner) > FEW_WORDS and self._length(head) <= _FARTHEST
        return closes and long and self._has("takes_words", cue)

    def _is_last(self, quote: Quoted) -> bool:
        """Whether the sentence ends with a quotation of a whole sentence."""
        behind = self._text[quote.outer.end : quote.outer.end + 2].lstrip("\u00a0 ")[:1]
        return behind in (".", "\n", "") or self._text[quote.inner.start : quote.inner.end].rstrip().endswith(".")

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
            plain = self._lexicons.attribution.get("denied", frozenset())
            long = len(key) > 3 or key[1:] in plain  # بحل
            if len(preposition) == 1 and key.startswith(preposition) and long:
                aim = preposition != "ل" or key.startswith("لل") or is_verbal_noun(word[1:], plain)  # دعت [لامبرشت]
                later = preposition == "ل" and self._is_led_later(token, wanted)
                if later or not aim or self._is_adverbial(word, key):
                    continue
                return token.start + (0 if key.startswith("لل") else 1)
        return None

    def _is_led_later(self, token: Token, wanted: tuple[str, ...]) -> bool:
        """Whether a preposition that stands alone leads to the content behind ``token``: دعا [للأمم ...] إلى وقف."""
        near: Token | None = token
        for _ in range(_MOST_WORDS):
            near = self._words.after(near.start) if near else None
            if near is None or self._sign_before(near.start) in ("،", ",", "؛", ".", "\n"):
                return False
            if len(fold_key(self._word(near))) > 1 and fold_key(self._word(near)) in wanted:
                return True
        return False

    def _is_adverbial(self, word: str, key: str) -> bool:
        """Whether a word with a preposition says how, where or by whom, and not what: باسم، بشدة، بمدينة، ببغداد."""
        heads = self._lexicons.heads
        inflected = any(key[:end] in heads.titles or key[:end] in heads.bodies for end in range(3, len(key)))  # لاعبيه
        role = key.startswith(("باعتبار", "بوصف"))  # بوصفه بصمة
        if (
            inflected
            or role
            or self._lexicons.is_frame(word)
            or self._lexicons.is_verb(word)
            or key in self._lexicons.false_proclitics
        ):  # بثها، باقي
            return True
        rest = key[1:].removeprefix("ال")
        if self._lexicons.is_function(word) and not self._lexicons.has("no_verb_behind", word[1:]):
            return True
        listed = self._lexicons.has("adverbial", rest) or self._lexicons.has("bodies", "ال" + rest)
        named = any(rest in each for each in (heads.sites, heads.bodies, heads.titles, heads.given))
        return listed or named or key in heads.given or self._known(key)
