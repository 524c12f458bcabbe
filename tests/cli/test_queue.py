"""``tawsim queue``, ``progress`` and ``assign``."""

from __future__ import annotations

from app import resources
from app.domain.article import new_article
from app.store import Stamp, Store
from app.workbench.cards import bin_edit, status_edit

EMPTY = "ref,status,assignee,tags,priority,note\n"


def project(tmp_path):
    path = tmp_path / "p.tawsim"
    with Store.create(path, resources.codebook()) as store:
        store.add_articles(new_article(f"a{number}", f"نص رقم {number}") for number in range(4))
    return path


def test_a_list_shares_out_the_work_and_bad_rows_are_told(say, tmp_path):
    path, file = project(tmp_path), tmp_path / "list.csv"
    file.write_text(
        EMPTY + "a0,flagged,sana;omar,مياه;سدود,urgent,راجع\na9,,sana,,,\na1,lost,,,,\na2,,,,7,\n,done,,,,\n"
        "a3,in progress,,,,\n",
        encoding="utf-8",
    )
    result = say("assign", path, file)
    assert result.status == 1
    assert "changed: 2 articles; as told already: 0; refused: 4" in result.out
    for line, words in ((3, "no article a9"), (4, "status lost"), (5, "priority 7"), (6, "names no article")):
        assert any(f":{line}: " in each and words in each for each in result.err.splitlines()), (line, words)
    again = say("assign", path, file, "--json")
    assert again.json["same"] == 2
    with Store.open(path, readonly=True) as store:
        card = store.desk.card(store.article_by_ref("a0").id)
        assert (card.assignees, card.tags, card.priority, card.note) == (("omar", "sana"), ("سدود", "مياه"), 2, "راجع")
        assert store.integrity() == []


def test_a_dash_takes_away_and_a_dry_run_changes_nothing(say, tmp_path):
    path, file = project(tmp_path), tmp_path / "list.csv"
    file.write_text("ref;tags;assignee\na0;ماء;sana\n", encoding="utf-8")
    assert say("assign", path, file).status == 0
    file.write_text("المرجع\tالوسوم\na0\t-\n", encoding="utf-8-sig")
    assert "would change: 1 article" in say("assign", path, file, "--dry-run").out
    with Store.open(path, readonly=True) as store:
        assert store.desk.words("tag") == ["ماء"]
    assert say("assign", path, file).status == 0
    with Store.open(path, readonly=True) as store:
        assert store.desk.words("tag") == []
        assert store.desk.words("assignee") == ["sana"]


def test_a_list_without_its_columns_is_refused_whole(say, tmp_path):
    path, file = project(tmp_path), tmp_path / "list.csv"
    bad = (("name,status\nx,done\n", "no column of refs"), ("ref,x\na0,1\n", "none of the columns"), ("", "refs"))
    for text, words in bad:
        file.write_text(text, encoding="utf-8")
        result = say("assign", path, file)
        assert result.status == 3
        assert words in result.err


def test_the_queue_is_listed_filtered_and_the_bin_apart(say, tmp_path):
    path = project(tmp_path)
    assert "Nobody has begun an article yet." in say("progress", path).out
    with Store.open(path) as store:
        ids = [row.id for row in store.queue("sana")]
        stamp = Stamp("sana", "sana", "2026-11-23T09:00:00Z", 1)
        store.write(status_edit(store.progress(ids[1], "sana"), "done", "sana"), stamp)
        store.write(status_edit(store.progress(ids[2], "sana"), "excluded", "sana"), stamp)
        store.write(bin_edit(store, ids[3], True), stamp)
    told = say("queue", path, "--json").json
    assert [(row["ref"], row["status"]) for row in told] == [("a0", "new"), ("a1", "done"), ("a2", "excluded")]
    told = say("queue", path, "--status", "done", "--status", "new", "--sort", "title", "--json").json
    assert [row["ref"] for row in told] == ["a0", "a1"]
    assert say("queue", path, "--bin").out.startswith("a3\tnew")
    told = say("progress", path, "--json").json
    assert (told["articles"], told["binned"]) == (3, 1)
    assert {(each["status"], each["articles"]) for each in told["statuses"]} == {("done", 1), ("excluded", 1)}
    assert "Articles by status and layer" in say("progress", path).out
    exported = say("export", path, tmp_path / "out.jsonl")
    assert "left out: 1 article excluded" in exported.err
    assert "left out: 1 article in the bin" in exported.err
    assert "left out: 1 article not begun yet" in exported.err
    lines = (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(lines) == 1
    assert "نص رقم 1" in lines[0]
