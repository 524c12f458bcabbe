"""Zones and details of the open article (Alt+Z): a letter says what the paragraph is, Tab leads to title and source."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QListWidgetItem, QWidget

from app.domain.article import Article, Meta
from app.domain.edit import Change, Edit
from app.domain.errors import N_, TawsimError
from app.ui import captions
from app.ui.keybuttons import key_buttons
from app.ui.line import Line
from app.ui.list_panel import ListPanel
from app.ui.listing import Listing
from app.ui.running import Runner
from app.ui.usual_keys import ENTERS, TABS, WALKING
from app.ui.words import isolated, key_text, said, sentence, tr
from app.workbench import zoning
from app.workbench.bench import Workbench
from app.workbench.keymap import Keymap
from app.workbench.zone_letters import LEARN, NO_ZONE, letters

_ROW = 27  # pixels
_SHOWN = 160  # code points of the paragraph
_ID = Qt.ItemDataRole.UserRole


class ZonePanel(ListPanel):
    """A letter, or Enter on a row, makes the stretch at the caret that zone and closes. L learns for the source; then
    Enter takes up what the rules would change in articles that nobody has begun. In the fields Enter keeps all four."""

    passing = (*WALKING, *TABS)

    def __init__(
        self, bench: Workbench, keymap: Keymap, parent: QWidget, trouble: Callable[[TawsimError], None]
    ) -> None:
        super().__init__(parent, 620, 640)
        self._bench, self._keymap, self._trouble = bench, keymap, trouble
        self._letters = letters(bench.codebook)
        self._waiting: list[Change] = []
        self.runner = Runner(bench.worker, lambda *_: None, self._fail, self)
        article = self._article
        self._stretch = zoning.stretch_at(article, bench.place.selection, bench.place.caret)
        self.setAccessibleName(tr("Zone and details of the article"))
        self._build(article)
        self.open(self.list)

    @property
    def _article(self) -> Article:
        article = self._bench.article
        assert article is not None, "the action needs an article"
        return article

    # what it shows

    def _build(self, article: Article) -> None:
        column = self.from_top()
        heading = captions.heading(tr("What this part of the article is"))
        column.addWidget(heading)
        column.addWidget(self._text(article))
        self.list = self._make_list(article)
        column.addWidget(self.list, 1)
        column.addLayout(self._make_fields(article))
        self.note = captions.note()
        column.addWidget(self.note)
        column.addLayout(
            key_buttons(
                (tr("Take"), "Enter", self._enter),
                (tr("Learn for this source"), LEARN, self._learn),
                (tr("Leave"), "Esc", self.dismiss),
            )
        )

    def _text(self, article: Article) -> QLabel:
        """The beginning of what would be another zone."""
        inside = article.text[self._stretch.start : self._stretch.end] if self._stretch else ""
        words = " ".join(inside.split())
        text = QLabel(words if len(words) <= _SHOWN else words[:_SHOWN] + "…")
        font = QFont("Amiri")
        font.setPixelSize(19)
        text.setFont(font)
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setWordWrap(True)
        return text

    def _make_list(self, article: Article) -> Listing:
        listing = Listing()
        listing.setAccessibleName(tr("Zones"))
        here = zoning.zone_at(article, self._stretch.start) if self._stretch else None
        rows = [(zone.id, self._letters.get(zone.id, ""), said(zone.name)) for zone in self._bench.codebook.zones]
        for name, letter, shown in [*rows, ("", NO_ZONE, tr("no zone"))]:
            item = QListWidgetItem(f"\u2066{key_text(letter)}\u2069   {shown}" if letter else shown)
            item.setData(_ID, name)
            item.setSizeHint(QSize(0, _ROW))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, shown)
            listing.addItem(item)
            if name == (here.name if here is not None else ""):
                listing.setCurrentItem(item)
        return listing

    def _make_fields(self, article: Article) -> QGridLayout:
        meta = article.meta
        self.title, self.published, self.source, self.url = (Line() for _ in range(4))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        rows: tuple[tuple[str, Line, str | None], ...] = (
            (tr("Title"), self.title, article.title),
            (tr("Published"), self.published, meta.published),
            (tr("Source"), self.source, meta.source),
            (tr("Address"), self.url, meta.url),
        )
        for number, (name, field, value) in enumerate(rows):
            field.shown = value or ""
            field.setText(field.shown)
            field.returnPressed.connect(self._keep)
            grid.addWidget(captions.of_field(field, name), number, 0)
            grid.addWidget(field, number, 1)
        for field in (self.published, self.url):
            field.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.published.setPlaceholderText("\u20662026-04-30\u2069")
        return grid

    # what is done

    def _press(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in self.passing:
            return False
        if key in ENTERS:
            self._enter()
        elif key == Qt.Key.Key_Escape:
            self.dismiss()
        elif not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            self._choose(self._keymap.letter(event.text(), shift=False))  # by the analyst's own key map
        return True

    def _choose(self, letter: str | None) -> None:
        zone = next((zone for zone, its in self._letters.items() if its == letter), None)
        if letter == LEARN:
            self._learn()
        elif letter == NO_ZONE:
            self._take("")
        elif zone is not None:
            self._take(zone)

    def _enter(self) -> None:
        """Take up what waits, else the current row."""
        if self._waiting:
            return self._take_up()
        item = self.list.currentItem()
        if item is not None and not self.runner.busy:
            self._take(item.data(_ID))

    def _take(self, zone: str) -> None:
        if self._stretch is None:
            return self._say(tr("There is no text here."), grave=True)
        edit = zoning.rezoning(self._article, self._stretch, zone or None)
        if self._do(edit):
            if edit is not None and self._article.meta.source:
                self._bench.say(
                    N_("To have {source} learn it, open the zones once more and press L."),
                    source=self._article.meta.source,
                )
            self.dismiss()

    def _keep(self) -> None:
        """Keep what the fields say."""
        article = self._article
        title, published, source, url = (
            field.text().strip() or None for field in (self.title, self.published, self.source, self.url)
        )
        meta = zoning.dated(Meta(source, url, published, article.meta.extra))
        if self._do(zoning.detailing(article, replace(article.details, title=title, meta=meta))):
            self.dismiss()

    def _do(self, edit: Edit | None) -> bool:
        """Whether it was done; nothing to do is done too."""
        try:
            if edit is not None:
                self._bench.do(edit)
        except TawsimError as error:
            self._say(sentence(error), grave=True)
            return False
        return True

    # learning

    def _learn(self) -> None:
        """Learn how the zones of this article differ from what the rules find, and look where else that would tell."""
        article, store = self._article, self._bench.store
        if not article.meta.source:
            self.source.setFocus()
            return self._say(tr("Give the article's source first, then learn for it."), grave=True)
        try:
            known = zoning.Learned.of(store)
            rules = zoning.to_learn(article, known)
            if rules:
                known.add(store, article.meta.source, rules)
        except TawsimError as error:
            return self._say(sentence(error), grave=True)
        if not rules:
            return self._say(tr("Nothing to learn: the rules find these zones by themselves."))
        self._say(tr("Learned. Looking through the articles of this source …"))
        self.runner.start(zoning.look_for, self._show_found, store.path, article.meta.source)

    def _show_found(self, changes: list[Change]) -> None:
        self._waiting = [change for change in changes if change.record.id != self._article.id]
        source = isolated(self._article.meta.source or "")
        if not self._waiting:
            return self._say(tr("Learned for {source}: later imports follow.").format(source=source))
        self._say(
            tr(
                "Learned for {source}: %n articles that nobody has begun would change; Enter changes them.",
                len(self._waiting),
            ).format(source=source)
        )

    def _take_up(self) -> None:
        changes, self._waiting = self._waiting, []
        self.runner.start(zoning.take_up, self._taken_up, self._bench.store.path, changes, self._bench.stamp())

    def _taken_up(self, edit: Edit) -> None:
        zoning.followed(self._bench, edit)
        self._bench.say(N_("{count} articles have other zones now."), count=len(edit.changes))
        self.dismiss()

    def _fail(self, error: TawsimError) -> None:
        self._say(sentence(error), grave=True)

    def dismiss(self) -> None:
        self.runner.leave()
        super().dismiss()
