"""Clauses: the stretches of a sentence that each say one thing.

The rule. A semicolon, a word such as لكن, حيث or بينما, and a verb behind و or ف begin a clause; so does a reporting
participle (مضيفا). A comma begins one only if what follows says something by itself: if it opens with such a word, with
a relative pronoun or with the source of a report (وفق), or if a verb stands in it before the next comma. What says
nothing by itself (a date, a place, the members of a list) stays with the clause before it, or opens the one behind it.
What stands between a reporting verb and its إن (قال الوزير، الذي زار عدن، إن ...) is an aside and cuts nothing.
Quotation marks and brackets are never cut: inside quotation marks the same rule makes the clauses of what is quoted.

Of a clause that reports, ``said`` is what is reported: all behind إن or أن or a colon.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise, takewhile

from app.domain.span import Span
from app.domain.text.clitics import never
from app.domain.text.folding import fold_key
from app.domain.text.inflection import word_keys
from app.domain.text.lexicon import EMPTY, Lexicons, reporting_match
from app.domain.text.patterns import pattern
from app.domain.text.quotation import MARKS, Quoted
from app.domain.text.sentences import outermost
from app.domain.text.tokens import Token, Words
from app.domain.text.trim import trim
from app.domain.text.verbs import begins_with_conjunction, is_predicate

THAT = re.compile("[وف]?ب?ان(?P<subject>ه|ها|هم|هما|هن|نا|ني|ي|ك|كم)?")
"""The light key of إن and أن, with the pronoun that the clause behind it may have for its subject."""

MOST = 4000

_CONJUNCTIONS = frozenset("وف")
_COMMAS = pattern(r"[،,؛;]")
_BRACKETS = pattern(r"\([^()\n]*\)|\[[^\[\]\n]*\]")
_WHILE = pattern(r"و?في (?:حين|الوقت)(?!\p{L})")
_COLON = pattern(r"(?<!\d):(?!\d)")
_MOST_BEFORE_THAT = 16  # words between a reporting verb and its إن


@dataclass(frozen=True, slots=True)
class Clause:
    """``span`` without the points around it; ``said`` is the part of it that is reported, if it reports."""

    span: Span
    said: Span | None = None


@dataclass(slots=True)
class _Piece:
    """A stretch between two possible borders; not ``alone`` when it says nothing by itself, ``firm`` when its first
    word parts it from whatever stands before."""

    start: int
    end: int
    alone: bool
    firm: bool


def clauses_in(
    text: str,
    words: Words,
    stretch: Span,
    quotes: Sequence[Quoted] = (),
    lexicons: Lexicons = EMPTY,
    known: Callable[[str], bool] = never,
) -> list[Clause]:
    """The clauses of ``stretch``, a sentence or the inside of a quote, in order. ``quotes`` are those of its paragraph.

    A stretch of more than ``MOST`` code points is no sentence and has none.
    """
    if len(stretch) > MOST:
        return []
    reader = _Clauses(text, words, stretch, quotes, lexicons, known)
    spans = (trim(text, Span(piece.start, piece.end)) for piece in reader.merged())
    return [Clause(span, reader.said(span)) for span in spans if span]


def clause_at(clauses: Sequence[Clause], position: int) -> Clause | None:
    """The clause around ``position``, else the one before it, else the first."""
    before = bisect_right(clauses, position, key=lambda clause: clause.span.start) - 1
    return clauses[max(before, 0)] if clauses else None


class _Clauses:
    """One sentence, or the inside of one quote, as it is cut."""

    def __init__(
        self,
        text: str,
        words: Words,
        stretch: Span,
        quotes: Sequence[Quoted],
        lexicons: Lexicons,
        known: Callable[[str], bool],
    ) -> None:
        self._text, self._stretch, self._lexicons, self._known = text, stretch, lexicons, known
        brackets = (Span(*found.span()) for found in _BRACKETS.finditer(text, stretch.start, stretch.end))
        self._closed = outermost(
            each for each in (*(quote.outer for quote in quotes), *brackets) if self._is_inside(each)
        )
        self._tokens = list(self._open_words(words))

    def merged(self) -> list[_Piece]:
        """The pieces; those that say nothing by themselves join the one before them, the first ones what follows."""
        merged: list[_Piece] = []
        for piece in self._pieces():
            if len(merged) > 1 and self._resumes(piece) and self._is_aside(merged[-1], merged[-2]):
                aside = merged.pop()
                merged[-1].end = aside.end
            if merged and not (piece.firm or (piece.alone and merged[-1].alone)):
                merged[-1].end = piece.end
                merged[-1].alone = merged[-1].alone or piece.alone
            else:
                merged.append(piece)
        return merged

    def said(self, clause: Span) -> Span | None:
        """What ``clause`` reports: what stands behind the إن that it opens with, or behind its verb and إن or colon."""
        inside = self._between(clause.start, clause.end)
        if inside and inside[0].start == clause.start and THAT.fullmatch(self._key(inside[0])):
            return self._behind(inside[0].end, clause)
        verb = next((at for at, token in enumerate(inside[:_MOST_BEFORE_THAT]) if self._reports(token)), None)
        after = inside[verb + 1 : verb + 1 + _MOST_BEFORE_THAT] if verb is not None else []
        that = next((token.end for token in after if THAT.fullmatch(self._key(token))), clause.end)
        start = min(that, next(self._colons(clause), clause.end))
        return self._behind(start, clause) if start < clause.end else None

    def _resumes(self, piece: _Piece) -> bool:
        """Whether ``piece`` opens with the إن of a verb further before: قال فلان، الذي زار عدن، [إن ...]."""
        opening = self._opening(piece)
        if opening is None or self._text[opening.start] in _CONJUNCTIONS:
            return False
        return THAT.fullmatch(self._key(opening)) is not None

    def _is_aside(self, piece: _Piece, before: _Piece) -> bool:
        """Whether ``piece`` stands between a reporting verb that opens what is ``before`` and its إن."""
        opening, verb = self._opening(piece), self._opening(before)
        return verb is not None and self._reports(verb) and not (opening is not None and self._reports(opening))

    def _opening(self, piece: _Piece) -> Token | None:
        return next(iter(self._between(piece.start, piece.end)), None)

    def _is_inside(self, span: Span) -> bool:
        return self._stretch.holds(span) and span != self._stretch

    def _open_words(self, words: Words) -> Iterator[Token]:
        """The words of the stretch that stand in no marks or brackets of their own."""
        token = words.after(self._stretch.start - 1)
        while token is not None and token.start < self._stretch.end:
            if not self._is_closed(token.start):
                yield token
            token = words.after(token.start)

    def _is_closed(self, position: int) -> bool:
        before = bisect_right(self._closed, position, key=lambda span: span.start) - 1
        return before >= 0 and position < self._closed[before].end

    def _between(self, start: int, end: int) -> list[Token]:
        """The open words from ``start`` to ``end``."""
        first = bisect_left(self._tokens, start, key=lambda token: token.start)
        return list(takewhile(lambda token: token.end <= end, islice(self._tokens, first, None)))

    def _pieces(self) -> Iterator[_Piece]:
        """From border to border: commas, semicolons, and words that begin a clause wherever they stand."""
        cuts = {self._stretch.start: False}
        for found in _COMMAS.finditer(self._text, self._stretch.start, self._stretch.end):
            if not self._is_closed(found.start()) and not self._text[found.start() - 1 : found.start() + 2].isdigit():
                cuts[found.end()] = found[0] in "؛;"
        for token in self._tokens:
            if token.start > self._stretch.start and self._begins(token):
                cuts[token.start] = True
        borders = [*sorted(cuts.items()), (self._stretch.end, False)]
        for (start, surely), (end, _) in pairwise(borders):
            opening = next(iter(self._between(start, end)), None)
            firm = surely or (opening is not None and start > self._stretch.start and self._parts(opening))
            yield _Piece(start, end, firm or self._says_something(start, end), firm)

    def _begins(self, token: Token) -> bool:
        """Whether a clause begins with ``token`` wherever it stands."""
        if self._is(token, "sources") or self._is_noun(token):
            return False
        if self._is(token, "leads") or self._is_participle(token):
            return True
        return begins_with_conjunction(self._text, token, self._lexicons, self._known)

    def _says_something(self, start: int, end: int) -> bool:
        inside = self._between(start, end)
        if not inside:
            return False
        if start > self._stretch.start and self._goes_on(inside[0]):
            return False
        before = takewhile(lambda token: not self._is(token, "relatives"), inside)
        return any(self._is_verb(token) or self._is(token, "copulas") for token in before)

    def _parts(self, token: Token) -> bool:
        """Whether ``token`` behind a comma begins what is said of something before it, or where it is from."""
        meanwhile = _WHILE.match(self._text, token.start)
        return meanwhile is not None or self._is(token, "relatives") or self._is(token, "sources")

    def _goes_on(self, token: Token) -> bool:
        """Whether ``token`` behind a comma leads on what stands before it: a preposition, or إن behind its verb."""
        word = self._text[token.start : token.end]
        return self._lexicons.is_function(word) and word[0] != "و" and not self._is(token, "copulas")

    def _is(self, token: Token, heading: str) -> bool:
        """Whether ``token`` is in the list of that heading, behind و or ف too."""
        words = self._lexicons.clauses.get(heading, frozenset())
        keys = word_keys(self._text[token.start : token.end])
        return any(key in words or (key[:1] in _CONJUNCTIONS and key[1:] in words) for key in keys)

    def _is_verb(self, token: Token) -> bool:
        return not self._is_noun(token) and is_predicate(self._text, token, self._lexicons, self._known)

    def _is_noun(self, token: Token) -> bool:
        """Whether ``token`` reports as a noun does, which needs a verb beside it: تصريحه، وقوله."""
        key = self._key(token)
        return key in self._lexicons.reporting_nouns or key[1:] in self._lexicons.reporting_nouns

    def _is_participle(self, token: Token) -> bool:
        """Whether ``token`` reports as مضيفا and قائلا do: with the ending of what goes along with a verb."""
        key = self._key(token)
        shape = key.startswith("م") or (len(key) > 4 and key[1] == "ا")
        return shape and key.endswith("ا") and not key.endswith("وا") and self._reports(token)

    def _reports(self, token: Token) -> bool:
        return reporting_match(self._text, token, self._lexicons) is not None

    def _colons(self, clause: Span) -> Iterator[int]:
        for found in _COLON.finditer(self._text, clause.start, clause.end):
            behind = self._between(found.end(), clause.end)
            if not self._is_closed(found.start()) and (
                len(behind) > 1 or self._text[found.end() :].lstrip()[:1] in MARKS
            ):
                yield found.end()

    def _behind(self, start: int, clause: Span) -> Span | None:
        return trim(self._text, Span(start, clause.end))

    def _key(self, token: Token) -> str:
        return fold_key(self._text[token.start : token.end])
