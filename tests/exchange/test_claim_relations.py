"""Claims that several articles share: the line names the entry, its register holds it, nothing is lost."""

from __future__ import annotations

import json
from dataclasses import replace

import jsonschema
from hypothesis import given
from hypothesis import strategies as st

from app.domain.annotation import ENTRY_END, End, Link, RegisterEntry
from app.domain.codebook import CLAIM
from app.domain.rules import CLAIM_ENTRY
from app.exchange.page import Page
from app.exchange.schema import schema_text
from app.exchange.tawsim_jsonl import LineWriter, line_of, page_of
from tests.exchange import inventing

VALIDATOR = jsonschema.Draft202012Validator(json.loads(schema_text()))


@st.composite
def shared_claims(draw: st.DrawFn) -> Page:
    """A page some of whose claims say the same as, or contradict, entries of the register."""
    page = draw(inventing.pages())
    entries = {f"C{n}": RegisterEntry(f"C{n}", CLAIM_ENTRY, draw(inventing.words)) for n in range(3)}
    claims = [each for each in page.annotations if each.kind == CLAIM]
    made = [
        Link(f"r{n}-{entry}", page.article.id, page.layer, f"relation:{way}", claim.id, End(ENTRY_END, entry))
        for n, claim in enumerate(claims)
        for entry, way in draw(
            st.dictionaries(st.sampled_from(sorted(entries)), st.sampled_from(["same_claim", "contradicts"]))
        ).items()
    ]
    return replace(page, links=[*page.links, *made], register={**page.register, **entries})


@given(shared_claims())
def test_the_line_comes_back_byte_for_byte_and_is_whole_in_itself(page: Page) -> None:
    writer = LineWriter(page.codebook)
    line = writer.line(page)
    record = json.loads(line)
    VALIDATOR.validate(record)
    assert line_of(page_of(line, page.codebook)) == line
    there = {entry["entity_id"]: entry["label"] for entry in record["register"]}
    wanted = [link for link in page.links if link.role.startswith("relation:")]
    assert {(each["from"], each["type"], each["to"]) for each in record["relations"]} == {
        (each.source, each.role.removeprefix("relation:"), each.target.value) for each in wanted
    }
    assert all(there[each.target.value] == CLAIM_ENTRY for each in wanted)
    assert not any(loss for loss in writer.losses.as_json("").split() if "relation:" in loss)


@given(shared_claims())
def test_what_comes_back_has_the_same_links_under_the_same_roles(page: Page) -> None:
    again = page_of(line_of(page), page.codebook)
    relations = {(each.id, each.role, each.source, each.target) for each in page.links if "relation:" in each.role}
    assert {
        (each.id, each.role, each.source, each.target) for each in again.links if "relation:" in each.role
    } == relations
