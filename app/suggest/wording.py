"""What the rules of attribution ask again and again of the words of one article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.domain.span import Span
from app.domain.text.folding import fold_key, is_invisible
from app.domain.text.lexicon import Lexicons
from app.domain.text.sentences import sentence_at
from app.domain.text.tokens import Token, Words

_THAT = re.compile("ب?ا?ان(?:ه|ها|هم|هما|هن|نا|ني|ي|ك|كم)?")


class Wording:
    """The words of one article and the lists that tell what they do."""

    def __init__(self, text: str, words: Words, lexicons: Lexicons) -> None:
        self._text, self._words, self._lexicons = text, words, lexicons

    def _word(self, token: Token) -> str:
        return self._text[token.start : token.end]

    def _length(self, span: Span) -> int:
        return sum(1 for _ in self._tokens(span))

    def _tokens(self, span: Span) -> Iterator[Token]:
        token = self._words.after(span.start - 1)
        while token is not None and token.start < span.end:
            yield token
            token = self._words.after(token.start)

    def _skip(self, at: int, limit: int, also: str = "") -> int:
        while at < limit and (self._text[at].isspace() or is_invisible(self._text[at]) or self._text[at] in also):
            at += 1
        return at

    def _sign_before(self, at: int) -> str:
        """The last character before ``at`` that is no space; nothing at the start of the article."""
        while at > 0 and self._text[at - 1].isspace():
            at -= 1
        return self._text[at - 1] if at > 0 else ""

    def _sentence(self, position: int, stretch: Span) -> Span:
        return sentence_at(self._text, position, self._lexicons) or stretch

    def _is_that(self, token: Token, joined: str = "") -> bool:
        """Whether the word is إن or أن, with whatever is attached; ``joined``: with that letter before it (وأن، فإن)."""
        key = fold_key(self._word(token))
        return key.startswith(joined) and bool(_THAT.fullmatch(key.removeprefix(joined)))

    def _has(self, heading: str, token: Token | None) -> bool:
        """Whether ``token`` stands under ``heading`` in the list of attribution, as it is or behind و."""
        word = self._word(token) if token else ""
        return bool(word) and (self._lexicons.has(heading, word) or self._lexicons.has(heading, word.removeprefix("و")))
