"""The reference article's annotation fits the article, where the article is there."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from app import resources
from app.domain.text.graphemes import is_edge
from app.exchange.schema import schema_text
from app.store import Store
from app.workbench.intake import import_files
from tests.gold.building import GoldArticle
from tests.gold.lines import AUTHOR, line, write_lines
from tests.gold.reference import ANNOTATION, OtherText, reference


@pytest.fixture(scope="module")
def article() -> GoldArticle:
    found = reference()
    if found is None:
        pytest.skip("the reference article is not here")
    return found


def test_it_prints_none_of_the_article():
    assert ANNOTATION.read_text(encoding="utf-8").isascii()


def test_another_text_is_refused(tmp_path: Path):
    other = tmp_path / "other.txt"
    other.write_text("قال سعد: نعم.", encoding="utf-8")
    with pytest.raises(OtherText):
        reference(other)


def test_a_text_that_is_absent_is_none(tmp_path: Path):
    assert reference(tmp_path / "absent.txt") is None


def test_it_has_all_three_types(article: GoldArticle):
    assert {quote.type for quote in article.quotes} == {"direct", "indirect", "mixed"}
    assert len(article.quotes) >= 15
    assert [zone.name for zone in article.zones][-2:] == ["body", "boilerplate"]


def test_its_edges_stand_at_letters_and_marks(article: GoldArticle):
    spans = [span for quote in article.quotes for span in (*quote.fragments, *quote.inner)]
    spans += [cue.span for quote in article.quotes for cue in quote.cues]
    spans += [mention.span for mention in article.mentions]
    spans += [span for claim in article.claims for span in claim.fragments]
    for span in spans:
        words = article.text[span.start : span.end]
        assert words == words.strip(" \n.،:"), words
        assert is_edge(article.text, span.start) and is_edge(article.text, span.end)


def test_what_has_marks_around_it_has_them_outside_of_what_is_said(article: GoldArticle):
    for quote in article.quotes:
        assert quote.inner != quote.fragments or not quote.marks
        if quote.marks:
            assert quote.text[0] + quote.text[-1] == quote.marks
        if quote.type == "mixed":
            assert '"' in quote.text


def test_the_program_takes_it(article: GoldArticle, tmp_path: Path):
    validator = jsonschema.Draft202012Validator(json.loads(schema_text()))
    assert [error.message for error in validator.iter_errors(json.loads(line(article)))] == []
    source = tmp_path / "reference.jsonl"
    write_lines([article], source)
    with Store.create(tmp_path / "reference.tawsim", resources.codebook()) as store:
        assert [each.reason for each in import_files(store, [source], author=AUTHOR).rejected] == []
