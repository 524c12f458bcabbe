"""Which part of a word a mark takes, and where its edges can step."""

from __future__ import annotations

import pytest
from hypothesis import given

from app.domain.span import Span
from app.domain.text.clitics import Stem, clitic_stops, never, stems
from app.domain.text.graphemes import is_edge
from app.domain.text.lexicon import EMPTY, Lexicons
from app.domain.text.tokens import Words
from tests.domain.text.inventing import texts


def read(word: str, lexicons: Lexicons = EMPTY, known: tuple[str, ...] = (), bare: tuple[str, ...] = ()) -> list[str]:
    token = Words(word).after(-1)
    assert token
    found = stems(word, token, known.__contains__, bare.__contains__, lexicons)
    return [word[stem.span.start : stem.span.end] for stem in found]


def stops(word: str, lexicons: Lexicons = EMPTY) -> list[str]:
    token = Words(word).after(-1)
    assert token
    return [f"{word[:stop]}|{word[stop:]}" for stop in clitic_stops(word, token, lexicons)]


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("وبغداد", "بغداد"),
        ("وقال", "قال"),
        ("وبالعراق", "العراق"),
        ("ولواشنطن", "واشنطن"),
        ("بإيران", "إيران"),
        ("لفيلق", "فيلق"),
        ("لقواتها", "قواتها"),
        ("كوزير", "وزير"),
        ("ووزير", "وزير"),
        ("للبنان", "لبنان"),
        ("وللبنان", "لبنان"),
        ("لـBBC", "BBC"),
        ("بـ30", "30"),
        ("وأ.ف.ب", "أ.ف.ب"),
        ("وَبَغْدَادَ", "بَغْدَادَ"),
        ("والسبت", "السبت"),
        ("فقال", "قال"),
    ],
)
def test_a_clitic_before_a_word_is_left_out(word: str, stem: str, lexicons: Lexicons) -> None:
    assert read(word, lexicons)[0] == stem
    assert word in read(word, lexicons)


@pytest.mark.parametrize(
    "word",
    """لبنان واشنطن باريس برلين فلسطين كوريا وليد وزير وكالة بغداد بيروت لندن فرنسا كندا وزارة وفد بيان كتاب لجنة فريق
    فلسطينيون لبنانية وزيرها وكالتها وحدات بلاده بعد كانت كبير ليست فيما العراق أكتوبر""".split(),  # noqa: SIM905
)
def test_a_first_letter_that_only_looks_like_a_clitic_stays(word: str, lexicons: Lexicons) -> None:
    assert read(word, lexicons)[0] == word


def test_a_known_rest_is_likelier_than_the_whole() -> None:
    assert read("بصعدة", known=("صعدة",)) == ["صعدة", "بصعدة"]
    assert read("بصعدة") == ["بصعدة", "صعدة"]


def test_a_known_whole_is_likelier_than_its_rest() -> None:
    assert read("وهران", known=("وهران", "هران")) == ["وهران", "هران"]


def test_a_word_that_stands_bare_elsewhere_is_the_stem() -> None:
    assert read("بقوات", bare=("قوات",)) == ["قوات", "بقوات"]


def test_a_future_sign_is_never_stripped(lexicons: Lexicons) -> None:
    assert read("وسيقول", lexicons)[0] == "سيقول"


@pytest.mark.parametrize(
    ("word", "start", "normalized"),
    [
        ("للسعودية", 0, "السعودية"),
        ("وللسعودية", 1, "السعودية"),
        ("للإطاحة", 0, "الإطاحة"),
        ("للجنة", 0, "اللجنة"),
        ("للأوروبيين", 0, "الأوروبيين"),
        ("لله", 0, "الله"),
        ("للـسعودية", 0, "السعودية"),
    ],
)
def test_an_article_that_lost_its_alef_is_written_back(
    word: str, start: int, normalized: str, lexicons: Lexicons
) -> None:
    token = Words(word).after(-1)
    assert token
    assert stems(word, token, never, never, lexicons)[0] == Stem(Span(start, len(word)), normalized)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("وبالعراق", ["و|بالعراق", "وب|العراق", "وبال|عراق"]),
        ("للسعودية", ["ل|لسعودية", "لل|سعودية"]),
        ("وكتابه", ["و|كتابه", "وكتاب|ه"]),
        ("سيقول", ["س|يقول"]),
        ("منهم", ["من|هم"]),
        ("به", ["ب|ه"]),
        ("المياه", ["ال|مياه"]),
        ("لبنان", []),
        ("وَبَغْدَاد", ["وَ|بَغْدَاد"]),
        ("1444هـ", ["1444|هـ"]),
    ],
)
def test_stops_lie_where_clitics_end_and_begin(word: str, expected: list[str], lexicons: Lexicons) -> None:
    assert stops(word, lexicons) == expected


def test_without_word_lists_whatever_looks_like_a_clitic_is_a_stop() -> None:
    assert stops("لبنان") == ["ل|بنان"]


@given(texts)
def test_stops_and_stems_lie_inside_their_word_on_grapheme_edges(text: str) -> None:
    for token in Words(text).all():
        found = clitic_stops(text, token)
        assert list(found) == sorted(set(found))
        assert all(token.start < stop < token.end and is_edge(text, stop) for stop in found)
        read = stems(text, token, never, never)
        assert len({stem.span for stem in read}) == len(read)
        assert any(stem.span == Span(token.start, token.end) for stem in read)
        for stem in read:
            assert token.start <= stem.span.start < stem.span.end == token.end
            assert is_edge(text, stem.span.start)


@pytest.mark.parametrize(
    ("word", "stem"),
    [("بقوات", "قوات"), ("وبغداد", "بغداد"), ("وقال", "قال"), ("للإطاحة", "للإطاحة"), ("لفيلق", "فيلق"),
     ("منوّها", "منوّها"), ("أكتوبر", "أكتوبر"), ("بقيادة", "قيادة"), ("وقوافل", "قوافل"), ("وفد", "وفد"),
     ("واع", "واع"), ("بإيران", "إيران"), ("وطهران", "طهران"), ("بهذه", "هذه"), ("وجود", "وجود")],
)  # fmt: skip
def test_the_words_of_the_reference_article_give_the_stems_an_analyst_marks(
    word: str, stem: str, reference: str, lexicons: Lexicons
) -> None:
    words = Words(reference)
    token = next(each for each in words.all() if reference[each.start : each.end] == word)
    likely = stems(reference, token, never, words.bare, lexicons)[0]
    assert reference[likely.span.start : likely.span.end] == stem


def test_stems_and_stops_of_scraped_text_stand_on_grapheme_edges(scraped: list[str], lexicons: Lexicons) -> None:
    for text in scraped[::5]:
        for token in Words(text).all():
            edges = {stem.span.start for stem in stems(text, token, never, never, lexicons)}
            assert all(is_edge(text, edge) for edge in edges.union(clitic_stops(text, token, lexicons)))
