"""Records as JSON text: exactly the same comes back, and the same content is always the same text."""

from __future__ import annotations

from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.annotation import STATES, Annotation, End, Link, Progress, RegisterEntry
from app.domain.edit import Change
from app.domain.span import Span
from app.store import records
from app.store.rows import ANNOTATION, ENTRY, LINK, PROGRESS, annotation_of, entry_of, link_of, progress_of, row_of
from tests.store import making

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
maybe = st.none() | words
values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.floats(allow_nan=False, allow_infinity=False) | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=8,
)
spans = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 10**6), st.integers(1, 999))
annotations = st.builds(
    Annotation,
    id=words,
    article=words,
    layer=words,
    kind=words,
    label=words,
    fragments=st.lists(spans, min_size=1, max_size=4).map(tuple),
    exact=words,
    made_at=words,
    made_by=words,
    attributes=st.dictionaries(words, values, max_size=4),
    origin=words,
    confidence=st.none() | st.floats(0, 1),
    state=st.sampled_from(STATES),
    codebook=st.integers(1, 99),
    changed_at=maybe,
    changed_by=maybe,
)
ends = st.builds(End, st.sampled_from(["annotation", "entry", "literal"]), words)
links = st.builds(Link, words, words, words, words, words, ends)
entries = st.builds(RegisterEntry, words, words, words, st.lists(words, max_size=3).map(tuple), maybe, maybe)
progresses = st.builds(Progress, words, words, words, st.lists(words, max_size=3).map(tuple))
any_record = annotations | links | entries | progresses


def back(record):
    """The record as it comes back from the journal's text."""
    (change,) = records.changes_from_json(records.changes_to_json([Change(None, record)]))
    return change.after


@given(any_record)
def test_every_record_comes_back_exactly(record):
    assert back(record) == record
    assert type(back(record)) is type(record)


@given(st.lists(st.builds(Change, any_record, st.none()) | st.builds(Change, st.none(), any_record), max_size=4))
def test_changes_come_back_exactly(changes):
    assert records.changes_from_json(records.changes_to_json(changes)) == tuple(changes)


@given(annotations)
def test_the_order_of_attributes_changes_no_text(annotation):
    turned = dict(reversed(annotation.attributes.items()))
    assert records.compact(turned) == records.compact(annotation.attributes)


@given(annotations, links, entries, progresses)
def test_every_record_comes_back_from_its_row(annotation, link, entry, progress):
    ranks = {annotation.article: 7, link.article: 8, progress.article: 9}
    assert annotation_of(row_of(annotation, ranks), annotation.article) == annotation
    assert link_of(row_of(link, ranks), link.article) == link
    assert entry_of(row_of(entry, ranks)) == entry
    assert progress_of(row_of(progress, ranks), progress.article) == progress


@pytest.mark.parametrize(
    ("table", "record"),
    [
        (ANNOTATION, making.mark(making.article(), 0, 4)),
        (LINK, making.link(making.mark(making.article(), 0, 4), "journalist")),
        (ENTRY, making.entry()),
        (PROGRESS, making.begun(making.article())),
    ],
)
def test_a_row_has_a_place_for_each_column(table, record):
    assert len(row_of(record, dict.fromkeys([getattr(record, "article", "")], 1))) == len(table.columns.split(", "))


def test_attributes_may_be_any_mapping():
    frozen = making.mark(making.article(), 0, 4, attributes=MappingProxyType({"mention": "name"}))
    assert back(frozen) == frozen


def test_what_is_no_json_value_is_refused():
    with pytest.raises(TypeError, match="complex"):
        records.compact({"a": 1j})


def test_a_record_of_an_unknown_type_is_refused():
    with pytest.raises(ValueError, match="unknown type"):
        records.changes_from_json('[{"before":null,"after":{"type":"dream"}}]')
