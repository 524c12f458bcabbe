"""A page of the inspector: what it shows of the marks of one kind."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.annotation import Annotation
from app.domain.codebook import Kind
from app.domain.edit import Edit
from app.ui.claim_fields import make_fields, show_claim
from app.ui.commands import Commands
from app.ui.elided import ElidedText
from app.ui.entry_line import EntryLine
from app.ui.fields import Fields, in_reading_order
from app.ui.frame_sentence import FrameSentence
from app.ui.guideline import Guideline
from app.ui.pages import label
from app.ui.telling import name_of, origin_of
from app.workbench.bench import Workbench

_LINES = 2  # of a name; longer ones are cut with an ellipsis


class KindPage(QWidget):
    """What the inspector shows of one kind: built once, then only filled."""

    def __init__(
        self,
        bench: Workbench,
        kind: Kind,
        commands: Commands,
        press: Callable[[str], None],
        change: Callable[[str, object], None],
        fill: Callable[[Edit], None],
    ) -> None:
        super().__init__()
        self.kind = kind
        self.heading = label("heading")
        self.sentence = FrameSentence(bench, kind, commands, press, fill) if FrameSentence.tells(kind) else None
        self.text = self.sentence.content if self.sentence else ElidedText(_LINES)
        self.origin = label("small")
        self.guideline = Guideline()
        self.entry = _steady(EntryLine())
        self.slots = self.sentence.slots if self.sentence else []
        told = self.sentence.attributes if self.sentence else {}
        asked = [attribute for attribute in kind.attributes if attribute.id not in told]
        self.fields = in_reading_order(make_fields(kind, asked, change))
        chips = self.sentence.chips if self.sentence else []
        self.stops: list[QWidget] = [*chips, *(field.editor for field in self.fields), self.guideline.button]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(7)
        parts = (self.heading, self.sentence or self.text, self.entry, Fields(self.fields), self.origin, self.guideline)
        for part in parts:
            column.addWidget(part)
        column.addStretch()

    def show_mark(self, bench: Workbench, mark: Annotation) -> None:
        meant, name = bench.codebook.shown(mark.kind, mark.label), name_of(bench.codebook, mark)
        self.heading.setText(f"{name} · {mark.label}" if mark.label.isupper() else name)
        rtl = bench.article is None or bench.article.direction == "rtl"
        if self.sentence:
            self.sentence.show_mark(mark, rtl)
        else:
            self.text.show_text(mark.shown, rtl)
        self.entry.show_mark(bench, mark)
        for field in self.fields:
            field.show_value(mark.attributes.get(field.attribute.id))
        show_claim(self.fields, bench, mark)
        self.origin.setText(origin_of(mark))
        self.guideline.show_label(meant)


def _steady(line: EntryLine) -> EntryLine:
    """The line with its room kept while it says nothing, so that what is below stays where it is."""
    kept = line.sizePolicy()
    kept.setRetainSizeWhenHidden(True)
    line.setSizePolicy(kept)
    return line
