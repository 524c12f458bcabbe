"""The register: who a mention is, and the page of all the people, bodies and places of the project."""

from __future__ import annotations

from app.domain.codebook import CLAIM, ENTITY, QUOTE
from app.domain.errors import N_
from app.workbench.actions.table import Menu, action, always
from app.workbench.bench import Workbench


@action("entity.link", title=N_("Register: who or what this is …"), menu=Menu.MARK, keys=("E",))
def link_entity(bench: Workbench) -> None:
    """Offer the entries that the mention at hand, or the speaker of the quote at hand, may be."""
    from app.workbench.entries import subject  # noqa: PLC0415 - a window is sooner there without the register

    mark = bench.at_hand((ENTITY, QUOTE, CLAIM))
    if mark is None or subject(bench) is None:
        return bench.say(N_("Put the caret on a marked name, or on a quote or claim, first."))
    bench.put(bench.place, mark.id)
    bench.window.ask("entity.link")


@action("view.register", title=N_("The register …"), menu=Menu.VIEW, keys=("Ctrl+Shift+E",), when=always, article=False)
def show_register(bench: Workbench) -> None:
    """Every entry, where it is named, and merging, splitting and correcting."""
    bench.window.ask("view.register")
