"""Which types a record from a file must have, checked key by key with a sentence for whatever is wrong.

A record is told by the run of its keys and of its values' types. Runs that were found right are remembered, so that
the thousands of equal records of a dataset cost one look-up each instead of one comparison for each key.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from app.domain.errors import N_
from app.exchange.errors import BadLine


class WrongShape(Exception):
    """A value is not as it must be; ``path`` grows as the news travels outward."""

    def __init__(self, template: str, **values: object) -> None:
        super().__init__(template)
        self.template = template
        self.values = values
        self.path: list[str | int] = []

    def within(self, step: str | int) -> WrongShape:
        self.path.insert(0, step)
        return self

    def bad_line(self) -> BadLine:
        template = self.template if self.path else _OF_THE_LINE.get(self.template, self.template)
        return BadLine(template, where=_written(self.path), **self.values)


class Shape(Protocol):
    """Anything that can look at a value and raise ``WrongShape``."""

    def check(self, value: Any) -> None: ...


class Plain:
    """A value of one of the given types; ``otherwise`` is the sentence for any other."""

    def __init__(self, otherwise: str, *types: type) -> None:
        self.otherwise = otherwise
        self.types = frozenset(types)

    def check(self, value: Any) -> None:
        if type(value) not in self.types:
            raise WrongShape(self.otherwise, found=said(value))


TEXT = Plain(N_("{where} must be text, and is {found}."), str)
TEXT_OR_NULL = Plain(N_("{where} must be text or null, and is {found}."), str, type(None))
FLAG = Plain(N_("{where} must be true or false, and is {found}."), bool)
FLAG_OR_NULL = Plain(N_("{where} must be true, false or null, and is {found}."), bool, type(None))
WHOLE = Plain(N_("{where} must be a whole number, and is {found}."), int)
NUMBER_OR_NULL = Plain(N_("{where} must be a number or null, and is {found}."), int, float, type(None))

_NO_LIST = N_("{where} must be a list, and is {found}.")
_NO_PAIR = N_("{where} must be a pair of whole numbers [start, end], and is {found}.")
_NO_OBJECT = N_("{where} must be an object with keys, and is {found}.")
_MISSING = N_("{where} lacks the key {key}.")
_UNKNOWN = N_("{where} has the key {key}, which the format does not know.")
_OF_THE_LINE = {
    _NO_OBJECT: N_("The line must be an object with keys, and is {found}."),
    _MISSING: N_("The line lacks the key {key}."),
    _UNKNOWN: N_("The line has the key {key}, which the format does not know."),
}


class ListOf:
    """A list whose members all have one shape."""

    def __init__(self, member: Shape) -> None:
        self.member = member

    def check(self, value: Any) -> None:
        if type(value) is not list:
            raise WrongShape(_NO_LIST, found=said(value))
        check = self.member.check
        for at, member in enumerate(value):
            try:
                check(member)
            except WrongShape as wrong:
                raise wrong.within(at) from None


class Pair:
    """``[start, end]``: two whole numbers."""

    def check(self, value: Any) -> None:
        if type(value) is not list or len(value) != 2 or type(value[0]) is not int or type(value[1]) is not int:
            raise WrongShape(_NO_PAIR, found=said(value))


class Object:
    """A record with exactly these keys; when ``free``, with any others beside them."""

    def __init__(self, keys: Mapping[str, Shape], *, free: bool = False) -> None:
        self.keys = dict(keys)
        self.free = free
        self._deep = [(key, shape.check) for key, shape in keys.items() if not isinstance(shape, Plain)]
        self._right: set[tuple[object, ...]] = set()

    def check(self, value: Any) -> None:
        if type(value) is not dict:
            raise WrongShape(_NO_OBJECT, found=said(value))
        run = (*value, *map(type, value.values()))
        if run not in self._right:
            self._check_keys(value)
            self._right.add(run)
        for key, check in self._deep:
            try:
                check(value[key])
            except WrongShape as wrong:
                raise wrong.within(key) from None

    def _check_keys(self, value: dict[str, Any]) -> None:
        for key in self.keys:
            if key not in value:
                raise WrongShape(_MISSING, key=key)
        for key in value:
            if key not in self.keys and not self.free:
                raise WrongShape(_UNKNOWN, key=key)
        for key, shape in self.keys.items():
            if isinstance(shape, Plain):
                try:
                    shape.check(value[key])
                except WrongShape as wrong:
                    raise wrong.within(key) from None


def said(value: Any) -> str:
    """A value as it stands in JSON, short enough for a sentence."""
    words = {dict: "{…}", list: "[…]" if value else "[]", bool: str(value).lower(), type(None): "null"}
    return words.get(type(value)) or repr(value)[:40]


def _written(path: list[str | int]) -> str:
    """``entities[3].label``"""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).removeprefix(".")
