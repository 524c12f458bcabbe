"""A small panel for one line of an article's card: its note, its tags, or to whom it is given."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from app.domain.errors import TawsimError
from app.ui import captions
from app.ui.keybuttons import key_buttons
from app.ui.line import Line
from app.ui.overlay import Overlay
from app.ui.usual_keys import ENTERS
from app.ui.words import isolated, tr
from app.workbench import cards
from app.workbench.bench import Workbench

_COMMAS = ",،;؛"
_NAMED = 58  # code points of an article's name in one line
_SHOWN = 24


class CardPanel(Overlay):
    """Enter keeps what is written, Esc leaves it; in a note Shift+Enter begins a line. Names and tags are parted by
    commas."""

    def __init__(
        self, bench: Workbench, what: str, article: str, parent: QWidget, trouble: Callable[[TawsimError], None]
    ) -> None:
        super().__init__(parent, 460, 250 if what == "article.note" else 190)
        self._bench, self._what, self._article, self._trouble = bench, what, article, trouble
        card = bench.store.desk.card(article)
        title = {
            "article.note": tr("Note on the article"),
            "article.tags": tr("Tags, parted by commas"),
            "article.assign": tr("Who shall do it, parted by commas"),
        }[what]
        self.setAccessibleName(title)
        called = bench.store.article(article).name
        name = captions.faint(isolated(called if len(called) <= _NAMED else called[:_NAMED].rstrip() + "…"))
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setMinimumWidth(1)
        column = self.from_top()
        column.addWidget(captions.heading(title))
        column.addWidget(name)
        if what == "article.note":
            self.field = self._add_note(column, card.note)
        elif what == "article.tags":
            self.field = self._add_words(column, card.tags, bench.store.desk.words("tag"))
        else:
            self.field = self._add_words(column, card.assignees, bench.store.desk.words("assignee"))
        self.field.setAccessibleName(title)
        self.field.installEventFilter(self)
        column.addLayout(key_buttons((tr("Keep"), "Enter", self.keep), (tr("Leave"), "Esc", self.dismiss)))
        self.open(self.field)

    def _add_note(self, column: QVBoxLayout, note: str) -> QPlainTextEdit | Line:
        field = QPlainTextEdit(note)
        field.setTabChangesFocus(True)
        field.moveCursor(QTextCursor.MoveOperation.End)
        column.addWidget(field, 1)
        return field

    def _add_words(self, column: QVBoxLayout, words: Sequence[str], known: Sequence[str]) -> QPlainTextEdit | Line:
        """A line of words, and below it those that the project has already."""
        field = Line()
        field.setText("، ".join(words) if self.isRightToLeft() else ", ".join(words))
        column.addWidget(field)
        shown = " · ".join(map(isolated, known[:_SHOWN]))
        used = QLabel(tr("In use: {words}").format(words=shown) if shown else "")
        used.setObjectName("faint")
        used.setWordWrap(True)
        column.addWidget(used, 1)
        field.setAccessibleDescription(used.text())
        return field

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            if event.key() in ENTERS and not shifted:
                self.keep()
                return True
        return super().eventFilter(watched, event)

    def keep(self) -> None:
        """Write it on the card, and close."""
        store, article = self._bench.store, self._article
        try:
            if isinstance(self.field, QPlainTextEdit):
                self._bench.do(cards.note_edit(store, article, self.field.toPlainText()))
            else:
                edit = cards.tags_edit if self._what == "article.tags" else cards.assignees_edit
                self._bench.do(edit(store, article, parted(self.field.text())))
        except TawsimError as error:
            return self._trouble(error)
        self.dismiss()


def parted(text: str) -> list[str]:
    """Names or tags that commas part, Latin or Arabic ones."""
    return text.translate(dict.fromkeys(map(ord, _COMMAS), ",")).split(",")
