"""The same everywhere: A on a mark, and Enter; A again for the corpus."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app import resources
from app.domain.article import new_article
from app.store import DiskFull, Store
from app.ui.everywhere import Everywhere
from app.workbench.actions import marking
from app.workbench.bench import Workbench
from app.workbench.place import Place
from tests.journeys.conftest import OpenReader, Reader
from tests.journeys.screen import MISSING, Screen, wait_for

CITY = """وصل الوفد إلى بغداد اليوم

قال محافظ بغداد إن الوفد سيغادر بغداد غداً، وإن جامعة بغداد تستقبله.

وتوجه الوفد للسعودية من بَغْـداد، وقالت السعودية إنها ترحب ببغداد.
"""
FAR = "اجتماع في بغداد بعيداً\nوبغداد تستعد"
NONE = "لا شيء هنا"


def panel(reader: Reader) -> Everywhere:
    found = [each for each in reader.session.window.findChildren(Everywhere) if each.isVisible()]
    assert len(found) == 1, "the preview is open"
    return found[0]


def closed(reader: Reader) -> bool:
    return not any(each.isVisible() for each in reader.session.window.findChildren(Everywhere))


def type_(*keys: str) -> None:
    """Press keys wherever the keyboard is."""
    for key in keys:
        stroke = QKeySequence(key)[0]  # type: ignore[index]
        QTest.keyClick(QApplication.focusWidget(), stroke.key(), stroke.keyboardModifiers())
        QApplication.processEvents()


def type_arabic(modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """What the key of A sends under an Arabic layout; Qt's own test keys know only Latin ones."""
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
        QApplication.sendEvent(QApplication.focusWidget(), QKeyEvent(kind, ord("ش"), modifiers, "ش"))
    QApplication.processEvents()


def wait(until: Callable[[], bool]) -> None:
    for _ in range(500):
        if until():
            return
        QTest.qWait(10)
    raise AssertionError("it never came to an end")


def widen(reader: Reader) -> Everywhere:
    """Press A in the preview, and wait until the corpus has been looked through."""
    type_("A")
    shown = panel(reader)
    wait(lambda: not shown.bar.isVisible())
    return shown


def test_two_keys_mark_the_same_in_the_whole_article(open_reader: OpenReader) -> None:
    reader = open_reader(CITY)
    reader.mark("G", "بغداد")
    caret = reader.bench.place
    before = reader.presses
    reader.press("A")
    type_("Return")
    assert reader.presses - before == 1
    assert closed(reader)
    assert reader.marks() == [("GPE", "بغداد")] * 4 + [("GPE", "بَغْـداد"), ("GPE", "بغداد")]
    assert reader.bench.place == caret
    assert QApplication.focusWidget() is reader.session.window.view
    assert "5" in reader.said()
    assert [mark.origin for mark in reader.bench.marks] == ["manual", *["propagated"] * 5]
    reader.press("Ctrl+Z")
    assert reader.marks() == [("GPE", "بغداد")]
    assert reader.bench.place == caret, "so that A can be pressed again"
    reader.press("Ctrl+Y")
    assert len(reader.marks()) == 6
    assert reader.bench.place == caret


def test_undo_shows_what_it_took_back_far_away(open_reader: OpenReader) -> None:
    reader = open_reader("بغداد\n" + "كلام كثير عن أمور أخرى. " * 100 + "\nوبغداد")
    reader.mark("G", "بغداد")
    reader.press("A")
    type_("Return")
    reader.press("Ctrl+Z")
    assert reader.bench.place.caret == reader.find("بغداد", 2).start


def test_a_hidden_article_is_marked_whole_and_normalized(open_reader: OpenReader) -> None:
    reader = open_reader(CITY)
    reader.mark("G", "السعودية")
    reader.press("A")
    type_("Return")
    first = next(iter(reader.bench.marks))
    assert (first.exact, first.attributes["normalized"]) == ("للسعودية", "السعودية")


def test_some_are_left_out_with_the_space_bar(open_reader: OpenReader) -> None:
    reader = open_reader(CITY)
    reader.mark("G", "بغداد")
    reader.press("A")
    type_("Space", "Down", "Down", "Space", "Return")
    assert [mark.start for mark in reader.bench.marks] == [
        reader.find("بغداد", nth).start if exact == "بغداد" else reader.find(exact).start
        for nth, exact in ((1, "بغداد"), (3, "بغداد"), (0, "بَغْـداد"), (5, "بغداد"))
    ]


def test_none_and_all_again(open_reader: OpenReader) -> None:
    reader = open_reader(CITY)
    reader.mark("G", "بغداد")
    reader.press("A")
    shown = panel(reader)
    type_("Ctrl+A")
    assert shown.model.ticked() == []
    type_("Return")
    assert shown.isVisible(), "there was nothing to mark, and that was said"
    assert shown.note.text()
    type_arabic(Qt.KeyboardModifier.ControlModifier)
    assert len(shown.model.ticked()) == 5
    type_("Escape")
    assert closed(reader)
    assert reader.marks() == [("GPE", "بغداد")]


def test_inside_a_longer_mark_it_is_chosen_by_hand(open_reader: OpenReader) -> None:
    reader = open_reader(CITY)
    reader.mark("O", "جامعة بغداد")
    reader.mark("G", "بغداد")
    reader.press("A")
    shown = panel(reader)
    assert [each.other for each in shown.model.rows] == ["", "", "ORG", "", ""]
    type_("Ctrl+A", "Ctrl+A")
    assert len(shown.model.ticked()) == 4
    type_("Down", "Down", "Space", "Return")
    assert len(reader.marks()) == 7


def test_what_is_marked_already_cannot_be_ticked(open_reader: OpenReader) -> None:
    reader = open_reader(CITY)
    reader.mark("P", "بغداد", 2)
    reader.mark("G", "بغداد")
    reader.press("A")
    shown = panel(reader)
    type_("Space", "Ctrl+A", "Ctrl+A")
    assert len(shown.model.ticked()) == 4
    type_("Return")
    assert reader.marks().count(("PERS", "بغداد")) == 1
    assert reader.marks().count(("GPE", "بغداد")) == 4


def test_a_second_press_looks_through_the_corpus(open_reader: OpenReader) -> None:
    reader = open_reader(CITY, FAR, NONE)
    reader.mark("G", "بغداد")
    reader.press("A")
    shown = widen(reader)
    assert [row.exact for row in shown.model.rows][-2:] == ["بغداد", "بغداد"]
    assert len(shown.model.ticked()) == 7
    type_("Return")
    assert "7" in reader.said()
    assert "2" in reader.said()
    store, layer = reader.bench.store, reader.bench.layer
    assert [row.status for row in store.queue(layer)] == ["in_progress", "in_progress", "new"]
    assert [row.marks for row in store.queue(layer)] == [6, 2, 0]
    reader.press("Ctrl+PgDown")
    assert reader.marks() == [("GPE", "بغداد")] * 2
    reader.press("Ctrl+Z")
    assert reader.bench.article is not None
    assert reader.bench.article.ref == "article-1", "undo stays in an article that it changes"
    assert reader.marks() == []
    assert [row.status for row in store.queue(layer)] == ["in_progress", "new", "new"]
    assert [row.marks for row in store.queue(layer)] == [1, 0, 0]
    reader.press("Ctrl+Y")
    assert reader.marks() == [("GPE", "بغداد")] * 2
    reader.press("Ctrl+PgUp")
    assert len(reader.marks()) == 6


def test_the_arabic_layout_works_the_same(open_reader: OpenReader) -> None:
    reader = open_reader(CITY, FAR)
    reader.mark("G", "بغداد")
    reader.press("A")
    shown = panel(reader)
    type_arabic()
    wait(lambda: not shown.bar.isVisible())
    assert len(shown.model.rows) == 7


def test_a_cue_is_found_everywhere_too(open_reader: OpenReader) -> None:
    reader = open_reader(CITY)
    reader.mark("I", "قال")
    reader.press("A")
    assert panel(reader).model.rows == [], "وقالت is another form"
    assert panel(reader).note.text()
    type_("Return")
    assert closed(reader)


def test_without_a_mark_it_says_so(open_reader: OpenReader) -> None:
    reader = open_reader(CITY)
    reader.go_to("بغداد")
    reader.press("A")
    assert closed(reader)
    assert reader.said()


@pytest.fixture
def gate() -> Iterator[Event]:
    """What the worker waits for before it begins to look through the corpus."""
    made = Event()
    yield made
    made.set()


def test_escape_stops_a_search_and_then_leaves(open_reader: OpenReader, gate: Event) -> None:
    reader = open_reader(CITY, FAR)
    reader.mark("G", "بغداد")
    reader.bench.worker.start("Wait", lambda job: gate.wait(60))
    reader.press("A")
    type_("A")
    shown = panel(reader)
    type_("Return")
    assert shown.isVisible(), "half of what will be found is not marked"
    assert shown.bar.isVisible()
    type_("Escape")
    gate.set()
    wait(lambda: not shown.bar.isVisible())
    assert shown.isVisible()
    assert len(shown.model.rows) == 5
    type_("Escape")
    assert closed(reader)
    assert len(reader.marks()) == 1


def test_a_preview_that_is_left_stops_its_search(open_reader: OpenReader, gate: Event) -> None:
    reader = open_reader(CITY, FAR)
    reader.mark("G", "بغداد")
    job = reader.bench.worker.start("Wait", lambda job: gate.wait(60))
    reader.press("A")
    type_("A")
    QTest.mouseClick(reader.session.window.strip, Qt.MouseButton.LeftButton)
    assert closed(reader)
    gate.set()
    wait(lambda: job.finished)
    reader.press("A")
    assert len(widen(reader).model.rows) == 7, "the worker is free again"


def test_what_another_program_marked_meanwhile_is_not_marked_over(open_reader: OpenReader) -> None:
    reader = open_reader(CITY, FAR)
    reader.mark("G", "بغداد")
    reader.press("A")
    shown = widen(reader)
    with Store.open(reader.bench.store.path) as store:
        other = Workbench(store, author="sana", layer=reader.bench.layer)
        other.open_article(shown.model.rows[-1].article)
        other.put(Place.at(shown.model.rows[-1].span.start))
        marking.mark(other, "entity", "PERS")
        assert [(mark.label, mark.exact) for mark in other.marks] == [("PERS", "بغداد")]
    shown.list.setFocus()
    QTest.keyClick(shown.list, Qt.Key.Key_Return)
    assert shown.isVisible()
    assert reader.bench.store.counts("sana")["entities"] == 2, "nothing is half done"
    assert shown.note.objectName() == "grave"
    assert len(shown.model.ticked()) == 6
    QTest.keyClick(shown.list, Qt.Key.Key_Return)
    assert closed(reader)
    assert reader.bench.store.counts("sana")["entities"] == 8


def test_a_full_disk_marks_nothing_and_leaves_the_preview(
    open_reader: OpenReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = open_reader(CITY)
    reader.mark("G", "بغداد")
    reader.press("A")

    def full(*_: object) -> None:
        raise DiskFull("{path}: the disk is full.", path="project")

    monkeypatch.setattr(reader.bench.store, "write", full)
    type_("Return")
    assert "project" in panel(reader).note.text()
    assert "project" in reader.said()
    monkeypatch.undo()
    type_("Return")
    assert len(reader.marks()) == 6


def test_the_words_stand_one_below_the_other(open_reader: OpenReader) -> None:
    reader = open_reader(CITY)
    reader.mark("G", "بغداد")
    reader.press("A")
    shown = panel(reader)
    window = reader.session.window
    tint = window.theme.of(reader.bench.codebook.label("entity", "GPE")).rgb()
    picture = shown.list.viewport().grab().toImage()
    middles = []
    for row in range(5):
        place = shown.list.visualRect(shown.model.index(row))
        tinted = [
            x
            for x in range(place.left(), place.right())
            if any(picture.pixel(x, y) == tint for y in range(place.top(), place.bottom()))
        ]
        middles.append((tinted[0] + tinted[-1]) / 2)
    assert max(middles) - min(middles) <= 2


def test_a_click_ticks_as_the_space_bar_does(open_reader: OpenReader) -> None:
    reader = open_reader(CITY)
    reader.mark("G", "بغداد")
    reader.press("A")
    shown = panel(reader)
    for ticked in (4, 5):
        place = shown.list.visualRect(shown.model.index(1))
        QTest.mouseClick(shown.list.viewport(), Qt.MouseButton.LeftButton, pos=place.center())
        assert len(shown.model.ticked()) == ticked


def test_rows_are_read_out(open_reader: OpenReader) -> None:
    reader = open_reader(CITY)
    reader.mark("O", "جامعة بغداد")
    reader.mark("G", "بغداد")
    reader.press("A")
    model = panel(reader).model
    texts = [model.data(model.index(row), Qt.ItemDataRole.AccessibleTextRole) for row in range(3)]
    assert all("بغداد" in text for text in texts)
    assert "ORG" in texts[2]
    assert panel(reader).list.accessibleName()


@pytest.mark.screen
@pytest.mark.slow
@pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}")
@pytest.mark.parametrize("layout", ["us", "ara"])
def test_real_keys_do_the_same_on_both_layouts(tmp_path: Path, layout: str) -> None:
    project = tmp_path / f"{layout}.tawsim"
    with Store.create(project, resources.codebook()) as store:
        store.add_articles([new_article("near", CITY), new_article("far", FAR)])

    def counted() -> tuple[int, int]:
        with Store.open(project, readonly=True) as store:
            counts = store.counts()
        return counts["edits"], counts["entities"]

    def mark_now() -> bool:
        screen.press("Return")  # while the corpus is looked through, it only says so
        return counted()[0] == 2

    screen = Screen(layout, tmp_path)
    try:
        screen.open(project)
        screen.press("Home", "Left", "Left", "Left", "G")
        wait_for(lambda: counted() == (1, 1), "the first mark")
        screen.press("A", "A", "Ctrl+A", "Ctrl+A", "Down", "Space")
        wait_for(mark_now, "the others")
    finally:
        screen.close()
    assert counted() == (2, 7)


def long_article(names: int) -> str:
    """An article in which بغداد stands that often, far more than the list has room for."""
    return "\n\n".join(f"وصل الوفد رقم {number} إلى بغداد ثم غادرها مساءً بعد لقاءات طويلة." for number in range(names))


def at_once(*keys: Qt.Key) -> None:
    """Keys pressed so fast that the window has no turn in between."""
    for key in keys:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)


def test_enter_right_behind_a_marks_all_of_them_though_few_are_listed_yet(open_reader: OpenReader) -> None:
    reader = open_reader(long_article(300))
    reader.mark("G", "بغداد")
    at_once(Qt.Key.Key_A)
    assert 0 < len(panel(reader).model.rows) < 299, "the others are still being looked for"
    at_once(Qt.Key.Key_Return)
    QApplication.processEvents()
    assert closed(reader)
    assert reader.marks() == [("GPE", "بغداد")] * 300
    assert "299" in reader.said()
    reader.press("Ctrl+Z")
    wait(lambda: len(reader.marks()) == 1)


def test_the_list_comes_to_all_of_them_in_the_order_of_the_text(open_reader: OpenReader) -> None:
    reader = open_reader(long_article(300))
    reader.mark("G", "بغداد")
    at_once(Qt.Key.Key_A)
    shown = panel(reader)
    wait(lambda: len(shown.model.rows) == 299)
    starts = [each.span.start for each in shown.model.rows]
    assert starts == sorted(starts)
    assert starts == [reader.find("بغداد", nth).start for nth in range(2, 301)]
    wait(lambda: "299" in shown.counts.text())
    assert shown.model.tick_count == 299


def test_none_right_behind_a_is_none_of_them(open_reader: OpenReader) -> None:
    reader = open_reader(long_article(300))
    reader.mark("G", "بغداد")
    at_once(Qt.Key.Key_A)
    type_("Ctrl+A")
    shown = panel(reader)
    assert len(shown.model.rows) == 299
    assert shown.model.tick_count == 0
    type_("Return")
    assert shown.isVisible() and len(reader.marks()) == 1


def test_every_row_in_view_is_painted_a_few_at_a_time(open_reader: OpenReader) -> None:
    reader = open_reader(long_article(60))
    reader.mark("G", "بغداد")
    reader.press("A")
    shown = panel(reader)
    wait(lambda: len(shown.model.rows) == 59)
    tint = reader.window.theme.of(reader.bench.codebook.label("entity", "GPE")).rgb()

    def painted(row: int) -> bool:
        picture = shown.list.viewport().grab().toImage()
        place = shown.list.visualRect(shown.model.index(row))
        inside = ((x, y) for x in range(place.left(), place.right()) for y in range(place.top(), place.bottom()))
        return any(picture.pixel(x, y) == tint for x, y in inside)

    last = shown.list.indexAt(shown.list.viewport().rect().bottomLeft()).row() - 1
    assert last > 8
    wait(lambda: painted(last))
    assert painted(0)
    type_("End")
    wait(lambda: painted(58))


def test_the_panel_that_stays_shows_nothing_of_the_mark_before(open_reader: OpenReader) -> None:
    reader = open_reader(CITY, FAR)
    reader.mark("G", "بغداد")
    reader.press("A")
    first = widen(reader)
    assert len(first.model.rows) == 7
    type_("Ctrl+A", "Escape")
    assert closed(reader)
    reader.mark("G", "السعودية")
    reader.press("A")
    shown = panel(reader)
    assert shown is first
    assert "السعودية" in shown.heading.text()
    assert [each.exact for each in shown.model.rows] == ["للسعودية"]
    assert shown.model.tick_count == 1
    assert shown.note.text() == ""
    assert not shown.bar.isVisible()
    assert len(widen(reader).model.rows) == 1
    type_("Return")
    assert [exact for _, exact in reader.marks()] == ["بغداد", "للسعودية", "السعودية"]
    assert QApplication.focusWidget() is reader.window.view


def test_another_theme_has_a_panel_of_its_own(open_reader: OpenReader) -> None:
    reader = open_reader(CITY)
    reader.mark("G", "بغداد")
    reader.press("A")
    first = panel(reader)
    type_("Escape")
    reader.window.ask("view.theme.dark")
    reader.press("A")
    assert panel(reader) is not first
    assert panel(reader).model.tick_count == 5
