"""The queue's panel (Alt+Q): which articles are listed, in what order, which comes next, and saved views."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QHBoxLayout, QLabel, QWidget

from app.domain.annotation import STATUSES
from app.domain.card import HIGH, LOW, NORMAL, URGENT
from app.domain.errors import TawsimError
from app.store.queue import CHANGED, DAY, DOUBT, LENGTH, MARKS, NOBODY, ORDER, PRIORITY, TITLE, QueueQuery
from app.ui import captions
from app.ui.line import Line
from app.ui.listing import Listing
from app.ui.overlay import Overlay
from app.ui.queue_rows import status_word
from app.ui.running import Runner
from app.ui.usual_keys import digit
from app.ui.words import isolated, said, tr
from app.workbench.bench import Workbench
from app.workbench.finding_counts import count_findings
from app.workbench.queueing import IN_ORDER, LEAST_CERTAIN, RANDOM, SAMPLE, SHORTEST, View

Offered = Sequence[tuple[str, Any]]


class QueueViews(Overlay):
    """What is changed shows in the queue at once. In the list of saved views a digit or Enter takes one, Delete forgets
    it; a name and Enter in the field under it saves what is shown now."""

    def __init__(self, bench: Workbench, parent: QWidget, trouble: Callable[[TawsimError], None]) -> None:
        super().__init__(parent, 660, 560)
        self._bench, self._trouble = bench, trouble
        self.setAccessibleName(tr("Queue: filters, order, rule and saved views"))
        self.boxes: dict[str, QComboBox] = {}
        self.fields: dict[str, Line] = {}
        self.statuses: dict[str, QCheckBox] = {}
        self.switches: dict[str, QCheckBox] = {}
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(3, 1)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        column = self.from_top(10)
        hint = captions.faint(tr("What you change shows in the queue at once; Tab goes on, Esc closes."))
        column.addWidget(hint)
        column.addLayout(self._make_statuses())
        column.addLayout(self._grid)
        self._make_filters()
        self._make_order()
        column.addWidget(captions.heading(tr("Saved views")))
        self.list = Listing()
        self.list.setAccessibleName(tr("Saved views"))
        self.list.itemActivated.connect(lambda item: self._take(item.data(Qt.ItemDataRole.UserRole)))
        self.list.installEventFilter(self)
        column.addWidget(self.list, 1)
        self.name = Line()
        self.name.setAccessibleName(tr("Save what is listed now under the name"))
        self.name.setPlaceholderText(tr("Save what is listed now under the name …"))
        self.name.returnPressed.connect(self._save)
        column.addWidget(self.name)
        self._show()
        self._fill_views()
        self.open(self.list if self.list.count() else self.boxes["sort"])

    # the parts

    def _make_statuses(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(QLabel(tr("Status")))
        for status in STATUSES:
            box = self.statuses[status] = QCheckBox(status_word(status))
            box.setAccessibleName(tr("Status: {status}").format(status=status_word(status)))
            box.clicked.connect(self._change)
            row.addWidget(box)
        row.addStretch()
        return row

    def _make_filters(self) -> None:
        desk, layer, book = self._bench.store.desk, self._bench.layer, self._bench.codebook
        anyone = [(tr("any"), None), (tr("none"), NOBODY)]
        names = {(each.kind, each.id): said(each.name) for each in book.labels()}
        priorities = [
            (tr("any"), ()),
            (tr("urgent"), (URGENT,)),
            (tr("high or urgent"), (HIGH, URGENT)),
            (tr("none"), (NORMAL,)),
            (tr("low"), (LOW,)),
        ]
        self._choice(
            tr("Assigned to"), "assignee", [*anyone, *((isolated(word), word) for word in desk.words("assignee"))]
        )
        self._choice(tr("Tag"), "tag", [*anyone, *((isolated(word), word) for word in desk.words("tag"))])
        self._choice(tr("Priority"), "priorities", priorities)
        self._choice(tr("Source"), "source", [(tr("any"), None), *((isolated(each), each) for each in desk.sources())])
        labels = [(names.get(each, each[1]), each) for each in desk.labels(layer)]
        self._choice(tr("With the label"), "label", [(tr("any"), None), *labels])
        self._switch(tr("With findings"), "findings")
        self._day(tr("From the day"), "first")
        self._day(tr("To the day"), "last")

    def _make_order(self) -> None:
        sorts = [
            (tr("as imported"), ORDER),
            (tr("title"), TITLE),
            (tr("day published"), DAY),
            (tr("length"), LENGTH),
            (tr("marks"), MARKS),
            (tr("priority"), PRIORITY),
            (tr("last changed"), CHANGED),
            (tr("least certain first"), DOUBT),
        ]
        rules = [
            (tr("as listed"), IN_ORDER),
            (tr("random"), RANDOM),
            (tr("least certain"), LEAST_CERTAIN),
            (tr("shortest"), SHORTEST),
            (tr("sample by source and month"), SAMPLE),
        ]
        self._choice(tr("Order"), "sort", sorts)
        self._switch(tr("Descending"), "descending")
        self._choice(tr("Next article"), "rule", rules)
        self._field(tr("Seed of the random way"), "seed").setMaxLength(9)
        self._switch(tr("The bin, instead of the articles"), "binned")

    def _choice(self, title: str, name: str, offered: Offered) -> None:
        box = self.boxes[name] = QComboBox()
        for shown, value in offered:
            box.addItem(shown, value)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.currentIndexChanged.connect(self._change)
        self._enter(title, box)

    def _switch(self, title: str, name: str) -> None:
        switch = self.switches[name] = QCheckBox(title)
        switch.setAccessibleName(title)
        switch.clicked.connect(self._change)
        self._enter("", switch)

    def _day(self, title: str, name: str) -> None:
        self._field(title, name).setPlaceholderText("2026-04-30")

    def _field(self, title: str, name: str) -> Line:
        field = self.fields[name] = Line()
        field.editingFinished.connect(self._change)
        self._enter(title, field)
        return field

    def _enter(self, title: str, editor: QWidget) -> None:
        row, half = divmod(len(self.boxes) + len(self.switches) + len(self.fields) - 1, 2)
        if title:
            label = QLabel(title)
            label.setBuddy(editor)
            editor.setAccessibleName(title)
            self._grid.addWidget(label, row, 2 * half)
        self._grid.addWidget(editor, row, 2 * half + 1)

    # what is listed

    def _show(self) -> None:
        """The view that is listed, in the fields."""
        view, query = self._bench.queue.view, self._bench.queue.query
        values = {"rule": view.rule, **{name: getattr(query, name) for name in self.boxes if name != "rule"}}
        for name, box in self.boxes.items():
            with QSignalBlocker(box):
                at = next((at for at in range(box.count()) if box.itemData(at) == values[name]), 0)
                box.setCurrentIndex(at)
        for name, switch in self.switches.items():
            switch.setChecked(getattr(query, name))
        for status, box_ in self.statuses.items():
            box_.setChecked(status in query.statuses)
        for name, field in self.fields.items():
            field.setText(str(view.seed) if name == "seed" else getattr(query, name) or "")

    def _change(self, *_news: object) -> None:
        """List what the fields say."""
        chosen = {name: box.currentData() for name, box in self.boxes.items()}
        rule, seed = chosen.pop("rule"), self.fields["seed"].text().strip()
        lists = {name: tuple(chosen[name]) for name in ("priorities", "label") if chosen[name] is not None}
        query = QueueQuery(
            words=self._bench.queue.query.words,
            statuses=tuple(status for status, box in self.statuses.items() if box.isChecked()),
            first=self.fields["first"].text().strip() or None,
            last=self.fields["last"].text().strip() or None,
            findings=self.switches["findings"].isChecked(),
            binned=self.switches["binned"].isChecked(),
            descending=self.switches["descending"].isChecked(),
            **{**chosen, **lists},
        )
        view = View(query, rule, int(seed) if seed.isdecimal() else 1)
        if view != self._bench.queue.view:
            self._list(view)

    def _list(self, view: View) -> None:
        try:
            self._bench.queue.show(view)
            if view.query.findings:
                self._count_findings()
        except TawsimError as error:
            self._trouble(error)

    def _count_findings(self) -> None:
        """Have the worker check what nobody has checked since it was changed; the list follows when it is done."""
        bench = self._bench
        if bench.store.readonly or not bench.store.desk.unchecked(bench.layer, 1):
            return
        runner = Runner(bench.worker, lambda *_: None, self._trouble, self.window())  # the panel may be gone by then

        def done(_counted: object) -> None:
            runner.deleteLater()
            bench.queue.reload()

        runner.start(count_findings, done, bench.store.path, bench.layer, bench.lexicons, bench.knows)

    # saved views

    def _fill_views(self) -> None:
        self.list.clear()
        for number, name in enumerate(self._bench.queue.views(), 1):
            self.list.addItem(f"\u2066{number}\u2069  {isolated(name)}" if number < 10 else isolated(name))
            self.list.item(number - 1).setData(Qt.ItemDataRole.UserRole, name)

    def _take(self, name: str) -> None:
        view = self._bench.queue.views().get(name)
        if view is not None:
            self._list(replace(view, query=replace(view.query, words=self._bench.queue.query.words)))
            self._show()

    def _save(self) -> None:
        name = " ".join(self.name.text().split())
        if not name:
            return
        try:
            self._bench.queue.save(name)
        except TawsimError as error:
            return self._trouble(error)
        self.name.clear()
        self._fill_views()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.list and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            number = digit(event)
            item = self.list.item(number - 1 if number else self.list.currentRow())
            if number and item is not None:
                self._take(item.data(Qt.ItemDataRole.UserRole))
                return True
            if event.key() == Qt.Key.Key_Delete and item is not None:
                self._bench.queue.forget(item.data(Qt.ItemDataRole.UserRole))
                self._fill_views()
                return True
        return super().eventFilter(watched, event)
