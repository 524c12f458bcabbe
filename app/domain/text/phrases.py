"""The run of words around a place that may be one name: title, name, nisba, and the acronym in brackets behind it."""

from __future__ import annotations

from collections.abc import Callable

from app.domain.span import Span
from app.domain.text.clitics import never, stems
from app.domain.text.lexicon import EMPTY, Lexicons, reporting_match
from app.domain.text.patterns import pattern
from app.domain.text.tokens import LOOSE, Token, Words

MOST_WORDS = 6

_PARTICLES = frozenset("وفبكل")
_BLANK = pattern(rf"(?:[^\S\n]|{LOOSE})*+", "V1")
_ACRONYM = pattern(
    r"[^\S\n]?[(\[][\"«“]?(?:[A-Za-z][A-Za-z.&-]{1,11}|\p{Arabic}(?:\.\p{Arabic})+\.?|[\p{Arabic}--ـ]{2,6})[\"»”]?[)\]]",
    "V1",
)


def name_phrase(
    text: str, words: Words, token: Token, lexicons: Lexicons = EMPTY, known: Callable[[str], bool] = never
) -> Span:
    """The run of content words around ``token``, at most ``MOST_WORDS`` of them, its first word without its clitics.

    Punctuation, function words, verbs of the lists, and words that begin with a clitic bound it. An acronym in
    brackets directly behind belongs to it. A token that is itself a bound is its own phrase.
    """
    reader = _Phrases(text, words, lexicons, known)
    if reader.bounds(token):
        return Span(token.start, token.end)
    first = last = token
    count, grown = 1, True
    while grown and count < MOST_WORDS:
        grown = False
        before = reader.before(first)
        if before:
            first, count, grown = before, count + 1, True
        after = reader.after(last) if count < MOST_WORDS else None
        if after:
            last, count, grown = after, count + 1, True
    acronym = _ACRONYM.match(text, last.end)
    return Span(reader.start(first), acronym.end() if acronym else last.end)


class _Phrases:
    """What the words around a place are to a name."""

    __slots__ = ("_known", "_lexicons", "_text", "_words")

    def __init__(self, text: str, words: Words, lexicons: Lexicons, known: Callable[[str], bool]) -> None:
        self._text, self._words, self._lexicons, self._known = text, words, lexicons, known

    def bounds(self, token: Token) -> bool:
        """Whether no name goes on over ``token``."""
        word = self._text[token.start : token.end]
        if self._lexicons.is_function(word) or (word[0] in _PARTICLES and self._lexicons.is_function(word[1:])):
            return True
        return self._lexicons.is_verb(word) or reporting_match(self._text, token, self._lexicons) is not None

    def start(self, token: Token) -> int:
        """Where a phrase that begins with ``token`` begins: behind its clitics."""
        return self._stem(token)[0]

    def before(self, token: Token) -> Token | None:
        """The word before ``token`` if the name may go on there."""
        previous = None if self._opens(token) else self._words.before(token.start)
        return previous if previous and self._joined(previous, token) and not self.bounds(previous) else None

    def after(self, token: Token) -> Token | None:
        """The word after ``token`` if the name may go on there."""
        following = self._words.after(token.start)
        if following is None or not self._joined(token, following) or self._opens(following):
            return None
        return None if self.bounds(following) else following

    def _opens(self, token: Token) -> bool:
        """Whether ``token`` begins with a clitic, so that a phrase begins with it at the earliest."""
        start, spelled_otherwise = self._stem(token)
        return start > token.start or spelled_otherwise

    def _stem(self, token: Token) -> tuple[int, bool]:
        likely = stems(self._text, token, self._known, self._words.bare, self._lexicons)[0]
        return likely.span.start, likely.normalized is not None

    def _joined(self, left: Token, right: Token) -> bool:
        gap = _BLANK.match(self._text, left.end)
        return gap is not None and gap.end() == right.start
