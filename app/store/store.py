"""The store: an open project, asked and changed by plain values. One thread uses one store; a worker opens its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from app.domain.annotation import CodebookVersion
from app.domain.codebook import Codebook
from app.domain.edit import Edit
from app.store import bringing, checks, history, journal, layers, notes, versions
from app.store.contents import Contents
from app.store.creation import create_file
from app.store.desk import Desk
from app.store.errors import StoreError
from app.store.file import ProjectFile
from app.store.history import State, Step
from app.store.holding import Hold
from app.store.journal import Entry, Stamp
from app.store.opening import open_file
from app.store.register import RegisterNames
from app.store.reprints import Reprints

if TYPE_CHECKING:
    from app.store.claims import Claims
    from app.store.concordance import Concordance
    from app.store.frames import Frames
    from app.store.mentions import EntryPlaces
    from app.store.overview import Overview


class Store(Contents):
    """An open project file.

    Every method may raise ``StoreTrouble``; one that writes also ``DiskFull``, ``ProjectBusy``, ``ReadOnlyProject`` and
    ``ProjectMissing`` (moved while open), and then nothing of that call was written.
    """

    def __init__(self, file: ProjectFile) -> None:
        self._file = file
        self.hold: Hold | None = None  # what keeps other windows from writing, let go with the store
        self._codebook: Codebook | None = None
        self.codebook_trouble: StoreError | None = None
        self._names = RegisterNames(file)
        self.desk = Desk(file)  # the queue, the cards of the articles, and the time spent on them
        self.reprints = Reprints(file)  # clusters of near-duplicates

    @classmethod
    def create(cls, path: Path, codebook: Codebook) -> Self:
        """Make a new project and open it. Raises ``ProjectExists``, ``ProjectMissing`` (no folder), ``DiskFull`` ..."""
        create_file(path, codebook)
        return cls.open(path)

    @classmethod
    def open(cls, path: Path, *, readonly: bool = False, why: StoreError | None = None) -> Self:
        """Open a project; ``why`` it may only be read is what a write then raises.

        Raises ``ProjectMissing``, ``NotAProject``, ``NewerProject``, ``ReadOnlyProject`` ...
        """
        store = cls(open_file(path, readonly=readonly))
        store._file.why_readonly = why
        return store

    def close(self) -> None:
        """Close the file; closing twice does nothing."""
        self._file.close()
        if self.hold is not None:
            self.hold.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_raised: object) -> None:
        self.close()

    @property
    def path(self) -> Path:
        return self._file.path

    @property
    def readonly(self) -> bool:
        return self._file.readonly

    @property
    def why_readonly(self) -> StoreError | None:
        """Why the project was opened only for reading, where there was a reason."""
        return self._file.why_readonly

    @property
    def wanted(self) -> bool:
        """Whether another thread of this program waits to write until this store has finished its batch."""
        return self._file.wanted

    def batch(self) -> AbstractContextManager[None]:
        """Everything written within is one transaction. A call that fails inside is taken back alone."""
        return self._file.batch()

    def together(self) -> AbstractContextManager[None]:
        """All that is written within a batch by the calls within is kept, or none of it."""
        return self._file.writing()

    def room(self) -> AbstractContextManager[None]:
        """Within, up to 64 MB of the file are held in memory: for much that is written."""
        return self._file.room()

    def snapshot(self) -> AbstractContextManager[None]:
        """Everything read within is the project at one moment. Nothing can be written meanwhile by this store."""
        return self._file.snapshot()

    @cached_property
    def concordance(self) -> Concordance:
        """Where words stand in the whole project."""
        from app.store.concordance import Concordance  # noqa: PLC0415 - no window waits for the language of queries

        return Concordance(self._file)

    @cached_property
    def entry_places(self) -> EntryPlaces:
        """Where the entries of the register are named."""
        from app.store.mentions import EntryPlaces  # noqa: PLC0415 - no window waits for what none of its panes asks

        return EntryPlaces(self._file)

    @cached_property
    def claims(self) -> Claims:
        """What the claims of the whole project say, and how they are linked."""
        from app.store.claims import Claims  # noqa: PLC0415 - as above

        return Claims(self._file)

    @cached_property
    def frames(self) -> Frames:
        """Quotes and claims as rows of a table."""
        from app.store.frames import Frames  # noqa: PLC0415 - as above

        return Frames(self._file)

    @cached_property
    def overview(self) -> Overview:
        """What there is of everything."""
        from app.store.overview import Overview  # noqa: PLC0415 - as above

        return Overview(self._file)

    # What belongs to the project as a whole

    def codebook(self) -> Codebook:
        """The version of the codebook that is in use; when it cannot be read, what stands in its place, and
        ``codebook_trouble`` says why."""
        version = versions.in_use(self._file)
        if self._codebook is None or self._codebook.version != version:
            self._codebook, self.codebook_trouble = versions.read(self._file, version)
        return self._codebook

    def codebook_versions(self) -> list[CodebookVersion]:
        """Every version of the codebook that was ever in use, the oldest first. None is ever changed."""
        return versions.every(self._file)

    def label_counts(self) -> dict[tuple[str, str], int]:
        """How many marks, of every layer and state, have each kind and label. Reads every mark."""
        return layers.label_counts(self._file)

    def work_on(self, kind: str, labels: Iterable[str] | None = None) -> list[tuple[str, str]]:
        """Article ids and layers with marks of the kind, of some labels or of any, by rank, then layer."""
        return layers.work_on(self._file, kind, labels)

    def note(self, key: str) -> str | None:
        """A small setting of the project, such as the article that was open last."""
        return notes.get(self._file, key)

    def set_note(self, key: str, value: str) -> None:
        """Keep a small setting; it is no edit and stands in no journal."""
        with self._file.writing():
            notes.put(self._file, key, value)

    def counts(self, layer: str | None = None) -> dict[str, int]:
        """``articles``, ``done``, ``entities``, ``quotes``, ``claims``, ``cues`` (accepted ones), ``links``, ``edits``
        (rows of the journal); of one layer or of all, but ``articles`` always of the project."""
        return layers.counts(self._file, layer)

    def integrity(self) -> list[str]:
        """What is wrong with the file: damage, loose ends, texts and marks that do not agree. English sentences."""
        self.codebook()
        unread = [str(self.codebook_trouble)] if self.codebook_trouble else []
        return [*unread, *checks.problems(self._file, self.layers())]

    # Edits

    def write(self, edit: Edit, stamp: Stamp) -> None:
        """Write an edit and its row of the journal in one transaction. An edit without changes is nothing.

        Raises ``EditConflict`` when a record is not as the edit says it was before, ``LooseLink`` when a link would be
        left without an end, and ``ArticleMissing``.
        """
        if edit.changes:
            journal.do(self._file, edit, stamp)

    def record(self, edit: Edit, stamp: Stamp) -> None:
        """Write an edit as an import: journaled, but not among what can be taken back. Raises what ``write`` raises."""
        if edit.changes:
            journal.record(self._file, edit, stamp)

    def record_all(self, edits: Sequence[tuple[Edit, Stamp]]) -> None:
        """Write edits that only make records, as an import, all or none. Raises what ``write`` raises."""
        bringing.bring(self._file, edits)

    def undo(self, layer: str, stamp: Stamp) -> Edit | None:
        """Take back the layer's newest edit; the inverse that was applied, None when there is none.

        Raises ``EditConflict`` or ``LooseLink`` when a later edit of another layer or an import stands in the way.
        """
        return journal.undo(self._file, layer, stamp)

    def redo(self, layer: str, stamp: Stamp) -> Edit | None:
        """Do again what was taken back last; that edit, None when there is none. Raises what ``undo`` raises."""
        return journal.redo(self._file, layer, stamp)

    def can_undo(self, layer: str) -> str | None:
        """The title of what ``undo`` would take back."""
        return journal.undo_title(self._file, layer)

    def can_redo(self, layer: str) -> str | None:
        """The title of what ``redo`` would do again."""
        return journal.redo_title(self._file, layer)

    def size_of_next(self, layer: str, again: bool = False) -> int:
        """How long the row is that ``undo``, or with ``again`` ``redo``, would go through, in code points."""
        return journal.size_of_next(self._file, layer, again)

    def journal(self, article: str | None = None, limit: int = 100) -> list[Entry]:
        """The newest rows of the journal, newest first; of one article when its id is given."""
        return journal.entries(self._file, article, limit)

    def history(
        self, article: str, layer: str, mark: str | None = None, before: int | None = None, limit: int = 50
    ) -> list[Step]:
        """The newest steps of one article in one layer, or of one mark and its links, before the row ``before``."""
        return history.steps(self._file, article, layer, mark, before, limit)

    def state_after(self, article: str, layer: str, seq: int) -> State:
        """The marks and links of the article in the layer as they were after a row of the journal; 0 is before all."""
        now: State = {each.id: each for each in self.annotations(article, layer)}
        now.update({each.id: each for each in self.links(article, layer)})
        return history.state_after(self._file, article, layer, seq, now)

    def newest_edit(self) -> str | None:
        """When the last edit was made (RFC 3339 in UTC); None in a project without any."""
        return journal.newest(self._file)

    def journal_edit(self, seq: int) -> Edit:
        """The edit of one row of the journal, as it was applied. ``KeyError`` when there is no such row."""
        return journal.edit_of(self._file, seq)
