"""WebAnno TSV 3.3: read as INCEpTION reads it, every mark lies at its place; and everything comes back as it was."""

from __future__ import annotations

import json
import re
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exchange.errors import ExchangeError
from app.exchange.formats import sniff
from app.exchange.formats.uima import TYPE_SYSTEM
from app.exchange.formats.webanno_tsv import WEBANNO_TSV
from app.exchange.json_lines import written
from app.exchange.layers import TYPES
from app.exchange.tawsim_jsonl import page_of
from app.exchange.tawsim_shape import ARRAYS
from app.exchange.tsv_escapes import escaped_text, escaped_value, parted, text_of, value_of
from tests.exchange import inventing
from tests.exchange.journey import read, record_of, write

pytest.importorskip("cassis")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("tsv")


def file_in(out):
    (file,) = out.glob("*.tsv")
    return file


def units(text):
    return text.encode("utf-16-le")


def as_inception(content):
    """Text and spans ``{id: [layer, begin, end, {feature: value}]}`` by the steps of INCEpTION's Tsv3XDeserializer."""
    lines = re.split("\r\n|\n|\r", content)  # what Java takes for the end of a line
    assert lines[0] == "#FORMAT=WebAnno TSV 3.3" and lines.pop() == ""
    at, columns = 1, []
    while lines[at]:
        kind, _, rest = lines[at].partition("=")
        layer, *names = rest.split("|")
        columns += [(kind, layer, name) for name in names]
        at += 1
    assert lines[at + 1] == "" and lines[at + 2].startswith("#")
    text, sentence, spans = b"", b"", {}
    state = "between"
    for line in lines[at + 2 :]:
        if state in ("between", "header") and line.startswith("#"):
            state = "header"
            if line.startswith("#Text="):
                sentence += units(text_of(line.removeprefix("#Text=")) + "\n")
        elif not line:
            assert state == "token"
            state = "between"
        else:
            assert state in ("header", "token")
            fields = line.split("\t")
            assert len(fields) >= len(columns) + 3
            begin, end = map(int, fields[1].split("-"))
            if state == "header":
                if len(text) // 2 > begin:
                    assert len(text) // 2 == begin + 1 and text.endswith(units("\n"))
                    text = text[:-2]
                text += units(" ") * (begin - len(text) // 2)
                assert len(text) // 2 == begin
                text, sentence = text + sentence, b""
            state = "token"
            for column, cell in zip(columns, fields[3:], strict=False):
                take(spans, column, cell, begin, end)
    assert state == "token"
    return text.decode("utf-16-le").removesuffix("\n"), spans


def take(spans, column, cell, begin, end):
    kind, layer, feature = column
    if cell == "_" or kind != "#T_SP" or feature == "uima.tcas.Annotation":
        return
    for value in re.split(r"(?<!\\)\|", cell):
        assert value.endswith("]")
        own = value.rpartition("[")[2].removesuffix("]")
        span = spans.setdefault(own, [layer, begin, end, {}])
        assert span[0] == layer
        span[2] = end
        if (said := value.rpartition("[")[0]) != "*":
            span[3][feature] = said


@given(page=inventing.pages("خبر"))
def test_as_inception_reads_it_every_mark_is_at_its_place(folder, page):
    writing = write(WEBANNO_TSV, folder / "a", [page])
    assert not writing.losses
    assert (folder / "a" / TYPE_SYSTEM).exists()
    text, spans = as_inception(file_in(folder / "a").read_bytes().decode())
    record = record_of(page)
    assert text == record["text"]
    found = {
        value_of(said["markId"]): (layer, begin, end) for layer, begin, end, said in spans.values() if "markId" in said
    }
    for array, kind in ARRAYS.items():
        for mark in record[array]:
            begin, end = (len(units(text[:at])) // 2 for at in (mark["fragments"][0][0], mark["fragments"][-1][1]))
            assert found[mark["id"]] == (TYPES[kind], begin, end)


@given(page=inventing.pages())
def test_nothing_is_lost(folder, page):
    assert not write(WEBANNO_TSV, folder / "b", [page]).losses
    file = file_in(folder / "b")
    assert sniff(file) is WEBANNO_TSV
    (arrival,) = read(WEBANNO_TSV, file)
    assert arrival.refused == ()
    assert written(record_of(arrival.found)) == written(record_of(page))


@given(text=st.text(st.characters(exclude_categories=["Cs"])))
def test_escapes_go_and_come(text):
    assert text_of(escaped_text(text)) == text
    assert value_of(escaped_value(text)) == text
    assert not set(escaped_text(text)) & set("\t\n\r\f\b")
    assert parted(escaped_value(text) + "|x", "|") == [escaped_value(text), "x"]


def test_the_example_reads_like_the_guide(tmp_path, example):
    write(WEBANNO_TSV, tmp_path / "out", [page_of(json.dumps(example), inventing.CODEBOOK)])
    lines = file_in(tmp_path / "out").read_text(encoding="utf-8").split("\n")
    head = next(line for line in lines if line.startswith("#T_SP=webanno.custom.Quote"))
    assert "|ROLE_webanno.custom.Quote:speaker_webanno.custom.QuoteSpeakerLink|uima.tcas.Annotation" in head
    row = next(line for line in lines if line.startswith("1-2\t")).split("\t")
    assert row[:3] == ["1-2", "5-10", "وزيرة"]
    assert any(cell.startswith("OCC[") for cell in row)


THEIRS = """#FORMAT=WebAnno TSV 3.2
#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|identifier|value
#T_SP=webanno.custom.Said|ROLE_webanno.custom.Said:who_webanno.custom.SaidWhoLink|uima.tcas.Annotation
#T_RL=webanno.custom.Knows|label|BT_de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity


#Text=قال 😀 علي حسن لعمر «نعم».
1-1\t0-3\tقال\t_\t_\t_\t_\t_\t_\t
1-2\t4-6\t😀\t_\t_\t_\t_\t_\t_\t
1-3\t7-10\tعلي\t*[1]\tPERS[1]\t_\t_\t_\t_\t
1-4\t11-14\tحسن\t*[1]\tPERS[1]\t_\t_\t_\t_\t
1-5\t15-19\tلعمر\t_\t_\t_\t_\t_\t_\t
1-5.1\t16-19\tعمر\t*\tPERS\t_\t_\tknows\t1-3[1_0]\t
1-6\t20-25\t«نعم»\t_\t_\tspeaker\t1-3[1]\t_\t_\t
1-7\t25-26\t.\t_\t_\t_\t_\t_\t_\t

#Text=وذهب.
2-1\t29-33\tوذهب\t_\t_\t_\t_\t_\t_\t
2-2\t33-34\t.\t_\t_\t_\t_\t_\t_\t
"""
HOW = {"names": {"Said": "quote:direct"}}


def arrived(tmp_path, content, **how):
    (tmp_path / "x.tsv").write_bytes(content.encode())
    (arrival,) = read(WEBANNO_TSV, tmp_path / "x.tsv", **how)
    return arrival


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_files_of_inception_come_in_with_sub_tokens_slots_and_relations(tmp_path, ends):
    arrival = arrived(tmp_path, THEIRS.replace("\n", ends), **HOW)
    page = arrival.found
    assert page.article.text == "قال 😀 علي حسن لعمر «نعم».\n  وذهب."
    assert {(mark.label, mark.exact) for mark in page.annotations} == {
        ("PERS", "علي حسن"),
        ("PERS", "عمر"),
        ("direct", "«نعم»"),
    }
    ids = {mark.exact: mark.id for mark in page.annotations}
    links = {(link.source, link.role.rpartition(":")[2], link.target.value) for link in page.links}
    assert (ids["«نعم»"], "speaker", ids["علي حسن"]) in links
    assert any(source == ids["علي حسن"] and target == ids["عمر"] for source, _, target in links)
    assert arrival.refused == ()


@pytest.mark.parametrize(
    ("old", "new", "sentence", "line"),
    [
        ("1-3\t7-10", "1-3\t6-9", "in UTF-16 units", 10),  # off by one
        ("1-3\t7-10", "1-3\t5-10", "inside of a character", 10),
        ("1-3\t7-10", "1-3\t7-900", "outside the text", 10),
        ("1-3\t7-10\tعلي", "1-3", "needs 9 columns", 10),
        ("PERS[1]", "DINO[1]", "no label DINO", None),
    ],
)
def test_what_cannot_be_stays_behind_with_line_and_reason(tmp_path, old, new, sentence, line):
    arrival = arrived(tmp_path, THEIRS.replace(old, new), **HOW)
    assert "علي حسن" not in {mark.exact for mark in arrival.found.annotations}
    assert "عمر" in {mark.exact for mark in arrival.found.annotations}
    assert any(sentence in str(each.error) and each.line == line for each in arrival.refused)


@pytest.mark.parametrize(
    "content",
    [
        "",
        "#FORMAT=WebAnno TSV 2",
        "#FORMAT=WebAnno TSV 3.3\n",
        "#FORMAT=WebAnno TSV 3.3\n#T_XX=a|b\n\n\n#Text=x\n",
        "a\tb\n",
    ],
)
def test_files_that_are_none_are_told_in_a_sentence(tmp_path, content):
    with pytest.raises(ExchangeError):
        arrived(tmp_path, content)


@given(cut=st.integers(0, len(THEIRS)))
def test_a_file_cut_off_anywhere_is_no_crash(folder, cut):
    with suppress(ExchangeError):
        arrived(folder, THEIRS[:cut], **HOW)
