"""Where the caret goes: by word, by clitic, by sentence or any other run of spans. Positions are code points."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from app.domain.span import Span
from app.domain.text.clitics import clitic_stops
from app.domain.text.graphemes import next_edge, previous_edge
from app.domain.text.lexicon import EMPTY, Lexicons
from app.domain.text.tokens import Words


def word_forward(words: Words, position: int) -> int:
    """The start of the next word after ``position``, or the text's end."""
    token = words.after(position)
    return token.start if token else len(words.text)


def word_backward(words: Words, position: int) -> int:
    """The start of the word that ``position`` is inside or behind, or the text's start."""
    token = words.before(position)
    return token.start if token else 0


def word_end_forward(words: Words, position: int) -> int:
    """The end of the word at ``position``, of the next one if there is none or it ends here, or the text's end."""
    token = words.at(position)
    if token is None or token.end <= position:
        token = words.after(position)
    return token.end if token else len(words.text)


def clitic_forward(text: str, words: Words, position: int, lexicons: Lexicons = EMPTY) -> int:
    """The next clitic stop between ``position`` and the end of its word, else one grapheme on."""
    token = words.at(position)
    if token and token.end > position:
        for stop in clitic_stops(text, token, lexicons):
            if stop > position:
                return stop
    return next_edge(text, position)


def clitic_backward(text: str, words: Words, position: int, lexicons: Lexicons = EMPTY) -> int:
    """The last clitic stop between the start of the word at or before ``position`` and it, else one grapheme back."""
    token = words.before(position)
    if token and position <= token.end:
        for stop in reversed(clitic_stops(text, token, lexicons)):
            if stop < position:
                return stop
    return previous_edge(text, position)


def sentence_forward(spans: Sequence[Span], position: int) -> int:
    """The start of the first of the sorted ``spans`` after ``position``, else the end of the last one."""
    place = bisect_right(spans, position, key=lambda span: span.start)
    if place < len(spans):
        return spans[place].start
    return max(position, spans[-1].end) if spans else position


def sentence_backward(spans: Sequence[Span], position: int) -> int:
    """The start of the last of the sorted ``spans`` that begins before ``position``, else 0."""
    place = bisect_left(spans, position, key=lambda span: span.start)
    return spans[place - 1].start if place else 0
