"""The attributes of the mark at hand (;), each with a key, over the foot of the article: the eyes stay on the text."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.domain.annotation import Annotation
from app.domain.codebook import Attribute
from app.domain.errors import TawsimError
from app.ui import captions
from app.ui.article.view import ArticleView
from app.ui.flow import FlowLayout
from app.ui.overlay import Overlay
from app.ui.speaking import announce
from app.ui.telling import name_of
from app.ui.usual_keys import CLEARING, ENTERS
from app.ui.words import isolated, key_text, said, tr
from app.workbench.attributes import completes, following, in_use, matching, offered
from app.workbench.bench import Workbench
from app.workbench.claims import SENTENCE
from app.workbench.making import with_attribute

_EDGE, _WIDEST, _SHOWN = 10, 900, 40
_UNDO = {(Qt.Key.Key_Z, ord("ئ")): "undo", (Qt.Key.Key_Y, ord("غ")): "redo"}


class Chip(QPushButton):
    """One attribute: its key, its name and its value. Pressed, it does what its key does."""

    def __init__(self, key: str, attribute: Attribute, press: Callable[[], None]) -> None:
        super().__init__()
        self.setObjectName("slot")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.attribute = attribute
        self.value = QLabel()
        self.value.setTextFormat(Qt.TextFormat.PlainText)
        shown, name = QLabel(key), QLabel(said(attribute.name))
        shown.setObjectName("key")
        name.setObjectName("faint")
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(7, 4, 10, 4)
        row.setSpacing(7)
        for part in (shown, name, self.value):
            row.addWidget(part)
        self.setAccessibleDescription(tr("Key: {key}").format(key=key))
        self.clicked.connect(lambda _checked=False: press())

    def show_value(self, value: object) -> None:
        text = told(self.attribute, value)
        self.value.setText(isolated(text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"))
        self.setAccessibleName(f"{said(self.attribute.name)}: {text}")
        self.setFixedSize(self._row.sizeHint())


class AttributePanel(Overlay):
    """A key takes the next value of its attribute, with Shift the one before; Delete takes the last one touched back to
    nothing; a free text is written in a field. Each is an edit of its own. Esc closes."""

    _view: ArticleView | None = None

    def __init__(
        self,
        bench: Workbench,
        mark: Annotation,
        view: ArticleView,
        parent: QWidget,
        trouble: Callable[[TawsimError], None],
    ) -> None:
        super().__init__(parent, 0, 0)
        self._bench, self._mark, self._trouble = bench, mark.id, trouble
        self._keymap = view.hints.keymap
        self.touched: Attribute | None = None
        self._writing: Attribute | None = None
        self._known: list[str] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        name = name_of(bench.codebook, mark)
        self.setAccessibleName(tr("Attributes of: {name}").format(name=name))
        self.chips = {
            key: Chip(key, attribute, partial(self._take, attribute, 1))
            for key, attribute in offered(bench.codebook, mark.kind)
        }
        self._build(name)
        self._view = view
        bench.edited.listen(self._follow)
        self._follow(None)
        self.open(self)

    def _build(self, name: str) -> None:
        heading = captions.heading(name)
        hint = captions.faint(
            tr("a key: the next value · with Shift: the one before · {clear} empties · Esc closes").format(
                clear=key_text("Del")
            )
        )
        hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        top = QHBoxLayout()
        top.setSpacing(14)
        top.addWidget(heading)
        top.addWidget(hint, 1)
        self._flow = QWidget()
        self._lines = FlowLayout(self._flow, spacing=6, margin=0, most_lines=12)
        for chip in self.chips.values():
            self._lines.addWidget(chip)
        self.field = QLineEdit()
        self.field.hide()
        self.field.textEdited.connect(self._offer)
        self.list = QListWidget()
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(tr("Values in use"))
        self.list.itemClicked.connect(lambda item: self._write(item.text()))
        self.list.hide()
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(12, 9, 12, 11)
        column.setSpacing(7)
        column.addLayout(top)
        column.addWidget(self._flow)
        column.addWidget(self.field)
        column.addWidget(self.list)

    def _settle(self) -> None:
        """Over the foot of the article, as wide as it and as high as what is shown."""
        if self._view is None:
            return
        corner = self._view.mapTo(self._parent, QPoint(0, 0))
        width = min(self._view.width() - 2 * _EDGE, _WIDEST)
        self._flow.setFixedHeight(self._lines.heightForWidth(width - 26))
        self._column.activate()
        height = self._column.sizeHint().height()
        left = corner.x() + (self._view.width() - width) // 2
        top = self._view.height() - _EDGE - height
        self.setGeometry(QRect(left, corner.y() + self._clear(top), width, height))

    def _clear(self, top: int) -> int:
        """``top``, once the mark is scrolled clear of it; the head of the view, where that cannot be."""
        assert self._view is not None
        mark = self._bench.marks.get(self._mark)
        if mark is None:
            return top
        bar = self._view.verticalScrollBar()
        first, last = (int(edge) for edge in self._view.page.rows(mark.extent))
        hidden = last - bar.value() - top
        if hidden > 0 and first - bar.value() - hidden >= 0:
            self._view.scrolling.to(bar.value() + hidden)
            self._view.scrolling.finish()
        return top if last - bar.value() <= top or first - bar.value() < self.height() + _EDGE else _EDGE

    def _follow(self, _edit: object) -> None:
        """Show the mark as it is now; close when it is gone."""
        mark = self._bench.marks.get(self._mark)
        if mark is None:
            return self.dismiss()
        for chip in self.chips.values():
            chip.show_value(mark.attributes.get(chip.attribute.id))
        self._lines.invalidate()
        self._settle()

    # keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            return self._take_back(event.key())
        shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        if key in CLEARING and self.touched is not None:
            return self._change(self.touched, None)
        chip = self._chip(event, shift)
        if chip is not None:
            return self._take(chip.attribute, -1 if shift else 1)
        if key in ENTERS:
            return self.dismiss()
        super().keyPressEvent(event)

    def _chip(self, event: QKeyEvent, shift: bool) -> Chip | None:
        """The chip whose key this is, on either layout; with Shift a digit types a sign, but its key is the same."""
        typed = event.text()
        if typed and typed[0].isdigit():
            return self.chips.get(str(int(typed[0])))
        if shift and typed and typed in _SHIFTED:
            return self.chips.get(str(_SHIFTED.index(typed) + 1))
        letter = self._keymap.letter(typed, shift) if self._keymap is not None else typed.upper()
        return self.chips.get(letter or "")

    def _take_back(self, key: int) -> None:
        act = next((act for keys, act in _UNDO.items() if key in keys), None)
        try:
            if act is not None:
                getattr(self._bench, act)()
        except TawsimError as error:
            self._trouble(error)

    def _take(self, attribute: Attribute, step: int) -> None:
        mark = self._bench.marks.get(self._mark)
        if mark is None:
            return
        self.touched = attribute
        if attribute.id == SENTENCE:
            self.dismiss()
            return self._bench.window.ask("claim.sentence")
        if attribute.type == "text":
            return self._ask(attribute, mark)
        self._stop_writing()
        self._change(attribute, following(mark, attribute, step))

    def _change(self, attribute: Attribute, value: object) -> None:
        mark = self._bench.marks.get(self._mark)
        if mark is None or mark.attributes.get(attribute.id) == value:
            return
        try:
            self._bench.do(with_attribute(self._bench, mark, attribute.id, value))
        except TawsimError as error:
            return self._trouble(error)
        announce(self, f"{said(attribute.name)}: {told(attribute, value)}")

    # free text

    def _ask(self, attribute: Attribute, mark: Annotation) -> None:
        self._writing = attribute
        self._known = in_use(self._bench, mark, attribute) if completes(attribute) else []
        self.field.setAccessibleName(said(attribute.name))
        self.field.setPlaceholderText(
            tr("{name}: Enter takes it, arrows choose one in use").format(name=said(attribute.name))
        )
        self.field.setText(str(mark.attributes.get(attribute.id) or ""))
        self.field.selectAll()
        self.field.show()
        self._offer("")
        self.field.setFocus()

    def _offer(self, text: str) -> None:
        """The values in use that hold what is typed."""
        found = matching(self._known, text)
        self.list.clear()
        self.list.addItems(found)
        self.list.setFixedHeight(self.list.sizeHintForRow(0) * len(found) + 8 if found else 0)
        self.list.setVisible(bool(found))
        self._settle()

    def _write(self, text: str) -> None:
        attribute = self._writing
        self._stop_writing()
        if attribute is not None:
            self._change(attribute, " ".join(text.split()) or None)

    def _stop_writing(self) -> None:
        self._writing = None
        self.field.hide()
        self.list.hide()
        self._settle()
        self.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None and self.list.count():
                self.list.setCurrentRow((max(self.list.currentRow(), -step) + step) % self.list.count())
                return True
            if event.key() in ENTERS:
                chosen = self.list.currentItem() if self.list.isVisible() else None
                self._write(chosen.text() if chosen is not None else self.field.text())
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._stop_writing()
                return True
        return super().eventFilter(watched, event)

    def dismiss(self) -> None:
        self._bench.edited.forget(self._follow)
        super().dismiss()


_SHIFTED = "!@#$%^&*("


def told(attribute: Attribute, value: object) -> str:
    """A value in the interface language; a dash for none."""
    if attribute.type == "flag":
        return "—" if value is None else tr("yes") if value else tr("no")
    if attribute.type == "choice":
        return next((said(choice.name) for choice in attribute.choices if choice.id == value), "—")
    return str(value) if value else "—"
