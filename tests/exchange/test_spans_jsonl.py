"""Corpora of texts with spans under any keys."""

from __future__ import annotations

import json

import pytest

from app.exchange.format import Source
from app.exchange.formats import sniff
from app.exchange.formats.spans_jsonl import SPANS
from tests.exchange.journey import read

TEXT = "😀 قالت ليلى في عمّان"


def arrival_of(tmp_path, **record):
    path = tmp_path / "theirs.jsonl"
    path.write_text(json.dumps(record, ensure_ascii=False) + "\n", encoding="utf-8")
    assert sniff(path) is SPANS
    (arrival,) = read(SPANS, path)
    return arrival


@pytest.mark.parametrize(
    "span",
    [
        {"technique": "PERS", "text": "ليلى", "start": 7, "end": 11},
        {"tag": "PERS", "start_char": 7, "end_char": 11},
        {"type": "PERS", "begin": 7, "end": 11, "surface": "ليلى"},
    ],
)
def test_spans_are_known_by_their_shape(tmp_path, span):
    (mark,) = arrival_of(tmp_path, paragraph=TEXT, labels=[span]).found.annotations
    assert (mark.label, mark.exact, mark.origin) == ("PERS", "ليلى", "import:spans")


@pytest.mark.parametrize(
    ("start", "end", "reason"),
    [(6, 10, "stand at 7-11"), (8, 12, "stand at 7-11"), (30, 40, "outside"), (7, 7, "empty")],
)
def test_offsets_that_are_wrong_are_told_and_never_mended(tmp_path, start, end, reason):
    right = {"technique": "GPE", "text": "عمّان", "start": 15, "end": 20}
    wrong = {"technique": "PERS", "text": "ليلى", "start": start, "end": end}
    arrival = arrival_of(tmp_path, paragraph=TEXT, labels=[right, wrong])
    assert [mark.exact for mark in arrival.found.annotations] == ["عمّان"]
    assert reason in str(arrival.refused[0].error)
    assert arrival.refused[0].line == 1


def test_an_edge_inside_a_letter_with_its_marks_is_told(tmp_path):
    arrival = arrival_of(tmp_path, text=TEXT, spans=[{"type": "GPE", "begin": 15, "end": 17}])
    assert arrival.found.annotations == []
    assert "splits a letter" in str(arrival.refused[0].error)


def test_published_spans_are_read_whole(paragraphs):
    assert sniff(paragraphs) is SPANS
    lines = [json.loads(line) for line in paragraphs.read_text(encoding="utf-8").split("\n") if line]
    labels = {span["technique"] for line in lines for span in line["labels"]}
    arrivals = read(SPANS, paragraphs, names=dict.fromkeys(labels, "claim"))
    assert [refusal for arrival in arrivals for refusal in arrival.refused] == []
    for line, arrival in zip(lines, arrivals, strict=True):
        said = sorted((span["start"], span["end"], span["text"]) for span in line["labels"])
        assert sorted((mark.start, mark.end, mark.exact) for mark in arrival.found.annotations) == said


def test_the_fields_beside_the_spans_can_be_chosen_and_an_odd_name_of_the_text_is_found(tmp_path):
    span = {"technique": "PERS", "text": "ليلى", "start": 7, "end": 11}
    said = "😀 قالت ليلى في عمّان إن الموسم هذا العام أفضل من الذي قبله."
    arrival = arrival_of(tmp_path, key=7, sentence_ar=said, site_name="الضفاف", labels=[span])
    assert [mark.exact for mark in arrival.found.annotations] == ["ليلى"]
    assert [str(note) for note in arrival.notes] == ["the text is taken from the column sentence_ar"]
    columns = SPANS.columns(Source.of(tmp_path / "theirs.jsonl"))
    parts = [("key", "ref"), ("sentence_ar", "text"), ("site_name", None)]
    assert [(each.name, each.part) for each in columns] == parts
