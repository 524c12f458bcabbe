"""The main window: three panes around one bench, and the parts that actions ask it to open."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QVBoxLayout, QWidget

from app.domain.errors import TawsimError
from app.domain.span import Span
from app.store import StoreError
from app.ui import claiming, keyhold, panels, register_parts, settings, style, theme
from app.ui.aids import Aids
from app.ui.article.view import ArticleView
from app.ui.codebook import open_editor
from app.ui.comfort import USUAL, Comfort, keep_comfort, read_comfort
from app.ui.commands import Commands
from app.ui.fieldkeys import FieldKeys
from app.ui.files import Files
from app.ui.hintbar import HintBar
from app.ui.inspector import InspectorPane
from app.ui.keeping import Keeper, offer_rescue
from app.ui.overlay import close_panels
from app.ui.queue import QueuePane
from app.ui.queue_keys import QueueKeys
from app.ui.reprints import LookingAhead
from app.ui.search import Searched, corpus_parts
from app.ui.shifted import ShiftedLetters
from app.ui.speaking import Speaker
from app.ui.statusline import StatusLine
from app.ui.strip import LabelStrip
from app.ui.words import direction, language, tr
from app.workbench.actions import marking, table
from app.workbench.bench import Workbench

if TYPE_CHECKING:
    from app.ui.keypage import KeyPage
    from app.ui.palette import Palette


class MainWindow(QMainWindow):
    """One project in one window. ``reopen`` is told when it must be built anew: another project or language.
    ``comfort_changed`` is told how the article is read from now on."""

    there = True
    reopen = Signal(str)
    comfort_changed = Signal(object)

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self.bench = bench
        self.setAcceptDrops(True)
        self.setLayoutDirection(direction())
        self.searched = Searched()
        self.comfort = read_comfort()
        self.theme = self.comfort.dress
        bench.activity.on = settings.read("active_time", "on") != "off"
        self._build()
        bench.window = self
        self.files = Files(self)
        self.keeper = Keeper(self)
        self._dress()
        self.view.set_comfort(self.comfort)
        self.setMinimumSize(900, 560)  # fixed, so that no pane can make the window grow while one works
        self.resize(1400, 860)
        settings.restore_geometry(self)
        bench.opened.listen(self._show_title)
        bench.edited.listen(self._show_title)
        self._show_title(bench.article)
        self.view.setFocus()
        keyhold.begin(self.commands)

    def _build(self) -> None:
        bench = self.bench
        self.view = ArticleView(bench, self.theme)
        self.view.setAccessibleName(tr("Article"))
        self.setFocusProxy(self.view)  # where the keyboard goes when what had it is gone
        self.view.trouble.connect(self.trouble)
        self.view.menu_wanted.connect(self.open_menu)
        actions = table(bench.codebook, marking.mark)
        self.commands = Commands(actions, keyhold.usual(actions), bench, self, self.view, self.trouble)
        self.commands.fill(self.menuBar())
        self.commands.rebound.listen(lambda table: self.view.set_keymap(table.keymap))
        self.view.set_keymap(self.commands.table.keymap)
        ShiftedLetters(self.commands, bench, self.view)
        FieldKeys(self.commands, self)
        self.menuBar().setAccessibleName(tr("Menu bar"))
        self.status = StatusLine(bench)
        self.setStatusBar(self.status)
        self.queue = QueuePane(bench, self.status.show_trouble)
        self.queue.chosen.connect(self._open_article)
        self.queue_keys = QueueKeys(bench, self.queue, self.trouble, partial(panels.open_card, self))
        self.commands.rebound.listen(lambda table: setattr(self.queue_keys, "keymap", table.keymap))
        self.queue_keys.keymap = self.commands.table.keymap
        self.commands.rebound.listen(lambda _table: self.queue.show_key(self.commands.shown("view.queue")))
        self.queue.show_key(self.commands.shown("view.queue"))
        self.inspector = InspectorPane(bench, self._press_slot, self.commands)
        self.strip = LabelStrip(bench.codebook, self.theme, self.commands, self._run_and_return)
        self.hintbar = HintBar(bench)
        self.speaker = Speaker(bench, self.view)
        self.status.spoken.connect(self.speaker.say)
        self.aids = Aids(bench, self.view, self._to, self.trouble)
        self.ahead = register_parts.ReadingAhead(bench.register, self)
        self.looking = LookingAhead(bench, self)
        self.looking.looked.connect(self.queue.model.refresh_rows)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.view, 1)
        column.addWidget(self.hintbar)
        column.addWidget(self.aids)
        column.addWidget(self.strip)
        self.splitter = QSplitter()
        self.splitter.setHandleWidth(1)
        for part in (self.queue, middle, self.inspector):
            self.splitter.addWidget(part)
        self.splitter.setSizes([250, 860, 290])
        self.splitter.setCollapsible(1, False)
        self.setCentralWidget(self.splitter)

    # what actions ask for (app.workbench.window.Window)

    def line(self, position: int, step: int) -> int:
        return self.view.line(position, step)

    def lines_in_view(self) -> int:
        return self.view.lines_in_view()

    def visible(self) -> Span:
        return self.view.visible(self.hintbar.coming)

    def zoom(self, steps: int) -> None:
        self.set_comfort(self.comfort.sized(self.comfort.size + 2 * steps if steps else USUAL.size))

    def ask(self, what: str) -> None:
        """Open the part of that name; the names are those of the window's actions."""
        parts: dict[str, Callable[[], object]] = {
            "project.new": self.files.new_project,
            "project.open": self.files.open_project,
            "project.import": self.files.bring_in,
            "project.layer": self.files.choose_layer,
            "project.quit": self.close,
            "edit.undo.long": self.files.undo,
            "edit.redo.long": self.files.redo,
            **claiming.mark_parts(self),
            "view.palette": self.open_palette,
            "view.keymap": self.open_key_page,
            "view.menu": lambda: self.open_menu(self.view.caret_on_screen()),
            "view.menubar": lambda: self.menuBar().setActiveAction(self.menuBar().actions()[0]),
            "view.queue": lambda: self._to(self.queue.search),
            "view.article": lambda: self._to(self.view),
            "view.inspector": self.inspector.focus_first,
            "view.pane": lambda: self._next_pane(1),
            "view.pane.back": lambda: self._next_pane(-1),
            **self.aids.parts,
            **panels.parts(self),
            **corpus_parts(self),
            "view.theme": lambda: self._wear(theme.following(self.theme)),
            **{f"view.theme.{each.name}": partial(self._wear, each) for each in theme.THEMES.values()},
            "view.focus": lambda: self.set_comfort(self.comfort.but(focus_mode=not self.comfort.focus_mode)),
            "view.severities": self.inspector.found.open_severities,
            "view.codebook": partial(open_editor, self),
            "view.language": self._other_language,
        }
        parts[what]()

    # its own part

    def trouble(self, error: TawsimError) -> None:
        """Show what the analyst can act on; a write that failed is not taken for saved."""
        self.status.show_trouble(error)
        self.status.show_saved(not isinstance(error, StoreError))
        offer_rescue(self, error)

    def open_palette(self) -> Palette:
        """The palette, over the middle of the window."""
        from app.ui.choices import Choices  # noqa: PLC0415 - a window is sooner there without its widgets
        from app.ui.palette import Palette  # noqa: PLC0415 - as above

        choices = Choices(self, self._run_and_return, self._open_article)
        return Palette(choices, self.commands.table.keymap.other_layout, self.theme, self)

    def open_key_page(self) -> KeyPage:
        """The page on which keys are changed."""
        from app.ui.keypage import KeyPage  # noqa: PLC0415 - as above

        return KeyPage(self.commands, self.theme, self)

    def open_menu(self, at: QPoint) -> None:
        """The menu of what can be done at the caret, at a point of the screen."""
        from app.ui.article.context import ContextMenu  # noqa: PLC0415 - a window is sooner there without it

        if QApplication.activePopupWidget() is None:  # X11 sends the Menu key as a wish for a menu, and as a key too
            ContextMenu(self.commands, self.bench, self.view).popup(at)

    def set_comfort(self, comfort: Comfort) -> None:
        """Read like this from now on, and remember it."""
        before, self.comfort = self.comfort, comfort
        if comfort.theme != before.theme:
            self._set_theme(comfort.dress)
        self.view.set_comfort(comfort)
        keep_comfort(comfort, before)
        self.comfort_changed.emit(comfort)

    def _wear(self, chosen: theme.Theme) -> None:
        self.set_comfort(self.comfort.but(theme=chosen.name))

    def _run_and_return(self, name: str) -> None:
        """Run an action that was chosen elsewhere; the keyboard goes back to the article if it is one of its own."""
        if self.commands.actions[name].article:
            self.view.setFocus()
        self.commands.run(name)

    def _press_slot(self, name: str) -> None:
        (self._run_and_return if name.startswith("slot.") else self.commands.run)(name)

    def _open_article(self, article: str) -> None:
        try:
            self.bench.open_article(article)
        except TawsimError as error:
            self.trouble(error)
        self.view.setFocus()

    def _show_title(self, article: object) -> None:
        project, name = self.bench.store.path.stem, self.bench.article.name if self.bench.article else ""
        self.setWindowTitle(f"{name} — {project}" if name else f"{project} — {tr('Tawsim')}")

    def _to(self, widget: QWidget) -> None:
        widget.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _next_pane(self, step: int) -> None:
        stops: list[QWidget] = [self.queue.list, self.view, self.inspector]
        panes = [self.queue, self.view, self.inspector, self.status]
        if self.status.button.isVisible():
            stops.append(self.status.button)
        focused = QApplication.focusWidget()
        here = next((n for n, pane in enumerate(panes) if _within(focused, pane)), 1)
        following = stops[(here + step) % len(stops)]
        if following is self.inspector:
            return self.inspector.focus_first()
        self._to(following)

    def _set_theme(self, chosen: theme.Theme) -> None:
        self.theme = chosen
        self._dress()
        self.view.set_theme(chosen)
        self.strip.set_theme(chosen)

    def _dress(self) -> None:
        """The application in the theme. Widgets are made before: in a dressed application making them takes longer."""
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        if application.styleSheet() != style.sheet(self.theme):
            application.setPalette(theme.palette(self.theme))
            application.setStyleSheet(style.sheet(self.theme))

    def _other_language(self) -> None:
        settings.write("language", "en" if language() == "ar" else "ar")
        QTimer.singleShot(0, self, lambda: self.reopen.emit(""))

    def detach(self) -> None:
        """Stop following the bench, which may live on in another window; panels close as by a press elsewhere."""
        close_panels(self)
        self.files.close()
        for part in (self.view, self.queue, self.inspector, self.status, self.hintbar, self.speaker, self.aids):
            part.detach()
        for follower in (self.ahead, self.looking, self.keeper):
            follower.detach()
        self.bench.opened.forget(self._show_title)
        self.bench.edited.forget(self._show_title)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        from app.ui.intake.arriving import takes  # noqa: PLC0415 - only while something is dragged

        if takes(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.files.bring_in().take_from(event.mimeData(), tr("Dropped text"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc that nothing else takes leads back to the article, from wherever the keyboard is."""
        if event.key() == Qt.Key.Key_Escape:
            return self._to(self.view)
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        settings.keep_geometry(self)
        super().closeEvent(event)


def _within(widget: QWidget | None, pane: QWidget) -> bool:
    return widget is not None and (widget is pane or pane.isAncestorOf(widget))
