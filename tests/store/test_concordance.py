"""Queries asked of the project file: read from the index in the order of import, and stopped when nobody waits."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.article import Article
from app.domain.edit import making as edit_of
from app.domain.text.query import read_query
from app.store import Store, StoreError, concordance
from app.store.concordance import Hit
from app.store.conditions import Condition, CorpusQuery
from tests.store import making

WORDS = CorpusQuery(read_query("السدود OR المياه").tree, "a1")


def never() -> bool:
    return False


def refs(store: Store, query: CorpusQuery) -> list[str]:
    return [found.ref for found in store.concordance.candidates(query, never)]


@pytest.fixture
def filled(store: Store, article: Article) -> Store:
    """Two articles with the words, and one without."""
    store.add_articles([making.article("a-002", "بلا شيء"), making.article("a-003", "المياه وافرة")])
    store.write(edit_of("Mark", making.mark(article, 18, 27), making.begun(article)), making.stamp())
    store.concordance.make_ready()
    return store


def test_articles_come_in_the_order_of_import(filled: Store) -> None:
    assert refs(filled, WORDS) == ["a-001", "a-003"]
    assert refs(filled, CorpusQuery(None, "a1")) == ["a-001", "a-002", "a-003"]
    assert refs(filled, CorpusQuery(read_query("-المياه").tree, "a1")) == ["a-002"]


def test_conditions_are_of_the_article_or_of_a_mark_in_it(filled: Store) -> None:
    status = Condition("status", ("in_progress",))
    assert refs(filled, CorpusQuery(WORDS.tree, "a1", (status,))) == ["a-001"]
    assert refs(filled, CorpusQuery(WORDS.tree, "a2", (status,))) == []
    assert refs(filled, CorpusQuery(WORDS.tree, "a1", (Condition("label", ("PERS",)),))) == ["a-001"]
    assert refs(filled, CorpusQuery(None, "a1", (Condition("label", ("PERS",), wanted=False),))) == ["a-002", "a-003"]


@pytest.mark.parametrize(
    "conditions",
    [
        (),
        (Condition("source", ("وكاله",)),),
        (Condition("status", ("done",)), Condition("from", ("2026",))),
        (Condition("label", ("PERS",)), Condition("speaker", ("ليلي",))),
    ],
)
def test_the_first_page_waits_for_no_sorting_and_for_no_count_of_marks(
    filled: Store, conditions: tuple[Condition, ...]
) -> None:
    query = CorpusQuery(WORDS.tree, "a1", conditions)
    of, rank, where, values = concordance._asked(query)
    filled.concordance._teach()
    sql = concordance._FOUND.format(of=of, where=where, rank=rank, limit="")
    plan = [row[3] for row in filled._file.rows("EXPLAIN QUERY PLAN " + sql, values)]
    assert plan[0].startswith("SCAN article_words VIRTUAL TABLE")
    assert "TEMP B-TREE" not in "".join(plan)
    assert not any(step.startswith(("SCAN annotation", "SCAN mark", "SCAN progress", "SCAN article ")) for step in plan)


def test_the_first_page_waits_for_no_list_of_all_articles_of_a_source(filled: Store) -> None:
    query = CorpusQuery(WORDS.tree, "a1", (Condition("source", ("وكاله",)),))
    of, rank, where, values = concordance._asked(query)
    filled.concordance._teach()
    sql = concordance._FOUND.format(of=of, where=where, rank=rank, limit="")
    plan = [row[3] for row in filled._file.rows("EXPLAIN QUERY PLAN " + sql, values)]
    assert "SEARCH shelf USING INTEGER PRIMARY KEY (rowid=?)" in plan
    assert not any("shelf_source (source=?)" in step for step in plan)


def test_a_line_ends_with_its_paragraph_and_with_the_text(filled: Store, article: Article) -> None:
    start = article.text.index("السدود")
    line = filled.concordance.line(Hit(1, 0, start, start + 6))
    assert line is not None
    assert (line.before, line.exact, line.after) == ("وأضافت أنّ ", "السدود", " في عمّان ممتلئة.")
    assert filled.concordance.line(Hit(99, 0, 0, 1)) is None


def test_a_long_query_with_every_clitic_is_no_trouble_for_the_index(filled: Store) -> None:
    words = CorpusQuery(read_query(" ".join(f"كلمة{number}*" for number in range(40))).tree, "a1")
    assert refs(filled, words) == []
    deep = "(" * 20 + "المياه" + " OR ب)" * 20
    assert refs(filled, CorpusQuery(read_query(deep).tree, "a1")) == ["a-001", "a-003"]


def test_a_search_stops_when_nobody_waits_for_it(filled: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(concordance, "_STEPS", 1)
    with pytest.raises(StoreError):
        list(filled.concordance.candidates(WORDS, lambda: True))
    assert refs(filled, WORDS) == ["a-001", "a-003"]


def test_a_label_is_found_where_it_is_accepted_and_where_it_is_only_proposed(filled: Store) -> None:
    there = filled.article_by_ref("a-003")
    assert there is not None
    proposed = replace(making.mark(there, 0, 6, state="suggested"), label="GPE")
    filled.write(edit_of("Propose", proposed), making.stamp())
    for label, found in (("PERS", ["a-001"]), ("GPE", ["a-003"]), ("ORG", [])):
        assert refs(filled, CorpusQuery(None, "a1", (Condition("label", (label,)),))) == found


def test_a_rare_label_and_a_source_are_found_without_a_walk_over_articles_and_marks(filled: Store) -> None:
    conditions = (Condition("label", ("PERS",)), Condition("source", ("وكاله",)))
    of, rank, where, values = concordance._asked(CorpusQuery(None, "a1", conditions))
    filled.concordance._teach()
    sql = concordance._FOUND.format(of=of, where=where, rank=rank, limit="")
    plan = [row[3] for row in filled._file.rows("EXPLAIN QUERY PLAN " + sql, values)]
    assert not any(
        step.startswith(("SCAN article", "SCAN annotation", "SCAN label_article", "SCAN tally")) for step in plan
    )
    assert any("SEARCH label_article" in step for step in plan)
    assert any("shelf USING COVERING INDEX shelf_source (source=?)" in step for step in plan)
