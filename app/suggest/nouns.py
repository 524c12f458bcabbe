"""What is asked of single words on the way to a nominal: verb, function word, name, with a clitic or a pronoun."""

from __future__ import annotations

from collections.abc import Callable

from app.domain.span import Span
from app.domain.text.clitics import stems
from app.domain.text.folding import fold_key, is_invisible
from app.domain.text.inflection import word_keys
from app.domain.text.lexicon import Lexicons, reporting_match
from app.domain.text.phrases import Names
from app.domain.text.tokens import Token, Words
from app.domain.text.verbs import is_predicate
from app.suggest.cues import Cues
from app.suggest.wording import Wording

_MOST_PLACES = 50  # of a word that may be somebody's last name are looked at
MARKS = '«»"“”'
_LONG = 4  # letters of a word whose last ones may be a pronoun
POSSESSED = ("ها", "هم", "هما", "ه")
_KIN = frozenset({"ام", "اب", "ابو", "ابا", "اخ", "اخو", "اخت", "ابن", "ابنت", "بنت", "زوج", "جد", "عم", "خال"})


class Nouns(Wording):
    """Tells the nouns of one article from its other words. ``known`` says whether a folded word is a known name."""

    def __init__(
        self, text: str, words: Words, lexicons: Lexicons, known: Callable[[str], bool], names: Names | None = None
    ) -> None:
        super().__init__(text, words, lexicons)
        self._known, self._cues = known, Cues(text, words, lexicons)
        self._names = names or Names(text, words, lexicons, known)
        self._ending: dict[str, bool] = {}

    def _is_owned(self, token: Token) -> bool:
        """Whether a pronoun is attached to a word that is no name (قلقه، روايتها)."""
        key = fold_key(self._word(token))
        kin = any(key.removesuffix(each) in _KIN for each in POSSESSED)
        return (len(key) > _LONG or kin) and key.endswith(POSSESSED) and key not in self._given and not self._known(key)

    def _is_person(self, span: Span) -> bool:
        token = self._words.at(span.start)
        return token is not None and (self._ends_a_name(token) or fold_key(self._word(token)) in self._given)

    @property
    def _given(self) -> frozenset[str]:
        return self._lexicons.heads.given

    def _ends_a_name(self, token: Token) -> bool:
        """Whether the word stands elsewhere behind a given name: الناصر, where سليم الناصر was introduced."""
        word = self._word(token)
        if word not in self._ending:
            self._ending[word] = self._stands_behind_a_given_name(word)
        return self._ending[word]

    def _stands_behind_a_given_name(self, word: str) -> bool:
        at = -1
        for _ in range(_MOST_PLACES):
            at = self._text.find(word, at + 1)
            found = self._words.at(at) if at >= 0 else None
            before = self._words.before(at) if at > 0 else None
            if at < 0:
                return False
            whole = found is not None and (found.start, found.end) == (at, at + len(word))
            if found and before and whole and self._joined(before, found):
                given = fold_key(self._word(before)) in self._given
                if given:
                    return True
        return False

    def _is_led(self, token: Token) -> bool:
        """Whether a preposition is written together with the word (للصحفيين, بوكالة)."""
        likely = stems(self._text, token, self._known, self._words.bare, self._lexicons)[0]
        letter = self._text[token.start]
        return (likely.span.start > token.start and letter not in "وف") or likely.normalized is not None

    def _is_verb(self, token: Token) -> bool:
        return is_predicate(self._text, token, self._lexicons, self._known) or bool(
            reporting_match(self._text, token, self._lexicons)
        )

    def _joined(self, left: Token, right: Token, marks: bool = False) -> bool:
        gap = self._text[left.end : right.start]
        if "\n" in gap:
            return False
        plain = "".join(each for each in gap if not is_invisible(each)).strip()
        return not plain or (marks and not plain.strip(MARKS))

    def _is_function(self, word: str) -> bool:
        return self._lexicons.is_function(word) or (word[:1] in "وف" and self._lexicons.is_function(word[1:]))

    def _keys(self, token: Token) -> set[str]:
        keys = set(word_keys(self._word(token)))
        return keys | {key[1:] for key in keys if key[:1] in "وفبل"}
