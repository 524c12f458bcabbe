"""IOB2, CoNLL-2003 and Wojood: other people's scorers, their files, and there and back with the losses told."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import assume, given

from app.exchange.formats import sniff
from app.exchange.formats.iob2 import CONLL2003, IOB2
from app.exchange.formats.wojood import SAME_ACROSS, SAME_INSIDE, WOJOOD
from app.exchange.losses import Losses
from app.exchange.naming import Naming
from app.exchange.page import Page
from app.exchange.sheet import sheet_of
from app.exchange.sheets_out import ATTRIBUTE, ENTRY, GAPS, OTHER_KIND, PROVENANCE, TIE, Leaving
from app.exchange.tawsim_jsonl import page_of
from app.exchange.tokens_out import BETWEEN, NESTED, NO_TOKEN, WIDENED, entities_of, tokenized
from tests.exchange import inventing
from tests.exchange.journey import read, record_of, write

UNSEEN = "There is nothing in it but spaces and invisible characters."

COMMON = {ATTRIBUTE, ENTRY, GAPS, OTHER_KIND, PROVENANCE, TIE, BETWEEN, NO_TOKEN, WIDENED}
TOGETHER = {"iob2": {NESTED}, "wojood": {SAME_INSIDE, SAME_ACROSS}}


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("columns")


def rows(path: Path) -> list[list[str]]:
    """The lines of tokens, parted where every reader parts them."""
    lines = path.read_bytes().decode().split("\n")
    return [words for line in lines if (words := line.split()) and words[0] != "-DOCSTART-"]


def places_of(tokens: list[str], text: str) -> list[tuple[int, int]]:
    """Where each token stands in a text of tokens alone, looked for one after the other."""
    places, at = [], 0
    for token in tokens:
        at = text.index(token, at)
        places.append((at, at + len(token)))
        at += len(token)
    return places


def cuts_of(page: Page) -> list[tuple[int, int]]:
    """Where the tokens of an export stand in the article."""
    leaving = Leaving(page.codebook, Naming(page.codebook), Losses())
    sheet = sheet_of(record_of(page))
    return tokenized(sheet.text, entities_of(sheet, leaving), leaving).cuts


@pytest.mark.parametrize("form", [IOB2, WOJOOD], ids=lambda form: form.name)
@given(page=inventing.pages())
def test_every_entity_comes_back_but_those_that_are_told(folder, form, page):
    path = folder / f"x.{form.name}"
    lost = write(form, path, [page]).losses.ids
    assert set(lost) <= COMMON | TOGETHER[form.name]
    arrivals = read(form, path)
    assume(not any(str(each.found).startswith(UNSEEN) for each in arrivals))
    assert [refusal for arrival in arrivals for refusal in arrival.refused] == []
    found = back(arrivals[0].found, [row[0] for row in rows(path)], page) if arrivals else []
    gone = {name for what in (NESTED, NO_TOKEN, SAME_ACROSS, SAME_INSIDE) for name in lost.get(what, ())}
    wanted = [mark for mark in page.annotations if mark.kind == "entity" and mark.id not in gone]
    inside = [mark for mark in page.annotations if mark.id in lost.get(SAME_INSIDE, ())]
    for mark in wanted:
        fits = [
            each
            for each in found
            if each[0] == mark.label
            and (each[1:] == (mark.start, mark.end) or (mark.id in lost.get(WIDENED, ()) and meets(each, mark)))
        ]
        assert fits, (mark.label, mark.start, mark.end, found)
    assert len(found) == len(wanted) + len(inside)


def meets(each: tuple[str, int, int], mark) -> bool:
    return each[1] < mark.end and mark.start < each[2] and each[1:] != (mark.start, mark.end)


def back(again: Page, tokens: list[str], page: Page) -> list[tuple[str, int, int]]:
    """The entities that were read, at their places in the first text."""
    old, new = cuts_of(page), places_of(tokens, again.article.text)
    assert [page.article.text[start:end] for start, end in old] == tokens
    starts = {place[0]: at for at, place in enumerate(new)}
    ends = {place[1]: at for at, place in enumerate(new)}
    return [(mark.label, old[starts[mark.start]][0], old[ends[mark.end]][1]) for mark in again.annotations]


@given(page=inventing.pages())
def test_the_scorers_of_the_field_score_an_export_against_itself_as_perfect(folder, page):
    from nervaluate import Evaluator
    from seqeval.metrics import f1_score
    from seqeval.scheme import IOB2 as SCHEME

    path = folder / "scored.iob2"
    write(IOB2, path, [page])
    blocks = [block for block in path.read_bytes().decode().split("\n\n") if block.strip()]
    sentences = [[line.split()[1] for line in block.split("\n")] for block in blocks[1:]]
    labels = {tag[2:] for sentence in sentences for tag in sentence if tag != "O"}
    if not labels:
        return
    assert f1_score(sentences, sentences, mode="strict", scheme=SCHEME) == 1.0
    overall = Evaluator(sentences, sentences, tags=sorted(labels), loader="list").evaluate()["overall"]
    assert overall["strict"].f1 == 1.0
    assert overall["ent_type"].f1 == 1.0


def entity(page: Page, *names: tuple[str, str]) -> Page:
    """The page with entities at the first place of some words each."""
    from dataclasses import replace

    from app.domain.annotation import Annotation
    from app.domain.span import Span

    text = page.article.text
    marks = []
    for at, (label, words) in enumerate(names):
        span = Span(text.index(words), text.index(words) + len(words))
        marks.append(
            Annotation(f"n{at}", page.article.id, "gold", "entity", label, (span,), words, inventing.WHEN, "a1")
        )
    return replace(page, annotations=marks, links=[])


@pytest.fixture
def page(example, codebook) -> Page:
    """``قالت وزيرة المياه ليلى حداد: ...``, without marks."""
    return entity(page_of(example, codebook))


def test_a_clitic_is_taken_along_and_that_is_told(page, tmp_path):
    path = tmp_path / "x.iob2"
    writing = write(IOB2, path, [entity(page, ("PERS", "ليلى حداد"), ("CARDINAL", "ضافت"))])
    assert writing.losses.ids[WIDENED] == ["n1"]
    tagged = [" ".join(row) for row in rows(path) if row[1] != "O"]
    assert tagged == ["ليلى B-PERS", "حداد I-PERS", "وأضافت B-CARDINAL"]


def test_the_outermost_is_kept_and_the_nested_told(page, tmp_path):
    nested = entity(page, ("OCC", "وزيرة المياه"), ("ORG", "المياه"))
    path = tmp_path / "x.iob2"
    assert write(IOB2, path, [nested]).losses.ids[NESTED] == ["n1"]
    path = tmp_path / "x.wojood"
    assert NESTED not in write(WOJOOD, path, [nested]).losses.ids
    assert [row for row in rows(path) if row[1] != "O"] == [["وزيرة", "B-OCC"], ["المياه", "I-OCC", "B-ORG"]]


def test_one_inside_another_of_the_same_label_is_counted_and_read_back(page, tmp_path):
    nested = entity(page, ("ORG", "وزيرة المياه ليلى"), ("ORG", "المياه"))
    path = tmp_path / "x.wojood"
    assert write(WOJOOD, path, [nested]).losses.ids[SAME_INSIDE] == ["n1"]
    (arrival,) = read(WOJOOD, path)
    assert [mark.exact for mark in arrival.found.annotations] == ["وزيرة المياه ليلى", "المياه"]


def test_conll_2003_has_four_columns_and_four_labels(page, tmp_path):
    path = tmp_path / "x.conll"
    writing = write(CONLL2003, path, [entity(page, ("PERS", "ليلى حداد"), ("OCC", "وزيرة"), ("GPE", "عمّان"))])
    lines = path.read_text(encoding="utf-8").split("\n")
    assert lines[:2] == ["-DOCSTART- -X- -X- O", ""]
    assert [line for line in lines if line.endswith(("PER", "LOC", "OCC"))] == [
        "ليلى _ _ B-PER",
        "حداد _ _ I-PER",
        "عمّان _ _ B-LOC",
    ]
    assert [ids for what, ids in writing.losses.ids.items() if "no name" in what] == [["n1"]]
    assert sniff(path) is CONLL2003
    (arrival,) = read(CONLL2003, path)
    assert [mark.label for mark in arrival.found.annotations] == ["PERS", "LOC"]


def test_labels_can_be_called_otherwise_out_and_in(page, tmp_path):
    path = tmp_path / "x.iob2"
    write(IOB2, path, [entity(page, ("PERS", "ليلى حداد"), ("GPE", "عمّان"))], names={"PERS": "PER", "GPE": ""})
    assert {row[1] for row in rows(path)} == {"O", "B-PER", "I-PER"}
    (arrival,) = read(IOB2, path)
    assert "--map PER=LABEL" in str(arrival.refused[0].error)
    (arrival,) = read(IOB2, path, names={"PER": "PERS"})
    assert [(mark.label, mark.exact) for mark in arrival.found.annotations] == [("PERS", "ليلى حداد")]


@pytest.mark.parametrize(
    ("lines", "line", "reason", "kept"),
    [
        (["في O", "عمّان I-GPE", "قال O", "خالد B-PERS"], 2, "has not begun", ["خالد"]),
        (["خالد B-PERS", "عمر I-ORG", "في O"], 2, "has not begun", ["خالد"]),
        (["خالد B-PERS", "عمر", "في O"], 2, "no tag", ["خالد"]),
        (["خالد B-PERS", "عمر B", "في O"], 2, "no tag of IOB2", ["خالد"]),
        (["خالد B-PERS", "عمر B-HUMAN", "في O"], 2, "no label HUMAN", ["خالد"]),
        (["خالد B-PERS", "عمر E-PERS", "في O"], 2, "no tag of IOB2", ["خالد"]),
    ],
)
def test_a_wrong_tag_is_told_with_its_line_and_the_article_comes_in(tmp_path, lines, line, reason, kept):
    path = tmp_path / "theirs.iob2"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    (arrival,) = read(IOB2, path)
    assert arrival.found.article.text == " ".join(each.split()[0] for each in lines)
    assert [mark.exact for mark in arrival.found.annotations] == kept
    (refusal,) = arrival.refused
    assert reason in str(refusal.error)
    assert refusal.line == line


def test_a_line_that_is_not_utf_8_keeps_back_its_article_alone(tmp_path):
    path = tmp_path / "theirs.iob2"
    path.write_bytes("خالد B-PERS\n\n".encode() + "عمر B-PERS\n".encode("cp1256") + "\nليلى B-PERS\n".encode())
    first, second, third = read(IOB2, path)
    assert [mark.exact for mark in (*first.found.annotations, *third.found.annotations)] == ["خالد", "ليلى"]
    assert "not UTF-8" in str(second.found)


@pytest.mark.parametrize(("name", "wanted"), [("wojood_val.txt", 470)])
def test_wojoods_own_file_is_read_whole(name, wanted):
    path = Path(__file__).parents[2] / "../shared/corpora" / name
    if not path.exists():
        pytest.skip(f"needs ../shared/corpora/{name}")
    assert sniff(path) is WOJOOD
    arrivals = read(WOJOOD, path)
    assert [refusal for arrival in arrivals for refusal in arrival.refused] == []
    assert sum(len(arrival.found.annotations) for arrival in arrivals) == wanted


def test_a_text_of_words_is_no_table_of_tags(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("قال خالد\nوأضاف عمر\n", encoding="utf-8")
    assert sniff(path).name == "text"
