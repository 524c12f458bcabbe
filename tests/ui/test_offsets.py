"""Code points and UTF-16 units never drift apart."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument

from app.ui.offsets import Offsets, in_units

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\x00"), max_size=60)
ARABIC = st.text("ابتثنمو وَّٰـ،\u00a0\u200f\u2028\u2066\u2069😀👩‍👧🇯🇴\n", max_size=60)


@given(TEXTS | ARABIC)
def test_there_and_back_is_the_same_place(text: str) -> None:
    offsets = Offsets(text)
    assert [offsets.to_text(offsets.to_qt(place)) for place in range(len(text) + 1)] == list(range(len(text) + 1))


@given(TEXTS | ARABIC)
def test_a_qt_position_is_the_number_of_utf16_units_before_it(text: str) -> None:
    offsets = Offsets(text)
    for place in range(len(text) + 1):
        assert offsets.to_qt(place) == len(text[:place].encode("utf-16-le")) // 2


@given(TEXTS | ARABIC)
def test_a_position_inside_a_surrogate_pair_is_the_pairs_start(text: str) -> None:
    offsets = Offsets(text)
    for unit in range(len(text.encode("utf-16-le")) // 2 + 1):
        place = offsets.to_text(unit)
        assert offsets.to_qt(place) <= unit
        assert place == len(text) or offsets.to_qt(place + 1) > unit


@given(TEXTS | ARABIC)
def test_qts_document_counts_the_same_units(text: str) -> None:
    document = QTextDocument()
    document.setPlainText(text)
    assert document.characterCount() - 1 == Offsets(text).to_qt(len(text))


@given(TEXTS | ARABIC)
def test_a_text_in_units_has_qts_positions(text: str) -> None:
    units, offsets = in_units(text), Offsets(text)
    assert len(units) == offsets.to_qt(len(text))
    assert all(units[offsets.to_qt(place)] == sign for place, sign in enumerate(text) if sign <= "\uffff")
