"""The parts of the codebook in a list: kinds, and in them labels, attributes and slots."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from app.domain.codebook import Codebook, Kind, Label
from app.ui.codebook.swatch import swatch
from app.ui.words import said, tr

KIND, LABEL, ATTRIBUTE, SLOT = "kind", "label", "attribute", "slot"


@dataclass(frozen=True, slots=True)
class Part:
    """Which part of the codebook a row is: ``what`` it is, its kind, and its id (empty for the kind itself)."""

    what: str
    kind: str
    id: str = ""


class PartTree(QTreeWidget):
    """Arrows choose. Rows say name, key and number of marks."""

    def __init__(self, dark: bool) -> None:
        super().__init__()
        self._dark = dark
        self._counts: Mapping[tuple[str, str], int] = {}
        self.setAccessibleName(tr("Parts of the codebook"))
        self.setColumnCount(3)
        self.setHeaderLabels([tr("Name"), tr("Key"), tr("Marks")])
        self.setIconSize(QSize(34, 16))
        self.setIndentation(14)
        self.setUniformRowHeights(True)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            self.header().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)

    def chosen(self) -> Part | None:
        item = self.currentItem()
        return item.data(0, Qt.ItemDataRole.UserRole) if item else None

    def show_counts(self, counts: Mapping[tuple[str, str], int]) -> None:
        """How many marks each kind and label has in the project, before any change."""
        self._counts = counts
        for item in self._items():
            part = item.data(0, Qt.ItemDataRole.UserRole)
            if part is not None and part.what == LABEL:
                item.setText(2, self._count(part.kind, part.id))

    def show_codebook(self, codebook: Codebook, part: Part | None) -> None:
        """Fill the list; ``part`` is chosen again if it is still there, else the first label."""
        self.blockSignals(True)
        self.clear()
        for kind in codebook.kinds:
            self._add_kind(kind)
        self.expandAll()
        self.blockSignals(False)
        self.choose(part or Part(LABEL, codebook.kinds[0].id, ""))

    def choose(self, part: Part) -> None:
        items = self._items()
        same = [each for each in items if each.data(0, Qt.ItemDataRole.UserRole) == part]
        near = [each for each in items if getattr(each.data(0, Qt.ItemDataRole.UserRole), "kind", "") == part.kind]
        self.setCurrentItem((same or near[1:] or near or items)[0])

    def _items(self) -> list[QTreeWidgetItem]:
        found = []
        for at in range(self.topLevelItemCount()):
            waiting = [self.topLevelItem(at)]
            while waiting:
                item = waiting.pop(0)
                if item is not None:
                    found.append(item)
                    waiting = [item.child(number) for number in range(item.childCount())] + waiting
        return found

    def _add_kind(self, kind: Kind) -> None:
        top = QTreeWidgetItem(self, [said(kind.name), kind.key or "", ""])
        top.setData(0, Qt.ItemDataRole.UserRole, Part(KIND, kind.id))
        font = top.font(0)
        font.setWeight(font.Weight.DemiBold)
        top.setFont(0, font)
        for label in kind.labels:
            self._add_label(top, label)
        for title, what, parts in ((tr("Attributes"), ATTRIBUTE, kind.attributes), (tr("Slots"), SLOT, kind.slots)):
            group = QTreeWidgetItem(top, [title, "", ""])
            group.setData(0, Qt.ItemDataRole.UserRole, Part(what, kind.id))
            for each in parts:
                row = QTreeWidgetItem(group, [said(each.name), each.key or "", ""])
                row.setData(0, Qt.ItemDataRole.UserRole, Part(what, kind.id, each.id))

    def _add_label(self, top: QTreeWidgetItem, label: Label) -> None:
        name = tr("{name} (retired)").format(name=said(label.name)) if label.retired else said(label.name)
        row = QTreeWidgetItem(top, [f"{name} · {label.id}", label.key or "", self._count(label.kind, label.id)])
        row.setIcon(0, swatch(label, self._dark, self.devicePixelRatioF()))
        row.setData(0, Qt.ItemDataRole.UserRole, Part(LABEL, label.kind, label.id))

    def _count(self, kind: str, label: str) -> str:
        found = self._counts.get((kind, label))
        return f"{found:,}" if found else ""
