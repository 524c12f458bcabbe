"""Jobs give way: between two steps they ask whoever wants to be asked, and nobody where there is no window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.workbench.giving_way import give_way, give_way_to
from app.workbench.jobs import Cancelled, Job


@pytest.fixture
def asked() -> Iterator[list[str]]:
    from app.workbench import giving_way

    before, told = giving_way._ask, list[str]()
    give_way_to(lambda: told.append("asked"))
    yield told
    give_way_to(before)


def test_a_job_gives_way_at_every_step(asked: list[str]) -> None:
    job = Job("")
    job.report(1, 3)
    assert not job.cancelled()
    assert asked == ["asked", "asked"]


def test_a_job_that_is_stopped_has_given_way_before(asked: list[str]) -> None:
    job = Job("")
    job.cancel()
    with pytest.raises(Cancelled):
        job.report(1, 3)
    assert asked == ["asked"]


def test_without_a_window_nobody_is_asked(asked: list[str]) -> None:
    give_way_to(None)
    give_way()
    assert asked == []
