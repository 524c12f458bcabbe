"""From the start of the process to a window that is painted and hears keys, beside a bare PySide6 window; and memory.

Each start is a process of its own, bare and ours in turn. The clock runs from the start of the process until it says
that its text widget was painted, and, as a second figure, until a caret step was painted too. Memory is what the
process holds some seconds later, when nobody has done anything: names are read by then, and the article is checked.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from app import resources
from app.domain.article import new_article
from app.store import Store
from app.workbench.intake import import_files
from tests.benchmarks.corpora import Corpus
from tests.benchmarks.latency import Page
from tests.benchmarks.timing import AWAITED, BARE, Measure, Measures, Sample

PART = "start"
ROOT = Path(__file__).parents[2]
_REST = 3.0  # seconds until memory is asked

# Instead of running until it is closed, either program says when its window was painted, when after a key, and, when it
# is asked to rest, how much it holds then.
_REPORT = """
import sys, time
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
    rest = float(sys.stdin.readline() or 0)
    if rest:
        QTest.qWait(int(rest * 1000))
        try:
            print(int(open("/proc/self/statm").read().split()[1]) * 4096, flush=True)
        except OSError:
            print(0, flush=True)
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
# Ours imports Qt as the program does when nobody looks; an earlier program imported it plainly.
_OURS = f"""
from contextlib import suppress
with suppress(ImportError):
    from app.ui.qt import import_qt
    import_qt()
{_REPORT}
from app.__main__ import main
main()
"""


def project(folder: Path, name: str, count: int = 0, rounds: int = 10) -> list[Measure]:
    """``name`` is ``empty``, ``sample``, or ``corpus`` of ``count`` articles."""
    folder.mkdir(parents=True, exist_ok=True)
    path, shown = _project(folder, name, count)
    case = {"empty": "an empty project", "sample": "the sample project"}.get(name, f"{count:,} articles")
    size = {"articles": 1} if name == "empty" else {"articles": count} if name == "corpus" else {}
    return _starts(folder, Measures(PART, case, **size), path, shown, rounds)


def article(folder: Path, characters: int, marks: int, rounds: int = 3) -> list[Measure]:
    """A project whose open article is long."""
    folder.mkdir(parents=True, exist_ok=True)
    page, path = Page(characters, marks), folder / f"long-{characters}-{marks}.tawsim"
    if not path.exists():
        page.write(path)
    measures = Measures(PART, f"an article of {page.name}", characters=characters, marks=marks)
    return _starts(folder, measures, path, _text_of(path), rounds)


def _project(folder: Path, name: str, count: int) -> tuple[Path, str]:
    """The project, and the text that its window shows."""
    if name == "corpus":
        path = Corpus(folder, count).project()
        return path, _text_of(path)
    path = folder / f"{name}.tawsim"
    if not path.exists():
        with Store.create(path, resources.codebook()) as store:
            if name == "empty":
                store.add_article(new_article("empty", "لا شيء هنا بعد."))
            else:
                import_files(store, resources.samples(), author="sana")
    return path, _text_of(path)


def _text_of(path: Path) -> str:
    with Store.open(path, readonly=True) as store:
        (row,) = store.queue("sana", limit=1)
        return store.article(row.id).text


def _starts(folder: Path, measures: Measures, path: Path, shown: str, rounds: int) -> list[Measure]:
    text = folder / "shown.txt"
    text.write_text(shown, encoding="utf-8")
    bare = Sample("bare: window painted"), Sample("bare: a key answered")
    ours = Sample("window painted"), Sample("a key answered")
    if rounds > 1:  # the first start compiles and keeps what is made once, and is not counted
        for again in range(rounds):
            _start(_BARE, text, bare)
            _start(_OURS, path, ours)
            for sample in (*bare, *ours) if not again else ():
                sample.clear()
    held = [_start(_BARE, text, bare, rest=_REST), _start(_OURS, path, ours, rest=_REST)]
    for limit, own in zip(bare, ours, strict=True):
        measures.take(limit, kind=BARE)
        measures.take(own, limit)
    if all(held):
        measures.take_bytes("bare: memory of the window", held[0], kind=BARE)
        measures.take_bytes("memory of the window", held[1], ("bare: memory of the window", held[0]), kind=AWAITED)
    return measures.all


def _start(program: str, argument: Path, samples: Sequence[Sample], rest: float = 0) -> int:
    """Run one of the programs until it has answered a key; its modules are compiled already, as installed ones are.
    What it holds after a ``rest`` of so many seconds, 0 without one."""
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
    for sample in samples:
        said = child.stdout.readline()
        sample.seconds.append(time.perf_counter() - begun)
        assert said == "painted\n", child.communicate()[1]
    told, complaints = child.communicate(f"{rest}\n")
    assert child.returncode == 0, complaints
    return int(told or 0)
