"""Marks carried over from an article to a reprint of it: as suggestions, where the words are the same.

Written by the worker, since a story may have many reprints; the bench follows.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path

from app.domain.annotation import (
    ACCEPTED,
    ANNOTATION_END,
    DONE,
    NEW,
    PROPAGATED,
    SUGGESTED,
    Annotation,
    End,
    Link,
    Progress,
    Record,
)
from app.domain.article import Article
from app.domain.codebook import QUOTE
from app.domain.edit import Change, Edit, making
from app.domain.errors import N_
from app.domain.ids import new_id
from app.domain.span import Fragments, surface
from app.domain.text.aligning import Alignment
from app.domain.text.quotation import inner_of
from app.store import EditConflict, Stamp, Store
from app.workbench.jobs import Job
from app.workbench.marks import Marks
from app.workbench.reprints import Report
from app.workbench.touched import begun

_RECODED = N_("The codebook was changed elsewhere; it is followed now. Do it again.")
TITLE = N_("Carry marks over to a reprint")
_SURE, _LESS_SURE = 1.0, 0.9  # the same letters; the same words spelled otherwise


@dataclass(slots=True)
class Carried:
    """What was carried over, counted in marks: ``spelled`` of them stand there in another spelling.

    Not carried: what is ``changed`` or missing there, and what is ``marked`` there already. ``loose`` links have an end
    that was not carried. ``articles`` got marks, ``untouched`` ones none.
    """

    marks: int = 0
    spelled: int = 0
    links: int = 0
    changed: int = 0
    marked: int = 0
    loose: int = 0
    articles: int = 0
    untouched: int = 0

    def add(self, other: Carried) -> None:
        """Count what another carrying did along."""
        for each in fields(self):
            setattr(self, each.name, getattr(self, each.name) + getattr(other, each.name))


@dataclass(frozen=True, slots=True)
class Carrying:
    """From which article to which; ``opened`` is the one that somebody looks at, whose work is thereby begun."""

    path: Path
    stamp: Stamp
    source: str
    targets: Sequence[str]
    opened: str | None = None


def carry_over(job: Job, wanted: Carrying) -> tuple[Edit, Carried]:
    """Do the edit of ``carrying``; it and what it is about. Raises what ``Store.write`` raises, and ``Cancelled``."""
    stamp = wanted.stamp
    with Store.open(wanted.path) as store:
        edit, told = carrying(store, wanted, job.report)
        if store.codebook().version != stamp.codebook:
            raise EditConflict(_RECODED)
        edit = begun(edit, stamp.layer, stamp.author, lambda article: store.progress(article, stamp.layer))
        store.write(edit, stamp)
    return edit, told


def carrying(store: Store, wanted: Carrying, report: Report = lambda done, total: None) -> tuple[Edit, Carried]:
    """The edit that suggests the accepted marks of the source in the targets, and what it is about.

    The targets need not be like the source: what is not the same is not carried.
    """
    layer = wanted.stamp.layer
    source = store.article(wanted.source)
    marks = [mark for mark in store.annotations(source.id, layer) if mark.state == ACCEPTED]
    links = store.links(source.id, layer)
    made: list[Record] = []
    told = Carried()
    for number, target in enumerate(wanted.targets):
        report(number, len(wanted.targets))
        found = _onto(store, source, marks, links, target, wanted.stamp, told)
        made += found
        told.articles += bool(found)
        told.untouched += not found
        if found and target != wanted.opened:
            made += _still_new(store, target, layer)
    return making(TITLE, *made), told


def _onto(
    store: Store,
    source: Article,
    marks: Sequence[Annotation],
    links: Iterable[Link],
    target: str,
    stamp: Stamp,
    told: Carried,
) -> list[Record]:
    there = store.article(target)
    alignment = Alignment(source.text, there.text)
    standing = Marks(target, store.annotations(target, stamp.layer))
    names: dict[str, Annotation] = {}
    for mark in marks:
        fragments = alignment.carried(mark.fragments)
        if fragments is None:
            told.changed += 1
        elif _is_marked(standing, mark.kind, fragments):
            told.marked += 1
        else:
            names[mark.id] = _suggested(mark, there, fragments, stamp)
    told.marks += len(names)
    told.spelled += sum(each.confidence == _LESS_SURE for each in names.values())
    carried = list(_links(links, names, told))
    told.links += len(carried)
    return [*names.values(), *carried]


def _is_marked(standing: Marks, kind: str, fragments: Fragments) -> bool:
    """Whether a mark of the kind stands there already, or was refused there: nothing is carried over it."""
    return any(
        each.kind == kind and any(part.meets(fragment) for part in each.fragments)
        for fragment in fragments
        for each in standing.meeting(fragment)
    )


def _suggested(mark: Annotation, there: Article, fragments: Fragments, stamp: Stamp) -> Annotation:
    exact = surface(there.text, fragments)
    attributes = dict(mark.attributes)
    if mark.kind == QUOTE:
        attributes["inner"] = [[span.start, span.end] for span in inner_of(there.text, fragments)]
    return replace(
        mark,
        id=new_id(),
        article=there.id,
        fragments=fragments,
        exact=exact,
        attributes=attributes,
        origin=PROPAGATED,
        confidence=_SURE if exact == mark.exact else _LESS_SURE,
        state=SUGGESTED,
        codebook=stamp.codebook,
        made_at=stamp.at,
        made_by=stamp.author,
        changed_at=None,
        changed_by=None,
    )


def _links(links: Iterable[Link], names: dict[str, Annotation], told: Carried) -> Iterable[Link]:
    """The links of what was carried, with the same entries and words at their ends, or with what was carried too."""
    for link in links:
        source = names.get(link.source)
        if source is None:
            continue
        target = link.target
        if target.kind == ANNOTATION_END:
            end = names.get(target.value)
            if end is None:
                told.loose += 1
                continue
            target = End(ANNOTATION_END, end.id)
        yield Link(new_id(), source.article, link.layer, link.role, source.id, target)


def _still_new(store: Store, target: str, layer: str) -> list[Progress]:
    """Says that nobody has begun the article yet, where nobody has: suggestions alone are nobody's work."""
    progress = store.progress(target, layer)
    return [progress] if progress.status == NEW else []


def best_source(store: Store, layer: str, cluster: Sequence[str]) -> str | None:
    """The article of a cluster whose marks are the most: of those that are done, else of any; None without marks."""
    ranked = []
    for article in cluster:
        marks, _ = store.reprints.marks_of(article, layer)
        if marks:
            ranked.append((store.progress(article, layer).status == DONE, marks, article))
    return max(ranked, key=lambda each: each[:2])[2] if ranked else None


def not_begun(store: Store, layer: str, articles: Iterable[str]) -> list[str]:
    """Those of the articles that the layer has not begun."""
    return [article for article in articles if store.progress(article, layer).status == NEW]


def carried_in(store: Store, stamp: Stamp, clusters: Iterable[Sequence[str]]) -> tuple[Edit, Carried]:
    """One edit for many clusters: in each from its best article to those that nobody has begun."""
    changes: list[Change] = []
    told = Carried()
    for cluster in clusters:
        source = best_source(store, stamp.layer, cluster)
        if source is None:
            continue
        targets = [article for article in not_begun(store, stamp.layer, cluster) if article != source]
        edit, some = carrying(store, Carrying(store.path, stamp, source, targets))
        changes += edit.changes
        told.add(some)
    return Edit(TITLE, tuple(changes)), told
