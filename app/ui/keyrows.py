"""The rows of the key page: every action by group, a row for each of its keys, on both layouts."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyleOptionViewItem, QTreeWidget, QTreeWidgetItem

from app.ui.theme import Theme, colour
from app.ui.usual_keys import CLEARING, ENTERS
from app.ui.words import in_arabic, key_text, title_of, tr
from app.workbench.actions import Action, Menu
from app.workbench.keys import KeyTable
from app.workbench.matching import LETTERS, Names, fold

TITLE, LATIN, TWIN = range(3)
_ACTION = Qt.ItemDataRole.UserRole + 1
_AT = Qt.ItemDataRole.UserRole + 2
_NONE = "—"


class KeyRows(QTreeWidget):
    """Enter, Insert and Delete work on the chosen cell; arrows choose it; letters go to the search field.

    ``wanted`` tells what shall be done: ``change``, ``add`` or ``remove``.
    """

    wanted = Signal(str)
    typed = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._names: dict[str, Names] = {}
        self.setColumnCount(3)
        self.setHeaderLabels([tr("Action"), tr("Latin key"), tr("Arabic key")])
        self.setRootIsDecorated(False)
        self.setIndentation(12)
        self.setUniformRowHeights(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setAccessibleName(tr("Actions and their keys"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.header()
        header.setSectionsMovable(False)
        header.setStretchLastSection(False)
        header.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        for column in (LATIN, TWIN):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, 150)

    @property
    def action(self) -> str | None:
        """The id of the action in the chosen row."""
        item = self.currentItem()
        return item.data(TITLE, _ACTION) if item is not None else None

    @property
    def at(self) -> int | None:
        """Which of the action's keys stands in the chosen row; None where it has none."""
        item = self.currentItem()
        return item.data(TITLE, _AT) if item is not None else None

    def fill(self, actions: dict[str, Action], table: KeyTable) -> None:
        """Show these keys; the chosen cell stays chosen as far as it is still there."""
        action, at, column = self.action, self.at, max(self.currentColumn(), LATIN)
        self.clear()
        for menu in Menu:
            group = [each for each in actions.values() if each.menu is menu]
            if group:
                head = QTreeWidgetItem([tr(menu.value)])
                head.setFlags(Qt.ItemFlag.ItemIsEnabled)
                font = head.font(TITLE)
                font.setBold(True)
                head.setFont(TITLE, font)
                self.addTopLevelItem(head)
                head.addChildren([row for each in group for row in self._rows(each, table)])
                head.setExpanded(True)
        if action is not None:
            self.choose(action, at or 0, column)

    def choose(self, action: str, at: int = 0, column: int = LATIN) -> None:
        """Choose the cell of that key, else the action's last."""
        mine = [row for row in self._all() if row.data(TITLE, _ACTION) == action]
        if mine:
            self.setCurrentItem(mine[min(at, len(mine) - 1)], column)

    def search(self, query: str) -> int:
        """Show only actions whose name in either language fits; how many do."""
        wanted = fold(query)
        fits = {
            name: not wanted or ((fit := names.fit(wanted)) is not None and fit < LETTERS)
            for name, names in self._names.items()
        }
        return self.show_only(lambda row: fits[row.data(TITLE, _ACTION)])

    def find_key(self, names: Iterable[str], table: KeyTable) -> int:
        """Show only the actions that have one of these keys; how many do."""
        keys = set(names)
        return self.show_only(lambda row: not keys.isdisjoint(table.of(row.data(TITLE, _ACTION))))

    def show_only(self, wanted: Callable[[QTreeWidgetItem], bool]) -> int:
        shown = set()
        for head, rows in self._groups():
            for row in rows:
                row.setHidden(not wanted(row))
            left = [row for row in rows if not row.isHidden()]
            shown |= {row.data(TITLE, _ACTION) for row in left}
            head.setHidden(not left)
        current = self.currentItem()
        if current is None or current.isHidden() or current.parent() is None:
            first = next((row for row in self._all() if not row.isHidden()), None)
            if first is not None:
                self.setCurrentItem(first, max(self.currentColumn(), LATIN))
        return len(shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text = event.key(), event.text()
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if key in ENTERS:
            self.wanted.emit("change")
        elif key == Qt.Key.Key_Insert or text == "+":
            self.wanted.emit("add")
        elif key in CLEARING:
            self.wanted.emit("remove")
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            onward = (key == Qt.Key.Key_Left) == mirrored
            self._choose_column(TWIN if onward else LATIN)
        elif text and text.isprintable() and not text.isspace():
            self.typed.emit(text)
        else:
            column = max(self.currentColumn(), LATIN)
            super().keyPressEvent(event)
            self._choose_column(column)

    def drawRow(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """A soft ground ties the chosen key to the name of its action."""
        current = self.currentIndex()
        if current.isValid() and (current.row(), current.parent()) == (index.row(), index.parent()):
            painter.fillRect(option.rect, colour(self._theme.accent_ground))
        super().drawRow(painter, option, index)

    def _rows(self, action: Action, table: KeyTable) -> list[QTreeWidgetItem]:
        words = action.words
        names = (words.ar, words.en, action.id.rpartition(".")[2]) if words else (in_arabic(action.title), action.title)
        self._names[action.id] = Names(*names)
        rows = []
        for at, key in enumerate(table.keys[action.id]) if table.keys[action.id] else ((None, None),):
            latin = key_text(key.latin) if key else _NONE
            twin = key_text(table.twin(key)) if key and table.twin(key) else _NONE
            row = QTreeWidgetItem([title_of(action) if not at else "", latin, twin])
            row.setData(TITLE, _ACTION, action.id)
            row.setData(TITLE, _AT, at)
            self._describe(row, action, latin, twin, table.changed(action.id))
            rows.append(row)
        return rows

    def _describe(self, row: QTreeWidgetItem, action: Action, latin: str, twin: str, changed: bool) -> None:
        """Changed keys are told by a dot and by words, not by colour alone."""
        own = tr("changed")
        told = {LATIN: tr("{action}: Latin key {key}"), TWIN: tr("{action}: Arabic key {key}")}
        for column, key in ((LATIN, latin), (TWIN, twin)):
            words = told[column].format(action=title_of(action), key=key)
            row.setData(column, Qt.ItemDataRole.AccessibleTextRole, tr(", ").join([words, own]) if changed else words)
            if changed:
                row.setForeground(column, colour(self._theme.accent))
                row.setText(column, f"{key}  •")

    def _choose_column(self, column: int) -> None:
        current = self.currentItem()
        if current is not None:
            self.setCurrentItem(current, column)

    def _groups(self) -> list[tuple[QTreeWidgetItem, list[QTreeWidgetItem]]]:
        """Every head with its rows."""
        heads = [head for number in range(self.topLevelItemCount()) if (head := self.topLevelItem(number))]
        return [(head, [row for each in range(head.childCount()) if (row := head.child(each))]) for head in heads]

    def _all(self) -> list[QTreeWidgetItem]:
        return [row for _head, rows in self._groups() for row in rows]
