"""The reading panel (Ctrl+,): theme, font, size, column, spacing, scrolling and focus. What is changed is seen at once
in the article beside it, and remembered."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QPushButton, QSlider, QVBoxLayout, QWidget

from app.ui import captions
from app.ui import comfort as bounds
from app.ui.comfort import LEAST, MIDDLE, USUAL, WHOLE_WIDTH, Comfort
from app.ui.overlay import Overlay
from app.ui.theme import THEMES
from app.ui.words import tr

_STEP = 2  # of sizes and columns, in their own units
_FINE = 20  # steps of spacing to one
_VALUE = 62  # pixels for a slider's value, so that the slider keeps its length
_EDGE = 10  # pixels between the panel and the window's edge


class ReadingPanel(Overlay):
    """Arrows change, Tab goes on, Esc closes. ``take`` is told of each change; ``show_comfort`` follows changes made by
    other keys meanwhile. It stands where the lines
    of an article end that runs right to left (``rtl``) or left to right."""

    _left = True

    def __init__(self, comfort: Comfort, take: Callable[[Comfort], None], rtl: bool, parent: QWidget) -> None:
        super().__init__(parent, 332, 470)
        self._left = rtl
        self._settle()
        self.setAccessibleName(tr("Reading comfort"))
        self._take = take
        self._comfort = comfort
        self.boxes: dict[str, QComboBox] = {}
        self.sliders: dict[str, QSlider] = {}
        self.switches: dict[str, QCheckBox] = {}
        self._values: dict[str, QLabel] = {}
        self._stops: list[QWidget] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 14, 14, 14)
        column.setSpacing(10)
        hint = captions.note(tr("Arrows change what you see at once; Tab goes on, Esc closes."))
        column.addWidget(hint)
        self._rows = QGridLayout()
        self._rows.setColumnStretch(1, 1)
        self._rows.setHorizontalSpacing(12)
        self._rows.setVerticalSpacing(8)
        column.addLayout(self._rows)
        self._make_rows()
        column.addStretch(1)
        self.usual = QPushButton(tr("Usual values"))
        self.usual.setAccessibleName(tr("Usual values"))
        self.usual.clicked.connect(lambda: self._change(USUAL.but(theme=self._comfort.theme)))
        self._stops.append(self.usual)
        column.addWidget(self.usual)
        self.show_comfort(comfort)
        self.open(self.boxes["theme"])

    def _make_rows(self) -> None:
        self._choice(tr("Theme"), "theme", [(tr(each.title), each.name) for each in THEMES.values()])
        self._choice(tr("Font"), "family", [(name, name) for name in families()])
        self._slider(tr("Text size"), "size", bounds.SMALLEST // _STEP, bounds.LARGEST // _STEP)
        self._slider(tr("Line length"), "column", bounds.NARROWEST // _STEP, bounds.WIDEST // _STEP + 1)
        self._slider(tr("Line spacing"), "spacing", round(bounds.TIGHTEST * _FINE), round(bounds.LOOSEST * _FINE))
        ways = [(tr("Line in the middle third"), MIDDLE), (tr("As little as possible"), LEAST)]
        self._choice(tr("Scrolling"), "scroll", ways)
        self._switch(tr("Scroll smoothly"), "smooth")
        self._switch(tr("Focus mode: dim all but the paragraph"), "focus_mode")

    def show_comfort(self, comfort: Comfort) -> None:
        """Show what is chosen now, telling nobody."""
        self._comfort = comfort
        for name, box in self.boxes.items():
            with QSignalBlocker(box):
                box.setCurrentIndex(box.findData(getattr(comfort, name)))
        for name, slider in self.sliders.items():
            value = getattr(comfort, name)
            with QSignalBlocker(slider):
                slider.setValue(_step(name, value))
            shown = f"{value:.2f}" if name == "spacing" else str(value)
            if name == "column" and value == WHOLE_WIDTH:
                shown = tr("whole width")
            self._values[name].setText(shown)
            slider.setAccessibleDescription(shown)
        for name, switch in self.switches.items():
            switch.setChecked(getattr(comfort, name))  # only a click is told of

    def focusNextPrevChild(self, following: bool) -> bool:
        """Tab goes round in the panel; what lies under it would take the arrows unseen."""
        here = next((at for at, stop in enumerate(self._stops) if stop.hasFocus()), 0)
        self._stops[(here + (1 if following else -1)) % len(self._stops)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _settle(self) -> None:
        """At the window's edge, over one of the panes, so that the article is seen."""
        super()._settle()
        self.move(_EDGE if self._left else self._parent.width() - self.width() - _EDGE, self.y())

    def _change(self, comfort: Comfort) -> None:
        if comfort != self._comfort:
            self._take(comfort)
            self.show_comfort(comfort)

    def _choice(self, title: str, name: str, offered: list[tuple[str, str]]) -> None:
        box = self.boxes[name] = QComboBox()
        for shown, value in offered:
            box.addItem(shown, value)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.currentIndexChanged.connect(lambda at: self._change(self._comfort.but(**{name: box.itemData(at)})))
        self._enter(title, box)

    def _slider(self, title: str, name: str, least: int, most: int) -> None:
        slider = self.sliders[name] = QSlider(Qt.Orientation.Horizontal)
        slider.setRange(least, most)
        slider.setPageStep(3)
        slider.valueChanged.connect(lambda step: self._change(self._comfort.but(**{name: _value(name, step)})))
        self._values[name] = QLabel()
        self._values[name].setMinimumWidth(_VALUE)
        self._enter(title, slider, self._values[name])

    def _switch(self, title: str, name: str) -> None:
        switch = self.switches[name] = QCheckBox(title)
        switch.setAccessibleName(title)
        switch.clicked.connect(lambda on: self._change(self._comfort.but(**{name: on})))
        self._stops.append(switch)
        self._rows.addWidget(switch, self._rows.rowCount(), 0, 1, 3)

    def _enter(self, title: str, editor: QWidget, value: QLabel | None = None) -> None:
        """A row: its title, what is changed, and the value where the editor does not show it."""
        self._stops.append(editor)
        row, label = self._rows.rowCount(), QLabel(title)
        label.setBuddy(editor)
        editor.setAccessibleName(title)
        self._rows.addWidget(label, row, 0)
        self._rows.addWidget(editor, row, 1, 1, 2 if value is None else 1)
        if value is not None:
            self._rows.addWidget(value, row, 2)


def _step(name: str, value: float) -> int:
    """Where on its slider a value stands; the whole width is the step behind the widest column."""
    if name == "spacing":
        return round(value * _FINE)
    return bounds.WIDEST // _STEP + 1 if name == "column" and value == WHOLE_WIDTH else int(value) // _STEP


def _value(name: str, step: int) -> float:
    """What a step of a slider means."""
    if name == "spacing":
        return step / _FINE
    return WHOLE_WIDTH if name == "column" and step > bounds.WIDEST // _STEP else step * _STEP


def families() -> list[str]:
    """Every installed font that can be shown: the usual one, then those that have Arabic letters, then the others."""
    arabic = QFontDatabase.families(QFontDatabase.WritingSystem.Arabic)
    every = dict.fromkeys([USUAL.family, *arabic, *QFontDatabase.families()])
    return [name for name in every if not QFontDatabase.isPrivateFamily(name)]
