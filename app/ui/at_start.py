"""What is asked where a project cannot be opened and there is no window yet."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QMessageBox

from app.domain.errors import TawsimError
from app.store import DamagedProject
from app.ui.words import sentence, tr
from app.workbench.jobs import Job
from app.workbench.keeping import rescued_name, save_whole


def ask_at_start(project: Path, error: TawsimError) -> Path | None:
    """Say why there is no window; the project that was rescued, where that was the trouble and is wanted."""
    if not isinstance(error, DamagedProject):
        QMessageBox.warning(None, tr("Tawsim"), sentence(error))
        return None
    offer = tr("Save what is whole in it to a new project beside it, and open that? The damaged file stays as it is.")
    if QMessageBox.question(None, tr("Tawsim"), f"{sentence(error)}\n\n{offer}") != QMessageBox.StandardButton.Yes:
        return None
    new = rescued_name(project)
    report = save_whole(Job(""), project, new)
    QMessageBox.information(
        None, tr("Tawsim"), "\n".join(each.sentence(tr) for each in (*report.losses, *report.doubts))
    )
    return new
