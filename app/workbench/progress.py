"""Progress as figures: each a table with its chart, from the counts that the project file keeps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from app.domain.annotation import NEW, STATUSES
from app.domain.errors import N_
from app.store import Store
from app.store.headway import Headway
from app.workbench.jobs import Job

_HOUR, _MINUTE = 3600.0, 60.0

STATUS_WORDS = {
    "new": N_("new"),
    "in_progress": N_("in progress"),
    "done": N_("done"),
    "flagged": N_("flagged"),
    "excluded": N_("excluded"),
}


@dataclass(frozen=True, slots=True)
class Figure:
    """A table: ``values[row][column]`` belongs to ``categories[row]`` and ``series[column]``.

    ``title`` and ``head`` (what the categories are) are marked for translation, and so are ``series`` where ``words``
    says that they are not names. ``days`` says that the categories are days in their order.
    """

    id: str
    title: str
    head: str
    categories: tuple[str, ...]
    series: tuple[str, ...]
    values: tuple[tuple[float, ...], ...]
    words: bool = False
    days: bool = False

    @property
    def total(self) -> float:
        return sum(map(sum, self.values))


def read_headway(_job: Job, path: Path) -> Headway:
    """The counts of the project, read in the worker."""
    with Store.open(path, readonly=True) as store, store.snapshot():
        return store.desk.headway()


def figures(headway: Headway, label_name: Callable[[str, str], str] = lambda kind, label: label) -> list[Figure]:
    """Every figure of the page; the unknown is empty. ``label_name`` says what a label is called."""
    return [
        _by_layer(headway),
        _by_annotator(headway),
        _assigned(headway),
        _by_label(headway, label_name),
        _daily(headway, "marks", N_("Marks by day"), lambda day: day.marks),
        _daily(headway, "articles", N_("Articles done by day"), lambda day: day.articles),
        _daily(headway, "minutes", N_("Active minutes by day"), lambda day: round(day.seconds / _MINUTE, 1)),
        _hourly(headway),
        _times(headway),
    ]


def _table(
    cells: Iterable[tuple[str, str, float]],
) -> tuple[tuple[str, ...], tuple[str, ...], dict[tuple[str, str], float]]:
    sums: dict[tuple[str, str], float] = defaultdict(float)
    for row, column, value in cells:
        sums[row, column] += value
    return tuple(dict.fromkeys(row for row, _ in sums)), tuple(sorted({column for _, column in sums})), sums


def _of_statuses(key: str, title: str, head: str, cells: Iterable[tuple[str, str, float]]) -> Figure:
    rows, _, sums = _table(cells)
    values = tuple(tuple(sums.get((row, status), 0) for status in STATUSES) for row in rows)
    return Figure(key, title, head, rows, tuple(STATUS_WORDS[each] for each in STATUSES), values, words=True)


def _by_layer(headway: Headway) -> Figure:
    begun: dict[str, int] = defaultdict(int)
    cells: list[tuple[str, str, float]] = []
    for each in headway.statuses:
        begun[each.layer] += each.articles
        cells.append((each.layer, each.status, each.articles))
    cells += [(layer, NEW, headway.articles - count) for layer, count in begun.items()]
    return _of_statuses("layers", N_("Articles by status and layer"), N_("Layer"), cells)


def _by_annotator(headway: Headway) -> Figure:
    cells = [(who, each.status, each.articles) for each in headway.statuses for who in each.annotators]
    return _of_statuses("annotators", N_("Articles by status and annotator"), N_("Annotator"), sorted(cells))


def _assigned(headway: Headway) -> Figure:
    cells = [(each.assignee, each.status, float(each.articles)) for each in headway.assigned]
    return _of_statuses("assigned", N_("Articles by status and assignee"), N_("Assigned to"), cells)


def _by_label(headway: Headway, label_name: Callable[[str, str], str]) -> Figure:
    rows, people, sums = _table((label_name(each.kind, each.label), each.author, each.marks) for each in headway.labels)
    rows = tuple(sorted(rows, key=lambda row: -sum(sums.get((row, who), 0) for who in people)))
    values = tuple(tuple(sums.get((row, who), 0) for who in people) for row in rows)
    return Figure("labels", N_("Marks by label and annotator"), N_("Label"), rows, people, values)


def _daily(headway: Headway, key: str, title: str, worth: Callable[..., float]) -> Figure:
    rows, people, sums = _table((day.day, day.author, worth(day)) for day in headway.days)
    rows = tuple(row for row in rows if any(sums.get((row, who)) for who in people))
    values = tuple(tuple(sums.get((row, who), 0) for who in people) for row in rows)
    return Figure(key, title, N_("Day"), rows, people, values, days=True)


def _hourly(headway: Headway) -> Figure:
    """Only days of which the active time is known, so that work without a clock makes nobody look quick."""
    spent: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
    for day in headway.days:
        if day.seconds > 0:
            for place, value in enumerate((day.marks, day.articles, day.seconds / _HOUR)):
                spent[day.author][place] += value
    values = tuple(
        (round(marks / hours, 1), round(done / hours, 2), round(hours, 2)) for marks, done, hours in spent.values()
    )
    series = (N_("marks per active hour"), N_("articles per active hour"), N_("active hours"))
    return Figure("pace", N_("Pace by annotator"), N_("Annotator"), tuple(spent), series, values, words=True)


def _times(headway: Headway) -> Figure:
    values = tuple((round(each.seconds / _MINUTE, 1),) for each in headway.times)
    names = tuple(each.name for each in headway.times)
    return Figure("times", N_("Active minutes by article"), N_("Article"), names, (N_("minutes"),), values, words=True)
