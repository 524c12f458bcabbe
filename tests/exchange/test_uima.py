"""UIMA CAS: dkpro-cassis finds every mark at its place and in its frame, and everything comes back as it was."""

from __future__ import annotations

import io
import json
import warnings
import zipfile

import pytest
from hypothesis import given

from app.domain.article import new_article
from app.exchange.cas_out import NOT_IN_XML
from app.exchange.cas_types import SENTENCE, TOKEN
from app.exchange.errors import CannotWrite, ExchangeError
from app.exchange.formats import sniff
from app.exchange.formats.uima import CAS_JSON, TYPE_SYSTEM, XMI
from app.exchange.json_lines import written
from app.exchange.layers import FRAGMENTS, PART, TYPES
from app.exchange.page import Page
from app.exchange.tawsim_jsonl import page_of
from app.exchange.tawsim_shape import ARRAYS
from app.exchange.xml_text import for_xml
from tests.exchange import inventing
from tests.exchange.journey import marks_of, read, record_of, write

cassis = pytest.importorskip("cassis")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("cas")


def file_in(out):
    (file,) = (each for each in out.iterdir() if each.suffix in (".xmi", ".json"))
    return file


def loaded(file):
    """The file as another program reads it, without a warning."""
    if file.suffix == ".json":
        with file.open("rb") as source:
            return cassis.load_cas_from_json(source)
    with file.with_name(TYPE_SYSTEM).open("rb") as source:
        types = cassis.load_typesystem(source)
    with file.open("rb") as source:
        return cassis.load_cas_from_xmi(source, typesystem=types)


@pytest.mark.parametrize("form", [XMI, CAS_JSON], ids=lambda form: form.name)
@given(page=inventing.pages("خبر"))
def test_dkpro_cassis_finds_every_mark_at_its_place(folder, form, page):
    out = folder / form.name
    write(form, out, [page])
    cas, record = loaded(file_in(out)), record_of(page)
    text = for_xml(page.article.text)[0] if form is XMI else page.article.text
    assert cas.sofa_string == text
    for array, kind in ARRAYS.items():
        found = {each.markId: each for each in cas.select(TYPES[kind])}
        assert found.keys() == {mark["id"] for mark in record[array]}
        for mark in record[array]:
            each, fragments = found[mark["id"]], mark["fragments"]
            assert (each.begin, each.end) == (fragments[0][0], fragments[-1][1])
            assert each.get_covered_text() == text[fragments[0][0] : fragments[-1][1]]
            parts = [(link.target.begin, link.target.end) for link in elements(each, FRAGMENTS)]
            assert parts == (list(map(tuple, fragments)) if len(fragments) > 1 else [])
    for quote in record["quotes"]:
        (each,) = (each for each in cas.select(TYPES["quote"]) if each.markId == quote["id"])
        assert [link.target.markId for link in elements(each, "speaker")] == quote["speaker"]["mention_ids"]
        assert [link.target.markId for link in elements(each, "cue")] == quote["cue_ids"]


def elements(each, feature):
    array = each.get(feature)
    return array.elements if array is not None else []


@pytest.mark.parametrize("form", [XMI, CAS_JSON], ids=lambda form: form.name)
@given(page=inventing.pages())
def test_nothing_but_what_xml_cannot_hold_is_lost_and_we_keep_even_that(folder, form, page):
    out = folder / f"{form.name}-2"
    writing = write(form, out, [page])
    assert set(writing.losses.ids) <= ({NOT_IN_XML} if form is XMI else set())
    assert len(for_xml(page.article.text)[1]) <= writing.losses.count or form is CAS_JSON
    file = file_in(out)
    assert sniff(file) is form
    (arrival,) = read(form, file)
    assert arrival.refused == () and arrival.notes == ()
    assert written(record_of(arrival.found)) == written(record_of(page))


@given(page=inventing.pages())
def test_tokens_lie_in_sentences_and_marks_keep_to_their_edges(folder, page):
    write(CAS_JSON, folder / "t", [page])
    cas = loaded(file_in(folder / "t"))
    tokens = [(each.begin, each.end) for each in cas.select(TOKEN)]
    sentences = [(each.begin, each.end) for each in cas.select(SENTENCE)]
    assert all(one[1] <= other[0] for one, other in zip(tokens, tokens[1:], strict=False))  # noqa: RUF007 - two lists
    assert all(any(begin <= start and end <= stop for begin, stop in sentences) for start, end in tokens)
    edges = {start for mark in marks_of(record_of(page)) for start in (mark["fragments"][0][0],)}
    assert not [edge for edge in edges for start, end in tokens if start < edge < end]


def test_an_emoji_before_a_mark_moves_nothing(tmp_path, example):
    text = "😀👩🏽‍🚀 " + example["text"]
    page = moved(example, text, len(text) - len(example["text"]))
    for form in (XMI, CAS_JSON):
        write(form, tmp_path / form.name, [page])
        raw = file_in(tmp_path / form.name).read_text(encoding="utf-8")
        cas = loaded(file_in(tmp_path / form.name))
        assert [each.get_covered_text() for each in cas.select(TYPES["entity"])][1] == "ليلى حداد"
        assert cas.sofa_string == text
        units = len(text[: text.index("ليلى")].encode("utf-16-le")) // 2
        assert (f'begin="{units}"' if form is XMI else f'"begin": {units}') in raw
        assert units != text.index("ليلى")


def moved(example, text, by):
    """The example behind some other letters."""
    from app.domain.article import checksum

    record = json.loads(json.dumps(example)) | {"text": text, "sha256": checksum(text), "zones": []}
    for mark in marks_of(record):
        for key in ("fragments", "inner"):
            if key in mark:
                mark[key] = [[start + by, end + by] for start, end in mark[key]]
    return page_of(json.dumps(record), inventing.CODEBOOK)


def test_a_folder_and_an_archive_hold_a_file_for_each_article(tmp_path, example):
    pages = [page_of(json.dumps(example | {"doc_id": ref}), inventing.CODEBOOK) for ref in ("a/b", "ج")]
    write(XMI, tmp_path / "out", pages)
    write(XMI, tmp_path / "out.zip", pages)
    names = {"00001-a-b.xmi", "00002-ج.xmi", TYPE_SYSTEM}
    assert {each.name for each in (tmp_path / "out").iterdir()} - {".tawsim-export"} == names
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        assert set(archive.namelist()) == names
        assert all(archive.read(name) == (tmp_path / "out" / name).read_bytes() for name in names)
    with pytest.raises(CannotWrite, match="one article"):
        write(XMI, tmp_path / "x.xmi", pages)


INCEPTION = """<?xml version="1.0" encoding="UTF-8"?>
<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier"><types>
<typeDescription><name>de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token</name><description/>
<supertypeName>uima.tcas.Annotation</supertypeName></typeDescription>
<typeDescription><name>de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity</name><description/>
<supertypeName>uima.tcas.Annotation</supertypeName><features>
<featureDescription><name>value</name><description/><rangeTypeName>uima.cas.String</rangeTypeName></featureDescription>
<featureDescription><name>identifier</name><description/><rangeTypeName>uima.cas.String</rangeTypeName></featureDescription>
</features></typeDescription>
<typeDescription><name>webanno.custom.Said</name><description/><supertypeName>uima.tcas.Annotation</supertypeName>
<features><featureDescription><name>who</name><description/><rangeTypeName>uima.cas.FSArray</rangeTypeName>
<elementType>webanno.custom.SaidWhoLink</elementType></featureDescription></features></typeDescription>
<typeDescription><name>webanno.custom.SaidWhoLink</name><description/><supertypeName>uima.cas.TOP</supertypeName>
<features><featureDescription><name>role</name><description/><rangeTypeName>uima.cas.String</rangeTypeName>
</featureDescription><featureDescription><name>target</name><description/>
<rangeTypeName>uima.tcas.Annotation</rangeTypeName></featureDescription></features></typeDescription>
</types></typeSystemDescription>"""
TEXT = "قال 😀 علي «نعم» أمس."


def xmi(*elements, text=TEXT):
    lines = "\n".join(elements)
    members = " ".join(str(number) for number in range(10, 10 + len(elements)))
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:custom="http:///webanno/custom.ecore"
 xmlns:type="http:///de/tudarmstadt/ukp/dkpro/core/api/ner/type.ecore" xmi:version="2.0"><cas:NULL xmi:id="0"/>
{lines}
<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="{text}"/>
<cas:View sofa="1" members="{members}"/></xmi:XMI>"""


def named(number, begin, end, value="PERS"):
    return f'<type:NamedEntity xmi:id="{number}" sofa="1" begin="{begin}" end="{end}" value="{value}"/>'


def arrived(tmp_path, *elements, types=INCEPTION, **how):
    (tmp_path / "x.xmi").write_text(xmi(*elements), encoding="utf-8")
    if types:
        (tmp_path / TYPE_SYSTEM).write_text(types, encoding="utf-8")
    (arrival,) = read(XMI, tmp_path / "x.xmi", **how)
    return arrival


def test_named_entities_and_slots_of_inception_come_in(tmp_path):
    arrival = arrived(
        tmp_path,
        named(10, 7, 10),
        '<custom:Said xmi:id="11" sofa="1" begin="11" end="16" who="12"/>',
        '<custom:SaidWhoLink xmi:id="12" role="speaker" target="10"/>',
        names={"Said": "quote:direct"},
    )
    marks = {mark.label: mark for mark in arrival.found.annotations}
    assert (marks["PERS"].exact, marks["direct"].exact) == ("علي", "«نعم»")
    (link,) = (each for each in arrival.found.links if each.role == "speaker" and each.target.kind == "annotation")
    assert (link.source, link.target.value) == (marks["direct"].id, marks["PERS"].id)
    assert arrival.refused == ()


@pytest.mark.parametrize(
    ("element", "sentence"),
    [
        (named(10, 5, 10), "inside of a character"),  # between the two units of the emoji
        (named(10, 7, 400), "outside the text"),
        (named(10, 10, 7), "empty"),
        (named(10, 7, 10, "DINOSAUR"), "no label DINOSAUR"),
        (named(10, 7, 7), "PERS"),
    ],
)
def test_what_cannot_be_stays_behind_with_a_reason(tmp_path, element, sentence):
    arrival = arrived(tmp_path, element, named(11, 0, 3))
    assert [mark.exact for mark in arrival.found.annotations] == ["قال"]
    (refusal,) = arrival.refused
    assert sentence in str(refusal.error)


def test_types_that_nothing_describes_are_told(tmp_path):
    arrival = arrived(tmp_path, named(10, 7, 10), types="")
    assert arrival.found.article.text == TEXT and len(arrival.found.annotations) == 0
    assert "NamedEntity" in str(arrival.notes[0])


BOMB = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<xmi:XMI",
        xmi(named(10, 7, 10)).encode()[:400],
        xmi().replace("</xmi:XMI>", "").encode(),
        xmi(named("ten", 7, 10)).encode(),
        xmi(named(10, 7, 10)).replace('members="10"', 'members="99"').encode(),
        xmi(named(10, 7, 10)).replace('sofa="1" begin', 'sofa="7" begin').encode(),
        (BOMB + xmi(text="&b;").partition("?>")[2]).encode(),
        BOMB.replace('"aaaa"', 'SYSTEM "file:///etc/passwd"').encode() + xmi(text="&a;").partition("?>")[2].encode(),
        xmi(text="").encode(),
        "<a>نص</a>".encode("utf-16"),
    ],
)
def test_broken_and_harmful_files_are_told_in_a_sentence(tmp_path, content):
    (tmp_path / TYPE_SYSTEM).write_text(INCEPTION, encoding="utf-8")
    (tmp_path / "x.xmi").write_bytes(content)
    with pytest.raises(ExchangeError), warnings.catch_warnings():
        warnings.simplefilter("error")
        read(XMI, tmp_path / "x.xmi")


@pytest.mark.parametrize(
    "content",
    [b"{}", b"[]", b'{"%TYPES": {}}', b'{"%TYPES": {}, "%FEATURE_STRUCTURES": [], "%VIEWS": {}}', b"{", b"\xff"],
)
def test_broken_json_is_told_in_a_sentence(tmp_path, content):
    (tmp_path / "x.json").write_bytes(content)
    with pytest.raises(ExchangeError):
        read(CAS_JSON, tmp_path / "x.json")


def test_a_spoilt_type_system_is_told_in_a_sentence(tmp_path):
    for types in ("<x", BOMB + "<typeSystemDescription/>"):
        with pytest.raises(ExchangeError):
            arrived(tmp_path, named(10, 7, 10), types=types)


def test_what_xml_cannot_hold_is_told_one_by_one(tmp_path):
    text = "قال\x01 علي\ufffe ثم\x0b ذهب"
    article = new_article("ر", text)
    page = Page(article, "gold", [], [], {}, inventing.Progress(article.id, "gold"), inventing.CODEBOOK)
    writing = write(XMI, tmp_path / "out", [page])
    assert writing.losses.ids == {NOT_IN_XML: ["ر:3", "ر:8", "ر:12"]}
    assert loaded(file_in(tmp_path / "out")).sofa_string == "قال\ufffd علي\ufffd ثم\ufffd ذهب"
    assert not write(CAS_JSON, tmp_path / "json", [page]).losses


def test_parts_are_only_there_for_marks_with_gaps(tmp_path, example):
    write(CAS_JSON, tmp_path / "out", [page_of(json.dumps(example), inventing.CODEBOOK)])
    cas = cassis.load_cas_from_json(io.BytesIO(file_in(tmp_path / "out").read_bytes()))
    assert cas.select(PART) == []
