"""The small questions of the editor, on a page of their own: which label instead, what to split off, what becomes of
what a new codebook lacks."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.domain.annotation import Annotation
from app.ui import captions
from app.ui.words import isolated, tr

_TICKED, _UNTICKED = "☑", "☐"
Act = Callable[[], object]
Offered = Sequence[tuple[str, object]]


def row_of_buttons(press: Callable[[Callable[[], object]], object], *acts: tuple[str, Act]) -> QHBoxLayout:
    """A button for each title; ``press`` is told what is to be done."""
    row = QHBoxLayout()
    for title, act in acts:
        made = QPushButton(title)
        made.setAccessibleName(title)
        made.setAutoDefault(False)
        made.clicked.connect(lambda _on=False, act=act: press(act))
        row.addWidget(made)
    return row


class Question(QWidget):
    """A title and some fields. Enter in any of them answers; Esc, which the editor takes, leaves."""

    def __init__(self, title: str, answer: Callable[[], object]) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self.answer = answer
        self.column = QVBoxLayout(self)
        heading = QLabel(title)
        heading.setWordWrap(True)
        self.column.addWidget(heading)
        self.rows = QFormLayout()
        self.rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.column.addLayout(self.rows)
        self.first: QWidget | None = None

    def box(self, title: str, offered: Offered) -> QComboBox:
        made = QComboBox()
        for shown, value in offered:
            made.addItem(shown, value)
        self._enter(title, made)
        return made

    def line(self, title: str, text: str = "") -> QLineEdit:
        made = QLineEdit(text)
        made.returnPressed.connect(self.answer)
        self._enter(title, made)
        return made

    def ready(self, fills: bool = False) -> None:
        """The last row: what Enter does, as a button too. Something above ``fills`` the page, or nothing does."""
        button = QPushButton(tr("Go on (Enter)"))
        button.setAccessibleName(tr("Go on (Enter)"))
        button.clicked.connect(self.answer)
        if not fills:
            self.column.addStretch(1)
        self.column.addWidget(button)

    def keep(self, widget: QWidget) -> None:
        self.first = self.first or widget

    def _enter(self, title: str, field: QWidget) -> None:
        field.setAccessibleName(title)
        name = QLabel(title)
        name.setBuddy(field)
        self.rows.addRow(name, field)
        self.keep(field)


class SplitQuestion(Question):
    """A new label, and which marks it takes: those with a value of an attribute, or those that are ticked (Space).
    ``marks`` come with their words among the ones around them."""

    def __init__(
        self,
        title: str,
        values: Offered,
        marks: Sequence[tuple[Annotation, str]],
        left_out: int,
        answer: Callable[[], object],
    ) -> None:
        super().__init__(title, answer)
        self.name = self.line(tr("The new label's name in the dataset"))
        self.by = self.box(tr("It takes"), [(tr("the marks ticked below"), None), *values])
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Marks: Space ticks what is chosen"))
        self.list.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        for mark, words in marks:
            item = QListWidgetItem(f"{_UNTICKED}  {words}  ·  {isolated(mark.layer)}")
            item.setData(Qt.ItemDataRole.UserRole, mark.id)
            self.list.addItem(item)
        if self.list.count():
            self.list.setCurrentRow(0)
        self.column.addWidget(self.list, 1)
        if left_out:
            more = captions.faint(tr("and %n more, which stay", left_out))
            self.column.addWidget(more)
        self.by.currentIndexChanged.connect(lambda at: self.list.setEnabled(self.by.itemData(at) is None))
        self.ready(fills=True)

    def tick(self) -> None:
        """Tick what is chosen in the list, or untick it if all of it is ticked."""
        chosen = self.list.selectedItems()
        every = all(each.text().startswith(_TICKED) for each in chosen)
        for each in chosen:
            each.setText((_UNTICKED if every else _TICKED) + each.text()[1:])

    def ticked(self) -> frozenset[str]:
        """The ids of the ticked marks."""
        items = (self.list.item(at) for at in range(self.list.count()))
        return frozenset(str(each.data(Qt.ItemDataRole.UserRole)) for each in items if each.text().startswith(_TICKED))
