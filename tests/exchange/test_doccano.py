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
