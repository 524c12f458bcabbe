"""Corpora on disk, each made once in a run and shared by all that measure something of it.

``folder/1000/`` holds the lines of a thousand articles with marks and without, the project that they became, and the
same in bare tables.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from app import resources
from app.domain.annotation import ENTRY_END, End, Link, RegisterEntry
from app.domain.codebook import ENTITY
from app.domain.edit import making
from app.domain.ids import new_id
from app.domain.rules import ENTITY_ROLE
from app.store import Stamp, Store
from app.workbench.intake import import_files
from tests.benchmarks.bare_sqlite import bare_import
from tests.benchmarks.corpus_lines import LAYER, WHEN, write_lines, write_plain, write_texts
from tests.benchmarks.timing import Measure


@dataclass(frozen=True, slots=True)
class Corpus:
    """``count`` articles in a folder of their own. What is asked for is made when it is not there yet."""

    folder: Path
    count: int

    @property
    def name(self) -> str:
        return f"{self.count:,} articles"

    def lines(self) -> Path:
        """``tawsim/1`` lines with marks."""
        return self._made("lines.jsonl", lambda path: write_lines(path, self.count))

    def plain(self) -> Path:
        """Lines of somebody else's, without marks."""
        return self._made("plain.jsonl", lambda path: write_plain(path, self.count))

    def texts(self) -> Path:
        """A folder of text files."""
        return self._made("texts", lambda path: write_texts(path, self.count))

    def bare(self) -> Path:
        """The lines with marks in bare tables."""
        return self._made("bare.db", lambda path: bare_import(self.lines(), path))

    def project(self) -> Path:
        """The lines with marks as a project, searchable, its reprints found."""
        return self._made("project.tawsim", self._import)

    @contextmanager
    def copy(self, name: str = "copy") -> Iterator[Path]:
        """A project of its own, to be changed; gone afterwards."""
        path = self.folder / f"{name}-{self.count}.tawsim"
        shutil.copyfile(self.project(), path)
        try:
            yield path
        finally:
            remove(path)

    def _import(self, path: Path) -> None:
        with Store.create(path, resources.codebook()) as store:
            report = import_files(store, [self.lines()], author=LAYER)
            assert report.added == self.count and not report.rejected
            while store.index_search(2000):
                pass
            from app.workbench.reprints import clusters

            clusters(store)

    def _made(self, name: str, make: object) -> Path:
        """Made under another name first, so that nobody takes half of it for the whole."""
        assert callable(make)
        place = self.folder / str(self.count)
        place.mkdir(parents=True, exist_ok=True)
        path = place / name
        if not path.exists():
            half = place / f"half-{name}"
            make(half)
            half.rename(path)
        return path


def make(folder: Path, count: int) -> list[Measure]:
    """Make all that there is of a corpus, in a process of its own, so that who measures something of it is a fresh one;
    there is nothing to measure."""
    corpus = Corpus(folder, count)
    for each in (corpus.lines, corpus.plain, corpus.texts, corpus.bare, corpus.project):
        each()
    return []


def remove(path: Path) -> None:
    """A database with what SQLite and the program keep beside it."""
    for each in path.parent.glob(path.name + "*"):
        shutil.rmtree(each) if each.is_dir() else each.unlink()


def name_somebody(store: Store, articles: int) -> tuple[RegisterEntry, RegisterEntry]:
    """Two entries of the register; the first person of each of so many articles is one or the other."""
    entries = RegisterEntry(new_id(), "PERS", "سليم الناصر"), RegisterEntry(new_id(), "PERS", "سليم حداد")
    stamp = Stamp(LAYER, LAYER, WHEN, 1)
    store.record(making("invented", *entries), stamp)
    named = 0
    with store.batch():
        for each in store.worked(LAYER):
            person = next((mark for mark in each.annotations if (mark.kind, mark.label) == (ENTITY, "PERS")), None)
            if person is None:
                continue
            end = End(ENTRY_END, entries[named % 2].id)
            store.record(making("invented", Link(new_id(), each.article.id, LAYER, ENTITY_ROLE, person.id, end)), stamp)
            named += 1
            if named == articles:
                break
    return entries
