"""Which format a file is in, by its content first and its suffix second."""

from __future__ import annotations

import pytest

from app.exchange.errors import CannotRead, NotText, UnknownFormat
from app.exchange.formats import CSV, FEED, FORMATS, HTML, JSON, JSONL, TAWSIM, TEXT, format_named, sniff


@pytest.fixture
def file(tmp_path):
    def made(name: str, content: bytes | str):
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return made


@pytest.mark.parametrize(
    ("name", "content", "found"),
    [
        ("a.txt", "خبر", TEXT),
        ("a.txt", '{"text": "a"}', JSONL),
        ("a.TXT", "خبر", TEXT),
        ("a", "خبر", TEXT),
        ("a.news", "خبر", TEXT),
        ("a.txt", b"\xe3\xd1", TEXT),
        ("a.jsonl", '{"text": "a"}\n', JSONL),
        ("a.json", '{"text": "a"}\n{"text": "b"}', JSONL),
        ("a.news", '\ufeff{"text": "a"}\n', JSONL),
        ("a.jsonl", '{"schema": "tawsim/1"}', TAWSIM),
        ("a.jsonl", '{"schema": "tawsim/9"}', TAWSIM),
        ("a.jsonl", '\n{broken\n\n{"schema": "tawsim/1"}', TAWSIM),
        ("a.jsonl", "{broken\n", JSONL),
        ("a.jsonl", "", JSONL),
    ],
)
def test_the_format_is_found(file, name, content, found):
    assert sniff(file(name, content)) is found


def test_gold_data_is_known_by_its_content(file, example_line):
    assert sniff(file("whatever.data", example_line + "\n")) is TAWSIM


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a"])
def test_what_is_no_text_is_refused_whatever_its_name(file, name):
    with pytest.raises(NotText, match="RTF"):
        sniff(file(name, b"{\\rtf1"))


@pytest.mark.parametrize(
    ("name", "content", "found"),
    [
        ("a.html", "<p>خبر", HTML),
        ("a.txt", "<!DOCTYPE html><p>خبر", HTML),
        ("a.csv", "a,b", CSV),
        ("a.csv", "<html><body>خبر", HTML),
        ("a.json", "[\n{}\n]", JSON),
        ("a.txt", '[{"text": "a"}]', JSON),
        ("a.txt", "[عاجل] خبر", TEXT),
        ("a.json", '{\n"text": "a"\n}', JSON),
        ("a.json", '{"articles": [{"text": "a"}]}', JSON),
        ("a.xml", '<?xml version="1.0"?>\n<rss version="2.0"><channel/></rss>', FEED),
        ("a.xml", '<feed xmlns="http://www.w3.org/2005/Atom"/>', FEED),
    ],
)
def test_what_it_holds_counts_before_its_name(file, name, content, found):
    assert sniff(file(name, content)) is found


@pytest.mark.parametrize(("name", "content"), [("a.xml", "<note>خبر</note>")])
def test_markup_is_not_taken_for_words(file, name, content):
    with pytest.raises(UnknownFormat):
        sniff(file(name, content))


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(CannotRead, match="There is no file"):
        sniff(tmp_path / "nothing")


def test_formats_are_found_by_name_and_the_others_are_listed():
    assert [format_named(each.name) for each in FORMATS] == list(FORMATS)
    with pytest.raises(UnknownFormat, match=r"tawsim, .*jsonl, csv, text"):
        format_named("xml")


def test_what_can_be_written_loses_nothing_or_says_what():
    assert [each.name for each in FORMATS if each.can_write and each.loses is None] == [
        "tawsim",
        "casjson",
        "webanno",
        "webannotation",
        "parquet",
        "huggingface",
    ]
