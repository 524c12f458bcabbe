"""What a damaged project file still holds: rows by table, and the journal, read from its pages.

Rows that the way through their table leads to are ``live``. When a part of that way is lost, pages of the same shape
that nothing leads to are looked at too; their rows are ``stray`` and may be older than what was lost.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from app.domain.annotation import Annotation, Record
from app.domain.edit import Edit
from app.store.pages import Cell, Pages, Unreadable, Value
from app.store.records import changes_from_json, compact

Key = tuple[str, str]
"""The type of a record and its id."""

_SHAPES = {  # whether the table has row numbers, and how many columns it has
    "article": (True, 14),
    "article_queue": (False, 5),  # an index that names every article
    "journal": (True, 12),
    "codebook": (True, 3),
    "annotation": (False, 16),
    "annotation_place": (False, 5),  # an index: layer, article, state and kind of every mark, and its id
    "link": (False, 8),
    "entry": (False, 6),
    "progress": (False, 4),
    "card": (True, 6),
    "note": (False, 2),
    "pace": (False, 5),
    "activity": (False, 5),
}
_INDEXES = ("article_queue", "annotation_place")
_ALONE = ("note", "pace", "activity", *_INDEXES)  # too many shapes are like theirs to know a stray page by
_JOURNAL_IDS = "sqlite_autoindex_journal_1"
_OPS = ("do", "undo", "redo", "import")


@dataclass(slots=True)
class Rows:
    """The rows of one table, as its columns stand in the file. Complete when nothing of it is known to be lost;
    ``known`` when the file says that it has such a table."""

    live: list[tuple[Value, ...]] = field(default_factory=list)
    stray: list[tuple[Value, ...]] = field(default_factory=list)
    complete: bool = False
    known: bool = False


@dataclass(slots=True)
class History:
    """The readable rows of the journal by ``seq``, their edits, and what each record was last, with the row that says
    so. Complete when no row is missing."""

    rows: dict[int, tuple[Value, ...]] = field(default_factory=dict)
    edits: dict[int, Edit] = field(default_factory=dict)
    last: dict[Key, tuple[int, Record | None]] = field(default_factory=dict)
    complete: bool = False
    missing: int = 0


@dataclass(slots=True)
class Salvage:
    """All that was found."""

    tables: dict[str, Rows]
    history: History


def key_of(record: Record) -> Key:
    return type(record).__name__, record.id


def salvage(content: bytes | memoryview) -> Salvage:
    """Read a damaged file, of which any byte may be wrong and any part may be missing."""
    pages = Pages(content)
    free = pages.free()
    seen = set(free)
    roots = _roots(pages, seen)
    tables = {name: Rows() for name in _SHAPES}
    newest = 0
    for name, root in roots.items():
        tree = pages.walk(root, seen, read=name in _SHAPES or name == _JOURNAL_IDS)
        if name in _SHAPES:
            rows = [_row(name, cell) for cell in tree.cells]
            tables[name].known = True
            tables[name].live = [row for row in rows if row is not None]
            tables[name].complete = not tree.lost and None not in rows and not _doubled(name, tables[name].live)
        elif name == _JOURNAL_IDS:
            seqs = [cell.values[-1] for cell in tree.cells]
            newest = max((each for each in seqs if isinstance(each, int)), default=0)
    if not all(rows.complete for rows in tables.values()):
        _find_stray(pages, seen, tables)
    return Salvage(tables, _history(tables["journal"], newest))


def _roots(pages: Pages, seen: set[int]) -> dict[str, int]:
    """Where each tree begins, by its name, as far as the first page says so."""
    found = {}
    for cell in pages.walk(1, seen).cells:
        if len(cell.values) == 5 and isinstance(cell.values[1], str) and isinstance(cell.values[3], int):
            found[cell.values[1]] = cell.values[3]
    return {name: root for name, root in found.items() if 1 < root <= pages.count}


def _row(name: str, cell: Cell) -> tuple[Value, ...] | None:
    """The row of a table's cell, its row number where it belongs; None for what is none."""
    table, columns = _SHAPES[name]
    if (cell.rowid is not None) is not table or len(cell.values) < columns:
        return None
    return (cell.rowid, *cell.values[1:columns]) if table else cell.values[:columns]


def _doubled(name: str, rows: list[tuple[Value, ...]]) -> bool:
    """Whether two rows have one key: then one stands where another stood."""
    keys = {"progress": 2, "pace": 3, "activity": 4}.get(name, 1)
    return name not in _INDEXES and len({row[:keys] for row in rows}) < len(rows)


def _find_stray(pages: Pages, seen: set[int], tables: dict[str, Rows]) -> None:
    wanted = {shape: name for name, shape in _SHAPES.items() if not tables[name].complete and name not in _ALONE}
    for number in range(2, pages.count + 1):
        if number in seen or pages.is_table(number) is None:
            continue
        try:
            for cell in pages.cells(number):
                if isinstance(cell, Unreadable):
                    continue
                name = wanted.get((cell.rowid is not None, len(cell.values)))
                row = _row(name, cell) if name else None
                if name and row is not None:
                    tables[name].stray.append(row)
        except Unreadable:
            continue


def _history(rows: Rows, newest: int) -> History:
    history = History()
    for row in (*rows.stray, *rows.live):  # a live row takes the place of a stray one
        if (edit := _edit(row)) is not None:
            assert isinstance(row[0], int)
            history.rows[row[0]], history.edits[row[0]] = row, edit
    newest = max(newest, max(history.rows, default=0))
    history.missing = newest - len(history.rows)
    history.complete = rows.complete and not history.missing
    for seq in sorted(history.edits):
        for change in history.edits[seq].changes:
            history.last[key_of(change.record)] = (seq, change.after)
    return history


def _edit(row: tuple[Value, ...]) -> Edit | None:
    """The edit of a row of the journal; None when the row contradicts itself."""
    seq, id_, op, _, title, layer, author, at, codebook, stack, articles, changes = row
    texts = (id_, title, layer, author, at, articles, changes)
    if not (isinstance(seq, int) and seq > 0 and op in _OPS and isinstance(codebook, int) and stack in (0, 1, 2)):
        return None
    if not all(isinstance(each, str) for each in texts):
        return None
    try:
        edit = Edit(str(title), changes_from_json(str(changes)))
        whole = articles == compact(sorted(edit.articles())) and all(_has_ends(change) for change in edit.changes)
    except (ValueError, TypeError, KeyError, AttributeError, IndexError, AssertionError):
        return None
    return edit if whole else None


def _has_ends(change: object) -> bool:
    ends = [end for end in (getattr(change, "before", None), getattr(change, "after", None)) if end is not None]
    if not ends or len({key_of(end) for end in ends}) != 1:
        return False
    return all(not isinstance(end, Annotation) or bool(end.fragments) for end in ends)


def common(values: Iterable[str]) -> frozenset[str]:
    """The words that stand in more than one place."""
    return frozenset(word for word, count in Counter(values).items() if count > 1)
