"""The gold dataset out of a project: what is in it, what is left out, and that it comes back the same."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from app import resources
from app.domain.text.tokens import Words
from app.store import Store
from app.workbench.actions import marking
from app.workbench.bench import Workbench
from app.workbench.place import Place
from tests.cli.conftest import NEWS, SHARED, WHEN, Say, gold, type_


def lines(path: Path | str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]


def spans_prove_themselves(path: Path | str) -> int:
    """Check ``text[start:end]`` of every span of a dataset; how many marks there were."""
    marks = 0
    for line in lines(path):
        for mark in (mark for array in ("entities", "cues", "quotes", "claims") for mark in line[array]):
            assert "".join(line["text"][start:end] for start, end in mark["fragments"]) == mark["text"]
            marks += 1
    return marks


def comes_back_the_same(say: Say, dataset: Path, name: str = "again") -> None:
    """Import a dataset into a new project and export that: the same bytes."""
    assert say("new", f"{name}.tawsim").status == 0
    heard = say("import", f"{name}.tawsim", dataset)
    assert (heard.status, heard.err) == (0, "")
    assert say("export", f"{name}.tawsim", f"{name}.jsonl").status == 0
    assert Path(f"{name}.jsonl").read_bytes() == dataset.read_bytes()


def test_an_export_says_what_it_wrote(say: Say, project: Path) -> None:
    gold(project)
    heard = say("export", project, "gold.jsonl")
    assert (heard.status, heard.out, heard.err) == (0, "1 line with 1 mark written to gold.jsonl\n", "")
    assert [mark["text"] for mark in lines("gold.jsonl")[0]["entities"]] == ["سامر العواد"]
    schema = json.loads(Path("gold.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(lines("gold.jsonl")[0])


def test_an_export_tells_what_it_leaves_out(say: Say, project: Path) -> None:
    gold(project, attributes={"gender": "m"})
    gold(project, state="suggested")
    Path("b.txt").write_text("خبر آخر", encoding="utf-8")
    say("import", project, "b.txt")
    heard = say("export", project, "gold.jsonl")
    assert heard.status == 0
    losses = Path("gold.losses.json")
    assert heard.sentences == [
        "left out: 1 article not begun yet",
        "left out: 1 mark that nobody has accepted",
        f"left out: 1 thing that tawsim/1 cannot hold; see {losses}",
    ]
    assert json.loads(losses.read_text(encoding="utf-8"))["lost"][0]["count"] == 1


def test_an_export_says_the_same_in_json(say: Say, project: Path) -> None:
    gold(project, attributes={"gender": "m"})
    gold(project, state="rejected")
    heard = say("export", project, "gold.jsonl", "--json")
    assert heard.json == {
        "path": "gold.jsonl",
        "format": "tawsim",
        "dry_run": False,
        "lines": 1,
        "marks": 1,
        "left_out": 1,
        "untouched": 0,
        "schema": "gold.schema.json",
        "losses": "gold.losses.json",
        "lost": [{"what": "attribute that the line has no key for", "count": 1}],
    }


def test_one_layer_can_be_asked_for(say: Say, project: Path) -> None:
    gold(project)
    gold(project, layer="omar")
    assert say("export", project, "both.jsonl", "--json").json["lines"] == 2
    say("export", project, "one.jsonl", "--layer", "omar")
    assert [line["layer"] for line in lines("one.jsonl")] == ["omar"]


@pytest.mark.parametrize("command", [("export", "out.jsonl"), ("check",)])
def test_a_layer_that_is_not_there_is_refused_with_those_that_are(
    say: Say, project: Path, command: tuple[str, ...]
) -> None:
    gold(project)
    gold(project, layer="omar")
    name, *rest = command
    heard = say(name, project, *rest, "--layer", "gold")
    assert (heard.status, heard.sentences) == (3, ["p.tawsim has no layer gold; it has: omar, sana."])
    assert not Path("out.jsonl").exists()


def test_an_export_into_a_folder_that_is_not_there_is_refused(say: Say, project: Path) -> None:
    heard = say("export", project, "nowhere/gold.jsonl")
    assert heard.status == 3
    assert heard.sentences[0].endswith("nowhere/gold.jsonl cannot be written: No such file or directory.")


def test_an_export_never_takes_the_place_of_its_project(say: Say, project: Path) -> None:
    gold(project)
    before = project.read_bytes()
    heard = say("export", project, f"../{project.parent.name}/p.tawsim")
    assert heard.status == 3
    assert "is the project itself" in heard.err
    assert project.read_bytes() == before


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write anywhere")
def test_an_export_into_a_folder_without_the_right_to_write_is_refused(say: Say, project: Path, here: Path) -> None:
    (here / "locked").mkdir(mode=0o500)
    heard = say("export", project, "locked/gold.jsonl")
    assert heard.status == 3
    assert heard.sentences[0].endswith("locked/gold.jsonl cannot be written: Permission denied.")


def test_a_dataset_comes_back_the_same(say: Say, project: Path) -> None:
    for ref in ("ب", "a", "A"):
        gold(project, ref, f"\u202b{ref}\u2028 \U0001f1ef\U0001f1f4 e\u0301 {NEWS}")
        gold(project, ref, f"\u202b{ref}\u2028 \U0001f1ef\U0001f1f4 e\u0301 {NEWS}", layer="omar", confidence=0.5)
    say("export", project, "gold.jsonl")
    assert spans_prove_themselves("gold.jsonl") == 6
    comes_back_the_same(say, Path("gold.jsonl"))


@pytest.fixture(scope="module")
def demonstrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the demo fills, made once."""
    out = tmp_path_factory.mktemp("demo")
    heard = type_("demo", "--out", out, environment={"DISPLAY": None, "WAYLAND_DISPLAY": None}, cwd=out)
    assert (heard.status, heard.err) == (0, "")
    told = dict(line.split(": ", 1) for line in heard.out.splitlines() if ": " in line)
    assert int(told["key presses"]) > 0
    assert Path(told["dataset"]) == out / "gold.jsonl"
    return out


@pytest.mark.slow
def test_the_demo_leaves_gold_pictures_and_a_project(demonstrated: Path) -> None:
    made = {file.name for file in demonstrated.iterdir()}
    assert {"gold.jsonl", "gold.schema.json", "demo.tawsim", "window.png", "window-dark.png"} <= made
    (line,) = lines(demonstrated / "gold.jsonl")
    assert len(line["entities"]) >= 25
    assert len(line["quotes"]) >= 4
    assert len(line["claims"]) >= 2
    assert "implicit" in [quote["speaker"]["realization"] for quote in line["quotes"]]
    assert sum(bool(quote["cue_ids"]) for quote in line["quotes"]) >= 4


@pytest.mark.slow
def test_the_demo_s_gold_comes_back_the_same(say: Say, demonstrated: Path) -> None:
    assert spans_prove_themselves(demonstrated / "gold.jsonl") > 30
    comes_back_the_same(say, demonstrated / "gold.jsonl")


@pytest.mark.slow
def test_the_demo_s_project_is_an_ordinary_one(say: Say, demonstrated: Path) -> None:
    project = demonstrated / "demo.tawsim"
    assert say("check", project, "--json").json["integrity"] == []
    assert list(say("info", project, "--json").json["layers"]) == ["demo"]
    say("export", project, "demo.jsonl")
    assert Path("demo.jsonl").read_bytes() == (demonstrated / "gold.jsonl").read_bytes()


def test_the_example_of_the_format_comes_back_the_same(say: Say) -> None:
    example = SHARED / "gold-example.jsonl"
    if not example.exists():
        pytest.skip("needs ../shared/gold-example.jsonl")
    assert spans_prove_themselves(example) > 0
    comes_back_the_same(say, example)


def test_the_reference_article_marked_all_over_comes_back_the_same(say: Say, project: Path) -> None:
    file = SHARED / "articles/000_57f3cbd02e05244a.txt"
    if not file.exists():
        pytest.skip("needs ../shared/articles")
    say("import", project, file)
    bench = Workbench(Store.open(project), author="sana", lexicons=resources.lexicons(), clock=lambda: WHEN)
    bench.resume()
    assert bench.article is not None
    for number, word in enumerate(Words(bench.article.text).all()):
        bench.put(Place.at(word.start))
        marking.mark(bench, "entity", ("PERS", "GPE", "ORG", "DATE")[number % 4])
    bench.close()
    say("export", project, "gold.jsonl")
    assert spans_prove_themselves("gold.jsonl") > 100
    comes_back_the_same(say, Path("gold.jsonl"))


def test_what_a_format_cannot_hold_is_told_before_it_is_written(say: Say, project: Path) -> None:
    gold(project)
    heard = say("export", project, "x.iob2", "--dry-run")
    assert heard.status == 0
    assert "iob2 cannot hold: id of a mark or link, and who made it, when and how (1)" in heard.err
    assert heard.out == "1 line with 1 mark would be written to x.iob2\n"
    assert not Path("x.iob2").exists()
    assert say("export", project, "x.iob2", "--json").json["losses"] == "x.losses.json"


def test_labels_can_be_called_otherwise_and_articles_left_out(say: Say, project: Path) -> None:
    gold(project)
    assert say("export", project, "x.iob2", "--map", "PERS=PER", "--json").json["marks"] == 1
    assert "B-PER\n" in Path("x.iob2").read_text(encoding="utf-8")
    assert say("export", project, "y.iob2", "--status", "done", "--json").json["lines"] == 0
    assert say("export", project, "z.jsonl", "--label", "GPE", "--json").json["marks"] == 0
    heard = say("export", project, "x.iob2", "--map", "HUMAN=PER")
    assert (heard.status, "no label HUMAN" in heard.err) == (3, True)
    assert say("export", project, "x.iob2", "--map", "PERS").status == 2
    assert say("export", project, "x.iob2", "--format", "word").status == 2


def test_marks_whose_label_is_unknown_are_told_and_can_be_mapped(say: Say, project: Path) -> None:
    Path("t.iob2").write_text("-DOCSTART- O\n\nخالد B-PER\nهنا O\n", encoding="utf-8")
    heard = say("import", project, "t.iob2")
    assert heard.status == 1
    assert "t.iob2:3: The codebook arabic-news has no label PER" in heard.err
    assert "1 article, 0 marks" in heard.out
    heard = say("import", project, "t.iob2", "--map", "PER=PERS", "--layer", "b", "--json")
    assert (heard.status, heard.json["marks"]) == (0, 1)
