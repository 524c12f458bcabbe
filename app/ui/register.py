"""Who a mention is (E): the entries of the register that it may be, and a new one by one key."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListView, QVBoxLayout, QWidget

from app.domain.annotation import Annotation
from app.domain.errors import N_, TawsimError
from app.domain.rules import ENTITY_ROLE
from app.ui import captions
from app.ui.article.view import ArticleView
from app.ui.entry_rows import EntryDelegate, EntryModel, EntryRow, label_name, more_of
from app.ui.keybuttons import key_buttons
from app.ui.overlay import Overlay
from app.ui.theme import Theme
from app.ui.usual_keys import ENTERS
from app.ui.words import isolated, sentence, tr
from app.workbench.bench import Workbench
from app.workbench.entries import Subject, linking, new_entry, same_mentions, unlinking
from app.workbench.offering import Offer, offers

_TEXT_SIZE = 20
_EDGE = 10  # pixels between the panel and the article's edge
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_NEW = ("+", "=")  # one key on most layouts, with Shift and without


class EntryPanel(Overlay):
    """Type to narrow, arrows to choose, Enter to link; + makes a new entry, Delete unlinks, Esc leaves."""

    def __init__(
        self,
        bench: Workbench,
        about: Subject,
        theme: Theme,
        view: ArticleView,
        parent: QWidget,
        trouble: Callable[[TawsimError], None],
    ) -> None:
        self._view = view
        super().__init__(parent, 720, 372)
        self._bench, self._about, self._trouble = bench, about, trouble
        self._same: list[Annotation] | None = None
        self.offered: list[Offer] = []
        self.setAccessibleName(tr("Register"))
        self.model = EntryModel(self._row)
        reading = QFont(view.document().defaultFont())
        reading.setPixelSize(_TEXT_SIZE)
        self._delegate = EntryDelegate(theme, reading)
        self._build()
        self._narrow("")
        self.open(self.field)
        QTimer.singleShot(0, self, self._tell_same)  # not while the key that opened the panel waits

    def _build(self) -> None:
        self.heading = captions.heading(self._question())
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.heading.setMinimumWidth(1)
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Type to narrow, in Arabic or Latin letters …"))
        self.field.setAccessibleName(self.heading.text())
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._narrow)
        self.list = QListView()
        self.list.setAccessibleName(tr("Entries it may be"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setModel(self.model)
        self.list.setItemDelegate(self._delegate)
        self.list.clicked.connect(lambda _index: self._take())
        self.note = captions.note()
        self.note.setMinimumWidth(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(7)
        for part in (self.heading, self.field, self.list, self.note):
            column.addWidget(part)
        column.addLayout(
            key_buttons(
                (tr("Link"), "Enter", self._take),
                (tr("New entry"), "+", self._take_new),
                (tr("Also the same here"), "Shift+Enter", lambda: self._take(also=True)),
                (tr("Unlink"), "Del", self._unlink),
                (tr("Leave"), "Esc", self.dismiss),
            )
        )

    def _question(self) -> str:
        about = self._about
        if about.role == ENTITY_ROLE:
            label = label_name(self._bench.codebook, about.label)
            return tr("Who or what is “{name}” ({label})?").format(name=isolated(about.name), label=label)
        return tr("Who says it, without being named here?") if about.role == "speaker" else tr("Who claims it?")

    def _settle(self) -> None:
        """Over the top of the article, or over its end when the words themselves stand at the top."""
        super()._settle()
        view, parent = self._view, self._parent
        corner = view.mapTo(parent, view.rect().topLeft())
        caret = view.cursorRect()
        at_end = caret.bottom() < self.height() + 2 * _EDGE and caret.center().y() < view.height() / 2
        down = view.height() - self.height() - _EDGE if at_end else _EDGE
        room = parent.rect().adjusted(_EDGE, _EDGE, -_EDGE - self.width(), -_EDGE - self.height())
        across = corner.x() + (view.width() - self.width()) // 2
        self.move(
            max(min(across, room.right()), room.left()),
            max(min(corner.y() + down, room.bottom()), room.top()),
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = watched is self.field and event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and self._press(event):
            return True
        return super().eventFilter(watched, event)

    def _press(self, event: QKeyEvent) -> bool:
        """Whether the key was the panel's; the others are typed."""
        key, step = event.key(), _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            count = max(len(self.offered), 1)
            self.list.setCurrentIndex(self.model.index((self.list.currentIndex().row() + step) % count))
        elif key in ENTERS:
            self._take(also=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif key == Qt.Key.Key_Insert or event.text() in _NEW:
            self._take_new()
        elif key == Qt.Key.Key_Delete and not self.field.text():
            self._unlink()
        else:
            return False
        return True

    # what is offered

    def _narrow(self, typed: str) -> None:
        self.offered = offers(self._bench, self._about, typed)
        self.model.put(len(self.offered))
        self.list.setCurrentIndex(self.model.index(0))
        if not self.offered:
            self._say(tr("Nobody to offer: type a name."))

    def _row(self, number: int) -> EntryRow:
        offer = self.offered[number]
        if offer.entry is None:
            label = label_name(self._bench.codebook, offer.label)
            return EntryRow(offer.name, tr("new entry, {label}").format(label=label), "+")
        return EntryRow(offer.name, more_of(self._bench.codebook, offer.entry), "✓" if offer.held else "")

    def _tell_same(self) -> None:
        count = len(self._others())
        if count:
            self._say(tr("The same name without an entry elsewhere here: %n. Shift+Enter links them too.", count))

    def _others(self) -> list[Annotation]:
        if self._same is None:
            self._same = same_mentions(self._bench, self._about)
        return self._same

    def _say(self, text: str) -> None:
        self.note.setText(text)

    # what is taken

    def _take(self, also: bool = False) -> None:
        number = self.list.currentIndex().row()
        if 0 <= number < len(self.offered):
            self._link(self.offered[number], also)

    def _take_new(self) -> None:
        new = next((each for each in self.offered if each.entry is None), None)
        if new is None:
            return self._say(tr("Type the name of the new entry first."))
        self._link(new, also=False)

    def _link(self, offer: Offer, also: bool) -> None:
        """Link to what was chosen, in one edit; a trouble leaves the panel open."""
        others = self._others() if also else []
        try:
            entry = offer.entry or new_entry(offer.name, offer.label)
            self._bench.do(linking(self._bench, self._about, entry, others, new=offer.entry is None))
        except TawsimError as error:
            self._say(sentence(error))
            return self._trouble(error)
        self._leave()
        if others:
            return self._bench.say(N_("Linked to {name}, with {count} more."), name=entry.name, count=len(others))
        made = offer.entry is None
        self._bench.say(N_("New in the register: {name}") if made else N_("Linked to {name}"), name=entry.name)

    def _unlink(self) -> None:
        if not self._about.held:
            return self._say(tr("It is not linked to any entry."))
        try:
            self._bench.do(unlinking(self._bench, self._about))
        except TawsimError as error:
            return self._trouble(error)
        self._leave()
        self._bench.say(N_("Unlinked."))

    def _leave(self) -> None:
        self.dismiss()
        self._bench.put(self._bench.place, self._bench.focus)
