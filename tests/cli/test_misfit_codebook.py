"""A codebook that no longer fits: the project opens, says so, keeps every mark, and can be mended."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from app import resources
from app.exchange.formats import FORMATS, format_named
from app.store import Stamp, Store
from app.workbench.outgo import export
from tests.cli.conftest import WHEN, Say
from tests.store.misfit import BROKEN, SURFACES, misfit


def labels(project: Path) -> dict[str, tuple[str, str]]:
    with Store.open(project, readonly=True) as store:
        article = next(store.articles())
        return {mark.exact: (mark.kind, mark.label) for mark in store.annotations(article.id, "sana")}


def test_check_names_each_mark_that_does_not_fit(say: Say, here: Path) -> None:
    misfit(here / "a.tawsim")
    found = {each["text"]: each for each in say("check", "a.tawsim", "--severity", "error", "--json").json["findings"]}
    assert {words: each["check"] for words, each in found.items()} == {
        SURFACES["label"]: "unknown-label",
        SURFACES["kind"]: "unknown-label",
        SURFACES["value"]: "broken-mark",
    }
    assert "GONE" in found[SURFACES["label"]]["message"]
    assert "gone for mention" in found[SURFACES["value"]]["message"]
    assert say("codebook", "show", "a.tawsim").out.endswith(
        "entity.GONE is on 1 marks, but not in this codebook\n  event.GPE is on 1 marks, but not in this codebook\n"
    )


def test_marks_that_do_not_fit_are_mended_by_a_mapping(say: Say, here: Path) -> None:
    misfit(here / "a.tawsim")
    book = resources.codebook()
    (here / "own.toml").write_text(book.source, encoding="utf-8")
    words = ("--map", "entity.GONE=GPE", "--map", "entity.mention.gone=name", "--map", "event.GPE=")
    heard = say("codebook", "apply", "a.tawsim", "own.toml", *words)
    assert heard.status == 0, heard.err
    assert say("check", "a.tawsim", "--severity", "error").status == 0
    assert labels(here / "a.tawsim")[SURFACES["label"]] == ("entity", "GPE")
    assert say("codebook", "apply", "a.tawsim", "own.toml", "--map", "entity.NEVER=GPE").status == 3


@pytest.mark.parametrize("source", BROKEN.values(), ids=BROKEN)
def test_a_codebook_that_cannot_be_read_is_told_and_another_stands_in(say: Say, here: Path, source: str) -> None:
    project = here / "a.tawsim"
    misfit(project, source)
    heard = say("check", "a.tawsim")
    assert heard.status == 1
    assert "The codebook of" in heard.out and "cannot be used" in heard.out and "tawsim codebook apply" in heard.out
    assert say("info", "a.tawsim").status == 0
    assert say("codebook", "show", "a.tawsim").sentences[0].startswith("The codebook of a.tawsim cannot be used")
    assert len(labels(project)) == 4
    assert say("export", "a.tawsim", "out.jsonl").status == 0
    assert say("release", "a.tawsim", "out").sentences[0].startswith("The codebook of")
    assert say("codebook", "export", "a.tawsim", "own.toml").status == 0
    assert (here / "own.toml").read_text(encoding="utf-8") == source, "to be mended by hand"
    heard = say("codebook", "apply", "a.tawsim", "arabic-news", "--map", "GONE=GPE")
    assert heard.status == 0, heard.err
    assert not any("codebook" in each for each in say("check", "a.tawsim", "--json").json["integrity"])
    assert labels(project)[SURFACES["label"]] == ("entity", "GPE")
    with Store.open(project) as store:
        assert store.codebook() == replace(resources.codebook(), version=2)
        assert store.codebook_trouble is None
        assert store.undo("sana", Stamp("sana", "sana", WHEN, 2)) is not None
        assert store.codebook().stands_in, "taken back, it is as it was found"


def test_an_older_version_stands_in_before_the_one_that_ships(say: Say, here: Path) -> None:
    project = here / "a.tawsim"
    misfit(project)
    with closing(sqlite3.connect(project)) as connection:
        connection.execute("INSERT INTO codebook VALUES (9, 'mine', 'kind = [[[')")
        connection.execute("INSERT OR REPLACE INTO note VALUES ('codebook', '9')")
        connection.commit()
    told = say("info", "a.tawsim", "--json").json["codebook"]
    assert told["name"] == "mine"
    with Store.open(project, readonly=True) as store:
        assert store.codebook().stands_in
        assert "arabic-news stands in its place" in str(store.codebook_trouble)


@pytest.mark.parametrize("form", [each.name for each in FORMATS if each.write is not None])
def test_marks_that_do_not_fit_keep_no_export_from_being_made(here: Path, form: str) -> None:
    """What has a label that is gone leaves under that label; of a kind that is gone, the losses tell."""
    misfit(here / "a.tawsim")
    chosen = format_named(form)
    suffix = "" if form in ("xmi", "casjson") else (chosen.suffixes or ("",))[0]
    with Store.open(here / "a.tawsim", readonly=True) as store:
        made = export(store, here / f"out{suffix}", chosen)
    assert made.marks >= 2
    assert made.losses
