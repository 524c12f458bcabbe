"""What mends a finding: for each check a function that makes the edit, or the slot or action that has to be asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.domain.annotation import ACCEPTED, ANNOTATION_END, SUGGESTED, Annotation, End, Link
from app.domain.codebook import QUOTE
from app.domain.edit import Change, Edit
from app.domain.errors import N_, DomainError
from app.domain.span import Fragments
from app.domain.text.trim import trim
from app.quality import edges
from app.quality.checks import Finding
from app.workbench.bench import Workbench
from app.workbench.frames import SPEAKER
from app.workbench.making import changed, erasing, link
from app.workbench.slots import saying

Making = Callable[[Workbench, Annotation, Finding], Edit | None]
RELABEL, SENTENCE = "relabel", "sentence"


@dataclass(frozen=True, slots=True)
class Fix:
    """``title`` is marked for translation. ``make`` gives the edit, None where there is nothing to mend; ``ask`` names
    what the analyst has to say instead: the key of a slot, another label, a sentence. What a rule alone decides is
    ``safe``: it may be done in all articles without looking."""

    title: str
    make: Making | None = None
    ask: str | None = None
    safe: bool = False


def fix_of(bench: Workbench, finding: Finding) -> Fix | None:
    """The fix of a finding on the open article; None where it has none."""
    fix, mark = FIXES.get(finding.check), bench.marks.get(finding.annotation)
    if fix is None or mark is None:
        return None
    return fix if fix.make is None or fix.make(bench, mark, finding) is not None else None


def mending(bench: Workbench, finding: Finding) -> Edit | None:
    """The edit that mends the finding; None where there is none, or nothing to mend any more."""
    fix, mark = FIXES.get(finding.check), bench.marks.get(finding.annotation)
    return fix.make(bench, mark, finding) if fix and fix.make and mark else None


def _reshaped(shape: Callable[[Workbench, Annotation], Fragments]) -> Making:
    """The mark on other fragments, unless it is on them already or another mark of its label is."""

    def make(bench: Workbench, mark: Annotation, finding: Finding) -> Edit | None:
        fragments = shape(bench, mark)
        if fragments == mark.fragments or bench.marks.same(mark.kind, mark.label, fragments):
            return None
        return Edit(N_("Move edge"), (changed(bench, mark, fragments=fragments),))

    return make


def _trimmed(bench: Workbench, mark: Annotation) -> Fragments:
    assert bench.article is not None
    return edges.trimmed(bench.article, mark, bench.codebook)


def _completed(bench: Workbench, mark: Annotation) -> Fragments:
    """A quote with the partner of its quotation mark, where only points stand between them."""
    assert bench.article is not None
    return tuple(trim(bench.article.text, span, "quote") or span for span in mark.fragments)


def _without_proclitic(bench: Workbench, mark: Annotation) -> Fragments:
    assert bench.article is not None and bench.reading is not None
    return edges.without_proclitic(bench.article, mark, bench.reading)


def _on_words(bench: Workbench, mark: Annotation) -> Fragments:
    assert bench.article is not None and bench.reading is not None
    return edges.on_words(bench.article, mark, bench.reading)


def _without_gaps(bench: Workbench, mark: Annotation) -> Fragments:
    assert bench.article is not None
    return edges.without_gaps(bench.article, mark)


def _with_sign(bench: Workbench, mark: Annotation) -> Fragments:
    assert bench.article is not None
    return edges.with_sign(bench.article, mark)


def _relabelled(bench: Workbench, mark: Annotation, finding: Finding) -> Edit | None:
    """With the label that the same words or the register entry have, if the codebook has it for this kind."""
    try:
        return Edit(N_("Relabel"), (changed(bench, mark, label=finding.other),))
    except DomainError:
        return None


def _erased(bench: Workbench, mark: Annotation, finding: Finding) -> Edit | None:
    return erasing(bench, mark)


def _erased_twin(bench: Workbench, mark: Annotation, finding: Finding) -> Edit | None:
    """One of two equal marks goes: this one, unless something is tied to it and nothing to the other."""
    for each in (mark, bench.marks.get(finding.other)):
        if each and not bench.marks.links_from(each.id) and not bench.marks.links_to(each.id):
            return erasing(bench, each)
    return None


def _unlinked(bench: Workbench, mark: Annotation, finding: Finding) -> Edit | None:
    gone = _link(bench, mark, finding.other)
    return Edit(N_("Empty slot"), (Change(gone, None),)) if gone else None


def _nested_rightly(bench: Workbench, mark: Annotation, finding: Finding) -> Edit | None:
    """Nested in the innermost quote that holds it, else in none."""
    gone = _link(bench, mark, finding.other)
    if gone is None:
        return None
    around = [each for each in bench.marks.meeting(mark.extent) if each.kind == QUOTE and each.state == ACCEPTED]
    holders = [each for each in around if each.extent.holds(mark.extent) and each.length > mark.length]
    if not holders:
        return Edit(N_("Empty slot"), (Change(gone, None),))
    holder = min(holders, key=lambda each: each.length)
    made = link(bench, "nested_in", mark, End(ANNOTATION_END, holder.id))
    return Edit(N_("Fill slot"), (Change(gone, None), Change(None, made)))


def _link(bench: Workbench, mark: Annotation, name: str) -> Link | None:
    return next((each for each in bench.marks.links_from(mark.id) if each.id == name), None)


def _with_quote(bench: Workbench, mark: Annotation, finding: Finding) -> Edit | None:
    """The cue as that of the nearest quote of its paragraph that has none."""
    if bench.reading is None:
        return None
    near = bench.marks.meeting(bench.reading.paragraph(mark.start))
    quotes = [each for each in near if each.kind == QUOTE and each.state == ACCEPTED]
    bare = [each for each in quotes if not bench.marks.links_from(each.id, "cue")]
    if not bare:
        return None
    nearest = min(bare, key=lambda each: (max(each.start - mark.end, mark.start - each.end), each.start))
    return Edit(N_("Fill slot"), (Change(None, link(bench, "cue", nearest, End(ANNOTATION_END, mark.id))),))


def _one_utterance(bench: Workbench, mark: Annotation, finding: Finding) -> Edit | None:
    if bench.marks.get(finding.other) is None:
        return None
    made = link(bench, "same_utterance", mark, End(ANNOTATION_END, finding.other))
    return Edit(N_("Fill slot"), (Change(None, made),))


def _named(bench: Workbench, mark: Annotation, finding: Finding) -> Edit | None:
    """What the quote says of its speaker, taken from the speaker."""
    slot = bench.codebook.kind(QUOTE).slot(SPEAKER)
    ends = (bench.marks.get(each.target.value) for each in bench.marks.links_from(mark.id, SPEAKER))
    speaker = next((end for end in ends if end is not None), None)
    if slot is None or speaker is None:
        return None
    changes = saying(bench, mark, slot, speaker)
    return Edit(N_("Change attribute"), changes) if changes else None


def _accepted(bench: Workbench, mark: Annotation, finding: Finding) -> Edit | None:
    end = bench.marks.get(finding.other) if finding.other else mark
    if end is None or end.state != SUGGESTED:
        return None
    return Edit(N_("Accept"), (changed(bench, end, state=ACCEPTED),))


FIXES: dict[str, Fix] = {
    "unknown-label": Fix(N_("choose another label"), ask=RELABEL),
    "nested-in-circle": Fix(N_("not nested"), _unlinked),
    "marked-twice": Fix(N_("erase one of them"), _erased_twin, safe=True),
    "doubtful-edge": Fix(N_("trim the edges"), _reshaped(_trimmed), safe=True),
    "edge-with-proclitic": Fix(N_("leave the particle out"), _reshaped(_without_proclitic), safe=True),
    "edge-inside-word": Fix(N_("take in the whole word"), _reshaped(_on_words), safe=True),
    "white-gap": Fix(N_("join the fragments"), _reshaped(_without_gaps), safe=True),
    "percent-without-sign": Fix(N_("take in the sign"), _reshaped(_with_sign), safe=True),
    "unbalanced-marks": Fix(N_("take in the other mark"), _reshaped(_completed), safe=True),
    "excluded-zone": Fix(N_("erase the mark"), _erased),
    "quote-without-speaker": Fix(N_("choose the speaker"), ask="S"),
    "speaker-missing": Fix(N_("choose the speaker"), ask="S"),
    "speaker-denied": Fix(N_("say what the speaker is"), _named, safe=True),
    "speaker-cannot-speak": Fix(N_("choose another"), ask="S"),
    "addressee-is-speaker": Fix(N_("empty the slot"), _unlinked, safe=True),
    "quote-without-cue": Fix(N_("choose the cue"), ask="U"),
    "cue-without-quote": Fix(N_("give it to the nearest quote"), _with_quote),
    "nested-elsewhere": Fix(N_("nest it where it lies"), _nested_rightly, safe=True),
    "same-words-twice": Fix(N_("link them as one utterance"), _one_utterance, safe=True),
    "claim-without-claimer": Fix(N_("choose the claimer"), ask="S"),
    "claim-without-sentence": Fix(N_("write the sentence"), ask=SENTENCE),
    "slot-undecided": Fix(N_("accept it"), _accepted),
    "entry-of-other-label": Fix(N_("take the label of the entry"), _relabelled),
    "labelled-two-ways": Fix(N_("take the other label"), _relabelled),
    "labelled-otherwise": Fix(N_("take the usual label"), _relabelled, safe=True),
    "undecided": Fix(N_("accept this one"), _accepted),
}
