"""What the worker does for the codebook editor: look through a project's marks, and change them."""

from __future__ import annotations

from pathlib import Path

from app.domain.annotation import Annotation
from app.store import Stamp, Store
from app.workbench.codebook_changes import Draft
from app.workbench.codebook_plan import Plan, apply, plan
from app.workbench.jobs import Job

_MOST_LISTED = 2000  # marks that can be ticked one by one
_AROUND = 28  # code points before and after a mark in their list


def count(job: Job, project: Path) -> dict[tuple[str, str], int]:
    """How many marks each label has."""
    with Store.open(project, readonly=True) as store:
        return store.label_counts()


def look(job: Job, project: Path, draft: Draft, stamp: Stamp) -> Plan:
    """What the draft would do."""
    with Store.open(project, readonly=True) as store, store.snapshot():
        return plan(store, draft, stamp, job.report)


def put_in_use(job: Job, project: Path, found: Plan, stamp: Stamp) -> Plan:
    """Do it. Once begun it is not stopped: it is done whole, or not at all."""
    with Store.open(project) as store:
        apply(store, found, stamp)
    return found


def marks_of(job: Job, project: Path, kind: str, label: str) -> list[tuple[Annotation, str]]:
    """The first marks of a label, of every layer, each with the words around it, the same words together."""
    found: list[tuple[Annotation, str]] = []
    with Store.open(project, readonly=True) as store, store.snapshot():
        for article, layer in store.work_on(kind, [label]):
            text = store.article(article).text
            for mark in store.annotations(article, layer):
                if (mark.kind, mark.label) == (kind, label):
                    found.append((mark, _around(text, mark)))
            if len(found) >= _MOST_LISTED:
                break
            job.report(len(found), _MOST_LISTED)
    return sorted(found[:_MOST_LISTED], key=lambda each: (each[0].exact, each[0].id))


def _around(text: str, mark: Annotation) -> str:
    before = text[max(mark.start - _AROUND, 0) : mark.start].rpartition("\n")[2]
    after = text[mark.end : mark.end + _AROUND].partition("\n")[0]
    return f"{before}[{text[mark.start : mark.end]}]{after}"
