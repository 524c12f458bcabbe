"""What the page lists: files, what comes in, what is refused, what is there already, and remarks; each a few words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from app.ui.words import isolated, sentence, tr
from app.workbench.intake_report import FileReport, Report

NEW, REFUSED, TWINS, NOTES, COLUMNS = "new", "refused", "twins", "notes", "columns"
SECTIONS = (NEW, REFUSED, TWINS, NOTES, COLUMNS)
_MOST = 2000  # lines of one section
_START = 160  # code points of a preview


def count_of(section: str, report: Report, columns: int) -> int:
    """How much a section has."""
    counts = {
        NEW: report.bringing,
        REFUSED: len(report.rejected),
        TWINS: report.duplicates,
        NOTES: len(report.notes),
        COLUMNS: columns,
    }
    return counts[section]


def title_of_section(section: str) -> str:
    titles = {
        NEW: tr("Comes in"),
        REFUSED: tr("Refused"),
        TWINS: tr("Here already"),
        NOTES: tr("Remarks"),
        COLUMNS: tr("Columns"),
    }
    return titles[section]


def lines(section: str, report: Report, file: Path | None) -> Iterator[str]:
    """The lines of a section, of one file when it is given; how many are left out stands in the last."""
    made = {NEW: _new, REFUSED: _refused, TWINS: _twins, NOTES: _notes}[section](report, file)
    for number, line in enumerate(made):
        if number == _MOST:
            yield tr("… and more; the command tawsim import tells all of them")
            return
        yield line


def file_line(told: FileReport) -> str:
    """One file with what comes of it."""
    parts = [isolated(name_of(told.file))]
    if told.format:
        parts.append(isolated(told.format))
    if told.added:
        parts.append(tr("%n new", told.added))
    if told.pages:
        parts.append(tr("%n with marks", told.pages))
    if told.duplicates:
        parts.append(tr("%n here already", told.duplicates))
    if told.rejected:
        parts.append(tr("%n refused", told.rejected))
    return " · ".join(parts)


def _new(report: Report, file: Path | None) -> Iterator[str]:
    shown = [each for each in report.previews if file in (None, each.file)]
    for each in shown:
        start = " ".join(each.start.split())[:_START]
        more = "" if start.startswith(each.name) else f"{isolated(each.name)}\n"
        length = tr("%n characters", each.letters)
        yield f"{more}{isolated(start)} …\n{isolated(each.ref)} · {length}"
    rest = report.added - len(report.previews)
    if file is None and rest > 0:
        yield tr("… and %n more", rest)


def _refused(report: Report, file: Path | None) -> Iterator[str]:
    """Where what was refused lies to be mended; then each reason once for a file, with how often it holds there."""
    for path in report.rejects:
        yield tr("Rejected lines, to mend and import again: {path}").format(path=f"\u2066{path}\u2069")
    found: dict[tuple[Path, str], list[int | None]] = {}
    for each in report.rejected:
        if file in (None, each.file):
            found.setdefault((each.file, sentence(each.error)), []).append(each.line)
    for (name, reason), (line, *others) in found.items():
        more = " · " + tr("and %n more lines", len(others)) if others else ""
        yield f"{_place(name, line)}{more}\n{reason}"


def _twins(report: Report, file: Path | None) -> Iterator[str]:
    for each in report.twins:
        if file in (None, each.file):
            where = tr("twice in these files") if each.twice else tr("in the project")
            yield f"{isolated(each.ref)} · {where}\n{_place(each.file, each.line)}"


def _notes(report: Report, file: Path | None) -> Iterator[str]:
    for each in report.notes:
        if file in (None, each.file):
            yield f"{_place(each.file, each.line)}\n{each.note.sentence(tr)}"


def _place(file: Path, line: int | None) -> str:
    return f"\u2066{name_of(file)}:{line}\u2069" if line is not None else f"\u2066{name_of(file)}\u2069"


def name_of(file: Path) -> str:
    """The name of a file; of one in an archive with the archive and the folders in it."""
    for folder in file.parents:
        if folder.suffix.lower() == ".zip":
            return str(file.relative_to(folder.parent))
    return file.name
