"""A release from the command line: a folder that other programs load, or nothing at all and the reason."""

from __future__ import annotations

import hashlib
import json
import warnings
from pathlib import Path

import jsonschema
import pytest

from app.domain.annotation import DONE, IN_PROGRESS, Annotation, End, Link, Progress
from app.domain.article import Meta, new_article
from app.domain.edit import Change, Edit
from app.domain.span import Span
from app.store import Stamp, Store

WHEN = "2026-11-24T08:00:00Z"
TEXT = "قالت وزيرة المياه ليلى حداد 👍🏽: «لن نخفض حصة المزارعين رقم {}».\nوأضافت أن السدود امتلأت."
SPLITS = ("train", "validation", "test")


def marks_of(text: str, article: str, layer: str, name: str) -> tuple[list[Annotation], list[Link]]:
    def mark(kind: str, label: str, words: str, short: str) -> Annotation:
        start = text.index(words)
        where = (Span(start, start + len(words)),)
        return Annotation(f"{name}{short}", article, layer, kind, label, where, words, made_at=WHEN, made_by=layer)

    quote = mark("quote", "direct", text[text.index("«") : text.index("»") + 1], "q")
    speaker, cue = mark("entity", "PERS", "ليلى حداد", "e"), mark("cue", "cue", "قالت", "c")
    ends = [("speaker", speaker), ("cue", cue)]
    links = [Link(f"{name}{role}", article, layer, role, quote.id, End("annotation", end.id)) for role, end in ends]
    if name == "ليلى-7-":
        return [quote, speaker, cue, mark("cue", "cue", "أضافت", "loose")], links
    return [quote, speaker, cue], links


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Twenty articles that ليلى has done, of which سامر has done three too; one more is only begun."""
    path = tmp_path / "news.tawsim"
    from app import resources

    with Store.create(path, resources.codebook()) as store:
        for number in range(21):
            text = TEXT.format(number)
            meta = Meta(source="وكالة رواسي", published=f"2026-11-{number % 20 + 1:02}")
            article = new_article(f"n{number:02}", text, meta=meta)
            store.add_article(article)
            for layer in ("ليلى", "سامر") if number < 3 else ("ليلى",):
                marks, links = marks_of(text, article.id, layer, f"{layer}-{number}-")
                status = IN_PROGRESS if number == 20 else DONE
                progress = Progress(article.id, layer, status, (layer,))
                edit = Edit(
                    "Mark",
                    (*(Change(None, each) for each in (*marks, *links)), Change(Progress(article.id, layer), progress)),
                )
                store.write(edit, Stamp(layer, layer, WHEN, 1))
    return path


def lines(folder: Path, split: str) -> list[dict]:
    return [json.loads(line) for line in (folder / f"data/{split}.jsonl").read_text(encoding="utf-8").splitlines()]


def test_the_folder_is_whole_and_says_what_it_is(say, corpus, tmp_path):
    out = tmp_path / "release"
    heard = say("release", corpus, out, "--layer", "ليلى", "--json")
    assert heard.status == 0, heard.err
    assert "left out: 1 article not done yet" in heard.sentences
    told = heard.json
    assert told["splits"] == {"train": 16, "validation": 2, "test": 2}
    papers = {"README.md", "croissant.json", "schema.json", "guidelines.md", "agreement.json", "validation.json"}
    assert papers | {"losses.json", "CHANGES.md", "SHA256SUMS"} <= {each.name for each in out.iterdir()}
    schema = json.loads((out / "schema.json").read_text())
    for split in SPLITS:
        for line in lines(out, split):
            jsonschema.validate(line, schema)
    for line in (out / "SHA256SUMS").read_text().splitlines():
        checksum, name = line.split("  ")
        assert hashlib.sha256((out / name).read_bytes()).hexdigest() == checksum
    assert json.loads((out / "validation.json").read_text())["reimport"] == {"lines": 20, "identical": True}


def test_the_same_project_gives_the_same_bytes(say, corpus, tmp_path):
    for name in ("one", "two"):
        assert say("release", corpus, tmp_path / name, "--layer", "ليلى", "--version", "1.0.0").status == 0
    one, two = tmp_path / "one", tmp_path / "two"
    for file in (each for each in one.rglob("*") if each.is_file() and each.name not in ("CHANGES.md", "SHA256SUMS")):
        assert file.read_bytes() == (two / file.relative_to(one)).read_bytes(), file


def test_agreement_is_told_for_two_layers_and_null_with_a_reason_for_one(say, corpus, tmp_path):
    say("release", corpus, tmp_path / "release", "--layer", "ليلى")
    told = json.loads((tmp_path / "release/agreement.json").read_text())
    (pair,) = told["pairs"]
    assert (pair["layers"], pair["articles"], pair["spans"]["all"]["f1_exact"]) == (["سامر", "ليلى"], 3, 1.0)
    assert pair["frames"]["quote"]["roles"]["speaker"]["accuracy"] == 1.0
    assert say("agree", corpus, "--json").json == told


def test_what_changed_since_the_last_release_is_told(say, corpus, tmp_path):
    say("release", corpus, tmp_path / "one", "--layer", "ليلى")
    with Store.open(corpus) as store:
        article = store.article_by_ref("n20")
        assert article
        before = store.progress(article.id, "ليلى")
        after = Progress(article.id, "ليلى", DONE, ("ليلى",))
        store.write(Edit("Done", (Change(before, after),)), Stamp("ليلى", "ليلى", WHEN, 1))
    heard = say("release", corpus, tmp_path / "two", "--layer", "ليلى", "--json")
    assert heard.json["version"] == "1.1.0"
    changes = (tmp_path / "two/CHANGES.md").read_text()
    assert "Since 1.0.0" in changes
    assert "### New articles: 1\n\n- n20" in changes


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("--findings", "doubt"), "findings as grave as"),
        (("--adjudicated",), "are not done in the layer"),
        (("--agreement", "1.0"), None),
    ],
)
def test_a_shut_gate_stops_the_release_and_says_which_articles(say, corpus, tmp_path, asked, said):
    assert say("gates", corpus, *asked).status == 0
    layer = "سامر" if "--adjudicated" in asked else "ليلى"
    heard = say("release", corpus, tmp_path / "release", "--layer", layer, "--json")
    if said is None:
        assert heard.status == 0
        return
    assert heard.status == 1
    assert said in heard.err
    assert heard.json["articles"] == (
        ["n07"] if "--findings" in asked else [f"n{number:02}" for number in range(3, 20)]
    )
    assert not (tmp_path / "release").exists()
    assert not list(tmp_path.glob(".release*"))


def test_agreement_that_cannot_be_measured_keeps_a_gate_shut(say, corpus, tmp_path):
    say("gates", corpus, "--agreement", "0.8")
    with Store.open(corpus) as store:
        for ref in ("n00", "n01", "n02"):
            article = store.article_by_ref(ref)
            assert article
            before = store.progress(article.id, "سامر")
            after = Progress(article.id, "سامر", IN_PROGRESS, before.annotators)
            store.write(Edit("Open", (Change(before, after),)), Stamp("سامر", "سامر", WHEN, 1))
    heard = say("release", corpus, tmp_path / "release", "--layer", "ليلى")
    assert heard.status == 1
    assert "there is none to measure" in heard.err


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("--layer", "nobody"), "has no layer nobody"),
        ((), "several layers"),
        (("--layer", "ليلى", "--previous", "nowhere"), "no release that can be compared with"),
    ],
)
def test_what_cannot_be_released_says_why(say, corpus, tmp_path, words, reason):
    heard = say("release", corpus, tmp_path / "release", *words)
    assert heard.status == 3
    assert reason in heard.err
    assert not (tmp_path / "release").exists()


def test_a_folder_that_is_there_is_never_touched(say, corpus, tmp_path):
    (tmp_path / "release").mkdir()
    (tmp_path / "release/mine.txt").write_text("x")
    heard = say("release", corpus, tmp_path / "release", "--layer", "ليلى")
    assert heard.status == 3
    assert [each.name for each in (tmp_path / "release").iterdir()] == ["mine.txt"]


def test_answers_of_people_stand_in_the_card_and_the_rest_is_blank(say, corpus, tmp_path):
    about = tmp_path / "about.toml"
    about.write_text(
        'title = "أخبار"\nlicense = "cc-by-4.0"\n[answers]\npurpose = "To \\"train\\""\n', encoding="utf-8"
    )
    assert say("release", corpus, tmp_path / "one", "--layer", "ليلى", "--about", about).status == 0
    card = (tmp_path / "one/README.md").read_text()
    assert "# أخبار" in card and 'To "train"' in card and "license: cc-by-4.0" in card.replace('"', "")
    assert "[to be filled in]" in card
    about.write_text("purpose = 1\n")
    heard = say("release", corpus, tmp_path / "two", "--layer", "ليلى", "--about", about)
    assert (heard.status, "the key purpose" in heard.err) == (3, True)


def test_datasets_loads_the_folder_with_the_declared_features_and_the_same_counts(say, corpus, tmp_path, monkeypatch):
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    monkeypatch.setenv("HF_HOME", str(tmp_path / "hf"))
    out = tmp_path / "release"
    say("release", corpus, out, "--layer", "ليلى")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        datasets = pytest.importorskip("datasets")
        loaded = datasets.load_dataset(str(out), cache_dir=str(tmp_path / "cache"))
    assert {split: len(loaded[split]) for split in SPLITS} == {"train": 16, "validation": 2, "test": 2}
    for split in SPLITS:
        for row, line in zip(loaded[split], lines(out, split), strict=True):
            assert row["text"] == line["text"]
            assert row["entities"] == line["entities"] and row["quotes"] == line["quotes"]
            for mark in row["quotes"]:
                assert "".join(row["text"][start:end] for start, end in mark["fragments"]) == mark["text"]


def test_croissant_validates_and_every_record_can_be_walked(say, corpus, tmp_path):
    out = tmp_path / "release"
    say("release", corpus, out, "--layer", "ليلى")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        mlc = pytest.importorskip("mlcroissant")
        found = mlc.Dataset(jsonld=str(out / "croissant.json"))
        assert not found.metadata.issues.errors
        for split in SPLITS:
            records = list(found.records(split))
            there = lines(out, split)
            assert [record[f"{split}/doc_id"].decode() for record in records] == [line["doc_id"] for line in there]
            for record, line in zip(records, there, strict=True):
                labels = [mark[f"{split}/entities/label"].decode() for mark in record[f"{split}/entities"]]
                assert labels == [mark["label"] for mark in line["entities"]]


def test_reprints_of_a_story_stay_in_one_split(say, tmp_path):
    """Twelve stories, each printed three times with another beginning: no split may part them."""
    from app import resources
    from tests.benchmarks.corpus import articles

    path = tmp_path / "wire.tawsim"
    with Store.create(path, resources.codebook()) as store:
        for number, plain in enumerate(articles(12, seed=3)):
            for copy in range(3):
                text = f"طبعة {copy} من الخبر.\n{plain.text}"
                article = new_article(f"s{number:02}-{copy}", text)
                store.add_article(article)
                done = Progress(article.id, "ليلى", DONE, ("ليلى",))
                store.write(Edit("Done", (Change(Progress(article.id, "ليلى"), done),)), Stamp("ليلى", "ليلى", WHEN, 1))
    heard = say("release", path, tmp_path / "release", "--json")
    assert heard.status == 0, heard.err
    where = {line["doc_id"]: split for split in SPLITS for line in lines(tmp_path / "release", split)}
    assert len(where) == 36
    assert set(where.values()) == set(SPLITS)
    for number in range(12):
        assert len({where[f"s{number:02}-{copy}"] for copy in range(3)}) == 1
    leakage = json.loads((tmp_path / "release/validation.json").read_text())["leakage"]
    assert leakage == {
        "near_duplicates": 12,
        "in_two_splits": [],
        "same_text_in_two_splits": [],
        "same_claim_in_two_splits": [],
    }


def test_a_release_without_an_article_for_each_split_can_be_loaded(say, tmp_path, monkeypatch):
    """``datasets`` refuses a split without a row."""
    yaml = pytest.importorskip("yaml")
    from app import resources

    path = tmp_path / "one.tawsim"
    with Store.create(path, resources.codebook()) as store:
        article = new_article("n00", TEXT.format(0))
        store.add_article(article)
        before = Progress(article.id, "gold")
        edit = Edit("Done", (Change(before, Progress(article.id, "gold", DONE, ("a1",))),))
        store.write(edit, Stamp("gold", "a1", WHEN, 1))
    assert say("release", path, tmp_path / "out").status == 0
    card = yaml.safe_load((tmp_path / "out/README.md").read_text(encoding="utf-8").split("---\n")[1])
    assert [each["split"] for each in card["configs"][0]["data_files"]] == ["train"]
    assert [each["num_examples"] for each in card["dataset_info"]["splits"]] == [1]
    assert [len(lines(tmp_path / "out", split)) for split in SPLITS] == [1, 0, 0]
