"""CSV, TSV, Excel and JSON of any shape: their columns are found, their bad rows cost only themselves."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import openpyxl
import pytest

from app.exchange.format import Source
from app.exchange.formats import sniff
from tests.exchange.bringing import MORE, NEWS, arrivals, article, articles, notes, refused


def write(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def parts(path: Path) -> dict[str, str | None]:
    """The columns of a file, and what each would be taken for."""
    form = sniff(path)
    assert form.columns is not None
    return {column.name: column.part for column in form.columns(Source.of(path))}


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_rows_become_articles_by_the_names_of_their_columns(tmp_path, delimiter):
    rows = [["المعرف", "العنوان", "نص الخبر", "التاريخ", "القسم"], ["7", "السدود", f'"{NEWS}"', "30.04.2026", "اقتصاد"]]
    path = write(tmp_path / "a.csv", "\n".join(delimiter.join(row) for row in rows))
    found = article(path)
    assert (found.ref, found.title, found.text, found.meta.published) == ("7", "السدود", NEWS, "2026-04-30")
    assert json.loads(found.meta.extra) == {"القسم": "اقتصاد"}
    assert parts(path) == {"المعرف": "ref", "العنوان": "title", "نص الخبر": "text", "التاريخ": "date", "القسم": None}
    assert notes(path) == ["the text is taken from the column نص الخبر"]


def test_the_text_is_told_by_its_length_when_no_name_tells_it(tmp_path):
    path = write(tmp_path / "a.csv", f"a,b\n1,{MORE}\n2,{MORE} وزيادة\n")
    assert parts(path) == {"a": None, "b": "text"}
    assert [each.text for each in articles(path)] == [MORE, f"{MORE} وزيادة"]


def test_a_table_without_a_heading_has_numbers_for_names(tmp_path):
    path = write(tmp_path / "a.csv", f"{NEWS},رواسي\n{MORE.replace('،', '')},رواسي\n")
    assert parts(path) == {"1": "text", "2": None}
    assert len(articles(path)) == 2


def test_columns_can_be_chosen(tmp_path):
    path = write(tmp_path / "a.csv", f"text,lead,no\nx,{NEWS},n9\n")
    found = article(path, text="lead", ref="no")
    assert (found.ref, found.text) == ("n9", NEWS)


@pytest.mark.parametrize(("codec", "said"), [("cp1256", "windows-1256"), ("utf-16", "UTF-16")])
def test_other_encodings_are_read_and_told(tmp_path, codec, said):
    path = write(tmp_path / "a.tsv", f"id\ttext\n1\t{NEWS}\n".encode(codec))
    assert article(path).text == NEWS
    assert notes(path) == [f"decoded as {said}"]


def test_bad_rows_cost_only_themselves(tmp_path):
    good = "\n".join(f"{n},خبر {n}," for n in range(4, 8))
    rows = ["id,text,source", '1,"سطر\nوسطر ""ثان""",و', '2,"بلا نهاية,و', "3,خبر,و,زائد", good]
    path = write(tmp_path / "a.csv", ("\n".join(rows) + "\n8,").encode() + b"\xff\xfe,\n9,a\0b,\n10,,\n11,x,\n")
    kept = {each.line: each.found.text for each in arrivals(path) if each.line not in refused(path)}
    assert kept == {2: 'سطر\nوسطر "ثان"', 6: "خبر 4", 7: "خبر 5", 8: "خبر 6", 9: "خبر 7", 13: "x"}
    told = refused(path)
    assert set(told) == {4, 5, 10, 11, 12}
    assert told[4].startswith("The row is no row of a table")
    assert told[5].startswith("The row has 4 cells, the heading 3")
    assert told[10].startswith("Byte 3 of the row is not UTF-8")
    assert told[11].startswith("Byte 4 of the row is NUL")
    assert told[12].startswith("The column text is empty in this row")


def test_a_rejected_row_is_kept_as_it_stands_under_the_heading(tmp_path):
    path = write(tmp_path / "a.csv", 'id,text\r\n1,"x\r\n2,خبر\r\n')
    (bad,) = (each for each in arrivals(path) if each.line in refused(path))
    assert (bad.heading, bad.raw) == (b"id,text\r\n", b'1,"x\r\n')


def test_a_field_may_be_long(tmp_path):
    assert len(article(write(tmp_path / "a.csv", f'text\n"{"خبر " * 100_000}"\n')).text) == 400_000


@pytest.fixture
def book(tmp_path) -> Path:
    made = openpyxl.Workbook()
    sheet = made.active
    for row in (["id", "نص", "تاريخ"], [1, NEWS, datetime.date(2026, 4, 30)], [2, "=1+1"], [], ["x", MORE]):
        sheet.append(row)
    more = made.create_sheet("أيار")
    for row in (["id", "نص", "تاريخ"], [1.0, MORE]):
        more.append(row)
    made.create_sheet("حساب").append(["a", "b"])
    made.save(tmp_path / "كتاب.xlsx")
    return tmp_path / "كتاب.xlsx"


def test_the_rows_of_a_workbook_are_articles(book):
    found = {each.line: each.found for each in arrivals(book, form="xlsx")[:3]}
    assert (found[2].ref, found[2].text, found[2].meta.published) == ("1", NEWS, "2026-04-30")
    assert str(found[3]) == "The column نص is empty in this row."  # a formula that nobody has reckoned yet
    assert (found[5].ref, found[5].text) == ("x", MORE)
    assert parts(book) == {"id": "ref", "نص": "text", "تاريخ": "date"}


def test_sheets_with_the_same_heading_are_read_on_and_others_are_told(book):
    assert str(arrivals(book)[-1].found.text) == MORE
    assert "sheets that do not name a column for the text are left out: حساب" in notes(book)


def test_titles_may_stand_above_the_heading_and_a_sheet_may_name_its_own_text(tmp_path):
    made = openpyxl.Workbook()
    for row in (["تقرير شهري"], [], ["الرقم", "العنوان", "النص"], [100, "قمة", NEWS], [101, "انتخابات", MORE]):
        made.active.append(row)
    more = made.create_sheet("رياضة")
    for row in (["العنوان", "المحتوى"], ["فوز", "فاز فريق الساحل على النجم."], ["بلا نص", None]):
        more.append(row)
    path = tmp_path / "تقرير.xlsx"
    made.save(path)
    found = [(each.line, getattr(each.found, "ref", None), str(each.found)) for each in arrivals(path)]
    assert [(line, ref) for line, ref, _ in found] == [(4, "100"), (5, "101"), (2, "تقرير-رياضة-2"), (3, None)]
    assert found[-1][2] == "The column المحتوى is empty in this row."
    assert notes(path) == ["the text is taken from the column النص", "the text is taken from the column المحتوى"]
    assert parts(path) == {"الرقم": "ref", "العنوان": "title", "النص": "text"}


@pytest.mark.parametrize(
    "value",
    [
        [{"id": "a", "text": NEWS}, {"id": "b", "text": MORE}],
        {"meta": {"count": 2}, "articles": [{"id": "a", "text": NEWS}, {"id": "b", "text": MORE}]},
        {"a": {"text": NEWS}, "b": {"text": MORE}},
        {"all": {"n": 2, "hits": [{"_id": "a", "_source": {"text": NEWS}}, {"_id": "b", "_source": {"text": MORE}}]}},
    ],
)
@pytest.mark.parametrize("indent", [None, 2])
def test_records_are_found_in_json_of_any_shape(tmp_path, value, indent):
    path = write(tmp_path / "a.json", json.dumps(value, ensure_ascii=False, indent=indent))
    assert [(each.ref, each.text) for each in articles(path)] == [("a", NEWS), ("b", MORE)]


@pytest.mark.parametrize("name", ["a.json", "a.jsonl"])
def test_one_record_is_one_article(tmp_path, name):
    value = {"title": "عنوان", "text": NEWS, "tags": ["أ"]}
    for indent in (None, 1):
        found = article(write(tmp_path / name, json.dumps(value, ensure_ascii=False, indent=indent)))
        assert (found.title, found.text, found.meta.extra) == ("عنوان", NEWS, '{"tags":["أ"]}')


def test_fields_may_lie_deep_and_be_chosen(tmp_path):
    record = {"doc": {"body": {"ar": NEWS, "en": "The text of it in another language, and longer still."}, "no": "9"}}
    path = write(tmp_path / "a.jsonl", json.dumps(record) + "\n")
    found = article(path, text="doc.body.ar", ref="doc.no")
    assert (found.ref, found.text) == ("9", NEWS)
    assert json.loads(found.meta.extra) == {"doc": {"body": {"en": record["doc"]["body"]["en"]}}}


def test_paragraphs_in_a_list_are_lines_of_the_text(tmp_path):
    path = write(tmp_path / "a.jsonl", json.dumps({"text": [NEWS, MORE]}))
    assert article(path).text == f"{NEWS}\n{MORE}"


def test_a_broken_entry_of_a_list_costs_only_itself(tmp_path):
    path = write(tmp_path / "a.json", '[{"text": "خبر"},\n {"text": nothing},\n {"text": "x"},\n {"text": "ك')
    assert set(refused(path)) == {2, 4}
    assert refused(path)[2].startswith("Not valid JSON at column")
    assert refused(path)[4].startswith("The list breaks off here")
    assert [each.raw for each in arrivals(path) if each.line == 4] == ['  {"text": "ك'.encode()]


def test_a_list_may_begin_with_a_byte_order_mark_and_hold_brackets_in_its_texts(tmp_path):
    text = 'أ] "ب\\" [ج} {د,'
    path = write(tmp_path / "a.json", "\ufeff" + json.dumps([{"text": text}, {"text": "ه"}], ensure_ascii=False))
    assert [each.text for each in articles(path)] == [text, "ه"]


def test_a_nest_without_end_is_refused(tmp_path):
    assert None in refused(write(tmp_path / "a.json", '{"a":' * 100_000))  # or 1
    assert list(refused(write(tmp_path / "b.json", "[" * 100_000))) == [1]
    assert list(refused(write(tmp_path / "c.jsonl", '{"text": ' + "[" * 100_000 + "\n"))) == [1]


def test_gold_data_in_a_list_is_not_stripped_of_its_marks(tmp_path):
    path = write(tmp_path / "a.json", '[{"schema": "tawsim/1", "text": "x"}]')
    assert "import it with the format tawsim" in refused(path)[1]
