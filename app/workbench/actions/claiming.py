"""What is said of a mark, and of claims before all: their sentence, their like elsewhere, their verdict."""

from __future__ import annotations

from app.domain.annotation import REJECTED
from app.domain.codebook import CLAIM
from app.domain.errors import N_
from app.workbench.actions.table import Menu, action
from app.workbench.bench import Workbench


def _open(bench: Workbench, part: str) -> None:
    """Open a part of the window for the claim at hand, which takes the focus."""
    claim = bench.at_hand((CLAIM,))
    if claim is None or claim.state == REJECTED:
        return bench.say(N_("Put the caret on a claim first."))
    bench.put(bench.place, claim.id)
    bench.window.ask(part)


@action("claim.sentence", title=N_("Write the claim as one sentence"), menu=Menu.FRAME, keys=("'",))
def write_sentence(bench: Workbench) -> None:
    """A field under the claim, its words as a start."""
    _open(bench, "claim.sentence")


@action("claim.same", title=N_("The same claim elsewhere …"), menu=Menu.FRAME, keys=("Alt+S",))
def same_claim(bench: Workbench) -> None:
    """The claims that are like this one; Enter links as the same."""
    _open(bench, "claim.same")


@action("claim.contradicts", title=N_("What the claim contradicts …"), menu=Menu.FRAME, keys=("Alt+X",))
def contradiction(bench: Workbench) -> None:
    """The claims that are like this one; Enter links as a contradiction."""
    _open(bench, "claim.contradicts")


@action("claim.verdict", title=N_("The claim's verdict …"), menu=Menu.FRAME, keys=("Alt+V",))
def verdict(bench: Workbench) -> None:
    """Whether it is true, by which evidence. Shown nowhere else."""
    _open(bench, "claim.verdict")


@action("mark.attributes", title=N_("Attributes of the mark …"), menu=Menu.MARK, keys=(";",))
def attributes(bench: Workbench) -> None:
    """Every attribute of the mark at hand, each with a key."""
    mark = bench.at_hand()
    if mark is None:
        return bench.say(N_("Put the caret on a mark first."))
    bench.put(bench.place, mark.id)
    bench.window.ask("mark.attributes")
