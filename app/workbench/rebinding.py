"""Changing one key: what happens when the new one is pressed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.domain.errors import N_
from app.workbench.keys import Key, KeyRefused, Keys, KeyTable


@dataclass(frozen=True, slots=True)
class Taken:
    """The pressed key belongs to another action. Pressed once more the two change places, or the other loses it:
    ``gives`` is what it gets, None when there is nothing to give."""

    key: str
    owner: str
    gives: str | None


@dataclass
class Rebinding:
    """A key that is about to be changed: the ``at``-th of an action's keys, or one more (None); ``twin``: only the name
    it has on the other layout."""

    table: KeyTable
    action: str
    at: int | None
    twin: bool = False
    _asked: str | None = None

    @property
    def keys(self) -> Keys:
        return self.table.keys[self.action]

    @property
    def old(self) -> Key | None:
        return None if self.at is None else self.keys[self.at]

    def press(self, pressed: str) -> KeyTable | Taken:
        """The table with the key, or whose it is. Pressing a taken key twice takes it over. Raises ``KeyRefused``.

        ``pressed`` is a name as ``Keymap.pressed`` gives it, of either layout.
        """
        new = self._new(pressed)
        self.table.check(self.action, new)
        owners = self.table.owners(new, but=self.action)
        if len(owners) > 1:
            raise KeyRefused(N_("{key} belongs to two other actions, by its letter on each layout."), key=pressed)
        if not owners:
            return self._placed(new)
        if self._asked != pressed:
            self._asked = pressed
            gives = self._exchanged(owners[0], new)
            return Taken(pressed, owners[0], gives[0] if gives else None)
        return self._swapped(owners[0], new)

    def removed(self) -> KeyTable:
        """The table without this key, or without its twin."""
        if self.old is None:
            return self.table
        if self.twin:
            return self._placed(replace(self.old, twin=""))
        return self.table.with_keys({self.action: tuple(key for key in self.keys if key != self.old)})

    def _new(self, pressed: str) -> Key:
        keymap = self.table.keymap
        if not self.twin or self.old is None:
            return Key(keymap.latin(pressed))
        typed = pressed if keymap.latin(pressed) != pressed else keymap.twin(pressed) or pressed
        return Key(self.old.latin, None if typed == keymap.twin(self.old.latin) else typed)

    def _placed(self, new: Key) -> KeyTable:
        keys = [*self.keys, new] if self.at is None else [*self.keys[: self.at], new, *self.keys[self.at + 1 :]]
        return self.table.with_keys({self.action: _each_once(keys)})

    def _exchanged(self, owner: str, new: Key) -> tuple[str, ...]:
        """The names that the other action would get: those of the old key, unless the new one keeps them."""
        if self.old is None:
            return ()
        if self.twin:
            return tuple(filter(None, [self.table.twin(self.old)]))
        return self.table.names(self.old)

    def _swapped(self, owner: str, new: Key) -> KeyTable:
        mine = set(self.table.names(new))
        theirs: list[Key] = []
        for key in self.table.keys[owner]:
            if mine.isdisjoint(self.table.names(key)):
                theirs.append(key)
            elif self.twin and self.old is not None:
                theirs.append(replace(key, twin=self.table.twin(self.old)))
            elif self.old is not None:
                theirs.append(self.old)
        made = self._placed(new).with_keys({owner: _each_once(theirs)})
        if next(made.clashes(), None) is not None:
            raise KeyRefused(N_("{key} cannot change places: another key would then be used twice."), key=new.latin)
        return made


def _each_once(keys: list[Key]) -> Keys:
    """The keys, each Latin name once, the later one's twin kept."""
    return tuple({key.latin: key for key in keys}.values())
