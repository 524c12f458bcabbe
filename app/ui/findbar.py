"""The line to find words in (Ctrl+F): what to look for, how to compare, how many there are, the way through them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
)

from app.domain.errors import N_
from app.domain.text.folding import EXACT, LEVELS, LIGHT, STRONG
from app.domain.text.search import Matches
from app.ui import settings
from app.ui.article.matches import MatchGrounds
from app.ui.article.matchstrip import MatchStrip
from app.ui.article.view import ArticleView
from app.ui.restyling import restyle
from app.ui.steady import hold
from app.ui.usual_keys import ENTERS
from app.ui.words import tr
from app.workbench.actions import finding
from app.workbench.bench import Workbench
from app.workbench.seeking import Seeking

_NAMES = {EXACT: N_("Exact"), LIGHT: N_("Light level"), STRONG: N_("Strong level")}
_TOLD = {
    EXACT: N_("Just what is typed"),
    LIGHT: N_("Whatever the vowel signs, tatweel, invisible characters, forms of alef, yeh and digits"),
    STRONG: N_("As light, and ة as ه, ؤ as و, ئ as ي"),
}


_SIDE, _GAP = 12, 4  # pixels at both ends, and between two parts
_WIDEST = 88888  # a number as wide as most counts of matches
_MANY = 24  # matches from which on the whole view is painted again


class FindBar(QFrame):
    """Finds while one types, from the caret on. The caret stays until the keyboard goes back to the article: then the
    match is selected. ``back`` gives the article the keyboard."""

    def __init__(self, bench: Workbench, view: ArticleView, back: Callable[[], None]) -> None:
        super().__init__()
        self._bench, self._view, self._back = bench, view, back
        seeking = bench.seeking
        seeking.level = level if (level := settings.read("find_level", LIGHT)) in LEVELS else LIGHT
        seeking.whole = settings.read("find_whole") == "yes"
        self._drawn: tuple[Matches, int | None] = Matches(), None
        self._kept = seeking.level, seeking.whole
        self.setObjectName("pane")
        self.setAccessibleName(tr("Find in the article"))
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Find in the article"))
        self.field.setAccessibleName(tr("Find in the article"))
        self.field.setObjectName("find")
        self.field.setMinimumWidth(50)
        self.count = QLabel()
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.count.setAccessibleName(tr("Matches"))
        self._fill()
        for part in (self.field, *self.findChildren(QToolButton)):
            part.installEventFilter(self)
        self.field.textEdited.connect(lambda text: seeking.look(query=text))
        view.decorate(MatchGrounds(seeking))
        self.strip = MatchStrip(seeking, view)
        seeking.changed.listen(self._show)
        bench.opened.listen(self._show_article)
        self.hide()

    def _fill(self) -> None:
        seeking = self._bench.seeking
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 4, _SIDE, 4)
        column.setSpacing(_GAP)
        self._row, self._ways, self._under = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        for row in (self._row, self._ways, self._under):
            row.setSpacing(_GAP)
        column.addLayout(self._row)
        column.addLayout(self._under)
        self._row.addWidget(self.field, 1)
        self._row.addLayout(self._ways)
        self._under.addStretch(1)
        self.levels = {
            level: self._button(_NAMES[level], _TOLD[level], f"Alt+{number}", partial(seeking.look, level=level))
            for number, level in enumerate(LEVELS, start=1)
        }
        self.words = self._button(
            N_("Words"),
            N_("Whole words only; particles written together with them do not count"),
            "Alt+W",
            lambda: seeking.look(whole=not seeking.whole),
        )
        self.back_button = self._button("↑", N_("Previous match"), "Shift+Enter", lambda: self._step(False))
        self.on_button = self._button("↓", N_("Next match"), "Enter", lambda: self._step(True))
        self.close_button = self._button("✕", N_("Close"), "Esc", self.leave)
        for button in (*self.levels.values(), self.words):
            button.setCheckable(True)
            self._ways.addWidget(button)
        for widget in (self.count, self.back_button, self.on_button, self.close_button):
            self._row.addWidget(widget)

    def _button(self, name: str, told: str, key: str, act: Callable[[], object]) -> QToolButton:
        button = QToolButton()
        button.setText(tr(name))
        button.setToolTip(f"{tr(told)}  \u2066{key}\u2069")
        button.setAccessibleName(tr(told))
        button.setObjectName("find")
        button.clicked.connect(lambda _checked=False: act())
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._wrap()

    def _wrap(self) -> None:
        """In a narrow pane the ways of comparing stand in a line of their own. Were the pane made wider for them, the
        whole article would be laid out anew, and its lines broken elsewhere."""
        below = self._under.indexOf(self._ways) >= 0
        here, there = (self._under, self._row) if below else (self._row, self._under)
        needed = self._row.minimumSize().width() + (self._ways.minimumSize().width() + _GAP if below else 0)
        if (needed + 2 * _SIDE > self.width()) != below:
            here.removeItem(self._ways)
            self._ways.setParent(None)
            there.insertLayout(1 if below else 0, self._ways)

    def detach(self) -> None:
        """Stop following the bench; nothing is shown any more in a window that is built anew."""
        self._bench.seeking.changed.forget(self._show)
        self._bench.opened.forget(self._show_article)
        self._bench.seeking.leave()

    def open(self) -> None:
        """Show it with the keyboard in the field, its words selected so that others can be typed at once."""
        self._bench.seeking.begin()
        self.show()
        self.field.setText(self._bench.seeking.query)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        QTimer.singleShot(0, self, self._bench.seeking.prepare)

    def leave(self) -> None:
        """Close it; the keyboard goes back to the article, the caret to the match."""
        self._bench.seeking.take()
        self._bench.seeking.leave()
        self._back()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and the arrows up and down in the field go from match to match."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            enter = event.key() in ENTERS
            if enter or event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier) or event.key() == Qt.Key.Key_Up
                self._step(not back)
                return True
        elif isinstance(event, QFocusEvent) and event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._follow_keyboard(event)
        return super().eventFilter(watched, event)

    def _follow_keyboard(self, event: QFocusEvent) -> None:
        """A key that leads to the article takes the match along; the mouse has a place of its own in mind."""
        seeking, focused = self._bench.seeking, QApplication.focusWidget()
        if event.gotFocus():
            seeking.typing = True
        elif focused is not None and not self.isAncestorOf(focused):
            if focused is self._view and seeking.shown and event.reason() != Qt.FocusReason.MouseFocusReason:
                return seeking.take()
            seeking.typing = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            return self.leave()
        super().keyPressEvent(event)

    def _step(self, forward: bool) -> None:
        (finding.following if forward else finding.previous)(self._bench)

    def _show_article(self, _article: object) -> None:
        if self._bench.seeking.shown:
            self._show(self._bench.seeking)

    def _show(self, seeking: Seeking) -> None:
        """Show what is looked for, and scroll to the match that is meant."""
        self.setVisible(seeking.shown and (self.isVisible() or seeking.typing))
        self._repaint(seeking)
        if not seeking.shown:
            return
        for level, button in self.levels.items():
            button.setChecked(level == seeking.level)
        self.words.setChecked(seeking.whole)
        self._keep(seeking)
        self._show_count(seeking)
        if seeking.current is not None and seeking.typing:
            self._view.bring_into_view(seeking.current)

    def _repaint(self, seeking: Seeking) -> None:
        """Paint the lines again that had matches or have some now, else all of them."""
        now = (seeking.matches, seeking.at) if seeking.shown else (Matches(), None)
        before, self._drawn = self._drawn, now
        if now[0] is before[0]:
            return self._view.repaint_spans([now[0][at] for at in (before[1], now[1]) if at is not None])
        self.strip.refresh()
        shown = self._view.visible()
        spans = [found[number] for found, _ in (before, now) for number in found.meeting(shown)[: _MANY + 1]]
        self._view.repaint_spans(spans if len(spans) <= _MANY else None)

    def _keep(self, seeking: Seeking) -> None:
        """The way of comparing is remembered."""
        if self._kept != (seeking.level, seeking.whole):
            self._kept = seeking.level, seeking.whole
            settings.write("find_level", seeking.level)
            settings.write("find_whole", "yes" if seeking.whole else "no")

    def _show_count(self, seeking: Seeking) -> None:
        total = len(seeking.matches)
        if not seeking.query:
            shown = ""
        elif seeking.at is None:
            shown = tr("Not here")
        else:
            shown = tr("{at} of {count}").format(at=seeking.at + 1, count=total)
        if shown != self.count.text() or not self.count.minimumWidth():
            self.count.setText(shown)
            hold(self.count, tr("Not here"), tr("{at} of {count}").format(at=_WIDEST, count=_WIDEST))
            self._wrap()
            self.field.setAccessibleDescription(shown)
        restyle(self.count, "grave" if seeking.query and not total else "faint")
