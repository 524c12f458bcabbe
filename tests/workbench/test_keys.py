"""The keys in force: what an analyst changes, what clashes, and the file in which it is kept."""

from __future__ import annotations

import string
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from app import resources
from app.domain.errors import TawsimError
from app.workbench.actions import marking, table
from app.workbench.keyfile import KeyFileBroken, parse_keys, read_key_file, write_key_file, write_keys
from app.workbench.keymap import read_keymap
from app.workbench.keys import Clash, Key, KeyRefused, KeyTable, OwnKeys, key_name
from app.workbench.rebinding import Rebinding, Taken

KEYMAP = read_keymap(resources.text("keymaps/arabic-101.toml"))
USUAL = {"law": ("K",), "person": ("P",), "redo": ("Ctrl+Y", "Ctrl+Shift+Z"), "leave": ("Esc",), "type": ()}


def keys() -> KeyTable:
    return KeyTable.plain(USUAL, KEYMAP)


def press(action: str, *pressed: str, at: int | None = 0, twin: bool = False, into: KeyTable | None = None) -> KeyTable:
    """The table after these keys were pressed for that action's key."""
    rebinding = Rebinding(into or keys(), action, at, twin)
    made = [rebinding.press(key) for key in pressed][-1]
    assert isinstance(made, KeyTable), made
    return made


# names of keys


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("k", "K"),
        ("shift+ctrl+k", "Ctrl+Shift+K"),
        ("Ctrl++", "Ctrl++"),
        ("+", "+"),
        ("pgdown", "PgDown"),
        ("f11", "F11"),
        ("Ctrl+ن", "Ctrl+ن"),
        ("Ctrl", None),
        ("Ctrl+", None),
        ("", None),
        ("F99", None),
        ("KK", None),
        ("\n", None),
    ],
)
def test_a_key_is_written_in_one_way(written, name):
    assert key_name(written) == name


def test_every_key_of_the_table_of_actions_is_written_so():
    actions = table(resources.codebook(), marking.mark)
    assert [key for action in actions.values() for key in action.keys if key_name(key) != key] == []


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("Shift+{", "{"),
        ("Ctrl+Shift+{", "Ctrl+{"),
        ("Shift+Backtab", "Shift+Tab"),
        ("Shift+G", "Shift+G"),
        ("Shift+[", "Shift+F"),  # what Shift and F type under the Arabic layout
        ("Shift+ل", "Shift+ل"),
        ("Shift+ﻷ", "Shift+G"),
        ("Shift+1", "1"),  # digits stand behind Shift on AZERTY
        ("Shift+.", "."),
        ("Ctrl+Alt+Right", "Ctrl+Alt+Right"),
        ("Shift+Space", "Shift+Space"),
    ],
)
def test_shift_is_part_of_a_sign_and_stays_with_a_letter(told, name):
    assert KEYMAP.pressed(told) == name


@given(st.sampled_from(sorted(KEYMAP.twins)), st.sampled_from(["", "Ctrl+", "Alt+Shift+"]))
def test_a_twin_leads_back_to_its_key(latin, modifiers):
    twin = KEYMAP.twin(modifiers + latin)
    if twin is not None and not twin.rpartition("+")[2].isascii():
        assert KEYMAP.latin(twin) == modifiers + latin


@given(st.text(alphabet=string.ascii_lowercase + ";,./[]' ", max_size=12))
def test_words_typed_on_the_other_layout_are_read_back(word):
    assume("b" not in word or "gh" not in word)  # both type lam and alef
    for typed in KEYMAP.other_layout(word):
        assert word in (typed, *KEYMAP.other_layout(typed))


# changing


def test_a_new_key_brings_its_twin_along():
    made = press("person", "X")
    assert made.of("person") == ("X", "ء")
    assert made.changed("person")
    assert not made.changed("law")


def test_a_key_pressed_on_the_arabic_layout_is_the_same_key():
    assert press("person", "ء") == press("person", "X")


def test_a_taken_key_is_refused_with_its_owner_and_taken_over_when_pressed_again():
    rebinding = Rebinding(keys(), "person", 0)
    assert rebinding.press("K") == Taken("K", "law", "P")
    made = rebinding.press("K")
    assert isinstance(made, KeyTable)
    assert (made.of("person"), made.of("law")) == (("K", "ن"), ("P", "ح"))


def test_another_key_in_between_forgets_the_offer():
    rebinding = Rebinding(keys(), "person", 0)
    assert isinstance(rebinding.press("K"), Taken)
    assert isinstance(rebinding.press("Ctrl+Y"), Taken)
    assert isinstance(rebinding.press("K"), Taken)


def test_one_key_more_takes_over_without_giving_anything():
    rebinding = Rebinding(keys(), "person", None)
    assert rebinding.press("K") == Taken("K", "law", None)
    made = rebinding.press("K")
    assert isinstance(made, KeyTable)
    assert (made.of("person"), made.of("law")) == (("P", "K", "ح", "ن"), ())


def test_an_action_can_have_several_keys_and_lose_one():
    made = press("redo", "X", at=None)
    assert made.keys["redo"] == (Key("Ctrl+Y"), Key("Ctrl+Shift+Z"), Key("X"))
    assert Rebinding(made, "redo", 0).removed().keys["redo"] == (Key("Ctrl+Shift+Z"), Key("X"))
    assert press("redo", "X", into=made).keys["redo"] == (Key("X"), Key("Ctrl+Shift+Z"))


def test_an_action_without_a_key_gets_one():
    assert press("type", "X", at=None).of("type") == ("X", "ء")


def test_the_twin_is_changed_alone_and_put_back_by_the_proposed_one():
    made = press("person", "ط", twin=True)
    assert made.keys["person"] == (Key("P", "ط"),)
    assert made.of("person") == ("P", "ط")
    assert press("person", "ح", twin=True, into=made) == keys()
    assert Rebinding(keys(), "person", 0, twin=True).removed().of("person") == ("P",)


def test_two_twins_change_places():
    rebinding = Rebinding(keys(), "person", 0, twin=True)
    assert rebinding.press("ن") == Taken("ن", "law", "ح")
    made = rebinding.press("ن")
    assert isinstance(made, KeyTable)
    assert (made.of("person"), made.of("law")) == (("P", "ن"), ("K", "ح"))


@pytest.mark.parametrize("key", ["Esc", "Ctrl", "Shift", "AltGr", "B", "Ctrl+B"])
def test_some_keys_are_refused_in_words(key):
    with pytest.raises(KeyRefused, match=key.replace("+", r"\+")):
        Rebinding(keys(), "person", 0).press(key)


def test_what_has_escape_keeps_it_beside_another_key():
    made = press("leave", "X", at=None)
    for key in made.keys["leave"]:
        made.check("leave", key)


def test_one_action_or_all_get_their_usual_keys_again():
    swapped = press("person", "K", "K")
    back = swapped.reset("law")
    assert (back.of("law"), back.of("person")) == (("K", "ن"), ())
    assert list(back.clashes()) == []
    assert swapped.reset() == keys()


letters = st.sampled_from(["K", "P", "X", "Ctrl+Y", "Ctrl+Shift+Z", "L", "ن", "ح", "م"])
acts = st.tuples(st.sampled_from(list(USUAL)), letters, st.sampled_from([0, 1, None]), st.booleans(), st.booleans())


@given(st.lists(acts, max_size=12))
def test_no_run_of_changes_ends_in_a_clash(steps):
    here = keys()
    for action, key, at, twin, remove in steps:
        if at is not None and at >= len(here.keys[action]):
            at = None
        rebinding = Rebinding(here, action, at, twin and at is not None)
        if remove:
            here = rebinding.removed()
            continue
        try:
            made = rebinding.press(key)
            made = rebinding.press(key) if isinstance(made, Taken) else made
        except KeyRefused:
            continue
        assert isinstance(made, KeyTable)
        here = made
        assert list(here.clashes()) == []
    assert keys().with_own(here.own()) == here


# what was kept, and what is usual by now


def test_a_changed_key_stays_and_the_usual_one_gives_way():
    own = OwnKeys(keys={"person": (Key("K"),)})
    settled, clashes = keys().with_own(own).settled()
    assert (settled.of("person"), settled.of("law")) == (("K", "ن"), ())
    assert clashes == [Clash("K", "person", "law")]


def test_keys_of_unknown_actions_are_kept():
    own = OwnKeys(keys={"label.OTHER": (Key("K"),), "person": (Key("X"),)})
    table = keys().with_own(own)
    assert list(table.strange) == ["label.OTHER"]
    assert list(table.clashes()) == []
    assert table.own() == own


# the file

names = st.builds(
    lambda modifiers, last: key_name("+".join([*modifiers, last])),
    st.lists(st.sampled_from(["Ctrl", "Alt", "Shift", "Meta"]), unique=True),
    st.sampled_from([*string.ascii_uppercase, *string.punctuation, "F1", "PgDown", "Space", "ن", "ؤ", "٣", "«"]),
)
own_keys = st.builds(
    OwnKeys,
    st.text(max_size=20),
    st.dictionaries(
        st.text(max_size=20),
        st.lists(st.builds(Key, names, st.none() | st.just("") | names), max_size=3).map(tuple),
        max_size=5,
    ),
)


@given(own_keys)
def test_a_key_file_gives_back_what_was_written(own):
    assert parse_keys(write_keys(own), "keys.toml") == own


def test_a_file_that_is_not_there_changes_nothing(tmp_path: Path):
    assert read_key_file(tmp_path / "keys.toml") == OwnKeys()


def test_a_file_is_written_whole_and_read_again(tmp_path: Path):
    own = OwnKeys(keys={"person": (Key("X", "ط"), Key("Ctrl+X"))})
    write_key_file(tmp_path / "keys.toml", own)
    assert read_key_file(tmp_path / "keys.toml") == own
    assert [file.name for file in tmp_path.iterdir()] == ["keys.toml"]


@pytest.mark.parametrize(
    ("source", "line", "about"),
    [
        ('layout = "arabic-101"\n[keys]\n"a" = [', 3, "TOML"),
        ('layout = "arabic-101"\n\n[keys]\n"b" = ["X"]\n"a" = "K"\n', 5, "“a”"),
        ('[keys]\n"a" = ["Ctrl"]\n', 2, "Ctrl, which is no key"),
        ('[keys]\n"a" = [7]\n', 2, "7, which is no key"),
        ('[keys]\n"a" = [{ key = "K", twin = false }]\n', 2, "False, which is no key"),
        ("layout = 3\n", 1, "“layout”"),
        ("\nkeys = 3\n", 2, "“keys”"),
    ],
)
def test_a_broken_file_says_line_and_reason(source, line, about):
    with pytest.raises(KeyFileBroken, match=rf"^mine\.toml, line {line}: .*{about}"):
        parse_keys(source, "mine.toml")


def test_a_file_that_is_no_text_or_cannot_be_read_is_told(tmp_path: Path):
    (tmp_path / "keys.toml").write_bytes(b"[keys]\n\xff")
    with pytest.raises(TawsimError, match="line 2"):
        read_key_file(tmp_path / "keys.toml")
    with pytest.raises(TawsimError, match="cannot be read"):
        read_key_file(tmp_path)
