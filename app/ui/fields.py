"""Fields of the inspector: an attribute's name and key over the editor that its type asks for, side by side."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.domain.codebook import Attribute
from app.ui.line import Line, Note
from app.ui.still_box import StillBox
from app.ui.words import key_text, said

Change = Callable[[str, object], None]


class AttributeField(QWidget):
    """An attribute's name and editor. ``change`` is told only of what the analyst does, never of what is shown. A
    ``wide`` one needs the whole breadth of the pane."""

    wide = False

    def __init__(self, attribute: Attribute, change: Change) -> None:
        super().__init__()
        self.attribute = attribute
        self._change = change
        self.editor = self._make_editor()
        self.editor.setAccessibleName(said(attribute.name))
        self.editor.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        if isinstance(self.editor, QCheckBox):
            column.addStretch()
        else:
            column.addWidget(self._name())
        column.addWidget(self.editor)

    def _name(self) -> QLabel:
        key = f"  {key_text(self.attribute.key)}" if self.attribute.key else ""
        name = QLabel(said(self.attribute.name) + key)
        name.setObjectName("small")
        name.setMinimumWidth(1)
        name.setBuddy(self.editor)
        return name

    def _make_editor(self) -> QWidget:
        raise NotImplementedError

    def show_value(self, value: object) -> None:
        raise NotImplementedError


class ChoiceField(AttributeField):
    """One of the codebook's values, or none."""

    def _make_editor(self) -> QComboBox:
        box = StillBox()
        box.addItem("—", None)
        for choice in self.attribute.choices:
            box.addItem(said(choice.name), choice.id)
        box.activated.connect(lambda number: self._change(self.attribute.id, box.itemData(number)))
        return box

    def show_value(self, value: object) -> None:
        assert isinstance(self.editor, QComboBox)
        self.editor.setCurrentIndex(max(self.editor.findData(value), 0))


class FlagField(AttributeField):
    """Yes or no, the box before its name."""

    def _make_editor(self) -> QCheckBox:
        box = QCheckBox(said(self.attribute.name))
        box.clicked.connect(lambda checked: self._change(self.attribute.id, bool(checked)))
        return box

    def show_value(self, value: object) -> None:
        assert isinstance(self.editor, QCheckBox)
        self.editor.setChecked(bool(value))


class TextField(AttributeField):
    """Free text, taken when Enter is pressed or the field is left."""

    wide = True

    def _make_editor(self) -> Line | Note:
        line = self._line()
        line.editingFinished.connect(lambda: self._change(self.attribute.id, line.text().strip() or None))
        return line

    def _line(self) -> Line | Note:
        return Line()

    def show_value(self, value: object) -> None:
        assert isinstance(self.editor, (Line, Note))
        self.editor.shown = str(value) if value else ""
        if not self.editor.hasFocus() or self.editor.text() != self.editor.shown:
            self.editor.setText(self.editor.shown)


class NoteField(TextField):
    """A remark in a few lines."""

    def _line(self) -> Note:
        return Note()


_FIELDS: dict[str, type[AttributeField]] = {
    "choice": ChoiceField,
    "flag": FlagField,
    "text": TextField,
}


_NOTE = "note"
_TWO = 220  # pixels from which on two fields stand side by side


def make_field(attribute: Attribute, change: Change) -> AttributeField:
    """The field for an attribute's type."""
    if (attribute.id, attribute.type) == (_NOTE, "text"):
        return NoteField(attribute, change)
    return _FIELDS[attribute.type](attribute, change)


def in_reading_order(fields: list[AttributeField]) -> list[AttributeField]:
    """Those that need the whole breadth first, so that the others can stand in pairs; the remark last."""
    return sorted(fields, key=lambda field: (isinstance(field, NoteField), not field.wide))


class Fields(QWidget):
    """Fields in their order, two in a row where there is room."""

    def __init__(self, fields: list[AttributeField]) -> None:
        super().__init__()
        self._fields, self._columns = fields, 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._arrange(2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(2 if event.size().width() >= _TWO else 1)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        row = column = 0
        for field in self._fields:
            if (field.wide and column) or column == columns:
                row, column = row + 1, 0
            self._grid.addWidget(field, row, column, 1, columns if field.wide else 1)
            column += columns if field.wide else 1
        for number in range(2):
            self._grid.setColumnStretch(number, 1 if number < columns else 0)
