"""What the rules of attribution ask again and again of the words of one article."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from app.domain.span import Span
from app.domain.text.folding import fold_key, is_invisible
from app.domain.text.lexicon import Lexicons
from app.domain.text.paragraphs import paragraph_at
from app.domain.text.sentences import sentences
from app.domain.text.tokens import Token, Words

_NOTHING: frozenset[str] = frozenset()
_THAT = re.compile("ب?ا?ان(?:ه|ها|هم|هما|هن|نا|ني|ي|ك|كم)?")


class Wording:
    """The words of one article and the lists that tell what they do."""

    def __init__(self, text: str, words: Words, lexicons: Lexicons) -> None:
        self._text, self._words, self._lexicons = text, words, lexicons
        self._sentences: tuple[Span, list[Span]] = (Span(0, 0), [])  # of the paragraph last asked for

    @property
    def parts(self) -> tuple[str, Words, Lexicons]:
        """What it was made of."""
        return self._text, self._words, self._lexicons

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
        """The sentence at ``position``; ``stretch`` on a blank line. The paragraph last asked for is read once."""
        paragraph, found = self._sentences
        if not found or not paragraph.start <= position <= paragraph.end:
            around = paragraph_at(self._text, position)
            if around is None:
                return stretch
            inside = sentences(self._text[around.start : around.end], self._lexicons)
            found = [Span(around.start + each.start, around.start + each.end) for each in inside]
            self._sentences = (around, found)
        return found[max(0, bisect_right(found, position, key=lambda each: each.start) - 1)] if found else stretch

    def _is_that(self, token: Token, joined: str = "") -> bool:
        """Whether the word is إن or أن, with whatever is attached; ``joined`` with that letter before it (وأن)."""
        key = fold_key(self._word(token))
        return key.startswith(joined) and bool(_THAT.fullmatch(key.removeprefix(joined)))

    def _has(self, heading: str, token: Token | None) -> bool:
        """Whether ``token`` stands under ``heading`` in the list of attribution, as it is or behind و."""
        key = fold_key(self._word(token)) if token else ""
        listed = self._lexicons.attribution.get(heading, _NOTHING)
        return bool(key) and (key in listed or (key[0] == "و" and key[1:] in listed))
