"""The keys that are timed do what they are timed for: once, in short articles. ``sh packaging/bench.sh`` measures."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.benchmarks import latency

KEYS = {
    "caret step",
    "line down",
    "grow",
    "mark",
    "edge move",
    "undo",
    "Q",
    "Tab, mark to mark",
    "F, hints shown",
    "F, the letters of a hint",
    "find, the first letter",
    "find, the next match",
    "scroll, a page of the wheel",
    "longest stall after an edit",
    "open the article",
}
EVERYWHERE = {"A, the list shown", "A, Enter, all marked"}


@pytest.mark.parametrize(
    ("characters", "marks", "one_paragraph"), [(2_000, 50, False), (20_000, 1_000, False), (8_000, 300, True)]
)
def test_every_key_is_painted_journaled_and_taken_back(
    qtbot: object, tmp_path: Path, characters: int, marks: int, one_paragraph: bool
) -> None:
    found = {each.what: each for each in latency.article(tmp_path, characters, marks, one_paragraph, rounds=1)}
    assert found.keys() >= KEYS
    assert characters < 20_000 or found.keys() >= EVERYWHERE
    assert all(found[name].ratio for name in KEYS - {"longest stall after an edit", "open the article"})
    assert found["mark"].bare == "bare: step, repaint and commit"
    assert found["caret step"].bare == "bare: caret step, repaint"
    assert found["mark"].size == ({} if one_paragraph else {"characters": characters, "marks": marks})


def test_the_reference_article_too(qtbot: object, tmp_path: Path) -> None:
    if not latency.REFERENCE.exists():
        pytest.skip("the reference article is not on this machine")
    assert {each.what for each in latency.article(tmp_path, 0, 0, rounds=1)} >= KEYS


def test_fewer_marks_are_all_over_the_article(tmp_path: Path) -> None:
    from app import resources
    from tests.benchmarks.inventing import invent

    made = invent(resources.codebook(), "a", length=20_000, most=100)
    starts = [each.start for each in made.annotations]
    assert len(starts) == 100
    assert starts[0] < 500 and max(starts) > 19_000
    assert max(after - before for before, after in zip(sorted(starts), sorted(starts)[1:], strict=False)) < 3_000
    assert made.links
