"""Finding things by name as one types: folded, by all words, the likelier first."""

from __future__ import annotations

from app.domain.text.folding import STRONG, fold_key

PREFIX, WORDS, PART, LETTERS = range(4)
"""How well a name fits: it begins with the query, words of it do, it holds the words, it has the letters in order."""


class Names:
    """All the names of one thing, folded once."""

    def __init__(self, *names: str) -> None:
        self._names = tuple(dict.fromkeys(fold(name) for name in names))
        self._all = " " + " ".join(self._names)

    def fit(self, query: str) -> int | None:
        """How well the folded ``query`` fits: ``PREFIX``, ``WORDS``, ``PART`` or ``LETTERS``; None when not at all."""
        if any(name.startswith(query) for name in self._names):
            return PREFIX
        words = query.split()
        if all(f" {word}" in self._all for word in words):
            return WORDS
        if all(word in self._all for word in words):
            return PART
        return LETTERS if len(query) > 1 and any(_in_order(query, name) for name in self._names) else None


def fold(text: str) -> str:
    """A name or a query as it is compared: folded strongly, brackets and points taken for spaces."""
    return " ".join("".join(sign if sign.isalnum() else " " for sign in fold_key(text, STRONG)).split())


def _in_order(query: str, name: str) -> bool:
    letters = iter(name)
    return all(letter in letters for letter in query if letter != " ")
