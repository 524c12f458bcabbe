"""The details of an article are corrected by edits: rows, journal, search and undo follow; the text never changes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.annotation import IN_PROGRESS, Progress
from app.domain.article import Details, Meta, Zone
from app.domain.edit import Change, Edit
from app.domain.span import Span
from app.store import ArticleMissing, EditConflict, Stamp, Store, records
from tests.store import making

STAMP = Stamp("a1", "a1", making.WHEN, 1)
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
maybe = st.none() | words
zones = st.lists(st.builds(lambda n, s, e: Zone(n, Span(s, s + e)), words, st.integers(0, 99), st.integers(1, 9)))
details = st.builds(Details, words, maybe, st.builds(Meta, maybe, maybe, maybe, words), zones.map(tuple))


@pytest.fixture
def store(tmp_path):
    with Store.create(tmp_path / "p.tawsim", making.codebook()) as made:
        made.add_article(making.article("a-001", title="السدود"))
        made.add_article(making.article("a-002", text="نص آخر عن المطر"))
        yield made


def corrected(store: Store, ref: str = "a-001", **changes: object) -> Edit:
    article = store.article_by_ref(ref)
    assert article is not None
    return Edit("Correct", (Change(article.details, replace(article.details, **changes)),))


@given(details)
def test_details_come_back_from_the_journal_exactly(record):
    changes = (Change(None, record),)
    assert records.changes_from_json(records.changes_to_json(changes)) == changes


def test_a_correction_is_written_taken_back_and_done_again(store):
    before = store.article_by_ref("a-001")
    zones = (Zone("headline", Span(0, 4)), Zone("body", Span(5, 9)))
    meta = Meta("واع", None, "2026-01-02", '{"x":1}')
    store.write(corrected(store, title="عنوان", meta=meta, zones=zones), STAMP)
    after = store.article_by_ref("a-001")
    assert (after.title, after.meta, after.zones, after.text) == ("عنوان", meta, zones, before.text)
    assert store.queue("a1")[0].name == "عنوان"
    assert store.undo("a1", STAMP) is not None
    assert store.article_by_ref("a-001") == before
    assert store.redo("a1", STAMP) is not None
    assert store.article_by_ref("a-001") == after
    assert store.integrity() == []


def test_an_article_without_title_is_called_by_its_first_line_again(store):
    store.write(corrected(store, title=None), STAMP)
    assert store.queue("a1")[0].name == making.TEXT.split("\n", maxsplit=1)[0]


def test_search_follows_a_new_title_and_forgets_the_old_one(store):
    key = store.article_by_ref("a-001").id
    assert store.search("السدود") == [key]
    store.write(corrected(store, title="زلزال"), STAMP)
    assert store.search("زلزال") == [key]
    assert store.search("السدود") == [key]  # it stands in the text too
    store.write(corrected(store, title="فيضان"), STAMP)
    assert store.search("زلزال") == []
    store.undo("a1", STAMP)
    assert store.search("زلزال") == [key]
    assert store.search("المطر") == [store.article_by_ref("a-002").id]


def test_a_correction_of_what_another_window_has_corrected_is_refused(store):
    mine, theirs = corrected(store, title="أ"), corrected(store, title="ب")
    store.write(theirs, STAMP)
    with pytest.raises(EditConflict):
        store.write(mine, STAMP)
    gone = Details("nobody")
    with pytest.raises(ArticleMissing):
        store.write(Edit("x", (Change(gone, replace(gone, title="أ")),)), STAMP)


def test_corrections_belong_to_no_layer_and_begin_no_article(store):
    edit = corrected(store, title="أ")
    assert edit.articles() == {store.article_by_ref("a-001").id}
    assert edit.articles("a1") == frozenset()
    store.write(edit, STAMP)
    assert len(store.not_begun()) == 2
    begun = Progress(store.article_by_ref("a-001").id, "a1", IN_PROGRESS, ("a1",))
    store.write(Edit("begin", (Change(None, begun),)), STAMP)
    assert [row[0] for row in store.not_begun()] == [2]


def test_articles_not_begun_are_found_by_source_and_in_pages(store):
    for number in range(5):
        store.add_article(making.article(f"b-{number}", text=f"نص رقم {number}"))
    marked = store.article_by_ref("b-1")
    store.write(Edit("mark", (Change(None, making.mark(marked, 0, 2)),)), STAMP)
    rows = store.not_begun("وكالة", limit=3)
    assert [row[0] for row in rows] == [1, 2, 3]
    assert [row[0] for row in store.not_begun("وكالة", after=3)] == [5, 6, 7]
    assert store.not_begun("غيرها") == []
