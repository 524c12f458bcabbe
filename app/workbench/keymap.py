"""Key maps: which letter of a layout stands on the same physical key, and which action a key belongs to."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.domain.errors import N_, TawsimError

_MODIFIERS = ("Ctrl", "Alt", "Shift", "Meta")


class KeyClash(TawsimError):
    """Two actions that want the same key."""


@dataclass(frozen=True, slots=True)
class Keymap:
    """Twins of one layout: ``twins["K"]`` is the letter printed on the key of the Latin K."""

    name: str
    twins: Mapping[str, str]

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


def read_keymap(source: str) -> Keymap:
    """A key map from its TOML text."""
    table = tomllib.loads(source)
    return Keymap(table["name"], {str(key): str(twin) for key, twin in table["twins"].items()})


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
