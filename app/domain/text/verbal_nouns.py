"""Whether a word is a verbal noun: by its shape, which Arabic gives to every derived verb, or by a list.

Shapes are light keys without the article: إلغاء، انسحاب، استئناف، تأجيل، تراجع، تعاقد، مشاركة. Of the plain verb no shape
tells them from other nouns: those stand in a list (وقوع، خفض).
"""

from __future__ import annotations

import re
from collections.abc import Container

_SHAPES = re.compile(
    "ا[^اويل].ا.ه?"  # إلغاء, إطلاق, إقامة
    "|ا[^ا][^ا].ا.ه?"  # انسحاب, اتفاق, استقالة
    "|است...?ا.ه?"  # استئناف, استثمار
    "|ت[^ا]?.ي.ه?"  # تأجيل, تعيين
    "|ت[^ا].يه|ت[^ا][^ا]يه"  # تسوية
    "|ت[^ا]ا[^ا].?"  # تراجع, تعاون
    "|ت[^اوي][^اي][^اوي]"  # تورط, تعرض
    "|م[^ا]ا..?ه"  # مشاركة
)


def is_verbal_noun(key: str, listed: Container[str] = ()) -> bool:
    """Whether the light ``key``, the article before it or not, is a verbal noun; ``listed`` are those that no shape
    tells."""
    bare = key.removeprefix("ال")
    return bare in listed or bool(_SHAPES.fullmatch(bare.replace("ة", "ه")))
