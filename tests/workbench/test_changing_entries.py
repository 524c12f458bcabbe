"""Every edit of the entries themselves, taken back, and lists of entries from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.annotation import ENTRY_END, NEW, End, Link, Progress, RegisterEntry
from app.domain.edit import making
from app.exchange.entry_lists import ListedEntry
from app.workbench.bench import Workbench
from app.workbench.bringing import bringing, planned
from app.workbench.entries import BadEntry, checked, erasing_entry, kb_id_of, merging, new_entry, rewriting, splitting
from app.workbench.making import link
from tests.workbench.registering import CODEBOOK, PEOPLE, OpenBench, entry, mark, opened, state, tie


@pytest.fixture
def open_bench(tmp_path: Path) -> Iterator[OpenBench]:
    yield from opened(tmp_path)


# entries


def test_an_entry_is_tidied_and_refused_without_a_name() -> None:
    made = checked(
        RegisterEntry("E", "PERS", "  سليم  الناصر ", ("أبو سليم", "سليم الناصر", " أبو  سليم", ""), " q42 ", " ")
    )
    assert made == RegisterEntry("E", "PERS", "سليم الناصر", ("أبو سليم",), "Q42", None)
    for name in ("", "  ", "،!"):
        with pytest.raises(BadEntry):
            new_entry(name, "PERS")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Q42", "Q42"),
        ("q42", "Q42"),
        ("http://www.wikidata.org/entity/Q42", "Q42"),
        ("https://www.wikidata.org/wiki/Q42", "Q42"),
        ("local:سليم", "local:سليم"),
        (" ", None),
        (None, None),
    ],
)
def test_ids_of_the_right_form_are_kept(typed: str | None, kept: str | None) -> None:
    assert kb_id_of(typed) == kept


@pytest.mark.parametrize("typed", ["Q", "Q0", "Q4x", "42", "local:", "local:a b", "=1+1"])
def test_other_ids_are_refused(typed: str) -> None:
    with pytest.raises(BadEntry):
        kb_id_of(typed)


def test_an_edit_of_an_entry_alone_is_journalled_and_taken_back(open_bench: OpenBench) -> None:
    bench = open_bench(entry("سليم الناصر"))
    before = bench.store.register()
    (held,) = before
    assert rewriting(held, held).changes == ()
    bench.do(rewriting(held, replace(held, note="وزير", kb_id="Q7")))
    assert bench.register.get(held.id) == replace(held, note="وزير", kb_id="Q7")
    assert bench.store.journal(limit=1)[0].articles == ()
    bench.undo()
    assert bench.store.register() == before == list(bench.register)
    bench.redo()
    assert bench.register.of_kb_id("Q7") == bench.store.register()


def prepared(open_bench: OpenBench) -> tuple[Workbench, RegisterEntry, RegisterEntry]:
    """Two entries, named in both articles and in the layer of another annotator."""
    kept, gone = entry("سليم الناصر", kb_id="Q7"), entry("الناصر", "PERS", "أبو سليم", kb_id="Q8")
    other = open_bench(kept, gone, layer="omar")
    bench = open_bench()
    tie(other, mark(other, "الناصر"), gone)
    tie(bench, mark(bench, "سليم الناصر"), kept)
    tie(bench, mark(bench, "الناصر", nth=3), gone)
    quote = mark(bench, '"سنبدأ الأحد"', "direct", kind="quote", realization="implicit")
    bench.do(making("Fill", *(link(bench, "speaker", quote, End(ENTRY_END, each.id)) for each in (kept, gone))))
    bench.open_article(bench.store.queue("sana")[1].id)
    tie(bench, mark(bench, "سليم الناصر"), gone)
    bench.open_article(bench.store.queue("sana")[0].id)
    told = bench.register.get(gone.id)
    assert told == replace(gone, aliases=("أبو سليم", "سليم الناصر")), "a fuller name is another name"
    return bench, kept, told


def test_merged_entries_have_all_names_and_all_links_and_undo_parts_them(open_bench: OpenBench) -> None:
    bench, kept, gone = prepared(open_bench)
    before, of_omar = state(bench), [bench.store.links(each.id, "omar") for each in bench.store.articles()]
    bench.do(merging(bench, kept, [gone]))
    (left,) = bench.store.register()
    assert left == replace(kept, aliases=("الناصر", "أبو سليم"))
    assert len(bench.store.entry_places.links(kept.id)) == 5, "a quote names its speaker once"
    assert {each.layer for each in bench.store.entry_places.links(kept.id)} == {"sana", "omar"}
    assert bench.store.integrity() == []
    here = bench.store.links(bench.article.id, "sana") if bench.article else []
    assert sorted(bench.marks.links(), key=lambda each: each.id) == here
    bench.undo()
    assert state(bench) == before
    assert [bench.store.links(each.id, "omar") for each in bench.store.articles()] == of_omar
    bench.redo()
    assert bench.store.register() == [left]


def test_a_merge_begins_no_article_that_only_others_have_begun(open_bench: OpenBench) -> None:
    kept, gone = entry("سليم الناصر"), entry("الناصر")
    other, bench = open_bench(kept, gone, layer="omar"), open_bench()
    tie(other, mark(other, "الناصر"), gone)
    assert bench.article is not None
    bench.do(merging(bench, kept, [gone]))
    assert bench.store.progress(bench.article.id, "sana") == Progress(bench.article.id, "sana", NEW)
    assert list(bench.marks.links()) == [], "the links of another layer are not shown in this one"
    bench.undo()
    assert len(bench.store.entry_places.links(gone.id)) == 1


def test_chosen_mentions_are_split_off(open_bench: OpenBench) -> None:
    bench, _, gone = prepared(open_bench)
    before = state(bench)
    chosen = [each.link for each in bench.store.entry_places.page(gone.id, "sana") if each.role == "entity"][:1]
    made, edit = splitting(bench, gone, chosen, "ناصر آخر")
    bench.do(edit)
    assert [each.id for each in bench.store.entry_places.links(made.id)] == chosen
    assert made.label == gone.label
    assert len(bench.store.entry_places.links(gone.id)) == 3
    bench.undo()
    assert state(bench) == before


def test_an_erased_entry_takes_its_links_along_and_undo_brings_all_back(open_bench: OpenBench) -> None:
    bench, _, gone = prepared(open_bench)
    before = state(bench)
    edit = erasing_entry(bench, gone)
    assert sum(isinstance(each.record, Link) for each in edit.changes) == 4
    bench.do(edit)
    assert bench.register.get(gone.id) is None
    assert bench.store.integrity() == []
    bench.undo()
    assert state(bench) == before


def test_undo_of_links_in_another_article_opens_it(open_bench: OpenBench) -> None:
    bench = open_bench(*PEOPLE)
    here = bench.article
    tie(bench, mark(bench, "بغداد", "GPE"), PEOPLE[0])
    bench.open_article(bench.store.queue("sana")[1].id)
    bench.undo()
    assert bench.article == here
    assert list(bench.marks.links()) == []


# a list from elsewhere


def bring(bench: Workbench, *rows: ListedEntry) -> tuple[int, int, int, list[int]]:
    plan = planned(bench.register, rows, CODEBOOK)
    bench.do(bringing(plan))
    return len(plan.new), len(plan.changed), plan.same, [line for line, _ in plan.refused]


LIST = (
    ListedEntry(2, "بغداد", "Q1530", ("Baghdad",), "مدينة"),
    ListedEntry(3, "سليم الناصر", None, (), "person"),
    ListedEntry(4, "سَليم الناصر", "Q7", ("أبو سليم",), "PERS"),
    ListedEntry(5, "بيروت", "3820", (), "GPE"),
    ListedEntry(6, "دمشق", "Q3766", (), None),
    ListedEntry(7, "دمشق", "Q3766", (), "كوكب"),
    ListedEntry(8, "حلب", "Q41183", (), "شخص"),
    ListedEntry(9, "مدينة حلب", "Q41183", (), "GPE"),
)


def test_a_list_adds_what_is_new_and_says_what_it_refuses(open_bench: OpenBench) -> None:
    bench = open_bench(entry("بغداد", "GPE"), entry("سليم الناصر", "ORG"))
    assert bring(bench, *LIST) == (2, 1, 0, [5, 6, 7, 9])
    found = {(each.name, each.label): (each.aliases, each.kb_id) for each in bench.register}
    assert found == {
        ("بغداد", "GPE"): (("Baghdad",), "Q1530"),
        ("سليم الناصر", "ORG"): ((), None),
        ("سليم الناصر", "PERS"): (("أبو سليم",), "Q7"),
        ("حلب", "PERS"): ((), "Q41183"),
    }


def test_a_list_that_is_brought_twice_adds_nothing_twice(open_bench: OpenBench) -> None:
    bench = open_bench()
    bring(bench, *LIST)
    before = bench.store.register()
    assert bring(bench, *LIST) == (0, 0, 4, [5, 6, 7, 9])
    assert bench.store.register() == before


def test_a_name_with_another_id_is_somebody_else(open_bench: OpenBench) -> None:
    bench = open_bench(entry("سليم الناصر", kb_id="Q7"))
    assert bring(bench, ListedEntry(2, "سليم الناصر", "Q8", (), "PERS")) == (1, 0, 0, [])
    assert bring(bench, ListedEntry(2, "سليم الناصر", None, (), "PERS")) == (0, 0, 0, [2]), "which of the two?"


def test_a_brought_name_of_a_known_id_becomes_an_alias(open_bench: OpenBench) -> None:
    bench = open_bench(entry("بغداد", "GPE", kb_id="Q1530"))
    assert bring(bench, ListedEntry(2, "دار السلام", "q1530")) == (0, 1, 0, [])
    assert bench.store.register()[0].aliases == ("دار السلام",)
    bench.undo()
    assert bench.store.register()[0].aliases == ()
