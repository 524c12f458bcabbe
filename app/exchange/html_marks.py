"""The marks of an article as nested HTML elements around its text, line by line. Positions are code points.

Marks overlap and cross, elements cannot: every line is cut at each edge of a mark, and each piece stands inside one
element for each mark that covers it, outermost first. Nothing but elements is put into a word, so its letters join.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from app.domain.codebook import QUOTE
from app.domain.span import Span


@dataclass(frozen=True, slots=True)
class Drawn:
    """One mark as the page draws it: ``style`` its class, ``chip`` its name under the text, ``told`` its tip."""

    id: str
    kind: str
    style: str
    chip: str
    told: str
    fragments: tuple[Span, ...]

    @property
    def length(self) -> int:
        return sum(map(len, self.fragments))


@dataclass(frozen=True, slots=True)
class _Piece:
    """A mark on one line; ``first`` and ``last`` where its true edges are."""

    mark: Drawn
    span: Span
    first: bool
    last: bool


def lines_with_marks(text: str, marks: Sequence[Drawn]) -> Iterator[tuple[Span, str, int]]:
    """Every line of ``text``: where it stands, its HTML, and how many lanes of underlines it needs."""
    on_line = _by_line(text, marks)
    for line in _lines(text):
        pieces = on_line.get(line.start, [])
        lanes = _lanes(pieces)
        yield line, "".join(_line(text, line, pieces, lanes)), max(lanes.values(), default=-1) + 1


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for line in text.split("\n"):
        yield Span(start, start + len(line))
        start += len(line) + 1


def _by_line(text: str, marks: Iterable[Drawn]) -> dict[int, list[_Piece]]:
    """The pieces of all marks by the start of their line, longest marks first. Lines that are blank have none."""
    found: defaultdict[int, list[_Piece]] = defaultdict(list)
    for mark in sorted(marks, key=lambda each: (-each.length, each.fragments[0].start, each.id)):
        parts = [part for span in mark.fragments for part in _on_lines(text, span)]
        for number, (line, span) in enumerate(parts):
            found[line].append(_Piece(mark, span, number == 0, number == len(parts) - 1))
    return found


def _on_lines(text: str, span: Span) -> Iterator[tuple[int, Span]]:
    """The parts of ``span`` on each line that is not blank, with the line's start."""
    start = span.start
    while start < span.end:
        line, until = text.rfind("\n", 0, start) + 1, text.find("\n", start)
        until = len(text) if until < 0 else until
        if start < until and text[line:until].strip():
            yield line, Span(start, min(span.end, until))
        start = until + 1


def _lanes(pieces: Sequence[_Piece]) -> dict[str, int]:
    """The lane of each underlined mark, the shortest nearest to the text; a chip takes the room that it needs."""
    taken: list[list[Span]] = []
    lanes: dict[str, int] = {}
    for piece in sorted(pieces, key=lambda each: (each.mark.length, each.span.start, each.mark.id)):
        if piece.mark.kind == QUOTE:
            continue
        # The letters of a chip are smaller by a third and more.
        chip = len(piece.mark.chip) * 2 // 3 + 1 if piece.first and piece.mark.chip else 0
        room = Span(piece.span.start, max(piece.span.end, piece.span.start + chip))
        lane = lanes.get(piece.mark.id, 0)
        while lane < len(taken) and any(room.start < other.end and other.start < room.end for other in taken[lane]):
            lane += 1
        while lane >= len(taken):
            taken.append([])
        taken[lane].append(room)
        lanes[piece.mark.id] = max(lane, lanes.get(piece.mark.id, 0))
    return lanes


def _line(text: str, line: Span, pieces: Sequence[_Piece], lanes: Mapping[str, int]) -> Iterator[str]:
    chips: defaultdict[int, list[_Piece]] = defaultdict(list)
    for piece in pieces:
        if piece.first and piece.mark.chip and piece.mark.kind != QUOTE:
            chips[_word_start(text, line, piece.span.start)].append(piece)
    cuts = (edge for each in pieces for edge in (each.span.start, each.span.end))
    edges = sorted({line.start, line.end, *chips, *cuts})
    active: list[_Piece] = []
    waiting = sorted(pieces, key=lambda each: each.span.start, reverse=True)
    for start, end in pairwise(edges):
        active = [each for each in active if each.span.end > start]
        while waiting and waiting[-1].span.start == start:
            active.append(waiting.pop())
        active.sort(key=lambda each: (each.mark.kind != QUOTE, -each.mark.length, each.mark.id))
        for piece in chips.get(start, ()):
            yield _chip(piece.mark, lanes[piece.mark.id])
        for piece in active:
            yield _opening(piece, start, end, lanes)
        yield escape(text[start:end], quote=False).replace("\r", "&#13;")  # a bare one would be read as a line end
        yield "</mark>" * len(active)


def _word_start(text: str, line: Span, position: int) -> int:
    """Where the word begins that holds ``position``: a chip inside of it would part its letters."""
    while position > line.start and not text[position - 1].isspace():
        position -= 1
    return position


def _chip(mark: Drawn, lane: int) -> str:
    return f'<i class="chip {mark.style}" style="--n:{lane}" aria-hidden="true">{escape(mark.chip)}</i>'


def _opening(piece: _Piece, start: int, end: int, lanes: Mapping[str, int]) -> str:
    mark = piece.mark
    classes = ["q" if mark.kind == QUOTE else "u", mark.style]
    classes += ["first"] if piece.first and start == piece.span.start else []
    classes += ["last"] if piece.last and end == piece.span.end else []
    name = f' id="{escape(mark.id)}"' if piece.first and start == piece.span.start else ""
    lane = "" if mark.kind == QUOTE else f' style="--n:{lanes[mark.id]}"'  # always: an outer one would be inherited
    return f'<mark class="{" ".join(classes)}"{name}{lane} title="{escape(mark.told)}">'
