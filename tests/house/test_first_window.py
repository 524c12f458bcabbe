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
from app.workbench.keymap import read_keymap
from app.workbench.keys import USUAL_LAYOUT

ROOT = Path(__file__).parents[2]
# Opens the window as ``tawsim PROJECT`` does, and says what is imported once the article is painted.
_OPEN = """
import builtins, sys
from app.ui.qt import import_qt
import_qt()
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
    for each in ("QtCore", "QtGui", "QtWidgets"):
        print(*(f"PySide6.{each}.{name}" for name in vars(sys.modules[f"PySide6.{each}"])), end=" ")
    print()
    print(builtins.__import__.__module__)
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
app.ui: at_start backups card_panel charts chips entry_form entry_line fields frames history list_panel looking
app.ui: noted_panel progress_page queue_views report_panel rescue rowpaint running saving tables zone_panel
app.ui: outgo.choosing search.panel reprints.panel intake.knowing article.truth article.matchstrip
app.store: backups claims concordance conditions frames headway mentions overview pages rescue restoring salvage
app.workbench: assigning bringing carrying claims columns corpus everywhere finding_counts frame_table hits keyfile
app.workbench: history intake_report listing matching measuring mentions placing progress propagating querying
app.workbench: reprints samples searching statistics stories zoning
app.domain: codebook_toml
app.domain.text: aligning likeness query verbs roles
app.suggest: attribution gazetteer framed zoning
app: cli exchange
"""
_FOREIGN = {
    "_hashlib",
    "argparse",
    "logging",
    "orjson",
    "importlib.abc",
    "importlib.resources",
    "platform",
    "tomllib",
    "uuid",
    "email",
    "regex",
    "PySide6.QtSvg",
    "PySide6.QtNetwork",
    "PySide6.QtOpenGL",
    "PySide6.QtPrintSupport",
    "babel",
    "charset_normalizer",
    "click",
    "html",
    "jsonschema",
    "sqlite_utils",
    "tomli_w",
    "concurrent.futures",
}
# Classes whose names Python makes one by one, hundreds of them, when a class is first touched.
_QT = {
    "PySide6.QtCore.QEasingCurve",
    "PySide6.QtCore.QStandardPaths",
    "PySide6.QtGui.QAccessible",
    "PySide6.QtGui.QTextDocumentWriter",
    "PySide6.QtWidgets.QStyle",
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
    read_keymap(resources.text(f"keymaps/{USUAL_LAYOUT}.toml"))  # kept, as by an earlier start
    return path


@pytest.fixture
def told(project: Path) -> list[list[str]]:
    """What a first window says: the modules, Qt's classes by name, and whose ``import`` it is."""
    opened = subprocess.run([sys.executable, "-c", _OPEN, str(project)], cwd=ROOT, capture_output=True, text=True)
    assert opened.returncode == 0, opened.stderr
    return [line.split() for line in opened.stdout.splitlines()]


def test_the_first_window_imports_nothing_that_waits_behind_a_key(told: list[list[str]]):
    imported, touched, importing = told
    assert "app.ui.window" in imported
    assert not sorted((rare() | _FOREIGN).intersection(imported))
    assert "PySide6.QtGui.QTextBlockFormat" in touched
    assert not sorted(_QT.intersection(touched))
    assert importing == ["builtins"], "PySide6 reads the sources of what is imported"


def test_what_is_called_rare_is_there():
    assert not [name for name in sorted(rare()) if importlib.util.find_spec(name) is None]
