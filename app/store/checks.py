"""Whether a project file is whole: what SQLite can tell, and what only the texts can."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.article import checksum
from app.domain.span import fragments_of, surface
from app.store.errors import first_problem
from app.store.file import ProjectFile
from app.store.records import parse
from app.store.tallies import miscounted

_MARKS = "SELECT id, fragments, exact FROM annotation WHERE layer = ? AND article = ?"
_PAGE = 200


def problems(file: ProjectFile, layers: list[str]) -> Iterator[str]:
    """One English sentence for each thing that is wrong, the file's own troubles first."""
    for (line,) in file.rows("PRAGMA integrity_check"):
        if line != "ok":
            yield f"The file is damaged: {first_problem(line)}."
    for table, _, parent, _ in file.rows("PRAGMA foreign_key_check"):
        yield f"A row of the table {table} points to something that is not in the table {parent}."
    for table in miscounted(file):
        yield f"The counts in the table {table} are not those of the marks."
    rank = 0
    sql = f"SELECT rank, ref, sha256, text FROM article WHERE rank > ? ORDER BY rank LIMIT {_PAGE}"
    while page := file.rows(sql, (rank,)):
        for rank, ref, sha256, text in page:
            if checksum(text) != sha256:
                yield f"The text of the article {ref} is not the one that was imported."
            for layer in layers:
                yield from _loose_marks(file, layer, rank, ref, text)


def _loose_marks(file: ProjectFile, layer: str, rank: int, ref: str, text: str) -> Iterator[str]:
    for mark, fragments, exact in file.rows(_MARKS, (layer, rank)):
        found = surface(text, fragments_of(parse(fragments)))
        if found != exact:
            yield f"The mark {mark} in the article {ref} says “{exact}”, but the text there says “{found}”."
