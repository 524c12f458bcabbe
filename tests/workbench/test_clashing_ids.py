"""Files that call the marks of every article alike (e1, e2 ...), as most tools write them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from app import resources
from app.domain.ids import derived_id
from app.store import Store
from app.workbench.intake import Report, import_files
from app.workbench.outgo import export_jsonl
from app.workbench.placing import Placing
from tests.benchmarks.corpus import articles
from tests.benchmarks.corpus_lines import line

ARRAYS = ("entities", "cues", "quotes", "claims")


def lines(count: int, *, alike: range) -> list[dict[str, Any]]:
    """Lines of a dataset, of which those numbered in ``alike`` call their marks m0, m1 ..."""
    made = []
    for number, article in enumerate(articles(count)):
        record = line(article)
        told = json.dumps(record, ensure_ascii=False)
        if number in alike:
            names = [mark["id"] for array in ARRAYS for mark in record[array]]
            for at, name in enumerate(names):
                told = told.replace(f'"{name}"', f'"m{at}"')
        record = json.loads(told)
        first, second = (mark["id"] for mark in record["entities"][:2])
        record["relations"] = [{"id": "r1" if number in alike else f"r-{number}", "type": "near", "from": first}]
        record["relations"][0]["to"] = second
        made.append(record)
    return made


def file_of(path: Path, *records: Any) -> Path:
    path.write_text("".join(json.dumps(each, ensure_ascii=False) + "\n" for each in records), encoding="utf-8")
    return path


def bring(store: Store, *files: Path, **options: Any) -> Report:
    return import_files(store, files, author="me", **options)


def exported(store: Store, out: Path) -> bytes:
    export_jsonl(store, out)
    return out.read_bytes()


def told(report: Report) -> list[str]:
    return [str(each.note) for each in report.notes]


@pytest.mark.parametrize("alike", [range(50), range(24, 26), range(0, 50, 7)], ids=["all", "two", "some"])
def test_what_comes_in_together_is_what_comes_in_one_by_one(store, tmp_path, alike):
    records = lines(50, alike=alike)
    with Store.create(tmp_path / "other.tawsim", resources.codebook()) as other:
        one_by_one = [bring(other, file_of(tmp_path / f"{at}.jsonl", each)) for at, each in enumerate(records)]
        report = bring(store, file_of(tmp_path / "all.jsonl", *records))
        assert told(report) == [note for each in one_by_one for note in told(each)]
        assert report.marks == sum(each.marks for each in one_by_one)
        assert exported(store, tmp_path / "a.jsonl") == exported(other, tmp_path / "b.jsonl")
    assert len(report.notes) == len(alike) - 1 and not report.rejected
    assert store.integrity() == []


def test_they_are_written_together(store, tmp_path, monkeypatch):
    monkeypatch.setattr(Placing, "_alone", lambda *_: pytest.fail("one by one"))
    assert bring(store, file_of(tmp_path / "a.jsonl", *lines(50, alike=range(50)))).added == 50


def test_a_new_id_stands_for_ref_layer_and_old_id(store, tmp_path):
    records = lines(2, alike=range(2))
    bring(store, file_of(tmp_path / "a.jsonl", *records))
    second = store.article_by_ref(records[1]["doc_id"])
    marks, links = store.annotations(second.id, "sana"), store.links(second.id, "sana")
    old = {mark["id"] for array in ARRAYS for mark in records[1][array]}
    # Of the old ids only one that the first article did not have is left.
    firsts = {mark["id"] for array in ARRAYS for mark in records[0][array]}
    assert {mark.id for mark in marks} == {
        derived_id(second.ref, "sana", each) if each in firsts else each for each in old
    }
    assert derived_id(second.ref, "sana", "r1") in {each.id for each in links}
    assert {each.source for each in links} <= {mark.id for mark in marks}


def test_again_they_add_nothing_and_a_rehearsal_says_so(store, tmp_path):
    file = file_of(tmp_path / "a.jsonl", *lines(30, alike=range(30)))
    rehearsed = bring(store, file, dry_run=True)
    report = bring(store, file)
    assert (rehearsed.added, rehearsed.marks) == (report.added, report.marks)
    before = exported(store, tmp_path / "before.jsonl")
    for options in ({}, {"dry_run": True}):
        again = bring(store, file, **options)
        assert (again.added, again.marks, again.duplicates, told(again)) == (0, 0, 30, [])
    assert exported(store, tmp_path / "after.jsonl") == before


def test_a_line_that_cannot_come_in_keeps_none_of_its_neighbours_out(store, tmp_path):
    records = lines(30, alike=range(30))
    # An id that the second article's mark would be given belongs to the fifth's: written one by one, and told.
    taken = derived_id(records[1]["doc_id"], "sana", "m0")
    records.insert(1, json.loads(json.dumps(records[4]).replace('"m0"', f'"{taken}"')))
    records[1]["doc_id"] = "first"
    report = bring(store, file_of(tmp_path / "a.jsonl", *records))
    assert report.added == 30 and [each.line for each in report.rejected] == [3]
    assert store.integrity() == []


def test_a_relation_that_is_called_as_a_mark_of_another_article_keeps_its_id_in_any_order(store, tmp_path):
    first, second = lines(2, alike=range(0))
    told = json.dumps(second).replace('"layer": "sana"', '"layer": "z"')
    for at, mark in enumerate(mark for array in ARRAYS for mark in second[array]):
        told = told.replace(f'"{mark["id"]}"', f'"z{at}"')
    other_layer = json.loads(told)
    other_layer["relations"][0]["id"] = first["entities"][0]["id"]
    assert bring(store, file_of(tmp_path / "a.jsonl", second, other_layer, first)).pages == 3
    before = exported(store, tmp_path / "before.jsonl")
    with Store.create(tmp_path / "other.tawsim", resources.codebook()) as other:
        assert not bring(other, tmp_path / "before.jsonl").notes
        assert exported(other, tmp_path / "after.jsonl") == before
