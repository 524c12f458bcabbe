"""The slots of a frame: who or what could fill one here, and the edit that fills or empties it."""

from __future__ import annotations

from typing import Any

from app.domain.annotation import ANNOTATION_END, LITERAL_END, REJECTED, SUGGESTED, Annotation, End, Link
from app.domain.codebook import CUE, ENTITY, Slot
from app.domain.edit import Change, Edit
from app.domain.errors import N_
from app.domain.span import Span
from app.domain.text.lexicon import reporting_match
from app.workbench.asking import MOST_CANDIDATES, Candidate
from app.workbench.bench import Workbench
from app.workbench.frames import CLAIMER, SPEAKER
from app.workbench.making import annotate, changed, link
from app.workbench.reading import Reading

_WITH_VOICES = (SPEAKER, CLAIMER, "addressee")  # slots of people and bodies, not of dates or numbers
_SPEAKING = ("PERS", "ORG", "OCC", "GPE", "NORP", "FAC")
_UNNAMED_SPEAKERS = ("implicit", "anonymous", "none")
_SUBJECT_WORDS = 6  # how far behind its verb a subject is looked for
_REALIZATIONS = {"name": "named", "nominal": "nominal", "pronoun": "pronoun"}


def candidates(bench: Workbench, frame: Annotation, slot: Slot) -> tuple[Candidate, ...]:
    """What could fill the slot, the nearest first: marks that are allowed there, and for a cue the reporting verbs.

    Among those who may speak, the subject of a reporting verb comes before what only stands nearer.
    Looked for in the frame's own paragraphs and the one before them.
    """
    assert bench.reading is not None
    first, last = bench.reading.paragraph(frame.start), bench.reading.paragraph(frame.end - 1)
    near = Span(bench.reading.paragraph(max(first.start - 1, 0)).start, max(last.end, frame.end))
    marks = [each for each in bench.marks.meeting(near) if each.kind in slot.ends and _fits(each, frame, slot)]
    found = [Candidate(each.extent, each.id) for each in marks]
    if CUE in slot.ends:
        found += _verbs(bench, near, frame, [each.extent for each in marks])
    sentence, speaks = bench.reading.sentence(frame.start), slot.id in (SPEAKER, CLAIMER)

    def likelihood(each: Candidate) -> tuple[int, bool, int]:
        place, distance = _distance(each.span, frame, sentence)
        return place, not (speaks and is_subject(bench.reading, each.span)), distance

    return tuple(sorted(found, key=likelihood)[:MOST_CANDIDATES])


def is_subject(reading: Reading | None, span: Span) -> bool:
    """Whether a reporting verb stands before ``span`` with nothing but content words between: who speaks stands there,
    and what is spoken of behind إن or في."""
    assert reading is not None
    at = span.start
    for _ in range(_SUBJECT_WORDS):
        token = reading.words.before(at)
        if token is None or reading.text[token.end : at].strip() or token.end > at:
            return False
        if reporting_match(reading.text, token, reading.lexicons):
            return True
        # لوكالة: the agency is spoken to; والري: the name goes on
        behind_clitic = reading.stems(token)[0].span.start > token.start and reading.text[token.start] not in "وف"
        if behind_clitic or reading.lexicons.is_function(reading.text[token.start : token.end]):
            return False
        at = token.start
    return False


def filling(bench: Workbench, frame: Annotation, slot: Slot, candidate: Candidate, add: bool = False) -> Edit:
    """Fill the slot with the candidate, instead of what was there or, with ``add``, beside it; take out one held."""
    old = bench.marks.links_from(frame.id, slot.id)
    held = [each for each in old if each.target.value == candidate.annotation]
    if held:
        rest = len(old) > len(held)
        removal = _taken_out(bench, frame, held)
        return Edit(N_("Empty slot"), (*removal, *(() if rest else saying(bench, frame, slot, None))))
    gone = () if add and slot.most != 1 else _taken_out(bench, frame, old)
    end = bench.marks.get(candidate.annotation)
    made = () if end else (Change(None, end := _new_cue(bench, candidate)),)
    assert end is not None
    tie = Change(None, link(bench, slot.id, frame, End(ANNOTATION_END, end.id), end.kind))
    return Edit(N_("Fill slot"), (*gone, *made, tie, *saying(bench, frame, slot, end)))


def next_unnamed(bench: Workbench, frame: Annotation, slot: Slot) -> Edit:
    """What the key 0 does: a speaker is implicit, anonymous, none in turn; a claimer the journalist or the agency."""
    gone = _taken_out(bench, frame, bench.marks.links_from(frame.id, slot.id))
    if slot.id == SPEAKER:
        after = _following(_UNNAMED_SPEAKERS, frame.attributes.get("realization"))
        return Edit(N_("Fill slot"), (*gone, *_set(bench, frame, "realization", after)))
    if slot.literals:
        word = _following(slot.literals, frame.attributes.get("claimer_kind"))
        tie = Change(None, link(bench, slot.id, frame, End(LITERAL_END, word)))
        return Edit(N_("Fill slot"), (*gone, tie, *_set(bench, frame, "claimer_kind", word)))
    return Edit(N_("Empty slot"), gone)


def _taken_out(bench: Workbench, frame: Annotation, ties: list[Link]) -> tuple[Change, ...]:
    """The links gone, and with them the suggestions that only they needed."""
    marks = (change for tie in ties for change in displaced(bench, tie.target.value, frame))
    return (*(Change(tie, None) for tie in ties), *marks)


def displaced(bench: Workbench, filler: str, frame: Annotation) -> tuple[Change, ...]:
    """What goes with a filler that is taken out of a frame: a suggestion that nothing else needs."""
    mark = bench.marks.get(filler)
    if mark is None or mark.state != SUGGESTED or not fills_only(bench, mark, frame):
        return ()
    others = (each for each in bench.marks.links_to(mark.id) if each.source != frame.id)  # of rejected frames
    ties = (*bench.marks.links_from(mark.id), *others)
    return (*(Change(each, None) for each in ties), Change(mark, None))


def fills_only(bench: Workbench, filler: Annotation, frame: Annotation) -> bool:
    """Whether no other frame has the filler in a slot; one that is rejected needs nothing."""
    sources = {tie.source for tie in bench.marks.links_to(filler.id)} - {frame.id}
    frames = (bench.marks.get(source) for source in sources)
    return all(each is not None and each.state == REJECTED for each in frames)


def _fits(annotation: Annotation, frame: Annotation, slot: Slot) -> bool:
    if annotation.state == REJECTED or annotation.id == frame.id:
        return False
    return not (annotation.kind == ENTITY and slot.id in _WITH_VOICES) or annotation.label in _SPEAKING


def _verbs(bench: Workbench, near: Span, frame: Annotation, taken: list[Span]) -> list[Candidate]:
    """Reporting expressions near the frame that are not marked as cues yet."""
    assert bench.reading is not None
    matches = (reporting_match(bench.reading.text, token, bench.lexicons) for token in bench.reading.words_in(near))
    spans = [verb.span for verb in matches if verb is not None and not _is_inside(verb.span, frame)]
    return [Candidate(span) for span in spans if not any(span.meets(other) for other in taken)]


def _distance(span: Span, frame: Annotation, sentence: Span) -> tuple[int, int]:
    """How far a candidate is from the frame: first those before it in its sentence or between its fragments, where an
    interrupted quote names its speaker, then those behind it there, then those before and behind in other sentences,
    and last what stands inside the frame itself."""
    if span.end <= frame.start:
        return (0 if span.start >= sentence.start else 2, frame.start - span.end)
    if span.start >= frame.end:
        return (1 if span.end <= sentence.end else 3, span.start - frame.end)
    return (4 if _is_inside(span, frame) else 0, span.start - frame.start)


def _is_inside(span: Span, frame: Annotation) -> bool:
    return any(fragment.meets(span) for fragment in frame.fragments)


def _new_cue(bench: Workbench, candidate: Candidate) -> Annotation:
    assert bench.reading is not None
    token = bench.reading.words.at(candidate.span.start)
    verb = reporting_match(bench.reading.text, token, bench.lexicons) if token else None
    return annotate(bench, CUE, CUE, (candidate.span,), {"strength": verb.strength} if verb else None)


def saying(bench: Workbench, frame: Annotation, slot: Slot, end: Annotation | None) -> tuple[Change, ...]:
    """What the frame says of itself once ``end`` fills the slot (None: nothing does)."""
    if slot.id == SPEAKER:
        mention = end.attributes.get("mention", "name") if end else None
        return _set(bench, frame, "realization", _REALIZATIONS.get(str(mention), "named") if end else "none")
    if slot.id == CLAIMER:
        return _set(bench, frame, "claimer_kind", "mention" if end else None)
    return ()


def _set(bench: Workbench, frame: Annotation, name: str, value: Any) -> tuple[Change, ...]:
    if frame.attributes.get(name) == value:
        return ()
    return (changed(bench, frame, attributes={**frame.attributes, name: value}),)


def _following(words: tuple[str, ...], word: str | None) -> str:
    """The word after ``word`` in the round of words; the first when it is none of them, or the last."""
    return words[(words.index(word) + 1) % len(words)] if word in words else words[0]
