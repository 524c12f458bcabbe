"""A process killed while it writes: what it was told is written is there, and the file is whole."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from app.store import Store
from tests.store import making

ROOT = Path(__file__).parents[2]
KILLS = 8

# Makes marks, relabels and takes back; says "done N" only after the store has come back from it.
WRITER = """
import itertools, sys
from dataclasses import replace
from pathlib import Path
from app.domain.edit import Change, Edit
from app.store import Store
from tests.store import making
with Store.open(Path(sys.argv[1])) as store:
    article = next(store.articles())
    first = len(store.annotations(article.id, "a1"))
    for number in itertools.count(first):
        mark = making.mark(article, 0, 4, id_=f"m{number:06}", attributes={"note": "س" * (number % 5 * 700)})
        store.write(Edit("Mark", (Change(None, mark),)), making.stamp())
        print("made", number, flush=True)
        store.write(Edit("Label", (Change(mark, replace(mark, label="GPE")),)), making.stamp())
        if number % 3 == 0:
            store.undo("a1", making.stamp())
            print("back", number, flush=True)
        else:
            print("label", number, flush=True)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no such signal here")
def test_no_acknowledged_edit_is_lost_when_the_process_is_killed(path):
    chance = random.Random(20261123)
    with Store.create(path, making.codebook()) as store:
        store.add_article(article := making.article())
    told: dict[int, str] = {}
    for _ in range(KILLS):
        told |= run_and_kill(path, chance.uniform(0.005, 0.15))
        with Store.open(path) as store:
            assert store.integrity() == []
            found = {int(each.id[1:]): each for each in store.annotations(article.id, "a1")}
            assert sorted(found) == list(range(len(found)))
            assert len(found) in (len(told), len(told) + 1)
            for number, state in told.items():
                assert state == "made" or found[number].label == ("PERS" if state == "back" else "GPE")
            told |= {number: "made" for number in found if number not in told}
    assert len(told) >= KILLS
    with Store.open(path) as store:
        while store.undo("a1", making.stamp()):
            pass
        assert store.annotations(article.id, "a1") == []


def run_and_kill(path: Path, seconds: float) -> dict[int, str]:
    """What the writer was told is written: the last word on each mark. It is killed so long after its first word."""
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path)], cwd=ROOT, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    )
    assert writer.stdout is not None
    lines = [writer.stdout.readline()]
    reader = threading.Thread(target=lambda: lines.extend(writer.stdout))
    reader.start()
    time.sleep(seconds)
    writer.kill()
    writer.wait()
    reader.join()
    writer.stdout.close()
    words = (line.split() for line in lines if line.endswith("\n"))
    return {int(number): word for word, number in words}
