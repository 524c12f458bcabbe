"""The table itself: what an action is, and how it gets in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from app.domain.codebook import CLAIM, QUOTE, Codebook, Words
from app.domain.errors import N_
from app.workbench.bench import Workbench

Act = Callable[[Workbench], None]
When = Callable[[Workbench], bool]
Mark = Callable[[Workbench, str, str], None]


class Menu(Enum):
    """Where an action stands in menus and on the key sheet; the value is marked for translation."""

    PROJECT = N_("Project")
    MOVE = N_("Move")
    SELECT = N_("Select")
    LABEL = N_("Labels")
    MARK = N_("Mark")
    FRAME = N_("Quotes and claims")
    EDIT = N_("Edit")
    FIND = N_("Find")
    VIEW = N_("View")


@dataclass(frozen=True, slots=True)
class Action:
    """One act. ``keys`` are Latin key names as Qt writes them; their twins on other layouts come from the key map.

    ``title`` is marked for translation, except where ``words`` gives it in both languages from the codebook. An
    ``article`` action listens only while the article view has the focus: its single letter can be typed elsewhere.
    """

    id: str
    title: str
    menu: Menu
    keys: tuple[str, ...]
    act: Act
    when: When
    article: bool = True
    words: Words | None = None


def always(bench: Workbench) -> bool:
    return True


def has_article(bench: Workbench) -> bool:
    return bench.article is not None


_registered: dict[str, Action] = {}


def action(
    name: str, *, title: str, menu: Menu, keys: tuple[str, ...] = (), when: When = has_article, article: bool = True
) -> Callable[[Act], Act]:
    """Enter a plain function into the table, untouched."""

    def enter(act: Act) -> Act:
        assert name not in _registered, name
        _registered[name] = Action(name, title, menu, keys, act, when, article)
        return act

    return enter


def _marking(mark: Mark, kind: str, label: str) -> Act:
    return lambda bench: mark(bench, kind, label)


def table(codebook: Codebook, mark: Mark) -> dict[str, Action]:
    """All actions by name: those that functions entered, and one a label that has a key in the codebook."""
    labels = {
        f"label.{label.id}": Action(
            id=f"label.{label.id}",
            title=label.name.en,
            menu=Menu.LABEL,
            keys=(label.key,) if label.key else (),
            act=_marking(mark, label.kind, label.id),
            when=has_article,
            words=label.name,
        )
        for label in codebook.labels()
        if label.kind in ("entity", "cue") and not label.retired
    }
    return {**_registered, **labels, **_own_slots(codebook)}


def _own_slots(codebook: Codebook) -> dict[str, Action]:
    """An action for each key that only slots of the project's own have; what it fills, the frame at hand decides."""
    from app.workbench.actions.framing import SLOT_ACTIONS, fill_slot  # noqa: PLC0415 - it enters itself into this table

    def filling(key: str) -> Act:
        return lambda bench: fill_slot(bench, key)

    slots = [slot for kind in (QUOTE, CLAIM) for slot in codebook.kind(kind).slots]
    return {
        f"slot.key.{slot.key}": Action(
            f"slot.key.{slot.key}",
            slot.name.en,
            Menu.FRAME,
            (slot.key,),
            filling(slot.key),
            has_article,
            words=slot.name,
        )
        for slot in slots
        if slot.key and slot.key not in SLOT_ACTIONS
    }
