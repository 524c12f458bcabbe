"""The fields of one part of the codebook, such as a label. A form takes its fields into a draft."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QWidget

from app.domain.codebook import PATTERNS, Label, Words
from app.domain.errors import N_
from app.domain.text.trim import RULES
from app.ui import captions
from app.ui.codebook.swatch import LEAST, contrast_on_page, swatch
from app.ui.words import isolated, said, tr
from app.workbench.codebook_changes import (
    Draft,
    amend_label,
    rename_label,
)
from app.workbench.keymap import Keymap

_Field = TypeVar("_Field", bound=QWidget)
_LINES = 3  # of a field for a sentence or two
PATTERN_NAMES = {
    "solid": N_("solid line"),
    "double": N_("double line"),
    "dashed": N_("dashed line"),
    "dotted": N_("dotted line"),
    "dash-dot": N_("dashes and dots"),
    "wave": N_("wave"),
    "thick": N_("thick line"),
}


class Form(QWidget):
    """Rows of fields. ``left`` is told when a field was left with another content than before."""

    id: QLineEdit

    def __init__(self, left: Callable[[], None]) -> None:
        super().__init__()
        self._left = left
        self.rows = QFormLayout(self)
        self.rows.setContentsMargins(4, 0, 8, 8)
        self.rows.setVerticalSpacing(7)
        self.rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)  # in the smallest window
        self.rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)

    def take(self, draft: Draft) -> Draft:
        """The draft with what the fields say. ``CodebookError`` when that cannot be."""
        raise NotImplementedError

    def line(self, title: str, text: str) -> QLineEdit:
        made = QLineEdit(text)
        made.editingFinished.connect(self._left)
        return self._row(title, made)

    def text(self, title: str, text: str) -> QPlainTextEdit:
        made = QPlainTextEdit(text)
        made.setTabChangesFocus(True)
        made.setFixedHeight(made.fontMetrics().lineSpacing() * _LINES + 18)
        return self._row(title, made)

    def choice(self, title: str, offered: Iterable[tuple[str, str]], value: str) -> QComboBox:
        made = QComboBox()
        for shown, each in offered:
            made.addItem(shown, each)
        made.setCurrentIndex(max(made.findData(value), 0))
        made.activated.connect(lambda _at: self._left())
        return self._row(title, made)

    def switch(self, title: str, on: bool) -> QCheckBox:
        made = QCheckBox(title)
        made.setChecked(on)
        made.setAccessibleName(title)
        made.clicked.connect(lambda _on: self._left())
        self.rows.addRow("", made)
        return made

    def _row(self, title: str, field: _Field, beside: QWidget | None = None) -> _Field:
        name = captions.of_field(field, title)
        if beside is None:
            self.rows.addRow(name, field)
        else:
            both = QHBoxLayout()
            both.setSpacing(10)
            both.addWidget(field, 1)
            both.addWidget(beside)
            self.rows.addRow(name, both)
        return field


class LabelForm(Form):
    """Everything that is said of a label, and how its guideline is read."""

    def __init__(self, label: Label, keymap: Keymap, left: Callable[[], None]) -> None:
        super().__init__(left)
        self._label, self._keymap = label, keymap
        self.id = self.line(tr("Name in the dataset"), label.id)
        self.ar = self.line(tr("Arabic name"), label.name.ar)
        self.en = self.line(tr("English name"), label.name.en)
        self.twin = captions.faint()
        self.key = self._row(tr("Key"), QLineEdit(label.key or ""), self.twin)
        self.key.editingFinished.connect(left)
        self.colour = self._colour(tr("Colour on light"), label.colour, dark=False)
        self.dark = self._colour(tr("Colour on dark"), label.dark, dark=True)
        self.pattern = self.choice(tr("Pattern"), ((tr(PATTERN_NAMES[each]), each) for each in PATTERNS), label.pattern)
        self.definition_ar = self.text(tr("Definition in Arabic"), label.definition.ar)
        self.definition_ar.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.definition_en = self.text(tr("Definition in English"), label.definition.en)
        self.definition_en.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.examples = self.text(tr("Examples, one a line"), "\n".join(label.examples))
        self.counter = self.text(tr("Examples of what it is not"), "\n".join(label.counter_examples))
        self.flat = self.line(tr("Name in flat exports"), label.flat or "")
        exports = "\n".join(f"{name} = {value}" for name, value in label.exports.items())
        self.exports = self.text(tr("Names in exports"), exports)
        self.trim = self.choice(tr("How edges are tidied"), ((each, each) for each in RULES), label.trim)
        self.lite = self.switch(tr("In the short list"), label.lite)
        self.guideline = captions.faint()
        self.guideline.setWordWrap(True)
        self.guideline.setTextFormat(Qt.TextFormat.PlainText)
        self.rows.addRow(captions.heading(tr("As it is read")))
        self.rows.addRow(self.guideline)
        self.key.textChanged.connect(lambda _text: self._show_twin())
        for field in (self.definition_ar, self.definition_en, self.examples, self.counter):
            field.textChanged.connect(self._show_guideline)
        self._show_twin()
        self._show_guideline()

    def take(self, draft: Draft) -> Draft:
        label, key = self._label, self.typed_key()
        made = amend_label(
            draft,
            label.kind,
            label.id,
            name=Words(self.ar.text().strip(), self.en.text().strip()),
            key=key,
            twin=self._keymap.twin(key) if key else None,
            colour=self.colour.text().strip(),
            dark=self.dark.text().strip(),
            pattern=self.pattern.currentData(),
            definition=Words(self.definition_ar.toPlainText().strip(), self.definition_en.toPlainText().strip()),
            examples=lines_of(self.examples),
            counter_examples=lines_of(self.counter),
            flat=self.flat.text().strip() or None,
            exports=_pairs(self.exports),
            trim=self.trim.currentData(),
            lite=self.lite.isChecked(),
        )
        name = self.id.text().strip()
        return made if name == label.id else rename_label(made, label.kind, label.id, name)

    def typed_key(self) -> str | None:
        """The Latin name of the key that was typed, on whichever layout."""
        typed = self.key.text().strip()
        return (self._keymap.letter(typed, shift=False) or typed.upper()) if typed else None

    def _colour(self, title: str, value: str, dark: bool) -> QLineEdit:
        shown, picture, beside = QLabel(), QLabel(), QWidget()
        row = QHBoxLayout(beside)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(picture)
        row.addWidget(shown)
        field = self._row(title, QLineEdit(value), beside)
        field.editingFinished.connect(self._left)

        def show(text: str) -> None:
            found = contrast_on_page(text.strip(), dark)
            low = found is None or found < LEAST
            if found is None:
                words = tr("write it as #0072B2")
            else:
                words = tr("contrast {ratio}: hard to see") if low else tr("contrast {ratio}")
                label, typed = self._label, text.strip()
                tinted = replace(label, dark=typed) if dark else replace(label, colour=typed)
                picture.setPixmap(swatch(tinted, dark, self.devicePixelRatioF()).pixmap(34, 16))
            shown.setText(words.format(ratio=f"\u2066{found or 0:.1f}\u2069"))
            shown.setObjectName("grave" if low else "faint")
            shown.style().polish(shown)

        field.textChanged.connect(show)
        show(value)
        return field

    def _show_twin(self) -> None:
        key = self.typed_key()
        twin = self._keymap.twin(key) if key else None
        self.twin.setText(tr("on the Arabic layout: {key}").format(key=twin) if twin else "")

    def _show_guideline(self) -> None:
        words = Words(self.definition_ar.toPlainText(), self.definition_en.toPlainText())
        yes = [f"✓ {isolated(each)}" for each in lines_of(self.examples)]
        no = [f"✗ {isolated(each)}" for each in lines_of(self.counter)]
        self.guideline.setText("\n".join([said(words), *yes, *no]))


def lines_of(field: QPlainTextEdit) -> tuple[str, ...]:
    """The lines that say something."""
    return tuple(each.strip() for each in field.toPlainText().splitlines() if each.strip())


def _pairs(field: QPlainTextEdit) -> dict[str, str]:
    parts = [each.partition("=") for each in lines_of(field)]
    return {name.strip(): value.strip() for name, _, value in parts}
