"""A release of projects with shared claims, notes in the register, rejected marks, empty layers, or one article."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app import resources
from app.domain.annotation import (
    DONE,
    ENTRY_END,
    IN_PROGRESS,
    REJECTED,
    SUGGESTED,
    Annotation,
    End,
    Link,
    Progress,
    RegisterEntry,
)
from app.domain.article import Meta, new_article
from app.domain.edit import Change, Edit
from app.domain.rules import CLAIM_ENTRY
from app.domain.span import Span
from app.store import Stamp, Store
from tests.cli.test_release import SPLITS, WHEN, lines

TEXT = "مقال رقم {0}\n\nقالت الوزيرة ليلى حداد إن المخزون بلغ {0} في المئة، فيما نفت الهيئة ذلك 😀."


def mark(text: str, article: str, kind: str, label: str, words: str, name: str, **more: object) -> Annotation:
    start = text.index(words)
    where = (Span(start, start + len(words)),)
    return Annotation(name, article, "gold", kind, label, where, words, made_at=WHEN, made_by="a1", **more)  # type: ignore[arg-type]


@pytest.fixture
def odd(tmp_path: Path) -> Path:
    """Twelve articles that make one claim, or contradict it, and one with nothing but what was rejected."""
    path = tmp_path / "odd.tawsim"
    person = RegisterEntry("E-1", "PERS", "ليلى حداد", ("حداد", "الوزيرة حداد"), "Q42", "كتب اسمها\nبطريقتين")
    said = RegisterEntry("C-1", CLAIM_ENTRY, "بلغ المخزون نصف السعة.")
    with Store.create(path, resources.codebook()) as store:
        stamp = Stamp("gold", "a1", WHEN, 1)
        store.write(Edit("Register", (Change(None, person), Change(None, said))), stamp)
        for number in range(13):
            text = TEXT.format(number + 40)
            meta = Meta(published=["2026-11-01", "10 شوال 1444 هـ", "2026-11-20T10:00"][number % 3])
            article = new_article(f"n{number:02}", text, meta=meta)
            store.add_article(article)
            state = {"state": REJECTED} if number == 12 else {}
            name = mark(text, article.id, "entity", "PERS", "ليلى حداد", f"e{number}", **state)
            claim = mark(text, article.id, "claim", "claim", "المخزون بلغ", f"c{number}", **state)
            guess = mark(text, article.id, "entity", "ORG", "الهيئة", f"g{number}", state=SUGGESTED)
            way = "same_claim" if number % 2 else "contradicts"
            ends = [("entity", name, "E-1"), (f"relation:{way}", claim, "C-1")] if number < 12 else []
            links = [
                Link(f"l{number}-{role}", article.id, "gold", role, source.id, End(ENTRY_END, entry))
                for role, source, entry in ends
            ]
            begin = Progress(article.id, "gold")
            done = Progress(article.id, "gold", DONE, ("a1",))
            made = [Change(None, each) for each in (name, claim, guess, *links)]
            store.write(Edit("Mark", (*made, Change(begin, done))), stamp)
    return path


def test_it_proves_itself_and_tells_what_it_leaves_and_what_it_loses(say, odd, tmp_path):
    heard = say("release", odd, tmp_path / "out", "--json")
    assert heard.status == 0, heard.err
    records = {each["doc_id"]: each for split in SPLITS for each in lines(tmp_path / "out", split)}
    assert len(records) == 13
    assert (records["n12"]["entities"], records["n12"]["claims"], records["n12"]["register"]) == ([], [], [])
    assert [each["id"] for each in records["n00"]["entities"]] == ["e0"]
    assert records["n00"]["register"][1]["aliases"] == ["حداد", "الوزيرة حداد"]
    assert records["n00"]["relations"][0]["type"] == "contradicts"
    validation = json.loads((tmp_path / "out/validation.json").read_text(encoding="utf-8"))
    assert validation["reimport"] == {"lines": 13, "identical": True}
    told = json.loads((tmp_path / "out/losses.json").read_text(encoding="utf-8"))
    (loss,) = told["lost"]
    assert (loss["what"], loss["ids"]) == ("note of a register entry", ["E-1"])


def test_a_claim_that_articles_of_two_splits_make_is_told(say, odd, tmp_path):
    assert say("release", odd, tmp_path / "out").status == 0
    leakage = json.loads((tmp_path / "out/validation.json").read_text(encoding="utf-8"))["leakage"]
    assert leakage["same_claim_in_two_splits"] == [[f"n{number:02}" for number in range(12)]]
    card = (tmp_path / "out/README.md").read_text(encoding="utf-8")
    assert "Claims that articles of different splits make or contradict: 1." in card
    assert "| Published | 2026-11-01 to 2026-11-20 |" in card


def test_an_empty_split_is_said_in_the_card_and_its_table_has_the_columns(say, tmp_path):
    polars, duckdb = pytest.importorskip("polars"), pytest.importorskip("duckdb")
    path = tmp_path / "one.tawsim"
    with Store.create(path, resources.codebook()) as store:
        article = new_article("n0", TEXT.format(1))
        store.add_article(article)
        begin, done = Progress(article.id, "gold"), Progress(article.id, "gold", DONE, ("a1",))
        store.write(Edit("Done", (Change(begin, done),)), Stamp("gold", "a1", WHEN, 1))
    assert say("release", path, tmp_path / "out").status == 0
    card = (tmp_path / "out/README.md").read_text(encoding="utf-8")
    assert "too few articles for `validation` and `test`" in card
    tables = [tmp_path / f"out/data/{split}.parquet" for split in SPLITS]
    schemas = [polars.read_parquet(table).schema for table in tables]
    assert schemas[0] == schemas[1] == schemas[2]
    counts = [
        duckdb.sql(f"SELECT count(*), any_value(typeof(doc_id)) FROM '{table}'").fetchall()[0] for table in tables
    ]
    assert counts == [(1, "VARCHAR"), (0, None), (0, None)]
    assert "duckdb.sql(\"SELECT * FROM 'data/train.parquet'\")" in card


def test_a_layer_in_which_nothing_is_done_is_named_when_it_is_released(say, odd, tmp_path):
    with Store.open(odd) as store:
        article = store.article_by_ref("n00")
        begin, begun = Progress(article.id, "سامر"), Progress(article.id, "سامر", IN_PROGRESS, ("سامر",))
        store.write(Edit("Begin", (Change(begin, begun),)), Stamp("سامر", "سامر", WHEN, 1))
    heard = say("release", odd, tmp_path / "out", "--layer", "سامر")
    assert heard.status == 3
    assert "No article is done in the layer سامر" in heard.err
    assert not (tmp_path / "out").exists()
    assert say("release", odd, tmp_path / "out").status == 0  # gold, which is not asked for by name
    agreed = json.loads((tmp_path / "out/agreement.json").read_text(encoding="utf-8"))
    assert agreed["pairs"] is None and agreed["reason"]


@pytest.mark.parametrize("there", ["folder", "full folder", "file"])
def test_where_something_is_there_already_nothing_is_written(say, odd, tmp_path, there):
    out = tmp_path / "out"
    if there == "file":
        out.write_text("mine", encoding="utf-8")
    else:
        out.mkdir()
    if there == "full folder":
        (out / "mine.txt").write_text("mine", encoding="utf-8")
    before = sorted(path.name for path in tmp_path.iterdir())
    heard = say("release", odd, out)
    assert heard.status == 3
    assert "is there already" in heard.err
    assert sorted(path.name for path in tmp_path.iterdir()) == before
    assert out.is_file() or [path.name for path in out.iterdir()] in ([], ["mine.txt"])
