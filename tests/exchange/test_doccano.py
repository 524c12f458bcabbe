"""doccano JSONL: both shapes out and in, and offsets that count clusters."""

from __future__ import annotations

import json

import pytest
from hypothesis import given

from app.exchange.formats.doccano import DOCCANO
from app.exchange.sheets_out import ATTRIBUTE, ENTRY, GAPS, INNER, PROVENANCE
from tests.exchange import inventing
from tests.exchange.bare import bare
from tests.exchange.journey import read, record_of, without_gaps, write


@pytest.fixture(scope="module")
def out(tmp_path_factory):
    return tmp_path_factory.mktemp("doccano") / "x.jsonl"


@given(page=inventing.pages())
def test_exactly_the_losses_that_are_told_are_lost(out, page):
    writing = write(DOCCANO, out, [page])
    lost = writing.losses.ids
    assert set(lost) <= {GAPS, ATTRIBUTE, ENTRY, INNER, PROVENANCE}
    (arrival,) = read(DOCCANO, out)
    assert arrival.refused == ()
    before = without_gaps(record_of(page), lost.get(GAPS, ()))
    assert bare(record_of(arrival.found)) == bare(before, lost)


@given(page=inventing.pages())
def test_both_shapes_say_the_same(out, page):
    write(DOCCANO, out, [page])
    line = json.loads(out.read_bytes())
    assert line["label"] == [[each["start_offset"], each["end_offset"], each["label"]] for each in line["entities"]]
    ids = {each["id"] for each in line["entities"]}
    assert all({each["from_id"], each["to_id"]} <= ids for each in line["relations"])


def arrival_of(tmp_path, **record):
    path = tmp_path / "theirs.jsonl"
    path.write_text(json.dumps(record, ensure_ascii=False) + "\n", encoding="utf-8")
    (arrival,) = read(DOCCANO, path)
    return arrival


TEXT = "مُحَمَّدٌ في عمّان"


def test_offsets_that_count_clusters_are_told_by_the_words_at_their_edges(tmp_path):
    points = arrival_of(tmp_path, text=TEXT, label=[[13, 18, "GPE"]])
    clusters = arrival_of(tmp_path, text=TEXT, label=[[0, 4, "PERS"], [8, 12, "GPE"]])
    assert [mark.exact for mark in points.found.annotations] == ["عمّان"]
    assert [mark.exact for mark in clusters.found.annotations] == ["مُحَمَّدٌ", "عمّان"]


def test_offsets_of_which_it_cannot_be_told_what_they_count_are_refused(tmp_path):
    assert "grapheme" in str(arrival_of(tmp_path, text=TEXT, label=[[13, 17, "GPE"]]).found)
    assert "grapheme" in str(arrival_of(tmp_path, text=TEXT, label=[[13, 18, "GPE"], [0, 4, "PERS"]]).found)


def test_relations_link_by_the_ids_of_the_line(tmp_path):
    spans = [
        {"id": 7, "label": "PERS", "start_offset": 0, "end_offset": 4},
        {"id": 9, "label": "GPE", "start_offset": 8, "end_offset": 12},
    ]
    links = [{"id": 1, "from_id": 7, "to_id": 9, "type": "in"}, {"id": 2, "from_id": 7, "to_id": 8, "type": "in"}]
    arrival = arrival_of(tmp_path, data="خالد في عمان", entities=spans, relations=links)
    assert [mark.exact for mark in arrival.found.annotations] == ["خالد", "عمان"]
    assert [link.role for link in arrival.found.links] == ["relation:in"]
    assert "names 8" in str(arrival.refused[0].error)


@pytest.mark.parametrize("label", [[[0, 4]], [["0", 4, "PERS"]], [[0, 4, 5]], [[0, 40, "PERS"]], [[4, 4, "PERS"]]])
def test_a_span_that_cannot_be_is_told_and_the_article_comes_in(tmp_path, label):
    arrival = arrival_of(tmp_path, text="خالد في عمان", label=[[8, 12, "GPE"], *label])
    assert [mark.exact for mark in arrival.found.annotations] == ["عمان"]
    assert len(arrival.refused) == 1
