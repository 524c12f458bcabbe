"""Plain text files: decoded without guessing wildly, kept as they are, or refused with the byte."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from app.domain.article import checksum
from app.exchange.errors import CannotRead, NotText
from app.exchange.text_fields import article_of_file

NEWS = "قالت وزيرة المياه، ليلى حداد: «لن نخفض حصة المزارعين هذا العام».\nوأضافت أن مخزون السدود بلغ 71%.\n"


@pytest.fixture
def news(tmp_path):
    """Writes bytes to a file and reads the article of it."""

    def read(content: bytes, name: str = "خبر 1.txt"):
        file = tmp_path / name
        file.write_bytes(content)
        return article_of_file(file)

    return read


def refusal(read, content: bytes) -> str:
    with pytest.raises(NotText) as caught:
        read(content)
    return str(caught.value)


def test_the_name_of_the_file_is_the_ref_and_nothing_else_is_made_up(news):
    article, note = news(NEWS.encode())
    assert (article.ref, article.title, article.zones, article.text) == ("خبر 1", None, (), NEWS)
    assert article.sha256 == checksum(NEWS)
    assert note is None


def test_a_byte_order_mark_and_the_line_ends_of_other_systems_are_the_only_changes(news):
    strange = "\u200fأ\u0654\u00a0\u2028e\u0301\ufeff لا"
    article, note = news(f"\ufeff{strange}\r\n\r{strange}\n".encode())
    assert article.text == f"{strange}\n\n{strange}\n"
    assert note is None


@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("cp1256", "windows-1256"),
        ("iso8859_6", "ISO-8859-6"),
        ("cp720", "DOS 720"),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
        ("utf-32", "UTF-32"),
    ],
)
def test_another_encoding_is_found_and_told(news, codec, name):
    text = NEWS.translate(dict.fromkeys(map(ord, "،«»"), " ")) if codec in ("cp720", "iso8859_6") else NEWS
    article, note = news(text.encode(codec))
    assert article.text == text
    assert str(note) == f"decoded as {name}"


def test_a_single_word_in_windows_1256_is_found(news):
    article, note = news("مرحبا".encode("cp1256"))
    assert (article.text, str(note)) == ("مرحبا", "decoded as windows-1256")


def test_a_damaged_utf_8_file_is_refused_with_the_byte_and_not_read_as_something_else(news):
    start = NEWS[:20].encode()
    byte = len(start) + 1
    assert refusal(news, start + b"\xff" + NEWS[20:].encode()).startswith(f"Byte {byte} is not valid UTF-8")
    assert refusal(news, start + "ق".encode()[:1]).startswith(f"Byte {byte} is not valid UTF-8")


def test_a_damaged_utf_16_file_is_refused_with_the_byte(news):
    content = NEWS.encode("utf-16")
    assert refusal(news, content[:-1]).startswith(f"Byte {len(content) - 1} is not valid UTF-16")


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        (b"PK\x03\x04\x14\0", "ZIP/DOCX"),
        (b"SQLite format 3\0", "SQLite"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "DOC"),
        (b"{\\rtf1\\ansi", "RTF"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
    ],
)
def test_a_file_of_another_kind_is_refused_in_words(news, content, what):
    assert refusal(news, content).startswith(f"This is a {what}")


def test_bytes_that_are_no_text_are_refused(news):
    assert refusal(news, random.Random(7).randbytes(4000)).startswith("It holds NUL bytes")
    assert refusal(news, b"plain text\0with a hole").startswith("It holds NUL bytes (the first is byte 11)")
    assert refusal(news, bytes(range(1, 9)) * 20).startswith("More than one character in fifty")


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b" \r\n\t", "\u00a0\u2028".encode()])
def test_a_file_without_text_is_refused(news, content):
    assert refusal(news, content) == "There is no text in it."


def test_a_file_that_is_not_there_or_is_a_folder_is_told(tmp_path):
    with pytest.raises(CannotRead, match="There is no file"):
        article_of_file(tmp_path / "nothing.txt")
    with pytest.raises(CannotRead, match="is a folder"):
        article_of_file(tmp_path)


def test_the_reference_article_comes_in_as_it_is():
    folder = Path(__file__).parents[2] / "../shared/articles"
    files = sorted(folder.glob("*.txt")) if folder.exists() else []
    if not files:
        pytest.skip("needs ../shared/articles")
    for file in files:
        article, note = article_of_file(file)
        assert article.text == file.read_bytes().decode()
        assert note is None
