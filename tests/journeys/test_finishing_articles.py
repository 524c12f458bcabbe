"""From article to article."""

from __future__ import annotations

from app.domain.annotation import DONE
from tests.journeys.conftest import TEXT, OpenReader


def test_control_enter_shows_what_is_doubtful_then_finishes_and_goes_on(open_reader: OpenReader) -> None:
    reader = open_reader(TEXT, "وصل وفد إلى دمشق.")
    first = reader.bench.article
    assert first is not None
    reader.go_to("محطته")
    reader.press("Shift+Left", "Shift+Left", "Q", "Return", "Home", "Ctrl+Return")
    assert reader.bench.article == first
    assert reader.focused().kind == "quote"
    assert "2" in reader.said()
    reader.press("Ctrl+Return")
    assert reader.bench.article != first
    assert reader.bench.store.progress(first.id, "sana").status == DONE


def test_an_article_without_findings_is_finished_at_once(open_reader: OpenReader) -> None:
    reader = open_reader(TEXT, "وصل وفد إلى دمشق.")
    first = reader.bench.article
    assert first is not None
    reader.mark("G", "بيروت")
    reader.press("Ctrl+Return")
    assert reader.bench.article != first
    reader.press("Ctrl+Z")
    assert reader.bench.article == first
    assert reader.bench.progress.status == "in_progress"


def test_finished_articles_are_passed_over(open_reader: OpenReader) -> None:
    reader = open_reader("وصل وفد إلى دمشق.", "غادر وفد تونس.", "زار وفد عمّان.")
    reader.press("Ctrl+PgDown", "Ctrl+Return", "Ctrl+PgUp", "Ctrl+PgUp", "Ctrl+Return")
    assert reader.bench.article is not None
    assert reader.bench.article.text == "زار وفد عمّان."


def test_the_last_article_is_open_again_after_a_restart(open_reader: OpenReader) -> None:
    reader = open_reader("وصل وفد إلى دمشق.", "غادر وفد تونس.")
    reader.press("Ctrl+PgDown")
    path = reader.bench.store.path
    reader.session.close()
    again = open_reader(project=path)
    assert again.bench.article is not None
    assert again.bench.article.text == "غادر وفد تونس."


def test_the_queue_is_searched_folded_and_opened_with_enter(open_reader: OpenReader) -> None:
    from PySide6.QtTest import QTest

    reader = open_reader("وصل وفد إلى دمشق.", "غادر وفد تونس.", "اجتماع أنقرة.")
    reader.press("F3")
    queue = reader.session.window.queue
    assert queue.search.hasFocus()
    queue.search.setText("انقرة")
    QTest.keyClick(queue.search, "\r")
    assert reader.bench.article is not None
    assert reader.bench.article.text == "اجتماع أنقرة."
    assert reader.session.window.view.hasFocus()
