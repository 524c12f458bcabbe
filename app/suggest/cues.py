"""The reporting expressions of an article: words of the lexicon where they really report."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.span import Span
from app.domain.text.folding import fold_key
from app.domain.text.inflection import word_keys
from app.domain.text.lexicon import Lexicons, ReportingVerb, reporting_match
from app.domain.text.quotation import Quoted
from app.domain.text.tokens import Token, Words

_DAMMA = "\u064f"
_THAT = frozenset({"ان", "بان", "انه", "انها", "انهم", "بانه", "بانها", "بانهم", "اننا", "اني"})


class Cues:
    """Finds the words that report in one article."""

    def __init__(self, text: str, words: Words, lexicons: Lexicons) -> None:
        self._text, self._words, self._lexicons = text, words, lexicons

    def at(self, token: Token) -> ReportingVerb | None:
        """The expression that ``token`` is; None for what only looks like one: the name of an act (عدم ذكر اسمه), a
        passive (اتُهم), our own words (نشير)."""
        found = reporting_match(self._text, token, self._lexicons)
        if found is None:
            return None
        word = self._word(token)
        before, behind = self._words.before(token.start), self._words.after(token.start)
        if before is not None and self._lexicons.has("no_verb_behind", self._word(before)):
            return None
        ours = fold_key(word)[:1] == "ن" and (behind is None or fold_key(self._word(behind)) not in _THAT)
        return None if _DAMMA in word[:4] or ours else found

    def within(self, stretch: Span, quotes: list[Quoted]) -> Iterator[tuple[Token, ReportingVerb]]:
        """The expressions of a stretch, those in its quotations left out."""
        token = self._words.after(stretch.start - 1)
        while token is not None and token.start < stretch.end:
            found = self.at(token)
            if found and not any(quote.outer.start <= token.start < quote.outer.end for quote in quotes):
                yield token, found
            token = self._words.after(token.start)

    def is_noun(self, token: Token) -> bool:
        """Whether the expression is a noun with its pronoun (تصريحه، دعوته)."""
        keys = word_keys(self._word(token))
        nouns = self._lexicons.reporting_nouns
        return any(key in nouns or (key[:1] in "وفبل" and key[1:] in nouns) for key in keys)

    def _word(self, token: Token) -> str:
        return self._text[token.start : token.end]
