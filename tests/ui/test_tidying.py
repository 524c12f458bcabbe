"""Whole looks for garbage are made while the hands rest."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from weakref import ref

import pytest
from PySide6.QtCore import QObject

from app.ui.tidying import Tidying
from app.workbench.announcing import Announcer


class Bench:
    """As much of one as is followed."""

    def __init__(self) -> None:
        self.said: Announcer[object] = Announcer()
        self.moved: Announcer[object] = Announcer()


class Circle:
    def __init__(self) -> None:
        self.own = self


@pytest.fixture
def tidying(qapp: QObject) -> Iterator[Tidying]:
    before = gc.get_threshold()
    gc.set_threshold(700, 10, 10)  # as Python has it, whatever a window of an earlier test has left
    made = Tidying(qapp)
    yield made
    made.end()
    made.deleteLater()
    gc.set_threshold(*before)


def old_circle() -> ref[Circle]:
    """One that only a whole look finds, when enough young ones have passed for it to be due."""
    circle = Circle()
    for _ in range(12):
        gc.collect(1)
    return ref(circle)


def test_python_makes_none_by_itself_for_long(tidying: Tidying) -> None:
    young, middle, old = gc.get_threshold()
    assert (young, middle) == (700, 10) and old > 100
    tidying.end()
    assert gc.get_threshold() == (700, 10, 10)


def test_garbage_goes_when_the_hands_rest(tidying: Tidying) -> None:
    gc.collect()
    circle = old_circle()
    assert circle() is not None
    tidying.tidy()
    assert circle() is None


def test_nothing_is_looked_through_before_it_is_due(tidying: Tidying) -> None:
    gc.collect()
    before = gc.get_stats()[2]["collections"]
    tidying.tidy()
    assert gc.get_stats()[2]["collections"] == before


def test_each_key_puts_it_off(tidying: Tidying) -> None:
    bench = Bench()
    tidying.follow(bench)  # type: ignore[arg-type]
    for news in (bench.said, bench.moved):
        tidying.rest.stop()
        news.tell(None)
        assert tidying.rest.isActive()
