"""Rows of the inspector: a slot with its key, and an attribute with the editor that its type asks for."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from app.domain.annotation import Annotation
from app.domain.codebook import Attribute, Slot
from app.ui.line import Line
from app.ui.telling import slot_filling
from app.ui.words import said, tr
from app.workbench.bench import Workbench

Change = Callable[[str, object], None]


class SlotRow(QPushButton):
    """One slot: its name, what fills it, and its key. Pressed, it does what the key does."""

    def __init__(self, slot: Slot, press: Callable[[str], None]) -> None:
        super().__init__()
        self.setObjectName("slot")
        self.slot = slot
        self.name = QLabel(said(slot.name))
        self.name.setObjectName("faint")
        self.value = QLabel()
        self.value.setTextFormat(Qt.TextFormat.PlainText)
        self.value.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.key = QLabel()
        self.key.setObjectName("key")
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(10, 5, 8, 5)
        row.addWidget(self.name)
        row.addWidget(self.value, 1)
        row.addWidget(self.key)
        self.setAutoDefault(True)  # Enter presses it, as Space does
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(lambda: press(str(slot.key)))

    def show_key(self, key: str) -> None:
        """The key that fills the slot, as the analyst has it; none shows nothing."""
        self.key.setText(key)
        self.key.setVisible(bool(key))
        self.setAccessibleDescription(tr("Key: {key}").format(key=key) if key else "")

    def show_value(self, bench: Workbench, mark: Annotation) -> None:
        shown = slot_filling(bench, mark, self.slot)
        self.value.setText(f"{shown}  ✓" if shown else "—")
        empty = tr("empty")
        self.setAccessibleName(f"{said(self.slot.name)}: {shown or empty}")

    def sizeHint(self) -> QSize:
        """Of what stands in it, which a button does not ask."""
        return self._row.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._row.minimumSize()


class AttributeField(QWidget):
    """An attribute's name and editor. ``change`` is told only of what the analyst does, never of what is shown."""

    def __init__(self, attribute: Attribute, change: Change) -> None:
        super().__init__()
        self.attribute = attribute
        self._change = change
        self.editor = self._make_editor()
        self.editor.setAccessibleName(said(attribute.name))
        self.editor.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        name = QLabel(said(attribute.name))
        name.setObjectName("faint")
        name.setBuddy(self.editor)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 0, 0, 0)
        row.addWidget(name)
        row.addWidget(self.editor, 1)

    def _make_editor(self) -> QWidget:
        raise NotImplementedError

    def show_value(self, value: object) -> None:
        raise NotImplementedError


class Choices(QComboBox):
    """The wheel scrolls the pane: over a box of Qt's it would change the mark on the way."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class ChoiceField(AttributeField):
    """One of the codebook's values, or none."""

    def _make_editor(self) -> QComboBox:
        box = Choices()
        box.addItem("—", None)
        for choice in self.attribute.choices:
            box.addItem(said(choice.name), choice.id)
        box.activated.connect(lambda number: self._change(self.attribute.id, self._value(box.itemData(number))))
        return box

    def _value(self, choice: str | None) -> object:
        """What the attribute becomes when ``choice`` is taken."""
        return choice

    def show_value(self, value: object) -> None:
        assert isinstance(self.editor, QComboBox)
        self.editor.setCurrentIndex(max(self.editor.findData(value), 0))


class FlagField(AttributeField):
    """Yes or no."""

    def _make_editor(self) -> QCheckBox:
        box = QCheckBox()
        box.clicked.connect(lambda checked: self._change(self.attribute.id, bool(checked)))
        return box

    def show_value(self, value: object) -> None:
        assert isinstance(self.editor, QCheckBox)
        self.editor.setChecked(bool(value))


class TextField(AttributeField):
    """Free text, taken when Enter is pressed or the field is left."""

    def _make_editor(self) -> Line:
        line = Line()
        line.editingFinished.connect(lambda: self._change(self.attribute.id, line.text().strip() or None))
        return line

    def show_value(self, value: object) -> None:
        assert isinstance(self.editor, Line)
        self.editor.shown = str(value) if value else ""
        if not self.editor.hasFocus() or self.editor.text() != self.editor.shown:
            self.editor.setText(self.editor.shown)


class VerdictField(ChoiceField):
    """The verdict's value; evidence, date and name are kept with it."""

    _empty: Mapping[str, object] = {"value": None, "evidence_urls": [], "date": None, "by": None}
    _shown: Mapping[str, object] = _empty

    def _value(self, choice: str | None) -> object:
        return {**self._shown, "value": choice}

    def show_value(self, value: object) -> None:
        self._shown = {**self._empty, **(value if isinstance(value, dict) else {})}
        super().show_value(self._shown["value"])


_FIELDS: dict[str, type[AttributeField]] = {
    "choice": ChoiceField,
    "flag": FlagField,
    "text": TextField,
    "verdict": VerdictField,
}


def make_field(attribute: Attribute, change: Change) -> AttributeField:
    """The field for an attribute's type."""
    return _FIELDS[attribute.type](attribute, change)
