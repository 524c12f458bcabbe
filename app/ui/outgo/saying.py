"""The forms of a release: what people say of the dataset, and what must be true before it leaves."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.domain.errors import N_
from app.exchange.release.card import DATASHEET
from app.exchange.release.facts import About
from app.quality.agreement import ADJUDICATED
from app.quality.checks import SEVERITIES
from app.ui.words import isolated, tr
from app.workbench.gates import Gates, share_of

_LINES = 46  # pixels: two lines of an answer
_LATIN = ("name", "license", "url")
_TITLES = {
    "name": N_("Short name"),
    "title": N_("Title"),
    "description": N_("What is in it"),
    "license": N_("Licence"),
    "url": N_("Address"),
    "creators": N_("Who made it, with commas"),
    "citation": N_("How to cite it"),
}
_QUESTIONS = {
    "purpose": N_("For what purpose was it made?"),
    "funding": N_("Who made it, for whom, and who paid for it?"),
    "instances": N_("How were the articles chosen, and what do they stand for?"),
    "missing": N_("What is missing, and why?"),
    "confidential": N_("Is anything confidential, offensive, or about people who did not agree?"),
    "acquisition": N_("How were the articles acquired, when, and with what right?"),
    "consent": N_("Were the people in it told, and may they object?"),
    "annotators": N_("Who annotated, how were they trained and paid?"),
    "adjudication": N_("How were disagreements settled?"),
    "suggestions": N_("Which marks were proposed by rules or models before somebody decided?"),
    "intended": N_("What is it meant for?"),
    "unfit": N_("What should it not be used for?"),
    "rights": N_("Which rights of others lie on the texts?"),
    "maintenance": N_("Who maintains it, and where are errors reported?"),
}


class AboutForm(QScrollArea):
    """What only people can say; what stays empty stands as a blank in the card."""

    def __init__(self, told: About, parent: QWidget) -> None:
        super().__init__(parent, widgetResizable=True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inside = inside = QWidget(self.viewport())
        column = QVBoxLayout(inside)
        column.setContentsMargins(2, 2, 10, 2)
        self._lines = {name: self._line(name, told) for name in _TITLES}
        self.first = self._lines["name"]
        rows = QFormLayout()
        rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for name, line in self._lines.items():
            rows.addRow(_faint(tr(_TITLES[name]), line), line)
        column.addLayout(rows)
        self._answers: dict[str, QPlainTextEdit] = {}
        for name in (name for questions in DATASHEET.values() for name in questions):
            field = QPlainTextEdit(told.answers.get(name, ""), inside)
            field.setTabChangesFocus(True)
            field.setFixedHeight(_LINES)
            field.setAccessibleName(tr(_QUESTIONS[name]))
            column.addWidget(_faint(tr(_QUESTIONS[name]), field))
            column.addWidget(field)
            self._answers[name] = field
        self.setWidget(inside)

    def about(self) -> About:
        said = {name: line.text().strip() or None for name, line in self._lines.items()}
        creators = (said.pop("creators") or "").replace("،", ",").split(",")
        name = said.pop("name") or About().name
        answers = {each: text for each, field in self._answers.items() if (text := field.toPlainText().strip())}
        return About(name=name, creators=tuple(filter(None, map(str.strip, creators))), answers=answers, **said)

    def _line(self, name: str, told: About) -> QLineEdit:
        value = getattr(told, name)
        line = QLineEdit("، ".join(value) if name == "creators" else value or "", self._inside)
        line.setAccessibleName(tr(_TITLES[name]))
        line.setCursorPosition(0)
        if name in _LATIN:
            line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        return line


class GatesForm(QWidget):
    """Layer and version of the release, and the gates."""

    def __init__(self, asked: Gates, layers: list[str], layer: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.layer = QComboBox(self)
        for each in layers:
            self.layer.addItem(isolated(each), each)
        usual = ADJUDICATED if ADJUDICATED in layers else layer
        self.layer.setCurrentIndex(max(self.layer.findData(usual), 0))
        self.version = QLineEdit(self)
        self.version.setPlaceholderText(tr("one up from the last"))
        self.findings = QComboBox(self)
        self.findings.addItem(tr("may be there"), None)
        titles = {"error": tr("no errors"), "doubt": tr("no errors, no doubts"), "note": tr("none at all")}
        for each in SEVERITIES:
            self.findings.addItem(titles[each], each)
        self.findings.setCurrentIndex(max(self.findings.findData(asked.findings), 0))
        self.agreement = QLineEdit(str(asked.agreement) if asked.agreement is not None else "", self)
        self.agreement.setPlaceholderText(tr("is not asked"))
        self.adjudicated = QCheckBox(tr("Whatever is done is done in this layer"), self)
        self.adjudicated.setChecked(asked.adjudicated)
        rows = QFormLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        named = {
            tr("Layer"): self.layer,
            tr("Version"): self.version,
            tr("Findings"): self.findings,
            tr("Agreement (F1) at least"): self.agreement,
        }
        for title, widget in named.items():
            widget.setAccessibleName(title)
            rows.addRow(_faint(title, widget), widget)
        rows.addRow(self.adjudicated)

    def gates(self) -> Gates:
        """``WrongShare`` when what stands there is no number from 0 to 1."""
        share = share_of(self.agreement.text()) if self.agreement.text().strip() else None
        return Gates(self.findings.currentData(), share, self.adjudicated.isChecked())


def _faint(text: str, of: QWidget) -> QLabel:
    label = QLabel(text, of.parentWidget())
    label.setObjectName("faint")
    label.setWordWrap(True)
    label.setBuddy(of)
    return label
