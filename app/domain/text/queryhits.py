"""Where an article holds what a query looks for: in its text, and only if nowhere there, in its title or ref."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import islice

from app.domain.text.query import Both, Either, Node, Query, Without
from app.domain.text.querysigns import FIELDS, REF, TEXT, TITLE
from app.domain.text.querywords import Words, places

_CONTEXT = 48  # letters of the key that an order by context looks at


class Looked:
    """A query as it is asked of one article after the other. Keys are light keys; positions are those of the keys."""

    def __init__(self, query: Query) -> None:
        self.tree = query.tree
        found = query.looked_for()
        self._words = {field: [each for each in found if _is_for(each, field)] for field in FIELDS}
        self.only_text = bool(self._words[TEXT])

    def holds(self, keys: Mapping[str, str]) -> bool:
        """Whether an article with these keys by field is one that the query finds. Without words, every one is."""
        return self.tree is None or _holds(self.tree, keys)

    def places(self, field: str, key: str) -> list[tuple[int, int]]:
        """Where words of the query stand in one field, in order, none over another."""
        sought = self._words[field]
        if len(sought) == 1:
            return list(places(sought[0], key))
        found: list[tuple[int, int]] = []
        for start, end in sorted({each for words in sought for each in places(words, key)}, key=_longest_first):
            if not found or start >= found[-1][1]:
                found.append((start, end))
        return found

    def count(self, key: str) -> int:
        """How many places a text has."""
        return len(self.places(TEXT, key))


def context_keys(key: str, start: int, end: int) -> tuple[str, str]:
    """What an order by context compares: the words of the paragraph before a place, the nearest first, and those behind
    it. Clitics that are written together with the words are no context."""
    while start > 0 and key[start - 1].isalnum():
        start -= 1
    while end < len(key) and key[end].isalnum():
        end += 1
    before = _words(key[max(start - _CONTEXT, 0) : start].rpartition("\n")[2])
    behind = _words(key[end : end + _CONTEXT].partition("\n")[0])
    return " ".join(reversed(before)), " ".join(behind)


def _words(stretch: str) -> list[str]:
    return "".join(letter if letter.isalnum() else " " for letter in stretch).split()


def _longest_first(place: tuple[int, int]) -> tuple[int, int]:
    return place[0], -place[1]


def _is_for(words: Words, field: str) -> bool:
    return words.field == field or (words.field is None and field != REF)


def _holds(node: Node, keys: Mapping[str, str]) -> bool:
    match node:
        case Words():
            fields: Iterable[str] = (node.field,) if node.field else (TITLE, TEXT)
            return any(next(islice(places(node, keys[field]), 1), None) for field in fields)
        case Both():
            return all(_holds(part, keys) for part in node.parts)
        case Either():
            return any(_holds(part, keys) for part in node.parts)
        case Without():
            return not _holds(node.part, keys)
    return True
