"""Which articles train, validate and test: always the same, with like labels in each, and no story in two of them.

Articles that are near-duplicates of one another form a group, and a group is never parted. Groups are dealt by
stratification (after Sechidis, Tsoumakas and Vlahavas 2011): those with the rarest label first, each to the split that
still lacks most of that label, then to the one that lacks most articles; a split that has its share gets no more.
What is left open is decided by a checksum of the seed and the refs, so that the same project always gives the same
splits, on every machine and in any order of import.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

SPLITS: Mapping[str, float] = {"train": 0.8, "validation": 0.1, "test": 0.1}


def deal(
    labels: Mapping[str, Mapping[str, int]],
    groups: Iterable[Iterable[str]] = (),
    *,
    shares: Mapping[str, float] = SPLITS,
    seed: str = "",
) -> dict[str, str]:
    """The split of every ref in ``labels``, which says how many marks of each label an article has.

    ``groups`` are refs that stay together; those that are not in ``labels`` are left out. Of the shares, the sum is 1.
    """
    together = _groups(labels, groups)
    total = _sum(labels.values())
    wanted = {split: _scaled(total, share) for split, share in shares.items()}
    room = {split: share * len(labels) for split, share in shares.items()}
    order = {split: -number for number, split in enumerate(shares)}
    dealt: dict[str, str] = {}
    for group, counts, rarest in _rarest_first(together, labels, total, seed):
        open_ones = [split for split in shares if room[split] > 0] or list(shares)
        split = max(open_ones, key=lambda each: (wanted[each][rarest], room[each], order[each]))
        for label, count in counts.items():
            wanted[split][label] -= count
        room[split] -= len(group)
        dealt.update(dict.fromkeys(group, split))
    return dealt


def leaks(dealt: Mapping[str, str], groups: Iterable[Iterable[str]]) -> list[list[str]]:
    """The groups of near-duplicates that stand in more than one split."""
    found = [sorted(ref for ref in group if ref in dealt) for group in groups]
    return [group for group in found if len({dealt[ref] for ref in group}) > 1]


def _groups(labels: Mapping[str, object], groups: Iterable[Iterable[str]]) -> list[tuple[str, ...]]:
    """The given groups, joined where they share a ref, and every other ref alone."""
    head: dict[str, str] = {ref: ref for ref in labels}

    def top(ref: str) -> str:
        while head[ref] != ref:
            head[ref] = head[head[ref]]
            ref = head[ref]
        return ref

    for group in groups:
        known = [ref for ref in group if ref in head]
        for ref in known[1:]:
            head[top(ref)] = top(known[0])
    found: defaultdict[str, list[str]] = defaultdict(list)
    for ref in sorted(labels):
        found[top(ref)].append(ref)
    return [tuple(group) for group in found.values()]


def _rarest_first(
    groups: Sequence[tuple[str, ...]], labels: Mapping[str, Mapping[str, int]], total: Counter[str], seed: str
) -> Iterable[tuple[tuple[str, ...], Counter[str], str]]:
    """Groups with their counts and their rarest label ("" where there is no mark): those with the rarest of all first,
    of these those with most of it."""
    ordered = sorted(total, key=lambda label: (total[label], label))
    rank = {label: number for number, label in enumerate(ordered)} | {"": len(ordered)}
    found = []
    for group in groups:
        counts = _sum(labels[ref] for ref in group)
        rarest = min(counts, key=rank.__getitem__, default="")
        found.append((rank[rarest], -counts[rarest], _lot(group, seed), group, counts, rarest))
    for *_, group, counts, rarest in sorted(found, key=lambda each: each[:3]):
        yield group, counts, rarest


def _sum(counts: Iterable[Mapping[str, int]]) -> Counter[str]:
    total: Counter[str] = Counter()
    for each in counts:
        total.update(each)
    return +total


def _scaled(counts: Mapping[str, int], share: float) -> defaultdict[str, float]:
    return defaultdict(float, {label: count * share for label, count in counts.items()})


def _lot(group: Sequence[str], seed: str) -> str:
    return hashlib.sha256("\0".join((seed, *group)).encode()).hexdigest()
