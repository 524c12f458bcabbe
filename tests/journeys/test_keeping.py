"""Backups, the history of an article and of a mark, and a damaged project, from the keyboard."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from shiboken6 import isValid

from app.store import Store, StoreError, backups
from app.ui.backups import BackupsPanel
from app.ui.history import HistoryPanel
from app.ui.rescue import RescuePanel
from tests.journeys.conftest import OpenReader, Reader
from tests.journeys.registering import register, type_

NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)


def panel(reader: Reader, kind: type) -> object:
    found = [each for each in reader.session.window.findChildren(kind) if each.isVisible()]
    assert len(found) == 1
    return found[0]


def gone(widget: QWidget) -> bool:
    return not isValid(widget) or not widget.isVisible()


def wait(condition: object) -> None:
    assert callable(condition)
    for _ in range(1000):
        if condition():
            return
        QTest.qWait(10)
    raise AssertionError("it never came")


def key(widget: object, *keys: Qt.Key) -> None:
    for each in keys:
        QTest.keyClick(widget, each)  # type: ignore[call-overload]
        QApplication.processEvents()


def letter(widget: QWidget, sign: str) -> None:
    """A key as the Arabic layout sends it."""
    QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, ord(sign), Qt.KeyboardModifier.NoModifier, sign))
    QApplication.processEvents()


def open_backups(reader: Reader) -> BackupsPanel:
    reader.session.window.commands.run("project.backups")
    found = panel(reader, BackupsPanel)
    assert isinstance(found, BackupsPanel)
    wait(lambda: not found.busy)
    return found


def open_history(reader: Reader) -> HistoryPanel:
    reader.press("Alt+H")
    found = panel(reader, HistoryPanel)
    assert isinstance(found, HistoryPanel)
    wait(lambda: not found.busy)
    return found


def rows(listing: object) -> list[str]:
    return [listing.item(number).text() for number in range(listing.count())]  # type: ignore[attr-defined]


class TestBackups:
    def test_one_is_made_shown_and_restored_and_the_window_goes_on(self, reader: Reader) -> None:
        reader.mark("G", "بغداد")
        found = open_backups(reader)
        assert found.list.count() == 0
        key(found.list, Qt.Key.Key_N)
        wait(lambda: found.list.count() == 1 and not found.busy)
        key(found.list, Qt.Key.Key_Escape)
        reader.mark("G", "بيروت")
        found = open_backups(reader)
        assert "sana" in found.preview.text()
        key(found.list, Qt.Key.Key_Return)
        assert len(reader.marks()) == 2, "it asks first"
        old = reader.session.window
        key(found.list, Qt.Key.Key_Return)
        wait(lambda: reader.session.window is not old)
        again = Reader(reader.session)
        assert again.marks() == [("GPE", "بغداد")]
        assert ".restore.tawsim" in again.said()
        again.mark("G", "بيروت")
        assert len(again.marks()) == 2
        causes = sorted(each.moment.cause for each in backups.backups_of(again.bench.store.path))
        assert causes == ["hand", "restore"]

    def test_arabic_letters_make_one_too_and_esc_leaves(self, reader: Reader) -> None:
        found = open_backups(reader)
        letter(found.list, "ى")
        wait(lambda: found.list.count() == 1)
        wait(lambda: not found.busy)
        key(found.list, Qt.Key.Key_Escape)
        assert not found.isVisible()

    def test_a_restore_that_fails_is_told_and_changes_nothing(
        self, reader: Reader, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        reader.mark("G", "بغداد")
        found = open_backups(reader)
        key(found.list, Qt.Key.Key_N)
        wait(lambda: found.list.count() == 1 and not found.busy)

        def full(*_: object) -> None:
            raise StoreError("{path}: full", path="project")

        monkeypatch.setattr("app.workbench.keeping.put_back", full)
        key(found.list, Qt.Key.Key_Return, Qt.Key.Key_Return)
        wait(lambda: "project: full" in found.note.text())
        key(found.list, Qt.Key.Key_Escape)
        reader.mark("G", "بيروت")
        assert len(reader.marks()) == 2

    def test_one_is_made_while_one_works_and_none_while_one_only_looks(self, reader: Reader) -> None:
        keeper, path = reader.session.window.keeper, reader.bench.store.path
        keeper.look()
        assert keeper.job is None
        reader.mark("G", "بغداد")
        keeper.look()
        assert keeper.job is not None
        keeper.job.future.result(timeout=20)
        keeper.look()
        assert [each.moment.cause for each in backups.backups_of(path)] == ["schedule"]
        assert keeper.job is None

    def test_a_backup_that_cannot_be_made_is_told_once(self, reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
        def full(*_: object) -> None:
            raise StoreError("{path}: full", path="project")

        monkeypatch.setattr("app.workbench.keeping.keep_up", full)
        reader.mark("G", "بغداد")
        keeper = reader.session.window.keeper
        keeper.look()
        assert keeper.job is not None
        wait(lambda: keeper.job.finished)
        keeper.look()
        assert "\u2068project\u2069: full" in reader.said()


class TestHistory:
    def test_of_an_article_tells_every_step_and_brings_back_any(self, reader: Reader) -> None:
        reader.mark("G", "بغداد")
        reader.mark("G", "بيروت")
        reader.press("Del")
        reader.go_to("وشارك")
        assert reader.marks() == [("GPE", "بغداد")]
        found = open_history(reader)
        assert found.list.count() == 3
        assert all("sana" in row for row in rows(found.list))
        assert any("بيروت" in line for line in rows(found.detail))
        key(found.list, Qt.Key.Key_Down, Qt.Key.Key_Return)
        wait(lambda: gone(found))
        assert reader.marks() == [("GPE", "بغداد"), ("GPE", "بيروت")]
        reader.press("Ctrl+Z")
        assert reader.marks() == [("GPE", "بغداد")]

    def test_of_a_mark_tells_its_own_steps_and_brings_back_the_mark_alone(self, reader: Reader) -> None:
        reader.mark("G", "بغداد")
        reader.mark("G", "بيروت")
        reader.press("R", "P")
        assert ("PERS", "بيروت") in reader.marks()
        reader.mark("O", "برنامج")
        reader.go_to("بيروت")
        reader.bench.focus_on(next(mark for mark in reader.bench.marks if mark.exact == "بيروت"))
        found = open_history(reader)
        assert found.list.count() == 2
        letter(found.list, "ش")  # the key A of the Arabic layout
        wait(lambda: not found.busy)
        assert found.list.count() == 4
        letter(found.list, "ة")
        wait(lambda: not found.busy)
        assert found.list.count() == 2
        key(found.list, Qt.Key.Key_P)
        wait(lambda: gone(found))
        assert reader.marks() == [("GPE", "بغداد"), ("GPE", "بيروت"), ("ORG", "برنامج")]

    def test_before_the_first_step_there_was_nothing(self, reader: Reader) -> None:
        reader.mark("G", "بغداد")
        found = open_history(reader)
        key(found.list, Qt.Key.Key_A)
        wait(lambda: not found.busy)
        key(found.list, Qt.Key.Key_End, Qt.Key.Key_P)
        wait(lambda: gone(found))
        assert reader.marks() == []
        reader.press("Ctrl+Z")
        assert reader.marks() == [("GPE", "بغداد")]

    def test_a_quote_comes_back_with_its_links(self, reader: Reader) -> None:
        reader.mark("P", "سليم الناصر")
        reader.go_to("مستعدة")
        reader.press("Q", "Esc")
        before = {(mark.id, mark.label) for mark in reader.bench.marks}
        links = {link.id for mark in reader.bench.marks for link in reader.bench.marks.links_from(mark.id)}
        assert links
        reader.bench.focus_on(reader.quote())
        reader.press("Del")
        found = open_history(reader)
        key(found.list, Qt.Key.Key_P)
        wait(lambda: gone(found))
        assert {(mark.id, mark.label) for mark in reader.bench.marks} == before
        assert {link.id for mark in reader.bench.marks for link in reader.bench.marks.links_from(mark.id)} == links

    def test_a_link_to_the_register_is_told_by_the_name(self, reader: Reader) -> None:
        reader.mark("G", "بيروت")
        reader.press("E")
        type_("Return")
        found = open_history(reader)
        (entry,) = register(reader)
        (line,) = rows(found.detail)
        assert line.count("بيروت") == 2, "the mark's words, and the entry's name"
        assert entry.id not in line

    def test_nothing_done_is_said(self, reader: Reader) -> None:
        found = open_history(reader)
        assert found.list.count() == 0
        assert found.note.text()
        key(found.list, Qt.Key.Key_Return, Qt.Key.Key_Escape)
        assert not found.isVisible()


class TestRescue:
    def test_a_damaged_file_is_rescued_and_opened(
        self, open_reader: OpenReader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        first = open_reader()
        first.mark("G", "بغداد")
        damaged = tmp_path / "damaged.tawsim"
        content = bytearray(backups.make_backup(first.bench.store.path, "hand", NOW).path.read_bytes())
        content[40:60] = bytes(20)
        damaged.write_bytes(content)
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(damaged), ""))
        first.session.window.commands.run("project.rescue")
        found = panel(first, RescuePanel)
        assert isinstance(found, RescuePanel)
        key(found.list, Qt.Key.Key_Return)
        wait(lambda: found.list.count() > 0)
        old = first.session.window
        key(found.list, Qt.Key.Key_Return)
        wait(lambda: first.session.window is not old)
        again = Reader(first.session)
        assert again.bench.store.path == tmp_path / "damaged-rescued.tawsim"
        assert again.marks() == [("GPE", "بغداد")]
        assert damaged.read_bytes() == content

    def test_damage_that_is_met_while_working_is_told_in_words_with_the_way_out(self, open_reader: OpenReader) -> None:
        reader = open_reader("قال الوزير في بغداد. " * 3, "قالت الوزيرة في بيروت. " * 2000)
        path = reader.bench.store.path
        reader.mark("G", "بغداد")
        with Store.open(path) as store:
            store._file.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        content = bytearray(path.read_bytes())
        at = content.find("قالت الوزيرة في بيروت".encode())
        page = at // 4096 * 4096
        content[page : page + 4] = (2**31 - 1).to_bytes(4)
        path.write_bytes(content)
        reader.bench.store._file.connection.execute("PRAGMA shrink_memory")
        other = reader.bench.store.queue(reader.bench.layer)[1].id
        reader.session.window._open_article(other)
        found = panel(reader, RescuePanel)
        assert isinstance(found, RescuePanel)
        assert path.name in found.text.text()
        key(found.list, Qt.Key.Key_R)
        assert panel(reader, BackupsPanel)
