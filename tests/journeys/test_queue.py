"""Sharing out the work: the queue by keys, its filters and views, notes, flags, the bin and the progress page."""

from __future__ import annotations

import csv
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.domain.annotation import DONE, EXCLUDED, FLAGGED, IN_PROGRESS, NEW
from app.ui import queue_rows
from app.ui.card_panel import CardPanel
from app.ui.progress_page import ProgressPage
from app.ui.queue_views import QueueViews
from app.ui.words import tr
from app.workbench.progress import Figure
from app.workbench.queueing import RANDOM, SHORTEST, View
from tests.journeys.conftest import OpenReader, Reader

TEXTS = ("وصل وفد إلى دمشق.", "غادر وفد كبير تونس مساء الأحد.", "زار وفد عمّان.", "اجتماع في بغداد عن المياه والسدود.")


@pytest.fixture
def reader(open_reader: OpenReader) -> Reader:
    return open_reader(*TEXTS)


def listed(reader: Reader) -> list[str]:
    return [row.name for row in reader.bench.queue.page(0, 50)]


def at_row(reader: Reader, number: int) -> None:
    """The keyboard in the list, on that row."""
    pane = reader.session.window.queue
    pane.list.setFocus()
    pane.list.setCurrentIndex(pane.model.index(number))


def press(key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget(), key)


def status_of(reader: Reader, number: int) -> str:
    return reader.session.window.queue.model.row(number).status  # type: ignore[union-attr]


def panel(reader: Reader, kind: type):
    return next(each for each in reader.session.window.findChildren(kind) if each.isVisible())


def test_single_keys_change_the_row_at_hand_and_not_the_open_article(reader: Reader) -> None:
    opened = reader.bench.article
    at_row(reader, 2)
    for status in (IN_PROGRESS, DONE, NEW):
        press(Qt.Key.Key_S)
        assert status_of(reader, 2) == status
    press(Qt.Key.Key_G)
    assert status_of(reader, 2) == FLAGGED
    press(Qt.Key.Key_X)
    assert status_of(reader, 2) == EXCLUDED
    press(Qt.Key.Key_X)
    assert status_of(reader, 2) == IN_PROGRESS
    press(Qt.Key.Key_P)
    assert reader.session.window.queue.model.row(2).priority == 1  # type: ignore[union-attr]
    assert reader.bench.article == opened
    assert [status_of(reader, place) for place in (0, 1, 3)] == [NEW] * 3


def test_the_keys_of_an_arabic_layout_do_the_same(reader: Reader) -> None:
    at_row(reader, 1)
    letters = reader.session.window.commands.table.keymap
    for latin, expected in (("G", FLAGGED), ("S", NEW)):
        twin = letters.twin(latin)
        assert twin
        from PySide6.QtGui import QKeyEvent

        for kind in (QKeyEvent.Type.ShortcutOverride, QKeyEvent.Type.KeyPress):
            event = QKeyEvent(kind, ord(twin), Qt.KeyboardModifier.NoModifier, twin)
            QApplication.sendEvent(reader.session.window.queue.list, event)
        assert status_of(reader, 1) == expected


def test_tags_and_assignees_are_typed_and_taken_back(reader: Reader) -> None:
    at_row(reader, 1)
    press(Qt.Key.Key_T)
    field = panel(reader, CardPanel).field
    assert field.hasFocus()
    field.setText("مياه، سدود , مياه")
    press(Qt.Key.Key_Return)
    article = reader.bench.store.queue("sana")[1].id
    assert reader.bench.store.desk.card(article).tags == ("سدود", "مياه")
    press(Qt.Key.Key_I)
    panel(reader, CardPanel).field.setText("sana")
    press(Qt.Key.Key_Return)
    assert reader.session.window.queue.model.row(1).assignees == ("sana",)  # type: ignore[union-attr]
    reader.press("Ctrl+Z", "Ctrl+Z")
    assert reader.bench.store.desk.card(article).blank


def test_a_note_is_written_from_the_article(reader: Reader) -> None:
    reader.press("Alt+N")
    field = panel(reader, CardPanel).field
    assert isinstance(field, QPlainTextEdit)
    field.setPlainText("راجع العنوان")
    press(Qt.Key.Key_Return)
    assert reader.bench.store.desk.card(reader.bench.article.id).note == "راجع العنوان"
    assert reader.session.window.view.hasFocus()
    reader.press("Alt+N")
    panel(reader, CardPanel).field.setPlainText("غير ذلك")
    press(Qt.Key.Key_Escape)
    assert reader.bench.store.desk.card(reader.bench.article.id).note == "راجع العنوان"


def test_a_flag_is_set_and_taken_away_from_the_article(reader: Reader) -> None:
    reader.press("Alt+F")
    assert reader.bench.progress.status == FLAGGED
    assert reader.said()
    reader.press("Alt+F")
    assert reader.bench.progress.status == IN_PROGRESS
    reader.press("Ctrl+Z")
    assert reader.bench.progress.status == FLAGGED


def test_the_bin_hides_an_article_and_gives_it_back(reader: Reader) -> None:
    at_row(reader, 0)
    press(Qt.Key.Key_Delete)
    assert listed(reader) == list(TEXTS[1:])
    assert reader.bench.article.text == TEXTS[1]
    reader.bench.queue.show(View(query=reader.bench.queue.query.__class__(binned=True)))
    assert listed(reader) == [TEXTS[0]]
    at_row(reader, 0)
    press(Qt.Key.Key_Delete)
    reader.bench.queue.show(View())
    assert listed(reader) == list(TEXTS)


def test_one_article_after_the_other_goes_into_the_bin_and_the_open_one_stays(reader: Reader) -> None:
    at_row(reader, 1)
    press(Qt.Key.Key_Delete)
    press(Qt.Key.Key_Delete)
    assert listed(reader) == [TEXTS[0], TEXTS[3]]
    assert reader.session.window.queue.list.currentIndex().row() == 1
    assert reader.bench.article.text == TEXTS[0]


def test_a_long_name_over_the_note_of_an_article_is_cut_where_it_ends(open_reader: OpenReader) -> None:
    reader = open_reader("وقالت الوزارة في بيان مطول إن أعمال الصيانة في الطريق الدائري ستستمر حتى نهاية الصيف المقبل.")
    at_row(reader, 0)
    press(Qt.Key.Key_N)
    shown = [label.text() for label in panel(reader, CardPanel).findChildren(QLabel)]
    assert any(text.lstrip("\u2068").startswith("وقالت الوزارة") and text.endswith("…\u2069") for text in shown)


def test_an_article_in_the_bin_is_not_opened_again_at_the_start(reader: Reader, open_reader: OpenReader) -> None:
    path = reader.bench.store.path
    at_row(reader, 0)
    press(Qt.Key.Key_Delete)
    reader.session.close()
    again = open_reader(project=path)
    assert again.bench.article.text == TEXTS[1]


def test_filters_and_order_show_at_once_and_are_saved_as_a_view(reader: Reader) -> None:
    at_row(reader, 2)
    press(Qt.Key.Key_G)
    reader.press("Alt+Q")
    views = panel(reader, QueueViews)
    views.statuses[FLAGGED].click()
    assert listed(reader) == [TEXTS[2]]
    views.name.setFocus()
    views.name.setText("المعلَّمة")
    press(Qt.Key.Key_Return)
    views.statuses[FLAGGED].click()
    sort = views.boxes["sort"]
    sort.setCurrentIndex(sort.findData("length"))
    assert listed(reader) == sorted(TEXTS, key=len)
    views.list.setFocus()
    press(Qt.Key.Key_1)
    assert listed(reader) == [TEXTS[2]]
    assert views.statuses[FLAGGED].isChecked()
    press(Qt.Key.Key_Delete)
    assert reader.bench.queue.views() == {}
    press(Qt.Key.Key_Escape)
    assert not views.isVisible()


def test_a_filtered_list_keeps_a_row_that_no_longer_fits_until_it_is_asked_anew(reader: Reader) -> None:
    at_row(reader, 2)
    press(Qt.Key.Key_G)
    query = reader.bench.queue.query.__class__(statuses=(FLAGGED,))
    reader.bench.queue.show(View(query=query))
    at_row(reader, 0)
    press(Qt.Key.Key_G)
    assert listed(reader) == [TEXTS[2]]
    reader.bench.queue.reload()
    assert listed(reader) == []


def test_the_next_article_comes_by_the_rule(reader: Reader) -> None:
    reader.bench.queue.show(View(rule=SHORTEST))
    seen = [reader.bench.article.text]
    for _ in range(3):
        reader.press("Ctrl+PgDown")
        seen.append(reader.bench.article.text)
    assert seen == [TEXTS[0], *sorted((TEXTS[1], TEXTS[2], TEXTS[3]), key=len)]
    reader.press("Ctrl+PgDown")
    assert reader.bench.article.text == seen[-1]
    assert reader.said()
    reader.press("Ctrl+PgUp", "Ctrl+PgUp")
    assert reader.bench.article.text == seen[1]
    reader.press("Ctrl+PgDown")
    assert reader.bench.article.text == seen[2]


def test_a_random_way_is_the_same_for_the_same_seed_and_passes_over_what_is_done(reader: Reader) -> None:
    def way(seed: int) -> list[str]:
        reader.bench.queue.show(View(rule=SHORTEST, seed=seed))
        reader.bench.queue.show(View(rule=RANDOM, seed=seed))
        reader.bench.open_article(reader.bench.store.queue("sana")[0].id)
        found = []
        while (following := reader.bench.queue.step(1)) is not None:
            reader.bench.open_article(following)
            found.append(following)
        return found

    first = way(3)
    assert len(first) == 3
    assert way(3) == first
    assert any(way(seed) != first for seed in range(4, 12))
    at_row(reader, 1)
    press(Qt.Key.Key_S)
    press(Qt.Key.Key_S)
    assert len(way(3)) == 2


def progress_page(reader: Reader) -> ProgressPage:
    """The page, once what draws its charts is read."""
    reader.press("Alt+P")
    until(lambda: any(each.isVisible() for each in reader.window.findChildren(ProgressPage)))
    return panel(reader, ProgressPage)


def test_progress_is_shown_as_charts_with_tables_and_saved(reader: Reader, tmp_path) -> None:
    reader.mark("G", "دمشق")
    reader.press("Ctrl+Return")
    page = progress_page(reader)
    for _ in range(400):
        if page.figures:
            break
        QTest.qWait(10)
    assert [page.table.horizontalHeaderItem(0).text(), page.table.rowCount()] == ["الطبقة", 1]
    cells = [page.table.item(0, column).text() for column in range(1, page.table.columnCount())]
    assert cells == ["3", "0", "1", "0", "0", "4"]
    ids = [figure.id for figure in page.figures]
    for number in range(len(ids)):
        page.list.setCurrentRow(number)
        said = page.chart.plot.accessibleName() if page.chart.isVisibleTo(page) else tr(page.figures[number].title)
        assert said == page.table.accessibleName()
    page.list.setCurrentRow(ids.index("labels"))
    assert page.table.item(0, 1).text() == "1"
    page.save_csv(tmp_path / "labels.csv")
    rows = list(csv.reader((tmp_path / "labels.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert rows == [["التصنيف", "sana"], ["كيان سياسي", "1"]]
    press(Qt.Key.Key_Escape)


def test_a_project_in_which_nobody_has_begun_says_so_and_counts_its_new_articles(reader: Reader) -> None:
    page = progress_page(reader)
    until(lambda: bool(page.figures))
    assert page.note.text() == "4 مقالات · لم يبدأ أحدٌ أيّ مقال بعد."
    assert [page.table.item(0, column).text() for column in range(7)] == ["\u2068sana\u2069", *"400004"]
    assert page.chart.isVisibleTo(page)
    for figure in page.figures[1:]:
        press(Qt.Key.Key_Down)
        assert page.list.hasFocus()
        assert (page.nothing.isVisibleTo(page), page.nothing.text()) == (True, tr(figure.nothing))
        assert not page.chart.isVisibleTo(page)
        assert not page.table.isVisibleTo(page)
        assert not page.save.isEnabled()
    press(Qt.Key.Key_Escape)


def test_days_stand_in_the_chart_as_in_a_calendar(reader: Reader) -> None:
    page = progress_page(reader)
    until(lambda: bool(page.figures))
    days, marks = ("2026-10-30", "2026-11-02"), ((3.0, 1.0), (2.0, 0.0))
    page.chart.show_figure(Figure("marks", "Marks by day", "Day", days, ("a", "b"), marks, days=True))
    bars = [item.opts for item in page.chart.plot.getPlotItem().items]
    assert [list(each["x"]) for each in bars] == [[0, 1, 2, 3]] * 2
    assert [list(each["height"]) for each in bars] == [[3, 0, 0, 2], [1, 0, 0, 0]]
    press(Qt.Key.Key_Escape)


def test_active_time_is_switched_off_on_the_page_and_stays_off(reader: Reader, open_reader: OpenReader) -> None:
    assert reader.bench.activity.on
    page = progress_page(reader)
    before = page.told.text()
    page.timed.click()
    assert not reader.bench.activity.on
    assert page.told.text() != before
    press(Qt.Key.Key_Escape)
    path = reader.bench.store.path
    reader.session.close()
    assert not open_reader(project=path).bench.activity.on


def test_articles_with_findings_are_listed_once_the_checks_have_run(open_reader: OpenReader) -> None:
    reader = open_reader("وصل وفد إلى دمشق.", 'وأضاف أن "التمويل مؤمّن" حتى الربيع.', "زار وفد عمّان.")
    second = reader.bench.store.queue("sana")[1].id
    reader.bench.open_article(second)
    reader.settle()
    quote = reader.quote_by_hand("التمويل")
    reader.press("Alt+Q")
    views = panel(reader, QueueViews)
    views.switches["findings"].click()
    until(lambda: listed(reader) == ['وأضاف أن "التمويل مؤمّن" حتى الربيع.'])
    press(Qt.Key.Key_Escape)
    reader.bench.focus_on(quote)
    reader.press("Del")
    reader.press("Alt+Q")
    views = panel(reader, QueueViews)
    views.switches["findings"].click()
    assert len(listed(reader)) == 3
    views.switches["findings"].click()
    until(lambda: not reader.bench.worker.busy and not listed(reader))


def until(true: Callable[[], bool]) -> None:
    for _ in range(1000):
        if true():
            return
        QTest.qWait(10)
    raise AssertionError("it did not come to that")


def test_the_row_says_how_many_marks_there_are_while_one_works(
    reader: Reader, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted: list[str] = []
    write = queue_rows._write
    monkeypatch.setattr(queue_rows, "_write", lambda *given: (painted.append(given[3]), write(*given)))
    reader.mark("G", "دمشق")
    reader.mark("O", "وفد")
    qtbot.waitUntil(lambda: tr("%n mark(s)", 2) in painted)
    painted.clear()
    reader.press("Ctrl+Z")
    qtbot.waitUntil(lambda: tr("%n mark(s)", 1) in painted)
