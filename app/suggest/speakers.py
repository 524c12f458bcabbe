"""Who is said to speak: the nearest nominal behind the reporting verb, else the one before it, else nobody in words."""

from __future__ import annotations

from app.domain.span import Span
from app.domain.text.folding import fold_key
from app.domain.text.parting import Role
from app.domain.text.tokens import NUMBER, Token
from app.domain.text.trim import trim
from app.suggest.nominals import ANONYMOUS, BODY, CLITIC, IMPLICIT, MARKS, NAMED, NOMINAL, OFFICE, PERSON, PLACE, PRONOUN, Nominals, Speaker

_MOST_WORDS = 14
_LONG = 4  # letters of a word whose last ones may be a pronoun
_FATHATAN = "\u064b"
_POSSESSED = ("ها", "هم", "هما", "ه")


class Speakers(Nominals):
    """Finds speakers in one article."""

    def of(self, cue: Token, expression: Span, head: Span, sentence: Span, spoken: bool) -> Speaker:
        """Who says what ``cue`` reports; ``head`` runs from it to its content. ``spoken``: somebody has spoken in the
        sentence already, so that a participle goes on for the same."""
        word = self._word(cue)
        if self._cues.is_noun(cue):
            return self._of_noun(cue, sentence)
        if self._has("nobody", cue):
            return Speaker(None, ANONYMOUS)
        if self._has("stands_in", cue):
            return self.of_frame(head)
        if self._lexicons.is_participle(word):
            return self._of_participle(cue, sentence, spoken)
        carried = self._has("carriers", cue) and self._of_whom(head)
        return carried or self._of_verb(cue, expression, head, sentence) or Speaker(None, IMPLICIT)

    def _of_noun(self, cue: Token, sentence: Span) -> Speaker:
        """Of نقلت الوكالة عن الوزير قوله the minister, of قوله alone whoever the pronoun means."""
        of = self._cues.carried(cue, sentence.start)
        named = of and fold_key(self._word(of)) in ("عن", "الي") and self._subject(Span(of.end, cue.start))
        return named or Speaker(None, CLITIC)

    def _of_whom(self, head: Span) -> Speaker | None:
        """Who stands behind عن in نقلت الوكالة عن الوزير أن."""
        for token in self._tokens(head):
            if self._lexicons.has("of_whom", self._word(token)):
                alone = fold_key(self._word(token)) == "عن"
                return self._subject(Span(token.end, head.end)) if alone else Speaker(None, CLITIC)
        return None

    def _of_participle(self, cue: Token, sentence: Span, spoken: bool) -> Speaker:
        """Of a participle whoever does what its clause tells, if he has not spoken yet in the sentence."""
        before = self._words.before(cue.start)
        if before is not None and self._lexicons.reports(self._word(before)):  # أجاب قائلا، المدرب علق قائلا
            return self._subject_before(before) or Speaker(None, IMPLICIT)
        behind = None if spoken else self._subject_of_clause(Span(sentence.start, cue.start))
        return behind or Speaker(None, IMPLICIT)

    def _of_verb(self, cue: Token, expression: Span, head: Span, sentence: Span) -> Speaker | None:
        """Whoever stands behind the verb, else before it. A verb of هو or with قد has its subject before it."""
        before = self._words.before(cue.start)
        since = before is not None and self._lexicons.has("since", self._word(before)) and self._subject_before(before)
        if since:
            return since
        topic = self._named_ahead(cue, sentence) if self._word(cue)[0] == "ف" else None
        if topic is not None:
            return topic
        found = self._subject(head)
        word = self._word(cue)
        if found is not None and self._lexicons.addresses(word):
            found = self._without_object(found)
        objected = self._lexicons.addresses(word) and fold_key(word).endswith(_POSSESSED)
        if objected or (found and not self._is_possessed(found)) or expression.start > cue.start:
            owned = found and self._is_possessed(found) and self._lexicons.addresses(word) and not objected
            return None if owned else found
        ahead = self._subject_before(cue) or self._antecedent(cue, sentence) or self._topic(cue, sentence)
        kept = None if self._lexicons.addresses(word) else found  # دعت جارتها
        ours = Speaker(None, CLITIC) if self._has("first_person", cue) else None
        return ahead or kept or ours or self._unnamed_before(cue)

    def _named_ahead(self, cue: Token, sentence: Span) -> Speaker | None:
        """Who stands behind أما at the head of the sentence (أما مساعده رامي عطية فقال)."""
        first = self._words.after(sentence.start - 1)
        if first is None or first.start >= cue.start or not self._has("as_for", first):
            return None
        return self._subject(Span(first.end, cue.start))

    def _without_object(self, found: Speaker) -> Speaker:
        """``found`` without the object of its verb (وصف المحافظ [القرار] بأنه): a definite word that is no adjective."""
        first = self._words.at(found.mention.start) if found.mention else None
        second = self._words.after(first.start) if first else None
        if first is None or second is None or found.mention is None or second.start >= found.mention.end:
            return found
        keys = [fold_key(self._word(each)) for each in (first, second)]
        adjective = keys[1].endswith(("ي", "يه", "ية", "يون", "يين")) or self._lexicons.has("adjectives", keys[1])
        if not all(key.startswith("ال") for key in keys) or adjective:
            return found
        return Speaker(Span(first.start, first.end), found.realization, found.sort)

    def of_frame(self, head: Span) -> Speaker:
        """Who stands behind a frame: بحسب الوزارة, حسبما أعلنت الوزارة, وفق بيانات الوزارة."""
        token = self._words.after(head.start - 1)
        while token is not None and token.start < head.end and self._passes(token):
            token = self._words.after(token.start)
        if token is None or token.start >= head.end:
            return Speaker(None, IMPLICIT)
        if self._keys(token) & self._lexicons.reporting_nouns:  # بحسب قوله
            return Speaker(None, CLITIC)
        body = self._body_of_paper(token, head)
        if body is not None:
            return body
        if self._word(token)[0] == "ل" and self._is_led(token):  # وفقا لمركز
            return self._speaker(self._parts(token, head), head)
        of_whom = self._of_whom(head) if self._has("tells", self._words.before(token.start)) else None
        return of_whom or self._subject(Span(token.start, head.end)) or Speaker(None, IMPLICIT)

    def _body_of_paper(self, token: Token, head: Span) -> Speaker | None:
        """The body whose paper it is: بيانات وزارة النقل، بيان للوزارة، تقرير صادر عن البنك المركزي، تصريح المدير."""
        word = self._word(token).removeprefix("ل") if self._is_led(token) else self._word(token)
        if not self._lexicons.has("papers", word):
            return None
        for following in self._tokens(Span(token.end, head.end)):
            led = self._word(following)[:1] == "ل" and self._is_led(following)
            parts = self._parts(following, head)
            if parts and parts[0].head in (Role.BODY, Role.TITLE, Role.GIVEN) and (led or not self._is_led(following)):
                return self._speaker(parts, head)
            if not self._has("of_paper", following):
                return None
        return None

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
        site = found.sort == PLACE and fold_key(self._word(first)) in self._lexicons.heads.sites  # مدينة نابلس: ...
        speaks = any(self._lexicons.has(each, self._word(first)) for each in ("unnamed", "crowds"))
        if site or (found.sort is None and not speaks):
            return None
        begins = any(part.span.start <= inside.start + 1 for part in self._parts(first, inside))
        rest = self._words.after(found.mention.end - 1)
        told = rest is not None and rest.start < inside.end and self._word(rest)[0] == "ل"  # الناصر لـ«المدينة»: ...
        return found if begins and (told or not whole or found.mention.end >= inside.end) else None

    def body_in_marks(self, span: Span) -> Speaker | None:
        """Whose name stands in marks, if no word of it is a verb or a function word."""
        tokens = list(self._tokens(span))
        if any(self._is_function(self._word(token)) or self._is_verb(token) for token in tokens):
            return None
        return Speaker(span, NAMED, BODY)

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
            if self._has("quantifiers", token):
                return self._of_some(token, head)
            if self._is_aside(token):
                token = self._words.after(token.start)
            elif self._is_function(word) or self._is_led(token):
                token = self._behind_phrase(token, head)
            elif self._is_verb(token):
                return None
            else:
                found = self._speaker(self._parts(token, head), head)
                apart = self._sign_before(token.start) in ("،", ",") and token.start > head.start + 2
                return None if apart and found.sort is None else found
        return None

    def _is_aside(self, token: Token) -> bool:
        """Whether a word can be passed over on the way to the subject: a number, a day, هذا, an accusative."""
        word = self._word(token)
        told = any(self._has(each, token) for each in ("times", "determiners"))
        return token.kind == NUMBER or len(fold_key(word)) < 2 or told or _FATHATAN in word[-2:]

    def _of_some(self, token: Token, head: Span) -> Speaker:
        """أحد الشهود, عدد من السكان: one or some of those behind it."""
        of = self._words.after(token.start)
        if of is not None and fold_key(self._word(of)) == "من":
            of = self._words.after(of.start)
        parts = self._parts(of, head) if of is not None and of.start < head.end else []
        end = of.end if of is not None and of.start < head.end else token.end
        return Speaker(Span(token.start, parts[0].span.end if parts else end), NOMINAL, PERSON)

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
        alone = word is not None and speaker.mention is not None and word.end >= speaker.mention.end
        bare = len(key) > _LONG and key.endswith(_POSSESSED) and (speaker.realization == NOMINAL or alone)
        return bare and key not in self._given and not self._known(key)

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

    def _behind_phrase(self, token: Token, head: Span) -> Token | None:
        """The first word behind a prepositional phrase."""
        noun = token if self._is_led(token) else self._words.after(token.start)
        if noun is None or noun.start >= head.end or not (noun is token or self._joined(token, noun, marks=True)):
            return noun
        parts = [] if self._is_function(self._word(noun)) else self._parts(noun, head)
        if parts and parts[0].span.start < noun.end:
            return self._behind_marks(parts[0].span.end, head)
        return noun if noun is not token else self._words.after(noun.start)

    def _behind_marks(self, end: int, head: Span) -> Token | None:
        """The first word behind ``end``, or behind a name in marks that stands there (مع قناة «المشرق»)."""
        following = self._words.after(end - 1)
        if following is None or not any(mark in self._text[end : following.start] for mark in MARKS):
            return following
        for token in self._tokens(Span(following.start, head.end)):
            after = self._words.after(token.start)
            if after is None or any(mark in self._text[token.end : after.start] for mark in MARKS):
                return after
        return None

    def _passes(self, token: Token) -> bool:
        """Whether a word behind a frame only leads on: ما, the verb of حسبما أعلنت, ورد في."""
        word = self._word(token)
        return self._is_function(word) or self._is_verb(token)
