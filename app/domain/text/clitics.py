"""Where clitics end and begin inside a word, and which part of the word a mark should take.

Nothing is stripped blindly (لبنان, واشنطن): the rules ask word lists, what is known, and the rest of the article.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator

from app.domain.span import Span
from app.domain.text.folding import TATWEEL, Folded, fold, is_invisible
from app.domain.text.graphemes import is_edge
from app.domain.text.inflection import PRONOUNS
from app.domain.text.lexicon import EMPTY, Lexicons
from app.domain.text.tokens import Token
from app.domain.values import frozen

_CONJUNCTIONS, _PREPOSITIONS, _ARTICLE = "وف", "بكل", "ال"
_ARABIC_LETTERS = range(0x0620, 0x064B)
_DEFINITE = re.compile(r"[وف]?(?:[بك]?ال|لل)")
_NUMBER_BORDER = re.compile(r"(?<=\d)(?=[^\W\d_])|(?<=[^\W\d_])(?=\d)")
_SHORT_HOSTS = frozenset({"ب", "ل", "من", "عن", "في", "ان", "مع"})  # whatever else a pronoun hangs on is longer
_STOPPING_PRONOUNS = tuple(pronoun for pronoun in PRONOUNS if pronoun not in ("ك", "ي", "كن"))


@frozen
class Stem:
    """A part of a word to mark: clitics before it left out, the article kept.

    ``normalized`` is the name as it would stand alone where the text spells it otherwise (للسعودية: السعودية).
    """

    span: Span
    normalized: str | None = None


def never(key: str) -> bool:
    """Nothing is known: for callers without a register or memory."""
    return False


def clitic_stops(text: str, token: Token, lexicons: Lexicons = EMPTY) -> tuple[int, ...]:
    """Code points inside ``token`` where a proclitic ends or a suffix pronoun begins, sorted, on grapheme edges.

    Liberal: what could be a clitic is one, unless a word list knows the word. The border of a digit and a letter is a
    stop too.
    """
    word = _Word(text, token)
    borders = (border.start() for border in _NUMBER_BORDER.finditer(word.key))
    cuts = {*_proclitic_ends(word, lexicons), *_pronoun_start(word.key, lexicons), *borders}
    positions = (word.position(cut) for cut in cuts)
    return tuple(sorted(position for position in positions if position is not None))


def stems(
    text: str,
    token: Token,
    known: Callable[[str], bool] = never,
    bare: Callable[[str], bool] = never,
    lexicons: Lexicons = EMPTY,
) -> tuple[Stem, ...]:
    """What of ``token`` a mark may take: the likelier first, then the others, the whole word always among them.

    ``known(key)`` says whether a light key is a known name or word, ``bare(key)`` whether it stands as a word of its
    own in the article.
    """
    reader = _Reader(_Word(text, token), known, bare, lexicons)
    likely = reader.likely()
    others = sorted((cut for cut in reader.cuts() if cut != likely), key=lambda cut: (abs(cut - likely), -cut))
    return tuple(reader.stem(cut) for cut in (likely, *others))


class _Word:
    """A token with its light key and the way back to the text."""

    __slots__ = ("_folded", "_text", "key", "token")

    def __init__(self, text: str, token: Token) -> None:
        self._text, self.token = text, token
        self._folded: Folded = fold(text[token.start : token.end])
        self.key = self._folded.key

    def position(self, cut: int) -> int | None:
        """Where ``key[cut]`` begins in the text; None at the word's edges and inside a ligature or a cluster."""
        index = self._folded.index
        if not 0 < cut < len(self.key) or index[cut] == index[cut - 1]:
            return None
        position = self.token.start + index[cut]
        return position if is_edge(self._text, position) else None

    def raw(self, cut: int) -> str:
        """The word as it is written, from ``key[cut]`` on."""
        return self._text[self.token.start + self._folded.index[cut] : self.token.end]


class _Reader:
    """One word, read clitic by clitic by what is known about it and about what is left without it."""

    __slots__ = ("_bare", "_known", "_lexicons", "_word")

    def __init__(
        self, word: _Word, known: Callable[[str], bool], bare: Callable[[str], bool], lexicons: Lexicons
    ) -> None:
        self._word, self._known, self._bare, self._lexicons = word, known, bare, lexicons

    def cuts(self) -> list[int]:
        """Where the marked part may begin, as key positions: 0 for the whole word, then behind each clitic.

        Nothing is cut off a word that a list has, unless what is left is a word too (واحد, أحد).
        """
        key, found = self._word.key, [0]
        for letters in (_CONJUNCTIONS, _PREPOSITIONS):
            at = found[-1]
            if len(key) - at < 3 or key[at] not in letters or not key[at + 1].isalnum() or self._hides_article(at):
                continue
            whole = self._is_listed(at) or self._lexicons.is_inflected(key[at:])
            if not whole or self._is_word(at + 1) or self._bare(key[at + 1 :]):
                found.append(at + 1)
        return [cut for cut in found if not cut or self._word.position(cut) is not None]

    def likely(self) -> int:
        """The cut most likely meant: as far as each letter is a clitic."""
        best = 0
        for cut in self.cuts()[1:]:
            if not self._is_clitic(cut - 1):
                break
            best = cut
        return best

    def stem(self, cut: int) -> Stem:
        start = self._word.position(cut) or self._word.token.start
        return Stem(Span(start, self._word.token.end), self._normalized(cut))

    def _is_clitic(self, at: int) -> bool:
        """Whether the letter at ``at`` is a clitic before a word rather than the first letter of one."""
        letter, rest = self._word.key[at], self._word.key[at + 1 :]
        if ord(rest[0]) not in _ARABIC_LETTERS or rest[1] == ".":
            return True  # و30, لـBBC, لأ.ف.ب
        if self._is_listed(at) or self._known(letter + rest):
            return False
        if letter == rest[0] == "ل":
            return self._is_name(at + 1)
        if self._is_listed(at + 1) or self._known(rest) or (self._bare(rest) and (letter == "و" or len(rest) > 2)):
            return True
        if self._lexicons.is_inflected(letter + rest):
            return False
        if self._lexicons.is_inflected(rest):
            return True
        return self._looks_like_clitic(letter, rest, self._word.raw(at + 1))

    def _looks_like_clitic(self, letter: str, rest: str, raw: str) -> bool:
        """Whether the spelling alone says so: no list has the word or what is left of it."""
        if letter == "و":
            return len(rest) > 2 and rest[0] != "و"  # ووترز, وورلد
        if letter == "ف" and (self._lexicons.is_verb(raw) or self._lexicons.reports(raw)):
            return True
        if letter != "ل" and rest.startswith(_ARTICLE):
            return len(rest) > 3
        return raw[0] in "أإآ" and len(rest) > 3  # no word begins with بأ or لإ and goes on for long

    def _is_listed(self, cut: int) -> bool:
        """Whether a list has what begins at ``cut`` as it stands."""
        return self._lexicons.is_listed(self._word.key[cut:]) or self._lexicons.is_function(self._word.raw(cut))

    def _is_word(self, cut: int) -> bool:
        """Whether what begins at ``cut`` is a word as it stands or with an ending."""
        key = self._word.key[cut:]
        return self._is_listed(cut) or self._known(key) or self._lexicons.is_inflected(key)

    def _is_name(self, cut: int) -> bool:
        key = self._word.key[cut:]
        return self._lexicons.is_name(key) or (self._known(key) and not self._lexicons.is_listed(key))

    def _hides_article(self, at: int) -> bool:
        """Whether لل begins here, and is the preposition and the article rather than the preposition and a word."""
        key = self._word.key[at + 1 :]
        if not self._word.key.startswith("لل", at):
            return False
        return len(key) < 3 or not (self._is_word(at + 1) or self._bare(key))

    def _normalized(self, cut: int) -> str | None:
        """The name alone where لل stands for ل and ال: the article is written back, a first ل of the noun kept."""
        key = self._word.key[cut:]
        if not key.startswith("لل") or len(key) < 3 or self._is_word(cut):
            return None
        if self._is_name(cut + 1):
            return _clean(self._word.raw(cut + 1))
        own = key == "لله" or not self._hides_article(cut) or self._bare(_ARTICLE + key[1:])
        return _ARTICLE + _clean(self._word.raw(cut + (1 if own else 2)))


def _clean(raw: str) -> str:
    """``raw`` in plain letters: presentation forms resolved, tatweel and invisible characters left out."""
    plain = "".join(unicodedata.normalize("NFKC", letter) if letter >= "\ufb50" else letter for letter in raw)
    return "".join(letter for letter in plain if letter != TATWEEL and not is_invisible(letter))


def _proclitic_ends(word: _Word, lexicons: Lexicons) -> Iterator[int]:
    key, at = word.key, 0
    for letters in (_CONJUNCTIONS, _PREPOSITIONS):
        if _is_whole(word, at, lexicons):
            return
        if len(key) - at > 2 and key[at] in letters:
            at += 1
            yield at
    left = len(key) - at
    if key.startswith(_ARTICLE, at) and left > 3:
        yield at + 2
    elif _is_article_of_lil(key, at) or (left > 3 and key[at] == "س" and key[at + 1] in "يتنا"):
        yield at + 1


def _is_article_of_lil(key: str, at: int) -> bool:
    return at > 0 and key.startswith("لل", at - 1) and len(key) - at > 2


def _is_whole(word: _Word, at: int, lexicons: Lexicons) -> bool:
    """Whether lists have what begins at ``at``, and not what is left without its first letter."""
    key = word.key[at:]
    if lexicons.is_listed(key) or lexicons.is_function(word.raw(at)):
        return True
    return lexicons.is_inflected(key) and not lexicons.is_listed(key[1:])


def _pronoun_start(key: str, lexicons: Lexicons) -> Iterator[int]:
    if _DEFINITE.match(key) or key.endswith("هذه") or any(lexicons.is_listed(key[cut:]) for cut in range(3)):
        return
    for pronoun in _STOPPING_PRONOUNS:
        host = key.removesuffix(pronoun)
        if host != key and (len(host) > 2 or host.lstrip(_CONJUNCTIONS) in _SHORT_HOSTS):
            yield len(host)
            return
