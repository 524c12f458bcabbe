"""Sentences: never over a line's end, never ending inside quotation marks, brackets, numbers and abbreviations."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from app.domain.span import Span
from app.domain.text.inflection import word_keys
from app.domain.text.lexicon import EMPTY, Lexicons
from app.domain.text.paragraphs import paragraphs, strip_blank
from app.domain.text.patterns import pattern
from app.domain.text.quotation import closed_quotes

if TYPE_CHECKING:
    import regex

_CLOSERS = r"[\"»”’›)\]\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069]*"
_END = pattern(
    # a point without a space behind it ends a sentence only between two Arabic words
    rf"(?P<points>[.!?؟…۔]+){_CLOSERS}(?=\s|$)|(?<=[\u0620-\u064A]{{3}})(?P<points>\.)(?=[\u0620-\u064A]{{3}})"
)
_BRACKETS = pattern(r"\([^()\n]*\)|\[[^\[\]\n]*\]")
_WORD_BEFORE = pattern(r"(?r)[\p{L}\p{M}\p{N}ـ.]+")
_YEAR_BEFORE = pattern(r"(?r)\p{Nd}\s*")
_CLITICS = "وفبكل"


def sentences(text: str, lexicons: Lexicons = EMPTY) -> list[Span]:
    """Every sentence of the text, in order, with its closing points and quotation marks, without space around it."""
    return [sentence for paragraph in paragraphs(text) for sentence in _sentences_of(text, paragraph, lexicons)]


def _sentences_of(text: str, paragraph: Span, lexicons: Lexicons) -> Iterator[Span]:
    start = paragraph.start
    closed = _closed(text, paragraph)
    for match in _END.finditer(text, paragraph.start, paragraph.end):
        if match.end() == paragraph.end:
            break
        if _ends(text, match, start, closed, lexicons):
            sentence = strip_blank(text, Span(start, match.end()))
            start = match.end()
            if sentence:
                yield sentence
    rest = strip_blank(text, Span(start, paragraph.end))
    if rest:
        yield rest


def _ends(text: str, match: regex.Match[str], start: int, closed: list[Span], lexicons: Lexicons) -> bool:
    """Whether the points of ``match`` end the sentence that began at ``start``, though the paragraph goes on."""
    points = match["points"]
    place = bisect_right(closed, match.start(), key=lambda span: span.start) - 1
    inside = place >= 0 and match.start() < closed[place].end
    if inside and (match.end() < closed[place].end or "." not in points):
        return False
    if set(points) <= {".", "…"} and points != ".":
        return False  # two or three points part the halves of a headline and trail off; they end nothing for sure
    return points != "." or not _abbreviated(text, match.start(), start, lexicons)


def _abbreviated(text: str, point: int, start: int, lexicons: Lexicons) -> bool:
    """Whether the word before ``point`` is an abbreviation, an initial, or an item's number at a sentence's start."""
    match = _WORD_BEFORE.match(text, max(start, point - 40), point)
    if match is None:
        return False
    word = match[0]
    if any(key in lexicons.abbreviations for key in (*word_keys(word), *word_keys(word.lstrip(_CLITICS)))):
        return True
    if word.isdecimal():
        return not text[start : match.start()].strip()
    key = word_keys(word)[0]
    if "." in key:
        return key[-2:-1] == "." and key.isascii() and key[-1].isalpha()
    if len(key) == 2 and key[0] in _CLITICS:
        key = key[1:]
    return len(key) == 1 and key.isalpha() and not _YEAR_BEFORE.match(text, start, match.start())


def _closed(text: str, paragraph: Span) -> list[Span]:
    """The outermost stretches in closed quotation marks and brackets, in order."""
    inside = closed_quotes(text, paragraph)
    inside += [Span(*match.span()) for match in _BRACKETS.finditer(text, paragraph.start, paragraph.end)]
    return outermost(inside)


def outermost(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, those that meet joined into one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found
