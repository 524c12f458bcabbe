"""Threads that write the same project go in the order in which they came."""

from __future__ import annotations

import threading
import time

from app.store import Store
from app.store.turns import Turns, turns_at


def wait_until_wanted(turns: Turns) -> None:
    end = time.monotonic() + 20
    while not turns.wanted:
        assert time.monotonic() < end
        time.sleep(0.001)


def test_who_waits_goes_before_who_comes_again():
    turns, went = Turns(), []

    def wait_behind() -> None:
        with turns.turn(20) as mine:
            went.append(("other", mine))

    other = threading.Thread(target=wait_behind)
    with turns.turn(1) as mine:
        went.append(("first", mine))
        other.start()
        wait_until_wanted(turns)
    with turns.turn(20) as mine:
        went.append(("again", mine))
    other.join()
    assert went == [("first", True), ("other", True), ("again", True)]


def test_a_turn_that_does_not_come_leaves_the_line_as_it_was():
    turns = Turns()
    with turns.turn(1):
        with turns.turn(0.01) as mine:
            assert not mine
        assert not turns.wanted
    with turns.turn(0.01) as mine:
        assert mine


def test_a_mark_waits_for_one_batch_and_not_for_those_that_follow_at_once(path, store, article):
    begun, told = threading.Event(), []

    def import_on() -> None:
        with Store.open(path) as own:
            for number in range(200):
                with own.batch():
                    begun.set()
                    own.set_note("number", str(number))
                    if number == 0:
                        wait_until_wanted(turns_at(own._file._identity))
                    told.append(own.wanted)

    other = threading.Thread(target=import_on)
    other.start()
    assert begun.wait(20)
    store.set_note("mark", "made")
    seen = len(told)
    other.join()
    assert told[0]
    assert seen < 200


def test_the_room_for_much_writing_is_given_back(store: Store):
    before = store._file.value("PRAGMA cache_size")
    with store.room():
        assert store._file.value("PRAGMA cache_size") == -64 * 1024
    assert store._file.value("PRAGMA cache_size") == before
