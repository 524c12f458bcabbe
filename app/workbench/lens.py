"""The lens: where the open article reports somebody's words, and which of that no quote covers yet.

An attribution is framed when a live quote of the layer takes most of its content, and itself lies mostly in it, or when
the quote has a cue on its reporting expression. One whose quote was rejected is set aside: the analyst has said no.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from app.domain.annotation import REJECTED, Annotation, Link
from app.domain.article import Details
from app.domain.codebook import CUE, QUOTE
from app.domain.edit import Edit
from app.domain.span import Fragments, Span
from app.workbench.announcing import Announcer
from app.workbench.silence import silent

if TYPE_CHECKING:
    from app.domain.article import Article
    from app.domain.text.lexicon import Lexicons, ReportingVerb
    from app.suggest.attribution import Attribution
    from app.suggest.steps import Steps
    from app.workbench.bench import Workbench
    from app.workbench.hearing import Heard, Hearing

    Shown = tuple[ReportingVerb, bool]

_KEPT = 12  # articles whose reading is kept
_AHEAD = 40  # pieces that one key may read


class Lens:
    """What is reported in the open article, read piece by piece (``step``), and kept, since a text never changes.

    ``changed`` tells the stretches that look different, when something was read, framed or made free again. Positions
    are code points. Zones in which nobody says anything are left out.
    """

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench
        self.on = True
        self.changed: Announcer[list[Span]] = Announcer()
        self._kept: OrderedDict[tuple[str, int], tuple[Lexicons, dict[int, Heard]]] = OrderedDict()
        self._pieces: list[Span] = []
        self._whole: frozenset[int] = frozenset()
        self._unread: list[int] = []
        self._hearing: Hearing | None = None
        self._reading: tuple[int, Steps[Heard]] | None = None
        self._heard: dict[int, Heard] = {}
        self._free: dict[int, tuple[Attribution, ...]] = {}
        self._shown: dict[int, tuple[Shown, ...]] = {}
        self._long: dict[int, Fragments] = {}
        self._count = 0
        self._begun = False
        self._silent: list[Span] = []
        bench.opened.listen(self._turn_to)
        bench.reworded.listen(self._turn_to)
        bench.edited.listen(self._follow)

    def switch(self, on: bool) -> None:
        """Look through the lens, or no longer."""
        self.on = on
        self.changed.tell([])

    @property
    def serves(self) -> bool:
        """Whether it is on, in a project that has quotes."""
        return self.on and any(kind.id == QUOTE and kind.labels for kind in self._bench.codebook.kinds)

    @property
    def finished(self) -> bool:
        """Whether the whole article has been read."""
        return self._begun and not self._unread

    @property
    def left(self) -> int | None:
        """How many attributions are not framed yet; None while the article is being read, or no lens is on."""
        return self._count if self.serves and self.finished and self._bench.article is not None else None

    def step(self, position: int = 0) -> bool:
        """Go on a step: with the first piece from ``position`` on that nobody has read, and then the others; whether
        any is left."""
        self._begin()
        if self._unread:
            at = bisect_left(self._unread, self._number(position))
            self._step(self._unread[at % len(self._unread)])
        return bool(self._unread)

    def _step(self, first: int) -> None:
        """One step of the piece that is being read, else of ``first``."""
        if self._reading is None or not self._is_unread(self._reading[0]):
            assert self._hearing is not None
            self._reading = first, self._hearing.steps(self._pieces[first], first in self._whole)
        number, steps = self._reading
        try:
            next(steps)
        except StopIteration as end:
            self._reading = None
            self.changed.tell(self._learn(number, end.value))
        except BaseException:
            self._reading = None  # a generator that failed goes on no more
            raise

    def finish(self) -> None:
        """Read all that is left."""
        while self.step():
            pass

    def expressions(self, span: Span) -> Iterator[Shown]:
        """The reporting expressions in ``span`` that were read, and whether what they report is not framed yet. Those
        that are marked as cues, or report what is framed or set aside, are left out: nothing is to be done there."""
        if not self.serves or not self._pieces:
            return
        for number in range(self._number(span.start), self._number(span.end) + 1):
            yield from (each for each in self._shown.get(number, ()) if each[0].span.meets(span))

    def beyond(self, position: int, step: int) -> Attribution | None:
        """The next attribution that is not framed, behind ``position`` (``step`` 1) or before it (-1), going round at
        the article's ends. What was not read yet is read on the way, but not more than a key has time for."""
        self._begin()
        if not self._pieces:
            return None
        first, room = self._number(position), _AHEAD
        for distance in range(len(self._pieces) + 1):
            number = (first + step * distance) % len(self._pieces)
            if self._is_unread(number):
                if room == 0:
                    return None
                room -= 1
                self.changed.tell(self._read(number))
            found = self._free.get(number, ())
            if distance == 0:
                found = tuple(each for each in found if (each.extent.start - position) * step > 0)
            if found:
                return found[0 if step > 0 else -1]
        return None

    # reading

    def _begin(self) -> None:
        """Find the pieces of the open article, with the first question."""
        bench, reading = self._bench, self._bench.reading
        if self._begun or reading is None:
            self._begun = True
            return
        from app.workbench.hearing import Hearing, pieces  # noqa: PLC0415 - a window is sooner there without the rules

        self._begun = True
        self._hearing = Hearing(reading.text, reading.words, reading.lexicons, reading.knows)
        self._pieces = pieces(reading.text, reading.paragraphs)
        paragraphs = frozenset(reading.paragraphs)
        self._whole = frozenset(number for number, piece in enumerate(self._pieces) if piece in paragraphs)
        known = self._keep(reading.article, bench.lexicons)
        self._silent = silent(reading.article, bench.codebook)
        self._unread = [
            n for n, piece in enumerate(self._pieces) if not any(zone.holds(piece) for zone in self._silent)
        ]
        self._heard = known
        shown = [span for number in self._unread[:] if number in known for span in self._take(number)]
        if shown:
            self.changed.tell(shown)

    def _keep(self, article: Article, lexicons: Lexicons) -> dict[int, Heard]:
        """What is known of the article already, read with the same word lists."""
        key = (article.id, id(lexicons))
        kept = self._kept.get(key)
        if kept is None or kept[0] is not lexicons:
            kept = self._kept[key] = (lexicons, {})
        self._kept.move_to_end(key)
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return kept[1]

    def _is_unread(self, number: int) -> bool:
        at = bisect_left(self._unread, number)
        return at < len(self._unread) and self._unread[at] == number

    def _read(self, number: int) -> list[Span]:
        """Read a piece; the stretches that look different now."""
        assert self._hearing is not None
        return self._learn(number, self._hearing.piece(self._pieces[number], number in self._whole))

    def _learn(self, number: int, heard: Heard) -> list[Span]:
        """What was heard in a piece; the stretches that look different now."""
        self._heard[number] = heard.outside(self._silent)
        return self._take(number)

    def _take(self, number: int) -> list[Span]:
        """A piece is known now: see what of it is free, and what in other pieces a long quotation of it takes along."""
        del self._unread[bisect_left(self._unread, number)]
        heard = self._heard[number]
        longer = tuple(span for each in heard.attributions if len(each.content) > 1 for span in each.content)
        changed = [verb.span for verb in heard.expressions]
        if longer:
            self._long[number] = longer
            others = range(self._number(longer[0].start), self._number(longer[-1].end) + 1)
            changed += self._look_again(set(others) - {number})
        self._look(number)
        return changed

    def _number(self, position: int) -> int:
        """The piece at ``position``, or the last one before it."""
        return max(bisect_right(self._pieces, position, key=lambda piece: piece.start) - 1, 0)

    # framing

    def _look(self, number: int) -> bool:
        """See what is free in a piece; whether that changed."""
        from app.workbench.hearing import is_echo  # noqa: PLC0415 - see _begin

        held = [span for other, spans in self._long.items() if other != number for span in spans]
        free = tuple(
            each for each in self._heard[number].attributions if not is_echo(each, held) and not self._is_settled(each)
        )
        before, seen = self._free.get(number, ()), self._shown.get(number)
        self._free[number], self._shown[number] = free, tuple(self._to_show(self._heard[number], free))
        self._count += len(free) - len(before)
        return free != before or self._shown[number] != seen

    def _to_show(self, heard: Heard, free: tuple[Attribution, ...]) -> Iterator[Shown]:
        for verb in heard.expressions:
            at_work = [each for each in heard.attributions if each.cue and each.cue.meets(verb.span)]
            is_free = any(each in free for each in at_work)
            if (is_free or not at_work) and not self._has_line(verb.span):
                yield verb, is_free

    def _look_again(self, numbers: Iterable[int]) -> list[Span]:
        """See again what is free in pieces that were looked at; the stretches that look different now."""
        changed = [number for number in sorted(numbers) if number in self._free and self._look(number)]
        return [verb.span for number in changed for verb in self._heard[number].expressions]

    def _is_settled(self, attribution: Attribution) -> bool:
        """Whether a quote frames it, or one was rejected there."""
        marks = self._bench.marks
        for mark in marks.meeting(attribution.extent):
            if mark.kind == QUOTE and _agree(attribution.content, mark.fragments):
                return True
        cues = marks.meeting(attribution.cue) if attribution.cue else []
        links = (link for cue in cues if cue.kind == CUE for link in marks.links_to(cue.id))
        sources = (marks.get(link.source) for link in links)
        return any(source is not None and source.kind == QUOTE and source.state != REJECTED for source in sources)

    def _has_line(self, expression: Span) -> bool:
        """Whether a cue stands there, which is underlined itself."""
        return any(each.kind == CUE and each.state != REJECTED for each in self._bench.marks.meeting(expression))

    def _turn_to(self, _news: object) -> None:
        """Another article, or other word lists: what is known of it is taken with the first question."""
        self._begun = False
        self._hearing = self._reading = None
        self._pieces, self._unread, self._whole = [], [], frozenset()
        self._heard, self._free, self._shown, self._long = {}, {}, {}, {}
        self._count = 0
        self.changed.tell([])

    def _follow(self, edit: Edit) -> None:
        """Look again where quotes and cues have changed; read anew where the article has other zones."""
        article = self._bench.article
        if article is not None and any(
            isinstance(c.after, Details) and c.after.article == article.id for c in edit.changes
        ):
            self._kept.pop((article.id, id(self._bench.lexicons)), None)
            return self._turn_to(edit)
        if article is None or not self._free:
            return
        numbers: set[int] = set()
        for span in self._touched(edit, article.id):
            numbers.update(range(self._number(span.start), self._number(span.end) + 1))
        if numbers:
            self.changed.tell(self._look_again(numbers | self._long.keys()))

    def _touched(self, edit: Edit, article: str) -> Iterator[Span]:
        for change in edit.changes:
            for record in (change.before, change.after):
                if isinstance(record, Annotation) and record.article == article and record.kind in (QUOTE, CUE):
                    yield record.extent
                elif isinstance(record, Link) and record.article == article:
                    ends = map(self._bench.marks.get, (record.source, record.target.value))
                    yield from (end.extent for end in ends if end is not None and end.kind in (QUOTE, CUE))


def _agree(one: Fragments, other: Fragments) -> bool:
    """Whether two runs of spans have most of either in common."""
    common = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
    return 2 * common > max(sum(map(len, one)), sum(map(len, other)))
