"""Taking a suggestion and refusing it; a frame is decided with those suggestions that fill its slots."""

from __future__ import annotations

from app.domain.annotation import ACCEPTED, REJECTED, SUGGESTED, Annotation
from app.domain.edit import Change, Edit
from app.domain.errors import N_
from app.workbench.bench import Workbench
from app.workbench.making import changed
from app.workbench.slots import fills_only, saying


def accepting(bench: Workbench, mark: Annotation) -> Edit:
    """Accept a suggestion, and whatever suggestion fills a slot of it."""
    return Edit(N_("Accept"), tuple(changed(bench, each, state=ACCEPTED) for each in (mark, *_fillers(bench, mark))))


def rejecting(bench: Workbench, mark: Annotation) -> Edit:
    """Reject a suggestion, and those that fill nothing but its slots. They are kept as such; a frame that is not
    rejected has them in its slots no longer."""
    alone = (each for each in _fillers(bench, mark) if fills_only(bench, each, mark))
    refused = (changed(bench, each, state=REJECTED) for each in (mark, *alone))
    return Edit(N_("Reject"), (*_emptied(bench, mark), *refused))


def _emptied(bench: Workbench, filler: Annotation) -> tuple[Change, ...]:
    """The slots that a refused filler leaves."""
    changes: list[Change] = []
    for tie in bench.marks.links_to(filler.id):
        frame = bench.marks.get(tie.source)
        slots = bench.codebook.shown_kind(frame.kind).slots if frame else ()
        slot = next((each for each in slots if each.id == tie.role), None)
        changes.append(Change(tie, None))
        if frame is not None and slot is not None and len(bench.marks.links_from(frame.id, tie.role)) == 1:
            changes += saying(bench, frame, slot, None)
    return tuple(changes)


def _fillers(bench: Workbench, frame: Annotation) -> list[Annotation]:
    ends = (bench.marks.get(tie.target.value) for tie in bench.marks.links_from(frame.id))
    found = {end.id: end for end in ends if end is not None and end.state == SUGGESTED}
    return list(found.values())
