"""Hints: short, none the beginning of another, and typed on any layout."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import resources
from app.domain.span import Span
from app.workbench.asking import LETTERS, MOST_CANDIDATES, Asking, Candidate, hints
from app.workbench.keymap import Keymap, read_keymap

COUNTS = st.integers(0, MOST_CANDIDATES)


@pytest.fixture(scope="module")
def keymap() -> Keymap:
    return read_keymap(resources.text("keymaps/arabic-101.toml"))


def asking(count: int, taken: list[tuple[int, bool]] | None = None, zero: str | None = None) -> Asking:
    candidates = tuple(Candidate(Span(number, number + 1)) for number in range(count))
    return Asking("?", candidates, lambda choice, add: (taken or []).append((choice, add)), zero)


@given(COUNTS)
def test_no_hint_begins_another(count: int) -> None:
    found = hints(count)
    assert len(found) == count
    assert len(set(found)) == count
    singles = {each for each in found if len(each) == 1}
    assert all(len(each) <= 2 and set(each) <= set(LETTERS) for each in found)
    assert not any(each[0] in singles for each in found if len(each) == 2)


@given(COUNTS)
def test_as_many_hints_as_can_be_have_one_letter_and_the_likeliest_have_them(count: int) -> None:
    lengths = [len(each) for each in hints(count)]
    assert lengths == sorted(lengths)
    singles = lengths.count(1)
    one_more = singles + 1
    assert count <= len(LETTERS) or one_more + (len(LETTERS) - one_more) * len(LETTERS) < count


@given(st.integers(0, len(LETTERS)))
def test_few_candidates_have_one_letter_each_the_home_row_first(count: int) -> None:
    assert hints(count) == tuple(LETTERS[:count])


@given(st.integers(1, MOST_CANDIDATES), st.data())
def test_typing_a_hint_takes_its_candidate_and_nothing_sooner(count: int, data: st.DataObject) -> None:
    number = data.draw(st.integers(0, count - 1))
    asked: Asking | None = asking(count)
    *begun, last = hints(count)[number]
    for letter in begun:
        assert asked is not None
        assert asked.choice(letter) is None
        asked = asked.after(letter.lower())
    assert asked is not None
    assert asked.choice(last) == asked.choice(last.lower()) == number


@given(st.integers(len(LETTERS) + 1, MOST_CANDIDATES), st.data())
def test_letters_of_both_layouts_may_be_mixed(count: int, data: st.DataObject) -> None:
    keymap = read_keymap(resources.text("keymaps/arabic-101.toml"))
    number = data.draw(st.integers(0, count - 1))
    asked: Asking | None = asking(count)
    for letter in hints(count)[number]:
        shift = data.draw(st.booleans())
        typed = data.draw(st.sampled_from([letter, keymap.shifted[letter] if shift else keymap.twins[letter]]))
        read = keymap.letter(typed, shift)
        assert read == letter
        assert asked is not None
        if (choice := asked.choice(read)) is not None:
            assert choice == number
        else:
            asked = asked.after(read)


def test_a_letter_that_begins_no_hint_changes_nothing() -> None:
    asked = asking(30)
    assert asked.after("B") is None
    assert asked.after("A") is None  # a whole hint
    begun = asked.after("M")
    assert begun is not None
    assert begun.after("A") is None
    assert begun.before().begun == ""


def test_nought_is_no_part_of_a_longer_hint() -> None:
    asked = asking(30, zero="nobody")
    assert [asked.choice(sign) for sign in "0٠۰"] == [-1, -1, -1]
    begun = asked.after("M")
    assert begun is not None
    assert begun.choice("0") is None
    assert asking(3).choice("0") is None


@pytest.mark.parametrize(("typed", "letter"), [("[", "F"), ("]", "D"), ("لأ", "G"), ("ﻷ", "G"), ("أ", "H"), ("ِ", "A")])
def test_what_shift_types_on_an_arabic_layout_is_told_by_its_key(keymap: Keymap, typed: str, letter: str) -> None:
    assert keymap.letter(typed, shift=True) == letter
    assert keymap.shifted_letter(typed, latin=True) == letter


def test_a_sign_that_both_layouts_have_with_shift_is_the_arabic_ones_only_after_an_arabic_letter(
    keymap: Keymap,
) -> None:
    assert keymap.shifted_letter("{", latin=True) is None
    assert keymap.shifted_letter("{", latin=False) == "V"


def test_a_bracket_without_shift_is_no_letter(keymap: Keymap) -> None:
    assert keymap.letter("[", shift=False) is None
    assert keymap.letter("ج", shift=False) is None
    assert keymap.letter("", shift=True) is None
