"""Where the entries of the register are named, a page at a time however many mentions there are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.annotation import Annotation, Link
from app.domain.edit import Edit
from app.domain.edit import making as edit_of
from app.store import Store, mentions
from tests.store import making

TEXT = "بداية\nزارت ليلى حداد السد، وقالت ليلى حداد إنه ممتلئ.\nنهاية"


@pytest.fixture
def linked(store: Store) -> tuple[Store, list[Annotation], list[Link]]:
    """Two articles with two mentions each, linked by two layers."""
    marks, links = [], []
    store.write(edit_of("Entry", making.entry(), making.entry(2)), making.stamp())
    for ref in ("a-001", "a-002"):
        article = making.article(ref, TEXT)
        store.add_article(article)
        for layer in ("a1", "b"):
            starts = (TEXT.index("ليلى"), TEXT.rindex("ليلى"))
            marks += [making.mark(article, at, at + 9, layer=layer) for at in starts]
    for number, mark in enumerate(marks):
        links.append(replace(making.link(mark, making.entry(), "entity"), id=f"l{number}"))
    store.write(edit_of("Marks", *marks, *links), making.stamp())
    return store, marks, links


def test_mentions_come_with_their_article_and_context(linked: tuple[Store, list[Annotation], list[Link]]) -> None:
    store, marks, _ = linked
    found = store.entry_places.page("E1", "a1")
    assert [each.annotation for each in found] == [mark.id for mark in marks if mark.layer == "a1"]
    first = found[0]
    assert (first.name, first.rtl, first.role, first.exact) == ("بداية", True, "entity", "ليلى حداد")
    assert (first.before, first.after) == ("زارت ", " السد، وقالت ليلى حداد إنه ممتلئ.")
    assert TEXT[first.span.start : first.span.end] == first.exact


def test_pages_follow_one_another_and_hold_each_mention_once(
    linked: tuple[Store, list[Annotation], list[Link]],
) -> None:
    store, _, links = linked
    seen: list[str] = []
    while page := store.entry_places.page("E1", "b", after=seen[-1] if seen else "", limit=1):
        seen += [each.link for each in page]
    assert seen == [link.id for link in links if link.layer == "b"]
    assert store.entry_places.page("E2", "b") == store.entry_places.page("nobody", "b") == []


def test_mentions_are_counted_up_to_a_bound(linked: tuple[Store, list[Annotation], list[Link]]) -> None:
    store, *_ = linked
    assert store.entry_places.count("E1", "a1") == 4
    assert store.entry_places.count("E1", "a1", most=3) == 3
    assert store.entry_places.count("E2", "a1") == 0


def test_links_to_an_entry_are_those_of_all_layers(linked: tuple[Store, list[Annotation], list[Link]]) -> None:
    store, _, links = linked
    assert store.entry_places.links("E1") == links


def test_the_context_of_a_mark_in_pieces_goes_from_its_first_to_its_last(store: Store) -> None:
    article = making.article("a-001", TEXT)
    store.add_article(article)
    mark = making.mark(article, 0, 5)
    mark = replace(mark, fragments=(*mark.fragments, replace(mark.fragments[0], start=6, end=10)), exact="بدايةزارت")
    store.write(edit_of("x", making.entry(), mark, making.link(mark, making.entry(), "entity")), making.stamp())
    (found,) = store.entry_places.page("E1", "a1")
    assert (found.span.start, found.span.end, found.before) == (0, 10, "")


def test_a_page_reads_the_index_in_order_and_sorts_nothing(store: Store) -> None:
    plans = {
        mentions.MENTIONS: ("E1", "", "a1", 50),
        mentions.COUNT: ("E1", "a1", 1000),
        mentions.ALL_LINKS: ("E1",),
    }
    for sql, values in plans.items():
        steps = [row[3] for row in store._file.rows("EXPLAIN QUERY PLAN " + sql, values)]
        assert any("USING INDEX link_entry (entry=?" in step for step in steps), steps
        assert not any("TEMP B-TREE" in step or step.startswith("SCAN link") for step in steps), steps


def test_the_hundred_thousandth_mention_is_as_near_as_the_first(store: Store) -> None:
    """Counted in steps of SQLite's machine, which do not depend on the machine's load."""
    article = making.article("a-001", TEXT)
    store.add_article(article)
    mark = making.mark(article, 0, 5)
    store.write(edit_of("x", making.entry(), mark), making.stamp())
    rows = ((f"l{number:06}", 1, "a1", "entity", mark.id, "E1") for number in range(100_000))
    with store._file.writing():
        store._file.run_many(
            "INSERT INTO link (id, article, layer, role, source, entry) VALUES (?, ?, ?, ?, ?, ?)", rows
        )
    steps = 0

    def count() -> None:
        nonlocal steps
        steps += 1

    store._file.connection.set_progress_handler(count, 10)
    costs = []
    for after in ("", "l099900"):
        steps = 0
        assert len(store.entry_places.page("E1", "a1", after=after)) == 50
        costs.append(steps)
    store._file.connection.set_progress_handler(None, 0)
    assert max(costs) < 1.5 * min(costs), costs


def test_entries_are_read_in_pages_by_id(store: Store) -> None:
    store.write(edit_of("x", *(making.entry(number) for number in range(1, 6))), making.stamp())
    assert [each.id for each in store.entry_places.entries("", 2)] == ["E1", "E2"]
    assert [each.id for each in store.entry_places.entries("E2", 9)] == ["E3", "E4", "E5"]


def test_another_connection_is_told_from_ones_own(store: Store) -> None:
    before = store.foreign_writes()
    store.write(edit_of("x", making.entry()), making.stamp())
    assert store.foreign_writes() == before
    with Store.open(store.path) as other:
        other.write(edit_of("x", making.entry(2)), making.stamp())
    assert store.foreign_writes() != before


def test_an_edit_of_entries_alone_touches_no_article(store: Store) -> None:
    edit = edit_of("x", making.entry())
    assert edit.articles() == Edit("x", ()).articles() == frozenset()
    store.write(edit, making.stamp())
    assert store.undo("a1", making.stamp()) == edit.inverse()
    assert store.register() == []
