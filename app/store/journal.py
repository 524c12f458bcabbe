"""The journal: every edit in order, what can be taken back, and what can be done again."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import count

from app.domain.edit import Edit
from app.domain.ids import new_id
from app.domain.values import frozen
from app.store.edits import apply, ranks_of
from app.store.errors import NOT_DONE_AGAIN, NOT_SAVED, NOT_TAKEN_BACK
from app.store.file import ProjectFile, Row
from app.store.records import changes_from_json, changes_to_json, compact, parse
from app.store.rows import Ranks
from app.store.tallies import follow

DO, UNDO, REDO, IMPORT = "do", "undo", "redo", "import"
_OFF, _UNDOABLE, _REDOABLE = 0, 1, 2

_UNDO_ROW = "SELECT seq, title FROM journal WHERE layer = ? AND stack = 1 ORDER BY seq DESC LIMIT 1"
_REDO_ROW = "SELECT seq, title FROM journal WHERE layer = ? AND stack = 2 ORDER BY seq LIMIT 1"
_INSERT = (
    "INSERT INTO journal (seq, id, op, target, title, layer, author, at, codebook, stack, articles, changes) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS TEXT))"
)
_INSERT_PLACE = "INSERT INTO journal_article (article, seq) VALUES (?, ?)"
_ENTRY = "seq, id, op, target, title, layer, author, at, codebook, articles"


@frozen
class Stamp:
    """Who does something, in which layer, when (RFC 3339 in UTC), under which version of the codebook."""

    layer: str
    author: str
    at: str
    codebook: int


@frozen
class Entry:
    """One row of the journal without its changes. ``target`` is the ``seq`` of the edit that was taken back or done
    again; ``articles`` are ids."""

    seq: int
    id: str
    op: str
    target: int | None
    title: str
    layer: str
    author: str
    at: str
    codebook: int
    articles: tuple[str, ...]

    @property
    def imported(self) -> bool:
        """Whether it was brought in, and is nobody's work here."""
        return self.op == IMPORT


def do(file: ProjectFile, edit: Edit, stamp: Stamp) -> None:
    """Write the edit and make it the newest that can be taken back; what was taken back before cannot be redone now."""
    with file.writing():
        ranks = apply(file, edit, NOT_SAVED)
        file.run("UPDATE journal SET stack = 0 WHERE layer = ? AND stack = 2", (stamp.layer,))
        _append(file, DO, edit, stamp, ranks, stack=_UNDOABLE)


def record(file: ProjectFile, edit: Edit, stamp: Stamp) -> None:
    """Write the edit as an import: in the journal, but not among what can be taken back."""
    with file.writing():
        ranks = apply(file, edit, NOT_SAVED)
        _append(file, IMPORT, edit, stamp, ranks)


def brought(
    file: ProjectFile, edits: Sequence[tuple[Edit, Stamp]], touched: Sequence[Collection[str]], ranks: Ranks
) -> None:
    """Append edits that an import made, each with the ids of the articles it touches, inside their transaction."""
    first = 1 + (file.value("SELECT max(seq) FROM journal") or 0)
    rows = [
        (seq, *_row(IMPORT, edit, stamp, articles))
        for seq, (edit, stamp), articles in zip(count(first), edits, touched, strict=False)
    ]
    file.run_many(_INSERT, rows)
    file.run_many(_INSERT_PLACE, [(ranks[key], seq) for seq, articles in enumerate(touched, first) for key in articles])


def undo(file: ProjectFile, layer: str, stamp: Stamp) -> Edit | None:
    """Take back the layer's newest edit; the inverse that was applied, or None when there is nothing to take back."""
    with file.writing():
        if not (row := file.row(_UNDO_ROW, (layer,))):
            return None
        inverse = edit_of(file, row[0]).inverse()
        ranks = apply(file, inverse, NOT_TAKEN_BACK)
        _move(file, row[0], _REDOABLE)
        _append(file, UNDO, inverse, stamp, ranks, target=row[0], layer=layer)
        return inverse


def redo(file: ProjectFile, layer: str, stamp: Stamp) -> Edit | None:
    """Do the layer's edit that was taken back last again; that edit, or None when there is none."""
    with file.writing():
        if not (row := file.row(_REDO_ROW, (layer,))):
            return None
        edit = edit_of(file, row[0])
        ranks = apply(file, edit, NOT_DONE_AGAIN)
        _move(file, row[0], _UNDOABLE)
        _append(file, REDO, edit, stamp, ranks, target=row[0], layer=layer)
        return edit


def undo_title(file: ProjectFile, layer: str) -> str | None:
    """The title of what ``undo`` would take back."""
    row = file.row(_UNDO_ROW, (layer,))
    return row[1] if row else None


def redo_title(file: ProjectFile, layer: str) -> str | None:
    """The title of what ``redo`` would do again."""
    row = file.row(_REDO_ROW, (layer,))
    return row[1] if row else None


def edit_of(file: ProjectFile, seq: int) -> Edit:
    """The edit as it was applied at that row of the journal; ``KeyError`` when there is no such row."""
    row = file.row("SELECT title, changes FROM journal WHERE seq = ?", (seq,))
    if row is None:
        raise KeyError(seq)
    return Edit(row[0], changes_from_json(row[1]))


def newest(file: ProjectFile) -> str | None:
    """When the last row was written."""
    found: str | None = file.value("SELECT at FROM journal ORDER BY seq DESC LIMIT 1")
    return found


def size_of_next(file: ProjectFile, layer: str, again: bool) -> int:
    """How many code points the changes have that ``undo``, or ``redo``, would go through; 0 when there are none."""
    row = file.row(_REDO_ROW if again else _UNDO_ROW, (layer,))
    return int(file.value("SELECT length(changes) FROM journal WHERE seq = ?", (row[0],))) if row else 0


def entries(file: ProjectFile, article: str | None = None, limit: int = 100) -> list[Entry]:
    """The newest rows of the journal, newest first; of one article when its id is given."""
    if article is None:
        rows = file.rows(f"SELECT {_ENTRY} FROM journal ORDER BY seq DESC LIMIT ?", (limit,))
    else:
        rank = ranks_of(file, (article,))[article]
        rows = file.rows(
            f"SELECT {_ENTRY} FROM journal WHERE seq IN "
            "(SELECT seq FROM journal_article WHERE article = ? ORDER BY seq DESC LIMIT ?) ORDER BY seq DESC",
            (rank, limit),
        )
    return [entry_of_row(row) for row in rows]


def entry_of_row(row: Row) -> Entry:
    """The entry of a row of ``seq, id, op, target, title, layer, author, at, codebook, articles``."""
    return Entry(*(*row[:9], tuple(parse(row[9]))))


def _move(file: ProjectFile, seq: int, stack: int) -> None:
    file.run("UPDATE journal SET stack = ? WHERE seq = ?", (stack, seq))


def _append(
    file: ProjectFile,
    op: str,
    edit: Edit,
    stamp: Stamp,
    ranks: Ranks,
    *,
    target: int | None = None,
    layer: str | None = None,
    stack: int = _OFF,
) -> None:
    row = _row(op, edit, stamp, ranks, target=target, layer=layer, stack=stack)
    seq = file.run(_INSERT, (None, *row))
    file.run_many(_INSERT_PLACE, [(rank, seq) for rank in ranks.values()])
    follow(file, edit.changes, ranks, at=stamp.at, author=None if op == IMPORT else stamp.author)


def _row(
    op: str,
    edit: Edit,
    stamp: Stamp,
    articles: Iterable[str],
    *,
    target: int | None = None,
    layer: str | None = None,
    stack: int = _OFF,
) -> Row:
    """A row of the journal but for its number."""
    return (
        new_id(),
        op,
        target,
        edit.title,
        layer or stamp.layer,
        stamp.author,
        stamp.at,
        stamp.codebook,
        stack,
        compact(sorted(articles)),
        changes_to_json(edit.changes),
    )
