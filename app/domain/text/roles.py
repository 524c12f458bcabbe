"""What a word can be in a name."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

ALSO_NAMES = frozenset({"رائد", "امير", "امين", "مختار", "نجم", "خليفه", "خليفة", "سلطان", "حارس", "فارس", "سيد"})
"""Titles that behind another title are given names: المحلل [رائد نعيرات]. Light keys."""

_RANKS = {"الجندي", "النقيب", "الرائد", "الحارس", "القائد", "الامير", "السلطان"}
_OFFICES = {"القاضي", "المفتي", "الشيخ", "الحاج", "الشاعر", "العالم", "المختار", "السيد", "الامام"}
FAMILIES = frozenset(_RANKS | _OFFICES)
"""Titles that behind a given name are family names: سهير [الجندي]. Light keys."""

COMMON_NAMES = frozenset(
    {"امل", "نور", "سلام", "جهاد", "كفاح", "نضال", "فجر", "ربيع", "نصر", "فرح", "صباح", "رجاء", "وفاء"}
    | {"ضياء", "شروق", "ايمان", "اسلام", "حنان", "سعاده", "غيث", "فضل", "بدر", "هلال", "شهاب", "وعد", "ورد", "امال"}
)
"""Common nouns that behind a title are given names: الدكتورة [أمل الصباغ]. Light keys."""

WITH_ARTICLE = frozenset(
    {"الطاهر", "الهادي", "المنصف", "الحبيب", "الشاذلي", "المهدي", "البشير", "الطيب", "الصادق", "المختار", "الجيلالي"}
    | {"الميلودي", "الحسن", "الحسين", "العباس", "المعطي", "العياشي", "الناجي", "اللطيف", "الفاضل", "الصديق", "الاسعد"}
)
"""Given names with the article, where one more word follows a title: النائب [الطاهر المجبري]. Light keys."""

BEARINGS = frozenset({"الغربي", "الشرقي", "الشمالي", "الجنوبي"})
"""Words for a direction that behind a given name are family names: ليلى [الغربي]. Light keys."""


class Role(Enum):
    """What a word can be in a name."""

    BOUND = "no name goes on over it"
    TIME = "a word of dates"
    TITLE = "the head of an office"
    BODY = "the head of a body"
    SITE = "the head of a place"
    GIVEN = "a given name"
    PROPER = "a known name"
    MONTH = "a month"
    COMMON = "a common noun"
    PLAIN = "any other word"


class Word(NamedTuple):
    """``key`` is the light key of the word without its ``clitics``."""

    key: str
    clitics: str
    role: Role

    @property
    def definite(self) -> bool:
        return self.key.startswith("ال") and len(self.key) > 3
