"""Entries of the register by parts of their names, and where they are mentioned."""

from __future__ import annotations

from pathlib import Path

import pytest

from app import resources
from app.domain.annotation import ENTRY_END, Annotation, End, Link, RegisterEntry
from app.domain.article import new_article
from app.domain.edit import Change, Edit
from app.domain.span import Span
from app.store import Stamp, Store

STAMP = Stamp("sana", "sana", "2026-03-01T08:00:00Z", 1)
AMMAN = RegisterEntry("amman", "GPE", "عمّان", ("Amman", "العاصمة الأردنية"))
UN = RegisterEntry("un", "ORG", "الأمم المتحدة", ("UN",))
PALACE = RegisterEntry("palace", "FAC", "قصر عمان")


@pytest.fixture
def store(tmp_path: Path):
    with Store.create(tmp_path / "project.tawsim", resources.codebook()) as opened:
        opened.write(Edit("Add", tuple(Change(None, entry) for entry in (PALACE, AMMAN, UN))), STAMP)
        yield opened


def found(store: Store, query: str, limit: int = 8) -> list[str]:
    return [entry.id for entry in store.entries_named(query, limit)]


@pytest.mark.parametrize(
    ("query", "entries"),
    [
        ("عمان", ["amman", "palace"]),
        ("amm", ["amman"]),
        ("عاصمه", ["amman"]),
        ("متحده امم", ["un"]),
        ("بغداد", []),
        ("  ", []),
    ],
)
def test_names_and_aliases_are_found_folded(store, query, entries):
    assert found(store, query) == entries


def test_no_more_are_read_than_asked_for(store):
    assert found(store, "عمان", limit=1) == ["amman"]


def test_a_changed_name_is_found_and_the_old_one_is_not(store):
    assert found(store, "UN") == ["un"]
    renamed = RegisterEntry("un", "ORG", "منظمة الأمم")
    store.write(Edit("Rename", (Change(UN, renamed),)), STAMP)
    assert (found(store, "UN"), found(store, "منظمه")) == ([], ["un"])
    store.undo("sana", STAMP)
    assert found(store, "UN") == ["un"]


def test_an_entry_that_another_window_added_is_found(store):
    assert found(store, "بغداد") == []
    with Store.open(store.path) as other:
        other.record(Edit("Add", (Change(None, RegisterEntry("baghdad", "GPE", "بغداد")),)), STAMP)
    assert found(store, "بغداد") == ["baghdad"]


def test_articles_that_mention_an_entry_are_told_in_the_order_of_import(store):
    for number in (2, 1):
        article = new_article(f"article-{number}", f"عمّان في الخبر {number}.")
        store.add_article(article)
        mark = Annotation(
            f"mark-{number}", article.id, "sana", "entity", "GPE", (Span(0, 5),), "عمّان", STAMP.at, "sana"
        )
        link = Link(f"link-{number}", article.id, "sana", "entity", mark.id, End(ENTRY_END, "amman"))
        store.write(Edit("Link", (Change(None, mark), Change(None, link))), STAMP)
    assert [each.name for each in store.mentions("sana", "amman")] == ["عمّان في الخبر 2.", "عمّان في الخبر 1."]
    assert [each.name for each in store.mentions("sana", "amman", limit=1)] == ["عمّان في الخبر 2."]
    assert store.mentions("layla", "amman") == []
    assert store.mentions("sana", "un") == []
