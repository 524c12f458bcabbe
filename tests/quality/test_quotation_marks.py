"""Quotes whose own quotation marks are doubtful are findings; whole pairs and indirect quotes are not."""

from __future__ import annotations

import pytest

from app import resources
from app.domain.annotation import Annotation
from app.domain.article import new_article
from app.domain.codebook import QUOTE
from app.domain.ids import new_id
from app.domain.rules import default_attributes
from app.domain.span import Span
from app.quality.findings import examine

WHEN, LAYER = "2026-11-24T06:00:00Z", "sana"


def checks(text: str, surface: str) -> list[str]:
    codebook = resources.codebook()
    article = new_article("a", text)
    span = Span(text.index(surface), text.index(surface) + len(surface))
    attributes = default_attributes(codebook, QUOTE, "direct")
    quote = Annotation(
        new_id(), article.id, LAYER, QUOTE, "direct", (span,), surface, WHEN, LAYER, attributes, codebook=1
    )
    return [finding.check for finding in examine(article, quote, codebook)]


@pytest.mark.parametrize(
    ("text", "surface", "expected"),
    [
        ("قال «نعم، غداً» ومضى", "«نعم، غداً»", []),
        ("قال إنه يعود غداً", "يعود غداً", []),
        ("قال «نعم، غداً» ومضى", "نعم، غداً", []),
        ("قال «نعم، غداً» ومضى", "«نعم، غداً", ["unbalanced-marks"]),
        ("قال «نعم، غداً ومضى", "«نعم، غداً ومضى", ["unbalanced-marks"]),
        ("قال »نعم، غداً« ومضى", "»نعم، غداً«", ["swapped-marks"]),
        ("قال «نعم «غداً» وبعده» ومضى", "«نعم «غداً» وبعده»", []),
    ],
)
def test_the_marks_of_a_quote(text: str, surface: str, expected: list[str]) -> None:
    assert checks(text, surface) == expected
