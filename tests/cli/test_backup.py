"""``tawsim backup``, ``restore`` and ``rescue``."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from app.store import Store
from tests.cli.conftest import Say, gold


def test_a_backup_is_made_and_listed(say: Say, project: Path) -> None:
    gold(project)
    heard = say("backup", project)
    assert heard.status == 0
    made = Path(heard.out.strip())
    assert made.parent == project.with_name("p.tawsim.backups")
    assert [each["backup"] for each in say("backup", project, "--list", "--json").json] == [made.name]
    again = say("backup", project, "--json").json
    assert (again["cause"], again["bytes"]) == ("hand", Path(again["path"]).stat().st_size)
    assert len(say("backup", project, "--list").out.splitlines()) == 2


def test_a_restore_is_rehearsed_and_done(say: Say, project: Path) -> None:
    gold(project)
    name = say("backup", project, "--json").json["backup"]
    gold(project, "b")
    told = say("restore", project, name, "--dry-run", "--json").json
    assert told["articles"] == {"before": 2, "after": 1}
    assert told["marks"] == {"sana": {"before": 2, "after": 1}}
    assert [(each["author"], each["edits"]) for each in told["taken_back"]] == [("sana", 1)]
    assert told["kept"] is None
    assert say("info", project, "--json").json["articles"] == 2
    heard = say("restore", project)
    assert heard.status == 0
    assert f"restored: {name}" in heard.out
    assert "taken back: 1 edit of sana" in heard.out
    assert say("info", project, "--json").json["articles"] == 1
    kept = [each for each in say("backup", project, "--list", "--json").json if each["cause"] == "restore"]
    assert len(kept) == 1
    assert say("restore", project, kept[0]["backup"], "--json").json["articles"] == {"before": 1, "after": 2}
    assert say("check", project).status == 0


def test_what_is_not_there_is_told(say: Say, project: Path) -> None:
    assert "There is no backup of" in say("restore", project).err
    assert "There is no backup x of" in say("restore", project, "x").err
    assert "There is no project at" in say("backup", "none.tawsim").err
    assert "There is no project at" in say("backup", "none.tawsim", "--list").err
    assert "There is no file" in say("rescue", "none.tawsim", "new.tawsim").err
    Path("text.tawsim").write_text("no project", encoding="utf-8")
    assert "Nothing of a Tawsim project can be found" in say("rescue", "text.tawsim", "new.tawsim").err
    assert not Path("new.tawsim").exists()


def test_a_damaged_project_is_restored_all_the_same(say: Say, project: Path) -> None:
    gold(project)
    name = say("backup", project, "--json").json["backup"]
    content = bytearray(project.read_bytes())
    content[5 * 4096 :] = os.urandom(len(content) - 5 * 4096)
    project.write_bytes(content)
    assert say("restore", project, name).status == 0
    assert say("check", project).status == 0
    damaged = list(project.with_name("p.tawsim.backups").glob("damaged-*.tawsim"))
    assert [each.read_bytes() for each in damaged] == [content]


def test_a_rescue_says_what_was_saved_and_what_was_lost(say: Say, project: Path) -> None:
    gold(project)
    gold(project, "b", "نص آخر يذكر سامر العواد مرة.")
    heard = say("rescue", project, "whole.tawsim", "--json")
    assert heard.status == 0
    assert heard.json["saved"]["marks"] == 2
    assert heard.json["lost"] == []
    content = project.read_bytes().replace("نص آخر".encode(), "نص أخر".encode())
    Path("broken.tawsim").write_bytes(content)
    heard = say("rescue", "broken.tawsim", "new.tawsim")
    assert heard.status == 1
    assert "new.tawsim: 1 articles, 0 entries, 1 marks" in heard.out
    assert "lost: The article b" in heard.out
    with Store.open(Path("new.tawsim")) as store:
        assert store.integrity() == []
        assert [article.ref for article in store.articles()] == ["a"]
    assert say("rescue", "broken.tawsim", "new.tawsim").status == 3


@pytest.mark.skipif(os.name != "posix", reason="rights are another thing here")
def test_a_new_project_is_its_owners_own_and_an_export_is_not(say: Say, project: Path) -> None:
    gold(project)
    assert project.stat().st_mode & 0o777 == 0o600
    mask = os.umask(0o022)
    try:
        assert say("export", project, "out.jsonl").status == 0
        assert Path("out.jsonl").stat().st_mode & 0o777 == 0o644
    finally:
        os.umask(mask)
