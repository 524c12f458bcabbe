"""Who reports from where: bylines and datelines in lines of their own (طهران/ اسم/ الأناضول, عمّان - بترا), and what
they are made of."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.domain.text.folding import fold_key
from app.suggest.zoning.dates import Dates
from app.suggest.zoning.lines import Line
from app.suggest.zoning.words import ZoneWords, plain

BYLINE, DATELINE = "byline", "dateline"
PLACE, AGENCY, NAMELESS, NAME, DAY, OTHER = "place", "agency", "nameless", "name", "day", "other"

PARTS = re.compile(r"\s*(?:[/|\\،,:()\[\]«»\"“”;؛*•·_]|[-–—]|(?<=\s)\+(?=\s)|(?<=\s)ـ+(?=\s))+\s*")
_LETTERS = re.compile(r"[^\W\d_]+(?:[ .'’][^\W\d_]+)*\.?")
_LATIN = re.compile(r"[A-Za-zÀ-ſ]+(?:[ ,/-]{1,2}[A-Za-zÀ-ſ]+){0,3}")
_BRACKET = re.compile(r"[(«\[]")
_DIGIT = re.compile(r"\d")
_AND = re.compile(r"\sو(?=[^\W\d_]{3})")
_MOST, _MOST_WORDS, _NAME_WORDS = 100, 13, 5
_LEAD_WORDS = 10
_ALI = "علي"  # a name, and folded also the preposition على


@dataclass(frozen=True, slots=True)
class Credit:
    """What a line of credits says. ``sure`` when no headline could look like it. ``agency`` is a name of the word
    lists, or as it is written one that they do not have. ``loose`` when only a line of dates beside it makes it one."""

    zone: str
    sure: bool
    place: str | None = None
    agency: str | None = None
    author: str | None = None
    loose: bool = False


class Credits:
    """Reads lines by the word lists. Words are compared folded, names are given as the line writes them."""

    def __init__(self, words: ZoneWords, dates: Dates) -> None:
        self._words, self._dates = words, dates

    def line(self, line: Line) -> Credit | None:
        """The line as a byline or dateline; None when it is something else."""
        if len(line.text) > _MOST or line.words > _MOST_WORDS or line.is_prose:
            return None
        led = self._led(line)
        if led is not None:
            return led
        raw = [part for part in PARTS.split(line.text) if part.strip()]
        kinds: list[str] = []
        for number, part in enumerate(raw):
            kinds.append(self.kind(plain(fold_key(part)), later=number > 0))
            if kinds[-1] == OTHER:
                return None
        if not kinds:
            return None
        return self._alone(line, raw[0], kinds[0]) if len(kinds) == 1 else self._joined(line, raw, kinds)

    def kind(self, key: str, later: bool = False) -> str:
        """What one part of a line of credits is; ``key`` is folded and without points. A name that is a place's and a
        paper's is the paper's in a ``later`` part."""
        words = self._words
        if key in words.lists["agencies.nameless"]:
            return NAMELESS
        bare = key.removeprefix("من ")
        if later and key in words.agencies:
            return AGENCY
        if self.is_place(bare.removeprefix("في ")):
            return PLACE
        if self.agency(key) is not None:
            return AGENCY
        if _DIGIT.search(key):
            found = self._dates.line(key)
            return DAY if found is not None and not found.left else OTHER
        return NAME if self.is_name(bare) else OTHER

    def left(self, words: tuple[str, ...]) -> Credit | None:
        """What a line of dates has besides: a place, and the agency behind it."""
        for number in range(len(words), 0, -1):
            place, behind = " ".join(words[:number]), " ".join(words[number:])
            if self.is_place(place) and (not behind or behind in self._words.agencies):
                return Credit(DATELINE, True, place, self._words.agencies.get(behind))
        return None

    def is_place(self, key: str) -> bool:
        """Whether it is a place that is known, or several joined by و."""
        places = self._words.places
        return key in places or (" و" in key and all(part in places for part in _AND.split(key)))

    def agency(self, key: str) -> str | None:
        """The name of an agency, paper or channel; one that is not known is its own name."""
        found = self._words.agencies.get(key)
        if found is not None:
            return found
        parts = key.split()
        lists = self._words.lists
        known = 1 < len(parts) <= _NAME_WORDS and (
            parts[0] in lists["agencies.heads"] or parts[-1] in lists["agencies.tails"]
        )
        return key if known else None

    def _named(self, raw: str) -> str:
        """The name of an agency as the word lists have it, else as it is written."""
        return self._words.agencies.get(plain(fold_key(raw))) or raw.strip()

    def is_name(self, key: str) -> bool:
        """Whether it may be somebody's name: a few words, none of which connects others."""
        parts = key.split()
        if not 0 < len(parts) <= _NAME_WORDS:
            return False
        connecting = self._words.empty.intersection(parts)
        if connecting and not (connecting == {_ALI} and (parts[0] == _ALI or parts[0] in self._words.given)):
            return False
        return _LETTERS.fullmatch(key) is not None

    def is_person(self, key: str) -> bool:
        """Whether it begins with a given name that is known."""
        parts = key.removeprefix("من ").split()
        return 1 < len(parts) <= _NAME_WORDS and parts[0] in self._words.given

    def _led(self, line: Line) -> Credit | None:
        """A line that begins with what stands before names: بقلم, إعداد:, حاورها في دمشق:, المصدر:"""
        if line.words > _LEAD_WORDS or not self._words.starts("byline.leads", line):
            return None
        key = line.key.lstrip("(*- ")
        lead, colon, rest = key.partition(":")
        if colon and len(lead.split()) <= 4:
            return self._behind(line, lead.strip(), rest)
        first, _, rest = key.partition(" ")
        name = plain(PARTS.split(rest)[0])
        if first in self._words.lists["byline.bare"] and len(name.split()) > 1 and self.is_name(name):
            sure = first in ("بقلم", "by") or self.is_person(name)
            if sure or (line.words <= 4 and first != "من"):
                return Credit(BYLINE, sure, author=line.text.split(maxsplit=1)[-1])
        return None

    def _behind(self, line: Line, lead: str, rest: str) -> Credit | None:
        """What stands behind a lead and a colon; anything but names and agencies is no byline."""
        names = [plain(part) for part in PARTS.split(rest) if part.strip(" +")]
        names = [name for part in names for name in re.split(r"\s\+\s| و(?=ال)", part)]
        kinds = [self.kind(name) for name in names]
        if not kinds or OTHER in kinds:
            return None
        agency = next((self.agency(name) for name, kind in zip(names, kinds, strict=True) if kind == AGENCY), None)
        source = lead in self._words.lists["byline.sources"]
        sure = source or lead.split()[0] in ("بقلم", "by") or self.is_person(names[0]) or AGENCY in kinds
        author = None if source or kinds[0] != NAME else line.text.partition(":")[2].strip()
        if source and agency is None and kinds[0] == NAME:
            agency = line.text.partition(":")[2].strip()
        return Credit(BYLINE, sure, agency=agency, author=author)

    def _alone(self, line: Line, raw: str, kind: str) -> Credit | None:
        key = plain(fold_key(raw))
        if _LATIN.fullmatch(line.text):
            return Credit(BYLINE, True, agency=self._named(raw)) if self.agency(key) else self._latin(line)
        if kind == PLACE:
            return Credit(DATELINE, False, place=raw.strip())
        if kind in (AGENCY, NAMELESS):
            return Credit(BYLINE, False, agency=self._named(raw) if kind == AGENCY else None)
        if kind == NAME and self.is_person(key):
            return Credit(BYLINE, False, author=raw.strip())
        return None

    def _latin(self, line: Line) -> Credit | None:
        """A city as Turkish and English agencies write it: Tahran, Ankara."""
        text = line.text
        return Credit(DATELINE, False, place=text) if text[0].isupper() and not text.isupper() else None

    def _joined(self, line: Line, raw: list[str], kinds: list[str]) -> Credit | None:
        """Several parts, of which one must be a place or an agency."""
        names = [each.strip() for each, kind in zip(raw, kinds, strict=True) if kind == NAME]
        signed = AGENCY in kinds or NAMELESS in kinds
        if not signed and PLACE not in kinds:
            return None
        place = next((each.strip() for each, kind in zip(raw, kinds, strict=True) if kind == PLACE), None)
        agencies = [self._named(each) for each, kind in zip(raw, kinds, strict=True) if kind == AGENCY]
        agency = agencies[-1] if agencies else None
        if not names:
            return Credit(BYLINE if signed else DATELINE, signed, place, agency)
        if signed:
            return Credit(BYLINE, True, place, agency, names[0])
        return self._unsigned(line, names, kinds, place)

    def _unsigned(self, line: Line, names: list[str], kinds: list[str], place: str | None) -> Credit | None:
        """A place and names only: a byline where a name is one, or where slashes or brackets part them."""
        keys = [plain(fold_key(name)) for name in names]
        bracketed = kinds[:2] == [PLACE, NAME] and _BRACKET.search(line.text.partition(names[0])[0][-2:]) is not None
        parted = line.text.count("/") >= 2 or bracketed
        person = next((name for name, key in zip(names, keys, strict=True) if self.is_person(key)), None)
        if person is None and not parted and (":" in line.text or len(names) > 1 or not 1 < len(keys[0].split()) < 4):
            return None
        agency = names[-1] if len(names) > 1 and parted and names[-1] != person else None
        if bracketed:
            agency, person = names[0], (names[1] if len(names) > 1 else None)
        author = person.removeprefix("من ") if person else None if bracketed else names[0].removeprefix("من ")
        return Credit(BYLINE, person is not None or parted, place, agency, author)
