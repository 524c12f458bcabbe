"""The subject of a verb: the nominal behind it that no preposition leads, or the one before it."""

from __future__ import annotations

from app.domain.span import Span
from app.domain.text.folding import fold_key
from app.domain.text.roles import Role
from app.domain.text.tokens import Token
from app.suggest.asides import Asides
from app.suggest.nominals import (
    ANONYMOUS,
    NAMED,
    NOMINAL,
    OFFICE,
    PERSON,
    PRONOUN,
    Speaker,
)

_MOST_WORDS = 14
_JOINED_WORDS = 3  # of the name of a body before its second noun
_ASIDES = ("،", ",", "-", "–", "—")
_MAKERS = (Role.BODY, Role.TITLE, Role.GIVEN)  # of papers


class Subjects(Asides):
    """Finds subjects in one article."""

    def _subject(self, head: Span) -> Speaker | None:
        """The first nominal of a stretch that no preposition leads."""
        token = self._words.after(head.start - 1)
        while token is not None and token.start < head.end:
            word = self._word(token)
            if self._lexicons.has("pronouns", word):
                return Speaker(Span(token.start, token.end), PRONOUN, PERSON)
            if self._has("quantifiers", token):
                often = self._how_often(token)
                if often is None:
                    return self._of_some(token, head)
                token = self._words.after(often.start)
                continue
            if self._is_aside(token) or self._has("complete", token) or self._has("moods", token):
                token = self._words.after(token.start)
            elif self._is_manner(word):
                token = self._behind_manner(token)
            elif self._is_function(word) or self._is_led(token):
                token = self._behind_phrase(token, head)
            elif self._is_verb(token):
                return None
            else:
                parts = self._parts(token, head)
                alone = Speaker(Span(token.start, token.end), NOMINAL)  # part of a phrase that began before it
                begun = bool(parts) and parts[0].span.start < token.end
                found = self._speaker(parts, head) if begun else alone
                apart = self._sign_before(token.start) in ("،", ",") and token.start > head.start + 2
                return None if apart and found.sort is None else found
        return None

    def _subject_of_nearest(self, clause: Span) -> Speaker | None:
        """The subject of the last verb of a clause (ورد الوزير على سؤال بالقول)."""
        verb = next((each for each in reversed(list(self._tokens(clause))) if self._is_verb(each)), None)
        if verb is None or any(sign in self._text[verb.end : clause.end] for sign in "،,؛"):
            return None
        found = self._subject(Span(verb.end, clause.end))
        return self._without_object(found) if found else None

    def _subject_of_clause(self, clause: Span) -> Speaker | None:
        """Who does what the first verb of a clause tells: whoever stands before it, else behind it."""
        first = self._words.after(clause.start - 1)
        if first is None or first.end >= clause.end:
            return None
        leads = self._leads_as_verb(first, clause)
        verb = first if leads else next(filter(self._is_verb, self._tokens(clause)), None)
        if verb is None:  # a verb that no list has
            led = self._is_function(self._word(first)) or self._is_led(first)
            return None if led else self._subject(Span(first.end, clause.end))
        ahead = None if verb is first or self._has("times", first) else self._subject_before(verb)
        ahead = ahead or (None if verb is first else self._apart(first, clause))
        behind = self._subject(Span(verb.end, clause.end))
        if behind is not None and behind.sort is None and self._is_possessed(behind):  # أنهى كلمته قائلا
            behind = None
        return ahead or (self._without_object(behind) if behind else None)

    def _apart(self, first: Token, clause: Span) -> Speaker | None:
        """Who stands at the head of a clause with a comma behind him: الحاجة فوزية، 70 عاما، لم تفقد الأمل."""
        if self._is_function(self._word(first)) or self._is_led(first) or self._has("times", first):
            return None
        found = self._speaker(self._parts(first, clause), clause)
        closed = found.mention is not None and self._text[found.mention.end : clause.end].lstrip()[:1] in ("،", ",")
        return found if closed and found.sort is not None else None

    def _leads_as_verb(self, token: Token, clause: Span) -> bool:
        """Whether the first word of a clause is a verb that no list has: behind و, and a definite word after it."""
        rest, subject = fold_key(self._word(token))[1:], self._words.after(token.start)
        if self._word(token)[0] not in "وف" or subject is None or subject.start >= clause.end:
            return False
        heads = self._lexicons.heads
        noun = (
            rest.startswith("ال")
            or self._known(rest)
            or any(rest in each for each in (heads.titles, heads.bodies, heads.sites, heads.given))
        )
        if noun or self._is_function(self._word(token)) or not self._joined(token, subject):
            return False
        key = fold_key(self._word(subject))
        return key.startswith("ال") or key in heads.given or key in heads.titles or key in heads.bodies

    def _is_possessed(self, speaker: Speaker) -> bool:
        """Whether a word with a pronoun (رعاياها) is rather what the verb acts on than who speaks."""
        word = self._words.at(speaker.mention.start) if speaker.mention else None
        alone = word is not None and speaker.mention is not None and word.end >= speaker.mention.end
        return word is not None and self._is_owned(word) and (speaker.realization == NOMINAL or alone)

    def _topic(self, cue: Token, sentence: Span) -> Speaker | None:
        """The nominal that a sentence begins with, if no other verb comes before this one (والمصادر ذاتها أضافت)."""
        first = self._words.after(sentence.start - 1)
        if first is not None and self._lexicons.has("no_speaker", self._word(first)):  # عاجل// الوزارة تعلن
            first = self._words.after(first.start)
        if first is None or first.start >= cue.start or self._is_function(self._word(first)) or self._is_led(first):
            return None
        token: Token | None = first
        while token is not None and token.start < cue.start:
            if self._is_verb(token) or self._text[token.end : token.end + 1] in ("،", ",", ":", "؛"):
                return None
            token = self._words.after(token.start)
        return self._speaker(self._parts(first, Span(first.start, cue.start)), Span(first.start, cue.start))

    def _named_ahead(self, cue: Token, sentence: Span) -> Speaker | None:
        """Who stands behind أما before the verb (أما مساعده رامي عطية فقال)."""
        at = cue
        for _ in range(_MOST_WORDS):
            before = self._words.before(at.start)
            if before is None or before.start < sentence.start or self._cues.at(before):
                return None
            if self._has("as_for", before):
                return self._subject(Span(before.end, cue.start))
            at = before
        return None

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
            if token is None or not joined or self._is_function(self._word(token)):
                break
            if self._is_verb(token) and at is not pronoun:  # before الذي stands a noun, whatever it looks like
                break
            first = at = token
        span = Span(first.start, pronoun.start) if first else None
        return self._speaker(self._parts(first, span), span) if first and span else None

    def _subject_before(self, cue: Token, aside: bool = False) -> Speaker | None:
        """The nominal right before the verb (والرئيس قال إن), if it begins its clause. ``aside``: a comma may part
        them."""
        first, at, last = None, cue, None
        for _ in range(_MOST_WORDS):
            token = self._words.before(at.start)
            if token is None or not (self._joined(token, at, marks=True) or (aside and at is cue)):
                break
            word = self._word(token)
            if first is None and self._has("auxiliaries", token):  # جدتها كانت تردد
                at = token
                continue
            if self._is_function(word):
                if first is None or not self._lexicons.has("before_subject", word.lstrip("و")):
                    return None
                break
            if self._is_verb(token):
                goes_on = first is not None and fold_key(self._word(cue))[:1] in "يت"  # وكتب الوزير يقول
                return self._subject(Span(token.end, cue.start)) if goes_on else None
            first = at = token
            last = last or token
            if self._begins_clause(token, cue):  # قتلى في قصف والجيش ينفي
                break
        if first is None or last is None:
            return None
        if self._is_described(first, last):  # رفع المتظاهرون [لافتات] تقول
            return Speaker(Span(last.start, last.end), NOMINAL)
        found = self._speaker(self._parts(first, Span(first.start, last.end)), Span(first.start, last.end))
        return found if found.mention else None

    def _is_described(self, first: Token, last: Token) -> bool:
        """Whether an indefinite noun behind a definite one is what the verb behind it describes, and no name."""
        before = self._words.before(last.start)
        if before is None or before.start <= first.start or not fold_key(self._word(before)).startswith("ال"):
            return False
        return self._lexicons.has("papers", self._word(last)) or self._lexicons.has("utterances", self._word(last))

    def _begins_clause(self, token: Token, cue: Token) -> bool:
        """Whether و before a word with the article joins a clause, and not a second noun (وزارة الصحة والسكان)."""
        if fold_key(self._word(cue))[:1] not in "يت":
            return False
        if not fold_key(self._word(token)).startswith("وال"):
            return self._begins_crowd(token)
        before: Token | None = token
        for _ in range(_JOINED_WORDS):
            before = self._words.before(before.start) if before else None
            if before is None or self._is_function(self._word(before)):
                return True
            if fold_key(self._word(before)).lstrip("وفبل") in self._lexicons.heads.bodies:
                return False
        return True

    def _begins_crowd(self, token: Token) -> bool:
        """Whether و joins a clause whose subject is a crowd without article: الموازنة [ونواب يحذرون]."""
        last = self._words.before(token.start)
        crowds = [
            any(self._lexicons.has(each, word) for each in ("unnamed", "crowds"))
            for word in (self._word(token)[1:], self._word(last) if last else "")
        ]
        return self._word(token)[0] == "و" and crowds == [True, False] and last is not None

    def _before_aside(self, cue: Token, sentence: Span) -> Speaker | None:
        """Whoever stands before the commas between which something is said of him (لكن مسؤولا، طلب ستر اسمه، قال)."""
        if self._sign_before(cue.start) not in _ASIDES:
            return None
        begin = self._words.before(cue.start)
        for _ in range(_MOST_WORDS):
            before = self._words.before(begin.start) if begin else None
            if begin is None or before is None or before.start < sentence.start:
                return None
            gap = self._text[before.end : begin.start].strip()
            if gap.endswith(_ASIDES) or gap.startswith(_ASIDES):
                last: Token | None = before
                while last is not None and self._has("complete", last):
                    last = self._words.before(last.start)
                inside = Span(begin.start, cue.start)
                parts = self._parts(begin, inside)
                person = next(filter(None, map(self._person_of, self._row(parts))), None) if parts else None
                if person is not None and parts[0].span.start == begin.start:  # المدير، المهندس وليد سعيد، قد صرح
                    return Speaker(person, NAMED, PERSON)
                behind = self._words.after(last.start) if last else None
                return self._subject_before(behind, aside=True) if behind else None
            begin = before
        return None

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
