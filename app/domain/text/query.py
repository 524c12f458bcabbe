"""The language of a search through the corpus: what somebody typed, as a tree of words and a list of filters.

    word        with و ف ب ك ل س ال before it too          =word      exactly this word
    "two words" side by side, the first behind clitics too  wor*       words that begin so
    a b   a AND b   a و b   both     a OR b   a | b   a أو b   either     -a   NOT a   ليس a   without
    ( )         what belongs together                        title:word   only there (title, text, ref)
    label:PERS  source:name  from:2026-04 ...                filters, for the whole query

Operators stand alone, the Latin ones in capitals; between quotation marks they are words like any others. Whatever is
typed is either understood or refused by a ``QueryTrouble`` that says where.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from app.domain.errors import N_
from app.domain.text.querysigns import FIELDS, QueryTrouble, Sign, signs
from app.domain.text.querywords import Words, words_of

LONGEST, _DEEPEST, _MOST = 2000, 20, 40  # code points of a query; parentheses in one another; words

_NOTHING = N_("Character {place}: there is no letter or digit to look for in “{word}”. Write a word.")
_UNOPENED = N_("Character {place}: this parenthesis was never opened. Leave it out, or open it before.")
_OPEN = N_("Character {place}: this parenthesis is never closed. Close it, or leave it out.")
_EMPTY = N_("Character {place}: there is nothing between these parentheses. Write a word there.")
_LONELY = N_(
    "Character {place}: “{word}” joins two words. Write one on either side of it, or put it in quotation marks."
)
_BEFORE = N_("Character {place}: “{word}” stands before what it belongs to. Write a word directly behind it.")
_STAR = N_("Character {place}: a star can only stand behind the beginning of a word, as in وزار*.")
_ONLY_LEFT_OUT = N_("Character {place}: nothing is looked for here, only left out. Write beside it a word to find.")
_DEEP = N_("Character {place}: these parentheses stand too deep in one another. Take some of them out.")
_MANY = N_("Character {place}: more than {most} words are looked for at once. Take some of them out.")
_LONG = N_("This query has more than {most} characters. Look for fewer words.")
_NO_VALUE = N_("Character {place}: say behind {name}: what it should be, as in {name}:word.")
_GROUPED = N_(
    "Character {place}: the filter {name}: is meant for the whole query. Write it outside of parentheses, and not "
    "beside OR."
)


@dataclass(frozen=True, slots=True)
class Both:
    """Every part holds. Parts that are ``Without`` only take away."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """At least one part holds."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Without:
    """The part does not hold."""

    part: Node


@dataclass(frozen=True, slots=True)
class Filter:
    """What an article or its marks must be, or with ``wanted`` false must not be; ``at`` is where it stands."""

    name: str
    value: str
    at: int
    wanted: bool = True


Node = Words | Both | Either | Without | Filter


@dataclass(frozen=True, slots=True)
class Query:
    """``tree`` holds no filter; it is None where only filters were typed, or nothing at all."""

    tree: Node | None = None
    filters: tuple[Filter, ...] = ()

    def looked_for(self) -> list[Words]:
        """The words that are to be found, without those that are to be left out."""
        return list(_sought(self.tree)) if self.tree is not None else []


def read_query(typed: str) -> Query:
    """What was typed as a query; ``QueryTrouble`` when it cannot be understood, and nothing else ever."""
    if len(typed) > LONGEST:
        raise QueryTrouble(_LONG, most=LONGEST)
    found = list(signs(typed))
    if not found:
        return Query()
    reader = _Reader(found)
    tree = reader.either(0)
    if reader.sign is not None:  # either() stops only at a parenthesis
        raise QueryTrouble(_UNOPENED, reader.sign.at)
    return _parted(tree)


def is_positive(node: Node) -> bool:
    """Whether the node looks for something, and does not only leave out."""
    return not isinstance(node, Without | Filter) and (not isinstance(node, Both) or any(map(is_positive, node.parts)))


class _Reader:
    """Reads the signs from the first to the last, each level of the grammar in a method of its own."""

    def __init__(self, found: list[Sign]) -> None:
        self._signs = found
        self._next = self._words = 0

    @property
    def sign(self) -> Sign | None:
        return self._signs[self._next] if self._next < len(self._signs) else None

    def either(self, depth: int) -> Node:
        parts, starts = [], []
        while True:
            starts.append(self.sign.at if self.sign is not None else 0)
            parts.append(self._both(depth))
            if self.sign is None or self.sign.kind != "or":
                break
            self._operator()
        if len(parts) == 1:
            return parts[0]
        for part, at in zip(parts, starts, strict=True):
            _refuse_filters(part)
            if not is_positive(part):
                raise QueryTrouble(_ONLY_LEFT_OUT, at)
        return Either(tuple(parts))

    def _both(self, depth: int) -> Node:
        parts: list[Node] = []
        while self.sign is not None and self.sign.kind not in ("or", "close"):
            if self.sign.kind == "and":
                self._operator(lonely=not parts)
            parts.append(self._one(depth))
        if not parts:
            sign = self._signs[min(self._next, len(self._signs) - 1)]
            raise QueryTrouble(_LONELY if sign.kind == "or" else _UNOPENED, sign.at, word=sign.text)
        return parts[0] if len(parts) == 1 else Both(tuple(parts))

    def _operator(self, *, lonely: bool = False) -> None:
        """Go over an operator, which must stand between two."""
        operator, following = self._take(), self.sign
        if lonely or following is None or following.kind in ("and", "or", "close"):
            raise QueryTrouble(_LONELY, operator.at, word=operator.text)

    def _one(self, depth: int) -> Node:
        out, first = False, self._signs[self._next]
        while (sign := self.sign) is not None and sign.kind in ("not", "minus"):
            self._take()
            if self.sign is None or self.sign.kind in ("and", "or", "close"):
                raise QueryTrouble(_BEFORE, sign.at, word=sign.text)
            out = not out
        node = self._part(depth)
        if not out:
            return node
        if isinstance(node, Filter):
            return replace(node, wanted=not node.wanted)
        _refuse_filters(node)
        if not is_positive(node):
            raise QueryTrouble(_ONLY_LEFT_OUT, first.at)
        return Without(node)

    def _part(self, depth: int, field: str | None = None) -> Node:
        sign = self._take()
        if sign.kind == "open":
            return self._group(sign, depth, field)
        if sign.kind == "field":
            return self._field(sign, depth)
        if sign.kind == "exact":
            following = self.sign
            if following is None or following.kind not in ("word", "quote") or not following.joined:
                raise QueryTrouble(_BEFORE, sign.at, word=sign.text)
            return self._leaf(self._take(), field, exact=True)
        return self._leaf(sign, field)

    def _group(self, opened: Sign, depth: int, field: str | None) -> Node:
        if depth == _DEEPEST:
            raise QueryTrouble(_DEEP, opened.at)
        if self.sign is None:
            raise QueryTrouble(_OPEN, opened.at)
        if self.sign.kind == "close":
            raise QueryTrouble(_EMPTY, opened.at)
        inside = self.either(depth + 1)
        if self.sign is None:
            raise QueryTrouble(_OPEN, opened.at)
        self._take()
        if depth or field:
            _refuse_filters(inside)
        return _in_field(inside, field) if field else inside

    def _field(self, sign: Sign, depth: int) -> Node:
        name, _, shown = sign.text.partition("\0")
        following = self.sign
        if following is None or not following.joined or following.kind not in ("word", "quote", "open", "exact"):
            raise QueryTrouble(_NO_VALUE, sign.at, name=shown)
        if name in FIELDS:
            return self._part(depth, name)
        value = self._take()
        bare = value.text[1:-1] if value.kind == "quote" else value.text
        if value.kind in ("open", "exact") or not any(map(str.isalnum, bare)):
            raise QueryTrouble(_NO_VALUE, sign.at, name=shown)
        return Filter(name, bare.strip(), sign.at)

    def _leaf(self, sign: Sign, field: str | None, *, exact: bool = False) -> Node:
        quoted = sign.kind == "quote"
        text = (sign.text[1:-1] if quoted else sign.text).rstrip()
        following = self.sign
        if quoted and following is not None and following.joined and following.text == "*":
            self._take()
            text += "*"
        prefix = text.endswith("*")
        bare = text[:-1] if prefix else text
        if "*" in bare or (prefix and not words_of(bare[-1:])):
            raise QueryTrouble(_STAR, sign.at)
        found = words_of(bare)
        if not found:
            raise QueryTrouble(_NOTHING, sign.at, word=sign.text)
        self._words += len(found)
        if self._words > _MOST:
            raise QueryTrouble(_MANY, sign.at, most=_MOST)
        return Words(found, prefix, exact, field)

    def _take(self) -> Sign:
        sign = self._signs[self._next]
        self._next += 1
        return sign


def _parted(tree: Node) -> Query:
    """The words and the filters of a tree, which stand side by side at its top."""
    parts = tree.parts if isinstance(tree, Both) else (tree,)
    filters = tuple(part for part in parts if isinstance(part, Filter))
    rest = tuple(part for part in parts if not isinstance(part, Filter))
    for part in rest:
        _refuse_filters(part)
    if not rest:
        return Query(None, filters)
    return Query(rest[0] if len(rest) == 1 else Both(rest), filters)


def _refuse_filters(node: Node) -> None:
    if isinstance(node, Filter):
        raise QueryTrouble(_GROUPED, node.at, name=node.name)
    for part in _parts(node):
        _refuse_filters(part)


def _parts(node: Node) -> tuple[Node, ...]:
    if isinstance(node, Both | Either):
        return node.parts
    return (node.part,) if isinstance(node, Without) else ()


def _in_field(node: Node, field: str) -> Node:
    """The node looked for in one field alone; a field that a part names itself stays."""
    match node:
        case Words():
            return replace(node, field=node.field or field)
        case Both() | Either():
            return replace(node, parts=tuple(_in_field(part, field) for part in node.parts))
        case Without():
            return Without(_in_field(node.part, field))
    return node


def _sought(node: Node) -> Iterator[Words]:
    if isinstance(node, Words):
        yield node
    elif isinstance(node, Both | Either):
        for part in node.parts:
            yield from _sought(part)
