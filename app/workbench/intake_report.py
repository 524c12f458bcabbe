"""What an import did, or would do: counts, what was refused and why, what is there already, a look at what is new."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from app.domain.article import Article
from app.domain.errors import TawsimError
from app.exchange.errors import Note

_PREVIEWS = 20
_DUPLICATES = 500
_PREVIEW_LETTERS = 400


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


@dataclass(frozen=True, slots=True)
class Preview:
    """The beginning of an article that comes in. ``letters`` is its length in code points."""

    file: Path
    line: int | None
    ref: str
    name: str
    start: str
    letters: int


@dataclass(frozen=True, slots=True)
class Duplicate:
    """What is there already: under ``ref`` in the project, or (``twice``) in what this import itself brought."""

    file: Path
    line: int | None
    ref: str
    twice: bool


@dataclass(slots=True)
class FileReport:
    """What came of one file; ``format`` is the name of the one it was read as, None when it could not be told.

    ``fields`` are the columns that were taken as chosen, now or earlier for files with the same columns.
    """

    file: Path
    format: str | None = None
    fields: dict[str, str] = field(default_factory=dict)
    added: int = 0
    pages: int = 0
    marks: int = 0
    duplicates: int = 0
    rejected: int = 0


@dataclass(slots=True)
class Report:
    """What an import did, or with ``dry_run`` would do.

    ``bringing`` are the texts, lines and pages that bring something: ``added`` articles, ``pages`` (articles that
    gained a layer) with ``marks``, ``duplicates`` that were there already.
    In ``rejects`` stands a file for every file that had rejected lines, and a list or a folder for every folder or
    archive that had rejected files: to be mended and imported again. ``previews`` are the first new articles, and
    ``twins`` the first duplicates.
    """

    bringing: int = 0
    added: int = 0
    pages: int = 0
    marks: int = 0
    duplicates: int = 0
    rejected: list[Rejected] = field(default_factory=list)
    notes: list[Remark] = field(default_factory=list)
    rejects: list[Path] = field(default_factory=list)
    files: list[FileReport] = field(default_factory=list)
    previews: list[Preview] = field(default_factory=list)
    twins: list[Duplicate] = field(default_factory=list)
    cancelled: bool = False

    def show(self, file: Path, line: int | None, article: Article) -> None:
        """Keep the beginning of a new article, of the first ones."""
        if len(self.previews) < _PREVIEWS:
            start = article.text[:_PREVIEW_LETTERS]
            self.previews.append(Preview(file, line, article.ref, article.name, start, len(article.text)))

    def twin(self, file: Path, line: int | None, ref: str, twice: bool) -> None:
        """Keep of what something is a duplicate, of the first ones."""
        if len(self.twins) < _DUPLICATES:
            self.twins.append(Duplicate(file, line, ref, twice))
