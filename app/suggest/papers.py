"""Whose words a text holds: the body that made a statement or a study, who wrote a post, the text itself."""

from __future__ import annotations

from app.domain.span import Span
from app.domain.text.folding import fold_key
from app.domain.text.roles import Role
from app.domain.text.tokens import Token
from app.suggest.nominals import BODY, IMPLICIT, NAMED, NOMINAL, Speaker
from app.suggest.subjects import Subjects

_MOST_WORDS = 14
_MAKERS = (Role.BODY, Role.TITLE, Role.GIVEN)  # of papers


class Papers(Subjects):
    """Finds who speaks in the papers of one article."""

    def _bearer(self, cue: Token) -> Speaker:
        """What bears a writing: رفعوا [لافتة] كُتب عليها."""
        before = self._words.before(cue.start)
        if before is None or not self._joined(before, cue) or self._is_function(self._word(before)):
            return Speaker(None, IMPLICIT)
        return Speaker(Span(before.start, before.end), NOMINAL)

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

    def _of_text(self, found: Speaker | None, head: Span) -> Speaker | None:
        """``found``, or the body whose text it is (وذكر بيان للاتحاد)."""
        first = self._words.at(found.mention.start) if found and found.mention else None
        body = self._body_of_paper(first, head) if first and found and found.sort is None else None
        return body if body and body.sort == BODY else found

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
            begins = parts and parts[0].span.start <= following.start + 1
            learned = begins and self._has("learned", following) and self._is_made(word, token, following)
            if learned and parts[0].span.start < parts[0].span.end:  # دراسة أعدتها جامعة عدن
                return Speaker(Span(parts[0].span.start, min(parts[0].span.end, head.end)), NAMED, BODY)
            begins = begins and parts[0].head in _MAKERS
            if begins and (led or not self._is_led(following)):
                return self._speaker(parts, head)
            if self._is_published(word, following) or not self._leads_to_maker(following):
                return None
        return None

    def _is_made(self, paper: str, token: Token, maker: Token) -> bool:
        """Whether a verb with its pronoun joins a paper to its maker: دراسة نشرتها جامعة."""
        verb = self._words.before(maker.start)
        return self._lexicons.has("research", paper) and verb is not None and verb.start > token.start

    def _is_published(self, paper: str, verb: Token) -> bool:
        """Whether others only publish what speaks for itself: دراسة نشرتها مجلة, but not دراسة نشرتها جامعة عدن."""
        by = self._words.after(verb.start)
        medium = by is not None and self._has("media", by)
        return self._lexicons.has("research", paper) and self._has("of_paper", verb) and medium

    def _leads_to_maker(self, token: Token) -> bool:
        """Whether a word may stand between a paper and its maker: an adjective, the verb of a relative clause with its
        pronoun (أجرته، كشفت عنها)."""
        key = fold_key(self._word(token))
        behind = self._words.after(token.start)
        about = behind is not None and self._lexicons.has("of_whom", self._word(behind))
        made = self._is_verb(token) and about
        of_it = self._has("of_whom", token) or key.endswith(("ي", "يه", "ية"))
        return self._has("of_paper", token) or made or of_it
