"""What the label at hand means: definition, examples and counter-examples, folded away or not as it was left."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLabel, QToolButton, QVBoxLayout, QWidget

from app.domain.codebook import Label
from app.ui import settings
from app.ui.words import escape, isolated, language, said, tr

_KEY, _SHUT = "guideline", "shut"
_MARKED = re.compile(r"\[([^\[\]]*)\]")  # what an example would have marked
_REST = 80  # milliseconds without another label
_DARK = 128  # lightness of a ground from which on it is light
_TINT = "rgba({}, {}, {}, {})"


class Guideline(QWidget):
    """Shows the codebook's words on one label, once the keys rest: to lay them out takes longer than a step may."""

    def __init__(self) -> None:
        super().__init__()
        self._label: Label | None = None
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._write)
        self.button = QToolButton()
        self.button.setObjectName("fold")
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setCheckable(True)
        self.button.setChecked(settings.read(_KEY) != _SHUT)
        self.button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.button.toggled.connect(self._fold)
        self.text = QLabel()
        self.text.setTextFormat(Qt.TextFormat.RichText)
        self.text.setWordWrap(True)
        self.text.setMinimumWidth(1)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.text)
        self._show_fold()

    def show_label(self, label: Label) -> None:
        """Show what that label means."""
        if label is not self._label:
            self._label = label
            self._rest.start()

    def finish(self) -> None:
        """Show at once what was left for when the keys rest."""
        if self._rest.isActive():
            self._write()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._write()
        super().changeEvent(event)

    def _fold(self, opened: bool) -> None:
        settings.write(_KEY, "" if opened else _SHUT)
        self._show_fold()

    def _show_fold(self) -> None:
        opened = self.button.isChecked()
        sign = "▾" if opened else "◂" if language() == "ar" else "▸"
        title = tr("Guideline")
        self.button.setText(f"{sign}  {title}")
        self.button.setAccessibleName(tr("Guideline"))
        self.button.setAccessibleDescription(tr("Shown") if opened else tr("Folded away"))
        self.text.setVisible(opened)

    def _write(self) -> None:
        self._rest.stop()
        label = self._label
        if label is None:
            return
        shades = self.palette()
        dark = shades.color(QPalette.ColorRole.Window).lightness() < _DARK
        ink = QColor(label.dark if dark else label.colour)
        tint = _TINT.format(ink.red(), ink.green(), ink.blue(), 0.3 if dark else 0.17)
        faint = shades.color(QPalette.ColorRole.PlaceholderText).name()
        way = "rtl" if language() == "ar" else "ltr"
        parts = [f'<p dir="{way}" style="margin: 0 0 6px 0">{escape(said(label.definition))}</p>']
        parts += [_example(text, "✓", ink.name(), tint, faint) for text in label.examples]
        parts += [_example(text, "✗", faint, tint, faint, against=True) for text in label.counter_examples]
        self.text.setText("".join(parts))
        heard = [said(label.definition), *map(isolated, label.examples)]
        if label.counter_examples:
            heard += [tr("Not so:"), *map(isolated, label.counter_examples)]
        self.text.setAccessibleName("\n".join(heard))


def _example(text: str, sign: str, ink: str, tint: str, faint: str, *, against: bool = False) -> str:
    """One example, which is Arabic whatever the interface speaks."""
    shown = _MARKED.sub(rf'<span style="background-color: {tint}">\1</span>', escape(text))
    colour = f"color: {faint}" if against else ""
    return (
        f'<p dir="rtl" align="right" style="margin: 3px 0 0 0; {colour}">'
        f'<span style="color: {ink}">{sign}</span>&nbsp; {shown}</p>'
    )
