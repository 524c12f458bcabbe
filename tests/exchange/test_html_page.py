"""The HTML page of an annotated article: nothing of the text is lost, every mark stands under its letters, and a real
browser joins and breaks the lines as if there were no marks."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from app import resources
from app.domain.codebook import Codebook
from app.exchange.html_page import HtmlPages, title_of
from app.exchange.tawsim_out import LineWriter
from tests.exchange.inventing import CODEBOOK, pages

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


def page_of_record(record: dict[str, Any], codebook: Codebook, language: str = "ar") -> str:
    """The whole file of one article."""
    pages = HtmlPages(codebook, language)
    return pages.head(title_of(record)) + pages.article(record) + pages.tail()


class Read(HTMLParser):
    """What a browser would read: the article's lines without chips, and the letters inside each mark by its number."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = []
        self.ids: list[str] = []
        self.outside: set[str] = set()
        self.depth = 0
        self._in_line = self._in_chip = self._in_article = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        if tag == "article":
            self._in_article = True
        elif tag == "p":
            self.lines.append("")
            self._in_line = True
        elif tag == "i":
            self._in_chip = True
        elif tag == "mark" and self._in_article:
            self.depth += 1
        for name in ("src", "href"):
            if (value := said.get(name)) and not value.startswith(("#", "data:")):
                self.outside.add(value)
        if said.get("id") is not None:
            self.ids.append(said["id"] or "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "article":
            self._in_article = False
        elif tag == "p":
            self._in_line = False
            assert self.depth == 0
        elif tag == "i":
            self._in_chip = False
        elif tag == "mark" and self._in_article:
            self.depth -= 1

    def handle_data(self, data: str) -> None:
        if self._in_line and not self._in_chip:
            self.lines[-1] += data


def read(html: str) -> Read:
    found = Read()
    found.feed(html)
    found.close()
    return found


def on_blank_lines(page) -> set[str]:
    """Marks that only stand on lines which the page does not show."""
    text, shown = page.article.text, set()
    for mark in page.annotations:
        for span in mark.fragments:
            for at in range(span.start, span.end):
                line = text.rfind("\n", 0, at) + 1
                if text[at] != "\n" and text[line:].split("\n", 1)[0].strip():
                    shown.add(mark.id)
    return {mark.id for mark in page.annotations} - shown


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(page=pages())
def test_the_page_holds_every_letter_once_and_every_mark_with_letters_in_it(page):
    record = LineWriter(CODEBOOK).record(page)
    found = read(page_of_record(record, CODEBOOK))
    lines = [line for line in page.article.text.split("\n") if line.strip()]
    assert [line.replace("\n", "\r") for line in found.lines] == lines
    marks = [name for name in found.ids if name in {mark.id for mark in page.annotations}]
    assert len(marks) == len(set(marks))
    assert {mark.id for mark in page.annotations} - set(marks) == on_blank_lines(page)
    assert found.outside == set()


@pytest.mark.parametrize(("language", "words"), [("ar", ("الاقتباسات", "القائل")), ("en", ("Quotes", "Speaker"))])
def test_quotes_stand_below_with_who_said_them(example, language, words):
    html = page_of_record(example, resources.codebook(), language)
    for word in words:
        assert word in html
    row = next(line for line in html.split("\n") if line.startswith("<tr>") and 'href="#q1"' in line)
    assert "ليلى حداد" in row and "قالت" in row


def test_markup_in_a_text_is_shown_and_never_run(example):
    start = "<script>alert(1)</script>&amp;"
    example["text"] = start + example["text"][len(start) :]
    example["meta"]["title"] = "<img src=x onerror=alert(1)>"
    html = page_of_record({**example, "entities": [], "cues": [], "quotes": [], "claims": []}, resources.codebook())
    assert "<script" not in html and "<img" not in html
    assert read(html).lines[0].startswith(start)


MEASURE = """
<script>
const wide = new Map(), root = document.documentElement;
const over = root.scrollWidth - root.clientWidth;
document.querySelectorAll('article p').forEach((line, number) => {
  const plain = line.cloneNode(true);
  plain.querySelectorAll('.chip').forEach(chip => chip.remove());
  plain.textContent = plain.textContent;
  for (const one of [line, plain]) { one.style.whiteSpace = 'pre'; one.style.width = 'max-content'; }
  line.after(plain);
  wide.set(number, [line.getBoundingClientRect().width, plain.getBoundingClientRect().width]);
});
const chips = [...document.querySelectorAll('.chip')].map(chip => chip.getBoundingClientRect().height);
document.body.innerHTML = '<pre id=measured>' + JSON.stringify({
  widths: [...wide.values()], over, chips: Math.min(...chips)}) + '</pre>';
</script>
"""


def in_browser(html: str, tmp_path) -> dict[str, Any]:
    """What headless Chromium measures of the page, with its own words allowed to run for once."""
    file = tmp_path / "page.html"
    measured = re.sub(r'<meta http-equiv="Content-Security-Policy".*?>\n?', "", html, flags=re.DOTALL)
    file.write_text(measured.replace("</html>", MEASURE + "</html>"), encoding="utf-8")
    command = [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path}/profile"]
    done = subprocess.run([*command, "--dump-dom", file.as_uri()], capture_output=True, text=True, timeout=120)
    found = re.search(r'<pre id="measured">(.*?)</pre>', done.stdout)
    assert found, done.stderr[-500:]
    return json.loads(found[1])


@pytest.mark.slow
@pytest.mark.skipif(CHROMIUM is None, reason="needs a Chromium to look at the page")
def test_in_a_real_browser_no_letter_loses_its_joining_and_nothing_sticks_out(example, tmp_path):
    inside = {**example["entities"][2], "id": "inside", "fragments": [[86, 89]], "text": "مّا"}  # within عمّان
    example["entities"].append(inside)
    found = in_browser(page_of_record(example, resources.codebook()), tmp_path)
    assert found["widths"]
    for marked, plain in found["widths"]:
        assert abs(marked - plain) < 0.1
    assert found["chips"] > 6
    assert found["over"] == 0
