"""The pages of a project file read one by one, without SQLite, so that a damaged page costs only what stood on it.

https://www.sqlite.org/fileformat.html, sections 1.5, 1.6 and 2. Nothing here trusts what it reads: a cell that does not
fit its page, its types or UTF-8 is counted as lost. A project is made with pages of 4096 bytes that reserve nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

_TABLE_LEAF, _TABLE_INNER, _INDEX_LEAF, _INDEX_INNER = 0x0D, 0x05, 0x0A, 0x02
_KINDS = {_TABLE_LEAF: 8, _TABLE_INNER: 12, _INDEX_LEAF: 8, _INDEX_INNER: 12}
_USUAL_SIZE = 4096
_WIDTHS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
_MOST_COLUMNS = 64

Value = int | float | str | bytes | None


class Unreadable(ValueError):
    """A page, a cell or a record is not as SQLite writes it."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One row as it stands on a page: its row number in a table, None in an index or a table without row numbers."""

    rowid: int | None
    values: tuple[Value, ...]


@dataclass(slots=True)
class Tree:
    """What one tree holds. ``lost`` counts pages and cells that cannot be read; none means that it is complete."""

    cells: list[Cell] = field(default_factory=list)
    lost: int = 0


class Pages:
    """A file as pages, numbered from 1. ``content`` may be cut off anywhere."""

    def __init__(self, content: bytes | memoryview) -> None:
        self.content = content
        said = int.from_bytes(content[16:18])
        self.size = said if said in (512, 1024, 2048, 4096, 8192, 16384, 32768) else _USUAL_SIZE
        self.count = len(content) // self.size

    def page(self, number: int) -> bytes:
        if not 1 <= number <= self.count:
            raise Unreadable(f"there is no page {number}")
        return bytes(self.content[(number - 1) * self.size : number * self.size])

    def cells(self, number: int, seen: set[int] | None = None) -> Iterator[Cell | Unreadable]:
        """The rows on one page, each as it can be read; pages that its rows go on to are added to ``seen``."""
        page, at, kind = self._begin(number)
        if kind == _TABLE_INNER:
            return
        for place in self._places(page, at, kind):
            try:
                yield self._cell(page, place, kind, set() if seen is None else seen)
            except Unreadable as error:
                yield error

    def below(self, number: int) -> list[int]:
        """The pages right under a page of a tree, in order; none under a leaf."""
        page, at, kind = self._begin(number)
        if kind not in (_TABLE_INNER, _INDEX_INNER):
            return []
        found = [int.from_bytes(page[place : place + 4]) for place in self._places(page, at, kind)]
        return [*found, int.from_bytes(page[at + 8 : at + 12])]

    def is_table(self, number: int) -> bool | None:
        """Whether a page is one of a table with row numbers; None when it is no page of a tree."""
        try:
            kind = self._begin(number)[2]
        except Unreadable:
            return None
        return kind in (_TABLE_LEAF, _TABLE_INNER)

    def walk(self, root: int, seen: set[int], read: bool = True) -> Tree:
        """All rows of the tree under a page, as far as the way to them can be read; only the way, unless they are
        ``read``."""
        tree, waiting, table = Tree(), [root], self.is_table(root)
        while waiting:
            number = waiting.pop()
            if number in seen or self.is_table(number) is not table:
                tree.lost += 1
                continue
            seen.add(number)
            try:
                waiting += reversed(self.below(number))
                for cell in self.cells(number, seen) if read else ():
                    if isinstance(cell, Cell):
                        tree.cells.append(cell)
                    else:
                        tree.lost += 1
            except Unreadable:
                tree.lost += 1
        return tree

    def free(self) -> set[int]:
        """Pages that hold nothing any more, as far as their list can be read: what stands on them is old."""
        found: set[int] = set()
        number = int.from_bytes(self.content[32:36])
        while 1 < number <= self.count and number not in found:
            found.add(number)
            page = self.page(number)
            count = min(int.from_bytes(page[4:8]), self.size // 4 - 2)
            found |= {int.from_bytes(page[8 + 4 * each : 12 + 4 * each]) for each in range(count)}
            number = int.from_bytes(page[:4])
        return found

    def _begin(self, number: int) -> tuple[bytes, int, int]:
        """A page of a tree, where its header stands, and its kind."""
        page = self.page(number)
        at = 100 if number == 1 else 0
        if page[at] not in _KINDS:
            raise Unreadable(f"page {number} is no page of a tree")
        return page, at, page[at]

    def _places(self, page: bytes, at: int, kind: int) -> list[int]:
        count, first = int.from_bytes(page[at + 3 : at + 5]), at + _KINDS[kind]
        if first + 2 * count > self.size:
            raise Unreadable("more rows than a page can have")
        places = [int.from_bytes(page[first + 2 * each : first + 2 * each + 2]) for each in range(count)]
        if any(not first + 2 * count <= place <= self.size - 4 for place in places):
            raise Unreadable("a row that stands nowhere")
        return places

    def _cell(self, page: bytes, place: int, kind: int, seen: set[int]) -> Cell:
        if kind == _INDEX_INNER:
            place += 4
        length, place = _number(page, place)
        rowid = None
        if kind == _TABLE_LEAF:
            rowid, place = _number(page, place)
            rowid -= (rowid >> 63) << 64
        return Cell(rowid, _record(self._payload(page, place, length, kind == _TABLE_LEAF, seen)))

    def _payload(self, page: bytes, place: int, length: int, table: bool, seen: set[int]) -> bytes:
        """The bytes of a row, of which the last may stand on pages of their own."""
        size = self.size
        if length > len(self.content):
            raise Unreadable("a row longer than the file")
        most = size - 35 if table else (size - 12) * 64 // 255 - 23
        least = (size - 12) * 32 // 255 - 23
        here = length
        if length > most:
            here = least + (length - least) % (size - 4)
            here = here if here <= most else least
        if place + here + (4 if length > here else 0) > size:
            raise Unreadable("a row that goes over the end of its page")
        parts, left = [page[place : place + here]], length - here
        following = int.from_bytes(page[place + here : place + here + 4]) if left else 0
        passed: set[int] = set()
        while left:
            if following in passed:
                raise Unreadable("a row that comes back to itself")
            passed.add(following)
            more = self.page(following)
            parts.append(more[4 : 4 + left])
            left -= len(parts[-1])
            following = int.from_bytes(more[:4])
        if following:
            raise Unreadable("a row that does not end where it should")
        seen |= passed
        return b"".join(parts)


def _number(content: bytes, at: int) -> tuple[int, int]:
    """A number of one to nine bytes, and what follows it."""
    value = 0
    for step in range(9):
        if at + step >= len(content):
            raise Unreadable("a number without an end")
        byte = content[at + step]
        if step == 8:
            return (value << 8) | byte, at + 9
        value = (value << 7) | (byte & 0x7F)
        if byte < 0x80:
            return value, at + step + 1
    raise AssertionError("nine bytes are the most")


def _record(payload: bytes) -> tuple[Value, ...]:
    header, at = _number(payload, 0)
    if header > len(payload):
        raise Unreadable("a record that is all header")
    types = []
    while at < header:
        kind, at = _number(payload, at)
        types.append(kind)
    if at != header or not 0 < len(types) <= _MOST_COLUMNS:
        raise Unreadable("a header that does not end where it should")
    values = []
    for kind in types:
        value, at = _value(payload, at, kind)
        values.append(value)
    if at != len(payload):
        raise Unreadable("a record that does not end where it should")
    return tuple(values)


def _value(payload: bytes, at: int, kind: int) -> tuple[Value, int]:
    import struct  # noqa: PLC0415 - only while something is rescued

    if kind == 0:
        return None, at
    if kind in (8, 9):
        return kind - 8, at
    if kind in (10, 11):
        raise Unreadable("a type that nothing has")
    length = 8 if kind == 7 else _WIDTHS.get(kind, (kind - 12) // 2)
    raw = payload[at : at + length]
    if len(raw) != length:
        raise Unreadable("a value that goes over the end of its record")
    if kind == 7:
        return float(struct.unpack(">d", raw)[0]), at + 8
    if kind < 7:
        return int.from_bytes(raw, signed=True), at + length
    if kind % 2 == 0:
        return raw, at + length
    try:
        return raw.decode(), at + length
    except UnicodeDecodeError as error:
        raise Unreadable("a text that is not UTF-8") from error
