"""A claim's own sentence, and the claims that say the same or the contrary, in this article or in any other.

Within an article two claims are linked to each other, as the dataset's ``same_claim`` and ``contradicts`` say it.
Across articles they cannot be, for every id that a line names stands in that line. There a claim points to an entry of
the register that stands for what several claims say, by a relation of the same name, and the entry travels in the
``register`` of each of their lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from app.domain.annotation import ANNOTATION_END, ENTRY_END, REJECTED, Annotation, End, Link, RegisterEntry
from app.domain.codebook import CLAIM
from app.domain.edit import Change, Edit
from app.domain.errors import N_
from app.domain.ids import new_id
from app.domain.rules import CLAIM_ENTRY, OWN_ROLE
from app.domain.text.folding import fold_key, is_invisible
from app.store.claims import ClaimRow
from app.workbench.bench import Workbench
from app.workbench.making import link, with_attribute

SENTENCE = "normalized_claim"
SAME, CONTRADICTS = "same_claim", "contradicts"
WAYS = (SAME, CONTRADICTS)
_THAT = re.compile("[وف]?ب?ان(?:ه|ها|هم|هما|هن|نا|ني|ي)?|[وف]?بانه?")
_MARKS = frozenset('"«»“”„‹›')
_LONGEST_NAME = 300  # code points of a register entry's name


def proposed(text: str, claim: Annotation) -> str:
    """The claim's words as a start for its sentence: without quotation marks, without the إن before them, in one line.
    ``text`` is the article's."""
    words = " ".join(text[span.start : span.end] for span in claim.fragments)
    line = " ".join("".join(each for each in words if each not in _MARKS and not is_invisible(each)).split())
    first, _, rest = line.partition(" ")
    return (rest if rest and _THAT.fullmatch(fold_key(first)) else line).rstrip(" ،؛.")


def sentence_of(claim: Annotation) -> str | None:
    """The claim's normalized form; None while nobody has written one."""
    return claim.attributes.get(SENTENCE) or None


def saying(bench: Workbench, claim: Annotation, sentence: str) -> Edit | None:
    """The claim in one sentence, white space as it should be; an empty one takes it away. None when nothing changes."""
    said = " ".join(sentence.split()) or None
    return None if said == sentence_of(claim) else with_attribute(bench, claim, SENTENCE, said)


def next_unsaid(bench: Workbench, claim: Annotation) -> Annotation | None:
    """The next claim of the article, going round, that has no sentence yet."""
    unsaid = [each for each in bench.marks if each.kind == CLAIM and each.state != REJECTED and not sentence_of(each)]
    others = [each for each in unsaid if each.id != claim.id]
    return next((each for each in others if each.order > claim.order), others[0] if others else None)


def way_of(tie: Link) -> str | None:
    """``same_claim`` or ``contradicts``, however the link says it; None for another link."""
    way = tie.role.removeprefix(OWN_ROLE)
    return way if way in WAYS else None


def entries_of(links: Iterable[Link], way: str) -> list[str]:
    """The register entries that the links say the same as, or contradict."""
    return [each.target.value for each in links if each.target.kind == ENTRY_END and way_of(each) == way]


def tying(bench: Workbench, claim: Annotation, other: ClaimRow, way: str) -> Edit | None:
    """The edit that links the claim at hand to another as the same or as its contrary; None when it is so already.

    What was linked the other way is taken back in the same act.
    """
    if tied(bench, claim, other) == way:
        return None
    gone = _ties(bench, claim, other)
    title = N_("Link as the same claim") if way == SAME else N_("Link as a contradiction")
    if other.article == claim.article:
        made = link(bench, way, claim, End(ANNOTATION_END, other.id), CLAIM)
        return Edit(title, (*_erased(gone), Change(None, made)))
    changes = _to_one_entry(bench, claim, other, gone) if way == SAME else _against(bench, claim, other, gone)
    return Edit(title, (*_erased(gone), *changes))


def untying(bench: Workbench, claim: Annotation, other: ClaimRow) -> Edit | None:
    """The edit after which nothing links the two, and no entry is left that only one claim points to; None when nothing
    did."""
    gone = _ties(bench, claim, other)
    if not gone:
        return None
    changes = _erased(gone)
    for entry in sorted({each.target.value for each in gone if each.target.kind == ENTRY_END}):
        left = [each for each in bench.store.entry_places.links(entry) if each not in gone]
        if not left or (len(left) == 1 and left[0].layer == claim.layer and way_of(left[0]) == SAME):
            found = bench.store.entry(entry)
            changes += _erased(left) + ([Change(found, None)] if found else [])
    return Edit(N_("Unlink claim"), tuple(changes))


def tied(bench: Workbench, claim: Annotation, other: ClaimRow) -> str | None:
    """How the two claims are linked now."""
    ties = _ties(bench, claim, other)
    if not ties:
        return None
    return CONTRADICTS if any(way_of(each) == CONTRADICTS for each in ties) else SAME


def _ties(bench: Workbench, claim: Annotation, other: ClaimRow) -> list[Link]:
    """The links by which the two are tied: those between them, and what one of them has to an entry of the other's."""
    mine, theirs = bench.store.claims.links_from(claim.id), bench.store.claims.links_from(other.id)
    found = [each for each in mine if each.target.value == other.id and way_of(each)]
    found += [each for each in theirs if each.target.value == claim.id and way_of(each)]
    my_entries, their_entries = set(entries_of(mine, SAME)), set(entries_of(theirs, SAME))
    for each in mine:
        if each.target.value in their_entries and way_of(each):
            found.append(each)
    found += [each for each in theirs if each.target.value in my_entries and way_of(each) == CONTRADICTS]
    return found


def _to_one_entry(bench: Workbench, claim: Annotation, other: ClaimRow, gone: list[Link]) -> list[Change]:
    """Both claims say the same as one entry: one that either has, else a new one. Two entries become one."""
    mine, theirs = _entry_of(bench, claim.id, gone), _entry_of(bench, other.id, gone)
    if mine is not None and theirs is not None:
        return _merged(bench, theirs, mine, claim.layer, gone)
    made = _entry(sentence_of(claim) or other.said) if mine is None and theirs is None else None
    entry = mine or theirs or (made.id if made else "")
    changes = [Change(None, made)] if made else []
    for its, article, source in ((mine, claim.article, claim.id), (theirs, other.article, other.id)):
        if its is None:
            changes.append(Change(None, _relation(article, source, SAME, entry, claim.layer)))
    return changes


def _merged(bench: Workbench, entry: str, into: str, layer: str, gone: list[Link]) -> list[Change]:
    """Whatever this layer has at one entry goes to the other; the first goes unless other layers have links there. A
    claim that has a link to the other entry already keeps that one."""
    links = [each for each in bench.store.entry_places.links(entry) if each not in gone]
    own = [each for each in links if each.layer == layer]
    there = {each.source for each in bench.store.entry_places.links(into) if each not in gone}
    moved = [
        _relation(each.article, each.source, way, into, layer)
        for each in own
        if (way := way_of(each)) is not None and each.source not in there
    ]
    found = bench.store.entry(entry)
    left = [Change(found, None)] if found and len(own) == len(links) else []
    return [*_erased(own), *(Change(None, each) for each in moved), *left]


def _against(bench: Workbench, claim: Annotation, other: ClaimRow, gone: list[Link]) -> list[Change]:
    """The claim contradicts the entry of what the other one says, which is made where there is none."""
    entry, changes = _entry_of(bench, other.id, gone), []
    if entry is None:
        made = _entry(other.said)
        entry = made.id
        same = _relation(other.article, other.id, SAME, entry, claim.layer)
        changes = [Change(None, made), Change(None, same)]
    return [*changes, Change(None, _relation(claim.article, claim.id, CONTRADICTS, entry, claim.layer))]


def _entry_of(bench: Workbench, claim: str, gone: list[Link]) -> str | None:
    """The entry that a claim says the same as, once ``gone`` are gone."""
    found = entries_of((each for each in bench.store.claims.links_from(claim) if each not in gone), SAME)
    return found[0] if found else None


def _relation(article: str, claim: str, way: str, entry: str, layer: str) -> Link:
    """A link to what several claims say: a relation of the project's own, which every codebook allows."""
    return Link(new_id(), article, layer, OWN_ROLE + way, claim, End(ENTRY_END, entry))


def _entry(said: str) -> RegisterEntry:
    return RegisterEntry(new_id(), CLAIM_ENTRY, said[:_LONGEST_NAME])


def _erased(links: Iterable[Link]) -> list[Change]:
    return [Change(each, None) for each in links]
