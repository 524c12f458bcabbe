"""Lists of people, bodies and places: columns by their names, in either language, and bad lines by their numbers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.exchange.entry_lists import ListedEntry, read_entry_list
from app.exchange.errors import CannotRead, NotText


def read(tmp_path: Path, text: str, encoding: str = "utf-8") -> list[object]:
    """Entries, and the line numbers of what could not be read."""
    file = tmp_path / "list"
    file.write_bytes(text.encode(encoding))
    return [row if isinstance(row, ListedEntry) else row[0] for row in read_entry_list(file)]


def test_a_table_of_the_query_service_of_wikidata(tmp_path: Path) -> None:
    text = 'item,itemLabel,itemAltLabel,type\nhttp://www.wikidata.org/entity/Q42,سليم الناصر,"أبو سليم, Salim",human\n'
    entry = ListedEntry(2, "سليم الناصر", "http://www.wikidata.org/entity/Q42", ("أبو سليم", "Salim"), "human")
    assert read(tmp_path, text) == [entry]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_table_with_arabic_headings(tmp_path: Path, delimiter: str, encoding: str) -> None:
    rows = [("الاسم", "النوع", "المُعرّف", "الأسماء الأخرى"), ("بغداد", "مدينة", "Q1530", "دار السلام|مدينة السلام")]
    text = "\r\n".join(delimiter.join(row) for row in rows)
    assert read(tmp_path, text, encoding) == [ListedEntry(2, "بغداد", "Q1530", ("دار السلام", "مدينة السلام"), "مدينة")]


def test_label_is_the_name_where_nothing_else_is(tmp_path: Path) -> None:
    assert read(tmp_path, "qid,label\nQ1530,بغداد\n") == [ListedEntry(2, "بغداد", "Q1530")]
    assert read(tmp_path, "name,label\nبغداد,GPE\n") == [ListedEntry(2, "بغداد", label="GPE")]


def test_lines_of_json_and_an_array_of_them(tmp_path: Path) -> None:
    records = [
        {"entity_id": "E1", "label": "PERS", "name": "سليم", "aliases": ["أبو سليم"], "kb_id": None, "note": "وزير"},
        {"name": "بغداد", "id": "Q1530"},
    ]
    entries = [ListedEntry(1, "سليم", None, ("أبو سليم",), "PERS", "وزير"), ListedEntry(2, "بغداد", "Q1530")]
    assert read(tmp_path, "\n".join(json.dumps(each) for each in records)) == entries
    assert read(tmp_path, json.dumps(records)) == entries


def test_bad_lines_are_named_and_their_neighbours_come(tmp_path: Path) -> None:
    assert read(tmp_path, 'name,id\n"two\nlines",Q1\n,Q2\n\nلا معرف\n') == [
        ListedEntry(2, "two lines", "Q1"),
        4,
        ListedEntry(6, "لا معرف"),
    ]
    assert read(tmp_path, '{"name": "a"}\n{"name": \n[1]\n{"x": 1}\n{"name": null}\n{"name": "b"}') == [
        ListedEntry(1, "a"),
        2,
        3,
        4,
        5,
        ListedEntry(6, "b"),
    ]


def test_a_guard_before_a_formula_is_taken_off(tmp_path: Path) -> None:
    assert read(tmp_path, "name,note\nسليم,'=1+1\n") == [ListedEntry(2, "سليم", note="=1+1")]


@pytest.mark.parametrize("text", ["", "a,b\n1,2\n", "%PDF-1.7", "[1,"])
def test_a_file_without_names_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(NotText):
        read(tmp_path, text)


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(CannotRead):
        list(read_entry_list(tmp_path / "nowhere.csv"))
