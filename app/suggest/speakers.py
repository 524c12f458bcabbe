"""Who is said to speak: the nearest nominal behind the reporting verb, else the one before it, else nobody in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.domain.span import Span
from app.domain.text.clitics import stems
from app.domain.text.folding import fold_key, is_invisible
from app.domain.text.inflection import word_keys
from app.domain.text.lexicon import Lexicons, reporting_match
from app.domain.text.tokens import NUMBER, Token, Words
from app.domain.text.trim import trim

NAMED, NOMINAL, PRONOUN, CLITIC, IMPLICIT, ANONYMOUS = "named", "nominal", "pronoun", "clitic", "implicit", "anonymous"

_MOST_WORDS = 12
_MOST_PLACES = 50  # of a word that may be somebody's last name are looked at


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says it. ``span`` is None where no word names the speaker; ``name`` is the part of it that is a name, if one
    was told from its title."""

    span: Span | None
    realization: str
    name: Span | None = None

    @property
    def mention(self) -> Span | None:
        """What a mark of the speaker would take: the name where it is told from its title, else the whole nominal."""
        return self.name or self.span


class Speakers:
    """Finds speakers in one article. ``known`` says whether a folded word is a known name."""

    def __init__(self, text: str, words: Words, lexicons: Lexicons, known: Callable[[str], bool]) -> None:
        self._text, self._words, self._lexicons, self._known = text, words, lexicons, known

    def of(self, cue: Token, expression: Span, head: Span, before: bool) -> Speaker:
        """Who says what ``cue`` reports; ``head`` runs from it to its content."""
        if any(key in self._lexicons.reporting_nouns for key in self._keys(cue)):
            return Speaker(None, CLITIC)
        behind = self._subject(head)
        if behind is not None:
            return behind
        ahead = self._subject_before(cue, expression) or self._unnamed_before(cue)
        return ahead or Speaker(None, IMPLICIT)

    def in_clause(self, clause: Span) -> Speaker:
        """Who does what a clause tells, its verb first (ونشرت الإدريسي على منصة ...)."""
        verb = self._words.after(clause.start - 1)
        found = self._subject(Span(verb.end, max(clause.end, verb.end))) if verb else None
        return found or Speaker(None, IMPLICIT)

    def before_colon(self, span: Span) -> Speaker | None:
        """Who stands before a headline's colon; None where that is no speaker."""
        inside = trim(self._text, span)
        if inside is None:
            return None
        found = self._subject(inside)
        if found is None or found.span is None or found.span.start > inside.start + 1 or found.span.end < inside.end:
            return None
        return found

    def _subject(self, head: Span) -> Speaker | None:
        token = self._words.after(head.start - 1)
        while token is not None and token.start < head.end:
            word = self._text[token.start : token.end]
            if self._lexicons.has("pronouns", word):
                return Speaker(Span(token.start, token.end), PRONOUN)
            if token.kind == NUMBER or self._lexicons.has("times", word):
                token = self._words.after(token.start)
            elif self._is_function(word) or self._is_led(token):
                token = self._behind_phrase(token, head)
            elif self._lexicons.is_verb(word):
                return None
            else:
                return self._speaker(self._phrase(token, head), head)
        return None

    def _subject_before(self, cue: Token, expression: Span) -> Speaker | None:
        """The nominal right before the verb (والرئيس قال إن), if it begins its clause."""
        if expression.start > cue.start:
            return None
        first, at = None, cue
        for _ in range(_MOST_WORDS):
            token = self._words.before(at.start)
            if token is None or not self._joined(token, at):
                break
            word = self._text[token.start : token.end]
            if self._is_function(word) or self._lexicons.is_verb(word):
                if first is None or not self._lexicons.has("before_subject", word.lstrip("و")):
                    return None
                break
            if reporting_match(self._text, token, self._lexicons):
                return None
            first = at = token
        return self._speaker(Span(first.start, self._words.before(cue.start).end)) if first else None  # type: ignore[union-attr]

    def _unnamed_before(self, cue: Token) -> Speaker | None:
        """Whoever stands unnamed at the head of the clause (غير أن مصدراً طلب عدم ذكر اسمه قال)."""
        at: Token | None = cue
        for _ in range(_MOST_WORDS):
            token = self._words.before(at.start) if at else None
            if token is None or any(sign in "،,.؛:" for sign in self._text[token.end : at.start]):  # type: ignore[union-attr]
                return None
            word = fold_key(self._text[token.start : token.end])
            if any(self._lexicons.has("unnamed", form) for form in (word, word.removesuffix("ا"))):
                return Speaker(Span(token.start, token.end), ANONYMOUS)
            at = token
        return None

    def _phrase(self, token: Token, head: Span) -> Span:
        """The words of one nominal from ``token`` on."""
        start = stems(self._text, token, self._known, self._words.bare, self._lexicons)[0].span.start
        last = token
        for _ in range(_MOST_WORDS):
            following = self._words.after(last.start)
            if following is None or following.start >= head.end or not self._joined(last, following, marks=True):
                break
            word = self._text[following.start : following.end]
            led = self._is_led(following)
            joined_by_and = fold_key(word).startswith("وال")
            if self._is_function(word) or self._lexicons.is_verb(word) or self._lexicons.has("times", word):
                break
            if led and not joined_by_and:
                break
            last = following
        return Span(start, last.end)

    def _behind_phrase(self, token: Token, head: Span) -> Token | None:
        """The first word behind a prepositional phrase."""
        last = token
        while (following := self._words.after(last.start)) is not None and following.start < head.end:
            word = self._text[following.start : following.end]
            if not self._joined(last, following, marks=True) or self._is_function(word):
                return following
            last = following
        return None

    def _speaker(self, span: Span, head: Span | None = None) -> Speaker:
        first = self._words.at(span.start)
        key = fold_key(self._text[span.start : first.end]) if first else ""
        if self._lexicons.has("unnamed", key):
            return Speaker(span, ANONYMOUS)
        name = self._name_in(span) or (self._name_behind(span, head) if head else None)
        alone = first is not None and first.end == span.end and (not key.startswith("ال") or self._ends_a_name(first))
        return Speaker(span, NAMED if name or alone else NOMINAL, name or (span if alone else None))

    def _ends_a_name(self, token: Token) -> bool:
        """Whether the word stands elsewhere behind a given name: الناصر, where سليم الناصر was introduced."""
        word, at = self._text[token.start : token.end], -1
        for _ in range(_MOST_PLACES):
            at = self._text.find(word, at + 1)
            found = self._words.at(at) if at >= 0 else None
            before = self._words.before(at) if at > 0 else None
            if at < 0:
                return False
            if found and before and (found.start, found.end) == (at, at + len(word)) and self._joined(before, found):
                key = fold_key(self._text[before.start : before.end])
                if self._known(key) and not key.startswith("ال"):
                    return True
        return False

    def _name_behind(self, span: Span, head: Span) -> Span | None:
        """The name behind a title that a prepositional phrase parts from it (أستاذة في جامعة القاهرة نهى السيوفي)."""
        last = self._words.at(span.end)
        at_phrase = True
        while last is not None and (token := self._words.after(last.start)) is not None and token.start < head.end:
            if not self._joined(last, token, marks=True):
                return None
            word = self._text[token.start : token.end]
            if at_phrase and not (self._is_function(word) or self._is_led(token)):
                return None
            key = fold_key(word)
            if not at_phrase and self._known(key) and not key.startswith("ال") and not self._is_led(token):
                return self._phrase(token, head)
            at_phrase, last = False, token
        return None

    def _name_in(self, span: Span) -> Span | None:
        """The part of a nominal from its first known name on."""
        token = self._words.at(span.start)
        while token is not None and token.start < span.end:
            key = fold_key(self._text[max(token.start, span.start) : token.end])
            if self._known(key) and (not key.startswith("ال") or token.start <= span.start):
                return Span(max(token.start, span.start), span.end)
            token = self._words.after(token.start)
        return None

    def _is_led(self, token: Token) -> bool:
        """Whether a preposition is written together with the word (للصحفيين, بوكالة)."""
        likely = stems(self._text, token, self._known, self._words.bare, self._lexicons)[0]
        letter = self._text[token.start]
        return (likely.span.start > token.start and letter not in "و") or likely.normalized is not None

    def _joined(self, left: Token, right: Token, marks: bool = False) -> bool:
        gap = self._text[left.end : right.start]
        if "\n" in gap:
            return False
        plain = "".join(each for each in gap if not is_invisible(each)).strip()
        return not plain or (marks and not plain.strip('«»"“”'))

    def _is_function(self, word: str) -> bool:
        return self._lexicons.is_function(word) or (word[:1] in "وف" and self._lexicons.is_function(word[1:]))

    def _keys(self, token: Token) -> set[str]:
        keys = set(word_keys(self._text[token.start : token.end]))
        return keys | {key[1:] for key in keys if key[:1] in "وفبل"}
