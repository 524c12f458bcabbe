"""Who a nominal names: the person behind an office, a body, an office, a place, or somebody kept unnamed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.span import Span
from app.domain.text.folding import fold_key
from app.domain.text.phrases import Part
from app.domain.text.quotation import quoted_near
from app.domain.text.roles import Role
from app.domain.text.tokens import Token
from app.domain.text.verbal_nouns import is_verbal_noun
from app.suggest.nouns import MARKS, Nouns

NAMED, NOMINAL, PRONOUN, CLITIC, IMPLICIT, ANONYMOUS = "named", "nominal", "pronoun", "clitic", "implicit", "anonymous"
PERSON, OFFICE, BODY, PLACE = "person", "office", "body", "place"

_NAME_WORDS = 4  # at most of a name
FATHATAN = "\u064b"
_CLITIC = 2  # characters at most of a preposition that stands alone (لـ)
_SORTS = {Role.GIVEN: PERSON, Role.TITLE: OFFICE, Role.BODY: BODY, Role.SITE: PLACE, Role.PROPER: PLACE}


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says it. ``mention`` is what a mark of the speaker would take: the name where it is told from its title, else
    the whole nominal; None where no word names the speaker. ``sort`` says what it is the name of, as far as the words
    show: person, office, body or place."""

    mention: Span | None
    realization: str
    sort: str | None = None


class Nominals(Nouns):
    """Reads the nominals of one article."""

    def _parts(self, token: Token, head: Span) -> list[Part]:
        """The phrases from ``token`` on, as far as they begin in ``head``."""
        found = self._names.from_word(token)
        if not found or found[0].span.start >= token.end:  # a verb that no list has was taken for the head
            found = self._names.from_word(token, first=True)
        return [part for part in found if part.span.start < head.end]

    def _speaker(self, parts: list[Part], head: Span) -> Speaker:
        """Who the first nominal of ``parts`` is: the person behind an office, a body, an office, a place."""
        if not parts:
            return Speaker(None, IMPLICIT)
        first = parts[0]
        head = Span(head.start, head.start + len(self._text[head.start : head.end].rstrip()))
        whole = self._within_nominal(Span(first.span.start, min(self._reach(first), head.end)))
        whole = self._with_name_in_marks(whole, head) if first.head is Role.BODY else whole
        word = self._words.at(first.span.start)
        key = fold_key(self._text[first.span.start : word.end]) if word else ""
        if any(self._lexicons.has("unnamed", form) for form in (key, key.removesuffix("ا"))):
            return Speaker(whole, ANONYMOUS, OFFICE)
        person = next(filter(None, map(self._person_of, self._row(parts))), None)
        if person is None and first.head in (Role.TITLE, Role.PLAIN, Role.COMMON):
            person = self._person_behind(whole, head)
        if person is not None:
            return Speaker(Span(person.start, min(person.end, head.end)), NAMED, PERSON)
        alone = word is not None and word.end >= whole.end
        if alone and word is not None and self._is_owned(word):
            return Speaker(whole, NOMINAL, _SORTS.get(first.head))
        if first.head is Role.BODY or self._lexicons.has("bodies", key):
            alone = alone and not self._lexicons.has("bodies", key)
            return Speaker(whole, NOMINAL if alone else NAMED, BODY)
        if first.head is Role.TITLE:
            return Speaker(whole, NOMINAL, OFFICE)
        if self._lexicons.has("papers", key):
            return Speaker(whole, NOMINAL)
        if first.head is Role.PLAIN and not alone and not self._has_article(whole):
            return Speaker(whole, NAMED, PERSON)  # a name from elsewhere: موريس جار
        if first.head is Role.PROPER or (alone and word and (not first.definite or self._ends_a_name(word))):
            return Speaker(whole, NAMED, PLACE if first.head is Role.PROPER and not self._is_person(whole) else PERSON)
        return Speaker(whole, NOMINAL, _SORTS.get(first.head))

    def _with_name_in_marks(self, body: Span, head: Span) -> Span:
        """A body with its name in marks: منظمة «طب بلا انتظار»."""
        near = quoted_near(self._text, body.start)
        name = next((each for each in near if not self._text[body.end : each.outer.start].strip()), None)
        if (
            name is None
            or name.outer.start < body.end
            or name.outer.end > head.end
            or self._length(name.inner) > _NAME_WORDS
        ):
            return body
        return Span(body.start, name.outer.end)

    def _person_of(self, part: Part) -> Span | None:
        """The name of a person that a phrase is, what belongs to him (أبو رامي [قلقه]) left out; of د. هالة مراد what
        follows the point."""
        first = self._words.at(part.span.start)
        if first is None or part.span.end - part.span.start <= _CLITIC or FATHATAN in self._word(first)[-2:]:
            return None
        following = self._words.after(first.start)
        if part.head is Role.TITLE and following is not None and following.start < part.span.end:
            pointed = self._text[first.end : following.start].strip() == "." or self._word(first).endswith(".")
            rest = self._parts(following, Span(following.start, part.span.end)) if pointed else []
            named = rest and rest[0].head is Role.GIVEN
            return Span(following.start, rest[0].span.end if named else part.span.end) if pointed else None
        if any(self._has(each, first) for each in ("goes_on", "moods")):  # رفض المدرب التعليق [مكتفيا]
            return None
        manner = self._word(first)[0] == "ب" and self._lexicons.has("adverbial", self._word(first)[1:])
        if part.head is not Role.GIVEN or self._is_owned(first) or manner or self._has("times", first):
            return None
        end = first.end
        for token in self._tokens(Span(first.end, part.span.end)):
            addressed = self._lexicons.has("addressed", self._word(token))  # هانس غروندبرغ [الأطراف]
            addressed = addressed or any(self._has(each, token) for each in ("moods", "own_papers", "own_parts"))
            acted = addressed or self._is_act_upon(token)  # الشيخ زايد [قطع النفط]
            if acted or (self._is_owned(token) and not self._ends_head(token)):
                break
            end = token.end
        return Span(first.start, end)

    def _is_act_upon(self, token: Token) -> bool:
        """Whether a word behind a name is a verbal noun that governs a word with the article, and no name."""
        key, following = fold_key(self._word(token)), self._words.after(token.start)
        if following is None or not fold_key(self._word(following)).startswith("ال"):
            return False
        if key in self._given or self._known(key) or key.startswith("ال") or not self._joined(token, following):
            return False
        return is_verbal_noun(self._word(token), self._lexicons.attribution.get("denied", frozenset()))

    def _ends_head(self, token: Token) -> bool:
        """Whether إن or a colon follows, so that the word is the end of a name (قال غسان طربيه إن)."""
        following = self._words.after(token.start)
        if self._text[token.end : token.end + 1] == ":" or following is None:
            return True
        return self._joined(token, following) and (self._is_that(following) or self._is_verb(following))

    def _within_nominal(self, span: Span) -> Span:
        """``span`` without what follows a nominal: a preposition before marks (لـ«المدينة»), whom it is said to (منظمة
        العفو الدولية [السلطات]), what a known name acts on (الناصر [القرار])."""
        first = self._words.at(span.start)
        end = first.end if first else span.end
        known = first is not None and self._ends_a_name(first)
        governs = first is not None and self._governs(first)
        for place, token in enumerate(self._tokens(Span(end, span.end))):
            addressed = known and fold_key(self._word(token)).startswith("ال")
            addressed = addressed or (place == 0 and self._withholds_name(first, token))
            own = self._is_owned(token) and bool(self._keys(token) & self._lexicons.reporting_nouns)
            addressed = addressed or self._is_acted_on_by(first, end, token) or own
            addressed = addressed or any(
                self._has(each, token) for each in ("own_papers", "own_parts")
            )  # بوعزة [كلمته]
            addressed = addressed or (self._lexicons.has("addressed", self._word(token)) and (place > 0 or not governs))
            if addressed or len(fold_key(self._word(token))) < 2:
                return Span(span.start, end)
            end = token.end
        return span

    def _is_acted_on_by(self, first: Token | None, end: int, token: Token) -> bool:
        """Whether a word with the article follows somebody unnamed and his adjective: مسؤول أمني كبير [الوكالة]."""
        if first is None or end <= first.end or self._word(first).startswith("ال"):
            return False
        adjective = self._words.before(token.start)
        key = fold_key(self._word(adjective)) if adjective else ""
        plain = not key.startswith("ال") and (key.endswith(("ي", "يه", "ية", "ون")) or self._has("ranked", adjective))
        return self._has("unnamed", first) and plain and fold_key(self._word(token)).startswith("ال")

    def _withholds_name(self, noun: Token | None, verb: Token) -> bool:
        """Whether somebody who has no article keeps his name to himself: شاب [رفض الكشف عن اسمه]."""
        return noun is not None and self._has("withholds", verb) and not self._word(noun).startswith("ال")

    def _governs(self, token: Token) -> bool:
        """Whether a word without article is the head of what follows it: رئيس [البرلمان], but not واشنطن [الأطراف]."""
        key, heads = fold_key(self._word(token)), self._lexicons.heads
        return not key.startswith("ال") and (key in heads.titles or key in heads.bodies) and not self._known(key)

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

    def _person_behind(self, whole: Span, head: Span) -> Span | None:
        """The person whom a prepositional phrase parts from his office (أستاذة في جامعة القاهرة نهى السيوفي)."""
        last = self._words.at(whole.end)
        while last is not None and (token := self._words.after(last.start)) is not None and token.start < head.end:
            gap = self._text[last.end : token.start]
            comma = gap.strip().lstrip(MARKS) in ("،", ",")
            if self._has("ranks", token):  # الفريق أول سعيد شنقريحة
                last = token
                continue
            if self._has("called", token):  # ناطقة تدعى كارولين غلوك
                name = self._words.after(token.start)
                parts = self._parts(name, head) if name and name.end <= head.end else []
                given = self._person_of(parts[0]) if parts else None
                return given or (self._unlisted_name(name, head) if name and parts else None)
            if self._is_verb(token) or not (comma or self._joined(last, token, marks=True)):
                return None
            parts = [] if self._is_led(token) else self._parts(token, head)
            row = list(self._row(parts)) if parts and parts[0].span.start == token.start else []
            named = next(filter(None, map(self._person_of, row if comma else row[:1])), None)
            parted = comma or any(mark in gap for mark in MARKS) or self._is_of_country(whole)
            named = named or (self._unlisted_name(token, head) if parted else None)
            if named and self._text[token.start - 1] not in MARKS:
                return named
            if comma:
                return None
            last = token
        return None

    def _is_of_country(self, whole: Span) -> bool:
        """Whether a nominal is one word that says where somebody is from: الكرواتي [درازن بافليتش]."""
        word = self._words.at(whole.start)
        key = fold_key(self._word(word)) if word is not None and word.end >= whole.end else ""
        return key.startswith("ال") and key.endswith(("ي", "يه", "ية"))

    def _unlisted_name(self, token: Token, head: Span) -> Span | None:
        """A name that no list has, alone between an office and what is said: رئيس الوفد، ميكولا هرينكو، إن."""
        words: list[Token] = []
        for each in self._tokens(Span(token.start, head.end)):
            if words and not self._joined(words[-1], each):
                break
            words.append(each)
        plain = not any(self._is_function(self._word(each)) or self._is_verb(each) for each in words)
        first = fold_key(self._word(token))
        if not plain or not 2 <= len(words) <= _NAME_WORDS or first.startswith("ال") or self._is_led(token):
            return None
        heads = self._lexicons.heads
        common = any(first in each for each in (heads.common, heads.titles, heads.bodies))
        accusative = first.endswith("ا") and FATHATAN in self._word(token)
        return None if common or accusative else Span(token.start, words[-1].end)
