"""A real article, from import to gold."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app import resources
from app.store import Store
from app.workbench.intake import import_files
from app.workbench.outgo import export_jsonl
from tests.journeys.conftest import OpenReader
from tests.store.making import undo_title

REFERENCE = Path(__file__).parents[3] / "shared/articles/000_57f3cbd02e05244a.txt"
pytestmark = pytest.mark.skipif(not REFERENCE.exists(), reason="the reference article is not here")


def test_it_is_annotated_by_keys_kept_and_exported(open_reader: OpenReader, tmp_path: Path) -> None:
    project = tmp_path / "reference.tawsim"
    with Store.create(project, resources.codebook()) as store:
        assert import_files(store, [REFERENCE], author="sana").added == 1
    reader = open_reader(project=project)
    names = [
        ("P", "خامنئي", 1), ("O", "قوات التحالف", 1), ("P", "علي خامنئي", 1), ("N", "أمريكي", 1),
        ("D", "30.04.2023", 1),
        ("P", "سيد ظفر مهدي", 1), ("J", "المرشد الإيراني", 2), ("N", "الإيراني", 2), ("P", "علي خامنئي", 3),
        ("G", "الولايات المتحدة", 1), ("G", "طهران", 3), ("O", "مكتب المرشد", 1), ("G", "بغداد", 1),
        ("O", "وكالة الأنباء العراقية الرسمية (واع)", 1), ("O", "واع", 1),
    ]  # fmt: skip
    for key, surface, nth in names:
        reader.mark(key, surface, nth)
    for inside, cue, speaker in (
        ('واحد في العراق أكثر من اللازم"', "قال", "علي خامنئي"),
        ("صديقة", "قال", "مكتب المرشد"),
    ):
        reader.go_to(inside)
        reader.press("Q")
        reader.choose("U", cue)
        reader.choose("S", speaker)
        reader.press("Return")
    reader.press("C")
    marks = list(reader.bench.marks)
    assert len([mark for mark in marks if mark.kind == "entity"]) == len(names)
    reader.session.close()
    again = open_reader(project=project)
    assert list(again.bench.marks) == marks
    again.session.close()
    _gold_round_trip(project, tmp_path)
    last = open_reader(project=project)
    while undo_title(last.bench.store, "sana"):
        last.press("Ctrl+Z")
    assert list(last.bench.marks) == []


def _gold_round_trip(project: Path, folder: Path) -> None:
    first, second = folder / "first.jsonl", folder / "second.jsonl"
    with Store.open(project) as store:
        export_jsonl(store, first)
    with Store.create(folder / "fresh.tawsim", resources.codebook()) as store:
        report = import_files(store, [first], author="somebody else")
        assert report.rejected == []
        export_jsonl(store, second)
    assert first.read_bytes() == second.read_bytes()
    (line,) = first.read_text(encoding="utf-8").splitlines()
    record = json.loads(line)
    for array in ("entities", "cues", "quotes", "claims"):
        for each in record[array]:
            assert "".join(record["text"][a:b] for a, b in each["fragments"]) == each["text"]
    assert [quote["type"] for quote in record["quotes"]] == ["direct", "mixed"]
    assert record["claims"][0]["quote_ids"] == [record["quotes"][-1]["id"]]
