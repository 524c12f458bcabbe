"""A thousand random keys: nothing grows. ``python -m tests.storms --soak HOURS`` is a long one."""

from __future__ import annotations

from app.store import Store
from tests.journeys.conftest import open_reader  # noqa: F401 - a fixture
from tests.storms.acts import SENTENCES
from tests.storms.soaking import soak

EVERY, ROUNDS = 200, 5


def test_nothing_grows_while_keys_are_pressed_at_random(open_reader):  # noqa: F811 - the fixture
    reader = open_reader(*("\n".join(SENTENCES[number:] * 4) for number in range(4)))
    measured = list(soak(reader.session, 7, EVERY * ROUNDS, EVERY))
    warm, last = measured[1], measured[-1]
    told = "\n".join(map(str, measured))
    assert last.handles <= warm.handles + 6, told
    assert last.threads <= warm.threads + 3, told
    assert last.memory <= warm.memory + 80_000_000, told
    assert last.log <= 80_000_000, told
    assert last.nones > 1000, told
    assert last.nones <= warm.nones + 60_000, told
    path = reader.session.bench.store.path
    with Store.open(path, readonly=True) as store:
        assert store.integrity() == []
        assert store.counts()["edits"] > 20
