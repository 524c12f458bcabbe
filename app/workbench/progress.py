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

NOBODY = N_("Nobody has begun an article yet.")
_UNASSIGNED = N_("No article was given to anybody yet.")
_NO_MARKS = N_("Nobody has made a mark here yet; what was imported is nobody's pace.")
_NO_LABELS = N_("There are no marks yet.")
_NONE_DONE = N_("No article was finished here yet.")
_NO_TIME = N_("No active time was counted yet.")


@dataclass(frozen=True, slots=True)
class Figure:
    """A table: ``values[row][column]`` belongs to ``categories[row]`` and ``series[column]``.

    ``title`` and ``head`` (what the categories are) are marked for translation, and so are ``series`` where ``words``
    says that they are not names. ``days`` says that the categories are days in their order. ``nothing`` is what is
    said where there are none. ``drawn`` columns can be added to one another; those after them are in the table alone.
    """

    id: str
    title: str
    head: str
    categories: tuple[str, ...]
    series: tuple[str, ...]
    values: tuple[tuple[float, ...], ...]
    words: bool = False
    days: bool = False
    nothing: str = ""
    drawn: int | None = None

    @property
    def total(self) -> float:
        return sum(map(sum, self.values))


def read_headway(_job: Job, path: Path) -> Headway:
    """The counts of the project, read in the worker."""
    with Store.open(path, readonly=True) as store, store.snapshot():
        return store.desk.headway()


def figures(
    headway: Headway, label_name: Callable[[str, str], str] = lambda kind, label: label, layers: Iterable[str] = ()
) -> list[Figure]:
    """Every figure of the page; the unknown is empty. ``label_name`` says what a label is called; ``layers`` are
    counted also where they have begun nothing."""
    return [
        _by_layer(headway, layers),
        _by_annotator(headway),
        _assigned(headway),
        _by_label(headway, label_name),
        _daily(headway, "marks", N_("Marks by day"), _NO_MARKS, lambda day: day.marks),
        _daily(headway, "articles", N_("Articles done by day"), _NONE_DONE, lambda day: day.articles),
        _daily(headway, "minutes", N_("Active minutes by day"), _NO_TIME, lambda day: round(day.seconds / _MINUTE, 1)),
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


def _of_statuses(key: str, title: str, head: str, nothing: str, cells: Iterable[tuple[str, str, float]]) -> Figure:
    rows, _, sums = _table(cells)
    values = tuple(tuple(sums.get((row, status), 0) for status in STATUSES) for row in rows)
    words = tuple(STATUS_WORDS[each] for each in STATUSES)
    return Figure(key, title, head, rows, words, values, words=True, nothing=nothing)


def _by_layer(headway: Headway, layers: Iterable[str]) -> Figure:
    begun: dict[str, int] = dict.fromkeys(layers, 0)
    cells: list[tuple[str, str, float]] = []
    for each in headway.statuses:
        begun[each.layer] = begun.get(each.layer, 0) + each.articles
        cells.append((each.layer, each.status, each.articles))
    cells += [(layer, NEW, headway.articles - count) for layer, count in begun.items()]
    return _of_statuses("layers", N_("Articles by status and layer"), N_("Layer"), NOBODY, cells)


def _by_annotator(headway: Headway) -> Figure:
    cells = [(who, each.status, each.articles) for each in headway.statuses for who in each.annotators]
    return _of_statuses("annotators", N_("Articles by status and annotator"), N_("Annotator"), NOBODY, sorted(cells))


def _assigned(headway: Headway) -> Figure:
    cells = [(each.assignee, each.status, float(each.articles)) for each in headway.assigned]
    return _of_statuses("assigned", N_("Articles by status and assignee"), N_("Assigned to"), _UNASSIGNED, cells)


def _by_label(headway: Headway, label_name: Callable[[str, str], str]) -> Figure:
    rows, people, sums = _table((label_name(each.kind, each.label), each.author, each.marks) for each in headway.labels)
    rows = tuple(sorted(rows, key=lambda row: -sum(sums.get((row, who), 0) for who in people)))
    values = tuple(tuple(sums.get((row, who), 0) for who in people) for row in rows)
    return Figure("labels", N_("Marks by label and annotator"), N_("Label"), rows, people, values, nothing=_NO_LABELS)


def _daily(headway: Headway, key: str, title: str, nothing: str, worth: Callable[..., float]) -> Figure:
    rows, people, sums = _table((day.day, day.author, worth(day)) for day in headway.days)
    rows = tuple(row for row in rows if any(sums.get((row, who)) for who in people))
    values = tuple(tuple(sums.get((row, who), 0) for who in people) for row in rows)
    return Figure(key, title, N_("Day"), rows, people, values, days=True, nothing=nothing)


def _hourly(headway: Headway) -> Figure:
    """Only days of which the active time is known, so that work without a clock makes nobody look quick, and only
    people who have worked for a minute."""
    spent: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
    for day in headway.days:
        if day.seconds > 0:
            for place, value in enumerate((day.marks, day.articles, day.seconds / _HOUR)):
                spent[day.author][place] += value
    known = {who: each for who, each in spent.items() if each[2] * _HOUR >= _MINUTE}
    values = tuple(
        (round(marks / hours, 1), round(done / hours, 2), round(hours, 2)) for marks, done, hours in known.values()
    )
    series = (N_("marks per active hour"), N_("articles per active hour"), N_("active hours"))
    people = tuple(known)
    return Figure(
        "pace", N_("Pace by annotator"), N_("Annotator"), people, series, values, words=True, nothing=_NO_TIME, drawn=1
    )


def _times(headway: Headway) -> Figure:
    known = [(each.name, minutes) for each in headway.times if (minutes := round(each.seconds / _MINUTE, 1))]
    names, values = tuple(name for name, _ in known), tuple((minutes,) for _, minutes in known)
    title, series = N_("Active minutes by article"), (N_("minutes"),)
    return Figure("times", title, N_("Article"), names, series, values, words=True, nothing=_NO_TIME)
