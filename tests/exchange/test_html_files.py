"""HTML files of many articles: one that needs nothing else, or a folder with an index whose links lead somewhere."""

from __future__ import annotations

import json
import re
import zipfile
from html import unescape

import pytest

from app.exchange.file_names import file_name
from app.exchange.formats import by_suffix
from app.exchange.formats.html import HTML
from app.exchange.sheets_out import ATTRIBUTE, PROVENANCE, TIE
from app.exchange.tawsim_jsonl import page_of
from tests.exchange import inventing
from tests.exchange.journey import write

REFS = ("أ/ب", "../c", "CON", "x" * 400)


@pytest.fixture
def pages(example):
    return [
        page_of(json.dumps(example | {"doc_id": ref}), inventing.CODEBOOK) for ref in ("أ/ب", "../c", "CON", "x" * 400)
    ]


def test_one_file_holds_every_article_and_its_own_face(tmp_path, pages):
    out = tmp_path / "كل المقالات.html"
    assert by_suffix(out) is HTML
    writing = write(HTML, out, pages)
    text = out.read_text(encoding="utf-8")
    assert writing.lines == text.count("<article ") == 4
    assert text.count("<!doctype") == text.count("</html>") == 1
    assert [each[:20] for each in re.findall(r'url\("([^"]*)"\)', text)] == ["data:font/ttf;base64"]
    assert not re.findall(r'(?:src|href)="(?!#)', text)


def test_a_folder_has_a_page_for_each_article_and_an_index_that_leads_to_it(tmp_path, pages):
    out = tmp_path / "site"
    write(HTML, out, pages)
    index = (out / "index.html").read_text(encoding="utf-8")
    names = [unescape(name) for name in re.findall(r'<a href="([^"]+)"', index)]
    there = {file.name for file in out.iterdir() if file.name != ".tawsim-export"}
    assert there == {"index.html", "amiri.ttf", *names} and len(set(names)) == 4
    for name in names:
        page = (out / name).read_text(encoding="utf-8")
        assert 'url("amiri.ttf")' in page and page.count("<article ") == 1


def test_an_archive_holds_the_same_as_the_folder(tmp_path, pages):
    write(HTML, tmp_path / "site", pages)
    write(HTML, tmp_path / "site.zip", pages)
    with zipfile.ZipFile(tmp_path / "site.zip") as archive:
        for name in archive.namelist():
            assert archive.read(name) == (tmp_path / "site" / name).read_bytes()
        assert len(archive.namelist()) == 6


def test_what_no_page_shows_is_told_mark_by_mark(tmp_path, pages):
    losses = write(HTML, tmp_path / "x.html", pages[:1]).losses.ids
    assert losses[PROVENANCE] == ["e1", "e2", "e3", "e4", "c1", "c2", "q1", "q2", "k1"]
    assert losses[ATTRIBUTE] == ["k1.modality", "k1.factuality", "k1.verifiable", "k1.checkworthy"]
    assert losses[TIE] == ["k1.object=e3", "k1.expressed_in=q2"]


@pytest.mark.parametrize(
    ("ref", "name"),
    [
        ("خبر 12/3", "00007-خبر-12-3"),
        ("../../etc/passwd", "00007-etc-passwd"),
        ("...", "00007"),
        ('a"<b>&\n\0c', "00007-a-b-c"),
        ("CON.", "00007-CON"),
    ],
)
def test_names_of_files_are_safe(ref, name):
    assert file_name(7, ref) == name


def test_names_of_files_are_short_enough_in_bytes():
    assert len(file_name(1, "ق" * 500).encode()) <= 130
