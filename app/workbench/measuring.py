"""Measuring the proposals: what would be proposed for the articles of a dataset, beside the quotes that it holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from app.domain.annotation import ACCEPTED
from app.domain.codebook import QUOTE, Codebook
from app.domain.errors import TawsimError
from app.domain.span import Span
from app.domain.text.lexicon import Lexicons
from app.domain.text.paragraphs import paragraphs
from app.domain.text.tokens import Words
from app.exchange.errors import BadLine
from app.exchange.json_lines import lines_of
from app.exchange.page import Page
from app.exchange.tawsim_in import LineReader
from app.quality.proposals import Scores, Told
from app.suggest.attribution import Attribution
from app.workbench.hearing import Hearing, pieces, without_echoes


@dataclass(slots=True)
class Measured:
    """One file's scores over its ``lines``; ``rejected`` are the numbers of lines that were no gold, and why."""

    path: Path
    scores: Scores = field(default_factory=Scores)
    lines: int = 0
    rejected: list[tuple[int, TawsimError]] = field(default_factory=list)


def measure(path: Path, codebook: Codebook, lexicons: Lexicons, known: Callable[[str], bool]) -> Measured:
    """Compare the quotes of each ``tawsim/1`` line with what is proposed for its text. ``ExchangeError`` when the file
    cannot be read.

    Proposed is whatever the rules say of any paragraph, in every zone; a name in quotation marks that nothing reports
    is no proposal.
    """
    measured, reader = Measured(path), LineReader(codebook)
    for number, line in lines_of(path):
        try:
            page = reader.page(line)
        except BadLine as error:
            measured.rejected.append((number, error))
            continue
        measured.lines += 1
        measured.scores.add(list(gold_of(page)), proposed_for(page.article.text, lexicons, known))
    return measured


def gold_of(page: Page) -> Iterator[Told]:
    """The accepted quotes of a page."""
    extents = {each.id: each.extent for each in page.annotations}
    ends: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for link in page.links:
        if link.target.value in extents:
            ends[link.source, link.role].append(extents[link.target.value])
    for quote in page.annotations:
        if quote.kind == QUOTE and quote.state == ACCEPTED:
            yield Told(quote.fragments, quote.label, tuple(ends[quote.id, "cue"]), tuple(ends[quote.id, "speaker"]))


def proposed_for(text: str, lexicons: Lexicons, known: Callable[[str], bool]) -> list[Told]:
    """What is proposed for a text."""
    inside = paragraphs(text)
    hearing, whole = Hearing(text, Words(text), lexicons, known), frozenset(inside)
    heard = [hearing.piece(piece, piece in whole) for piece in pieces(text, inside)]
    return [_told(each) for each in without_echoes(found for each in heard for found in each.attributions)]


def _told(found: Attribution) -> Told:
    mention = found.speaker.mention
    return Told(found.content, found.type, (found.cue,) if found.cue else (), (mention,) if mention else ())
