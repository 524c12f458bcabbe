"""Whether a word is a verbal noun: by its shape, which Arabic gives to every derived verb, or by a list.

Shapes are light keys without the article: إلغاء، انسحاب، استئناف، تأجيل، تراجع، تعاقد، مشاركة. Of the plain verb no
shape tells them from other nouns: those stand in a list (وقوع، خفض).
"""

from __future__ import annotations

import re
from collections.abc import Container

from app.domain.text.folding import fold_key

_SHAPES = re.compile(
    "ا[^او].ا.ه?"  # إلغاء, إطلاق, إيصال; إقامة
    "|ا.ا.ه|ا[^ا][^ا].ا.ه?"  # انسحاب, اتفاق, استقالة
    "|است...?ا.ه?"  # استئناف, استثمار
    "|ت[^ا]?.ي.ه?"  # تأجيل, تعيين
    "|ت[^ا].يه|ت[^ا][^ا]يه"  # تسوية
    "|ت[^ا]ا[^ا].?"  # تراجع, تعاون
    "|ت[^اي][^اي][^اوي]"  # تورط, تعرض
    "|م[^ا]ا..?ه"  # مشاركة
)


def is_verbal_noun(word: str, listed: Container[str] = ()) -> bool:
    """Whether the raw ``word``, the article before it or not, is a verbal noun; ``listed`` are light keys of those that
    no shape tells. What begins with أ is a plural (أسعار), with إ it is none (إسعاف)."""
    noun = word.removeprefix("ال")
    shape = fold_key(noun[:1] + noun[1:].replace("أ", "ء")).replace("ة", "ه")  # تأجيل, but not تاريخ
    return fold_key(noun) in listed or (not noun.startswith("أ") and bool(_SHAPES.fullmatch(shape)))
