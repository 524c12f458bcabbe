"""The codebook that ships with the program is whole, in both languages, and its keys clash with nothing."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path

import pytest

from app.domain.codebook import CLAIM, CUE, ENTITY, QUOTE, Codebook, Words, read_codebook
from app.domain.errors import CodebookError

RESOURCES = Path(__file__).parents[2] / "resources"

WOJOOD = [
    *("PERS", "NORP", "OCC", "ORG", "GPE", "LOC", "FAC"),
    *("EVENT", "DATE", "TIME", "LANGUAGE", "WEBSITE", "LAW", "PRODUCT"),
    *("CARDINAL", "ORDINAL", "PERCENT", "QUANTITY", "UNIT", "MONEY", "CURR"),
]
LITE = {"PERS", "NORP", "OCC", "ORG", "GPE", "LOC", "FAC", "EVENT", "DATE", "TIME", "MONEY", "LAW"}
FLAT = {"PER": {"PERS"}, "ORG": {"ORG"}, "LOC": {"GPE", "LOC", "FAC"}}
# keys of actions that mark nothing
TAKEN = [
    *"FQCSUWAREMYB",
    "Space",
    "Tab",
    ".",
    ",",
    "=",
    "-",
    "[",
    "]",
    "{",
    "}",
    "0",
    "/",
]  # keys of actions that mark nothing
TAKEN_TWINS = {"F": "ب", "Q": "ض", "C": "ؤ", "S": "س", "U": "ع", "W": "ص", "A": "ش", "R": "ق", "E": "ث", "M": "ة"}
TAKEN_TWINS |= {"Y": "غ", ".": "ز", ",": "و", "[": "ج", "]": "د", "/": "ظ", "0": "٠"}


@pytest.fixture(scope="module")
def codebook() -> Codebook:
    return read_codebook((RESOURCES / "codebooks/arabic-news.toml").read_text(encoding="utf-8"), "arabic-news")


@pytest.fixture(scope="module")
def twins() -> dict[str, str]:
    return tomllib.loads((RESOURCES / "keymaps/arabic-101.toml").read_text(encoding="utf-8"))["twins"]


def is_arabic(text: str) -> bool:
    return any("\u0600" <= letter <= "\u06ff" for letter in text)


def texts(codebook: Codebook) -> dict[str, Words]:
    """Every text of the codebook that has two languages, by where it stands."""
    found = {"title": codebook.title}
    for kind in codebook.kinds:
        found[kind.id] = kind.name
        for label in kind.labels:
            found |= {f"{kind.id}.{label.id}": label.name, f"{kind.id}.{label.id} means": label.definition}
        for attribute in kind.attributes:
            found[f"{kind.id}.{attribute.id}"] = attribute.name
            found |= {f"{kind.id}.{attribute.id}.{each.id}": each.name for each in attribute.choices}
        found |= {f"{kind.id}.{slot.id} slot": slot.name for slot in kind.slots}
    for zone in codebook.zones:
        found |= {f"zone {zone.id}": zone.name, f"zone {zone.id} means": zone.definition}
    return found


def test_it_has_the_21_labels_of_wojood_in_their_order(codebook):
    assert [label.id for label in codebook.kind(ENTITY).labels] == WOJOOD


def test_it_has_quotes_a_claim_and_a_cue(codebook):
    assert [label.id for label in codebook.kind(QUOTE).labels] == ["direct", "indirect", "mixed"]
    assert [label.id for label in codebook.kind(CLAIM).labels] == ["claim"]
    assert [label.id for label in codebook.kind(CUE).labels] == ["cue"]


def test_the_lite_profile_shows_twelve_entity_labels(codebook):
    assert {label.id for label in codebook.kind(ENTITY).labels if label.lite} == LITE


def test_every_text_stands_in_both_languages(codebook):
    for where, words in texts(codebook).items():
        assert is_arabic(words.ar), where
        assert words.en.isascii() or "«" in words.en, where
        assert not is_arabic(words.en) or "«" in words.en or "ال" in words.en, where
        assert words.ar == words.ar.strip(), where
        assert words.en == words.en.strip(), where


def test_every_definition_is_a_sentence_of_its_own(codebook):
    definitions = [label.definition for label in codebook.labels()]
    for words in definitions:
        assert words.ar.endswith("."), words
        assert words.en.endswith("."), words
    assert len(set(definitions)) == len(definitions)


def test_every_label_has_examples_for_and_against(codebook):
    for label in codebook.labels():
        assert len(label.examples) >= 2, label.id
        assert label.counter_examples, label.id
        for example in label.examples:
            assert is_arabic(example), example
            assert example.count("[") == example.count("]") >= 1, example


def test_every_label_has_a_name_in_each_export_that_can_hold_it(codebook):
    for label in codebook.labels():
        formats = {"spacy", "doccano", "brat"}
        formats |= {"wojood"} if label.kind == ENTITY else set()
        formats |= {"conll"} if label.flat else set()
        assert set(label.exports) == formats, label.id
        assert label.exports.get("conll") == label.flat
    for name in ("spacy", "doccano", "brat"):
        assert max(Counter(label.exports[name] for label in codebook.labels()).values()) == 1


def test_names_for_brat_are_words_that_brat_reads(codebook):
    for label in codebook.labels():
        assert label.exports["brat"].replace("_", "").isalnum()
        assert label.exports["brat"].isascii()


def test_flat_exports_know_persons_bodies_places_and_the_rest(codebook):
    flat = {label.id: label.flat for label in codebook.kind(ENTITY).labels if label.flat}
    for name, labels in FLAT.items():
        assert {label for label, found in flat.items() if found == name} == labels
    assert set(flat.values()) == {*FLAT, "MISC"}
    assert not any(label.flat for label in codebook.labels() if label.kind != ENTITY)


def test_a_title_is_nominal_by_default(codebook):
    assert codebook.label(ENTITY, "OCC").defaults == {"mention": "nominal"}


def test_single_keys_belong_to_one_thing_each(codebook):
    keys = [key for label in codebook.labels() for key in (label.key, label.twin) if key]
    taken = [*TAKEN, *TAKEN_TWINS.values()]
    assert len(set(keys)) == len(keys)
    assert set(keys).isdisjoint(taken)


def test_slots_attributes_and_kinds_use_the_keys_that_are_kept_for_them(codebook):
    for kind in codebook.kinds:
        parts = [kind, *kind.slots, *kind.attributes]
        for part in parts:
            assert (part.key is None) == (part.twin is None), part.id
            assert part.key is None or TAKEN_TWINS[part.key] == part.twin, part.id
        inside = [part.key for part in parts if part.key]
        assert len(set(inside)) == len(inside), kind.id


def test_every_twin_is_the_letter_on_the_same_physical_key(codebook, twins):
    for label in codebook.labels():
        assert (label.key is None) == (label.twin is None), label.id
        assert label.key is None or twins[label.key] == label.twin, label.id
    assert {key: twins[key] for key in TAKEN_TWINS} == TAKEN_TWINS


def test_every_entity_label_has_a_key(codebook):
    assert all(label.key for label in codebook.kind(ENTITY).labels)


def test_slots_and_attributes_are_those_of_the_dataset(codebook):
    slots = {kind.id: [slot.id for slot in kind.slots] for kind in codebook.kinds}
    assert slots[ENTITY] == ["entity"]
    assert slots[QUOTE] == ["speaker", "cue", "addressee", "nested_in", "same_utterance"]
    assert slots[CLAIM] == ["claimer", "object", "expressed_in", "same_claim", "contradicts"]
    attributes = {kind.id: {attribute.id for attribute in kind.attributes} for kind in codebook.kinds}
    assert attributes[ENTITY] == {"subtype", "mention", "normalized", "metonymic", "uncertain", "note"}
    assert attributes[QUOTE] == {"medium", "realization", "polarity", "note"}
    assert attributes[CLAIM] >= {"normalized_claim", "claimer_kind", "topic", "modality", "factuality", "stance"}
    assert attributes[CLAIM] >= {"verifiable", "checkworthy", "verdict", "note"}
    assert attributes[CUE] == {"strength", "note"}


def test_every_default_is_one_of_the_choices(codebook):
    for kind in codebook.kinds:
        for attribute in kind.attributes:
            choices = [choice.id for choice in attribute.choices]
            assert bool(choices) == (attribute.type in ("choice", "verdict")), attribute.id
            if attribute.type == "choice" and attribute.default is not None:
                assert attribute.default in choices, attribute.id
        for label in kind.labels:
            for name, value in label.defaults.items():
                assert value in [choice.id for choice in kind.attribute(name).choices]


def test_every_slot_takes_ends_that_exist(codebook):
    for kind in codebook.kinds:
        for slot in kind.slots:
            assert set(slot.ends) <= {ENTITY, QUOTE, CLAIM, CUE, "entry"}, slot.id
            assert slot.ends, slot.id
    assert codebook.kind(CLAIM).slot("claimer").literals == ("journalist", "agency")
    assert codebook.kind(QUOTE).slot("nested_in").most == 1


def test_zones_that_repeat_or_only_sort_the_story_are_excluded(codebook):
    ids = [zone.id for zone in codebook.zones]
    assert ids[:5] == ["topic_line", "headline", "subheadline", "date_line", "caption"]
    assert ids[5:] == ["dateline", "byline", "body", "boilerplate"]
    assert {zone.id for zone in codebook.zones if zone.excluded} == {"topic_line", "date_line", "boilerplate"}


def test_labels_are_trimmed_by_a_rule_of_their_own_or_of_their_kind(codebook):
    rules = {label.id: label.trim for label in codebook.labels()}
    assert rules["PERS"] == "name"
    assert rules["DATE"] == "name"
    assert rules["WEBSITE"] == "address"
    assert {rules[label] for label in ("CARDINAL", "ORDINAL", "PERCENT", "QUANTITY", "MONEY")} == {"number"}
    assert {rules["direct"], rules["indirect"], rules["mixed"]} == {"quote"}
    assert (rules["claim"], rules["cue"]) == ("claim", "cue")


def test_a_codebook_from_before_there_were_rules_has_the_usual_one_of_each_kind(codebook):
    without = "\n".join(line for line in codebook.source.splitlines() if not line.startswith("trim = "))
    assert without != codebook.source
    old = read_codebook(without)
    assert {label.trim for label in old.kind(ENTITY).labels} == {"name"}
    assert {label.trim for label in old.kind(CUE).labels} == {"cue"}


def test_an_unknown_rule_is_refused_by_name(codebook):
    with pytest.raises(CodebookError, match="sharpen"):
        read_codebook(codebook.source.replace('trim = "address"', 'trim = "sharpen"'))
