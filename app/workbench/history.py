"""The history of an article or of a mark, and any earlier state of it brought back as a new edit."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from app.domain.annotation import ANNOTATION_END, ENTRY_END, Annotation, Link
from app.domain.codebook import Codebook
from app.domain.edit import Change, Edit
from app.domain.errors import N_
from app.store import Step, Store
from app.workbench.jobs import Job

Each = TypeVar("Each", Annotation, Link)


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose history is asked for: an article in a layer of the project at ``path``, or one ``mark`` in it."""

    path: Path
    article: str
    layer: str
    mark: str | None = None


@dataclass(frozen=True, slots=True)
class Return:
    """The edit that brings an earlier state back. ``kept`` marks and links stay out of it as they are now: their labels
    are no longer in the codebook, or an end of theirs is no longer there."""

    edit: Edit
    kept: int = 0


def read_history(_job: Job, subject: Subject, before: int | None = None, limit: int = 50) -> list[Step]:
    """A page of steps, the newest first, read in a store of its own."""
    with Store.open(subject.path, readonly=True) as store:
        return store.history(subject.article, subject.layer, subject.mark, before, limit)


def plan_return(_job: Job, subject: Subject, seq: int, codebook: Codebook) -> Return:
    """What brings back the state after the row ``seq`` of the journal, of the article's layer or of the one mark."""
    with Store.open(subject.path, readonly=True) as store:
        then = store.state_after(subject.article, subject.layer, seq)
        marks = {each.id: each for each in store.annotations(subject.article, subject.layer)}
        links = {each.id: each for each in store.links(subject.article, subject.layer)}
        wanted_marks = {key: each for key, each in then.items() if isinstance(each, Annotation)}
        wanted_links = {key: each for key, each in then.items() if isinstance(each, Link)}
        if subject.mark is not None:
            wanted_marks = _only(marks, wanted_marks, lambda mark: mark.id == subject.mark)
            wanted_links = _only(links, wanted_links, lambda link: subject.mark in (link.source, link.target.value))
        kept = _keep_unfit(marks, wanted_marks, codebook)
        kept += _drop_loose(store, links, wanted_links, wanted_marks)
        changes = (*_changes(links, {key: each for key, each in wanted_links.items() if key in links}),)
        changes += (*_changes(marks, wanted_marks),)
        changes += tuple(Change(None, each) for key, each in wanted_links.items() if key not in links)
        return Return(Edit(N_("Bring back an earlier state"), changes), kept)


def _only(now: dict[str, Each], then: dict[str, Each], ours: Callable[[Each], bool]) -> dict[str, Each]:
    """What is there now, but ``ours`` as they were then."""
    others = {key: each for key, each in now.items() if not ours(each)}
    return others | {key: each for key, each in then.items() if ours(each)}


def _keep_unfit(now: dict[str, Annotation], wanted: dict[str, Annotation], codebook: Codebook) -> int:
    """Leave marks whose former label the codebook no longer has as they are now; how many there are."""
    labels = {(label.kind, label.id) for label in codebook.labels()}
    unfit = [each for each in wanted.values() if (each.kind, each.label) not in labels and now.get(each.id) != each]
    for each in unfit:
        if each.id in now:
            wanted[each.id] = now[each.id]
        else:
            del wanted[each.id]
    return len(unfit)


def _drop_loose(store: Store, now: dict[str, Link], wanted: dict[str, Link], marks: dict[str, Annotation]) -> int:
    """Leave out links without both ends; how many of them would have been brought back."""

    def held(link: Link) -> bool:
        if link.target.kind == ENTRY_END and store.entry(link.target.value) is None:
            return False
        return link.source in marks and (link.target.kind != ANNOTATION_END or link.target.value in marks)

    loose = [key for key, link in wanted.items() if not held(link)]
    for key in loose:
        del wanted[key]
    return sum(key not in now for key in loose)


def _changes(now: dict[str, Each], then: dict[str, Each]) -> Iterable[Change]:
    """What makes of ``now`` what was ``then``, erasing first."""
    yield from (Change(each, None) for key, each in now.items() if key not in then)
    yield from (Change(now.get(key), each) for key, each in then.items() if now.get(key) != each)
