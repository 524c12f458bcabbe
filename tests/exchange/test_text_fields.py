"""JSON Lines with a text field: what becomes the text, the ref, the metadata."""

from __future__ import annotations

import json

import pytest

from app.exchange.errors import BadLine, NotText
from app.exchange.fields import article_of_fields
from app.exchange.picking import TEXT, Picker, guessed


def article(record, field=None):
    return article_of_fields(Picker({TEXT: field} if field else {}).told(record), "file-7")


def test_the_text_the_ref_and_the_plainly_named_fields_are_taken():
    found, named = article(
        {
            "id": 12,
            "text": "خبر",
            "title": "عنوان",
            "link": "http://x",
            "source": "وكالة",
            "date": "2024/5/3",
            "b": 1,
            "a": [None],
        }
    )
    assert named
    assert (found.ref, found.text, found.title) == ("12", "خبر", "عنوان")
    assert (found.meta.url, found.meta.source, found.meta.published) == ("http://x", "وكالة", "2024-05-03")
    assert found.meta.extra == '{"a":[null],"b":1}'


@pytest.mark.parametrize("key", ["text", "content", "body", "paragraph"])
def test_the_text_may_stand_under_another_usual_name(key):
    found, _ = article({key: "خبر", "doc_id": "d"})
    assert (found.ref, found.text, found.meta.extra) == ("d", "خبر", "{}")


def test_the_first_of_the_usual_names_is_the_text_and_the_others_are_kept():
    found, _ = article({"body": "متن", "text": "خبر"})
    assert (found.text, json.loads(found.meta.extra)) == ("خبر", {"body": "متن"})


def test_a_field_that_is_asked_for_is_the_text_whatever_else_there_is():
    found, _ = article({"text": "خبر", "lead": "مقدمة"}, "lead")
    assert found.text == "مقدمة"


@pytest.mark.parametrize("record", [{}, {"id": None}, {"id": ""}, {"id": True}, {"id": 1.5}, {"id": ["a"]}])
def test_without_an_id_of_its_own_the_file_and_line_name_it(record):
    found, named = article({"text": "خبر", **record})
    assert (found.ref, named) == ("file-7", False)
    assert json.loads(found.meta.extra) == record


def test_an_id_named_after_the_field_of_the_text_is_one():
    found, named = article({"page_id": "p", "paragraph_id": "p_8", "paragraph": "خبر"})
    assert (found.ref, named, found.meta.extra) == ("p_8", True, '{"page_id":"p"}')


def test_line_ends_and_the_byte_order_mark_are_as_in_a_text_file():
    found, _ = article({"text": "\ufeffأ\r\nب\rج\u2028"})
    assert found.text == "أ\nب\nج\u2028"


@pytest.mark.parametrize(
    ("record", "field", "said"),
    [
        ({"title": "x"}, None, "There is no field text / content / body / paragraph in the line."),
        ({"text": "x"}, "lead", "There is no field lead in the line."),
        ({"text": None}, None, "The field text must be text, and is null."),
        ({"text": [1]}, None, "The field text must be text, and is […]."),
        ([1], None, "The line must be an object with keys, and is […]."),
        ("text", None, "The line must be an object with keys, and is 'text'."),
    ],
)
def test_a_line_without_a_text_is_refused(record, field, said):
    with pytest.raises(BadLine) as caught:
        article(record, field)
    assert str(caught.value) == said


@pytest.mark.parametrize("text", ["", " \n", "a\0b"])
def test_a_text_that_is_none_is_refused(text):
    with pytest.raises(NotText):
        article({"text": text})


def test_fields_nested_beyond_measure_are_refused():
    nest: list = []
    for _ in range(600):
        nest = [nest]
    with pytest.raises(BadLine, match="nested too deep"):
        article({"text": "خبر", "nest": nest})


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (
            ("page_id", "paragraph", "page_domain", "page_url", "page_title", "page_date"),
            {
                "text": "paragraph",
                "title": "page_title",
                "date": "page_date",
                "source": "page_domain",
                "url": "page_url",
            },
        ),
        (("المعرّف", "نصّ", "الجريدة"), {"ref": "المعرّف", "text": "نصّ", "source": "الجريدة"}),
        (("title", "article_title", "body"), {"title": "title", "text": "body"}),
    ],
)
def test_columns_are_known_by_what_they_belong_to_and_however_they_are_spelt(names, found):
    assert guessed(dict.fromkeys(names, ())) == found
