"""Label Studio JSON: the published structure out, and both ways of counting in."""

from __future__ import annotations

import json

import jsonschema
import pytest
from hypothesis import given

from app.domain.annotation import SUGGESTED
from app.exchange.format import Source
from app.exchange.formats.label_studio import LABEL_STUDIO
from app.exchange.sheets_out import GAPS
from tests.exchange import inventing
from tests.exchange.journey import read, record_of, without_gaps, write

# https://labelstud.io/guide/task_format and https://labelstud.io/guide/predictions
RESULT = {
    "type": "object",
    "required": ["type"],
    "oneOf": [
        {
            "required": ["id", "from_name", "to_name", "value"],
            "properties": {
                "id": {"type": "string"},
                "from_name": {"type": "string"},
                "to_name": {"type": "string"},
                "type": {"const": "labels"},
                "value": {
                    "type": "object",
                    "required": ["start", "end", "text", "labels"],
                    "properties": {
                        "start": {"type": "integer", "minimum": 0},
                        "end": {"type": "integer", "minimum": 1},
                        "text": {"type": "string"},
                        "labels": {"type": "array", "minItems": 1, "items": {"type": "string"}},
                    },
                    "additionalProperties": False,
                },
            },
        },
        {
            "required": ["from_id", "to_id", "direction"],
            "properties": {
                "type": {"const": "relation"},
                "from_id": {"type": "string"},
                "to_id": {"type": "string"},
                "direction": {"enum": ["left", "right", "bi"]},
                "labels": {"type": "array", "items": {"type": "string"}},
            },
        },
    ],
}
TASKS = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["data", "annotations", "predictions"],
        "properties": {
            "id": {"type": "integer"},
            "data": {"type": "object", "required": ["text"]},
            "meta": {"type": "object"},
            "annotations": {
                "type": "array",
                "items": {
                    "type": "object",
                    "required": ["result", "was_cancelled", "ground_truth"],
                    "properties": {
                        "id": {"type": "integer"},
                        "was_cancelled": {"type": "boolean"},
                        "ground_truth": {"type": "boolean"},
                        "result": {"type": "array", "items": RESULT},
                    },
                },
            },
            "predictions": {"type": "array"},
        },
    },
}
VALIDATOR = jsonschema.Draft202012Validator(TASKS)
TEXT = "😀 قالت ليلى في عمّان"


@pytest.fixture(scope="module")
def out(tmp_path_factory):
    return tmp_path_factory.mktemp("label-studio") / "x.json"


@given(page=inventing.pages())
def test_exactly_the_losses_that_are_told_are_lost(out, page):
    writing = write(LABEL_STUDIO, out, [page])
    assert set(writing.losses.ids) <= {GAPS}
    (arrival,) = read(LABEL_STUDIO, out)
    assert arrival.refused == ()
    assert record_of(arrival.found) == without_gaps(record_of(page), writing.losses.ids.get(GAPS, ()))


@given(page=inventing.pages())
def test_every_export_has_the_published_structure(out, page):
    write(LABEL_STUDIO, out, [page, page])
    tasks = json.loads(out.read_bytes())
    assert list(VALIDATOR.iter_errors(tasks)) == []
    for task in tasks:
        for result in task["annotations"][0]["result"]:
            if result["type"] == "labels":
                value = result["value"]
                assert task["data"]["text"][value["start"] : value["end"]] == value["text"]


def task(*regions: tuple[int, int, str | None], **more) -> dict:
    results = [
        {
            "id": f"r{at}",
            "from_name": "label",
            "to_name": "text",
            "type": "labels",
            "value": {"start": start, "end": end, "labels": ["PERS"], **({} if text is None else {"text": text})},
        }
        for at, (start, end, text) in enumerate(regions)
    ]
    return {"id": 7, "data": {"text": TEXT}, "annotations": [{"id": 1, "result": results}], **more}


def arrivals_of(tmp_path, *tasks):
    path = tmp_path / "theirs.json"
    path.write_text(json.dumps(tasks, ensure_ascii=False), encoding="utf-8")
    return read(LABEL_STUDIO, path)


def test_offsets_in_code_points_stay(tmp_path):
    (arrival,) = arrivals_of(tmp_path, task((7, 11, "ليلى")))
    assert [each.exact for each in arrival.found.annotations] == ["ليلى"]


def test_offsets_in_utf_16_are_told_by_their_words(tmp_path):
    (arrival,) = arrivals_of(tmp_path, task((8, 12, "ليلى"), (16, 21, None)))
    assert [each.exact for each in arrival.found.annotations] == ["ليلى", "عمّان"]


def test_without_words_nothing_is_guessed(tmp_path):
    (arrival,) = arrivals_of(tmp_path, task((8, 12, None)))
    assert arrival.found.annotations == []
    assert "UTF-16" in str(arrival.refused[0].error)


def test_both_ways_of_counting_in_one_task_are_refused(tmp_path):
    (arrival,) = arrivals_of(tmp_path, task((7, 11, "ليلى"), (16, 21, "عمّان")))
    assert "others UTF-16" in str(arrival.found)


def test_words_that_stand_elsewhere_are_refused_with_their_place(tmp_path):
    (arrival,) = arrivals_of(tmp_path, task((7, 11, "ليلى"), (6, 10, "ليلى")))
    assert len(arrival.found.annotations) == 1
    assert "stand at 7-11" in str(arrival.refused[0].error)


def test_predictions_are_suggestions_of_a_model(tmp_path):
    result = task((7, 11, "ليلى"))["annotations"][0]["result"]
    guess = {"model_version": "ner@2", "score": 0.75, "result": result}
    (arrival,) = arrivals_of(tmp_path, {"data": {"text": TEXT}, "annotations": [], "predictions": [guess]})
    (mark,) = arrival.found.annotations
    assert (mark.state, mark.origin, mark.confidence) == (SUGGESTED, "model:ner@2", 0.75)
    assert arrival.found.progress.status == "new"


def test_several_annotators_are_several_layers(tmp_path):
    one = task((7, 11, "ليلى"))["annotations"][0]
    both = [{**one, "completed_by": {"email": "a@x"}}, {**one, "completed_by": 2}]
    found = arrivals_of(tmp_path, {"id": 1, "data": {"text": TEXT}, "annotations": both})
    assert [each.found.layer for each in found] == ["a@x", "2"]


def test_a_task_that_breaks_off_leaves_its_neighbours(tmp_path):
    path = tmp_path / "broken.json"
    whole = json.dumps(task((7, 11, "ليلى")), ensure_ascii=False)
    path.write_text(f'[{whole}, {{"data": 5}}, {whole[:40]}', encoding="utf-8")
    good, bad, broken = read(LABEL_STUDIO, path)
    assert len(good.found.annotations) == 1
    assert "data" in str(bad.found)
    assert "Not valid JSON" in str(broken.found)
    assert [each.line for each in (good, bad, broken)] == [1, 2, 3]


def test_units_that_lie_nowhere_are_told_as_they_stand_in_the_file(tmp_path):
    def region(name, start, end):
        value = {"start": start, "end": end, "text": "بغداد", "labels": ["GPE"]}
        return {"id": name, "type": "labels", "from_name": "label", "to_name": "text", "value": value}

    results = [region("a", 7, 12), region("b", 9, 14)]
    task = {"data": {"text": "سمير 😀بغداد"}, "annotations": [{"result": results}]}
    path = tmp_path / "x.json"
    path.write_text(json.dumps([task], ensure_ascii=False), encoding="utf-8")
    (arrival,) = read(LABEL_STUDIO, path)
    assert [(mark.exact, mark.start) for mark in arrival.found.annotations] == [("بغداد", 6)]
    (refusal,) = arrival.refused
    assert "9-14" in str(refusal.error) and "UTF-16" in str(refusal.error)


def test_the_text_is_found_whatever_the_labelling_set_up_calls_it(tmp_path):
    theirs = task((7, 11, "ليلى"))
    longest = {"id": 8, "data": {"src": "x", "story": "خبر بلا وسم."}, "annotations": []}
    (found, plain) = arrivals_of(tmp_path, theirs | {"data": {"src": "و", "txt": TEXT, "page": 3}}, longest)
    assert [each.exact for each in found.found.annotations] == ["ليلى"]
    assert [str(note) for note in found.notes] == ["the text is taken from the column txt"]
    assert plain.found.text == "خبر بلا وسم."
    columns = LABEL_STUDIO.columns(Source.of(tmp_path / "theirs.json"))
    assert [(each.name, each.part) for each in columns][:3] == [("src", None), ("txt", "text"), ("page", None)]
