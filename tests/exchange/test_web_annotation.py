"""W3C Web Annotation: a JSON-LD processor reads every annotation, and everything comes back as it was."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.article import new_article
from app.exchange.errors import ExchangeError, NotText
from app.exchange.formats import by_suffix, sniff
from app.exchange.formats.web_annotation import WEB_ANNOTATION
from app.exchange.iri import iri, name_of
from app.exchange.json_lines import written
from app.exchange.page import Page
from app.exchange.tawsim_jsonl import page_of
from tests.exchange import inventing
from tests.exchange.journey import marks_of, read, record_of, write

ANNO = "http://www.w3.org/ns/anno.jsonld"
OA = "http://www.w3.org/ns/oa#"
# A small context of our own with the terms of http://www.w3.org/ns/anno.jsonld that the export uses: no network here.
_IRI, _WORD = {"@type": "@id"}, {"@type": "@vocab"}
CONTEXT = {
    "@context": {
        "oa": OA,
        "as": "http://www.w3.org/ns/activitystreams#",
        "dc": "http://purl.org/dc/elements/1.1/",
        "dcterms": "http://purl.org/dc/terms/",
        "foaf": "http://xmlns.com/foaf/0.1/",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
        "id": "@id",
        "type": "@type",
        **{name: f"oa:{name}" for name in ("Annotation", "TextualBody", "SpecificResource")},
        **{name: f"oa:{name}" for name in ("TextPositionSelector", "TextQuoteSelector")},
        **{name: f"oa:{name}" for name in ("describing", "identifying", "classifying", "linking", "commenting")},
        "Person": "foaf:Person",
        "AnnotationPage": "as:OrderedCollectionPage",
        "items": {"@id": "as:items", "@type": "@id", "@container": "@list"},
        "body": {"@id": "oa:hasBody", **_IRI},
        "target": {"@id": "oa:hasTarget", **_IRI},
        "source": {"@id": "oa:hasSource", **_IRI},
        "selector": {"@id": "oa:hasSelector", **_IRI},
        "motivation": {"@id": "oa:motivatedBy", **_WORD},
        "purpose": {"@id": "oa:hasPurpose", **_WORD},
        "start": {"@id": "oa:start", "@type": "xsd:nonNegativeInteger"},
        "end": {"@id": "oa:end", "@type": "xsd:nonNegativeInteger"},
        "exact": "oa:exact",
        "prefix": "oa:prefix",
        "suffix": "oa:suffix",
        "value": "rdf:value",
        "format": "dc:format",
        "language": "dc:language",
        "creator": {"@id": "dcterms:creator", **_IRI},
        "created": {"@id": "dcterms:created", "@type": "xsd:dateTime"},
        "modified": {"@id": "dcterms:modified", "@type": "xsd:dateTime"},
        "name": "foaf:name",
    }
}


def expanded(path):
    jsonld = pytest.importorskip("pyld.jsonld")

    def here(url, options):
        assert url == ANNO
        return {"contextUrl": None, "documentUrl": url, "contentType": "application/ld+json", "document": CONTEXT}

    content = json.loads(path.read_bytes())
    (page,) = jsonld.expand(content, {"documentLoader": here, "processingMode": "json-ld-1.1"})
    (items,) = page["http://www.w3.org/ns/activitystreams#items"]
    return items["@list"]


def of(node, name):
    return [each.get("@id", each.get("@value")) for each in node.get(OA + name, [])]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("w3c")


@given(pages=st.tuples(inventing.pages("a/1 ب"), inventing.pages("b")))
def test_nothing_is_lost(folder, pages):
    out = folder / "x.jsonld"
    assert not write(WEB_ANNOTATION, out, pages).losses
    assert sniff(out) is by_suffix(out) is WEB_ANNOTATION
    found = read(WEB_ANNOTATION, out)
    assert [each.refused for each in found] == [(), ()]
    assert [written(record_of(each.found)) for each in found] == [written(record_of(page)) for page in pages]


@given(page=inventing.pages())
def test_a_processor_finds_every_mark_at_its_place(folder, page):
    out = folder / "y.jsonld"
    write(WEB_ANNOTATION, out, [page])
    record, text = record_of(page), page.article.text
    nodes = {node["@id"]: node for node in expanded(out)}
    assert all(node["@type"] == [OA + "Annotation"] for node in nodes.values())
    for mark in marks_of(record):
        node = nodes[iri("mark", mark["id"])]
        found = []
        for target in node[OA + "hasTarget"]:
            position, quote = target[OA + "hasSelector"]
            (start,), (end,) = of(position, "start"), of(position, "end")
            (prefix,), (exact,), (suffix,) = (of(quote, name) for name in ("prefix", "exact", "suffix"))
            assert text[start:end] == exact
            assert text[: int(start)].endswith(prefix) and text[int(end) :].startswith(suffix)
            found.append([start, end])
        assert found == mark["fragments"]
        assert set(of(node, "motivatedBy")) <= {OA + "identifying", OA + "classifying"}
    links = [node for node in nodes.values() if of(node, "motivatedBy") == [OA + "linking"]]
    for node in links:
        assert of(node, "hasTarget")[0] in nodes and of(node, "hasBody")[0] in nodes


def test_frames_are_linking_annotations(tmp_path, example):
    write(WEB_ANNOTATION, tmp_path / "x.jsonld", [page_of(json.dumps(example), inventing.CODEBOOK)])
    items = json.loads((tmp_path / "x.jsonld").read_bytes())["items"]
    links = {
        (name_of(each["target"], "mark"), each["tawsim:role"], name_of(each["body"], "mark"))
        for each in items
        if each["motivation"] == "linking"
    }
    assert ("q1", "speaker", "e2") in links and ("q1", "cue", "c1") in links and ("k1", "object", "e3") in links


def test_a_folder_has_a_file_for_each_article(tmp_path):
    pages = [inventing_page("أ"), inventing_page("ب")]
    write(WEB_ANNOTATION, tmp_path / "out", pages)
    files = sorted(file for file in (tmp_path / "out").iterdir() if file.suffix == ".jsonld")
    assert [file.name for file in files] == ["00001-أ.jsonld", "00002-ب.jsonld"]
    assert [read(WEB_ANNOTATION, file)[0].found.article.ref for file in files] == ["أ", "ب"]


def inventing_page(ref):
    article = new_article(ref, TEXT)
    return Page(article, "gold", [], [], {}, inventing.Progress(article.id, "gold"), inventing.CODEBOOK)


TEXT = "قال 😀 علي إن علي وصل."


def theirs(*annotations, text=TEXT):
    """Annotations as another program would write them, with the text in one that describes it."""
    describing = {"type": "Annotation", "motivation": "describing", "target": "http://x/1", "body": {"value": text}}
    return {
        "@context": ANNO,
        "type": "AnnotationPage",
        "items": [describing, *annotations],
    }


def annotation(selector, label="PERS"):
    body = {"type": "TextualBody", "purpose": "tagging", "value": label}
    return {
        "type": "Annotation",
        "id": "http://x/a",
        "body": [body],
        "target": {"source": "http://x/1", "selector": selector},
    }


def position(start, end):
    return {"type": "TextPositionSelector", "start": start, "end": end}


@pytest.mark.parametrize(
    ("selector", "place"),
    [
        (position(6, 9), (6, 9)),
        ([{"type": "TextQuoteSelector", "exact": "علي"}, position(6, 9)], (6, 9)),
        ({"type": "TextQuoteSelector", "exact": "علي", "prefix": "إن "}, (13, 16)),
        ({"type": "TextQuoteSelector", "exact": "قال"}, (0, 3)),
        ({"type": "FragmentSelector", "value": "p1", "refinedBy": position(6, 9)}, (6, 9)),
    ],
)
def test_annotations_of_others_come_in_by_position_or_by_words(tmp_path, selector, place):
    (tmp_path / "x.json").write_text(json.dumps(theirs(annotation(selector))), encoding="utf-8")
    assert sniff(tmp_path / "x.json") is WEB_ANNOTATION
    (arrival,) = read(WEB_ANNOTATION, tmp_path / "x.json")
    (mark,) = arrival.found.annotations
    assert (mark.start, mark.fragments[-1].end, mark.label) == (*place, "PERS")
    assert mark.origin == "import:webannotation"


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (annotation({"type": "TextQuoteSelector", "exact": "علي"}), "several places"),
        (annotation({"type": "TextQuoteSelector", "exact": "ليس هنا"}), "do not stand"),
        (annotation({"type": "XPathSelector", "value": "/p"}), "points to no text"),
        (annotation([position(7, 10), {"type": "TextQuoteSelector", "exact": "علي"}]), "says “علي”"),
        (annotation(position(7, 999)), "999"),
        (annotation(position(9, 6)), "PERS"),
        (annotation(position(6, 9), "DINOSAUR"), "no label DINOSAUR"),
        (annotation(position(6, 9), "   "), "no body"),
        ({"type": "Annotation", "target": 5}, "points to no text"),
        ({"type": "Annotation", "motivation": "linking", "target": "a", "body": "b"}, "nothing is called so"),
    ],
)
def test_what_cannot_be_stays_behind_with_a_reason(tmp_path, wrong, sentence):
    good = annotation(position(6, 9)) | {"id": "http://x/good"}
    (tmp_path / "x.jsonld").write_text(json.dumps(theirs(wrong, good)), encoding="utf-8")
    (arrival,) = read(WEB_ANNOTATION, tmp_path / "x.jsonld")
    assert [mark.label for mark in arrival.found.annotations] == ["PERS"]
    (refusal,) = arrival.refused
    assert sentence in str(refusal.error)


def test_a_list_of_annotations_is_read_with_the_text_beside_it(tmp_path):
    items = [annotation(position(6, 9)) | {"@context": ANNO}]
    (tmp_path / "x.jsonld").write_text(json.dumps(items), encoding="utf-8")
    with pytest.raises(ExchangeError, match=r"x\.txt"):
        raise read(WEB_ANNOTATION, tmp_path / "x.jsonld")[0].found
    (tmp_path / "x.txt").write_text(TEXT, encoding="utf-8")
    (arrival,) = read(WEB_ANNOTATION, tmp_path / "x.jsonld")
    assert (arrival.found.article.text, len(arrival.found.annotations)) == (TEXT, 1)


@pytest.mark.parametrize("content", [b"", b"{", b'{"@context": ANNO, "items": [', b"[1, 2]", b"\0\1"])
def test_files_that_are_none_are_told_in_a_sentence(tmp_path, content):
    (tmp_path / "x.jsonld").write_bytes(content)
    try:
        found = [each.found for each in read(WEB_ANNOTATION, tmp_path / "x.jsonld")]
    except ExchangeError as error:
        found = [error]
    assert found and all(isinstance(each, ExchangeError) for each in found)


@given(name=st.text(min_size=1))
def test_names_go_into_addresses_and_back(name):
    try:
        name.encode()
    except UnicodeEncodeError:
        return
    address = iri("mark", name)
    assert address.isascii() and " " not in address
    assert name_of(address, "mark") == name and name_of(address, "entry") is None


def test_no_text_is_no_article(tmp_path):
    (tmp_path / "x.jsonld").write_text(json.dumps(theirs(text="  ")), encoding="utf-8")
    (arrival,) = read(WEB_ANNOTATION, tmp_path / "x.jsonld")
    assert isinstance(arrival.found, NotText)
