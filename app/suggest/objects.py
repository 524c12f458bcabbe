"""What a verb acts on: the noun that looks like who speaks, but is told, accused or described."""

from __future__ import annotations

from app.domain.span import Span
from app.domain.text.folding import fold_key
from app.domain.text.tokens import Token
from app.suggest.nominals import BODY, OFFICE, PERSON, PLACE, Nominals, Speaker
from app.suggest.nouns import POSSESSED

ADJECTIVES = ("ي", "يه", "ية", "يون", "يين")
"""Endings of adjectives."""


class Objects(Nominals):
    """Tells objects from subjects in one article."""

    def _is_object(self, cue: Token, found: Speaker, head: Span) -> bool:
        """Whether the only nominal behind a verb is whom it is said to or of: دعا الحكومة إلى، حذر المواطنين من، وصف
        القرار بأنه. A verb without ت has no subject with ة right behind it."""
        first = self._words.at(found.mention.start) if found.mention else None
        key = fold_key(self._word(cue))
        if first is None or found.mention is None or self._takes_pronoun(cue):
            return False
        if self._has("first_person", cue) and found.sort is OFFICE and not self._word(first).endswith("ة"):
            return True  # سألت المهندس
        only = self._words.after(found.mention.end - 1)
        alone = only is not None and only.start >= head.end and first.end >= found.mention.end
        alone = alone and only is not None and fold_key(self._word(only)).startswith("بان")
        text = self._lexicons.has("papers", self._word(first))
        explained = found.sort is None and self._has("explains", cue) and not text
        called = found.sort in (None, BODY) and self._has("appeals", cue)
        told = explained or called or self._is_hearer(cue, first) or (self._has("describes", cue) and alone)
        bare = key.lstrip("وفسل")
        masculine = not key.endswith(("ت", "تا")) and not bare.startswith("ت")
        near = first.start - cue.end == 1 and not self._is_person(found.mention)
        feminine = near and self._word(first).endswith(("ة", "ات"))
        feminine = feminine and not self._lexicons.has("men", self._word(first))
        named = found.sort is PERSON and self._word(first).startswith("ال")
        return told or (masculine and feminine and not named)

    def _takes_pronoun(self, verb: Token) -> bool:
        """Whether the object of a verb is attached to it: وصفها, but not اتهم."""
        key = fold_key(self._word(verb))
        return key.endswith(POSSESSED) and key.lstrip("وف") not in self._lexicons.reporting

    def _is_acted_on(self, keys: list[str]) -> bool:
        """Whether a plural with ين is the object of a verb whose subject is the word before it: الشركة المستخدمين."""
        heads = self._lexicons.heads
        head = any(keys[0].removeprefix("ال") in each for each in (heads.titles, heads.bodies, heads.sites))
        single = keys[0].startswith("ال") or self._known(keys[0]) or keys[0] in heads.given
        return single and not head and keys[1].startswith("ال") and keys[1].endswith("ين")

    def _is_adjective(self, token: Token) -> bool:
        key = fold_key(self._word(token))
        return key.endswith(ADJECTIVES) or self._lexicons.has("adjectives", key)

    def _is_hearer(self, cue: Token, noun: Token) -> bool:
        """Whether ``noun`` hears a warning or a call (حذر الأهالي من, but not هدد الأهالي بـ)."""
        takes = self._lexicons.complements_of(self._word(cue))
        called = self._word(noun).endswith("ين") or any(len(each) > 1 for each in takes)
        return called and self._lexicons.has("hearers", self._word(noun))

    def _without_object(self, found: Speaker) -> Speaker:
        """``found`` without the object of its verb (وصف المحافظ [القرار] بأنه): definite, no adjective."""
        words = list(self._tokens(found.mention)) if found.mention and found.sort != PERSON else []
        keys = [fold_key(self._word(each)) for each in words]
        places = found.sort == PLACE and all(map(self._known, keys)) and not keys[0].startswith("ال")  # إيران السعودية
        definite = [key.startswith("ال") for key in keys]
        for place in range(1, len(words)):
            adjective = self._is_adjective(words[place])
            ladies = any(key.endswith("ة") for key in keys[:place])
            alike = place > 1 or found.sort != OFFICE or ladies or not keys[place].endswith("ة")  # الرئيس [المعارضة]
            adjective = adjective and alike
            second = definite[place] and any(definite[:place]) and not adjective
            second = second or (place == 1 and self._is_acted_on(keys))
            if second or (places and place == 1):
                return Speaker(Span(words[0].start, words[place - 1].end), found.realization, found.sort)
        return found
