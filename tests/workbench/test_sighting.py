"""Which words in view get the short hints."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app import resources
from app.domain.article import new_article
from app.domain.edit import making
from app.domain.span import Span
from app.store import Store
from app.workbench.actions.jumping import extended
from app.workbench.bench import Workbench
from app.workbench.making import annotate
from app.workbench.names import known_names
from app.workbench.place import Place
from app.workbench.sighting import sighted

TEXT = "اجتمع الوفد في بغداد ثم سافر إلى بيروت، وقال سامر إن الزيارة تمت في 14 يوماً وبالعراق محطات."
ALL = Span(0, len(TEXT))


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Workbench]:
    path = tmp_path / "p.tawsim"
    with Store.create(path, resources.codebook()) as store:
        store.add_article(new_article("a", TEXT))
    made = Workbench(Store.open(path), author="sana", lexicons=resources.lexicons(), known=known_names())
    made.resume()
    yield made
    made.close()


def seen(bench: Workbench, view: Span = ALL) -> list[str]:
    return [TEXT[span.start : span.end] for span in sighted(bench, view)]


def place_of(word: str) -> int:
    return TEXT.index(word)


def test_every_word_in_view_is_there_once_without_its_clitics(bench: Workbench) -> None:
    found = seen(bench)
    assert len(found) == len(TEXT.replace("،", "").split())
    assert {"بغداد", "العراق", "قال", "14"} <= set(found)
    assert not {"وقال", "وبالعراق"} & set(found)


def test_names_ahead_come_first_the_nearest_before_the_others(bench: Workbench) -> None:
    names = [each for each in seen(bench) if each in ("بغداد", "بيروت", "سامر", "14")]
    assert names == ["بغداد", "بيروت", "سامر", "14"]
    assert seen(bench).index("بغداد") < seen(bench).index("سافر")


def test_function_words_and_verbs_of_saying_come_last_but_for_the_word_at_the_caret(bench: Workbench) -> None:
    assert {"في", "إلى", "إن", "قال"} <= set(seen(bench)[-8:-1])
    assert seen(bench)[-1] == "اجتمع"


def test_what_lies_ahead_comes_before_what_lies_behind(bench: Workbench) -> None:
    bench.put(Place.at(place_of("بيروت")))
    found = seen(bench)
    assert found.index("سامر") < found.index("بغداد")
    assert found[-1] == "بيروت"


def test_a_name_that_is_marked_comes_after_those_that_are_not(bench: Workbench) -> None:
    before = seen(bench)
    start = place_of("بغداد")
    bench.do(making("Mark", annotate(bench, "entity", "GPE", (Span(start, start + 5),))))
    after = seen(bench)
    assert before.index("بغداد") < before.index("بيروت")
    assert after.index("بغداد") > after.index("بيروت")


def test_only_what_is_in_view_is_offered(bench: Workbench) -> None:
    assert seen(bench, Span(place_of("بغداد"), place_of("إلى"))) == ["بغداد", "ثم", "سافر"]
    assert seen(bench, Span(0, 0)) == []


@pytest.mark.parametrize(
    ("place", "there", "selected"),
    [
        ((12, 12), Span(20, 25), (12, 25)),
        ((12, 12), Span(0, 5), (12, 0)),
        ((15, 25), Span(30, 35), (15, 35)),
        ((25, 15), Span(30, 35), (15, 35)),
        ((15, 25), Span(0, 5), (25, 0)),
        ((25, 15), Span(0, 5), (25, 0)),
        ((10, 40), Span(20, 25), (10, 25)),
        ((40, 10), Span(20, 25), (40, 20)),
    ],
)
def test_selecting_to_a_word_keeps_what_is_selected(
    bench: Workbench, place: tuple[int, int], there: Span, selected: tuple[int, int]
) -> None:
    bench.article = new_article("x", "- " * 30)  # no words, so that the caret has no stem
    bench._reading = None
    bench.place = Place(*place)
    assert extended(bench, there) == Place(*selected)
