"""The same everywhere: one key from a mark to all the places where its words stand."""

from __future__ import annotations

from app.domain.annotation import REJECTED
from app.domain.codebook import CUE, ENTITY
from app.domain.errors import N_
from app.workbench.actions.table import Menu, action
from app.workbench.bench import Workbench


@action("mark.everywhere", title=N_("The same everywhere …"), menu=Menu.MARK, keys=("A",))
def everywhere(bench: Workbench) -> None:
    """Offer every other place of the article where the words of the mark at hand stand."""
    source = bench.at_hand((ENTITY, CUE))
    if source is None:
        return bench.say(N_("Mark it first, then look for the same everywhere."))
    if source.state == REJECTED:
        return bench.say(N_("This mark was rejected."))
    if len(source.fragments) > 1:
        return bench.say(N_("A mark in several pieces cannot be looked for."))
    bench.put(bench.place, source.id)
    bench.window.ask("mark.everywhere")
