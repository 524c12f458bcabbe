"""The inspector's fields that only claims have: the sentence, over several lines, and that there is a verdict."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QSizePolicy

from app.domain.annotation import Annotation
from app.domain.codebook import CLAIM, Attribute, Kind, Words
from app.domain.errors import N_
from app.ui import fields
from app.ui.fields import AttributeField, Change
from app.ui.usual_keys import ENTERS
from app.ui.words import in_arabic, tr
from app.workbench.bench import Workbench
from app.workbench.claims import CONTRADICTS, SAME, SENTENCE, proposed, way_of
from app.workbench.verdicts import NO_VERDICT

_LINES = 3
_LIKE = N_("Linked claims")


class Sentence(QPlainTextEdit):
    """Takes a sentence that wraps: Enter keeps it, Esc puts back what is stored, and then leaves."""

    shown = ""

    def __init__(self, keep: object) -> None:
        super().__init__()
        assert callable(keep)
        self._keep = keep
        self.setTabChangesFocus(True)
        self.setFixedHeight(_LINES * self.fontMetrics().lineSpacing() + 20)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTERS:
            self._keep()
        elif event.key() == Qt.Key.Key_Escape and self.toPlainText() != self.shown:
            self.setPlainText(self.shown)
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._keep()


class SentenceField(AttributeField):
    """The normalized claim. While there is none, its place shows what the words of the span would make of it."""

    wide = True

    def _make_editor(self) -> Sentence:
        return Sentence(self._keep)

    def _keep(self) -> None:
        assert isinstance(self.editor, Sentence)
        written = " ".join(self.editor.toPlainText().split()) or None
        if written != (self.editor.shown or None):
            self._change(self.attribute.id, written)

    def show_value(self, value: object) -> None:
        assert isinstance(self.editor, Sentence)
        before, self.editor.shown = self.editor.shown, str(value) if value else ""
        if not self.editor.hasFocus() or before != self.editor.shown:
            self.editor.setPlainText(self.editor.shown)

    def propose(self, text: str) -> None:
        assert isinstance(self.editor, Sentence)
        self.editor.setPlaceholderText(text)


class VerdictNote(AttributeField):
    """Only that there is a verdict, never which: it is kept apart while one annotates. Pressed, it opens the panel."""

    def _make_editor(self) -> QPushButton:
        button = QPushButton()
        button.setAutoDefault(True)
        button.clicked.connect(lambda: _ask(self, "claim.verdict"))
        return button

    def show_value(self, value: object) -> None:
        assert isinstance(self.editor, QPushButton)
        there = isinstance(value, dict) and {**NO_VERDICT, **value} != NO_VERDICT
        self.editor.setText(tr("set") if there else "—")
        self.editor.setAccessibleDescription(tr("set") if there else tr("empty"))
        self.editor.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)


class TiesField(AttributeField):
    """How many claims this one is linked to, as the same and as its contrary. Pressed, it opens their list."""

    def _make_editor(self) -> QPushButton:
        button = QPushButton()
        button.setAutoDefault(True)
        button.clicked.connect(lambda: _ask(self, "claim.same"))
        return button

    def show_value(self, value: object) -> None:
        """What fills it are links: ``show_ties`` shows them."""

    def show_ties(self, bench: Workbench, mark: Annotation) -> None:
        assert isinstance(self.editor, QPushButton)
        ties = [*bench.marks.links_from(mark.id), *bench.marks.links_to(mark.id)]
        counts = {way: sum(way_of(each) == way for each in ties) for way in (SAME, CONTRADICTS)}
        parts = [tr("✓ the same"), str(counts[SAME])] if counts[SAME] else []
        parts += [tr("✗ contrary"), str(counts[CONTRADICTS])] if counts[CONTRADICTS] else []
        signs = [f"{sign} {counts[way]}" for way, sign in ((SAME, "✓"), (CONTRADICTS, "✗")) if counts[way]]
        self.editor.setText("   ".join(signs) or "—")
        self.editor.setAccessibleDescription(" ".join(parts) or tr("empty"))


def make_fields(kind: Kind, attributes: Iterable[Attribute], change: Change) -> list[AttributeField]:
    """The fields of attributes of a kind: those of claims from here, every other by its type."""
    made = [_make_field(attribute, change) for attribute in attributes]
    if kind.id != CLAIM:
        return made
    ties = TiesField(Attribute("", Words(in_arabic(_LIKE), _LIKE), "text"), change)
    return [*made[:1], ties, *made[1:]]


def show_claim(made: Iterable[AttributeField], bench: Workbench, mark: Annotation) -> None:
    """What the fields show that is no attribute's value: what could stand in the sentence, and the links."""
    for field in made:
        if isinstance(field, SentenceField) and bench.article is not None:
            field.propose(proposed(bench.article.text, mark))
        elif isinstance(field, TiesField):
            field.show_ties(bench, mark)


def _make_field(attribute: Attribute, change: Change) -> AttributeField:
    if attribute.id == SENTENCE:
        return SentenceField(attribute, change)
    return VerdictNote(attribute, change) if attribute.type == "verdict" else fields.make_field(attribute, change)


def _ask(field: AttributeField, part: str) -> None:
    """Have the window open a part for the claim that the inspector shows."""
    ask = getattr(field.window(), "ask", None)
    if callable(ask):
        ask(part)
