"""CoNLL-U: the text of an article comes back exactly, and treebanks of others are read by their own text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.article import Article
from app.exchange.conllu_spaces import escaped, unescaped
from app.exchange.formats import sniff
from app.exchange.formats.conllu import CONLLU
from app.exchange.sheets_out import ATTRIBUTE, ENTRY, GAPS, OTHER_KIND, PROVENANCE, TIE
from app.exchange.tokens_out import NESTED, NO_TOKEN, NO_WORDS, WIDENED
from tests.exchange import inventing
from tests.exchange.journey import read, record_of, write

LOSSES = {ATTRIBUTE, ENTRY, GAPS, OTHER_KIND, PROVENANCE, TIE, NESTED, NO_TOKEN, WIDENED}
HEAD = ("doc_id", "lang", "text", "sha256", "meta", "layer", "codebook", "zones")


@pytest.fixture(scope="module")
def out(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("conllu") / "x.conllu"


@given(page=inventing.pages())
def test_the_text_comes_back_exactly_and_every_entity_but_those_that_are_told(out, page):
    lost = write(CONLLU, out, [page]).losses.ids
    assert set(lost) <= LOSSES | {NO_WORDS}
    arrivals = read(CONLLU, out)
    if NO_WORDS in lost:
        assert arrivals == []
        return
    (arrival,) = arrivals
    assert arrival.refused == ()
    before, after = record_of(page), record_of(arrival.found)
    assert {key: before[key] for key in HEAD} == {key: after[key] for key in HEAD}
    gone = {name for what in (NESTED, NO_TOKEN) for name in lost.get(what, ())}
    exact = {
        (mark["label"], mark["fragments"][0][0], mark["fragments"][-1][1])
        for mark in before["entities"]
        if mark["id"] not in gone and mark["id"] not in lost.get(WIDENED, ())
    }
    found = {(mark["label"], *mark["fragments"][0]) for mark in after["entities"]}
    assert exact <= found
    assert len(found) == sum(mark["id"] not in gone for mark in before["entities"])


@given(page=inventing.pages())
def test_every_line_is_one_of_the_format(out, page):
    write(CONLLU, out, [page])
    content = out.read_bytes().decode()
    assert content == "" or content.endswith("\n")
    number = 0
    for line in content.split("\n"):
        if not line or line.startswith("#"):
            number = 0
            continue
        columns = line.split("\t")
        number += 1
        assert len(columns) == 10
        assert columns[0] == str(number)
        assert all(columns)


@given(st.text())
def test_any_space_between_words_comes_back(gap):
    assert unescaped(escaped(gap)) == gap
    assert not set(escaped(gap)) & set(" \t\n\r|\u2028\x85")


def arrivals_of(tmp_path: Path, *lines: str) -> list:
    path = tmp_path / "theirs.conllu"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return read(CONLLU, path)


def word(number: str, form: str, misc: str = "_") -> str:
    return "\t".join([number, form, *"_" * 7, misc])


def test_words_that_are_written_as_one_stand_in_the_text_once(tmp_path):
    (arrival,) = arrivals_of(
        tmp_path,
        "# newdoc id = a1",
        "# sent_id = s1",
        "# text = وصل لبغداد  أمس",
        word("1", "وصل"),
        word("2-3", "لبغداد", "SpacesAfter=\\s\\s"),
        word("2", "ل"),
        word("3", "بغداد", "NER=B-GPE"),
        word("3.1", "هو"),
        word("4", "أمس", "NER=B-DATE"),
        "",
        "# newpar",
        "# text = عاد.",
        word("1", "عاد", "SpaceAfter=No"),
        word("2", "."),
        "",
    )
    assert arrival.found.article.text == "وصل لبغداد  أمس\nعاد."
    assert arrival.found.article.ref == "a1"
    assert [(mark.label, mark.exact) for mark in arrival.found.annotations] == [("GPE", "لبغداد"), ("DATE", "أمس")]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("2\tبغداد\t_", "ten columns"),
        (word("x", "بغداد"), "no number of a word"),
        (word("2", "دمشق"), "does not stand where"),
        (word("2", "بغداد", "NER=I-GPE"), "has not begun"),
        (word("2", "بغداد", "NER=GPE"), "no tag of IOB2"),
        (word("2", "بغداد", "NER=B-TOWN"), "no label TOWN"),
    ],
)
def test_a_wrong_line_is_told_and_the_article_comes_in(tmp_path, line, reason):
    lines = ["# text = وصل بغداد", word("1", "وصل"), line, "", "# text = عاد", word("1", "عاد", "NER=B-PERS"), ""]
    first, second = arrivals_of(tmp_path, *lines)
    assert first.found.article.text.startswith("وصل")
    (refusal,) = first.refused
    assert reason in str(refusal.error)
    assert refusal.line == 3
    assert [mark.exact for mark in second.found.annotations] == ["عاد"]


def test_the_treebank_of_others_is_read_whole():
    path = Path(__file__).parents[2] / "../shared/corpora/ar_pud.conllu"
    if not path.exists():
        pytest.skip("needs ../shared/corpora/ar_pud.conllu")
    assert sniff(path) is CONLLU
    text_of: dict[str, list[str]] = {}
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.startswith("# newdoc id = "):
            sentences = text_of.setdefault(line.removeprefix("# newdoc id = "), [])
        elif line.startswith("# text = "):
            sentences.append(line.removeprefix("# text = "))
    arrivals = read(CONLLU, path)
    found = {arrival.found.ref: arrival.found.text for arrival in arrivals if isinstance(arrival.found, Article)}
    assert len(arrivals) == len(found) == len(text_of)
    assert found == {ref: " ".join(sentences) for ref, sentences in text_of.items()}


def test_an_article_that_is_named_before_each_of_its_sentences_is_one(tmp_path):
    named = ["# newdoc id = n1", "# sent_id = n1-1", word("1", "وصل", "SpaceAfter=No"), word("2", "."), ""]
    more = ["# newdoc id = n1", "# sent_id = n1-2", word("1", "غادر", "NER=B-PERS"), ""]
    other = ["# newdoc id = n2", word("1", "عاد"), ""]
    first, second = arrivals_of(tmp_path, *named, *more, *other)
    assert (first.found.article.ref, first.found.article.text) == ("n1", "وصل. غادر")
    assert [(mark.exact, mark.start) for mark in first.found.annotations] == [("غادر", 5)]
    assert (second.found.ref, second.line) == ("n2", 10)
