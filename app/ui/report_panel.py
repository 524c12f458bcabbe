"""A report of an unforeseen error as it would be passed on: read first, then copied, or thrown away."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from app.ui.overlay import Overlay
from app.ui.words import tr


class ReportPanel(Overlay):
    """The whole report, word by word. Nothing of it leaves the computer unless somebody copies it."""

    def __init__(self, path: Path, parent: QWidget) -> None:
        super().__init__(parent, 820, 560)
        self._path = path
        self.setAccessibleName(tr("Report of an error"))
        column = QVBoxLayout(self)
        heading = QLabel(tr("Report of an error"))
        heading.setObjectName("heading")
        column.addWidget(heading)
        intro = QLabel(
            tr(
                "This is all that the report holds: places in the program, and no word of your articles. It lies on "
                "this computer only. Copy it if you want to pass it on."
            )
        )
        intro.setWordWrap(True)
        intro.setObjectName("faint")
        column.addWidget(intro)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.text.setTabChangesFocus(True)
        self.text.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.text.setAccessibleName(tr("Report of an error"))
        self.text.setPlainText(path.read_text(encoding="utf-8", errors="replace"))
        column.addWidget(self.text)
        buttons = QHBoxLayout()
        buttons.addStretch()
        for title, act in ((tr("Copy the report"), self._copy), (tr("Throw the report away"), self._discard)):
            button = QPushButton(title)
            button.clicked.connect(act)
            buttons.addWidget(button)
        column.addLayout(buttons)
        self.open(self.text)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())

    def _discard(self) -> None:
        self._path.unlink(missing_ok=True)
        self.dismiss()
