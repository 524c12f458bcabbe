"""The register at the terminal."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Say

TABLE = "id,name,aliases,type\nQ1530,بغداد,Baghdad,مدينة\nX1,بيروت,,مدينة\nQ7,سليم الناصر,,\n"


def test_a_list_comes_in_and_is_listed(say: Say, project: Path) -> None:
    Path("list.csv").write_text(TABLE, encoding="utf-8")
    heard = say("register", "import", project, "list.csv", "--label", "PERS")
    assert (heard.status, heard.out) == (1, "brought in: 2 entries; changed: 0; here already: 0; refused: 1\n")
    assert heard.sentences == ["list.csv:3: X1 is no Wikidata id (Q and a number) and no id of your own (local:name)."]
    heard = say("register", "list", project)
    assert heard.out == "بغداد\tGPE\tQ1530\tBaghdad\nسليم الناصر\tPERS\tQ7\t\n"
    assert [each["name"] for each in say("register", "list", project, "--query", "baghd", "--json").json] == ["بغداد"]


def test_importing_twice_adds_nothing_twice_and_the_list_brings_itself_in(say: Say, project: Path) -> None:
    Path("list.csv").write_text(TABLE, encoding="utf-8")
    say("register", "import", project, "list.csv", "--label", "PERS")
    listed = say("register", "list", project, "--json").out
    heard = say("register", "import", project, "list.csv", "--label", "PERS", "--json")
    assert (heard.json["new"], heard.json["changed"], heard.json["same"]) == ([], [], 2)
    Path("list.json").write_text(listed, encoding="utf-8")
    heard = say("register", "import", project, "list.json")
    assert (heard.status, heard.out) == (0, "brought in: 0 entries; changed: 0; here already: 2; refused: 0\n")
    assert say("register", "list", project, "--json").out == listed
    assert say("new", "other.tawsim").status == 0
    assert say("register", "import", "other.tawsim", "list.json").out.startswith("brought in: 2 entries;")


def test_a_dry_run_changes_nothing(say: Say, project: Path) -> None:
    Path("list.csv").write_text(TABLE, encoding="utf-8")
    before = project.read_bytes()
    heard = say("register", "import", project, "list.csv", "--dry-run")
    assert heard.status == 1
    assert heard.out == "would come in: 1 entry; changed: 0; here already: 0; refused: 2\n"
    assert project.read_bytes() == before


def test_what_cannot_be_done_is_said(say: Say, project: Path) -> None:
    assert say("register", "import", project, "nowhere.csv").status == 3
    Path("list.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    assert "no column for names" in say("register", "import", project, "list.csv").err
    assert say("register", "import", project, "list.csv", "--label", "PERSON").status == 3
    assert say("register", "list", "nowhere.tawsim").status == 3
