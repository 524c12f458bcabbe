"""Frozen values behave as frozen dataclasses with slots do."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, asdict, dataclass, field, fields, replace
from typing import Any

import pytest

from app.domain.values import frozen


@dataclass(frozen=True, slots=True)
class Usual:
    """As Python makes it."""

    name: str
    count: int = 1
    parts: list[str] = field(default_factory=list, compare=False)
    more: dict[str, int] = field(default_factory=dict, hash=False)
    secret: str = field(default="", repr=False)


@frozen
class Ours:
    """The same."""

    name: str
    count: int = 1
    parts: list[str] = field(default_factory=list, compare=False)
    more: dict[str, int] = field(default_factory=dict, hash=False)
    secret: str = field(default="", repr=False)


@frozen
class Checked:
    """Looks at itself when it is made."""

    low: int
    high: int

    def __hash__(self) -> int:
        return self.low

    def __post_init__(self) -> None:
        if self.low > self.high:
            raise ValueError(self.low)


ARGUMENTS: tuple[tuple[tuple[Any, ...], dict[str, Any]], ...] = (
    (("a",), {}),
    (("a", 2), {"secret": "b"}),
    ((), {"name": "a", "parts": ["x"], "more": {"y": 1}}),
)


@pytest.mark.parametrize(("given", "named"), ARGUMENTS)
def test_it_is_made_shown_hashed_and_listed_alike(given: tuple[Any, ...], named: dict[str, Any]):
    usual, ours = Usual(*given, **named), Ours(*given, **named)
    assert asdict(usual) == asdict(ours)
    assert repr(usual).replace("Usual", "Ours") == repr(ours)
    assert hash(usual) == hash(ours)
    assert [each.name for each in fields(Usual)] == [each.name for each in fields(Ours)]
    assert Usual.__match_args__ == Ours.__match_args__


def test_a_class_keeps_what_it_has_of_its_own():
    assert hash(Checked(7, 8)) == 7


def test_what_counts_makes_two_equal():
    assert Ours("a", parts=["x"]) == Ours("a", parts=["y"])
    assert Ours("a", more={"x": 1}) != Ours("a", more={"x": 2})
    assert Ours("a") != Usual("a")
    assert Ours("a").parts is not Ours("a").parts


def test_it_cannot_be_changed_but_copied():
    made = Ours("a", parts=["x"])
    with pytest.raises(FrozenInstanceError):
        made.name = "b"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del made.name  # type: ignore[misc]
    with pytest.raises(AttributeError):
        made.other = 1  # type: ignore[attr-defined]
    assert replace(made, name="b") == Ours("b")
    for twin in (copy.copy(made), copy.deepcopy(made), pickle.loads(pickle.dumps(made))):
        assert asdict(twin) == asdict(made)
    assert copy.deepcopy(made).parts is not made.parts


def test_wrong_arguments_and_wrong_values_are_refused():
    with pytest.raises(TypeError, match="high"):
        Checked(1)  # type: ignore[call-arg]
    with pytest.raises(ValueError, match="2"):
        Checked(2, 1)
    with pytest.raises(ValueError, match="3"):
        replace(Checked(1, 2), low=3)
