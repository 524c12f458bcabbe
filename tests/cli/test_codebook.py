"""The codebook without a window: shown, exported, and another one put in use."""

from __future__ import annotations

from pathlib import Path

import pytest

from app import resources
from app.domain.codebook import ENTITY, read_codebook
from app.store import Stamp, Store
from tests.cli.conftest import WHEN, Say, gold


@pytest.fixture
def project(project: Path) -> Path:
    """A project with one name marked in each of two layers."""
    gold(project)
    gold(project, layer="omar")
    return project


def marks(project: Path) -> list[tuple[str, str]]:
    with Store.open(project, readonly=True) as store:
        return [
            (each.label, each.exact)
            for article, layer in store.work()
            for each in store.annotations(article, layer)
            if each.kind == ENTITY and each.state == "accepted"
        ]


def test_the_labels_are_listed_with_their_keys_and_marks(say: Say, project: Path) -> None:
    heard = say("codebook", "show", project)
    assert heard.status == 0
    assert heard.out.startswith("arabic-news 1 (1 kept)\n  entity\n    PERS")
    shown = say("codebook", "show", project, "--json").json
    (pers,) = [each for each in shown["labels"] if each["label"] == "PERS"]
    assert pers["key"] == "P"
    assert pers["marks"] == sum(label == "PERS" for label, _ in marks(project))
    assert shown["versions"] == [1]
    assert "speaker" in shown["slots"]["quote"]


def test_an_exported_codebook_makes_the_same_project_again(say: Say, project: Path) -> None:
    heard = say("codebook", "export", project, "own.toml")
    assert (heard.status, heard.out) == (0, "own.toml: codebook arabic-news 1\n")
    assert read_codebook(Path("own.toml").read_text(encoding="utf-8")) == resources.codebook()
    assert say("new", "again.tawsim", "--codebook", "own.toml").status == 0
    heard = say("codebook", "export", project, project)
    assert (heard.status, heard.sentences[0].split(":")[0]) == (3, f"{project} is the project itself")


@pytest.mark.parametrize("name", resources.codebook_names())
def test_a_project_can_begin_with_any_shipped_codebook(say: Say, name: str) -> None:
    assert say("new", f"{name}.tawsim", "--codebook", name).out == f"{name}.tawsim: codebook {name} 1\n"
    assert say("info", f"{name}.tawsim", "--json").json["codebook"]["name"] == name


def test_a_label_is_mapped_as_one_edit_that_undo_takes_back(say: Say, project: Path) -> None:
    before = marks(project)
    used = sorted({label for label, _ in before})[0]
    book = resources.text("codebooks/arabic-news.toml").replace(f'id = "{used}"', 'id = "NEW"', 1)
    Path("own.toml").write_text(book, encoding="utf-8")
    refused = say("codebook", "apply", project, "own.toml")
    assert refused.status == 1
    assert f"entity.{used} (" in refused.err
    assert marks(project) == before
    told = say("codebook", "apply", project, "own.toml", "--map", f"{used}=NEW", "--dry-run")
    assert told.out.startswith("would be in use: arabic-news 2\n")
    assert marks(project) == before
    done = say("codebook", "apply", project, "own.toml", "--map", f"{used}=NEW", "--json")
    assert done.status == 0
    assert done.json["done"] is True
    assert [(each["from"], each["to"]) for each in done.json["changes"]] == [(used, "NEW")]
    assert ("NEW" in {label for label, _ in marks(project)}) and used not in {label for label, _ in marks(project)}
    assert say("check", project, "--json").json["integrity"] == []
    with Store.open(project) as store:
        assert store.undo("sana", Stamp("sana", "sana", WHEN, 2)) is not None
    assert marks(project) == before


def test_the_same_codebook_again_changes_nothing(say: Say, project: Path) -> None:
    assert say("codebook", "apply", project, "arabic-news").out == "the project uses this codebook already\n"
    with Store.open(project, readonly=True) as store:
        assert len(store.codebook_versions()) == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["none.toml"], "none.toml cannot be read"),
        (["arabic-news", "--map", "NONE=PERS"], "NONE is no label"),
        (["arabic-news", "--map", "PERS=NONE"], "has no entity label NONE"),
        (["arabic-news", "--map", "PERS"], "is no mapping such as OLD=NEW"),
    ],
)
def test_what_cannot_be_applied_is_said_in_one_sentence(say: Say, project: Path, words: list[str], said: str) -> None:
    heard = say("codebook", "apply", project, *words)
    assert heard.status == 3
    assert said in heard.err


def test_a_codebook_whose_keys_clash_is_refused(say: Say, project: Path) -> None:
    book = resources.text("codebooks/arabic-news.toml").replace('key = "P"', 'key = "F"', 1)
    Path("own.toml").write_text(book, encoding="utf-8")
    for words in (("codebook", "apply", project, "own.toml"), ("new", "p2.tawsim", "--codebook", "own.toml")):
        heard = say(*words)
        assert heard.status == 3
        assert "The key F belongs to" in heard.err
    assert not Path("p2.tawsim").exists()


def test_a_dataset_of_version_3_comes_back_the_same_under_that_codebook(say: Say, project: Path) -> None:
    for name in ("TEAM", "CLUB"):
        book = resources.text("codebooks/arabic-news.toml").replace('id = "PRODUCT"', f'id = "{name}"', 1)
        Path(f"{name}.toml").write_text(book, encoding="utf-8")
        assert say("codebook", "apply", project, f"{name}.toml").status == 0
    used = marks(project)[0][0]
    renamed = resources.text("codebooks/arabic-news.toml").replace(f'id = "{used}"', 'id = "OWN"', 1)
    Path("own.toml").write_text(renamed, encoding="utf-8")
    assert say("codebook", "apply", project, "own.toml", "--map", f"{used}=OWN").status == 0
    say("export", project, "one.jsonl")
    say("codebook", "export", project, "v4.toml")
    assert say("new", "fresh.tawsim", "--codebook", "v4.toml").out.endswith("arabic-news 4\n")
    assert say("import", "fresh.tawsim", "one.jsonl").status == 0
    say("export", "fresh.tawsim", "two.jsonl")
    assert Path("one.jsonl").read_bytes() == Path("two.jsonl").read_bytes()
    say("new", "old.tawsim")
    heard = say("import", "old.tawsim", "one.jsonl")
    assert heard.status == 1
    assert "made with the codebook arabic-news version 4; the project's is arabic-news version 1" in heard.err
    assert "has no entity label OWN" in heard.err
    assert say("codebook", "apply", "old.tawsim", "v4.toml").status == 0
    assert say("import", "old.tawsim", "one.jsonl").status == 0
    say("export", "old.tawsim", "three.jsonl")
    assert Path("one.jsonl").read_bytes() == Path("three.jsonl").read_bytes()
