"""No key does more in a long article than in a short one, and nothing is worked out twice. Counted, not timed."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from weakref import ref

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app import resources
from app.domain.edit import making
from app.store import Stamp, Store
from app.ui import findings_list
from app.ui.article import page as article_page
from app.ui.article.page import Page
from app.ui.article.painting import MarkPainter
from app.ui.everywhere import Everywhere
from app.workbench import sighting
from app.workbench.place import Place
from tests.benchmarks.inventing import LAYER, WHEN, invent
from tests.journeys.conftest import OpenReader, Reader

SHORT, LONG = 6_000, 48_000
_KEYS = (
    "Left",
    "Shift+Left",
    "Space",
    "Esc",
    "Left",
    "X",
    "Ctrl+}",
    "Ctrl+Z",
    "Ctrl+Z",
    "F",
    "Esc",
    "Tab",
    "Q",
    "Ctrl+Z",
)


@pytest.fixture
def open_invented(tmp_path: Path, open_reader: OpenReader) -> Callable[[int], Reader]:
    """Opens an article of so many code points with a mark to every 20 of them, read and checked."""

    def open_(length: int) -> Reader:
        book, path = resources.codebook(), tmp_path / f"{length}.tawsim"
        made = invent(book, "invented", length=length)
        with Store.create(path, book) as store:
            store.add_article(made.article)
            edit = making("Import", *made.annotations, *made.links, made.progress)
            store.record(edit, Stamp(LAYER, LAYER, WHEN, book.version))
        reader = open_reader(project=path)
        while not reader.bench.ready:
            QTest.qWait(10)
        reader.bench.lens.finish()
        reader.bench.checking.finish()
        return reader

    return open_


@pytest.fixture
def worked(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often what takes time on the page was done."""
    count: Counter[str] = Counter()

    def counted(owner: object, name: str) -> None:
        real = getattr(owner, name)

        def act(*given: object, **named: object) -> object:
            count[name] += 1
            return real(*given, **named)

        monkeypatch.setattr(owner, name, act)

    counted(article_page, "draw_line")
    counted(Page, "_find_pieces")
    counted(MarkPainter, "_drawn")
    counted(sighting, "likelihood")
    counted(findings_list, "_item")
    return count


def test_keys_ask_the_project_as_little_in_a_long_article(open_invented: Callable[[int], Reader]):
    asked = []
    for length in (SHORT, LONG):
        reader, statements = open_invented(length), Counter[str]()
        reader.bench.put(Place.at(3_000))
        connection = reader.bench.store._file.connection
        for key in _KEYS:
            said: list[str] = []
            stroke = QKeySequence(key)[0]
            connection.set_trace_callback(said.append)
            QTest.keyClick(reader.window.view, stroke.key(), stroke.keyboardModifiers())
            connection.set_trace_callback(None)  # before timers have their turn, which ask for what nobody waits for
            QApplication.processEvents()
            statements[key] += len(said)
        asked.append(statements)
    assert asked[0] == asked[1]
    assert asked[0]["Left"] == asked[0]["F"] == 0
    assert 0 < asked[0]["X"] < 40


def test_keys_draw_as_little_in_a_long_article(open_invented: Callable[[int], Reader], worked: Counter[str]):
    drawn = []
    for length in (SHORT, LONG):
        reader = open_invented(length)
        reader.bench.put(Place.at(3_000))
        QTest.qWait(60)
        worked.clear()
        for key in ("X", "Ctrl+}", "Ctrl+Z", "Ctrl+Z"):
            reader.press(key)
        drawn.append((worked["draw_line"], worked["_drawn"]))
    assert drawn[0] == drawn[1]
    assert 0 < drawn[0][0] < 20


def test_what_is_painted_again_is_not_worked_out_again(open_invented: Callable[[int], Reader], worked: Counter[str]):
    reader = open_invented(SHORT)
    reader.bench.put(Place.at(3_000))
    QTest.qWait(60)
    worked.clear()
    reader.window.view.viewport().repaint()
    assert not worked


def test_a_line_that_appears_below_draws_no_line_anew(open_invented: Callable[[int], Reader], worked: Counter[str]):
    """The hints' own line takes some of the height of the page, and none of its width."""
    reader = open_invented(SHORT)
    reader.bench.put(Place.at(3_000))
    reader.press("F", "Esc")
    QTest.qWait(60)
    worked.clear()
    reader.press("F", "Esc")
    assert worked["draw_line"] == worked["_drawn"] == worked["likelihood"] == 0


def test_another_width_draws_lines_anew(open_invented: Callable[[int], Reader], worked: Counter[str]):
    reader = open_invented(SHORT)
    QTest.qWait(60)
    worked.clear()
    sizes = reader.window.splitter.sizes()
    reader.window.splitter.setSizes([sizes[0] + 150, sizes[1] - 300, sizes[2] + 150])
    QTest.qWait(60)
    assert worked["draw_line"] > 5


def test_an_edit_changes_only_the_rows_of_findings_that_differ(
    open_invented: Callable[[int], Reader], worked: Counter[str]
):
    reader = open_invented(SHORT)
    found = reader.window.inspector.found
    found.show_all()
    rows = [found.list.item(row).text() for row in range(found.list.count())]
    assert len(rows) > 5
    reader.bench.put(Place.at(3_000))
    reader.press("X")
    worked.clear()
    found.show_all()
    assert worked["_item"] < 5
    reader.press("Ctrl+Z")
    found.show_all()
    assert [found.list.item(row).text() for row in range(found.list.count())] == rows


def test_the_find_line_keeps_its_layout_while_one_types(open_reader: OpenReader):
    reader = open_reader("قال الوزير إن السدود امتلأت هذا العام. " * 60)
    reader.press("Ctrl+F")
    bar = reader.window.aids.findbar
    assert bar is not None
    QTest.qWait(30)
    before = bar.count.geometry(), bar.field.geometry(), reader.window.view.geometry()
    for query in ("ا", "ال", "السد", "لا أحد"):
        bar.field.setText(query)
        reader.bench.seeking.look(query=query)
        QApplication.processEvents()
        assert (bar.count.geometry(), bar.field.geometry(), reader.window.view.geometry()) == before
    assert bar.count.text()


class Paintings(QObject):
    """Counts the paintings of a widget."""

    def __init__(self, watched: QObject) -> None:
        super().__init__(watched)
        self.count = 0
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def test_a_step_in_the_list_of_a_paints_nothing_behind_it(open_reader: OpenReader):
    reader = open_reader("زار الوفد بغداد اليوم ثم عاد من بغداد. " * 30)
    reader.mark("G", "بغداد")
    reader.press("A")
    (panel,) = [each for each in reader.window.findChildren(Everywhere) if each.isVisible()]
    QTest.qWait(400)
    assert panel.model.rowCount() == 59
    behind = Paintings(reader.window.view.viewport())
    own = Paintings(panel.list.viewport())
    panel.list.setCurrentIndex(panel.model.index(4))
    QTest.qWait(30)
    assert own.count > 0
    assert behind.count == 0


def test_an_article_is_laid_out_no_further_than_to_its_caret_when_it_is_opened(open_reader: OpenReader):
    reader = open_reader("\n\n".join(["كلام كثير عن أمور لا يهتم بها أحد. " * 8] * 300), "قصير")
    first, second = (row.id for row in reader.bench.store.queue(reader.bench.layer))
    for article in (second, first):
        reader.bench.open_article(article)
    view = reader.window.view
    assert view.document().firstBlock().layout().lineCount() > 0
    assert view.document().lastBlock().layout().lineCount() == 0
    reader.bench.put(Place.at(reader.bench.reading.paragraphs[-1].start))
    assert view.document().lastBlock().layout().lineCount() > 0


def test_marks_of_an_opened_article_are_not_looked_through_for_garbage_and_go_with_it(open_reader: OpenReader):
    reader = open_reader("زار الوفد بغداد وبيروت.", "قصير")
    bench = reader.bench
    first, second = (row.id for row in bench.store.queue(bench.layer))
    reader.mark("G", "بغداد")
    bench.open_article(first)
    assert not any(each is bench.marks for each in gc.get_objects())
    marks, reading = ref(bench.marks), ref(bench.reading)
    bench.open_article(second)
    QApplication.processEvents()
    bench.open_article(first)
    QApplication.processEvents()
    assert marks() is None and reading() is None
