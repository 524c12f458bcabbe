"""What is counted of a layer's marks: kept up with every edit in its own transaction, so that no list counts marks.

An edit adds and takes away only what it changed: it costs the same in a long article as in a short one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from app.domain.annotation import ACCEPTED, DONE, SUGGESTED, Annotation, Progress, Record
from app.domain.edit import Change
from app.store.file import ProjectFile
from app.store.rows import Ranks

_HALF_SURE = 5000
_TALLY = """
    INSERT INTO tally (layer, article, marks, open, sureness, changed, doubt)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, CASE WHEN ?4 > 0 THEN 10001 - ?5 / ?4 END)
    ON CONFLICT (layer, article) DO UPDATE SET marks = marks + ?3, open = open + ?4, sureness = sureness + ?5,
        doubt = CASE WHEN open + ?4 > 0 THEN 10001 - (sureness + ?5) / (open + ?4) END,
        findings = NULL, changed = ?6
"""
_LABEL_ARTICLE = """
    INSERT INTO label_article (layer, kind, label, article, marks) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (layer, kind, label, article) DO UPDATE SET marks = marks + excluded.marks
"""
_NONE_LEFT = "DELETE FROM label_article WHERE (layer, kind, label, article) = (?, ?, ?, ?) AND marks <= 0"
_LABEL_TALLY = """
    INSERT INTO label_tally (layer, author, kind, label, marks) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (layer, author, kind, label) DO UPDATE SET marks = marks + excluded.marks
"""
_PACE = """
    INSERT INTO pace (day, layer, author, marks, articles) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (day, layer, author) DO UPDATE SET
        marks = marks + excluded.marks, articles = articles + excluded.articles
"""

# The same counts made from nothing, for a check that they agree.
_RECOUNTED = {
    "tally": """
        SELECT layer, article, sum(state = 'accepted'), sum(state = 'suggested'),
            sum(CASE state WHEN 'suggested' THEN CAST(round(coalesce(confidence, 0.5) * 10000) AS INTEGER) ELSE 0 END)
        FROM annotation GROUP BY layer, article
        EXCEPT SELECT layer, article, marks, open, sureness FROM tally
    """,
    "label_article": """
        SELECT layer, kind, label, article, count(*) FROM annotation WHERE state = 'accepted' GROUP BY 1, 2, 3, 4
        EXCEPT SELECT layer, kind, label, article, marks FROM label_article
    """,
    "label_tally": """
        SELECT layer, made_by, kind, label, count(*) FROM annotation WHERE state = 'accepted' GROUP BY 1, 2, 3, 4
        EXCEPT SELECT layer, author, kind, label, marks FROM label_tally
    """,
}


@dataclass(slots=True)
class Counted:
    """What edits add (or takes away): by layer and article, by label there, by label and maker, and by layer."""

    articles: dict[tuple[str, str], list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0, 0]))
    places: dict[tuple[str, str, str, str], int] = field(default_factory=lambda: defaultdict(int))
    labels: dict[tuple[str, str, str, str], int] = field(default_factory=lambda: defaultdict(int))
    pace: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))

    def add(self, record: Record, one: int) -> None:
        """Count a record that is there now (``one`` is 1), or one that was there before (-1)."""
        if isinstance(record, Annotation):
            of_article = self.articles[record.layer, record.article]
            if record.state == ACCEPTED:
                of_article[0] += one
                self.places[record.layer, record.kind, record.label, record.article] += one
                self.labels[record.layer, record.made_by, record.kind, record.label] += one
                self.pace[record.layer][0] += one
            elif record.state == SUGGESTED:
                of_article[1] += one
                sure = record.confidence
                of_article[2] += one * (_HALF_SURE if sure is None else round(sure * 10_000))
        elif isinstance(record, Progress):
            self.articles[record.layer, record.article]
            self.pace[record.layer][1] += one * (record.status == DONE)

    def write(self, file: ProjectFile, ranks: Ranks, *, at: str, author: str | None) -> None:
        """Add it to what is counted, inside a transaction. Without an ``author`` it was nobody's work."""
        file.run_many(_TALLY, [(layer, ranks[key], *sums, at) for (layer, key), sums in self.articles.items()])
        places = [(*place[:3], ranks[place[3]], more) for place, more in self.places.items() if more]
        file.run_many(_LABEL_ARTICLE, places)
        file.run_many(_NONE_LEFT, [place[:4] for place in places if place[4] < 0])
        file.run_many(_LABEL_TALLY, [(*label, more) for label, more in self.labels.items() if more])
        if author is not None:
            day = local_day(at)
            file.run_many(_PACE, [(day, layer, author, *sums) for layer, sums in self.pace.items() if any(sums)])


def follow(file: ProjectFile, changes: Iterable[Change], ranks: Ranks, *, at: str, author: str | None) -> None:
    """Count what the changes did, in the transaction that wrote them. Without an ``author`` it was nobody's work."""
    counted = Counted()
    for change in changes:
        if change.before is not None:
            counted.add(change.before, -1)
        if change.after is not None:
            counted.add(change.after, 1)
    counted.write(file, ranks, at=at, author=author)


def local_day(at: str) -> str:
    """The day, where the analyst is, of a time in UTC."""
    return datetime.fromisoformat(at).astimezone().date().isoformat()


def miscounted(file: ProjectFile) -> Iterator[str]:
    """The tables whose counts are not those of the marks."""
    for table, sql in _RECOUNTED.items():
        if file.row(f"SELECT 1 FROM ({sql}) LIMIT 1"):
            yield table
