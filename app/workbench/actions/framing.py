"""Quotes and claims, and the keys that fill their slots."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from app.domain.codebook import CLAIM, QUOTE, Codebook
from app.domain.edit import Edit
from app.domain.errors import N_
from app.workbench.actions.table import Action, Menu, action, from_codebook, has_article
from app.workbench.asking import Asking
from app.workbench.bench import Workbench
from app.workbench.frames import making_claim
from app.workbench.making import changed
from app.workbench.place import Place
from app.workbench.slots import candidates, filling, next_unnamed

_ASKS = {
    "speaker": N_("Who says it?"),
    "cue": N_("Which word reports it?"),
    "addressee": N_("Who is it said to?"),
    "claimer": N_("Who claims it?"),
    "object": N_("What is it about?"),
}
_ZEROS = {
    "speaker": N_("implicit, then anonymous, then none"),
    "claimer": N_("the journalist, then the agency"),
}
_NOBODY = N_("nobody")


@action("quote.mark", title=N_("Mark quote"), menu=Menu.FRAME, keys=("Q",))
def mark_quote(bench: Workbench) -> None:
    """Propose the quote at the caret, or on the selection, with its cue and speaker; Enter takes it."""
    from app.workbench.proposing import framed, proposal, proposing  # noqa: PLC0415 - no window waits for the rules

    found = proposal(bench)
    if found is None:
        return bench.say(N_("Nobody is quoted here: select the words first (Space or Shift+arrows)."))
    there = framed(bench, found)
    if there is None:
        edit = proposing(bench, found)
        bench.do(edit)
        there = bench.marks.get(edit.changes[0].record.id)
    assert there is not None
    start = found.fragments[0].start
    bench.put(Place.at(max(bench.place.caret, start) if bench.place.selection is None else start), there.id)


@action("claim.mark", title=N_("Mark claim"), menu=Menu.FRAME, keys=("C",))
def mark_claim(bench: Workbench) -> None:
    """A claim on the selection, else on the quote or clause around the caret; in a quote it inherits the speaker."""
    edit = making_claim(bench)
    if edit is None:
        return bench.say(N_("There is nothing here to claim, or it is marked already."))
    bench.do(edit)
    claim = edit.changes[0].record.id
    made = bench.marks.get(claim)
    assert made is not None
    caret = bench.place.caret
    bench.put(Place.at(caret if made.extent.start <= caret <= made.extent.end else made.start), claim)


def _slot_action(name: str, title: str, key: str) -> None:
    def act(bench: Workbench) -> None:
        fill_slot(bench, key)

    action(name, title=title, menu=Menu.FRAME, keys=(key,))(act)


def fill_slot(bench: Workbench, key: str) -> None:
    """Ask by hints who or what fills the slot of that key in the quote or claim at hand."""
    frame = bench.at_hand((QUOTE, CLAIM))
    if frame is None:
        return bench.say(N_("Put the caret on a quote or a claim first."))
    slot = next((each for each in bench.codebook.kind(frame.kind).slots if each.key == key), None)
    if slot is None:
        return bench.say(N_("This mark has no such slot."))
    bench.put(bench.place, frame.id)
    offered = candidates(bench, frame, slot)
    zero = _ZEROS.get(slot.id, _NOBODY)
    held = {each.target.value for each in bench.marks.links_from(frame.id, slot.id)}
    full = frozenset(number for number, each in enumerate(offered) if each.annotation in held)

    def take(choice: int, add: bool) -> None:
        edit = next_unnamed(bench, frame, slot) if choice < 0 else filling(bench, frame, slot, offered[choice], add)
        bench.do(edit)
        bench.put(bench.place, frame.id)

    bench.ask(Asking(_ASKS.get(slot.id, slot.name.en), offered, take, zero, full))


_slot_action("slot.speaker", N_("Fill the speaker (of a claim: the claimer)"), "S")
_slot_action("slot.cue", N_("Fill the cue"), "U")
_slot_action("slot.addressee", N_("Fill the addressee (of a claim: the object)"), "W")
SLOT_ACTIONS = {"S": "slot.speaker", "U": "slot.cue", "W": "slot.addressee"}


def slot_action(key: str) -> str:
    """The action that fills the slot of that key."""
    return SLOT_ACTIONS.get(key, f"slot.key.{key}")


@from_codebook
def own_slots(codebook: Codebook) -> Iterator[Action]:
    """An action for each key that only slots of the project's own have; what it fills, the frame at hand decides."""
    for slot in (slot for kind in (QUOTE, CLAIM) for slot in codebook.kind(kind).slots):
        if slot.key and slot.key not in SLOT_ACTIONS:
            act = partial(_fill, slot.key)
            yield Action(
                f"slot.key.{slot.key}", slot.name.en, Menu.FRAME, (slot.key,), act, has_article, words=slot.name
            )


def _fill(key: str, bench: Workbench) -> None:
    fill_slot(bench, key)


@action("quote.medium", title=N_("Next medium: speech, writing, thought"), menu=Menu.FRAME, keys=("M",))
def next_medium(bench: Workbench) -> None:
    quote = bench.at_hand((QUOTE,))
    medium = bench.codebook.kind(QUOTE).attribute("medium")
    if quote is None or medium is None:
        return bench.say(N_("There is no quote here."))
    names = [choice.id for choice in medium.choices]
    now = quote.attributes.get("medium")
    value = names[(names.index(now) + 1) % len(names)] if now in names else names[0]
    bench.do(Edit(N_("Change attribute"), (changed(bench, quote, attributes={**quote.attributes, "medium": value}),)))
