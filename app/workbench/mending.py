"""Mending many findings of one check at once: one edit an article."""

from __future__ import annotations

from collections.abc import Iterable

from app.domain.edit import Change, Edit
from app.domain.errors import N_
from app.quality.findings import Finding
from app.workbench.bench import Workbench
from app.workbench.fixing import mending


def mend_all(bench: Workbench, article: str, found: Iterable[Finding], dry_run: bool = False) -> int:
    """Mend what can be mended of the findings on that article in the bench's layer; how many those are.

    Two findings that would change the same mark are not mended in one go: the second stays for the next.
    """
    bench.open_article(article)
    changes: list[Change] = []
    touched: set[str] = set()
    count = 0
    for each in found:
        edit = mending(bench, each)
        names = {change.record.id for change in edit.changes} if edit else set()
        if edit is None or names & touched:
            continue
        touched |= names
        changes += edit.changes
        count += 1
    if not dry_run:
        bench.do(Edit(N_("Mend findings"), tuple(changes)))
    return count
