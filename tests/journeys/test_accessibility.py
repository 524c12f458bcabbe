"""The window for those who hear it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible

from app import resources
from app.domain.annotation import SUGGESTED
from app.domain.edit import making
from app.store import Store
from app.ui import settings
from app.workbench.making import annotate
from tests.journeys.conftest import TEXT, OpenReader, Reader
from tests.journeys.hearing import PARTS, Role, Text, of_the_other_language, spoken, unnamed, walk, with_everything


@pytest.fixture(autouse=True)
def heard() -> Iterator[None]:
    """As if a screen reader were running."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("part", PARTS)
def test_all_that_can_be_used_has_a_name_in_the_language_of_the_interface(
    open_reader: OpenReader, language: str, part: str
) -> None:
    settings.write("language", language)
    reader = open_reader()
    with_everything(reader)
    root = PARTS[part](reader)
    assert len(walk(root)) > 3
    assert unnamed(root) == []
    assert of_the_other_language(root, language == "ar", TEXT) == []
    if root is not reader.window:
        root.close()


def test_every_pane_has_a_name(reader: Reader) -> None:
    window = reader.window
    panes = (window.menuBar(), window.queue, window.view, window.strip, window.inspector, window.status)
    names = [QAccessible.queryAccessibleInterface(pane).text(Text.Name) for pane in panes]
    assert all(names)
    assert len(set(names)) == len(names)


def test_parts_have_the_roles_that_they_play(reader: Reader) -> None:
    with_everything(reader)
    window = reader.window
    roles = {
        window.view: Role.EditableText,
        window.queue.list: Role.List,
        window.queue.search: Role.EditableText,
        window.inspector.findings: Role.List,
        window.inspector.pages["quote"].slots[0]: Role.Button,
        window.status.bar: Role.ProgressBar,
        window.status.button: Role.Button,
    }
    assert {each: QAccessible.queryAccessibleInterface(each).role() for each in roles} == roles
    article = QAccessible.queryAccessibleInterface(window.view)
    assert article.state().readOnly
    assert article.textInterface().characterCount() == len(TEXT)


# what is announced


def test_a_mark_that_gets_the_focus_is_announced(reader: Reader) -> None:
    reader.mark("G", "بغداد")
    reader.press("Shift+F2", "Home", "Esc")
    said = spoken(reader)
    reader.press("Tab")
    assert said == ["كيان · كيان سياسي: \u2068بغداد\u2069"]
    described = QAccessible.queryAccessibleInterface(reader.window.view).text(Text.Description)
    assert described == "كيان · كيان سياسي: بغداد"


def test_a_mark_is_announced_once_a_key(reader: Reader) -> None:
    said = spoken(reader)
    reader.go_to("بغداد")
    assert said == []
    reader.press("G")
    assert len(said) == 1


def test_nesting_and_state_are_announced(open_reader: OpenReader) -> None:
    settings.write("language", "en")
    reader = open_reader()
    reader.mark("J", "وزير البيئة الأردني")
    bench = reader.bench
    inner = annotate(bench, "entity", "NORP", (reader.find("الأردني"),))
    from dataclasses import replace

    bench.do(making("", replace(inner, state=SUGGESTED)))
    reader.press("Shift+F2", "Home", "Esc")
    said = spoken(reader)
    reader.press("Tab", "Enter", "Tab")
    assert said[0] == "Entity · Group or nationality: \u2068الأردني\u2069; suggested; inside 1 mark"
    assert "Entity · Occupation: \u2068وزير البيئة الأردني\u2069; around 1 mark" in said


def test_a_quote_is_announced_with_its_slots(reader: Reader) -> None:
    reader.mark("P", "سليم الناصر")
    reader.go_to("مستعدة")
    reader.press("Q", "S", "0")
    said = spoken(reader)
    reader.choose("S", "سليم الناصر")
    assert "من يقوله؟" in said[0] or "؟" in said[0]
    assert "المتحدث: \u2068سليم الناصر\u2069" in said[-1]


def test_what_is_asked_is_announced_with_the_number_of_hints(open_reader: OpenReader) -> None:
    settings.write("language", "en")
    reader = open_reader()
    reader.mark("P", "سليم الناصر")
    reader.go_to("مستعدة")
    reader.press("Q")
    said = spoken(reader)
    reader.press("S")
    assert reader.bench.asking is not None
    count = len(reader.bench.asking.candidates)
    assert said[-1].startswith("Who says it?")
    assert f"{count} hint" in said[-1]


def test_what_the_status_line_says_is_announced(reader: Reader) -> None:
    said = spoken(reader)
    reader.press("Tab")
    assert said == [reader.said()]
    assert said[0]


def test_without_an_article_the_view_says_what_to_do(open_reader: OpenReader, tmp_path: Path) -> None:
    path = tmp_path / "empty.tawsim"
    Store.create(path, resources.codebook()).close()
    reader = open_reader(project=path)
    described = QAccessible.queryAccessibleInterface(reader.window.view).text(Text.Description)
    assert "Ctrl+I" in described
    assert unnamed(reader.window) == []
