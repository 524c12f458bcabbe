"""An analyst at the keyboard: the real window on a real project, worked by key events alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app import resources
from app.domain.annotation import Annotation
from app.domain.article import new_article
from app.domain.edit import making
from app.store import Store
from app.ui.application import Session, make_application
from app.ui.hand import Hand, wait_until_shown
from app.workbench.frames import quote_content
from app.workbench.making import annotate

TEXT = """قمة المناخ في عمّان

قال وزير البيئة الأردني سليم الناصر إن "العاصمة مستعدة للقمة"، مضيفاً أن الوفود تصل تباعاً.

وشارك وفد من بغداد وبيروت، وقالت لجنة التنظيم في بيان إن «الجلسات تبدأ الأحد».

وأضاف أن "التمويل مؤمّن" بنسبة 71%، وفق برنامج الأمم المتحدة الإنمائي (UNDP).

وتوجه الوفد للسعودية في 30.04.2026 وبالعراق محطته الأخيرة.
"""


class Reader(Hand):
    """A hand that also says what it sees."""

    def __init__(self, session: Session) -> None:
        super().__init__(session.window)
        self.session = session

    def go_to(self, place: int | str) -> None:  # type: ignore[override]
        super().go_to(place if isinstance(place, int) else self.find(place).start)

    def settle(self) -> None:
        """Until what is shown a moment later is shown: the ground of what a label key marks, the lens's lines."""
        for _ in range(500):
            if self.bench.ready and self.bench.lens.finished:
                return
            QTest.qWait(10)
        raise AssertionError("the article was not read")

    def marks(self, kind: str = "entity") -> list[tuple[str, str]]:
        return [(mark.label, mark.exact) for mark in self.bench.marks if mark.kind == kind]

    def target(self) -> str:
        """The words that a label key would mark now."""
        reading = self.bench.reading
        assert reading is not None
        span = reading.target(self.bench.place)
        return reading.text[span.start : span.end] if span else ""

    def focused(self) -> Annotation:
        found = self.bench.marks.get(self.bench.focus)
        assert found is not None, "nothing has the focus"
        return found

    def quote(self) -> Annotation:
        """The one quote of the article."""
        (found,) = [mark for mark in self.bench.marks if mark.kind == "quote"]
        return found

    def quote_by_hand(self, place: int | str) -> Annotation:
        """An accepted quote on what the quotation marks there enclose, its slots empty, as nobody proposes it."""
        self.go_to(place)
        found = quote_content(self.bench)
        assert found is not None
        span, label = found
        made = annotate(self.bench, "quote", label, (span,))
        self.bench.do(making("Mark quote", made))
        self.bench.put(self.bench.place, made.id)
        QApplication.processEvents()
        return self.focused()

    def said(self) -> str:
        return self.session.window.status.message.text()

    def filled(self, mark: Annotation, role: str) -> list[str]:
        """The surfaces that fill a slot."""
        ends = [self.bench.marks.get(link.target.value) for link in self.bench.marks.links_from(mark.id, role)]
        return [end.exact for end in ends if end]


OpenReader = Callable[..., Reader]


@pytest.fixture(autouse=True)
def inspector_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """No journey waits for the moment that the inspector gives the next key."""
    monkeypatch.setattr("app.ui.inspector.REST", 0)


@pytest.fixture
def open_reader(tmp_path: Path, qtbot: object) -> Iterator[OpenReader]:
    """Opens a window on a project that holds the given texts, or on a project that is there already."""
    make_application().setCursorFlashTime(0)
    sessions: list[Session] = []

    def open_(*texts: str, project: Path | None = None) -> Reader:
        path = project or tmp_path / f"project-{len(sessions)}.tawsim"
        if not path.exists():
            with Store.create(path, resources.codebook()) as store:
                for number, text in enumerate(texts or (TEXT,)):
                    store.add_article(new_article(f"article-{number}", text))
        session = Session(path, author="sana")
        sessions.append(session)
        wait_until_shown(session.window)
        return Reader(session)

    yield open_
    for session in sessions:
        session.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QApplication.processEvents()


@pytest.fixture
def reader(open_reader: OpenReader) -> Reader:
    return open_reader()
