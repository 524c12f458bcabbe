"""The gold annotation of the reference article, by keys alone, with every stroke counted.

    pytest tests/journeys/test_gold_by_keys.py -s      prints the keys, act by act, and the strokes per mark

Names are given by label, surface and its number in the article; the article itself stays outside of the project.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from app import resources
from app.domain.span import Span
from app.store import Store
from app.workbench.intake import import_files
from tests.journeys.conftest import OpenReader
from tests.journeys.frugal import Frugal

REFERENCE = Path(__file__).parents[3] / "shared/articles/000_57f3cbd02e05244a.txt"
pytestmark = [
    pytest.mark.skipif(not REFERENCE.exists(), reason="the reference article is not here"),
    pytest.mark.slow,
]

# In reading order; a name within another comes behind it.
ENTITIES = [
    ("GPE", "العراق", 1),
    ("PERS", "خامنئي", 1), ("ORG", "قوات التحالف", 1), ("GPE", "العراق", 2),
    ("PERS", "علي خامنئي", 1), ("NORP", "أمريكي", 1), ("GPE", "العراق", 3),
    ("DATE", "30.04.2023", 1), ("DATE", "30.04.2023", 2),
    ("PERS", "خامنئي", 3), ("ORG", "قوات التحالف", 2), ("GPE", "العراق", 4),
    ("OCC", "المرشد الإيراني", 1), ("NORP", "الإيراني", 1), ("PERS", "علي خامنئي", 2),
    ("OCC", "الرئيس العراقي", 1), ("NORP", "العراقي", 1), ("PERS", "عبد اللطيف رشيد", 1),
    ("GPE", "Tahran", 1),
    ("GPE", "طهران", 1), ("PERS", "سيد ظفر مهدي", 1), ("ORG", "الأناضول", 1),
    ("OCC", "المرشد الإيراني", 2), ("NORP", "الإيراني", 2), ("PERS", "علي خامنئي", 3),
    ("NORP", "أمريكي", 2), ("GPE", "العراق", 6),
    ("ORG", "قوات التحالف", 3), ("GPE", "الولايات المتحدة", 1), ("GPE", "العراق", 7),
    ("PERS", "خامنئي", 6), ("DATE", "السبت", 1),
    ("OCC", "الرئيس العراقي", 2), ("NORP", "العراقي", 2), ("PERS", "عبد اللطيف رشيد", 2),
    ("NORP", "الإيرانية", 1), ("GPE", "طهران", 2), ("DATE", "أكتوبر/ تشرين أول من العام الماضي", 1),
    ("ORG", "مكتب المرشد", 1), ("OCC", "المرشد", 3), ("GPE", "الولايات المتحدة", 2),
    ("PERS", "خامنئي", 7), ("GPE", "طهران", 3), ("GPE", "بغداد", 1),
    ("ORG", "القوات الأمريكية", 1), ("NORP", "الأمريكية", 1), ("GPE", "العراق", 9), ("PERS", "خامنئي", 8),
    ("NORP", "أمريكي", 4), ("GPE", "العراق", 10),
    ("DATE", "السبت", 2), ("OCC", "الرئيس الإيراني", 1), ("NORP", "الإيراني", 4), ("PERS", "إبراهيم رئيسي", 1),
    ("NORP", "العراقي", 3),
    ("PERS", "رئيسي", 2), ("GPE", "بغداد", 2), ("GPE", "طهران", 4),
    ("PERS", "رئيسي", 3), ("GPE", "العراق", 12), ("NORP", "الأمريكيون", 1),
    ("PERS", "رشيد", 3), ("GPE", "طهران", 5), ("DATE", "السبت", 3),
    ("ORG", "وكالة الأنباء العراقية الرسمية (واع)", 1), ("NORP", "العراقية", 1),
    ("GPE", "إيران", 5), ("ORG", "قوات التحالف", 4), ("GPE", "الولايات المتحدة", 3), ("GPE", "العراق", 14),
    ("ORG", "فيلق القدس", 1), ("PERS", "قاسم سليماني", 1), ("NORP", "أمريكية", 1),
    ("FAC", "مطار بغداد", 1), ("GPE", "بغداد", 3), ("GPE", "إيران", 6), ("GPE", "العراق", 15),
    ("NORP", "أمريكيين", 1),
    ("GPE", "الولايات المتحدة", 4), ("GPE", "إيران", 7), ("NORP", "أمريكية", 2), ("GPE", "العراق", 16),
]  # fmt: skip


def places(text: str) -> list[tuple[str, Span]]:
    found = []
    for label, surface, nth in ENTITIES:
        at = -1
        for _ in range(nth):
            at = text.index(surface, at + 1)
        found.append((label, Span(at, at + len(surface))))
    return found


def test_the_reference_article_is_annotated_whole_and_every_stroke_counted(
    open_reader: OpenReader, tmp_path: Path
) -> None:
    project = tmp_path / "reference.tawsim"
    with Store.create(project, resources.codebook()) as store:
        assert import_files(store, [REFERENCE], author="sana").added == 1
    hand = Frugal(open_reader(project=project))
    assert hand.bench.article is not None
    wishes = places(hand.bench.article.text)
    hand.entities(wishes)
    marked = {(mark.label, mark.fragments[0]) for mark in hand.bench.marks if mark.kind == "entity"}
    assert set(wishes) <= marked
    assert marked - set(wishes) == set(), "A marked what is not gold"
    tally = hand.tally
    tally.show()
    assert tally.marks["entity"] >= 45
    assert tally.per("entity") <= 3
