"""Marks in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app import resources
from app.domain.annotation import LITERAL_END, SUGGESTED, Annotation, End
from app.domain.article import new_article
from app.domain.edit import making
from app.domain.span import Span
from app.store import Store
from app.ui import words
from app.ui.application import make_application
from app.ui.telling import mark_sentence, name_of, origin_of, slot_filling, tip
from app.workbench.bench import Workbench
from app.workbench.making import annotate, link

TEXT = "قالت الوزيرة إن «القمة ناجحة» في بغداد."


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Workbench]:
    make_application()
    words.speak("en")
    with Store.create(tmp_path / "p.tawsim", resources.codebook()) as store:
        article = new_article("a", TEXT)
        store.add_article(article)
        made = Workbench(store, author="sana", clock=lambda: "2026-01-02T03:04:05Z")
        made.open_article(article.id)
        yield made


def make(bench: Workbench, kind: str, label: str, surface: str) -> Annotation:
    start = TEXT.index(surface)
    mark = annotate(bench, kind, label, (Span(start, start + len(surface)),))
    bench.do(making("", mark))
    return mark


def test_a_name_is_told_by_kind_label_and_words(bench: Workbench) -> None:
    mark = make(bench, "entity", "GPE", "بغداد")
    assert mark_sentence(bench, mark) == "Entity · Geopolitical entity: \u2068بغداد\u2069"


def test_a_kind_with_one_label_is_told_by_its_kind_alone(bench: Workbench) -> None:
    (kind,) = [kind for kind in bench.codebook.kinds if kind.id == "claim"]
    mark = make(bench, "claim", kind.labels[0].id, "القمة ناجحة")
    assert (name_of(bench.codebook, mark) == "Claim") == (len(kind.labels) == 1)


def test_words_that_turn_the_direction_are_kept_in(bench: Workbench) -> None:
    mark = replace(make(bench, "entity", "GPE", "بغداد"), exact="\u202eabc\u2066")
    assert mark_sentence(bench, mark).endswith("\u2068abc\u2069")


def test_a_long_mark_is_cut(bench: Workbench) -> None:
    mark = replace(make(bench, "entity", "GPE", "بغداد"), exact="ا" * 500)
    assert len(mark_sentence(bench, mark)) < 200
    assert "…" in mark_sentence(bench, mark)


def test_state_slots_and_nesting_follow(bench: Workbench) -> None:
    quote = make(bench, "quote", "direct", "«القمة ناجحة»")
    make(bench, "entity", "EVENT", "القمة")
    speaker = make(bench, "entity", "OCC", "الوزيرة")
    bench.do(making("", link(bench, "speaker", quote, End("annotation", speaker.id))))
    told = mark_sentence(bench, replace(quote, state=SUGGESTED))
    assert told == "Quote · Direct: \u2068«القمة ناجحة»\u2069; suggested; Speaker: \u2068الوزيرة\u2069; around 1 mark"
    inner = next(mark for mark in bench.marks if mark.label == "EVENT")
    assert mark_sentence(bench, inner).endswith("; inside 1 mark")


def test_an_accepted_mark_is_not_called_so(bench: Workbench) -> None:
    assert "accepted" not in mark_sentence(bench, make(bench, "entity", "GPE", "بغداد"))


def test_a_literal_fills_a_slot_by_what_the_codebook_calls_it(bench: Workbench) -> None:
    claim = make(bench, "claim", bench.codebook.kind("claim").labels[0].id, "القمة ناجحة")
    slot = next(slot for slot in bench.codebook.kind("claim").slots if slot.id == "claimer")
    assert slot_filling(bench, claim, slot) == ""
    bench.do(making("", link(bench, "claimer", claim, End(LITERAL_END, "journalist"))))
    assert slot_filling(bench, claim, slot) == "Journalist"


def test_origin_names_who_had_it_last(bench: Workbench) -> None:
    mark = make(bench, "entity", "GPE", "بغداد")
    assert origin_of(mark) == "by hand · \u2068sana\u2069 · \u20662026-01-02 03:04\u2069"
    changed = replace(mark, changed_by="ali", changed_at="2026-02-03T00:00:00Z", origin="model:x@1")
    assert origin_of(changed) == "model:x@1 · \u2068ali\u2069 · \u20662026-02-03 00:00\u2069"


def test_a_tip_is_in_the_direction_of_the_interface_and_escaped(bench: Workbench) -> None:
    mark = replace(make(bench, "entity", "GPE", "بغداد"), made_by="<b>&")
    assert tip(bench.codebook, mark).startswith('<div dir="ltr" ')
    assert "&lt;b&gt;&amp;" in tip(bench.codebook, mark)
    words.speak("ar")
    assert tip(bench.codebook, mark).startswith('<div dir="rtl" ')
