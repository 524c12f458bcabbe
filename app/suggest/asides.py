"""What may stand between a verb and its subject: days, manners, prepositional phrases, to whom it is said."""

from __future__ import annotations

from app.domain.span import Span
from app.domain.text.folding import fold_key
from app.domain.text.tokens import NUMBER, Token
from app.suggest.nominals import FATHATAN, NOMINAL, PERSON, Speaker
from app.suggest.nouns import MARKS
from app.suggest.objects import Objects


class Asides(Objects):
    """Passes over words that are no subject in one article."""

    def _how_often(self, token: Token) -> Token | None:
        """The last word of أكثر من مرة, which ``token`` begins."""
        of = self._words.after(token.start)
        times = self._words.after(of.start) if of and fold_key(self._word(of)) == "من" else None
        return times if times is not None and self._has("occurrences", times) else None

    def _is_manner(self, word: str) -> bool:
        """Whether a word with ب says how: بجملة واحدة، بصوت خافت."""
        return word[:1] == "ب" and self._lexicons.has("adverbial", word[1:])

    def _behind_manner(self, token: Token) -> Token | None:
        """The first word behind such a word and the adjective that it has."""
        adjective = self._words.after(token.start)
        if adjective is None or not self._joined(token, adjective) or self._word(adjective).startswith("ال"):
            return adjective
        key, heads = fold_key(self._word(adjective)), self._lexicons.heads
        plain = not any(key in each for each in (heads.titles, heads.bodies, heads.given)) and not self._known(key)
        masculine = plain and not self._is_verb(adjective) and not self._is_function(self._word(adjective))
        return self._words.after(adjective.start) if key[-1:] in "ةه" or masculine else adjective

    def _is_aside(self, token: Token) -> bool:
        """Whether a word can be passed over on the way to the subject: a number, a day, هذا, an accusative."""
        word = self._word(token)
        told = any(self._has(each, token) for each in ("times", "determiners"))
        by_saying = word[:1] == "ب" and bool(self._keys(token) & self._lexicons.reporting_nouns)  # علق بقوله
        return by_saying or token.kind == NUMBER or len(fold_key(word)) < 2 or told or FATHATAN in word[-2:]

    def _of_some(self, token: Token, head: Span) -> Speaker:
        """أحد الشهود, عدد من السكان: one or some of those behind it."""
        of = self._words.after(token.start)
        if of is not None and fold_key(self._word(of)) == "من":
            of = self._words.after(of.start)
        if of is not None and (of.start >= head.end or self._is_function(self._word(of)) or self._is_verb(of)):
            return Speaker(Span(token.start, token.end), NOMINAL, PERSON)
        parts = self._parts(of, head) if of is not None and of.start < head.end else []
        end = of.end if of is not None and of.start < head.end else token.end
        return Speaker(Span(token.start, parts[0].span.end if parts else end), NOMINAL, PERSON)

    def _behind_phrase(self, token: Token, head: Span) -> Token | None:
        """The first word behind a prepositional phrase."""
        noun = token if self._is_led(token) else self._words.after(token.start)
        if noun is None or noun.start >= head.end or not (noun is token or self._joined(token, noun, marks=True)):
            return noun
        parts = [] if self._is_function(self._word(noun)) else self._parts(noun, head)
        adjective = self._words.after(noun.start)
        if self._has_occasion(noun) and adjective and self._has("of_occasions", adjective):
            return self._words.after(adjective.start)
        if parts and parts[0].span.start < noun.end:
            return self._behind_marks(parts[0].span.end, head)
        return noun if noun is not token else self._words.after(noun.start)

    def _has_occasion(self, noun: Token) -> bool:
        word = self._word(noun)
        return any(self._lexicons.has("occasions", form) for form in (word, word[1:], "ال" + word[2:]))

    def _behind_marks(self, end: int, head: Span) -> Token | None:
        """The first word behind ``end``, or behind a name in marks that stands there (مع قناة «المشرق»)."""
        following = self._words.after(end - 1)
        if following is None or not any(mark in self._text[end : following.start] for mark in MARKS):
            return following
        for token in self._tokens(Span(following.start, head.end)):
            after = self._words.after(token.start)
            if after is None or any(mark in self._text[token.end : after.start] for mark in MARKS):
                while after and fold_key(self._word(after)).startswith("ال") and self._is_adjective(after):
                    after = self._words.after(after.start)  # لصحيفة "غلف نيوز" الإماراتية
                return after
        return None
