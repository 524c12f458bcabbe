"""Active time: an honest clock that counts only between acts that are near each other."""

from __future__ import annotations

import pytest

from app import resources
from app.domain.article import new_article
from app.store import Store
from app.workbench.activity import IDLE, Activity
from app.workbench.bench import Workbench
from app.workbench.queueing import sample


@pytest.fixture
def bench(tmp_path):
    with Store.create(tmp_path / "p.tawsim", resources.codebook()) as store:
        store.add_articles(new_article(f"a{number}", "نص قصير") for number in range(2))
        made = Workbench(store, author="sana")
        made.resume()
        made.activity.on = False  # the clocks of these tests are their own
        yield made


def test_pauses_longer_than_the_cut_off_count_nothing(bench):
    at = [0.0]
    clock = Activity(bench, lambda: at[0], lambda: "2026-11-24")
    for seconds in (0, 10, 30, 30 + IDLE, 35 + IDLE):
        at[0] = seconds
        clock.touch()
    clock.keep()
    assert [(each.ref, each.seconds) for each in bench.store.desk.headway().times] == [("a0", 35.0)]


def test_time_belongs_to_the_article_that_was_open(bench):
    at = [0.0]
    clock = Activity(bench, lambda: at[0], lambda: "2026-11-24")
    clock.touch()
    at[0] = 20.0
    bench.open_article(bench.store.queue("sana")[1].id)
    at[0] = 25.0
    clock.touch()
    clock.keep()
    assert {each.ref: each.seconds for each in bench.store.desk.headway().times} == {"a0": 20.0, "a1": 5.0}


def test_switched_off_it_counts_nothing(bench):
    at = [0.0]
    clock = Activity(bench, lambda: at[0], lambda: "2026-11-24")
    clock.touch()
    at[0] = 5.0
    clock.switch(False)
    at[0] = 15.0
    clock.touch()
    clock.switch(True)
    at[0] = 18.0
    clock.touch()
    clock.keep()
    assert [each.seconds for each in bench.store.desk.headway().times] == [8.0]


def test_a_sample_gives_each_stratum_its_share():
    strata = {("أ", "2026-01"): list(range(80)), ("ب", "2026-01"): list(range(80, 100))}
    drawn = sample(strata, range(100), seed=5, most=50)
    assert len(drawn) == len(set(drawn)) == 50
    assert sum(rank >= 80 for rank in drawn[:25]) in (4, 5, 6)
    assert sum(rank >= 80 for rank in drawn) == 10
    assert drawn == sample(strata, range(100), seed=5, most=50)
    assert drawn != sample(strata, range(100), seed=6, most=50)
    assert set(sample(strata, range(90, 100), seed=5)) == set(range(90, 100))
