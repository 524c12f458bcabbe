"""A project whose codebook and marks do not agree, in the window: it says so, shows every mark, and can be mended."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.ui.codebook.editor import CodebookEditor
from app.ui.overlay import close_panels
from tests.journeys.conftest import OpenReader, Reader
from tests.store.misfit import BROKEN, SURFACES, misfit
from tests.storms.keys import RandomKeys


def exact(reader: Reader) -> list[tuple[str, str, str]]:
    return sorted((mark.kind, mark.label, mark.exact) for mark in reader.bench.marks)


ALL = sorted(
    [
        ("entity", "PERS", SURFACES["fits"]),
        ("entity", "GONE", SURFACES["label"]),
        ("event", "GPE", SURFACES["kind"]),
        ("entity", "GPE", SURFACES["value"]),
    ]
)


@pytest.fixture
def odd(tmp_path: Path) -> Path:
    path = tmp_path / "odd.tawsim"
    misfit(path)
    return path


def test_every_mark_is_shown_and_what_does_not_fit_is_a_finding(open_reader: OpenReader, odd: Path) -> None:
    reader = open_reader(project=odd)
    assert exact(reader) == ALL
    for words in SURFACES.values():
        reader.go_to(words)
        reader.settle()
        assert not reader.session.window.grab().isNull()
    reader.go_to(SURFACES["label"])
    reader.bench.focus_on(next(mark for mark in reader.bench.marks if mark.label == "GONE"))
    reader.press("R", "L")
    assert ("entity", "LOC", SURFACES["label"]) in exact(reader)
    reader.press("Ctrl+Z")
    assert exact(reader) == ALL


def test_a_mark_of_a_kind_that_is_gone_can_be_erased_and_brought_back(open_reader: OpenReader, odd: Path) -> None:
    reader = open_reader(project=odd)
    reader.bench.focus_on(next(mark for mark in reader.bench.marks if mark.kind == "event"))
    reader.press("Del")
    assert len(exact(reader)) == 3
    reader.press("Ctrl+Z")
    assert exact(reader) == ALL


@pytest.mark.parametrize("source", [None, BROKEN["no TOML"]], ids=["misfit", "unreadable"])
def test_any_keys_on_marks_that_do_not_fit_raise_nothing(
    open_reader: OpenReader, tmp_path: Path, source: str | None
) -> None:
    path = tmp_path / "odd.tawsim"
    misfit(path, source)
    reader = open_reader(project=path)
    chance = random.Random(20261124)
    keys = RandomKeys(reader.session, chance)
    for number in range(240):
        if number % 4 == 0:
            close_panels(reader.session.window)
            odd_ones = [mark for mark in reader.session.bench.marks if mark.label == "GONE" or mark.kind == "event"]
            if odd_ones:
                reader.session.bench.focus_on(chance.choice(odd_ones))
        keys.press_one()
    assert reader.session.bench.store.integrity()[1 if source else 0 :] == []


def test_a_codebook_that_cannot_be_read_is_said_and_mended_in_the_window(
    open_reader: OpenReader, tmp_path: Path
) -> None:
    path = tmp_path / "odd.tawsim"
    misfit(path, BROKEN["no TOML"])
    reader = open_reader(project=path)
    assert "arabic-news" in reader.said()
    assert reader.session.window.status.saved.objectName() != "grave", "all is saved"
    assert exact(reader) == ALL
    reader.go_to("وفد")
    reader.press("P")
    assert len(reader.bench.marks) == 5, "work goes on meanwhile"
    reader.press("Ctrl+Shift+K")
    (editor,) = reader.session.window.findChildren(CodebookEditor)
    for ctrl in (True, False):  # show what changes, then apply it
        modifier = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, modifier)
        for _ in range(200):
            if not editor.runner.busy:
                break
            QTest.qWait(10)
    QTest.qWait(30)
    bench = reader.session.bench
    assert bench.codebook.version == 2
    assert not bench.codebook.stands_in
    assert bench.store.codebook_trouble is None
    assert bench.store.integrity() == []
    assert len(bench.marks) == 5
