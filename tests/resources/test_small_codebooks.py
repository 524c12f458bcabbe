"""The smaller codebooks that ship: parts of the one for news, whole in both languages, and clashing with nothing."""

from __future__ import annotations

import re

import pytest

from app import resources
from app.domain.codebook import CLAIM, CUE, ENTITY, QUOTE, Codebook
from app.workbench.codebook_keys import check_keys, with_twins

NEWS = resources.codebook()
SMALL = {
    "lite-ner": {
        ENTITY: ["PERS", "NORP", "OCC", "ORG", "GPE", "LOC", "FAC", "EVENT", "DATE", "TIME", "LAW", "MONEY"],
        QUOTE: [],
        CLAIM: [],
        CUE: [],
    },
    "quotes": {
        ENTITY: ["PERS", "OCC", "ORG", "GPE"],
        QUOTE: ["direct", "indirect", "mixed"],
        CLAIM: [],
        CUE: ["cue"],
    },
    "claims": {ENTITY: ["PERS", "NORP", "OCC", "ORG", "GPE"], QUOTE: [], CLAIM: ["claim"], CUE: []},
}


@pytest.fixture(params=SMALL)
def book(request: pytest.FixtureRequest) -> Codebook:
    return resources.codebook(request.param)


def test_every_one_is_offered_the_usual_first():
    assert resources.codebook_names() == ["arabic-news", *sorted(SMALL)]


def test_each_has_its_labels(book):
    assert {kind.id: [label.id for label in kind.labels] for kind in book.kinds} == SMALL[book.name]


def test_labels_look_and_mean_the_same_as_in_the_large_one(book):
    for label in book.labels():
        same = NEWS.label(label.kind, label.id)
        for name in ("name", "key", "twin", "colour", "dark", "pattern", "definition", "examples", "exports", "trim"):
            assert getattr(label, name) == getattr(same, name), (label.id, name)


def test_attributes_slots_and_zones_are_those_of_the_dataset(book):
    for kind in book.kinds:
        assert (kind.attributes, kind.slots) == (NEWS.kind(kind.id).attributes, NEWS.kind(kind.id).slots)
        assert (kind.key is None) == (not kind.labels or NEWS.kind(kind.id).key is None)
    assert book.zones == NEWS.zones


def test_no_counter_example_names_a_label_that_is_not_there(book):
    known = {label.id for label in book.labels()}
    for label in book.labels():
        for example in label.counter_examples:
            assert set(re.findall(r"\(([A-Z]{2,})\)", example)) <= known, (label.id, example)


@pytest.mark.parametrize("name", resources.codebook_names())
def test_keys_clash_with_nothing_and_twins_are_the_key_maps(name):
    found = resources.codebook(name)
    check_keys(found)
    assert with_twins(found) == found
