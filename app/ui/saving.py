"""Asking where a table shall be written to."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from app.ui.words import tr


def choose_csv(parent: QWidget, project: Path, name: str) -> Path | None:
    """The CSV file that the analyst chose, ``name.csv`` beside the project unless told otherwise; None: none at all."""
    start = str(project.with_name(f"{name}.csv"))
    path, _ = QFileDialog.getSaveFileName(parent, tr("Export as CSV"), start, tr("Tables (*.csv)"))
    return Path(path if path.endswith(".csv") else path + ".csv") if path else None
