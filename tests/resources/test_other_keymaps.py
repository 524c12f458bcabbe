"""The key maps of other Arabic layouts say what X11 types, and every action can be reached with them."""

from __future__ import annotations

import string
import tomllib
from pathlib import Path

import pytest

from app import resources
from app.workbench.actions import marking, table
from app.workbench.keymap import read_keymap
from app.workbench.keys import KeyTable
from tests.resources.test_arabic_keymap import CODES, Layout

MAPS = Path(__file__).parents[2] / "resources/keymaps"
LATIN = {"arabic-101": "us", "arabic-azerty": "fr", "arabic-mac": "us"}
# Signs for which the two layouts have no common key, or that stand behind Shift on one of them.
ELSEWHERE = {"[", "]", "{", "}", "?"}


def source(name: str) -> str:
    return (MAPS / f"{name}.toml").read_text(encoding="utf-8")


@pytest.fixture(scope="module", params=sorted(set(LATIN) - {"arabic-101"}))
def name(request) -> str:
    return request.param


def test_every_key_map_is_looked_at():
    assert {file.stem for file in MAPS.glob("*.toml")} == set(LATIN)


def test_twins_and_shifted_signs_are_what_the_layout_types(name):
    there = tomllib.loads(source(name))
    latin, arabic = Layout(LATIN[name]), Layout(there["layout"])
    places = {sign.upper(): key for key in CODES if (sign := typed(latin, key))}
    twins = {sign: twin for sign, twin in there["twins"].items() if sign not in ELSEWHERE}
    assert {sign: arabic.types(places[sign], 0) for sign in twins} == twins
    assert {sign: arabic.types(places[sign], 1) for sign in there["shifted"]} == there["shifted"]


def typed(layout: Layout, key: str) -> str:
    """The sign on the key; nothing for a dead one."""
    sign = layout.types(key, 0)
    return "" if sign == "\0" else sign


def test_every_letter_has_a_twin_or_types_two_letters(name):
    keymap = read_keymap(source(name))
    assert set(string.ascii_uppercase) - set(keymap.twins) == keymap.double
    assert len(set(keymap.twins.values())) == len(keymap.twins)


def test_no_two_actions_share_a_key_under_it(name):
    actions = table(resources.codebook(), marking.mark)
    keys = KeyTable.plain({each: action.keys for each, action in actions.items()}, read_keymap(source(name)))
    assert list(keys.clashes()) == []


def test_it_has_a_title_in_both_languages(name):
    title = read_keymap(source(name)).title
    assert title is not None
    assert title.ar != title.en
