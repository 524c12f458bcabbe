"""Any run of edits, undos, redos, imports, restarts: the tables are what memory says, and all undone is the start."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from app.domain.annotation import Annotation, Link, Progress, Record, RegisterEntry
from app.domain.edit import Change, Edit
from app.store import EditConflict, LooseLink, Store
from tests.store import making
from tests.store.making import redo_title, undo_title

LAYERS = ("a1", "b")
layers = st.sampled_from(LAYERS)
numbers = st.integers(0, 3)

Key = tuple[type, str]


class Memory:
    """What the project should hold, kept as plainly as can be."""

    def __init__(self) -> None:
        self.records: dict[Key, Record] = {}
        self.done: dict[str, list[Edit]] = {layer: [] for layer in LAYERS}
        self.undone: dict[str, list[Edit]] = {layer: [] for layer in LAYERS}

    def after(self, edit: Edit) -> dict[Key, Record] | None:
        """The records after the edit; None when it does not fit."""
        records = dict(self.records)
        for change in edit.changes:
            key = (type(change.record), change.record.id)
            if records.get(key) != change.before:
                return None
            records.pop(key, None)
            if change.after is not None:
                records[key] = change.after
        return records if all(self._ends(each, records) for each in records.values()) else None

    @staticmethod
    def _ends(record: Record, records: dict[Key, Record]) -> bool:
        if not isinstance(record, Link):
            return True
        target = {"annotation": Annotation, "entry": RegisterEntry}.get(record.target.kind)
        return (Annotation, record.source) in records and (target is None or (target, record.target.value) in records)


class Histories(RuleBasedStateMachine):
    @initialize()
    def begin(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name, "a.tawsim")
        self.store = Store.create(self.path, making.codebook())
        self.articles = [making.article("a"), making.article("b")]
        self.store.add_articles(self.articles)
        self.start = making.content(self.path)
        self.memory = Memory()
        self.imported = False
        self.steps = 0

    def teardown(self) -> None:
        if not hasattr(self, "store"):
            return
        self.undo_all()
        assert self.store.integrity() == []
        self.store.close()
        self.folder.cleanup()

    def undo_all(self) -> None:
        """Layer by layer, coming back to a layer that another one's later edits held up."""
        while any(self.go_back(layer) for layer in LAYERS):
            pass
        # An import stays. And a layer that took back what another one had put to the same value holds that one up.
        if not self.imported and not any(self.memory.done.values()):
            assert making.content(self.path) == self.start
            assert self.memory.records == {}

    def stamp(self, layer: str):
        self.steps += 1
        return making.stamp(layer, self.steps % 60)

    def mark(self, layer: str, number: int) -> Annotation:
        return making.mark(self.articles[number % 2], number, number + 4, layer=layer, id_=f"{layer}{number}")

    def now(self, *records: Record) -> list[Change]:
        """Changes that make each record, or erase or change it where it is there."""
        return [Change(self.memory.records.get((type(each), each.id)), each) for each in records]

    def write(self, layer: str, edit: Edit, *, as_import: bool = False) -> None:
        expected = self.memory.after(edit)
        try:
            (self.store.record if as_import else self.store.write)(edit, self.stamp(layer))
        except (EditConflict, LooseLink):
            assert expected is None
            return
        assert expected is not None
        self.memory.records = expected
        if not as_import:
            self.memory.done[layer].append(edit)
            self.memory.undone[layer].clear()
        self.imported |= as_import

    @rule(layer=layers, number=numbers, label=st.sampled_from(["PERS", "GPE"]), begun=st.booleans())
    def mark_or_relabel(self, layer: str, number: int, label: str, begun: bool) -> None:
        made = replace(self.mark(layer, number), label=label, attributes={"step": self.steps})
        progress = [Progress(made.article, layer, "in_progress", (layer,))] if begun else []
        self.write(layer, Edit("Mark", tuple(self.now(made, *progress))))

    @rule(layer=layers, source=numbers, step=st.sampled_from([0, 2]), make_them=st.booleans())
    def connect(self, layer: str, source: int, step: int, make_them: bool) -> None:
        """A link between two marks of one article, with the marks in the same edit or without them."""
        ends = {self.mark(layer, source), self.mark(layer, (source + step) % 4)}
        made = making.link(self.mark(layer, source), self.mark(layer, (source + step) % 4))
        missing = [each for each in ends if (Annotation, each.id) not in self.memory.records] if make_them else []
        self.write(layer, Edit("Link", tuple(self.now(made, *missing))))

    @rule(layer=layers, number=st.integers(1, 2), source=numbers, name=st.sampled_from(["ليلى", "حداد"]))
    def put_in_register(self, layer: str, number: int, source: int, name: str) -> None:
        made = replace(making.entry(number), name=name)
        known = making.link(self.mark(layer, source), made, "entity")
        self.write(layer, Edit("Register", tuple(self.now(made, known))))

    @rule(layer=layers, data=st.data())
    def erase(self, layer: str, data: st.DataObject) -> None:
        mine = [each for each in self.memory.records.values() if getattr(each, "layer", layer) == layer]
        if mine:
            some = st.lists(st.sampled_from(mine), min_size=1, max_size=4, unique_by=lambda each: (type(each), each.id))
            gone = data.draw(some)
            self.write(layer, Edit("Erase", tuple(Change(each, None) for each in gone)))

    @rule(layer=layers, number=numbers)
    def start_from_something_else(self, layer: str, number: int) -> None:
        never = replace(self.mark(layer, number), exact="never")
        self.write(layer, Edit("Wrong", (Change(None, self.mark(layer, 3)), Change(never, None))))

    @rule(layer=layers, number=numbers)
    def bring_in(self, layer: str, number: int) -> None:
        made = replace(self.mark(layer, number), origin="import:tawsim", confidence=0.5)
        self.write(layer, Edit("Import", tuple(self.now(made))), as_import=True)

    @rule(layer=layers)
    def take_back(self, layer: str) -> None:
        self.go_back(layer)

    def go_back(self, layer: str) -> bool:
        return self.go(layer, self.memory.done[layer], self.memory.undone[layer], self.store.undo, Edit.inverse)

    @rule(layer=layers)
    def do_again(self, layer: str) -> None:
        self.go(layer, self.memory.undone[layer], self.memory.done[layer], self.store.redo, lambda edit: edit)

    def go(self, layer, source, target, act, applied) -> bool:
        expected = self.memory.after(applied(source[-1])) if source else None
        try:
            edit = act(layer, self.stamp(layer))
        except (EditConflict, LooseLink):
            assert source
            assert expected is None
            return False
        if not source:
            assert edit is None
            return False
        assert edit == applied(source[-1])
        assert expected is not None
        self.memory.records = expected
        target.append(source.pop())
        return True

    @rule()
    def restart(self) -> None:
        self.store.close()
        self.store = Store.open(self.path)

    @invariant()
    def memory_is_what_the_tables_hold(self) -> None:
        if not hasattr(self, "store"):
            return
        found: list[Record] = list(self.store.register())
        for article in self.articles:
            for layer in LAYERS:
                found += self.store.annotations(article.id, layer)
                found += self.store.links(article.id, layer)
                progress = self.store.progress(article.id, layer)
                found += [progress] if progress.status != "new" else []
        assert {(type(each), each.id): each for each in found} == self.memory.records
        for layer in LAYERS:
            done, undone = self.memory.done[layer], self.memory.undone[layer]
            assert undo_title(self.store, layer) == (done[-1].title if done else None)
            assert redo_title(self.store, layer) == (undone[-1].title if undone else None)


Histories.TestCase.settings = settings(max_examples=25, stateful_step_count=30)
TestHistories = Histories.TestCase
