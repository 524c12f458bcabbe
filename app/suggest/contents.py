"""What a reporting expression reports: where its content begins and ends, ahead of it or behind it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.domain.span import Fragments, Span
from app.domain.text.clitics import never
from app.domain.text.folding import fold_key
from app.domain.text.lexicon import Lexicons
from app.domain.text.paragraphs import paragraph_at
from app.domain.text.patterns import pattern
from app.domain.text.quotation import Quoted, quoted_near
from app.domain.text.tokens import NUMBER, Token, Words
from app.domain.text.trim import trim
from app.domain.text.verbs import begins_with_conjunction, is_predicate
from app.suggest.cues import Cues
from app.suggest.endings import Endings
from app.suggest.framed import Framed
from app.suggest.inmarks import FEW_WORDS, InMarks
from app.suggest.openers import Openers
from app.suggest.wording import Wording

DIRECT, INDIRECT, MIXED = "direct", "indirect", "mixed"
_LEAST_WORDS = 2  # of a content
_SURE_WORDS = 8  # of a quotation behind which في begins the journalist's words
_COMMAS = " \u00a0\t،,-–—"
_ENDS = ".؟!"
_HEADLINE = 30  # words of one at most
_HALVES = pattern(r"\.\.+ |… |\s\|\s|،? و(?!ه[وي] |هم )\p{L}+(?: \p{L}+){0,3}: ?(?=\S)")
_RESUMES = ("،", ",", "-", "–", "—")
_WHERE = frozenset({"في", "فى"})


@dataclass(frozen=True, slots=True)
class Content:
    """What is reported. ``head`` runs from the expression to the content, or to where the clause ends: the speaker
    stands there. ``framed``: the expression only says where the content comes from (بحسب، كما قال)."""

    content: Fragments
    type: str
    head: Span
    framed: bool = False


class Contents(Wording):
    """Finds contents in one article."""

    def __init__(
        self, text: str, words: Words, lexicons: Lexicons, cues: Cues, known: Callable[[str], bool] = never
    ) -> None:
        super().__init__(text, words, lexicons)
        self._cues, self._known = cues, known
        self._endings = Endings(text, words, lexicons, cues)
        self._marks = InMarks(text, words, lexicons, known)
        self._openers = Openers(text, words, lexicons, self._marks, known)
        self._frames = Framed(text, words, lexicons, self._endings, known)

    def of(self, stretch: Span, cue: Token, quotes: list[Quoted], following: int) -> Content | None:
        """What ``cue`` reports within ``stretch``, whose quotations are ``quotes``; the next expression begins at
        ``following``. None when nothing is reported (وأدلى بتصريحات)."""
        limit = self._stop(stretch, cue, quotes)
        if self._cues.is_frame(cue):
            return self._of_frame(stretch, cue, quotes, limit)
        earlier = self._quote_before(cue, quotes)
        found = self._ahead(cue, quotes, limit, min(following, limit), earlier is not None)
        if earlier is not None and (found is None or self._goes_on_with(found, quotes)):
            rest = found.content if found else ()
            head = found.head if found else self._frames.clause_behind(cue.end, limit)
            return Content((*self._marks.run_back(earlier), *rest), DIRECT, head)
        if found is not None or not (self._only_tells(cue) or self._closes_with(cue, limit)):
            return found
        return self._led_to(cue, quotes, limit) or self._of_frame(stretch, cue, quotes, limit)

    def _led_to(self, cue: Token, quotes: list[Quoted], limit: int) -> Content | None:
        """The quotation right behind the clause of كما: كما يقول الكاتب، "نحن أسرى ذاكرتنا"."""
        head = self._frames.clause_behind(cue.end, limit)
        at = self._skip(head.end, limit, "،,")
        quote = next((each for each in quotes if each.outer.start == at), None)
        return Content(self.run_on(quote), DIRECT, head, framed=True) if quote else None

    def _closes_with(self, cue: Token, limit: int) -> bool:
        """Whether a verb of the present with its subject closes a sentence: قتل ثلاثة في الانفجار، تقول الشرطة."""
        present = fold_key(self._word(cue))[:1] in ("ي", "ت") and self._has("as_told", cue)
        ends = self._frames.clause_behind(cue.end, limit).end >= limit - 1
        return present and ends and self._sign_before(cue.start) in ("،", ",")

    def _stop(self, stretch: Span, cue: Token, quotes: list[Quoted]) -> int:
        """Where the sentence of ``cue`` ends; within somebody's words, which no sentence ends in, at the next stop."""
        sentence = self._sentence(cue.start, stretch)
        if sentence.start >= stretch.start:
            return self._half(cue, min(stretch.end, sentence.end), quotes)
        for at in range(cue.end, stretch.end - 1):
            stops = self._text[at] in _ENDS and self._text[at + 1].isspace() and self._text[at - 1] not in _ENDS
            if stops and not any(quote.outer.start <= at < quote.outer.end for quote in quotes):
                return at
        return stretch.end

    def _half(self, cue: Token, end: int, quotes: list[Quoted]) -> int:
        """Where the half of a headline ends that ``cue`` stands in: at two points, or before the next half's speaker
        and colon; ``end`` in a sentence, which a stop ends."""
        whole = paragraph_at(self._text, cue.start)
        if whole is None or self._text[whole.end - 1] in _ENDS or end < whole.end or self._length(whole) > _HEADLINE:
            return end
        halves = (found.start() for found in _HALVES.finditer(self._text, cue.end, end))
        return next((at for at in halves if not any(each.outer.start <= at < each.outer.end for each in quotes)), end)

    def run_on(self, quote: Quoted) -> Fragments:
        """``quote`` with the paragraphs that it runs on over."""
        return self._marks.run_on(quote)

    def over_paragraphs(self, quote: Quoted) -> Fragments:
        """``quote`` with the paragraphs before and behind it that it is one with."""
        return (*self._marks.run_back(quote)[:-1], *self._marks.run_on(quote))

    def _ahead(self, cue: Token, quotes: list[Quoted], limit: int, until: int, resumed: bool) -> Content | None:
        opened = self._openers.of(cue, quotes, limit, until, resumed)
        if opened is None:
            return None
        head, start, colon = opened
        if colon and start >= limit:
            return self._in_next_paragraph(head, limit)
        bracketed = self._text[start : start + 1] == "("  # قال: («...»)
        quote = next((each for each in quotes if each.outer.start == start + bracketed), None)
        that = self._words.after(start - 1) if colon and quote is None else None
        if that is not None and self._is_that(that):  # وقال: إن الأسعار ...
            start, colon = self._skip(that.end, limit), False
        plain = head.end == start and self._has("takes_words", cue)  # هتف المشجعون "..." طوال المباراة
        if quote is not None and (colon or self._ends_with(cue, quote, limit, plain)):
            return Content(self.run_on(quote), DIRECT, head)
        end = limit if colon else self._endings.of(start, limit, quotes)
        end = self._main_verb(start, end) if self._cues.is_noun(cue) else end
        content = trim(self._text, Span(start, end)) if start < end else None
        if content is None or self._is_too_short(content):
            return None
        own = [each for each in quotes if not self._is_anothers(each, content)]
        return Content((content,), MIXED if self._marks.within(content, own) else DIRECT if colon else INDIRECT, head)

    def _main_verb(self, start: int, end: int) -> int:
        """Where قد begins what is said of a noun and its content: كانت دعوته إلى الهدوء [قد قوبلت]; else ``end``."""
        since = (each.start for each in self._tokens(Span(start, end)) if self._lexicons.has("since", self._word(each)))
        return next(since, end)

    def _is_too_short(self, content: Span) -> bool:
        """Whether a content is noise: a single word, if it is not a call for what all know (دعا إلى الهدوء)."""
        key = fold_key(self._text[content.start : content.end])
        definite = key.startswith("ال") or key.endswith(("ه", "ها", "هم"))  # داعيا إلى تعديله
        cut = self._words.at(content.start)
        first = self._words.after(content.start - 1)
        acts = first is not None and is_predicate(self._text, first, self._lexicons, self._known)  # إنه سيستأنف
        definite = definite or acts
        begun = cut is not None and cut.start < content.start < cut.end  # بـ[قطع الطريق]
        words = begun + sum(token.kind != NUMBER for token in self._tokens(content))
        return words < (1 if definite else _LEAST_WORDS)

    def _is_anothers(self, quote: Quoted, content: Span) -> bool:
        """Whether a quotation within a content is reported there as another's: إن أمها كانت تردد أن "..."."""
        before = self._words.before(quote.outer.start)
        if before is None or not content.start < before.start < content.end:
            return False
        if not self._is_that(before) and self._sign_before(quote.outer.start) != ":":
            return False
        return any(self._cues.at(token) for token in self._tokens(Span(content.start, before.end)))

    def _ends_with(self, cue: Token, quote: Quoted, limit: int, plain: bool = False) -> bool:
        """Whether what is said ends with the quotation that it begins with. ``plain``: the verb takes words as they
        are, and nothing leads to them."""
        behind = self._text[quote.outer.end : limit]
        following = self._words.after(quote.outer.end - 1)
        if following is None or following.start >= limit:
            return True
        if behind.lstrip(_COMMAS)[:1].isalnum() and self._is_that(following, "و"):
            return False  # two contents under one verb: إن "..."، وإن ...
        if not behind.lstrip()[:1].isalnum():
            return True
        if self._lexicons.has("times", self._word(following)) and not self._text[following.end : limit].strip(" ."):
            return True  # قال "نعم" أمس
        leads_on = self._lexicons.is_function(self._word(following)) and not self._is_that(following)
        if leads_on and (plain or self._has("voices", cue)):
            return True
        described = self._has("describes", cue)  # وصفه بأنه "كارثة" في حديث
        long = described or self._length(quote.inner) >= FEW_WORDS
        if long and self._lexicons.has("after_quote", self._word(following)):
            return described or not self._is_place(following, quote)
        if begins_with_conjunction(self._text, following, self._lexicons, self._known):
            return fold_key(self._word(following))[1:2] not in "يتس"  # وتوجه goes on, وستفتح may be his words
        return bool(self._cues.at(following))

    def _is_place(self, where: Token, quote: Quoted) -> bool:
        """Whether في behind a short quotation only says where: "جرائم حرب" في الضفة, but "..." في تصريح."""
        if fold_key(self._word(where)) not in _WHERE or self._length(quote.inner) >= _SURE_WORDS:
            return False
        noun = self._words.after(where.start)
        return noun is not None and not self._lexicons.has("goes_on_in", self._word(noun))

    def _in_next_paragraph(self, head: Span, limit: int) -> Content | None:
        """Words that begin on the line behind the colon."""
        following = self._words.after(limit)
        near = quoted_near(self._text, following.start) if following else []
        first = next((each for each in near if not self._text[limit : each.outer.start].strip(" :\u00a0\n")), None)
        return Content(self.run_on(first), DIRECT, head) if first else None

    def _of_frame(self, stretch: Span, cue: Token, quotes: list[Quoted], limit: int) -> Content | None:
        """بحسب, وفق and the like: the content stands before them, or behind the comma after who is named."""
        start = max(stretch.start, self._sentence(cue.start, stretch).start)
        verb = self._cues.at(cue)
        frame = Span(verb.span.start, max(verb.span.end, cue.end)) if verb else Span(cue.start, cue.end)
        opening = self._led_back(frame.start)
        lead = self._words.before(opening)
        if lead is not None and self._has("in_view", lead) and not self._lexicons.is_frame(self._word(cue)):
            opening = lead.start + (self._word(lead)[0] == "و")
        behind = self._text[start:opening].strip(" \u00a0و")
        apart = not behind or behind[-1] in '،,»"”'
        if self._is_ours(frame.end) or self._endings.tells_way(cue) or not (apart or self._endings.names_source(cue)):
            return None
        earlier = self._quote_before(cue, quotes)
        found = self._frames.of(start, Span(opening, frame.end), earlier, limit, quotes)
        if found is None:
            return None
        content, head = found
        whole = any(each.outer == content for each in quotes)
        kind = DIRECT if whole else MIXED if self._marks.within(content, quotes) else INDIRECT
        return Content((content,), kind, head, framed=True)

    def _is_ours(self, end: int) -> bool:
        """Whether somebody only says what he himself thinks: بحسب توقعاتنا."""
        behind = self._words.after(end - 1)
        key = fold_key(self._word(behind)) if behind else ""
        papers = self._lexicons.attribution.get("papers", frozenset()) | self._lexicons.bare_nouns
        return key.endswith("نا") and (key.removesuffix("نا") in papers or key.removesuffix("تنا") + "ه" in papers)

    def _only_tells(self, cue: Token) -> bool:
        """Whether كما before the verb makes a frame of it: تراجعت المبيعات، كما أظهرت بيانات الوزارة."""
        before = self._words.before(cue.start)
        if before is not None and fold_key(self._word(before)) == "ما":  # على ما أفادت
            before = self._words.before(before.start)
        led = before is not None and fold_key(self._word(before)) in ("كما", "مثلما", "علي")
        as_told = led and self._has("as_told", cue)
        return as_told and before is not None and self._sign_before(before.start) in ("،", ",", "؛")

    def _led_back(self, start: int) -> int:
        """``start`` before the words that lead from a content back to its expression: كما، هكذا، بهذه الكلمات."""
        before = self._words.before(start)
        while before is not None and self._lexicons.has("led_back", self._word(before)):
            earlier = self._words.before(before.start)
            alone = fold_key(self._word(before)) == "ما" and not (earlier and self._has("led_back", earlier))
            if alone or self._text[before.end : start].strip():  # هذا ما قال, but not ما تردد
                return start
            start, before = before.start, earlier
        return start

    def _quote_before(self, cue: Token, quotes: list[Quoted]) -> Quoted | None:
        """The quotation that ends right before the expression, with no more than a comma or كما between."""
        verb = self._cues.at(cue)
        start = min(self._led_back(cue.start), verb.span.start if verb else cue.start)
        between = _COMMAS + ":" if start < cue.start else _COMMAS  # «...»: هكذا هتف
        for quote in quotes:
            if quote.outer.end <= start and not self._text[quote.outer.end : start].strip(between):
                joined = verb is None or verb.span.start > cue.start
                named = self._text[quote.outer.start - 2 : quote.outer.start].rstrip("ـ ")[-1:] == "ل"  # لـ"المدينة"
                return None if joined or named or self._marks.is_name(quote) else quote
        return None

    def _goes_on_with(self, found: Content, quotes: list[Quoted]) -> bool:
        """Whether the quotation behind the expression goes on with the one before it: only a comma leads to it."""
        start = found.content[0].start
        led = self._sign_before(start) in _RESUMES
        return led and any(each.outer.start == start for each in quotes)
