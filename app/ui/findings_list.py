"""The list of findings in the inspector: grave ones first, each with its fix a key away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from time import perf_counter

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSignalBlocker,
    QSize,
    Qt,
    QTimer,
)
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.domain.errors import N_, TawsimError
from app.quality.checks import DOUBT, ERROR, NOTE, SEVERITIES, Finding
from app.ui import captions
from app.ui.listing import Listing
from app.ui.usual_keys import ENTERS
from app.ui.words import isolated, tr
from app.workbench.actions.checking import fix, ignore
from app.workbench.announcing import Following
from app.workbench.bench import Workbench
from app.workbench.checking import Checking
from app.workbench.walking import show_finding

_MOST = 200  # rows: nobody reads more of them, and making them takes its time
NAMES = {ERROR: N_("Error"), DOUBT: N_("Doubt"), NOTE: N_("Notice")}
_SIGNS = {ERROR: "✕", DOUBT: "•", NOTE: "·"}
_PADDING = QSize(8, 6)  # of a row, as the style sheet has it
_SPARE = 8  # pixels that the style keeps beside the text
_SLICE = 0.004  # seconds of checking at once: a quarter of what a key has
_REST = 80  # milliseconds after a key before a check goes on
_RETRY = 60  # milliseconds until it is asked again whether what is being read elsewhere is there


class FindingsList(QWidget):
    """Follows the bench's check, which goes on here in steps so short that no key waits for them.

    Enter or a click goes to the mark, Alt+Enter mends, Alt+Delete ignores or takes that back.
    """

    def __init__(self, bench: Workbench, trouble: Callable[[TawsimError], None]) -> None:
        super().__init__()
        self._bench, self._trouble = bench, trouble
        self._listed: list[Finding] | None = None
        self._shown: list[Finding] = []
        self._rows: dict[str, int] = {}
        self.heading = captions.heading()
        self.heading.setWordWrap(True)
        self.heading.setMinimumWidth(1)
        self.list = Listing()
        self.list.setAccessibleName(tr("Findings"))
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)  # a scroll bar that comes makes rows narrower
        self.list.setItemDelegate(_Rows(self.list))
        self.list.setMaximumHeight(190)
        self.list.setSizeAdjustPolicy(QListWidget.SizeAdjustPolicy.AdjustToContents)
        self.list.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.installEventFilter(self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.heading)
        column.addWidget(self.list)
        self.list.itemActivated.connect(self._jump)
        self.list.itemClicked.connect(self._jump)
        self._later = QTimer(self, singleShot=True, interval=180)
        self._later.timeout.connect(self._check_on)
        self._next = QTimer(self, singleShot=True)
        self._next.timeout.connect(self._go_on)
        self._left = False  # whether the bench is followed no more, so that what was begun is not gone on with
        self._heard = Following()
        self._heard.listen(bench.opened, self._check_later)
        self._heard.listen(bench.edited, self._check_later)
        self._heard.listen(bench.said, self._rest)  # with each key that does something
        self._heard.listen(bench.seeking.changed, self._rest)
        self._heard.listen(bench.moved, self._follow_move)
        self._heard.listen(bench.checking.changed, self._show_changed)
        self._later.start()

    def detach(self) -> None:
        self._left = True
        self._later.stop()
        self._next.stop()
        self._heard.end()

    def show_all(self) -> None:
        """Finish the check now, and list what it found."""
        self._list(self._bench.checking.finish())

    def open_severities(self) -> None:
        """The panel that says what counts as an error, a doubt or a notice, over the window."""
        from app.ui.severities import SeveritiesPanel  # noqa: PLC0415 - a window is sooner there without its widgets

        SeveritiesPanel(self._bench.checking, self._trouble, self.window())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Alt with Enter or Delete is for the row; Enter alone is the list's own."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier != Qt.KeyboardModifier.AltModifier:
            return False
        if event.key() in ENTERS:
            return self._with_current(fix)
        return event.key() == Qt.Key.Key_Delete and self._with_current(ignore)

    def _with_current(self, act: Callable[[Workbench, Finding], None]) -> bool:
        """Do it to the finding of the current row; the keyboard stays in the list unless something is asked."""
        finding = self._finding(self.list.currentItem())
        if finding is None:
            return False
        row = self.list.currentRow()
        try:
            act(self._bench, finding)
        except TawsimError as error:
            self._trouble(error)
        self.show_all()
        if self._bench.asking is not None or not self.list.count():
            self._bench.window.ask("view.article")
        else:
            self.list.setCurrentRow(min(row, self.list.count() - 1))
        return True

    def _check_later(self, _news: object) -> None:
        self._later.start()

    def _check_on(self) -> None:
        until = perf_counter() + _SLICE
        while not self._bench.checking.step(1):
            if perf_counter() > until or not self._bench.ready:
                break
        else:
            return self._list(self._bench.checking.finish())
        self._next.start(0 if self._bench.ready else _RETRY)

    def _go_on(self) -> None:
        if self._left:
            return
        if not self._later.isActive():  # an edit came between: it begins anew when the keys rest
            self._check_on()

    def _show_changed(self, checking: Checking) -> None:
        """Graded otherwise, or the project's labels are being counted: then what comes of it is waited for."""
        if checking.still_comparing():
            QTimer.singleShot(_RETRY, self, self._wait)
        elif checking.step():
            self._list(checking.finish())

    def _wait(self) -> None:
        if self._left:
            return
        if self._bench.checking.still_comparing():
            QTimer.singleShot(_RETRY, self, self._wait)
        else:
            self._later.start()

    def _list(self, found: list[Finding]) -> None:
        if found == self._listed:
            return
        self._listed = found
        ranked = sorted(found, key=lambda each: (each.ignored, SEVERITIES.index(each.severity)))[:_MOST]
        self._rows = {each.key: row for row, each in reversed(list(enumerate(ranked)))}
        with QSignalBlocker(self.list):
            self._change_rows(ranked)
        counts = [sum(each.severity == severity and not each.ignored for each in found) for severity in SEVERITIES]
        heading = _heading(len(found) - sum(each.ignored for each in found), counts)
        if heading != self.heading.text():
            self.heading.setText(heading)
        self.list.setVisible(bool(found))
        self._follow_walk()

    def _change_rows(self, ranked: list[Finding]) -> None:
        """Make only the rows anew that stand between what is the same above and below: an edit changes few."""
        before, self._shown = self._shown, ranked
        above = _alike(before, ranked)
        gone, come = before[above:], ranked[above:]
        below = _alike(gone[::-1], come[::-1])
        for row in range(len(before) - below - 1, above - 1, -1):
            self.list.takeItem(row)
        for row, each in enumerate(come[: len(come) - below], above):
            self.list.insertItem(row, _item(each))

    def _rest(self, _news: object) -> None:
        """A key was pressed: what is being checked waits until the hands rest."""
        if self._next.isActive():
            self._next.start(_REST)
        if self._later.isActive():
            self._later.start()

    def _follow_move(self, news: object) -> None:
        self._rest(news)
        self._follow_walk()

    def _follow_walk(self) -> None:
        """The row of the finding that was walked to is the current one."""
        checking = self._bench.checking
        at = checking.at or ""
        row = self._rows.get(at)
        if row is not None and self._bench.focus == at.partition(":")[2] and row != self.list.currentRow():
            self.list.setCurrentRow(row)

    def _finding(self, item: QListWidgetItem | None) -> Finding | None:
        found: Finding | None = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        return found

    def _jump(self, item: QListWidgetItem) -> None:
        finding = self._finding(item)
        if finding is not None and self._bench.marks.get(finding.annotation) is not None:
            show_finding(self._bench, finding)
            self._bench.window.ask("view.article")


class _Rows(QStyledItemDelegate):
    """Rows as high as their text needs: Qt forgets that the style sheet's padding makes the lines shorter.

    A text is measured once for a width: Qt asks for all rows anew whenever one comes or goes.
    """

    def __init__(self, listed: QListWidget) -> None:
        super().__init__(listed)
        self._listed = listed
        self._measured: tuple[int, str] = (0, "")
        self._heights: dict[str, int] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        width = self._listed.viewport().width() - 2 * _PADDING.width() - _SPARE
        measured = width, self._listed.font().key()
        if measured != self._measured or len(self._heights) > 2 * _MOST:
            self._measured = measured
            self._heights.clear()
        text = index.data(Qt.ItemDataRole.DisplayRole) or ""
        height = self._heights.get(text)
        if height is None:
            room = QRect(0, 0, width, 10_000)
            height = self._listed.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, text).height()
            self._heights[text] = height
        return QSize(width, height + 2 * _PADDING.height())


def _alike(one: Sequence[Finding], other: Sequence[Finding]) -> int:
    """How many of them are the same from the start on."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def finding_text(finding: Finding) -> str:
    """The finding's sentence in the interface language, words of the article set off in it."""
    words = {name: isolated(value) if isinstance(value, str) else value for name, value in finding.values.items()}
    return tr(finding.template).format(**words)


def _item(finding: Finding) -> QListWidgetItem:
    text = finding_text(finding)
    if finding.ignored:
        text = tr("Ignored: {text}").format(text=text)
    made = QListWidgetItem(f"{_SIGNS[finding.severity]}  {text}")
    if finding.ignored:
        made.setForeground(QPalette().placeholderText())
    made.setData(Qt.ItemDataRole.UserRole, finding)
    made.setData(Qt.ItemDataRole.AccessibleTextRole, f"{tr(NAMES[finding.severity])}: {text}")
    return made


def _heading(count: int, counts: list[int]) -> str:
    """How many there are, and of each severity where there are several."""
    errors, doubts, notes = counts
    told = [tr("%n errors", errors)] * (errors > 0) + [tr("%n doubts", doubts)] * (doubts > 0)
    told += [tr("%n notices", notes)] * (notes > 0)
    heading = tr("Findings: %n", count)
    return f"{heading} ({tr(', ').join(told)})" if len(told) > 1 else heading
