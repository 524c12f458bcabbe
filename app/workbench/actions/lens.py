"""The lens on who says what, and the words that it goes by."""

from __future__ import annotations

from app.domain.errors import N_
from app.workbench.actions.table import Menu, action, always
from app.workbench.bench import Workbench
from app.workbench.place import Place


def to_attribution(bench: Workbench, step: int) -> bool:
    """Go to the next or previous attribution that is not framed, so that Q frames it; whether there is one.

    The caret comes to the start of what is said, and no mark keeps the focus: the keys are about the words.
    """
    found = bench.lens.beyond(bench.place.caret, step) if bench.lens.serves else None
    if found is None:
        return False
    bench.focus = None
    bench.put(Place.at(found.extent.start))
    bench.say(N_("Not framed yet: Q frames it."))
    return True


@action(
    "view.lens",
    title=N_("Lens: reporting words underlined, Tab to what is not framed"),
    menu=Menu.VIEW,
    keys=("Shift+F2",),
    when=always,
    article=False,
)
def switch_lens(bench: Workbench) -> None:
    bench.window.ask("view.lens")


@action(
    "view.lexicon",
    title=N_("Reporting words of the project …"),
    menu=Menu.VIEW,
    keys=("Ctrl+Shift+L",),
    when=always,
    article=False,
)
def open_lexicon(bench: Workbench) -> None:
    """What reports, in this project: look it up, add to it, do without."""
    bench.window.ask("view.lexicon")


@action("lens.add", title=N_("Add to the reporting words …"), menu=Menu.FRAME)
def add_expression(bench: Workbench) -> None:
    """The page of reporting words, with the word under the caret as a start."""
    bench.window.ask("lens.add")
