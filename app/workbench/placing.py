"""Where an arriving article or page goes in the project: new, there already, or refused because it contradicts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.domain.annotation import ENTRY_END, NEW, Progress, RegisterEntry
from app.domain.article import Article
from app.domain.edit import Change, Edit, making
from app.domain.errors import N_, TawsimError
from app.exchange.errors import ExchangeError, Note
from app.exchange.format import Arrival
from app.exchange.page import Page, on_article
from app.store import ArticleExists, EditConflict, LooseLink, Stamp, Store
from app.workbench.free_ids import FreeIds
from app.workbench.known_entries import KnownEntries
from app.workbench.same_pages import marks_told, notes_on_meta, what_is_new
from app.workbench.saying import now
from app.workbench.zoning import Learned, zoned

_OTHER_TEXT = N_("The project has another text under the ref {ref}: give this one another ref, or leave it out.")
_OTHER_MARKS = N_(
    "{ref} already has other marks in layer {layer}: import this line into another layer, or erase those marks first."
)


class Contradiction(TawsimError):
    """What arrives cannot be true beside what the project has."""


@dataclass(frozen=True, slots=True)
class Placed:
    """What one arrival added under ``ref``; ``duplicate`` when all of it was there, ``twice`` by this same import."""

    articles: int = 0
    pages: int = 0
    marks: int = 0
    duplicate: bool = False
    notes: tuple[Note, ...] = ()
    ref: str = ""
    twice: bool = False


_REFUSED = (ExchangeError, Contradiction, EditConflict, LooseLink, ArticleExists)
"""What keeps one arrival out, and no other."""


@dataclass(slots=True)
class _New:
    """An article that the project does not have, alone or with its page, waiting to be written with its neighbours."""

    number: int  # of its arrival
    article: Article
    page: Page | None = None  # as it came, and as ``known`` with ids that the project knows its entries by
    known: Page | None = None
    entries: Sequence[RegisterEntry] = ()  # that are new to the project


class Placing:
    """Puts arrivals into ``store``; with ``dry_run`` only finds out what would become of them."""

    def __init__(self, store: Store, author: str, dry_run: bool) -> None:
        self._store = store
        self._author = author
        self._dry_run = dry_run
        self._at = now()
        self.learned = Learned.of(store)
        # What this import added by now, in a dry run would have: every ref as its hash; of what the project does not
        # have yet, checksums by ref and refs by checksum; what layers would say. New articles are written together.
        self._brought: set[int] = set()
        self._new_texts: dict[str, str] = {}
        self._new_refs: dict[str, str] = {}
        self._dry_pages: dict[tuple[str, str], int] = {}
        # Of the arrivals at hand: what became of them, and those that wait to be written with the entries they make.
        self._outcomes: list[Placed | TawsimError] = []
        self._waiting: list[_New] = []
        self._entries = KnownEntries(store)
        self._ids_clash = False  # in what was written last: most files have clashes in every line or in none
        # What the project has of the articles at hand.
        self._texts: dict[str, str] = {}
        self._refs: dict[str, str] = {}

    def several(self, arrivals: Sequence[Arrival]) -> list[Placed | TawsimError]:
        """What becomes of each of the next arrivals, inside one transaction: the error where one is refused.

        Raises the ``TawsimError`` of the project itself (``DiskFull`` ...).
        """
        self._look_up(arrivals)
        self._outcomes = []
        for arrival in arrivals:
            try:
                self._outcomes.append(self._one(arrival))
            except _REFUSED as error:
                self._outcomes.append(error)
        self._flush()
        return self._outcomes

    def _look_up(self, arrivals: Sequence[Arrival]) -> None:
        """Ask the project at once what every arrival has to know of it."""
        if not self._dry_run:  # by now the project has them, and they need not be held
            self._new_texts.clear()
            self._new_refs.clear()
        articles = [(each.found, each.named) for each in arrivals if isinstance(each.found, Article)]
        pages = [each.found.article.ref for each in arrivals if isinstance(each.found, Page)]
        self._texts = self._store.checksums({*pages, *(article.ref for article, _ in articles)})
        self._refs = self._store.refs_of_texts({article.sha256 for article, named in articles if not named})

    def _one(self, arrival: Arrival) -> Placed | TawsimError:
        match arrival.found:
            case Article() as article:
                return self._article(article, arrival.named, arrival.zoned)
            case Page() as page:
                return self._page(page, arrival.zoned)
            case error:
                return error

    def _article(self, article: Article, named: bool, ready: Article | None) -> Placed:
        """An article without marks. A ref that was made up (not ``named``) gives way."""
        if not named and (same := self._ref_of_text(article.sha256)) is not None:
            return self._duplicate(same)
        there = self._checksum_at(article.ref)
        if there == article.sha256:
            return self._duplicate(article.ref)
        if there is not None and named:
            raise Contradiction(_OTHER_TEXT, ref=article.ref)
        if there is not None:
            article = replace(article, ref=f"{article.ref}-{article.sha256[:8]}")
        self._add(_New(len(self._outcomes), self._zoned(article, ready)))
        return Placed(articles=1, ref=article.ref)

    def _page(self, page: Page, ready: Article | None) -> Placed:
        """An article with a layer; an article that is there already gains the layer."""
        checksum = self._checksum_at(page.article.ref)
        if checksum not in (None, page.article.sha256):
            raise Contradiction(_OTHER_TEXT, ref=page.article.ref)
        if self._dry_run and self._seen_dry(page):
            return Placed(duplicate=True, ref=page.article.ref, twice=True)
        if checksum is None:
            return self._new_page(page, ready)
        self._flush()
        there = self._store.article_by_ref(page.article.ref)
        if there is None:  # a dry run, and the article is among what comes in
            return self._record(page, Progress(page.article.id, page.layer))
        return self._on_old(page, there)

    def _new_page(self, page: Page, ready: Article | None) -> Placed:
        """A page whose article is new waits with it; whether its ids are taken is found when it is written."""
        known, entries, notes = self._entries.met(page)
        self._entries.wait(entries)
        article = self._zoned(page.article, ready) if page.unzoned else page.article
        self._add(_New(len(self._outcomes), article, page, known, entries))
        return Placed(1, 1, len(page.annotations), notes=notes, ref=page.article.ref)

    def _zoned(self, article: Article, ready: Article | None) -> Article:
        """As it comes in; ``ready`` is what the reader has made of it, before its ref had to give way."""
        if self._dry_run:
            return article
        return zoned(article, self.learned) if ready is None else replace(ready, ref=article.ref)

    def _flush(self) -> None:
        """Write what waits: all at once, with new ids where some are taken, and else one by one."""
        waiting, self._waiting = self._waiting, []
        self._entries.written()
        if not waiting:
            return
        if self._ids_clash:
            self._ids_clash = self._with_new_ids(waiting)
        if self._together(waiting):
            return
        self._ids_clash = not self._ids_clash and self._with_new_ids(waiting)
        if self._ids_clash and self._together(waiting):
            return
        for new in waiting:
            self._outcomes[new.number] = self._alone(new, self._outcomes[new.number])

    def _together(self, waiting: Sequence[_New]) -> bool:
        """Write them all, or nothing when something stands in the way."""
        edits = [
            (_edit(new.known, new.entries, Progress(new.article.id, new.known.layer)), self._stamp(new.known))
            for new in waiting
            if new.known is not None
        ]
        try:
            with self._store.together():
                self._store.add_articles([new.article for new in waiting])
                self._store.record_all(edits)
        except _REFUSED:
            return False
        return True

    def _with_new_ids(self, waiting: Sequence[_New]) -> bool:
        """Change the ids that belong to others, of the project or before them in the line; whether there were any."""
        ids = FreeIds(self._store, [new.known for new in waiting if new.known is not None])
        clash = False
        for new in waiting:
            if new.known is None:
                continue
            new.known, notes = ids.free(new.known)
            if notes:
                clash, placed = True, self._outcomes[new.number]
                assert isinstance(placed, Placed), "it waits"
                self._outcomes[new.number] = replace(placed, notes=placed.notes + notes)
        return clash

    def _alone(self, new: _New, expected: Placed | TawsimError) -> Placed | TawsimError:
        try:
            with self._store.together():
                self._store.add_article(new.article)
                if new.page is None:
                    return expected
                return self._record(new.page, Progress(new.article.id, new.page.layer), articles=1)
        except _REFUSED as error:
            self._brought.discard(hash(new.article.ref))
            self._new_texts.pop(new.article.ref, None)
            return error

    def _on_old(self, page: Page, there: Article) -> Placed:
        notes = notes_on_meta(page, there)
        before = self._page_at(there, page.layer)
        page, new_ids = self._with_free_ids(on_article(page, there))
        begun = bool(before.annotations) or before.progress.status != NEW
        if begun and marks_told(before) == marks_told(self._entries.met(page)[0]):
            return self._duplicate(there.ref)
        new = what_is_new(page, before, self._store) if before.annotations else page
        if new is None:
            raise Contradiction(_OTHER_MARKS, ref=there.ref, layer=page.layer)
        return self._record(new, before.progress, notes=notes + new_ids)

    def _record(self, page: Page, before: Progress, *, articles: int = 0, notes: tuple[Note, ...] = ()) -> Placed:
        """Journal the page. Ids that turn out to belong to other marks are changed first."""
        page, entries, of_entries = self._entries.met(page)
        notes += of_entries
        if not self._dry_run:
            stamp = self._stamp(page)
            try:
                self._store.record(_edit(page, entries, before), stamp)
            except EditConflict:
                page, new_ids = self._with_free_ids(page)
                if not new_ids:
                    raise
                notes += new_ids
                self._store.record(_edit(page, entries, before), stamp)
        return Placed(articles, 1, len(page.annotations), notes=notes, ref=page.article.ref)

    def _stamp(self, page: Page) -> Stamp:
        return Stamp(page.layer, self._author, self._at, page.codebook.version)

    def _with_free_ids(self, page: Page) -> tuple[Page, tuple[Note, ...]]:
        """The page without ids that marks of other articles or layers have."""
        own = {link.id for link in self._store.links(page.article.id, page.layer)}
        return FreeIds(self._store, [page]).freed(page, own)

    def _page_at(self, article: Article, layer: str) -> Page:
        links = self._store.links(article.id, layer)
        ends = (self._store.entry(link.target.value) for link in links if link.target.kind == ENTRY_END)
        return Page(
            article=article,
            layer=layer,
            annotations=self._store.annotations(article.id, layer),
            links=links,
            register={entry.id: entry for entry in ends if entry is not None},
            progress=self._store.progress(article.id, layer),
            codebook=self._store.codebook(),
        )

    def _seen_dry(self, page: Page) -> bool:
        """Whether this dry run met the page before, as the run that it rehearses would have."""
        place, marks = (page.article.ref, page.layer), hash(str(marks_told(page)))
        seen = self._dry_pages.get(place)
        if seen not in (None, marks):
            raise Contradiction(_OTHER_MARKS, ref=page.article.ref, layer=page.layer)
        self._dry_pages[place] = marks
        return seen is not None

    def _checksum_at(self, ref: str) -> str | None:
        return self._new_texts.get(ref) or self._texts.get(ref)

    def _ref_of_text(self, checksum: str) -> str | None:
        return self._new_refs.get(checksum) or self._refs.get(checksum)

    def _duplicate(self, ref: str) -> Placed:
        return Placed(duplicate=True, ref=ref, twice=hash(ref) in self._brought)

    def _add(self, new: _New) -> None:
        article = new.article
        self._brought.add(hash(article.ref))
        self._new_texts[article.ref] = article.sha256
        self._new_refs.setdefault(article.sha256, article.ref)
        if not self._dry_run:
            self._waiting.append(new)


def _edit(page: Page, entries: Sequence[RegisterEntry], before: Progress) -> Edit:
    annotators = tuple(sorted({*before.annotators, *page.progress.annotators}))
    made = making(N_("Import"), *entries, *page.annotations, *page.links)
    return replace(made, changes=(*made.changes, Change(before, replace(page.progress, annotators=annotators))))
