"""After the rehearsal, reading an article as keys do compiles no pattern any more."""

from __future__ import annotations

import pytest
import regex

from app import resources
from app.domain.article import new_article
from app.domain.span import Span
from app.domain.text import patterns
from app.workbench.reading import Reading
from app.workbench.rehearsing import rehearse

TEXT = 'وأكدت المتحدثة هالة النجار في الدوحة أن "الاجتمـاع (UN) مؤجل"، بحسب بيان صدر عام ٢٠٢٣.'


def test_no_key_compiles_anything_behind_it(monkeypatch: pytest.MonkeyPatch) -> None:
    lexicons = resources.lexicons()
    for _step in rehearse(lexicons, lambda key: key == "الدوحه", resources.codebook()):
        pass
    made: list[str] = []
    compile_ = regex.compile
    monkeypatch.setattr(regex, "compile", lambda source, *rest: made.append(source) or compile_(source, *rest))
    reading = Reading(new_article("other", TEXT), lexicons, lambda key: False)
    for word in reading.words_in(Span(0, len(TEXT))):
        reading.ladder(word.start)
        reading.start_stops(word.start)
    assert reading.attributions.at(TEXT.index("مؤجل")) is not None
    assert not made


def test_a_pattern_that_waits_is_compiled_and_finds_the_same() -> None:
    used, waiting = patterns.pattern(r"\p{L}+"), patterns.pattern(r"\d+")
    assert used.findall("ab 12") == ["ab"]
    for _step in patterns.compile_waiting():
        pass
    assert "search" in vars(waiting)
    assert used.findall("ab 12") == ["ab"]
    assert waiting.findall("ab 12") == ["12"]
