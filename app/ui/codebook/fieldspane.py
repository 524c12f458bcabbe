"""The pane that holds the fields of the chosen part."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from app.domain.codebook import Codebook
from app.ui.codebook.forms import Form, LabelForm
from app.ui.codebook.part_forms import AttributeForm, KindForm, SlotForm
from app.ui.codebook.tree import ATTRIBUTE, KIND, LABEL, SLOT, Part
from app.workbench.codebook_changes import KEPT_ATTRIBUTES, KEPT_SLOTS, Draft
from app.workbench.keymap import Keymap


class FieldsPane(QScrollArea):
    """One form at a time. ``left`` is told when one of its fields was left."""

    def __init__(self, keymap: Keymap, left: Callable[[], None]) -> None:
        super().__init__()
        self._keymap, self._left = keymap, left
        self.form: Form | None = None
        self.part: Part | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def empty(self) -> None:
        """Forget the form: the draft is another."""
        self.form, self.part = None, None

    def show_part(self, part: Part, codebook: Codebook) -> None:
        self.form, self.part = self._made(part, codebook), part
        self.setWidget(self.form or QWidget())

    def taken(self, draft: Draft) -> Draft:
        """The draft with what the fields say; ``TawsimError`` when that cannot be."""
        return self.form.take(draft) if self.form is not None else draft

    def named(self) -> Part | None:
        """The part under the id that its field says now."""
        if self.form is None or self.part is None:
            return self.part
        name = self.form.id.text().strip()
        return self.part if self.part.what == KIND else Part(self.part.what, self.part.kind, name)

    def _made(self, part: Part, codebook: Codebook) -> Form | None:
        kind = codebook.kind(part.kind)
        if part.what == KIND:
            return KindForm(kind, self._left)
        if part.what == LABEL and codebook.has(part.kind, part.id):
            return LabelForm(codebook.label(part.kind, part.id), self._keymap, self._left)
        if part.what == ATTRIBUTE and (attribute := kind.attribute(part.id)):
            kept = part.id in KEPT_ATTRIBUTES.get(part.kind, ())
            return AttributeForm(part.kind, attribute, self._left, kept)
        if part.what == SLOT and (slot := kind.slot(part.id)):
            kept = part.id in KEPT_SLOTS.get(part.kind, ())
            return SlotForm(part.kind, slot, self._keymap, self._left, kept)
        return None
