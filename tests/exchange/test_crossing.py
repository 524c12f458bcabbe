"""What a process has read arrives in another as it was: pages, articles, troubles and notes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given as invented
from hypothesis import strategies as st

from app.domain.article import Zone, new_article
from app.domain.errors import N_, SpanError, TawsimError
from app.domain.span import Span
from app.exchange.crossing import given, packed, taken, unpacked
from app.exchange.errors import BadLine, ExchangeError, Note
from app.exchange.format import Arrival, Refusal
from tests.exchange.inventing import CODEBOOK, pages


def crossed(arrival: Arrival) -> Arrival:
    return taken(unpacked(packed(given(arrival))), CODEBOOK)


def told(error: object) -> tuple[type, str, dict[str, Any]]:
    assert isinstance(error, TawsimError)
    return type(error), error.template, error.values


@invented(pages(), st.booleans(), st.binary(max_size=5))
def test_a_page_is_the_same_on_the_other_side(page, named, raw):
    here = Arrival(page, 7, raw, named, stretch=(3, 9), heading=b"a,b")
    there = crossed(here)
    assert there == here
    assert there.found.codebook is CODEBOOK


def test_an_article_brings_what_was_found_of_its_zones():
    article = new_article("a", "عمّان 👍🏽\r\nنص", title=None)
    zoned = new_article("a", article.text, title="عمّان", zones=(Zone("headline", Span(0, 7)),))
    there = crossed(Arrival(article, zoned=zoned, whole_file=20))
    assert there.found == article
    assert there.zoned is not None
    assert (there.zoned.id, there.zoned.title, there.zoned.zones) == (article.id, zoned.title, zoned.zones)


@pytest.mark.parametrize(
    ("value", "arrives"),
    [
        (12, 12),
        (None, None),
        (0.5, 0.5),
        ("نص", "نص"),
        ("half \ud800", "half \ud800"),
        (Path("a/\udcff.txt"), Path("a/\udcff.txt")),
        (KeyError("speaker"), "'speaker'"),
        (["a", 1], "['a', 1]"),
    ],
)
def test_what_a_sentence_tells_of_arrives(value, arrives):
    note = Note(N_("{what}"), {"what": value}, 3)
    there = crossed(Arrival(BadLine(N_("Bad: {what}."), what=value), notes=(note,)))
    assert told(there.found) == (BadLine, "Bad: {what}.", {"what": arrives})
    assert there.notes == (Note("{what}", {"what": arrives}, 3),)


def test_a_trouble_within_a_trouble_can_still_be_translated():
    inner = SpanError(N_("The fragment {start}-{end} is empty."), start=1, end=1)
    refusal = Refusal(ExchangeError(N_("Left out: {reason}"), reason=inner), 4)
    (there,) = crossed(Arrival(new_article("a", "نص"), refused=(refusal,))).refused
    assert there.line == 4
    assert there.error.sentence(lambda text: text.upper().format(START=1, END=1, REASON="{reason}")) != str(there.error)
    assert told(there.error.values["reason"]) == told(inner)


def test_an_error_that_only_the_reader_knows_arrives_as_its_sentence():
    message = given(Arrival(BadLine(N_("Bad: {what}."), what=1)))
    message[1][0] = "some.reader.OwnError"
    there = taken(unpacked(packed(message)), CODEBOOK).found
    assert type(there) is ExchangeError
    assert str(there) == "Bad: 1."
