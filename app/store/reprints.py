"""Clusters of near-duplicates: a wire story and its reprints, found among all articles of the project.

Adding an article looks for nothing. ``look_at_some`` does, in short transactions that a worker repeats, and what one
more article costs does not grow with the corpus: of each sign the first ``_OF_A_SIGN`` articles are known, and at most
``_COMPARED`` of those that share signs are compared word by word.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from app.domain.annotation import ACCEPTED, SUGGESTED
from app.domain.span import Span
from app.domain.text.reprints import THRESHOLD, Gist, gist, likeness
from app.store import notes
from app.store.edits import ranks_of
from app.store.file import ProjectFile
from app.store.records import compact, parse
from app.store.relooking import UNTIL, again, forget, set_again
from app.store.signs import Signs, made_by, signs_of

AT_ONCE = 400
_OF_A_SIGN = 16
_COMPARED = 6
_FEW, _MANY = 2, 3  # articles that have a sign which says much, and so many of these; shared signs that say as much
_CHANCES = 2  # of those that share but one sign
_KEPT_GISTS = 400
_COUNTED = 999

_AGAIN_AT_ONCE = 50  # while the project is locked

_THRESHOLD, _MADE_BY = "reprints.threshold", "reprints.made_by"

_NEXT = "SELECT rank, zones, text FROM article WHERE rank > ? ORDER BY rank LIMIT ?"
_TEXT = "SELECT zones, text FROM article WHERE rank = ?"
_SHARING = "SELECT sign, article FROM reprint_sign WHERE sign IN (SELECT value FROM json_each(?))"
_CLUSTERS = "SELECT article, cluster FROM reprint WHERE article IN (SELECT value FROM json_each(?))"
_HELD = """
    SELECT article FROM reprint WHERE cluster IN
        (SELECT cluster FROM reprint WHERE article IN (SELECT value FROM json_each(?)))
"""
_PUT = "INSERT INTO reprint (article, cluster) VALUES (?, ?) ON CONFLICT DO UPDATE SET cluster = excluded.cluster"
_MEMBERS = """
    SELECT id FROM reprint JOIN article INDEXED BY article_queue ON rank = reprint.article
    WHERE cluster = (SELECT cluster FROM reprint WHERE article = ?1) AND reprint.article <> ?1
    ORDER BY reprint.article LIMIT ?2
"""
_OTHERS = f"""
    SELECT id, (SELECT count(*) - 1 FROM
        (SELECT 1 FROM reprint AS other WHERE other.cluster = reprint.cluster LIMIT {_COUNTED + 1}))
    FROM article JOIN reprint ON reprint.article = rank WHERE id IN (SELECT value FROM json_each(?))
"""
_MARKS = """
    SELECT state, count(*) FROM annotation INDEXED BY annotation_place WHERE layer = ? AND article = ? GROUP BY state
"""
_ALL = """
    SELECT cluster, id FROM reprint JOIN article INDEXED BY article_queue ON rank = reprint.article
    ORDER BY cluster, reprint.article
"""


class Reprints:
    """What the project knows of reprints. ``excluded`` are names of zones whose words are nobody's story."""

    def __init__(self, file: ProjectFile) -> None:
        self._file = file
        self._gists: dict[int, Gist] = {}

    def look_at_some(self, excluded: Collection[str] = (), limit: int = AT_ONCE) -> int:
        """Look for reprints of at most ``limit`` articles at which nobody looked yet; how many are left then.

        Reading and comparing hold no lock; what is found is written in one short transaction.
        """
        if (maker := made_by()) != notes.get(self._file, _MADE_BY):
            self._begin_anew(maker)
        before = self._until(), self.threshold()
        if changed := again(self._file):
            return self._look_again(changed[:_AGAIN_AT_ONCE], excluded)
        found = self._file.rows(_NEXT, (before[0], limit))
        if not found:
            return 0
        gists = {rank: _gist(text, zones, excluded) for rank, zones, text in found}
        looked = self._look(gists, excluded)
        with self._file.writing():
            if (self._until(), self.threshold()) == before:  # else another window was here meanwhile
                self._keep(looked, found[-1][0])
        return self.left()

    def left(self) -> int:
        """At how many articles nobody has looked yet, or not since their zones are others. Row numbers have no gaps,
        since no article is ever deleted."""
        last: int = self._file.value("SELECT coalesce(max(rank), 0) FROM article")
        return last - self._until() + len(again(self._file))

    def threshold(self) -> float:
        """The share of the shorter text that must stand in the longer one."""
        return float(notes.get(self._file, _THRESHOLD) or THRESHOLD)

    def set_threshold(self, threshold: float) -> None:
        """Call reprints what is as like as that; all articles are looked at anew."""
        if threshold != self.threshold():
            with self._file.writing():
                notes.put(self._file, _THRESHOLD, repr(threshold))
                forget(self._file)

    def reprints_of(self, article: str, limit: int = 200) -> list[str]:
        """Ids of the other articles of its cluster, by import. Empty where there are none, or none were looked for."""
        rank = ranks_of(self._file, (article,))[article]
        return [row[0] for row in self._file.rows(_MEMBERS, (rank, limit))]

    def counts(self, articles: Iterable[str]) -> dict[str, int]:
        """How many reprints each of the articles has, 999 at most; those without any are left out."""
        asked = json.dumps(list(articles))  # not by orjson: the first window asks, and does without it
        return dict(self._file.rows(_OTHERS, (asked,)))

    def marks_of(self, article: str, layer: str) -> tuple[int, int]:
        """How many marks the layer has accepted in the article, and how many suggestions nobody has decided."""
        rank = ranks_of(self._file, (article,))[article]
        counts: dict[str, int] = dict(self._file.rows(_MARKS, (layer, rank)))
        return counts.get(ACCEPTED, 0), counts.get(SUGGESTED, 0)

    def clusters(self) -> list[list[str]]:
        """Article ids of every cluster, each by import: of what was looked at so far (see ``left``)."""
        return [[row[1] for row in rows] for _, rows in groupby(self._file.rows(_ALL), key=lambda row: row[0])]

    # how they are found

    def _look_again(self, ranks: list[int], excluded: Collection[str]) -> int:
        """Look anew at articles whose zones are others now, and at all that were in a cluster with one of them; how
        many are left then. Their old signs stay: they name candidates, and the texts decide."""
        with self._file.writing():
            held = {row[0] for row in self._file.rows(_HELD, (compact(ranks),))} | set(ranks)
            for rank in held:
                self._gists.pop(rank, None)
                self._file.run("DELETE FROM reprint WHERE article = ?", (rank,))
            gists = {rank: self._gist_of(rank, excluded) for rank in sorted(held)}
            self._keep(self._look(gists, excluded), self._until())
            set_again(self._file, [rank for rank in again(self._file) if rank not in held])
        return self.left()

    def _look(self, gists: dict[int, Gist], excluded: Collection[str]) -> _Looked:
        """Compare each of the articles with those before it that share signs with it."""
        signs = dict(zip(gists, signs_of(gists.values()), strict=True))
        wanted = {sign for each in signs.values() for sign in each}
        looked = _Looked()
        for sign, article in self._file.rows(_SHARING, (compact(list(wanted)),)):
            looked.having[sign].append(article)
        near = {article for having in looked.having.values() for article in having}
        looked.cluster = dict(self._file.rows(_CLUSTERS, (compact(list(near)),)))
        threshold = self.threshold()
        for rank, mine in gists.items():
            likely = _likely(signs[rank], looked.having)
            clusters = {looked.cluster[rank]} if rank in looked.cluster else set()
            for other in likely:
                if other == rank:
                    continue
                cluster = looked.cluster.get(other, other)
                if cluster in clusters:
                    continue
                theirs = gists.get(other) or self._gist_of(other, excluded)
                if likeness(mine, theirs, threshold) >= threshold:
                    clusters.add(cluster)
            if clusters - {looked.cluster.get(rank)}:
                looked.join(rank, clusters)
            looked.add_signs(rank, signs[rank])
        return looked

    def _gist_of(self, rank: int, excluded: Collection[str]) -> Gist:
        found = self._gists.pop(rank, None)
        if found is None:
            zones, text = self._file.rows(_TEXT, (rank,))[0]
            found = _gist(text, zones, excluded)
            if len(self._gists) >= _KEPT_GISTS:
                del self._gists[next(iter(self._gists))]  # the one that was asked for longest ago
        self._gists[rank] = found
        return found

    def _keep(self, looked: _Looked, until: int) -> None:
        self._file.run_many(
            "INSERT OR IGNORE INTO reprint_sign (sign, article) VALUES (?, ?)", sorted(looked.new_signs)
        )
        for kept, other in looked.merged:
            self._file.run("UPDATE reprint SET cluster = ? WHERE cluster = ?", (kept, other))
        self._file.run_many(_PUT, sorted((article, looked.cluster[article]) for article in looked.joined))
        notes.put(self._file, UNTIL, str(until))

    def _begin_anew(self, maker: str) -> None:
        with self._file.writing():
            forget(self._file)
            notes.put(self._file, _MADE_BY, maker)

    def _until(self) -> int:
        return int(notes.get(self._file, UNTIL) or 0)


@dataclass(slots=True)
class _Looked:
    """What was found of a few articles, before it is written: ``having`` a sign are which, and in which ``cluster``."""

    having: defaultdict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    new_signs: list[tuple[int, int]] = field(default_factory=list)
    cluster: dict[int, int] = field(default_factory=dict)
    joined: set[int] = field(default_factory=set)
    merged: list[tuple[int, int]] = field(default_factory=list)

    def add_signs(self, rank: int, signs: Signs) -> None:
        """Make the article known for later ones, where its signs are not too common yet."""
        for sign in signs:
            if len(self.having[sign]) < _OF_A_SIGN:
                self.having[sign].append(rank)
                self.new_signs.append((sign, rank))

    def join(self, rank: int, clusters: set[int]) -> None:
        """Put the article into the clusters, which become one; a cluster of one article is called by its number."""
        kept = min(clusters)
        for other in clusters - {kept}:
            self.merged.append((kept, other))
            for article in [each for each, cluster in self.cluster.items() if cluster == other]:
                self.cluster[article] = kept
        for article in (rank, *clusters):
            self.cluster[article] = kept
            self.joined.add(article)


def _likely(signs: Signs, having: Mapping[int, list[int]]) -> list[int]:
    """Earlier articles that share signs with an article, the likeliest first: a sign that few have says more."""
    shared: Counter[int] = Counter()
    rarely: Counter[int] = Counter()
    commonly: Counter[int] = Counter()
    for sign in signs:
        articles = having.get(sign, ())
        (commonly if len(articles) >= _OF_A_SIGN else shared).update(articles)
        if len(articles) <= _FEW:
            rarely.update(articles)
    shared.update({each: many for each, many in commonly.items() if each in shared or many >= _MANY})
    likely = [each for each, many in shared.items() if many > 1 or each in rarely]
    likely.sort(key=lambda each: (-rarely[each], -shared[each], each))
    sure = [each for each in likely if shared[each] >= _MANY or rarely[each] >= _FEW]
    return sure[:_COMPARED] or likely[:_CHANCES]


def _gist(text: str, zones: str, excluded: Collection[str]) -> Gist:
    without = [] if zones == "[]" else [Span(start, end) for name, start, end in parse(zones) if name in excluded]
    return gist(text, without)
