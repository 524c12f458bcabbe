"""The table of checks: what each looks for and how grave it is, and the finding that it makes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field, replace

from app.domain.annotation import Annotation
from app.domain.errors import N_
from app.domain.span import Span
from app.domain.values import frozen

ERROR, DOUBT, NOTE, OFF = "error", "doubt", "note", "off"
SEVERITIES = (ERROR, DOUBT, NOTE)
_SHOWN = 40  # code points of a mark's text in a sentence


@frozen
class Check:
    """One thing that is looked for. ``title`` says it of any mark; a project may give it another ``severity``."""

    id: str
    severity: str
    title: str


CHECKS: dict[str, Check] = {
    check.id: check
    for check in (
        Check("broken-mark", ERROR, N_("A mark that does not fit its text or the codebook")),
        Check("broken-link", ERROR, N_("A slot filled by something that it cannot take")),
        Check("unknown-label", ERROR, N_("A label that the codebook does not have any more")),
        Check("nested-in-circle", ERROR, N_("Quotes that lie in one another, round in a circle")),
        Check("marked-twice", ERROR, N_("The same words marked twice in the same way")),
        Check("doubtful-edge", DOUBT, N_("A space, a point or a mark at an edge that is no part of it")),
        Check("edge-with-proclitic", DOUBT, N_("A name that begins with a conjunction or a preposition")),
        Check("edge-inside-word", DOUBT, N_("An edge that cuts a word")),
        Check("white-gap", DOUBT, N_("Fragments with nothing but white space between them")),
        Check("percent-without-sign", DOUBT, N_("A percentage whose sign was left out")),
        Check("unbalanced-marks", DOUBT, N_("A quotation mark without its partner")),
        Check("swapped-marks", NOTE, N_("Quotation marks that are swapped in the text")),
        Check("excluded-zone", DOUBT, N_("A mark in a part of the article that is left out")),
        Check("quote-without-speaker", DOUBT, N_("A quote without a speaker")),
        Check("speaker-missing", DOUBT, N_("A quote that says its speaker is named, but has none")),
        Check("speaker-denied", DOUBT, N_("A quote that has a speaker, but says that nobody is named")),
        Check("speaker-cannot-speak", DOUBT, N_("A speaker or claimer that is a date, a number or a language")),
        Check("addressee-is-speaker", DOUBT, N_("A quote whose addressee is its speaker")),
        Check("quote-without-cue", DOUBT, N_("A quote without a cue")),
        Check("cue-without-quote", DOUBT, N_("A cue that belongs to no quote")),
        Check("nested-elsewhere", DOUBT, N_("A quote nested in one that does not hold it")),
        Check("same-words-twice", NOTE, N_("Two quotes of the same words that are not linked as one utterance")),
        Check("claim-without-claimer", DOUBT, N_("A claim without a claimer")),
        Check("claim-without-sentence", DOUBT, N_("A claim without a normalized sentence")),
        Check("slot-undecided", DOUBT, N_("A slot filled by a mark that nobody has accepted")),
        Check("entry-of-other-label", DOUBT, N_("A mention whose register entry has another label")),
        Check("labelled-two-ways", DOUBT, N_("The same words labelled differently in one article")),
        Check("labelled-otherwise", NOTE, N_("Words labelled differently elsewhere in the project")),
        Check("undecided", DOUBT, N_("Suggestions that nobody has decided on")),
    )
}


@frozen
class Finding:
    """One thing a check found wrong: which check, where, and a sentence (``template`` with ``values``).

    ``start`` and ``end`` are code points. ``other`` is what else it is about, by the check: a label, or the id of a
    link or of another mark. An ``ignored`` one is known to the annotator and kept to be seen.
    """

    check: str
    severity: str
    article: str
    annotation: str
    start: int
    end: int
    template: str
    values: Mapping[str, object] = field(default_factory=dict)
    other: str = ""
    ignored: bool = False

    @property
    def key(self) -> str:
        """The check and the mark, by which a finding is known again after edits."""
        return f"{self.check}:{self.annotation}"

    @property
    def sentence(self) -> str:
        return self.template.format(**self.values)

    def saying(self, values: Mapping[str, object]) -> Finding:
        """The finding with more values for its sentence."""
        return replace(self, values={**self.values, **values})

    @property
    def order(self) -> tuple[int, str, str]:
        """The order of the text."""
        return (self.start, self.check, self.annotation)


def finding(
    check: str, annotation: Annotation, template: str, *, other: str = "", span: Span | None = None, **values: object
) -> Finding:
    """What the check of that id found on the mark, at ``span`` or else at all of it; ``{text}`` is the mark's words."""
    shown, place = annotation.shown, span or annotation.extent
    text = shown if len(shown) <= _SHOWN else shown[: _SHOWN - 1] + "…"
    return Finding(
        check,
        CHECKS[check].severity,
        annotation.article,
        annotation.id,
        place.start,
        place.end,
        template,
        {"text": text, **values},
        other,
    )


def graded(
    found: Iterable[Finding], severities: Mapping[str, str], ignored: frozenset[str] = frozenset()
) -> list[Finding]:
    """The findings as the project wants them graded, without those that it turned off, in the order of the text."""
    kept = []
    for each in found:
        severity = severities.get(each.check, each.severity)
        if severity == OFF:
            continue
        if severity != each.severity or each.key in ignored:
            each = replace(each, severity=severity, ignored=each.key in ignored)
        kept.append(each)
    return sorted(kept, key=lambda each: each.order)
