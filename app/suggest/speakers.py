"""Who is said to speak: the nearest nominal behind the reporting verb, else the one before it, else nobody in words."""

from __future__ import annotations

from dataclasses import replace

from app.domain.span import Span
from app.domain.text.folding import fold_key
from app.domain.text.roles import Role
from app.domain.text.tokens import Token
from app.domain.text.trim import trim
from app.suggest.nominals import (
    ANONYMOUS,
    BODY,
    CLITIC,
    IMPLICIT,
    NAMED,
    NOMINAL,
    PERSON,
    PLACE,
    PRONOUN,
    Speaker,
)
from app.suggest.subjects import Subjects

_MOST_WORDS = 14
_PLURAL = 4  # letters of a word that may be a plural of people (عراقيون)
_MAKERS = (Role.BODY, Role.TITLE, Role.GIVEN)  # of papers


class Speakers(Subjects):
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

    def _bearer(self, cue: Token) -> Speaker:
        """What bears a writing: رفعوا [لافتة] كُتب عليها."""
        before = self._words.before(cue.start)
        if before is None or not self._joined(before, cue) or self._is_function(self._word(before)):
            return Speaker(None, IMPLICIT)
        return Speaker(Span(before.start, before.end), NOMINAL)

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
        if before is not None and self._lexicons.reports(self._word(before)):  # أجاب قائلا، المدرب علق قائلا
            return self._subject_before(before) or Speaker(None, IMPLICIT)
        if fold_key(self._word(cue)) in ("بالقول", "القول"):  # ورد الوزير بالقول
            behind = None if spoken else self._subject_of_nearest(Span(sentence.start, cue.start))
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

    def _writer_of(self, cue: Token, sentence: Span) -> Speaker | None:
        """Who wrote the text in which something is said: منشورا لعضو المجلس كتب فيه، نشر الوزير تغريدة قال فيها."""
        at: Token | None = cue
        for _ in range(_MOST_WORDS):
            at = self._words.before(at.start) if at else None
            if at is None or at.start < sentence.start or self._is_verb(at):
                return None
            if self._lexicons.has("papers", self._word(at)) or self._lexicons.has("written", self._word(at)):
                break
        else:
            return None
        rest = Span(at.end, cue.start)
        behind = next((each for each in self._tokens(rest) if self._word(each)[0] == "ل"), None)
        owner = self._speaker(self._parts(behind, rest), rest) if behind else None
        clause = Span(sentence.start, at.start)
        verb = next((each for each in reversed(list(self._tokens(clause))) if self._is_verb(each)), None)
        if owner is not None and owner.mention is not None and owner.sort is not None:
            return owner
        return (self._subject(Span(verb.end, at.start)) or self._subject_before(verb)) if verb else None

    def _is_plural(self, word: str) -> bool:
        """Whether the verb has its subject before it: a verb that comes first is singular (السكان يتهمون المقاول)."""
        key = fold_key(word)
        dual = key.endswith("ان") and key.lstrip("وفس")[:1] in ("ي", "ت")
        return dual or key.endswith(("ون", "وا"))

    def _of_text(self, found: Speaker | None, head: Span) -> Speaker | None:
        """``found``, or the body whose text it is (وذكر بيان للاتحاد)."""
        first = self._words.at(found.mention.start) if found and found.mention else None
        body = self._body_of_paper(first, head) if first and found and found.sort is None else None
        return body if body and body.sort == BODY else found

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
        if self._word(token)[0] == "ل" and self._is_led(token):  # وفقا لمركز
            return self._speaker(self._parts(token, head), head)
        of_whom = self._of_whom(head) if self._has("tells", self._words.before(token.start)) else None
        return of_whom or self._subject(Span(token.start, head.end)) or Speaker(None, IMPLICIT)

    def _is_own_paper(self, token: Token) -> bool:
        """Whether somebody's words stand with his pronoun: بحسب قوله، وفقا لتصريحاته."""
        return bool(self._keys(token) & self._lexicons.reporting_nouns)

    def _body_of_paper(self, token: Token, head: Span) -> Speaker | None:
        """The body whose paper it is: بيانات وزارة النقل، بيان للوزارة، تقرير صادر عن البنك المركزي، تصريح المدير."""
        word = self._word(token).removeprefix("ل") if self._is_led(token) else self._word(token)
        if not self._lexicons.has("papers", word):
            return None
        whole = self._parts(token, head)[:1]
        for following in self._tokens(Span(token.end, head.end)):
            key = fold_key(self._word(following)).removeprefix("ال")
            if whole and following.start < whole[0].span.end and key in self._lexicons.heads.bodies:
                return Speaker(Span(following.start, min(self._reach(whole[0]), head.end)), NAMED, BODY)
            led = self._word(following)[:1] == "ل" and self._is_led(following)
            parts = self._parts(following, head)
            begins = parts and parts[0].span.start <= following.start + 1 and parts[0].head in _MAKERS
            if begins and (led or not self._is_led(following)):
                return self._speaker(parts, head)
            published = self._lexicons.has("research", word) and self._has("published", following)
            if published or not self._has("of_paper", following):  # دراسة نشرتها مجلة speaks for itself
                return None
        return None

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
        if speaks and whole and not self._has_verb(Span(found.mention.end, inside.end)):
            return replace(found, mention=Span(found.mention.start, inside.end))  # علماء آثار عراقيون: ...
        if not whole and self._has_verb(Span(found.mention.end, inside.end)):
            return None  # الحمى تعود: "..."
        begins = any(part.span.start <= inside.start + 1 for part in self._parts(first, inside))
        rest = self._words.after(found.mention.end - 1)
        told = rest is not None and rest.start < inside.end and self._word(rest)[0] == "ل"  # الناصر لـ«المدينة»: ...
        return found if begins and (told or not whole or found.mention.end >= inside.end) else None

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
