"""Claims at the keyboard: one sentence written in place, attributes by keys, the same claim elsewhere, the verdict."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.annotation import ENTRY_END, Annotation
from app.ui.attributes import AttributePanel
from app.ui.claim_fields import TiesField
from app.ui.like_panel import LikePanel
from app.ui.like_rows import ROW
from app.ui.overlay import Overlay
from app.ui.sentence_editor import SentenceEditor
from app.ui.verdict_panel import VerdictPanel
from app.workbench.likeclaims import LikeClaim
from tests.journeys.conftest import OpenReader, Reader

DAMS = """وفرة المياه

قالت وزيرة المياه سلوى المهيري إن "مخزون السدود بلغ 71% من طاقتها"، وإن المزارعين سيستفيدون منه.

وأضافت أن الفاقد في الشبكات يتجاوز 45%، في حين رأى خبراء أن مخزون السدود بلغ 71% فعلاً.
"""
OTHER = """شح المياه

قال الخبير نادر العواد إن مخزون السدود بلغ 52% من طاقتها هذا العام.

وأشار إلى أن مخزون السدود بلغ 71% من طاقتها قبل عام.
"""
MARKET = """أسعار القمح

ارتفعت أسعار القمح في الأسواق المحلية.
"""


def panel(reader: Reader, kind: type[QWidget]) -> QWidget | None:
    found = [each for each in reader.window.findChildren(kind) if each.isVisible()]
    return found[0] if found else None


def type_in(text: str) -> None:
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            key = Qt.Key(ord(letter.upper())) if letter.isascii() else Qt.Key.Key_unknown
            QApplication.sendEvent(focused(), QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter))
    QApplication.processEvents()


def hit(*keys: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press keys where the keyboard is."""
    for key in keys:
        QTest.keyClick(focused(), key, modifiers)
        QApplication.processEvents()


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def claim_on(reader: Reader, words: str, nth: int = 1) -> Annotation:
    return reader.mark("C", words, nth)


def now(reader: Reader, claim: Annotation) -> Annotation:
    found = reader.bench.marks.get(claim.id)
    assert found is not None
    return found


def editor(reader: Reader) -> SentenceEditor:
    found = panel(reader, SentenceEditor)
    assert isinstance(found, SentenceEditor)
    return found


@pytest.fixture
def dams(open_reader: OpenReader) -> Reader:
    return open_reader(DAMS, OTHER, MARKET)


def like(reader: Reader, key: str = "Alt+S") -> LikePanel:
    """Open the panel and wait for what the worker finds."""
    reader.press(key)
    return looked(reader)


def looked(reader: Reader) -> LikePanel:
    found = panel(reader, LikePanel)
    assert isinstance(found, LikePanel)
    for _ in range(1000):
        if not found.runner.busy:
            return found
        QTest.qWait(10)
    raise AssertionError("the worker found nothing")


def rows(found: LikePanel) -> list[LikeClaim]:
    return [found.list.item(n).data(ROW) for n in range(found.list.count())]


def said(found: LikePanel) -> list[str]:
    return [each.row.said for each in rows(found)]


# the sentence


def test_a_claim_has_no_sentence_until_one_is_confirmed(dams: Reader) -> None:
    claim = claim_on(dams, "الفاقد في الشبكات يتجاوز 45%")
    assert "normalized_claim" not in claim.attributes
    dams.press("'")
    assert editor(dams).field.toPlainText() == "الفاقد في الشبكات يتجاوز 45%"
    assert editor(dams).field.textCursor().selectedText() == "الفاقد في الشبكات يتجاوز 45%"
    hit(Qt.Key.Key_Escape)
    assert not now(dams, claim).attributes.get("normalized_claim")
    assert panel(dams, SentenceEditor) is None
    assert dams.window.view.hasFocus()


def test_the_sentence_is_written_under_the_claim_and_kept_by_enter(dams: Reader) -> None:
    claim = claim_on(dams, "الفاقد في الشبكات يتجاوز 45%")
    dams.press("'")
    place = editor(dams)
    assert dams.window.view.viewport().rect().contains(place.geometry())
    line = dams.window.view.cursorRect()
    assert place.geometry().top() >= line.top()
    hit(Qt.Key.Key_End)
    type_in(" من المياه")
    hit(Qt.Key.Key_Return)
    assert now(dams, claim).attributes["normalized_claim"] == "الفاقد في الشبكات يتجاوز 45% من المياه"
    assert dams.window.view.hasFocus()
    dams.press("Ctrl+Z")
    assert not now(dams, claim).attributes.get("normalized_claim")


def test_control_enter_goes_on_to_the_next_claim_without_a_sentence(dams: Reader) -> None:
    first = claim_on(dams, "الفاقد في الشبكات يتجاوز 45%")
    second = claim_on(dams, "مخزون السدود بلغ 71% فعلاً")
    dams.bench.focus_on(first)
    dams.press("'")
    hit(Qt.Key.Key_Return, modifiers=Qt.KeyboardModifier.ControlModifier)
    assert dams.bench.focus == second.id
    assert editor(dams).field.toPlainText() == "مخزون السدود بلغ 71% فعلاً"
    hit(Qt.Key.Key_Return, modifiers=Qt.KeyboardModifier.ControlModifier)
    assert panel(dams, SentenceEditor) is None
    assert all(now(dams, each).attributes["normalized_claim"] for each in (first, second))


def test_what_was_written_is_kept_when_the_mouse_leaves_the_field(dams: Reader) -> None:
    claim = claim_on(dams, "الفاقد في الشبكات يتجاوز 45%")
    dams.press("'")
    type_in("الفاقد كبير")
    QTest.mouseClick(dams.window.queue.search, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert now(dams, claim).attributes["normalized_claim"] == "الفاقد كبير"
    assert panel(dams, SentenceEditor) is None


def test_the_inspector_shows_the_words_as_a_start_and_writes_the_same_sentence(dams: Reader) -> None:
    claim = claim_on(dams, "الفاقد في الشبكات يتجاوز 45%")
    dams.press("F6")
    page = dams.window.inspector.pages["claim"]
    field = next(each for each in page.fields if each.attribute.id == "normalized_claim")
    assert field.editor.placeholderText() == "الفاقد في الشبكات يتجاوز 45%"  # type: ignore[attr-defined]
    field.editor.setFocus()
    type_in("الفاقد كبير")
    hit(Qt.Key.Key_Return)
    assert now(dams, claim).attributes["normalized_claim"] == "الفاقد كبير"


# attributes


def test_attributes_are_set_by_digits_without_leaving_the_article(dams: Reader) -> None:
    claim = claim_on(dams, "الفاقد في الشبكات يتجاوز 45%")
    dams.press(";")
    found = panel(dams, AttributePanel)
    assert isinstance(found, AttributePanel)
    keys = {chip.attribute.id: key for key, chip in found.chips.items()}
    assert "verdict" not in keys
    for name in ("verifiable", "checkworthy", "checkworthy", "factuality"):
        hit(getattr(Qt.Key, f"Key_{keys[name]}"))
    attributes = now(dams, claim).attributes
    assert (attributes["verifiable"], attributes["checkworthy"], attributes["factuality"]) == (True, False, "NFS")
    hit(Qt.Key.Key_Delete)
    assert now(dams, claim).attributes["factuality"] is None
    hit(Qt.Key.Key_Z, modifiers=Qt.KeyboardModifier.ControlModifier)
    assert now(dams, claim).attributes["factuality"] == "NFS"
    hit(Qt.Key.Key_Escape)
    assert dams.window.view.hasFocus()


def test_arabic_digits_and_letters_take_the_same_attributes(dams: Reader) -> None:
    claim = claim_on(dams, "الفاقد في الشبكات يتجاوز 45%")
    dams.press(";")
    found = panel(dams, AttributePanel)
    assert isinstance(found, AttributePanel)
    key = next(key for key, chip in found.chips.items() if chip.attribute.id == "verifiable")
    type_in("٠١٢٣٤٥٦٧٨٩"[int(key)])
    assert now(dams, claim).attributes["verifiable"] is True


def test_a_topic_in_use_is_taken_again_by_its_beginning(dams: Reader) -> None:
    first = claim_on(dams, "الفاقد في الشبكات يتجاوز 45%")
    dams.press(";")
    found = panel(dams, AttributePanel)
    assert isinstance(found, AttributePanel)
    key = next(key for key, chip in found.chips.items() if chip.attribute.id == "topic")
    type_in(key)
    type_in("المياه والزراعة")
    hit(Qt.Key.Key_Return, Qt.Key.Key_Escape)
    assert now(dams, first).attributes["topic"] == "المياه والزراعة"
    second = claim_on(dams, "مخزون السدود بلغ 71% فعلاً")
    dams.press(";")
    type_in(key)
    type_in("مياه")
    hit(Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Escape)
    assert now(dams, second).attributes["topic"] == "المياه والزراعة"


def test_a_name_and_a_quote_have_their_attributes_too(dams: Reader) -> None:
    name = dams.mark("P", "سلوى المهيري")
    dams.press(";")
    found = panel(dams, AttributePanel)
    assert isinstance(found, AttributePanel)
    keys = {chip.attribute.id: key for key, chip in found.chips.items()}
    type_in(keys["uncertain"])
    assert now(dams, name).attributes["uncertain"] is True
    type_in(keys["uncertain"])
    assert now(dams, name).attributes["uncertain"] is False


# the same claim, and its contrary


def at_other(reader: Reader) -> tuple[Annotation, Annotation]:
    reader.press("Ctrl+PgDown")
    low = claim_on(reader, "مخزون السدود بلغ 52% من طاقتها هذا العام")
    high = claim_on(reader, "مخزون السدود بلغ 71% من طاقتها قبل عام")
    return low, high


def test_the_same_claim_is_found_in_the_article_and_in_others_and_linked_by_enter(dams: Reader) -> None:
    low, high = at_other(dams)
    dams.press("Ctrl+PgUp")
    here = claim_on(dams, "مخزون السدود بلغ 71% فعلاً")
    quoted = claim_on(dams, "مخزون السدود بلغ 71% من طاقتها")
    found = like(dams)
    assert set(said(found)) == {here.exact, low.exact, high.exact}
    assert said(found)[-1] == low.exact
    while (row := found.current()) is not None and row.row.id != high.id:
        hit(Qt.Key.Key_Down)
    hit(Qt.Key.Key_Return)
    assert panel(dams, LikePanel) is None
    store = dams.bench.store
    (mine,), (theirs,) = store.claims.links_from(quoted.id), store.claims.links_from(high.id)
    assert mine.target == theirs.target
    assert (mine.target.kind, mine.role) == (ENTRY_END, "relation:same_claim")
    entry = store.entry(mine.target.value)
    assert entry is not None
    assert (entry.label, entry.name) == ("CLAIM", high.exact)
    dams.press("Ctrl+Z")
    assert not store.claims.links_from(high.id)
    assert store.entry(mine.target.value) is None


def test_in_one_article_two_claims_are_linked_to_each_other(dams: Reader) -> None:
    here = claim_on(dams, "مخزون السدود بلغ 71% فعلاً")
    quoted = claim_on(dams, "مخزون السدود بلغ 71% من طاقتها")
    like(dams)
    hit(Qt.Key.Key_Return)
    (link,) = dams.bench.marks.links_from(quoted.id, "same_claim")
    assert link.target.value == here.id
    dams.window.inspector.focus_first()
    ties = next(each for each in dams.window.inspector.pages["claim"].fields if isinstance(each, TiesField))
    assert "1" in ties.editor.text()  # type: ignore[attr-defined]
    ties.editor.setFocus()
    hit(Qt.Key.Key_Return)
    assert [each.tie for each in rows(looked(dams))] == ["same_claim"]


def test_a_claim_with_another_number_is_offered_as_a_contradiction(dams: Reader) -> None:
    low, high = at_other(dams)
    dams.press("Ctrl+PgUp")
    quoted = claim_on(dams, "مخزون السدود بلغ 71% من طاقتها")
    found = like(dams, "Alt+X")
    row = found.current()
    assert row is not None
    assert (row.row.id, row.opposed) == (low.id, True)
    hit(Qt.Key.Key_Return)
    found = like(dams)
    assert [each.tie for each in rows(found) if each.row.id == low.id] == ["contradicts"]
    hit(Qt.Key.Key_Home)
    hit(Qt.Key.Key_Delete)
    looked(dams)
    assert not dams.bench.store.claims.links_from(quoted.id)
    assert not dams.bench.store.claims.links_from(low.id)
    assert not dams.bench.store.register()
    assert high.id in {each.row.id for each in rows(looked(dams))}


def test_one_key_leads_to_the_other_claim_in_its_article(dams: Reader) -> None:
    _low, high = at_other(dams)
    dams.press("Ctrl+PgUp")
    claim_on(dams, "مخزون السدود بلغ 71% من طاقتها")
    found = like(dams)
    assert found.current() is not None
    hit(Qt.Key.Key_O)
    assert panel(dams, LikePanel) is None
    assert dams.focused().id == high.id
    assert dams.window.view.hasFocus()


def test_a_claim_that_nothing_speaks_of_says_so(dams: Reader) -> None:
    claim_on(dams, "الفاقد في الشبكات يتجاوز 45%")
    found = like(dams)
    assert found.list.count() == 0
    assert found.note.text()
    hit(Qt.Key.Key_Return)
    assert panel(dams, LikePanel) is None


# the verdict


def test_the_verdict_stands_apart_and_is_kept_with_its_evidence(dams: Reader) -> None:
    claim = claim_on(dams, "الفاقد في الشبكات يتجاوز 45%")
    dams.press("Alt+V")
    found = panel(dams, VerdictPanel)
    assert isinstance(found, VerdictPanel)
    hit(Qt.Key.Key_3, Qt.Key.Key_Tab)
    type_in("https://stats.example/networks")
    hit(Qt.Key.Key_Return)
    type_in("no address")
    found.day.setText("2026-11-20")
    hit(Qt.Key.Key_Return, modifiers=Qt.KeyboardModifier.ControlModifier)
    assert "no address" in found.note.text()
    hit(*[Qt.Key.Key_Backspace] * len("no address"))
    hit(Qt.Key.Key_Return, modifiers=Qt.KeyboardModifier.ControlModifier)
    assert now(dams, claim).attributes["verdict"] == {
        "value": "false",
        "evidence_urls": ["https://stats.example/networks"],
        "date": "2026-11-20",
        "by": "sana",
    }
    dams.window.inspector.focus_first()
    page = dams.window.inspector.pages["claim"]
    field = next(each for each in page.fields if each.attribute.id == "verdict")
    assert field.editor.text() in ("محدَّد", "set")  # type: ignore[attr-defined]
    dams.window.view.setFocus()
    dams.press("Ctrl+Z")
    assert not now(dams, claim).attributes.get("verdict")


def test_a_verdict_left_by_escape_is_none(dams: Reader) -> None:
    claim = claim_on(dams, "الفاقد في الشبكات يتجاوز 45%")
    dams.press("Alt+V")
    hit(Qt.Key.Key_2, Qt.Key.Key_Escape)
    assert "verdict" not in now(dams, claim).attributes


def test_every_key_has_its_twin_on_the_arabic_layout(dams: Reader) -> None:
    commands = dams.window.commands
    twins = {name: commands.keys(commands.actions[name]) for name in commands.actions if "claim." in name}
    assert twins["claim.sentence"] == ("'", "ط")
    assert twins["claim.same"] == ("Alt+S", "Alt+س")
    assert twins["claim.contradicts"] == ("Alt+X", "Alt+ء")
    assert twins["claim.verdict"] == ("Alt+V", "Alt+ر")
    assert commands.keys(commands.actions["mark.attributes"]) == (";", "ك")


def test_without_a_claim_the_keys_say_what_they_need(dams: Reader) -> None:
    for key in ("'", "Alt+S", "Alt+X", "Alt+V", ";"):
        dams.press(key)
        assert dams.said()
        assert panel(dams, Overlay) is None
