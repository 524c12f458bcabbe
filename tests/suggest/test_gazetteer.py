"""The gazetteer knows names, and words that merely look like clitic and name it does not."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from itertools import chain
from pathlib import Path

import pytest

from app.domain.text.folding import fold_key
from app.suggest import gazetteer as gazetteer_module
from app.suggest.gazetteer import Gazetteer, GazetteerError

ROOT = Path(__file__).parents[2]
LISTS = {
    f"lexicons/{name}.toml": (ROOT / f"resources/lexicons/{name}.toml").read_text(encoding="utf-8")
    for name in ("places", "names")
}


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.read(LISTS)


def knows(gazetteer: Gazetteer, name: str) -> bool:
    return gazetteer.knows(fold_key(name))


@pytest.mark.parametrize(
    "name",
    [
        *("لبنان", "الأردن", "عمّان", "بغداد", "واشنطن", "باريس", "فلسطين", "كوريا", "السعودية", "الشونة الجنوبية"),
        *("وادي الأردن", "دجلة", "البحر الأحمر", "الشرق الأوسط", "برازافيل", "الكونغو", "ميانمار"),
        *("ليلى", "وليد", "سامر", "العواد", "عبد الله", "عبدالله", "مصطفى"),
        *("الأمم المتحدة", "رويترز", "اليونسكو", "جامعة القاهرة"),
        *("العربية", "الفرنسية", "دولار أمريكي", "دينار أردني", "دولار", "الليرة"),
        *("أكتوبر", "تشرين الأول", "نيسان", "جويلية", "غشت", "الثلاثاء"),
    ],
)
def test_it_knows_names(gazetteer, name):
    assert knows(gazetteer, name)
    assert fold_key(name) in gazetteer


def test_spellings_that_fold_together_are_one_name(gazetteer):
    assert knows(gazetteer, "عـمّان")
    assert knows(gazetteer, "الاردن")
    assert knows(gazetteer, "مصطفي")


@pytest.mark.parametrize(
    "word",
    [
        *("كبير", "كبرى", "بين", "باب", "كتاب", "بيان", "وزير", "فريق", "لجنة", "كامل", "لدينا", "بليون", "كامنة"),
        *("قال", "وقال", "فيما", "بعد", "ليس", "وكان", "كما", "لأن", "بلد", "فوز", "وفد", "سكان", "بحث"),
    ],
)
def test_no_ordinary_word_is_a_clitic_before_a_name(gazetteer, word):
    key = fold_key(word)
    assert not gazetteer.knows(key)
    for proclitic in "وفبكل":
        assert not (key.startswith(proclitic) and gazetteer.knows(key[1:])), key[1:]


@pytest.mark.parametrize("word", ["جزر", "جمهورية", "المتحدة", "الشمالية", "جنوب", "منطقة", "العالم", "سان"])
def test_ordinary_words_in_the_names_of_places_are_no_names(gazetteer, word):
    assert not knows(gazetteer, word)


def test_names_with_a_proclitic_are_not_known_as_they_stand(gazetteer):
    for word in ("وبغداد", "بعمّان", "للسعودية", "وبربودا", "وتوباغو"):
        assert not knows(gazetteer, word)


def test_several_hundred_names_are_our_own():
    tables = [tomllib.loads(text) for text in LISTS.values()]
    assert sum(len(names) for table in tables for names in table.values()) > 1500


def test_no_name_stands_twice_in_a_file():
    for file, text in LISTS.items():
        names = list(chain.from_iterable(each for head, each in tomllib.loads(text).items() if head != "ordinary"))
        keys = [fold_key(name) for name in names]
        assert [name for name, key in zip(names, keys, strict=True) if keys.count(key) > 1] == [], file


def test_names_are_written_as_they_stand_in_the_news():
    for text in LISTS.values():
        for name in chain.from_iterable(tomllib.loads(text).values()):
            assert name == " ".join(name.split())
            assert fold_key(name) != ""


def test_it_works_with_the_names_of_cldr_alone():
    assert knows(Gazetteer.read({}), "لبنان")
    assert not knows(Gazetteer.read({}), "الشونة الجنوبية")


def test_other_lists_are_left_alone():
    assert not knows(Gazetteer.read({"verbs": 'verbs = ["استنكر"]'}), "استنكر")


def test_a_broken_list_is_named_at_the_first_question():
    gazetteer = Gazetteer.read({"places.toml": "lands = ["})
    with pytest.raises(GazetteerError, match="places"):
        gazetteer.knows("x")


def test_nothing_is_built_before_the_first_question():
    source = (
        "import sys; from app.suggest.gazetteer import Gazetteer; gazetteer = Gazetteer.read({'places': 'lands = ['}); "
        "assert 'babel' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", source], cwd=ROOT, check=True)


def test_names_of_cldr_are_kept_and_read_anew_when_babel_has_others(monkeypatch):
    def read_too_often():
        raise AssertionError("Babel is asked though nothing has changed")

    before = Gazetteer({})._keys
    with monkeypatch.context() as kept:
        kept.setattr(gazetteer_module, "_read_cldr", read_too_often)
        assert Gazetteer({})._keys == before
    monkeypatch.setattr(gazetteer_module, "_cldr_sign", lambda: "of a later Babel")
    of_later = {"territories": {"SY": "بلاد الشام"}, "languages": {}, "currency_names": {}, "months": [], "days": []}
    monkeypatch.setattr(gazetteer_module, "_read_cldr", lambda: of_later)
    assert Gazetteer({}).knows("بلاد الشام")
    assert not Gazetteer({}).knows("فرنسا")


def test_what_says_which_names_babel_has_follows_its_files():
    sign = gazetteer_module._cldr_sign().split()
    assert len(sign) == len(gazetteer_module._MONTH_LOCALES) + 1
    assert len(set(sign)) == len(sign)
