"""Bytes on disk: of a project by article and by mark, beside the lines that it came from; and of the program itself."""

from __future__ import annotations

import sqlite3
import tomllib
from collections import deque
from collections.abc import Iterator
from contextlib import closing
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement

from app import resources
from app.domain.annotation import Annotation
from app.domain.edit import making
from app.domain.ids import new_id
from app.domain.span import Span
from app.store import Stamp, Store
from app.workbench.intake import import_files
from tests.benchmarks.corpora import Corpus, remove
from tests.benchmarks.corpus_lines import LAYER, WHEN, with_reprints
from tests.benchmarks.timing import BARE, Measure, Measures

PART = "size"
ROOT = Path(__file__).parents[2]
_BY_HAND = 1_000  # marks, each an edit of its own


def project(folder: Path, count: int) -> list[Measure]:
    """A project of ``count`` articles: all of it by article, and what marks add to it, imported and made by hand."""
    corpus = Corpus(folder, count)
    measures = Measures(PART, corpus.name, articles=count)
    marks = sum(len(article.marks) for article, _ in with_reprints(count))
    lines, plain, bare = (path.stat().st_size for path in (corpus.lines(), corpus.plain(), corpus.bare()))
    whole, without = corpus.project().stat().st_size, corpus.folder / "without.tawsim"
    measures.take_bytes("JSONL, an article with its marks", lines / count, kind=BARE)
    measures.take_bytes("bare tables, the same", bare / count, kind=BARE)
    with Store.create(without, resources.codebook()) as store:
        import_files(store, [corpus.plain()], author=LAYER)
        while store.index_search(2000):
            pass
    measures.take_bytes("project, an article with its marks", whole / count, ("JSONL", lines / count))
    unmarked = without.stat().st_size
    measures.take_bytes("project, an article without marks", unmarked / count, ("JSONL", plain / count))
    imported = ("JSONL", (lines - plain) / marks)
    measures.take_bytes("project, a mark that was imported", (whole - unmarked) / marks, imported)
    with corpus.copy("by-hand") as path:
        made = min(_BY_HAND, count * 5)
        _mark(path, made)
        grown = path.stat().st_size - whole
    measures.take_bytes("project, a mark made by hand", grown / made, imported)
    remove(without)
    return measures.all


def _mark(path: Path, count: int) -> None:
    """So many marks, five in an article, each written and journaled as an edit of its own; nothing left in the log."""
    with Store.open(path) as store:
        stamp, made = Stamp(LAYER, LAYER, WHEN, 1), 0
        for article in store.articles():
            words = [Span(start, start + 4) for start in range(0, 100, 20)]
            for span in words[: count - made]:
                exact = article.text[span.start : span.end]
                mark = Annotation(new_id(), article.id, LAYER, "entity", "MISC", (span,), exact, WHEN, LAYER)
                store.write(making("Mark", mark), stamp)
                made += 1
            if made == count:
                break
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def installed() -> list[Measure]:
    """What ``pip install tawsim`` puts on the disk, no extras: the files that each package's own list names, as they
    lie in this environment (compiled modules too, where pip compiled them), for all that ``pyproject.toml`` asks for
    and what these need in turn. Of Tawsim itself what its wheel holds, not compiled."""
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    sizes = {name: _size_of(found) for name, found in _needed(asked)}
    sizes["tawsim"] = sum(_files_of(ROOT / "app")) + sum(_files_of(ROOT / "resources"))
    measures = Measures(PART, "installed")
    measures.take_bytes("all that is installed", sum(sizes.values()))
    for name, size in sorted(sizes.items(), key=lambda each: -each[1])[:12]:
        measures.take_bytes(f"of these {name}", size)
    return measures.all


def _needed(asked: list[str]) -> Iterator[tuple[str, Distribution]]:
    """Every distribution that is asked for, and what these need in turn, extras only where they are asked for."""
    waiting, seen = deque(map(Requirement, asked)), set[tuple[str, frozenset[str]]]()
    told = set[str]()
    while waiting:
        wanted = waiting.popleft()
        key = wanted.name.lower().replace("_", "-"), frozenset(wanted.extras)
        if key in seen:
            continue
        seen.add(key)
        try:
            found = distribution(wanted.name)
        except PackageNotFoundError:
            continue
        if key[0] not in told:
            told.add(key[0])
            yield key[0], found
        for each in map(Requirement, found.requires or ()):
            marker = each.marker
            if marker is None or any(marker.evaluate({"extra": extra}) for extra in (*wanted.extras, "")):
                waiting.append(each)


def _size_of(found: Distribution) -> int:
    paths = (Path(str(file.locate())) for file in found.files or ())
    return sum(path.stat().st_size for path in paths if path.is_file())


def _files_of(folder: Path) -> Iterator[int]:
    for path in folder.rglob("*"):
        if path.is_file() and "__pycache__" not in path.parts:
            yield path.stat().st_size
