"""Import: articles and pages from files into the project. What cannot come in is told, its neighbours come in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path

from app.domain.article import Article
from app.domain.errors import N_, TawsimError
from app.exchange.errors import CannotWrite, ExchangeError, Note
from app.exchange.format import Arrival, Reading, Source
from app.exchange.formats import format_named, sniff
from app.exchange.page import Page
from app.exchange.rejects import Rejects
from app.store import ArticleExists, EditConflict, LooseLink, Store
from app.workbench.placing import Contradiction, Placed, Placing

# One transaction: long enough to be quick, short enough for a window to write in between.
_LINES = 200
_BYTES = 8 << 20

_OTHER_CODEBOOK = N_("made with the codebook {name} version {version}; the project's is {own} version {current}")
_NO_REJECTS = N_("the rejected lines could not be kept: {reason}")


@dataclass(frozen=True, slots=True)
class Rejected:
    """Something that did not come in: the file, its line (None: the whole file), and why."""

    file: Path
    line: int | None
    error: TawsimError

    @property
    def reason(self) -> str:
        return str(self.error)


@dataclass(frozen=True, slots=True)
class Remark:
    """A note on a file, or on one line of it."""

    file: Path
    line: int | None
    note: Note


@dataclass(slots=True)
class Report:
    """What an import did, or with ``dry_run`` would do.

    ``added`` articles, ``pages`` (articles that gained a layer) with ``marks``, ``duplicates`` that were there already,
    and one file in ``rejects`` for every file that had rejected lines, to be mended and imported again.
    """

    added: int = 0
    pages: int = 0
    marks: int = 0
    duplicates: int = 0
    rejected: list[Rejected] = field(default_factory=list)
    notes: list[Remark] = field(default_factory=list)
    rejects: list[Path] = field(default_factory=list)
    cancelled: bool = False


def import_files(
    store: Store,
    paths: Iterable[Path],
    *,
    format: str | None = None,  # noqa: A002 - the word that the command line and the analyst use
    layer: str | None = None,
    field: str | None = None,
    dry_run: bool = False,
    author: str,
    report: Callable[[int, int], None] = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Report:
    """Bring files into the project; the same files again add nothing twice.

    ``format`` is the name of one, without it each file's is found out; ``layer`` takes the place of the layers that
    lines name; ``field`` is the text's in JSON Lines. ``report`` gets bytes done and in all, between transactions.
    A trouble of the project itself (``DiskFull`` ...) is raised, and what was written before it stays; so it does when
    the import is cancelled. ``UnknownFormat`` when there is no format of that name.
    """
    if format is not None:
        format_named(format)
    files = [Path(path) for path in paths]
    total = sum(file.stat().st_size for file in files if file.is_file())
    work = _Import(store, author, dry_run)
    try:
        for batch in _batches(work.stream(files, format, layer, field)):
            if cancelled():
                work.report.cancelled = True
                return work.report
            report(work.done, total)
            work.take(batch)
        report(total, total)
    finally:
        work.leave_rejects(all_of_them=True)
    return work.report


@dataclass(slots=True)
class _Source:
    """A file that is being read; ``finished`` once all of it was."""

    path: Path
    rejects: Rejects
    finished: bool = False


_Stream = Iterator[tuple[_Source, Arrival]]


class _Import:
    """One run over some files: what was read is placed batch by batch; a file that is through leaves its rejects."""

    def __init__(self, store: Store, author: str, dry_run: bool) -> None:
        self.report = Report()
        self.done = 0
        self._store = store
        self._placing = Placing(store, author, dry_run)
        self._dry_run = dry_run
        self._codebook = store.codebook()
        self._open: list[_Source] = []

    def stream(self, files: list[Path], form: str | None, layer: str | None, field: str | None) -> _Stream:
        """Everything in the files, one after the other."""
        for file in files:
            source = _Source(file, Rejects(file))
            self._open.append(source)
            reading = Reading(self._codebook, layer, {"text": field} if field else {})
            try:
                chosen = format_named(form) if form else sniff(file)
                if chosen.arrivals is not None:
                    for arrival in chosen.arrivals(Source.of(file), reading):
                        yield source, arrival
            except ExchangeError as error:
                yield source, Arrival(error)
            source.finished = True
            self._compare_codebooks(file, reading)

    def take(self, batch: list[tuple[_Source, Arrival]]) -> None:
        """Place one batch in one transaction."""
        with nullcontext() if self._dry_run else self._store.batch():
            for source, arrival in batch:
                self._take_one(source, arrival)
        self.leave_rejects()

    def leave_rejects(self, *, all_of_them: bool = False) -> None:
        """Leave the rejected lines of the files that are through."""
        through = [source for source in self._open if source.finished or all_of_them]
        for source in through:
            self._open.remove(source)
            with source.rejects as rejects:
                try:
                    left = rejects.leave(self._store.path.parent)
                except CannotWrite as error:
                    self._note(source.path, None, Note(_NO_REJECTS, {"reason": error}))
                else:
                    self.report.rejects += [left] if left else []

    def _take_one(self, source: _Source, arrival: Arrival) -> None:
        self.done += arrival.size
        for note in arrival.notes:
            self._note(source.path, arrival.line, note)
        try:
            self._count(source, arrival, self._placed(arrival))
        except (ExchangeError, Contradiction, EditConflict, LooseLink, ArticleExists) as error:
            self.report.rejected.append(Rejected(source.path, arrival.line, error))
            if arrival.line is not None and not self._dry_run:
                source.rejects.add(arrival.line, arrival.raw, str(error))

    def _placed(self, arrival: Arrival) -> Placed:
        match arrival.found:
            case Article() as article:
                return self._placing.article(article, arrival.named)
            case Page() as page:
                return self._placing.page(page)
            case error:
                raise error

    def _count(self, source: _Source, arrival: Arrival, placed: Placed) -> None:
        self.report.added += placed.articles
        self.report.pages += placed.pages
        self.report.marks += placed.marks
        self.report.duplicates += placed.duplicate
        for note in placed.notes:
            self._note(source.path, arrival.line, note)

    def _compare_codebooks(self, file: Path, reading: Reading) -> None:
        own = self._codebook
        for name, version in sorted(reading.made_with - {(own.name, own.version)}):
            values: dict[str, object] = {"name": name, "version": version, "own": own.name, "current": own.version}
            self._note(file, None, Note(_OTHER_CODEBOOK, values))

    def _note(self, file: Path, line: int | None, note: Note) -> None:
        self.report.notes.append(Remark(file, line, note))


def _batches(stream: _Stream) -> Iterator[list[tuple[_Source, Arrival]]]:
    """At most ``_LINES`` arrivals at a time, fewer of long ones."""
    batch: list[tuple[_Source, Arrival]] = []
    size = 0
    for each in stream:
        batch.append(each)
        size += each[1].size
        if len(batch) == _LINES or size >= _BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
