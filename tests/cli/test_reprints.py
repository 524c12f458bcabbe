"""``tawsim reprints``: the clusters of a project, and marks carried over in them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.store import Store
from tests.store.making import undo_title
from tests.workbench.test_carrying import STORIES, WAYS_OF, add, annotated


@pytest.fixture
def project(tmp_path: Path) -> Path:
    from app import resources

    path = tmp_path / "p.tawsim"
    with Store.create(path, resources.codebook()) as store:
        annotated(store)
        add(store, "copy", WAYS_OF["الميناء"]["hamzas left out"])
        add(store, "cut", WAYS_OF["الميناء"]["last paragraphs cut"])
        add(store, "other", STORIES["السد"])
    return path


def test_clusters_are_listed_with_their_articles(say, project):
    done = say("reprints", project)
    assert done.status == 0
    rows = [line.split("\t") for line in done.out.splitlines()]
    assert [row[:2] for row in rows] == [["1", "first"], ["1", "copy"], ["1", "cut"]]
    assert "1 cluster with 3 articles" in done.err


def test_and_as_json(say, project):
    told = json.loads(say("reprints", project, "--json").out)
    assert told["threshold"] == 0.6
    assert [[each["ref"] for each in cluster] for cluster in told["clusters"]] == [["first", "copy", "cut"]]


def test_marks_are_carried_over_once(say, project):
    done = say("reprints", project, "--carry", "--json")
    assert json.loads(done.out)["carried"] == {
        "marks": 7, "links": 8, "articles": 2, "changed_there": 1, "marked_there": 0, "links_left": 0,
    }  # fmt: skip
    assert "suggested: 0 marks in 0 articles" in say("reprints", project, "--carry").out
    with Store.open(project, readonly=True) as store:
        copy = store.article_by_ref("copy")
        assert copy is not None
        assert {each.state for each in store.annotations(copy.id, "sana")} == {"suggested"}
        assert undo_title(store, "sana") == "Carry marks over to a reprint"


def test_the_threshold_is_kept(say, project):
    assert json.loads(say("reprints", project, "--threshold", "1", "--json").out)["threshold"] == 1.0
    assert json.loads(say("reprints", project, "--json").out)["threshold"] == 1.0
    assert say("reprints", project, "--threshold", "7").status == 2


def test_a_layer_that_is_not_there_is_named(say, project):
    done = say("reprints", project, "--carry", "--layer", "nobody")
    assert done.status == 3
    assert "has no layer nobody" in done.err
