"""The names around a word: office, person, body, place, each alone and together, from the smallest to the largest."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from app.domain.span import Span
from app.domain.text.clitics import Stem, never, stems
from app.domain.text.folding import fold_key
from app.domain.text.inflection import noun_bases
from app.domain.text.lexicon import EMPTY, Lexicons
from app.domain.text.measures import Measures
from app.domain.text.parting import Line
from app.domain.text.patterns import pattern
from app.domain.text.roles import Role, Word
from app.domain.text.tokens import LOOSE, NUMBER, Token, Words
from app.domain.text.verbs import is_predicate

_BACK, _ON = 9, 10  # words that are read before and behind the one that is asked about

_POSSESSED, _LONG = ("ه", "ها", "هم"), 4
_PARTICLES = frozenset("وفبكل")
_BLANK = pattern(rf"(?:[^\S\n]|{LOOSE})*+", "V1")
_POINT_AND_BLANK = pattern(rf"\.?(?:[^\S\n]|{LOOSE})*+", "V1")
_IN_THE_NAME_OF = "باسم"  # it joins an office to a body (المتحدث باسم الوزارة) and is no word with a clitic
_FIRST, _TEAM = "اول", "فريق"  # also a rank
_GENERAL = frozenset({"العام", "عام"})
_SHORT_TITLES = frozenset("دأم")  # د. سامر
_ACRONYM = pattern(
    r"[^\S\n]?[(\[][\"«“]?(?:[A-Za-z][A-Za-z.&-]{1,11}|\p{Arabic}(?:\.\p{Arabic})+\.?|[\p{Arabic}--ـ]{2,6})[\"»”]?[)\]]",
    "V1",
)
_QUOTED_NAME = pattern(r"[^\S\n][\"«“][\p{L}\p{N}]+(?: [\p{L}\p{N}]+){0,3}[\"»”]", "V1")


class Part(NamedTuple):
    """A phrase of a line: its words, what its head is, where it ends at the latest, and whether its head has ال."""

    span: Span
    head: Role
    last: int
    definite: bool


class Names:
    """The names of one text. What a word is in them is found once and kept."""

    def __init__(
        self,
        text: str,
        words: Words,
        lexicons: Lexicons = EMPTY,
        known: Callable[[str], bool] = never,
        stems_of: Callable[[Token], Sequence[Stem]] | None = None,
    ) -> None:
        self._text, self._words, self._lexicons, self._known = text, words, lexicons, known
        self._stems = stems_of or self._read_stems
        self._measures = Measures(lexicons)
        self._read: dict[int, Word] = {}

    def around(self, token: Token) -> list[Span]:
        """Names, dates and sums of several words around ``token``, the smaller first, each strictly inside the next.

        Each begins behind the clitics of its first word. No name runs over a point, a verb, or a function word that
        does not join an office to what it is for; what stands in brackets behind a name belongs to its last one.
        """
        found = self._measures.around(self._text, self._words, token, self._stems)
        found = found or [*self._names(token), *self._bracketed(token)]
        chain: list[Span] = []
        for span in sorted(found, key=lambda span: (-span.start, span.end)):  # what is governed before what governs it
            if not chain or (span != chain[-1] and span.holds(chain[-1])):
                chain.append(span)
        return chain

    def from_word(self, token: Token, first: bool = False) -> list[Part]:
        """The phrases that the line of words is parted into from ``token`` on, in order. ``first``: nothing before it
        governs it."""
        line, here = self._line(token)
        line, here = (line[here:], 0) if first else (line, here)
        parted = Line([self._word(each) for each in line], self._known)
        return [
            Part(
                Span(self._start(line[each.start]), line[each.end - 1].end),
                each.head,
                line[each.all_ends[-1] - 1].end,
                self._word(line[each.start]).definite,
            )
            for each in parted.phrases()
            if each.start >= here
        ]

    def _names(self, token: Token) -> Iterator[Span]:
        line, here = self._line(token)
        if self._word(token).role in (Role.BOUND, Role.TIME):
            return
        parted = Line([self._word(each) for each in line], self._known)
        for first, last in parted.names(here):
            start, end = self._start(line[first]), line[last - 1].end
            if last - first > 1:
                yield Span(start, end)
            close = self._tail(end, parted.head(first))
            if close:
                yield Span(start, close)

    def _tail(self, end: int, head: Role) -> int | None:
        """Where the brackets, or the marks around a body's own name, that stand directly behind ``end`` close."""
        if head in (Role.GIVEN, Role.TITLE):
            return None
        found = _ACRONYM.match(self._text, end)
        if not found and head in (Role.BODY, Role.SITE):
            found = _QUOTED_NAME.match(self._text, end)
        return found.end() if found else None

    def _bracketed(self, token: Token) -> Iterator[Span]:
        """The name in front of the brackets that ``token`` stands in, together with them."""
        before = self._words.before(token.start)
        tail = _ACRONYM.match(self._text, before.end) if before else None
        if before and tail and tail.end() >= token.end:
            yield from (span for span in self._names(before) if span.end == tail.end() and before.start >= span.start)

    def _line(self, token: Token) -> tuple[list[Token], int]:
        """The tokens around ``token`` that nothing but space parts from each other, and its place among them."""
        before, after = [token], [token]
        while len(before) <= _BACK:
            previous = self._words.before(before[-1].start)
            if previous is None or not self._joined(previous, before[-1]):
                break
            before.append(previous)
        while len(after) <= _ON:
            following = self._words.after(after[-1].start)
            if following is None or not self._joined(after[-1], following):
                break
            after.append(following)
        return [*before[:0:-1], *after], len(before) - 1

    def _joined(self, left: Token, right: Token) -> bool:
        short = left.end - left.start == 1 and self._text[left.start] in _SHORT_TITLES
        gap = (_POINT_AND_BLANK if short else _BLANK).match(self._text, left.end)
        return gap is not None and gap.end() == right.start

    def _start(self, token: Token) -> int:
        return self._stems(token)[0].span.start

    def _word(self, token: Token) -> Word:
        word = self._read.get(token.start)
        if word is None and fold_key(self._text[token.start : token.end]) == _IN_THE_NAME_OF:
            word = self._read[token.start] = Word(_IN_THE_NAME_OF, "", Role.BOUND)
        if word is None:
            stem = self._stems(token)[0]
            clitics = fold_key(self._text[token.start : stem.span.start])
            if stem.normalized is not None and not clitics.endswith("ل"):
                clitics += "ل"
            key = fold_key(stem.normalized or self._text[stem.span.start : token.end])
            word = self._read[token.start] = Word(key, clitics, self._role(token, key))
        return word

    def _role(self, token: Token, key: str) -> Role:
        heads = self._lexicons.heads
        bare = key[2:] if key.startswith("ال") and len(key) > 3 else key
        if token.kind == NUMBER or self._bounds(token, bare in heads.titles) or self._is_of_rank(token, key):
            return Role.BOUND
        if len(key) == 1 and key in _SHORT_TITLES and self._text.startswith(".", token.end):
            return Role.TITLE
        owned = key.endswith(_POSSESSED) and any(base in heads.titles for base in noun_bases(key))
        if owned and len(key) > _LONG:
            return Role.TITLE  # مهاجمه [وينديسون]
        for role, keys in ((Role.TITLE, heads.titles), (Role.BODY, heads.bodies), (Role.SITE, heads.sites)):
            if bare in keys:
                return role
        if self._measures.is_time(key) and (key not in _GENERAL or self._is_pointed_at(token)):
            return Role.TIME
        if self._measures.is_month(key):
            return Role.MONTH
        if key in heads.given and key not in heads.common:
            return Role.GIVEN
        if self._known(key):
            return Role.PROPER
        return Role.COMMON if key in heads.common else Role.PLAIN

    def _is_of_rank(self, token: Token, key: str) -> bool:
        """Whether أول belongs to the rank before it: الفريق أول [سعيد شنقريحة]."""
        before = self._words.before(token.start) if key == _FIRST else None
        rank = fold_key(self._text[before.start : before.end]).removeprefix("ال") if before else ""
        return rank in self._lexicons.heads.titles or rank == _TEAM

    def _is_pointed_at(self, token: Token) -> bool:
        """Whether العام is the year, because it is said which (الماضي, 2020), and not an office's adjective."""
        following = self._words.after(token.start)
        return following is not None and self._measures.is_relative(
            fold_key(self._text[following.start : following.end])
        )

    def _bounds(self, token: Token, title: bool) -> bool:
        """Whether no name goes on over ``token``. In a ``title`` no particle stands before a function word (ولي)."""
        word = self._text[token.start : token.end]
        led = not title and word[0] in _PARTICLES and self._lexicons.is_function(word[1:])
        if led or self._lexicons.is_function(word):
            return True
        return is_predicate(self._text, token, self._lexicons, self._known)

    def _read_stems(self, token: Token) -> Sequence[Stem]:
        return stems(self._text, token, self._known, self._words.bare, self._lexicons)
