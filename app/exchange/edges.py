"""A quick look at fragments: says at once that plain ones fit, and leaves the doubtful ones to the domain."""

from __future__ import annotations

from collections.abc import Sequence

# Between two of these a grapheme cluster always ends (UAX #29): none extends, joins, prepends or is part of a syllable.
_PLAIN = frozenset(
    chr(point) for first, last in ((0x20, 0x7E), (0x620, 0x64A), (0x660, 0x669)) for point in range(first, last + 1)
) | frozenset("\n،؛؟٪٫٬«»“”")


def surely_fit(text: str, pairs: Sequence[Sequence[int]]) -> bool:
    """Whether ``[start, end]`` pairs of code points are sorted, disjoint, inside ``text`` and between plain letters.

    False means doubt, not refusal.
    """
    last, length = 0, len(text)
    for start, end in pairs:
        if not last <= start < end <= length:
            return False
        if start and not (text[start] in _PLAIN and text[start - 1] in _PLAIN):
            return False
        if end < length and not (text[end] in _PLAIN and text[end - 1] in _PLAIN):
            return False
        last = end
    return bool(pairs)
