"""Where a reworded content ends: before somebody else speaks, and before the journalist goes on."""

from __future__ import annotations

from app.domain.span import Span
from app.domain.text.folding import fold_key
from app.domain.text.lexicon import Lexicons
from app.domain.text.quotation import Quoted
from app.domain.text.tokens import Token, Words
from app.domain.text.verbs import begins_with_conjunction, is_predicate
from app.suggest.cues import Cues
from app.suggest.wording import Wording

_NEAR = 5  # words behind a turn in which a verb shows that somebody else begins to speak
_ASIDE = 8  # words at most of an aside behind وهي
_CLOSES = tuple('»"”')
_STOPS = ("،", ",", "؛", "")


class Endings(Wording):
    """Finds ends of contents in one article."""

    def __init__(self, text: str, words: Words, lexicons: Lexicons, cues: Cues) -> None:
        super().__init__(text, words, lexicons)
        self._cues = cues

    def of(self, start: int, limit: int, quotes: list[Quoted]) -> int:
        """Where the content that begins at ``start`` ends, at ``limit`` at the latest; never inside a quotation."""
        token = self._words.after(start)
        while token is not None and token.start < limit:
            quote = next((each for each in quotes if each.outer.start <= token.start < each.outer.end), None)
            if quote is None and (self._is_beyond(token, limit) or self._is_left_undone(start, token)):
                return token.start
            if quote is not None and self._begins_own_words(start, quote):  # لم يعمل منذ أسبوع: "البنزين مفقود"
                return self._text.rindex(":", start, quote.outer.start)
            token = self._words.after(max(token.start, quote.outer.end - 1 if quote else token.start))
        return limit

    def _is_left_undone(self, start: int, token: Token) -> bool:
        """Whether a noun that is demanded or denied is followed by what nobody did about it: طالب بإحداث سوق، من دون أن
        تستجيب السلطات. Behind a clause it is part of what is said."""
        if not self._has("without", token) or self._sign_before(token.start) not in ("،", ","):
            return False
        said = list(self._tokens(Span(start, token.start)))
        return not any(self._is_that(each) or is_predicate(self._text, each, self._lexicons) for each in said)

    def _begins_own_words(self, start: int, quote: Quoted) -> bool:
        """Whether a colon leads to a quotation of its own behind a content that reports nothing itself."""
        if self._sign_before(quote.outer.start) != ":" or self._text.find(":", start, quote.outer.start) < 0:
            return False
        return not any(self._cues.at(token) for token in self._tokens(Span(start, quote.outer.start)))

    def _begins_another(self, token: Token, limit: int) -> bool:
        """Whether و joins a clause with its subject first: يهدد بالاستقالة [والجماهير تطالب برحيله]."""
        verb = self._words.after(token.start)
        if verb is None or verb.end >= limit or self._text[token.end : verb.start].strip():
            return False
        present = fold_key(self._word(verb))[:1] in ("ي", "ت")
        return fold_key(self._word(token)).startswith("وال") and present and self._cues.at(verb) is not None

    def reports(self, token: Token) -> bool:
        """Whether the word is a reporting expression."""
        return self._cues.at(token) is not None

    def tells_way(self, frame: Token) -> bool:
        """Whether وفق and the like lead to a way or a measure (وفق الجدول): nobody says it."""
        following = self._words.after(frame.start)
        return (
            following is not None
            and self._lexicons.is_frame(self._word(frame))
            and self._lexicons.has("ways", self._word(following).removeprefix("ل"))
        )

    def names_source(self, frame: Token) -> bool:
        """Whether وفق and the like name somebody and no way (وفق جدول): a definite word, or one of those that tell."""
        following = self._words.after(frame.start)
        if following is None or not self._lexicons.is_frame(self._word(frame)):  # كما قال
            return following is not None
        if fold_key(self._word(following)) in ("ما", "لما"):  # وفق ما أعلنت, but not وفق ما تقتضيه
            verb = self._words.after(following.start)
            return verb is not None and (self._lexicons.reports(self._word(verb)) or self._has("tells", verb))
        word = self._word(following).removeprefix("ل")
        if self._lexicons.has("ways", word) or word.endswith("نا"):
            return False
        heads = self._lexicons.heads
        bare = fold_key(word).removeprefix("ال")
        told = self._lexicons.has("sources", word) or bare in heads.bodies or bare in heads.titles
        return fold_key(word).startswith("ال") or told or fold_key(word) in heads.given

    def _is_beyond(self, token: Token, limit: int) -> bool:
        """Whether ``token`` is no longer what is reported."""
        comma = self._sign_before(token.start) in _STOPS
        following = self._words.after(token.start)
        measure = following if following and self._lexicons.has("measure", self._word(following)) else None
        if measure is not None and self._cues.at(measure):  # على حد تعبيره
            return True
        verb = self._cues.at(token)
        untold = following is not None and (self._cues.at(following) or self._has("left_unsaid", following))
        if comma and untold and self._has("negations", token):  # ، ولا تخفي أنها، ولم تحدد موعدا
            return True
        if self._begins_another(token, limit):
            return True
        if following and fold_key(self._word(token)) == "فقد" and self._cues.at(following):  # رغم أنه قال إن، فقد أكد
            return True
        if comma and following and fold_key(self._word(token)) == "ثم" and self._cues.at(following):  # ، ثم تساءل
            return True
        if verb is None:
            led_on = following if following and self._lexicons.has("led_back", self._word(token)) else None
            as_told = led_on is not None and self._cues.at(led_on) is not None  # كما قال
            return comma and (as_told or self._journalist_goes_on(token, limit))
        if self._cues.is_frame(token):
            told = following is not None and fold_key(self._word(following)) not in ("ما", "لما")
            return (comma and told and not self.tells_way(token)) or self.names_source(token)
        own = fold_key(self._word(token)).endswith(("وا", "ون"))  # أن دولا عدة، منها قطر، دعوا إلى
        return (comma and not own) or verb.span.start > token.start or self._is_led_on(token)

    def _journalist_goes_on(self, token: Token, limit: int) -> bool:
        """Whether words behind a comma are the journalist's: وهو ما، قبل أن، في خطوة، لكن الجيش نفى."""
        word = self._word(token)
        following = self._words.after(token.start)
        if following and fold_key(self._word(following)) == "سيما":  # ، لا سيما منذ
            behind = self._words.after(following.start)
            return behind is not None and self._has("since_then", behind)
        if self._has("but", token) and following and self._is_that(following):  # ، غير أن الجيش
            return True
        if self._sign_before_comma(token.start) in _CLOSES and self._is_next_act(token):  # "..."، ثم غادر
            return True
        if self._has("meanwhile_he", token) and self._is_aside(token, limit):
            return False
        if self._has("without", token) and self._leaves_out(token, limit):
            return True
        if self._lexicons.has("goes_on", word) or self._lexicons.has("goes_on", word.lstrip("و")):
            return True
        if self._has("goes_on_with", token) and following and following.start < limit:
            return self._lexicons.has("goes_on_in", self._word(following))
        return self._lexicons.has("turns", word.lstrip("و")) and self._verb_near(token, limit)

    def _is_next_act(self, token: Token) -> bool:
        """Whether a word behind somebody's words in marks tells what he does next: ثم غادر، وتفضل أن، وغادر."""
        if self._has("then", token) or (self._word(token)[0] == "و" and self._has("reserves", token)):
            return True
        joined = begins_with_conjunction(self._text, token, self._lexicons)
        return joined and fold_key(self._word(token))[1:2] not in "يتسن"

    def _sign_before_comma(self, at: int) -> str:
        """The sign that stands before the comma before ``at``."""
        while self._sign_before(at) in ("،", ","):
            at = self._text.rindex(self._sign_before(at), 0, at)
        return self._sign_before(at)

    def _is_aside(self, token: Token, limit: int) -> bool:
        """Whether a comma closes what وهي begins, and the sentence has its verb behind it: الطبعة، وهي ألف، نفدت."""
        comma = min((at for sign in "،," if (at := self._text.find(sign, token.end, limit)) > 0), default=-1)
        following = self._words.after(comma) if comma > 0 else None
        if following is None or following.start >= limit or self._length(Span(token.start, comma)) > _ASIDE:
            return False
        word = self._word(following)
        verb = is_predicate(self._text, following, self._lexicons) or self._has("negations", following)
        past = word.endswith("ت") and not word.startswith("ال")
        return word[0] not in "وف" and (verb or past) and self._cues.at(following) is None

    def _leaves_out(self, token: Token, limit: int) -> bool:
        """Whether دون أن is followed by what a text may leave unsaid: من دون أن تورد تفاصيل."""
        for near in self._tokens(Span(token.end, limit)):
            if not (self._is_that(near) or self._has("without", near)):
                return self._cues.at(near) is not None or self._has("left_unsaid", near)
        return False

    def _verb_near(self, token: Token, limit: int) -> bool:
        near = self._words.after(token.start)
        for _ in range(_NEAR):
            if near is None or near.start >= limit:
                return False
            denies = self._lexicons.reporting_strength(self._word(near)) == "denying"
            if self._cues.at(near) or denies or self._has("reserves", near):
                return True
            near = self._words.after(near.start)
        return False

    def _leads_by_preposition(self, token: Token) -> bool:
        """Whether a preposition follows a participle in the accusative: مشيدا بوجود, داعيا إلى."""
        following = self._words.after(token.start)
        if following is None or self._text[token.end : following.start].strip():
            return False
        word = self._word(following)
        return word[0] == "ب" or self._lexicons.has("of_verbs", word)

    def _is_led_on(self, token: Token) -> bool:
        """Whether a participle without a comma before it (قائلة إن) begins to report: its content follows at once."""
        if not self._lexicons.is_participle(self._word(token)):
            return False
        following = self._words.after(token.start)
        if fold_key(self._word(token)).endswith("ا") and self._leads_by_preposition(token):
            return True
        opens = self._text[token.end : token.end + 3].lstrip()[:1] in (":", '"', "«", "“")
        return opens or (following is not None and self._is_that(following))
