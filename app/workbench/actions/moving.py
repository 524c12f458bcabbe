"""Moving the caret and extending the selection. Arrows follow the eye: in a right-to-left article Left goes forward."""

from __future__ import annotations

from collections.abc import Callable

from app.domain.errors import N_
from app.domain.span import Span
from app.domain.text import growth, movement
from app.workbench.actions.table import Menu, action
from app.workbench.bench import Workbench
from app.workbench.place import Place


def _leftwards(bench: Workbench, left: bool) -> bool:
    """Whether the arrow goes forward in reading order."""
    rtl = bench.article is None or bench.article.direction == "rtl"
    return left == rtl


def _word(bench: Workbench, forward: bool, extend: bool) -> int:
    """One word on. Extending forward takes the word to its end, so that no space hangs on the selection."""
    assert bench.reading is not None
    words, caret = bench.reading.words, bench.place.caret
    if not forward:
        return movement.word_backward(words, caret)
    return movement.word_end_forward(words, caret) if extend else movement.word_forward(words, caret)


def _clitic(bench: Workbench, forward: bool, extend: bool) -> int:
    assert bench.reading is not None
    reading = bench.reading
    step = movement.clitic_forward if forward else movement.clitic_backward
    return step(reading.text, reading.words, bench.place.caret, reading.lexicons)


def _sentence(bench: Workbench, forward: bool, extend: bool) -> int:
    """To the next sentence's start, across paragraphs; extending forward, to the end of this one."""
    assert bench.reading is not None
    reading, caret = bench.reading, bench.place.caret
    here = reading.sentences(caret)
    if not forward:
        target = movement.sentence_backward(here, caret)
        if target < caret:
            return target
        above = reading.sentences(reading.paragraph(max(reading.paragraph(caret).start - 1, 0)).start)
        return above[-1].start if above else 0
    if extend:
        return next((each.end for each in here if each.end > caret), _paragraph(bench, True, True))
    target = movement.sentence_forward(here, caret)
    return target if any(each.start == target for each in here) and target > caret else _paragraph(bench, True, False)


def _paragraph(bench: Workbench, forward: bool, extend: bool) -> int:
    assert bench.reading is not None
    spans, caret = bench.reading.paragraphs, bench.place.caret
    if forward and extend:
        return next((each.end for each in spans if each.end > caret), len(bench.reading.text))
    return (movement.sentence_forward if forward else movement.sentence_backward)(spans, caret)


def _go(bench: Workbench, caret: int, extend: bool) -> None:
    """Put the caret there. A selection that is only beginning takes in the whole stem that stood under the caret."""
    if bench.reading is None:
        return
    caret = min(max(caret, 0), len(bench.reading.text))
    if extend and bench.place.selection is None and caret > bench.place.caret:
        stem = bench.reading.stem(bench.place.caret)
        if stem and bench.place.caret <= stem.span.start < caret:
            return bench.put(Place(stem.span.start, caret))
    bench.put(bench.place.to(caret, extend))


def _horizontal(step: Callable[[Workbench, bool, bool], int], left: bool, extend: bool) -> Callable[[Workbench], None]:
    def act(bench: Workbench) -> None:
        if bench.reading is not None:
            _go(bench, step(bench, _leftwards(bench, left), extend), extend)

    return act


def _vertical(step: int, extend: bool, page: bool = False) -> Callable[[Workbench], None]:
    def act(bench: Workbench) -> None:
        if bench.reading is None:
            return
        lines = max(bench.window.lines_in_view() - 1, 1) if page else 1
        landed = bench.window.line(bench.place.caret, step * lines)
        token = bench.reading.words.at(landed)
        if token is not None:
            landed = token.end if extend and step > 0 else token.start
        _go(bench, landed, extend)

    return act


def _paragraphwise(forward: bool, extend: bool) -> Callable[[Workbench], None]:
    def act(bench: Workbench) -> None:
        if bench.reading is not None:
            _go(bench, _paragraph(bench, forward, extend), extend)

    return act


def _edge_of_text(end: bool, extend: bool) -> Callable[[Workbench], None]:
    def act(bench: Workbench) -> None:
        if bench.reading is not None:
            _go(bench, len(bench.reading.text) if end else 0, extend)

    return act


_TITLES = {
    ("Left", ""): N_("Word to the left"),
    ("Right", ""): N_("Word to the right"),
    ("Up", ""): N_("Line up"),
    ("Down", ""): N_("Line down"),
    ("Left", "Ctrl+"): N_("Sentence to the left"),
    ("Right", "Ctrl+"): N_("Sentence to the right"),
    ("Up", "Ctrl+"): N_("Paragraph up"),
    ("Down", "Ctrl+"): N_("Paragraph down"),
    ("Left", "Alt+"): N_("Clitic or letter to the left"),
    ("Right", "Alt+"): N_("Clitic or letter to the right"),
    ("PgUp", ""): N_("Page up"),
    ("PgDown", ""): N_("Page down"),
    ("Home", ""): N_("Start of the article"),
    ("End", ""): N_("End of the article"),
    ("Left", "Shift+"): N_("Select a word to the left"),
    ("Right", "Shift+"): N_("Select a word to the right"),
    ("Up", "Shift+"): N_("Select a line up"),
    ("Down", "Shift+"): N_("Select a line down"),
    ("Left", "Ctrl+Shift+"): N_("Select a sentence to the left"),
    ("Right", "Ctrl+Shift+"): N_("Select a sentence to the right"),
    ("Up", "Ctrl+Shift+"): N_("Select a paragraph up"),
    ("Down", "Ctrl+Shift+"): N_("Select a paragraph down"),
    ("Left", "Alt+Shift+"): N_("Select a clitic or letter to the left"),
    ("Right", "Alt+Shift+"): N_("Select a clitic or letter to the right"),
    ("PgUp", "Shift+"): N_("Select a page up"),
    ("PgDown", "Shift+"): N_("Select a page down"),
    ("Home", "Shift+"): N_("Select to the start of the article"),
    ("End", "Shift+"): N_("Select to the end of the article"),
}


def _enter_all() -> None:
    """Every arrow with every modifier, plain and extending."""
    for extend in (False, True):
        shift = "Shift+" if extend else ""
        menu = Menu.SELECT if extend else Menu.MOVE
        acts = {
            ("Left", ""): _horizontal(_word, True, extend),
            ("Right", ""): _horizontal(_word, False, extend),
            ("Up", ""): _vertical(-1, extend),
            ("Down", ""): _vertical(1, extend),
            ("Left", "Ctrl+"): _horizontal(_sentence, True, extend),
            ("Right", "Ctrl+"): _horizontal(_sentence, False, extend),
            ("Up", "Ctrl+"): _paragraphwise(False, extend),
            ("Down", "Ctrl+"): _paragraphwise(True, extend),
            ("Left", "Alt+"): _horizontal(_clitic, True, extend),
            ("Right", "Alt+"): _horizontal(_clitic, False, extend),
            ("PgUp", ""): _vertical(-1, extend, page=True),
            ("PgDown", ""): _vertical(1, extend, page=True),
            ("Home", ""): _edge_of_text(False, extend),
            ("End", ""): _edge_of_text(True, extend),
        }
        for (key, modifier), act in acts.items():
            chord = f"{modifier}{shift}"
            name = f"{'select' if extend else 'move'}.{modifier.lower().rstrip('+') or 'plain'}.{key.lower()}"
            action(name, title=_TITLES[key, chord], menu=menu, keys=(f"{chord}{key}",))(act)


_enter_all()


@action("select.grow", title=N_("Grow the selection"), menu=Menu.SELECT, keys=("Space",))
def grow(bench: Workbench) -> None:
    """The next larger stretch: stem, word, names, quoted stretch, clause, sentence, paragraph."""
    if bench.reading is None:
        return
    place = bench.place
    current = bench.reading.target(place) or Span(place.caret, place.caret)
    origin = bench.climb.origin if bench.climb.way else place.caret
    if not bench.climb.way and place.selection is not None:
        origin = _origin(bench, place.selection)
    rung = growth.grow(bench.reading.ladder(origin), current)
    if rung != place.selection:
        bench.climb_to(Place(rung.start, rung.end), bench.climb.on(place, origin))


@action("select.shrink", title=N_("Shrink the selection"), menu=Menu.SELECT, keys=("Shift+Space",))
def shrink(bench: Workbench) -> None:
    """Back by the way that growing came; where nothing has grown, the next smaller stretch at the caret."""
    if bench.reading is None:
        return
    if bench.climb.way:
        return bench.climb_to(bench.climb.way[-1], bench.climb.back())
    current = bench.reading.target(bench.place)
    if current is None:
        return
    origin = bench.place.caret if bench.place.selection is None else _origin(bench, current)
    rung = growth.shrink(bench.reading.ladder(origin), current)
    if rung != current:
        bench.put(Place(rung.start, rung.end))


def _origin(bench: Workbench, selection: Span) -> int:
    """The word that a selection made otherwise grows around: its first or its last, whichever has the nearer rung."""
    assert bench.reading is not None
    text, last = bench.reading.text, bench.reading.words.before(selection.end)
    ends = (selection.start, max(last.start, selection.start) if last else selection.start)
    larger = {start: growth.grow(bench.reading.ladder(start), selection) for start in ends}
    return min(larger, key=lambda start: len(larger[start]) if larger[start] != selection else len(text))


@action("select.all", title=N_("Select the whole article"), menu=Menu.SELECT, keys=("Ctrl+A",))
def select_all(bench: Workbench) -> None:
    assert bench.reading is not None
    bench.put(Place(0, len(bench.reading.text)))


@action("select.none", title=N_("Select nothing"), menu=Menu.SELECT, keys=("Esc",))
def select_nothing(bench: Workbench) -> None:
    """Leave whatever is begun: a choice, a relabelling, the matches, the selection, then the focus."""
    if bench.asking is not None:
        return bench.cancel()
    if bench.relabelling:
        bench.relabelling = False
        return bench.say("")
    if bench.seeking.shown:
        return bench.seeking.leave()
    if bench.place.selection is not None:
        return bench.put(Place.at(bench.place.caret), bench.focus)
    bench.focus = None
    bench.put(bench.place)
