"""The gazetteer: names of places, people, bodies, languages, months and money that need no article to be known.

It answers one question, whether a folded word or phrase is a name, and is asked for every word whose proclitic is in
doubt (بغداد is a name, so the و of وبغداد is one; وليد is a name, so its و is none). Half of it are our own lists
(``resources/lexicons/places.toml`` and ``names.toml``), half the Arabic locale of the Unicode CLDR as Babel ships it.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Container, Iterator, Mapping
from functools import cached_property
from importlib.util import find_spec
from itertools import chain
from pathlib import Path, PurePath
from typing import Any

from app import resources
from app.domain.errors import N_, TawsimError
from app.domain.text.folding import fold_key

PLACES, NAMES = "places", "names"
_NOT_NAMES = "ordinary"

# Locales whose months differ: Egypt and the Gulf, the Levant, Algeria and Tunisia, Morocco, Mauritania.
_MONTH_LOCALES = ("ar", "ar_LB", "ar_DZ", "ar_MA", "ar_MR")
_NO_PLACES = frozenset({"001", "EZ", "QO", "XA", "XB", "ZZ"})  # "world", "unknown region", test locales
_BRACKETED = re.compile(r"\s*\([^)]*\)\s*")
_JOINED_PLACES = re.compile(r"\s+-\s+")
_SERVANT = "عبد "  # of names such as عبد الله, which are as often written in one word
_LEAST_LETTERS = 3  # the month آب would make ب a proclitic of باب, and the city قم the ل of لقم


class GazetteerError(TawsimError):
    """A list of names that cannot be read."""


class Gazetteer:
    """Names by their light key (``fold_key``). Nothing is built before the first question; that takes some 50 ms."""

    def __init__(self, lists: Mapping[str, str]) -> None:
        self._lists = dict(lists)

    @classmethod
    def read(cls, texts: Mapping[str, str]) -> Gazetteer:
        """A gazetteer of the texts of the files ``places`` and ``names``, by file name; others are ignored.

        The texts are read with the first question, which raises ``GazetteerError`` if one of them is broken.
        """
        bare = {PurePath(name).stem: text for name, text in texts.items()}
        return cls({name: bare[name] for name in (PLACES, NAMES) if name in bare})

    def knows(self, key: str) -> bool:
        """Whether ``key``, a word or phrase folded at the light level, is a name."""
        return key in self._keys

    def __contains__(self, key: object) -> bool:
        return key in self._keys

    def __len__(self) -> int:
        return len(self._keys)

    @cached_property
    def _keys(self) -> frozenset[str]:
        tables = {name: _table(name, text) for name, text in self._lists.items()}
        ordinary = frozenset(fold_key(word) for table in tables.values() for word in table.get(_NOT_NAMES, ()))
        listed = (fold_key(name) for table in tables.values() for name in _listed(table))
        return frozenset(key for key in chain(listed, _from_cldr(ordinary)) if len(key) >= _LEAST_LETTERS)


def _table(name: str, text: str) -> dict[str, Any]:
    try:
        return resources.table(text)
    except ValueError as error:  # a TOMLDecodeError
        raise GazetteerError(
            N_("The list of names {name} is not valid TOML: {reason}."), name=name, reason=error
        ) from error


def _listed(table: Mapping[str, Any]) -> Iterator[str]:
    """Every name of our own lists, names of servants of God in both spellings."""
    for heading, names in table.items():
        if heading != _NOT_NAMES:
            yield from names
            yield from (name.replace(_SERVANT, _SERVANT.strip()) for name in names if name.startswith(_SERVANT))


def _from_cldr(ordinary: Container[str]) -> Iterator[str]:
    """Keys of territories, their own pieces, languages, currencies, months and weekdays in Arabic."""
    arabic = resources.kept("cldr", f"{_MONTH_LOCALES} {_cldr_sign()}", _read_cldr)
    for code, name in arabic["territories"].items():
        if code not in _NO_PLACES:
            yield from _place_keys(name, ordinary)
    # ISO 639-1 gave two letters to the languages that the news writes about; the other 400 names collide with words.
    yield from (fold_key(name) for code, name in arabic["languages"].items() if len(code) == 2)
    # Codes with X are metals, funds and test money; names with figures are currencies of the past.
    yield from (
        fold_key(name)
        for code, name in arabic["currency_names"].items()
        if not code.startswith("X") and not re.search(r"[\d٠-٩(]", name)
    )
    yield from map(fold_key, chain(arabic["months"], arabic["days"]))


def _read_cldr() -> dict[str, Any]:
    """The tables of names as Babel has them. Asked once, it keeps 4 MB; it is asked after updates only."""
    from babel import localedata  # noqa: PLC0415 - takes some 20 ms, and the window does not wait for it

    arabic = localedata.load("ar")
    months = [localedata.load(each)["months"]["format"]["wide"].values() for each in _MONTH_LOCALES]
    return {
        **{table: dict(arabic[table]) for table in ("territories", "languages", "currency_names")},
        "months": list(chain.from_iterable(months)),
        "days": list(arabic["days"]["format"]["wide"].values()),
    }


def _cldr_sign() -> str:
    """Says which files of Babel's the names are read from; others after an update, so that nothing old is taken."""
    found = find_spec("babel")
    folders = [Path(each) / "locale-data" for each in (found and found.submodule_search_locations) or ()]
    files = [folder / f"{locale}.dat" for folder in folders for locale in ("root", *_MONTH_LOCALES)]
    return " ".join(f"{len(read)}-{zlib.crc32(read):08x}" for read in (each.read_bytes() for each in files))


def _place_keys(name: str, ordinary: Container[str]) -> Iterator[str]:
    """A territory's name, the names it joins, and those of its words that name something by themselves."""
    for place in _JOINED_PLACES.split(_BRACKETED.sub("", name)):
        key = fold_key(place)
        yield key
        words = (word for word in key.split() if word not in ordinary)
        # A later word with و is "and" with the next name, not a name that begins with و.
        yield from (word for at, word in enumerate(words) if not (at and word.startswith("و")))
