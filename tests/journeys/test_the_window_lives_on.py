"""Something unforeseen happens: one calm sentence, a report without a word of the articles, and work goes on."""

from __future__ import annotations

import stat
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from app.store import Store
from app.ui import reports
from app.ui.report_panel import ReportPanel
from app.ui.reports import Reporter
from app.workbench.jobs import Abandoned, JobDied, Worker
from tests.journeys.conftest import Reader

SECRET = "العاصمة مستعدة للقمة"


@pytest.fixture
def watched(reader: Reader, monkeypatch: pytest.MonkeyPatch, home: Path) -> Iterator[Reader]:
    """A window whose errors go where those of the real one go."""
    monkeypatch.setattr(reports, "folder", lambda: home)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    reporter = Reporter(reader.session.say_unforeseen)
    reporter.install()
    yield reader
    reporter.deleteLater()


def fail(*_: object, **__: object) -> None:
    secret = SECRET
    raise ValueError(f"{secret} cannot be")


def live(milliseconds: int = 10) -> None:
    """Let the real event loop run: in it alone do errors take the way that they take for an analyst."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    QTimer.singleShot(milliseconds, lambda: application.exit(0))
    application.exec()


def written(home: Path) -> list[Path]:
    return sorted(home.glob("report-*.txt"))


def still_works(reader: Reader) -> None:
    QApplication.processEvents()
    before = len(reader.marks())
    reader.go_to("بيروت")
    reader.press("G")
    assert len(reader.marks()) == before + 1
    reader.press("Ctrl+Z")


def only_places(home: Path) -> None:
    (report,) = written(home)
    text = report.read_text(encoding="utf-8")
    assert "ValueError" in text
    assert "test_the_window_lives_on.py" in text
    assert not any("\u0600" <= sign <= "\u06ff" for sign in text)
    assert str(Path.home()) not in text
    assert stat.S_IMODE(report.stat().st_mode) == 0o600


def test_an_error_in_a_slot(watched: Reader, home: Path) -> None:
    QTimer.singleShot(0, fail)
    live()
    assert str(written(home)[0]) in watched.said()
    only_places(home)
    still_works(watched)


def test_an_error_in_an_action(watched: Reader, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is written is written, also when memory cannot follow; the article opened anew shows it."""
    window, bench = watched.session.window, watched.bench
    assert bench.article is not None
    watched.go_to("بغداد")
    with monkeypatch.context() as broken:
        broken.setattr(bench.marks, "apply", fail)
        QTimer.singleShot(0, lambda: window.commands.run("label.GPE"))
        live()
    only_places(home)
    bench.open_article(bench.article.id)
    assert watched.marks() == [("GPE", "بغداد")]
    watched.go_to("بيروت")
    watched.press("G")
    assert watched.marks() == [("GPE", "بغداد"), ("GPE", "بيروت")]


def test_an_error_in_painting_is_told_once(watched: Reader, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(type(watched.session.window.view), "_shift", fail)  # Qt remembers the event itself
        for _ in range(5):
            watched.session.window.view.viewport().update()
            live()
    only_places(home)
    still_works(watched)


def test_an_error_in_another_thread(watched: Reader, home: Path) -> None:
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    QApplication.processEvents()
    assert str(written(home)[0]) in watched.said()
    only_places(home)
    still_works(watched)


def test_a_job_that_dies_is_told_and_leaves_nothing_half_done(watched: Reader, home: Path) -> None:
    path = watched.bench.store.path
    before = watched.bench.store.counts()

    def die(_job: object) -> None:
        with Store.open(path) as store, store.batch():
            store.set_note("half", "done")
            fail()

    failed: list[object] = []
    files = watched.session.window.files
    assert files.start("die", die, lambda _value: None, failed=failed.append)
    while files.busy:
        live()
    assert isinstance(failed[0], JobDied)
    only_places(home)
    assert watched.bench.store.note("half") is None
    assert watched.bench.store.counts() == before
    assert files.start("next", lambda _job: 1, failed.append)
    while files.busy:
        live()
    assert failed[1:] == [1]
    still_works(watched)


def test_a_job_that_hangs_is_left_to_itself(reader: Reader) -> None:
    let_go, failed = threading.Event(), []
    files = reader.session.window.files
    files.start("hang", lambda _job: let_go.wait(30), lambda _value: None, failed=failed.append)
    files.stop()
    assert files.busy, "it may still stop by itself"
    files.stop()
    assert not files.busy
    assert isinstance(failed[0], Abandoned)
    done: list[object] = []
    files.start("next", lambda _job: "done", done.append)
    while files.busy:
        QTest.qWait(5)
    assert done == ["done"]
    let_go.set()


def test_a_job_that_hangs_does_not_keep_the_window_open() -> None:
    worker, let_go = Worker(), threading.Event()
    worker.start("hang", lambda _job: let_go.wait(30))
    worker.close(patience=0.01)
    let_go.set()


def test_a_report_that_cannot_be_written_ends_nothing(watched: Reader, home: Path) -> None:
    with pytest.MonkeyPatch.context() as broken:
        broken.setattr(reports, "folder", lambda: home / "nowhere")
        QTimer.singleShot(0, fail)
        live()
    still_works(watched)


def test_reports_do_not_pile_up(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reports, "folder", lambda: home)
    made = [reports.write(f"{number}") for number in range(25)]
    assert len(written(home)) <= 21
    assert reports.newest() == made[-1]


def test_the_last_report_is_read_before_it_is_passed_on(watched: Reader, home: Path) -> None:
    window = watched.session.window
    window.commands.run("view.report")
    assert not window.findChildren(ReportPanel)
    QTimer.singleShot(0, fail)
    live()
    window.commands.run("view.report")
    (panel,) = window.findChildren(ReportPanel)
    assert panel.text.toPlainText() == written(home)[0].read_text(encoding="utf-8")
    copy, discard, _leave = panel.findChildren(QPushButton)
    copy.click()
    assert QApplication.clipboard().text() == panel.text.toPlainText()
    QApplication.clipboard().setText("")
    QTest.keyClick(panel.text, Qt.Key.Key_Return)
    assert QApplication.clipboard().text() == panel.text.toPlainText()
    QTest.keyClick(panel.text, Qt.Key.Key_Escape)
    assert len(written(home)) == 1
    window.commands.run("view.report")
    panel = window.findChildren(ReportPanel)[-1]
    QTest.keyClick(panel.text, Qt.Key.Key_Delete)
    assert written(home) == []
    assert discard.text()
