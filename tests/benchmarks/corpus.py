"""A corpus of any size for benchmarks and tests of scale: invented news of ordinary length as plain values, made fast.

The same for the same seed. Sentences are drawn from a pool that is written once, so that a hundred thousand articles
are there in seconds and yet no two are alike. Every paragraph ends with some of twenty thousand made-up words, as
frequent and as rare as words of a language are, so that an index of words is as large as it would be.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

LENGTH = 1_800  # code points of an ordinary article
SOURCES = ("وكالة رواسي", "صحيفة الميناء", "قناة المدى", "موقع الجسر", "إذاعة النهر", "وكالة الأفق")
_FIRST_DAY, _DAYS = date(2025, 1, 1), 700
_POOL = 600

_FIRST = [
    "سليم",
    "سامر",
    "عادل",
    "كريم",
    "طارق",
    "فارس",
    "باسل",
    "زياد",
    "مازن",
    "نبيل",
    "رائد",
    "هشام",
    "أنور",
    "وائل",
    "جمال",
    "فؤاد",
]
_LAST = [
    "الناصر",
    "حداد",
    "القاسم",
    "العواد",
    "الزعبي",
    "شاهين",
    "الخطيب",
    "منصور",
    "درويش",
    "العلي",
    "مراد",
    "السالم",
    "عيسى",
    "برهان",
]
_PLACES = [
    "عمّان",
    "بغداد",
    "بيروت",
    "دمشق",
    "الرباط",
    "تونس",
    "القاهرة",
    "صنعاء",
    "الخرطوم",
    "الجزائر",
    "مسقط",
    "المنامة",
    "الدوحة",
    "نواكشوط",
]
_BODIES = ("وزارة المياه", "هيئة الأرصاد", "مجلس النواب", "اتحاد الموانئ", "نقابة المعلمين", "لجنة السدود")
_OFFICES = ("وزير الزراعة", "المتحدث باسم الهيئة", "رئيس اللجنة", "مدير الميناء", "الأمين العام للاتحاد", "عميد الكلية")
_VERBS = ["قال", "أكد", "أضاف", "أوضح", "ذكر", "أعلن"]
_CLAIMS = (
    "مخزون السدود ارتفع إلى 71% هذا العام",
    "المفاوضات تستأنف في الربيع من دون شروط",
    "الأسعار لن ترتفع قبل نهاية الصيف",
    "الرصيف الجديد يستقبل أولى السفن في أيار",
    "عدد المسجلين تجاوز أربعين ألفاً",
    "الطريق الساحلي سيفتح بعد أعمال الصيانة",
)
_FILLERS = (
    "وذلك وفق بيان صدر مساء الأحد",
    "بحسب ما جاء في التقرير السنوي",
    "في خطوة هي الأولى من نوعها منذ سنوات",
    "بعد اجتماع دام ثلاث ساعات",
    "وسط ترقب في الأسواق المحلية",
)
_PLAIN = (
    "وتتواصل الأعمال في الموقع على مدار الساعة",
    "وكانت الجهات المعنية قد أعدت خطة لهذا الغرض",
    "ويأتي ذلك في إطار برنامج يمتد ثلاث سنوات",
    "ولم تصدر تفاصيل أخرى حتى الآن",
    "ومن المنتظر أن تعلن النتائج في وقت لاحق",
    "وشهدت المنطقة إقبالاً لافتاً من الزوار",
)
_HEADLINES = (
    "اتفاق جديد بين {0} و{1}",
    "{0} تستضيف مؤتمراً عن المياه",
    "{2} يزور {0}",
    "أمطار غزيرة في {0} و{1}",
    "{2}: لا تأجيل للموسم",
)
_LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
_SHAPES = ("{0}ا{1}{2}", "م{0}{1}و{2}", "{0}{1}ي{2}", "ت{0}{1}{2}", "ال{0}{1}{2}", "ال{0}ا{1}{2}ة", "ي{0}{1}{2}")
_FREQUENT = "في من على إلى قال أن إن عن وزير بغداد الحكومة اليوم بعد قبل الأمم المتحدة بيان وفد السلام"
_TAIL = 8  # made-up words of a paragraph


class PlainMark(NamedTuple):
    """``start`` and ``end`` are code points of the article's text."""

    kind: str
    label: str
    start: int
    end: int


class PlainArticle(NamedTuple):
    """An article as any file might bring it; ``marks`` are in the order of their start."""

    ref: str
    title: str
    source: str
    published: str
    text: str
    marks: tuple[PlainMark, ...]


class _Sentence(NamedTuple):
    text: str
    marks: tuple[PlainMark, ...]


def articles(count: int, *, seed: int = 1, length: int = LENGTH, first: int = 0) -> Iterator[PlainArticle]:
    """``count`` articles of about ``length`` code points, usually with 25 entities, 4 quotes and 3 claims or so.
    Their refs are numbered from ``first``."""
    choose = random.Random(seed)
    pool, words = [_sentence(choose) for _ in range(_POOL)], _Words(choose)
    for number in range(first, first + count):
        yield _article(choose, pool, words, number, length)


class _Words:
    """Made-up words, the n-th of them drawn as often as 1/n."""

    def __init__(self, choose: random.Random) -> None:
        roots = [choose.sample(_LETTERS, 3) for _ in range(3000)]
        made = (shape.format(*root) for root in roots for shape in _SHAPES)
        self._all = [*_FREQUENT.split(), *dict.fromkeys(made)]
        self._weights = list(itertools.accumulate(1 / (number + 3) for number in range(len(self._all))))

    def some(self, choose: random.Random) -> str:
        return " ".join(choose.choices(self._all, cum_weights=self._weights, k=_TAIL))


def _article(choose: random.Random, pool: list[_Sentence], words: _Words, number: int, length: int) -> PlainArticle:
    wanted = length * (0.6 + 0.8 * choose.random())
    parts: list[str] = []
    marks: list[PlainMark] = []
    at = 0
    while at < wanted:
        sentence = pool[int(choose.random() * _POOL)]
        marks += [PlainMark(kind, label, start + at, end + at) for kind, label, start, end in sentence.marks]
        ends = len(parts) % 4 == 3
        parts.append(f"{sentence.text} {words.some(choose)}.\n\n" if ends else sentence.text + " ")
        at += len(parts[-1])
    one, other = choose.choice(_PLACES), choose.choice(_PLACES)
    title = choose.choice(_HEADLINES).format(one, other, choose.choice(_FIRST) + " " + choose.choice(_LAST))
    day = _FIRST_DAY + timedelta(days=int(choose.random() * _DAYS))
    text = "".join(parts).rstrip() + f"\n\n{number + 1}"  # no two alike
    return PlainArticle(f"n-{number:06}", title, choose.choice(SOURCES), day.isoformat(), text, tuple(marks))


def _sentence(choose: random.Random) -> _Sentence:
    text, marks = "", list[PlainMark]()

    def say(words: str, kind: str = "", label: str = "") -> None:
        nonlocal text
        if kind:
            marks.append(PlainMark(kind, label, len(text), len(text) + len(words)))
        text += words + " "

    drawn = choose.random()
    if drawn < 0.18:
        say(choose.choice(_VERBS), "cue", "cue")
        say(choose.choice(_OFFICES), "entity", "OCC")
        say(f"{choose.choice(_FIRST)} {choose.choice(_LAST)}", "entity", "PERS")
        say("إن")
        claim, place = choose.choice(_CLAIMS), choose.choice(_PLACES)
        start = len(text)
        marks.append(PlainMark("quote", "direct", start, start + len(claim) + len(place) + 6))
        if choose.random() < 0.75:
            marks.append(PlainMark("claim", "claim", start + 1, start + len(claim) + len(place) + 5))
        say("«" + claim + " في")
        say(place, "entity", "GPE")
        text = text[:-1] + "»"
    elif drawn < 0.4:
        say("ووصل")
        say(f"{choose.choice(_FIRST)} {choose.choice(_LAST)}", "entity", "PERS")
        say("إلى")
        say(choose.choice(_PLACES), "entity", "GPE")
        say("مع وفد من")
        say(choose.choice(_BODIES), "entity", "ORG")
        say(choose.choice(_FILLERS))
        text = text[:-1]
    else:
        text = f"{choose.choice(_PLAIN)} {choose.choice(_FILLERS)}"
    return _Sentence(text + ".", tuple(marks))
