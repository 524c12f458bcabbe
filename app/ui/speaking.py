"""What a screen reader is told beside what it reads itself: the mark in focus, what is said, what is asked."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.ui.hintbar import question
from app.ui.telling import mark_sentence, nothing_open
from app.workbench.announcing import Following
from app.workbench.asking import Asking
from app.workbench.bench import Workbench

_BIDI = dict.fromkeys((0x2066, 0x2067, 0x2068, 0x2069))  # isolates are for the eye; some voices spell them out


def announce(source: QWidget, text: str, grave: bool = False) -> None:
    """Have ``text`` spoken, if anybody listens; a ``grave`` one at once, any other when the voice pauses."""
    if not text:
        return
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # noqa: PLC0415 - hundreds of names, made slowly

    if not QAccessible.isActive():
        return
    event = QAccessibleAnnouncementEvent(source, text.translate(_BIDI))
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if grave else politeness.Polite)
    QAccessible.updateAccessibility(event)


def learn_names() -> None:
    """Make the names that announcing needs: while nobody types, sooner than with the first key that says something."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # noqa: F401, PLC0415 - as above

    QAccessible.isActive()


class Speaker(QObject):
    """Follows the bench for one article view, which is also described by the mark in focus. ``spoke`` repeats what was
    announced."""

    spoke = Signal(str)

    def __init__(self, bench: Workbench, view: QWidget) -> None:
        super().__init__(view)
        self._bench, self._view = bench, view
        self._shown: object = self  # nothing yet, which differs from no article
        self._soon = QTimer(self, singleShot=True, interval=0)  # once a key, and behind the article's painting
        self._soon.timeout.connect(self._follow)
        self._heard = Following()
        self._heard.listen(bench.opened, self._wake)
        self._heard.listen(bench.moved, self._wake)
        self._heard.listen(bench.edited, self._wake)
        self._heard.listen(bench.asked, self._tell_asking)
        self._follow()

    def detach(self) -> None:
        self._soon.stop()
        self._heard.end()

    def say(self, text: str, grave: bool = False) -> None:
        if text:
            announce(self._view, text, grave)
            self.spoke.emit(text)

    def _wake(self, _news: object) -> None:
        self._soon.start()

    def _follow(self) -> None:
        """The focused mark in a sentence, when another has the focus or this one changed; else the article's name."""
        bench = self._bench
        mark = bench.marks.get(bench.focus)
        shown = (mark, tuple(bench.marks.links_from(mark.id))) if mark else bench.article
        if shown == self._shown:
            return
        self._shown = shown
        name = bench.article.name if bench.article else nothing_open()
        sentence = mark_sentence(bench, mark) if mark else name
        self._view.setAccessibleDescription(sentence.translate(_BIDI))
        if mark is not None:
            self.say(sentence)

    def _tell_asking(self, asking: Asking | None) -> None:
        if asking is not None:
            self.say(question(asking))
