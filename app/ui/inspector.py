"""The inspector: the mark at hand with its slots and attributes, what its label means, and the article's findings."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from app.domain.codebook import CLAIM, QUOTE
from app.domain.edit import Edit
from app.domain.errors import TawsimError
from app.ui.commands import Commands
from app.ui.findings_list import FindingsList
from app.ui.pages import Pages, label
from app.ui.words import tr
from app.workbench.announcing import Following
from app.workbench.bench import Workbench
from app.workbench.making import with_attribute

if TYPE_CHECKING:
    from app.ui.kind_page import KindPage

# Milliseconds without another key: filling a page anew takes as long as painting the article, which comes first.
REST = 40
_LEISURE = 250  # milliseconds for a window that is painted to be used, before its hidden pages are made

_BAR = 11  # pixels of a scroll bar, as the theme draws it


class InspectorPane(QWidget):
    """Follows the mark at hand. Fields write an edit when they are left or confirmed."""

    def __init__(self, bench: Workbench, press: Callable[[str], None], commands: Commands) -> None:
        super().__init__()
        self.setObjectName("pane")
        self.setAccessibleName(tr("Inspector"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._bench, self._commands, self._press = bench, commands, press
        self._shown: object = None
        self._build()
        self._soon = QTimer(self, singleShot=True, interval=REST)
        self._soon.timeout.connect(self._follow)
        self._heard = Following()
        self._heard.listen(bench.opened, self._follow_move)
        self._heard.listen(bench.moved, self._follow_move)
        self._heard.listen(bench.edited, self._follow_anew)
        self._heard.listen(bench.said, self._rest)  # with each key that does something
        self._heard.listen(commands.rebound, self._follow_anew)
        self._follow()
        self._unmade = [kind.id for kind in bench.codebook.kinds]
        self._painted = False

    def _build(self) -> None:
        self.nothing = label("faint")
        self.nothing.setWordWrap(True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self.current: QWidget = self.nothing
        stack = QWidget()
        self._pile = QVBoxLayout(stack)
        self._pile.setContentsMargins(0, 0, 0, 0)
        self._pile.addWidget(self.nothing)
        self.pages = Pages(self._make_page, self._pile, self._chain)
        self._scroll = QScrollArea(widgetResizable=True)
        self._scroll.setWidget(stack)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.viewport().setAutoFillBackground(False)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._keep_room)
        self._keep_room(0, 0)
        self.found = FindingsList(self._bench, self._commands.trouble)
        self.findings = self.found.list
        self.setMinimumWidth(230)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 10)
        column.addWidget(self._scroll, 1)
        column.addWidget(self.found)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:  # not sooner: on a slow machine the window would be there later for it
            self._painted = True
            QTimer.singleShot(_LEISURE, self, self._make_pages)

    def detach(self) -> None:
        self.found.detach()
        self._soon.stop()
        self._heard.end()

    def _keep_room(self, _least: int, most: int) -> None:
        """Keep the scroll bar's room while it is hidden: a finding more or fewer must not shift the fields."""
        room, rtl = 0 if most else _BAR, self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self._pile.setContentsMargins(room if rtl else 0, 0, 0 if rtl else room, 0)

    def _make_page(self, kind: str) -> KindPage:
        from app.ui.kind_page import KindPage  # noqa: PLC0415 - a window is sooner there without its widgets

        bench = self._bench
        return KindPage(bench, bench.codebook.shown_kind(kind), self._commands, self._press, self._change, self._fill)

    def _make_pages(self) -> None:
        """Make the pages that nobody has asked for yet, one at a time, so that none has to be waited for."""
        if self._unmade:
            self.pages[self._unmade.pop()]
            QTimer.singleShot(0, self, self._make_pages)

    def _chain(self, page: KindPage) -> None:
        """Tab goes through a page in the order in which it is read, then to the findings, whenever it was made."""
        for one, following in pairwise((self._scroll, *page.stops, self.findings)):
            QWidget.setTabOrder(one, following)

    def focus_first(self) -> None:
        """Bring the keyboard to the first slot or field, else to the findings."""
        self._follow()
        self._first().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _first(self) -> QWidget:
        page = next((each for each in self.pages.values() if each is self.current), None)
        if page is not None and page.stops:
            return page.stops[0]
        return self if self.findings.isHidden() else self.findings  # hidden while there are none

    def _follow_move(self, _news: object) -> None:
        self._soon.start()

    def _rest(self, _news: object) -> None:
        if self._soon.isActive():
            self._soon.start()

    def _follow(self) -> None:
        """Show the mark at hand; nothing is touched while it stays the same and nothing changed."""
        self._soon.stop()
        mark = self._bench.at_hand()
        shown = (mark, tuple(self._bench.marks.links_from(mark.id))) if mark else self._bench.article
        if shown == self._shown and shown is not None:
            return
        self._shown = shown
        if mark is None:
            self.nothing.setText(
                tr(
                    "No mark under the caret.\n\n"
                    "Arrows move from word to word; a label key marks the stem. {key} shows all keys."
                ).format(key=self._commands.shown("view.keys"))
                if self._bench.article
                else tr("No article is open. Import some: {key}").format(key=self._commands.shown("project.import"))
            )
            self._turn_to(self.nothing)
        else:
            page = self.pages[mark.kind]
            page.show_mark(self._bench, mark)
            self._turn_to(page)

    def _turn_to(self, page: QWidget) -> None:
        """Show one page. The keyboard stays where it is unless it was in the page that goes."""
        if page is not self.current:
            if self.current.isAncestorOf(QApplication.focusWidget() or self):
                self._bench.window.ask("view.article")
            self.current.hide()
            self.current = page
            page.show()

    def _follow_anew(self, _news: object) -> None:
        self._shown = None
        self._soon.start()

    def _change(self, name: str, value: object) -> None:
        mark = self._bench.at_hand()
        if mark is None or mark.attributes.get(name) == value:
            return
        self._fill(with_attribute(self._bench, mark, name, value))

    def _fill(self, edit: Edit) -> None:
        """Do what was chosen in the sentence or a field; the frame keeps the focus, so that its links are seen."""
        mark = self._bench.at_hand()
        try:
            self._bench.do(edit)
            if mark is not None and mark.kind in (QUOTE, CLAIM):
                self._bench.put(self._bench.place, mark.id)
        except TawsimError as error:
            self._commands.trouble(error)

    def show_findings(self) -> None:
        """Check the article again and list what is found; what is at hand is shown too, should it wait for its turn."""
        self._follow()
        self.found.show_all()
