"""Search in what is marked: the surfaces of each label, and those that are marked in some places and not in others."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import accumulate
from json import loads
from pathlib import Path
from re import compile as pattern

from app.domain.errors import N_
from app.domain.text.folding import fold
from app.domain.text.querywords import Words, words_of
from app.store import Store, StoreError
from app.workbench.jobs import Cancelled, Job
from app.workbench.listing import Book, Column, Lines, Listing, firsts, listing
from app.workbench.statistics import by_surface

_LOOKED_FOR = 5000  # surfaces, the most frequent first, whose unmarked places are counted
_SHORTEST = 2  # letters of a surface
_WORD = pattern(r"[^\W_]+")

_SURFACE = Column("surface", N_("Surface"), words=True)
_LABEL = Column("label", N_("Label"), named="label")
_MARKED = Column("marked", N_("Marked"), number=True)

Forms = dict[str, list[tuple[tuple[str, ...], str]]]


def make_surfaces(job: Job, project: Path, layer: str) -> Book:
    """Both tables. Raises ``Cancelled`` when nobody waits any more."""
    with Store.open(project, readonly=True) as store, store.snapshot():
        try:
            rows = store.overview.surfaces(layer, job.cancelled)
            listings = [_surfaces(rows), _partly(job, store, layer, rows)]
            return Book(listings, (*store.overview.state(), layer))
        except StoreError:
            if job.cancelled():
                raise Cancelled from None
            raise


def _surfaces(rows: Lines) -> Listing:
    labels, shown = by_surface(rows)
    every = (
        (shown[key], label, count, of.total() - count) for key, of in labels.items() for label, count in of.items()
    )
    lines = firsts(every, key=lambda row: (-row[2], row[0]))
    columns = (_SURFACE, _LABEL, _MARKED, Column("otherwise", N_("Under other labels"), number=True))
    queries = (f'"{" ".join(words_of(row[0]))}" label:{row[1]}' if words_of(row[0]) else "" for row in lines)
    return listing("surfaces", N_("Surfaces of labels"), columns, lines, queries)


def _partly(job: Job, store: Store, layer: str, rows: Lines) -> Listing:
    """Only articles that the layer has worked on count: in others nothing is marked yet."""
    labels, shown = by_surface(rows)
    frequent = firsts(labels, lambda key: (-labels[key].total(), key), _LOOKED_FOR)
    spelt = {words: key for key in reversed(frequent) if (words := words_of(key)) and _is_long(words)}
    forms = _forms(spelt)
    places: Counter[str] = Counter()
    unmarked: Counter[str] = Counter()
    articles: Counter[str] = Counter()
    total = store.concordance.last_rank()
    for number, (text, fragments) in enumerate(store.overview.begun(layer)):
        job.report(number, total)
        missed = set()
        for key, is_marked in _found(text, fragments, forms):
            places[key] += 1
            if not is_marked:
                unmarked[key] += 1
                missed.add(key)
        articles.update(missed)
    order = sorted(unmarked, key=lambda key: (-unmarked[key], key))
    lines = [
        (shown[key], labels[key].most_common(1)[0][0], places[key] - unmarked[key], unmarked[key], articles[key])
        for key in order
    ]
    columns = (
        _SURFACE,
        _LABEL,
        _MARKED,
        Column("unmarked", N_("Not marked"), number=True),
        Column("articles", N_("Articles with such places"), number=True),
    )
    queries = (f'"{" ".join(words_of(key))}" -kind:entity layer:"{layer}"' for key in order)
    return listing("partly", N_("Marked in some places only"), columns, lines, queries)


def _is_long(words: tuple[str, ...]) -> bool:
    letters = "".join(words)
    return len(letters) > _SHORTEST and not letters.isdigit()


def _forms(spelt: dict[tuple[str, ...], str]) -> Forms:
    """Surfaces by every form in which their first word may stand, the longest first."""
    found: Forms = defaultdict(list)
    for words, key in spelt.items():
        for form in Words(words).forms():
            found[form].append((words[1:], key))
    for of in found.values():
        of.sort(key=lambda each: -len(each[0]))
    return found


def _found(text: str, fragments: list[str], forms: Forms) -> Iterator[tuple[str, bool]]:
    """The surfaces that stand in a text, and whether an entity is marked there."""
    folded = fold(text)
    index = folded.index
    marked = sorted((start, end) for each in fragments for start, end in loads(each))
    reach = list(accumulate((end for _, end in marked), max))  # marks may stand in one another
    words = [(each.group(), each.start(), each.end()) for each in _WORD.finditer(folded.key)]
    for number, (word, begin, end) in enumerate(words):
        for rest, key in forms.get(word, ()):
            behind = words[number + 1 : number + 1 + len(rest)]
            if tuple(each[0] for each in behind) == rest:
                start, stop = index[begin], index[(behind[-1][2] if behind else end) - 1] + 1
                before = bisect_left(marked, (stop, 0))
                yield key, before > 0 and reach[before - 1] > start
