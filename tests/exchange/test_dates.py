"""Dates are written as ISO 8601 only where they can mean one day."""

from __future__ import annotations

import pytest

from app.exchange.dates import plain_date


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("2026-04-30", "2026-04-30"),
        ("2026-04-30T10:00:00+03:00", "2026-04-30T10:00:00+03:00"),
        (" 2026/4/3 ", "2026-04-03"),
        ("30.04.2026", "2026-04-30"),
        ("03.04.2026", "2026-04-03"),
        ("30/04/2026", "2026-04-30"),
        ("٣٠/٠٤/٢٠٢٦", "2026-04-30"),
        ("04/04/2026", "2026-04-04"),
        ("Thu, 30 Apr 2026 10:00:00 +0300", "2026-04-30T10:00:00+03:00"),
        ("03/04/2026", "03/04/2026"),
        ("04/30/2026", "04/30/2026"),
        ("31.02.2026", "31.02.2026"),
        ("30 نيسان 2026", "30 نيسان 2026"),
        ("99 Foo 2026 10:00", "99 Foo 2026 10:00"),
        ("أمس", "أمس"),
    ],
)
def test_only_plain_dates_are_written_anew(said, plain):
    assert plain_date(said) == plain
