"""Articles in and out, the queue, the search, and that none of it slows down with the size of the project."""

from __future__ import annotations

import pytest

from app.domain.edit import making as making_edit
from app.store import ArticleExists, ArticleMissing, QueueRow, StoreTrouble, queue, words
from tests.store import making

# What may be scanned: the search index by its words, and what a query itself has made.
FREE = {"article_words", "step", "CONSTANT", "json_each"}


@pytest.fixture
def six(store):
    """Six articles whose refs run against the order of import; the third and fifth are done in layer a1."""
    texts = ["السدود ممتلئة", "السدّود في عمّان", "مياه ونهر", "نهر النيل", "السـدود والأنهار", "أ.ف.ب: لا خبر"]
    found = [making.article(f"r{9 - number}", text) for number, text in enumerate(texts)]
    store.add_articles(found)
    for each in (found[2], found[4]):
        store.write(making_edit("Done", making.begun(each, "done")), making.stamp())
    store.write(making_edit("Begun", making.begun(found[0])), making.stamp())
    return found


def test_an_article_comes_back_exactly(store, article):
    assert store.article(article.id) == article
    assert store.article_by_ref("a-001") == article
    assert store.article_by_ref("a-002") is None
    assert store.ref_of_text(article.sha256) == "a-001"
    assert store.ref_of_text("0") is None


def test_line_breaks_and_invisible_characters_of_a_text_are_kept(store):
    text = "\u202bأ\u200f\u00a0ب\u2028\u202c\tج\u0000د\n\n😀e\u0301"
    store.add_article(made := making.article("odd", text))
    assert store.article(made.id).text == text


def test_an_unknown_article_is_missing(store):
    for ask in (store.article, store.layers_of, lambda name: store.annotations(name, "a1"), store.journal):
        with pytest.raises(ArticleMissing, match="has no article nobody"):
            ask("nobody")


def test_a_ref_is_given_once(store, article):
    with pytest.raises(ArticleExists, match="a-001"):
        store.add_article(making.article("a-001", "شيء آخر"))
    assert [each.id for each in store.articles()] == [article.id]


def test_many_articles_come_in_together_or_not_at_all(store):
    with pytest.raises(ArticleExists):
        store.add_articles(making.article(ref) for ref in ("a", "b", "a"))
    assert store.queue_count("a1") == 0
    assert store.add_articles(making.article(ref) for ref in ("b", "", "a")) == 3
    assert [each.ref for each in store.articles()] == ["", "a", "b"]


def test_articles_are_read_in_pages_in_the_order_of_ref(store):
    refs = [f"{number:03}" for number in range(170)]
    store.add_articles(making.article(ref, "نص") for ref in reversed(refs))
    assert [each.ref for each in store.articles()] == refs


def test_the_text_of_an_article_cannot_be_changed(store, article):
    with pytest.raises(StoreTrouble, match="never changes"), store._file.writing():
        store._file.run("UPDATE article SET text = 'x'")


def test_the_queue_is_in_the_order_of_import(store, six):
    store.write(making_edit("Mark", making.mark(six[1], 0, 4), making.mark(six[1], 0, 6)), making.stamp())
    store.write(making_edit("Mark", making.mark(six[1], 0, 4, layer="b")), making.stamp("b"))
    store.write(making_edit("Mark", making.mark(six[1], 5, 6, state="suggested")), making.stamp())
    rows = store.queue("a1")
    assert [row.id for row in rows] == [each.id for each in six]
    assert rows[1] == QueueRow(
        six[1].id, "r8", "السدّود في عمّان", "new", 2, length=16, day="2026-11-20", source="وكالة", open=1
    )
    assert [row.status for row in rows] == ["in_progress", "new", "done", "new", "done", "new"]
    assert store.queue("a1", offset=2, limit=2) == rows[2:4]


@pytest.mark.parametrize(
    ("query", "status", "expected"),
    [
        ("", None, [0, 1, 2, 3, 4, 5]),
        ("  ", None, [0, 1, 2, 3, 4, 5]),
        ("", "done", [2, 4]),
        ("", "in_progress", [0]),
        ("", "new", [1, 3, 5]),
        ("سدود", None, []),
        ("السُّدود", None, [0, 1, 4]),
        ("الس", "new", [1]),
        ("الس", "done", [4]),
        ("نهر", None, [3]),
        ("مياه", None, [2]),
        ("ا", None, [0, 1, 3, 4, 5]),
        ("عمان السدود", None, [1]),
        ("أ.ف.ب", None, [5]),
        ("R7", None, [2]),
        ('"NEAR(', None, []),
        ("؟!", None, []),
        ("لا AND خبر", None, []),
        ("خبر\0 *", None, [5]),
    ],
)
def test_the_queue_can_be_searched_and_filtered(store, six, query, status, expected):
    found = store.queue("a1", query=query, status=status)
    assert [row.id for row in found] == [six[number].id for number in expected]
    assert store.queue_count("a1", query, status) == len(expected)
    places = [store.queue_position("a1", each.id, query, status) for each in six]
    assert places == [expected.index(number) if number in expected else None for number in range(6)]


def test_the_position_in_the_queue_is_the_offset(store, six):
    assert [store.queue_position("a1", each.id) for each in six] == list(range(6))


def test_a_search_looks_at_title_and_text_but_not_at_the_ref(store):
    store.add_article(first := making.article("حلب", "نص", title="دمشق القديمة"))
    store.add_article(second := making.article("x", "في دمشق"))
    assert store.search("دِمَشق") == [first.id, second.id]
    assert store.search("دمشق", limit=1, offset=1) == [second.id]
    assert store.search("قديم") == []
    assert store.search("حلب") == []
    assert store.search("   ") == []
    assert [row.id for row in store.queue("a1", query="حلب")] == [first.id]


def test_the_search_index_is_filled_in_steps(store):
    store.add_articles(making.article(str(number)) for number in range(5))
    assert store.index_search(2) == 3
    assert store.index_search(2) == 1
    assert store.index_search(2) == 0
    assert store.index_search(2) == 0
    assert len(store.search("وزيرة")) == 5


def test_a_search_finds_what_was_added_a_moment_ago(store, article):
    assert len(store.search("وزيرة")) == 1
    store.add_article(making.article("b", "وزيرة أخرى"))
    assert len(store.search("وزيرة")) == 2


def test_phrases_are_found_as_whole_words_side_by_side(store):
    texts = ["وصل إلى بغـداد", "وبغداد القديمة", "بغداد، القديمة", "بغدادي", "القديمة بغداد", "«بَغداد»", "30.04.2026"]
    found = [making.article(str(number), text, title="بغداد القديمة") for number, text in enumerate(texts)]
    store.add_articles(found)

    def asked(*phrases):
        return [int(store.article(each).ref) for each in store.search_phrases(phrases)]

    assert asked("بغداد") == [0, 2, 4, 5], "titles are not marked, and so not looked at"
    assert asked("بغداد", "وبغداد") == [0, 1, 2, 4, 5]
    assert asked("بغداد القديمة", "وبَغداد القديمة") == [1, 2]
    assert asked("30.04.2026") == [6]
    assert asked("«", "", "\0") == []
    assert asked('" OR "') == asked("text : *") == []
    assert store.count_phrases(["بغداد", "وبغداد"]) == 5
    assert store.count_phrases(["«"]) == 0
    assert store.search_phrases(["بغداد"], limit=2, offset=1) == [found[2].id, found[4].id]


def queries(store, monkeypatch):
    """The SQL of every query that the listing methods run."""
    seen = []
    real = store._file.rows
    monkeypatch.setattr(store._file, "rows", lambda sql, values=(): seen.append((sql, values)) or real(sql, values))
    return seen


def test_no_list_scans_a_table(store, six, monkeypatch):
    """A table's own rows hold the texts; lists must find what they show through an index alone or by a key."""
    seen = queries(store, monkeypatch)
    for status in (None, "new", "done"):
        for query in ("", "السدود"):
            store.queue("a1", query=query, status=status)
            store.queue_count("a1", query, status)
            store.queue_position("a1", six[0].id, query, status)
    store.search("السدود")
    store.search_phrases(["السدود", "والسدود"])
    store.count_phrases(["السدود", "والسدود"])
    store.annotations(six[0].id, "a1")
    store.links(six[0].id, "a1")
    store.progress(six[0].id, "a1")
    store.layers()
    store.layers_of(six[0].id)
    list(store.work())
    list(store.work("a1"))
    store.can_undo("a1")
    store.can_redo("a1")
    store.journal(six[0].id)
    store.owners(["x"], ["y"])
    store.ref_of_text("x")
    store.counts()
    store.counts("a1")
    monkeypatch.undo()
    assert len(seen) > 50
    for sql, values in seen:
        for *_, step in store._file.rows("EXPLAIN QUERY PLAN " + sql, values):
            if step.startswith("SCAN"):
                assert "COVERING INDEX" in step or step.split()[1] in FREE or "(subquery" in step, step + sql
            assert "TEMP B-TREE FOR ORDER BY" not in step or ":few" in sql, step + sql


def test_no_mark_and_no_text_is_read_for_a_page_of_the_queue(store, six):
    plan = store._file.rows("EXPLAIN QUERY PLAN " + queue._ROWS, {"layer": "a1", "ranks": "[1, 2]"})
    steps = [row[3] for row in plan]
    assert "SEARCH article USING COVERING INDEX article_queue (rank=?)" in steps
    assert not [step for step in steps if "annotation" in step]


def test_the_last_page_of_a_long_queue_is_as_near_as_the_first(store):
    """Counted in steps of SQLite's machine, which do not depend on the machine's load."""
    store.add_articles(making.article(f"{number:06}", "نص " * 600) for number in range(3000))
    steps = 0

    def count():
        nonlocal steps
        steps += 1

    store._file.connection.set_progress_handler(count, 100)
    assert store.queue("a1", offset=2990, limit=5)[0].ref == "002990"
    assert store.queue_position("a1", store.article_by_ref("002990").id) == 2990
    assert steps * 100 < 3000 * 20


def test_a_query_is_made_of_words_that_begin_so():
    assert words.match_of('السُّدود "x*') == '"السدود" * """x*" *'
    assert words.match_of(" ؟ ") is None
