"""What an import refused and noticed, line by line, with the file to mend."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QListWidget, QVBoxLayout, QWidget

from app.ui.words import direction, sentence, tr
from app.workbench.intake import Report


class ReportDialog(QDialog):
    """A list that can be read and left; nothing is asked."""

    def __init__(self, report: Report, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Import"))
        self.setLayoutDirection(direction())
        column = QVBoxLayout(self)
        summary = QLabel(
            tr(
                "{added} articles and {marks} marks came in, {duplicates} were here already, {rejected} were rejected."
            ).format(
                added=report.added, marks=report.marks, duplicates=report.duplicates, rejected=len(report.rejected)
            )
        )
        summary.setWordWrap(True)
        column.addWidget(summary)
        lines = QListWidget()
        lines.setWordWrap(True)
        lines.setAccessibleName(tr("Rejected lines and notes"))
        for refused in report.rejected:
            lines.addItem(_line(refused.file, refused.line, sentence(refused.error)))
        for remark in report.notes:
            lines.addItem(_line(remark.file, remark.line, remark.note.sentence(tr)))
        for path in report.rejects:
            lines.addItem(tr("Rejected lines, to mend and import again: {path}").format(path=path))
        column.addWidget(lines)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        self.resize(640, 380)


def _line(file: Path, number: int | None, text: str) -> str:
    place = f"{file.name}:{number}" if number is not None else file.name
    return f"\u2066{place}\u2069  {text}"
