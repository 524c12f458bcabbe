"""Weaker signs of who reports, which hold only beside dates, credits or the text: صدام الشرعبي, حيدر الزيدي - الرافدين,
مراسلة الغد في إربد, an address."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.domain.text.folding import fold_key
from app.suggest.zoning.credits import AGENCY, BYLINE, DAY, NAME, NAMELESS, OTHER, PARTS, PLACE, Credit, Credits
from app.suggest.zoning.lines import Line
from app.suggest.zoning.words import ZoneWords, plain

_PERSON, _ROLE = "person", "role"
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<!\w)@\w{3,}")
_FROM = re.compile(r"\s(?:من|في)\s")
_AND = re.compile(r"\s+و\s*(?=[^\W\d_]{3})")
_SAYS = re.compile(r"[؟?!«»\"“”…]|\.\.")
_MOST, _MOST_WORDS, _LEAD_WORDS, _PART_WORDS, _PAIR_WORDS, _ALONE, _OTHER_NAMES = 90, 12, 4, 5, 6, 8, 3
_LINKS = frozenset(("عبد", "بن", "بنت", "ابو", "ولد"))  # between two names, folded


def _is_no_thing(part: str) -> bool:
    """Whether its words have no shape of a phrase: حلول مؤقتة, تحذيرات."""
    words = fold_key(part).split()
    return len(words) <= _OTHER_NAMES and not words[-1].endswith("ة") and not words[0].endswith(("ة", "ات"))


class Signatures:
    """Reads what ``Credits`` leaves over; none of it is sure but an address and a lead before a known name."""

    def __init__(self, words: ZoneWords, credits: Credits) -> None:  # noqa: A002 - what they are
        self._words, self._credits = words, credits

    def line(self, line: Line) -> Credit | None:
        """The line as a byline; None when it is something else."""
        if len(line.text) > _MOST or line.words > _MOST_WORDS:
            return None
        address = _ADDRESS.search(line.text)
        if address is not None:
            return self._addressed(line, address)
        if line.is_prose or _SAYS.search(line.text):
            return None
        raw = [part.strip() for part in PARTS.split(line.text) if part.strip()]
        if not raw or (len(raw) == 1 and line.words > _ALONE):
            return None
        if self._is_lead(raw[0]):
            return self._led(raw)
        return self._names(line, list(self._smaller(raw)))

    def _addressed(self, line: Line, address: re.Match[str]) -> Credit | None:
        """An address alone or beside a few names: a sentence that holds one is none."""
        rest = line.text[: address.start()] + " / " + line.text[address.end() :]
        raw = [part.strip() for part in PARTS.split(rest) if part.strip()]
        if any(self._kind(part) == OTHER and not self._is_lead(part) for part in raw):
            return None
        author = next((part for part in raw if self._kind(part) in (_PERSON, NAME) and not self._is_lead(part)), None)
        return Credit(BYLINE, True, author=author)

    def _is_lead(self, part: str) -> bool:
        """كتبت, تقرير وتصوير, حاورها في دمشق, مراسلة الغد في إربد: what stands before a name or for one."""
        words = plain(fold_key(part)).split() or [""]
        lists = self._words.lists
        if words[0] in lists["byline.reporters"] or (words[0] == "من" and words[1:2] == ["مراسلنا"]):
            return len(words) <= 2 * _LEAD_WORDS
        if words[0] not in self._words.begins["byline.leads"] or words[0] == "من":
            return False
        return len(words) == 1 or (len(words) <= _LEAD_WORDS and (words[1] in ("في", "من") or words[1][0] == "و"))

    def _led(self, raw: list[str]) -> Credit | None:
        """A lead and names behind any sign, or a reporter without one."""
        behind = list(self._smaller(raw[1:]))
        kinds = [self._kind(part) for part in behind]
        if OTHER in kinds:
            return None
        if not behind:
            reporter = fold_key(raw[0]).removeprefix("من ").split()
            alone = len(reporter) > 1 and reporter[0] in self._words.lists["byline.reporters"]
            return Credit(BYLINE, False) if alone else None
        return self._credit(behind, kinds, sure=_PERSON in kinds)

    def _names(self, line: Line, parts: list[str]) -> Credit | None:
        if any(len(part.split()) > _PART_WORDS for part in parts):
            return None
        kinds = [self._kind(part) for part in parts]
        if OTHER in kinds or kinds[0] == _ROLE:
            return None
        if kinds == [_PERSON]:
            return self._credit(parts, kinds)
        said = ":" in line.text
        if _PERSON in kinds:
            return None if said and kinds[0] == _PERSON and NAME in kinds else self._credit(parts, kinds)
        namelike = any(kind == NAME and self._is_namelike(part) for kind, part in zip(kinds, parts, strict=True))
        if len(parts) == 2 and line.words <= _PAIR_WORDS and (namelike or PLACE in kinds) and not said:
            return self._credit(parts, kinds)
        loose = namelike or (kinds == [NAME, NAME] and not said and all(map(_is_no_thing, parts)))
        return self._credit(parts, kinds, loose=True) if loose and line.first != "من" else None

    def _credit(self, parts: list[str], kinds: list[str], sure: bool = False, loose: bool = False) -> Credit:
        """What the parts say: an unknown name behind the author is the paper's."""

        def first(*wanted: str) -> str | None:
            return next((part for kind, part in zip(kinds, parts, strict=True) if kind in wanted), None)

        author = first(_PERSON) or next(
            (part for kind, part in zip(kinds, parts, strict=True) if kind == NAME and self._is_namelike(part)),
            first(NAME),
        )
        at = parts.index(author) if author in parts else len(parts)
        others = [part for kind, part in list(zip(kinds, parts, strict=True))[at + 1 :] if kind == NAME]
        agency = first(AGENCY)
        named = self._words.agencies.get(plain(fold_key(agency)), agency) if agency else None
        return Credit(BYLINE, sure, first(PLACE), named or next(iter(others), None), author, loose)

    def _smaller(self, raw: list[str]) -> Iterator[str]:
        """The parts, those of several people or of one and a place once more parted."""
        for part in raw:
            split = _FROM.split(part, maxsplit=1)
            if len(split) == 2 and not (any(map(self._is_person, split)) or self._kind(split[1]) == PLACE):
                split = [part]
            for each in split:
                pieces = _AND.split(each)
                several = len(pieces) > 1 and all(self._is_person(piece) or len(piece.split()) > 1 for piece in pieces)
                yield from (pieces if several and self._is_person(pieces[0]) else [each])

    def _kind(self, part: str) -> str:
        key = plain(fold_key(part))
        if not key:
            return OTHER
        kind = self._credits.kind(key, later=True)
        if kind in (PLACE, AGENCY, NAMELESS, DAY):
            return kind
        if self._is_person(part):
            return _PERSON
        lists = self._words.lists
        if key.split()[0] in lists["byline.callings"] | lists["byline.reporters"]:
            return _ROLE
        return kind

    def _is_person(self, part: str) -> bool:
        """Whether a known given name stands first, behind any title: د. هالة العموري."""
        words = plain(fold_key(part)).removeprefix("من ").split()
        titles = self._words.lists["byline.titles"]
        while words and words[0] in titles:
            words = words[1:]
        key = " ".join(words)
        titled = len(key) < len(plain(fold_key(part))) and self._is_namelike(key)
        return (titled or self._credits.is_person(key)) and self._credits.is_name(key)

    def _is_namelike(self, part: str) -> bool:
        """Whether words of which the first is not known have the shape of a name: غمدان الصلوي, ريبوار حمه صالح."""
        first, *others = plain(fold_key(part)).split() or [""]
        if not 0 < len(others) <= _OTHER_NAMES or first.startswith("ال") or first.endswith(("ة", "ات")):
            return False
        last = others[-1]
        from_there = (
            last.startswith("ال") and last.endswith("ي") and not any(each.startswith("ال") for each in others[:-1])
        )
        return from_there or last in self._words.given or not _LINKS.isdisjoint(others)
