"""What is compared of a page that comes in with what the project has: its marks, and what is known of its article."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from app.domain.article import Article
from app.domain.errors import N_
from app.exchange.errors import Note
from app.exchange.page import Page
from app.exchange.tawsim_out import LineWriter
from app.exchange.tawsim_shape import ARRAYS
from app.store import Store

_MOST_STEPS = 20  # of an article that was only brought in
_OTHER_META = N_("{ref}: the title, metadata and zones of the project stay; the line has others.")


def marks_told(page: Page) -> dict[str, Any]:
    """What the page's line says of its marks."""
    record = LineWriter(page.codebook).record(page)
    return {array: record[array] for array in (*ARRAYS, "relations")}


def what_is_new(page: Page, before: Page, store: Store) -> Page | None:
    """The page with only those marks and links that the project does not have: a line comes in again of which a part
    stayed behind the first time.

    None when it tells of the others otherwise, or when somebody has worked on them: what was erased must not come back.
    """
    told, had = marks_told(page), marks_told(before)
    for array in had:
        by_id = {each["id"]: each for each in told[array]}
        if any(by_id.get(each["id"]) != each for each in had[array]):
            return None
    steps = store.history(before.article.id, before.layer, limit=_MOST_STEPS)
    if len(steps) == _MOST_STEPS or not all(step.entry.imported for step in steps):
        return None
    marks, links = ({each.id for each in some} for some in (before.annotations, before.links))
    return replace(
        page,
        annotations=[each for each in page.annotations if each.id not in marks],
        links=[each for each in page.links if each.id not in links],
    )


def notes_on_meta(page: Page, there: Article) -> tuple[Note, ...]:
    """A note where the page says something else of the article than the project. A file that knows of no zones is not
    asked for what rules have found in the text, and only what it says counts."""
    new = page.article
    same = (new.title, new.lang, new.meta, new.zones) == (there.title, there.lang, there.meta, there.zones)
    if page.unzoned:
        said = ((new.title, there.title), (new.meta.source, there.meta.source), (new.meta.url, there.meta.url))
        same = all(one in (None, other) for one, other in said)
    return () if same else (Note(_OTHER_META, {"ref": there.ref}),)
