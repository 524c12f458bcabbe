"""The window's loop and those beside it: who waits for whom, what is read ahead, what is painted behind a panel."""

from __future__ import annotations

import sys
import threading

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from app.ui import courtesy
from app.ui.courtesy import Courtesy
from app.ui.opening_later import open_when_read
from app.ui.overlay import Overlay
from app.ui.pages_ahead import GivingWay, import_giving_way

RARE = ("nturl2path", "imaplib")  # of the standard library, and of no use here


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(courtesy, "_STEP", 0.0)
    monkeypatch.setattr(courtesy, "_MOST", 20.0)


@pytest.fixture
def window(qtbot) -> QWidget:
    """An empty window, and the rare modules not read yet."""
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    sys.modules.pop(RARE[1], None)
    return made


def in_thread(act: object) -> threading.Thread:
    assert callable(act)
    thread = threading.Thread(target=act)
    thread.start()
    return thread


@pytest.mark.usefixtures("patient")
def test_who_gives_way_comes_back_behind_everything_that_the_window_has_to_do(qtbot) -> None:
    done: list[str] = []

    class Work(QObject):
        def event(self, event: QEvent) -> bool:
            if event.type() == QEvent.Type.User:
                done.append("the window's work")
                return True
            return super().event(event)

    work, asks = Work(), Courtesy(QApplication.instance())
    thread = in_thread(lambda: (asks.ask(), done.append("the job goes on")))
    QCoreApplication.postEvent(work, QEvent(QEvent.Type.User), Qt.EventPriority.LowEventPriority.value)
    qtbot.waitUntil(lambda: not thread.is_alive())
    assert done == ["the window's work", "the job goes on"]


def test_a_question_that_the_window_cannot_answer_is_waited_for_once(qtbot, monkeypatch) -> None:
    monkeypatch.setattr(courtesy, "_STEP", 0.0)
    monkeypatch.setattr(courtesy, "_MOST", 0.001)
    asks, asked = Courtesy(QApplication.instance()), []
    post = QCoreApplication.postEvent
    monkeypatch.setattr(QCoreApplication, "postEvent", lambda *told: asked.append(told[0]) or post(*told))
    in_thread(lambda: [asks.ask() for _ in range(5)]).join()  # the window waits for the thread, as at its end
    assert asked == [asks]


def test_the_window_never_waits_for_itself(qtbot) -> None:
    asks = Courtesy(QApplication.instance())
    asks.ask()
    assert asks._answered.is_set()


def test_modules_are_imported_and_the_way_of_importing_left_as_it_was() -> None:
    for name in RARE:
        sys.modules.pop(name, None)
    import_giving_way(*RARE)
    assert set(RARE) <= set(sys.modules)
    assert not any(isinstance(each, GivingWay) for each in sys.meta_path)
    with pytest.raises(ModuleNotFoundError):
        import_giving_way("tawsim_has_no_such_module")
    assert not any(isinstance(each, GivingWay) for each in sys.meta_path)


def test_a_page_opens_when_its_modules_are_read_and_at_once_where_they_are(qtbot, window: QWidget) -> None:
    opened: list[str] = []
    open_when_read(window, RARE, lambda: opened.append("page"))
    open_when_read(window, RARE, lambda: opened.append("the key was held"))
    assert opened == []
    qtbot.waitUntil(lambda: opened == ["page"])
    open_when_read(window, RARE, lambda: opened.append("at once"))
    assert opened == ["page", "at once"]


def test_esc_leaves_a_page_that_is_still_being_read(qtbot, window: QWidget) -> None:
    opened: list[str] = []
    open_when_read(window, RARE, lambda: opened.append("page"))
    (panel,) = window.findChildren(Overlay)
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    panel._thread.join()
    QApplication.processEvents()
    assert opened == [] and not panel.isVisible()


def test_keys_that_come_while_a_page_is_being_read_are_the_pages(qtbot, window: QWidget) -> None:
    field = QLineEdit(window)
    field.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    open_when_read(window, RARE, field.setFocus)
    (panel,) = window.findChildren(Overlay)
    qtbot.keyClicks(panel, "Ab")
    qtbot.waitUntil(lambda: field.text() == "Ab")


def test_nothing_behind_a_panel_is_painted_when_something_in_it_changes(qtbot) -> None:
    class Behind(QWidget):
        painted = 0

        def paintEvent(self, _event: object) -> None:
            self.painted += 1

    window = QWidget()
    qtbot.addWidget(window)
    window.resize(600, 400)
    behind = Behind(window)
    behind.setGeometry(window.rect())
    panel = Overlay(window, 400, 300)
    told = QLabel("ا", panel)
    told.setGeometry(40, 40, 200, 40)
    window.show()
    panel.open(panel)
    qtbot.waitExposed(window)
    QApplication.processEvents()
    before = behind.painted
    told.setText("ب")
    QApplication.processEvents()
    assert behind.painted == before
    corner = panel.mask()
    assert not corner.contains(panel.rect().topLeft()) and corner.contains(panel.rect().center())
    panel.dismiss()
