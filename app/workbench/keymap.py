"""Key maps: which letter of a layout stands on the same physical key, and which action a key belongs to."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import field

from app import resources
from app.domain.codebook import Words
from app.domain.errors import N_, TawsimError
from app.domain.values import frozen

MODIFIERS = ("Ctrl", "Alt", "Shift", "Meta")
# What Shift types on keys of Latin layouts that are no letters; / ' ` on German ones.
_LATIN_SHIFTED = frozenset("~!@#$%^&*()_+{}|:\"<>?/'`")
_LAM_ALEF = ("\ufefb", "لا")  # what the key B types: one sign under X11, two letters elsewhere


class KeyClash(TawsimError):
    """Two actions that want the same key."""


@frozen
class Keymap:
    """Twins of one layout: ``twins["K"]`` is the letter printed on the key of the Latin K.

    ``shifted`` is what Shift types on letter keys; ``double`` are the keys that type more than one letter.
    """

    name: str
    twins: Mapping[str, str]
    shifted: Mapping[str, str] = field(default_factory=dict)
    double: frozenset[str] = frozenset()
    title: Words | None = None

    def twin(self, key: str) -> str | None:
        """The same physical keys under this layout: ``Ctrl+K`` gives ``Ctrl+ن``; None where nothing differs."""
        *modifiers, last = parts(key)
        other = self.twins.get(last)
        if other is None or other == last:
            return None
        if last.isdigit() and modifiers:
            return None
        return "+".join([*modifiers, other])

    def both(self, keys: Iterable[str]) -> tuple[str, ...]:
        """The keys with their twins behind them, each once, in order."""
        latin = tuple(keys)
        return tuple(dict.fromkeys([*latin, *filter(None, map(self.twin, latin))]))

    def latin(self, key: str) -> str:
        """The same physical keys under the Latin layout: ``Ctrl+ن`` gives ``Ctrl+K``; other keys as they are."""
        *modifiers, last = parts(key)
        if last.isascii():
            return key
        return "+".join([*modifiers, next((latin for latin, twin in self.twins.items() if twin == last), last)])

    def pressed(self, key: str) -> str:
        """The name that the table of actions has for a key as a window system tells of it.

        Shift is part of a sign or digit (``Shift+{`` is ``{``) but stays with a letter, also where the layout types a
        sign with it (``Shift+[`` is Shift and F there, for under a Latin layout nothing types that).
        """
        *modifiers, last = parts(key)
        last = "Tab" if last == "Backtab" else last.upper() if len(last) == 1 else last
        if "Shift" in modifiers and len(last) == 1:
            typed = {sign: latin for latin, sign in self.shifted.items() if sign not in _LATIN_SHIFTED}
            if last in typed and last not in self.twins.values():
                last = typed[last]
            elif not last.isalpha():
                modifiers.remove("Shift")
        return "+".join([*(each for each in MODIFIERS if each in modifiers), last])

    def other_layout(self, typed: str) -> tuple[str, ...]:
        """What the same physical keys type on the other layout: the likelier first, none if nothing differs.

        ``typed`` is Latin or Arabic as a whole; the sign lam-alef may be one key or two.
        """
        if any("\u0600" <= sign <= "\u06ff" or sign in _LAM_ALEF for sign in typed):
            back = {twin: latin.lower() for latin, twin in self.twins.items()}
            back |= {sign: latin.lower() for latin, sign in self.shifted.items() if not sign.isascii()}
            spelt = [typed.replace(_LAM_ALEF[1], _LAM_ALEF[0]), typed] if self.double else [typed]
            made = ["".join("b" if sign == _LAM_ALEF[0] else back.get(sign, sign) for sign in each) for each in spelt]
        else:
            there = {**self.twins, **dict.fromkeys(self.double, _LAM_ALEF[1])}
            made = ["".join(there.get(sign.upper(), sign) for sign in typed)]
        return tuple(dict.fromkeys(each for each in made if each != typed))

    def letter(self, typed: str, shift: bool) -> str | None:
        """The Latin letter whose key typed this, under a Latin layout or this one; None for keys of no letter."""
        if not typed:
            return None
        if shift and (key := _key_of(typed, self.shifted)) is not None:
            return key
        if len(typed) == 1 and typed.isascii() and typed.isalpha():
            return typed.upper()
        return _key_of(typed, self.twins)

    def shifted_letter(self, typed: str, latin: bool) -> str | None:
        """The Latin letter whose key, with Shift, typed this sign under this layout; None for other keys.

        ``[`` with Shift can only be the Arabic layout's F, but ``{`` may be its V or a Latin layout's ``[``: signs that
        Latin layouts have with Shift too count only if the last letter was not a ``latin`` one.
        """
        return None if latin and typed in _LATIN_SHIFTED else _key_of(typed, self.shifted)


def read_keymap(source: str) -> Keymap:
    """A key map from its TOML text."""
    table = resources.table(source)
    return Keymap(
        table["name"],
        {str(key): str(twin) for key, twin in table["twins"].items()},
        {str(key): str(sign) for key, sign in table.get("shifted", {}).items()},
        frozenset(table.get("double", ())),
        Words(**table["title"]) if "title" in table else None,
    )


def _key_of(typed: str, signs: Mapping[str, str]) -> str | None:
    """The letter key that has this sign; a ligature is also typed as its letters (ﻷ: ل and أ, on Windows)."""
    plain = unicodedata.normalize("NFKC", typed)
    found = (key for key, sign in signs.items() if sign == typed or unicodedata.normalize("NFKC", sign) == plain)
    return next((key for key in found if key.isalpha()), None)


def check_clashes(bindings: Iterable[tuple[str, Iterable[str]]]) -> None:
    """Raise ``KeyClash`` naming both actions if two of ``(action title, its keys)`` share a key."""
    owners: dict[str, str] = {}
    for title, keys in bindings:
        for key in keys:
            if owners.setdefault(key, title) != title:
                raise KeyClash(
                    N_("The key {key} belongs to “{first}” already; “{second}” needs another."),
                    key=key,
                    first=owners[key],
                    second=title,
                )


def parts(key: str) -> list[str]:
    """The modifiers of a key and the key itself; a plus sign may be the key."""
    found: list[str] = []
    rest = key
    while True:
        modifier, plus, after = rest.partition("+")
        if not plus or modifier not in MODIFIERS or not after:
            return [*found, rest]
        found.append(modifier)
        rest = after
