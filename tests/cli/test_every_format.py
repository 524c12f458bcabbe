"""From the command line into every format that loses nothing, and from there into a new project: the same gold data."""

from __future__ import annotations

import json
from hashlib import sha256

import pytest

from tests.cli.conftest import SHARED

pytest.importorskip("pyarrow")
pytest.importorskip("cassis")


def behind(record, words):
    """The same marks under other ids in another article, behind some words."""
    record = json.loads(json.dumps(record)) | {"doc_id": "demo-002", "text": words + record["text"]}
    record |= {"sha256": sha256(record["text"].encode()).hexdigest(), "zones": []}
    names = {mark["id"] for array in ARRAYS for mark in record[array]}

    def moved(value, key=""):
        if isinstance(value, dict):
            return {name: moved(each, name) for name, each in value.items()}
        if key in ("fragments", "inner"):
            return [[start + len(words), end + len(words)] for start, end in value]
        if isinstance(value, list):
            return [moved(each) for each in value]
        return f"{value}-2" if isinstance(value, str) and value in names else value

    return record | {array: moved(record[array]) for array in ARRAYS}


ARRAYS = ("entities", "cues", "quotes", "claims")
LOSSLESS = {
    "parquet": "x.parquet",
    "huggingface": "hf",
    "xmi": "cas",
    "casjson": "cas.zip",
    "webanno": "tsv.zip",
    "webannotation": "x.jsonld",
}


@pytest.fixture
def gold(tmp_path, say):
    """A project with two articles in which everything is marked that the format's own example has, and an emoji."""
    example = SHARED / "gold-example.jsonl"
    if not example.exists():
        pytest.skip("needs ../shared/gold-example.jsonl")
    record = json.loads(example.read_text(encoding="utf-8"))
    lines = [json.dumps(each, ensure_ascii=False) + "\n" for each in (record, behind(record, "عاجل 😀👩🏽‍🚀: "))]
    (tmp_path / "gold.jsonl").write_text("".join(lines), encoding="utf-8")
    assert say("new", tmp_path / "one.tawsim").status == 0
    assert say("import", tmp_path / "one.tawsim", tmp_path / "gold.jsonl").status == 0
    return tmp_path / "one.tawsim"


@pytest.mark.parametrize("archive", [False, True], ids=["as it is", "in an archive"])
@pytest.mark.parametrize("form", LOSSLESS)
def test_out_and_in_again_is_the_same_gold_data(tmp_path, say, gold, form, archive):
    out = tmp_path / LOSSLESS[form]
    if archive and form in ("huggingface", "xmi"):
        out = tmp_path / f"{form}.zip"
    assert say("export", gold, out, "--format", form).status == 0
    assert say("new", tmp_path / "two.tawsim").status == 0
    heard = say("import", tmp_path / "two.tawsim", out)
    assert (heard.status, heard.err) == (0, ""), heard
    for name, project in (("a", gold), ("b", tmp_path / "two.tawsim")):
        assert say("export", project, tmp_path / f"{name}.jsonl").status == 0
    assert (tmp_path / "a.jsonl").read_bytes() == (tmp_path / "b.jsonl").read_bytes()
    assert (tmp_path / "a.jsonl").read_text(encoding="utf-8").count("\n") == 2


def test_a_page_to_read_and_a_docbin_say_what_they_cannot_hold(tmp_path, say, gold):
    for form, out in (("html", "x.html"), ("html", "site"), ("docbin", "y.spacy")):
        heard = say("export", gold, tmp_path / out, "--format", form)
        assert heard.status == 0, heard
        assert ("cannot hold" in heard.err) == (form == "html")
        assert (tmp_path / f"{out.partition('.')[0]}.losses.json").exists() == (form == "html")
