"""Reprints of a wire story: seen together, what each changed, and marks carried over as suggestions."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.annotation import DONE, NEW, PROPAGATED, SUGGESTED
from app.ui.reprints.panel import ReprintsPanel
from tests.journeys.conftest import OpenReader, Reader
from tests.store.reprinting import STORIES, reprints, weather

STORY = STORIES["الميناء"]
WAYS = dict(reprints(STORY, random.Random(2)))


@pytest.fixture
def wire(open_reader: OpenReader) -> Reader:
    """A story, its reprint with another headline and other letters, one with changed words, and what is none."""
    texts = (
        STORY,
        WAYS["another headline and a byline"].replace("أ", "ا"),
        WAYS["a word changed in every paragraph"],
        STORIES["السد"],
        weather(random.Random(1)),
    )
    return open_reader(*texts)


def wait(until: Callable[[], object]) -> None:
    for _ in range(400):
        if until():
            return
        QTest.qWait(10)
    raise AssertionError("it did not come")


def panel(reader: Reader) -> ReprintsPanel:
    """The list, once everything in it is there."""
    reader.press("Alt+R")
    (found,) = [each for each in reader.window.findChildren(ReprintsPanel) if each.isVisible()]
    settle(found)
    return found


def settle(found: ReprintsPanel) -> None:
    wait(lambda: not found.runner.busy and not found._rest.isActive())


def key(name: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, name, modifier)


def mark(reader: Reader, *words: str) -> None:
    for each in words:
        reader.go_to(each)
        reader.press("P")


def refs(reader: Reader, found: ReprintsPanel) -> list[str]:
    assert found._family is not None
    return [reader.bench.store.article(each.article).ref for each in found._family.prints]


def test_the_reprints_of_the_open_article_are_listed_the_likest_first(wire):
    found = panel(wire)
    assert refs(wire, found) == ["article-1", "article-2"]
    assert found._family.prints[0].likeness > 0.9 > found._family.prints[1].likeness > 0.6
    assert found.list.hasFocus()
    key(Qt.Key.Key_Escape)
    assert wire.window.view.hasFocus()


def test_the_same_key_closes_the_list(wire):
    found = panel(wire)
    key(Qt.Key.Key_R, Qt.KeyboardModifier.AltModifier)
    assert not found.isVisible()


def test_an_article_that_nobody_reprinted_says_so(wire):
    wire.press("Ctrl+PgDown", "Ctrl+PgDown", "Ctrl+PgDown")
    found = panel(wire)
    assert found.list.count() == 0
    assert found.note.text()
    key(Qt.Key.Key_C)
    key(Qt.Key.Key_Return)
    assert found.isVisible()


def test_what_changed_stands_below_the_list_and_is_not_told_by_colour_alone(wire):
    found = panel(wire)
    key(Qt.Key.Key_Down)
    settle(found)
    looks: dict[str, str] = {}
    block = found.changes.document().begin()
    while block.isValid():
        for piece in block.begin():
            made = piece.fragment().charFormat()
            if made.fontStrikeOut():
                looks["gone"] = looks.get("gone", "") + piece.fragment().text()
            elif made.fontUnderline():
                looks["new"] = looks.get("new", "") + piece.fragment().text()
        block = block.next()
    assert looks["new"].replace("كذلك", "") == ""
    (gone, *_) = set(STORY.split()) - set(WAYS["a word changed in every paragraph"].split())
    assert gone.strip(".،") in looks["gone"]
    assert found.changes.document().defaultTextOption().textDirection() == Qt.LayoutDirection.RightToLeft


def test_enter_opens_the_reprint(wire):
    found = panel(wire)
    key(Qt.Key.Key_Down)
    key(Qt.Key.Key_Return)
    assert wire.bench.article.ref == "article-2"
    assert not found.isVisible()
    assert wire.window.view.hasFocus()


def test_marks_are_carried_over_as_suggestions_and_taken_back_in_one_step(wire):
    mark(wire, "حداد", "العواد")
    found = panel(wire)
    key(Qt.Key.Key_C)
    settle(found)
    target = found.current().article
    made = wire.bench.store.annotations(target, wire.bench.layer)
    assert [(each.label, each.exact) for each in made] == wire.marks()
    assert {(each.origin, each.state) for each in made} == {(PROPAGATED, SUGGESTED)}
    assert wire.bench.store.progress(target, wire.bench.layer).status == NEW
    assert found.current().suggested == 2
    key(Qt.Key.Key_C)  # again: nothing is carried over what is there
    settle(found)
    assert len(wire.bench.store.annotations(target, wire.bench.layer)) == 2
    key(Qt.Key.Key_Escape)
    source = wire.bench.article.id
    wire.press("Ctrl+Z")
    assert wire.bench.store.annotations(target, wire.bench.layer) == []
    assert len(wire.bench.store.annotations(source, wire.bench.layer)) == 2


def test_marks_of_a_reprint_come_to_the_open_article(wire):
    mark(wire, "العواد")
    first = wire.bench.article.id
    wire.press("Ctrl+PgDown")
    found = panel(wire)
    assert found.current().article == first
    key(Qt.Key.Key_C)
    settle(found)
    key(Qt.Key.Key_Escape)
    assert wire.marks() == [("PERS", "العواد")]
    wire.press("Tab", "Return")
    (made,) = wire.bench.marks
    assert made.state == "accepted"


def test_shift_c_carries_over_to_all_that_nobody_has_begun(wire):
    mark(wire, "حداد")
    wire.press("Ctrl+PgDown", "Ctrl+PgDown")
    mark(wire, "نقيبهم")
    wire.press("Ctrl+PgUp", "Ctrl+PgUp")
    found = panel(wire)
    key(Qt.Key.Key_C, Qt.KeyboardModifier.ShiftModifier)
    settle(found)
    store, layer = wire.bench.store, wire.bench.layer
    ids = {store.article(each.article).ref: each.article for each in found._family.prints}
    assert [each.exact for each in store.annotations(ids["article-1"], layer)] == ["حداد"]
    assert [each.exact for each in store.annotations(ids["article-2"], layer)] == ["نقيبهم"]


def test_what_is_not_carried_over_is_told(wire):
    gone = next(word for word in STORY.split() if word not in WAYS["a word changed in every paragraph"].split())
    mark(wire, "حداد", gone)
    count = len(wire.marks())
    found = panel(wire)
    key(Qt.Key.Key_Down)
    key(Qt.Key.Key_C)
    settle(found)
    kept = wire.bench.store.annotations(found.current().article, wire.bench.layer)
    assert len(kept) < count
    assert "لم يُنقل" in found.note.text()


def test_a_reader_in_english_reads_the_same_from_left_to_right(open_reader, monkeypatch):
    from app.ui import settings

    monkeypatch.setattr(settings, "read", lambda name, usual="": "en" if name == "language" else usual)
    reader = open_reader(STORY, WAYS["last paragraphs cut"])
    found = panel(reader)
    assert found.accessibleName() == "Reprints of this article"
    assert "words gone" in found.summary.text()
    assert found.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_the_queue_has_a_quiet_sign_with_the_count(wire):
    wire.window.looking._next.start(0)
    panel(wire)
    key(Qt.Key.Key_Escape)
    model = wire.window.queue.model
    wait(lambda: "≈" in model.data(model.index(0)))
    shown = [model.data(model.index(row)) for row in range(model.rowCount())]
    assert [text.split()[0] if "≈" in text else "" for text in shown] == ["≈2", "≈2", "≈2", "", ""]


def test_reprints_are_looked_for_while_nobody_waits(wire):
    store = wire.bench.store
    assert store.reprints.left() == 5
    wire.window.looking._next.start(0)
    wait(lambda: store.reprints.left() == 0)
    assert [len(cluster) for cluster in store.reprints.clusters()] == [3]


def test_a_done_article_stays_done_when_its_marks_are_carried_over(wire):
    mark(wire, "حداد")
    wire.press("Ctrl+Return", "Ctrl+Return")
    first = wire.bench.store.article_by_ref("article-0").id
    wire.bench.open_article(first)
    found = panel(wire)
    assert found._family.marks == 1
    key(Qt.Key.Key_C)
    settle(found)
    assert wire.bench.store.progress(first, wire.bench.layer).status == DONE


def test_plus_and_minus_ask_for_more_or_less_likeness_in_the_whole_project(wire):
    found = panel(wire)
    assert found.heading.text() == "ما أعاد نشر هذا المقال، بتشابه لا يقلّ عن 60%"
    least = found._family.prints[1].likeness
    steps = 0
    while 0.6 + 0.05 * steps <= least:
        QTest.keyClicks(QApplication.focusWidget(), "+")
        settle(found)
        steps += 1
    assert refs(wire, found) == ["article-1"]
    assert wire.bench.store.reprints.threshold() == pytest.approx(0.6 + 0.05 * steps)
    assert found.list.hasFocus()
    for _ in range(steps):
        QTest.keyClicks(QApplication.focusWidget(), "-")
        settle(found)
    assert refs(wire, found) == ["article-1", "article-2"]
    key(Qt.Key.Key_Escape)
