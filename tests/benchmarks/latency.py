"""From the key to the commit to the painted window, in articles short and long, with few marks and many."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from app import resources
from app.domain.article import new_article
from app.domain.edit import making
from app.store import Stamp, Store
from app.ui.application import Session, make_application
from app.ui.hand import wait_until_shown
from app.workbench.place import Place
from tests.benchmarks.corpora import remove
from tests.benchmarks.inventing import LAYER, WHEN, invent
from tests.benchmarks.keys import Bare, Timed, settle, turn
from tests.benchmarks.timing import BARE, WHOLE, Measure, Measures, Sample

PART = "latency"
REFERENCE = Path(__file__).parents[2] / "../shared/articles/000_57f3cbd02e05244a.txt"
_ONE_PARAGRAPH = 10**9
_BREATH = 4.0  # seconds before the first key, as somebody takes to find where to begin
_COMMITS = ("mark", "edge move", "undo", "erase a quote", "Q", "A, Enter, all marked")


@dataclass(frozen=True, slots=True)
class Page:
    """The article that is worked in: of ``characters`` code points with ``marks``, 0 and 0 for the reference one."""

    characters: int
    marks: int
    one_paragraph: bool = False

    @property
    def name(self) -> str:
        if not self.characters:
            return "the reference article"
        return f"{self.characters:,} characters, {self.marks:,} marks" + ", one paragraph" * self.one_paragraph

    def write(self, path: Path) -> None:
        """A project with the article, and a short one beside it."""
        book = resources.codebook()
        with Store.create(path, book) as store:
            if not self.characters:
                store.add_article(new_article("reference", REFERENCE.read_text(encoding="utf-8")))
            else:
                paragraph = _ONE_PARAGRAPH if self.one_paragraph else 420
                made = invent(book, "long", length=self.characters, most=self.marks, paragraph=paragraph)
                assert len(made.article.text) >= self.characters - 2
                store.add_article(made.article)
                edit = making("Import", *made.annotations, *made.links, made.progress)
                store.record(edit, Stamp(LAYER, LAYER, WHEN, book.version))
            store.add_article(new_article("short", "لا شيء هنا بعد."))


@contextmanager
def opened(path: Path) -> Iterator[Session]:
    make_application().setCursorFlashTime(0)
    session = Session(path, layer=LAYER, author=LAYER)
    try:
        wait_until_shown(session.window)
        yield session
    finally:
        session.close()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QApplication.processEvents()


def article(
    folder: Path, characters: int, marks: int, one_paragraph: bool = False, rounds: int = 200, seconds: float = 40
) -> list[Measure]:
    """Every key, ``rounds`` times or for so many ``seconds``, whichever is less, and three times at least."""
    page = Page(characters, marks, one_paragraph)
    folder.mkdir(parents=True, exist_ok=True)
    project = folder / f"latency-{time.time_ns()}.tawsim"
    page.write(project)
    size = {"characters": characters, "marks": marks} if characters and not one_paragraph else {}
    measures = Measures(PART, page.name, **size)
    with opened(project) as session:
        _measure(session, folder, measures, rounds, seconds)
    remove(project)
    return measures.all


def _measure(session: Session, folder: Path, measures: Measures, rounds: int, seconds: float) -> None:
    bench, view = session.bench, session.window.view
    assert bench.article is not None
    text = bench.article.text
    hand, bare = Timed(session), Bare(text, view, folder)
    wait_until_shown(session.window)
    settle(_BREATH)
    before = {each.id for each in bench.marks}
    quotation = text.index('"' if '"' in text else "«", len(text) // 2)
    word = text[len(text) // 2 :].split()[1]
    made = _few_marks(hand) if not len(bench.marks) else 0
    source = hand.source()
    scroll, stall = Sample("scroll, a page of the wheel"), Sample("longest stall after an edit")
    first = Sample("the first key of its kind in a session")
    warm, number, until = True, 0, time.perf_counter() + seconds
    while number < min(rounds, 3) or (number < rounds and time.perf_counter() < until):
        bare.time()
        hand.mark_at(len(text) // 3 + 40 * number % (len(text) // 2))
        hand.quote_at(quotation)
        if number % 3 == 0:
            hand.walk(len(text) // 3 + 30 * number % (len(text) // 2))
            hand.jump()
            hand.find(word)
        if number % 12 == 0 and source is not None:
            hand.everywhere(source)
        if number % 8 == 0:
            hand.stall(quotation + 2, stall)
        for edit, sample in ((bare.edit, bare.scroll), (view, scroll)):
            with sample.timed():
                turn(edit, 4 if number % 20 < 10 else -4)
        number += 1
        if warm:  # a window that is under way: what is made once for all has been made
            warm, number = False, 0
            for sample in hand.samples.values():
                first.add(sample.seconds[0], sample.cpu[0])
            for sample in (*bare.samples, *hand.samples.values(), scroll, stall):
                sample.clear()
            until = time.perf_counter() + seconds
    for _ in range(made + (source is not None)):
        hand.take_back(len(bench.marks) - 1)
    assert {each.id for each in bench.marks} == before, "what was done was not all taken back"
    opening = _reopen(hand, min(rounds, 5), seconds / 4)
    bare.close()
    _tell(measures, hand, bare, scroll, stall, opening)
    measures.take(first)


def _few_marks(hand: Timed) -> int:
    """A few marks to walk over, in an article that has none; how many."""
    assert hand.bench.article is not None
    length = len(hand.bench.article.text)
    for number in range(12):
        hand.bench.put(Place.at(length // 3 + 60 * number % (length // 2)))
        hand.press("P")  # another than the free label, which shall always have something to do
    return len(hand.bench.marks)


def _reopen(hand: Timed, rounds: int, seconds: float) -> Sample:
    """From another article back to this one, until it is painted; several times, or as often as the time allows."""
    bench = hand.bench
    assert bench.article is not None
    here = bench.article.id
    other = next(row.id for row in bench.store.queue(bench.layer) if row.id != here)
    until = time.perf_counter() + seconds
    for number in range(rounds):
        if number and time.perf_counter() > until:
            break
        bench.open_article(other)
        settle(0.3)
        hand.until("open the article", lambda: bench.open_article(here))
    return hand.samples.pop("open the article")


def _tell(measures: Measures, hand: Timed, bare: Bare, scroll: Sample, stall: Sample, opening: Sample) -> None:
    for sample in bare.samples:
        measures.take(sample, kind=BARE)
    for sample in hand.samples.values():
        measures.take(sample, bare.whole if sample.name in _COMMITS else bare.step)
    measures.take(scroll, bare.scroll)
    measures.take(stall)
    measures.take(opening, kind=WHOLE)
