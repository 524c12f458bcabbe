"""What shall leave, as fields: format, layer, articles, marks, names of labels. They are read as ``Options``."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QHBoxLayout, QLabel, QLineEdit, QWidget

from app.domain.annotation import DONE, SUGGESTED
from app.domain.codebook import Codebook
from app.domain.errors import N_
from app.exchange.formats import FORMATS, format_named
from app.exchange.naming import BY_FORMAT, FLAT, OWN, Naming, WrongName
from app.exchange.writing import BODY
from app.ui.still_box import StillBox
from app.ui.words import isolated, said, tr
from app.workbench.outgo import Options

_NOT_A_PAIR = N_("{pair} is no pair of names: write OLD=NEW, several of them with commas.")


class Choosing(QWidget):
    """``changed`` is called after every change. ``begin`` are the choices of last time, as ``kept`` gives them."""

    def __init__(
        self, codebook: Codebook, layers: list[str], layer: str, changed: Callable[[], None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._codebook, self._changed = codebook, changed
        self.rows = QFormLayout(self)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setVerticalSpacing(8)
        self.rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.form = self._box(tr("Format"), {each.name: tr(each.title) for each in FORMATS if each.can_write})
        self.loses = QLabel(self)
        self.loses.setObjectName("faint")
        self.loses.setWordWrap(True)
        self.rows.addRow(self.loses)
        named: dict[Any, str] = {None: tr("Every layer"), **{each: isolated(each) for each in layers}}
        self.layer = self._box(tr("Layer"), named)
        self.layer.setCurrentIndex(max(self.layer.findData(layer), 0))
        self.articles = self._box(tr("Articles"), {"": tr("All that were begun"), DONE: tr("Only those that are done")})
        self.splits = self._check(tr("In splits: a file each for train, validation and test"))
        self.kinds = self._build_kinds()
        self.suggested = self._check(tr("Suggestions that nobody has decided on too"))
        zones: dict[Any, str] = {None: tr("Anywhere"), **{zone.id: said(zone.name) for zone in codebook.zones}}
        self.zone = self._box(tr("Marks that begin in"), zones)
        if self.zone.findData(BODY) < 0:
            self.zone.insertItem(1, tr("Body"), BODY)
        styles = {
            BY_FORMAT: tr("As the format calls them"),
            OWN: tr("As the codebook does"),
            FLAT: tr("Four flat ones"),
        }
        self.calling = self._box(tr("Names of labels"), styles)
        self.names = QLineEdit(self)
        self.names.setPlaceholderText("\u2066GPE=LOC, FAC=LOC\u2069")
        self.names.setAccessibleName(tr("Other names"))
        self.names.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.names.textEdited.connect(lambda _text: self._changed())
        self._row(tr("Other names"), self.names)
        self.form.currentIndexChanged.connect(lambda _row: self._show_format())
        self._show_format()

    def options(self) -> Options:
        """``WrongName`` when the names of labels are no pairs, or name a label that there is none of."""
        names = self._pairs()
        Naming(self._codebook, "", self.calling.currentData(), names)
        kinds = [kind for kind, box in self.kinds.items() if box.isChecked()]
        zone = self.zone.currentData()
        return Options(
            layer=self.layer.currentData(),
            statuses=[self.articles.currentData()] if self.articles.currentData() else (),
            include_states=(SUGGESTED,) if self.suggested.isChecked() else (),
            kinds=None if len(kinds) == len(self.kinds) else kinds,
            zones=None if zone is None else [zone],
            names=names,
            style=self.calling.currentData(),
        )

    def kept(self) -> str:
        """The choices as text, for the next time; the layer is not among them."""
        told: dict[str, Any] = {name: box.currentData() for name, box in self._boxes().items()}
        told |= {name: box.isChecked() for name, box in self._checks().items()}
        return json.dumps(told | {"names": self.names.text()}, ensure_ascii=False)

    def begin(self, kept: str) -> None:
        """Put back what ``kept`` gave; what is not there any more stays as it is."""
        try:
            told = json.loads(kept)
        except json.JSONDecodeError:
            return
        self.blockSignals(True)
        for name, box in self._boxes().items():
            row = box.findData(told.get(name))
            if name in told and row >= 0:
                box.setCurrentIndex(row)
        for name, check in self._checks().items():
            check.setChecked(bool(told.get(name, check.isChecked())))
        self.names.setText(str(told.get("names", "")))
        self.blockSignals(False)
        self._show_format()

    def _boxes(self) -> dict[str, QComboBox]:
        return {"form": self.form, "articles": self.articles, "zone": self.zone, "style": self.calling}

    def _checks(self) -> dict[str, QCheckBox]:
        return {"splits": self.splits, "suggested": self.suggested, **self.kinds}

    def _show_format(self) -> None:
        form = format_named(self.form.currentData())
        what = tr("Loses {what}; the exact list is made below.").format(what=tr(form.loses)) if form.loses else ""
        self.loses.setText(what or tr("Holds everything."))

    def _pairs(self) -> dict[str, str]:
        pairs: dict[str, str] = {}
        for pair in filter(None, map(str.strip, self.names.text().replace("،", ",").split(","))):
            old, sign, new = pair.partition("=")
            if not sign or not old.strip():
                raise WrongName(_NOT_A_PAIR, pair=pair)
            pairs[old.strip()] = new.strip()
        return pairs

    def _build_kinds(self) -> dict[str, QCheckBox]:
        row = QHBoxLayout()
        boxes = {}
        for kind in self._codebook.kinds:
            if kind.labels:
                box = QCheckBox(said(kind.name), self)
                box.setChecked(True)
                box.clicked.connect(lambda _checked: self._changed())
                row.addWidget(box)
                boxes[kind.id] = box
        row.addStretch()
        self.rows.addRow(tr("Marks"), row)
        return boxes

    def _box(self, title: str, items: dict[Any, str]) -> QComboBox:
        box = StillBox(self)
        box.setAccessibleName(title)
        box.setMinimumWidth(1)
        for value, shown in items.items():
            box.addItem(shown, value)
        box.activated.connect(lambda _row: self._changed())
        self._row(title, box)
        return box

    def _check(self, title: str) -> QCheckBox:
        box = QCheckBox(title, self)
        box.clicked.connect(lambda _checked: self._changed())
        self.rows.addRow(box)
        return box

    def _row(self, title: str, widget: QWidget) -> None:
        label = QLabel(title, self)
        label.setObjectName("faint")
        label.setBuddy(widget)
        self.rows.addRow(label, widget)
