"""Small parts that actions have the window open, each made when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit

from app.domain.codebook import CUE, ENTITY
from app.domain.errors import N_
from app.workbench.bench import Workbench

if TYPE_CHECKING:
    from app.ui.everywhere import Everywhere
    from app.ui.window import MainWindow


def open_keys(window: MainWindow) -> None:
    """The key sheet."""
    from app.ui.keysheet import KeySheet  # noqa: PLC0415 - a window is sooner there without its widgets

    KeySheet(window.commands, window)


def open_reading(window: MainWindow) -> None:
    """The reading comfort, or away with it where it is open."""
    from app.ui.reading_panel import ReadingPanel  # noqa: PLC0415 - see open_keys

    for panel in window.findChildren(ReadingPanel):
        return panel.dismiss()
    panel = ReadingPanel(window.comfort, window.set_comfort, window.view.page.rtl, window)
    window.comfort_changed.connect(panel.show_comfort)


def open_report(window: MainWindow) -> None:
    """The last report of an unforeseen error, to be read before anybody else gets it."""
    from app.ui.report_panel import ReportPanel  # noqa: PLC0415 - see open_keys
    from app.ui.reports import newest  # noqa: PLC0415 - see open_keys

    path = newest()
    if path is None:
        return window.bench.say(N_("There is no report: nothing unforeseen has happened."))
    ReportPanel(path, window)


def open_everywhere(window: MainWindow) -> None:
    """Where the words of the mark at hand, the one that has the focus, stand once more."""
    from app.workbench.everywhere import wanted  # noqa: PLC0415 - see open_keys

    bench = window.bench
    source = bench.at_hand((ENTITY, CUE))
    if source is None or bench.reading is None:
        return
    sought = wanted(bench.reading, source)
    if sought is None:
        return bench.say(N_("There is no word in this mark to look for."))
    made_everywhere(window).look_for(source, sought)


def made_everywhere(window: MainWindow) -> Everywhere:
    """The panel of A, over the middle of the window: the one that is there, unless the theme or the font was another
    then."""
    from app.ui.everywhere import Everywhere  # noqa: PLC0415 - see open_keys

    font = window.view.document().defaultFont()
    made: list[Everywhere] = window.findChildren(Everywhere, options=Qt.FindChildOption.FindDirectChildrenOnly)
    for each in made:
        if each.fits(window.theme, font):
            return each
        each.deleteLater()
    return Everywhere(window.bench, window.theme, font, window, window.trouble)


def parts(window: MainWindow) -> dict[str, Callable[[], object]]:
    """The panels by the names of the window's actions."""
    from app.ui.frames import open_frames  # noqa: PLC0415 - see open_keys
    from app.ui.keeping import keep_parts  # noqa: PLC0415 - as above
    from app.ui.reprints import open_reprints  # noqa: PLC0415 - as above

    cards = ("article.note", "article.tags", "article.assign")
    return {
        **{name: partial(_open_own_card, window, name) for name in cards},
        **keep_parts(window),
        "view.frames": partial(open_frames, window),
        "edit.copy": partial(copy_words, window.bench),
        "mark.everywhere": partial(open_everywhere, window),
        "article.reprints": partial(open_reprints, window),
        "view.keys": partial(open_keys, window),
        "view.reading": partial(open_reading, window),
        "view.report": partial(open_report, window),
        "view.queue.views": partial(_open_views, window),
        "view.progress": partial(
            _later, window, ("app.ui.progress_page", "pyqtgraph"), partial(_open_progress, window)
        ),
        "project.export": partial(_later, window, ("app.ui.outgo.page",), window.files.export),
        "project.release": partial(_later, window, ("app.ui.outgo.release",), window.files.release),
    }


def _later(window: MainWindow, modules: tuple[str, ...], open_page: Callable[[], object]) -> None:
    """Open a page when its modules are read."""
    from app.ui.opening_later import open_when_read  # noqa: PLC0415 - see open_keys

    open_when_read(window, modules, open_page)


def open_card(window: MainWindow, what: str, article: str) -> None:
    """The note, the tags or the assignees of an article."""
    from app.ui.card_panel import CardPanel  # noqa: PLC0415 - see open_keys

    CardPanel(window.bench, what, article, window, window.trouble)


def _open_own_card(window: MainWindow, what: str) -> None:
    if window.bench.article is not None:
        open_card(window, what, window.bench.article.id)


def _open_views(window: MainWindow) -> None:
    from app.ui.queue_views import QueueViews  # noqa: PLC0415 - see open_keys

    QueueViews(window.bench, window, window.trouble)


def _open_progress(window: MainWindow) -> None:
    from app.ui.progress_page import ProgressPage  # noqa: PLC0415 - see open_keys

    ProgressPage(window.bench, window.theme, window, window.trouble)


def copy_words(bench: Workbench) -> None:
    """The selected words as the article has them: never read back from the widget, which changes some spaces."""
    focused = QApplication.focusWidget()
    if isinstance(focused, QLineEdit):
        return focused.copy()
    selection = bench.place.selection
    if bench.article is not None and selection is not None:
        QGuiApplication.clipboard().setText(bench.article.text[selection.start : selection.end])
