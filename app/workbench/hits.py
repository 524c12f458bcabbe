"""Hits of a search at the bench: their lines, how they are marked already, and the edit that marks them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.domain.annotation import ACCEPTED, MANUAL, REJECTED, Annotation
from app.domain.codebook import CUE, ENTITY
from app.domain.edit import Edit
from app.domain.errors import N_
from app.domain.span import Span, surface
from app.store.concordance import Hit, HitLine
from app.workbench.bench import Workbench
from app.workbench.everywhere import FREE, NESTED, TAKEN, Occurrence, standing
from app.workbench.making import tidy, usable_label
from app.workbench.marks import Marks
from app.workbench.propagating import propagating
from app.workbench.reading import Reading

_KEPT = 200  # articles whose marks are kept
_TEXT = "text"
_NAMES = (ENTITY, CUE)


@dataclass(frozen=True, slots=True)
class Marking:
    """An edit that marks hits, and what became of the others: marked so already, in the way of another mark, or in no
    text at all."""

    edit: Edit
    marked: int
    already: int
    barred: int


class HitLines:
    """The lines of hits as they are asked for, with what the layer has marked there."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench
        self._marks: dict[str, Marks] = {}

    def forget(self) -> None:
        """Read the marks again: something has changed."""
        self._marks.clear()

    def line(self, hit: Hit) -> Occurrence | None:
        """A hit as a line; None when it cannot be read any more."""
        line = self._bench.store.concordance.line(hit)
        return None if line is None else self._occurrence(line)

    def _occurrence(self, line: HitLine) -> Occurrence:
        now, other = FREE, ""
        if line.field == _TEXT and line.exact:
            now, other = _marked(self.marks(line.article), Span(line.start, line.end))
        return Occurrence(
            article=line.article,
            name=line.name,
            rtl=line.rtl,
            span=Span(line.start, line.end),
            exact=line.exact,
            normalized=None,
            before=line.before,
            after=line.after,
            standing=now,
            other=other,
        )

    def marks(self, article: str) -> Marks:
        """The layer's marks in an article."""
        bench = self._bench
        if bench.article is not None and bench.article.id == article:
            return bench.marks
        if article not in self._marks:
            if len(self._marks) >= _KEPT:
                self._marks.clear()
            self._marks[article] = Marks(article, bench.store.annotations(article, bench.layer))
        return self._marks[article]


def marking_hits(bench: Workbench, kind: str, label: str, hits: Sequence[Hit]) -> Marking:
    """One edit that marks the hits as a label key would: edges tidied by the label's rule, names written out that لل
    hides. What is marked so already, or crosses a mark of the kind, stays as it is. Hits in titles have no place."""
    template = _template(bench, kind, usable_label(bench.codebook, kind, label))
    places: list[Occurrence] = []
    already = barred = 0
    readings: dict[str, Reading] = {}
    marks: dict[str, Marks] = {}
    for line in filter(None, map(bench.store.concordance.line, hits)):
        if line.article not in readings:
            readings[line.article] = Reading(bench.store.article(line.article), bench.lexicons, bench.knows)
            marks[line.article] = Marks(line.article, bench.store.annotations(line.article, bench.layer))
        place = _place(readings[line.article], line, bench.codebook.shown(kind, template.label).trim)
        if place is None:
            barred += 1
            continue
        now, other = standing(place.span, template, marks[line.article])
        if now != TAKEN:
            places.append(place)
        elif other == template.label:
            already += 1
        else:
            barred += 1
    return Marking(_edit(bench, template, places), len(places), already, barred)


def _edit(bench: Workbench, template: Annotation, places: list[Occurrence]) -> Edit:
    """Several at once are marked as what was found; a single one, looked at and marked, is made by hand."""
    edit = propagating(bench, template, places)
    if len(places) != 1:
        return replace(edit, title=N_("Mark hits"))
    changes = tuple(
        replace(change, after=replace(change.after, origin=MANUAL)) if isinstance(change.after, Annotation) else change
        for change in edit.changes
    )
    return replace(edit, title=N_("Mark"), changes=changes)


def _template(bench: Workbench, kind: str, label: str) -> Annotation:
    """A mark with this label that is nowhere: what the marks of hits are made after."""
    stamp = bench.stamp()
    return Annotation(
        id="",
        article="",
        layer=bench.layer,
        kind=kind,
        label=label,
        fragments=(Span(0, 1),),
        exact="",
        attributes={},
        made_at=stamp.at,
        made_by=stamp.author,
        codebook=stamp.codebook,
        state=ACCEPTED,
    )


def _place(reading: Reading, line: HitLine, rule: str) -> Occurrence | None:
    """Where a hit is marked; None where that cannot be."""
    if line.field != _TEXT or not line.exact:
        return None
    span = tidy(reading.text, Span(line.start, line.end), rule)
    if span is None:
        return None
    token = reading.words.at(span.start)
    stems = reading.stems(token) if token is not None and token.end == span.end else ()
    normalized = next((stem.normalized for stem in stems if stem.span == span), None)
    exact = surface(reading.text, (span,))
    return Occurrence(line.article, line.name, line.rtl, span, exact, normalized, line.before, line.after)


def _marked(marks: Marks, span: Span) -> tuple[str, str]:
    """How a place is marked as a name or cue: as it stands, or in or around another such mark."""
    nested = ""
    for each in marks.meeting(span):
        if each.kind not in _NAMES or each.state == REJECTED or not any(map(span.meets, each.fragments)):
            continue
        if each.fragments == (span,):
            return TAKEN, each.label
        nested = nested or each.label
    return (NESTED, nested) if nested else (FREE, "")
