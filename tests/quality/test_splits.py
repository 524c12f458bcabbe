"""Splits of a release: the same every time, like labels in each, and no story in two of them."""

from __future__ import annotations

import random
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from app.quality.splits import SPLITS, deal, leaks

REFS = st.text("abcdef", min_size=1, max_size=3)


def corpus(count: int, seed: int = 7) -> dict[str, dict[str, int]]:
    chance = random.Random(seed)
    return {
        f"n{number:04}": {
            label: chance.randint(1, 6)
            for label, share in (("PERS", 0.9), ("ORG", 0.6), ("LAW", 0.03))
            if chance.random() < share
        }
        for number in range(count)
    }


def test_every_article_has_one_split_and_the_shares_are_kept():
    labels = corpus(1000)
    dealt = deal(labels)
    assert dealt.keys() == labels.keys()
    sizes = Counter(dealt.values())
    for split, share in SPLITS.items():
        assert abs(sizes[split] - share * 1000) <= 2


def test_a_rare_label_is_in_every_split_in_its_share():
    labels = corpus(1000)
    total = sum(counts.get("LAW", 0) for counts in labels.values())
    for split, share in SPLITS.items():
        there = sum(labels[ref].get("LAW", 0) for ref, where in deal(labels).items() if where == split)
        assert abs(there - share * total) <= 6, split


def test_the_order_of_import_makes_no_difference_and_the_seed_does():
    labels = corpus(300)
    turned = dict(reversed(labels.items()))
    groups = [["n0001", "n0200"], ["n0005", "n0006", "n0007"]]
    assert deal(labels, groups) == deal(turned, [group[::-1] for group in reversed(groups)])
    assert deal(labels, seed="a") != deal(labels, seed="b")


def test_reprints_are_never_parted_not_even_through_a_common_neighbour():
    labels = corpus(200)
    groups = [["n0001", "n0002"], ["n0002", "n0150"], ["n0040", "gone"]]
    dealt = deal(labels, groups)
    assert len({dealt[ref] for ref in ("n0001", "n0002", "n0150")}) == 1
    assert leaks(dealt, groups) == []
    elsewhere = "test" if dealt["n0001"] == "train" else "train"
    assert leaks(dealt | {"n0150": elsewhere}, groups) == [["n0002", "n0150"]]


def test_a_handful_of_articles_and_none_at_all_are_dealt_too():
    assert deal({}) == {}
    assert deal({"a": {}}) == {"a": "train"}
    assert Counter(deal({name: {"PERS": 1} for name in "abcdefghij"}).values()) == {
        "train": 8,
        "validation": 1,
        "test": 1,
    }


@given(
    labels=st.dictionaries(
        st.text("abcdef", min_size=1, max_size=3),
        st.dictionaries(st.sampled_from("XYZ"), st.integers(0, 5)),
        max_size=30,
    ),
    pairs=st.lists(
        st.tuples(st.text("abcdef", min_size=1, max_size=3), st.text("abcdef", min_size=1, max_size=3)), max_size=8
    ),
)
def test_whatever_the_groups_are_nothing_leaks(labels, pairs):
    dealt = deal(labels, pairs)
    assert dealt.keys() == labels.keys()
    assert leaks(dealt, pairs) == []
