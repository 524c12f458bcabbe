"""Taking a suggestion and refusing it; a frame is decided with those suggestions that fill its slots."""

from __future__ import annotations

from app.domain.annotation import ACCEPTED, REJECTED, SUGGESTED, Annotation
from app.domain.edit import Change, Edit
from app.domain.errors import N_
from app.workbench.bench import Workbench
from app.workbench.making import changed


def accepting(bench: Workbench, mark: Annotation) -> Edit:
    """Accept a suggestion, and whatever suggestion fills a slot of it."""
    return Edit(N_("Accept"), tuple(changed(bench, each, state=ACCEPTED) for each in (mark, *_fillers(bench, mark))))


def rejecting(bench: Workbench, mark: Annotation) -> Edit:
    """Reject a suggestion, and those that fill nothing but its slots. They are kept as such."""
    alone = (each for each in _fillers(bench, mark) if fills_only(bench, each, mark))
    return Edit(N_("Reject"), tuple(changed(bench, each, state=REJECTED) for each in (mark, *alone)))


def displaced(bench: Workbench, filler: str, frame: Annotation) -> tuple[Change, ...]:
    """What goes with a filler that is taken out of a frame: a suggestion that nothing else needs."""
    mark = bench.marks.get(filler)
    if mark is None or mark.state != SUGGESTED or not fills_only(bench, mark, frame):
        return ()
    return (*(Change(each, None) for each in bench.marks.links_from(mark.id)), Change(mark, None))


def fills_only(bench: Workbench, filler: Annotation, frame: Annotation) -> bool:
    """Whether no other frame has the filler in a slot."""
    return all(tie.source == frame.id for tie in bench.marks.links_to(filler.id))


def _fillers(bench: Workbench, frame: Annotation) -> list[Annotation]:
    ends = (bench.marks.get(tie.target.value) for tie in bench.marks.links_from(frame.id))
    found = {end.id: end for end in ends if end is not None and end.state == SUGGESTED}
    return list(found.values())
