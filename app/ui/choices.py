"""What the palette offers: every action and label, entries of the register and articles, each with what it shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QIcon

from app.domain.annotation import RegisterEntry
from app.domain.codebook import CLAIM, QUOTE, Label
from app.domain.errors import TawsimError
from app.ui.strip import swatch
from app.ui.words import in_arabic, isolated, key_text, said, title_of, tr
from app.workbench.actions import Action
from app.workbench.matching import Names, fold
from app.workbench.mentions import go_to_mention

if TYPE_CHECKING:
    from app.ui.window import MainWindow

_names = lru_cache(maxsize=512)(Names)  # the same actions each time
_LOOKED_UP = 8  # articles, and entries, at once
_ITSELF = "view.palette"
_HEADS = {"quote.mark": QUOTE, "claim.mark": CLAIM}


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of the palette: its name, where it belongs, its keys, and what it does. ``names`` find it."""

    title: str
    group: str
    names: Names
    run: Callable[[], object]
    keys: str = ""
    swatch: QIcon | None = field(default=None, compare=False)


class Choices:
    """Makes the palette's lines for one window."""

    def __init__(self, window: MainWindow, run: Callable[[str], None], open_article: Callable[[str], None]) -> None:
        self._window = window
        self._run, self._open_article = run, open_article
        self._bench = window.bench

    def all(self) -> list[Choice]:
        """Every action and label, in the order of the menus: those used last first."""
        actions = self._window.commands.actions
        names = [name for name in actions if name != _ITSELF]
        recent = self.recent()
        place = {name: number for number, name in enumerate(recent)}
        names.sort(key=lambda name: place.get(name, len(place)))
        return [self._of(actions[name]) for name in names]

    def recent(self) -> list[str]:
        """The labels used last, then the other actions."""
        actions = self._window.commands.actions
        used = (*self._bench.recent.labels, *self._bench.recent.acts)
        return [name for name in used if name in actions and name != _ITSELF]

    def looked_up(self, query: str) -> list[Choice]:
        """Entries of the register and articles that the query finds."""
        if len(fold(query)) < 2:
            return []
        store = self._bench.store
        try:
            entries = store.entries_named(query, _LOOKED_UP)
            rows = store.queue(self._bench.layer, query=query, limit=_LOOKED_UP)
        except TawsimError as error:
            self._window.trouble(error)
            return []
        made = [self._entry(entry) for entry in entries]
        opening = ((row, partial(self._open_article, row.id)) for row in rows)
        return made + [Choice(isolated(row.name), tr("Article"), Names(row.name), run) for row, run in opening]

    def _of(self, action: Action) -> Choice:
        kind = self._bench.codebook.kind(_HEADS[action.id]).name if action.id in _HEADS else None
        words = action.words
        names = (words.ar, words.en, action.id.rpartition(".")[2]) if words else (in_arabic(action.title), action.title)
        names = (*names, kind.ar, kind.en) if kind else names
        return Choice(
            title_of(action),
            tr(action.menu.value),
            _names(*names),
            partial(self._run, action.id),
            keys="  ".join(dict.fromkeys(key_text(key) for key in self._shown_keys(action.id))),
            swatch=self._swatch(self._label(action)),
        )

    def _shown_keys(self, name: str) -> tuple[str, ...]:
        """The first key, on both layouts."""
        table = self._window.commands.table
        return table.names(table.keys[name][0]) if table.keys[name] else ()

    def _label(self, action: Action) -> Label | None:
        """The label whose line stands before the action's name."""
        codebook = self._bench.codebook
        head, _, label = action.id.rpartition(".")
        if action.id in _HEADS:
            return codebook.kind(_HEADS[action.id]).labels[0]
        if head not in ("label", "quote.type"):
            return None
        wanted = [each for each in codebook.labels() if each.id == label and (each.kind == QUOTE) == (head != "label")]
        return wanted[0] if wanted else None

    def _swatch(self, label: Label | None) -> QIcon | None:
        if label is None:
            return None
        return swatch(label, self._window.theme, self._window.devicePixelRatioF())

    def _entry(self, entry: RegisterEntry) -> Choice:
        label = next((each for each in self._bench.codebook.labels() if each.id == entry.label), None)
        group = tr("Register · {label}").format(label=said(label.name)) if label else tr("Register")
        run = partial(self._go_to, entry)
        names = Names(entry.name, *entry.aliases)
        return Choice(isolated(entry.name), group, names, run, swatch=self._swatch(label))

    def _go_to(self, entry: RegisterEntry) -> None:
        self._window.view.setFocus()
        try:
            go_to_mention(self._bench, entry)
        except TawsimError as error:
            self._window.trouble(error)
