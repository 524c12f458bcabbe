"""The register: who a mention may be, and every edit of entries and links, taken back by undo."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import resources
from app.domain.annotation import ENTRY_END, NEW, Annotation, End, Link, Progress, RegisterEntry
from app.domain.article import new_article
from app.domain.edit import making
from app.domain.span import Span
from app.exchange.entry_lists import ListedEntry
from app.store import Stamp, Store
from app.workbench.bench import Workbench
from app.workbench.bringing import bringing, planned
from app.workbench.entries import (
    BadEntry,
    checked,
    entries_of,
    erasing_entry,
    kb_id_of,
    linking,
    merging,
    new_entry,
    rewriting,
    same_mentions,
    splitting,
    subject,
    unlinking,
)
from app.workbench.intake import import_files
from app.workbench.making import annotate, link
from app.workbench.naming import initials_of, stems_of, words_of
from app.workbench.offering import offers
from app.workbench.outgo import export_jsonl
from app.workbench.place import Place

CODEBOOK = resources.codebook()
TALKS = 'قال سليم الناصر إن "الخطة جاهزة". وقال: "سنبدأ الأحد". وشكر الناصر بغداد. والناصر في بغداد.'
FAR = "عاد سليم الناصر إلى بغداد."

OpenBench = Callable[..., Workbench]


@pytest.fixture
def open_bench(tmp_path: Path) -> Iterator[OpenBench]:
    benches: list[Workbench] = []

    def open_(*entries: RegisterEntry, layer: str = "sana") -> Workbench:
        path = tmp_path / "project.tawsim"
        if not path.exists():
            with Store.create(path, CODEBOOK) as store:
                store.add_articles(new_article(f"a{number}", text) for number, text in enumerate((TALKS, FAR)))
                if entries:
                    store.record(making("Entries", *entries), Stamp("sana", "sana", "2026-11-23T09:00:00Z", 1))
        bench = Workbench(Store.open(path), author=layer, layer=layer, lexicons=resources.lexicons)
        bench.resume()
        benches.append(bench)
        return bench

    yield open_
    for bench in benches:
        bench.close()


def entry(name: str, label: str = "PERS", *aliases: str, kb_id: str | None = None) -> RegisterEntry:
    return RegisterEntry(f"E-{name}-{label}", label, name, aliases, kb_id)


def mark(
    bench: Workbench, words: str, label: str = "PERS", nth: int = 1, kind: str = "entity", **said: object
) -> Annotation:
    assert bench.article is not None
    at = -1
    for _ in range(nth):
        at = bench.article.text.index(words, at + 1)
    made = annotate(bench, kind, label, (Span(at, at + len(words)),), said)
    bench.do(making("Mark", made))
    bench.put(Place.at(at), made.id)
    return made


def tie(bench: Workbench, about: Annotation, to: RegisterEntry) -> None:
    """Link a mark as E does."""
    bench.put(Place.at(about.start), about.id)
    found = subject(bench)
    assert found is not None
    bench.do(linking(bench, found, to, new=bench.register.get(to.id) is None))


def state(bench: Workbench) -> tuple[object, ...]:
    """What the project holds, but for when."""
    articles = [each.id for each in bench.store.articles()]
    marks = [each for article in articles for each in bench.store.annotations(article, bench.layer)]
    links = [each for article in articles for each in bench.store.links(article, bench.layer)]
    return bench.store.register(), marks, links, sorted(bench.register, key=lambda each: each.id)


# who a mention may be

PEOPLE = (
    entry("علي حسن الكريمي"),
    entry("سامر العواد"),
    entry("وكالة أنباء المدينة", "ORG", "أ.م.د"),
    entry("برنامج الأمم المتحدة الإنمائي", "ORG", "United Nations Development Programme"),
    entry("السودان", "GPE"),
    entry("جنوب السودان", "GPE"),
    entry("عُمان", "GPE", "سلطنة عمان"),
    entry("اتحاد الكتاب", "ORG"),
)


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


# linking


def test_another_name_becomes_an_alias_and_a_part_of_the_name_does_not(open_bench: OpenBench) -> None:
    bench = open_bench(entry("سليم الناصر"))
    tie(bench, mark(bench, "الناصر", nth=2), entry("سليم الناصر"))
    assert bench.store.register()[0].aliases == ()
    tie(bench, mark(bench, "بغداد"), entry("سليم الناصر"))
    assert bench.store.register()[0].aliases == ("بغداد",)
    bench.undo()
    assert bench.store.register()[0].aliases == ()


def test_a_mention_has_one_entry_and_linking_again_replaces_it(open_bench: OpenBench) -> None:
    bench = open_bench(*PEOPLE)
    made = mark(bench, "بغداد", "GPE")
    for each in PEOPLE[:2]:
        tie(bench, made, bench.register.get(each.id) or each)
    assert entries_of(bench, made) == [PEOPLE[1].id]
    about = subject(bench)
    assert about is not None
    bench.do(unlinking(bench, about))
    assert entries_of(bench, made) == []


def test_the_same_mentions_without_an_entry_go_along(open_bench: OpenBench) -> None:
    bench = open_bench()
    first, second = mark(bench, "بغداد", "GPE"), mark(bench, "بغداد", "GPE", 2)
    mark(bench, "الناصر", nth=2)
    bench.put(Place.at(first.start), first.id)
    about = subject(bench)
    assert about is not None
    others = same_mentions(bench, about)
    assert others == [second]
    before = state(bench)
    bench.do(linking(bench, about, new_entry("بغداد", "GPE"), others, new=True))
    assert entries_of(bench, first) == entries_of(bench, second) != []
    assert same_mentions(bench, about) == []
    bench.undo()
    assert state(bench) == before


# speaker and claimer follow the entry


def speaking(bench: Workbench) -> tuple[Annotation, Annotation]:
    """A quote and its speaker."""
    who = mark(bench, "سليم الناصر")
    quote = mark(bench, '"الخطة جاهزة"', "direct", kind="quote", realization="named")
    bench.do(making("Fill", link(bench, "speaker", quote, End("annotation", who.id))))
    return quote, who


def line(bench: Workbench, tmp_path: Path) -> dict[str, list[dict]]:
    out = tmp_path / "out.jsonl"
    export_jsonl(bench.store, out, layer=bench.layer)
    return json.loads(out.read_text(encoding="utf-8").splitlines()[0])


def test_a_speaker_follows_the_entry_of_his_mention(open_bench: OpenBench, tmp_path: Path) -> None:
    bench = open_bench(*PEOPLE)
    quote, who = speaking(bench)
    assert line(bench, tmp_path)["quotes"][0]["speaker"]["entity_ids"] == []
    for each in PEOPLE[:2]:
        bench.put(Place.at(quote.start), quote.id)
        about = subject(bench)
        assert about is not None
        assert about.source == who
        bench.do(linking(bench, about, bench.register.get(each.id) or each))
        assert line(bench, tmp_path)["quotes"][0]["speaker"]["entity_ids"] == [each.id]
        assert bench.marks.get(quote.id) == quote, "nothing else is edited"


@pytest.mark.parametrize("also_mentioned", [False, True])
def test_an_implicit_speaker_points_to_the_entry_and_comes_back_the_same(
    open_bench: OpenBench, tmp_path: Path, also_mentioned: bool
) -> None:
    bench = open_bench()
    quote, who = speaking(bench)
    tie(bench, who, new_entry("سليم الناصر", "PERS"))
    said = mark(bench, '"سنبدأ الأحد"', "direct", kind="quote", realization="implicit")
    about = subject(bench)
    assert about is not None
    assert (about.role, about.name) == ("speaker", "سليم الناصر")
    (last, *_) = offers(bench, about)
    assert last.entry is not None
    bench.do(linking(bench, about, last.entry))
    claim = mark(bench, "سنبدأ", "claim", kind="claim", claimer_kind="journalist")
    about = subject(bench)
    assert about is not None
    bench.do(linking(bench, about, last.entry))
    if also_mentioned:
        bench.do(making("Fill", link(bench, "speaker", quote, End(ENTRY_END, last.entry.id))))
    told = line(bench, tmp_path)
    assert [each["speaker"]["entity_ids"] for each in told["quotes"]] == [[last.entry.id]] * 2
    assert told["quotes"][1]["id"] == said.id
    assert told["quotes"][1]["speaker"]["realization"] == "implicit"
    assert told["claims"][0]["claimer"] == {"kind": "entity", "mention_ids": [], "entity_ids": [last.entry.id]}
    assert told["claims"][0]["id"] == claim.id
    again(tmp_path)


def again(tmp_path: Path) -> None:
    """Import of the export, and its export, are the same bytes."""
    with Store.create(tmp_path / "again.tawsim", CODEBOOK) as store:
        assert not import_files(store, [tmp_path / "out.jsonl"], author="x").rejected
        export_jsonl(store, tmp_path / "again.jsonl")
    assert (tmp_path / "again.jsonl").read_bytes() == (tmp_path / "out.jsonl").read_bytes()


def test_a_claimer_who_is_unlinked_is_nobody_again(open_bench: OpenBench) -> None:
    bench = open_bench(*PEOPLE)
    claim = mark(bench, "سنبدأ", "claim", kind="claim")
    before = bench.marks.get(claim.id)
    about = subject(bench)
    assert before is not None
    assert about is not None
    bench.do(linking(bench, about, PEOPLE[1]))
    about = subject(bench)
    assert about is not None
    bench.do(unlinking(bench, about))
    after = bench.marks.get(claim.id)
    assert after is not None
    assert after.attributes.get("claimer_kind") is None
    assert bench.marks.links_from(claim.id) == []


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
