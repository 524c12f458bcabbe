"""A line of the dataset is the same bytes, whichever library writes it."""

from __future__ import annotations

import gc
import json
import weakref
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app import resources
from app.exchange import tawsim_lines
from app.exchange.tawsim_lines import line_bytes
from app.exchange.tawsim_out import LineWriter
from tests.exchange import inventing

EVERYDAY = (0.0, -0.0, 0.001, 0.5, 0.7310585786300049, 1.0, 3, 999_999.5, True)
ODD = (1e-5, 0.0001, 1.5280140588295641e-06, 5e-324, 1e16, 1e22, 2**70, -3e-9)


def by_the_standard_library(record: Any) -> bytes:
    """How the dataset has always been written."""
    line = json.dumps(record, ensure_ascii=False)
    return line.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").encode()


def a_line(confidence: Any = None, **own: Any) -> dict[str, Any]:
    """What decides how a record is written: one mark so sure, and one relation with keys of its own."""
    relation = {"id": "r1", "type": "near", "from": "e1", "to": "e1", "note": None} | own
    marks = [{"id": "e1", "text": "عمّان \u2028«😀»\x01\x7f\\", "fragments": [[0, 5]], "confidence": confidence}]
    return {"entities": marks, "cues": [], "quotes": [], "claims": [], "relations": [relation]}


@given(inventing.pages())
def test_any_page_is_written_as_the_standard_library_writes_it(page):
    record = LineWriter(page.codebook).record(page)
    assert line_bytes(record) == by_the_standard_library(record)


@given(st.floats(allow_nan=False, allow_infinity=False) | st.integers())
@example(0.0001)
def test_any_number_is_spelled_as_the_standard_library_spells_it(number):
    for record in (a_line(number), a_line(weight=number), a_line(weights=[{"a": number}])):
        assert line_bytes(record) == by_the_standard_library(record)


@pytest.mark.parametrize("number", ODD)
def test_numbers_that_libraries_spell_in_several_ways_are_told_from_the_others(number):
    assert by_the_standard_library(number) in line_bytes(a_line(number))


@pytest.mark.parametrize("number", EVERYDAY)
def test_a_line_of_everyday_numbers_is_not_left_to_the_slow_library(number, monkeypatch):
    monkeypatch.setattr(tawsim_lines, "written", None)
    record = a_line(number, weight=number)
    assert line_bytes(record) == by_the_standard_library(record)


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_what_is_no_number_in_json_never_becomes_null(number):
    with pytest.raises(ValueError, match="JSON compliant"):
        line_bytes(a_line(number))


def test_a_writer_leaves_nothing_to_look_for_when_it_goes() -> None:
    writer = LineWriter(resources.codebook())
    gone = weakref.ref(writer)
    gc.disable()
    try:
        del writer
        assert gone() is None
    finally:
        gc.enable()
