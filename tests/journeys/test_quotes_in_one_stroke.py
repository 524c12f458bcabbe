"""Q proposes a whole quote with its cue and speaker; Enter takes it, Delete refuses it, S, U and W mend it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app import resources
from app.domain.annotation import ACCEPTED, ENTRY_END, REJECTED, SUGGESTED, Annotation
from app.store import Store
from app.workbench.intake import import_files
from app.workbench.outgo import export_jsonl
from tests.journeys.conftest import OpenReader, Reader


def quotes(reader: Reader) -> list[Annotation]:
    return [mark for mark in reader.bench.marks if mark.kind == "quote" and mark.state != REJECTED]


def told(reader: Reader, quote: Annotation | None = None) -> tuple[str, str, list[str], list[str], object]:
    """Type, words, cue, speaker and realization of a quote, by itself the only one."""
    mark = quote or reader.quote()
    cue, speaker = reader.filled(mark, "cue"), reader.filled(mark, "speaker")
    return (mark.label, mark.shown, cue, speaker, mark.attributes["realization"])


def states(reader: Reader) -> set[str]:
    return {mark.state for mark in reader.bench.marks}


def exported(reader: Reader, path: Path) -> dict[str, list[dict[str, object]]]:
    export_jsonl(reader.bench.store, path)
    found: dict[str, list[dict[str, object]]] = json.loads(path.read_text(encoding="utf-8"))
    return found


def test_an_ordinary_quote_takes_two_keys(reader: Reader) -> None:
    reader.go_to("مستعدة")
    before = reader.presses
    reader.press("Q", "Return")
    assert reader.presses - before == 2
    assert told(reader) == ("direct", '"العاصمة مستعدة للقمة"', ["قال"], ["سليم الناصر"], "named")
    assert reader.quote().attributes["medium"] == "speech"
    assert states(reader) == {ACCEPTED}
    assert reader.marks() == [("PERS", "سليم الناصر")]
    (cue,) = [mark for mark in reader.bench.marks if mark.kind == "cue"]
    assert cue.attributes["strength"] == "neutral"


def test_what_is_written_is_proposed_as_written(reader: Reader) -> None:
    reader.go_to("الجلسات")
    reader.press("Q", "Return")
    assert told(reader) == ("direct", "«الجلسات تبدأ الأحد»", ["قالت"], ["لجنة التنظيم"], "named")
    assert reader.quote().attributes["medium"] == "writing"


def test_nothing_is_taken_before_enter(reader: Reader, tmp_path: Path) -> None:
    reader.go_to("مستعدة")
    reader.press("Q")
    assert states(reader) == {SUGGESTED}
    assert reader.focused().kind == "quote"
    assert "٣ اقتراحات" in reader.window.status.counts.text() or "3 اقتراحات" in reader.window.status.counts.text()
    line = exported(reader, tmp_path / "before.jsonl")
    assert [line[kind] for kind in ("entities", "cues", "quotes", "claims")] == [[], [], [], []]
    reader.press("Return")
    assert "اقتراح" not in reader.window.status.counts.text()
    line = exported(reader, tmp_path / "after.jsonl")
    assert [len(line[kind]) for kind in ("entities", "cues", "quotes")] == [1, 1, 1]


def test_marks_that_are_there_fill_the_slots(reader: Reader) -> None:
    minister = reader.mark("P", "سليم الناصر")
    reader.go_to("مستعدة")
    reader.press("Q", "Return")
    assert reader.marks() == [("PERS", "سليم الناصر")]
    (tie,) = reader.bench.marks.links_from(reader.quote().id, "speaker")
    assert tie.target.value == minister.id
    assert reader.bench.marks.get(minister.id) == minister, "what was accepted is not touched"


def test_who_goes_on_speaking_is_linked_by_his_entry(reader: Reader) -> None:
    reader.mark("P", "سليم الناصر")
    reader.press("E")
    stroke = QKeySequence("+")[0]  # type: ignore[index]
    QTest.keyClick(QApplication.focusWidget(), stroke.key(), stroke.keyboardModifiers())
    QApplication.processEvents()
    (entry,) = reader.bench.store.register()
    reader.go_to("مستعدة")
    reader.press("Q", "Return")
    reader.go_to("الوفود")
    reader.press("Q", "Return")
    quote = quotes(reader)[-1]
    assert told(reader, quote) == ("indirect", "الوفود تصل تباعاً", ["مضيفاً"], [], "implicit")
    (tie,) = reader.bench.marks.links_from(quote.id, "speaker")
    assert (tie.target.kind, tie.target.value) == (ENTRY_END, entry.id)


def test_who_goes_on_speaking_without_an_entry_is_nobody_in_words(reader: Reader) -> None:
    reader.go_to("مستعدة")
    reader.press("Q", "Return")
    reader.go_to("الوفود")
    reader.press("Q", "Return")
    assert told(reader, quotes(reader)[-1]) == ("indirect", "الوفود تصل تباعاً", ["مضيفاً"], [], "implicit")


SHAPES = {
    "mixed: the whole content, not only what stands in marks": (
        'قال المدير إن أمام المصنع "مهمة شاقة" هذا الموسم.',
        "شاقة",
        ("mixed", 'أمام المصنع "مهمة شاقة" هذا الموسم', ["قال"], ["المدير"], "nominal"),
    ),
    "interrupted: one quote in two fragments": (
        '"الجسر جاهز تماماً"، يقول رامي شاكر، "وسيفتح قبل العيد".',
        "سيفتح",
        ("direct", '"الجسر جاهز تماماً" … "وسيفتح قبل العيد"', ["يقول"], ["رامي شاكر"], "named"),
    ),
    "several paragraphs: a fragment for each": (
        'وقال رامي شاكر: "الجسر جاهز.\n"وسيفتح قبل العيد.\n"وهذا وعد مني".',
        "جاهز",
        ("direct", '"الجسر جاهز. … "وسيفتح قبل العيد. … "وهذا وعد مني"', ["قال"], ["رامي شاكر"], "named"),
    ),
    "several paragraphs, from the last one": (
        'وقال رامي شاكر: "الجسر جاهز.\n"وسيفتح قبل العيد.\n"وهذا وعد مني".',
        "وعد",
        ("direct", '"الجسر جاهز. … "وسيفتح قبل العيد. … "وهذا وعد مني"', ["قال"], ["رامي شاكر"], "named"),
    ),
    "a headline": (
        "رامي شاكر: الجسر سيفتح قبل العيد",
        "سيفتح",
        ("direct", "الجسر سيفتح قبل العيد", [], ["رامي شاكر"], "named"),
    ),
    "a clause behind أن": (
        "وأكدت الوزيرة سلوى المهيري، الأحد، أن الميزانية جاهزة.",
        "جاهزة",
        ("indirect", "الميزانية جاهزة", ["أكدت"], ["سلوى المهيري"], "named"),
    ),
    "the words first and the verb behind": (
        '"لن نرفع الأسعار هذا العام"، تقول سلوى المهيري.',
        "الأسعار",
        ("direct", '"لن نرفع الأسعار هذا العام"', ["تقول"], ["سلوى المهيري"], "named"),
    ),
    "from the reporting verb itself": (
        "وأكدت الوزيرة سلوى المهيري، الأحد، أن الميزانية جاهزة.",
        "وأكدت",
        ("indirect", "الميزانية جاهزة", ["أكدت"], ["سلوى المهيري"], "named"),
    ),
    "a source that is kept unnamed": (
        "وقال مصدر مسؤول، طلب عدم ذكر اسمه، إن القرار وشيك.",
        "وشيك",
        ("indirect", "القرار وشيك", ["قال"], ["مصدر مسؤول"], "anonymous"),
    ),
    "a frame": (
        "وارتفعت الأسعار بنسبة 12%، بحسب وزارة التجارة.",
        "الأسعار",
        ("indirect", "ارتفعت الأسعار بنسبة 12%", ["بحسب"], ["وزارة التجارة"], "named"),
    ),
}


@pytest.mark.parametrize("name", SHAPES)
def test_a_shape_of_reporting_is_taken_with_two_keys(open_reader: OpenReader, name: str) -> None:
    text, inside, expected = SHAPES[name]
    reader = open_reader(text)
    reader.go_to(inside)
    reader.press("Q", "Return")
    assert told(reader) == expected
    assert states(reader) == {ACCEPTED}


@pytest.mark.parametrize("place", ["قمة", "محطته"])
def test_where_nobody_speaks_it_says_so(reader: Reader, place: str) -> None:
    reader.go_to(place)
    reader.press("Q")
    assert list(reader.bench.marks) == []
    assert "Space" in reader.said()


def test_a_selection_stays_what_is_said(reader: Reader) -> None:
    reader.go_to("مستعدة")
    reader.press("Shift+Left", "Shift+Left", "Q", "Return")
    label, words, cue, speaker, _ = told(reader)
    assert (label, words, cue, speaker) == ("indirect", "مستعدة للقمة", ["قال"], ["سليم الناصر"])


def test_q_twice_makes_one(reader: Reader) -> None:
    reader.go_to("مستعدة")
    reader.press("Q", "Q")
    first = reader.quote()
    reader.press("Return", "Q")
    assert reader.quote().id == first.id
    assert reader.focused().id == first.id
    assert len(list(reader.bench.marks)) == 3


def test_q_on_a_quote_whose_edge_was_moved_makes_no_second_one(reader: Reader) -> None:
    reader.go_to("مستعدة")
    reader.press("Q", "[", "Return")
    moved = reader.quote()
    reader.go_to("مستعدة")
    reader.press("Q")
    assert reader.quote() == moved


def test_undo_takes_the_whole_frame_back_and_redo_brings_it(reader: Reader) -> None:
    reader.go_to("مستعدة")
    reader.press("Q")
    suggested = list(reader.bench.marks)
    reader.press("Return")
    taken = list(reader.bench.marks)
    reader.press("Ctrl+Z")
    assert [mark.state for mark in reader.bench.marks] == [SUGGESTED] * 3
    reader.press("Ctrl+Z")
    assert list(reader.bench.marks) == []
    assert list(reader.bench.marks.links()) == []
    reader.press("Ctrl+Y")
    assert list(reader.bench.marks) == suggested
    assert told(reader)[2:4] == (["قال"], ["سليم الناصر"])
    reader.press("Ctrl+Y")
    assert list(reader.bench.marks) == taken


def test_what_is_refused_stays_refused_and_q_proposes_anew(reader: Reader) -> None:
    reader.go_to("مستعدة")
    reader.press("Q", "Del")
    assert [mark.state for mark in reader.bench.marks] == [REJECTED] * 3
    refused = set(reader.bench.marks)
    reader.press("Q", "Return")
    (quote,) = quotes(reader)
    assert told(reader, quote)[2:4] == (["قال"], ["سليم الناصر"])
    assert {mark for mark in reader.bench.marks if mark.state == REJECTED} == refused


def test_refusing_a_quote_leaves_what_was_there_before_and_what_another_quote_needs(reader: Reader) -> None:
    minister = reader.mark("P", "سليم الناصر")
    reader.go_to("مستعدة")
    reader.press("Q", "Del")
    assert reader.bench.marks.get(minister.id) == minister
    assert {mark.kind: mark.state for mark in reader.bench.marks} == {
        "entity": ACCEPTED,
        "cue": REJECTED,
        "quote": REJECTED,
    }


def test_a_suggested_speaker_of_two_quotes_goes_with_the_second(reader: Reader) -> None:
    reader.go_to("مستعدة")
    reader.press("Q")
    reader.go_to("الوفود")
    reader.press("Q")
    reader.choose("S", "سليم الناصر")
    first, second = quotes(reader)
    for quote, state in ((first, SUGGESTED), (second, REJECTED)):
        reader.bench.focus_on(quote)
        reader.press("Del")
        assert [mark.state for mark in reader.bench.marks if mark.kind == "entity"] == [state]


def test_refusing_the_speaker_alone_empties_the_slot(reader: Reader, tmp_path: Path) -> None:
    reader.go_to("مستعدة")
    reader.press("Q")
    reader.go_to("سليم")
    reader.press("Del")
    assert told(reader)[3:] == ([], "none")
    reader.go_to("مستعدة")
    reader.press("Q", "Return")
    line = exported(reader, tmp_path / "gold.jsonl")
    assert line["entities"] == []
    assert line["quotes"][0]["speaker"] == {"realization": "none", "mention_ids": [], "entity_ids": []}
    reader.press("Ctrl+Z", "Ctrl+Z")
    assert told(reader)[3:] == (["سليم الناصر"], "named")


def test_a_corrected_speaker_displaces_the_suggested_one(reader: Reader) -> None:
    reader.go_to("مستعدة")
    reader.press("Q")
    reader.mark("J", "وزير البيئة الأردني")
    reader.go_to("مستعدة")
    reader.choose("S", "وزير البيئة الأردني")
    assert reader.marks() == [("OCC", "وزير البيئة الأردني")], "nobody needs the suggestion any more"
    reader.press("Return")
    assert told(reader)[3:] == (["وزير البيئة الأردني"], "nominal")
    reader.press("Ctrl+Z", "Ctrl+Z")
    assert told(reader)[3] == ["سليم الناصر"]


def test_enter_goes_on_to_the_next_suggestion(reader: Reader) -> None:
    reader.go_to("الجلسات")
    reader.press("Q")
    later = reader.focused()
    reader.go_to("مستعدة")
    reader.press("Q", "Return")
    assert reader.focused().state == SUGGESTED
    reader.bench.focus_on(later)
    reader.press("Return")
    assert states(reader) == {ACCEPTED}
    assert reader.caret == later.start, "nothing is left: the caret stays"


def test_what_was_taken_stays_at_hand(open_reader: OpenReader) -> None:
    reader = open_reader('"لن نرفع الأسعار هذا العام"، تقول سلوى المهيري.')
    reader.go_to("تقول")
    reader.press("Q", "Return", "M")
    assert reader.focused() == reader.quote()
    assert reader.quote().attributes["medium"] == "writing"


def test_an_article_is_not_finished_with_suggestions_unsaid(open_reader: OpenReader) -> None:
    reader = open_reader('قال المدير إن "المصنع جاهز للعمل".', "وصل وفد إلى دمشق.")
    first = reader.bench.article
    reader.go_to("جاهز")
    reader.press("Q", "Ctrl+Return")
    assert reader.bench.article == first
    assert reader.said()
    assert reader.focused().state == SUGGESTED
    reader.press("Ctrl+Return")
    assert reader.bench.article != first


def test_a_taken_quote_goes_out_and_comes_back_the_same(reader: Reader, tmp_path: Path) -> None:
    for place in ("مستعدة", "الوفود", "الجلسات", "مؤمّن"):
        reader.go_to(place)
        reader.press("Q", "Return")
    assert len(quotes(reader)) == 4
    first, second = tmp_path / "first.jsonl", tmp_path / "second.jsonl"
    export_jsonl(reader.bench.store, first)
    with Store.create(tmp_path / "other.tawsim", resources.codebook()) as store:
        report = import_files(store, [first], author="somebody else")
        assert report.rejected == []
        export_jsonl(store, second)
    assert first.read_bytes() == second.read_bytes()


def test_an_erased_speaker_leaves_the_slot_and_undo_restores_both(reader: Reader) -> None:
    reader.go_to("مستعدة")
    reader.press("Q", "Return")
    reader.go_to("سليم")
    reader.press("Del")
    assert reader.marks() == []
    assert told(reader)[3] == []
    reader.press("Ctrl+Z")
    assert reader.marks() == [("PERS", "سليم الناصر")]
    assert told(reader)[3:] == (["سليم الناصر"], "named")


def test_a_claim_in_a_suggested_quote_never_names_what_is_not_exported(reader: Reader, tmp_path: Path) -> None:
    reader.go_to("مستعدة")
    reader.press("Q", "C")
    line = exported(reader, tmp_path / "gold.jsonl")
    (claim,) = line["claims"]
    assert claim["quote_ids"] == []
    assert claim["claimer"]["mention_ids"] == []  # type: ignore[index]
