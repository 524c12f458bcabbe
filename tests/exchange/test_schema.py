"""The schema that is shipped and the reader's own look at a line agree on every key."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest

from app.exchange.schema import schema_text
from app.exchange.shape import WrongShape
from app.exchange.tawsim_shape import LINE

SCHEMA = json.loads(schema_text())
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
STRANGERS: tuple[Any, ...] = (None, True, 7, 0.5, "س", [], ["س"], [[1, 2]], {}, [{}])


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every place in a record but the record itself."""
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in steps:
        yield (*path, step)
        yield from places(inner, (*path, step))


def holder_of(record: Any, path: tuple[Any, ...]) -> Any:
    for step in path[:-1]:
        record = record[step]
    return record


def has_shape(record: Any) -> bool:
    try:
        LINE.check(record)
    except WrongShape:
        return False
    return True


def test_the_schema_is_one_of_2020_12():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_the_example_of_the_format_keeps_to_it(example):
    assert list(VALIDATOR.iter_errors(example)) == []


@pytest.mark.parametrize("stranger", STRANGERS, ids=json.dumps)
def test_schema_and_reader_refuse_the_same_values(stranger, example):
    for path in [path for path in places(example) if path[0] != "fragments"]:
        if path[0] in ("schema", "offset_unit", "doc_id", "text", "layer", "sha256"):
            continue  # what they must be, beyond being text, the reader says in a sentence of its own
        spoilt = copy.deepcopy(example)
        holder_of(spoilt, path)[path[-1]] = stranger
        if path[-1] in ("fragments",) and stranger == []:
            continue  # an empty mark is refused with the mark's id
        assert VALIDATOR.is_valid(spoilt) == has_shape(spoilt), path


def test_schema_and_reader_want_every_key(example):
    example["relations"] = [{"id": "r1", "type": "t", "from": "e1", "to": "e2"}]
    for path in [path for path in places(example) if isinstance(path[-1], str)]:
        spoilt = copy.deepcopy(example)
        del holder_of(spoilt, path)[path[-1]]
        assert not VALIDATOR.is_valid(spoilt), path
        assert not has_shape(spoilt), path


def test_schema_and_reader_know_no_other_key(example):
    for path in [path for path in places(example) if isinstance(path[-1], str)]:
        spoilt = copy.deepcopy(example)
        holder_of(spoilt, path)["another"] = None
        assert not VALIDATOR.is_valid(spoilt), path
        assert not has_shape(spoilt), path


def test_relations_may_say_more(example):
    example["relations"] = [{"id": "r1", "type": "t", "from": "e1", "to": "e2", "weight": 1}]
    assert VALIDATOR.is_valid(example)
    assert has_shape(example)
