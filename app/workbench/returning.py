"""What follows from an edit that was done, taken back or done again: the progress, and where the caret goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.annotation import Progress
from app.domain.article import Details
from app.domain.edit import Edit
from app.workbench.place import Place
from app.workbench.touched import to_see

if TYPE_CHECKING:
    from app.workbench.bench import Workbench


def progress_after(edit: Edit, progress: Progress) -> Progress:
    """How far its layer has come with the article of ``progress`` once the edit is done."""
    for change in edit.changes:
        if isinstance(change.record, Progress) and change.record.article == progress.article:
            progress = (
                change.after if isinstance(change.after, Progress) else Progress(progress.article, progress.layer)
            )
    return progress


def follow(bench: Workbench, edit: Edit) -> None:
    """Take over what the edit does to the progress of the open article and to the article itself."""
    bench.progress = progress_after(edit, bench.progress)
    article = bench.article
    for change in edit.changes:
        if article is not None and isinstance(change.after, Details) and change.after.article == article.id:
            article = article.detailed(change.after)
    if article is not None and article is not bench.article:
        bench.article = article
        if bench.ready and bench.reading is not None:  # what was found out about its text stays
            bench.reading.article = article


def show_change(bench: Workbench, edit: Edit) -> None:
    """Bring the caret to what an undo or redo changed, so that it is seen."""
    touched = to_see(edit, bench.article.id if bench.article else "", bench.place.caret)
    if touched is not None:
        kept = bench.marks.get(touched.mark.id)
        at = (bench.place, bench.focus) if touched.near else (Place.at(touched.mark.start), kept.id if kept else None)
        bench.put(*at)
