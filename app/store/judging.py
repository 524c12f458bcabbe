"""What of a damaged project is right: its tables and its journal are two witnesses, and the text is a third."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from app.domain.annotation import STATES, STATUSES, Annotation, Link, Progress, Record, RegisterEntry
from app.domain.card import PRIORITIES, Card
from app.domain.span import surface
from app.store.pages import Value
from app.store.rows import annotation_of, card_of, entry_of, is_stored, link_of, progress_of
from app.store.salvage import History, Key, Rows, Salvage, common, key_of

_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
_FLAWS = (ValueError, TypeError, KeyError, IndexError, AttributeError, StopIteration)

Ids = dict[int, str]
"""Ids of articles by their row numbers."""
Proof = Callable[[Record, bool], bool]
"""Whether a record can be right. The second says that there is only one witness, so that more is asked of it."""


@dataclass(slots=True)
class Verdict:
    """What of one table is right, what is missing, and what may be older than what was lost; by id."""

    records: dict[Key, Record] = field(default_factory=dict)
    lost: list[Key] = field(default_factory=list)
    doubted: list[Key] = field(default_factory=list)


class Judge:
    """Weighs the records of a salvage. ``text`` gives the text of an article that was saved, by its id; ``labels`` are
    kind and label of every codebook that was found, None when none was."""

    def __init__(
        self,
        found: Salvage,
        ids: Ids,
        text: Callable[[str], str | None],
        labels: frozenset[tuple[str, str]] | None,
    ) -> None:
        self._found = found
        self._ids = ids
        self._text = text
        self._labels = labels
        witnesses = [change.record for edit in found.history.edits.values() for change in edit.changes]
        rows = [*self._records("annotation", _annotation), *self._records("progress", _progress), *witnesses]
        self._layers = common(each.layer for each in rows if isinstance(each, Annotation | Progress))
        placed = found.tables["annotation_place"]
        self._placed, self._all_placed = frozenset(placed.live), placed.complete
        self._there = frozenset(("Annotation", str(row[4])) for row in placed.live) if placed.complete else None
        self._ranks = {id_: rank for rank, id_ in ids.items()}
        links = [*self._records("link", _link), *witnesses]
        self._roles = common(each.role for each in links if isinstance(each, Link))

    def marks(self) -> Verdict:
        verdict = self._judge("annotation", _annotation, Annotation, self._mark_holds)
        doubted = set(verdict.doubted)
        for key, mark in verdict.records.items():
            if key not in doubted and not self._twice_told(key, mark) and not self._is_placed(mark):
                verdict.doubted.append(key)
        return verdict

    def _twice_told(self, key: Key, mark: Record) -> bool:
        return self._found.history.complete or self._found.history.last.get(key, (0, None))[1] == mark

    def entries(self) -> Verdict:
        return self._judge("entry", lambda row, _ids: entry_of(row), RegisterEntry, lambda _record, _alone: True)

    def progress(self) -> Verdict:
        return self._judge("progress", _progress, Progress, self._progress_holds)

    def cards(self) -> Verdict:
        def holds(card: Record, _alone: bool) -> bool:
            assert isinstance(card, Card)
            return self._text(card.article) is not None and card.priority in PRIORITIES.values()

        return self._judge("card", _card, Card, holds)

    def links(self, marks: Verdict, entries: Verdict) -> Verdict:
        """Links whose ends were saved."""

        def holds(link: Record, alone: bool) -> bool:
            assert isinstance(link, Link)
            ends = [("Annotation", link.source)]
            if link.target.kind == "annotation":
                ends.append(("Annotation", link.target.value))
            elif link.target.kind == "entry" and ("RegisterEntry", link.target.value) not in entries.records:
                return False
            found = [marks.records.get(end) for end in ends]
            there = all(
                isinstance(end, Annotation) and (end.article, end.layer) == (link.article, link.layer) for end in found
            )
            return there and (not alone or link.role in self._roles)

        return self._judge("link", _link, Link, holds)

    def _mark_holds(self, mark: Record, alone: bool) -> bool:
        assert isinstance(mark, Annotation)
        text = self._text(mark.article)
        if text is None or not mark.exact or mark.state not in STATES:
            return False
        if self._labels is not None and (mark.kind, mark.label) not in self._labels:
            return False
        ends = [edge for span in mark.fragments for edge in (span.start, span.end)]
        in_order = ends == sorted(ends) and ends[0] >= 0 and ends[-1] <= len(text)
        if not in_order or surface(text, mark.fragments) != mark.exact:
            return False
        if alone and self._all_placed:  # the index of the table is a witness too
            return self._is_placed(mark)
        return not alone or (mark.layer in self._layers and _TIME.fullmatch(mark.made_at) is not None)

    def _is_placed(self, mark: Record) -> bool:
        """Whether the index names the mark as it is. Only marks are looked up there."""
        if not isinstance(mark, Annotation):
            return True
        return (mark.layer, self._ranks[mark.article], mark.state, mark.kind, mark.id) in self._placed

    def _progress_holds(self, progress: Record, alone: bool) -> bool:
        assert isinstance(progress, Progress)
        there = self._text(progress.article) is not None and progress.status in STATUSES
        return there and (not alone or progress.layer in self._layers)

    def _records(self, table: str, read: Callable[..., Record]) -> Iterator[Record]:
        rows = self._found.tables[table]
        yield from _read(rows.live, read, self._ids)
        yield from _read(rows.stray, read, self._ids)

    def _judge(self, table: str, read: Callable[..., Record], type_: type, proof: Proof) -> Verdict:
        rows, history = self._found.tables[table], self._found.history
        live = {key_of(each): each for each in _read(rows.live, read, self._ids)}
        stray = {key_of(each): each for each in _read(rows.stray, read, self._ids)}
        told = {key for key in history.last if key[0] == type_.__name__}
        verdict = Verdict()
        there = self._there if type_ is Annotation else None
        for key in sorted({*live, *stray, *told}, key=lambda key: (_article(live, stray, history, key), key)):
            if there is None or key in there or key in live or history.complete:  # else it was erased
                _weigh(key, live.get(key), stray.get(key), rows, history, proof, verdict)
        return verdict


def _weigh(
    key: Key,
    row: Record | None,
    stray: Record | None,
    rows: Rows,
    history: History,
    proof: Proof,
    verdict: Verdict,
) -> None:
    """Decide on one record. What is said twice only has to hold; what is said once has to prove more."""
    known = key in history.last
    told = history.last[key][1] if known else None
    told = told if is_stored(told) else None
    if row is not None and row == told:
        return _take(key, row, proof(row, False), verdict)
    if history.complete and told is None:  # erased since, or its id is damaged
        return None if known or row is None else verdict.lost.append(key)
    if row is not None and not history.complete:  # the row that made it so may be lost
        return _take(key, row, proof(row, True), verdict)
    if row is not None and told is not None:  # they contradict each other, and one of them is damaged
        right = [each for each in (row, told) if proof(each, True)]
        if len(right) == 1:
            verdict.doubted.append(key)
        return _take(key, right[0] if right else row, len(right) == 1, verdict)
    if told is not None and history.complete:
        return _take(key, told, proof(told, False), verdict)
    if rows.complete or (known and told is None):  # it is not in the table, and the table is whole
        return None
    last = told or stray
    assert last is not None
    if proof(last, True):
        verdict.doubted.append(key)
    return _take(key, last, proof(last, True), verdict)


def _take(key: Key, record: Record, holds: bool, verdict: Verdict) -> None:
    if holds:
        verdict.records[key] = record
    else:
        verdict.lost.append(key)


def _article(live: dict[Key, Record], stray: dict[Key, Record], history: History, key: Key) -> str:
    """Records are weighed article by article, so that no text is read twice."""
    record = live.get(key) or stray.get(key) or history.last[key][1]
    return str(getattr(record, "article", ""))


def _read(rows: Iterable[tuple[Value, ...]], read: Callable[..., Record], ids: Ids) -> Iterator[Record]:
    for row in rows:
        try:
            yield read(row, ids)
        except _FLAWS:
            continue


def _annotation(row: tuple[Value, ...], ids: Ids) -> Record:
    _check(row, texts=(0, 2, 3, 4, 5, 6, 7, 8, 10, 12, 13))
    found = annotation_of(row, ids[row[1]])  # type: ignore[index]  # another type is no key of it
    if not isinstance(found.attributes, dict) or not found.fragments or not isinstance(found.codebook, int):
        raise ValueError("not an annotation")
    return found


def _link(row: tuple[Value, ...], ids: Ids) -> Record:
    _check(row, texts=(0, 2, 3, 4))
    return link_of(row, ids[row[1]])  # type: ignore[index]  # as above


def _progress(row: tuple[Value, ...], ids: Ids) -> Record:
    _check(row, texts=(1, 2, 3))
    return progress_of(row, ids[row[0]])  # type: ignore[index]  # as above


def _card(row: tuple[Value, ...], ids: Ids) -> Record:
    _check(row, texts=(1, 3, 4))
    return card_of(row, ids[row[0]])  # type: ignore[index]  # as above


def _check(row: tuple[Value, ...], texts: tuple[int, ...]) -> None:
    if not all(isinstance(row[each], str) for each in texts):
        raise ValueError("not a row of this table")
