"""An article as sentences of tokens, for formats that tag tokens: marks are widened to the tokens that they touch.

Tokens are our own (``domain/text/tokens.py``). One is cut only where two marks meet in it, and what no token holds
becomes one only where a mark holds nothing else.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.domain.codebook import ENTITY
from app.domain.errors import N_
from app.domain.text.patterns import pattern
from app.domain.text.sentences import sentences
from app.domain.text.tokens import tokens
from app.exchange.sheet import Mark, Sheet
from app.exchange.sheets_out import OTHER_KIND, PROVENANCE, Leaving

NESTED = N_("entity inside or across a longer one: the outermost is kept")
WIDENED = N_("edge inside a token or in white space: it is moved to the edge of the token")
# A sign that makes one cluster with whatever stands before it, in a file with the space between two tokens.
_LEANS = pattern(r"[\p{GCB=Extend}\p{GCB=SpacingMark}\p{GCB=ZWJ}]")

NO_TOKEN = N_("entity of nothing but white space")
BETWEEN = N_("what stands between tokens, and what is known of an article: ref, title, date, zones")

NO_WORDS = N_("article without a single token")

Pair = tuple[int, int]
_SOLID = re.compile("[^\\s\ufeff]+")  # a byte order mark at the start of a file would be taken away


@dataclass(frozen=True, slots=True)
class Run:
    """An entity as the tokens ``first`` to ``last`` (inclusive), counted through the article."""

    mark: Mark
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of an article as ``(start, end)`` in code points, the numbers of those that begin a sentence, and the
    entities in the dataset's order: the outer before the inner."""

    cuts: list[Pair]
    begins: list[int]
    runs: list[Run]

    def sentences(self) -> Iterable[tuple[int, int]]:
        """First token of each sentence, and the one behind its last."""
        return pairwise([*self.begins, len(self.cuts)])


def entities_of(sheet: Sheet, leaving: Leaving) -> list[Mark]:
    """The entities of a sheet, outer before inner, all else told as lost: other kinds, attributes, links, authors."""
    for mark in sheet.marks:
        if mark.kind != ENTITY:
            leaving.losses.add(OTHER_KIND, mark.id)
        else:
            leaving.lose_gaps(mark)
            leaving.lose_attributes(mark)
            leaving.lose_entries(mark)
            leaving.losses.add(PROVENANCE, mark.id)
    leaving.lose_ties(sheet)
    found = [mark for mark in sheet.marks if mark.kind == ENTITY]
    return sorted(found, key=lambda mark: (mark.start, -mark.end, mark.label, mark.id))


def tokenized(text: str, entities: Sequence[Mark], leaving: Leaving) -> Tokens:
    """The tokens of a text and the entities as runs of them."""
    cuts = _cuts(text, entities)
    starts, ends = [start for start, _ in cuts], [end for _, end in cuts]
    runs = []
    for mark in entities:
        first, last = bisect_right(ends, mark.start), bisect_left(starts, mark.end) - 1
        if first > last:
            leaving.losses.add(NO_TOKEN, mark.id)
            continue
        if (starts[first], ends[last]) != (mark.start, mark.end):
            leaving.losses.add(WIDENED, mark.id)
        runs.append(Run(mark, first, last))
    return Tokens(cuts, _begins(text, cuts, runs), runs)


def _cuts(text: str, entities: Sequence[Mark]) -> list[Pair]:
    plain = [(token.start, token.end) for token in tokens(text)]
    starts, ends = [start for start, _ in plain], [end for _, end in plain]
    extra: list[Pair] = []
    for mark in entities:  # what is no token becomes one where an entity holds nothing else
        if bisect_right(ends, mark.start) >= bisect_left(starts, mark.end):
            extra += [found.span() for found in _SOLID.finditer(text, mark.start, mark.end)]
    begins, stops = sorted({mark.start for mark in entities}), sorted(mark.end for mark in entities)
    cuts: list[Pair] = []
    for start, end in [*plain, *_disjoint(extra)]:
        at = start
        for edge in begins[bisect_right(begins, start) : bisect_left(begins, end)]:
            if bisect_right(stops, edge) > bisect_right(stops, start):  # another one ends in the token before it
                cuts.append((at, edge))
                at = edge
        cuts.append((at, end))
    return sorted(cut for cut in cuts if not _LEANS.match(text, cut[0]))


def _disjoint(pairs: Iterable[Pair]) -> list[Pair]:
    """Stretches cut where others of them begin or end, each piece once."""
    found = sorted(set(pairs))
    edges = sorted({edge for pair in found for edge in pair})
    pieces: set[Pair] = set()
    for start, end in found:
        inside = edges[bisect_left(edges, start) : bisect_right(edges, end)]
        pieces.update(pairwise(inside))
    return sorted(pieces)


def _begins(text: str, cuts: list[Pair], runs: list[Run]) -> list[int]:
    """The numbers of the tokens that begin a sentence. No entity goes on over the end of one."""
    starts = [start for start, _ in cuts]
    begins = {bisect_left(starts, sentence.start) for sentence in sentences(text)}
    for run in runs:
        begins.difference_update(range(run.first + 1, run.last + 1))
    return sorted({0, *begins} - {len(cuts)}) if cuts else []


def outermost_runs(runs: Sequence[Run], leaving: Leaving) -> list[Run]:
    """Runs that do not overlap: the outermost are kept, others told."""
    kept: list[Run] = []
    for run in sorted(runs, key=lambda run: (run.first, -run.last, run.mark.start, -run.mark.end)):
        if kept and run.first <= kept[-1].last:
            leaving.losses.add(NESTED, run.mark.id)
        else:
            kept.append(run)
    return kept


def tags_of(count: int, runs: Iterable[Run], leaving: Leaving) -> list[list[str]]:
    """The IOB2 tags of each token, the outer entity's first; empty outside of all of them."""
    tags: list[list[str]] = [[] for _ in range(count)]
    for run in runs:
        name = "_".join(leaving.name(run.mark).split())
        tags[run.first].append(f"B-{name}")
        for token in range(run.first + 1, run.last + 1):
            tags[token].append(f"I-{name}")
    return tags
