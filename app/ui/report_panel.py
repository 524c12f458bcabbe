"""A report of an unforeseen error as it would be passed on: read first, then copied, or thrown away."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

from app.ui import captions
from app.ui.list_panel import ListPanel
from app.ui.words import isolated, tr


class ReportPanel(ListPanel):
    """The whole report, word by word. Nothing of it leaves the computer unless somebody copies it."""

    def __init__(self, path: Path, parent: QWidget) -> None:
        super().__init__(parent, 820, 560)
        self._path = path
        self.setAccessibleName(tr("Report of an error"))
        heading = captions.heading(tr("Report of an error"))
        intro = QLabel(
            tr(
                "This is all that the report holds: places in the program, and no word of your articles. It lies on "
                "this computer only. Copy it if you want to pass it on."
            )
        )
        intro.setWordWrap(True)
        self.text = self._report()
        self.note = captions.note(isolated(str(path)))
        column = self.from_top()
        for part in (heading, intro):
            column.addWidget(part)
        column.addWidget(self.text, 1)
        column.addWidget(self.note)
        column.addLayout(
            self.keyed(
                (tr("Copy the report"), "Enter", self._copy),
                (tr("Throw the report away"), "Del", self._discard),
                (tr("Leave"), "Esc", self.dismiss),
            )
        )
        self.open(self.text)

    def _report(self) -> QPlainTextEdit:
        text = QPlainTextEdit()
        text.setReadOnly(True)
        text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        text.setTabChangesFocus(True)
        text.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(13)
        text.setFont(font)
        text.setAccessibleName(tr("Report of an error"))
        with suppress(OSError):  # thrown away meanwhile
            text.setPlainText(self._path.read_text(encoding="utf-8", errors="replace"))
        return text

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self._say(tr("The report is copied; paste it where you want to pass it on."))

    def _discard(self) -> None:
        with suppress(OSError):  # nobody is helped by a trouble with a report of a trouble
            self._path.unlink(missing_ok=True)
        self.dismiss()

    def _press(self, event: QKeyEvent) -> bool:
        """Walking, selecting and copying are the text's."""
        return self._act(event)
