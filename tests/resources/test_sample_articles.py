"""The sample articles are clean text and show what Arabic news holds in store for the program."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ARTICLES = sorted((Path(__file__).parents[2] / "resources/articles").glob("*.txt"))
DEMO = ARTICLES[0]
NOTICE = "هذا الخبر متخيَّل، كُتب لتجربة البرنامج، ولا يمتّ بصلة إلى أشخاص حقيقيين أو وقائع حقيقية."


def read(path: Path) -> str:
    return path.read_bytes().decode("utf-8")


def words(text: str) -> int:
    return len(re.findall(r"\w[\w\u064b-\u0652\u0640]*", text.removesuffix("\n").removesuffix(NOTICE)))


def all_text() -> str:
    return "".join(map(read, ARTICLES))


def test_the_demo_comes_first_of_four():
    assert DEMO.name == "01-sudud.txt"
    assert len(ARTICLES) == 4
    assert all(path.name.isascii() for path in ARTICLES)


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_a_sample_is_clean_utf8_with_unix_lines(path):
    text = read(path)
    assert not text.startswith("\ufeff")
    assert "\r" not in text
    assert "\t" not in text
    assert "\ufffd" not in text
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert all(line == line.strip() for line in text.split("\n"))
    assert "  " not in text


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_a_sample_says_that_it_is_invented(path):
    assert read(path).endswith(NOTICE + "\n")


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_quotation_marks_and_brackets_are_paired_in_every_paragraph(path):
    for line in read(path).splitlines():
        assert line.count('"') % 2 == 0, line
        for opening, closing in ("«»", "“”", "()"):
            assert re.sub(f"[^{re.escape(opening + closing)}]", "", line) == (opening + closing) * line.count(opening)


def test_samples_have_the_length_of_news():
    assert 250 <= words(read(DEMO)) <= 400
    for path in ARTICLES[1:]:
        assert 150 <= words(read(path)) <= 300, path.name


def test_the_demo_shows_the_phenomena_of_arabic_news():
    text = read(DEMO)
    assert re.search(r'قال [^"\n]+ إن "', text), "a direct quote with its speaker"
    assert re.search(r'\nوأضاف أن "', text), "an implicit speaker"
    assert re.search(r"إن أمام الحكومة “[^”]+” لإصلاح", text), "a mixed quote"
    assert re.search(r"«[^»]{20,}»", text), "a quote in guillemets"
    assert "في بيان" in text
    assert "رئيس الوزراء الأردني" in text
    assert "جامعة القاهرة" in text
    for clitic in ("وبغداد", "بعمّان", "للسعودية"):
        assert clitic in text
    assert "\u0640" in text, "a tatweel"
    assert {"\u0651", "\u064b"} <= set(text), "shadda and tanween"
    assert "(UNDP)" in text
    assert "71%" in text
    assert "دينار أردني" in text
    assert "أكتوبر/ تشرين الأول" in text
    assert "الساعة 11:30" in text
    assert re.search("الأولى|الثالثة|ثاني مؤتمر", text)
    assert re.search(r"\nسامر العواد: ", text), "a headline that quotes after a colon"


def test_the_other_samples_vary_the_phenomena():
    text = all_text()
    assert "مصدر مسؤول" in text
    assert "زعم" in text
    assert "نفى" in text
    assert re.search(r"\nوقالت .+: «", text), "a woman speaks"
    assert re.search("[\U0001f300-\U0001faff]\u200d[\U0001f300-\U0001faff]", text), "an emoji of several code points"
    assert "https://" in text
    assert re.search(r"^[A-Za-z]+ [\u0621-\u064a]", text, re.MULTILINE), "a paragraph that opens with a Latin name"
    assert max(map(len, text.splitlines())) > 600, "a very long paragraph"
    assert text.count("«") > 8
    assert text.count("“") > 3
    assert text.count('"') > 20
