"""A whole quote proposed in one act: its content, the words that report it, and who says it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from app.domain.annotation import ANNOTATION_END, REJECTED, SUGGESTED, Annotation, End, Link, Record
from app.domain.codebook import CUE, ENTITY, QUOTE
from app.domain.edit import Change, Edit
from app.domain.errors import N_
from app.domain.span import Fragments, Span
from app.suggest.attribution import SPEECH, Attribution
from app.suggest.nominals import ANONYMOUS, BODY, IMPLICIT, OFFICE, PERSON, PLACE, PRONOUN, Speaker
from app.workbench.bench import Workbench
from app.workbench.entries import last_speaker
from app.workbench.frames import SPEAKER, quote_content
from app.workbench.making import annotate, link
from app.workbench.silence import silent

RULE = "rule"
_CUE_SLOT = "cue"
_LABELS = {PERSON: "PERS", BODY: "ORG", OFFICE: "OCC", PLACE: "GPE", None: "OCC"}
_SPEAKING = ("PERS", "ORG", "OCC", "GPE", "NORP", "FAC")
_REALIZATIONS = {"name": "named", "nominal": "nominal", "pronoun": "pronoun"}


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a quote at the caret would be. ``attribution`` says who says it, where the words around it tell."""

    fragments: Fragments
    type: str
    attribution: Attribution | None


def proposal(bench: Workbench) -> Proposal | None:
    """The quote at the caret, or on what is selected; None where nothing is said.

    A selection is taken as it is; the words around it tell who says it. Without one it is what somebody is reported to
    say at the caret or near it, else what the quotation marks around the caret enclose; nothing in a zone where nobody
    says anything.
    """
    if bench.reading is None:
        return None
    attributions = bench.reading.attributions
    chosen = quote_content(bench)
    if bench.place.selection is not None:
        if chosen is None:
            return None
        span, label = chosen
        near = [each for each in attributions.near(span.start) if each.extent.meets(span)]
        return Proposal((span,), label, max(near, key=lambda each: _shared(each.extent, span), default=None))
    zones = silent(bench.reading.article, bench.codebook)
    if any(zone.start <= bench.place.caret <= zone.end for zone in zones):
        return None
    found = attributions.at(bench.place.caret)
    if found is not None and found.is_said and not _meets(zones, found):
        return Proposal(found.content, found.type, found)
    return Proposal((chosen[0],), chosen[1], None) if chosen else None


def _meets(zones: list[Span], attribution: Attribution) -> bool:
    """Whether what is said, or the word that reports it, lies in one of the zones; a speaker may."""
    said = (*attribution.content, *([attribution.cue] if attribution.cue else ()))
    return any(zone.meets(span) for zone in zones for span in said)


def proposing(bench: Workbench, made: Proposal) -> Edit:
    """The edit that suggests the quote with its cue and speaker; marks that are there already are taken for them."""
    attribution = made.attribution
    attributes: dict[str, Any] = {"medium": attribution.medium if attribution else SPEECH}
    speaker = _speaker(bench, attribution.speaker) if attribution else None
    attributes["realization"] = _realization(attribution, speaker)
    quote = annotate(bench, QUOTE, made.type, made.fragments, attributes, origin=RULE, state=SUGGESTED)
    records: list[Record] = [quote]
    cue = _cue(bench, attribution) if attribution and attribution.cue else None
    for role, mark in ((_CUE_SLOT, cue), (SPEAKER, speaker)):
        if mark is not None:
            if bench.marks.get(mark.id) is None:
                records.append(mark)
            records.append(link(bench, role, quote, End(ANNOTATION_END, mark.id), mark.kind))
    if attribution and speaker is None and attribution.speaker.realization == IMPLICIT:
        records += _last_speaker(bench, quote)
    return Edit(N_("Mark quote"), tuple(Change(None, record) for record in records))


def framed(bench: Workbench, made: Proposal) -> Annotation | None:
    """The quote that is there already on the proposed words, or on most of them where nothing is selected: its edges
    may have been moved since."""
    extent = Span(made.fragments[0].start, made.fragments[-1].end)
    for each in bench.marks.meeting(extent):
        if each.kind != QUOTE or each.state == REJECTED:
            continue
        moved = bench.place.selection is None and 2 * _shared(each.extent, extent) > max(len(each.extent), len(extent))
        if moved or each.fragments == made.fragments or set(made.fragments) <= set(each.fragments):
            return each
    return None


def _cue(bench: Workbench, attribution: Attribution) -> Annotation:
    span = attribution.cue
    assert span is not None
    there = next((each for each in bench.marks.meeting(span) if each.kind == CUE and each.state != REJECTED), None)
    attributes = {"strength": attribution.strength} if attribution.strength else None
    return there or annotate(bench, CUE, CUE, (span,), attributes, origin=RULE, state=SUGGESTED)


def _speaker(bench: Workbench, speaker: Speaker) -> Annotation | None:
    """The mark of who speaks: one that is there, a person before others, else a new suggestion."""
    span = speaker.mention
    if span is None:
        return None
    marks = [
        each
        for each in bench.marks.meeting(span)
        if each.kind == ENTITY
        and each.label in _SPEAKING
        and each.state != REJECTED
        and not each.extent.start > span.end
    ]
    if marks:
        return min(marks, key=lambda each: (each.label != "PERS", -_shared(each.extent, span), each.length))
    label = _LABELS.get(speaker.sort, "OCC")
    if label not in {each.id for each in bench.codebook.kind(ENTITY).labels}:
        return None
    mention = "pronoun" if speaker.realization == PRONOUN else "name" if speaker.realization == "named" else "nominal"
    return annotate(bench, ENTITY, label, (span,), {"mention": mention}, origin=RULE, state=SUGGESTED)


def _realization(attribution: Attribution | None, speaker: Annotation | None) -> str:
    if attribution is None:
        return "none"
    if speaker is None or attribution.speaker.realization in (ANONYMOUS, PRONOUN):
        return attribution.speaker.realization if speaker or attribution.speaker.mention is None else "none"
    return _REALIZATIONS.get(str(speaker.attributes.get("mention", "name")), "named")


def _last_speaker(bench: Workbench, quote: Annotation) -> list[Link]:
    """Who is meant where nobody is named: the register entry of whoever spoke last before."""
    last = last_speaker(bench, quote)
    return [link(bench, SPEAKER, quote, last.held[0].target)] if last and last.held else []


def _shared(one: Span, other: Span) -> int:
    return max(min(one.end, other.end) - max(one.start, other.start), 0)
