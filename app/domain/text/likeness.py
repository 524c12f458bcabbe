"""How alike two sentences are in what they say: by their stems, their spelling and, before all, their numbers.

Nothing here understands a sentence. It puts those that may say the same on top, so that a person finds them. The stems
are those of Larkey's light stemmer (light10, SIGIR 2002) on the strong key: conjunction, preposition and article taken
off, then the endings, as long as three letters are left.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from app.domain.text.folding import STRONG, fold_key
from app.domain.text.patterns import pattern

_WORD = pattern(r"\d+(?:[.,٫٬]\d+)*|[\p{L}\p{M}_]+")
_GROUPS = pattern(r"\d{1,3}(?:[,٬]\d{3})+")
_BEFORE = ("وبال", "وال", "بال", "كال", "فال", "ولل", "ال", "لل", "و")
_ENDINGS = ("ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي")
_SHORTEST = 3
_ABOUT_THE_SAME = 0.4


def _keys(words: str) -> frozenset[str]:
    return frozenset(fold_key(word, STRONG) for word in words.split())


_EMPTY_WORDS = _keys(
    "في من على إلى عن أن إن أنه إنه أنها إنها أنهم بأن لأن التي الذي الذين هذا هذه ذلك تلك هو هي هم كان كانت "
    "يكون تكون قد لقد مع بين عند بعد قبل منذ حتى كما أو ثم "
    "أي كل بعض حيث وقد وأن وإن نحو حوالي قرابة ما إذ عام العام سنة يوم شهر"
)
_DENIALS = _keys("لا لم لن ليس ليست غير دون بدون نفى نفت ينفي تنفي نفي عدم ولا ولم ولن وليس كذب خال")
_OPPOSITES = tuple(
    (_keys(some), _keys(others))
    for some, others in (
        (
            "ارتفع ارتفعت يرتفع ترتفع ارتفاع زاد زادت يزيد زيادة ازداد صعد نما نمو",
            "انخفض انخفضت ينخفض تنخفض انخفاض تراجع تراجعت يتراجع نقص هبط هبوط تقلص",
        ),
        ("أكثر فوق تجاوز يتجاوز تتجاوز", "أقل دون تحت"),
        ("أيد أيدت يؤيد تأييد وافق وافقت يوافق موافقة قبل قبول", "رفض رفضت يرفض رفض عارض عارضت يعارض معارضة"),
        ("فتح فتحت يفتح ستفتح افتتح بدأ بدأت استأنف", "أغلق أغلقت يغلق إغلاق أوقف توقف توقفت علق"),
        ("فاز فازت فوز نجح نجحت نجاح", "خسر خسرت خسارة هزم فشل فشلت"),
        ("وصل وصلت دخل دخلت", "غادر غادرت خرج خرجت"),
    )
)
_SCALES = {
    **dict.fromkeys(_keys("ألف آلاف ألفا"), 1e3),
    **dict.fromkeys(_keys("مليون ملايين مليونا"), 1e6),
    **dict.fromkeys(_keys("مليار مليارات مليارا بليون"), 1e9),
}
_NUMBER_WORDS = {
    key: float(value)
    for value, words in {
        1: "واحدة",
        2: "اثنان اثنين اثنتين",
        3: "ثلاثة ثلاث",
        4: "أربعة أربع",
        5: "خمسة خمس",
        6: "ستة ست",
        7: "سبعة سبع",
        8: "ثمانية ثماني ثمان",
        9: "تسعة تسع",
        10: "عشرة عشر",
        20: "عشرون عشرين",
        30: "ثلاثون ثلاثين",
        40: "أربعون أربعين",
        50: "خمسون خمسين",
        60: "ستون ستين",
        70: "سبعون سبعين",
        80: "ثمانون ثمانين",
        90: "تسعون تسعين",
        100: "مئة مائة",
        200: "مئتان مئتين مائتين",
    }.items()
    for key in _keys(words)
}


@dataclass(frozen=True, slots=True)
class Sense:
    """What is compared of a sentence: its stems without empty words, its numbers, whether it denies, and the pieces of
    three letters that it is spelled with."""

    stems: frozenset[str]
    numbers: frozenset[float]
    denies: bool
    pieces: frozenset[str]
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Likeness:
    """``degree`` from 0 (nothing in common) to 1 (the same words). ``opposed``: the words agree and a number, a denial
    or a word of the opposite meaning does not, so that the one may contradict the other."""

    degree: float
    opposed: bool


def sense(text: str) -> Sense:
    """What is compared of a sentence."""
    words = _words(text)
    full = [word for word in words if _is_full(word)]
    line = f" {' '.join(full)} "
    return Sense(
        stems=frozenset(map(stem, full)),
        numbers=frozenset(_numbers(words)),
        denies=any(word in _DENIALS for word in words),
        pieces=frozenset(line[at : at + 3] for at in range(len(line) - 2)),
        words=frozenset(words),
    )


def terms(text: str) -> list[str]:
    """The stems and numbers by which a sentence is found in an index, each once; of letters and digits only."""
    words = _words(text)
    full = {stem(word) for word in words if _is_full(word)}
    return sorted(full) + sorted({f"n{number:g}".translate(_PLAIN) for number in _numbers(words)})


def likeness(one: Sense, other: Sense) -> Likeness:
    """How alike two sentences are. Numbers weigh as much as the words do: where both name some and they differ, what is
    left of the likeness is that they speak of the same thing."""
    words = 0.6 * _shared(one.stems, other.stems) + 0.4 * _shared(one.pieces, other.pieces)
    differ = bool(one.numbers and other.numbers) and not (one.numbers <= other.numbers or other.numbers <= one.numbers)
    if one.numbers and one.numbers == other.numbers:
        degree = min(words + 0.25 * (1 - words) + 0.05, 1.0) if words else 0.0
    elif differ:
        degree = 0.8 * words
    else:
        degree = words * (1.0 if not one.numbers and not other.numbers else 0.92)
    against = differ or one.denies != other.denies or _opposite(one.words, other.words)
    if one.words == other.words and one.numbers == other.numbers:
        degree = 1.0
    return Likeness(degree, against and words >= _ABOUT_THE_SAME)


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """The light stem of a folded word."""
    for before in _BEFORE:
        if word.startswith(before) and len(word) - len(before) >= _SHORTEST:
            word = word[len(before) :]
            break
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            word = word.removesuffix(ending)
    return word


def _words(text: str) -> list[str]:
    return [found[0] for found in _WORD.finditer(fold_key(text, STRONG))]


def _is_full(word: str) -> bool:
    """Whether a folded word says something that the comparison of numbers and denials does not say already."""
    return not (word[0].isdigit() or any(word in each for each in (_EMPTY_WORDS, _DENIALS, _NUMBER_WORDS, _SCALES)))


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    """Dice's measure; nothing is shared where there is nothing."""
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def _opposite(one: frozenset[str], other: frozenset[str]) -> bool:
    left, right = one - other, other - one
    return any((left & some and right & others) or (left & others and right & some) for some, others in _OPPOSITES)


def _numbers(words: Iterable[str]) -> Iterator[float]:
    """The values of figures and number words, those before a thousand, million or milliard multiplied."""
    held: float | None = None
    for word in words:
        scale = _SCALES.get(word)
        if scale is not None:
            held = (1.0 if held is None else held) * scale
            continue
        value = _value(word) if word[0].isdigit() else _number_word(word)
        if held is not None and value is None and word in ("في", "بال", "من"):
            continue
        if held is not None:
            yield held
        held = value
    if held is not None:
        yield held


def _number_word(word: str) -> float | None:
    bare = word[1:] if word[0] in "وبل" and word[1:] in _NUMBER_WORDS else word
    return _NUMBER_WORDS.get(bare)


def _value(figure: str) -> float:
    if _GROUPS.fullmatch(figure):
        return float(figure.replace(",", "").replace("٬", ""))
    try:
        return float(figure.replace("٫", ".").replace(",", "."))
    except ValueError:  # a date, 30.04.2026: as one large number of its digits
        return float("".join(filter(str.isdigit, figure))[:15])


_PLAIN = str.maketrans({"+": "", "-": "m", ".": "d"})
