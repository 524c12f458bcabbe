"""A project whose codebook and marks do not agree, as a foreign hand or an older program may have left it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from app import resources
from app.domain.article import new_article
from app.domain.edit import making
from app.domain.span import Span
from app.store import Store
from app.workbench.bench import Workbench
from app.workbench.making import annotate

TEXT = "قال سليم الناصر إن «السدود ممتلئة».\nووصل وفد من بغداد إلى بيروت ثم إلى دمشق."
SURFACES = {"fits": "سليم الناصر", "label": "بغداد", "kind": "بيروت", "value": "دمشق"}
_ODD = {"label": {"label": "GONE"}, "kind": {"kind": "event"}, "value": {"attributes": {"mention": "gone"}}}
BROKEN = {
    "no TOML": "kind = [[[",
    "another TOML": 'name = "x"\nversion = 1\n',
    "no kinds": 'name = "x"\nversion = 1\nkind = []\ntitle = {ar = "س", en = "x"}\n',
    "empty": "",
}


def misfit(path: Path, source: str | None = None) -> None:
    """Four names, of which one fits: the others have a label, a kind and a value that the codebook does not know. With
    a ``source``, that stands in the place of the codebook."""
    with Store.create(path, resources.codebook()) as store:
        store.add_article(new_article("a", TEXT))
        bench = Workbench(store, author="sana")
        bench.resume()
        for name, words in SURFACES.items():
            start = TEXT.index(words)
            mark = annotate(bench, "entity", "PERS" if name == "fits" else "GPE", (Span(start, start + len(words)),))
            bench.do(making("Mark", replace(mark, **_ODD.get(name, {}))))
    if source is not None:
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("UPDATE codebook SET source = ?", (source,))
            connection.commit()
