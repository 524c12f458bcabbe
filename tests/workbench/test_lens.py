"""The lens: what is reported in an article and not framed yet."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app import resources
from app.domain.annotation import ANNOTATION_END, REJECTED, SUGGESTED, Annotation, End
from app.domain.article import Zone, new_article
from app.domain.codebook import CUE, QUOTE
from app.domain.edit import Change, Edit, making
from app.domain.errors import TawsimError
from app.domain.span import Span
from app.domain.text.expressions import Expression
from app.store import Store
from app.workbench.actions.marking import following, preceding
from app.workbench.bench import Workbench
from app.workbench.lexicons import NOTE, NOTHING, add, lexicons_with, own_words, own_words_or_none, reword
from app.workbench.making import annotate, erasing, link
from app.workbench.place import Place

TEXT = """الوزير: المياه تكفي حتى نهاية الصيف

قال الوزير إن «السدود امتلأت هذا العام كله»، مضيفا أن الحصص لن تخفض.

وزعم الخبير أن المطر لن يهطل قبل الشتاء. وتحدث عن البحر.
"""
CONTENTS = ["المياه تكفي حتى نهاية الصيف", "«السدود امتلأت هذا العام كله»", "الحصص لن تخفض", "المطر لن يهطل قبل الشتاء"]

OpenBench = Callable[..., Workbench]


@pytest.fixture
def open_bench(tmp_path: Path) -> Iterator[OpenBench]:
    benches = []

    def open_(*texts: str, zones: tuple[Zone, ...] = ()) -> Workbench:
        with Store.create(tmp_path / f"{len(benches)}.tawsim", resources.codebook()) as store:
            for at, text in enumerate(texts or (TEXT,)):
                store.add_article(new_article(f"a{at}", text, zones=zones))
        bench = Workbench(
            Store.open(tmp_path / f"{len(benches)}.tawsim"), author="sana", lexicons=lambda: lexicons_with(NOTHING)
        )
        bench.resume()
        benches.append(bench)
        return bench

    yield open_
    for bench in benches:
        bench.close()


@pytest.fixture
def bench(open_bench: OpenBench) -> Workbench:
    return open_bench()


def text_of(bench: Workbench) -> str:
    assert bench.article is not None
    return bench.article.text


def span(bench: Workbench, surface: str) -> Span:
    at = text_of(bench).index(surface)
    return Span(at, at + len(surface))


def frame(bench: Workbench, surface: str, state: str | None = None) -> Annotation:
    made = annotate(bench, QUOTE, "direct", (span(bench, surface),))
    made = replace(made, state=state) if state else made
    bench.do(making("Quote", made))
    return made


def left(bench: Workbench) -> int | None:
    bench.lens.finish()
    return bench.lens.left


def walked(bench: Workbench, times: int) -> list[str]:
    """What stands where Tab leads."""
    seen = []
    for _ in range(times):
        following(bench)
        caret = bench.place.caret
        seen.append(next(each for each in CONTENTS if text_of(bench).startswith(each, caret)))
    return seen


def seen(bench: Workbench) -> dict[str, tuple[str, bool]]:
    """The underlined words with their strength, and whether anything is to be done there."""
    bench.lens.finish()
    text = text_of(bench)
    return {
        text[verb.span.start : verb.span.end]: (verb.strength, free)
        for verb, free in bench.lens.expressions(Span(0, len(text)))
    }


def test_it_counts_what_is_reported_when_all_is_read(bench: Workbench):
    assert bench.lens.left is None
    assert bench.lens.step()
    assert bench.lens.left is None
    assert left(bench) == 4


def test_reporting_words_are_shown_with_their_strength(bench: Workbench):
    assert seen(bench) == {
        "قال": ("neutral", True),
        "مضيفا": ("neutral", True),
        "زعم": ("doubting", True),
        "تحدث": ("neutral", False),
    }


def test_a_quote_on_the_content_frames_it_and_its_word_is_shown_no_more(bench: Workbench):
    assert left(bench) == 4
    made = frame(bench, CONTENTS[1])
    assert bench.lens.left == 3
    assert "قال" not in seen(bench)
    bench.do(erasing(bench, made))
    assert bench.lens.left == 4
    bench.undo()
    assert bench.lens.left == 3


def test_a_suggested_quote_frames_it_and_a_rejected_one_sets_it_aside(bench: Workbench):
    assert left(bench) == 4
    made = frame(bench, CONTENTS[1], SUGGESTED)
    assert bench.lens.left == 3
    bench.do(Edit("Reject", (Change(made, replace(made, state=REJECTED)),)))
    assert bench.lens.left == 3


def test_a_quote_on_most_of_the_content_frames_it(bench: Workbench):
    assert left(bench) == 4
    frame(bench, "السدود امتلأت هذا العام")
    assert bench.lens.left == 3


def test_a_quote_around_much_more_or_on_a_word_only_does_not(bench: Workbench):
    assert left(bench) == 4
    frame(bench, text_of(bench).split("\n")[2])
    frame(bench, "المطر")
    assert bench.lens.left == 4


def test_a_quote_whose_cue_is_the_reporting_word_frames_it_whatever_it_takes(bench: Workbench):
    assert left(bench) == 4
    quote = frame(bench, "المطر")
    cue = annotate(bench, CUE, "cue", (span(bench, "زعم"),))
    tie = link(bench, "cue", quote, End(ANNOTATION_END, cue.id), CUE)
    bench.do(making("Cue", cue, tie))
    assert bench.lens.left == 3
    bench.do(Edit("Take out", (Change(tie, None),)))
    assert bench.lens.left == 4


def test_tab_walks_what_is_not_framed_and_goes_round(bench: Workbench):
    assert walked(bench, 5) == [*CONTENTS, CONTENTS[0]]
    frame(bench, CONTENTS[1])
    bench.put(Place.at(0))
    assert walked(bench, 3) == [CONTENTS[0], CONTENTS[2], CONTENTS[3]]


def test_shift_tab_walks_backwards(bench: Workbench):
    preceding(bench)
    assert text_of(bench).startswith(CONTENTS[3], bench.place.caret)
    preceding(bench)
    assert text_of(bench).startswith(CONTENTS[2], bench.place.caret)


def test_tab_leads_to_suggestions_first_and_to_marks_when_all_is_framed(bench: Workbench):
    made = frame(bench, CONTENTS[3], SUGGESTED)
    following(bench)
    assert bench.focus == made.id
    bench.do(Edit("Accept", (Change(made, replace(made, state="accepted")),)))
    assert walked(bench, 1) == [CONTENTS[0]]
    assert bench.focus is None
    for content in CONTENTS[:3]:
        frame(bench, content)
    bench.put(Place.at(0))
    following(bench)
    assert bench.marks.get(bench.focus) is not None


def test_without_the_lens_tab_walks_marks_and_nothing_is_counted(bench: Workbench):
    made = frame(bench, CONTENTS[1])
    bench.lens.switch(False)
    assert left(bench) is None
    assert not seen(bench)
    bench.put(Place.at(0))
    following(bench)
    assert bench.focus == made.id


def test_excluded_zones_are_left_out(open_bench: OpenBench):
    headline = Span(0, TEXT.index("\n"))
    assert left(open_bench(zones=(Zone("headline", headline),))) == 4
    assert left(open_bench(zones=(Zone("boilerplate", headline),))) == 3


def test_each_paragraph_of_a_long_quotation_belongs_to_one_attribution(open_bench: OpenBench):
    bench = open_bench("قال الوزير: «نحن هنا اليوم كلنا.\n\n«ونحن باقون في هذا المكان.\n\n«ولن نغادر أبدا من هنا».\n")
    assert left(bench) == 1
    assert len(next(bench.lens.expressions(Span(0, 5)))[0].span) == 3


def test_an_article_that_is_opened_again_is_not_read_again(open_bench: OpenBench):
    bench = open_bench(TEXT, TEXT.replace("الوزير", "الرئيس"))
    assert left(bench) == 4
    frame(bench, CONTENTS[1])
    first, second = (row.id for row in bench.store.queue("sana"))
    bench.open_article(second)
    assert bench.lens.left is None
    assert left(bench) == 4
    bench.open_article(first)
    assert not bench.lens.step()
    assert bench.lens.left == 3


def test_a_paragraph_of_a_whole_book_is_read_in_pieces(open_bench: OpenBench):
    bench = open_bench("قال الوزير إن «السدود امتلأت هذا العام كله». " * 200)
    assert bench.lens.step()
    assert left(bench) == 200
    following(bench)
    assert text_of(bench).startswith(CONTENTS[1], bench.place.caret)


def test_reading_pauses_at_each_expression_of_a_paragraph(open_bench: OpenBench):
    bench = open_bench("قال الوزير إن «السدود امتلأت هذا العام كله». " * 12)
    steps = 0
    while bench.lens.step():
        assert bench.lens.left is None
        steps += 1
    assert steps >= 12
    assert bench.lens.left == 12


def test_a_key_may_come_while_a_paragraph_is_being_read(open_bench: OpenBench):
    bench = open_bench("قال الوزير إن «السدود امتلأت هذا العام كله».\n\nوأكد الرئيس أن «العمل يبدأ غدا».")
    for _ in range(3):
        assert bench.lens.step()
    assert bench.lens.beyond(0, 1) is not None
    bench.lens.finish()
    assert bench.lens.left == 2


def test_a_key_reads_no_more_than_it_has_time_for(open_bench: OpenBench):
    bench = open_bench("لا شيء في هذه الفقرة.\n" * 500 + "قال الوزير إن «السدود امتلأت هذا العام كله».")
    assert bench.lens.beyond(0, 1) is None
    bench.lens.finish()
    assert bench.lens.beyond(0, 1) is not None


def test_listeners_hear_what_looks_different(bench: Workbench):
    bench.lens.finish()
    heard: list[list[Span]] = []
    bench.lens.changed.listen(heard.append)
    frame(bench, CONTENTS[3])
    assert span(bench, "زعم") in heard[-1]
    heard.clear()
    bench.do(making("Mark", annotate(bench, "entity", "PERS", (span(bench, "الخبير"),))))
    assert heard == []


# the project's own words


def test_an_own_word_is_followed_at_once_and_kept_in_the_project(open_bench: OpenBench):
    bench = open_bench("وهمهم الخبير أن المطر لن يهطل قبل الشتاء.")
    assert left(bench) == 0
    own = add(bench, NOTHING, Expression("doubting", past="همهم"))
    assert left(bench) == 1
    assert seen(bench) == {"همهم": ("doubting", True)}
    assert own_words(bench.store) == own
    reword(bench, NOTHING)
    assert left(bench) == 0


def test_a_word_that_is_switched_off_is_noise_no_more(bench: Workbench):
    reword(bench, NOTHING.switching("زعم"))
    assert left(bench) == 3
    assert "زعم" not in seen(bench)


def test_a_function_word_is_refused(bench: Workbench):
    with pytest.raises(TawsimError, match="function word"):
        add(bench, NOTHING, Expression(frame="على"))
    assert bench.store.note(NOTE) is None


def test_a_broken_list_says_so_and_the_shipped_one_is_used(bench: Workbench):
    bench.store.set_note(NOTE, "[neutral")
    own, trouble = own_words_or_none(bench.store)
    assert own == NOTHING
    assert "are left out" in str(trouble)
    assert lexicons_with(own) is resources.lexicons()


def test_a_word_that_is_marked_as_a_cue_has_its_own_line(bench: Workbench):
    bench.lens.finish()
    bench.do(making("Cue", annotate(bench, CUE, "cue", (span(bench, "زعم"),))))
    assert "زعم" not in seen(bench)
    assert bench.lens.left == 4
