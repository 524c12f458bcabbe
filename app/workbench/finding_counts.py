"""How many findings each article has, counted in the worker for the queue's filter."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from app.domain.annotation import ACCEPTED
from app.domain.text.lexicon import Lexicons
from app.store import Store
from app.workbench.checking import ignored, severities, standing
from app.workbench.jobs import Job
from app.workbench.reading import Reading

_AT_ONCE = 40


def count_findings(job: Job, path: Path, layer: str, lexicons: Lexicons, known: Callable[[str], bool]) -> int:
    """Check every article that nobody has checked since it was changed; how many they were. Raises ``Cancelled``."""
    from app.quality.checks import graded  # noqa: PLC0415 - only here and in a check
    from app.quality.findings import findings, otherwise  # noqa: PLC0415 - as above

    checked = 0
    with Store.open(path) as store:
        codebook, own, usual = store.codebook(), severities(store), store.usual_labels(layer)
        while few := store.desk.unchecked(layer, _AT_ONCE):
            counts = []
            for article in few:
                one, marks = store.article(article), store.annotations(article, layer)
                reading = Reading(one, lexicons, known)
                found = findings(one, marks, store.links(article, layer), codebook, reading, store.entry)
                found += otherwise([each for each in marks if each.state == ACCEPTED], usual)
                counts.append((article, len(standing(graded(found, own, ignored(store, layer, article))))))
                job.report(checked + len(counts), 0)
            store.desk.set_findings(layer, counts)
            checked += len(few)
    return checked
