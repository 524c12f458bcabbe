"""What labels are called in a file, and which label a name means: there and back, and never by likeness."""

from __future__ import annotations

import pytest

from app.exchange.naming import BY_FORMAT, FLAT, OWN, Naming, WrongName


@pytest.mark.parametrize("key", ["", "spacy", "doccano", "brat", "wojood", "conllu", "label-studio"])
@pytest.mark.parametrize("style", [BY_FORMAT, OWN])
def test_every_label_has_a_name_that_leads_back_to_it(codebook, key, style):
    names = Naming(codebook, key, style)
    called = {names.name(label.kind, label.id): (label.kind, label.id) for label in codebook.labels()}
    assert len(called) == len(list(codebook.labels()))
    assert {name: names.label(name) for name in called} == called
    assert names.plain


def test_the_codebooks_own_name_for_a_format_goes_first(codebook):
    assert Naming(codebook, "brat").name("entity", "PERS") == "Person"
    assert Naming(codebook, "brat", OWN).name("entity", "PERS") == "PERS"
    assert Naming(codebook, "iob2").name("quote", "direct") == "QUOTE_direct"


def test_a_name_that_several_labels_share_means_none_of_them_but_the_one_that_has_it_itself(codebook):
    names = Naming(codebook, "conll", FLAT)
    assert (names.name("entity", "GPE"), names.name("entity", "LOC"), names.name("entity", "OCC")) == (
        "LOC",
        "LOC",
        None,
    )
    assert names.label("LOC") == ("entity", "LOC")
    assert names.label("MISC") is None
    assert [names.tells("entity", label) for label in ("PERS", "LOC", "GPE", "NORP")] == [True, True, False, False]
    assert not names.plain


@pytest.mark.parametrize("name", ["PERS", "entity:PERS", "Person"])
def test_a_label_is_known_by_its_own_name_too(codebook, name):
    assert Naming(codebook, "brat").label(name) == ("entity", "PERS")


@pytest.mark.parametrize("name", ["pers", "PER", "person", "", "quote", "Human"])
def test_a_name_that_is_only_alike_is_none(codebook, name):
    assert Naming(codebook, "brat").label(name) is None


def test_what_the_analyst_says_goes_before_everything(codebook):
    names = Naming(codebook, "spacy", changed={"PERS": "PER", "quote:direct": "Q", "claim": ""})
    assert names.name("entity", "PERS") == "PER"
    assert names.name("quote", "direct") == "Q"
    assert names.name("claim", "claim") is None
    with pytest.raises(WrongName, match="no label HUMAN; write PERS"):
        Naming(codebook, changed={"HUMAN": "X"})


def test_a_label_of_another_version_of_the_codebook_keeps_its_name(codebook):
    assert Naming(codebook, "brat").name("entity", "SHIP") == "SHIP"
