"""What an import refused and noticed, line by line, with the file to mend."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from app.ui.listing import Listing
from app.ui.overlay import Overlay
from app.ui.words import sentence, tr
from app.workbench.intake import Report


class ReportPanel(Overlay):
    """A list that can be read and left; nothing is asked."""

    def __init__(self, report: Report, parent: QWidget) -> None:
        super().__init__(parent, 640, 380)
        self.setAccessibleName(tr("Import"))
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 14, 14, 14)
        summary = QLabel(
            tr(
                "{added} articles and {marks} marks came in, {duplicates} were here already, {rejected} were rejected."
            ).format(
                added=report.added, marks=report.marks, duplicates=report.duplicates, rejected=len(report.rejected)
            )
        )
        summary.setWordWrap(True)
        self.setAccessibleDescription(summary.text())
        column.addWidget(summary)
        lines = Listing()
        lines.setWordWrap(True)
        lines.setAccessibleName(tr("Rejected lines and notes"))
        for refused in report.rejected:
            lines.addItem(_line(refused.file, refused.line, sentence(refused.error)))
        for remark in report.notes:
            lines.addItem(_line(remark.file, remark.line, remark.note.sentence(tr)))
        for path in report.rejects:
            lines.addItem(tr("Rejected lines, to mend and import again: {path}").format(path=f"\u2066{path}\u2069"))
        column.addWidget(lines)
        close = QPushButton(tr("Close"))
        close.setAutoDefault(True)  # Enter presses it, as Space does
        close.clicked.connect(self.dismiss)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignTrailing)
        self.open(lines)


def _line(file: Path, number: int | None, text: str) -> str:
    place = f"{file.name}:{number}" if number is not None else file.name
    return f"\u2066{place}\u2069  {text}"
