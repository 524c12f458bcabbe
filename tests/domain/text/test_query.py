"""The language of a search: what is typed is understood or refused with its place, and never anything else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.text.folding import fold_key
from app.domain.text.query import LONGEST, Both, Either, Filter, Query, Without, read_query
from app.domain.text.queryhits import Looked, context_keys
from app.domain.text.querysigns import QueryTrouble
from app.domain.text.querywords import Words

A, B, C = (Words((word,)) for word in ("بغداد", "دمشق", "عمان"))


@pytest.mark.parametrize(
    ("typed", "tree"),
    [
        ("بغداد", A),
        ("بغداد دمشق", Both((A, B))),
        ("بغداد AND دمشق", Both((A, B))),
        ("بغداد و دمشق", Both((A, B))),
        ("بغداد OR دمشق", Either((A, B))),
        ("بغداد|دمشق", Either((A, B))),
        ("بغداد أو دمشق او عمّان", Either((A, B, C))),
        ("بغداد -دمشق", Both((A, Without(B)))),
        ("بغداد ليس دمشق", Both((A, Without(B)))),
        ("بغداد NOT NOT دمشق", Both((A, B))),
        ("بغداد دمشق OR عمان", Either((Both((A, B)), C))),
        ("بغداد (دمشق OR عمان)", Both((A, Either((B, C))))),
        ("-بغداد", Without(A)),
        ("وزا*", Words(("وزا",), prefix=True)),
        ("=بغداد", Words(("بغداد",), exact=True)),
        ("«مجلس النوّاب»", Words(("مجلس", "النواب"))),
        ("”مجلس النواب“*", Words(("مجلس", "النواب"), prefix=True)),
        ('"أو"', Words(("او",))),
        ("or", Words(("or",))),
        ("COVID-19", Words(("covid", "19"))),
        ("بغداد،", A),
        ("\u200fبغداد\u200e", A),
        ("title:بغداد", Words(("بغداد",), field="title")),
        ("عنوان:(بغداد OR text:دمشق)", Either((Words(("بغداد",), field="title"), Words(("دمشق",), field="text")))),
        ("10:30", Words(("10", "30"))),
        ("résumé", Words(("resume",))),
        ("", None),
        (" \u200f ", None),
    ],
)
def test_what_is_typed_is_understood(typed: str, tree: object) -> None:
    assert read_query(typed) == Query(tree)  # type: ignore[arg-type]


def test_filters_stand_apart_from_the_words() -> None:
    query = read_query('label:PERS بغداد -مصدر:"وكالة الفجر" from:2026')
    assert query.tree == A
    assert query.filters == (
        Filter("label", "PERS", 0),
        Filter("source", "وكالة الفجر", 18, wanted=False),
        Filter("from", "2026", 37),
    )


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("بغداد (دمشق", 7),
        ("بغداد)", 6),
        ("()", 1),
        ('بغداد "دمشق', 7),
        ("بغداد OR", 7),
        ("OR بغداد", 1),
        ("AND", 1),
        ("بغداد AND OR دمشق", 7),
        ("بغداد - دمشق", 7),
        ("-", 1),
        ("بغ*داد", 1),
        ("*", 1),
        ("؟!", 1),
        ("بغداد | -دمشق", 9),
        ("-(-بغداد)", 1),
        ("label:", 1),
        ("label:(PERS)", 1),
        ("بغداد OR label:PERS", 10),
        ("-(بغداد label:PERS)", 9),
        ("speeker:علي", 1),
        ("(" * 30 + "بغداد" + ")" * 30, 21),
        ("بغداد " * 50, 241),
        ("= بغداد", 1),
    ],
)
def test_what_cannot_be_understood_is_told_with_its_place(typed: str, place: int) -> None:
    with pytest.raises(QueryTrouble) as told:
        read_query(typed)
    assert told.value.at + 1 == place
    assert str(told.value).startswith(f"Character {place}: ")


def test_a_very_long_query_is_refused() -> None:
    with pytest.raises(QueryTrouble):
        read_query("ب" * (LONGEST + 1))


PIECES = st.sampled_from(
    [
        *("بغداد", "و", "أو", "ليس", "OR", "AND", "NOT", "(", ")", '"', "«", "»", "-", "*", "=", "|", ":", "title:"),
        *("label:", "from:", "text:(", "نص:", "\u200f", "ـ", "َ", " ", "  ", "\n", "\0", "é", "e\u0301", "ﷺ", "10"),
        "\U0001f600",
    ]
)


def understood(typed: str) -> Query | QueryTrouble:
    try:
        return read_query(typed)
    except QueryTrouble as trouble:
        return trouble


@given(st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=25).map("".join), st.lists(PIECES).map(" ".join)))
def test_no_query_raises_anything_but_its_trouble(typed: str) -> None:
    found = understood(typed)
    if isinstance(found, QueryTrouble):
        assert 0 <= found.at <= len(typed)
        assert str(found)
    else:
        assert all(words.keys and all(key.isalnum() for key in words.keys) for words in found.looked_for())


def shown(typed: str, text: str) -> list[str]:
    key = fold_key(text)
    return [key[start:end] for start, end in Looked(read_query(typed)).places("text", key)]


@pytest.mark.parametrize(
    ("typed", "text", "found"),
    [
        ("بغداد", "بغداد وبغداد فببغداد لبغداد كبغداد سبغداد", ["بغداد"] * 6),
        ("بغداد", "بغدادي تبغداد وتبغداد", []),
        ("بيت", "البيت وبالبيت للبيت بيت", ["البيت", "البيت", "للبيت", "بيت"]),
        ("السعودية", "السعودية للسعودية وللسعودية والسعودية سعودية", ["السعودية", "للسعودية", "للسعودية", "السعودية"]),
        ("اللبناني", "للبناني", ["للبناني"]),
        ("=بغداد", "بغداد وبغداد", ["بغداد"]),
        ("مسؤ*", "مسؤول والمسؤولون مسألة", ["مسؤول", "المسؤولون"]),
        ('"مجلس النواب"', "مجلس النواب، ومجلس  «النواب» مجلس نواب", ["مجلس النواب", "مجلس  «النواب"]),
        ("بغداد OR بغداد*", "بغدادي بغداد", ["بغدادي", "بغداد"]),
        ("resume", "Résumé re\u0301sume\u0301", ["résumé", "re\u0301sume\u0301"]),
        ("71", "بنسبة 71% و٧١ 710", ["71", "71"]),
        ("title:بغداد", "بغداد", []),
        ("بغداد -دمشق", "بغداد ودمشق", ["بغداد"]),
    ],
)
def test_where_the_words_stand(typed: str, text: str, found: list[str]) -> None:
    assert shown(typed, text) == found


def test_the_context_that_hits_are_sorted_by_ends_with_the_paragraph_and_leaves_clitics_out() -> None:
    key = "في عمان\nقال ان وبغداد، ثم دمشق\nوعاد"
    start = key.index("بغداد")
    assert context_keys(key, start, start + 5) == ("ان قال", "ثم دمشق")
