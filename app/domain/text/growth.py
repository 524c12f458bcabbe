"""The spans that a selection grows through: stem, word, name, quotation, sentence, paragraph."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from app.domain.span import Span
from app.domain.text.clitics import Stem, never
from app.domain.text.folding import fold_key
from app.domain.text.lexicon import EMPTY, Lexicons
from app.domain.text.paragraphs import paragraph_at
from app.domain.text.phrases import name_phrase
from app.domain.text.quotation import quoted_near
from app.domain.text.sentences import sentence_at
from app.domain.text.tokens import Token, Words


def ladder(
    text: str,
    words: Words,
    position: int,
    stems: Sequence[Stem] = (),
    lexicons: Lexicons = EMPTY,
    known: Callable[[str], bool] = never,
) -> list[Span]:
    """The chain of spans around ``position``, each strictly inside the next: stems, word, known name of several words,
    name phrase, quotation without and with its marks (the innermost first), sentence, paragraph.

    ``stems`` are those of the word at ``position``, the likelier first. A name of several words begins behind its
    clitics; then those stems and that word which reach beyond it are left out.
    """
    chain: list[Span] = []
    for rung in (*_word_rungs(text, words, position, stems, lexicons, known), *_wider(text, position, lexicons)):
        if not chain or (rung != chain[-1] and rung.holds(chain[-1])):
            chain.append(rung)
    return chain


def grow(rungs: Sequence[Span], span: Span, first: Span | None = None) -> Span:
    """The smallest rung that strictly contains ``span``; ``span`` itself at the top.

    An empty ``span`` is a caret: it grows to ``first`` (the likelier stem) if that is a rung, else to the lowest rung.
    """
    if not len(span) and rungs:
        return first if first is not None and first in rungs else rungs[0]
    return next((rung for rung in rungs if rung != span and rung.holds(span)), span)


def shrink(rungs: Sequence[Span], span: Span) -> Span:
    """The largest rung strictly inside ``span``; ``span`` itself at the bottom."""
    return next((rung for rung in reversed(rungs) if rung != span and span.holds(rung)), span)


def _word_rungs(
    text: str,
    words: Words,
    position: int,
    stems: Sequence[Stem],
    lexicons: Lexicons,
    known: Callable[[str], bool],
) -> Iterator[Span]:
    token = words.at(position)
    if token is None:
        return
    phrase = name_phrase(text, words, token, lexicons, known)
    parts = sorted({*(stem.span for stem in stems), Span(token.start, token.end)}, key=len)
    if phrase.end > token.end or phrase.start < token.start:
        yield from (part for part in parts if phrase.holds(part))
        yield from _known_name(text, words, token, phrase, known)
        yield phrase
    else:
        yield from parts


def _known_name(text: str, words: Words, token: Token, phrase: Span, known: Callable[[str], bool]) -> Iterator[Span]:
    """The longest known name of several words around ``token`` within its phrase (قيادة [الولايات المتحدة])."""
    starts, ends, each = [phrase.start], [token.end], words.after(phrase.start)
    while each is not None and each.end <= phrase.end:
        if each.start <= token.start:
            starts.append(each.start)
        else:
            ends.append(each.end)
        each = words.after(each.start)
    spans = (Span(start, end) for start in starts for end in ends if start < token.start or end > token.end)
    names = [span for span in spans if known(fold_key(text[span.start : span.end]))]
    if names:
        yield max(names, key=len)


def _wider(text: str, position: int, lexicons: Lexicons) -> Iterator[Span]:
    around = [found for found in quoted_near(text, position) if found.outer.start <= position <= found.outer.end]
    for found in sorted(around, key=lambda found: len(found.outer)):
        yield from (found.inner, found.outer)
    yield from filter(None, (sentence_at(text, position, lexicons), paragraph_at(text, position)))
