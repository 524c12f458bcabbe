"""What counts as one word."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.domain.text.graphemes import is_edge
from app.domain.text.tokens import NUMBER, PUNCT, WORD, Token, Words, tokens
from tests.domain.text.inventing import texts


def pieces(text: str) -> list[str]:
    return [text[token.start : token.end] for token in tokens(text)]


@pytest.mark.parametrize(
    "whole",
    [
        "30.04.2023",
        "2024/5/3",
        "2024-05-03",
        "10:30",
        "1,200",
        "٣٫٥",
        "71%",
        "71٪",
        "%71",
        "أ.ف.ب",
        "وأ.ف.ب",
        "U.S.",
        "كوفيد-19",
        "F-16",
        "1444هـ",
        "و2024/5/3",
        "AT&T",
        "don't",
        "Al-Qaeda",
        "https://example.com/a_b?c=1",
        "aa.com.tr",
        "sana@example.org",
        "@sana_1",
        "#كلنا_معا",
        "الانظمـة",
        "مُحَمَّدٌ",
        "مى\u200cخواهم",
    ],
)
def test_what_a_reader_takes_for_one_piece_is_one(whole: str) -> None:
    assert whole in pieces(f"في {whole} ثم")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("أكتوبر/ تشرين", ["أكتوبر", "/", "تشرين"]),
        ("(HAS).", ["(", "HAS", ")", "."]),
        ("(واع).", ["(", "واع", ")", "."]),
        ("(أ.ف.ب).", ["(", "أ.ف.ب", ")", "."]),
        ("«نعم»،", ["«", "نعم", "»", "،"]),
        ("د.محمد", ["د", ".", "محمد"]),
        ("2013-2014", ["2013", "-", "2014"]),
        ("علي-حسن", ["علي", "-", "حسن"]),
        ("عام 2020.", ["عام", "2020", "."]),
        ("اللازم..", ["اللازم", ".."]),
        ('بـ"كذا"', ["ب", '"', "كذا", '"']),
        ("\u202bبغداد\u202c\u200f،", ["بغداد", "،"]),
        ("زر www.a.com، ثم", ["زر", "www.a.com", "،", "ثم"]),
        ("👩\u200d👧 🇸🇦🇪🇬", ["👩\u200d👧", "🇸🇦", "🇪🇬"]),
    ],
)
def test_points_brackets_and_controls_stay_outside(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


def test_kinds_tell_words_numbers_and_points_apart() -> None:
    assert [token.kind for token in tokens("بلغ 71% و30 ½ 5G.")] == [WORD, NUMBER, WORD, NUMBER, WORD, PUNCT]


def test_a_part_of_the_text_has_positions_of_the_whole() -> None:
    assert tokens("قال نعم اليوم", 4, 7) == [Token(4, 7, WORD)]


def test_the_word_at_a_place_is_the_one_around_it_else_the_one_before_it() -> None:
    words = Words("قال نعم، و‎لا")
    assert words.at(0) == Token(0, 3, WORD)
    assert words.at(3) == Token(0, 3, WORD)
    assert words.at(4) == Token(4, 7, WORD)
    assert words.at(7) == Token(4, 7, WORD)
    assert words.at(8) is None


def test_a_bare_word_is_one_that_stands_alone_somewhere() -> None:
    words = Words("طرد قواتِ التحالف بقوات")
    assert words.bare("قوات")
    assert words.bare("بقوات")
    assert not words.bare("وات")


@given(texts)
@example('"..\u064b"')
def test_tokens_are_sorted_disjoint_and_on_grapheme_edges(text: str) -> None:
    last = 0
    for token in tokens(text):
        assert last <= token.start < token.end
        assert is_edge(text, token.start)
        assert is_edge(text, token.end)
        last = token.end


@given(texts)
def test_no_token_runs_over_a_line(text: str) -> None:
    assert not any("\n" in text[token.start : token.end] for token in tokens(text))


@given(texts)
def test_words_are_the_tokens_that_are_no_points(text: str) -> None:
    assert Words(text).all() == [token for token in tokens(text) if token.kind != PUNCT]


@given(texts, st.integers(0, 5))
def test_words_found_piece_by_piece_are_those_found_at_once(text: str, times: int) -> None:
    text = (text + " قال ") * (700 * times + 1)
    every = Words(text).all()
    words = Words(text)
    walked, token = [], words.after(-1)
    while token:
        walked.append(token)
        token = words.after(token.start)
    assert walked == every
    back, token = [], words.before(len(text) + 1)
    while token and len(back) < 50:
        back.append(token)
        token = words.before(token.start)
    assert back == every[::-1][: len(back)]
    for token in every[:: max(1, len(every) // 50)]:
        assert words.at(token.start) == token


_PLAIN_PIECES = [
    *"اوبكلفقدئء",
    "\u064e",
    "\u0651",
    "قال ",
    "لبنان ",
    *"    \n",
    "،",
    "؛ ",
    "؟",
    ":",
    "!",
    "»",
    *".-_«ـ0ﷲ\u200c\u06dd\u0600\u0301",
]


@given(st.lists(st.sampled_from(_PLAIN_PIECES), max_size=30).map("".join))
@example("قال  قال")
@example(" قال ")
def test_what_a_glance_tells_of_a_plain_word_is_what_the_patterns_tell(text: str) -> None:
    every = Words(text).all()
    for place in range(-1, len(text) + 2):
        after = next((each for each in every if each.start > place), None)
        before = next((each for each in reversed(every) if each.start < place), None)
        assert Words(text).after(place) == after
        assert Words(text).before(place) == before


def test_every_letter_of_the_reference_article_is_in_a_word(reference: str) -> None:
    covered = {place for token in tokens(reference) for place in range(token.start, token.end)}
    assert all(letter.isspace() or place in covered for place, letter in enumerate(reference))


def test_tokens_of_scraped_text_stand_on_grapheme_edges(scraped: list[str]) -> None:
    for text in scraped:
        assert all(is_edge(text, edge) for token in tokens(text) for edge in token[:2])


@pytest.mark.parametrize("whole", [False, True])
def test_a_lone_word_is_the_one_that_stands_there(whole: bool) -> None:
    text = "وب  \n\nقال (EU) 3.5 ا\u0640 هـ\u200c كتابـ ١٤٤٥هـ x\u2028y.\tz\r\nوبَغْـداد، ٣٫٥" * 3
    read = Words(text)
    for position in range(len(text) + 1):
        asked = Words(text)
        if whole:
            asked.at(0)
        assert asked.lone(position) == read.at(position)
