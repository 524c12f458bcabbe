"""A drive that is pulled out, a share, a newer project, a clock that jumps: a sentence, and nothing lost."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.domain.errors import TawsimError
from app.ui.application import Session
from app.workbench import opening
from tests.journeys.conftest import OpenReader, Reader


def test_a_drive_that_is_pulled_out_and_put_back(reader: Reader, tmp_path: Path) -> None:
    reader.go_to("بغداد")
    reader.press("G")
    path, away = reader.bench.store.path, tmp_path / "away"
    away.mkdir()
    for each in list(path.parent.glob(f"{path.name}*")):
        each.rename(away / each.name)
    reader.go_to("بيروت")
    reader.press("G")
    assert reader.marks() == [("GPE", "بغداد")]
    assert path.name in reader.said()
    assert reader.session.window.status.saved.objectName() == "grave"
    for each in away.iterdir():
        each.rename(path.parent / each.name)
    reader.press("G")
    assert reader.marks() == [("GPE", "بغداد"), ("GPE", "بيروت")]
    assert reader.session.window.status.saved.objectName() != "grave"
    assert reader.bench.store.integrity() == []


def test_a_project_on_a_share_is_shown_and_says_why_it_is_not_written(
    open_reader: OpenReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = open_reader()
    path = first.bench.store.path
    first.session.close()
    monkeypatch.setattr(opening, "share_of", lambda _path: "cifs")
    reader = open_reader(project=path)
    assert "cifs" in reader.said()
    reader.go_to("بغداد")
    reader.press("G")
    assert reader.marks() == []
    assert "cifs" in reader.said()


def test_a_project_of_a_newer_program_leaves_the_open_one_as_it_is(reader: Reader, tmp_path: Path) -> None:
    reader.mark("G", "بيروت")
    other = tmp_path / "newer.tawsim"
    other.write_bytes(b"")
    with closing(sqlite3.connect(reader.bench.store.path)) as source, closing(sqlite3.connect(other)) as target:
        source.backup(target)
        target.execute("PRAGMA user_version = 99")
    before = other.read_bytes()
    reader.session.reopen(str(other))
    assert "newer.tawsim" in reader.said()
    assert "99" in reader.said()
    assert other.read_bytes() == before
    assert reader.marks() == [("GPE", "بيروت")]
    with pytest.raises(TawsimError, match=r"newer\.tawsim"):
        Session(other, author="sana")


def test_a_clock_that_jumps_changes_neither_order_nor_undo(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    hours = iter(["2026-11-24T12:00:00Z", "1999-01-01T00:00:00Z", "2099-12-31T23:59:59Z"])
    monkeypatch.setattr(reader.bench, "_clock", lambda: next(hours, "2026-11-24T12:01:00Z"))
    for name in ("بغداد", "بيروت"):
        reader.mark("G", name)
    reader.mark("P", "سليم الناصر")
    reader.press("Ctrl+Z")
    assert reader.marks() == [("GPE", "بغداد"), ("GPE", "بيروت")]
    reader.press("Ctrl+Z")
    assert reader.marks() == [("GPE", "بغداد")]
    reader.press("Ctrl+Y", "Ctrl+Y")
    assert len(reader.marks()) == 3
    assert reader.bench.store.integrity() == []
