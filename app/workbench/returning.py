"""Where the caret goes when something was taken back or done again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.annotation import PROPAGATED, Annotation
from app.domain.edit import Edit
from app.workbench.place import Place

if TYPE_CHECKING:
    from app.workbench.bench import Workbench

_NEAR = 800  # code points, about a screenful


def show_change(bench: Workbench, edit: Edit) -> None:
    """Bring the caret to what an undo or redo changed, so that it is seen. Marks that were made everywhere at once
    are seen from where they were made, if one of them is near."""
    article = bench.article.id if bench.article else ""
    touched = [c.record for c in edit.changes if isinstance(c.record, Annotation) and c.record.article == article]
    if touched and all(record.origin == PROPAGATED for record in touched):
        touched.sort(key=lambda record: abs(record.start - bench.place.caret))
        if abs(touched[0].start - bench.place.caret) < _NEAR:
            return bench.put(bench.place, bench.focus)
    if touched:
        kept = bench.marks.get(touched[0].id)
        bench.put(Place.at(touched[0].start), kept.id if kept else None)
