"""Checking a project: the file, then the marks; both count."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from app.domain.annotation import Annotation
from app.domain.edit import making
from app.domain.span import Span
from app.store import Stamp, Store
from tests.cli.conftest import NEWS, WHEN, Say, gold


def quote(project: Path, layer: str = "sana") -> Annotation:
    """A quote that nobody says: two findings."""
    at = NEWS.index("مخزون")
    with Store.open(project) as store:
        article = store.article_by_ref("a")
        assert article is not None
        mark = Annotation(
            f"q-{layer}", article.id, layer, "quote", "direct", (Span(at, at + 5),), NEWS[at : at + 5], WHEN, layer
        )
        store.write(making("Mark", mark), Stamp(layer, layer, WHEN, 1))
    return mark


def test_a_sound_project_has_no_findings(say: Say, project: Path) -> None:
    gold(project)
    heard = say("check", project)
    assert (heard.status, heard.out, heard.err) == (0, "0 findings\n", "")
    assert say("check", project, "--json").json == {"integrity": [], "findings": []}


def test_findings_are_told_with_their_place(say: Say, project: Path) -> None:
    gold(project)
    mark = quote(project)
    heard = say("check", project)
    assert heard.status == 1
    assert f"a:{mark.start} [sana] quote-without-speaker: The quote “مخزون” has no speaker.\n" in heard.out
    assert heard.out.endswith("2 findings\n")
    told = say("check", project, "--json")
    assert told.status == 1
    assert told.json["findings"][1] == {
        "check": "quote-without-speaker",
        "severity": "doubt",
        "doc_id": "a",
        "layer": "sana",
        "id": mark.id,
        "start": mark.start,
        "end": mark.end,
        "text": "مخزون",
        "message": "The quote “مخزون” has no speaker.",
        "fix": True,
    }


def test_one_layer_can_be_checked(say: Say, project: Path) -> None:
    gold(project)
    gold(project, layer="omar")
    quote(project, "omar")
    assert say("check", project, "--layer", "sana").status == 0
    assert say("check", project, "--layer", "omar").status == 1


def test_what_is_wrong_with_the_file_counts_too(say: Say, project: Path) -> None:
    gold(project)
    with closing(sqlite3.connect(project)) as connection, connection:
        connection.execute("DROP TRIGGER article_text_stays")
        connection.execute("UPDATE article SET text = 'x' || text")
    heard = say("check", project)
    assert heard.status == 1
    assert "The text of the article a is not the one that was imported." in heard.out
    told = say("check", project, "--json")
    assert told.status == 1
    assert len(told.json["integrity"]) == 2
