"""Finding words in the open article, and going from match to match."""

from __future__ import annotations

from collections.abc import Callable

from app.domain.errors import N_
from app.domain.text.folding import EXACT, LIGHT, STRONG
from app.workbench.actions.table import Menu, action
from app.workbench.bench import Workbench


@action("find.open", title=N_("Find in the article"), menu=Menu.FIND, keys=("Ctrl+F",), article=False)
def find(bench: Workbench) -> None:
    """The keyboard goes to the line in which the words are typed."""
    bench.window.ask("find.open")


@action("find.next", title=N_("Next match"), menu=Menu.FIND, keys=("Ctrl+G",), article=False)
def following(bench: Workbench) -> None:
    _step(bench, True)


@action("find.previous", title=N_("Previous match"), menu=Menu.FIND, keys=("Ctrl+Shift+G",), article=False)
def previous(bench: Workbench) -> None:
    _step(bench, False)


def _step(bench: Workbench, forward: bool) -> None:
    seeking = bench.seeking
    if not seeking.query:
        return bench.window.ask("find.open")
    round_the_end = seeking.step(forward)
    if not len(seeking.matches):
        return bench.say(N_("“{query}” is not in this article."), query=seeking.query)
    if round_the_end:
        bench.say(N_("Gone on from the start.") if forward else N_("Gone on from the end."))


def is_finding(bench: Workbench) -> bool:
    """Whether the matches are shown, so that another way of comparing has something to show."""
    return bench.article is not None and bench.seeking.shown


def _comparing(level: str) -> Callable[[Workbench], None]:
    return lambda bench: bench.seeking.look(level=level)


def _level(level: str, title: str, key: str) -> None:
    action(f"find.{level}", title=title, menu=Menu.FIND, keys=(key,), when=is_finding, article=False)(_comparing(level))


_level(EXACT, N_("Find exactly what is typed"), "Alt+1")
_level(LIGHT, N_("Find whatever the vowel signs and forms of alef"), "Alt+2")
_level(STRONG, N_("Find also teh marbuta as heh, hamza as its carrier"), "Alt+3")


@action(
    "find.words", title=N_("Find whole words only"), menu=Menu.FIND, keys=("Alt+W",), when=is_finding, article=False
)
def whole_words(bench: Workbench) -> None:
    """Particles that are written together with the word do not count: وبغداد holds the word بغداد."""
    bench.seeking.look(whole=not bench.seeking.whole)
