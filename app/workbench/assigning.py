"""A project lead's list written onto the cards: each row by itself, journaled as an import."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from app.domain.edit import Change, Edit
from app.domain.errors import N_, TawsimError
from app.exchange.assignments import Assignment, BadList, RefusedRow, read_assignments
from app.store import Stamp, Store
from app.workbench import cards
from app.workbench.saying import now

_UNKNOWN = N_("There is no article {ref} in the project.")
_TITLE = N_("Share out the work")


@dataclass(slots=True)
class AssignReport:
    """``changed`` articles are otherwise now, ``same`` were so already, ``refused`` rows set nothing."""

    changed: int = 0
    same: int = 0
    refused: list[RefusedRow] = field(default_factory=list)


def assign(store: Store, text: str, layer: str, author: str, *, dry_run: bool = False) -> AssignReport:
    """Set what the CSV of ``text`` says; statuses in ``layer``. Raises ``BadList`` when no row can be understood."""
    report = AssignReport()
    stamp = Stamp(layer, author, now(), store.codebook().version)
    for row in read_assignments(text):
        if isinstance(row, RefusedRow):
            report.refused.append(row)
            continue
        try:
            edit = _edit(store, row, layer, author)
            if edit.changes and not dry_run:
                store.record(edit, stamp)
        except TawsimError as error:
            report.refused.append(RefusedRow(row.line, error))
        else:
            report.changed += bool(edit.changes)
            report.same += not edit.changes
    return report


def _edit(store: Store, row: Assignment, layer: str, author: str) -> Edit:
    article = store.article_by_ref(row.ref)
    if article is None:
        raise BadList(_UNKNOWN, ref=row.ref)
    card = store.desk.card(article.id)
    after = replace(
        card,
        assignees=card.assignees if row.assignees is None else row.assignees,
        priority=card.priority if row.priority is None else row.priority,
        tags=card.tags if row.tags is None else row.tags,
        note=card.note if row.note is None else row.note,
    )
    changes: tuple[Change, ...] = () if after == card else (Change(card, after),)
    before = store.progress(article.id, layer)
    if row.status is not None and row.status != before.status:
        changes += cards.status_edit(before, row.status, author).changes
    return Edit(_TITLE, changes)
