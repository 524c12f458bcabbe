"""The mentions of an entry as rows of occurrences: read a page at a time, as far as the list is scrolled."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex

from app.store import Mention
from app.ui.occurrences import Index, OccurrenceModel
from app.workbench.bench import Workbench
from app.workbench.everywhere import Occurrence

_PAGE = 60
_LONGEST = 80  # code points of a quote's text in a row


class MentionModel(OccurrenceModel):
    """Where the layer means one entry. Nothing comes ticked."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self._bench = bench
        self._entry: str | None = None
        self._more = False
        self.mentions: list[Mention] = []

    def show_entry(self, entry: str | None) -> None:
        """The mentions of another entry, or of the same one anew."""
        self.beginResetModel()
        self.rows, self.mentions = [], []
        self.articles.clear()
        self._ticked = set()
        self._entry, self._more = entry, entry is not None
        self.endResetModel()
        self.fetchMore()

    def canFetchMore(self, parent: Index = QModelIndex()) -> bool:  # noqa: B008 - Qt's default
        return self._more and not parent.isValid()

    def fetchMore(self, parent: Index = QModelIndex()) -> None:  # noqa: B008 - Qt's default
        """Read the next page."""
        if self._entry is None or not self._more or parent.isValid():
            return
        after = self.mentions[-1].link if self.mentions else ""
        found = self._bench.store.entry_places.page(self._entry, self._bench.layer, after=after, limit=_PAGE)
        self._more = len(found) == _PAGE
        self.mentions += found
        ticked = set(self._ticked)
        if found:
            self.add([_occurrence(each) for each in found])
        self._ticked = ticked

    def chosen(self) -> list[Mention]:
        """The ticked mentions, in the order of the rows."""
        return [self.mentions[number] for number in sorted(self._ticked)]


def _occurrence(mention: Mention) -> Occurrence:
    cut = len(mention.exact) > _LONGEST
    return Occurrence(
        article=mention.article,
        name=mention.name,
        rtl=mention.rtl,
        span=mention.span,
        exact=mention.exact[:_LONGEST] + "…" if cut else mention.exact,
        normalized=None,
        before=mention.before,
        after=mention.after,
    )
