"""Claims like the one at hand, in its article and in the whole project, the likest first.

Runs in the worker with a store of its own. The index of the claims is kept there from one question to the next.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app.domain.annotation import Annotation
from app.domain.text.likeness import Sense, likeness, sense
from app.store import Store
from app.store.claim_index import ClaimIndex
from app.store.claims import ClaimRow
from app.workbench.bench import Workbench
from app.workbench.claims import CONTRADICTS, SAME, entries_of, sentence_of, way_of
from app.workbench.jobs import Job

MOST = 40
_FIRST, _FIRST_HERE = (
    160,
    300,
)  # claims that are looked at closely: of the index, and of the article, unless it has more
_LEAST = 0.2
_MOST_TIES = 500
_INDEX = "claims of {path} in {layer}"


@dataclass(frozen=True, slots=True)
class Sought:
    """The claim whose like is looked for, and where; nothing is asked of the bench while it runs."""

    path: Path
    layer: str
    claim: str
    article: str
    text: str


@dataclass(frozen=True, slots=True)
class LikeClaim:
    """A claim like the one at hand: how like, whether it may contradict it, and how the two are linked already
    (``same_claim``, ``contradicts`` or None)."""

    row: ClaimRow
    degree: float
    opposed: bool
    tie: str | None


def sought_by(bench: Workbench, claim: Annotation) -> Sought:
    """What to look for from the claim at hand."""
    return Sought(bench.store.path, bench.layer, claim.id, claim.article, sentence_of(claim) or claim.exact)


def like_claims(job: Job, sought: Sought) -> list[LikeClaim]:
    """At most ``MOST`` claims: those that are linked already, then the likest. ``Cancelled`` when it is stopped."""
    with Store.open(sought.path, readonly=True) as store:
        index = _index(job, sought)
        index.follow(store.claims, lambda count: job.report(count, 0))
        ties = _ties(store, sought)
        here = [row[0] for row in store.claims.texts_of(sought.layer, store.claims.rank(sought.article))]
        if len(here) > _FIRST_HERE:
            here = []
        names = dict.fromkeys([*ties, *here, *index.near(sought.text, _FIRST)])
        names.pop(sought.claim, None)
        mine = sense(sought.text)
        found = [_compared(each, mine, ties) for each in store.claims.rows(sought.layer, list(names))]
    kept = [each for each in found if each.tie or each.degree >= _LEAST]
    return sorted(kept, key=lambda each: (each.tie is None, -each.degree, each.row.name, each.row.id))[:MOST]


def _index(job: Job, sought: Sought) -> ClaimIndex:
    name = _INDEX.format(path=sought.path, layer=sought.layer)
    if name not in job.kept:
        for other in [each for each in job.kept if isinstance(job.kept[each], ClaimIndex)]:
            job.kept.pop(other).close()
        job.kept[name] = ClaimIndex(sought.layer)
    index: ClaimIndex = job.kept[name]
    return index


def _compared(row: ClaimRow, mine: Sense, ties: dict[str, str]) -> LikeClaim:
    found = likeness(mine, sense(row.said))
    return LikeClaim(row, found.degree, found.opposed, ties.get(row.id))


def _ties(store: Store, sought: Sought) -> dict[str, str]:
    """The claims that are linked to the one at hand, and how: directly, or through an entry of the register."""
    found: dict[str, str] = {}
    mine = store.claims.links_from(sought.claim)
    for link in [*mine, *store.claims.links_to_mark(sought.claim)]:
        if (way := way_of(link)) is not None and link.layer == sought.layer:
            found[link.target.value if link.source == sought.claim else link.source] = way
    for way in (SAME, CONTRADICTS):
        for entry in entries_of(mine, way):
            found.pop(entry, None)
            for link in store.entry_places.links(entry)[:_MOST_TIES]:
                theirs = way_of(link)
                if theirs is None or link.layer != sought.layer or (way, theirs) == (CONTRADICTS, CONTRADICTS):
                    continue
                found[link.source] = SAME if way == theirs else CONTRADICTS
    return found
