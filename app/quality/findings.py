"""Checks over one article's marks. What is merely doubtful is a finding; only the impossible is refused."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from app.domain.annotation import ACCEPTED, ANNOTATION_END, Annotation, Link
from app.domain.article import Article
from app.domain.codebook import CLAIM, CUE, QUOTE, Codebook
from app.domain.errors import N_, DomainError
from app.domain.rules import check_annotation, check_link
from app.domain.text.quotation import SWAPPED, UNBALANCED, doubtful_marks, parted_pairs
from app.domain.text.trim import trim

PROBLEM, DOUBT = "problem", "doubt"
_LONGEST_QUOTE = 20_000  # code points of a quote whose marks are compared


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a check found wrong: which check, where (an annotation and its first code point), and a sentence."""

    check: str
    severity: str
    article: str
    annotation: str
    start: int
    template: str
    values: Mapping[str, object] = field(default_factory=dict)

    @property
    def key(self) -> str:
        return f"{self.check}:{self.annotation}"

    @property
    def sentence(self) -> str:
        return self.template.format(**self.values)


def findings(
    article: Article, annotations: Iterable[Annotation], links: Iterable[Link], codebook: Codebook
) -> list[Finding]:
    """Every finding on the accepted marks of one article and layer, in the order of the text."""
    accepted = [each for each in annotations if each.state == ACCEPTED]
    own = [finding for each in accepted for finding in examine(article, each, codebook)]
    return gather(article, accepted, links, own, codebook)


def examine(article: Article, annotation: Annotation, codebook: Codebook) -> tuple[Finding, ...]:
    """What is wrong with an accepted mark by itself, whatever else there is. This is what takes the time: it can be
    kept as long as the mark is the same."""
    return (
        *_broken(article, annotation, codebook),
        *_doubtful_edges(article, annotation, codebook),
        *_doubtful_marks(article, annotation),
    )


def gather(
    article: Article,
    accepted: Iterable[Annotation],
    links: Iterable[Link],
    own: Iterable[Finding],
    codebook: Codebook,
) -> list[Finding]:
    """``own``, the findings of each mark by itself, with those that links tell, in the order of the text."""
    by_id = {each.id: each for each in accepted}
    tied = list(links)
    filled: dict[str, set[str]] = {}
    for link in tied:
        filled.setdefault(link.source, set()).add(link.role)
    cues_in_use = {link.target.value for link in tied if link.role == "cue"}
    found = [*own, *_broken_links(article, tied, by_id, codebook)]
    for each in by_id.values():
        if each.kind in (QUOTE, CLAIM):
            found += _open_slots(each, filled.get(each.id, set()))
        if each.kind == CUE and each.id not in cues_in_use:
            found.append(_finding("cue-without-quote", DOUBT, each, N_("The cue “{text}” belongs to no quote.")))
    return sorted(found, key=lambda each: (each.start, each.check, each.annotation))


def _finding(check: str, severity: str, annotation: Annotation, template: str, **values: object) -> Finding:
    shown = annotation.shown
    text = shown if len(shown) <= 40 else shown[:39] + "…"
    return Finding(
        check, severity, annotation.article, annotation.id, annotation.start, template, {"text": text, **values}
    )


def _broken(article: Article, annotation: Annotation, codebook: Codebook) -> Iterator[Finding]:
    try:
        check_annotation(annotation, article, codebook)
    except DomainError as error:
        yield _finding("broken-mark", PROBLEM, annotation, error.template, **error.values)


def _broken_links(
    article: Article, links: Iterable[Link], by_id: Mapping[str, Annotation], codebook: Codebook
) -> Iterator[Finding]:
    for link in links:
        source, target = by_id.get(link.source), by_id.get(link.target.value)
        if source is None or (link.target.kind == ANNOTATION_END and target is None):
            continue  # an end that is merely suggested or rejected; the store's foreign keys hold the rest
        try:
            check_link(link, source.kind, target.kind if target else None, codebook)
        except DomainError as error:
            yield _finding("broken-link", PROBLEM, source, error.template, **error.values)


def _doubtful_edges(article: Article, annotation: Annotation, codebook: Codebook) -> Iterator[Finding]:
    """Edges that the label's trimming rule would not have made."""
    if annotation.kind == QUOTE:
        return
    try:
        rule = codebook.shown(annotation.kind, annotation.label).trim
    except DomainError:
        return  # told as a broken mark
    for span in annotation.fragments:
        if trim(article.text, span, rule) != span:
            yield _finding(
                "doubtful-edge",
                DOUBT,
                annotation,
                N_("“{text}” begins or ends with a space, a point or a mark that is no part of it."),
            )


def _doubtful_marks(article: Article, annotation: Annotation) -> Iterator[Finding]:
    """Quotation marks in a quote that have no partner, or not in the quote, and those that are swapped."""
    if annotation.kind != QUOTE or annotation.length > _LONGEST_QUOTE:
        return
    doubts: dict[int, str] = {}
    for span in annotation.fragments:
        doubts |= doubtful_marks(article.text, span.start) | doubtful_marks(article.text, span.end - 1)
    inside = {why for at, why in doubts.items() if any(span.start <= at < span.end for span in annotation.fragments)}
    if UNBALANCED in inside or parted_pairs(article.text, annotation.fragments):
        template = N_("The quote “{text}” has a quotation mark without its partner.")
        yield _finding("unbalanced-marks", DOUBT, annotation, template)
    if SWAPPED in inside:
        yield _finding("swapped-marks", DOUBT, annotation, N_("The quotation marks of “{text}” are swapped."))


def _open_slots(annotation: Annotation, filled: set[str]) -> Iterator[Finding]:
    attributes = annotation.attributes
    if annotation.kind == QUOTE:
        if "speaker" not in filled and attributes.get("realization") not in ("implicit", "anonymous"):
            yield _finding("quote-without-speaker", DOUBT, annotation, N_("The quote “{text}” has no speaker."))
        if "cue" not in filled:
            yield _finding("quote-without-cue", DOUBT, annotation, N_("The quote “{text}” has no cue."))
    elif annotation.kind == CLAIM:
        if "claimer" not in filled:
            yield _finding("claim-without-claimer", DOUBT, annotation, N_("The claim “{text}” has no claimer."))
        if not attributes.get("normalized_claim"):
            yield _finding(
                "claim-without-sentence", DOUBT, annotation, N_("The claim “{text}” has no normalized sentence.")
            )
