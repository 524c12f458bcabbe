"""Import: articles and pages from files into the project. What cannot come in is told, its neighbours come in."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import closing, nullcontext, suppress
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from app.domain.article import Article
from app.domain.errors import N_, TawsimError
from app.exchange.archives import Unreadable
from app.exchange.errors import CannotWrite, ExchangeError, Note
from app.exchange.format import Arrival, Format, Source
from app.exchange.formats import FORMATS, format_named, lies_of, sniff
from app.exchange.page import Page
from app.exchange.rejects import RejectedFiles, Rejects
from app.exchange.sources import Found, size_of, sources
from app.store import Store
from app.workbench.bulk import seldom_collecting
from app.workbench.columns import chosen_for, keep_choice
from app.workbench.filereading import FileReader, MadeWith, Request, Wishes
from app.workbench.giving_way import give_way
from app.workbench.intake_files import Coming, OpenFile, thrown_away
from app.workbench.intake_report import FileReport, Rejected, Remark, Report
from app.workbench.placing import Placed, Placing
from app.workbench.reading_apart import reader_for

__all__ = ["Rejected", "Remark", "Report", "import_files"]

# One transaction: long enough to be quick, short enough for a window to write in between.
_LINES = 200
_BYTES = 8 << 20
_SECONDS = 0.3
_WRITTEN_AT_ONCE = 20

_OTHER_CODEBOOK = N_("made with the codebook {name} version {version}; the project's is {own} version {current}")
_NO_REJECTS = N_("the rejected lines could not be kept: {reason}")


def import_files(
    store: Store,
    paths: Iterable[Path | Source],
    *,
    format: str | None = None,  # noqa: A002 - the word that the command line and the analyst use
    layer: str | None = None,
    field: str | None = None,
    fields: Mapping[str, str] | None = None,
    names: Mapping[str, str] | None = None,
    dry_run: bool = False,
    author: str,
    report: Callable[[int, int], None] = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Report:
    """Bring files, folders and ZIP archives of them into the project; the same again add nothing twice.

    ``format`` is the name of one, without it each file's is found out; ``layer`` takes the place of the layers that
    lines name; ``fields`` says which column or field holds which part (``columns.PARTS``), without it what was chosen
    earlier for files with these columns; ``field`` is that of the text; ``names`` says which label a name in the files
    means. With ``dry_run`` nothing is written, and the report is of what would come in. ``report`` gets bytes done and
    in all, between transactions.
    A trouble of the project itself (``DiskFull`` ...) is raised, and what was written before it stays; so it does when
    the import is cancelled. ``UnknownFormat`` when there is no format of that name that can be read.
    """
    chosen = {**(fields or {}), **({"text": field} if field else {})}
    form = format_named(format) if format else None
    files = list(paths)
    total = size_of(files)
    work = _Import(store, author, dry_run, _Wish(form, layer, chosen, names or {}))
    with seldom_collecting(), store.room(), closing(work), closing(work.stream(files, total)) as stream:
        for batch in _batches(stream):
            if cancelled():
                work.report.cancelled = True
                return work.report
            report(min(int(work.done), total), total)
            work.take(batch)
    report(total, total)
    return work.report


@dataclass(frozen=True, slots=True)
class _Wish:
    """How files are to be read, where that was said."""

    form: Format | None
    layer: str | None
    fields: Mapping[str, str]
    names: Mapping[str, str]


_Stream = Generator[tuple[OpenFile, Arrival], None, None]


class _Import:
    """One run over some files: what was read is placed batch by batch; a file that is through leaves its rejects."""

    def __init__(self, store: Store, author: str, dry_run: bool, wish: _Wish) -> None:
        self.report = Report()
        self.done = 0.0
        self._store = store
        self._wish = wish
        self._placing = Placing(store, author, dry_run)
        self._dry_run = dry_run
        self._codebook = store.codebook()
        self._open: list[OpenFile] = []
        self._roots: dict[Path, RejectedFiles] = {}

    def stream(self, paths: list[Path | Source], size: int) -> _Stream:
        """Everything in the files, one after the other; ``size`` is that of all of them."""
        learned = None if self._dry_run else self._placing.learned
        reader = reader_for(size, Wishes(self._codebook, self._wish.layer, self._wish.names, learned))
        found, coming = sources(paths, FORMATS), deque[Coming]()
        try:
            while True:
                coming += [self._asked(each, reader) for each in islice(found, reader.ahead - len(coming))]
                if not coming:
                    return
                yield from self._brought(coming.popleft(), reader)
        finally:
            reader.close()
            for each in coming:
                thrown_away(each.source)

    def take(self, batch: list[tuple[OpenFile, Arrival]]) -> None:
        """Place one batch in one transaction, or in several while somebody else waits to write."""
        waiting = deque(batch)
        while waiting:
            with nullcontext() if self._dry_run else self._store.batch():
                self._take_some(waiting)
        self.leave_rejects()

    def close(self) -> None:
        """Leave what has not been left by now."""
        self.leave_rejects(all_of_them=True)

    def leave_rejects(self, *, all_of_them: bool = False) -> None:
        """Leave the rejected lines of the files that are through, and at the end the lists of rejected files."""
        through = [file for file in self._open if file.finished or all_of_them]
        for file in through:
            self._open.remove(file)
            with file.rejects:
                self._leave(file.source.shown, file.rejects)
            if file.finished and file.form is not None and file.told.added and not self._dry_run:
                keep_choice(self._store, file.source, file.form, self._wish.fields)
            thrown_away(file.source)
        if all_of_them and not self._dry_run:
            for root, files in self._roots.items():
                self._leave(root, files)

    def _asked(self, found: Found, reader: FileReader) -> Coming:
        """Have a file read as was wished, else as its content tells."""
        if isinstance(found, Unreadable):
            return Coming(Source(found.shown, found.shown, found.root), trouble=found.error)
        try:
            form = self._wish.form or sniff(found.path, found.shown)
            fields = self._wish.fields or chosen_for(self._store, found, form)
            note = lies_of(form, found) if self._wish.form is None else None
        except ExchangeError as error:
            return Coming(found, trouble=error)
        reader.ask(Request(found, form, fields))
        return Coming(found, form, fields, note)

    def _brought(self, coming: Coming, reader: FileReader) -> _Stream:
        """What the file brings whose turn it is."""
        file = self._begun(coming)
        made_with: MadeWith = set()
        try:
            if coming.trouble is not None:
                raise coming.trouble
            yield from ((file, self._kept(file, arrival)) for arrival in reader.arrivals(made_with))
        except ExchangeError as error:
            yield file, Arrival(error, whole_file=size_of([coming.source]))
        file.finished = True
        self._compare_codebooks(coming.source.shown, made_with)

    def _begun(self, coming: Coming) -> OpenFile:
        source, form = coming.source, coming.form
        packed = source.root is not None and source.temporary is not None
        folder = self._root(source.root).folder if packed and source.root else None
        file = OpenFile(source, FileReport(source.shown), Rejects(source.shown, folder=folder))
        self.report.files.append(file.told)
        self._open.append(file)
        if form is not None:
            file.form, file.told.format, file.rejects.suffix = form, form.name, form.kept_as
            file.told.fields = dict(coming.fields)
        if coming.note is not None:
            self._note(source.shown, None, coming.note)
        return file

    def _kept(self, file: OpenFile, arrival: Arrival) -> Arrival:
        """Keep at once what the arrival does not hold itself: the file may be gone when it is placed."""
        if arrival.stretch and arrival.line and not self._dry_run:
            file.rejects.copy(arrival.line, file.source.path, arrival.stretch, str(arrival.found))
        return arrival

    def _take_some(self, waiting: deque[tuple[OpenFile, Arrival]]) -> None:
        """Place those at the front until somebody wants to write, who then waits for few articles only."""
        while waiting:
            some = [waiting.popleft() for _ in range(min(_WRITTEN_AT_ONCE, len(waiting)))]
            give_way()
            outcomes = self._placing.several([arrival for _, arrival in some])
            for (file, arrival), outcome in zip(some, outcomes, strict=True):
                self._tell(file, arrival, outcome)
            if self._store.wanted:
                return

    def _tell(self, file: OpenFile, arrival: Arrival, outcome: Placed | TawsimError) -> None:
        shown = file.source.shown
        self.done += arrival.size * file.source.share
        for note in arrival.notes:
            self._note(shown, note.line or arrival.line, note)
        for refusal in arrival.refused:
            file.told.rejected += 1
            self.report.rejected.append(Rejected(shown, refusal.line or arrival.line, refusal.error))
        if isinstance(outcome, Placed):
            self._count(file, arrival, outcome)
            return
        file.told.rejected += 1
        self.report.rejected.append(Rejected(shown, arrival.line, outcome))
        if not self._dry_run:
            self._keep_rejected(file, arrival, str(outcome))

    def _keep_rejected(self, file: OpenFile, arrival: Arrival, reason: str) -> None:
        if arrival.line is not None and arrival.raw:
            file.rejects.add(arrival.line, arrival.raw, reason, arrival.heading)
        elif arrival.line is None and file.source.root is not None:
            with suppress(OSError):
                self._root(file.source.root).add(file.source, reason)

    def _root(self, root: Path) -> RejectedFiles:
        return self._roots.setdefault(root, RejectedFiles(root))

    def _count(self, file: OpenFile, arrival: Arrival, placed: Placed) -> None:
        shown = file.source.shown
        self.report.bringing += bool(placed.articles or placed.pages)
        for each in (self.report, file.told):
            each.added += placed.articles
            each.pages += placed.pages
            each.marks += placed.marks
            each.duplicates += placed.duplicate
        if placed.duplicate:
            self.report.twin(shown, arrival.line, placed.ref, placed.twice)
        elif placed.articles and isinstance(arrival.found, (Article, Page)):
            article = arrival.found if isinstance(arrival.found, Article) else arrival.found.article
            self.report.show(shown, arrival.line, replace(article, ref=placed.ref))
        for note in placed.notes:
            self._note(shown, arrival.line, note)

    def _leave(self, shown: Path, rejects: Rejects | RejectedFiles) -> None:
        try:
            left = rejects.leave(self._store.path.parent)
        except (CannotWrite, OSError) as error:
            self._note(shown, None, Note(_NO_REJECTS, {"reason": error}))
        else:
            self.report.rejects += [left] if left else []

    def _compare_codebooks(self, shown: Path, made_with: MadeWith) -> None:
        own = self._codebook
        for name, version in sorted(made_with - {(own.name, own.version)}):
            values: dict[str, object] = {"name": name, "version": version, "own": own.name, "current": own.version}
            self._note(shown, None, Note(_OTHER_CODEBOOK, values))

    def _note(self, shown: Path, line: int | None, note: Note) -> None:
        self.report.notes.append(Remark(shown, line, note))


def _batches(stream: _Stream) -> Iterator[list[tuple[OpenFile, Arrival]]]:
    """At most ``_LINES`` arrivals at a time, fewer of long ones and of those that take long to read."""
    batch: list[tuple[OpenFile, Arrival]] = []
    size, begun = 0, time.monotonic()
    for each in stream:
        give_way()
        batch.append(each)
        size += each[1].size
        if len(batch) == _LINES or size >= _BYTES or time.monotonic() - begun > _SECONDS:
            yield batch
            batch, size, begun = [], 0, time.monotonic()
    if batch:
        yield batch
