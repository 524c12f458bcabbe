"""Key maps: which letter of a layout stands on the same physical key, and which action a key belongs to."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from app.domain.errors import N_, TawsimError

_MODIFIERS = ("Ctrl", "Alt", "Shift", "Meta")
# What Shift types on keys of Latin layouts that are no letters; / ' ` on German ones.
_LATIN_SHIFTED = frozenset("~!@#$%^&*()_+{}|:\"<>?/'`")


class KeyClash(TawsimError):
    """Two actions that want the same key."""


@dataclass(frozen=True, slots=True)
class Keymap:
    """Twins of one layout: ``twins["K"]`` is the letter printed on the key of the Latin K, ``shifted["K"]`` what it
    types with Shift."""

    name: str
    twins: Mapping[str, str]
    shifted: Mapping[str, str] = field(default_factory=dict)

    def twin(self, key: str) -> str | None:
        """The same physical keys under this layout: ``Ctrl+K`` gives ``Ctrl+ن``; None where nothing differs."""
        *modifiers, last = _parts(key)
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
    table = tomllib.loads(source)
    twins, shifted = table["twins"], table.get("shifted", {})
    return Keymap(
        table["name"],
        {str(key): str(twin) for key, twin in twins.items()},
        {str(key): str(sign) for key, sign in shifted.items()},
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


def _parts(key: str) -> list[str]:
    """The modifiers of a key and the key itself; a plus sign may be the key."""
    parts: list[str] = []
    rest = key
    while True:
        modifier, plus, after = rest.partition("+")
        if not plus or modifier not in _MODIFIERS or not after:
            return [*parts, rest]
        parts.append(modifier)
        rest = after
