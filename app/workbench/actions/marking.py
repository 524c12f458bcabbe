"""Marking names: label keys, relabelling, erasing, and walking from mark to mark."""

from __future__ import annotations

from app.domain.annotation import ACCEPTED, SUGGESTED
from app.domain.codebook import ENTITY, QUOTE
from app.domain.edit import Edit, making
from app.domain.errors import N_
from app.domain.span import Span
from app.workbench.actions.table import Menu, action
from app.workbench.bench import Workbench
from app.workbench.deciding import accepting, rejecting
from app.workbench.making import annotate, changed, erasing, tidy
from app.workbench.place import Place


def mark(bench: Workbench, kind: str, label: str) -> None:
    """What a label key does: relabels when that was asked for, else marks the selection or the stem under the caret."""
    if bench.relabelling:
        bench.relabelling = False
        return relabel_to(bench, kind, label)
    span, normalized = _target(bench, bench.codebook.shown(kind, label).trim)
    if span is None:
        return bench.say(N_("There is no word here to mark."))
    _remember(bench, kind, label)
    there = bench.marks.same(kind, label, (span,))
    if there is not None:
        bench.put(Place.at(bench.place.caret), there.id)
        return bench.say(N_("This is marked {label} already."), label=label)
    attributes = {"normalized": normalized} if normalized and kind == ENTITY else None
    made = annotate(bench, kind, label, (span,), attributes)
    bench.focus = made.id
    bench.do(making(N_("Mark"), made))
    bench.put(Place.at(bench.place.caret), made.id)


def _remember(bench: Workbench, kind: str, label: str) -> None:
    bench.last_label = (kind, label)
    bench.recent.use(f"label.{label}")


def _target(bench: Workbench, rule: str) -> tuple[Span | None, str | None]:
    """What would be marked, and the name it stands for where the surface hides it (للسعودية).

    A selection is tidied by the label's rule, but it keeps a proclitic that it begins with: who wanted the stem had it
    with one key, and Shift with an arrow begins at the stem, so the proclitic was meant.
    """
    if bench.reading is None:
        return None, None
    if bench.place.selection is not None:
        span = tidy(bench.reading.text, bench.place.selection, rule)
        token = bench.reading.words.at(span.start) if span else None
        stems = bench.reading.stems(token) if token else ()
        return span, next((stem.normalized for stem in stems if stem.span == span), None)
    stem = bench.reading.stem(bench.place.caret)
    return (stem.span, stem.normalized) if stem else (None, None)


@action("mark.repeat", title=N_("Repeat the last label here"), menu=Menu.MARK, keys=(".",))
def repeat(bench: Workbench) -> None:
    if bench.last_label is None:
        return bench.say(N_("No label has been used yet."))
    mark(bench, *bench.last_label)


@action("mark.relabel", title=N_("Relabel: then a label key"), menu=Menu.MARK, keys=("R",))
def relabel(bench: Workbench) -> None:
    """The next label key gives the mark at hand another label; a quote goes on to its next type."""
    at_hand = bench.at_hand()
    if at_hand is None:
        return bench.say(N_("There is no mark here."))
    if at_hand.kind == QUOTE:
        return next_type(bench)
    bench.put(bench.place, at_hand.id)
    bench.relabelling = True
    bench.say(N_("Relabel {label}: press the key of the new label, or Esc."), label=at_hand.label)


def relabel_to(bench: Workbench, kind: str, label: str) -> None:
    """Give the mark at hand another label of its own kind; attributes and links stay."""
    at_hand = bench.at_hand([kind])
    if at_hand is None:
        return bench.say(N_("That label belongs to another kind of mark."))
    if at_hand.label != label:
        bench.do(Edit(N_("Relabel"), (changed(bench, at_hand, label=label),)))
    _remember(bench, kind, label)


@action("quote.type", title=N_("Next type of quote"), menu=Menu.FRAME, keys=("Y",))
def next_type(bench: Workbench) -> None:
    """Direct, indirect, mixed, and round again."""
    quote = bench.at_hand([QUOTE])
    if quote is None:
        return bench.say(N_("There is no quote here."))
    names = [label.id for label in bench.codebook.kind(QUOTE).usable]
    if not names:
        return bench.say(N_("This codebook has no other type of quote."))
    following = names[(names.index(quote.label) + 1) % len(names)] if quote.label in names else names[0]
    bench.do(Edit(N_("Relabel"), (changed(bench, quote, label=following),)))


@action("mark.erase", title=N_("Reject or erase the mark"), menu=Menu.MARK, keys=("Del",))
def erase(bench: Workbench) -> None:
    """A suggestion is rejected and kept as such; anything else is erased with its links."""
    at_hand = bench.at_hand()
    if at_hand is None:
        return bench.say(N_("There is no mark here."))
    if at_hand.state == SUGGESTED:
        bench.do(rejecting(bench, at_hand))
        return _go_on(bench)
    bench.do(erasing(bench, at_hand))
    bench.put(bench.place)


@action("mark.accept", title=N_("Accept the suggestion and go on"), menu=Menu.MARK, keys=("Return", "Enter"))
def accept(bench: Workbench) -> None:
    at_hand = bench.at_hand()
    if at_hand is None or at_hand.state != SUGGESTED:
        return bench.say(N_("There is no suggestion here."))
    bench.do(accepting(bench, at_hand))
    _go_on(bench, at_hand.id)


def _go_on(bench: Workbench, taken: str | None = None) -> None:
    """To the next suggestion; where none is left, stay, and keep at hand what was taken."""
    if bench.marks.count(SUGGESTED):
        following(bench)
    else:
        bench.put(bench.place, taken)


@action("mark.next", title=N_("Next suggestion, else next mark"), menu=Menu.MARK, keys=("Tab",))
def following(bench: Workbench) -> None:
    _walk(bench, 1)


@action("mark.previous", title=N_("Previous suggestion, else previous mark"), menu=Menu.MARK, keys=("Shift+Tab",))
def preceding(bench: Workbench) -> None:
    _walk(bench, -1)


def _walk(bench: Workbench, step: int) -> None:
    """From the focused mark, else from the caret, to the next one in reading order, going round at the ends."""
    states = (SUGGESTED,) if bench.marks.count(SUGGESTED) else (ACCEPTED,)
    focused = bench.marks.get(bench.focus)
    stop = bench.marks.beyond(focused.order if focused else (bench.place.caret, 0, "", ""), step, states)
    if stop is None:
        return bench.say(N_("There are no marks in this article yet."))
    bench.focus_on(stop)
