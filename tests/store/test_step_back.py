"""The history of an article tells every step, and what stood after any of them can be found again."""

from __future__ import annotations

import random
from dataclasses import replace

from app.domain.edit import Change, Edit
from app.domain.edit import making as making_edit
from app.store import Store
from tests.store import making
from tests.store.making import begun, entry, link, mark, stamp


def state(store: Store, article, layer="a1"):
    made = [*store.annotations(article.id, layer), *store.links(article.id, layer)]
    return {each.id: each for each in made}


def work_at_random(store, article, other, chance, turns=120):
    """Edits, undos and redos in two layers; the state of the first after every row of the journal."""
    states = {0: {}}
    store.write(making_edit("Enter", entry()), stamp())
    states[store.counts()["edits"]] = {}
    for turn in range(turns):
        layer = chance.choice(["a1", "a1", "b1"])
        marks = store.annotations(article.id, layer)
        act = chance.randrange(7)
        if act <= 1 or not marks:
            one, two = (
                mark(article, turn % 20, turn % 20 + 3, layer=layer, id_=f"m{turn}"),
                mark(other, 0, 4, layer=layer, id_=f"o{turn}"),
            )
            store.write(making_edit("Mark", one, two), stamp(layer))
        elif act == 2:
            held = chance.choice(marks)
            store.write(Edit("Label", (Change(held, replace(held, label=f"L{turn}")),)), stamp(layer))
        elif act == 3:
            gone = chance.choice(marks)
            ties = [each for each in store.links(article.id, layer) if gone.id in (each.source, each.target.value)]
            store.write(Edit("Erase", (*(Change(each, None) for each in ties), Change(gone, None))), stamp(layer))
        elif act == 4:
            tie = link(chance.choice(marks), chance.choice([*marks, entry(), "journalist"]), role=f"r{turn}")
            store.write(making_edit("Link", tie), stamp(layer))
        elif act == 5:
            store.undo(layer, stamp(layer))
        else:
            store.redo(layer, stamp(layer))
        states[store.counts()["edits"]] = state(store, article)
    return states


def test_the_state_after_every_step_is_found_again(store, article):
    other = making.article("other")
    store.add_article(other)
    states = work_at_random(store, article, other, random.Random(8))
    assert len(states) > 80
    for seq, then in states.items():
        assert store.state_after(article.id, "a1", seq) == then


def test_steps_are_those_of_the_article_the_layer_and_the_mark(store, article):
    other = making.article("other")
    store.add_article(other)
    one, two = mark(article, 0, 4), mark(other, 0, 4)
    store.write(making_edit("Begin", begun(article)), stamp())
    store.write(making_edit("Mark", one, two), stamp())
    store.write(making_edit("Mark", mark(article, 0, 4, layer="b1")), stamp("b1"))
    store.write(making_edit("Link", link(one, "journalist")), stamp())
    store.undo("a1", stamp("a1", 5))
    found = store.history(article.id, "a1")
    assert [(each.entry.op, each.entry.title, each.entry.author) for each in found] == [
        ("undo", "Link", "a1"),
        ("do", "Link", "a1"),
        ("do", "Mark", "a1"),
        ("do", "Begin", "a1"),
    ]
    assert found[2].changes == (Change(None, one),)
    assert [each.entry.title for each in store.history(article.id, "a1", one.id)] == ["Link", "Link", "Mark"]
    assert [each.entry.seq for each in store.history(article.id, "a1", before=found[1].entry.seq, limit=1)] == [2]
    assert store.history(other.id, "b1") == []


def test_a_long_history_is_read_a_page_at_a_time(store, article):
    with store.batch():
        for number in range(450):
            store.write(making_edit("Mark", mark(article, 0, 4, id_=f"m{number:03}")), stamp())
    assert [each.entry.seq for each in store.history(article.id, "a1", limit=200)] == list(range(450, 250, -1))
    assert [each.entry.seq for each in store.history(article.id, "a1", "m007")] == [8]
