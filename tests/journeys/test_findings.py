"""What is doubtful is found while one works, walked to, mended by one key or ignored."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox

from app.domain.annotation import ANNOTATION_END, DONE, SUGGESTED, Annotation, End
from app.domain.edit import making
from app.domain.span import Span
from app.quality.findings import ERROR, NOTE, OFF
from app.ui.severities import SeveritiesPanel
from app.ui.words import tr
from app.workbench.making import annotate, link
from tests.journeys.conftest import OpenReader, Reader

PLACES = "وصل وفد إلى بغداد. وغادر بغداد مساءً إلى دمشق، ثم عاد إلى بغداد بعد يومين."


def give(reader: Reader, kind: str, label: str, *surfaces: str, nth: int = 1, **attributes: object) -> Annotation:
    """A mark as an import could bring it: on just these words, whatever a key would have made of them."""
    fragments = tuple(reader.find(surface, nth) for surface in surfaces)
    made = annotate(reader.bench, kind, label, fragments, attributes)
    reader.bench.do(making("Import", made))
    return made


def tie(reader: Reader, role: str, source: Annotation, target: Annotation) -> None:
    reader.bench.do(making("Import", link(reader.bench, role, source, End(ANNOTATION_END, target.id), target.kind)))


def checks(reader: Reader) -> list[str]:
    return [each.check for each in reader.bench.checking.finish()]


def rows(reader: Reader) -> list[str]:
    reader.window.inspector.show_findings()
    listed = reader.window.inspector.findings
    return [listed.item(row).text() for row in range(listed.count())]


def test_findings_are_walked_forward_and_back_with_their_sentence(reader: Reader) -> None:
    first = give(reader, "entity", "GPE", "بغداد ")
    second = give(reader, "entity", "GPE", " وبيروت")
    reader.press("Home", "Ctrl+.")
    assert reader.focused() == first
    assert "1" in reader.said() and first.exact.strip() in reader.said()
    assert "Alt+Enter" in reader.said()
    reader.press("Ctrl+.")
    assert reader.focused() == second
    reader.press("Alt+.")
    assert reader.focused() == first


def test_the_walk_has_its_keys_on_the_arabic_layout(reader: Reader) -> None:
    commands = reader.window.commands
    assert "Ctrl+ز" in commands.keys(commands.actions["finding.next"])
    assert "Alt+ز" in commands.keys(commands.actions["finding.previous"])


def test_an_article_without_findings_says_so(reader: Reader) -> None:
    reader.press("Ctrl+.")
    assert reader.said()
    reader.press("Alt+Return", "Alt+Del")
    assert reader.bench.store.counts()["edits"] == 0


@pytest.mark.parametrize(
    ("marked", "label", "mended"),
    [
        ("بغداد ", "GPE", "بغداد"),
        ("وبيروت", "GPE", "بيروت"),
        ("عمّ", "GPE", "عمّان"),
        ("71", "PERCENT", "71%"),
    ],
)
def test_an_edge_is_mended_by_one_key_and_one_edit(reader: Reader, marked: str, label: str, mended: str) -> None:
    before = give(reader, "entity", label, marked)
    reader.press("Home", "Ctrl+.", "Alt+Return")
    assert reader.marks() == [(label, mended)]
    assert checks(reader) == []
    reader.press("Ctrl+Z")
    assert reader.marks() == [(label, before.exact)]


def test_fragments_that_only_a_space_parts_are_joined(reader: Reader) -> None:
    give(reader, "entity", "PERS", "سليم", "الناصر")
    assert checks(reader) == ["white-gap"]
    reader.press("Home", "Ctrl+.", "Alt+Return")
    assert [mark.exact for mark in reader.bench.marks] == ["سليم الناصر"]
    assert [len(mark.fragments) for mark in reader.bench.marks] == [1]


def test_mending_goes_on_to_the_next_finding(reader: Reader) -> None:
    give(reader, "entity", "GPE", "بغداد ")
    second = give(reader, "entity", "GPE", " وبيروت")
    reader.press("Home", "Ctrl+.", "Alt+Return")
    assert reader.focused().id == second.id
    reader.press("Alt+Return")
    assert checks(reader) == ["edge-with-proclitic"]  # the space is gone, and what begins now is the conjunction
    reader.press("Alt+Return")
    assert reader.marks() == [("GPE", "بغداد"), ("GPE", "بيروت")]


def test_a_quote_without_speaker_asks_for_it(reader: Reader) -> None:
    minister = reader.mark("P", "سليم الناصر")
    reader.go_to("مستعدة")
    reader.press("Q", "Return")
    reader.pick("S", "سليم الناصر")
    assert checks(reader) == ["quote-without-speaker"]
    reader.press("Home", "Ctrl+.", "Alt+Return")
    assert reader.bench.asking is not None
    asking = reader.bench.asking
    reader.press(asking.hints[[each.annotation for each in asking.candidates].index(minister.id)])
    assert checks(reader) == []


def test_a_cue_is_given_to_the_quote_beside_it(reader: Reader) -> None:
    give(reader, "cue", "cue", "قال")
    reader.go_to("مستعدة")
    reader.press("Q", "S", "0")
    reader.pick("U", "قال")
    reader.press("Return")
    assert sorted(checks(reader)) == ["cue-without-quote", "quote-without-cue"]
    reader.press("Home", "Ctrl+.", "Alt+Return")
    assert checks(reader) == []


def test_the_same_words_labelled_two_ways_take_the_usual_label(open_reader: OpenReader) -> None:
    reader = open_reader(PLACES)
    for nth, key in ((1, "G"), (2, "L"), (3, "G")):
        reader.mark(key, "بغداد", nth)
    assert checks(reader) == ["labelled-two-ways"]
    reader.press("Home", "Ctrl+.", "Alt+Return")
    assert reader.marks() == [("GPE", "بغداد")] * 3


def test_quotes_nested_in_a_circle_are_an_error_that_one_key_mends(reader: Reader) -> None:
    outer = give(reader, "quote", "direct", '"العاصمة مستعدة للقمة"', realization="implicit")
    inner = give(reader, "quote", "direct", "مستعدة", realization="implicit")
    tie(reader, "nested_in", inner, outer)
    tie(reader, "nested_in", outer, inner)
    found = [each for each in reader.bench.checking.finish() if each.severity == ERROR]
    assert [(each.check, each.annotation) for each in found] == [("nested-in-circle", outer.id)]
    while "circle" not in (reader.bench.checking.at or ""):
        reader.press("Ctrl+.")
    reader.press("Alt+Return")
    assert not [each for each in reader.bench.checking.finish() if each.severity == ERROR]
    assert [each.target.value for each in reader.bench.marks.links_from(inner.id)] == [outer.id]


def test_a_quote_is_nested_again_in_what_holds_it(reader: Reader) -> None:
    outer = give(reader, "quote", "direct", '"العاصمة مستعدة للقمة"', realization="implicit")
    inner = give(reader, "quote", "direct", "مستعدة", realization="implicit")
    other = give(reader, "quote", "direct", "«الجلسات تبدأ الأحد»", realization="implicit")
    tie(reader, "nested_in", inner, other)
    while "nested-elsewhere" not in (reader.bench.checking.at or ""):
        reader.press("Ctrl+.")
    reader.press("Alt+Return")
    assert [each.target.value for each in reader.bench.marks.links_from(inner.id)] == [outer.id]


def test_an_addressee_that_is_the_speaker_is_emptied(reader: Reader) -> None:
    minister = reader.mark("P", "سليم الناصر")
    reader.go_to("مستعدة")
    reader.press("Q")
    reader.choose("U", "قال")
    reader.choose("S", minister.exact)
    reader.choose("W", minister.exact)
    reader.press("Return")
    assert checks(reader) == ["addressee-is-speaker"]
    reader.press("Home", "Ctrl+.", "Alt+Return")
    quote = next(mark for mark in reader.bench.marks if mark.kind == "quote")
    assert (reader.filled(quote, "addressee"), reader.filled(quote, "speaker")) == ([], [minister.exact])


def test_suggestions_are_one_finding_and_accepted_one_by_one(reader: Reader) -> None:
    for surface in ("بغداد", "بيروت"):
        made = annotate(reader.bench, "entity", "GPE", (reader.find(surface),))
        reader.bench.do(making("Suggest", *(_suggested(made),)))
    assert checks(reader) == ["undecided"]
    reader.press("Home", "Ctrl+.", "Alt+Return")
    assert reader.focused().exact == "بيروت"
    reader.press("Alt+Return")
    assert checks(reader) == []


def _suggested(mark: Annotation) -> Annotation:
    from dataclasses import replace

    return replace(mark, state=SUGGESTED)


def test_a_finding_is_ignored_here_for_ever_and_taken_back(open_reader: OpenReader) -> None:
    reader = open_reader()
    mark = give(reader, "entity", "GPE", "وبيروت")
    edits = reader.bench.store.counts()["edits"]
    reader.press("Home", "Ctrl+.", "Alt+Del")
    assert [each.ignored for each in reader.bench.checking.finish()] == [True]
    assert reader.bench.store.counts()["edits"] == edits
    path = reader.bench.store.path
    reader.session.close()
    again = open_reader(project=path)
    assert [each.ignored for each in again.bench.checking.finish()] == [True]
    assert len(rows(again)) == 1
    again.press("Home", "Ctrl+.")
    assert again.bench.focus is None  # the walk passes it by
    again.bench.focus_on(mark)
    again.press("Alt+Del")
    assert [each.ignored for each in again.bench.checking.finish()] == [False]


def test_what_one_layer_ignores_another_does_not(reader: Reader) -> None:
    give(reader, "entity", "GPE", "وبيروت")
    reader.press("Home", "Ctrl+.", "Alt+Del")
    reader.bench.open_layer("omar")
    give(reader, "entity", "GPE", "وبيروت")
    assert [each.ignored for each in reader.bench.checking.finish()] == [False]


def test_ignored_findings_and_notes_do_not_keep_an_article_from_being_done(open_reader: OpenReader) -> None:
    reader = open_reader(PLACES, "نص آخر.")
    first = reader.bench.article
    assert first is not None
    give(reader, "entity", "GPE", "بغداد.")
    give(reader, "entity", "GPE", "دمشق،")
    reader.press("Home", "Ctrl+.", "Alt+Del", "Ctrl+.")
    reader.bench.checking.grade("doubtful-edge", NOTE)
    reader.press("Ctrl+Return")
    assert reader.bench.article != first
    assert reader.bench.store.progress(first.id, "sana").status == DONE


def test_the_list_shows_the_gravest_first_and_mends_from_there(reader: Reader) -> None:
    give(reader, "entity", "GPE", "بغداد ")
    give(reader, "entity", "GPE", "بيروت")
    give(reader, "entity", "GPE", "بيروت")
    told = rows(reader)
    assert [text[0] for text in told] == ["✕", "•"]
    heading = reader.window.inspector.found.heading.text()
    assert tr("%n errors", 1) in heading and tr("%n doubts", 1) in heading
    listed = reader.window.inspector.findings
    listed.setFocus()
    QTest.keyClick(listed, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert reader.marks() == [("GPE", "بغداد "), ("GPE", "بيروت")]
    assert listed.hasFocus() and listed.count() == 1
    QTest.keyClick(listed, Qt.Key.Key_Delete, Qt.KeyboardModifier.AltModifier)
    assert [each.ignored for each in reader.bench.checking.finish()] == [True]
    assert listed.count() == 1


def test_the_list_follows_edits_when_the_keys_rest(reader: Reader) -> None:
    give(reader, "entity", "GPE", "بغداد ")
    listed = reader.window.inspector.findings
    wait_for(lambda: listed.count() == 1)
    reader.press("Ctrl+.", "Alt+Return")
    wait_for(lambda: listed.count() == 0)


def wait_for(true: Callable[[], bool]) -> None:
    for _ in range(300):
        if true():
            return
        QTest.qWait(20)
    raise AssertionError("it never came true")


def test_words_that_the_project_labels_otherwise_are_found_on_demand(open_reader: OpenReader) -> None:
    reader = open_reader(PLACES, "زار بغداد وفد.", "وصل إلى بغداد وفد.")
    for key in ("G", "G", "L"):
        reader.mark(key, "بغداد")
        reader.press("Ctrl+PgDown")
    assert checks(reader) == []
    reader.window.commands.run("finding.compare")
    listed = reader.window.inspector.findings
    wait_for(lambda: listed.count() == 1)
    assert checks(reader) == ["labelled-otherwise"]
    reader.press("Home", "Ctrl+.", "Alt+Return")
    assert reader.marks() == [("GPE", "بغداد")]


def test_a_claim_without_a_sentence_leads_to_where_it_is_written(reader: Reader) -> None:
    claim = give(reader, "claim", "claim", "الوفود تصل تباعاً")
    while "sentence" not in (reader.bench.checking.at or ""):
        reader.press("Ctrl+.")
    assert reader.focused() == claim
    reader.press("Alt+Return")
    assert not reader.window.view.hasFocus()


def open_severities(reader: Reader) -> SeveritiesPanel:
    reader.press("Ctrl+K")
    for letter in "counts as":
        QTest.keyClick(QApplication.focusWidget(), letter)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    return next(each for each in reader.window.findChildren(SeveritiesPanel) if each.isVisible())


def test_severities_are_the_projects_own(open_reader: OpenReader) -> None:
    reader = open_reader()
    give(reader, "entity", "GPE", "بغداد ")
    panel = open_severities(reader)
    assert isinstance(QApplication.focusWidget(), QComboBox)
    box = panel.boxes["doubtful-edge"]
    box.setCurrentIndex(box.findData(ERROR))
    assert [each.severity for each in reader.bench.checking.finish()] == [ERROR]
    box.setCurrentIndex(box.findData(OFF))
    assert checks(reader) == []
    path = reader.bench.store.path
    reader.session.close()
    assert checks(open_reader(project=path)) == []


def test_the_rows_of_the_severities_are_walked_by_tab_and_left_by_escape(reader: Reader) -> None:
    panel = open_severities(reader)
    boxes = list(panel.boxes.values())
    for _ in range(len(boxes) - 1):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert boxes[-1].hasFocus()
    assert panel.rect().contains(boxes[-1].mapTo(panel, boxes[-1].rect().center()))
    QTest.keyClick(boxes[-1], Qt.Key.Key_Escape)
    assert reader.window.view.hasFocus()


def test_a_speaker_that_goes_leaves_a_finding_and_undo_takes_it_away(reader: Reader) -> None:
    minister = reader.mark("P", "سليم الناصر")
    reader.go_to("مستعدة")
    reader.press("Q")
    reader.choose("U", "قال")
    reader.choose("S", minister.exact)
    reader.press("Return")
    assert checks(reader) == []
    reader.bench.focus_on(reader.bench.marks.get(minister.id) or minister)
    reader.press("Del")
    assert checks(reader) == ["speaker-missing"]
    reader.press("Ctrl+Z")
    assert checks(reader) == []


def test_a_selection_keeps_what_was_meant(reader: Reader) -> None:
    """A clitic that is parted from its word is no cut."""
    reader.bench.do(making("Import", annotate(reader.bench, "entity", "GPE", (Span(*_of(reader, "للسعودية")),))))
    assert checks(reader) == []


def _of(reader: Reader, surface: str) -> tuple[int, int]:
    span = reader.find(surface)
    return span.start, span.end
