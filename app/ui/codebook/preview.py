"""What applying would do, before it is done: in sentences with numbers, and with what must still be said."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QLabel,
    QListWidget,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.domain.codebook import Attribute, Codebook, Label, Slot
from app.ui import captions
from app.ui.words import said, tr
from app.workbench.codebook_changes import Draft
from app.workbench.codebook_plan import Plan
from app.workbench.codebook_steps import Relabel, RenameChoice, Step


class Preview(QWidget):
    """Lines that say what changes; a box for each thing that must be mapped first; then Enter applies."""

    def __init__(self, found: Plan, go_on: Callable[[], None]) -> None:
        super().__init__()
        self.plan = found
        self.boxes: dict[tuple[str, ...], QComboBox] = {}
        column = QVBoxLayout(self)
        self.heading = captions.heading(_heading(found))
        self.heading.setWordWrap(True)
        column.addWidget(self.heading)
        if found.unmapped:
            rows = QFormLayout()
            rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
            for names, count in sorted(found.unmapped.items()):
                self._ask(rows, names, count)
            column.addLayout(rows)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("What changes"))
        self.list.setWordWrap(True)
        self.list.addItems(list(sentences(found)))
        column.addWidget(self.list, 1)
        self.progress = QProgressBar()
        self.progress.setAccessibleName(tr("Progress"))
        self.progress.hide()
        column.addWidget(self.progress)
        self.button = QPushButton(tr("Look again (Enter)") if found.unmapped else tr("Apply as one step (Enter)"))
        self.button.setAccessibleName(self.button.text())
        self.button.clicked.connect(go_on)
        column.addWidget(self.button)

    @property
    def first(self) -> QWidget:
        return next(iter(self.boxes.values()), self.list)

    def mapped(self) -> tuple[Step, ...]:
        """The steps that the boxes ask for."""
        steps: list[Step] = []
        for names, box in self.boxes.items():
            if box.currentData() is None:
                continue  # asked again
            to = box.currentData() or None
            if len(names) == 2:
                steps.append(Relabel(names[0], names[1], to))
            else:
                steps.append(RenameChoice(names[0], names[1], names[2], to))
        return tuple(steps)

    def _ask(self, rows: QFormLayout, names: tuple[str, ...], count: int) -> None:
        box, book = QComboBox(), self.plan.draft.codebook
        box.addItem(tr("choose …"), None)
        if len(names) == 2:
            for label in book.kind(names[0]).usable:
                box.addItem(f"{said(label.name)} · {label.id}", label.id)
            box.addItem(tr("reject these marks"), "")
        else:
            attribute = book.kind(names[0]).attribute(names[1])
            for choice in attribute.choices if attribute else ():
                box.addItem(said(choice.name), choice.id)
            box.addItem(tr("say nothing"), "")
        title = tr("{name} (%n marks) becomes", count).format(name=f"\u2066{'.'.join(names)}\u2069")
        box.setAccessibleName(title)
        self.boxes[names] = box
        rows.addRow(QLabel(title), box)


def _heading(found: Plan) -> str:
    if found.unmapped:
        return tr("Marks have what the new codebook lacks. What shall become of them?")
    return tr("{title}: version {version} of the codebook").format(title=tr(found.draft.title), version=found.version)


def sentences(found: Plan) -> Iterator[str]:
    """What changes, the largest first."""
    for each in found.became:
        where = tr("%n layers", len(each.layers)) + tr(", ") + tr("%n articles", len(each.articles))
        marks = tr("%n marks", each.marks)
        names = {"before": _name(found.draft.base, each.kind, each.before), "marks": marks, "where": where}
        if each.after is None:
            yield tr("{before} is rejected: {marks} in {where}").format(**names)
        else:
            names["after"] = _name(found.draft.codebook, each.kind, each.after)
            yield tr("{before} becomes {after}: {marks} in {where}").format(**names)
    if found.merged:
        yield tr("%n marks become one with another on the same words", found.merged)
    if found.values:
        yield tr("Other values: {marks}").format(marks=tr("%n marks", found.values))
    if found.links:
        yield tr("%n links follow", found.links)
    if found.lost_links:
        yield tr("%n links go", found.lost_links)
    if found.entries:
        yield tr("%n entries of the register follow", found.entries)
    yield from differences(found.draft)
    if not found.marks:
        yield tr("No mark changes.")


def differences(draft: Draft) -> Iterator[str]:
    """Parts that are new, gone or otherwise said, by their names."""
    before, after = _parts(draft.base), _parts(draft.codebook)
    for sentence, names in (
        (tr("New: {names}"), [name for name in after if name not in before]),
        (tr("Gone: {names}"), [name for name in before if name not in after]),
        (tr("Said otherwise: {names}"), [name for name in after if name in before and before[name] != after[name]]),
    ):
        if names:
            yield sentence.format(names=tr(", ").join(f"\u2066{name}\u2069" for name in names))


def _parts(codebook: Codebook) -> dict[str, Label | Attribute | Slot]:
    found: dict[str, Label | Attribute | Slot] = {}
    for kind in codebook.kinds:
        found |= {f"{kind.id}.{each.id}": each for each in kind.labels}
        found |= {f"{kind.id}.{each.id}": each for each in kind.attributes}
        found |= {f"{kind.id}.{each.id}": each for each in kind.slots}
    return found


def _name(codebook: Codebook, kind: str, label: str) -> str:
    return f"{said(codebook.shown(kind, label).name)} \u2066({label})\u2069"
