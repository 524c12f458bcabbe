"""The edges of a mark: moved by clitic, letter and word, and fragments that a mark gains and loses."""

from __future__ import annotations

from app.domain.annotation import REJECTED, Annotation
from app.domain.codebook import QUOTE
from app.domain.edit import Edit
from app.domain.errors import N_
from app.domain.span import Fragments, Span
from app.domain.text.graphemes import next_edge, previous_edge
from app.workbench.actions import marking  # noqa: F401 - its actions stand before these in the menu
from app.workbench.actions.table import Menu, action, has_article
from app.workbench.bench import Workbench
from app.workbench.fragments import edge_at, fragment_at, joined
from app.workbench.frames import quote_content
from app.workbench.making import changed, tidy
from app.workbench.place import Place
from app.workbench.reading import Reading

CLITIC, LETTER, WORD = "clitic", "letter", "word"
_SHOWN = 40  # code points of a mark's text in the status line


def _edge_action(name: str, title: str, key: str, start: bool, forward: bool, unit: str) -> None:
    def act(bench: Workbench) -> None:
        move_edge(bench, start, forward, unit)

    action(name, title=title, menu=Menu.MARK, keys=(key,), when=has_article)(act)


def move_edge(bench: Workbench, start: bool, forward: bool, unit: str) -> None:
    """Move the start or end of the mark at hand, of the fragment at the caret if it has several, by one unit. Links
    and attributes stay; a quote's inner fragments follow."""
    at_hand = bench.at_hand()
    if at_hand is None or bench.reading is None:
        return bench.say(N_("There is no mark here."))
    edge = edge_at(at_hand, bench.reach, start)
    stop = next_stop(bench.reading, edge.of(at_hand), start, forward, unit)
    fragments = edge.moved(at_hand, stop) if stop is not None else None
    if fragments is None or fragments == at_hand.fragments:
        return bench.say(N_("The edge cannot go further."))
    bench.do(Edit(N_("Move edge"), (changed(bench, at_hand, fragments=fragments),)))
    bench.put(Place.at(_held(bench.place.caret, fragments, at_hand.fragments[edge.fragment])), at_hand.id)


def _held(caret: int, fragments: Fragments, moved: Span) -> int:
    """The caret, brought back into the fragment whose edge moved if that left it behind."""
    own = next(span for span in fragments if span.meets(moved))
    return min(max(caret, own.start), own.end)


def next_stop(reading: Reading, at: int, start: bool, forward: bool, unit: str) -> int | None:
    """Where a start or end edge that stands at ``at`` goes next; None where the text ends."""
    if unit == LETTER:
        return (next_edge if forward else previous_edge)(reading.text, at)
    if unit == WORD:
        return _word_stop(reading, at, start, forward)
    stops = (reading.start_stops if start else reading.end_stops)(at)
    beyond = [stop for stop in stops if (stop > at if forward else stop < at)]
    return (min if forward else max)(beyond) if beyond else None


def _word_stop(reading: Reading, at: int, start: bool, forward: bool) -> int | None:
    """The next start of a word for a start edge, the next end of one for an end edge; points are no words."""
    words = reading.words
    token = words.after(at) if forward else words.before(at)
    if start:
        return token.start if token else None
    if forward:
        here = words.at(at)
        token = here if here and here.end > at else token
    elif token and token.end >= at:
        token = words.before(token.start)
    return token.end if token else None


_edge_action("edge.start.back", N_("Start edge back by a clitic"), "[", True, False, CLITIC)
_edge_action("edge.start.on", N_("Start edge on by a clitic"), "]", True, True, CLITIC)
_edge_action("edge.end.back", N_("End edge back by a clitic"), "{", False, False, CLITIC)
_edge_action("edge.end.on", N_("End edge on by a clitic"), "}", False, True, CLITIC)
_edge_action("edge.start.back.letter", N_("Start edge back by a letter"), "Ctrl+[", True, False, LETTER)
_edge_action("edge.start.on.letter", N_("Start edge on by a letter"), "Ctrl+]", True, True, LETTER)
_edge_action("edge.end.back.letter", N_("End edge back by a letter"), "Ctrl+{", False, False, LETTER)
_edge_action("edge.end.on.letter", N_("End edge on by a letter"), "Ctrl+}", False, True, LETTER)
_edge_action("edge.start.back.word", N_("Start edge back by a word"), "Alt+[", True, False, WORD)
_edge_action("edge.start.on.word", N_("Start edge on by a word"), "Alt+]", True, True, WORD)
_edge_action("edge.end.back.word", N_("End edge back by a word"), "Alt+{", False, False, WORD)
_edge_action("edge.end.on.word", N_("End edge on by a word"), "Alt+}", False, True, WORD)


@action("mark.around", title=N_("Walk the marks under the caret, from inside out"), menu=Menu.MARK, keys=(",",))
def walk_around(bench: Workbench) -> None:
    """Give the focus to the next larger mark under the caret, and round again; the caret stays."""
    around = [each for each in bench.marks.at(bench.reach) if each.state != REJECTED]
    if not around:
        return bench.say(N_("There is no mark here."))
    ids = [each.id for each in around]
    number = (ids.index(bench.focus) + 1) % len(ids) if bench.focus in ids else 0
    bench.put(bench.place, ids[number])
    bench.say(
        N_("Mark {number} of {count} here: {label} {surface}"),
        number=number + 1,
        count=len(ids),
        label=around[number].label,
        surface=_surface(around[number]),
    )


@action("mark.fragment.add", title=N_("Add a fragment to the last mark"), menu=Menu.MARK, keys=("=",))
def add_fragment(bench: Workbench) -> None:
    """The selection, else the stem under the caret, becomes one more fragment of the mark that has the focus or had it
    last. For a quote it is what the quotation marks around the caret enclose."""
    mark = bench.marks.get(bench.focus) or bench.marks.get(bench.last_focus)
    if mark is None or mark.state == REJECTED:
        return bench.say(N_("Give a mark the focus first (Tab), then go to the words that belong to it as well."))
    span = _wanted(bench, mark)
    if span is None:
        return bench.say(N_("There is no word here to add."))
    fragments = joined((*mark.fragments, span))
    if fragments == mark.fragments:
        return bench.say(N_("This belongs to {label} {surface} already."), label=mark.label, surface=_surface(mark))
    if bench.marks.same(mark.kind, mark.label, fragments):
        return bench.say(N_("This is marked {label} already."), label=mark.label)
    _refragment(
        bench, mark, fragments, N_("Add a fragment"), N_("Added to {label} {surface}. Its fragments now: {count}")
    )


def _wanted(bench: Workbench, mark: Annotation) -> Span | None:
    """What the mark would gain here, tidied by its label's rule."""
    if bench.reading is None:
        return None
    if mark.kind == QUOTE:
        found = quote_content(bench)
        if found is not None:
            return found[0]
    if bench.place.selection is not None:
        rule = bench.codebook.shown(mark.kind, mark.label).trim
        return tidy(bench.reading.text, bench.place.selection, rule)
    stem = bench.reading.stem(bench.place.caret)
    return stem.span if stem else None


@action("mark.fragment.remove", title=N_("Take the fragment under the caret out"), menu=Menu.MARK, keys=("-",))
def remove_fragment(bench: Workbench) -> None:
    """Of the focused mark, else of the innermost broken one under the caret; the last fragment stays."""
    mark = _broken_mark(bench)
    if mark is None:
        return bench.say(N_("There is no mark here."))
    number = fragment_at(mark, bench.reach)
    if len(mark.fragments) == 1:
        return bench.say(N_("This mark is in one piece: Delete erases it."))
    if number is None:
        return bench.say(N_("The caret is between two fragments: put it on the one that shall go."))
    fragments = (*mark.fragments[:number], *mark.fragments[number + 1 :])
    _refragment(
        bench,
        mark,
        fragments,
        N_("Remove a fragment"),
        N_("Taken out of {label} {surface}. Its fragments now: {count}"),
    )


def _refragment(bench: Workbench, mark: Annotation, fragments: Fragments, title: str, sentence: str) -> None:
    """Give the mark other fragments and the focus, the caret where it is, and say what became of it."""
    change = changed(bench, mark, fragments=fragments)
    bench.do(Edit(title, (change,)))
    bench.put(Place.at(bench.place.caret), mark.id)
    after = bench.marks.get(mark.id) or mark
    bench.say(sentence, label=after.label, surface=_surface(after), count=len(fragments))


def _broken_mark(bench: Workbench) -> Annotation | None:
    focused = bench.marks.get(bench.focus)
    if focused is not None:
        return focused
    around = [each for each in bench.marks.at(bench.reach) if each.state != REJECTED]
    return next((each for each in around if len(each.fragments) > 1), around[0] if around else None)


def _surface(mark: Annotation) -> str:
    """The mark's words for the status line, set off so that they and the sentence do not turn each other."""
    words = mark.shown
    return f"\u2068“{words if len(words) <= _SHOWN else words[: _SHOWN - 1] + '…'}”\u2069"
