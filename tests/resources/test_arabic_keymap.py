"""The key map of the Arabic (101) layout says what X11's `ara` types."""

from __future__ import annotations

import ctypes
import ctypes.util
import string
import tomllib
from pathlib import Path

import pytest

from app.workbench.keymap import read_keymap

SOURCE = Path(__file__).parents[2] / "resources/keymaps/arabic-101.toml"
SYMBOLS = Path("/usr/share/X11/xkb/symbols/ara")
# Evdev key codes of the US layout's rows, plus the 8 that X adds.
ROWS = {10: "1234567890", 24: "QWERTYUIOP[]", 38: "ASDFGHJKL;'`", 52: "ZXCVBNM,./"}
CODES = {sign: first + at for first, row in ROWS.items() for at, sign in enumerate(row)}
SHIFTED_SIGNS = {"{": "[", "}": "]", "?": "/"}


@pytest.fixture(scope="module")
def table():
    return tomllib.loads(SOURCE.read_text(encoding="utf-8"))


class Names(ctypes.Structure):
    """``struct xkb_rule_names`` of libxkbcommon."""

    _fields_ = tuple((name, ctypes.c_char_p) for name in ("rules", "model", "layout", "variant", "options"))


class Layout:
    """What the keys of one X11 layout type, asked of libxkbcommon itself."""

    def __init__(self, name: str) -> None:
        found = ctypes.util.find_library("xkbcommon")
        if found is None or not SYMBOLS.exists():
            pytest.skip("no libxkbcommon or no X11 layouts on this machine")
        self._library = ctypes.CDLL(found)
        for function in ("xkb_context_new", "xkb_keymap_new_from_names"):
            getattr(self._library, function).restype = ctypes.c_void_p
        context = self._library.xkb_context_new(0)
        names = Names(layout=name.encode())
        self._map = self._library.xkb_keymap_new_from_names(ctypes.c_void_p(context), ctypes.byref(names), 0)
        assert self._map, "the layout does not compile"

    def types(self, key: str, level: int) -> str:
        """The sign on the key at shift level 0 or 1."""
        symbols = ctypes.POINTER(ctypes.c_uint32)()
        count = self._library.xkb_keymap_key_get_syms_by_level(
            ctypes.c_void_p(self._map), CODES[key], 0, level, ctypes.byref(symbols)
        )
        assert count == 1, key
        return chr(self._library.xkb_keysym_to_utf32(symbols[0]))


@pytest.fixture(scope="module")
def ara() -> Layout:
    return Layout("ara")


def test_every_letter_sign_and_digit_key_has_a_twin(table):
    assert set(table["double"]) == {"B"}
    wanted = {*string.ascii_uppercase, *string.digits, *"[];',./`"} - {"B"}
    assert wanted <= set(table["twins"])
    assert set(table["twins"]) - wanted == set(SHIFTED_SIGNS)


def test_no_two_keys_have_the_same_twin(table):
    assert len(set(table["twins"].values())) == len(table["twins"])
    assert all(len(twin) == 1 for twin in table["twins"].values())


def test_the_workbench_reads_it():
    keymap = read_keymap(SOURCE.read_text(encoding="utf-8"))
    assert keymap.name == "arabic-101"
    assert keymap.twin("G") == "ل"
    assert keymap.twin("Ctrl+K") == "Ctrl+ن"
    assert keymap.twin("{") == "<"
    assert keymap.twin("B") is None


def test_letters_and_signs_are_what_the_layout_types(table, ara):
    plain = {key: twin for key, twin in table["twins"].items() if key not in SHIFTED_SIGNS and not key.isdigit()}
    assert {key: ara.types(key, 0) for key in plain} == plain


def test_shifted_signs_are_what_the_layout_types(table, ara):
    assert {sign: ara.types(key, 1) for sign, key in SHIFTED_SIGNS.items()} == {
        sign: table["twins"][sign] for sign in SHIFTED_SIGNS
    }
    assert {key: ara.types(key, 1) for key in table["shifted"]} == table["shifted"]


def test_digits_are_those_of_the_layout_with_arabic_digits(table):
    digits = Layout("ara(digits)")
    assert {key: digits.types(key, 0) for key in string.digits} == {key: table["twins"][key] for key in string.digits}


def test_what_shift_types_on_a_letter_is_known_for_every_letter(table):
    assert set(table["shifted"]) == set(string.ascii_uppercase)
