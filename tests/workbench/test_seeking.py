"""Looking for words goes on from the caret, article by article, without a window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app import resources
from app.domain.article import new_article
from app.domain.text.folding import STRONG
from app.store import Store
from app.workbench.actions import finding
from app.workbench.bench import Workbench
from app.workbench.place import Place
from app.workbench.saying import Said

TEXT = "وفد أول، ثم وفد ثان، ثم وفد ثالث."


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Workbench]:
    store = Store.create(tmp_path / "p.tawsim", resources.codebook())
    for number, text in enumerate((TEXT, "لا شيء هنا.", "وصل وفد آخر، مدرسة ومدرسه.")):
        store.add_article(new_article(f"a{number}", text))
    made = Workbench(store, author="sana")
    made.resume()
    yield made
    made.close()


def chosen(bench: Workbench) -> tuple[int, int]:
    return bench.place.anchor, bench.place.caret


def test_next_and_previous_select_the_match_and_tell_when_they_go_round(bench: Workbench) -> None:
    said: list[Said] = []
    bench.said.listen(said.append)
    bench.seeking.look(query="وفد")
    places = []
    for _ in range(4):
        finding.following(bench)
        places.append(chosen(bench))
    assert places == [(0, 3), (12, 15), (24, 27), (0, 3)]
    assert [each.template for each in said] == ["Gone on from the start."]
    finding.previous(bench)
    assert chosen(bench) == (24, 27)
    assert said[-1].template == "Gone on from the end."


def test_they_go_on_from_where_the_caret_is(bench: Workbench) -> None:
    bench.seeking.look(query="وفد")
    bench.put(Place.at(9))
    finding.previous(bench)
    assert chosen(bench) == (0, 3)
    bench.put(Place.at(13))
    finding.following(bench)
    assert chosen(bench) == (24, 27)


def test_while_one_types_the_caret_waits(bench: Workbench) -> None:
    bench.put(Place.at(9))
    bench.seeking.begin()
    bench.seeking.look(query="وفد")
    finding.following(bench)
    assert chosen(bench) == (9, 9)
    bench.seeking.take()
    assert chosen(bench) == (24, 27)


def test_another_article_has_other_matches(bench: Workbench) -> None:
    bench.seeking.look(query="مدرسة", level=STRONG)
    assert len(bench.seeking.matches) == 0
    assert bench.seeking.current is None
    bench.open_article(bench.store.queue(bench.layer)[2].id)
    finding.following(bench)
    assert len(bench.seeking.matches) == 2
    assert bench.reading is not None and bench.reading.text[slice(*chosen(bench))] == "مدرسة"


def test_words_that_are_not_there_are_said_and_nothing_moves(bench: Workbench) -> None:
    said: list[Said] = []
    bench.said.listen(said.append)
    bench.seeking.look(query="قطار")
    finding.following(bench)
    assert chosen(bench) == (0, 0)
    assert said[-1].values == {"query": "قطار"}
