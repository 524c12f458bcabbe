"""The page of reporting words: those that ship and the project's own, looked through, added to and switched off."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from app.domain.errors import N_, TawsimError
from app.domain.text.expressions import Expression, OwnWords, guess
from app.domain.text.folding import fold_key
from app.domain.text.wordlists import STRENGTHS
from app.ui import captions
from app.ui.line import Line
from app.ui.listing import Listing
from app.ui.overlay import Overlay
from app.ui.speaking import announce
from app.ui.usual_keys import CLEARING, ENTERS
from app.ui.words import direction, isolated, sentence, tr
from app.workbench.bench import Workbench
from app.workbench.lexicons import add, own_words_or_none, reword, shipped

_STRENGTHS = {
    "neutral": N_("neutral"),
    "assertive": N_("assertive"),
    "doubting": N_("doubting"),
    "denying": N_("denying"),
}
_FORMS = {
    "past": N_("Past (he said)"),
    "present": N_("Present (he says)"),
    "participle": N_("Participle (saying)"),
    "noun": N_("Verbal noun (saying of)"),
    "prepositions": N_("With (prepositions)"),
}
_LRM, _RLM = "\u200e", "\u200f"
_ROW = Qt.ItemDataRole.UserRole


class Expressions(Listing):
    """The list. Enter and Space take the row, Delete takes it away; ``take`` and ``remove`` are told of the row."""

    def __init__(self, take: Callable[[], None], remove: Callable[[], None]) -> None:
        super().__init__()
        self._take, self._remove = take, remove
        self.itemDoubleClicked.connect(lambda _item: take())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (*ENTERS, Qt.Key.Key_Space):
            return self._take()
        if event.key() in CLEARING:
            return self._remove()
        super().keyPressEvent(event)


class Search(Line):
    """Down leads into the list."""

    def __init__(self, below: QWidget) -> None:
        super().__init__()
        self._below = below

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, *ENTERS):
            return self._below.setFocus(Qt.FocusReason.ShortcutFocusReason)
        super().keyPressEvent(event)


class LexiconPage(Overlay):
    """Each change is stored and followed by the lens at once. ``prefilled``: with the word at the caret."""

    def __init__(
        self, bench: Workbench, parent: QWidget, trouble: Callable[[TawsimError], None], prefilled: bool = False
    ) -> None:
        super().__init__(parent, 640, 600)
        self.setAccessibleName(tr("Reporting words"))
        self._bench, self._trouble = bench, trouble
        self._own, broken = own_words_or_none(bench.store)
        self.list = Expressions(self._take, self._remove)
        self.list.setAccessibleName(tr("Reporting words"))
        self.search = Search(self.list)
        self.search.setPlaceholderText(tr("A word, or a strength …"))
        self.search.setAccessibleName(tr("Look for a reporting word"))
        self.search.textChanged.connect(self._fill)
        self.message = QLabel()
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.message.setWordWrap(True)
        self._build()
        self._choose_kind()
        self._fill()
        if broken is not None:
            self._say(sentence(broken))
        if prefilled:
            self._show_form(guess(self._word()))
        self.open(self.fields["past"] if prefilled else self.search)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 14, 14, 14)
        column.setSpacing(8)
        hint = captions.note(
            tr(
                "Enter switches a word off or on for this project, or opens one of the project's own to change it; "
                "Delete takes one away."
            )
        )
        form = QGridLayout()
        form.setHorizontalSpacing(10)
        form.setColumnStretch(1, 1)
        form.setColumnStretch(3, 1)
        self.kind, self.strength = QComboBox(), QComboBox()
        for name in (tr("Verb"), tr("Frame (according to)")):
            self.kind.addItem(name)
        for strength in STRENGTHS:
            self.strength.addItem(tr(_STRENGTHS[strength]), strength)
        self.kind.currentIndexChanged.connect(lambda _index: self._choose_kind())
        self.fields = {name: Line() for name in _FORMS}
        self.labels = {name: QLabel(tr(text)) for name, text in _FORMS.items()}
        for field in self.fields.values():
            field.returnPressed.connect(self._add)
        self.button = QPushButton(tr("Add"))
        self.button.setAutoDefault(True)  # Enter presses it, as Space does
        self.button.setAccessibleName(tr("Add"))
        self.button.clicked.connect(self._add)
        self._name(self.kind, tr("Kind of word"), form, 0, 0)
        self._name(self.strength, tr("Strength"), form, 0, 2)
        for at, (name, field) in enumerate(self.fields.items()):
            self._name(field, self.labels[name], form, 1 + at // 2, 2 * (at % 2))
        form.addWidget(self.button, 3, 3)
        for part in (hint, self.search, self.list):
            column.addWidget(part)
        column.addLayout(form)
        column.addWidget(self.message)

    def _name(self, editor: QWidget, name: QLabel | str, form: QGridLayout, row: int, column: int) -> None:
        label = QLabel(name) if isinstance(name, str) else name
        label.setObjectName("faint")
        label.setBuddy(editor)
        editor.setAccessibleName(label.text())
        form.addWidget(label, row, column)
        form.addWidget(editor, row, column + 1)

    # the list

    def _fill(self, _news: object = None) -> None:
        """The project's own expressions first, then those that ship, as far as they are looked for."""
        words = fold_key(self.search.text(), "strong").split()
        row = self.list.currentRow()
        self.list.clear()
        for expression, is_own in [(each, True) for each in self._own.added] + [(each, False) for each in shipped()]:
            text = self._text(expression, is_own)
            if all(word in fold_key(text, "strong") for word in words):
                item = QListWidgetItem(text)
                item.setData(_ROW, (expression, is_own))
                font = item.font()
                font.setStrikeOut(not is_own and expression.head in self._own.off)
                item.setFont(font)
                self.list.addItem(item)
        self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))

    def _text(self, expression: Expression, is_own: bool) -> str:
        forms = tr(", ").join(expression.forms)
        notes = [tr(_STRENGTHS[expression.strength])]
        notes += [tr("with {words}").format(words=expression.prepositions)] if expression.prepositions else []
        notes += [tr("the project's own")] if is_own else []
        notes += [tr("switched off")] if not is_own and expression.head in self._own.off else []
        return f"{isolated(forms)}    {' · '.join(notes)}"

    def _chosen(self) -> tuple[Expression, bool] | None:
        item = self.list.currentItem()
        return item.data(_ROW) if item else None

    def _take(self) -> None:
        chosen = self._chosen()
        if chosen is not None and chosen[1]:
            self._show_form(chosen[0])
            self.fields["past"].setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif chosen is not None:
            self._change(self._own.switching(chosen[0].head))

    def _remove(self) -> None:
        chosen = self._chosen()
        if chosen is None:
            return
        head = chosen[0].head
        off = replace(self._own, off=self._own.off | {head})
        self._change(self._own.without(head) if chosen[1] else off)

    def _change(self, own: OwnWords) -> None:
        try:
            reword(self._bench, own)
        except TawsimError as error:
            return self._refuse(error)
        self._own = own
        self._say("")
        self._fill()

    # the form

    def _choose_kind(self) -> None:
        """A frame has one word and no other form."""
        frame = self.kind.currentIndex() == 1
        self.labels["past"].setText(tr("Word") if frame else tr(_FORMS["past"]))
        self.fields["past"].setAccessibleName(self.labels["past"].text())
        for name, field in self.fields.items():
            for part in (field, self.labels[name]):
                part.setHidden(frame and name != "past")

    def _show_form(self, expression: Expression) -> None:
        self.kind.setCurrentIndex(1 if expression.frame else 0)
        self.strength.setCurrentIndex(STRENGTHS.index(expression.strength))
        for name, field in self.fields.items():
            field.setText(expression.frame if expression.frame and name == "past" else getattr(expression, name))

    def _add(self) -> None:
        written: dict[str, Any] = {name: field.text().strip() for name, field in self.fields.items()}
        if self.kind.currentIndex() == 1:
            written = {"frame": written["past"]}
        expression = Expression(self.strength.currentData(), **written)
        try:
            self._own = add(self._bench, self._own, expression)
        except TawsimError as error:
            return self._refuse(error)
        self.search.clear()
        self._fill()
        self._show_form(Expression())
        self._say(tr("“{word}” is a reporting word of this project now.").format(word=expression.head))
        self.fields["past"].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _refuse(self, error: TawsimError) -> None:
        self._say(sentence(error))
        self._trouble(error)

    def _say(self, text: str) -> None:
        """In the direction of the interface, whatever word it begins with."""
        rtl = direction() == Qt.LayoutDirection.RightToLeft
        self.message.setText(f"{_RLM if rtl else _LRM}{text}" if text else "")
        announce(self.message, text)

    def _word(self) -> str:
        """What a label key would mark."""
        reading = self._bench.reading
        target = reading.target(self._bench.place) if reading is not None else None
        return reading.text[target.start : target.end] if reading is not None and target is not None else ""
