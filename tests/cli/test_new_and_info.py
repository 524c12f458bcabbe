"""Making a project, and saying what is in one."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from app import resources
from app.store import Store
from tests.cli.conftest import Say, gold

OWN = '[[kind]]\nid = "entity"\n'


def test_a_new_project_has_the_codebook_of_arabic_news(say: Say, here: Path) -> None:
    heard = say("new", "p.tawsim")
    assert (heard.status, heard.out, heard.err) == (0, "p.tawsim: codebook arabic-news 1\n", "")
    with Store.open(here / "p.tawsim", readonly=True) as store:
        assert store.codebook().name == "arabic-news"


def test_a_new_project_can_have_a_codebook_of_ones_own(say: Say, here: Path) -> None:
    source = resources.text("codebooks/arabic-news.toml").replace("version = 1", "version = 7", 1)
    Path("own.toml").write_text("\ufeff" + source, encoding="utf-8")  # as Windows' own editor saves it
    heard = say("new", "p.tawsim", "--codebook", "own.toml", "--json")
    assert heard.json == {
        "project": "p.tawsim",
        "codebook": {"name": tomllib.loads(source)["name"], "version": 7},
    }
    assert say("info", "p.tawsim", "--json").json["codebook"]["version"] == 7


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "own.toml cannot be read: No such file or directory."),
        (b"\xc7\xe1 kind", "own.toml: byte 1 is not valid UTF-8; save it as UTF-8."),
        (b"kind = = 3", "own.toml is not valid TOML"),
        (OWN.encode(), "own.toml lacks the key 'name'."),
    ],
)
def test_a_codebook_that_cannot_be_used_makes_no_project(
    say: Say, here: Path, content: bytes | None, said: str
) -> None:
    if content is not None:
        Path("own.toml").write_bytes(content)
    heard = say("new", "p.tawsim", "--codebook", "own.toml")
    assert heard.status == 3
    assert heard.sentences[0].startswith(said)
    assert not (here / "p.tawsim").exists()


def test_a_project_never_takes_the_place_of_another_file(say: Say, project: Path) -> None:
    before = project.read_bytes()
    heard = say("new", project)
    assert heard.status == 3
    assert "is there already" in heard.err
    assert project.read_bytes() == before


def test_a_project_in_a_folder_that_is_not_there_is_not_made(say: Say) -> None:
    heard = say("new", "nowhere/p.tawsim")
    assert heard.status == 3
    assert "There is no folder" in heard.err


def test_info_of_an_empty_project_is_all_noughts(say: Say, project: Path) -> None:
    told = say("info", "p.tawsim", "--json").json
    assert told.pop("codebook") == {"name": "arabic-news", "version": 1}
    assert told.pop("project") == "p.tawsim"
    assert told.pop("layers") == {}
    assert set(told.values()) == {0}


def test_info_counts_the_project_and_each_layer(say: Say, project: Path) -> None:
    gold(project, "a")
    gold(project, "b")
    gold(project, "b", layer="omar")
    told = say("info", project, "--json").json
    assert (told["articles"], told["entities"], told["edits"]) == (2, 3, 3)
    assert {layer: counts["entities"] for layer, counts in told["layers"].items()} == {"omar": 1, "sana": 2}
    heard = say("info", project)
    assert heard.status == 0
    assert "  articles   2\n" in heard.out
    assert "  layer sana: 0 done, 2 entities," in heard.out


def test_info_changes_nothing(say: Say, project: Path) -> None:
    gold(project)
    before = project.read_bytes()
    say("info", project)
    assert project.read_bytes() == before
