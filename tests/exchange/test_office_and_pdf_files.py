"""Word and PDF files: what is printed comes in, in the order of reading."""

from __future__ import annotations

import zipfile
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.exchange.bringing import MORE, NEWS, article, notes, refused
from tests.exchange.pdf_making import Drawn, ligatures, page, pdf, seen

LONG = (
    "قالت وزيرة المياه، ليلى حداد: «لن نخفض حصة المزارعين هذا العام». وأضافت أن مخزون السدود بلغ 71% (EU) في الأمم "
    "المتحدة حتى الآن، وأن الوزارة ستواصل العمل مع المزارعين في وادي الأردن على تحسين شبكات الري القديمة."
)
LAST = "وأوضحت الوزيرة أن ثلاثة سدود امتلأت في 30.04.2026 للمرة الأولى منذ سنوات."


@pytest.fixture
def letter(tmp_path) -> Path:
    file = docx.Document()
    file.add_paragraph(NEWS)
    table = file.add_table(2, 2)
    for cell, words in zip((cell for row in table.rows for cell in row.cells), "أبجد", strict=True):
        cell.text = words
    body = file.add_paragraph("قبل ")
    for piece in (
        "<w:ins {}><w:r><w:t>مضاف</w:t></w:r></w:ins>",
        "<w:del {}><w:r><w:delText>محذوف</w:delText></w:r></w:del>",
        "<w:r {}><w:rPr><w:vanish/></w:rPr><w:t>مخفي</w:t></w:r>",
        "<w:sdt {}><w:sdtContent><w:r><w:t> حقل</w:t></w:r></w:sdtContent></w:sdt>",
        '<w:hyperlink {}><w:r><w:t xml:space="preserve"> ورابط</w:t></w:r></w:hyperlink>',
        "<w:r {}><w:br/><w:t>سطر</w:t></w:r>",
    ):
        body._p.append(parse_xml(piece.format(nsdecls("w"))))
    file.core_properties.title = "السدود"
    file.save(str(tmp_path / "رسالة.docx"))
    return tmp_path / "رسالة.docx"


def test_a_word_file_gives_paragraphs_and_cells_in_their_order(letter):
    found = article(letter)
    assert found.text == f"{NEWS}\nأ\nب\nج\nد\nقبل مضاف حقل ورابط\nسطر"
    assert (found.ref, found.title) == ("رسالة", "السدود")


def test_what_was_deleted_or_hidden_is_left_out_and_told(letter):
    assert notes(letter) == [
        "1 passages that were marked as deleted are left out",
        "1 hidden passages are left out",
    ]


def test_footnotes_are_left_out_and_told(tmp_path):
    file = docx.Document()
    body = file.add_paragraph(NEWS)
    body._p.append(parse_xml(f'<w:r {nsdecls("w")}><w:footnoteReference w:id="2"/></w:r>'))
    file.save(str(tmp_path / "a.docx"))
    assert article(tmp_path / "a.docx").text == NEWS
    assert notes(tmp_path / "a.docx") == ["1 footnotes are left out of the text"]


def test_a_word_file_with_entities_is_refused(letter, tmp_path):
    with zipfile.ZipFile(letter) as old, zipfile.ZipFile(tmp_path / "b.docx", "w") as new:
        for name in old.namelist():
            bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaa">]>' if name == "word/document.xml" else b""
            new.writestr(name, bomb + old.read(name).partition(b"?>")[2] if bomb else old.read(name))
    assert refused(tmp_path / "b.docx") == {None: "The DOCX file declares XML entities, which could fill the memory."}


def test_a_word_file_that_is_cut_is_refused(letter, tmp_path):
    (tmp_path / "cut.docx").write_bytes(letter.read_bytes()[:5000])
    assert refused(tmp_path / "cut.docx")[None].startswith("The DOCX file is damaged or was not copied whole")


def test_a_locked_word_file_is_refused(tmp_path):
    (tmp_path / "a.docx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    assert refused(tmp_path / "a.docx")[None].startswith("The file is locked with a password")


def write(path: Path, pages: list[list[Drawn]]) -> Path:
    path.write_bytes(pdf(pages))
    return path


def test_lines_are_joined_into_paragraphs(tmp_path):
    found = article(write(tmp_path / "a.pdf", [page([LONG, LAST], seen)]))
    assert found.text == f"{LONG}\n{LAST}"
    assert notes(tmp_path / "a.pdf") == []


def test_a_paragraph_goes_on_over_the_end_of_a_page(tmp_path):
    drawn = page([LONG], seen)
    assert article(write(tmp_path / "a.pdf", [drawn[:2], drawn[2:]])).text == LONG


def test_lam_and_alef_in_one_sign_are_in_the_order_of_reading(tmp_path):
    path = write(tmp_path / "a.pdf", [page([LONG, LAST], lambda line: ligatures(seen(line)))])
    assert article(path).text == f"{LONG}\n{LAST}"


def test_letters_in_reverse_order_are_turned_round_and_told(tmp_path):
    path = write(tmp_path / "a.pdf", [page([LONG, LAST], list)])
    assert article(path).text == f"{LONG}\n{LAST}"
    assert notes(path) == ["the letters stood in reverse order and were turned round: read it over"]


def test_presentation_forms_become_letters_and_that_is_told(tmp_path):
    forms = str.maketrans({"ل": "ﻟ", "م": "ﻤ", "ا": "ﺎ"})
    path = write(tmp_path / "a.pdf", [page([LONG], lambda line: [sign.translate(forms) for sign in seen(line)])])
    assert article(path).text == LONG


def test_what_stands_on_every_page_is_left_out_and_told(tmp_path):
    def numbered(number: int, words: str) -> list[Drawn]:
        return [(250, 820, 9, seen("وكالة رواسي للأنباء")), *page([words], seen), (290, 20, 9, list(f"{number}"))]

    path = write(tmp_path / "a.pdf", [numbered(1, LONG), numbered(2, LAST), numbered(3, MORE)])
    assert article(path).text == f"{LONG}\n{LAST}\n{MORE}"
    assert notes(path) == ["6 lines that stand at the top or bottom of the pages again and again were left out"]


def test_a_pdf_of_pictures_is_refused(tmp_path):
    assert refused(write(tmp_path / "a.pdf", [[], []]))[None].startswith("The PDF file has no text, only pictures")


def test_a_page_without_text_among_others_is_told(tmp_path):
    assert notes(write(tmp_path / "a.pdf", [page([LONG], seen), []])) == ["no text on 1 of 2 pages"]


def test_a_pdf_that_does_not_say_its_letters_is_refused(tmp_path):
    path = write(tmp_path / "a.pdf", [page([LONG], lambda line: [chr(ord(each) % 30 + 1) for each in line])])
    assert refused(path)[None].startswith("The PDF file does not say which letters its signs are")


def test_a_pdf_that_is_cut_is_refused(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf([page([LONG], seen)])[:700])
    assert refused(path)[None].startswith("The PDF file is damaged or was not copied whole")
