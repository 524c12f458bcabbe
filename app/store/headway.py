"""How far the work has come: articles by status, marks by label, work by day. Reads neither texts nor marks."""

from __future__ import annotations

from dataclasses import dataclass

from app.store.file import ProjectFile
from app.store.records import parse

_LONGEST = 500

_STATUSES = """
    SELECT layer, status, annotators, count(*) FROM progress
    WHERE article NOT IN (SELECT article FROM shelf WHERE binned = 1) GROUP BY layer, status, annotators
"""
_ASSIGNED = """
    SELECT word, coalesce(progress.status, 'new'), count(*)
    FROM card_word JOIN shelf ON shelf.article = card_word.article AND shelf.binned = 0
    LEFT JOIN progress ON progress.article = card_word.article AND progress.layer = card_word.word
    WHERE kind = 'assignee' GROUP BY 1, 2
"""
_LABELS = (
    "SELECT layer, author, kind, label, marks FROM label_tally WHERE marks > 0 ORDER BY layer, author, kind, label"
)
_DAYS = """
    SELECT day, layer, author, sum(marks), sum(articles), sum(seconds) FROM (
        SELECT day, layer, author, marks, articles, 0.0 AS seconds FROM pace
        UNION ALL
        SELECT day, layer, author, 0, 0, seconds FROM activity
    ) GROUP BY day, layer, author ORDER BY day, layer, author
"""
_TIMES = f"""
    SELECT id, ref, name, seconds FROM
        (SELECT article, sum(seconds) AS seconds FROM activity GROUP BY article ORDER BY 2 DESC LIMIT {_LONGEST})
    JOIN article ON rank = article ORDER BY seconds DESC, rank
"""


@dataclass(frozen=True, slots=True)
class StatusCount:
    """How many articles one layer has in one status, and who worked on them."""

    layer: str
    status: str
    annotators: tuple[str, ...]
    articles: int


@dataclass(frozen=True, slots=True)
class AssignedCount:
    """How many of the articles that are given to somebody have that status in the layer of that name."""

    assignee: str
    status: str
    articles: int


@dataclass(frozen=True, slots=True)
class LabelCount:
    """How many accepted marks of a label one person made in a layer."""

    layer: str
    author: str
    kind: str
    label: str
    marks: int


@dataclass(frozen=True, slots=True)
class DayCount:
    """What one person did on one day, less what was taken back: marks accepted, articles done, and active seconds."""

    day: str
    layer: str
    author: str
    marks: int
    articles: int
    seconds: float


@dataclass(frozen=True, slots=True)
class ArticleTime:
    """How many seconds all together have worked on an article."""

    id: str
    ref: str
    name: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Headway:
    """``articles`` are those that are not in the bin; ``times`` the few hundred that took longest."""

    articles: int
    binned: int
    statuses: tuple[StatusCount, ...] = ()
    assigned: tuple[AssignedCount, ...] = ()
    labels: tuple[LabelCount, ...] = ()
    days: tuple[DayCount, ...] = ()
    times: tuple[ArticleTime, ...] = ()


def read(file: ProjectFile) -> Headway:
    """Count. It takes as long as there are begun articles, some tens of milliseconds for a hundred thousand."""
    return Headway(
        articles=file.value("SELECT count(*) FROM shelf WHERE binned = 0"),
        binned=file.value("SELECT count(*) FROM shelf WHERE binned = 1"),
        statuses=tuple(
            StatusCount(layer, status, tuple(parse(annotators)), count)
            for layer, status, annotators, count in file.rows(_STATUSES)
        ),
        assigned=tuple(AssignedCount(*row) for row in file.rows(_ASSIGNED)),
        labels=tuple(LabelCount(*row) for row in file.rows(_LABELS)),
        days=tuple(DayCount(*row) for row in file.rows(_DAYS)),
        times=tuple(ArticleTime(*row) for row in file.rows(_TIMES)),
    )
