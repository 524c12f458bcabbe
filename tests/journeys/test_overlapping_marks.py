"""Marks that nest, cross and are broken into fragments."""

from __future__ import annotations

from pathlib import Path

from app import resources
from app.store import Store
from app.workbench.intake import import_files
from app.workbench.outgo import export_jsonl
from tests.journeys.conftest import OpenReader, Reader

TEXT = """زار رئيس وزراء الأردن الوفد وقال "نعم، نعود" أمس.

حضر رئيسا الأردن وتونس في القصر، وتبعهما سفراء مصر والعراق.

"كل شيء جاهز"، يقول سليم الناصر، "ولن نتأخر يوماً".
"""


def shown(reader: Reader, kind: str = "entity") -> list[str]:
    return [mark.shown for mark in reader.bench.marks if mark.kind == kind]


def test_a_comma_walks_the_marks_under_the_caret_from_inside_out_and_round(open_reader: OpenReader) -> None:
    reader = open_reader(TEXT)
    for key, surface in (("J", "رئيس وزراء الأردن"), ("O", "وزراء الأردن"), ("G", "الأردن")):
        reader.mark(key, surface)
    reader.go_to("الأردن")
    reader.press("Esc")
    place, seen = reader.bench.place, []
    for _ in range(4):
        reader.press(",")
        seen.append((reader.focused().label, reader.bench.place == place))
    assert seen == [("GPE", True), ("ORG", True), ("OCC", True), ("GPE", True)]
    reader.press(",")
    assert "2" in reader.said()
    assert "3" in reader.said()


def test_the_walk_goes_through_quotes_and_claims_too(open_reader: OpenReader) -> None:
    reader = open_reader(TEXT)
    reader.go_to("نعم")
    reader.press("Q", "C", "Esc")
    reader.go_to("نعود")
    reader.press("I", "Esc")
    kinds = []
    for _ in range(3):
        reader.press(",")
        kinds.append(reader.focused().kind)
    assert kinds == ["cue", "claim", "quote"]


def test_a_mark_behind_a_proclitic_is_at_hand_where_arrows_bring_the_caret(open_reader: OpenReader) -> None:
    reader = open_reader(TEXT)
    reader.go_to("نعم")
    reader.press("Q")
    reader.go_to("وتونس")
    reader.press("G")
    reader.go_to("القصر")
    reader.go_to("وتونس")
    reader.press(",")
    assert reader.focused().exact == "تونس"
    reader.press("Esc", "Del")
    assert shown(reader) == []


def test_there_may_be_no_mark_to_walk(open_reader: OpenReader) -> None:
    reader = open_reader(TEXT)
    reader.press(",")
    assert reader.bench.focus is None
    assert reader.said()


def test_a_fragment_is_added_to_the_mark_that_had_the_focus_last(open_reader: OpenReader) -> None:
    reader = open_reader(TEXT)
    made = reader.mark("J", "رئيسا الأردن")
    reader.go_to("القصر")
    assert reader.bench.focus is None
    reader.go_to("وتونس")
    reader.press("=")
    assert shown(reader) == ["رئيسا الأردن … تونس"]
    assert reader.focused().id == made.id
    assert "رئيسا الأردن … تونس" in reader.said()
    reader.press("Ctrl+Z")
    assert shown(reader) == ["رئيسا الأردن"]
    reader.press("Ctrl+Y")
    assert shown(reader) == ["رئيسا الأردن … تونس"]


def test_a_selection_is_added_and_joined_where_it_touches(open_reader: OpenReader) -> None:
    reader = open_reader(TEXT)
    reader.mark("J", "سفراء")
    reader.take(reader.find("العراق", after=reader.find("سفراء").start))
    reader.press("=")
    reader.take(reader.find("مصر والعراق"))
    reader.press("=")
    mark = reader.focused()
    assert mark.shown == "سفراء … مصر والعراق", "white space alone joins nothing"
    reader.press("=")
    assert len(mark.fragments) == 2
    assert reader.said()


def test_the_fragment_under_the_caret_is_taken_out_but_not_the_last_one(open_reader: OpenReader) -> None:
    reader = open_reader(TEXT)
    made = reader.mark("J", "رئيسا الأردن")
    reader.go_to("وتونس")
    reader.press("=")
    reader.go_to("رئيسا")
    reader.press("-")
    assert shown(reader) == ["تونس"]
    reader.go_to("وتونس")
    reader.press("-")
    assert shown(reader) == ["تونس"]
    assert "Delete" in reader.said()
    reader.press("Ctrl+Z")
    assert reader.bench.marks.get(made.id) is not None
    assert shown(reader) == ["رئيسا الأردن … تونس"]


def test_without_a_mark_there_is_nothing_to_add_to(open_reader: OpenReader) -> None:
    reader = open_reader(TEXT)
    reader.press("=", "-")
    assert len(reader.bench.marks) == 0
    assert reader.said()


def test_an_interrupted_quote_is_one_mark_with_its_speaker(open_reader: OpenReader) -> None:
    reader = open_reader(TEXT)
    reader.mark("P", "سليم الناصر")
    reader.go_to("جاهز")
    reader.press("Q")
    reader.go_to("نتأخر")
    reader.press("-")
    assert reader.focused().shown == '"كل شيء جاهز"'
    reader.press("=")
    quote = reader.focused()
    text = reader.bench.article.text  # type: ignore[union-attr]
    assert quote.shown == '"كل شيء جاهز" … "ولن نتأخر يوماً"'
    assert [text[start:end] for start, end in quote.attributes["inner"]] == ["كل شيء جاهز", "ولن نتأخر يوماً"]
    assert reader.filled(quote, "speaker") == ["سليم الناصر"]
    reader.press("C")
    claim = reader.focused()
    assert claim.shown == "كل شيء جاهز … ولن نتأخر يوماً", "the journalist's words are not claimed"
    assert reader.filled(claim, "claimer") == ["سليم الناصر"]


def test_an_interrupted_quote_finds_its_cue_and_speaker_between_its_fragments(open_reader: OpenReader) -> None:
    reader = open_reader(TEXT)
    reader.mark("P", "سليم الناصر")
    reader.go_to("جاهز")
    reader.press("Q")
    reader.pick("S", "سليم الناصر")
    reader.pick("U", "يقول")
    quote = reader.focused()
    assert (reader.filled(quote, "speaker"), reader.filled(quote, "cue")) == ([], [])
    reader.press("S", "Return", "U", "Return")
    assert reader.filled(quote, "speaker") == ["سليم الناصر"]
    assert reader.filled(quote, "cue") == ["يقول"]
    reader.press("Q")
    assert reader.focused().id == quote.id, "it is marked already"
    assert len(shown(reader, "quote")) == 1


def test_a_broken_mark_goes_out_and_comes_back_the_same(open_reader: OpenReader, tmp_path: Path) -> None:
    reader = open_reader(TEXT)
    reader.mark("J", "رئيسا الأردن")
    reader.go_to("وتونس")
    reader.press("=")
    reader.go_to("جاهز")
    reader.press("Q", "Return")
    assert shown(reader, "quote") == ['"كل شيء جاهز" … "ولن نتأخر يوماً"']
    fragments = {mark.id: mark.fragments for mark in reader.bench.marks}
    first, second = tmp_path / "first.jsonl", tmp_path / "second.jsonl"
    export_jsonl(reader.bench.store, first)
    with Store.create(tmp_path / "other.tawsim", resources.codebook()) as store:
        report = import_files(store, [first], author="somebody else")
        assert (report.added, report.marks, report.rejected) == (1, 4, [])
        export_jsonl(store, second)
        layer = store.layers()[0]
        article = store.queue(layer, limit=1)[0].id
        assert {mark.id: mark.fragments for mark in store.annotations(article, layer)} == fragments
    assert first.read_bytes() == second.read_bytes()


def test_fragments_of_one_mark_share_a_lane_that_nothing_else_enters(open_reader: OpenReader) -> None:
    reader = open_reader(TEXT)
    broken = reader.mark("J", "سفراء")
    reader.go_to("والعراق")
    reader.press("=")
    between = reader.mark("G", "مصر")
    lanes = placed(reader, broken.id)
    assert {lane for _, lane in lanes} == {1}
    assert placed(reader, between.id)[0][1] == 0
    (underline, _), *_ = lanes
    assert len(underline.pieces) == 2
    assert len(underline.ties) == 1


def placed(reader: Reader, mark: str) -> list[tuple]:
    """Where a mark's underlines run: on every line that has one, with its lane."""
    page = reader.window.view.page
    found = []
    block = page.document.firstBlock()
    while block.isValid():
        for _, drawing in page.drawings(block, range(block.layout().lineCount())):
            found += [(each.underline, each.lane) for each in drawing.lanes if each.underline.mark == mark]
        block = block.next()
    return found


def test_a_fragment_on_another_line_is_told_by_an_open_end(open_reader: OpenReader) -> None:
    reader = open_reader("وصل سفراء مصر " + "ثم جلسوا طويلاً " * 14 + "مع العراق أخيراً.")
    mark = reader.mark("J", "سفراء مصر")
    reader.go_to("العراق")
    reader.press("=")
    lines = [underline for underline, _ in placed(reader, mark.id)]
    assert len(lines) == 2
    (out,), (back,) = (underline.ties for underline in lines)
    assert out[1] == lines[0].pieces[0][0], "leftwards, on towards the next fragment"
    assert back[0] == lines[1].pieces[0][1], "rightwards, back to the one before"
    assert [underline.chip for underline in lines] == ["OCC", None], "one chip, at the first fragment"
