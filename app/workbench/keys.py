"""The keys in force: the usual ones of the table of actions, and what an analyst has changed of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace

from app.domain.errors import N_, TawsimError
from app.domain.values import frozen
from app.workbench.keymap import MODIFIERS, Keymap, parts

USUAL_LAYOUT = "arabic-101"
_WORDS = """
    Esc Tab Backspace Return Enter Ins Del Pause Print Home End Left Up Right Down PgUp PgDown Space Menu Help
"""
_NAMED = {name.lower(): name for name in (*_WORDS.split(), *(f"F{number}" for number in range(1, 36)))}
_ALONE = frozenset(MODIFIERS) | {"Control", "AltGr", "CapsLock", "NumLock", "ScrollLock", "Super_L", "Super_R"}


class KeyRefused(TawsimError):
    """A key that no action can have."""


@frozen
class Key:
    """One key of an action by its Latin name. ``twin`` is its name on the other layout: None where the key map says
    it, empty where there shall be none."""

    latin: str
    twin: str | None = None


Keys = tuple[Key, ...]


@frozen
class OwnKeys:
    """What an analyst wants otherwise than usual: the layout of the twins, and all keys of an action by its id."""

    layout: str = USUAL_LAYOUT
    keys: Mapping[str, Keys] = field(default_factory=dict)


@frozen
class Clash:
    """A key that two actions want, by their ids."""

    key: str
    first: str
    second: str


def key_name(key: str) -> str | None:
    """The key as the table of actions writes it (``shift+ctrl+k`` is ``Ctrl+Shift+K``); None when there is no such."""
    *modifiers, last = parts("+".join(part.capitalize() if part else part for part in key.split("+")))
    named = _NAMED.get(last.lower())
    sign = last.upper() if len(last) == 1 and last.isprintable() and not last.isspace() else None
    if (named or sign) is None or (sign is not None and len(sign) != 1):
        return None
    return "+".join([*(each for each in MODIFIERS if each in modifiers), named or str(sign)])


@frozen
class KeyTable:
    """Every action's keys. A change makes a new table. ``strange`` are changed keys of actions that are not here."""

    usual: Mapping[str, Keys]
    keymap: Keymap
    keys: Mapping[str, Keys]
    strange: Mapping[str, Keys] = field(default_factory=dict)

    @classmethod
    def plain(cls, usual: Mapping[str, Iterable[str]], keymap: Keymap) -> KeyTable:
        """The usual keys, by the ids of their actions, and nothing else."""
        table = {name: tuple(map(Key, keys)) for name, keys in usual.items()}
        return cls(table, keymap, table)

    def twin(self, key: Key) -> str:
        """The key's name on the other layout, empty when it has none of its own."""
        return key.twin if key.twin is not None else self.keymap.twin(key.latin) or ""

    def names(self, key: Key) -> tuple[str, ...]:
        """The key on both layouts."""
        return tuple(filter(None, dict.fromkeys((key.latin, self.twin(key)))))

    def of(self, action: str) -> tuple[str, ...]:
        """All names of the action's keys, Latin ones first, then their twins, each once."""
        keys = self.keys.get(action, ())
        return tuple(dict.fromkeys([*(key.latin for key in keys), *filter(None, map(self.twin, keys))]))

    def changed(self, action: str) -> bool:
        return self.keys[action] != self.usual[action]

    def owners(self, key: Key, but: str = "") -> list[str]:
        """The actions, other than ``but``, that have this key or its twin."""
        wanted = set(self.names(key))
        return [name for name in self.keys if name != but and not wanted.isdisjoint(self.of(name))]

    def clashes(self) -> Iterator[Clash]:
        """Every key that two actions want."""
        taken: dict[str, str] = {}
        for name in self.keys:
            for key in self.of(name):
                first = taken.setdefault(key, name)
                if first != name:
                    yield Clash(key, first, name)

    def with_keys(self, changes: Mapping[str, Keys]) -> KeyTable:
        """The table in which these actions have these keys. Whether they clash is another question."""
        return replace(self, keys={**self.keys, **changes})

    def reset(self, action: str | None = None) -> KeyTable:
        """The usual keys again, of one action or of all. Whoever holds one of them loses it."""
        if action is None:
            return replace(self, keys=self.usual, strange={})
        wanted = {name for key in self.usual[action] for name in self.names(key)}
        others = {
            name: tuple(key for key in keys if wanted.isdisjoint(self.names(key)))
            for name, keys in self.keys.items()
            if name != action
        }
        return replace(self, keys={**self.keys, **others, action: self.usual[action]})

    def own(self) -> OwnKeys:
        """What differs from the usual."""
        changed = {name: keys for name, keys in self.keys.items() if self.changed(name)}
        return OwnKeys(self.keymap.name, {**self.strange, **changed})

    def with_own(self, own: OwnKeys) -> KeyTable:
        """The usual keys with everything of ``own``, clashes and all."""
        here = {name: keys for name, keys in own.keys.items() if name in self.usual}
        return replace(
            self,
            keys={**self.usual, **here},
            strange={name: keys for name, keys in own.keys.items() if name not in here},
        )

    def settled(self) -> tuple[KeyTable, list[Clash]]:
        """The table without its clashes, and what they were: a changed key stays, a usual one gives way."""
        order = sorted(self.keys, key=lambda name: not self.changed(name))
        taken: dict[str, str] = {}
        kept: dict[str, Keys] = {}
        clashes = []
        for name in order:
            mine = []
            for key in self.keys[name]:
                names = self.names(key)
                first = next((taken[each] for each in names if taken.get(each, name) != name), None)
                if first is None:
                    mine.append(key)
                    taken |= dict.fromkeys(names, name)
                else:
                    clashes.append(Clash(key.latin, first, name))
            kept[name] = tuple(mine)
        return replace(self, keys={name: kept[name] for name in self.keys}), clashes

    def check(self, action: str, key: Key) -> None:
        """Raise ``KeyRefused`` in words if the action can never have this key."""
        usual = self.usual.get(action, ())
        if key in usual:
            return
        for name in self.names(key):
            last = parts(name)[-1]
            if last in _ALONE:
                raise KeyRefused(N_("{key} alone is no key: press it together with another."), key=name)
            if key_name(name) != name:
                raise KeyRefused(N_("{key} is no key that an action can have."), key=name)
            if name == "Esc" and "Esc" not in {each.latin for each in usual}:
                raise KeyRefused(N_("{key} leaves whatever is begun and does nothing else."), key=name)
            if last in self.keymap.double:
                raise KeyRefused(
                    N_("{key} types two letters on the Arabic layout, so no action can have it."), key=name
                )
