"""A disk that fails at a few writes of every work; ``python -m tests.storms --points -1`` walks through all."""

from __future__ import annotations

import pytest

from tests.storms.failing import FAULTS, Walked, compiled, walk, walks_table
from tests.storms.walks import WALKS

POINTS, SEED = 3, 20261124


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Walked]]:
    folder = tmp_path_factory.mktemp("disk")
    library = compiled(folder)
    if library is None:
        pytest.skip("there is no C compiler to make a failing disk with")
    (folder / "works").mkdir()
    found: dict[str, list[Walked]] = {}
    for each in walk(library, folder / "works", SEED, POINTS):
        found.setdefault(each.work, []).append(each)
    return found


@pytest.mark.parametrize("work", WALKS)
def test_on_a_failing_disk_nothing_is_lost_and_a_sentence_says_so(walked, work):
    """Refused in a sentence or done; then the project opens, is whole, and has every acknowledged edit."""
    assert [each.fault for each in walked[work]] == [each.name for each in FAULTS]
    assert [wrong for each in walked[work] for wrong in each.wrong] == [], walks_table(walked[work], SEED)
    assert sum(each.tried for each in walked[work]) >= POINTS
    if work != "closing":  # what was acknowledged lies in the log already
        assert sum(each.refused for each in walked[work]) > 0
    for each in walked[work]:
        assert all(said.strip() and "\n" not in said for said in each.sentences), each.sentences


def test_the_walk_sees_what_is_wrong(tmp_path):
    """A walk that finds nothing must be able to find something."""
    walk_ = WALKS["export, one file"](tmp_path)
    walk_.prepare()
    assert list(walk_.look(done=True)) == []
    (tmp_path / "out" / "left.jsonl").write_text("half", encoding="utf-8")
    assert list(walk_.finish()) == ["the export is neither the old one nor the new one"]
    (tmp_path / ".tawsim-1.new").touch()
    walk_.told.append({"seq": 99, "id": "x"})
    said = " ".join(walk_.look(done=True))
    assert "is left behind" in said and "is not in the journal" in said
