"""The table itself: what an action is, and how it gets in."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import Enum

from app.domain.codebook import Codebook, Words
from app.domain.errors import N_
from app.domain.values import frozen
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


@frozen
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
_makers: list[Callable[[Codebook], Iterable[Action]]] = []


def action(
    name: str, *, title: str, menu: Menu, keys: tuple[str, ...] = (), when: When = has_article, article: bool = True
) -> Callable[[Act], Act]:
    """Enter a plain function into the table, untouched."""

    def enter(act: Act) -> Act:
        assert name not in _registered, name
        _registered[name] = Action(name, title, menu, keys, act, when, article)
        return act

    return enter


def from_codebook(make: Callable[[Codebook], Iterable[Action]]) -> Callable[[Codebook], Iterable[Action]]:
    """Enter a function that makes actions of what a codebook has."""
    _makers.append(make)
    return make


def entered(name: str) -> Action | None:
    """The action that a function entered under that name, for actions that go on to another."""
    return _registered.get(name)


def _marking(mark: Mark, kind: str, label: str) -> Act:
    return lambda bench: mark(bench, kind, label)


def table(codebook: Codebook, mark: Mark) -> dict[str, Action]:
    """All actions by name: those that functions entered, and one a label, and what else the codebook gives."""
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
    made = {each.id: each for make in _makers for each in make(codebook)}
    return {**_registered, **made, **labels}
