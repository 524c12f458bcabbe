"""brat standoff: its own rules on every line, and there and back with every attribute, slot and fragment."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
from hypothesis import given

from app.exchange.formats.brat import BRAT, CUT, NOTHING_LEFT, file_name
from app.exchange.sheets_out import TIE
from tests.exchange import inventing
from tests.exchange.journey import in_order, marks_of, read, record_of, write

BREAKS = re.compile("[\t\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


@pytest.fixture(scope="module")
def out(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("brat") / "out"


def cut(record: dict, lost: set[str], gone: set[str]) -> dict:
    """The record with its marks cut at line breaks, as announced, and without those of which nothing was left."""
    for array in ("entities", "cues", "quotes", "claims"):
        record[array] = [mark for mark in record[array] if mark["id"] not in gone]
    for mark in marks_of(record):
        pieces = []
        for start, end in mark["fragments"]:
            at = start
            for found in BREAKS.finditer(record["text"], start, end):
                pieces += [[at, found.start()]] * (at < found.start())
                at = found.end()
            pieces += [[at, end]] * (at < end)
        assert (pieces != mark["fragments"]) == (mark["id"] in lost)
        mark["fragments"], mark["text"] = pieces, "".join(record["text"][start:end] for start, end in pieces)
    return in_order(record)


@given(page=inventing.pages())
def test_exactly_the_losses_that_are_told_are_lost(out, page):
    writing = write(BRAT, out, [page])
    lost = writing.losses.ids
    assert set(lost) <= {CUT, NOTHING_LEFT, TIE}
    (arrival,) = read(BRAT, out / f"{file_name(page.article.ref)}.ann")
    assert arrival.refused == ()
    found = record_of(arrival.found)
    if NOTHING_LEFT not in lost:
        assert TIE not in lost
        assert found == cut(record_of(page), set(lost.get(CUT, ())), set())
    else:
        gone = set(lost[NOTHING_LEFT])
        assert {mark["id"] for mark in marks_of(found)} == {mark["id"] for mark in marks_of(record_of(page))} - gone


@given(page=inventing.pages())
def test_brats_own_rules_hold_on_every_line(out, page):
    write(BRAT, out, [page])
    name = file_name(page.article.ref)
    text = (out / f"{name}.txt").read_bytes().decode()
    assert text == page.article.text
    content = (out / f"{name}.ann").read_bytes().decode()
    assert content.splitlines() == content.removesuffix("\n").split("\n") * bool(content)
    ids = [line.split("\t")[0] for line in content.splitlines()]
    assert len(set(ids)) == len(ids)
    for line in content.splitlines():
        fields = line.split("\t")
        if line[0] == "T":
            kind, _, places = fields[1].partition(" ")
            pairs = [tuple(map(int, place.split(" "))) for place in places.split(";")]
            assert re.fullmatch(r"[\w-]+", kind)
            assert pairs == sorted(pairs)
            assert all(start < end for start, end in pairs)
            assert fields[2:] == [" ".join(text[start:end] for start, end in pairs)]
        elif line[0] == "R":
            assert re.fullmatch(r"R\d+\t[\w-]+ Arg1:T\d+ Arg2:T\d+", line)
            assert set(re.findall(r"T\d+", line)) <= set(ids)
        elif line[0] == "A":
            assert re.fullmatch(r"A\d+\t[\w-]+ T\d+( [\w-]+)?", line)
        elif line[0] == "N":
            assert re.fullmatch(r"N\d+\tReference T\d+ \w+:\S+\t.+", line)
        else:
            assert re.fullmatch(r"#\d+\t\w+ T\d+\t.+", line)


@given(ref=inventing.words.filter(str.strip))
def test_a_file_name_holds_no_sign_that_a_system_minds(ref):
    assert re.fullmatch(r"[\w%.-]+", file_name(ref))
    assert not file_name(ref).startswith(".")


def test_refs_that_differ_have_files_that_differ():
    refs = ["a/b", "a%2Fb", "a b", "..", ".", "خبر 1", "خبر-1", "x" * 300, "x" * 299 + "y"]
    assert len({file_name(ref) for ref in refs}) == len(refs)
    assert all(len(file_name(ref).encode()) <= 120 for ref in refs)


def files(folder: Path, text: str, *lines: str, newline: str = "\n") -> Path:
    (folder / "x.txt").write_bytes(text.encode())
    (folder / "x.ann").write_bytes("".join(line + newline for line in lines).encode())
    return folder / "x.ann"


TEXT = "😀 قالت ليلى حداد.\nوصلت إلى عمّان."


def test_what_others_write_is_read(tmp_path):
    path = files(
        tmp_path,
        TEXT,
        "T1\tPerson 7 16\tليلى حداد",
        "T2\tGPE 27 32\tعمّان",
        "A1\tmetonymic T2",
        "A2\tmention T1 nominal",
        "#1\tAnnotatorNotes T1\tمن هي؟",
        "N1\tReference T2 Wikidata:Q3805\tعمّان",
        "R1\tvisits Arg1:T1 Arg2:T2",
        "*\tEquiv T1 T2",
    )
    (arrival,) = read(BRAT, path)
    assert arrival.refused == ()
    person, place = record_of(arrival.found)["entities"]
    assert (person["label"], person["text"], person["note"]) == ("PERS", "ليلى حداد", "من هي؟")
    assert person["mention"] == "nominal"
    assert (place["metonymic"], place["entity_id"], place["origin"]) == (True, "Wikidata:Q3805", "import:brat")
    assert [each["type"] for each in record_of(arrival.found)["relations"]] == ["Equiv", "visits"]


def test_offsets_over_carriage_returns_come_to_the_same_words(tmp_path):
    text = "خبر\r\nليلى حداد"
    (arrival,) = read(BRAT, files(tmp_path, text, "T1\tPERS 5 14\tليلى حداد", newline="\r\n"))
    (mark,) = arrival.found.annotations
    assert (mark.exact, mark.start) == ("ليلى حداد", 4)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("T1\tPERS 8 17\tليلى حداد", "stand at 7-16"),
        ("T1\tPERS 7 99\tليلى حداد", "outside the text"),
        ("T1\tPERS 16 7\tليلى حداد", "is empty"),
        ("T1\tHuman 7 16\tليلى حداد", "no label Human"),
        ("T1 PERS 7 16 ليلى", "none that brat writes"),
        ("R1\tx Arg1:T8 Arg2:T9", "T8"),
        ("A1\tmetonymic T8", "T8"),
        ("?", "none that brat writes"),
    ],
)
def test_a_line_that_cannot_be_is_told_and_the_article_comes_in(tmp_path, line, reason):
    (arrival,) = read(BRAT, files(tmp_path, TEXT, "T7\tGPE 27 32\tعمّان", line))
    assert [each.exact for each in arrival.found.annotations] == ["عمّان"]
    (refusal,) = arrival.refused
    assert reason in str(refusal.error)
    assert refusal.line == 2


def test_an_archive_holds_the_same_files(tmp_path, example, codebook):
    from app.exchange.tawsim_jsonl import page_of

    page = page_of(example, codebook)
    write(BRAT, tmp_path / "out", [page])
    write(BRAT, tmp_path / "out.zip", [page])
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        for name in archive.namelist():
            assert archive.read(name) == (tmp_path / "out" / name).read_bytes()
        assert sorted(archive.namelist()) == [
            "annotation.conf",
            "demo-001.ann",
            "demo-001.json",
            "demo-001.txt",
            "visual.conf",
        ]
    lines = (tmp_path / "out/demo-001.ann").read_text(encoding="utf-8").splitlines()
    assert "T2\tPerson 18 27\tليلى حداد" in lines
    assert any(re.fullmatch(r"R\d\tspeaker Arg1:T7 Arg2:T2", line) for line in lines)
    conf = (tmp_path / "out/annotation.conf").read_text(encoding="utf-8")
    assert "speaker\tArg1:Quote_direct|Quote_indirect|Quote_mixed, Arg2:Person|" in conf


def test_what_was_changed_in_brat_is_read_as_it_is_there(tmp_path, example, codebook):
    from app.exchange.tawsim_jsonl import page_of

    write(BRAT, tmp_path / "out", [page_of(example, codebook)])
    path = tmp_path / "out/demo-001.ann"
    lines = path.read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if "speaker" not in line and "nominal" not in line]
    path.write_text("\n".join([*kept, "T90\tGPE 85 90\tعمّان", "A90\tmetonymic T3"]) + "\n", encoding="utf-8")
    (arrival,) = read(BRAT, path)
    record = record_of(arrival.found)
    assert record["quotes"][0]["speaker"]["mention_ids"] == []
    assert [each["mention"] for each in record["entities"] if each["label"] == "OCC"] == ["nominal"]  # OCC's default
    assert sorted(each["metonymic"] for each in record["entities"] if each["label"] == "GPE") == [False, True]
    assert {each["origin"] for each in record["entities"]} == {"manual", "import:brat"}
