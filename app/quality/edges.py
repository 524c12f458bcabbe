"""Checks of one mark by itself: does it fit, and do its edges stand where the rules would have put them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from typing import Protocol

from app.domain.annotation import Annotation
from app.domain.article import Article
from app.domain.codebook import CUE, ENTITY, QUOTE, Codebook
from app.domain.errors import N_, DomainError
from app.domain.rules import check_annotation
from app.domain.span import Fragments, Span
from app.domain.text.clitics import Stem, clitic_stops
from app.domain.text.folding import fold_key, is_invisible
from app.domain.text.lexicon import Lexicons
from app.domain.text.quotation import SWAPPED, UNBALANCED, doubtful_marks, parted_pairs
from app.domain.text.tokens import Token, Words
from app.domain.text.trim import trim
from app.quality.checks import Finding, finding

_LONGEST_QUOTE = 20_000  # code points of a quote whose marks are compared
_PROCLITICS = frozenset("وفبكل")
_PERCENT = re.compile(r"[ \u00a0]?[%٪]")
_HAS_PERCENT = re.compile(r"[%٪]")


class Reader(Protocol):
    """Who reads the words of an article, and what of them a mark may take (the workbench's ``Reading``)."""

    @property
    def words(self) -> Words: ...
    @property
    def lexicons(self) -> Lexicons: ...
    def stems(self, token: Token) -> tuple[Stem, ...]: ...


def fits(article: Article, annotation: Annotation, codebook: Codebook) -> Iterator[Finding]:
    """A mark that does not fit its article or codebook; a label that is gone is told apart, since it can be mended."""
    if not has_label(annotation, codebook):
        template = N_("“{text}” has the label {label}, which the codebook does not have any more.")
        yield finding("unknown-label", annotation, template, label=annotation.label)
        return
    try:
        check_annotation(annotation, article, codebook)
    except DomainError as error:
        yield finding("broken-mark", annotation, error.template).saying(error.values)


def has_label(annotation: Annotation, codebook: Codebook) -> bool:
    """Whether the codebook has the mark's label, and has not retired it."""
    try:
        label = codebook.label(annotation.kind, annotation.label)
    except DomainError:
        return False
    return not getattr(label, "retired", False)


def edges(article: Article, annotation: Annotation, codebook: Codebook, reader: Reader | None) -> Iterator[Finding]:
    """What is doubtful at the mark's edges. Without a ``reader`` the words are not looked at."""
    if annotation.kind != QUOTE and trimmed(article, annotation, codebook) != annotation.fragments:
        template = N_("“{text}” begins or ends with a space, a point or a mark that is no part of it.")
        yield finding("doubtful-edge", annotation, template)
    if reader is not None:
        yield from _word_edges(article, annotation, reader)
    if without_gaps(article, annotation) != annotation.fragments:
        yield finding("white-gap", annotation, N_("“{text}” is broken where only white space stands between."))
    if with_sign(article, annotation) != annotation.fragments:
        yield finding("percent-without-sign", annotation, N_("The sign behind “{text}” belongs to it."))


def trimmed(article: Article, annotation: Annotation, codebook: Codebook) -> Fragments:
    """The fragments as the label's trimming rule would have made them; one that it would take away whole stays."""
    try:
        rule = codebook.label(annotation.kind, annotation.label).trim
    except DomainError:
        return annotation.fragments  # told as a label that is gone
    spans = annotation.fragments
    return tuple(trim(article.text, span, rule) or span for span in spans)


def _word_edges(article: Article, annotation: Annotation, reader: Reader) -> Iterator[Finding]:
    if annotation.kind == ENTITY and without_proclitic(article, annotation, reader) != annotation.fragments:
        template = N_("“{text}” begins with a particle that a mark leaves out.")
        yield finding("edge-with-proclitic", annotation, template)
    if annotation.kind != CUE and on_words(article, annotation, reader) != annotation.fragments:
        yield finding("edge-inside-word", annotation, N_("An edge of “{text}” cuts a word."))


def without_proclitic(article: Article, annotation: Annotation, reader: Reader) -> Fragments:
    """The fragments without the proclitics that the first one begins with, where the stem rule would leave them out."""
    first, *rest = annotation.fragments
    if fold_key(article.text[first.start])[:1] not in _PROCLITICS:
        return annotation.fragments
    token = reader.words.at(first.start)
    if token is None or token.start != first.start or first.end < token.end:
        return annotation.fragments
    stem = reader.stems(token)[0]
    return (Span(stem.span.start, first.end), *rest) if stem.span.start < first.end else annotation.fragments


def on_words(article: Article, annotation: Annotation, reader: Reader) -> Fragments:
    """The fragments with edges that cut a word brought to the word's own; where a clitic is parted it is no cut."""
    text, made, previous = article.text, [], 0
    for span in annotation.fragments:
        start, end = span.start, span.end
        if _is_cut(text, start, reader):
            token = reader.words.at(start)
            start = max(reader.stems(token)[0].span.start if token else start, previous)
            start = start if start <= span.start else span.start
        if _is_cut(text, end, reader):
            token = reader.words.at(end)
            end = token.end if token else end
        made.append(Span(start, end))
        previous = end
    sound = all(before.end <= after.start for before, after in pairwise(made))
    return tuple(made) if sound else annotation.fragments


def _is_cut(text: str, at: int, reader: Reader) -> bool:
    """Whether letters of one word stand on both sides of ``at``, and no clitic begins or ends there."""
    if not 0 < at < len(text) or not (text[at].isalpha() and (text[at - 1].isalpha() or _is_mark(text[at - 1]))):
        return False
    token = reader.words.at(at)
    if token is None or not token.start < at < token.end:
        return False
    if at in clitic_stops(text, token, reader.lexicons):
        return False
    return all(stem.span.start != at for stem in reader.stems(token))


def _is_mark(letter: str) -> bool:
    """Whether it is written over or under a letter."""
    return unicodedata.category(letter) == "Mn"


def without_gaps(article: Article, annotation: Annotation) -> Fragments:
    """The fragments with those joined that only white space within a line parts."""
    made = [annotation.fragments[0]]
    for span in annotation.fragments[1:]:
        gap = article.text[made[-1].end : span.start]
        if "\n" not in gap and all(letter.isspace() or is_invisible(letter) for letter in gap):
            made[-1] = Span(made[-1].start, span.end)
        else:
            made.append(span)
    return tuple(made)


def with_sign(article: Article, annotation: Annotation) -> Fragments:
    """The fragments of a percentage with the sign that stands right behind it."""
    if annotation.kind != ENTITY or annotation.label != "PERCENT" or _HAS_PERCENT.search(annotation.exact):
        return annotation.fragments
    sign = _PERCENT.match(article.text, annotation.end)
    last = annotation.fragments[-1]
    return (*annotation.fragments[:-1], Span(last.start, sign.end())) if sign else annotation.fragments


def quotation(article: Article, annotation: Annotation) -> Iterator[Finding]:
    """Quotation marks in a quote that have no partner, or not in the quote, and those that are swapped."""
    if annotation.kind != QUOTE or annotation.length > _LONGEST_QUOTE:
        return
    doubts: dict[int, str] = {}
    for span in annotation.fragments:
        doubts |= doubtful_marks(article.text, span.start) | doubtful_marks(article.text, span.end - 1)
    inside = {why for at, why in doubts.items() if any(span.start <= at < span.end for span in annotation.fragments)}
    if UNBALANCED in inside or parted_pairs(article.text, annotation.fragments):
        template = N_("The quote “{text}” has a quotation mark without its partner.")
        yield finding("unbalanced-marks", annotation, template)
    if SWAPPED in inside:
        yield finding("swapped-marks", annotation, N_("The quotation marks of “{text}” are swapped."))


def zones(article: Article, annotation: Annotation, codebook: Codebook) -> Iterator[Finding]:
    """A mark in a part of the article that takes no part in suggestions and training."""
    if annotation.kind == CUE or not article.zones:
        return
    excluded = {zone.id for zone in codebook.zones if zone.excluded}
    for zone in article.zones:
        if zone.name in excluded and any(zone.span.meets(span) for span in annotation.fragments):
            template = N_("“{text}” stands in a part of the article that is left out.")
            yield finding("excluded-zone", annotation, template, other=zone.name)
            return
