"""The spans that a selection grows through: stem, word, name, clause, quotation, sentence, paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from app.domain.span import Span
from app.domain.text.clitics import Stem
from app.domain.text.quotation import Quoted
from app.domain.text.tokens import Token

if TYPE_CHECKING:
    from app.domain.text.clauses import Clause


def ladder(small: Iterable[Span], large: Iterable[Span]) -> list[Span]:
    """The chain of the given spans, each strictly inside the next: what does not hold the one before is left out."""
    chain: list[Span] = []
    for rung in (*small, *large):
        if not chain or (rung != chain[-1] and rung.holds(chain[-1])):
            chain.append(rung)
    return chain


def word_rungs(token: Token, stems: Sequence[Stem], names: Sequence[Span]) -> Iterator[Span]:
    """The stems of a word, the word, and the names around it.

    A name begins behind the clitics of its first word; then the stems and the word that reach beyond it are left out.
    """
    parts = sorted({*(stem.span for stem in stems), Span(token.start, token.end)}, key=len)
    yield from (part for part in parts if not names or names[0].holds(part))
    yield from names


def quote_rungs(position: int, quotes: Sequence[Quoted], clauses: Sequence[Sequence[Clause]]) -> Iterator[Span]:
    """The quotations around ``position`` without and with their marks, the innermost first, and within each of them
    and within the sentence its clause. ``clauses`` are those of each quotation in turn and of the sentence."""
    for quote, inside in zip(quotes, clauses, strict=False):
        yield from _clause_rungs(position, inside)
        yield from (quote.inner, quote.outer)
    yield from _clause_rungs(position, clauses[-1])


def _clause_rungs(position: int, clauses: Sequence[Clause]) -> Iterator[Span]:
    """What is said in the clause at ``position``, and the clause if it is not the only one."""
    from app.domain.text.clauses import clause_at  # noqa: PLC0415 - a window is sooner there without the rules of clauses

    here = clause_at(clauses, position)
    if here is None:
        return
    if here.said is not None and here.said.start <= position <= here.said.end:
        yield here.said
    if len(clauses) > 1 and here.span.start <= position <= here.span.end:
        yield here.span


def grow(rungs: Sequence[Span], span: Span) -> Span:
    """The smallest rung that strictly contains ``span``; ``span`` itself at the top. An empty one is a caret."""
    return next((rung for rung in rungs if rung != span and rung.holds(span)), span)


def shrink(rungs: Sequence[Span], span: Span) -> Span:
    """The largest rung strictly inside ``span``; ``span`` itself at the bottom."""
    return next((rung for rung in reversed(rungs) if rung != span and span.holds(rung)), span)
