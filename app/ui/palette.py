"""The palette (Ctrl+K): every action, label, register entry and article by its Arabic or English name, folded."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.ui.choices import Choice, Choices
from app.ui.overlay import Overlay
from app.ui.rowpaint import GROUP, KEYS, RULE, RowPainter
from app.ui.theme import Theme
from app.ui.words import isolated, tr
from app.workbench.matching import LETTERS, fold

_MOST = 60
OtherLayout = Callable[[str], tuple[str, ...]]


class Palette(Overlay):
    """Type to filter, arrows to choose, Enter to do. ``other(typed)`` says what the keys type on the other layout."""

    def __init__(self, choices: Choices, other: OtherLayout, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, 620, 460)
        self.setAccessibleName(tr("Palette"))
        self._source, self._other = choices, other
        self._choices = choices.all()
        self._recent = len(choices.recent())
        self._offered: list[Choice] = []
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("An action, a label, a name of the register or an article …"))
        self.field.setAccessibleName(tr("Palette"))
        self.list = QListWidget()
        self.list.setAccessibleName(tr("What matches"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(RowPainter(theme, self.list))
        self.note = QLabel()
        self.note.setObjectName("faint")
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 8)
        for part in (self.field, self.list, self.note):
            column.addWidget(part)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._filter)
        self.list.currentRowChanged.connect(self._tell)
        self.list.itemClicked.connect(lambda _item: self._take())
        self._filter("")
        self.open(self.field)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up, Down, the page keys and Enter in the field belong to the list."""
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key, count, row = Qt.Key(event.key()), self.list.count(), self.list.currentRow()
            if count and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self.list.setCurrentRow((row + (1 if key == Qt.Key.Key_Down else -1)) % count)
                return True
            if count and key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
                page = 9 if key == Qt.Key.Key_PageDown else -9
                self.list.setCurrentRow(min(max(row + page, 0), count - 1))
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take()
                return True
        return super().eventFilter(watched, event)

    def _filter(self, text: str) -> None:
        self._offered, remark = self._found(text)
        shown = fold(text) == ""
        self.list.clear()
        for number, choice in enumerate(self._offered):
            self.list.addItem(_row(choice, rule=shown and number == self._recent > 0))
        counted = tr("%n matches", len(self._offered)) if self._offered else tr("Nothing is called that.")
        self.note.setText("   ·   ".join(filter(None, [counted, remark])))
        self.list.setCurrentRow(0)
        if not self._offered:
            self._tell(-1)

    def _found(self, text: str) -> tuple[list[Choice], str]:
        """What fits as typed; else the same physical keys on the other layout; else what only has the letters."""
        query = fold(text)
        if not query:
            return self._choices, ""
        found = self._ranked(query, upto=LETTERS) + self._source.looked_up(text)
        if found:
            return found[:_MOST], ""
        for typed in self._other(text):
            found = self._ranked(fold(typed), upto=LETTERS) + self._source.looked_up(typed)
            if found:
                return found[:_MOST], tr("taken as {typed}, the same keys on the other layout").format(
                    typed=isolated(typed)
                )
        return self._ranked(query, upto=LETTERS + 1)[:_MOST], ""

    def _ranked(self, query: str, upto: int) -> list[Choice]:
        """What fits better than ``upto``, the best first; those used last before others that fit as well."""
        fits = [(choice.names.fit(query), choice) for choice in self._choices] if query else []
        return [choice for fit, choice in sorted(fits, key=_fit_of) if fit is not None and fit < upto]

    def _tell(self, row: int) -> None:
        """Say for those who hear it what is chosen, and of how many."""
        item = self.list.item(row)
        told = item.data(Qt.ItemDataRole.AccessibleTextRole) if item is not None else ""
        self.field.setAccessibleDescription("\n".join(filter(None, [told, self.note.text()])))

    def _take(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._offered):
            chosen = self._offered[row]
            self.dismiss()
            chosen.run()


def _fit_of(pair: tuple[int | None, Choice]) -> int:
    return LETTERS + 1 if pair[0] is None else pair[0]


def _row(choice: Choice, rule: bool) -> QListWidgetItem:
    item = QListWidgetItem(choice.title)
    if choice.swatch is not None:
        item.setIcon(choice.swatch)
    item.setData(GROUP, choice.group)
    item.setData(KEYS, choice.keys)
    item.setData(RULE, rule)
    item.setData(
        Qt.ItemDataRole.AccessibleTextRole, tr(", ").join(filter(None, [choice.title, choice.group, choice.keys]))
    )
    return item
