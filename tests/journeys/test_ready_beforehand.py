"""What the first keys of a session need is got ready while nobody types, and none of it is ever seen or out of date."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.ui import parts_ahead
from app.ui.article.badges import BadgePainter
from app.ui.everywhere import Everywhere
from app.ui.panels import made_everywhere
from app.ui.parts_ahead import PartsAhead
from app.ui.window import MainWindow
from tests.journeys.conftest import OpenReader, Reader

TEXT = "\n\n".join(f"وصل الوفد رقم {number} إلى بغداد، وقال الوزير سامي الخطيب إنها ترحب به." for number in range(30))


@pytest.fixture
def reader(open_reader: OpenReader, monkeypatch: pytest.MonkeyPatch) -> Reader:
    monkeypatch.setattr(parts_ahead, "_REST", 0)
    return open_reader(TEXT)


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The letters of every plate that is drawn."""
    letters: list[str] = []
    draw = BadgePainter._draw
    monkeypatch.setattr(
        BadgePainter, "_draw", lambda own, to, badge, box: letters.append(badge.letters) or draw(own, to, badge, box)
    )
    return letters


def wait(until: Callable[[], bool]) -> None:
    for _ in range(1000):
        if until():
            return
        QTest.qWait(10)
    raise AssertionError("it never came to an end")


def ready(window: MainWindow) -> bool:
    made = window.findChildren(PartsAhead)
    return bool(made) and made[-1].finished


def panels(window: MainWindow) -> list[Everywhere]:
    return window.findChildren(Everywhere)


def test_the_first_jump_draws_no_hint(reader: Reader, drawn: list[str]) -> None:
    wait(lambda: ready(reader.window))
    assert drawn, "they were drawn before"
    drawn.clear()
    reader.press("F")
    asking = reader.bench.asking
    assert asking is not None and len(asking.candidates) > 40
    reader.press(asking.hints[-1][0])  # the first letter of a longer one, so that it fades
    reader.press("Esc")
    assert not drawn


def test_panel_and_line_are_there_and_nobody_sees_them(reader: Reader) -> None:
    window = reader.window
    wait(lambda: ready(window))
    (panel,) = panels(window)
    assert panel.isHidden() and not panel.model.rows
    assert window.aids.findbar is not None and window.aids.findbar.isHidden()
    assert QApplication.focusWidget() is window.view
    reader.mark("G", "بغداد")
    reader.press("A")
    assert panels(window) == [panel] and panel.isVisible()
    wait(lambda: len(panel.model.rows) == 29)
    assert {row.exact for row in panel.model.rows} == {"بغداد"}


def test_it_waits_while_keys_come(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts_ahead, "_REST", 10**6)
    parts = PartsAhead(reader.window)
    parts.go_on()
    reader.press("Left")
    QTest.qWait(50)
    assert not parts.finished
    parts.detach()


def test_another_size_and_theme_have_their_own(reader: Reader, drawn: list[str]) -> None:
    window = reader.window
    wait(lambda: ready(window))
    (before,) = panels(window)
    window.set_comfort(window.comfort.but(theme="dark").sized(window.comfort.size + 6))
    wait(lambda: ready(window))
    after = made_everywhere(window)
    assert after is not before and after.fits(window.theme, window.view.document().defaultFont())
    drawn.clear()
    reader.press("F")
    assert reader.bench.asking is not None and not drawn


def test_a_panel_in_use_keeps_its_rows(reader: Reader) -> None:
    reader.mark("G", "بغداد")
    reader.press("A")
    (panel,) = [each for each in panels(reader.window) if each.isVisible()]
    wait(lambda: len(panel.model.rows) == 29)
    parts = PartsAhead(reader.window)
    wait(lambda: parts.finished)
    assert len(panel.model.rows) == 29 and panel.isVisible()
    parts.detach()


def test_a_window_in_the_place_of_another_has_them_too(reader: Reader) -> None:
    wait(lambda: ready(reader.window))
    reader.session.reopen("")
    window = reader.session.window
    assert window is not reader.window
    wait(lambda: ready(window))
    assert len(panels(window)) == 1
