"""Parquet and the Hugging Face folder: nothing is lost, and four other programs read the same table from both."""

from __future__ import annotations

import copy
import json
import os

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from app.domain.article import new_article
from app.exchange import extras
from app.exchange.errors import CannotRead, ExchangeError
from app.exchange.extras import MissingLibrary
from app.exchange.features import arrow_schema, card_features, columns, yaml_lines
from app.exchange.formats import sniff
from app.exchange.formats.hugging_face import HUGGING_FACE
from app.exchange.formats.parquet import PARQUET
from app.exchange.json_lines import written
from app.exchange.page import Page
from app.exchange.tawsim_jsonl import page_of
from app.exchange.writing import Writing
from tests.exchange import inventing
from tests.exchange.journey import marks_of, read, record_of, write

arrow = pytest.importorskip("pyarrow")
parquet = pytest.importorskip("pyarrow.parquet")

NO_SHRINK = (Phase.explicit, Phase.generate)  # a failing example shrinks for minutes here, and is no clearer then
two_pages = st.tuples(inventing.pages("a"), inventing.pages("b"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("tables")


def simple_page(ref: str, text: str = "قال 😀 علي «نعم» أمس.") -> Page:
    article = new_article(ref, text)
    return Page(article, "gold", [], [], {}, inventing.Progress(article.id, "gold"), inventing.CODEBOOK)


@given(pages=two_pages)
def test_parquet_loses_nothing(folder, pages):
    out = folder / "x.parquet"
    writing = write(PARQUET, out, pages)
    assert not writing.losses and writing.lines == 2
    assert sniff(out) is PARQUET
    found = read(PARQUET, out)
    assert [written(record_of(each.found)) for each in found] == [written(record_of(page)) for page in pages]


@settings(max_examples=25, phases=NO_SHRINK)
@given(pages=two_pages)
def test_other_programs_read_the_same_table_from_parquet_and_json_lines(folder, pages):
    duckdb, pandas, polars = map(pytest.importorskip, ("duckdb", "pandas", "polars"))
    write(HUGGING_FACE, folder / "hf", pages)
    table, lines = folder / "hf/data/train.parquet", folder / "hf/data/train.jsonl"
    rows = [json.loads(line) for line in lines.read_text(encoding="utf-8").split("\n") if line]

    assert parquet.read_table(table).to_pylist() == [padded(row) for row in rows]
    assert polars.read_parquet(table).to_dicts() == [padded(row) for row in rows]
    schema = polars.read_parquet_schema(table)
    assert polars.read_ndjson(lines, schema=schema).to_dicts() == polars.read_parquet(table).to_dicts()
    read_lines = pandas.read_json(lines, lines=True, dtype=False)
    assert without_confidence(read_lines.to_dict(orient="records")) == without_confidence(rows)
    assert pandas.read_parquet(table, dtype_backend="pyarrow")["text"].tolist() == [row["text"] for row in rows]
    told = duckdb.sql(f"from '{table}' select doc_id, text, entities.len(), claims.len()").fetchall()
    assert told == [(row["doc_id"], row["text"], len(row["entities"]), len(row["claims"])) for row in rows]
    types = {name: str(kind) for name, kind in zip(*_described(duckdb, table), strict=True)}
    asked = "{" + ", ".join(f"'{name}': '{kind}'" for name, kind in types.items()) + "}"
    as_lines = duckdb.sql(f"from read_json('{lines}', format='newline_delimited', columns={asked})").fetchall()
    assert as_lines == duckdb.sql(f"from '{table}'").fetchall()


def _described(duckdb, table):
    found = duckdb.sql(f"from '{table}'")
    return found.columns, found.types


def without_confidence(rows):
    """pandas reads numbers of JSON in a hurry, and not to their last digit."""
    rows = copy.deepcopy(rows)
    for mark in (mark for row in rows for mark in marks_of(row)):
        mark["confidence"] = None
    return rows


def padded(row):
    """The row with every column that a relation may do without."""
    (relation,) = columns()["relations"]
    return {**row, "relations": [dict.fromkeys(relation) | each for each in row["relations"]]}


@settings(max_examples=3, deadline=None, phases=NO_SHRINK)
@given(pages=two_pages)
def test_hugging_face_loads_the_declared_features_and_the_same_counts(folder, tmp_path_factory, pages):
    os.environ.update(HF_HUB_OFFLINE="1", HF_DATASETS_OFFLINE="1")  # read when it is imported
    datasets = pytest.importorskip("datasets")
    cache = tmp_path_factory.mktemp("cache")
    out = folder / "card"
    write(HUGGING_FACE, out, pages)
    datasets.disable_progress_bars()
    loaded = datasets.load_dataset(str(out), cache_dir=str(cache))["train"]
    features = datasets.Features._from_yaml_list(card_features())
    lines = str(out / "data/train.jsonl")
    same = datasets.load_dataset("json", data_files=lines, features=features, cache_dir=str(cache))["train"]
    for each in (loaded, same):
        assert each.num_rows == 2 and each.features == features
        assert [row["text"] for row in each] == [page.article.text for page in pages]
        count = sum(len(row["entities"]) for row in each)
        assert count == sum(mark.kind == "entity" for page in pages for mark in page.annotations)


def test_the_features_are_declared_once(tmp_path):
    datasets, yaml = pytest.importorskip("datasets"), pytest.importorskip("yaml")
    features = datasets.Features._from_yaml_list(card_features())
    assert features._to_yaml_list() == card_features()
    assert features.arrow_schema.remove_metadata().equals(arrow_schema())
    assert yaml.safe_load("\n".join(yaml_lines({"features": card_features()}))) == {"features": card_features()}
    assert not [field.name for field in arrow_schema() if arrow.types.is_null(field.type)]


def test_memory_does_not_grow_with_the_articles(tmp_path):
    """Groups of rows leave as they are full: the file has several, and none is larger than a group may be."""
    pages = (simple_page(f"r{number:05}") for number in range(2_500))
    writing = write(PARQUET, tmp_path / "x.parquet", pages)
    file = parquet.ParquetFile(tmp_path / "x.parquet")
    assert [file.metadata.row_group(at).num_rows for at in range(file.num_row_groups)] == [1_000, 1_000, 500]
    assert writing.lines == 2_500


def test_the_same_pages_give_the_same_bytes(tmp_path):
    pages = [simple_page("a"), simple_page("b")]
    for name in ("x", "y"):
        write(PARQUET, tmp_path / name, pages)
    assert (tmp_path / "x").read_bytes() == (tmp_path / "y").read_bytes()


def test_a_table_of_somebody_else_comes_in_by_its_text_column(tmp_path):
    rows = [
        {"id": 7, "text": "نص أول", "n": 1.5},
        {"id": 8, "text": None, "n": None},
        {"id": 9, "text": "ثالث", "n": 2.0},
    ]
    parquet.write_table(arrow.Table.from_pylist(rows), tmp_path / "x.parquet")
    first, second, third = read(PARQUET, tmp_path / "x.parquet")
    assert (first.found.ref, first.found.text, first.found.meta.extra) == ("7", "نص أول", '{"n":1.5}')
    assert isinstance(second.found, ExchangeError) and second.line == 2
    assert third.found.ref == "9"


def test_a_table_without_a_text_says_so_for_each_row(tmp_path):
    parquet.write_table(arrow.table({"a": [1, 2]}), tmp_path / "x.parquet")
    assert ["no field" in str(each.found) for each in read(PARQUET, tmp_path / "x.parquet")] == [True, True]


def test_wrong_offsets_are_refused_row_by_row(tmp_path, example):
    wrong = json.loads(json.dumps(example))
    wrong["entities"][0]["fragments"] = [[6, 18]]
    parquet.write_table(arrow.Table.from_pylist([wrong, example], schema=arrow_schema()), tmp_path / "x.parquet")
    first, second = read(PARQUET, tmp_path / "x.parquet")
    assert isinstance(first.found, ExchangeError) and isinstance(second.found, Page)
    assert json.loads(first.raw)["entities"][0]["fragments"] == [[6, 18]]


@pytest.mark.parametrize("cut", [3, 40, -1, -9])
def test_a_file_that_was_cut_off_is_told_in_a_sentence(tmp_path, cut):
    write(PARQUET, tmp_path / "x.parquet", [simple_page("a")])
    whole = (tmp_path / "x.parquet").read_bytes()
    (tmp_path / "x.parquet").write_bytes(whole[:cut])
    with pytest.raises(CannotRead, match="Parquet"):
        read(PARQUET, tmp_path / "x.parquet")


def test_a_damaged_file_is_told_in_a_sentence(tmp_path):
    write(PARQUET, tmp_path / "x.parquet", [simple_page(f"r{number}") for number in range(50)])
    whole = bytearray((tmp_path / "x.parquet").read_bytes())
    for at in range(8, 600, 5):
        whole[at] ^= 0x55
    (tmp_path / "x.parquet").write_bytes(whole)
    with pytest.raises(CannotRead, match="damaged"):
        read(PARQUET, tmp_path / "x.parquet")


def test_a_stopped_export_leaves_nothing(tmp_path):
    class Stopped(Exception):
        pass

    def pages():
        yield simple_page("a")
        raise Stopped

    for form, name in ((PARQUET, "x.parquet"), (HUGGING_FACE, "hf")):
        with pytest.raises(Stopped), form.sink(tmp_path / name) as sink:
            form.write(sink, pages(), Writing(inventing.CODEBOOK))
    assert list(tmp_path.iterdir()) == []


def test_a_missing_library_is_asked_for_by_its_extra(tmp_path, monkeypatch):
    def missing(name):
        raise ImportError(name)

    monkeypatch.setattr(extras.importlib, "import_module", missing)
    with pytest.raises(MissingLibrary, match=r"pip install 'tawsim\[parquet\]'"):
        write(PARQUET, tmp_path / "x.parquet", [simple_page("a")])


def test_names_of_labels_can_be_changed(tmp_path, example):
    page = page_of(json.dumps(example), inventing.CODEBOOK)
    write(PARQUET, tmp_path / "x.parquet", [page], style="flat")
    (row,) = parquet.read_table(tmp_path / "x.parquet").to_pylist()
    assert {each["label"] for each in row["entities"]} <= {"PER", "LOC", "ORG", "MISC"}
