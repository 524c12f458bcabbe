"""All quotes and claims in a table: opened, sorted, filtered, gone to, copied and exported by keys."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.exchange.tables import guarded, tsv
from app.store.frames import COLUMNS
from app.ui.frames.panel import FramesPanel
from tests.journeys.conftest import TEXT, OpenReader, Reader

OTHER = 'وصل وفد إلى دمشق.\n\nقالت ليلى حداد إن "الطريق مفتوح".'
PLAIN = Qt.KeyboardModifier.NoModifier


def press(key: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, held)
    QApplication.processEvents()


def type_(text: str) -> None:
    for letter in text:  # QTest knows the keys of Latin letters alone
        event = QKeyEvent(QEvent.Type.KeyPress, ord(letter.upper()), PLAIN, letter)
        QApplication.sendEvent(QApplication.focusWidget(), event)


def panel(reader: Reader) -> FramesPanel:
    return next(each for each in reader.window.findChildren(FramesPanel) if each.isVisible())


def settle(reader: Reader) -> FramesPanel:
    """Until what was asked for is listed."""
    shown = panel(reader)
    for _ in range(500):
        if not shown._pause.isActive() and not shown._listing.running:
            return shown
        QTest.qWait(10)
    raise AssertionError("the listing never ends")


def column(reader: Reader, name: str) -> list[str]:
    shown = settle(reader)
    rows = (shown.model.row(number) for number in range(len(shown.model.ids)))
    return [shown._cells.cell(row, name) for row in rows if row is not None]


@pytest.fixture
def busy(open_reader: OpenReader) -> Reader:
    """Two articles with three quotes and a claim; the first is open."""
    reader = open_reader(TEXT, OTHER)
    reader.press("Ctrl+PgDown")
    reader.mark("P", "ليلى حداد")
    reader.quote_by_hand("مفتوح")
    reader.press("S", "Return", "U", "Return")
    reader.press("Ctrl+PgUp")
    reader.mark("P", "سليم الناصر")
    reader.quote_by_hand("مستعدة")
    reader.press("S", "Return", "U", "Return")
    reader.go_to("بغداد")
    reader.press("C", "S", "0")
    reader.quote_by_hand("مؤمّن")
    reader.press("S", "0")
    return reader


WORDS = ['"العاصمة مستعدة للقمة"', "وشارك وفد", '"التمويل مؤمّن"', '"الطريق مفتوح"']


def begins(reader: Reader) -> list[str]:
    """The rows by how their words begin."""
    found = column(reader, "words")
    return [next(known for known in WORDS if text.startswith(known)) for text in found]


def test_the_table_opens_with_the_articles_frames_and_again_with_the_projects(busy: Reader) -> None:
    busy.press("Ctrl+T")
    assert begins(busy) == WORDS[:3]
    assert column(busy, "speaker") == ["سليم الناصر", "الصحفي", "ضمير مستتر"]
    assert panel(busy).table.isColumnHidden(COLUMNS.index("article"))
    busy.press("Ctrl+T")
    assert begins(busy) == WORDS
    assert not panel(busy).table.isColumnHidden(COLUMNS.index("article"))
    press(Qt.Key.Key_A)
    assert begins(busy) == WORDS[:3]
    type_("ش")  # the twin of A
    assert begins(busy) == WORDS


def test_the_row_of_the_frame_at_hand_is_the_current_one(busy: Reader) -> None:
    busy.press("Ctrl+T")
    assert panel(busy).table.currentIndex().row() == 2


def test_enter_goes_to_the_place_and_closes_the_table(busy: Reader) -> None:
    busy.press("Ctrl+T")
    settle(busy)
    press(Qt.Key.Key_Home)
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Return)
    assert busy.focused().exact == WORDS[0]
    assert busy.window.view.hasFocus()
    assert not [each for each in busy.window.findChildren(FramesPanel) if each.isVisible()]


def test_enter_opens_another_article(busy: Reader) -> None:
    busy.press("Ctrl+T", "Ctrl+T")
    settle(busy)
    for _ in range(4):
        press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert busy.bench.article is not None
    assert busy.bench.article.text == OTHER
    assert busy.focused().exact == WORDS[3]


def test_digits_sort_by_columns_and_turn_round_and_put_back(busy: Reader) -> None:
    busy.press("Ctrl+T", "Ctrl+T")
    settle(busy)
    press(Qt.Key.Key_5)
    rising = begins(busy)
    assert rising != WORDS
    press(Qt.Key.Key_5)
    assert begins(busy) == rising[::-1]
    press(Qt.Key.Key_5)
    assert begins(busy) == WORDS
    type_("٣")  # the digits of an Arabic layout
    assert column(busy, "speaker") == ["ضمير مستتر", "الصحفي", "سليم الناصر", "ليلى حداد"]


def test_the_current_row_stays_current_when_the_order_changes(busy: Reader) -> None:
    busy.press("Ctrl+T", "Ctrl+T")
    settle(busy)
    shown = panel(busy)
    before = shown.model.ids[shown.table.currentIndex().row()]
    press(Qt.Key.Key_5)
    settle(busy)
    assert shown.model.ids[shown.table.currentIndex().row()] == before


def test_a_press_on_a_head_sorts(busy: Reader) -> None:
    busy.press("Ctrl+T")
    shown = settle(busy)
    heads = shown.table.horizontalHeader()
    middle = heads.sectionViewportPosition(4) + heads.sectionSize(4) // 2
    QTest.mouseClick(heads.viewport(), Qt.MouseButton.LeftButton, PLAIN, QPoint(middle, 8))
    assert begins(busy) != WORDS[:3]
    assert heads.sortIndicatorSection() == 4


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("حداد", [3]),
        ("متحدث:حداد", []),  # no column is called so; the words do not stand anywhere either
        ("المتحدث:حداد", [3]),
        ("speaker:حداد", [3]),
        ("words:حداد", []),
        ("ضمير", [2]),
        ("ادعاء", [1]),
        ("العاصمه", [0]),
        ("مختلط مؤمن", [2]),
        ("state:مق", [0, 1, 2, 3]),
    ],
)
def test_the_filter_looks_into_folded_columns(busy: Reader, typed: str, left: list[int]) -> None:
    busy.press("Ctrl+T", "Ctrl+T")
    settle(busy)
    press(Qt.Key.Key_F)
    assert panel(busy).filter.hasFocus()
    type_(typed)
    assert begins(busy) == [WORDS[number] for number in left]


def test_enter_in_the_filter_goes_to_the_rows_and_escape_clears_then_closes(busy: Reader) -> None:
    busy.press("Ctrl+T", "Ctrl+T")
    settle(busy)
    press(Qt.Key.Key_Slash)
    type_("حداد")
    press(Qt.Key.Key_Return)
    shown = settle(busy)
    assert shown.table.hasFocus()
    assert begins(busy) == [WORDS[3]]
    press(Qt.Key.Key_F)
    press(Qt.Key.Key_Escape)
    assert begins(busy) == WORDS
    press(Qt.Key.Key_Escape)
    assert busy.window.view.hasFocus()


def test_rows_are_copied_with_tabs(busy: Reader) -> None:
    busy.press("Ctrl+T")
    settle(busy)
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == 3
    assert lines[0].split("\t")[:5] == ["اقتباس", "مباشر", "سليم الناصر", "قال", WORDS[0]]


def test_the_listing_is_exported_as_csv(busy: Reader, tmp_path: Path) -> None:
    busy.press("Ctrl+T", "Ctrl+T")
    shown = settle(busy)
    shown.export_to(tmp_path / "frames.csv")
    settle(busy)
    with (tmp_path / "frames.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == ["الصنف", "النوع", "المتحدث", "عبارة القول", "كلمات", "الصياغة", "الحالة", "المقال", "التاريخ"]
    assert rows[1][4] == WORDS[0]
    assert len(rows) == 5
    assert shown.note.text()


def test_a_file_that_cannot_be_written_is_told(busy: Reader, tmp_path: Path) -> None:
    busy.press("Ctrl+T")
    shown = settle(busy)
    shown.export_to(tmp_path / "nowhere" / "frames.csv")
    settle(busy)
    assert "frames.csv" in shown.note.text()
    assert shown.note.objectName() == "grave"


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"])
def test_no_cell_is_taken_for_a_formula(cell: str) -> None:
    assert guarded(cell) == f"'{cell}"
    assert tsv([(cell.strip(),)]).startswith("'")
    assert guarded("قال: =1") == "قال: =1"


def test_without_an_article_the_projects_frames_are_shown(open_reader: OpenReader, tmp_path: Path) -> None:
    from app import resources
    from app.store import Store

    path = tmp_path / "empty.tawsim"
    Store.create(path, resources.codebook()).close()
    reader = open_reader(project=path)
    reader.press("Ctrl+T")
    assert settle(reader).whole
    assert panel(reader).model.ids == []
    press(Qt.Key.Key_Return)  # there is nowhere to go
    press(Qt.Key.Key_Escape)


def test_a_long_listing_is_shown_at_once_and_filled_up_behind(busy: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.ui.frames.panel.FIRST", 2)
    monkeypatch.setattr("app.workbench.frame_table.FIRST", 2)
    busy.press("Home", "Esc")
    seen: list[int] = []
    real: Callable[..., None] = FramesPanel._show

    def watched(self: FramesPanel, found: list[str], whole: bool) -> None:
        seen.append(len(found))
        real(self, found, whole)

    monkeypatch.setattr(FramesPanel, "_show", watched)
    busy.press("Ctrl+T")
    assert seen[0] == 2
    assert begins(busy) == WORDS[:3]
