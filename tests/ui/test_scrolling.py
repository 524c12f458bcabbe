"""The page follows the caret without a clock: where it goes, what it glides, and when it does not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QVariantAnimation
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from app.ui.application import make_application
from app.ui.article.scrolling import Scrolling
from app.ui.comfort import LEAST, USUAL

Move = QTextCursor.MoveOperation


class Followed(QTextEdit):
    """A long text whose scrolling can be looked at; it is watched, though no screen is there."""

    def __init__(self) -> None:
        super().__init__()
        self.setPlainText("\n".join(f"السطر رقم {number}" for number in range(400)))
        self.resize(400, 600)
        self.scrolling = Scrolling(self)
        self.scrolling.watched = True

    def move(self, step: Move, count: int = 1) -> None:  # type: ignore[override]
        cursor = self.textCursor()
        cursor.movePosition(step, QTextCursor.MoveMode.MoveAnchor, count)
        self.setTextCursor(cursor)
        self.scrolling.reveal()

    def land(self) -> None:
        """The end of the glide, whatever the clock says."""
        self.scrolling.glide.setCurrentTime(self.scrolling.glide.duration())

    @property
    def gliding(self) -> bool:
        return self.scrolling.glide.state() == QVariantAnimation.State.Running

    @property
    def third(self) -> bool:
        """Whether the caret's line stands in the middle third."""
        height, line = self.viewport().height(), self.cursorRect()
        return height // 3 <= line.top() and line.bottom() <= height - height // 3


@pytest.fixture
def text(qtbot: object) -> Iterator[Followed]:
    make_application()  # with our fonts, whichever test comes first
    made = Followed()
    made.show()
    document = made.document()
    document.documentLayout().blockBoundingRect(document.lastBlock())  # else Qt lays the end out when it finds time
    made.move(Move.Down, 200)
    yield made
    made.close()


def test_an_article_opens_where_its_caret_is_without_gliding(text: Followed) -> None:
    assert not text.gliding and text.third


@pytest.mark.parametrize("step", [Move.Down, Move.Up])
def test_the_line_glides_into_the_middle_third(text: Followed, step: Move) -> None:
    for _ in range(20):
        before = text.verticalScrollBar().value()
        text.move(step)
        text.land()
        assert text.third
    assert text.verticalScrollBar().value() != before


def test_the_first_painting_after_a_key_shows_the_caret(text: Followed) -> None:
    text.move(Move.Down, 40)
    assert text.gliding
    assert text.viewport().rect().contains(text.cursorRect())
    text.land()
    assert text.third


def test_the_next_key_takes_the_glide_over(text: Followed) -> None:
    text.move(Move.Down, 12)
    text.scrolling.glide.setCurrentTime(40)
    under_way = text.verticalScrollBar().value()
    text.move(Move.Down)
    assert text.gliding
    assert text.scrolling.glide.startValue() == under_way
    text.land()
    assert text.third


def test_a_key_that_is_held_down_never_waits(text: Followed) -> None:
    text.move(Move.Down, 12)
    text.scrolling.repeating = True
    text.move(Move.Down)
    assert not text.gliding and text.third


def test_whoever_scrolls_is_not_pulled_back(text: Followed) -> None:
    text.move(Move.Down, 12)
    text.verticalScrollBar().triggerAction(text.verticalScrollBar().SliderAction.SliderPageStepAdd)
    assert not text.gliding


@pytest.mark.parametrize("watched", [False, True])
def test_nothing_glides_where_nobody_sees_it_or_wants_it(text: Followed, watched: bool) -> None:
    text.scrolling.watched = watched
    text.scrolling.follow(USUAL.but(smooth=not watched))
    text.move(Move.Down, 12)
    assert not text.gliding and text.third


def test_at_the_ends_there_is_no_empty_space(text: Followed) -> None:
    text.move(Move.End)
    text.move(Move.Start)
    text.land()
    assert text.verticalScrollBar().value() == 0
    text.scrolling.repeating = True
    text.move(Move.End)
    assert text.verticalScrollBar().value() == text.verticalScrollBar().maximum()


def test_the_page_moves_as_little_as_possible_where_that_is_wanted(text: Followed) -> None:
    text.scrolling.follow(USUAL.but(scroll=LEAST, smooth=False))
    before = text.verticalScrollBar().value()
    text.move(Move.Up, 5)
    assert text.verticalScrollBar().value() == before
    text.move(Move.Up, 40)
    assert text.cursorRect().top() == int(text.viewport().height() * 0.14)


def test_a_line_higher_than_a_third_stands_in_the_middle(text: Followed) -> None:
    font = text.font()
    font.setPixelSize(200)
    text.document().setDefaultFont(font)
    text.scrolling.follow(USUAL.but(smooth=False))
    text.move(Move.Down, 2)
    assert abs(text.cursorRect().center().y() - text.viewport().height() // 2) <= 2


@pytest.mark.parametrize("size", [10, 40])
def test_the_carets_line_stays_at_its_height_while_the_text_is_laid_out_anew(text: Followed, size: int) -> None:
    before = text.cursorRect().top()
    with text.scrolling.held():
        font = text.font()
        font.setPixelSize(size)
        text.document().setDefaultFont(font)
    assert abs(text.cursorRect().top() - before) <= 1
