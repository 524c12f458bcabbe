"""Checking a project: the file, then the marks; both count."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from app.domain.annotation import Annotation
from app.domain.article import Article, new_article
from app.domain.edit import making
from app.domain.span import Span
from app.store import Stamp, Store
from tests.cli.conftest import NEWS, WHEN, Heard, Say, gold
from tests.store.making import undo_title


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


TRIP = "وصل الوفد إلى بغداد ثم غادر بغداد وبيروت."


def loose(project: Path, *surfaces: str, ref: str = "b", text: str = TRIP) -> None:
    """An article with marks on just these words, whatever a key would have made of them."""
    with Store.open(project) as store:
        article = new_article(ref, text)
        store.add_article(article)
        for number, surface in enumerate(surfaces):
            mark_words(store, article, f"{ref}-{number}", "GPE", surface)


def mark_words(store: Store, article: Article, name: str, label: str, surface: str) -> None:
    at = article.text.index(surface)
    span = (Span(at, at + len(surface)),)
    mark = Annotation(name, article.id, "sana", "entity", label, span, surface, WHEN, "sana")
    store.write(making("Mark", mark), Stamp("sana", "sana", WHEN, 1))


def told(heard: Heard) -> list[tuple[str, str]]:
    return [(each["doc_id"], each["check"]) for each in heard.json["findings"]]


def test_only_grave_findings_and_only_one_article(say: Say, project: Path) -> None:
    gold(project)
    quote(project)
    loose(project, "بغداد ", "بغداد ")
    everything = told(say("check", project, "--json"))
    assert ("a", "quote-without-cue") in everything
    assert ("b", "marked-twice") in everything
    assert told(say("check", project, "--json", "--severity", "error")) == [("b", "marked-twice")]
    assert {ref for ref, _ in told(say("check", project, "--json", "--article", "a"))} == {"a"}
    assert say("check", project, "--article", "none").status == 3


def test_words_labelled_otherwise_in_the_project_are_noted(say: Say, project: Path) -> None:
    gold(project, "a")
    gold(project, "b", NEWS + "آخر")
    with Store.open(project) as store:
        article = new_article("c", NEWS + "ثالث")
        store.add_article(article)
        mark_words(store, article, "odd", "ORG", "سامر العواد")
    heard = say("check", project, "--json")
    assert told(heard) == [("c", "labelled-otherwise")]
    assert heard.json["findings"][0]["severity"] == "note"
    assert told(say("check", project, "--json", "--severity", "doubt")) == []


def test_safe_fixes_are_done_in_all_articles(say: Say, project: Path) -> None:
    gold(project)
    loose(project, "بغداد ", "وبيروت")
    loose(project, "بغداد ", ref="c", text="غادر الوفد بغداد مساءً.")
    would = say("check", project, "--fix", "doubtful-edge", "--dry-run")
    assert would.out == "would mend: 2 of 2 findings\n"
    assert len(told(say("check", project, "--json"))) == 3
    assert say("check", project, "--fix", "doubtful-edge", "--json").json == {
        "check": "doubtful-edge",
        "found": 2,
        "mended": 2,
        "dry_run": False,
    }
    assert told(say("check", project, "--json")) == [("b", "edge-with-proclitic")]
    assert say("check", project, "--fix", "edge-with-proclitic").status == 0
    assert say("check", project).status == 0
    with Store.open(project) as store:
        article = store.article_by_ref("b")
        assert article is not None
        assert [each.exact for each in store.annotations(article.id, "sana")] == ["بغداد", "بيروت"]
        assert undo_title(store, "sana") == "Mend findings"


def test_what_needs_a_look_is_not_mended_at_a_distance(say: Say, project: Path) -> None:
    heard = say("check", project, "--fix", "quote-without-speaker")
    assert heard.status == 3
    assert "doubtful-edge" in heard.err
    assert say("check", project, "--fix", "no-such-check").status == 3
    assert say("check", project, "--dry-run").status == 2


def test_severities_of_the_project_and_ignored_findings_count_here_too(say: Say, project: Path) -> None:
    gold(project)
    mark = quote(project)
    with Store.open(project) as store:
        store.set_note("severities", '{"quote-without-cue": "error"}')
        store.set_note(f"ignored/{mark.article}/sana", f'["quote-without-speaker:{mark.id}"]')
    heard = say("check", project, "--json")
    assert [(each["check"], each["severity"]) for each in heard.json["findings"]] == [("quote-without-cue", "error")]
    with Store.open(project) as store:
        store.set_note("severities", '{"quote-without-cue": "off"}')
    assert say("check", project).status == 0


def test_checking_does_not_write(say: Say, project: Path) -> None:
    gold(project)
    quote(project)
    before = project.read_bytes()
    say("check", project)
    assert project.read_bytes() == before
