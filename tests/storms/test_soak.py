"""A thousand random keys: nothing grows. ``python -m tests.storms --soak HOURS`` is a long one."""

from __future__ import annotations

from app.store import Store
from tests.journeys.conftest import open_reader  # noqa: F401 - a fixture
from tests.storms.acts import SENTENCES
from tests.storms.soaking import Held, grown, soak

EVERY, ROUNDS = 200, 5


def test_nothing_grows_while_keys_are_pressed_at_random(open_reader):  # noqa: F811 - the fixture
    reader = open_reader(*("\n".join(SENTENCES[number:] * 4) for number in range(4)))
    measured = list(soak(reader.session, 7, EVERY * ROUNDS, EVERY))
    assert grown(measured) == [], "\n".join(map(str, measured))
    assert measured[-1].log <= 80_000_000
    path = reader.session.bench.store.path
    with Store.open(path, readonly=True) as store:
        assert store.integrity() == []
        assert store.counts()["edits"] > 20


def test_the_soak_sees_what_grows_and_what_is_lost():
    first = Held(1000, 300_000_000, 15, 3, 4_000_000, 80_000, 300)
    assert grown([first, first]) == []
    worse = Held(3000, 900_000_000, 40, 9, 500_000_000, 400_000, 900)
    assert [each.split()[0] for each in grown([first, first, worse])] == [
        *("memory", "handles", "threads", "log", "nones", "widgets")
    ]
    lost = Held(2000, 300_000_000, 15, 3, 4_000_000, 9_000, 300)
    assert "references to None fell" in grown([first, first, lost])[0]
