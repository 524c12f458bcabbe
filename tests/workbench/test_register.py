"""The register: who a mention may be, and whom E is about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.edit import making
from app.workbench.bench import Workbench
from app.workbench.entries import erasing_entry, linking, rewriting, subject
from app.workbench.naming import initials_of, stems_of, words_of
from app.workbench.offering import offers
from tests.workbench.registering import PEOPLE, OpenBench, entry, mark, opened, tie


@pytest.fixture
def open_bench(tmp_path: Path) -> Iterator[OpenBench]:
    yield from opened(tmp_path)


# who a mention may be


def best(bench: Workbench, name: str, label: str, *used: str) -> list[str]:
    ids = [each.id for each in PEOPLE if each.name in used]
    return [each.entry.name for each in bench.register.candidates(name, label, ids)]


@pytest.mark.parametrize(
    ("name", "label", "first"),
    [
        ("سامر العواد", "PERS", "سامر العواد"),
        ("سَامِر العوّاد", "PERS", "سامر العواد"),
        ("الكريمي", "PERS", "علي حسن الكريمي"),
        ("كريمي", "PERS", "علي حسن الكريمي"),
        ("الوزير العواد", "PERS", "سامر العواد"),
        ("الدكتور سامر العواد", "PERS", "سامر العواد"),
        ("العواد، سامر", "PERS", "سامر العواد"),
        ("سامر العواد أبو ليلى", "PERS", "سامر العواد"),
        ("أ.م.د", "ORG", "وكالة أنباء المدينة"),
        ("أ. م. د.", "ORG", "وكالة أنباء المدينة"),
        ("UNDP", "ORG", "برنامج الأمم المتحدة الإنمائي"),
        ("U.N.D.P.", "ORG", "برنامج الأمم المتحدة الإنمائي"),
        ("سلطنة عُمان", "GPE", "عُمان"),
        ("السودان", "GPE", "السودان"),
        ("السودان", "ORG", "السودان"),
        ("إتحاد الكتّاب", "ORG", "اتحاد الكتاب"),
    ],
)
def test_the_likeliest_entry_comes_first(open_bench: OpenBench, name: str, label: str, first: str) -> None:
    assert best(open_bench(*PEOPLE), name, label)[0] == first


@pytest.mark.parametrize("name", ["نور", "الوزير", "وكالة", "12", "،"])
def test_a_name_that_nobody_has_finds_nobody_or_only_who_holds_it(open_bench: OpenBench, name: str) -> None:
    assert set(best(open_bench(*PEOPLE), name, "PERS")) <= {"وكالة أنباء المدينة"}


def test_the_last_name_of_whom_the_article_names_means_that_person(open_bench: OpenBench) -> None:
    bench = open_bench(entry("الناصر"), entry("سليم الناصر"), entry("أحمد الناصر"))
    found = [each.entry.name for each in bench.register.candidates("الناصر", "PERS", ["E-سليم الناصر-PERS"])]
    assert found == ["سليم الناصر", "الناصر", "أحمد الناصر"]


def test_a_place_named_here_does_not_take_the_name_of_another(open_bench: OpenBench) -> None:
    assert best(open_bench(*PEOPLE), "السودان", "GPE", "جنوب السودان") == ["السودان", "جنوب السودان"]


def test_an_entry_is_looked_up_by_any_of_its_names_and_its_id(open_bench: OpenBench) -> None:
    bench = open_bench(*PEOPLE, entry("بغداد", "GPE", "Baghdad", kb_id="Q1530"))
    for query in ("بغد", "bagh", "q1530", "BAGHDAD"):
        assert [each.name for each in bench.register.looked_up(query)] == ["بغداد"]
    assert bench.register.looked_up("  ") == []
    assert [each.name for each in bench.register.looked_up("سودان جنوب")] == ["جنوب السودان"]


def test_the_register_sees_what_another_window_wrote(open_bench: OpenBench) -> None:
    one, other = open_bench(), open_bench(layer="omar")
    assert len(one.register) == 0
    other.do(making("New", entry("سليم الناصر")))
    assert [each.name for each in one.register] == ["سليم الناصر"]
    one.do(making("New", entry("بغداد", "GPE")))
    assert len(other.register) == len(one.register) == 2


def test_the_register_read_in_steps_is_the_register(open_bench: OpenBench) -> None:
    people = [entry(f"شخص {number}") for number in range(500)]
    bench = open_bench(*people)
    assert not bench.register.read_on()
    erased, changed, last = people[0], people[1], max(people, key=lambda each: each.id)
    bench.do(erasing_entry(bench, erased))
    bench.do(rewriting(changed, replace(changed, note="وزير")))
    bench.do(rewriting(last, replace(last, name="آخر")))
    assert sorted(bench.register, key=lambda each: each.id) == bench.store.register()
    assert bench.register.read_on()
    assert [each.entry.id for each in bench.register.candidates("آخر", "PERS")] == [last.id]


def test_titles_are_no_part_of_a_name_unless_there_is_nothing_else() -> None:
    assert stems_of(words_of("معالي الوزيرة ليلى حداد")) == ("ليلي", "حداد")
    assert stems_of(words_of("الوزير")) == ("وزير",)


@given(st.lists(st.sampled_from(["سليم", "الناصر", "و", "بن", "UNDP", "أ.ف.ب", "،", "12", "\u200f", "ال"]), max_size=9))
def test_any_name_has_words_stems_and_initials(words: list[str]) -> None:
    found = words_of(" ".join(words))
    assert all(found)
    assert bool(stems_of(found)) == bool(found)
    assert all(len(each) >= 2 for each in initials_of(found))


# what E is about


def test_a_mention_is_called_by_its_normalized_form(open_bench: OpenBench) -> None:
    bench = open_bench()
    mark(bench, "بغداد", "GPE", normalized="مدينة بغداد")
    about = subject(bench)
    assert about is not None
    assert (about.name, about.label, about.role) == ("مدينة بغداد", "GPE", "entity")


def test_a_new_entry_is_offered_first_where_no_entry_has_the_name(open_bench: OpenBench) -> None:
    bench = open_bench(entry("بغداد", "GPE"))
    tie(bench, mark(bench, "بغداد", "GPE"), entry("بغداد", "GPE"))
    mark(bench, "سليم الناصر")
    about = subject(bench)
    assert about is not None
    assert [(each.entry is None, each.name) for each in offers(bench, about)] == [
        (True, "سليم الناصر"),
        (False, "بغداد"),
    ]


def test_a_description_is_offered_those_whom_the_article_names_before_a_new_entry(open_bench: OpenBench) -> None:
    bench = open_bench(entry("بغداد", "GPE"), entry("سليم الناصر"))
    tie(bench, mark(bench, "سليم الناصر"), entry("سليم الناصر"))
    tie(bench, mark(bench, "بغداد", "GPE"), entry("بغداد", "GPE"))
    mark(bench, "الخطة", mention="nominal")
    about = subject(bench)
    assert about is not None
    assert [each.name for each in offers(bench, about)] == ["سليم الناصر", "بغداد", "الخطة"]
    bench.do(linking(bench, about, entry("سليم الناصر")))
    assert bench.store.entry("E-سليم الناصر-PERS") == entry("سليم الناصر"), "a description is no alias"


def test_what_is_held_stands_first_and_is_told(open_bench: OpenBench) -> None:
    bench = open_bench(*PEOPLE)
    tie(bench, mark(bench, "بغداد", "GPE"), PEOPLE[0])
    about = subject(bench)
    assert about is not None
    first = offers(bench, about)[0]
    assert (first.name, first.held) == (PEOPLE[0].name, True)
