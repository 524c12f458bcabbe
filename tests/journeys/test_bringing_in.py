"""Bringing articles in by keys: look first, choose columns, bring in, read what came of it; drops and the clipboard."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app import resources
from app.store import Store
from app.ui.intake.page import IntakePage
from app.workbench.outgo import export_jsonl
from tests.journeys.conftest import OpenReader, Reader

NEWS = "افتتح رئيس البلدية الجسر الجديد.\n\nوقال إن العمل استغرق عامين.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two texts, one of them twice, a table with its own names of columns, and a file that is no text."""
    place = tmp_path / "وارد"
    place.mkdir()
    (place / "jisr.txt").write_text(NEWS, encoding="utf-8")
    (place / "jisr-2.txt").write_text(NEWS, encoding="utf-8")
    (place / "table.csv").write_text(
        "رقم,العنوان,قصة,ملاحظة\n7,السد,امتلأ السد الكبير أمس بعد أمطار غزيرة استمرت ثلاثة أيام في الشمال.,"
        "كُتب على عجل وهو أطول من القصة نفسها بكثير لأن المحرر أضاف إليه ما شاء من تفاصيل\n",
        encoding="utf-8",
    )
    (place / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(200))
    return place


def settle(reader: Reader) -> None:
    for _ in range(600):
        QTest.qWait(10)
        if not reader.session.window.files.busy and not any(page._again.isActive() for page in pages(reader)):
            return
    raise AssertionError("the work did not end")


def pages(reader: Reader) -> list[IntakePage]:
    return [page for page in reader.session.window.findChildren(IntakePage) if page.isVisible()]


def press(key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget(), key)


def look(reader: Reader, *paths: Path) -> IntakePage:
    page = reader.session.window.files.bring_in(paths)
    settle(reader)
    return page


def shown(page: IntakePage) -> list[str]:
    return [page.pane.lines.item(row).text() for row in range(page.pane.lines.count())]


def test_nothing_comes_in_before_it_was_seen_and_enter_brings_it(reader: Reader, folder: Path) -> None:
    page = look(reader, folder)
    assert reader.bench.store.counts()["articles"] == 1
    assert page.state == page.LOOKED
    assert [page.pane.count(section) for section in ("new", "refused", "twins")] == [2, 1, 1]
    assert any("افتتح رئيس البلدية" in line for line in shown(page))
    press(Qt.Key.Key_Return)
    settle(reader)
    assert page.state == page.DONE
    assert reader.bench.store.counts()["articles"] == 3
    press(Qt.Key.Key_2)
    assert any("photo.jpg" in line for line in shown(page))
    press(Qt.Key.Key_Escape)
    assert not pages(reader)
    assert reader.session.window.queue.model.rowCount() == 3


def test_the_same_again_brings_nothing(reader: Reader, folder: Path) -> None:
    look(reader, folder)
    press(Qt.Key.Key_Return)
    settle(reader)
    press(Qt.Key.Key_Escape)
    page = look(reader, folder)
    assert page.pane.count("new") == 0
    press(Qt.Key.Key_Return)
    assert page.state == page.LOOKED
    assert reader.bench.store.counts()["articles"] == 3


def test_a_column_is_chosen_seen_at_once_and_remembered(reader: Reader, folder: Path) -> None:
    page = look(reader, folder / "table.csv")
    press(Qt.Key.Key_5)
    box = QApplication.focusWidget()
    assert box is page.pane.columns.first
    box.setCurrentIndex(box.findData("قصة"))
    box.activated.emit(box.currentIndex())
    settle(reader)
    page.pane.turn_to("new")
    assert any(line.startswith("\u2068السد") and "امتلأ السد" in line for line in shown(page))
    page.pane.files.setFocus()
    press(Qt.Key.Key_Return)
    settle(reader)
    article = reader.bench.store.article_by_ref("7")
    assert article is not None
    assert article.text.startswith("امتلأ السد الكبير")
    assert article.title == "السد"
    press(Qt.Key.Key_Escape)
    (folder / "later.csv").write_text(
        (folder / "table.csv").read_text(encoding="utf-8").replace("7,السد,امتلأ", "8,النهر,فاض"), encoding="utf-8"
    )
    page = look(reader, folder / "later.csv")
    assert any("فاض السد" in line for line in shown(page))


def test_enter_brings_in_from_the_boxes_of_the_columns_too(reader: Reader, folder: Path) -> None:
    page = look(reader, folder / "table.csv")
    press(Qt.Key.Key_5)
    assert QApplication.focusWidget() is page.pane.columns.first
    press(Qt.Key.Key_Return)
    settle(reader)
    assert page.state == page.DONE


def test_what_is_refused_tells_where_it_lies_to_be_mended_and_one_reason_once(reader: Reader, tmp_path: Path) -> None:
    file = tmp_path / "سجل.jsonl"
    file.write_text('{"text": "وصل الوفد إلى المدينة صباح اليوم."}\n{"x": 1}\n{"x": 2}\n{"text":\n', encoding="utf-8")
    page = look(reader, file)
    press(Qt.Key.Key_Return)
    settle(reader)
    press(Qt.Key.Key_2)
    told, twice, broken = shown(page)
    assert str(tmp_path / "سجل.rejected.jsonl") in told
    assert twice.startswith("\u2066سجل.jsonl:2\u2069 · وسطر آخر\n")
    assert broken.endswith("تنقطع البيانات قبل نهايتها.")


def test_text_of_the_clipboard_comes_in(reader: Reader) -> None:
    QApplication.clipboard().setText(NEWS)
    page = reader.session.window.files.bring_in()
    assert page.state == page.EMPTY
    QTest.keyClick(page.pane.files, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settle(reader)
    press(Qt.Key.Key_Return)
    settle(reader)
    assert [row.name for row in reader.bench.store.queue(reader.bench.layer)][-1] == NEWS.split("\n", 1)[0]


def test_files_dropped_on_the_window_are_looked_at(reader: Reader, folder: Path) -> None:
    told = QMimeData()
    told.setUrls([QUrl.fromLocalFile(str(folder / "jisr.txt"))])
    window = reader.session.window
    action, button, held = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(300, 300), action, told, button, held)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPoint(300, 300), action, told, button, held))
    settle(reader)
    (page,) = pages(reader)
    assert page.pane.count("new") == 1


def test_leaving_while_it_looks_stops_looking(open_reader: OpenReader, tmp_path: Path) -> None:
    reader = open_reader()
    big = tmp_path / "big.jsonl"
    big.write_text("".join(f'{{"text": "خبر رقم {number} عن المدينة"}}\n' for number in range(20000)), encoding="utf-8")
    page = reader.session.window.files.bring_in([big])
    press(Qt.Key.Key_Escape)
    settle(reader)
    assert page not in pages(reader)
    assert reader.bench.store.counts()["articles"] == 1


def type_arabic(page: IntakePage, letter: str) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, ord(letter), Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(page.pane.files, event)


def test_the_page_is_worked_on_an_arabic_layout(reader: Reader, folder: Path) -> None:
    page = look(reader, folder)
    type_arabic(page, "٢")
    assert any("photo.jpg" in line for line in shown(page))
    QApplication.clipboard().setText("خبر من الحافظة عن الأمطار في الجنوب.")
    type_arabic(page, "ر")
    settle(reader)
    assert page.pane.count("new") == 3


def test_an_article_that_brings_its_marks_is_counted_once(
    reader: Reader, open_reader: OpenReader, tmp_path: Path
) -> None:
    reader.mark("P", "سليم")
    gold = tmp_path / "gold.jsonl"
    export_jsonl(reader.bench.store, gold)
    project = tmp_path / "empty.tawsim"
    Store.create(project, resources.codebook()).close()
    other = open_reader(project=project)
    page = look(other, gold)
    assert page.pane.count("new") == 1
    assert page.pane.lines.horizontalScrollBar().maximum() == 0


def test_a_file_in_an_archive_is_shown_with_the_archive(reader: Reader, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "أخبار.zip", "w") as archive:
        archive.writestr("سدود/photo.jpg", b"\xff\xd8\xff\xe0" + bytes(200))
        archive.writestr("سدود/jisr.txt", NEWS)
    page = look(reader, tmp_path / "أخبار.zip")
    files = [page.pane.files.item(row).text() for row in range(page.pane.files.count())]
    assert any("أخبار.zip/سدود/jisr.txt" in file for file in files)
    press(Qt.Key.Key_2)
    assert any("أخبار.zip/سدود/photo.jpg" in line for line in shown(page))


def test_a_folder_of_very_many_files_is_listed_whole(reader: Reader, tmp_path: Path) -> None:
    place = tmp_path / "كثير"
    place.mkdir()
    for number in range(430):
        (place / f"{number:03}.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(20))
    page = look(reader, place)
    while page.pane._next.isActive():
        QApplication.processEvents()
    assert page.pane.files.count() == 431
    assert "429.jpg" in page.pane.files.item(430).text()


def test_what_comes_in_beside_the_open_article_leaves_it_as_it_stands(reader: Reader, folder: Path) -> None:
    opened: list[object] = []
    reader.bench.opened.listen(opened.append)
    before = reader.bench.article
    look(reader, folder)
    press(Qt.Key.Key_Return)
    settle(reader)
    assert reader.bench.store.counts()["articles"] == 3
    assert reader.bench.article is before and not opened
    assert reader.session.window.queue.model.rowCount() == 3
