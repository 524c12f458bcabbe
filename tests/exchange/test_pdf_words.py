"""Words whose letters PDFium leaves turned round, told by where each letter stands on the page."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from app import resources
from app.domain.article import Article
from app.exchange.format import Reading, Source
from app.exchange.formats import pdf
from app.exchange.pdf_words import (
    is_read_from_the_right,
    shows_swapped,
    turned_words,
    with_marks_mended,
    with_words_mended,
)

SAID = "قال الوزير إن «الموسم ممتاز» بنسبة 71%، وأضاف أن الأسعار لن ترتفع في عمّان (UNDP)."
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def placed(*drawn: tuple[str, str]) -> tuple[list[str], list[float]]:
    """Words from the right, each as it is read and as the file gives it: the signs, and where they stand."""
    signs, places, right = list[str](), list[float](), 500.0
    for word, given in drawn:
        at = {letter: right - 5 * number for number, letter in enumerate(word)}
        signs += [*given, " "]
        places += [*(at[letter] for letter in given), 0.0]
        right -= 5 * len(word) + 5
    return signs[:-1], places[:-1]


def test_only_words_that_go_against_the_page_are_turned():
    signs, places = placed(("قال", "قال"), ("وزير", "ريزو"), ("لنا", "انل"), ("سهم", "سهم"))
    assert is_read_from_the_right(signs, places)
    assert turned_words(signs, places) == 2
    assert "".join(with_words_mended(signs, places)) == "قال وزير لنا سهم"


def test_a_word_of_which_a_part_goes_against_the_page_is_put_in_order():
    signs, places = placed(("سلفت", "لسفت"), ("قال", "قال"))
    assert "".join(with_words_mended(signs, places)) == "سلفت قال"


def test_a_mark_stays_with_its_letter():
    signs, places = list("ناّمع قال"), [352.0, 359.0, 366.5, 366.0, 371.0, 0.0, 340.0, 335.0, 330.0]
    assert "".join(with_words_mended(signs, places)) == "عمّان قال"


def test_a_line_in_the_order_of_the_eye_is_left_to_others():
    signs, places = placed(("قال", "لاق"), ("وزير", "ريزو"))
    assert is_read_from_the_right(signs[::-1], places[::-1]) is False


def test_quotation_marks_brackets_and_per_cent_are_read_as_they_are_meant():
    line = "إن» الموسم ممتاز« بنسبة %71 في الأمم) UNDP)."
    assert shows_swapped(line)
    assert with_marks_mended(line, swapped=True) == "إن «الموسم ممتاز» بنسبة 71% في الأمم (UNDP)."
    assert not shows_swapped("إن «الموسم ممتاز» هذا العام")


@pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium")
def test_what_chromium_prints_is_read_as_it_was_written(tmp_path: Path):
    page, printed = tmp_path / "page.html", tmp_path / "page.pdf"
    page.write_text(f'<meta charset="utf-8"><body dir="rtl" style="width: 60em"><p>{SAID}</p>', encoding="utf-8")
    subprocess.run(
        [str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
         f"--user-data-dir={tmp_path / 'profile'}", f"--print-to-pdf={printed}", str(page)],
        capture_output=True, timeout=120, check=False,
    )  # fmt: skip
    if not printed.exists():
        pytest.skip("Chromium does not run here")
    (arrival,) = pdf.arrivals(Source(printed, printed), Reading(resources.codebook(), None))
    assert isinstance(arrival.found, Article)
    assert " ".join(arrival.found.text.split()) == SAID


@pytest.mark.parametrize("title", ["p.html", "Microsoft Word - خبر.docx", "https://example.org/a"])
def test_the_name_of_a_file_is_no_title(title: str):
    assert pdf._FILE_NAME.search(title)
    assert not pdf._FILE_NAME.search("افتتاح السد. وقال الوزير")
