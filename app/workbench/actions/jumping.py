"""Jumping: hints over the words in view, and the caret goes where one is typed."""

from __future__ import annotations

from app.domain.errors import N_
from app.domain.span import Span
from app.workbench.actions.table import Menu, action
from app.workbench.asking import MOST_CANDIDATES, Asking, Candidate
from app.workbench.bench import Workbench
from app.workbench.place import Place
from app.workbench.sighting import sighted


@action("move.jump", title=N_("Jump to a word by the letters on it"), menu=Menu.MOVE, keys=("F",))
def jump(bench: Workbench) -> None:
    """To the stem of a word in view, so that a label key marks it right away. Shift with its hint selects to it."""
    _ask(bench, N_("Jump to … (with Shift: select to there)"), extend=False)


@action("select.jump", title=N_("Select to a word by the letters on it"), menu=Menu.SELECT, keys=("Shift+F",))
def jump_and_select(bench: Workbench) -> None:
    """From what is selected, or else from the stem under the caret, to a word in view and including it."""
    _ask(bench, N_("Select to …"), extend=True)


def _ask(bench: Workbench, title: str, extend: bool) -> None:
    stems = sighted(bench, bench.window.visible())[:MOST_CANDIDATES]
    if not stems:
        return bench.say(N_("There is no word in view to jump to."))

    def take(choice: int, shift: bool) -> None:
        there = stems[choice]
        bench.put(extended(bench, there) if extend or shift else Place.at(there.start))

    bench.ask(Asking(title, tuple(map(Candidate, stems)), take, jump=True))


def extended(bench: Workbench, there: Span) -> Place:
    """The place after selecting to ``there``. What is selected already, or the stem under the caret, stays within,
    whichever way one goes; a word inside the selection is where it ends from now on, its anchor kept."""
    place = bench.place
    held = place.selection
    if held is None:
        stem = bench.reading.stem(place.caret) if bench.reading else None
        held = stem.span if stem and place.caret <= stem.span.start else Span(place.caret, place.caret)
    if there.end > held.end:
        return Place(held.start, there.end)
    if there.start < held.start:
        return Place(held.end, there.start)
    return Place(place.anchor, there.start) if place.anchor > place.caret else Place(held.start, there.end)
