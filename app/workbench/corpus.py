"""The same everywhere, through the corpus: which articles may hold the words, then each of them read word by word.

Runs in the worker with a store of its own; what it finds is handed over piece by piece.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from app.domain.codebook import Codebook
from app.domain.text.lexicon import Lexicons
from app.store import ReadOnlyProject, Store
from app.workbench.everywhere import TAKEN, Occurrence, Wanted, occurrences
from app.workbench.jobs import Job
from app.workbench.marks import Marks
from app.workbench.reading import Reading

MOST = 2000  # occurrences that one preview holds
_PAGE = 200
_INDEXED_AT_ONCE = 100  # articles in one transaction, so that no key waits long for the file

Deliver = Callable[[list[Occurrence]], None]


@dataclass(frozen=True, slots=True)
class Corpus:
    """What a search through the corpus has to know, so that it asks nothing of the bench while it runs."""

    path: Path
    readonly: bool
    layer: str
    codebook: Codebook
    lexicons: Lexicons
    known: Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Looked:
    """How the search ended: ``taken`` occurrences are marked already, and ``more`` were left after ``MOST``."""

    taken: int
    more: bool


def look_through(job: Job, corpus: Corpus, sought: Wanted, room: int, deliver: Deliver) -> Looked:
    """Find at most ``room`` occurrences that may be marked, in every article but the source's own.

    Raises ``Cancelled`` when it is stopped; what was delivered by then is good. ``ReadOnlyProject`` when the articles
    are not all indexed and cannot be.
    """
    _make_ready(job, corpus, sought)
    taken = found = 0
    with Store.open(corpus.path, readonly=True) as store:
        total = store.count_phrases(sought.phrases())
        for number, article in enumerate(_candidates(store, sought)):
            job.report(number, total)
            if article == sought.source.article:
                continue
            here = _look_into(store, article, corpus, sought)
            free = [each for each in here if each.standing != TAKEN]
            taken += len(here) - len(free)
            if found + len(free) > room:
                deliver(free[: room - found])
                return Looked(taken, more=True)
            found += len(free)
            deliver(free)
        job.report(total, total)
    return Looked(taken, more=False)


def _make_ready(job: Job, corpus: Corpus, sought: Wanted) -> None:
    """Put what is missing into the search index, in short transactions; a project that is only read must have it."""
    with Store.open(corpus.path, readonly=True) as store:
        try:
            store.count_phrases(sought.phrases())
            return
        except ReadOnlyProject:
            if corpus.readonly:
                raise
    with Store.open(corpus.path) as store:
        while store.index_search(_INDEXED_AT_ONCE):
            job.report(0, 0)


def _candidates(store: Store, sought: Wanted) -> Iterator[str]:
    """Ids of the articles in whose text the words stand behind some clitic, read in pages."""
    first, phrases = 0, sought.phrases()
    while page := store.search_phrases(phrases, limit=_PAGE, offset=first):
        yield from page
        first += len(page)


def _look_into(store: Store, article: str, corpus: Corpus, sought: Wanted) -> list[Occurrence]:
    reading = Reading(store.article(article), corpus.lexicons, corpus.known)
    marks = Marks(article, store.annotations(article, corpus.layer))
    return [each for found in occurrences(reading, sought, marks, corpus.codebook) for each in found]
