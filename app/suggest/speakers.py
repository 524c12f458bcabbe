"""Who is said to speak: the nearest nominal behind the reporting verb, else the one before it, else nobody in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from app.domain.span import Span
from app.domain.text.clitics import stems
from app.domain.text.folding import fold_key, is_invisible
from app.domain.text.inflection import word_keys
from app.domain.text.lexicon import Lexicons, reporting_match
from app.domain.text.parting import Role
from app.domain.text.phrases import Names, Part
from app.domain.text.tokens import NUMBER, Token, Words
from app.domain.text.trim import trim
from app.domain.text.verbs import is_predicate

NAMED, NOMINAL, PRONOUN, CLITIC, IMPLICIT, ANONYMOUS = "named", "nominal", "pronoun", "clitic", "implicit", "anonymous"
PERSON, OFFICE, BODY, PLACE = "person", "office", "body", "place"

_MOST_WORDS = 14
_MOST_PLACES = 50  # of a word that may be somebody's last name are looked at
_LONG = 4  # letters of a word whose last ones may be a pronoun
_POSSESSED = ("ها", "هم", "هما", "ه")
_MARKS = '«»"“”'
_SORTS = {Role.GIVEN: PERSON, Role.TITLE: OFFICE, Role.BODY: BODY, Role.SITE: PLACE, Role.PROPER: PLACE}


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says it. ``mention`` is what a mark of the speaker would take: the name where it is told from its title, else
    the whole nominal; None where no word names the speaker. ``sort`` says what it is the name of, as far as the words
    show: person, office, body or place."""

    mention: Span | None
    realization: str
    sort: str | None = None


class Speakers:
    """Finds speakers in one article. ``known`` says whether a folded word is a known name."""

    def __init__(
        self, text: str, words: Words, lexicons: Lexicons, known: Callable[[str], bool], names: Names | None = None
    ) -> None:
        self._text, self._words, self._lexicons, self._known = text, words, lexicons, known
        self._names = names or Names(text, words, lexicons, known)

    def of(self, cue: Token, expression: Span, head: Span, sentence: Span, spoken: bool) -> Speaker:
        """Who says what ``cue`` reports; ``head`` runs from it to its content. ``spoken``: somebody has spoken in the
        sentence already, so that a participle goes on for the same."""
        keys = self._keys(cue)
        if keys & self._lexicons.reporting_nouns:
            return Speaker(None, CLITIC)
        if self._lexicons.is_participle(self._word(cue)):
            behind = None if spoken else self._subject_of_clause(Span(sentence.start, cue.start))
            return behind or Speaker(None, IMPLICIT)
        found = self._subject(head)
        if expression.start == cue.start and (found is None or self._is_possessed(found)):
            ahead = self._subject_before(cue) or self._antecedent(cue, sentence) or self._topic(cue, sentence)
            found = ahead or found or self._unnamed_before(cue)
        return found or Speaker(None, IMPLICIT)

    def of_frame(self, head: Span) -> Speaker:
        """Who stands behind a frame: بحسب الوزارة, حسبما أعلنت الوزارة, وفق بيانات الوزارة."""
        token = self._words.after(head.start - 1)
        while token is not None and token.start < head.end and self._passes(token):
            token = self._words.after(token.start)
        if token is None or token.start >= head.end:
            return Speaker(None, IMPLICIT)
        if self._word(token)[0] == "ل" and self._is_led(token):  # وفقا لمركز
            return self._speaker(self._parts(token, head), head)
        following = self._words.after(token.start)
        if self._lexicons.has("papers", self._word(token)) and following and following.start < head.end:
            parts = self._parts(following, head)
            if parts and parts[0].head is Role.BODY and self._joined(token, following):
                return self._speaker(parts, head)
        return self._subject(Span(token.start, head.end)) or Speaker(None, IMPLICIT)

    def in_clause(self, clause: Span) -> Speaker:
        """Who does what a clause tells, its verb first (ونشرت الإدريسي على منصة ...)."""
        return self._subject_of_clause(clause) or Speaker(None, IMPLICIT)

    def before_colon(self, span: Span, whole: bool) -> Speaker | None:
        """Who stands before a headline's colon; None where that is no speaker. ``whole``: and nothing else does."""
        inside = trim(self._text, span)
        first = self._words.after(inside.start - 1) if inside else None
        if inside is None or first is None or self._lexicons.has("no_speaker", self._word(first)):
            return None
        found = self._subject(inside)
        if found is None or found.mention is None:
            return None
        if found.sort is None and not self._lexicons.has("unnamed", self._word(first)):
            return None
        begins = any(part.span.start <= inside.start + 1 for part in self._parts(first, inside))
        return found if begins and (not whole or found.mention.end >= inside.end) else None

    def behind_colon(self, span: Span) -> Speaker:
        """Who stands behind the colon of a headline that begins with the words."""
        return self._subject(span) or Speaker(None, "none")

    def _subject(self, head: Span) -> Speaker | None:
        """The first nominal of a stretch that no preposition leads."""
        token = self._words.after(head.start - 1)
        while token is not None and token.start < head.end:
            word = self._word(token)
            if self._lexicons.has("pronouns", word):
                return Speaker(Span(token.start, token.end), PRONOUN, PERSON)
            if token.kind == NUMBER or len(fold_key(word)) < 2 or self._lexicons.has("times", word):
                token = self._words.after(token.start)
            elif self._is_function(word) or self._is_led(token):
                token = self._behind_phrase(token, head)
            elif self._is_verb(token):
                return None
            else:
                return self._speaker(self._parts(token, head), head)
        return None

    def _subject_of_clause(self, clause: Span) -> Speaker | None:
        """The subject of the first verb of a clause, behind it, else whoever stands before it."""
        token = self._words.after(clause.start - 1)
        while token is not None and token.start < clause.end:
            if self._is_verb(token):
                return self._subject(Span(token.end, clause.end))
            token = self._words.after(token.start)
        first = self._words.after(clause.start - 1)  # a verb that no list has
        return self._subject(Span(first.end, clause.end)) if first and first.end < clause.end else None

    def _is_possessed(self, speaker: Speaker) -> bool:
        """Whether a word with a pronoun (رعاياها) is rather what the verb acts on than who speaks."""
        word = self._words.at(speaker.mention.start) if speaker.mention else None
        key = fold_key(self._word(word)) if word else ""
        return len(key) > _LONG and key.endswith(_POSSESSED) and speaker.realization == NOMINAL

    def _topic(self, cue: Token, sentence: Span) -> Speaker | None:
        """The nominal that a sentence begins with, if no other verb comes before this one (والمصادر ذاتها أضافت)."""
        first = self._words.after(sentence.start - 1)
        if first is None or first.start >= cue.start or self._is_function(self._word(first)) or self._is_led(first):
            return None
        token: Token | None = first
        while token is not None and token.start < cue.start:
            if self._is_verb(token) or self._text[token.end : token.end + 1] in ("،", ",", ":", "؛"):
                return None
            token = self._words.after(token.start)
        return self._speaker(self._parts(first, Span(first.start, cue.start)), Span(first.start, cue.start))

    def _antecedent(self, cue: Token, sentence: Span) -> Speaker | None:
        """Whom a relative clause before the verb, or around it, describes: سرحان، الذي أكد أن ...، يرى أن ..."""
        pronoun = cue
        for _ in range(_MOST_WORDS * 2):
            before = self._words.before(pronoun.start)
            if before is None or before.start < sentence.start:
                return None
            pronoun = before
            if self._lexicons.has("relative", self._word(pronoun)):
                break
        else:
            return None
        first, at = None, pronoun
        for _ in range(_MOST_WORDS):
            token = self._words.before(at.start)
            joined = token and (self._joined(token, at, marks=True) or at is pronoun)
            if token is None or not joined or self._is_function(self._word(token)) or self._is_verb(token):
                break
            first = at = token
        span = Span(first.start, pronoun.start) if first else None
        return self._speaker(self._parts(first, span), span) if first and span else None

    def _subject_before(self, cue: Token) -> Speaker | None:
        """The nominal right before the verb (والرئيس قال إن), if it begins its clause."""
        first, at, last = None, cue, None
        for _ in range(_MOST_WORDS):
            token = self._words.before(at.start)
            if token is None or not self._joined(token, at, marks=True):
                break
            word = self._word(token)
            if self._is_function(word):
                if first is None or not self._lexicons.has("before_subject", word.lstrip("و")):
                    return None
                break
            if self._is_verb(token):
                return None
            first = at = token
            last = last or token
        if first is None or last is None:
            return None
        found = self._speaker(self._parts(first, Span(first.start, last.end)), Span(first.start, last.end))
        return found if found.mention else None

    def _unnamed_before(self, cue: Token) -> Speaker | None:
        """Whoever stands unnamed at the head of the clause (غير أن مصدراً طلب عدم ذكر اسمه قال)."""
        at = cue
        for _ in range(_MOST_WORDS):
            token = self._words.before(at.start)
            if token is None or any(sign in "،,.؛:\n" for sign in self._text[token.end : at.start]):
                return None
            word = fold_key(self._word(token))
            if any(self._lexicons.has("unnamed", form) for form in (word, word.removesuffix("ا"))):
                return Speaker(Span(token.start, token.end), ANONYMOUS, OFFICE)
            at = token
        return None

    def _parts(self, token: Token, head: Span) -> list[Part]:
        """The phrases from ``token`` on, as far as they begin in ``head``."""
        return [part for part in self._names.from_word(token) if part.span.start < head.end]

    def _speaker(self, parts: list[Part], head: Span) -> Speaker:
        """Who the first nominal of ``parts`` is: the person behind an office, a body, an office, a place."""
        if not parts:
            return Speaker(None, IMPLICIT)
        first = parts[0]
        whole = Span(first.span.start, min(self._reach(first), head.end))
        word = self._words.at(first.span.start)
        key = fold_key(self._text[first.span.start : word.end]) if word else ""
        if any(self._lexicons.has("unnamed", form) for form in (key, key.removesuffix("ا"))):
            return Speaker(whole, ANONYMOUS, OFFICE)
        person = next((part for part in self._row(parts) if part.head is Role.GIVEN), None)
        if person is None and first.head in (Role.TITLE, Role.PLAIN, Role.COMMON):
            person = self._person_behind(whole, head)
        if person is not None:
            return Speaker(Span(person.span.start, min(person.span.end, head.end)), NAMED, PERSON)
        alone = word is not None and word.end >= whole.end
        if first.head is Role.BODY:
            return Speaker(whole, NOMINAL if alone else NAMED, BODY)
        if first.head is Role.TITLE:
            return Speaker(whole, NOMINAL, OFFICE)
        if first.head is Role.PLAIN and not alone and not self._has_article(whole):
            return Speaker(whole, NAMED, PERSON)  # a name from elsewhere: موريس جار
        if first.head is Role.PROPER or (alone and word and (not first.definite or self._ends_a_name(word))):
            return Speaker(whole, NAMED, PLACE if first.head is Role.PROPER and not self._is_person(whole) else PERSON)
        return Speaker(whole, NOMINAL, _SORTS.get(first.head))

    def _has_article(self, span: Span) -> bool:
        token = self._words.at(span.start)
        while token is not None and token.start < span.end:
            if fold_key(self._word(token)).startswith("ال"):
                return True
            token = self._words.after(token.start)
        return False

    def _reach(self, part: Part) -> int:
        """Where an office or body ends with what it is for."""
        return part.last if part.head in (Role.TITLE, Role.BODY, Role.SITE) else part.span.end

    def _row(self, parts: list[Part]) -> Iterator[Part]:
        """The phrases that stand beside the first one: its further titles and its name, no clitic between."""
        before = parts[0]
        yield before
        for part in parts[1:]:
            gap = self._text[before.span.end : part.span.start]
            if part.span.start < self._reach(before) or not gap.strip("و \u00a0\t"):
                if gap.strip() and part.head is not Role.PLAIN and part.head is not Role.COMMON:
                    return
                before = part
                yield part
            else:
                return

    def _person_behind(self, whole: Span, head: Span) -> Part | None:
        """The person whom a prepositional phrase parts from his office (أستاذة في جامعة القاهرة نهى السيوفي)."""
        last = self._words.at(whole.end)
        while last is not None and (token := self._words.after(last.start)) is not None and token.start < head.end:
            gap = self._text[last.end : token.start]
            comma = gap.strip() in ("،", ",")
            if self._is_verb(token) or not (comma or self._joined(last, token, marks=True)):
                return None
            parts = [] if self._is_led(token) else self._parts(token, head)
            named = parts and parts[0].head is Role.GIVEN and parts[0].span.start == token.start
            if named and not any(mark in gap for mark in _MARKS):
                return parts[0]
            if comma:
                return None
            last = token
        return None

    def _behind_phrase(self, token: Token, head: Span) -> Token | None:
        """The first word behind a prepositional phrase."""
        noun = token if self._is_led(token) else self._words.after(token.start)
        if noun is None or noun.start >= head.end or not (noun is token or self._joined(token, noun, marks=True)):
            return noun
        parts = [] if self._is_function(self._word(noun)) else self._parts(noun, head)
        if parts and parts[0].span.start < noun.end:
            return self._words.after(parts[0].span.end - 1)
        return noun if noun is not token else self._words.after(noun.start)

    def _is_person(self, span: Span) -> bool:
        token = self._words.at(span.start)
        return token is not None and (self._ends_a_name(token) or fold_key(self._word(token)) in self._given)

    @property
    def _given(self) -> frozenset[str]:
        return self._lexicons.heads.given

    def _ends_a_name(self, token: Token) -> bool:
        """Whether the word stands elsewhere behind a given name: الناصر, where سليم الناصر was introduced."""
        word, at = self._word(token), -1
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

    def _passes(self, token: Token) -> bool:
        """Whether a word behind a frame only leads on: ما, the verb of حسبما أعلنت, ورد في."""
        word = self._word(token)
        return self._is_function(word) or self._is_verb(token)

    def _is_led(self, token: Token) -> bool:
        """Whether a preposition is written together with the word (للصحفيين, بوكالة)."""
        likely = stems(self._text, token, self._known, self._words.bare, self._lexicons)[0]
        letter = self._text[token.start]
        return (likely.span.start > token.start and letter not in "و") or likely.normalized is not None

    def _is_verb(self, token: Token) -> bool:
        return is_predicate(self._text, token, self._lexicons, self._known) or bool(
            reporting_match(self._text, token, self._lexicons)
        )

    def _joined(self, left: Token, right: Token, marks: bool = False) -> bool:
        gap = self._text[left.end : right.start]
        if "\n" in gap:
            return False
        plain = "".join(each for each in gap if not is_invisible(each)).strip()
        return not plain or (marks and not plain.strip(_MARKS))

    def _word(self, token: Token) -> str:
        return self._text[token.start : token.end]

    def _is_function(self, word: str) -> bool:
        return self._lexicons.is_function(word) or (word[:1] in "وف" and self._lexicons.is_function(word[1:]))

    def _keys(self, token: Token) -> set[str]:
        keys = set(word_keys(self._word(token)))
        return keys | {key[1:] for key in keys if key[:1] in "وفبل"}
