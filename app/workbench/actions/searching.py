"""Looking over the whole project: search in the texts and in what is marked, and what there is of everything."""

from __future__ import annotations

from app.domain.errors import N_
from app.workbench.actions.table import Menu, action, always
from app.workbench.bench import Workbench


@action(
    "search.open",
    title=N_("Search the project; again: in annotations"),
    menu=Menu.FIND,
    keys=("Ctrl+Shift+F",),
    when=always,
    article=False,
)
def search(bench: Workbench) -> None:
    """The search through all articles, as it was left."""
    bench.window.ask("search.open")


@action("search.annotations", title=N_("Search in annotations"), menu=Menu.FIND, when=always, article=False)
def search_marks(bench: Workbench) -> None:
    """Quotes by speaker and cue, claims, surfaces of labels, and what is marked in some places only."""
    bench.window.ask("search.annotations")


@action("search.quotes", title=N_("Quotes by speaker and cue"), menu=Menu.FIND, when=always, article=False)
def quotes(bench: Workbench) -> None:
    """All quotes of the project with their speakers and how their cues report."""
    bench.window.ask("search.quotes")


@action("search.claims", title=N_("Claims by claimer, topic and verdict"), menu=Menu.FIND, when=always, article=False)
def claims(bench: Workbench) -> None:
    """All claims of the project with what is said of them."""
    bench.window.ask("search.claims")


@action(
    "view.stats",
    title=N_("Statistics and consistency"),
    menu=Menu.VIEW,
    keys=("Ctrl+Shift+S",),
    when=always,
    article=False,
)
def stats(bench: Workbench) -> None:
    """What there is of everything, and what is marked two ways."""
    bench.window.ask("view.stats")
