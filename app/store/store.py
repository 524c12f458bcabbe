"""The store: an open project, asked and changed by plain values. One thread uses one store; a worker opens its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Self

from app.domain.annotation import Annotation, CodebookVersion, Link, Progress, RegisterEntry
from app.domain.article import Article
from app.domain.codebook import Codebook
from app.domain.edit import Edit
from app.store import articles, checks, journal, labels, layers, notes, queue, register, versions, words
from app.store.creation import create_file
from app.store.edits import ranks_of
from app.store.file import ProjectFile, open_file
from app.store.journal import Entry, Stamp
from app.store.mentions import EntryPlaces
from app.store.queue import QueueRow
from app.store.register import Mentioned, RegisterNames
from app.store.rows import ANNOTATION, ENTRY, LINK, PROGRESS, annotation_of, entry_of, link_of, progress_of

_AT = "WHERE layer = ? AND article = ?"


class Store:
    """An open project file.

    Every method may raise ``StoreTrouble``; one that writes also ``DiskFull``, ``ProjectBusy``, ``ReadOnlyProject`` and
    ``ProjectMissing`` (moved while open), and then nothing of that call was written.
    """

    def __init__(self, file: ProjectFile) -> None:
        self._file = file
        self._codebook: Codebook | None = None
        self._names = RegisterNames(file)
        self.entry_places = EntryPlaces(file)  # where the entries of the register are named

    @classmethod
    def create(cls, path: Path, codebook: Codebook) -> Self:
        """Make a new project and open it. Raises ``ProjectExists``, ``ProjectMissing`` (no folder), ``DiskFull`` ..."""
        create_file(path, codebook)
        return cls.open(path)

    @classmethod
    def open(cls, path: Path, *, readonly: bool = False) -> Self:
        """Open a project. Raises ``ProjectMissing``, ``NotAProject``, ``NewerProject``, ``ReadOnlyProject`` ..."""
        return cls(open_file(path, readonly=readonly))

    def close(self) -> None:
        """Close the file; closing twice does nothing."""
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_raised: object) -> None:
        self.close()

    @property
    def path(self) -> Path:
        return self._file.path

    @property
    def readonly(self) -> bool:
        return self._file.readonly

    def batch(self) -> AbstractContextManager[None]:
        """Everything written within is one transaction. A call that fails inside is taken back alone."""
        return self._file.batch()

    def snapshot(self) -> AbstractContextManager[None]:
        """Everything read within is the project at one moment. Nothing can be written meanwhile by this store."""
        return self._file.snapshot()

    # What belongs to the project as a whole

    def codebook(self) -> Codebook:
        """The version of the codebook that is in use. Raises ``CodebookError`` when it cannot be read."""
        version = versions.in_use(self._file)
        if self._codebook is None or self._codebook.version != version:
            self._codebook = versions.read(self._file, version, str(self.path))
        return self._codebook

    def codebook_versions(self) -> list[CodebookVersion]:
        """Every version of the codebook that was ever in use, the oldest first. None is ever changed."""
        return versions.every(self._file)

    def label_counts(self) -> dict[tuple[str, str], int]:
        """How many marks, of every layer and state, have each kind and label. Reads every mark."""
        return layers.label_counts(self._file)

    def work_on(self, kind: str, labels: Iterable[str] | None = None) -> list[tuple[str, str]]:
        """Article ids and layers with marks of the kind, of some labels or of any, by rank, then layer."""
        return layers.work_on(self._file, kind, labels)

    def note(self, key: str) -> str | None:
        """A small setting of the project, such as the article that was open last."""
        return notes.get(self._file, key)

    def set_note(self, key: str, value: str) -> None:
        """Keep a small setting; it is no edit and stands in no journal."""
        with self._file.writing():
            notes.put(self._file, key, value)

    def counts(self, layer: str | None = None) -> dict[str, int]:
        """``articles``, ``done``, ``entities``, ``quotes``, ``claims``, ``cues`` (accepted ones), ``links``, ``edits``
        (rows of the journal); of one layer or of all, but ``articles`` always of the project."""
        return layers.counts(self._file, layer)

    def integrity(self) -> list[str]:
        """What is wrong with the file: damage, loose ends, texts and marks that do not agree. English sentences."""
        return list(checks.problems(self._file, self.layers()))

    # Articles

    def add_article(self, article: Article) -> None:
        """Add an article at the end of the queue. Raises ``ArticleExists`` when its ref or id is taken."""
        with self._file.writing():
            articles.add(self._file, article)

    def add_articles(self, found: Iterable[Article]) -> int:
        """Add articles in one transaction, all or none; how many they were. Raises ``ArticleExists``."""
        count = 0
        with self._file.writing():
            for count, article in enumerate(found, 1):  # noqa: B007 - the last one is how many they were
                articles.add(self._file, article)
        return count

    def article(self, article_id: str) -> Article:
        """The article of that id. Raises ``ArticleMissing``."""
        return articles.by_id(self._file, article_id)

    def article_by_ref(self, ref: str) -> Article | None:
        """The article of that ref; None when there is none."""
        return articles.by_ref(self._file, ref)

    def ref_of_text(self, sha256: str) -> str | None:
        """The ref of an article whose text has that checksum, None when there is none."""
        return articles.ref_of_text(self._file, sha256)

    def articles(self) -> Iterator[Article]:
        """Every article in the order of ref, read a few at a time."""
        return articles.in_order_of_ref(self._file)

    # The queue and search

    def queue(
        self, layer: str, *, query: str = "", status: str | None = None, offset: int = 0, limit: int = 200
    ) -> list[QueueRow]:
        """A page of the queue in the order of import: articles with words beginning with each word of ``query``, and of
        that ``status`` in the layer. Raises ``ReadOnlyProject`` as ``search`` does."""
        return queue.page(self._file, layer, query, status, offset, limit)

    def queue_count(self, layer: str, query: str = "", status: str | None = None) -> int:
        """How many articles the same filter leaves."""
        return queue.count(self._file, layer, query, status)

    def queue_position(self, layer: str, article_id: str, query: str = "", status: str | None = None) -> int | None:
        """The offset of the article under the same filter; None when the filter leaves it out."""
        return queue.position(self._file, layer, article_id, query, status)

    def search(self, query: str, limit: int = 50, offset: int = 0) -> list[str]:
        """Ids of articles whose title or text has words beginning with each word of ``query``, in the order of import.

        Indexes first what was added since (``index_search``); in a project that is open only for reading that cannot
        be, and ``ReadOnlyProject`` says so.
        """
        return words.search(self._file, query, limit, offset)

    def search_phrases(self, phrases: Iterable[str], limit: int = 50, offset: int = 0) -> list[str]:
        """Ids of articles in whose text any of the phrases stands, as whole folded words side by side, in the order of
        import. Indexes first, and raises ``ReadOnlyProject``, as ``search`` does."""
        return words.search_phrases(self._file, phrases, limit, offset)

    def count_phrases(self, phrases: Iterable[str]) -> int:
        """In how many articles ``search_phrases`` finds something."""
        return words.count_phrases(self._file, phrases)

    def index_search(self, limit: int = 500) -> int:
        """Put at most ``limit`` new articles into the search index, in one short transaction; how many are left."""
        return words.index_some(self._file, limit)

    # Records

    def annotations(self, article_id: str, layer: str) -> list[Annotation]:
        """The layer's annotations of the article, of every state, in the dataset's order."""
        rank = ranks_of(self._file, (article_id,))[article_id]
        rows = self._file.rows(f"SELECT {ANNOTATION.columns} FROM annotation {_AT}", (layer, rank))
        return sorted((annotation_of(row, article_id) for row in rows), key=lambda found: found.order)

    def links(self, article_id: str, layer: str) -> list[Link]:
        """The layer's links in the article, by id."""
        rank = ranks_of(self._file, (article_id,))[article_id]
        rows = self._file.rows(f"SELECT {LINK.columns} FROM link {_AT} ORDER BY id", (layer, rank))
        return [link_of(row, article_id) for row in rows]

    def register(self) -> list[RegisterEntry]:
        """Every entry of the register, by id."""
        return [entry_of(row) for row in self._file.rows(f"SELECT {ENTRY.columns} FROM entry ORDER BY id")]

    def entry(self, entry_id: str) -> RegisterEntry | None:
        """The register entry of that id; None when there is none."""
        return next(map(entry_of, self._file.rows(ENTRY.select, (entry_id,))), None)

    def entries_named(self, query: str, limit: int = 8) -> list[RegisterEntry]:
        """Entries whose name or an alias holds each word of ``query``, folded; the likelier first, at most ``limit``.

        The names are held in memory from the first question on: it takes as long as there are entries, later ones
        some microseconds for each thousand.
        """
        return self._names.find(query, limit)

    def mentions(self, layer: str, entry_id: str, limit: int = 100) -> list[Mentioned]:
        """The first articles, by import, in which the layer links a mark to the register entry; at most ``limit``."""
        return register.mentions(self._file, layer, entry_id, limit)

    def foreign_writes(self) -> int:
        """Another number than before once another window or the worker has written (SQLite's ``data_version``)."""
        return int(self._file.value("PRAGMA data_version"))

    def progress(self, article_id: str, layer: str) -> Progress:
        """How far the layer has come with the article; a fresh ``Progress`` when it has not begun."""
        row = self._file.row(PROGRESS.select, (ranks_of(self._file, (article_id,))[article_id], layer))
        return progress_of(row, article_id) if row else Progress(article_id, layer)

    def annotation_id_owner(self, annotation_id: str) -> tuple[str, str] | None:
        """The article's id and the layer that the annotation of that id belongs to; None when there is none."""
        row = self._file.row(
            "SELECT article.id, layer FROM annotation JOIN article ON rank = article WHERE annotation.id = ?",
            (annotation_id,),
        )
        return (row[0], row[1]) if row else None

    def has_id(self, any_id: str) -> bool:
        """Whether an annotation, link, register entry or article has that id."""
        sql = "SELECT 1 FROM {} WHERE id = ?"
        return any(self._file.row(sql.format(name), (any_id,)) for name in ("annotation", "link", "entry", "article"))

    # Layers

    def layers(self) -> list[str]:
        """Every layer with an annotation or progress, sorted."""
        return layers.layers(self._file)

    def layers_of(self, article_id: str) -> list[str]:
        """The layers that have done something with the article, sorted."""
        return layers.layers_of(self._file, article_id)

    def work(self, layer: str | None = None) -> Iterator[tuple[str, str]]:
        """Article ids and layers with an annotation or progress, by the article's ref, then the layer."""
        return layers.work(self._file, layer)

    def usual_labels(self, layer: str) -> dict[str, str]:
        """Of each words that the layer's accepted entities label in several ways: their folded key, and the most
        frequent label."""
        return labels.usual_labels(self._file, layer)

    # Edits

    def write(self, edit: Edit, stamp: Stamp) -> None:
        """Write an edit and its row of the journal in one transaction. An edit without changes is nothing.

        Raises ``EditConflict`` when a record is not as the edit says it was before, ``LooseLink`` when a link would be
        left without an end, and ``ArticleMissing``.
        """
        if edit.changes:
            journal.do(self._file, edit, stamp)

    def record(self, edit: Edit, stamp: Stamp) -> None:
        """Write an edit as an import: journaled, but not among what can be taken back. Raises what ``write`` raises."""
        if edit.changes:
            journal.record(self._file, edit, stamp)

    def undo(self, layer: str, stamp: Stamp) -> Edit | None:
        """Take back the layer's newest edit; the inverse that was applied, None when there is none.

        Raises ``EditConflict`` or ``LooseLink`` when a later edit of another layer or an import stands in the way.
        """
        return journal.undo(self._file, layer, stamp)

    def redo(self, layer: str, stamp: Stamp) -> Edit | None:
        """Do again what was taken back last; that edit, None when there is none. Raises what ``undo`` raises."""
        return journal.redo(self._file, layer, stamp)

    def can_undo(self, layer: str) -> str | None:
        """The title of what ``undo`` would take back."""
        return journal.undo_title(self._file, layer)

    def can_redo(self, layer: str) -> str | None:
        """The title of what ``redo`` would do again."""
        return journal.redo_title(self._file, layer)

    def size_of_next(self, layer: str, again: bool = False) -> int:
        """How long the row is that ``undo``, or with ``again`` ``redo``, would go through, in code points."""
        return journal.size_of_next(self._file, layer, again)

    def journal(self, article: str | None = None, limit: int = 100) -> list[Entry]:
        """The newest rows of the journal, newest first; of one article when its id is given."""
        return journal.entries(self._file, article, limit)

    def journal_edit(self, seq: int) -> Edit:
        """The edit of one row of the journal, as it was applied. ``KeyError`` when there is no such row."""
        return journal.edit_of(self._file, seq)
