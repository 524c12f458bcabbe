"""Statistics of the whole project in one layer, and where its marks contradict one another: tables made by a job."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import fmean

from app.domain.errors import N_
from app.domain.text.folding import fold_key
from app.domain.text.querywords import words_of
from app.store import Store, StoreError
from app.store.overview import Counted
from app.workbench.jobs import Cancelled, Job
from app.workbench.listing import Book, Cell, Column, Lines, Listing, firsts, listing

_COUNT = Column("count", N_("Count"), number=True)
_ARTICLES = Column("articles", N_("Articles"), number=True)
_LABEL = Column("label", N_("Label"), named="label")
_SURFACE = Column("surface", N_("Surface"), words=True)
_STRENGTH = Column("strength", N_("Strength"), named="strength")
_ASKED = 50  # articles between two reports
_PARTS = 8

Stop = Callable[[], bool]


def make_statistics(job: Job, project: Path, layer: str) -> Book:
    """Every table of the statistics page. Raises ``Cancelled`` when nobody waits any more."""
    with Store.open(project, readonly=True) as store, store.snapshot():
        try:
            return Book(list(_tables(job, store, layer)), (*store.overview.state(), layer))
        except StoreError:
            if job.cancelled():
                raise Cancelled from None
            raise


def _tables(job: Job, store: Store, layer: str) -> Iterator[Listing]:
    ask, stop = store.overview, job.cancelled
    articles = _Articles()
    total = store.concordance.last_rank()
    for number, article in enumerate(ask.articles(layer)):
        articles.take(article)
        if number % _ASKED == 0:
            job.report(number, total + _PARTS * _ASKED)
    marks = ask.marks(stop)
    yield _overview(store, layer, articles, marks)
    yield _marks(marks)
    yield _quotes(ask.quotes(layer, stop))
    yield _speakers(ask.speakers(layer, stop))
    yield _entries(ask.entries(layer, stop))
    yield _cues(ask.cues(layer, stop))
    yield conflicts(ask.surfaces(layer, stop))
    yield articles.sources()
    yield articles.months()
    yield articles.distributions()
    job.report(1, 1)


def _overview(store: Store, layer: str, articles: _Articles, marks: Lines) -> Listing:
    counts = store.counts(layer)
    statuses = store.overview.statuses(layer)
    begun = sum(count for status, count in statuses.items() if status != "new")
    states: Counter[str] = Counter()
    for of, _, _, _, _, state, count in marks:
        states[str(state)] += int(count or 0) if of == layer else 0
    rows: list[tuple[Cell, ...]] = [
        (N_("articles"), len(articles.lengths)),
        (N_("characters"), sum(articles.lengths)),
        (N_("words"), sum(articles.words)),
        (N_("not begun"), len(articles.lengths) - begun),
        *((status, count) for status, count in statuses.items() if status != "new"),
        (N_("entities"), counts["entities"]),
        (N_("quotes"), counts["quotes"]),
        (N_("claims"), counts["claims"]),
        (N_("cues"), counts["cues"]),
        (N_("links"), counts["links"]),
        *((state, count) for state, count in sorted(states.items())),
        (N_("register entries"), len(store.register())),
        (N_("edits"), counts["edits"]),
    ]
    columns = (Column("what", N_("What"), named="text"), _COUNT)
    return listing("overview", N_("Overview"), columns, rows)


def _marks(rows: Lines) -> Listing:
    columns = (
        Column("layer", N_("Layer")),
        Column("kind", N_("Kind"), named="kind"),
        _LABEL,
        Column("annotator", N_("Annotator")),
        Column("origin", N_("Origin"), named="text"),
        Column("state", N_("State"), named="text"),
        _COUNT,
    )
    return listing("marks", N_("Marks"), columns, rows)


def _quotes(rows: Lines) -> Listing:
    """How quotes are made up, one property after the other."""
    properties = ("type", "medium", "realization", "polarity", "strength")
    counts: dict[tuple[str, Cell], int] = defaultdict(int)
    for *values, count in rows:
        for name, value in zip(properties, values, strict=True):
            counts[name, value] += int(count or 0)
    sums: Counter[str] = Counter()
    for (name, _), count in counts.items():
        sums[name] += count
    made = sorted(counts.items(), key=lambda each: (properties.index(each[0][0]), -each[1]))
    lines = [(name, value, count, round(100 * count / sums[name], 1)) for (name, value), count in made]
    columns = (
        Column("property", N_("Property"), named="property"),
        Column("value", N_("Value"), named="value"),
        _COUNT,
        Column("percent", N_("Percent"), number=True),
    )
    return listing("quotes", N_("Quotes"), columns, lines)


def _speakers(rows: Lines) -> Listing:
    """Surfaces that are the same when folded are one speaker."""
    spoken: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    names: dict[str, Counter[str]] = defaultdict(Counter)
    for name, bare, quotes, articles in rows:
        key = f"\0{name}" if bare else fold_key(str(name))
        spoken[key][0] += int(quotes or 0)
        spoken[key][1] += int(articles or 0)
        names[key][str(name)] += int(quotes or 0)
    order = firsts(spoken, key=lambda key: (-spoken[key][0], key))
    lines = [(names[key].most_common(1)[0][0], *spoken[key]) for key in order]
    columns = (
        Column("speaker", N_("Speaker"), words=True, named="text"),
        Column("quotes", N_("Quotes"), number=True),
        _ARTICLES,
    )
    queries = ("" if key.startswith("\0") else f'speaker:"{_quotable(key)}" kind:quote' for key in order)
    return listing("speakers", N_("Speakers"), columns, lines, queries)


def _entries(rows: Lines) -> Listing:
    lines = firsts(rows, key=lambda row: (-int(row[2] or 0), str(row[0])))
    columns = (
        Column("entry", N_("Entry"), words=True),
        _LABEL,
        Column("mentions", N_("Mentions"), number=True),
        _ARTICLES,
    )
    return listing("entries", N_("Register entries"), columns, lines)


def _cues(rows: Lines) -> Listing:
    counted: dict[tuple[str, Cell], list[int]] = defaultdict(lambda: [0, 0])
    shown: dict[tuple[str, Cell], str] = {}
    for exact, strength, count, articles in rows:
        key = fold_key(str(exact)), strength
        shown.setdefault(key, str(exact))
        counted[key][0] += int(count or 0)
        counted[key][1] += int(articles or 0)
    order = firsts(counted, key=lambda key: (-counted[key][0], key[0]))
    lines = [(shown[key], key[1], *counted[key]) for key in order]
    columns = (Column("cue", N_("Cue"), words=True), _STRENGTH, _COUNT, _ARTICLES)
    queries = (f'"{_quotable(key[0])}" kind:cue' for key in order)
    return listing("cues", N_("Cues"), columns, lines, queries)


def conflicts(rows: Lines) -> Listing:
    """Surfaces that are the same when folded and have several labels: a row for each label, the rarest words last."""
    labels, shown = by_surface(rows)
    twice = firsts((key for key in labels if len(labels[key]) > 1), key=lambda key: (-labels[key].total(), key))
    lines, queries = [], []
    for key in twice:
        for label, count in labels[key].most_common():
            share = round(100 * count / labels[key].total(), 1)
            lines.append((shown[key], label, count, share, len(labels[key])))
            queries.append(f'"{_quotable(key)}" label:{label}')
    columns = (
        _SURFACE,
        _LABEL,
        _COUNT,
        Column("percent", N_("Percent"), number=True),
        Column("labels", N_("Labels"), number=True),
    )
    return listing("conflicts", N_("Surfaces under several labels"), columns, lines, queries)


def by_surface(rows: Lines) -> tuple[dict[str, Counter[str]], dict[str, str]]:
    """Of each folded surface, how often it has which label, and how it is spelt most often."""
    labels: dict[str, Counter[str]] = defaultdict(Counter)
    spelt: dict[str, Counter[str]] = defaultdict(Counter)
    for label, surface, count, _ in rows:
        key = " ".join(fold_key(str(surface)).split())
        labels[key][str(label)] += int(count or 0)
        spelt[key][str(surface)] += int(count or 0)
    return labels, {key: of.most_common(1)[0][0] for key, of in spelt.items()}


def _quotable(key: str) -> str:
    return " ".join(words_of(key))


class _Articles:
    """What the articles are like, added up one by one."""

    def __init__(self) -> None:
        self.lengths: list[int] = []
        self.words: list[int] = []
        self.marks: list[int] = []
        self._sources: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
        self._months: dict[str, list[int]] = defaultdict(lambda: [0, 0])

    def take(self, article: Counted) -> None:
        self.lengths.append(len(article.text))
        self.words.append(len(words_of(article.text)))
        self.marks.append(article.marks)
        source = self._sources[article.source or ""]
        for place, value in enumerate((1, len(article.text), article.marks)):
            source[place] += value
        month = self._months[(article.published or "")[:7]]
        month[0] += 1
        month[1] += article.marks

    def sources(self) -> Listing:
        """How densely the articles of each source are marked."""
        order = firsts(self._sources.items(), key=lambda each: (-each[1][0], each[0]))
        lines = [
            (name, count, length, marks, round(1000 * marks / length, 2) if length else 0.0)
            for name, (count, length, marks) in order
        ]
        columns = (
            Column("source", N_("Source"), words=True),
            _ARTICLES,
            Column("characters", N_("Characters"), number=True),
            Column("marks", N_("Marks"), number=True),
            Column("density", N_("Marks per 1000 characters"), number=True),
        )
        queries = (f'source:"{name.replace(chr(34), " ")}"' if words_of(name) else "" for name, _ in order)
        return listing("sources", N_("Sources"), columns, lines, queries)

    def months(self) -> Listing:
        """Articles and marks by the month of publishing."""
        lines = [(name, *counts) for name, counts in sorted(self._months.items())]
        columns = (Column("month", N_("Month")), _ARTICLES, Column("marks", N_("Marks"), number=True))
        return listing("months", N_("Months"), columns, lines)

    def distributions(self) -> Listing:
        """How long articles are and how much is marked in them, from the least to the most."""
        lines: list[tuple[Cell, ...]] = []
        for name, values in (
            (N_("characters"), self.lengths),
            (N_("words"), self.words),
            (N_("marks"), self.marks),
        ):
            ordered = sorted(values)
            if ordered:
                parts = [ordered[int(part * (len(ordered) - 1))] for part in (0, 0.1, 0.5, 0.9, 1)]
                lines.append((name, *parts, round(fmean(ordered), 1)))
        names = (N_("Least"), N_("A tenth below"), N_("Median"), N_("A tenth above"), N_("Most"), N_("Mean"))
        ids = ("min", "p10", "median", "p90", "max", "mean")
        columns = (
            Column("what", N_("In an article"), named="text"),
            *(Column(id_, name, number=True) for id_, name in zip(ids, names, strict=True)),
        )
        return listing("distributions", N_("Distributions"), columns, lines)
