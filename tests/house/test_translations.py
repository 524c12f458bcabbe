"""The interface is complete in Arabic and English: every marked text is translated, with its places and numbers."""

from __future__ import annotations

import ast
import importlib.util
import re
import string
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app import resources

ROOT = Path(__file__).parents[2]
APP = ROOT / "app"
LANGUAGES = ("ar", "en")
ARABIC = re.compile("[\u0621-\u064a]")


def _tool():
    """packaging/translations.py is a script, not a module of the program."""
    spec = importlib.util.spec_from_file_location("tawsim_translations", ROOT / "packaging" / "translations.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


translations = _tool()


@pytest.fixture(scope="module")
def texts() -> list[str]:
    return translations.marked_texts(APP)


@pytest.fixture(scope="module", params=LANGUAGES)
def file(request) -> tuple[str, dict]:
    return request.param, translations.read(translations.FOLDER / f"tawsim_{request.param}.ts")


@pytest.fixture(scope="module")
def arabic() -> dict:
    return translations.read(translations.FOLDER / "tawsim_ar.ts")


def test_every_marked_text_is_in_the_file_and_nothing_else(texts, file):
    language, messages = file
    expected = set(translations.wanted(language, texts))
    assert expected - set(messages) == set(), "run packaging/translations.py and translate what it names"
    assert set(messages) - expected == set(), "run packaging/translations.py: these texts are gone"


def test_nothing_is_unfinished(file):
    language, messages = file
    marked = (translations.FOLDER / f"tawsim_{language}.ts").read_text(encoding="utf-8")
    assert [message.source for message in messages.values() if not message.finished] == []
    assert 'type="unfinished"' not in marked


def test_bringing_the_files_up_to_date_changes_nothing(texts, tmp_path, monkeypatch):
    for language in LANGUAGES:
        name = f"tawsim_{language}.ts"
        before = (translations.FOLDER / name).read_text(encoding="utf-8")
        (tmp_path / name).write_text(before, encoding="utf-8")
        with monkeypatch.context() as elsewhere:
            elsewhere.setattr(translations, "FOLDER", tmp_path)
            translations.update(language, texts)
        assert (tmp_path / name).read_text(encoding="utf-8") == before


def test_a_translation_keeps_the_places_that_values_fill(file):
    for message in file[1].values():
        for form in message.forms:
            assert set(places(form)) <= set(places(message.source)), message.source
            if not message.counts:  # the forms for one and two often say the number as a word
                assert places(form) == places(message.source), message.source


def places(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)


def test_a_counted_text_has_a_form_for_every_grammatical_number(file):
    language, messages = file
    for message in messages.values():
        assert len(message.forms) == (translations.FORMS[language] if message.counts else 1), message.source
        if message.counts:
            assert "%n" in message.forms[-1], message.source


def test_arabic_is_in_arabic(arabic):
    for message in arabic.values():
        words = re.sub(r"\{\w*\}|%n", "", message.source)
        if re.search("[A-Za-z]{2}", words):
            assert all(ARABIC.search(form) for form in message.forms), message.source


def test_lupdate_finds_each_text_that_python_finds(texts):
    """Two readers of the source agree, so no text is lost to a way of writing that lupdate does not follow."""
    assert {text for _, text in literals() if text} ^ set(texts) == set()


def test_what_is_marked_is_one_whole_literal():
    """An f-string, a sum or a choice inside the brackets would never be found in the catalogue."""
    assert [place for place, text in literals() if text is None] == []


def literals() -> Iterator[tuple[str, str | None]]:
    """Each marked text with its place; None for a marked thing that is made of pieces. Plain names are let through."""
    for file in sorted(APP.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args or not isinstance(node.func, ast.Name):
                continue
            first = node.args[0]
            place = f"{file.relative_to(ROOT)}:{node.lineno}"
            if node.func.id in ("tr", "N_"):
                if isinstance(first, ast.Constant):
                    yield place, first.value
                elif node.func.id == "N_" or isinstance(first, (ast.JoinedStr, ast.BinOp, ast.IfExp)):
                    yield place, None


def test_every_action_has_an_arabic_title(arabic):
    from app.workbench.actions import framing, marking, moving, project, table  # noqa: F401 - they fill the table
    from app.workbench.actions.marking import mark

    for act in table(resources.codebook(), mark).values():
        title = act.words.ar if act.words else "".join(arabic[act.title].forms)
        assert ARABIC.search(title), act.id
        assert ARABIC.search("".join(arabic[act.menu.value].forms)), act.menu


def test_every_name_in_the_codebook_is_in_both_languages():
    codebook = resources.codebook()
    named = [codebook.title]
    for kind in codebook.kinds:
        named += [kind.name, *(slot.name for slot in kind.slots)]
        for label in kind.labels:
            named += [label.name, label.definition]
        for attribute in kind.attributes:
            named += [attribute.name, *(choice.name for choice in attribute.choices)]
    for zone in codebook.zones:
        named += [zone.name, zone.definition]
    for words in named:
        assert ARABIC.search(words.ar), words
        assert re.search("[A-Za-z]", words.en), words


SPEAK = """
import sys
from PySide6.QtCore import QCoreApplication, QTranslator
app = QCoreApplication([])
translator = QTranslator()
assert translator.load(sys.argv[1]) and app.installTranslator(translator)
print(QCoreApplication.translate("", "Undo"))
"""


def test_a_compiled_translation_speaks_arabic(arabic):
    compiled = resources.compiled_translation("ar")
    done = subprocess.run([sys.executable, "-c", SPEAK, compiled], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == arabic["Undo"].forms[0], done.stderr
