"""The palette (Ctrl+K): every action, label, register entry and article by its Arabic or English name, folded."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.ui import captions
from app.ui.choices import Choice, Choices
from app.ui.overlay import Overlay
from app.ui.rowpaint import GROUP, KEYS, RULE, RowPainter
from app.ui.speaking import announce
from app.ui.theme import Theme
from app.ui.usual_keys import ENTERS
from app.ui.words import isolated, tr
from app.workbench.matching import LETTERS, fold

_MOST = 60
_REST = 40  # milliseconds between the last key and the look into the project
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
        self.note = captions.faint()
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 8)
        for part in (self.field, self.list, self.note):
            column.addWidget(part)
        self._later = QTimer(self, singleShot=True, interval=_REST)
        self._later.timeout.connect(self.look_up)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._filter)
        self.list.currentRowChanged.connect(self._describe)
        self.list.itemClicked.connect(lambda _item: self._take())
        self._filter("")
        self.open(self.field)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up, Down, the page keys and Enter in the field belong to the list."""
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key, count, row = event.key(), self.list.count(), self.list.currentRow()
            if count and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self.list.setCurrentRow((row + (1 if key == Qt.Key.Key_Down else -1)) % count)
                return True
            if count and key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
                page = 9 if key == Qt.Key.Key_PageDown else -9
                self.list.setCurrentRow(min(max(row + page, 0), count - 1))
                return True
            if key in ENTERS:
                self._take()
                return True
        return super().eventFilter(watched, event)

    def _filter(self, text: str) -> None:
        """Show at once what is held in memory; what the project has of it follows when the keys rest."""
        query = fold(text)
        found = self._ranked(query, upto=LETTERS) if query else self._choices
        self._show(found)
        if not query:
            return self._later.stop()
        self._later.start()
        if not found:
            self.note.setText("…")

    def look_up(self) -> None:
        """Add entries and articles; where nothing fits as typed, take the same physical keys of the other layout, and
        where nothing fits then either, what has the letters in their order."""
        self._later.stop()
        text = self.field.text()
        for typed in (text, *self._other(text)):
            found = self._ranked(fold(typed), upto=LETTERS) + self._source.looked_up(typed)
            if found:
                remark = tr("taken as {typed}, the same keys on the other layout").format(typed=isolated(typed))
                row = self.list.currentRow()  # what was chosen before the keys rested stays chosen
                return self._show(found, remark if typed != text else "", max(row, 0))
        self._show(self._ranked(fold(text), upto=LETTERS + 1))

    def _show(self, found: list[Choice], remark: str = "", row: int = 0) -> None:
        """List what was found, that row chosen."""
        everything = found is self._choices
        self._offered = found if everything else found[:_MOST]
        self.list.blockSignals(True)  # what is chosen is told once, when all lines are there
        self.list.clear()
        for number, choice in enumerate(self._offered):
            self.list.addItem(_row(choice, rule=everything and number == self._recent > 0))
        counted = tr("%n matches", len(self._offered)) if self._offered else tr("Nothing is called that.")
        self.note.setText("   ·   ".join(filter(None, [counted, remark])))
        self.list.setCurrentRow(min(row, len(self._offered) - 1))
        self.list.blockSignals(False)
        self._describe(self.list.currentRow())
        if not self._later.isActive():
            announce(self.field, self.note.text())

    def _ranked(self, query: str, upto: int) -> list[Choice]:
        """What fits better than ``upto``, the best first; those used last before others that fit as well."""
        fits = [(choice.names.fit(query), choice) for choice in self._choices] if query else []
        return [choice for fit, choice in sorted(fits, key=_fit_of) if fit is not None and fit < upto]

    def _describe(self, row: int) -> None:
        """Say for those who hear it what is chosen, and of how many."""
        item = self.list.item(row)
        told = item.data(Qt.ItemDataRole.AccessibleTextRole) if item is not None else ""
        self.field.setAccessibleDescription("\n".join(filter(None, [told, self.note.text()])))

    def _take(self) -> None:
        if self._later.isActive():
            self.look_up()
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
