"""What an import brings is written together: what was given is read back, or nothing is there."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.annotation import Progress
from app.domain.edit import Change, Edit, making
from app.store import EditConflict, LooseLink
from app.store.errors import StoreTrouble
from tests.store.making import article as new_article
from tests.store.making import begun, entry, journaled, link, mark, stamp

_SAME_FILE = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
SAID = st.tuples(
    st.sampled_from(["a1", "b2"]),
    st.sampled_from([None, 0.5, 1e-7]),
    st.sampled_from(["manual", "rule"]),
    st.sampled_from([None, "2026-11-24T09:00:00Z"]),
    st.dictionaries(st.sampled_from(["b", "a", "ا"]), st.sampled_from([1, 1e17, "«نص»", None]), max_size=2),
)


@_SAME_FILE
@given(st.lists(SAID, max_size=70))
def test_marks_that_have_much_or_little_in_common_are_read_back_and_journaled(store, some):
    number = store.counts()["articles"]
    of = new_article(f"r{number}")
    store.add_article(of)
    marks = [
        mark(
            *(of, 0, 4),
            layer=layer,
            id_=f"{number}-{at}",
            confidence=sure,
            origin=origin,
            changed_at=changed,
            changed_by=changed and "b2",
            attributes=said,
        )
        for at, (layer, sure, origin, changed, said) in enumerate(some)
    ]
    brought = making("Import", *marks, begun(of))
    store.record_all([(brought, stamp())])
    for layer in ("a1", "b2"):
        mine = [each for each in marks if each.layer == layer]
        assert store.annotations(of.id, layer) == sorted(mine, key=lambda each: each.order)
    (row,) = store.journal(of.id)
    assert journaled(store, row.seq) == brought
    assert row.imported and row.articles == (of.id,)
    for each in marks:  # and can be changed, so what was written is what would be written alone
        store.write(Edit("Relabel", (Change(each, replace(each, label="ORG")),)), stamp())
    assert store.integrity() == []


@pytest.mark.parametrize("at", [0, 15, 16, 40])
def test_a_mark_that_is_there_keeps_out_all_that_came_with_it(store, article, at):
    marks = [mark(article, 0, 4, id_=f"m{number}") for number in range(41)]
    store.record_all([(making("Import", marks[at]), stamp())])
    with pytest.raises(EditConflict):
        store.record_all([(making("Import", *marks, begun(article)), stamp())])
    assert store.annotations(article.id, "a1") == [marks[at]]
    assert store.progress(article.id, "a1") == Progress(article.id, "a1")
    assert len(store.journal()) == 1


@pytest.mark.parametrize("count", [1, 16, 41])
def test_a_mark_that_the_table_does_not_take_keeps_them_out_too(store, article, count):
    marks = [mark(article, 0, 4, id_=f"m{number}", state="?") for number in range(count)]
    with pytest.raises(StoreTrouble):
        store.record_all([(making("Import", *marks), stamp())])
    assert store.annotations(article.id, "a1") == []


def test_links_may_point_to_what_comes_with_them_and_to_nothing_else(store, article):
    other = new_article("b-001", "نص آخر لا يشبه الأول")
    store.add_article(other)
    quote, speaker, elsewhere = (mark(article, 0, 4, id_="q"), mark(article, 5, 9, id_="s"), mark(other, 0, 2, id_="e"))
    store.record_all(
        [(making("Import", link(quote, speaker), quote, speaker, entry(), link(speaker, entry())), stamp())]
    )
    assert len(store.links(article.id, "a1")) == 2
    for loose in (link(quote, elsewhere, "cue"), link(quote, entry(2), "cue"), link(replace(quote, id="x"), speaker)):
        with pytest.raises(LooseLink):
            store.record_all([(making("Import", loose, elsewhere), stamp())])
    assert store.annotations(other.id, "a1") == []


def test_several_edits_are_kept_each_with_its_own_row(store, article):
    other = new_article("b-001", "نص آخر لا يشبه الأول")
    store.add_article(other)
    edits = [
        (making("Import", entry(), mark(article, 0, 4), begun(article)), stamp()),
        (making("Import", mark(other, 0, 2), begun(other)), stamp(minute=1)),
    ]
    store.record_all(edits)
    assert [journaled(store, row.seq) for row in reversed(store.journal())] == [edit for edit, _ in edits]
    assert [row.articles for row in store.journal(other.id)] == [(other.id,)]
    assert store.integrity() == []


def test_an_edit_that_changes_something_is_not_brought(store, article):
    there = mark(article, 0, 4)
    store.record_all([(making("Import", there), stamp())])
    for change in (Change(there, replace(there, label="ORG")), Change(there, None)):
        with pytest.raises(ValueError, match="more than make"):
            store.record_all([(Edit("Import", (change,)), stamp())])
    assert store.annotations(article.id, "a1") == [there]
