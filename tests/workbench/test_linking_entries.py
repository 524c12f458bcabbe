"""Links from mentions, speakers and claimers to the entries they name."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.annotation import ENTRY_END, Annotation, End
from app.domain.edit import making
from app.store import Store
from app.workbench.bench import Workbench
from app.workbench.entries import entries_of, linking, new_entry, same_mentions, subject, unlinking
from app.workbench.intake import import_files
from app.workbench.making import link
from app.workbench.offering import offers
from app.workbench.outgo import export_jsonl
from app.workbench.place import Place
from tests.workbench.registering import CODEBOOK, PEOPLE, OpenBench, entry, mark, opened, state, tie


@pytest.fixture
def open_bench(tmp_path: Path) -> Iterator[OpenBench]:
    yield from opened(tmp_path)


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
