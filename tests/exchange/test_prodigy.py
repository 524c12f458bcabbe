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


def arrivals_of(tmp_path, *records):
    path = tmp_path / "theirs.jsonl"
    path.write_text("".join(json.dumps(each, ensure_ascii=False) + "\n" for each in records), encoding="utf-8")
    return read(PRODIGY, path)


TEXT = "😀 قالت ليلى\r\nفي عمّان"


def span(start: int, end: int, label: str = "PERSON", **more) -> dict:
    return {"start": start, "end": end, "label": label, **more}


def test_what_others_write_is_read(tmp_path):
    one, two = span(7, 11, token_start=2, token_end=2), span(16, 21, "GPE")
    relation = {"head": 2, "child": 4, "head_span": one, "child_span": two, "label": "in"}
    task = {"text": TEXT, "spans": [one, two], "relations": [relation], "answer": "accept", "_annotator_id": "m"}
    (arrival,) = arrivals_of(tmp_path, task)
    assert arrival.refused == ()
    marks = arrival.found.annotations
    assert [(mark.label, mark.exact, mark.made_by) for mark in marks] == [("PERS", "ليلى", "m"), ("GPE", "عمّان", "m")]
    (link,) = arrival.found.links
    assert (link.role, link.source, link.target.value) == ("relation:in", marks[0].id, marks[1].id)


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        (span(7, 99), "outside the text"),
        (span(11, 7), "is empty"),
        (span(-4, 7), "out of order"),
        (span(8, 12, text="ليلى"), "stand at 7-11"),
        (span(16, 18, "GPE"), "splits a letter"),
        (span(7, 11, "HUMAN"), "no label HUMAN"),
        ({"start": "7", "end": 11, "label": "PERSON"}, "no span"),
        ({"start": 7}, "no span"),
        ("ليلى", "no span"),
    ],
)
def test_a_span_that_cannot_be_is_told_and_its_neighbours_come_in(tmp_path, wrong, reason):
    good = {"text": TEXT, "spans": [span(16, 21, "GPE")], "answer": "accept"}
    first, second = arrivals_of(
        tmp_path, {**good, "text": "نص"} | {"spans": []}, {**good, "spans": [*good["spans"], wrong]}
    )
    assert first.refused == ()
    assert [mark.exact for mark in second.found.annotations] == ["عمّان"]
    (refusal,) = second.refused
    assert reason in str(refusal.error)
    assert refusal.line == 2


def test_a_task_that_was_rejected_keeps_its_marks_to_itself(tmp_path):
    (arrival,) = arrivals_of(tmp_path, {"text": TEXT, "spans": [span(7, 11)], "answer": "reject"})
    assert arrival.found.text == TEXT.replace("\r\n", "\n")
    assert "reject" in str(arrival.notes[0])


def test_our_own_task_whose_text_was_changed_is_read_as_somebody_elses(tmp_path, example, codebook):
    from app.exchange.tawsim_jsonl import page_of

    path = tmp_path / "ours.jsonl"
    write(PRODIGY, path, [page_of(example, codebook)])
    task = json.loads(path.read_bytes())
    task["text"] = task["text"].replace("71", "٧١")
    (arrival,) = arrivals_of(tmp_path, task)
    assert [mark.label for mark in arrival.found.annotations if mark.kind == "entity"] == [
        "OCC",
        "PERS",
        "GPE",
        "PERCENT",
    ]
    assert arrival.found.article.zones == ()


def test_what_cannot_be_true_of_our_own_mark_stays_behind_alone(tmp_path, example, codebook):
    from app.exchange.tawsim_jsonl import page_of

    path = tmp_path / "ours.jsonl"
    write(PRODIGY, path, [page_of(example, codebook)])
    task = json.loads(path.read_bytes())
    next(each for each in task["spans"] if each["label"] == "GPE")["mention"] = "shouted"
    (arrival,) = arrivals_of(tmp_path, task)
    assert [mark.label for mark in arrival.found.annotations if mark.kind == "entity"] == ["OCC", "PERS", "PERCENT"]
    assert any("shouted" in str(refusal.error) for refusal in arrival.refused)
