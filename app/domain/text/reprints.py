"""How much of one text stands in another, in the same order: whether two articles are prints of one story.

Compared are shingles: every five words in a row, folded, without punctuation. So other diacritics, hamza forms,
quotation marks or line breaks change nothing, and a word changed here and there breaks few of them, while a template
that is filled anew every day (weather, market) is broken at each of its blanks. Broder, "On the
resemblance and containment of documents", 1997. The order tells a story from texts that are put together of the same
sentences.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping

from app.domain.span import Span
from app.domain.text.folding import STRONG, fold_key
from app.domain.values import frozen

WIDTH = 5
"""Words of a shingle."""
THRESHOLD = 0.6
"""The usual share of the shorter text's shingles that must stand in the longer one."""

_LEAST = 8  # shingles: a text of fewer than a dozen words is like many others
_SHORTEST = 0.25  # of the longer text: a story within a round-up of many is no reprint of the round-up
_FIGURES = 3  # from so many figures on they must agree
_FIGURES_SHARED = 0.5
_WORD = re.compile(r"\w+")  # twice as fast as the regex library, and folded words need nothing of it


@frozen
class Gist:
    """What is compared of a text: its shingles with their places in it, counted in words, and the figures in it (a
    template keeps its words and not these)."""

    shingles: Mapping[str, int]
    figures: frozenset[str]

    def runs(self, words: int) -> list[str]:
        """Longer runs of about so many words: the longer, the fewer texts share one by chance. Shingles where the text
        has no such run."""
        shingles = list(self.shingles)
        steps = range(0, words - WIDTH + 1, WIDTH) if words % WIDTH == 0 else (0, words - WIDTH)
        return list(map("".join, zip(*(shingles[step:] for step in steps), strict=False))) or shingles


def gist(text: str, without: Iterable[Span] = ()) -> Gist:
    """The gist of ``text``; ``without`` are stretches that are left out, such as an agency's boilerplate."""
    words = _WORD.findall(fold_key(_left(text, without), STRONG))
    shingles = map(" ".join, zip(*(words[first:] for first in range(WIDTH)), strict=False))
    return Gist({shingle: place for place, shingle in enumerate(shingles)}, frozenset(filter(str.isdigit, words)))


def likeness(one: Gist, other: Gist, least: float = 0.0) -> float:
    """The share of the shorter text's shingles that stand in the longer one in the same order.

    1 for a reprint that only lost paragraphs. What is under ``least`` may be told as less than it is.
    0 where nobody should take the two for one story, whatever they share: one is too short or but a part of a round-up,
    or their figures are others.
    """
    fewer, more = sorted((one, other), key=lambda each: len(each.shingles))
    count = len(fewer.shingles)
    if count < _LEAST or count < _SHORTEST * len(more.shingles):
        return 0.0
    shared = fewer.shingles.keys() & more.shingles.keys()
    if len(shared) < least * count or _other_figures(one, other):
        return 0.0
    in_order = sorted(shared, key=fewer.shingles.__getitem__)
    return _longest_rise([more.shingles[shingle] for shingle in in_order]) / count


def _longest_rise(places: Iterable[int]) -> int:
    """How many of the places can be kept so that each is greater than the one before (patience sorting)."""
    ends: list[int] = []
    for place in places:
        if not ends or place > ends[-1]:
            ends.append(place)
        else:
            ends[bisect_left(ends, place)] = place
    return len(ends)


def _other_figures(one: Gist, other: Gist) -> bool:
    fewer = min(len(one.figures), len(other.figures))
    return fewer >= _FIGURES and len(one.figures & other.figures) < _FIGURES_SHARED * fewer


def _left(text: str, without: Iterable[Span]) -> str:
    parts, at = [], 0
    for span in sorted(without):
        parts.append(text[at : span.start])
        at = max(at, span.end)
    return "\n".join([*parts, text[at:]]) if parts else text
