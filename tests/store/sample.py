"""The sample of this release's project file in ``tests/data``: the dump of its schema, and a small made project.

``python -m tests.store.sample`` from the project's folder writes both for the version at hand. A sample that has been
released is never written again: later versions open it as it was.
"""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

from app.domain.edit import Change, Edit
from app.domain.edit import making as making_edit
from app.store import Store
from app.store.schema import VERSION
from tests.store import making
from tests.store.making import begun, entry, link, mark, stamp

FOLDER = Path(__file__).parents[1] / "data"
SCHEMA = FOLDER / f"schema_{VERSION}.sql"
PROJECT = FOLDER / f"schema_{VERSION}.tawsim"


def dump(path: Path) -> str:
    """The header and the statements that made the tables, without those that SQLite and its extensions made."""
    connection = sqlite3.connect(path)
    header = [
        f"PRAGMA {name} = {connection.execute(f'PRAGMA {name}').fetchone()[0]};"
        for name in ("application_id", "user_version")
    ]
    statements = connection.execute(
        "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT GLOB '*sqlite_*' "
        "AND name NOT GLOB 'article_words_*' ORDER BY type DESC, name"
    ).fetchall()
    connection.close()
    return "\n\n".join(["\n".join(header), *(f"{sql};" for (sql,) in statements)]) + "\n"


def make(path: Path) -> None:
    """A project of two articles and two layers; a1 can take back three edits, and gold can do one again."""
    first = replace(making.article("n-001", title="السدود"), id="article-1")
    second = replace(making.article("n-002", "وصل الوفد إلى بغداد صباح اليوم."), id="article-2")
    quote = mark(first, 29, 44, kind="quote", attributes={"medium": "speech"})
    speaker = mark(first, 18, 27, attributes={"mention": "name"})
    copied = mark(second, 14, 19, layer="gold", origin="import:tawsim", confidence=0.75)
    with Store.create(path, making.codebook()) as store:
        store.add_articles([first, second])
        store.write(making_edit("Mark quote", quote, mark(first, 0, 4, kind="cue"), begun(first)), stamp("a1", 1))
        store.write(making_edit("Slot speaker", speaker, link(quote, speaker)), stamp("a1", 2))
        store.write(making_edit("Link to register", entry(), link(speaker, entry(), "entity")), stamp("a1", 3))
        store.record(making_edit("Import", copied, link(copied, entry(), "entity")), stamp("gold", 4))
        relabelled = replace(copied, label="GPE", changed_at="2026-11-23T09:05:00Z", changed_by="gold")
        store.write(Edit("Relabel", (Change(copied, relabelled),)), stamp("gold", 5))
        store.undo("gold", stamp("gold", 6))
        store.set_note("article", "n-001")
        store.index_search()


if __name__ == "__main__":
    PROJECT.unlink(missing_ok=True)
    make(PROJECT)
    SCHEMA.write_text(dump(PROJECT), encoding="utf-8")
