"""Searching and counting at the terminal."""

from __future__ import annotations

import csv
from pathlib import Path

from tests.cli.conftest import NEWS, Say, gold


def test_hits_stand_between_brackets_in_their_context(say: Say, project: Path) -> None:
    gold(project)
    heard = say("search", project, "مزارع OR السدود")
    assert heard.status == 0
    assert [line.count("[") for line in heard.out.splitlines()] == [1, 1]
    assert "[السدود]" in heard.out
    assert heard.sentences == ["2 of 2 hits in 1 articles"]


def test_as_json_every_position_is_that_of_the_text(say: Say, project: Path) -> None:
    gold(project)
    told = say("search", project, "حكومة", "--json").json
    assert (told["hits"], told["articles"], told["complete"]) == (1, 1, True)
    (line,) = told["lines"]
    assert NEWS[line["start"] : line["end"]] == line["hit"] == "الحكومة"
    assert line["before"].endswith("مضيفا أن ")


def test_a_limit_says_that_there_is_more(say: Say, project: Path) -> None:
    gold(project)
    heard = say("search", project, "ا* OR و*", "--limit", "1", "--sort", "left")
    assert len(heard.out.splitlines()) == 1
    assert heard.sentences[0].startswith("1 of ")


def test_filters_ask_the_layer(say: Say, project: Path) -> None:
    gold(project)
    assert say("search", project, "label:PERS", "--json").json["lines"][0]["hit"] == "سامر العواد"
    assert say("search", project, "label:GPE", "--json").json["lines"] == []


def test_all_hits_go_into_a_table(say: Say, project: Path, tmp_path: Path) -> None:
    gold(project)
    table = tmp_path / "hits.csv"
    heard = say("search", project, "المياه OR الحكومة", "--csv", table)
    assert heard.out == f"2 hits written to {table}\n"
    with table.open(encoding="utf-8-sig", newline="") as file:
        assert [row["hit"] for row in csv.DictReader(file)] == ["المياه", "الحكومة"]


def test_a_wrong_query_is_one_sentence_with_its_place(say: Say, project: Path) -> None:
    heard = say("search", project, "السدود (")
    assert heard.status == 3
    assert heard.sentences == ["Character 8: this parenthesis is never closed. Close it, or leave it out."]
    assert say("search", project, " ").status == 2


def test_what_there_is_of_everything(say: Say, project: Path, tmp_path: Path) -> None:
    gold(project)
    told = say("stats", project, "--json").json
    overview = {row["what"]: row["count"] for row in told["overview"]}
    assert overview["characters"] == len(NEWS)
    assert overview["entities"] == 1
    assert told["surfaces"] == [{"surface": "سامر العواد", "label": "PERS", "marked": 1, "otherwise": 0}]
    heard = say("stats", project, "--table", "marks")
    assert heard.out.startswith("# Marks\nlayer\tkind\tlabel")
    say("stats", project, "--csv", tmp_path / "tables")
    assert (tmp_path / "tables" / "overview.csv").read_text(encoding="utf-8-sig").startswith("what,count")


def test_a_table_that_is_not_there_is_named(say: Say, project: Path) -> None:
    heard = say("stats", project, "--table", "nothing")
    assert heard.status == 3
    assert "overview" in heard.sentences[0]
