"""What is proposed on the articles that the rules are tuned on, on others, and on the reference article.

The floors of the tuned ones stand a little under what is measured: whoever mends the rules raises them, and sees what
he broke. Those of the others are what was promised.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from app import resources
from app.quality.proposals import Scores
from app.workbench.measuring import measure
from app.workbench.names import known_names
from tests.gold.building import TEST, TUNE, articles
from tests.gold.lines import write_lines
from tests.gold.reference import reference

TUNED_FLOORS = {  # content F1 by overlap, cue, speaker
    "direct": (0.99, 0.99, 0.99),
    "indirect": (0.99, 0.99, 0.98),
    "mixed": (0.98, 0.99, 0.97),
    "all": (0.99, 0.99, 0.99),
}
FLOORS = {"direct": (0.95, 0.90, 0.85), "indirect": (0.75, 0.90, 0.75)}
REFERENCE_FLOORS = {"direct": (0.95, 0.95, 0.95), "indirect": (0.85, 0.95, 0.95), "all": (0.90, 0.95, 0.95)}


def under(floors: dict[str, tuple[float, float, float]], scores: Scores) -> dict[str, tuple[float, ...]]:
    """What falls under its floor, by type."""
    found = {name: score.figures() for name, score in scores.by_type().items()}
    reached = {name: (found[name]["overlap"]["f1"], found[name]["cue"], found[name]["speaker"]) for name in floors}
    return {
        name: measured
        for name, measured in reached.items()
        if any(one < least for one, least in zip(measured, floors[name], strict=True))
    }


def measured(path: Path) -> Scores:
    found = measure(path, resources.codebook(), resources.lexicons(), known_names())
    assert found.rejected == []
    return found.scores


def test_proposals_on_text_that_the_rules_were_tuned_on(tmp_path: Path):
    write_lines(articles(TUNE), tmp_path / "tune.jsonl")
    assert under(TUNED_FLOORS, measured(tmp_path / "tune.jsonl")) == {}


def test_proposals_on_text_that_the_rules_were_not_tuned_on(tmp_path: Path):
    unseen = articles(TEST)
    if not unseen:
        pytest.skip("no article is left that the rules were not tuned on")
    write_lines(unseen, tmp_path / "test.jsonl")
    assert under(FLOORS, measured(tmp_path / "test.jsonl")) == {}


def test_proposals_on_the_reference_article(tmp_path: Path):
    found = reference()
    if found is None:
        pytest.skip("the reference article is not here")
    write_lines([found], tmp_path / "reference.jsonl")
    assert under(REFERENCE_FLOORS, measured(tmp_path / "reference.jsonl")) == {}
