"""Which backups are kept: whatever was made by hand, the newest, and enough of the older ones."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.store.rotation import CAUSES, NEWEST, SCHEDULE, Moment, outlived

NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)
ages = st.integers(min_value=-3 * 86_400, max_value=400 * 86_400).map(lambda seconds: NOW - timedelta(seconds=seconds))
backups = st.sets(st.builds(Moment, ages, st.integers(1, 3), st.sampled_from(CAUSES)), max_size=120)


@given(backups)
def test_only_old_ones_of_the_schedule_ever_go(found):
    gone = outlived(found, NOW)
    assert gone <= found
    assert all(each.cause == SCHEDULE and each.at <= NOW for each in gone)
    ours = sorted(each for each in found if each.cause == SCHEDULE and each.at <= NOW)
    assert not gone & set(ours[-NEWEST:])


@given(backups)
def test_each_day_of_two_weeks_and_each_week_of_half_a_year_keeps_one(found):
    kept = found - outlived(found, NOW)
    for each in found:
        if NOW - timedelta(days=14) <= each.at <= NOW:
            assert any(other.at.date() == each.at.date() for other in kept)
        if NOW - timedelta(weeks=26) <= each.at <= NOW:
            assert any(other.at.isocalendar()[:2] == each.at.isocalendar()[:2] for other in kept)


@given(backups)
def test_what_is_kept_is_kept_again_and_is_not_many(found):
    kept = found - outlived(found, NOW)
    assert outlived(kept, NOW) == frozenset()
    assert sum(each.cause == SCHEDULE and each.at <= NOW for each in kept) <= NEWEST + 15 + 27


@given(st.lists(st.integers(60, 3 * 86_400), max_size=120))
def test_rotating_after_each_backup_keeps_what_rotating_at_the_end_would_keep_of_the_newest(gaps):
    at, kept = NOW - timedelta(days=400), set()
    for gap in gaps:
        at += timedelta(seconds=gap)
        kept.add(Moment(at, 1, SCHEDULE))
        kept -= outlived(kept, at)
        assert max(kept).at == at
        oldest_of_today = [each for each in kept if each.at.date() == at.date()]
        assert oldest_of_today
