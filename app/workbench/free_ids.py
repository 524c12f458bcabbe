"""New ids for marks and relations that arrive under ids which belong to others: of the project, or before them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from app.domain.annotation import Link
from app.domain.errors import N_
from app.domain.ids import derived_id
from app.exchange.errors import Note
from app.exchange.page import Page, link_id, renamed
from app.store import Store

_NEW_IDS = N_("{ref}: {count} ids belong to other marks of the project; here they have new ones.")


class FreeIds:
    """What the ids of some pages belong to, asked of the project at once; ``free`` adds what they themselves bring."""

    def __init__(self, store: Store, pages: Sequence[Page]) -> None:
        marks = [each.id for page in pages for each in page.annotations]
        relations = [link.id for page in pages for link in _relations(page)]
        self._taken = store.owners(marks, relations)

    def free(self, page: Page) -> tuple[Page, tuple[Note, ...]]:
        """A page of a new article, with other ids for those that are taken. What it brings is taken from now on."""
        page, notes = self.freed(page)
        place = (page.article.id, page.layer)
        self._taken.marks.update((each.id, place) for each in page.annotations)
        self._taken.links.update(link.id for link in page.links)
        return page, notes

    def freed(self, page: Page, own: Collection[str] = ()) -> tuple[Page, tuple[Note, ...]]:
        """The page without ids that marks or links of other articles or layers have; the same line gets the same ids
        again. ``own`` are the links that the project has at this place.

        A mark and a link of two articles may share an id: were that a clash, a dataset would come in with other ids
        when its lines stand in another order."""
        place, marks = (page.article.id, page.layer), self._taken.marks
        taken = [each.id for each in page.annotations if marks.get(each.id, place) != place]
        taken += [link.id for link in _relations(page) if link.id not in own and link.id in self._taken.links]
        if not taken:
            return page, ()
        names = {old: derived_id(page.article.ref, page.layer, old) for old in taken}
        return renamed(page, names, {}), (Note(_NEW_IDS, {"count": len(taken), "ref": page.article.ref}),)


def _relations(page: Page) -> Iterator[Link]:
    """The links that have an id of their own."""
    return (link for link in page.links if link.id != link_id(link.source, link.role, link.target.value))
