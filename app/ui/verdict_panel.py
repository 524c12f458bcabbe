"""A claim's verdict (Alt+V): value, evidence, day. It stands here only, apart from what the text says."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QFont, QKeyEvent, QTextOption
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QListWidgetItem, QPlainTextEdit, QWidget

from app.domain.annotation import Annotation
from app.domain.errors import TawsimError
from app.ui import captions
from app.ui.keybuttons import key_buttons
from app.ui.listing import Listing
from app.ui.overlay import Overlay
from app.ui.speaking import announce
from app.ui.usual_keys import ENTERS
from app.ui.words import isolated, said, sentence, tr
from app.workbench.bench import Workbench
from app.workbench.claims import sentence_of
from app.workbench.verdicts import VERDICT, judging, today, verdict_of

_SHOWN, _ROW = 300, 27


class VerdictPanel(Overlay):
    """A digit takes a value, Tab goes on to evidence and day, Enter keeps it (in the evidence Ctrl+Enter), Esc leaves
    everything as it was."""

    def __init__(
        self, bench: Workbench, claim: Annotation, parent: QWidget, trouble: Callable[[TawsimError], None]
    ) -> None:
        super().__init__(parent, 620, 520)
        self._bench, self._claim, self._trouble = bench, claim.id, trouble
        self.setAccessibleName(tr("The claim's verdict"))
        before = verdict_of(claim)
        self.values = self._make_values(before["value"])
        self.evidence = QPlainTextEdit("\n".join(before["evidence_urls"]))
        self.evidence.setPlaceholderText("\u2066https://…\u2069")
        self.evidence.setAccessibleName(tr("Evidence: web addresses, one a line"))
        self.evidence.setTabChangesFocus(True)
        left_to_right = QTextOption()
        left_to_right.setTextDirection(Qt.LayoutDirection.LeftToRight)
        self.evidence.document().setDefaultTextOption(left_to_right)
        self.evidence.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.day = QLineEdit(before["date"] or today(bench))
        self.day.setAccessibleName(tr("Day of the verdict, such as 2026-04-30"))
        self.day.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.note = QLabel()
        self.note.setObjectName("grave")
        self.note.setWordWrap(True)
        self._build(claim, before["by"])
        self.open(self.values)

    def _make_values(self, value: str | None) -> Listing:
        attribute = self._bench.codebook.kind("claim").attribute(VERDICT)
        listing = Listing()
        listing.setAccessibleName(tr("Verdict"))
        offered = attribute.choices if attribute else ()
        choices = [(None, tr("none")), *((each.id, said(each.name)) for each in offered)]
        for number, (name, shown) in enumerate(choices):
            item = QListWidgetItem(f"\u2066{number}\u2069   {shown}")
            item.setData(Qt.ItemDataRole.UserRole, name)
            item.setSizeHint(QSize(0, _ROW))
            listing.addItem(item)
            if name == value:
                listing.setCurrentRow(number)
        return listing

    def _build(self, claim: Annotation, by: str | None) -> None:
        shown = sentence_of(claim) or claim.shown
        text = QLabel(shown if len(shown) <= _SHOWN else shown[:_SHOWN] + "…")
        font = QFont("Amiri")
        font.setPixelSize(20)
        text.setFont(font)
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setWordWrap(True)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        rows: tuple[tuple[str, QWidget], ...] = (
            (tr("Verdict"), self.values),
            (tr("Evidence"), self.evidence),
            (tr("Day"), self.day),
            (tr("By"), QLabel(isolated(by or self._bench.author))),
        )
        for number, (name, editor) in enumerate(rows):
            label = captions.faint(name)
            label.setBuddy(editor)
            grid.addWidget(label, number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(editor, number, 1)
        grid.setRowStretch(0, 3)
        grid.setRowStretch(1, 2)
        column = self.from_top(9)
        column.addWidget(text)
        column.addLayout(grid, 1)
        column.addWidget(self.note)
        column.addLayout(
            key_buttons((tr("Keep the verdict"), "Ctrl+Enter", self._keep), (tr("Leave"), "Esc", self.dismiss))
        )

    def _keep(self) -> None:
        claim = self._bench.marks.get(self._claim)
        if claim is None:
            return self.dismiss()
        item = self.values.currentItem()
        value = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        try:
            edit = judging(self._bench, claim, value, self.evidence.toPlainText().split("\n"), self.day.text().strip())
            if edit is not None:
                self._bench.do(edit)
        except TawsimError as error:
            self.note.setText(sentence(error))
            announce(self, self.note.text(), grave=True)
            return
        self.dismiss()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._is_inside(watched):
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if event.key() in ENTERS and (control or watched is not self.evidence):
                self._keep()
                return True
            typed = event.text()
            if watched is self.values and typed and typed[0].isdigit() and int(typed[0]) < self.values.count():
                self.values.setCurrentRow(int(typed[0]))
                return True
        return super().eventFilter(watched, event)

    def _is_inside(self, watched: QObject) -> bool:
        return watched in (self.values, self.evidence, self.day)
