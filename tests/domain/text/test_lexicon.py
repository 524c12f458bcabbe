"""Word lists, and the reporting expressions that they make out."""

from __future__ import annotations

import pytest

from app.domain.text.lexicon import EMPTY, Lexicons, read_lexicons, reporting_match
from app.domain.text.tokens import Words
from app.domain.text.wordlists import LexiconError


def report(text: str, word: str, lexicons: Lexicons) -> tuple[str, str] | None:
    token = Words(text).at(text.index(word))
    assert token
    found = reporting_match(text, token, lexicons)
    return (text[found.span.start : found.span.end], found.strength) if found else None


@pytest.mark.parametrize(
    ("word", "span", "strength"),
    [
        ("قال", "قال", "neutral"),
        ("وقالت", "قالت", "neutral"),
        ("فقالوا", "قالوا", "neutral"),
        ("وسيقول", "سيقول", "neutral"),
        ("وأَضافَ", "أَضافَ", "neutral"),
        ("ودعت", "دعت", "neutral"),
        ("وصفت", "وصفت", "neutral"),
        ("ووصفها", "وصفها", "neutral"),
        ("واتهمت", "اتهمت", "assertive"),
        ("ولفت", "لفت", "assertive"),
        ("تعتبر", "تعتبر", "assertive"),
        ("رأت", "رأت", "assertive"),
        ("رأى", "رأى", "assertive"),
        ("يؤكدون", "يؤكدون", "assertive"),
        ("زعم", "زعم", "doubting"),
        ("ادعى", "ادعى", "doubting"),
        ("نفى", "نفى", "denying"),
        ("ونفت", "نفت", "denying"),
        ("منوّها", "منوّها", "assertive"),
        ("متهما", "متهما", "assertive"),
        ("قائلا", "قائلا", "neutral"),
        ("دعوته", "دعوته", "neutral"),
        ("وبحسب", "بحسب", "neutral"),
        ("وفق", "وفق", "neutral"),
        ("وفقاً", "وفقاً", "neutral"),
        ("نقلا", "نقلا", "neutral"),
        ("وطالب", "طالب", "neutral"),
    ],
)
def test_reporting_forms_are_recognised_without_their_conjunction(
    word: str, span: str, strength: str, lexicons: Lexicons
) -> None:
    assert report(f"ثم {word} الرئيس", word, lexicons) == (span, strength)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("في رأي الرئيس", "رأي"),
        ("طالب جامعي", "طالب"),
        ("هو فحسب رجل", "فحسب"),
        ("إجراءات أمنية مشددة حول", "مشددة"),
        ("عاد مجددا إلى البيت", "مجددا"),
        ("دعوة إلى الحوار", "دعوة"),
        ("بغداد", "بغداد"),
        ("بين طهران وبغداد", "بين"),
    ],
)
def test_look_alikes_report_nothing(text: str, word: str, lexicons: Lexicons) -> None:
    assert report(text, word, lexicons) is None


def test_forms_in_doubt_count_where_their_company_speaks_for_them(lexicons: Lexicons) -> None:
    assert report("السبت، مضيفة أن الأمر", "مضيفة", lexicons) == ("مضيفة", "neutral")
    assert report("ثم عادت مؤكدة أن الأمر", "مؤكدة", lexicons) == ("مؤكدة", "assertive")
    assert report("، مجدداً دعوته للحوار", "مجدداً", lexicons) == ("مجدداً", "assertive")


def test_without_lists_nothing_reports() -> None:
    assert report("قال نعم", "قال", EMPTY) is None


def test_lists_are_known_by_the_names_of_their_files_and_others_left_alone() -> None:
    texts = {
        "lexicons/function_words.toml": 'with_pronouns = "من"\n[words]\na = "في إلى"\n',
        "abbreviations": 'a = ["د", "أ.د"]',
        "false_proclitics.toml": '[names]\n"ل" = "لبنان"\n[words]\n"ل" = "لجنة"\n',
        "verbs": 'a = "أجرى/يجري"',
        "something_else.toml": 'a = "ب"',
    }
    found = read_lexicons(texts)
    assert found.is_function("في")
    assert found.is_function("منه")
    assert found.is_function("إلى")
    assert not found.is_function("إلي")
    assert found.abbreviations == {"د", "ا.د"}
    assert found.names == {"لبنان"}
    assert found.false_proclitics == {"لبنان", "لجنة"}
    assert found.is_verb("وستجري")
    assert found.is_verb("أجرت")


def test_a_list_that_is_no_toml_is_named_in_the_refusal() -> None:
    with pytest.raises(LexiconError, match="abbreviations"):
        read_lexicons({"abbreviations.toml": "a = "})


def test_a_reporting_verb_of_the_wrong_form_is_refused() -> None:
    with pytest.raises(LexiconError, match="wrong form"):
        read_lexicons({"reporting.toml": '[neutral]\nverbs = ["قال"]'})


def test_the_shipped_lists_are_generous_and_keep_to_their_letters(lexicons: Lexicons) -> None:
    assert len(lexicons.false_proclitics) > 1500
    assert {key[0] for key in lexicons.false_proclitics} == set("وفبكل")
    assert lexicons.names <= lexicons.false_proclitics
    assert len(lexicons.bare_words) > 800
    assert set(lexicons.reporting.values()) == {"neutral", "assertive", "doubting", "denying"}
    assert set(lexicons.conditions) <= set(lexicons.reporting)


@pytest.mark.parametrize("ending", ["", "ي", "ية", "يون", "يين"])
def test_endings_of_a_listed_name_are_known(ending: str, lexicons: Lexicons) -> None:
    assert lexicons.is_name("لبنان" + ending)


def test_the_reference_article_reports_as_it_is_read(reference: str, lexicons: Lexicons) -> None:
    matches = (reporting_match(reference, token, lexicons) for token in Words(reference).all())
    found = [reference[each.span.start : each.span.end] for each in matches if each]
    assert found.count("قال") == 5
    assert {"أدلى", "دعا", "تعتبر", "منوّها", "لفت", "وفق", "دعت", "اتهمت", "دعوته", "مجدداً"} <= set(found)
    assert len(found) <= 20


def test_a_verbal_noun_is_written_as_it_is_looked_up_and_found_before_its_pronoun() -> None:
    found = read_lexicons({"reporting.toml": '[neutral]\nverbs = [{ noun = "إضافة" }, { noun = "تصريحات" }]\n'})
    assert report("وفي إضافته أن الأمر", "إضافته", found) == ("إضافته", "neutral")
    assert report("وفي تصريحاته أن الأمر", "تصريحاته", found) == ("تصريحاته", "neutral")
    assert report("إضافة إلى الأمر", "إضافة", found) is None
