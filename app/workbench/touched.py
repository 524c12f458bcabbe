"""Which articles an edit begins, and what of it the analyst should see when it is taken back or done again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from app.domain.annotation import IN_PROGRESS, NEW, PROPAGATED, Annotation, Progress
from app.domain.edit import Change, Edit
from app.domain.values import frozen

_NEAR = 800  # code points, about a screenful


@frozen
class Touched:
    """The mark to go to; ``near`` when it is seen from where the caret is."""

    mark: Annotation
    near: bool = False


def to_see(edit: Edit, article: str, caret: int) -> Touched | None:
    """The first mark that the edit changed in the article. Marks that were made everywhere at once are seen from where
    they were made, if one of them is near."""
    touched = [c.record for c in edit.changes if isinstance(c.record, Annotation) and c.record.article == article]
    if touched and all(record.origin == PROPAGATED for record in touched):
        touched.sort(key=lambda record: abs(record.start - caret))
        return Touched(touched[0], abs(touched[0].start - caret) < _NEAR)
    return Touched(touched[0]) if touched else None


def begun(edit: Edit, layer: str, author: str, progress_of: Callable[[str], Progress]) -> Edit:
    """The edit, with the progress of each article that the layer had not begun begun in the same act."""
    told = {change.record.article for change in edit.changes if isinstance(change.record, Progress)}
    added = tuple(
        Change(None, Progress(article, layer, IN_PROGRESS, (author,)))
        for article in sorted(edit.articles(layer) - told)
        if progress_of(article).status == NEW
    )
    return replace(edit, changes=(*edit.changes, *added)) if added else edit
