"""The inspector: the mark at hand with its slots and attributes, what its label means, and the article's findings."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.domain.annotation import Annotation
from app.domain.codebook import CLAIM, QUOTE, Kind
from app.domain.errors import TawsimError
from app.ui.commands import Commands
from app.ui.entry_line import EntryLine
from app.ui.fields import AttributeField, SlotRow, make_field
from app.ui.findings_list import FindingsList
from app.ui.telling import name_of, origin_of
from app.ui.words import isolated, said, tr
from app.workbench.actions.framing import slot_action
from app.workbench.bench import Workbench
from app.workbench.making import with_attribute

_SHOWN = 220  # code points of a mark's text; longer ones are cut with an ellipsis
_LEISURE = 250  # milliseconds for a new window to be painted and used, before its hidden pages are made


class KindPage(QWidget):
    """What the inspector shows of one kind: built once, then only filled."""

    def __init__(
        self,
        kind: Kind,
        press: Callable[[str], None],
        change: Callable[[str, object], None],
        shown: Callable[[str], str],
    ) -> None:
        super().__init__()
        self.kind = kind
        self._shown = shown
        self.heading = _label("heading")
        self.heading.setWordWrap(True)
        self.text = _label("")
        self.text.setFont(_reading_font())
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.origin = _label("faint")
        self.origin.setWordWrap(True)
        self.guideline = _label("faint")
        self.guideline.setWordWrap(True)
        self.entry = EntryLine()
        self.slots = [SlotRow(slot, press) for slot in kind.slots if slot.key and kind.id in (QUOTE, CLAIM)]
        self.fields: list[AttributeField] = [make_field(attribute, change) for attribute in kind.attributes]
        self.stops: list[QWidget] = [*self.slots, *(field.editor for field in self.fields)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(7)
        for part in (self.heading, self.text, self.entry, *self.slots, *self.fields, self.origin, self.guideline):
            column.addWidget(part)
        column.addStretch()

    def show_mark(self, bench: Workbench, mark: Annotation) -> None:
        label, name = bench.codebook.shown(mark.kind, mark.label), name_of(bench.codebook, mark)
        self.heading.setText(f"{name} · {mark.label}" if mark.label.isupper() else name)
        shown = mark.shown
        self.text.setText(shown if len(shown) <= _SHOWN else shown[:_SHOWN] + "…")
        self.entry.show_mark(bench, mark)
        for row in self.slots:
            row.show_key(self._shown(slot_action(str(row.slot.key))))
            row.show_value(bench, mark)
        for field in self.fields:
            field.show_value(mark.attributes.get(field.attribute.id))
        self.origin.setText(origin_of(mark))
        self.guideline.setText("\n".join([said(label.definition), *map(isolated, label.examples)]))


class Pages(dict[str, KindPage]):
    """The pages by kind, each made and put into the pile when it is first asked for: a window is there sooner."""

    def __init__(self, make: Callable[[str], KindPage], pile: QVBoxLayout, put: Callable[[KindPage], None]) -> None:
        super().__init__()
        self._make, self._pile, self._put = make, pile, put

    def __missing__(self, kind: str) -> KindPage:
        page = self[kind] = self._make(kind)
        page.hide()
        self._pile.addWidget(page)
        self._put(page)
        return page


class InspectorPane(QWidget):
    """Follows the mark at hand. Fields write an edit when they are left or confirmed."""

    def __init__(self, bench: Workbench, press: Callable[[str], None], commands: Commands) -> None:
        super().__init__()
        self.setObjectName("pane")
        self.setAccessibleName(tr("Inspector"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._bench, self._commands = bench, commands
        self._shown: object = None
        self.nothing = _label("faint")
        self.nothing.setWordWrap(True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self.current: QWidget = self.nothing
        stack = QWidget()
        pile = QVBoxLayout(stack)
        pile.setContentsMargins(0, 0, 0, 0)
        pile.addWidget(self.nothing)
        self.pages = Pages(
            lambda kind: KindPage(bench.codebook.kind(kind), press, self._change, commands.shown), pile, self._chain
        )
        self._scroll = scroll = QScrollArea()
        scroll.setWidget(stack)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.viewport().setAutoFillBackground(False)
        self.found = FindingsList(bench, commands.trouble)
        self.findings = self.found.list
        self.setMinimumWidth(230)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 10)
        column.addWidget(scroll, 1)
        column.addWidget(self.found)
        self._soon = QTimer(self, singleShot=True, interval=0)  # once a key, and behind the article's painting
        self._soon.timeout.connect(self._follow)
        bench.opened.listen(self._follow_move)
        bench.moved.listen(self._follow_move)
        bench.edited.listen(self._follow_edit)
        commands.rebound.listen(self._follow_keys)
        self._follow()
        self._unmade = [kind.id for kind in bench.codebook.kinds]
        QTimer.singleShot(_LEISURE, self, self._make_pages)

    def detach(self) -> None:
        self.found.detach()
        self._soon.stop()
        self._bench.opened.forget(self._follow_move)
        self._bench.moved.forget(self._follow_move)
        self._bench.edited.forget(self._follow_edit)
        self._commands.rebound.forget(self._follow_keys)

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
        stops = self.current.stops if isinstance(self.current, KindPage) else []
        return stops[0] if stops else self.findings

    def _follow_move(self, _news: object) -> None:
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

    def _follow_edit(self, _news: object) -> None:
        self._shown = None
        self._soon.start()

    def _follow_keys(self, _news: object) -> None:
        self._shown = None
        self._soon.start()

    def _change(self, name: str, value: object) -> None:
        mark = self._bench.at_hand()
        if mark is None or mark.attributes.get(name) == value:
            return
        try:
            self._bench.do(with_attribute(self._bench, mark, name, value))
        except TawsimError as error:
            self._commands.trouble(error)

    def show_findings(self) -> None:
        """Check the article again and list what is found; what is at hand is shown too, should it wait for its turn."""
        self._follow()
        self.found.show_all()


def _label(name: str) -> QLabel:
    made = QLabel()
    made.setObjectName(name)
    made.setMinimumWidth(1)  # an address as long as the pane is cut off and does not widen it
    return made


def _reading_font() -> QFont:
    font = QFont("Amiri")
    font.setPixelSize(21)
    return font
