"""The open article in the queue: its note, its flag, its place in the bin; the queue's views and the progress page."""

from __future__ import annotations

from app.domain.annotation import EXCLUDED, FLAGGED
from app.domain.errors import N_
from app.workbench import cards
from app.workbench.actions.table import Menu, action, always
from app.workbench.bench import Workbench


def _turn(bench: Workbench, status: str) -> None:
    bench.do(cards.status_edit(bench.progress, cards.turned(bench.progress, status), bench.author))


@action(
    "article.flag", title=N_("Flag this article, or take the flag away"), menu=Menu.EDIT, keys=("Alt+F",), article=False
)
def flag(bench: Workbench) -> None:
    """A flagged article waits for somebody's word."""
    _turn(bench, FLAGGED)
    bench.say(N_("The article is flagged.") if bench.progress.status == FLAGGED else N_("The flag is taken away."))


@action(
    "article.exclude", title=N_("Exclude this article from the gold, or take it back in"), menu=Menu.EDIT, article=False
)
def exclude(bench: Workbench) -> None:
    """An excluded article is not exported."""
    _turn(bench, EXCLUDED)
    excluded = bench.progress.status == EXCLUDED
    bench.say(
        N_("The article is excluded: it is not exported.") if excluded else N_("The article is no longer excluded.")
    )


@action("article.bin", title=N_("Put this article in the bin"), menu=Menu.EDIT, article=False)
def put_in_bin(bench: Workbench) -> None:
    """Out of the queue, the search and the export; nothing of it is deleted."""
    assert bench.article is not None
    bin_article(bench, bench.article.id)


def bin_article(bench: Workbench, article: str) -> None:
    """Put an article in the bin; where it is open, the one beside it is opened."""
    beside = None
    if bench.article is not None and bench.article.id == article:
        place = bench.queue.number_of(article)
        near = bench.queue.page(place + 1, 1) or (bench.queue.page(place - 1, 1) if place > 0 else [])
        beside = near[0].id if near else None
    bench.do(cards.bin_edit(bench.store, article, True))
    if beside is not None:
        bench.open_article(beside)
    bench.say(N_("In the bin: neither listed, searched nor exported. Undo brings it back, and so does Alt+Q, the bin."))


def _window(name: str, title: str, menu: Menu, *keys: str, needs_article: bool = False) -> None:
    def act(bench: Workbench) -> None:
        bench.window.ask(name)

    when = {} if needs_article else {"when": always}
    action(name, title=title, menu=menu, keys=keys, article=False, **when)(act)


_window("article.note", N_("Note on this article …"), Menu.EDIT, "Alt+N", needs_article=True)
_window("article.tags", N_("Tags of this article …"), Menu.EDIT, needs_article=True)
_window("article.assign", N_("Assign this article …"), Menu.EDIT, needs_article=True)
_window("view.queue.views", N_("Queue: filters, order, rule and saved views …"), Menu.VIEW, "Alt+Q")
_window("view.progress", N_("Progress: status, pace, time and marks …"), Menu.VIEW, "Alt+P")
