"""Frozen dataclasses with slots, made many times as fast as ``dataclasses`` makes them.

``dataclass`` compiles six functions for each class, which takes two thirds of a millisecond, and a window's start makes
some eighty classes. Here only ``__init__`` is compiled, and that for the first value; what compares, hashes, shows and
protects is common to all; and what ``dataclasses`` knows of a class it finds out when it is asked.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field
from inspect import get_annotations
from operator import attrgetter
from typing import Any, NoReturn, TypeVar, dataclass_transform

V = TypeVar("V")
_NOT_KEPT = ("__dict__", "__weakref__")  # what a class with slots goes without


@dataclass_transform(frozen_default=True, field_specifiers=(field, Field))
def frozen(cls: type[V]) -> type[V]:
    """The class as ``@dataclass(frozen=True, slots=True)`` makes it; ``fields``, ``replace`` and ``asdict`` know it.

    A field may have ``default``, ``default_factory``, ``compare``, ``hash`` and ``repr``. What else ``dataclass`` can
    do (``order``, fields that are no arguments, classes that inherit fields) is left to it.
    """
    every = {name: _as_field(cls.__dict__.get(name, MISSING)) for name in get_annotations(cls)}
    made: Any = _with_slots(cls, tuple(every))
    values = _getter([name for name, each in every.items() if each.compare])
    signs = _getter([name for name, each in every.items() if (each.compare if each.hash is None else each.hash)])
    shown = [name for name, each in every.items() if each.repr]

    def equal(self: Any, other: object) -> bool:
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    def hashed(self: Any) -> int:
        return hash(signs(self))

    def told(self: Any) -> str:
        return f"{self.__class__.__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in shown)})"

    def copied(self: Any) -> tuple[object, ...]:
        return self.__class__, tuple(getattr(self, name) for name in every)

    def first(self: Any, *given: Any, **named: Any) -> None:
        made.__init__ = _maker(made, every)
        made.__init__(self, *given, **named)

    for name, method in (("eq", equal), ("hash", hashed), ("repr", told), ("reduce", copied)):
        if f"__{name}__" not in cls.__dict__:  # a class may have its own
            setattr(made, f"__{name}__", method)
    made.__init__ = first
    made.__setattr__, made.__delattr__ = _refuse_to_set, _refuse_to_delete
    done: type[V] = made
    return done


class _Known:
    """``__dataclass_fields__`` of a class, by which ``dataclasses`` knows it: found when it is first asked for."""

    def __init__(self, cls: type) -> None:
        self._cls = cls

    def __get__(self, _value: object, owner: Any) -> dict[str, Field[Any]]:
        found: dict[str, Field[Any]] = vars(dataclass(init=False, repr=False, eq=False)(self._cls))[_FIELDS]
        setattr(owner, _FIELDS, found)
        return found


_FIELDS = "__dataclass_fields__"


def _as_field(default: Any) -> Field[Any]:
    """What stands behind a name in the class, as a field."""
    if isinstance(default, Field):
        return default
    made: Field[Any] = field() if default is MISSING else field(default=default)
    return made


def _with_slots(cls: type, names: tuple[str, ...]) -> type:
    """The class anew, for slots cannot be added to one."""
    kept = {name: value for name, value in cls.__dict__.items() if name not in names and name not in _NOT_KEPT}
    kept |= {"__slots__": names, "__match_args__": names, "__qualname__": cls.__qualname__, _FIELDS: _Known(cls)}
    return type(cls)(cls.__name__, cls.__bases__, kept)


def _refuse_to_set(_self: object, name: str, _value: object) -> NoReturn:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(_self: object, name: str) -> NoReturn:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _getter(names: list[str]) -> Callable[[Any], object]:
    """What gives these attributes together."""
    return attrgetter(*names) if names else lambda _value: ()


def _maker(cls: type, every: Mapping[str, Field[Any]]) -> Callable[..., None]:
    """``__init__`` as ``dataclass`` writes it for a frozen class."""
    known: dict[str, Any] = {"_put": object.__setattr__, "_MISSING": MISSING}
    head, body = ["self"], []
    for name, each in every.items():
        made = name
        if each.default_factory is not MISSING:
            known[f"_make_{name}"] = each.default_factory
            head.append(f"{name}=_MISSING")
            made = f"_make_{name}() if {name} is _MISSING else {name}"
        elif each.default is not MISSING:
            known[f"_usual_{name}"] = each.default
            head.append(f"{name}=_usual_{name}")
        else:
            head.append(name)
        body.append(f" _put(self, {name!r}, {made})")
    body.append(" self.__post_init__()" if hasattr(cls, "__post_init__") else " pass")
    exec(f"def __init__({', '.join(head)}):\n" + "\n".join(body), known)
    init: Callable[..., None] = known["__init__"]
    init.__annotations__ = get_annotations(cls)
    init.__qualname__, init.__module__ = f"{cls.__qualname__}.__init__", cls.__module__
    return init
