"""What is shown of characters that are not what they look like."""

from __future__ import annotations

import sys
import unicodedata

import pytest

from app.domain.text.folding import is_invisible
from app.domain.text.unseen import FLAGGED, HIDDEN, ODD_SPACE, SPACE, category_of, name_of, unseen


@pytest.mark.parametrize(
    ("letter", "kind", "short"),
    [
        ("\u200c", HIDDEN, "ZWNJ"),
        ("\u202e", HIDDEN, "RLO"),
        ("\ufeff", HIDDEN, "BOM"),
        ("\u2028", HIDDEN, "LS"),
        ("\x07", HIDDEN, "0007"),
        ("\ufe0f", HIDDEN, "VS16"),
        (" ", SPACE, ""),
        ("\u00a0", ODD_SPACE, "NBSP"),
        ("\t", ODD_SPACE, "TAB"),
        ("ـ", FLAGGED, ""),
        ("\ufefb", FLAGGED, "PF"),
        ("\ue001", FLAGGED, "PUA"),
    ],
)
def test_each_sort_has_its_sign(letter: str, kind: str, short: str) -> None:
    what = unseen(letter)
    assert what is not None
    assert (what.kind, what.short) == (kind, short)


@pytest.mark.parametrize("letter", "بA1«\u064e۔\u06dd")
def test_what_is_seen_has_none(letter: str) -> None:
    assert unseen(letter) is None


def test_whatever_a_search_ignores_as_invisible_has_a_sign() -> None:
    assert all(unseen(chr(point)) for point in range(0x10000) if is_invisible(chr(point)))


def test_every_character_has_a_category_in_words() -> None:
    seen = {unicodedata.category(chr(point)): chr(point) for point in range(0, sys.maxunicode, 7)}
    assert all(category_of(letter) for letter in seen.values())
    assert name_of("\n") == "LINE FEED" and name_of("\ue001") == ""
