"""Both windows start, are painted and hear a key, and tell what they hold. ``sh packaging/bench.sh`` measures."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.benchmarks import starting


@pytest.mark.parametrize(("name", "count"), [("empty", 0), ("sample", 0), ("corpus", 100)])
def test_from_the_start_to_the_painted_window(
    name: str, count: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(starting, "_REST", 0.1)
    found = {each.what: each for each in starting.project(tmp_path, name, count, rounds=1)}
    assert found["window painted"].bare == "bare: window painted"
    assert found["a key answered"].median > found["window painted"].median
    assert "memory of the window" in found or not Path("/proc/self/statm").exists()


def test_a_long_article_is_weighed_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(starting, "_REST", 0.1)
    found = starting.article(tmp_path, 5_000, 100, rounds=1)
    assert {each.case for each in found} == {"an article of 5,000 characters, 100 marks"}
