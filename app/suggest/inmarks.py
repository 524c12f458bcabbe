"""What stands in quotation marks: somebody's words, or only a name."""

from __future__ import annotations

from collections.abc import Callable

from app.domain.span import Fragments, Span
from app.domain.text.clitics import never
from app.domain.text.folding import fold_key
from app.domain.text.inflection import noun_bases
from app.domain.text.lexicon import Lexicons
from app.domain.text.paragraphs import line_at, paragraph_at, paragraph_before
from app.domain.text.quotation import Quoted, quoted_near
from app.domain.text.tokens import Token, Words
from app.domain.text.trim import trim
from app.suggest.wording import Wording

FEW_WORDS = 4  # a longer stretch in marks is somebody's words, whatever leads to it
_NAME_WORDS = 2  # of a name that comes again and again
_FAR = 10000  # code points around it in which it may do so
_RUNS_ON = 20  # paragraphs that one quotation may take


class InMarks(Wording):
    """Tells the quotations of one article from the names in marks."""

    def __init__(self, text: str, words: Words, lexicons: Lexicons, known: Callable[[str], bool] = never) -> None:
        super().__init__(text, words, lexicons)
        self._known = known

    def within(self, span: Span, quotes: list[Quoted]) -> bool:
        """Whether somebody's words stand in marks within ``span``: names in marks are nobody's words."""
        return any(span.holds(each.outer) and not self.is_name(each) and not self._is_sign(each) for each in quotes)

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

    def run_back(self, quote: Quoted) -> Fragments:
        """A quotation with the paragraphs before it that it goes on from, each with an opening mark and none closed."""
        fragments, first = [quote.outer], quote
        for _ in range(_RUNS_ON):
            before = paragraph_before(self._text, line_at(self._text, first.outer.start).start)
            begins = paragraph_at(self._text, first.outer.start)
            if before is None or begins is None or begins.start != first.outer.start:
                break
            open_ones = [each for each in quoted_near(self._text, before.start) if each.outer.start == before.start]
            if not open_ones or open_ones[0].closed:
                break
            first = open_ones[0]
            fragments.insert(0, first.outer)
        return tuple(fragments)

    def is_name(self, quote: Quoted) -> bool:
        """Whether a short stretch in marks is the name of what the word before it says: عملية "السيف"."""
        before = self._words.before(quote.outer.start)
        if before is None or self._length(quote.inner) > FEW_WORDS:
            return False
        if self._text[before.end : quote.outer.start].strip():
            return False
        if self._recurs(quote) or self._is_name_of_described(before):
            return True
        key = fold_key(self._word(before))
        bare = key if key[:2] == "ال" else key[1:] if key[:1] in "وفبلك" else key
        inner = fold_key(self._text[quote.inner.start : quote.inner.end])
        if bare[:2] == "ال" and inner[:2] != "ال" and self._length(quote.inner) > 1:
            return False  # أمام الفريق "مهمة شاقة"
        forms = {form.removeprefix("ال") for form in (key, bare)}
        forms |= {base for form in forms for base in noun_bases(form) if form.endswith(("ه", "ها", "هم"))}  # روايتها
        heads = self._lexicons.heads
        return any(
            self._lexicons.has("named_things", form) or form in heads.sites or form in heads.bodies for form in forms
        )

    def _recurs(self, quote: Quoted) -> bool:
        """Whether the same one or two words stand in marks near by as well: nobody's words come twice."""
        if self._length(quote.inner) > _NAME_WORDS:
            return False
        whole = self._text[quote.outer.start : quote.outer.end]
        near = Span(max(0, quote.outer.start - _FAR), min(len(self._text), quote.outer.end + _FAR))
        return self._text.count(whole, near.start, near.end) > 1

    def _is_name_of_described(self, adjective: Token) -> bool:
        """Whether an adjective stands between the thing and its name: روايتها الجديدة «غرفة بلا ساعة»."""
        thing = self._words.before(adjective.start)
        if thing is None or not self._word(adjective).startswith("ال"):
            return False
        key = fold_key(self._word(thing)).removeprefix("ال")
        owned = key.endswith(("ه", "ها", "هم"))
        return self._lexicons.has("adjectives", self._word(adjective)) and any(
            self._lexicons.has("named_things", form) for form in (key, *(noun_bases(key) if owned else ()))
        )

    def _is_sign(self, quote: Quoted) -> bool:
        """Whether nothing but a foreign name, a number or a known name stands in the marks."""
        inner = self._text[quote.inner.start : quote.inner.end]
        return not any("\u0600" <= sign <= "\u06ff" for sign in inner) or self._known(fold_key(inner))
