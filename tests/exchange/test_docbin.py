"""spaCy's DocBin: spaCy finds every gold span on its tokens, and the text is the article's, letter by letter."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest
from hypothesis import given

from app.exchange.formats import by_suffix
from app.exchange.formats.docbin import DOCBIN
from app.exchange.page import Page
from app.exchange.sheets_out import GAPS
from app.exchange.tawsim_jsonl import page_of
from tests.exchange import inventing
from tests.exchange.journey import marks_of, record_of, write

spacy = pytest.importorskip("spacy")


@pytest.fixture(scope="module")
def nlp():
    return spacy.blank("ar")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("spacy")


def docs(nlp, path):
    return list(spacy.tokens.DocBin(store_user_data=True).from_disk(path).get_docs(nlp.vocab))


@given(page=inventing.pages())
def test_spacy_has_every_mark_where_it_is(nlp, folder, page):
    out = folder / "x.spacy"
    writing = write(DOCBIN, out, [page])
    (doc,) = docs(nlp, out)
    record = record_of(page)
    assert doc.text == page.article.text
    spans = {span.id_: span for group in doc.spans.values() for span in group}
    marks = {mark["id"]: mark for mark in marks_of(record)}
    assert spans.keys() == marks.keys()
    gaps = {name for name, mark in marks.items() if len(mark["fragments"]) > 1}
    assert set(writing.losses.ids.get(GAPS, ())) == gaps and set(writing.losses.ids) <= {GAPS}
    for name, span in spans.items():
        fragments = marks[name]["fragments"]
        assert (span.start_char, span.end_char) == (fragments[0][0], fragments[-1][1])
        assert name in gaps or span.text == marks[name]["text"]


@given(page=inventing.pages())
def test_entities_are_there_as_ents_where_they_are_flat(nlp, folder, page):
    write(DOCBIN, folder / "y.spacy", [page])
    (doc,) = docs(nlp, folder / "y.spacy")
    places = sorted((span.start_char, span.end_char) for span in doc.spans["entities"])
    flat = all(one[1] <= other[0] for one, other in pairwise(places))
    assert sorted((ent.start_char, ent.end_char) for ent in doc.ents) == (places if flat else [])


@given(page=inventing.pages())
def test_the_rest_of_the_line_is_kept_with_the_doc(nlp, folder, page):
    write(DOCBIN, folder / "z.spacy", [page])
    (doc,) = docs(nlp, folder / "z.spacy")
    kept = json.loads(json.dumps(doc.user_data["tawsim"]))  # spaCy gives lists back as tuples
    assert {**kept, "text": doc.text} == record_of(page)


def test_the_labels_are_those_of_spacy_and_mentions_know_their_base(nlp, tmp_path, example):
    example["register"][0]["kb_id"] = "Q7"
    write(DOCBIN, tmp_path / "x.spacy", [page_of(json.dumps(example), inventing.CODEBOOK)])
    (doc,) = docs(nlp, tmp_path / "x.spacy")
    assert by_suffix(tmp_path / "x.spacy") is DOCBIN
    assert [(ent.text, ent.label_, ent.kb_id_, ent.id_) for ent in doc.ents][1] == ("ليلى حداد", "PERSON", "Q7", "e2")
    assert [span.label_ for span in doc.spans["quotes"]] == ["QUOTE_DIRECT", "QUOTE_INDIRECT"]


def test_many_articles_go_into_a_folder_of_several_files(nlp, tmp_path, example, monkeypatch):
    monkeypatch.setattr("app.exchange.formats.docbin._IN_A_FILE", 2)
    pages: list[Page] = [page_of(json.dumps(example | {"doc_id": f"r{at}"}), inventing.CODEBOOK) for at in range(5)]
    write(DOCBIN, tmp_path / "out", pages)
    files = sorted((tmp_path / "out").glob("*.spacy"))
    assert [len(docs(nlp, file)) for file in files] == [2, 2, 1]
    found = [doc.user_data["tawsim"]["doc_id"] for file in files for doc in docs(nlp, file)]
    assert found == ["r0", "r1", "r2", "r3", "r4"]


def test_the_same_articles_give_the_same_bytes(tmp_path, example):
    page = page_of(json.dumps(example), inventing.CODEBOOK)
    for name in ("x.spacy", "y.spacy"):
        write(DOCBIN, tmp_path / name, [page])
    assert (tmp_path / "x.spacy").read_bytes() == (tmp_path / "y.spacy").read_bytes()


def test_the_packer_does_not_look_for_encoders_again_for_each_article(tmp_path, example, monkeypatch):
    registry = pytest.importorskip("srsly").msgpack.msgpack_encoders
    asked = []
    look = type(registry).get_entry_points
    monkeypatch.setattr(type(registry), "get_entry_points", lambda self: asked.append(self.namespace) or look(self))
    write(
        DOCBIN,
        tmp_path / "x.spacy",
        [page_of(json.dumps(example | {"doc_id": f"r{at}"}), inventing.CODEBOOK) for at in range(9)],
    )
    assert 0 < sum(namespace == registry.namespace for namespace in asked) < 9
    assert registry.entry_points
