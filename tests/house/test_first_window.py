"""The first window imports what it shows, and nothing that waits behind a key."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

from app import resources
from app.store import Store
from app.workbench.intake import import_files

ROOT = Path(__file__).parents[2]
# Opens the window as ``tawsim PROJECT`` does, and says what is imported once the article is painted.
_OPEN = """
import sys
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QTextEdit

class Watch(QObject):
    painted = False
    def eventFilter(self, watched, event):
        self.painted |= event.type() == QEvent.Type.Paint
        return False

def run(*_):
    watch = Watch()
    shown = next(each for each in QApplication.allWidgets() if isinstance(each, QTextEdit) and each.isVisible())
    shown.viewport().installEventFilter(watch)
    while not watch.painted:
        QApplication.processEvents()
    print(*sys.modules)
    return 0

QApplication.exec = run
from app.__main__ import main
main()
"""
_RARE = """
app.ui: palette choices keypage keysheet keyrows everywhere occurrences register registerpage register_panes
app.ui: lexicon_page reading_panel truthbar findbar verdict_panel attributes sentence_editor like_panel severities
app.ui: kind_page frame_sentence slot_completion claim_fields guideline demo hand article.context
app.ui: codebook.editor codebook.tree frames.panel frames.table frames.model intake.page outgo.page outgo.release
app.quality: findings edges frames consistency scene proposals agreement splits
app.domain.text: clauses phrases parting measures
app.workbench: codebook_changes completing entries fixing intake likeclaims names offering outgo proposing verdicts
app.workbench: releasing splitting previewing gates agreeing proving
app.suggest: attribution gazetteer
app: cli exchange
"""
_FOREIGN = {
    "babel",
    "charset_normalizer",
    "click",
    "html",
    "jsonschema",
    "sqlite_utils",
    "tomli_w",
    "concurrent.futures",
}


def rare() -> set[str]:
    """What no first window needs, by full name."""
    lines = (line.split(":") for line in _RARE.split("\n") if line)
    return {f"{package}.{name}" for package, names in lines for name in names.split()}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "project.tawsim"
    with Store.create(path, resources.codebook()) as store:
        import_files(store, resources.samples(), author="sana")
    return path


def test_the_first_window_imports_nothing_that_waits_behind_a_key(project: Path):
    opened = subprocess.run([sys.executable, "-c", _OPEN, str(project)], cwd=ROOT, capture_output=True, text=True)
    assert opened.returncode == 0, opened.stderr
    imported = opened.stdout.split()
    assert "app.ui.window" in imported
    assert not sorted((rare() | _FOREIGN).intersection(imported))


def test_what_is_called_rare_is_there():
    assert not [name for name in sorted(rare()) if importlib.util.find_spec(name) is None]
