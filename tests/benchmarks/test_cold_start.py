"""From the start of the process to a window that is painted and hears keys, as a ratio to a bare PySide6 window.

    pytest tests/benchmarks/test_cold_start.py --benchmark-enable

Each start is a process of its own, bare and ours in turn, on the project that is opened again (the sample project, and
one whose article is empty of marks). The clock runs from the start of the process until it says that its text widget
was painted, and, as a second figure, until a caret step was painted too.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from app import resources
from app.domain.article import new_article
from app.store import Store
from app.workbench.intake import import_files
from tests.benchmarks.timing import Sample, Table

ROOT = Path(__file__).parents[2]

# Instead of running until it is closed, either program says when its window was painted, and when after a key.
_REPORT = """
import sys
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit

class Watch(QObject):
    painted = 0
    def eventFilter(self, watched, event):
        self.painted += event.type() == QEvent.Type.Paint
        return False

def run(*_):
    shown = [each for each in QApplication.allWidgets() if isinstance(each, QTextEdit) and each.isVisible()][0]
    watch = Watch()
    shown.viewport().installEventFilter(watch)
    for key in (None, Qt.Key.Key_Left):
        before = watch.painted
        if key is not None:
            QTest.keyClick(shown, key)
        while watch.painted == before:
            QApplication.processEvents()
        print("painted", flush=True)
    sys.stdin.read()
    return 0

QApplication.exec = run
"""
_BARE = f"""{_REPORT}
from PySide6.QtWidgets import QMainWindow
application = QApplication([])
window, edit = QMainWindow(), QTextEdit()
edit.setReadOnly(True)
edit.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
edit.setPlainText(open(sys.argv[1], encoding="utf-8").read())
window.setCentralWidget(edit)
window.resize(1400, 860)
window.show()
QApplication.exec()
"""
_OURS = f"""{_REPORT}
from app.__main__ import main
main()
"""


def _start(program: str, argument: Path, first: Sample, key: Sample) -> None:
    """Run one of the programs until it has answered a key; its modules are compiled already, as installed ones are."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    begun = time.perf_counter()
    child = subprocess.Popen(
        [sys.executable, "-c", program, str(argument)],
        cwd=ROOT,
        env={**kept, "PYTHONPYCACHEPREFIX": str(argument.parent / "compiled")},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    for sample in (first, key):
        said = child.stdout.readline()
        sample.seconds.append(time.perf_counter() - begun)
        assert said == "painted\n", child.communicate()[1]
    _, complaints = child.communicate()
    assert child.returncode == 0, complaints


def _empty(path: Path) -> None:
    with Store.create(path, resources.codebook()) as store:
        store.add_article(new_article("empty", "لا شيء هنا بعد."))


def _sample(path: Path) -> None:
    with Store.create(path, resources.codebook()) as store:
        import_files(store, resources.samples(), author="sana")


@pytest.mark.parametrize(("name", "fill"), [("an empty project", _empty), ("the sample project", _sample)])
def test_from_the_start_to_the_painted_window(name: str, fill: object, tmp_path: Path, full: bool, table: Table):
    assert callable(fill)
    project, text = tmp_path / "project.tawsim", tmp_path / "text.txt"
    fill(project)
    text.write_text(resources.samples()[0].read_text(encoding="utf-8"), encoding="utf-8")
    bare, bare_key = Sample("bare: window painted"), Sample("bare: a key answered")
    ours, ours_key = Sample("window painted"), Sample("a key answered")
    for warm in (True, False):  # once before it counts: what is compiled and cached at the very first start
        for sample in (bare, bare_key, ours, ours_key):
            sample.seconds.clear()
        for _ in range(10 if full and not warm else 1):
            _start(_BARE, text, bare, bare_key)
            _start(_OURS, project, ours, ours_key)
        if not full:
            break
    table.head(f"From the start of the process: {name}")
    for sample in (bare, bare_key):
        table.row(sample)
    table.row(ours, bare)
    table.row(ours_key, bare_key)
