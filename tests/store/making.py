"""Invented projects for the tests of the store: a small codebook, articles, marks, links."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from app.domain.annotation import ANNOTATION_END, Annotation, End, Link, Progress, RegisterEntry
from app.domain.article import Article, Meta, Zone, new_article
from app.domain.codebook import Codebook, read_codebook
from app.domain.edit import Edit
from app.domain.span import Span, surface
from app.store import Stamp, Store
from app.store.journal import edit_of

TEXT = "قالت وزيرة المياه ليلى حداد: «لن نخفض الحصص».\nوأضافت أنّ السدود في عمّان ممتلئة."
WHEN = "2026-11-23T09:00:00Z"
NAMES = {"entity": "PERS", "quote": "direct", "claim": "assertion", "cue": "verb"}

_KIND = """
[[kind]]
id = "{kind}"
name = {{ ar = "نوع", en = "{kind}" }}
[[kind.label]]
id = "{label}"
name = {{ ar = "اسم", en = "{label}" }}
colour = "#0072B2"
dark = "#3DA5F5"
pattern = "solid"
definition = {{ ar = "تعريف", en = "What it is." }}
"""


def codebook(version: int = 1) -> Codebook:
    kinds = "".join(_KIND.format(kind=kind, label=label) for kind, label in NAMES.items())
    return read_codebook(f'name = "small"\nversion = {version}\ntitle = {{ ar = "صغير", en = "Small" }}\n{kinds}')


def article(ref: str = "a-001", text: str = TEXT, title: str | None = None) -> Article:
    meta = Meta(source="وكالة", url="https://example.org/1", published="2026-11-20", extra='{"page": 3}')
    return new_article(ref, text, title=title, meta=meta, zones=(Zone("headline", Span(0, 4)),))


def mark(
    of: Article, start: int, end: int, *, layer: str = "a1", kind: str = "entity", id_: str = "", **more: Any
) -> Annotation:
    fragments = (Span(start, end),)
    return Annotation(
        id=id_ or f"{of.ref}-{layer}-{kind}-{start}-{end}",
        article=of.id,
        layer=layer,
        kind=kind,
        label=NAMES[kind],
        fragments=fragments,
        exact=surface(of.text, fragments),
        made_at=WHEN,
        made_by=layer,
        **more,
    )


def link(source: Annotation, target: Annotation | RegisterEntry | str, role: str = "speaker") -> Link:
    match target:
        case Annotation():
            end = End(ANNOTATION_END, target.id)
        case RegisterEntry():
            end = End("entry", target.id)
        case str():
            end = End("literal", target)
    return Link(f"{source.id}:{role}:{end.value}", source.article, source.layer, role, source.id, end)


def entry(number: int = 1) -> RegisterEntry:
    return RegisterEntry(f"E{number}", "PERS", "ليلى حداد", ("الوزيرة", "حداد"), "Q1", None)


def stamp(layer: str = "a1", minute: int = 0) -> Stamp:
    return Stamp(layer, layer, f"2026-11-23T09:{minute:02}:00Z", 1)


def begun(of: Article, status: str = "in_progress", layer: str = "a1") -> Progress:
    return Progress(of.id, layer, status, (layer,))


def content(path: Path) -> dict[str, list[tuple]]:
    """Every row of every table that holds work, as another program sees the file."""
    tables = ("article", "annotation", "link", "entry", "progress")
    with sqlite3.connect(path) as connection:
        found = {name: connection.execute(f"SELECT * FROM {name} ORDER BY 1, 2").fetchall() for name in tables}
    connection.close()
    return found


def undo_title(store: Store, layer: str) -> str | None:
    """The title of what ``undo`` would take back in the layer; None when there is nothing."""
    return _next_title(store, layer, "stack = 1 ORDER BY seq DESC")


def redo_title(store: Store, layer: str) -> str | None:
    """The title of what ``redo`` would do again in the layer; None when there is nothing."""
    return _next_title(store, layer, "stack = 2 ORDER BY seq")


def _next_title(store: Store, layer: str, stack: str) -> str | None:
    return store._file.value(f"SELECT title FROM journal WHERE layer = ? AND {stack} LIMIT 1", (layer,))


def journaled(store: Store, seq: int) -> Edit:
    """The edit as it was applied at that row of the journal."""
    return edit_of(store._file, seq)
