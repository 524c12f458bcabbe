"""A small storm: two dozen kills, each from its own seed. ``python -m tests.storms --kills 1000`` is a long one."""

from __future__ import annotations

import os
from datetime import UTC, datetime

import pytest

from app.store import Store
from app.store.backups import make_backup
from app.store.rotation import HAND
from tests.storms.after import lost
from tests.storms.promises import promised
from tests.storms.storm import Storm

KILLS, SEED = 24, 20261124


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked")
def test_nothing_that_was_acknowledged_is_lost(tmp_path, capfd):
    storm = Storm(tmp_path, SEED, windows=0.0, patience=0.4)
    told = storm.blow(KILLS)
    assert told.losses == []
    assert told.failures == 0
    assert told.killed > KILLS / 2
    assert told.edits


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked")
def test_the_harness_sees_what_is_lost(tmp_path):
    """A harness that finds nothing must be able to find something."""
    storm = Storm(tmp_path, SEED, windows=0.0, patience=0.4)
    storm.blow(3)
    words = storm._read()
    assert list(lost(storm._path, storm._out, words)) == []
    assert any("is not in the journal" in each for each in lost(storm._path, storm._out, [{"seq": 99999, "id": "x"}]))
    assert list(lost(storm._path, storm._out, [{"left": "export-none.jsonl"}]))
    with Store.open(storm._path) as store, store._file.writing():
        store._file.run("INSERT INTO entry (id, label, name, aliases) VALUES ('x', 'PERS', 'x', '[]')")
    assert any("the table entry" in each for each in lost(storm._path, storm._out, words))
    kept = make_backup(storm._path, HAND, datetime(2026, 11, 24, tzinfo=UTC))
    assert any(
        f"is not in the backup {kept.name}" in each
        for each in lost(storm._path, storm._out, [{"seq": 99999, "id": "x"}, {"kept": kept.name}])
    )
    assert any("is gone" in each for each in lost(storm._path, storm._out, [*words, {"kept": "none"}]))
    (storm._out / "export-half.jsonl").write_text('{"a": 1}\n')
    assert any(
        "has 1 lines of 2" in each
        for each in lost(storm._path, storm._out, [{"begun": "export-half.jsonl", "lines": 2}])
    )


def test_what_a_restore_makes_of_what_was_promised():
    told = [
        {"seq": 1, "id": "a"},
        {"kept": "one"},
        {"seq": 2, "id": "b"},
        {"articles": 3},
        {"restoring": "one"},
        {"restored": "one", "before": "two"},
        {"seq": 2, "id": "c"},
    ]
    found = promised(told)
    assert (found.now.edits, found.now.articles) == ({1: "a", 2: "c"}, 0)
    assert (found.kept["two"].edits, found.kept["two"].articles) == ({1: "a", 2: "b"}, 3)
    assert promised(told[:5]).restoring == "one"
    assert promised([*told[:5], {"settled": "one"}]).now.edits == {1: "a", 2: "b"}
