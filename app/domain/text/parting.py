"""A line of words parted into phrases by what Arabic shows of itself.

A phrase begins with its head and takes what the head governs. Once a word with the article or a proper name has closed
it, only adjectives with the article go on with it, so that whatever else follows begins the next phrase:
[وزير البيئة الأردني] [سليم الناصر]. Numbers are places among the words of the line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from app.domain.text.roles import ALSO_NAMES, BEARINGS, COMMON_NAMES, FAMILIES, WITH_ARTICLE, Role, Word

MOST_WORDS = 7
_MOST_NAMES = 5
_MOST_OF_KNOWN = 4

_JOINING = frozenset({"عبد", "ابو", "ابي", "ابا", "ام", "بن", "ابن", "بنت", "ال", "ولد", "بو", "فان", "فون"})
_FOR, _AND = "ل", "و"
_LINKS = frozenset({"باسم"})
_LINKS_TO_PLACES = frozenset({"في", "لدي", "الي"})
_BESIDE = frozenset({"شمال", "جنوب", "شرق", "غرب", "شمالي", "جنوبي", "شرقي", "غربي", "قضاء"})
_POSSESSED = ("ها", "هم", "هما")
_YEAR_DIGITS = 4


_ENDING = frozenset({Role.BOUND, Role.TIME})
_HEADS = frozenset({Role.TITLE, Role.BODY, Role.SITE})
_NAMES = frozenset({Role.GIVEN, Role.PROPER, Role.PLAIN})


class Phrase(NamedTuple):
    """The words from ``start`` up to ``end``. At the later ``ends`` it may also end, each time as another name."""

    start: int
    end: int
    head: Role
    ends: tuple[int, ...] = ()

    @property
    def all_ends(self) -> tuple[int, ...]:
        return (self.end, *self.ends)


class Line:
    """Words that nothing but space parts from each other. ``known`` says whether a light key is a known name."""

    def __init__(self, words: Sequence[Word], known: Callable[[str], bool]) -> None:
        self._words, self._known = words, known
        self._behind_titles: set[int] = set()
        self._phrases = list(self._parted())

    def names(self, here: int) -> Iterator[tuple[int, int]]:
        """From and to where a name holds the word ``here``, in no order."""
        for phrase in self._phrases:
            if phrase.start <= here < phrase.all_ends[-1]:
                yield from ((phrase.start, end) for end in phrase.all_ends if here < end)
                yield from self._inside(phrase, here)
        yield from ((first, last) for first, last in self._together() if first <= here < last)

    def head(self, at: int) -> Role:
        return self._words[at].role

    def phrases(self) -> list[Phrase]:
        """The phrases that the line is parted into, in order."""
        return self._phrases

    def _parted(self) -> Iterator[Phrase]:
        at = 0
        while at < len(self._words):
            if self._words[at].role in _ENDING:
                at += 1
                continue
            phrase = self._phrase(at)
            if phrase.head is Role.TITLE:
                self._behind_titles.update(phrase.all_ends)
            yield phrase
            at = phrase.end

    def _phrase(self, at: int) -> Phrase:
        if self._begins_person(at):
            return Phrase(at, self._person(at), Role.GIVEN)
        end = self._core(at)
        return Phrase(at, end, self._words[at].role, (*self._further(at, end), *self._behind_year(at, end)))

    def _begins_person(self, at: int) -> bool:
        word = self._words[at]
        if word.role is Role.GIVEN or (word.key in _JOINING and at + 1 < len(self._words)):
            return True
        if word.key in ALSO_NAMES and at in self._behind_titles and not word.definite and self._followed_by_name(at):
            return True  # المحلل السياسي [رائد نعيرات]
        if at in self._behind_titles and word.key in WITH_ARTICLE:
            return True  # النائب [الطاهر المجبري]
        if at in self._behind_titles and word.key in COMMON_NAMES and not word.clitics:
            return self._words[at - 1].definite and self._goes_on(at + 1)  # الدكتورة [أمل الصباغ]
        unnamed = word.role in _NAMES and not word.definite and not word.clitics
        return unnamed and at in self._behind_titles

    def _person(self, at: int) -> int:
        """Where the name of a person that begins at ``at`` ends."""
        end, names = self._name_part(at), 1
        while names < _MOST_NAMES and self._goes_on(end) and self._is_further_name(end, names):
            end, names = self._name_part(end), names + 1
        return end

    def _is_further_name(self, at: int, names: int) -> bool:
        """Whether the word ``at`` goes on with the name of a person, ``names`` parts of which stand before it."""
        word = self._words[at]
        if word.key in _JOINING:
            return True
        if names > 1 and self._words[at - 1].definite and self._words[at - 2].key not in _JOINING and not word.definite:
            return False  # a family name with the article ends it
        if word.key in BEARINGS:
            return names == 1  # ليلى [الغربي]
        if word.role is Role.TITLE:  # سهير [الجندي]
            family = word.key in FAMILIES and not self._goes_on_as_office(at)
            return names == 1 and (family or (not word.definite and self._followed_by_name(at)))
        plain = word.role is Role.PLAIN and names > 1 and word.key.endswith("ة")
        return word.role in _NAMES and not plain

    def _goes_on_as_office(self, at: int) -> bool:
        """Whether the word behind a title with the article shows that it is an office: سامر المدير العام."""
        return self._goes_on(at + 1) and self._words[at + 1].definite

    def _followed_by_name(self, at: int) -> bool:
        """Whether a title here is a name (محمد أمين بشناق) because another name comes behind it."""
        if not self._goes_on(at + 1) or self._words[at + 1].role not in _NAMES:
            return False
        return not self._words[at + 1].definite or self._words[at + 1].key.endswith("ي")  # خليفة المهيري

    def _name_part(self, at: int) -> int:
        """Where one part of a name ends: عبد الله, أبو مازن, or a single word."""
        joined = self._words[at].key in _JOINING and self._goes_on(at + 1)
        return self._name_part(at + 1) if joined else at + 1

    def _core(self, at: int) -> int:
        """Where the phrase that begins at ``at`` ends when nothing joins another one to it."""
        end = at + self._known_run(at)
        closed = self._closes(at, end)
        while end - at < MOST_WORDS and self._goes_on(end):
            word = self._words[end]
            if closed:
                named = word.key in WITH_ARTICLE and self._words[at].role is Role.TITLE and self._goes_on(end + 1)
                if not word.definite or word.role is Role.TITLE or named:
                    break
                end += 1
            elif word.key in _BESIDE and end - at > 1:
                break  # بلدية بيت ريما [جنوب نابلس]
            elif self._words[at].role is Role.PLAIN and self._is_person_or_office(end):
                break  # what governs it may be a verb that no list has
            elif self._begins_person(end):
                end, closed = self._person(end), True
                if self._words[at].role is Role.TITLE:
                    break
            else:
                run = self._known_run(end)
                closed = self._closes(end, end + run) or self._names_site(end)
                end = self._honoured(at, end + run)
        return end

    def _honoured(self, at: int, end: int) -> int:
        """Where a place that is named after somebody with his title ends: جامعة الملك [سعود]."""
        title = self._words[end - 1]
        named = title.role is Role.TITLE and title.definite and self._words[at].role is Role.SITE
        return self._person(end) if named and self._goes_on(end) and self._begins_person(end) else end

    def _is_person_or_office(self, at: int) -> bool:
        return self._words[at].role is Role.TITLE or self._begins_person(at)

    def _closes(self, start: int, end: int) -> bool:
        word = self._words[start]
        if end - start > 1 or word.definite or word.role in (Role.PROPER, Role.MONTH):
            return True
        owned = (*_POSSESSED, "ه") if word.role is Role.TITLE else _POSSESSED
        return len(word.key) > 4 and word.key.endswith(owned)

    def _names_site(self, at: int) -> bool:
        """Whether an unknown word is the proper name of the place whose head stands before it."""
        return self._words[at - 1].role is Role.SITE and self._words[at].role is Role.PLAIN

    def _goes_on(self, at: int) -> bool:
        return at < len(self._words) and not self._words[at].clitics and self._words[at].role not in _ENDING

    def _known_run(self, at: int) -> int:
        """How many words from ``at`` on are one known name; 1 if none is."""
        key, longest = self._words[at].key, 1
        for end in range(at + 1, min(at + _MOST_OF_KNOWN, len(self._words))):
            if self._words[end].clitics:
                break
            key = f"{key} {self._words[end].key}"
            if self._known(key):
                longest = end + 1 - at
        return longest

    def _further(self, at: int, end: int) -> Iterator[int]:
        """Later ends of a phrase with a head: behind a second noun with و, and behind what an office is for."""
        if self._words[at].role not in _HEADS:
            return
        after = self._behind_and(at, end)
        if after > end:
            yield after
        linked = self._behind_link(after, self._words[at].role is Role.TITLE)
        if linked > after:
            yield linked

    def _behind_year(self, at: int, end: int) -> Iterator[int]:
        """Behind the year that is part of a name: حرب 1973."""
        if self._words[at].role in (Role.TITLE, Role.GIVEN) or end >= len(self._words):
            return
        if len(self._words[end].key) == _YEAR_DIGITS and self._words[end].key.isdigit():
            yield end + 1

    def _behind_and(self, at: int, end: int) -> int:
        """Where وزارة المياه [والري الأردنية] ends; ``end`` when nothing of the kind follows."""
        closed = any(self._closes(each, each + 1) for each in range(at, end))
        while end < len(self._words) and not self._words[at].definite and self._words[end].clitics == _AND:
            word = self._words[end]
            if word.role in (*_ENDING, Role.TITLE, Role.GIVEN) or (closed and not word.definite):
                break
            end, closed = self._core(end), True
        return end

    def _behind_link(self, at: int, office: bool) -> int:
        """Where what follows ل, باسم, لدى or a place behind في ends; ``at`` when no such thing follows."""
        if at + 1 >= len(self._words):
            return self._core(at) if at < len(self._words) and self._is_purpose(at) else at
        if self._is_purpose(at):
            return self._core(at)
        key, following = self._words[at].key, self._words[at + 1]
        if following.role in (*_ENDING, Role.GIVEN) or following.clitics or self._words[at].clitics:
            return at
        place = following.role in (Role.SITE, Role.BODY) or (following.role is Role.PROPER and office)
        return self._core(at + 1) if key in _LINKS or (key in _LINKS_TO_PLACES and place) else at

    def _is_purpose(self, at: int) -> bool:
        word = self._words[at]
        return word.clitics == _FOR and word.role not in (*_ENDING, Role.GIVEN, Role.TITLE)

    def _inside(self, phrase: Phrase, here: int) -> Iterator[tuple[int, int]]:
        """Names within a phrase: heads that it governs, people, known names, and the noun behind plain ones."""
        if phrase.head is Role.GIVEN:
            return
        for at in range(phrase.start, min(here + 1, phrase.end)):
            run = self._known_run(at)
            if run > 1 and not self._begins_person(at):
                yield at, at + run
            if at > phrase.start and self._begins(at, phrase.start):
                inner = self._phrase(at)
                yield from ((at, end) for end in inner.all_ends)

    def _begins(self, at: int, start: int) -> bool:
        word = self._words[at]
        if self._begins_person(at) or word.role in _HEADS:
            return True
        before = self._words[start:at]
        return word.definite and not any(each.definite or each.role in _HEADS for each in before)

    def _is_named(self, phrase: Phrase, after: Phrase) -> bool:
        """Whether the name behind an office is its holder's, or behind a place its own: العاصمة العراقية [بغداد]."""
        if phrase.head is Role.TITLE:
            return after.head is Role.GIVEN
        name = self._words[after.start]
        proper = name.role is Role.PROPER or name.key.isascii()
        return phrase.head in (Role.BODY, Role.SITE) and proper and not name.definite

    def _together(self) -> Iterator[tuple[int, int]]:
        """An office or a place with the name behind it, and a name with the office behind it."""
        starts = {phrase.start: phrase for phrase in self._phrases}
        for phrase in self._phrases:
            for end in phrase.all_ends:
                after = starts.get(end)
                if after is None or self._words[end].clitics:
                    continue
                if self._is_named(phrase, after):
                    yield phrase.start, after.end
                elif phrase.head is Role.GIVEN and after.head is Role.TITLE and phrase.start not in self._behind_titles:
                    yield from ((phrase.start, last) for last in after.all_ends)
