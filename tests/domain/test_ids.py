"""Ids: made in order, and derived ones that never change, since projects hold them."""

from __future__ import annotations

import uuid

from hypothesis import given
from hypothesis import strategies as st

from app.domain.ids import derived_id, new_id


def test_new_ones_come_in_the_order_of_their_making():
    made = [new_id() for _ in range(1000)]
    assert made == sorted(set(made))
    assert {(uuid.UUID(each).version, uuid.UUID(each).variant) for each in made} == {(7, uuid.RFC_4122)}


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), max_size=4))
def test_a_derived_one_is_the_uuid_of_its_parts(parts):
    assert derived_id(*parts) == str(uuid.uuid5(uuid.NAMESPACE_URL, "tawsim:" + "\x1f".join(parts)))


def test_derived_ones_are_those_of_earlier_projects():
    assert derived_id("d1", "gold", "e1") == "fd8ad308-4083-552a-83ad-24c4bfe39400"
