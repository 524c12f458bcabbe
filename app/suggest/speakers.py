"""Who is said to speak: the nearest nominal behind the reporting verb, else the one before it, else nobody in words."""

from __future__ import annotations

from dataclasses import replace

from app.domain.span import Span
from app.domain.text.folding import fold_key
from app.domain.text.tokens import Token
from app.domain.text.trim import trim
from app.suggest.nominals import (
    ANONYMOUS,
    BODY,
    CLITIC,
    IMPLICIT,
    NAMED,
    OFFICE,
    PERSON,
    PLACE,
    PRONOUN,
    Speaker,
)
from app.suggest.papers import Papers

_MOST_WORDS = 14
_PLURAL = 4  # letters of a word that may be a plural of people (عراقيون)


class Speakers(Papers):
    """Finds speakers in one article."""

    def of(self, cue: Token, expression: Span, head: Span, sentence: Span, spoken: bool) -> Speaker:
        """Who says what ``cue`` reports; ``head`` runs from it to its content. ``spoken``: somebody has spoken in the
        sentence already, so that a participle goes on for the same."""
        word = self._word(cue)
        if self._cues.is_construct(cue):
            return self._subject(head) or Speaker(None, IMPLICIT)
        if self._cues.is_noun(cue):
            return self._of_noun(cue, sentence)
        if self._cues.is_written_on(cue):
            return self._bearer(cue)
        if self._has("nobody", cue):
            return Speaker(None, ANONYMOUS)
        if self._has("stands_in", cue):
            within = self._words.after(cue.start)
            writer = self._writer_of(cue, sentence) if within and self._has("within_it", within) else None
            return writer or self.of_frame(head)
        if self._lexicons.is_participle(word) or self._lexicons.is_participle(word.removeprefix("ب")):
            return self._of_participle(cue, sentence, spoken)
        carried = self._has("carriers", cue) and self._of_whom(head)
        return carried or self._of_verb(cue, expression, head, sentence) or Speaker(None, IMPLICIT)

    def _of_noun(self, cue: Token, sentence: Span) -> Speaker:
        """Of نقلت الوكالة عن الوزير قوله the minister, of قوله alone whoever the pronoun means."""
        of = self._cues.carried(cue, sentence.start)
        named = of and fold_key(self._word(of)) in ("عن", "الي") and self._subject(Span(of.end, cue.start))
        if named is None:
            named = self._subject_of_nearest(Span(sentence.start, cue.start))
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
        ended = before is not None and self._is_own_paper(before) and self._is_owned(before)  # ختم الوزير حديثه قائلا
        if before is not None and self._lexicons.reports(self._word(before)) and not ended:  # أجاب قائلا، علق قائلا
            return self._subject_before(before) or Speaker(None, IMPLICIT)
        if fold_key(self._word(cue)) in ("بالقول", "القول"):  # ورد الوزير بالقول
            clause = Span(sentence.start, cue.start)
            behind = None if spoken else self._subject_of_nearest(clause) or self._subject_of_clause(clause)
            return behind or Speaker(None, IMPLICIT)
        behind = None if spoken else self._subject_of_clause(Span(sentence.start, cue.start))
        return behind or Speaker(None, IMPLICIT)

    def _of_verb(self, cue: Token, expression: Span, head: Span, sentence: Span) -> Speaker | None:
        """Whoever stands behind the verb, else before it. A verb of هو or with قد has its subject before it."""
        before = self._words.before(cue.start)
        within = self._words.after(cue.start)
        writer = self._writer_of(cue, sentence) if within and self._has("within_it", within) else None
        if writer is not None:
            return writer
        if before is not None and self._lexicons.has("since", self._word(before)):
            since = self._subject_before(before) or self._before_aside(before, sentence)
            if since is not None:
                return since
        if before is not None and self._has("meanwhile_he", before):  # بكى الحارس وهو يردد
            told = self._subject_of_clause(Span(sentence.start, before.start))
            letter = self._word(before)[0] == "و"
            return told or Speaker(Span(before.start + letter, before.end), PRONOUN, PERSON)
        if before is not None and self._lexicons.has("pronouns", self._word(before)) and self._joined(before, cue):
            return Speaker(Span(before.start, before.end), PRONOUN, PERSON)  # هي تقول
        topic = self._named_ahead(cue, sentence) if self._word(cue)[0] == "ف" else None
        if topic is not None:
            return topic
        word = self._word(cue)
        found = None if self._is_plural(word) else self._of_text(self._subject(head), head)
        if found is not None and self._lexicons.addresses(word):
            found = None if self._is_object(cue, found, head) else self._without_object(found)
        leader = self._leader(cue, sentence) if found and expression.start == cue.start else None
        if leader is not None:
            return leader
        objected = self._lexicons.addresses(word) and self._takes_pronoun(cue)
        if objected or (found and not self._is_possessed(found)) or expression.start > cue.start:
            owned = found and self._is_possessed(found) and self._lexicons.addresses(word) and not objected
            return None if owned else found
        ahead = (
            self._subject_before(cue)
            or self._before_aside(cue, sentence)
            or self._antecedent(cue, sentence)
            or self._topic(cue, sentence)
        )
        kept = None if self._lexicons.addresses(word) else found  # دعت جارتها
        ours = Speaker(None, CLITIC) if self._has("first_person", cue) else None
        return ahead or kept or ours or self._unnamed_before(cue)

    def _leader(self, cue: Token, sentence: Span) -> Speaker | None:
        """Who begins the sentence right before a verb of the present: واشنطن تتهم طهران."""
        first = self._words.after(sentence.start - 1)
        present = fold_key(self._word(cue))[:1] in "يت" and self._lexicons.addresses(self._word(cue))
        if not present or first is None or first.start >= cue.start or self._has("times", first):
            return None
        found = self._subject_before(cue)
        mention = found.mention if found else None
        if mention is None or found is None or mention.start > first.start + 1:
            return None
        definite = fold_key(self._text[mention.start : mention.end]).lstrip("وف").startswith("ال")
        return found if definite or found.sort is not None else None

    def _is_plural(self, word: str) -> bool:
        """Whether the verb has its subject before it: a verb that comes first is singular (السكان يتهمون المقاول)."""
        key = fold_key(word)
        dual = key.endswith("ان") and key.lstrip("وفس")[:1] in ("ي", "ت")
        return dual or key.endswith(("ون", "وا"))

    def of_frame(self, head: Span) -> Speaker:
        """Who stands behind a frame: بحسب الوزارة, حسبما أعلنت الوزارة, وفق بيانات الوزارة."""
        token = self._words.after(head.start - 1)
        while token is not None and token.start < head.end and self._passes(token) and not self._is_own_paper(token):
            token = self._words.after(token.start)
        if token is None or token.start >= head.end:
            return Speaker(None, IMPLICIT)
        if self._is_own_paper(token):
            return Speaker(None, CLITIC)
        body = self._body_of_paper(token, head)
        if body is not None:
            return body
        teller = self._words.after(token.start) if self._has("told_by", token) else None
        if teller is not None and teller.start < head.end and self._joined(token, teller):  # بحسب رواية [الجيران]
            return self._subject(Span(teller.start, head.end)) or Speaker(None, IMPLICIT)
        if self._word(token)[0] == "ل" and self._is_led(token):  # وفقا لمركز
            return self._speaker(self._parts(token, head), head)
        of_whom = self._of_whom(head) if self._has("tells", self._words.before(token.start)) else None
        return of_whom or self._subject(Span(token.start, head.end)) or Speaker(None, IMPLICIT)

    def in_clause(self, clause: Span) -> Speaker:
        """Who does what a clause tells, its verb first (ونشرت الإدريسي على منصة ...)."""
        return self._subject_of_clause(clause) or Speaker(None, IMPLICIT)

    def before_colon(self, span: Span, whole: bool, second: bool = False) -> Speaker | None:
        """Who stands before a headline's colon; None where that is no speaker. ``whole``: and nothing else does.
        ``second``: the headline's first half stands before it, so that a single word is surely a speaker."""
        inside = trim(self._text, span)
        first = self._words.at(inside.start) if inside else None  # the word may begin before it, with و
        if inside is None or first is None or self._is_task(first, whole):
            return None
        found = self._subject(Span(first.start, inside.end))
        if found is None or found.mention is None:
            return None
        found = replace(found, mention=Span(max(found.mention.start, inside.start), found.mention.end))
        site = found.sort == PLACE and fold_key(self._word(first)) in self._lexicons.heads.sites  # مدينة نابلس: ...
        alone = second and first.end >= inside.end
        crowd = fold_key(self._word(first)).endswith("ون") and len(self._word(first)) > _PLURAL
        speaks = alone or crowd or any(self._lexicons.has(each, self._word(first)) for each in ("unnamed", "crowds"))
        if site or (found.sort is None and not speaks):
            return None
        assert found.mention is not None
        about = self._words.after(found.mention.end - 1)
        if about is not None and about.start < inside.end and self._has("about", about):  # صلاح بعد التأهل: ...
            verb = any(self._is_verb(each) for each in self._tokens(Span(about.end, inside.end)))
            return found if found.sort in (PERSON, BODY, OFFICE) and not verb else None
        told = self._told_to(Span(found.mention.start, inside.end))
        if speaks and told is not None:  # مسؤول أممي لـ«المدينة»: ...
            return replace(found, mention=told)
        if speaks and whole and not self._has_verb(Span(found.mention.end, inside.end)):
            return replace(found, mention=Span(found.mention.start, inside.end))  # علماء آثار عراقيون: ...
        if not whole and self._has_verb(Span(found.mention.end, inside.end)):
            return None  # الحمى تعود: "..."
        begins = any(part.span.start <= inside.start + 1 for part in self._parts(first, inside))
        rest = self._words.after(found.mention.end - 1)
        to_whom = rest is not None and rest.start < inside.end and self._word(rest)[0] == "ل"  # الناصر لـ«المدينة»: ...
        return found if begins and (to_whom or not whole or found.mention.end >= inside.end) else None

    def _told_to(self, label: Span) -> Span | None:
        """A label without the medium that somebody spoke to, its name in marks behind لـ."""
        for token in self._tokens(label):
            if fold_key(self._word(token)) == "ل" and token.start > label.start:
                return trim(self._text, Span(label.start, token.start))
        return None

    def _has_verb(self, span: Span) -> bool:
        """Whether a verb or a function word stands in the rest of a label."""
        return any(self._is_function(self._word(each)) or self._is_verb(each) for each in self._tokens(span))

    def _is_task(self, first: Token, whole: bool) -> bool:
        """Whether a label before a colon is no speaker: تصوير: ..., but شاهد: "..."."""
        listed = self._lexicons.has("no_speaker", self._word(first))
        return listed and (whole or not self._lexicons.has("unnamed", self._word(first)))

    def body_in_marks(self, span: Span) -> Speaker | None:
        """Whose name stands in marks, if no word of it is a verb or a function word."""
        tokens = list(self._tokens(span))
        if any(self._is_function(self._word(token)) or self._is_verb(token) for token in tokens):
            return None
        return Speaker(span, NAMED, BODY)

    def behind_colon(self, span: Span) -> Speaker:
        """Who stands behind the colon of a headline that begins with the words."""
        return self._subject(span) or Speaker(None, "none")

    def _passes(self, token: Token) -> bool:
        """Whether a word behind a frame only leads on: ما, the verb of حسبما أعلنت, ورد في."""
        word = self._word(token)
        return self._is_function(word) or self._is_verb(token)
