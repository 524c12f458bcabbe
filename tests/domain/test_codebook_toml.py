"""A codebook written as TOML and read again is the same codebook."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import resources
from app.domain.codebook import (
    ATTRIBUTE_TYPES,
    KINDS,
    PATTERNS,
    Attribute,
    Choice,
    Codebook,
    Kind,
    Label,
    Slot,
    Words,
    ZoneKind,
    read_codebook,
)
from app.domain.codebook_toml import with_source, write_codebook
from app.domain.errors import CodebookError

TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=12)
ID = st.text(st.characters(codec="utf-8", exclude_characters="\r"), min_size=1, max_size=6)
WORDS = st.builds(Words, ar=TEXT, en=TEXT)
COLOUR = st.from_regex("#[0-9A-F]{6}", fullmatch=True)
VALUE = st.one_of(st.booleans(), st.integers(-(2**40), 2**40), TEXT)
EXPORTS = st.dictionaries(ID, TEXT, max_size=3)


def unique(parts: st.SearchStrategy) -> st.SearchStrategy:
    return st.lists(parts, max_size=3, unique_by=lambda part: part.id).map(tuple)


CHOICES = unique(st.builds(Choice, id=ID, name=WORDS))
ATTRIBUTE = st.builds(
    Attribute, id=ID, name=WORDS, type=st.sampled_from(ATTRIBUTE_TYPES), choices=CHOICES, default=VALUE | st.none()
)
SLOT = st.builds(
    Slot,
    id=ID,
    name=WORDS,
    ends=st.lists(st.sampled_from((*KINDS, "entry")), max_size=3).map(tuple),
    literals=st.lists(TEXT, max_size=2).map(tuple),
    most=st.integers(0, 4),
    key=TEXT | st.none(),
)


def label(kind: str) -> st.SearchStrategy[Label]:
    return st.builds(
        Label,
        id=ID,
        kind=st.just(kind),
        name=WORDS,
        key=st.none(),
        twin=st.none(),
        colour=COLOUR,
        dark=COLOUR,
        pattern=st.sampled_from(PATTERNS),
        definition=WORDS,
        examples=st.lists(TEXT, max_size=2).map(tuple),
        counter_examples=st.lists(TEXT, max_size=2).map(tuple),
        defaults=st.dictionaries(ID, VALUE, max_size=2),
        flat=TEXT | st.none(),
        lite=st.booleans(),
        exports=EXPORTS,
        trim=st.sampled_from(["name", "claim"]),
        retired=st.booleans(),
    )


def kind(name: str) -> st.SearchStrategy[Kind]:
    return st.builds(
        Kind, id=st.just(name), name=WORDS, labels=unique(label(name)), attributes=unique(ATTRIBUTE), slots=unique(SLOT)
    )


BOOK = st.builds(
    Codebook,
    name=TEXT,
    version=st.integers(1, 99),
    title=WORDS,
    kinds=st.tuples(*map(kind, KINDS)),
    zones=unique(st.builds(ZoneKind, id=ID, name=WORDS, excluded=st.booleans(), definition=WORDS)),
    source=st.just(""),
)


@given(BOOK)
def test_what_is_written_is_read_again(book: Codebook):
    assert read_codebook(write_codebook(book)) == book


@pytest.mark.parametrize("name", resources.codebook_names())
def test_the_shipped_codebooks_come_back_whole(name: str):
    book = resources.codebook(name)
    assert read_codebook(write_codebook(book)) == book
    assert with_source(book).source == with_source(with_source(book)).source


def test_control_signs_and_quotes_are_escaped():
    book = resources.codebook()
    odd = replace(book, name='a"b\\c\n\x7f\x00\u2028', title=Words("«س»", "\t'''"))
    assert read_codebook(write_codebook(odd)) == odd


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('id = "NORP"', 'id = "PERS"', "has the label PERS twice"),
        ('colour = "#0072B2"', 'colour = "blue"', "blue of PERS is no colour"),
        ('id = "nominal"', 'id = "name"', "has the choice name twice"),
        ('id = "subtype"', 'id = "note"', "has the attribute note twice"),
        ('key = "N"', 'key = "P"', "share the key P"),
    ],
)
def test_what_would_break_later_is_refused(old: str, new: str, said: str):
    source = resources.text("codebooks/arabic-news.toml").replace(old, new, 1)
    with pytest.raises(CodebookError, match=said):
        read_codebook(source, "own.toml")
