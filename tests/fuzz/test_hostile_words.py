"""Words that would be orders elsewhere: in every field that can hold a text, and in every name that becomes a file."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import replace

import pytest

from app import resources
from app.domain.annotation import RegisterEntry
from app.domain.article import Meta, new_article
from app.domain.edit import Change, Edit
from app.domain.edit import making as making_edit
from app.domain.errors import TawsimError
from app.domain.span import Span
from app.exchange.formats import FORMATS, format_named
from app.store import Stamp, Store
from app.workbench.bench import Workbench
from app.workbench.intake import import_files
from app.workbench.making import annotate
from app.workbench.outgo import export
from app.workbench.releasing import Plan, release
from tests.store import making
from tests.store.making import link, mark

ORDERS = [
    "'; DROP TABLE annotation; --",
    '" OR 1=1 --',
    "x'); DELETE FROM journal; --",
    "%_\\",
    'NEAR("a" "b") AND * : ^ {col}: -',
    "بغداد'; UPDATE article SET text = ''; --",
    "<script>alert(1)</script>",
    '=HYPERLINK("http://example.org")',
    "{0.__class__} %s %n {path}",
    "\u202eabc\u2066\u200f",
]
FIELDS = [
    "ref", "title", "source", "url", "published", "extra", "layer", "author", "edit title", "attribute", "made by",
    "entry name", "entry alias", "entry kb", "entry note", "literal", "note key", "note value",
]  # fmt: skip


def put(store: Store, field: str, words: str) -> None:
    """Write the words where the field is."""
    article = making.article(words if field == "ref" else "a1", title=words if field == "title" else None)
    if field in ("source", "url", "published"):
        article = replace(article, meta=replace(article.meta, **{field: words}))
    if field == "extra":
        article = replace(article, meta=Meta(extra=json.dumps({words: words})))
    store.add_article(article)
    layer = words if field == "layer" else "a1"
    stamp = Stamp(layer, words if field == "author" else "sana", making.WHEN, 1)
    made = mark(article, 0, 4, layer=layer, attributes={words: words} if field == "attribute" else {})
    made = replace(made, made_by=words if field == "made by" else "sana", layer=layer)
    store.write(making_edit(words if field == "edit title" else "Mark", made), stamp)
    entry = RegisterEntry(
        "E1",
        "PERS",
        words if field == "entry name" else "ليلى",
        (words,) if field == "entry alias" else (),
        words if field == "entry kb" else None,
        words if field == "entry note" else None,
    )
    ties = link(made, words) if field == "literal" else link(made, entry)
    store.write(making_edit("Entry", entry, ties), stamp)
    if field.startswith("note"):
        store.set_note(words if field == "note key" else "k", words)
        assert store.note(words if field == "note key" else "k") == words


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("words", ORDERS)
def test_words_in_a_field_stay_words(path, field, words):
    with Store.create(path, making.codebook()) as store:
        put(store, field, words)
        layer = store.layers()[0]
        assert store.counts()["edits"] == 2
        while store.undo(layer, Stamp(layer, "sana", making.WHEN, 1)):
            pass
        assert store.counts()["entities"] == 0
        while store.redo(layer, Stamp(layer, "sana", making.WHEN, 1)):
            pass
        assert store.counts()["entities"] == 1
        assert store.integrity() == []
        store.queue(words, limit=5)
        store.search(words)
        assert store.counts(words)["articles"] == 1
        if field == "ref":
            assert [each.ref for each in store.articles()] == [words]


@pytest.fixture
def path(tmp_path):
    return tmp_path / "a.tawsim"


NAMES = ["../../up", "/tmp/up", "..", ".", "a/../../b", "con", "nul.txt", "a\\..\\b", "x" * 400, "-rf", " ", "أ/ب"]


@pytest.mark.parametrize("form", [each.name for each in FORMATS if each.write is not None])
def test_no_name_of_an_article_leads_out_of_the_export(tmp_path, form):
    place = tmp_path / "deep" / "er"
    place.mkdir(parents=True)
    with Store.create(place / "a.tawsim", resources.codebook()) as store:
        for number, name in enumerate(NAMES):
            store.add_article(new_article(name, making.TEXT, title=name))
            bench = Workbench(store, author="sana")
            bench.open_article(list(store.articles())[number].id)
            bench.do(making_edit("Mark", annotate(bench, "entity", "PERS", (Span(17, 26),))))
        chosen = format_named(form)
        out = place / f"out{(chosen.suffixes or ('',))[0]}"
        with suppress(TawsimError):  # a library that is not installed, or a format that needs another shape
            export(store, out, chosen)
    outside = [each for each in tmp_path.rglob("*") if not each.is_relative_to(place)]
    assert outside == [place.parent]
    beside = {each.name for each in place.iterdir()}
    assert {name for name in beside if not name.startswith(("a.tawsim", "out"))} == set()


@pytest.mark.parametrize("version", ["../1", "/1", "1\n2", "", "1; rm -rf /", "أ"])
def test_no_version_leads_out_of_the_release(tmp_path, version):
    with Store.create(tmp_path / "a.tawsim", resources.codebook()) as store:
        article = new_article("a", making.TEXT)
        store.add_article(article)
        store.write(Edit("Done", (Change(None, making.begun(article, "done")),)), Stamp("a1", "a1", making.WHEN, 1))
        with suppress(TawsimError):
            release(store, tmp_path / "out", Plan(version=version))
    assert {each.name.removesuffix("-wal").removesuffix("-shm") for each in tmp_path.iterdir()} <= {"a.tawsim", "out"}


HOSTILE = {
    "deep.jsonl": b'{"id": "a", "text": ' + b"[" * 100_000,
    "deep.json": b"[" * 200_000 + b"]" * 200_000,
    "deeper.json": b'{"a":' * 100_000 + b"1" + b"}" * 100_000,
    "numbers.jsonl": b'{"id": 1e999, "text": "x", "entities": [{"start": -1e400, "end": 99999999999999999999999}]}\n',
    "surrogate.jsonl": b'{"id": "a", "text": "\\ud800"}\n',
    "nul.jsonl": b'{"id": "a\\u0000b", "text": "\\u0000"}\n',
    "same.jsonl": b'{"id": "a", "text": "x"}\n{"id": "a", "text": "y"}\n{"id": "a", "text": "x"}\n',
    "entity.xml": b'<!DOCTYPE a [<!ENTITY b "x"><!ENTITY c "&b;&b;">]><rss><item>&c;</item></rss>',
    "xxe.html": b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><p>&b;</p>',
    "tags.html": b"<div>" * 50_000 + b"x",
    "quotes.csv": b'id,text\n1,"' + b'""' * 100_000,
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_a_hostile_file_is_a_sentence_or_comes_in_whole(tmp_path, name):
    (tmp_path / name).write_bytes(HOSTILE[name])
    with Store.create(tmp_path / "a.tawsim", resources.codebook()) as store:
        report = import_files(store, [tmp_path / name], author="sana")
        assert all(each.reason for each in report.rejected)
        assert not any("root:" in article.text for article in store.articles())
        assert store.integrity() == []
        store.add_article(new_article("after", "وصل الوفد."))
