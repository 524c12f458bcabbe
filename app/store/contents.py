"""What an open project holds: articles, marks, register, and the search in them, as plain values."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import islice

from app.domain.annotation import Annotation, Link, Progress, RegisterEntry
from app.domain.article import Article
from app.store import articles, labels, layers, owners, queue, register, words, worked
from app.store.edits import ranks_of
from app.store.file import ProjectFile
from app.store.owners import Owners
from app.store.queue import QueueQuery, QueueRow
from app.store.register import Mentioned, RegisterNames
from app.store.rows import ENTRY, LINK, MARKS, PROGRESS, annotations_of, entry_of, link_of, progress_of
from app.store.worked import Worked

_AT_ONCE = 200
_AT = "WHERE layer = ? AND article = ?"


class Contents:
    """What an open project holds. Every method may raise ``StoreTrouble``."""

    _file: ProjectFile
    _names: RegisterNames

    # Articles

    def add_article(self, article: Article) -> None:
        """Add an article at the end of the queue. Raises ``ArticleExists`` when its ref or id is taken."""
        with self._file.writing():
            articles.add(self._file, article)

    def add_articles(self, found: Iterable[Article]) -> int:
        """Add articles in one transaction, all or none; how many they were. Raises ``ArticleExists``."""
        count, rest = 0, iter(found)
        with self._file.writing():
            while some := list(islice(rest, _AT_ONCE)):
                articles.add_all(self._file, some)
                count += len(some)
        return count

    def article(self, article_id: str) -> Article:
        """The article of that id. Raises ``ArticleMissing``."""
        return articles.by_id(self._file, article_id)

    def article_by_ref(self, ref: str) -> Article | None:
        """The article of that ref; None when there is none."""
        return articles.by_ref(self._file, ref)

    def checksums(self, refs: Collection[str]) -> dict[str, str]:
        """Of those refs that there are, the checksums of their texts."""
        return articles.checksums(self._file, refs)

    def refs_of_texts(self, sums: Collection[str]) -> dict[str, str]:
        """Of those checksums that texts have, the refs of the first such articles."""
        return articles.refs_of_texts(self._file, sums)

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
        return queue.page(self._file, layer, _asked(query, status), offset, limit)

    def queue_count(self, layer: str, query: str = "", status: str | None = None) -> int:
        """How many articles the same filter leaves."""
        return queue.count(self._file, layer, _asked(query, status))

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
        rows = self._file.rows(f"SELECT {MARKS} FROM annotation {_AT}", (layer, rank))
        return sorted(annotations_of(rows, article_id, layer), key=lambda found: found.order)

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

    def owners(self, marks: Collection[str], links: Collection[str] = ()) -> Owners:
        """Which marks and links have these ids already."""
        return owners.owners(self._file, marks, links)

    # Layers

    def layers(self) -> list[str]:
        """Every layer with an annotation or progress, sorted."""
        return layers.layers(self._file)

    def layers_of(self, article_id: str) -> list[str]:
        """The layers that have done something with the article, sorted."""
        return layers.layers_of(self._file, article_id)

    def not_begun(self, source: str | None = None, after: int = 0, limit: int = 200) -> list[tuple[int, str]]:
        """Row numbers and ids of the next articles behind the row ``after`` with which no layer has begun; of one
        source when it is given. Looks at every article on the way."""
        return layers.not_begun(self._file, source, after, limit)

    def work(self, layer: str | None = None) -> Iterator[tuple[str, str]]:
        """Article ids and layers with an annotation or progress, by the article's ref, then the layer: what is exported
        and checked. What the layer has excluded, and what lies in the bin, is left out."""
        return layers.work(self._file, layer)

    def worked(self, layer: str | None = None, statuses: Collection[str] = ()) -> Iterator[Worked]:
        """What each layer, or the one, made of the articles that it began, by the article's ref, then the layer: only
        what it has brought as far as one of ``statuses``, empty: all. Read one at a time; within a
        ``snapshot`` it is the project at one moment."""
        return worked.worked(self._file, layer, statuses)

    def count_worked(self, layer: str | None = None, statuses: Collection[str] = ()) -> int:
        """How many ``worked`` gives."""
        return worked.count_worked(self._file, layer, statuses)

    def usual_labels(self, layer: str) -> dict[str, str]:
        """Of each words that the layer's accepted entities label in several ways: their folded key, and the most
        frequent label."""
        return labels.usual_labels(self._file, layer)


def _asked(words: str, status: str | None) -> QueueQuery:
    return QueueQuery(words=words, statuses=(status,) if status else ())
