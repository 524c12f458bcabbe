"""The reporting expressions of an article: words of the lexicon where they really report."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.span import Span
from app.domain.text.folding import fold_key
from app.domain.text.inflection import PRONOUNS, word_keys
from app.domain.text.lexicon import Lexicons, ReportingVerb, reporting_match
from app.domain.text.paragraphs import paragraph_at
from app.domain.text.quotation import Quoted
from app.domain.text.tokens import Token, Words
from app.domain.text.verbal_nouns import is_verbal_noun
from app.suggest.wording import Wording

_SHADDA = "\u0651"
_DAMMA = "\u064f"
_CLOSES = tuple('»"”›')
_OPENS = tuple(':"«“')
_NEUTRAL = "neutral"
_FAR = 16  # words between نقل عن and قوله
_NOTHING: frozenset[str] = frozenset()
_ENDS = tuple('.!؟»"”')
_NAMES = 5  # words at most of those who wrote an article
_NEAR = 8  # words of who speaks behind a verbal noun


class Cues(Wording):
    """Finds the words that report in one article."""

    def __init__(self, text: str, words: Words, lexicons: Lexicons) -> None:
        super().__init__(text, words, lexicons)
        self._found: dict[int, ReportingVerb | None] = {}  # by the start of the word: it is asked about again and again

    def at(self, token: Token) -> ReportingVerb | None:
        """The expression that ``token`` is; None for what only looks like one: the name of an act (عدم ذكر اسمه), a
        passive (اتُهم، يذكر أن), our own words (نشير), what a relative clause says of words (تصريح أوردته الوكالة)."""
        if token.start not in self._found:
            self._found[token.start] = self._read(token)
        return self._found[token.start]

    def _read(self, token: Token) -> ReportingVerb | None:
        if self._lexicons.has("measure", self._word(token)):
            return self._measure(token)
        view = self._view(token)
        if view is not None:
            return view
        found = reporting_match(self._text, token, self._lexicons)
        if self.is_written_on(token):
            return ReportingVerb(Span(token.start + (self._word(token)[0] == "و"), token.end), _NEUTRAL)
        if found is not None and self._is_byline(token):
            return None
        if found is None:
            cut = token.start + self._bare_from(token)
            return ReportingVerb(Span(cut, token.end), _NEUTRAL) if self.is_construct(token) else None
        before, behind = self._words.before(token.start), self._words.after(token.start)
        if self._has("moods", token) or _DAMMA in self._word(token)[:4] or self._is_mere_saying(token):
            return None  # يقول [مازحا]
        if self._is_function_word(token, behind) or (before and self._is_hindered(before, token)):
            return None
        if behind is not None and self._is_that(behind) and self._has("impersonal", token):
            return None
        if behind is not None and self._has("hides", token) and self._has("hidden", behind):
            return None
        suffers = behind is not None and self._has("needs_object", token) and self._is_deed(behind)
        return None if suffers or self._is_ours(token, behind) or self._points_back(token) else found

    def _is_deed(self, token: Token) -> bool:
        """Whether ب stands before what somebody did (بممارسة), and is not a name's own letter (بوتين)."""
        word = self._word(token)
        deed = is_verbal_noun(word[1:], self._lexicons.attribution.get("denied", _NOTHING))
        return word[0] == "ب" and (deed or word.startswith("بال") or self._is_that(token))

    def _is_byline(self, token: Token) -> bool:
        """Whether a line only says who wrote the article: كتبت: نهى عبد الرازق."""
        if not self._has("bylines", token) or self._text[token.end : token.end + 2].lstrip()[:1] != ":":
            return False
        line = paragraph_at(self._text, token.start)
        plain = line is not None and line.start == token.start and self._text[line.end - 1] not in _ENDS
        return line is not None and plain and self._length(Span(token.end, line.end)) <= _NAMES

    def _is_function_word(self, token: Token, behind: Token | None) -> bool:
        """Whether a form is rather a function word: بين, but not بيّن and not وبين أن."""
        word = self._word(token)
        if _SHADDA in word or (word[:1] in "وف" and behind is not None and self._is_that(behind)):
            return False
        return self._lexicons.is_function(word.lstrip("و"))

    def within(self, stretch: Span, quotes: list[Quoted]) -> Iterator[tuple[Token, ReportingVerb]]:
        """The expressions of a stretch, those in its quotations left out."""
        token = self._words.after(stretch.start - 1)
        while token is not None and token.start < stretch.end:
            found = self.at(token)
            if found and not any(quote.outer.start <= token.start < quote.outer.end for quote in quotes):
                yield token, found
            token = self._words.after(token.start)

    def is_noun(self, token: Token) -> bool:
        """Whether the expression is a noun with its pronoun (تصريحه، دعوته). What may also be a verb with its object
        (وصفه) is a noun behind a preposition or another noun."""
        keys = word_keys(self._word(token))
        nouns = self._lexicons.reporting_nouns
        if not any(key in nouns or (key[:1] in "وفبل" and key[1:] in nouns) for key in keys):
            return False
        feminine = any(f"{key[:-1]}ة" in self._lexicons.bare_nouns for key in self._bases(token))  # دعوته
        return feminine or not self._lexicons.addresses(self._word(token)) or self._is_governed(token)

    def is_written_on(self, token: Token) -> bool:
        """Whether the word says that something stands on a sign: لافتة كُتب عليها."""
        behind = self._words.after(token.start) if self._has("written_on", token) else None
        return behind is not None and self._has("upon", behind)

    def is_construct(self, token: Token) -> bool:
        """Whether the expression is a verbal noun before whoever speaks, with what is said behind him: قول الوزير إن،
        سؤال أحد الحاضرين: «...»."""
        if not self._bare_from(token) and fold_key(self._word(token)) not in self._lexicons.bare_nouns:
            return False
        if reporting_match(self._text, token, self._lexicons) is not None:  # ووصف الوضع بأنه
            return False
        noun = fold_key(self._word(token))[self._bare_from(token) :]
        if self._lexicons.reporting.get(noun.removesuffix("ة") + "ه") == "denying":  # شاب رفض الكشف عن اسمه: "..."
            return False
        at = self._words.after(token.start)
        if at is None or not self._is_somebody(at) or self._text[token.end : at.start].strip():
            return False
        for _ in range(_NEAR):
            following = self._words.after(at.start) if at else None
            gap = self._text[at.end : following.start] if at and following else "\n"
            if gap.strip()[:1] == ":":
                return True
            if following is None or gap.strip(' \u00a0"«»“”'):
                return False
            if self._is_that(following):
                return True
            if self._word(following)[0] == "ب":  # عن سؤال الرقابة بجملة واحدة: "..."
                return False
            at = following
        return False

    def _bare_from(self, token: Token) -> int:
        """1 for a verbal noun behind a preposition or و written together with it, else 0."""
        key = fold_key(self._word(token))
        return int(key[:1] in "وفبل" and key[1:] in self._lexicons.bare_nouns)

    def _is_somebody(self, token: Token) -> bool:
        """Whether a word can begin who speaks: it has the article, or is the head of an office, a body or a name."""
        key, heads = fold_key(self._word(token)), self._lexicons.heads
        if self._has("of_occasions", token):  # تصريحات صحفية
            return False
        listed = any(key in each for each in (heads.titles, heads.bodies, heads.given))
        return listed or key.startswith("ال") or self._has("unnamed", token) or self._has("quantifiers", token)

    def _is_mere_saying(self, token: Token) -> bool:
        """Whether القول has nothing said behind it, or nobody who says it (يمكن القول إن, but مضى إلى القول إن)."""
        if fold_key(self._word(token)) not in ("القول", "بالقول"):
            return False
        before, following = self._words.before(token.start), self._words.after(token.start)
        opens = self._text[token.end : token.end + 3].strip()[:1] in _OPENS
        said = opens or (following is not None and self._is_that(following))
        led = self._word(token)[0] == "ب" or (before is not None and fold_key(self._word(before)) in ("الي", "حد"))
        return not (said and led)

    def is_frame(self, token: Token) -> bool:
        """Whether the expression is no verb but says where the content comes from: بحسب، على حد تعبيره."""
        listed = self._lexicons.is_frame(self._word(token)) or self._lexicons.has("measure", self._word(token))
        return listed or self._view(token) is not None

    def is_own(self, cue: Span) -> bool:
        """Whether within somebody's words a verb is said of himself (أعتقد أن، نؤكد أن)."""
        if self._text[cue.start : cue.end].endswith("ت" + _DAMMA):
            return True
        keys = word_keys(self._text[cue.start : cue.end])
        return any(key[:1] in ("ا", "ن") and "ي" + key[1:] in self._lexicons.reporting for key in keys)

    def carried(self, token: Token, start: int) -> Token | None:
        """The عن by which a verb before the noun ``token`` carries somebody's words (نقلت الوكالة عن الوزير قوله)."""
        at: Token | None = token
        of = None
        for _ in range(_FAR):
            at = self._words.before(at.start) if at else None
            if at is None or at.start < start:
                return None
            ascribed = of is not None and self._lexicons.has("to_whom", self._word(of))
            if of is not None and self._has("ascribers" if ascribed else "carriers", at):
                return of
            led = any(self._lexicons.has(each, self._word(at)) for each in ("of_whom", "to_whom"))
            of = at if led else of
        return None

    def _measure(self, token: Token) -> ReportingVerb | None:
        """على حد تعبيره, على حد قول فلان."""
        before, behind = self._words.before(token.start), self._words.after(token.start)
        if before is None or behind is None or fold_key(self._word(before)) not in ("علي", "وعلي"):
            return None
        if not any(self._lexicons.has("measured", form) for form in _without_pronoun(self._word(behind))):
            return None
        return ReportingVerb(Span(before.start + (self._word(before)[0] == "و"), behind.end), _NEUTRAL)

    def _view(self, token: Token) -> ReportingVerb | None:
        """في رأي فلان، من وجهة نظر فلان, where a clause begins or ends."""
        if not self._lexicons.has("opinions", self._word(token)):
            return None
        before, behind = self._words.before(token.start), self._words.after(token.start)
        if before is None or behind is None or self._text[token.end : behind.start].strip():
            return None
        start = token.start
        if self._has("sight", before):  # من [وجهة نظر] فلان
            start, before = before.start, self._words.before(before.start)
        if before is None or not self._has("in_view", before) or self._text[before.end : start].strip():
            return None
        apart = self._sign_before(before.start) in ("", ".", "،", ",", "؛", "؟", "!", "\n") or self._begins_line(before)
        return ReportingVerb(Span(start, token.end), _NEUTRAL) if apart else None

    def _begins_line(self, token: Token) -> bool:
        line = paragraph_at(self._text, token.start)
        return line is not None and line.start == token.start

    def _is_hindered(self, before: Token, token: Token) -> bool:
        """Whether the word before it makes a form something else: عدم ذكر، في مذكرة، بحسب قوله; not وهو يردد: "..."."""
        opens = self._text[token.end : token.end + 3].strip()[:1] in _OPENS
        following = self._words.after(token.start)
        says = opens or (following is not None and self._is_that(following))
        joined = not self._text[before.end : token.start].strip()
        if joined and self._lexicons.has("no_verb_behind", self._word(before)):
            return not (says and self._has("meanwhile_he", before))
        if joined and self._has("withholds", before) and not says:
            return True  # رفض ذكر اسمه
        noun = joined and self._lexicons.is_participle(self._word(token)) and self._has("prepositions", before)
        return noun or self._is_led_by(before)

    def _is_led_by(self, before: Token) -> bool:
        """Whether the word belongs to the frame before it: بحسب قوله، وفق ما أعلنت، على حد تعبيره."""
        if fold_key(self._word(before)) == "ما":
            frame = self._words.before(before.start)
            return frame is not None and self._lexicons.is_frame(self._word(frame))
        return self._lexicons.is_frame(self._word(before)) or self._measure(before) is not None

    def _is_ours(self, token: Token, behind: Token | None) -> bool:
        """Whether we ourselves are said to report (نشير), and not that we think something (نعتقد أن)."""
        key = fold_key(self._word(token)).removeprefix("و")
        ours = key[:1] == "ن" and any(f"ي{form[1:]}" in self._lexicons.reporting for form in _without_pronoun(key))
        return ours and (behind is None or not self._is_that(behind))

    def _points_back(self, token: Token) -> bool:
        """Whether a verb has as its object what was said, not who hears it: تصريح أوردته الوكالة، ما أكده الوزير."""
        keys = {form for key in word_keys(self._word(token)) for form in (key, key[1:] if key[:1] in "وف" else key)}
        keys |= {key[1:] for key in keys if key[:1] in ("س", "ل", "ب")}
        if any(key in self._lexicons.reporting or key in self._lexicons.reporting_nouns for key in keys):
            return False
        at = token.start
        before = self._words.before(at)
        while before is not None and self._lexicons.has("led_back", self._word(before)):  # "..."، هذا ما قالته
            at, before = before.start, self._words.before(before.start)
        while self._sign_before(at) in ("،", ",", "-", "–", "—"):
            at = self._text.rindex(self._sign_before(at), 0, at)
        if self._sign_before(at) in _CLOSES:  # "..." قالتها أم سالم
            return False
        return not self._lexicons.addresses(self._word(token)) and not self.is_noun(token)

    def _bases(self, token: Token) -> Iterator[str]:
        """The word without و and without its pronoun, if it then ends in the ت of a feminine noun."""
        key = fold_key(self._word(token)).removeprefix("و")
        yield from (form for form in _without_pronoun(key) if form != key and form.endswith("ت"))

    def _is_governed(self, token: Token) -> bool:
        if self._word(token)[0] in "بل":
            return True
        before = self._words.before(token.start)
        if before is None or self._word(token)[0] in "وف" or self._text[before.end : token.start].strip():
            return False
        return self._lexicons.is_function(self._word(before)) and not self._has("before_verb", before)


def _without_pronoun(word: str) -> Iterator[str]:
    key = fold_key(word)
    yield key
    yield from (key.removesuffix(pronoun) for pronoun in PRONOUNS if key.endswith(pronoun) and len(key) > 3)
