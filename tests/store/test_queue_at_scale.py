"""A hundred thousand articles: what the queue asks goes through an index alone, whatever is asked. No clock is read."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from app.domain.annotation import STATUSES
from app.store import QueueQuery, Store, queue
from app.store.queue import NOBODY, SORTS
from app.store.shelving import title_key
from tests.benchmarks.corpus import articles
from tests.store import making

COUNT = 100_000
LAYER = "sana"
QUERIES = [
    QueueQuery(),
    *(QueueQuery(sort=sort, descending=way) for sort in SORTS for way in (False, True)),
    *(QueueQuery(statuses=(status,)) for status in STATUSES),
    QueueQuery(assignee="sana", sort="title"),
    QueueQuery(assignee=NOBODY, sort="marks"),
    QueueQuery(tag="مياه", priorities=(1, 2)),
    QueueQuery(source="قناة المدى", first="2025-03-01", last="2026-01-01", sort="length"),
    QueueQuery(label=("entity", "GPE"), sort="changed", descending=True),
    QueueQuery(findings=True),
    QueueQuery(binned=True),
]


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The rows that the queue reads, without the texts, which it never reads. Half of the articles are begun."""
    choose = random.Random(1)
    plain = [each._replace(text="") for each in articles(2_000, length=120)]
    path = tmp_path_factory.mktemp("large") / "large.tawsim"
    with Store.create(path, making.codebook()) as store:
        with store._file.writing():
            for first in range(0, COUNT, len(plain)):
                _fill(store, first, plain, choose)
        yield store


def _fill(store: Store, first: int, plain: list, choose: random.Random) -> None:
    file, numbers = store._file, range(first + 1, first + len(plain) + 1)
    file.run_many(
        "INSERT INTO article (rank, id, ref, name, sha256, lang, direction, extra, zones, text) "
        "VALUES (?, ?, ?, ?, '', 'ar', 'rtl', '{}', '[]', '')",
        [(n, f"id-{n}", f"n-{n}", each.title) for n, each in zip(numbers, plain, strict=True)],
    )
    file.run_many(
        "INSERT INTO shelf (article, length, day, source, title) VALUES (?, ?, ?, ?, ?)",
        [
            (n, choose.randrange(600, 4000), each.published, each.source, title_key(each.title))
            for n, each in zip(numbers, plain, strict=True)
        ],
    )
    begun = list(numbers)[::2]
    file.run_many(
        "INSERT INTO progress VALUES (?, ?, ?, ?)", [(n, LAYER, choose.choice(STATUSES[1:]), '["sana"]') for n in begun]
    )
    file.run_many(
        "INSERT INTO tally (layer, article, marks, open, sureness, doubt, findings, changed) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [(LAYER, n, n % 40, n % 3, 4000, (n % 3) * 900 or None, n % 5, f"2026-11-{n % 23 + 1:02}") for n in begun],
    )
    file.run_many("INSERT INTO label_article VALUES (?, 'entity', 'GPE', ?, 2)", [(LAYER, n) for n in begun])
    file.run_many(
        "INSERT INTO card VALUES (?, '[\"sana\"]', ?, '[\"مياه\"]', '', ?)",
        [(n, n % 4 - 1, int(n % 500 == 0)) for n in numbers if n % 10 == 0],
    )


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: str(QUERIES.index(query)))
def test_no_question_of_the_queue_scans_a_table_or_sorts_more_than_a_few(large, query, monkeypatch):
    seen: list[tuple[str, object]] = []
    ask = large._file.rows
    monkeypatch.setattr(large._file, "rows", lambda sql, values=(): seen.append((sql, values)) or ask(sql, values))
    found = large.desk.ranks(LAYER, query)
    rows = large.desk.rows(LAYER, found[-100:])
    if query.plain:
        large.desk.page(LAYER, query, COUNT - 600, 100)
        large.desk.position(LAYER, f"id-{COUNT - 1}", query)
    monkeypatch.undo()
    assert [row.id for row in rows] == [f"id-{rank}" for rank in found[-100:]]
    assert len(found) > 100
    for sql, values in seen:
        steps = [step for *_, step in ask("EXPLAIN QUERY PLAN " + sql, values)]
        for step in steps:
            assert not step.startswith("SCAN") or "json_each" in step or "subquery" in step, (step, sql)
            assert "TEMP B-TREE FOR ORDER BY" not in step or ":few" in sql, (step, sql)
            reads_rows = step.startswith("SEARCH shelf") and "PRIMARY KEY" not in step and ":few" not in sql
            assert not reads_rows or "COVERING INDEX" in step, (step, sql)


def test_filters_that_leave_few_sort_only_these(large, monkeypatch):
    few = QueueQuery(assignee="sana", priorities=(1,), source="قناة المدى", sort="title")
    walked: list[str] = []
    walk = queue._walk
    monkeypatch.setattr(queue, "_walk", lambda file, sql, values: walked.append(sql) or walk(file, sql, values))
    found = large.desk.ranks(LAYER, few)
    assert 0 < len(found) < 2000
    assert not [sql for sql in walked if "ORDER BY title" in sql and "LEFT JOIN" not in sql]


def test_every_article_is_listed_once_in_every_order(large):
    shown = large.desk.count(LAYER, QueueQuery())
    for sort in SORTS:
        found = large.desk.ranks(LAYER, QueueQuery(sort=sort))
        assert len(found) == len(set(found)) == shown
