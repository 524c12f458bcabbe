"""A line that cannot be true is refused with one sentence that says what is wrong and where."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from typing import Any

import pytest

from app.domain.errors import TawsimError
from app.exchange.errors import BadLine
from app.exchange.tawsim_jsonl import page_of

Record = dict[str, Any]


def reason(line: str | bytes | Record, codebook) -> str:
    with pytest.raises(BadLine) as caught:
        page_of(line, codebook)
    return str(caught.value)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('{"schema": "tawsim/1",', "Not valid JSON at column 23"),
        ('{"schema" "tawsim/1"}', "Not valid JSON at column 11"),
        ('{"confidence": NaN}', "Not valid JSON at column 16"),
        ('{"text": "\\ud800"}', "Not valid JSON at column 11"),
        ('{"text": "a"} {}', "Not valid JSON at column 15"),
        ("", "Not valid JSON at column 1"),
        (b'{"text": "\xff"}', "Byte 11 of the line is not UTF-8."),
        ("[]", "The line must be an object with keys, and is []."),
        ("null", "The line must be an object with keys, and is null."),
        ("{}", "The line lacks the key schema."),
    ],
)
def test_broken_json_is_refused_with_the_place(line, said, codebook):
    assert reason(line, codebook).startswith(said)


def with_text(record: Record, text: str) -> None:
    record["text"] = text
    record["sha256"] = hashlib.sha256(text.encode()).hexdigest()


def no_marks(record: Record) -> None:
    record.update(zones=[], register=[], entities=[], cues=[], quotes=[], claims=[])


def doubled(record: Record) -> None:
    record["entities"].append(dict(record["entities"][0]))


def twin_entry(record: Record) -> None:
    record["register"].append(dict(record["register"][0]))


def splitting(record: Record) -> None:
    name = record["entities"][2]
    name.update(fragments=[[85, 87]], text=record["text"][85:87])


def blank(record: Record) -> None:
    no_marks(record)
    with_text(record, " \n\u2028")


def nul(record: Record) -> None:
    no_marks(record)
    with_text(record, "a\0b")


SPOILT: dict[str, tuple[Callable[[Record], object], str]] = {
    "another version": (lambda r: r.update(schema="tawsim/2"), "The line is of the format tawsim/2"),
    "another unit": (lambda r: r.update(offset_unit="utf-16"), "The offsets are in the unit utf-16"),
    "no ref": (lambda r: r.update(doc_id=" "), "doc_id is empty."),
    "no layer": (lambda r: r.update(layer=""), "layer is empty."),
    "no text": (blank, "text is empty."),
    "a NUL in the text": (nul, "The text holds a NUL character"),
    "a changed text": (lambda r: r.update(text=r["text"] + " "), "The text was changed after"),
    "extra that is no object": (lambda r: r["meta"].update(extra="[]"), "meta.extra must be the text of a JSON object"),
    "extra that is no JSON": (lambda r: r["meta"].update(extra="{"), "meta.extra must be the text of a JSON object"),
    "a missing key": (lambda r: r["entities"][1].pop("note"), "entities[1] lacks the key note."),
    "an unknown key": (lambda r: r["quotes"][0].update(colour="red"), "quotes[0] has the key colour, which"),
    "a wrong type": (lambda r: r["entities"][1].update(label=3), "entities[1].label must be text, and is 3."),
    "a flag as text": (
        lambda r: r["entities"][1].update(metonymic="no"),
        "entities[1].metonymic must be true or false",
    ),
    "a deep wrong type": (
        lambda r: r["quotes"][0]["speaker"].update(mention_ids=[1]),
        "quotes[0].speaker.mention_ids[0]",
    ),
    "a fraction": (lambda r: r["cues"][0].update(fragments=[[0, 4.0]]), "cues[0].fragments[0] must be a pair of whole"),
    "true as a number": (lambda r: r["cues"][0].update(fragments=[[False, 4]]), "cues[0].fragments[0] must be a pair"),
    "no fragments": (lambda r: r["cues"][0].update(fragments=[]), "The mark c1: A mark needs at least one fragment."),
    "beyond the text": (
        lambda r: r["cues"][0].update(fragments=[[0, 400]]),
        "The mark c1: The fragment 0-400 lies outside",
    ),
    "before the text": (lambda r: r["cues"][0].update(fragments=[[-4, 0]]), "The mark c1: The fragment -4-0 is out of"),
    "an empty fragment": (lambda r: r["cues"][0].update(fragments=[[4, 4]]), "The mark c1: The fragment 4-4 is empty."),
    "unsorted": (
        lambda r: r["cues"][0].update(fragments=[[5, 9], [0, 4]]),
        "The mark c1: The fragment 0-4 is out of order",
    ),
    "overlapping": (
        lambda r: r["cues"][0].update(fragments=[[0, 3], [2, 4]]),
        "The mark c1: The fragment 2-4 is out of",
    ),
    "a letter without its mark": (splitting, "The mark e3: The edge 87 of the fragment 85-87 splits a letter"),
    "another surface": (
        lambda r: r["cues"][0].update(text="قال"),
        "The mark c1 says “قال”, but the text at 0 says “قالت”.",
    ),
    "inner beyond the text": (
        lambda r: r["quotes"][0].update(inner=[[30, 999]]),
        "The mark q1.inner: The fragment 30-999",
    ),
    "a zone beyond the text": (lambda r: r["zones"][0].update(end=100), "The zone body 0-100 lies outside"),
    "an unknown label": (
        lambda r: r["entities"][0].update(label="CAT"),
        "The mark e1: The codebook arabic-news has no entity",
    ),
    "an unknown type": (
        lambda r: r["quotes"][0].update(type="loud"),
        "The mark q1: The codebook arabic-news has no quote",
    ),
    "an unknown value": (lambda r: r["entities"][0].update(mention="shout"), "The mark e1 has shout for mention"),
    "an id that stands twice": (doubled, "The id e1 stands twice in the line."),
    "an entry that stands twice": (twin_entry, "The id E1 stands twice in the line."),
    "an end named twice": (
        lambda r: r["quotes"][0].update(cue_ids=["c1", "c1"]),
        "The mark q1 names c1 twice as its cue.",
    ),
    "an entry that is not there": (
        lambda r: r["entities"][0].update(entity_id="E9"),
        "The mark e1 names E9 as its entity",
    ),
    "a cue that is not there": (
        lambda r: r["quotes"][0].update(cue_ids=["c9"]),
        "The mark q1 names c9 as its cue, but",
    ),
    "a speaker that is an entry": (
        lambda r: r["quotes"][0]["speaker"].update(mention_ids=["E1"]),
        "The mark q1 names E1 as its speaker, but nothing of that kind",
    ),
    "an entity as cue": (
        lambda r: r["quotes"][0].update(cue_ids=["e1"]),
        "The mark q1: The slot cue of a quote cannot be filled by entity.",
    ),
    "a quote within itself": (
        lambda r: r["quotes"][0].update(nested_in="q1"),
        "The mark q1: A mark cannot fill its own slot",
    ),
    "a relation from nowhere": (
        lambda r: r.update(relations=[{"id": "r", "type": "t", "from": "x", "to": "e1"}]),
        "The relation r begins at x, which is no mark of the line.",
    ),
    "a relation to nowhere": (
        lambda r: r.update(relations=[{"id": "r", "type": "t", "from": "e1", "to": "x"}]),
        "The relation r ends at x, which does not stand in the line.",
    ),
    "a mark of another layer": (
        lambda r: r["entities"][0].update(layer="a1"),
        "The mark e1 is of the layer a1, its line of the layer gold.",
    ),
}


@pytest.mark.parametrize("what", SPOILT)
def test_a_spoilt_line_is_refused_with_the_reason(what, example, codebook):
    spoil, said = SPOILT[what]
    spoil(example)
    assert reason(json.dumps(example, ensure_ascii=False), codebook).startswith(said)


def test_a_reason_within_a_reason_is_translated_with_it(example, codebook):
    example["cues"][0]["fragments"] = []
    with pytest.raises(TawsimError) as caught:
        page_of(example, codebook)
    said = {"The mark {id}: {reason}": "العلامة {id}: {reason}", "A mark needs at least one fragment.": "لا أجزاء."}
    assert caught.value.sentence(said.__getitem__) == "العلامة c1: لا أجزاء."
