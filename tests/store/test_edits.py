"""Edits: written whole with their row of the journal, or not at all; taken back and done again, over restarts too."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.edit import Change, Edit
from app.domain.edit import making as making_edit
from app.store import ArticleMissing, EditConflict, LooseLink, Store, StoreTrouble
from app.store.journal import edit_of
from tests.store import making
from tests.store.making import begun, content, entry, link, mark, redo_title, stamp, undo_title


def erasing(*records):
    return Edit("Erase", tuple(Change(record, None) for record in records))


def changing(before, after):
    return Edit("Change", (Change(before, after),))


def test_what_was_written_is_read_back(store, article):
    quote, speaker = mark(article, 29, 44, kind="quote"), mark(article, 18, 27, attributes={"mention": "name"})
    filled, known = link(quote, speaker), link(speaker, entry(), "entity")
    store.write(making_edit("Quote", filled, quote, speaker, entry(), known, begun(article)), stamp())
    assert store.annotations(article.id, "a1") == [speaker, quote]
    assert store.links(article.id, "a1") == sorted([filled, known], key=lambda each: each.id)
    assert store.register() == [entry()]
    assert store.entry("E1") == entry()
    assert store.entry("E2") is None
    assert store.progress(article.id, "a1") == begun(article)
    taken = store.owners([quote.id, filled.id, "x"], [filled.id, quote.id, "E1", "y"])
    assert (taken.marks, taken.links) == ({quote.id: (article.id, "a1")}, {filled.id})


def test_annotations_come_in_the_order_of_the_dataset(store, article):
    found = [mark(article, 5, 9), mark(article, 0, 4), mark(article, 5, 17), mark(article, 5, 9, kind="cue")]
    store.write(making_edit("Mark", *found), stamp())
    assert store.annotations(article.id, "a1") == [found[1], found[2], found[0], found[3]]


def test_layers_do_not_see_one_another(store, article):
    store.write(making_edit("Mark", mark(article, 0, 4)), stamp())
    assert store.annotations(article.id, "b") == []
    assert undo_title(store, "b") is None
    assert store.undo("b", stamp("b")) is None
    assert store.redo("a1", stamp()) is None


def test_layers_and_their_work_are_listed_by_ref(store):
    first, second, third = making.article("b"), making.article("a"), making.article("c")
    store.add_articles([first, second, third])
    store.write(making_edit("Mark", mark(first, 0, 4, layer="z")), stamp("z"))
    store.write(making_edit("Begin", begun(second, layer="z")), stamp("z"))
    store.write(making_edit("Mark", mark(first, 0, 4), begun(first)), stamp())
    assert store.layers() == ["a1", "z"]
    assert store.layers_of(first.id) == ["a1", "z"]
    assert store.layers_of(third.id) == []
    assert list(store.work()) == [(second.id, "z"), (first.id, "a1"), (first.id, "z")]
    assert list(store.work("a1")) == [(first.id, "a1")]


def test_counts_tell_what_was_accepted(store, article):
    store.write(making_edit("Mark", mark(article, 0, 4), mark(article, 5, 9, state="suggested")), stamp())
    quote = mark(article, 29, 44, kind="quote", layer="b")
    store.write(making_edit("Quote", quote, link(quote, "journalist")), stamp("b"))
    store.write(making_edit("Done", begun(article, "done")), stamp())
    none = dict.fromkeys(("claims", "cues"), 0)
    whole = {"articles": 1, "done": 1, "entities": 1, "quotes": 1, "links": 1, "edits": 3}
    assert store.counts() == whole | none
    assert store.counts("b") == whole | none | {"done": 0, "entities": 0, "edits": 1}


def test_the_journal_tells_who_did_what_when(store, article):
    store.add_article(other := making.article("a-002"))
    store.write(making_edit("Mark", mark(article, 0, 4)), stamp("a1", 1))
    store.record(making_edit("Import", mark(other, 0, 4), mark(article, 5, 9)), stamp("a1", 2))
    store.undo("a1", stamp("a1", 3))
    store.redo("a1", stamp("a1", 4))
    journal = store.journal()
    assert [(each.seq, each.op, each.target, each.title, each.at[14:16]) for each in journal] == [
        (4, "redo", 1, "Mark", "04"),
        (3, "undo", 1, "Mark", "03"),
        (2, "import", None, "Import", "02"),
        (1, "do", None, "Mark", "01"),
    ]
    assert journal[2].articles == tuple(sorted([article.id, other.id]))
    assert (journal[0].layer, journal[0].author, journal[0].codebook) == ("a1", "a1", 1)
    assert [each.seq for each in store.journal(other.id)] == [2]
    assert [each.seq for each in store.journal(article.id, limit=2)] == [4, 3]
    assert edit_of(store._file, 3) == making_edit("Mark", mark(article, 0, 4)).inverse()
    with pytest.raises(KeyError):
        edit_of(store._file, 99)


def test_the_journal_can_be_neither_shortened_nor_rewritten(store, article):
    store.write(making_edit("Mark", mark(article, 0, 4)), stamp())
    for sql in ("DELETE FROM journal", "UPDATE journal SET title = 'x'"):
        with pytest.raises(StoreTrouble, match="journal is never"), store._file.writing():
            store._file.run(sql)


def test_undo_gives_the_inverse_and_redo_the_edit(store, article):
    edit = making_edit("Mark", mark(article, 0, 4))
    store.write(edit, stamp())
    assert (undo_title(store, "a1"), redo_title(store, "a1")) == ("Mark", None)
    assert store.undo("a1", stamp()) == edit.inverse()
    assert (undo_title(store, "a1"), redo_title(store, "a1")) == (None, "Mark")
    assert store.annotations(article.id, "a1") == []
    assert store.redo("a1", stamp()) == edit
    assert store.annotations(article.id, "a1") == [mark(article, 0, 4)]


def test_undo_walks_back_to_nothing_over_restarts(path, store, article):
    start = content(path)
    first = mark(article, 0, 4)
    second = replace(first, label="GPE", changed_at="2026-11-23T09:05:00Z", changed_by="a1")
    for edit in (making_edit("1", first), changing(first, second), erasing(second), making_edit("4", begun(article))):
        store.write(edit, stamp())
    end = content(path)
    store.close()
    for _ in range(4):
        with Store.open(path) as again:
            assert again.undo("a1", stamp())
    assert content(path) == start
    for _ in range(4):
        with Store.open(path) as again:
            assert again.redo("a1", stamp())
    assert content(path) == end


def test_a_new_edit_ends_what_could_be_redone(store, article):
    store.write(making_edit("1", mark(article, 0, 4)), stamp())
    store.undo("a1", stamp())
    store.write(making_edit("2", mark(article, 5, 9)), stamp())
    assert redo_title(store, "a1") is None
    assert store.redo("a1", stamp()) is None


def test_another_layers_edit_leaves_what_can_be_redone(store, article):
    store.write(making_edit("1", mark(article, 0, 4)), stamp())
    store.undo("a1", stamp())
    store.write(making_edit("2", mark(article, 0, 4, layer="b")), stamp("b"))
    assert redo_title(store, "a1") == "1"


def test_an_import_is_not_among_what_can_be_taken_back(store, article):
    store.record(making_edit("Import", mark(article, 0, 4)), stamp())
    assert undo_title(store, "a1") is None


def test_an_edit_without_changes_is_nothing(store):
    store.write(Edit("Nothing", ()), stamp())
    store.record(Edit("Nothing", ()), stamp())
    assert store.journal() == []


def test_one_edit_may_change_a_record_more_than_once(store, article):
    first, second = mark(article, 0, 4), mark(article, 0, 4, attributes={"mention": "name"})
    store.write(Edit("Both", (Change(None, first), Change(first, second))), stamp())
    assert store.annotations(article.id, "a1") == [second]
    store.undo("a1", stamp())
    assert store.annotations(article.id, "a1") == []


def test_a_fresh_progress_is_the_same_as_none(store, article):
    fresh = store.progress(article.id, "a1")
    store.write(changing(fresh, begun(article)), stamp())
    store.undo("a1", stamp())
    assert store.progress(article.id, "a1") == fresh
    assert store.layers() == []
    store.write(changing(None, fresh), stamp())
    assert list(store.work()) == []


REFUSED = {
    "made twice": lambda a: making_edit("x", mark(a, 0, 4)),
    "made twice at once": lambda a: making_edit("x", mark(a, 5, 9), mark(a, 5, 9)),
    "changed since": lambda a: changing(mark(a, 0, 4, attributes={"mention": "name"}), mark(a, 0, 4, state="rejected")),
    "erased since": lambda a: erasing(mark(a, 18, 27)),
    "progress made twice": lambda a: making_edit("x", begun(a, "done")),
}


@pytest.mark.parametrize("name", REFUSED)
def test_an_edit_that_starts_from_something_else_changes_nothing(path, store, article, name):
    store.write(making_edit("Mark", mark(article, 0, 4), begun(article)), stamp())
    store.write(making_edit("More", mark(article, 10, 17)), stamp())
    store.undo("a1", stamp())
    before = content(path), store.journal(), redo_title(store, "a1")
    edit = REFUSED[name](article)
    with pytest.raises(EditConflict, match="has been changed elsewhere"):
        store.write(Edit("Refused", (Change(None, mark(article, 29, 44, kind="quote")), *edit.changes)), stamp())
    assert (content(path), store.journal(), redo_title(store, "a1")) == before


def test_an_edit_of_an_article_that_is_not_there_changes_nothing(store, article):
    with pytest.raises(ArticleMissing):
        store.write(making_edit("x", mark(article, 0, 4), mark(making.article("other"), 0, 4)), stamp())
    assert store.annotations(article.id, "a1") == []


def test_what_the_tables_refuse_changes_nothing(store, article):
    with pytest.raises(StoreTrouble, match="CHECK"):
        store.write(making_edit("x", mark(article, 0, 4), mark(article, 5, 9, state="dreamt")), stamp())
    with pytest.raises(StoreTrouble, match="surrogates"):
        store.write(making_edit("x", replace(mark(article, 0, 4), label="\ud800")), stamp())
    assert (store.annotations(article.id, "a1"), store.journal()) == ([], [])


def test_a_change_has_two_ends_of_one_id(store, article):
    with pytest.raises(ValueError, match="one type and id"):
        store.write(changing(mark(article, 0, 4), mark(article, 5, 9)), stamp())


def test_no_link_is_left_without_an_end(path, store, article):
    quote, speaker = mark(article, 29, 44, kind="quote"), mark(article, 18, 27)
    filled = [link(quote, speaker), link(quote, entry(), "addressee")]
    store.write(making_edit("Quote", quote, speaker, entry(), *filled), stamp())
    before = content(path)
    elsewhere = mark(article, 0, 4, layer="b")
    for edit in (
        erasing(quote),
        erasing(speaker),
        erasing(entry()),
        making_edit("x", link(quote, mark(article, 0, 4))),
        making_edit("x", elsewhere, link(quote, elsewhere)),
        making_edit("x", link(quote, entry(2))),
    ):
        with pytest.raises(LooseLink, match="would point to something that is not there"):
            store.write(edit, stamp())
    assert content(path) == before
    store.write(erasing(quote, speaker, *filled), stamp())
    assert store.links(article.id, "a1") == []


def test_what_another_layer_stands_on_cannot_be_taken_back(path, store, article):
    store.write(making_edit("Entry", entry()), stamp())
    mention = mark(article, 18, 27, layer="b")
    store.write(making_edit("Mention", mention, link(mention, entry(), "entity")), stamp("b"))
    before = content(path)
    with pytest.raises(LooseLink):
        store.undo("a1", stamp())
    assert content(path) == before
    assert undo_title(store, "a1") == "Entry"
    store.undo("b", stamp("b"))
    assert store.undo("a1", stamp())


def test_what_another_layer_changed_since_cannot_be_taken_back_or_redone(store):
    renamed = replace(entry(), name="ليلى")
    store.write(making_edit("Entry", entry()), stamp())
    store.write(changing(entry(), renamed), stamp("b"))
    with pytest.raises(EditConflict, match=r"“Entry” cannot be taken back in .* \(E1\) has been changed since"):
        store.undo("a1", stamp())
    assert store.register() == [renamed]
    store.undo("b", stamp("b"))
    store.undo("a1", stamp())
    store.record(making_edit("Import", renamed), stamp("b"))
    with pytest.raises(EditConflict, match="cannot be done again"):
        store.redo("a1", stamp())
    assert redo_title(store, "a1") == "Entry"


def test_a_batch_is_one_transaction(path, store, article):
    with Store.open(path) as other:
        with store.batch():
            store.add_article(second := making.article("a-002"))
            store.record(making_edit("Import", mark(second, 0, 4)), stamp())
            with store.batch():
                store.write(making_edit("Mark", mark(article, 0, 4)), stamp())
            assert other.article_by_ref("a-002") is None
        assert other.article_by_ref("a-002") == second
        assert other.counts()["edits"] == 2


def test_a_batch_that_fails_leaves_nothing(path, store, article):
    before = content(path)
    with pytest.raises(RuntimeError), store.batch():
        store.add_article(making.article("a-002"))
        store.write(making_edit("Mark", mark(article, 0, 4)), stamp())
        raise RuntimeError
    assert content(path) == before
    store.write(making_edit("Mark", mark(article, 0, 4)), stamp())


def test_a_part_that_fails_does_not_end_its_batch(store, article):
    with store.batch():
        store.record(making_edit("Good", mark(article, 0, 4)), stamp())
        with pytest.raises(EditConflict):
            store.record(making_edit("Bad", mark(article, 5, 9), mark(article, 0, 4)), stamp())
        with pytest.raises(LooseLink):
            store.record(making_edit("Loose", link(mark(article, 0, 4), mark(article, 5, 9))), stamp())
        store.record(making_edit("Good", mark(article, 10, 17)), stamp())
    assert [each.start for each in store.annotations(article.id, "a1")] == [0, 10]
    assert [each.title for each in store.journal()] == ["Good", "Good"]


def test_a_whole_project_has_no_problems(store, article):
    store.write(making_edit("Mark", mark(article, 0, 4)), stamp())
    assert store.integrity() == []


def test_a_mark_that_says_something_else_than_the_text_is_a_problem(store, article):
    store.write(making_edit("Mark", replace(mark(article, 0, 4), exact="قلت")), stamp())
    assert store.integrity() == [
        f"The mark {mark(article, 0, 4).id} in the article a-001 says “قلت”, but the text there says “قالت”."
    ]


def test_a_text_that_another_program_changed_is_a_problem(store, article):
    store._file.run("DROP TRIGGER article_text_stays")
    store._file.run("UPDATE article SET text = text || '.'")
    assert store.integrity() == ["The text of the article a-001 is not the one that was imported."]


def test_a_row_that_another_program_took_away_is_a_problem(store, article):
    quote = mark(article, 29, 44, kind="quote")
    store.write(making_edit("Quote", quote, link(quote, "journalist")), stamp())
    store._file.run("PRAGMA foreign_keys = OFF")
    store._file.run("DELETE FROM annotation")
    assert store.integrity() == ["A row of the table link points to something that is not in the table annotation."]
