"""Gold lines: out and in again without a byte of difference, and every span is the text it says."""

from __future__ import annotations

import json
from dataclasses import replace

import jsonschema
import pytest
from hypothesis import given

from app.domain.annotation import (
    ANNOTATION_END,
    ENTRY_END,
    LITERAL_END,
    REJECTED,
    SUGGESTED,
    Annotation,
    End,
    Link,
    Progress,
    RegisterEntry,
)
from app.domain.article import new_article
from app.domain.span import Span, surface
from app.exchange.page import Page
from app.exchange.schema import schema_text
from app.exchange.tawsim_jsonl import LineWriter, line_of, page_of
from app.exchange.tawsim_shape import unsaid
from tests.exchange import inventing

VALIDATOR = jsonschema.Draft202012Validator(json.loads(schema_text()))
TEXT = "قالت ليلى حداد: «لن نخفض الحصص». وأضافت أن السدود في عمّان ممتلئة."


def mark(name: str, kind: str, label: str, surface_text: str, **attributes) -> Annotation:
    start = TEXT.index(surface_text)
    fragments = (Span(start, start + len(surface_text)),)
    return Annotation(name, "", "gold", kind, label, fragments, surface_text, inventing.WHEN, "a1", attributes)


@pytest.fixture
def page(codebook) -> Page:
    """A page with one mark of each kind and nothing said of them."""
    article = new_article("demo", TEXT)
    marks = [
        mark("e1", "entity", "PERS", "ليلى حداد"),
        mark("u1", "cue", "cue", "قالت"),
        mark("q1", "quote", "direct", "«لن نخفض الحصص»"),
        mark("k1", "claim", "claim", "السدود في عمّان ممتلئة"),
    ]
    register = {"E1": RegisterEntry("E1", "PERS", "ليلى حداد", ("ليلى",), "Q1")}
    marks = [replace(each, article=article.id) for each in marks]
    return Page(article, "gold", marks, [], register, Progress(article.id, "gold"), codebook)


def link(page: Page, role: str, source: str, target: str, kind: str = ANNOTATION_END) -> Link:
    return Link(f"{source}-{role}-{target}", page.article.id, page.layer, role, source, End(kind, target))


def with_links(page: Page, *links: Link) -> Page:
    return replace(page, links=list(links))


def record_of(page: Page) -> dict:
    return json.loads(line_of(page))


def test_the_example_of_the_format_comes_back_byte_for_byte(example_line, codebook):
    assert line_of(page_of(example_line, codebook)) == example_line


def test_the_example_is_read_from_text_bytes_and_record_alike(example_line, example, codebook):
    assert (
        line_of(page_of(example_line.encode(), codebook))
        == line_of(page_of("\ufeff" + example_line + "\r\n", codebook))
        == line_of(page_of(example, codebook))
    )


def test_speakers_that_a_mention_stands_for_are_not_linked_twice(example_line, codebook):
    links = {(each.source, each.role, each.target.value) for each in page_of(example_line, codebook).links}
    assert ("q1", "speaker", "e2") in links
    assert ("q1", "speaker", "E1") not in links
    assert ("q2", "speaker", "E1") in links


@given(inventing.pages())
def test_any_page_comes_back_byte_for_byte(page):
    writer = LineWriter(page.codebook)
    line = writer.line(page)
    assert "\n" not in line
    assert "\u2028" not in line
    assert "\u2029" not in line
    again = page_of(line, page.codebook)
    assert line_of(again) == line
    assert not writer.losses


@given(inventing.pages())
def test_every_span_of_any_line_is_the_text_that_it_says(page):
    record = record_of(page)
    marks = [each for array in ("entities", "cues", "quotes", "claims") for each in record[array]]
    assert len(marks) == len(page.annotations)
    for each in marks:
        assert "".join(record["text"][start:end] for start, end in each["fragments"]) == each["text"]


@given(inventing.pages())
def test_any_line_keeps_to_the_schema(page):
    assert list(VALIDATOR.iter_errors(record_of(page))) == []


@given(inventing.pages())
def test_any_page_means_the_same_after_the_journey(page):
    again = page_of(line_of(page), page.codebook)
    after = {each.id: each for each in again.annotations}
    for before in page.annotations:
        silent = unsaid(page.codebook, before.kind, before.label)
        met = after.pop(before.id)
        assert {"inner": [], **silent, **met.attributes, **before.attributes} == {
            "inner": [],
            **silent,
            **met.attributes,
        }
        assert replace(met, article=before.article, attributes=before.attributes) == before
    assert not after
    assert ends_of(again) == ends_of(page)


def ends_of(page: Page) -> set[tuple[str, str, End]]:
    """What fills which slot, but for words and for entries that a mention in the same slot stands for already."""
    ends = {(each.source, each.role, each.target) for each in page.links if each.target.kind != LITERAL_END}
    behind = {(source, role, end) for source, role, end in ends if role in ("speaker", "claimer")}
    implied = {
        (source, role, entry)
        for source, role, mention in behind
        for at, slot, entry in ends
        if slot == "entity" and at == mention.value
    }
    return ends - implied


def test_what_a_mark_is_silent_about_has_the_default(page):
    record = record_of(page)
    (entity,), (cue,), (quote,), (claim,) = (record[array] for array in ("entities", "cues", "quotes", "claims"))
    assert (entity["mention"], entity["metonymic"], entity["uncertain"], entity["entity_id"]) == (
        "name",
        False,
        False,
        None,
    )
    assert cue["strength"] == "neutral"
    assert (quote["medium"], quote["polarity"], quote["nested_in"]) == ("speech", "asserted", None)
    assert quote["speaker"] == {"realization": "none", "mention_ids": [], "entity_ids": []}
    assert claim["verdict"] == {"value": None, "evidence_urls": [], "date": None, "by": None}
    assert (claim["verifiable"], claim["checkworthy"]) == (None, None)


def test_a_quote_without_inner_fragments_gets_those_between_its_marks(page):
    (quote,) = record_of(page)["quotes"]
    (start, end), (inner_start, inner_end) = quote["fragments"][0], quote["inner"][0]
    assert (inner_start, inner_end) == (start + 1, end - 1)


def test_the_entries_of_a_speaker_are_those_of_its_mentions_and_its_own(page):
    other = RegisterEntry("A0", "ORG", "الوزارة")
    page = replace(page, register={**page.register, "A0": other})
    page = with_links(
        page,
        link(page, "entity", "e1", "E1", ENTRY_END),
        link(page, "speaker", "q1", "e1"),
        link(page, "speaker", "q1", "A0", ENTRY_END),
    )
    record = record_of(page)
    assert record["quotes"][0]["speaker"]["entity_ids"] == ["A0", "E1"]
    assert [entry["entity_id"] for entry in record["register"]] == ["A0", "E1"]


def test_an_entry_that_the_line_does_not_name_is_not_in_its_register(page):
    assert record_of(page)["register"] == []


def test_marks_stand_in_the_order_of_the_dataset(page):
    inner = mark("e0", "entity", "PERS", "ليلى")
    twin = mark("e2", "entity", "OCC", "ليلى حداد")
    page = replace(
        page, annotations=[replace(each, article=page.article.id) for each in (inner, twin)] + page.annotations
    )
    assert [each["id"] for each in record_of(page)["entities"]] == ["e2", "e1", "e0"]


def test_annotators_are_who_worked_on_it_and_who_made_its_marks(page):
    page = replace(page, progress=replace(page.progress, annotators=("b2", "a0")))
    assert record_of(page)["annotators"] == ["a0", "a1", "b2"]


@pytest.mark.parametrize("state", [SUGGESTED, REJECTED])
def test_marks_that_were_not_accepted_stay_at_home_unless_asked_for(page, state):
    marks = [replace(each, state=state) if each.id == "u1" else each for each in page.annotations]
    page = replace(page, annotations=marks)
    assert record_of(page)["cues"] == []
    assert [each["id"] for each in json.loads(line_of(page, {state}))["cues"]] == ["u1"]


def test_a_link_to_a_mark_that_stays_at_home_is_told_as_lost(page):
    marks = [replace(each, state=SUGGESTED) if each.id == "u1" else each for each in page.annotations]
    page = with_links(replace(page, annotations=marks), link(page, "cue", "q1", "u1"))
    writer = LineWriter(page.codebook)
    assert writer.record(page)["quotes"][0]["cue_ids"] == []
    assert list(writer.losses.ids.values()) == [["q1-cue-u1"]]


def test_what_the_line_has_no_key_for_is_told_as_lost(page):
    said = {"e1": {"gender": "f"}, "q1": {"realization": "named"}}
    marks = [replace(each, attributes=said.get(each.id, {})) for each in page.annotations]
    noted = {"E1": replace(page.register["E1"], note="see page 2")}
    page = replace(page, annotations=marks, register=noted)
    page = with_links(page, link(page, "entity", "e1", "E1", ENTRY_END), link(page, "speaker", "q1", "x", LITERAL_END))
    writer = LineWriter(page.codebook)
    writer.line(page)
    assert sorted(lost for ids in writer.losses.ids.values() for lost in ids) == ["E1", "e1.gender", "q1.speaker=x"]
    told = json.loads(writer.losses.as_json("tawsim/1"))
    assert told["format"] == "tawsim/1"
    assert [each["count"] for each in told["lost"]] == [1, 1, 1]


def test_a_mark_of_a_kind_of_the_projects_own_is_told_as_lost(page):
    event = replace(page.annotations[0], id="x1", kind="event", label="attack")
    writer = LineWriter(page.codebook)
    record = writer.record(replace(page, annotations=[*page.annotations, event]))
    assert [each["id"] for each in record["entities"]] == ["e1"]
    assert list(writer.losses.ids.values()) == [["x1"]]


def test_a_journalist_as_claimer_is_a_word_in_the_line_and_a_link_in_the_project(page):
    page = with_links(page, link(page, "claimer", "k1", "journalist", LITERAL_END))
    assert record_of(page)["claims"][0]["claimer"]["kind"] == "journalist"
    (back,) = page_of(line_of(page), page.codebook).links
    assert (back.role, back.target) == ("claimer", End(LITERAL_END, "journalist"))


def test_relations_of_a_projects_own_come_back_with_whatever_they_say(example, codebook):
    example["relations"] = [
        {
            "id": "r1",
            "type": "works_for",
            "from": "e1",
            "to": "e2",
            "weight": 0.5,
            "layer": "gold",
            "by": {"who": "me"},
        },
        {"id": "r2", "type": "lives_in", "from": "e2", "to": "E1"},
    ]
    line = json.dumps(example, ensure_ascii=False)
    page = page_of(line, codebook)
    assert line_of(page) == line
    assert {each.role for each in page.links} >= {"relation:works_for", "relation:lives_in"}


def test_a_relation_that_says_nothing_of_its_making_more_than_its_mark_keeps_nothing(example, codebook):
    page = page_of(example, codebook)
    own = Link("r1", page.article.id, "gold", "relation:near", "e1", End(ANNOTATION_END, "e3"))
    line = line_of(replace(page, links=[*page.links, own]))
    again = page_of(line, codebook)
    assert line_of(again) == line
    assert not any("relation_keys" in each.attributes for each in again.annotations)


def test_the_surface_of_a_discontinuous_mark_is_joined_with_nothing_between(page):
    first, second = TEXT.index("لن"), TEXT.index("الحصص")
    fragments = (Span(first, first + 2), Span(second, second + 5))
    split = replace(page.annotations[2], fragments=fragments, exact=surface(TEXT, fragments), attributes={"inner": []})
    (quote,) = record_of(replace(page, annotations=[split]))["quotes"]
    assert quote["text"] == "لنالحصص"
    assert quote["fragments"] == [[first, first + 2], [second, second + 5]]
