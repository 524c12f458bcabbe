"""Prodigy and spaCy JSONL: what they publish as their structure, and there and back with exactly the losses told."""

from __future__ import annotations

import json
from itertools import pairwise

import jsonschema
import pytest
from hypothesis import given

from app.exchange.formats.prodigy import PRODIGY
from app.exchange.sheets_out import GAPS
from tests.exchange import inventing
from tests.exchange.journey import read, record_of, without_gaps, write

SPAN = {
    "type": "object",
    "required": ["start", "end", "token_start", "token_end", "label"],
    "properties": {
        "start": {"type": "integer", "minimum": 0},
        "end": {"type": "integer", "minimum": 1},
        "token_start": {"type": "integer", "minimum": 0},
        "token_end": {"type": "integer", "minimum": 0},
        "label": {"type": "string", "minLength": 1},
    },
}
# https://prodi.gy/docs/api-interfaces, "spans", "relations", and the token format
TASK = {
    "type": "object",
    "required": ["text", "tokens", "spans", "relations", "answer"],
    "properties": {
        "text": {"type": "string"},
        "meta": {"type": "object"},
        "answer": {"enum": ["accept", "reject", "ignore"]},
        "tokens": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["text", "start", "end", "id", "ws"],
                "properties": {
                    "text": {"type": "string", "minLength": 1},
                    "start": {"type": "integer"},
                    "end": {"type": "integer"},
                    "id": {"type": "integer"},
                    "ws": {"type": "boolean"},
                },
            },
        },
        "spans": {"type": "array", "items": SPAN},
        "relations": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["head", "child", "head_span", "child_span", "label"],
                "properties": {
                    "head": {"type": "integer"},
                    "child": {"type": "integer"},
                    "head_span": SPAN,
                    "child_span": SPAN,
                    "label": {"type": "string"},
                },
            },
        },
    },
}
VALIDATOR = jsonschema.Draft202012Validator(TASK)


@pytest.fixture(scope="module")
def out(tmp_path_factory):
    return tmp_path_factory.mktemp("prodigy") / "x.jsonl"


@given(page=inventing.pages())
def test_exactly_the_losses_that_are_told_are_lost(out, page):
    writing = write(PRODIGY, out, [page])
    assert set(writing.losses.ids) <= {GAPS}
    (arrival,) = read(PRODIGY, out)
    assert arrival.refused == ()
    assert record_of(arrival.found) == without_gaps(record_of(page), writing.losses.ids.get(GAPS, ()))


@given(page=inventing.pages())
def test_every_task_has_the_published_structure(out, page):
    write(PRODIGY, out, [page])
    task = json.loads(out.read_bytes())
    assert list(VALIDATOR.iter_errors(task)) == []
    text, tokens = task["text"], task["tokens"]
    assert [token["id"] for token in tokens] == list(range(len(tokens)))
    for token in tokens:
        assert text[token["start"] : token["end"]] == token["text"]
    assert all(before["end"] <= after["start"] for before, after in pairwise(tokens))
    for span in task["spans"]:
        assert tokens[span["token_start"]]["start"] == span["start"]
        assert tokens[span["token_end"]]["end"] == span["end"]
