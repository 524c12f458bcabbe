"""Zones and details of an article at the keyboard: seen in the margin, corrected by Alt+Z, learned for a source."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app import resources
from app.domain.article import Meta, new_article
from app.store import Store
from app.ui.zone_panel import ZonePanel
from app.workbench.zoning import Learned, zoned
from tests.journeys.conftest import OpenReader, Reader

NEWS = """محليات

افتتاح سوق الخضار الجديدة في إربد

12.03.2026

عمّان/ ليث الصمادي/ بترا

قال رئيس البلدية إن "السوق تتسع لأربعمائة بسطة"، وإن الإيجار رمزي.

وأضاف أن الباعة سينتقلون إليها خلال أسبوع.

جميع الحقوق محفوظة.
"""
COLUMN = """{title}
{name}
أعلنت البلدية أن العمل سيبدأ مساء الخميس المقبل.
وقالت إن الموعد نهائي.
شبكة الوادي: خبر تعرف أوله ولا تعرف آخره"""


@pytest.fixture
def news(open_reader: OpenReader, tmp_path: Path) -> Reader:
    path = tmp_path / "news.tawsim"
    texts = [NEWS] + [
        COLUMN.format(title=title, name=name)
        for title, name in (
            ("السوق القديمة تعود", "زاوية الناس"),
            ("حديقة جديدة", "باب المدينة"),
            ("مسرح صغير", "ركن الفنون"),
        )
    ]
    with Store.create(path, resources.codebook()) as store:
        for number, text in enumerate(texts):
            meta = Meta() if text is NEWS else Meta(source="الوادي")
            store.add_article(zoned(new_article(f"a{number}", text, meta=meta), Learned.of(store)))
    return open_reader(project=path)


def zones(reader: Reader) -> list[str]:
    article = reader.bench.article
    assert article is not None
    return [zone.name for zone in article.zones]


def panel(reader: Reader) -> ZonePanel:
    found = [each for each in reader.window.findChildren(ZonePanel) if each.isVisible()]
    assert found, "the panel is not open"
    return found[0]


def no_panel(reader: Reader) -> bool:
    return not any(each.isVisible() for each in reader.window.findChildren(ZonePanel))


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def hit(*keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(focused(), key)
        QApplication.processEvents()


def type_in(text: str) -> None:
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            key = Qt.Key(ord(letter.upper())) if letter.isascii() else Qt.Key.Key_unknown
            QApplication.sendEvent(focused(), QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter))
    QApplication.processEvents()


def worked(reader: Reader) -> ZonePanel:
    """The panel once its worker is through."""
    found = panel(reader)
    for _ in range(1000):
        if not found.runner.busy:
            return found
        QTest.qWait(10)
    raise AssertionError("the worker found nothing")


def test_zones_stand_in_the_margin_and_the_text_stays_as_it_is(news: Reader) -> None:
    margin = news.window.aids.zones
    assert margin.isVisible()
    assert margin.names() == ["سطر الموضوع", "العنوان", "سطر التاريخ", "سطر الكاتب", "نص ثابت"]
    assert not margin.geometry().intersects(news.window.view.viewport().geometry())
    assert news.window.view.page.document.toPlainText().strip() == NEWS.strip()
    assert margin.width() >= 100


def test_the_margin_draws_names_on_the_side_where_lines_begin(news: Reader) -> None:
    margin, view = news.window.aids.zones, news.window.view
    assert margin.geometry().left() > view.viewport().geometry().right()
    image = margin.grab().toImage()
    colours = {image.pixel(x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)}
    assert len(colours) > 2


def test_an_article_without_zones_has_its_column_in_the_middle(reader: Reader) -> None:
    margins = reader.window.view.viewportMargins()
    assert margins.left() == margins.right()
    assert not reader.window.aids.zones.isVisible()


def test_a_letter_makes_the_paragraph_another_zone_and_undo_takes_it_back(news: Reader) -> None:
    news.go_to("وأضاف")
    news.press("Alt+Z")
    assert panel(news).list.currentItem().data(Qt.ItemDataRole.UserRole) == "body"
    hit(Qt.Key.Key_X)
    assert no_panel(news)
    assert zones(news) == ["topic_line", "headline", "date_line", "byline", "body", "boilerplate", "boilerplate"]
    assert news.window.aids.zones.names().count("نص ثابت") == 2
    assert news.window.view.hasFocus()
    news.press("Ctrl+Z")
    assert zones(news) == ["topic_line", "headline", "date_line", "byline", "body", "boilerplate"]
    news.press("Ctrl+Y")
    assert zones(news).count("boilerplate") == 2


def test_after_a_correction_it_is_said_how_the_source_learns_it(news: Reader) -> None:
    news.go_to("وأضاف")
    news.press("Alt+Z")
    hit(Qt.Key.Key_X)
    assert "بترا" in news.said()
    assert "L" in news.said()


def test_letters_of_the_arabic_layout_take_the_same_zones(news: Reader) -> None:
    news.go_to("وأضاف")
    news.press("Alt+Z")
    type_in("ؤ")  # the key of C
    assert "caption" in zones(news)
    news.press("Alt+Z")
    type_in("ى")  # the key of N
    assert "caption" not in zones(news)


def test_a_selection_over_paragraphs_becomes_one_zone(news: Reader) -> None:
    news.go_to("محليات")
    news.press("Shift+Ctrl+Down", "Shift+Ctrl+Down")
    news.press("Alt+Z")
    hit(Qt.Key.Key_S)
    assert zones(news)[0] == "subheadline"
    assert zones(news).count("headline") == 0


def test_enter_takes_the_row_and_esc_changes_nothing(news: Reader) -> None:
    before = zones(news)
    news.go_to("محليات")
    news.press("Alt+Z")
    hit(Qt.Key.Key_Down, Qt.Key.Key_Escape)
    assert zones(news) == before
    news.press("Alt+Z")
    hit(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert zones(news)[0] == "headline"


def test_title_date_and_source_are_corrected_in_the_same_panel(news: Reader) -> None:
    news.press("Alt+Z")
    hit(Qt.Key.Key_Tab)
    found = panel(news)
    assert focused() is found.title
    assert (found.published.text(), found.source.text()) == ("2026-03-12", "بترا")
    found.title.selectAll()
    type_in("سوق إربد")
    hit(Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    assert focused() is found.source
    found.source.selectAll()
    type_in("الرأي")
    hit(Qt.Key.Key_Return)
    article = news.bench.article
    assert article is not None
    assert (article.title, article.meta.source, article.meta.published) == ("سوق إربد", "الرأي", "2026-03-12")
    assert "سوق إربد" in news.window.windowTitle()
    row = news.window.queue.model.row(0)
    assert row is not None and row.name == "سوق إربد"
    news.press("Ctrl+Z")
    assert news.bench.article is not None and news.bench.article.meta.source == "بترا"
    assert "افتتاح" in news.window.windowTitle()


def test_corrections_are_learned_for_the_source_and_taken_up_by_articles_that_nobody_has_begun(news: Reader) -> None:
    news.press("Ctrl+PgDown")
    for words, key in (("زاوية", Qt.Key.Key_T), ("شبكة", Qt.Key.Key_X)):
        news.go_to(words)
        news.press("Alt+Z")
        hit(key)
    assert zones(news) == ["headline", "topic_line", "body", "boilerplate"]
    news.press("Alt+Z")
    hit(Qt.Key.Key_L)
    found = worked(news)
    assert len(found._waiting) == 2
    assert "مقالان" in found.note.text()
    hit(Qt.Key.Key_Return)
    for _ in range(1000):
        if no_panel(news):
            break
        QTest.qWait(10)
    assert no_panel(news)
    news.press("Ctrl+PgDown")
    assert zones(news) == ["headline", "topic_line", "body", "boilerplate"]
    news.press("Ctrl+PgUp", "Ctrl+Z", "Ctrl+PgDown")
    assert zones(news) != ["headline", "topic_line", "body", "boilerplate"]


def test_without_a_source_nothing_is_learned_and_the_field_is_shown(open_reader: OpenReader) -> None:
    reader = open_reader("قالت الوزارة إن العمل سيستأنف.\n")
    reader.press("Alt+Z")
    hit(Qt.Key.Key_L)
    found = panel(reader)
    assert focused() is found.source
    assert found.note.text()
    hit(Qt.Key.Key_Escape)
    assert no_panel(reader)
