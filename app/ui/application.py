"""Starting and running the window: fonts, language, theme, the open project, and what happens on trouble."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from importlib import import_module
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QFont, QFontDatabase, QIcon
from PySide6.QtWidgets import QApplication

from app import __version__, resources
from app.domain.codebook import Codebook
from app.domain.errors import N_, TawsimError
from app.store import HeldElsewhere
from app.ui import settings, words
from app.ui.courtesy import answer_jobs
from app.ui.known_names import KnownNames
from app.ui.pages_ahead import PagesAhead
from app.ui.parts_ahead import PartsAhead
from app.ui.reports import Reporter
from app.ui.tidying import Tidying
from app.ui.window import MainWindow
from app.workbench.annotator import annotator
from app.workbench.bench import Workbench
from app.workbench.lexicons import lexicons_with, own_words_or_none
from app.workbench.opening import is_free, open_for
from app.workbench.saying import Said

_FONTS = {"fontpkg_amiri": ("Regular",), "fontpkg_ibm_plex_sans_arabic": ("Regular", "Medium", "SemiBold", "Bold")}
_LOOK_AGAIN = 2000  # milliseconds between two looks whether the window that has the project is gone
_UNFORESEEN = N_("Something unforeseen went wrong; your marks are safe. A report lies in {path}.")
_FREE = N_("Nobody else has {path} open any more: it can be written here now.")
_FIRST_GLANCE = 150  # milliseconds for a new window to be painted and to answer, before anything else is begun
_TURN = 0.0005  # seconds after which a worker lets the window go on: a painting asks for Python some dozen times
INTERFACE_FAMILY = "IBM Plex Sans Arabic"
_HAS_FONTS = "tawsim_fonts"


class NoDisplay(TawsimError):
    """There is no screen to show a window on."""


def choose_platform() -> bool:
    """Let Qt fall back to a window off screen where it would abort for want of a display.

    True where somebody chose the platform (QT_QPA_PLATFORM), so that an offscreen window is what they want.
    """
    if "QT_QPA_PLATFORM" in os.environ:
        return True
    if sys.platform.startswith("linux"):
        screens = {"wayland": "WAYLAND_DISPLAY", "xcb": "DISPLAY"}
        there = [platform for platform, variable in screens.items() if os.environ.get(variable)]
        os.environ["QT_QPA_PLATFORM"] = ";".join([*there, "offscreen"])
    return False


def make_application() -> QApplication:
    """The one ``QApplication``, with our fonts, icon and language."""
    existing = QApplication.instance()
    # The style as an argument: setStyle returns one, and Python makes the hundreds of names of QStyle for it.
    application = existing if isinstance(existing, QApplication) else QApplication(["tawsim", "-style", "Fusion"])
    sys.setswitchinterval(_TURN)
    application.setApplicationName("tawsim")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("tawsim")
    if existing is not None:
        application.setStyle("Fusion")
    if not application.property(_HAS_FONTS):  # to ask Qt for its families has it look through all fonts, and once more
        application.setProperty(_HAS_FONTS, True)  # when ours have come
        for package, weights in _FONTS.items():
            for path in _font_files(package, weights):
                QFontDatabase.addApplicationFont(str(path))
    font = QFont(INTERFACE_FAMILY)
    font.setPixelSize(14)
    application.setFont(font)
    answer_jobs(application)
    return application


def speak(language: str) -> None:
    """The interface in ``ar`` or ``en``, mirrored to suit."""
    words.speak(language)
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.setLayoutDirection(words.direction())


def _font_files(package: str, weights: tuple[str, ...]) -> list[Path]:
    folder = Path(import_module(package).ROOT) / "files"
    return [path for path in sorted(folder.glob("*.ttf")) if path.stem.rpartition("-")[2] in weights]


class Session(QObject):
    """The window and its project; both are made anew when another project or language is asked for."""

    def __init__(self, project: Path, layer: str | None = None, author: str | None = None) -> None:
        super().__init__()
        speak(settings.read("language", "ar"))
        self._known = KnownNames()
        self._known.here.connect(self._show_names)
        self._ahead = PagesAhead(self._known.here, self._rehearse, self)
        self._ahead.ready.connect(self._make_parts)
        self._parts: PartsAhead | None = None
        self._tidying = Tidying(self)
        self._closed = False
        self._said: Said | None = None
        self._author = author or annotator()
        self._waiting = QTimer(self, interval=_LOOK_AGAIN)
        self._waiting.timeout.connect(self.take_over)
        self.bench = self._bench(project, layer)
        self.window = self._show()

    def _bench(self, project: Path, layer: str | None) -> Workbench:
        store = open_for(project, self._author)
        own, self._words_trouble = own_words_or_none(store)
        lexicons = self._known.lexicons = partial(lexicons_with, own)
        bench = Workbench(store, author=self._author, layer=layer, lexicons=lexicons, known=self._known.know)
        bench.ready = self._known.read
        bench.said.listen(self._remember)
        self._tidying.follow(bench)
        bench.recoded.listen(self._follow_codebook)
        bench.resume()
        settings.write("project", str(project.resolve()))
        self._waiting.start() if isinstance(store.why_readonly, HeldElsewhere) else self._waiting.stop()
        return bench

    def _show(self) -> MainWindow:
        window = MainWindow(self.bench)
        window.reopen.connect(self.reopen)
        window.show()
        window.activateWindow()
        QTimer.singleShot(_FIRST_GLANCE, self._known, self._begin_to_read)
        for trouble in (self._words_trouble, self.bench.store.why_readonly):
            if trouble is not None:
                window.trouble(trouble)
        unread = self.bench.store.codebook_trouble
        if unread is not None:  # all is saved, so that it is no trouble of that kind
            told = {name: words.isolated(str(value)) for name, value in unread.values.items()}
            self.bench.say(unread.template, grave=True, **told)
        return window

    def _begin_to_read(self) -> None:
        """What the first painting did not wait for."""
        gc.freeze()  # what the start has made stays, and no look for garbage has to walk through it
        gc.enable()
        QApplication.setWindowIcon(QIcon(str(resources.path("icons/tawsim.svg"))))
        self._known.start()

    def _show_names(self) -> None:
        """What depends on the word lists can be shown now, unless the window was closed while they were read."""
        if self._closed:
            return
        self.bench.ready = True
        self.window.view.show_target()
        self.window.aids.lens.wake()
        gc.freeze()  # what is there by now stays; looking at all of it again, in the midst of typing, takes 40 ms

    def _rehearse(self) -> Iterator[None]:
        from app.workbench.rehearsing import rehearse

        return rehearse(self.bench.lexicons, self._known.know, self.bench.codebook)

    def _make_parts(self) -> None:
        """What only the window can make of what its keys need; in one that takes its place, again."""
        if not self._closed:
            self._parts = PartsAhead(self.window)

    def _remember(self, said: Said) -> None:
        self._said = said

    def _follow_codebook(self, _codebook: Codebook) -> None:
        """Labels, keys and colours are others now: the window is built anew, and says again what was said."""
        QTimer.singleShot(0, self, self._build_anew)

    def _build_anew(self) -> None:
        if self._closed:
            return
        self.reopen("")
        if self._said is not None:
            self.bench.said.tell(self._said)

    def reopen(self, project: str) -> None:
        """Another project, the same one read anew, or (without a name) as it is in the language that was chosen."""
        bench = None
        again = bool(project) and Path(project).resolve() == self.bench.store.path.resolve()
        if again and self.bench.store.hold is not None:
            self.bench.store.hold.release()  # the window that takes its place shall have it
        if project:
            try:
                bench = self._bench(Path(project), self.bench.layer if again else None)
            except TawsimError as error:
                return self.window.trouble(error)
        self._replace(bench, again)

    def take_over(self) -> None:
        """Open the project for writing, once nobody else has it any more."""
        store = self.bench.store
        if self._closed or self.window.files.busy or not is_free(store, self._author):
            return
        try:
            bench = self._bench(store.path, self.bench.layer)
        except TawsimError as error:
            return self.window.trouble(error)
        self._replace(bench, again=True)
        if not bench.store.readonly:
            bench.say(_FREE, path=store.path)

    def _replace(self, bench: Workbench | None, again: bool) -> None:
        """A new window, on another bench when there is one; ``again``: of the same project, read anew."""
        if bench is not None and again and self.bench.article is not None:
            with suppress(TawsimError):
                bench.open_article(self.bench.article.id)
        speak(settings.read("language", "ar"))
        gc.unfreeze()
        old, old_bench, parts = self.window, self.bench, self._parts
        if parts is not None:
            parts.detach()
        self.bench = bench or self.bench
        old.detach()
        self.window = self._show()
        if parts is not None:
            self._make_parts()
        old.close()
        old.deleteLater()
        if bench is not None:
            old_bench.close()
        if again and self._said is not None:
            self.bench.said.tell(self._said)
        gc.freeze()

    def say_unforeseen(self, report: str) -> None:
        """Tell calmly of an error that nobody foresaw."""
        self.bench.say(_UNFORESEEN, grave=True, path=words.isolated(report))

    def close(self) -> None:
        if self._closed:
            return
        self._closed = True
        self._waiting.stop()
        self._known.here.disconnect(self._show_names)
        self._known.finish()
        self._ahead.finish()
        if self._parts is not None:
            self._parts.detach()
        self._tidying.end()
        gc.unfreeze()
        self.window.close()
        self.window.detach()
        self.window.deleteLater()
        self.bench.close()


def open_window(project: Path, layer: str | None = None) -> int:
    """Show the project until the window is closed; the exit status. ``TawsimError`` when it cannot be opened."""
    chosen = choose_platform()
    application = make_application()
    if application.platformName() == "offscreen" and not chosen:
        raise NoDisplay(N_("There is no display to open a window on. Without one, use the commands: tawsim --help"))
    try:
        session = Session(project, layer)
    except TawsimError as error:
        if sys.stderr is None or "GIO_LAUNCHED_DESKTOP_FILE" in os.environ:  # nobody reads the terminal
            from app.ui.at_start import ask_at_start

            rescued = ask_at_start(project, error)
            if rescued is not None:
                return open_window(rescued)
        raise
    reporter = Reporter(session.say_unforeseen)
    reporter.install()
    status = application.exec()
    session.close()
    return status
