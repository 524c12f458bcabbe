"""The words by which parts of an article are told: agencies, places, months, phrases (``resources/zones``, CLDR)."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from app import resources
from app.domain.text.folding import fold_key
from app.suggest.zoning.lines import Line, bare_word

_MONTH_LOCALES = ("ar", "ar_LB", "ar_DZ", "ar_MA", "ar_MR")
_OCCUPIED = ("المحتلة", "الشرقية", "الغربية", "العاصمة", "المحتله")
_LEADING = ("byline.leads", "topic.tags", "caption.begins", "boilerplate.begins", "boilerplate.perhaps")
_ANYWHERE = ("caption.holds", "boilerplate.holds")
_LEAST_PLACE = 3  # letters of a place's name


@dataclass(frozen=True, slots=True)
class ZoneWords:
    """Everything folded.

    ``lists`` are by table and name (``topic.sections``), ``begins`` the same as first words with the whole beginnings,
    ``leading`` all of these words. ``anywhere`` finds the phrases of a list; ``telling`` are words of which those of
    boilerplate have one, folded or as they are written. ``agencies`` leads from every spelling to the name, ``signed``
    are the words of these, ``sections`` those of the names of sections, bare.
    """

    agencies: Mapping[str, str]
    places: frozenset[str]
    months: Mapping[str, int]
    hijri: Mapping[str, int]
    weekdays: Mapping[str, int]
    given: frozenset[str]
    empty: frozenset[str]
    signed: frozenset[str]
    sections: frozenset[str]
    lists: Mapping[str, frozenset[str]]
    begins: Mapping[str, Mapping[str, tuple[str, ...]]]
    leading: frozenset[str]
    anywhere: Mapping[str, re.Pattern[str]]
    telling: frozenset[str]

    def starts(self, name: str, line: Line) -> bool:
        """Whether the line begins with one of the list's phrases, as whole words."""
        phrases = self.begins[name].get(line.first)
        if phrases is None:
            return False
        key = line.head.lstrip("(*-– ")
        return any(key.startswith(phrase) and not key[len(phrase) : len(phrase) + 1].isalnum() for phrase in phrases)


def plain(key: str) -> str:
    """A folded signature without points (ا.ف.ب, ا ف ب), its words one space apart."""
    return " ".join(key.replace(".", " ").split())


def bare_section(word: str) -> str:
    """A folded word of a section's name without و and the article."""
    bare = word.removeprefix("و") if len(word) > 4 else word
    return bare.removeprefix("ال") if len(bare) > 4 else bare


@functools.cache
def zone_words() -> ZoneWords:
    """The word lists that ship with the program, read once; that takes some tens of milliseconds."""
    agencies, phrases, months = (
        tomllib.loads(resources.text(f"zones/{n}.toml")) for n in ("agencies", "phrases", "months")
    )
    places, names, functions = (
        tomllib.loads(resources.text(f"lexicons/{n}.toml")) for n in ("places", "names", "function_words")
    )
    lists = {f"{table}.{name}": _folded(words) for table, named in phrases.items() for name, words in named.items()}
    lists |= {f"agencies.{name}": _folded(words) for name, words in agencies["words"].items()}
    begins = {name: _by_first_word(keys) for name, keys in lists.items()}
    spellings = _spellings(agencies["agencies"])
    return ZoneWords(
        agencies=spellings,
        places=frozenset(_places(places)),
        months=_numbered(months["gregorian"], _cldr_months()),
        hijri=_numbered(months["hijri"]),
        weekdays=_numbered(months["weekdays"]),
        given=_folded([*names["given_men"], *names["given_women"]]) | {"عبد", "ابو", "ام", "بن", "ولد"},
        empty=frozenset(fold_key(word) for words in functions["words"].values() for word in words.split()),
        signed=frozenset(word for key in spellings for word in key.split()),
        sections=frozenset(bare_section(word) for key in lists["topic.sections"] for word in key.split()),
        lists=lists,
        begins=begins,
        leading=frozenset(first for name in _LEADING for first in begins[name]),
        telling=frozenset(
            max(key.split(), key=len) for key in (*phrases["boilerplate"]["holds"], *lists["boilerplate.holds"])
        ),
        anywhere={name: re.compile("|".join(map(re.escape, sorted(lists[name])))) for name in _ANYWHERE},
    )


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(fold_key, words))


def _by_first_word(keys: Iterable[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for key in (key.lstrip("(") for key in keys):
        found.setdefault(bare_word(key.split()[0]), []).append(key)
    return {first: tuple(sorted(every, key=len, reverse=True)) for first, every in found.items()}


def _spellings(agencies: Mapping[str, list[str]]) -> dict[str, str]:
    return {plain(fold_key(each)): name for name, others in agencies.items() for each in (name, *others)}


def _places(table: Mapping[str, Any]) -> Iterator[str]:
    """Our own list, countries, and the cities that CLDR names time zones after."""
    from babel import localedata  # noqa: PLC0415 - takes some 20 ms, and no window waits for it

    arabic = localedata.load("ar")
    ours = [name for heading, names in table.items() if heading != "ordinary" for name in names]
    lands = [name for code, name in arabic["territories"].items() if code.isalpha() and code not in ("EZ", "ZZ")]
    cities = [zone["city"] for zone in arabic["time_zones"].values() if "city" in zone]
    for key in map(fold_key, (*ours, *lands, *cities)):
        if len(key) >= _LEAST_PLACE:
            yield key
    yield from (fold_key(f"{city} {word}") for city in ("القدس", "غزة", "الجزائر", "واشنطن") for word in _OCCUPIED)


def _cldr_months() -> dict[str, list[str]]:
    from babel import localedata  # noqa: PLC0415 - see _places

    found: dict[str, list[str]] = {}
    for locale in _MONTH_LOCALES:
        for number, name in localedata.load(locale)["months"]["format"]["wide"].items():
            found.setdefault(str(number), []).append(name)
    return found


def _numbered(*tables: Mapping[str, Iterable[str]]) -> dict[str, int]:
    return {fold_key(name): int(number) for table in tables for number, names in table.items() for name in names}
