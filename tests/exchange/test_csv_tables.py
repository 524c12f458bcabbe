"""Tables for a spreadsheet: a row a mark, its slots in words, and no cell that could be a formula."""

from __future__ import annotations

import json
import zipfile

import pandas
import pytest
from hypothesis import given

from app.exchange.errors import CannotWrite
from app.exchange.formats.csv_tables import COLUMNS, CSV_TABLES, CUES, FILES, RELATION, UNDER
from app.exchange.tawsim_jsonl import page_of
from tests.exchange import inventing
from tests.exchange.journey import record_of, write


def table(folder, kind: str) -> pandas.DataFrame:
    return pandas.read_csv(folder / FILES[kind], dtype=str, keep_default_na=False, encoding="utf-8-sig")


@pytest.fixture(scope="module")
def out(tmp_path_factory):
    return tmp_path_factory.mktemp("csv") / "tables"


@given(page=inventing.pages())
def test_every_mark_has_a_row_and_no_cell_is_a_formula(out, page):
    lost = write(CSV_TABLES, out, [page]).losses.ids
    assert set(lost) <= {CUES, RELATION, UNDER}
    record = record_of(page)
    for kind, array in (("entity", "entities"), ("quote", "quotes"), ("claim", "claims")):
        found = table(out, kind)
        assert tuple(found.columns) == COLUMNS[kind]
        assert list(found["id"]) == [mark["id"] for mark in record[array]]
        assert list(zip(found["start"], found["end"], strict=True)) == [
            (str(mark["fragments"][0][0]), str(mark["fragments"][-1][1])) for mark in record[array]
        ]
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for row in found.values for cell in row)


def test_a_quote_says_who_speaks_by_which_word(example, codebook, tmp_path):
    write(CSV_TABLES, tmp_path / "t", [page_of(example, codebook)])
    quotes = table(tmp_path / "t", "quote")
    assert list(quotes["speaker"]) == ["ليلى حداد", ""]
    assert list(quotes["speaker_entities"]) == ["ليلى حداد", "ليلى حداد"]
    assert list(quotes["cue"]) == ["قالت", "أضافت"]
    assert list(table(tmp_path / "t", "claim")["claimer_entities"]) == ["ليلى حداد"]
    assert list(table(tmp_path / "t", "entity")["entity"]) == ["", "ليلى حداد", "", ""]


def test_an_archive_holds_the_same_tables(example, codebook, tmp_path):
    page = page_of(example, codebook)
    write(CSV_TABLES, tmp_path / "t", [page])
    write(CSV_TABLES, tmp_path / "t.zip", [page])
    with zipfile.ZipFile(tmp_path / "t.zip") as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == {
            name: (tmp_path / "t" / name).read_bytes() for name in FILES.values()
        }


def test_a_folder_with_somebodys_files_is_left_alone(example, codebook, tmp_path):
    page = page_of(example, codebook)
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "thesis.txt").write_text("...")
    with pytest.raises(CannotWrite, match="other files"), CSV_TABLES.sink(mine):
        pass
    write(CSV_TABLES, tmp_path / "t", [page])
    write(CSV_TABLES, tmp_path / "t", [])  # its own folder is written over
    assert len(table(tmp_path / "t", "entity")) == 0
    assert json.dumps(sorted(each.name for each in tmp_path.iterdir())) == '["mine", "t"]'
