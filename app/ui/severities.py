"""What counts as an error, a doubt or a note in this project, and what is not looked for at all."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.domain.errors import N_, TawsimError
from app.quality.findings import CHECKS, OFF, SEVERITIES
from app.ui import captions
from app.ui.findings_list import NAMES
from app.ui.overlay import Overlay
from app.ui.words import tr
from app.workbench.checking import Checking

_CHOICES = {**NAMES, OFF: N_("Off")}


class SeveritiesPanel(Overlay):
    """A row for each check with a choice; a choice is kept in the project at once. Tab goes on, Esc closes."""

    def __init__(self, checking: Checking, trouble: Callable[[TawsimError], None], parent: QWidget) -> None:
        super().__init__(parent, 640, 560)
        self.setAccessibleName(tr("Severities of findings"))
        self._checking, self._trouble = checking, trouble
        self.boxes: dict[str, QComboBox] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 14, 14, 14)
        column.setSpacing(10)
        hint = captions.note(
            tr("For this project. Errors and doubts are shown before an article is done, notices only in the list.")
        )
        column.addWidget(hint)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.viewport().setAutoFillBackground(False)
        self._scroll.setWidget(self._rows())
        column.addWidget(self._scroll, 1)
        usual = QPushButton(tr("Usual values"))
        usual.setAccessibleName(tr("Usual values"))
        usual.setAutoDefault(True)  # Enter presses it, as Space does
        usual.clicked.connect(self._put_back)
        column.addWidget(usual, 0, Qt.AlignmentFlag.AlignTrailing)
        self.open(next(iter(self.boxes.values())))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A row that the keyboard comes to is brought into view; a wheel that scrolls past it changes nothing."""
        if isinstance(watched, QComboBox) and watched in self.boxes.values():
            if event.type() == QEvent.Type.FocusIn:
                self._scroll.ensureWidgetVisible(watched, 0, 40)
            if event.type() == QEvent.Type.Wheel:
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    def _rows(self) -> QWidget:
        pane = QWidget()
        pane.setObjectName("rows")
        rows = QGridLayout(pane)
        rows.setContentsMargins(0, 0, 8, 0)
        rows.setColumnStretch(0, 1)
        rows.setHorizontalSpacing(12)
        rows.setVerticalSpacing(6)
        for number, check in enumerate(CHECKS.values()):
            title = tr(check.title)
            label, box = QLabel(title), QComboBox()
            label.setWordWrap(True)
            label.setBuddy(box)
            for severity in (*SEVERITIES, OFF):
                box.addItem(tr(_CHOICES[severity]), severity)
            box.setCurrentIndex(box.findData(self._checking.severities.get(check.id, check.severity)))
            box.setAccessibleName(title)
            box.currentIndexChanged.connect(lambda at, box=box, name=check.id: self._grade(name, box.itemData(at)))
            self.boxes[check.id] = box
            rows.addWidget(label, number, 0)
            rows.addWidget(box, number, 1)
        return pane

    def _grade(self, check: str, severity: str) -> None:
        try:
            self._checking.grade(check, severity)
        except TawsimError as error:
            self._trouble(error)

    def _put_back(self) -> None:
        for check in CHECKS.values():
            self.boxes[check.id].setCurrentIndex(self.boxes[check.id].findData(check.severity))
