"""Searching the whole project: a typed query becomes a question to the store, and a job brings the hits piece by piece.

The first hits come as soon as there are enough for a page; whatever is behind those that can be listed is only counted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from json import loads
from pathlib import Path
from time import perf_counter

from app.domain.span import Span
from app.domain.text.folding import fold, fold_key
from app.domain.text.query import Query, is_positive
from app.domain.text.queryhits import Looked, context_keys
from app.domain.text.querysigns import REF, TEXT, TITLE
from app.store import Store, StoreError
from app.store.concordance import Candidate, Hit
from app.store.conditions import CorpusQuery
from app.workbench.jobs import Cancelled, Job

LISTED = 20_000  # hits that can be gone through; the others are counted
FIRST = 30  # hits of the first page
_SOON, _LATER = 0.02, 0.12  # seconds until the first hits are handed over, and between two later times
_NEAR = 60  # articles that are read without the index, where a beginning of words makes the index slow to begin
_INDEXED_AT_ONCE = 100  # articles in one transaction, so that no key waits long for the file

ORDER, LEFT, RIGHT = "order", "left", "right"


@dataclass(frozen=True, slots=True)
class Asked:
    """A query as it goes to the worker, which asks nothing of the bench."""

    path: Path
    readonly: bool
    query: Query
    corpus: CorpusQuery
    order: str = ORDER
    listed: int = LISTED


@dataclass(slots=True)
class Arrived:
    """What is known by now. ``hits`` are new ones, to put behind those before, or with ``anew`` in their place.

    ``count`` is of all hits so far, ``articles`` of those that hold them; ``complete`` says that nothing more comes.
    ``left`` articles must be put into the search index before anything can be found.
    """

    hits: list[Hit] = field(default_factory=list)
    anew: bool = False
    count: int = 0
    articles: int = 0
    complete: bool = False
    left: int = 0


def search_corpus(job: Job, asked: Asked, deliver: Callable[[Arrived], None]) -> Arrived:
    """Find every hit; the last ``Arrived``, without hits. Raises ``Cancelled`` when nobody waits any more, and
    ``ReadOnlyProject`` when the articles are not all indexed and cannot be."""
    make_searchable(job, asked, deliver)
    with Store.open(asked.path, readonly=True) as store:
        collecting = _Collecting(asked, deliver)
        try:
            total = store.concordance.last_rank()
            for candidate in _candidates(store, asked, job):
                collecting.take(candidate, store)
                job.report(candidate.rank, total)
        except StoreError:
            if job.cancelled():
                raise Cancelled from None
            raise
        return collecting.end()


def make_searchable(job: Job, asked: Asked, deliver: Callable[[Arrived], None]) -> None:
    """Put what is missing into the search index, in short transactions."""
    with Store.open(asked.path, readonly=True) as store:
        if not store.concordance.missing():
            return
        if asked.readonly:
            store.concordance.make_ready()  # which says that it cannot
    with Store.open(asked.path) as store:
        while left := store.index_search(_INDEXED_AT_ONCE):
            job.report(0, 0)
            deliver(Arrived(left=left))


def _candidates(store: Store, asked: Asked, job: Job) -> Iterator[Candidate]:
    """The articles to look at. Where a short beginning of words is looked for, the first are read without the index:
    what is frequent stands in them, and what is rare the index has at once."""
    seen = 0
    if any(words.prefix for words in asked.query.looked_for()):
        looked = Looked(asked.query)
        for near in store.concordance.first(asked.corpus, _NEAR):
            seen = near.rank
            if looked.holds({TITLE: fold_key(near.title or ""), TEXT: fold_key(near.text), REF: fold_key(near.ref)}):
                yield near
    for candidate in store.concordance.candidates(asked.corpus, job.cancelled):
        if candidate.rank > seen:
            yield candidate


class _Collecting:
    """Hits on their way to whoever waits for them."""

    def __init__(self, asked: Asked, deliver: Callable[[Arrived], None]) -> None:
        self._asked, self._deliver = asked, deliver
        self._looked = Looked(asked.query)
        self._words = asked.query.tree is not None and is_positive(asked.query.tree)
        self._listed: list[Hit] = []
        self._keys: list[tuple[str, Hit]] = []
        self._new: list[Hit] = []
        self._count = self._articles = 0
        self._due = perf_counter() + _SOON
        self._first = True

    def take(self, candidate: Candidate, store: Store) -> None:
        """Look for the hits of one article."""
        left = self._asked.listed - len(self._listed)
        if left <= 0 and self._words and not self._asked.corpus.asks_marks:
            found = self._looked.count(fold_key(candidate.text)) or 1
        else:
            hits = list(self._hits(candidate, store))
            found = len(hits)
            self._list(candidate, hits[: max(left, 0)])
        self._count += found
        self._articles += bool(found)
        if perf_counter() > self._due or (self._first and len(self._new) >= FIRST):
            self._hand_over()

    def end(self) -> Arrived:
        """Hand over what is left."""
        self._hand_over()
        if self._keys:
            self._sort()
        return Arrived([], False, self._count, self._articles, complete=True)

    def _list(self, candidate: Candidate, hits: list[tuple[Hit, str]]) -> None:
        self._listed += [hit for hit, _ in hits]
        if self._asked.order == ORDER:
            self._new += [hit for hit, _ in hits]
            return
        self._keys += [(key, hit) for hit, key in hits]
        if len(self._listed) >= self._asked.listed:
            self._sort()

    def _sort(self) -> None:
        """Hand over what is listed by its context: it is whole now."""
        self._keys.sort()
        self._deliver(Arrived([hit for _, hit in self._keys], True, self._count, self._articles))
        self._keys = []

    def _hand_over(self) -> None:
        self._deliver(Arrived(self._new, self._first and self._asked.order == ORDER, self._count, self._articles))
        self._new, self._first = [], False
        self._due = perf_counter() + _LATER

    def _hits(self, candidate: Candidate, store: Store) -> Iterator[tuple[Hit, str]]:
        """The hits of an article with the keys of their context."""
        if not self._words:
            yield from ((hit, "") for hit in self._without_words(candidate, store))
            return
        found = self._placed(candidate, 0, candidate.text)
        if self._asked.corpus.asks_marks:
            yield from self._marked(candidate, found, store)
            return
        first = next(found, None)
        if first is not None:
            yield first
            yield from found
            return
        others = [*self._placed(candidate, 1, candidate.title or ""), *self._placed(candidate, 2, candidate.ref)]
        # The index and the folding may part words otherwise where scripts are rare: then the article itself is the hit.
        yield from others or [(Hit(candidate.rank, 0, 0, 0), "")]

    def _placed(self, candidate: Candidate, number: int, text: str) -> Iterator[tuple[Hit, str]]:
        key = fold_key(text)
        places = self._looked.places((TEXT, TITLE, REF)[number], key)
        if not places:
            return
        folded = fold(text)
        left = (
            self._asked.order == LEFT
        ) == candidate.rtl  # in an article that runs from the right, left is what follows
        for start, end in places:
            span = folded.raw(start, end)
            key_of = ""
            if self._asked.order != ORDER:
                before, behind = context_keys(folded.key, start, end)
                key_of = behind if left else before
            yield Hit(candidate.rank, number, span.start, span.end), key_of

    def _marked(
        self, candidate: Candidate, found: Iterator[tuple[Hit, str]], store: Store
    ) -> Iterator[tuple[Hit, str]]:
        """Hits that stand in a mark which is asked for, and in none that is to be left out."""
        corpus = self._asked.corpus
        asked = any(each.of_mark and each.wanted for each in corpus.conditions)
        wanted = _spans(store.concordance.mark_fragments(corpus, candidate.rank, wanted=True))
        out = _spans(store.concordance.mark_fragments(corpus, candidate.rank, wanted=False))
        for hit, key in found:
            span = Span(hit.start, hit.end)
            if (not asked or any(map(span.meets, wanted))) and not any(map(span.meets, out)):
                yield hit, key

    def _without_words(self, candidate: Candidate, store: Store) -> Iterator[Hit]:
        """The marks that are asked for; else the article itself."""
        corpus = self._asked.corpus
        if not any(each.of_mark and each.wanted for each in corpus.conditions):
            yield Hit(candidate.rank, 0, 0, 0)
            return
        out = _spans(store.concordance.mark_fragments(corpus, candidate.rank, wanted=False))
        for span in sorted(_spans(store.concordance.mark_fragments(corpus, candidate.rank, wanted=True))):
            if not any(map(span.meets, out)):
                yield Hit(candidate.rank, 0, span.start, span.end)


def _spans(fragments: list[str]) -> list[Span]:
    return [Span(start, end) for each in fragments for start, end in islice(loads(each), 1)]
