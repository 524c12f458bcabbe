"""What can be saved of a damaged project, written to a new one. The damaged file is only read.

Articles come first: each proves itself by its checksum. Marks, links, entries and progress come from their tables and,
where pages are gone, from the journal; each mark proves itself by the text that it says it stands on.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from app import resources
from app.domain.annotation import CodebookVersion, Record
from app.domain.article import Article, Details, Meta, checksum, main_direction
from app.domain.codebook import Codebook, read_codebook
from app.domain.edit import Edit, making
from app.domain.errors import N_, TawsimError
from app.store import notes
from app.store.creation import check_place, gather, put, side_files
from app.store.edits import apply, ranks_of
from app.store.errors import NotAProject, ProjectMissing, StoreError, named
from app.store.file import ProjectFile
from app.store.journal import IMPORT, Stamp, record
from app.store.judging import Ids, Judge, Verdict
from app.store.pages import Value
from app.store.records import parse, zones_from_list
from app.store.rescue_report import Report
from app.store.rescue_sides import keep_settings, keep_work
from app.store.salvage import Salvage, salvage
from app.store.store import Store
from app.store.tallies import follow

_NOTHING = N_("Nothing of a Tawsim project can be found in {path}. Open the newest backup that you have of it.")
_GONE = N_("There is no file {path}. See whether it was moved or renamed.")
_AUTHOR = "tawsim"
_SHOWN = 20  # articles that a report names one by one


def rescue(damaged: Path, new: Path, at: str = "1970-01-01T00:00:00Z") -> Report:
    """Save to the project ``new`` what the file ``damaged`` still holds; what came of it. ``at`` is the time (RFC 3339)
    under which the journal of the new project says so, unless the old journal is whole and goes on.

    Raises ``NotAProject`` when nothing is found, and what making a project raises; then nothing is left of ``new``.
    """
    damaged, new = damaged.absolute(), new.absolute()
    if not damaged.is_file():
        raise ProjectMissing(_GONE, path=damaged)
    check_place(new)
    unfinished = new.with_name(f".tawsim-{os.urandom(8).hex()}.new")
    try:
        content = _content(damaged)
    except OSError as error:
        raise named(error, damaged) from error
    try:
        found = salvage(content)
        if not any(found.tables[name].live or found.tables[name].stray for name in ("article", "codebook")):
            raise NotAProject(_NOTHING, path=damaged)
        report = _build(unfinished, found, at)
        gather(unfinished)
        put(unfinished, new)
        return report
    except StoreError as error:
        if error.values.get("path") == unfinished:
            error.values["path"] = new  # the name that the analyst knows
        raise
    except (sqlite3.Error, OSError) as error:
        raise named(error, new) from error
    finally:
        for each in (unfinished, *side_files(unfinished)):
            with contextlib.suppress(OSError):
                each.unlink(missing_ok=True)


def _content(damaged: Path) -> bytes:
    """The file's bytes, with the newest changes that lie in its log beside it, where SQLite can still take them in."""
    log = damaged.with_name(damaged.name + "-wal")
    if not log.exists() or not log.stat().st_size:
        return damaged.read_bytes()
    with tempfile.TemporaryDirectory(prefix="tawsim-") as folder:  # nobody else may enter it
        copy = Path(folder, "copy")
        shutil.copyfile(damaged, copy)
        shutil.copyfile(log, Path(folder, "copy-wal"))
        with copy.open("r+b") as file:  # what is the same in every project
            for at, right in ((0, b"SQLite format 3\0"), (16, b"\x10\x00\x02\x02\x00\x40\x20\x20")):
                file.seek(at)
                file.write(right)
        with contextlib.suppress(sqlite3.Error), contextlib.closing(sqlite3.connect(copy)) as connection:
            connection.execute("PRAGMA writable_schema = ON")  # also a file that is shorter than it says
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        return copy.read_bytes()


def _build(path: Path, found: Salvage, at: str) -> Report:
    report = Report()
    books, in_use = _codebooks(found, report)
    with Store.create(path, books[in_use]) as store:
        file = store._file
        with file.writing():
            for version, book in books.items():
                if version != in_use:
                    row = (version, book.name, book.source)
                    file.run("INSERT INTO codebook (version, name, source) VALUES (?, ?, ?)", row)
            if in_use != max(books):
                notes.put(file, "codebook", str(in_use))
        ids = _articles(store, found, report)
        known = None if not _sources(found) else frozenset((e.kind, e.id) for b in books.values() for e in b.labels())
        judge = Judge(found, ids, _texts(store, frozenset(ids.values())), known)
        marks, entries = judge.marks(), judge.entries()
        verdicts = {"entries": entries, "marks": marks, "links": judge.links(marks, entries)}
        verdicts |= {"articles begun or done": judge.progress(), "cards": judge.cards()}
        whole = _write(store, found, ids, verdicts, Stamp(_AUTHOR, _AUTHOR, at, in_use), report)
        keep_settings(file, found, report)
        keep_work(file, found, ids, report, counted=whole)
    return report


def _sources(found: Salvage) -> dict[int, Codebook]:
    """Every version of the codebook that can be read."""
    rows = found.tables["codebook"]
    books: dict[int, Codebook] = {}
    for version, _name, source in (*rows.stray, *rows.live):
        with contextlib.suppress(TawsimError, ValueError):
            book = read_codebook(source if isinstance(source, str) else "")
            if book.version == version:
                books[book.version] = book
    return books


def _codebooks(found: Salvage, report: Report) -> tuple[dict[int, Codebook], int]:
    """The versions that can be read, and which of them was in use; the one that ships when none can be read."""
    books = _sources(found)
    if not books:
        book = resources.codebook()
        report.lose(N_("The codebook cannot be read; the one that ships with Tawsim stands in its place."))
        return {book.version: book}, book.version
    said = {row[0]: row[1] for row in found.tables["note"].live}
    with contextlib.suppress(ValueError, TypeError):
        if (version := int(str(said.get("codebook")))) in books:
            return books, version
    if not found.tables["codebook"].complete:
        report.doubt(N_("Versions of the codebook may be missing; version {version} is in use."), version=max(books))
    return books, max(books)


def _articles(store: Store, found: Salvage, report: Report) -> Ids:
    """Add every article whose text is the one that was imported; their ids by their old row numbers."""
    rows = found.tables["article"]
    named_ = {row[0]: (row[2], row[3]) for row in found.tables["article_queue"].live}
    ids: Ids = {}
    taken: set[str] = set()
    for row in sorted((*rows.live, *rows.stray), key=lambda row: row[0] if isinstance(row[0], int) else 0):
        article = _article(row, report)
        if article is None or not isinstance(row[0], int) or row[0] in ids or {article.id, article.ref} & taken:
            continue
        store.add_article(article)
        taken |= {article.id, article.ref}
        ids[row[0]] = article.id
    lost = [named for rank, named in sorted(named_.items(), key=repr) if rank not in ids]
    report.saved["articles"] = len(ids)
    for ref, name in lost[:_SHOWN]:
        report.lose(N_("The article {ref} (“{name}”) with all that was marked in it."), ref=ref, name=name)
    if len(lost) > _SHOWN:
        report.lose(N_("{count} more articles with all that was marked in them."), count=len(lost) - _SHOWN)
    if not rows.complete and not found.tables["article_queue"].complete:
        report.lose(N_("Articles whose number cannot be told: the list of articles is damaged too."))
    return ids


def _article(row: tuple[Value, ...], report: Report) -> Article | None:
    _rank, id_, ref, _name, sha256, title, lang, direction, source, url, published, extra, zones, text = row
    if not (isinstance(text, str) and isinstance(id_, str) and isinstance(ref, str) and id_ and ref):
        return None
    if checksum(text) != sha256:
        return None
    right = all(each is None or isinstance(each, str) for each in (title, source, url, published))
    try:
        parts = zones_from_list(parse(str(zones)))
        right = right and isinstance(parse(str(extra)), dict)
        right = right and all(0 <= zone.span.start <= zone.span.end <= len(text) for zone in parts)
    except (ValueError, TypeError):
        right = False
    if not right:
        report.doubt(N_("The title, source and zones of the article {ref} cannot be read."), ref=ref)
        return Article(id_, ref, text, str(sha256), direction=main_direction(text))
    meta = Meta(source, url, published, str(extra))  # type: ignore[arg-type]  # looked at above
    way = str(direction) if direction in ("rtl", "ltr") else main_direction(text)
    return Article(id_, ref, text, str(sha256), title, str(lang), way, meta, parts)  # type: ignore[arg-type]  # as above


def _texts(store: Store, ids: frozenset[str]) -> Callable[[str], str | None]:
    @lru_cache(maxsize=64)
    def text(article: str) -> str | None:
        return store.article(article).text if article in ids else None

    return text


def _write(store: Store, found: Salvage, ids: Ids, verdicts: dict[str, Verdict], stamp: Stamp, report: Report) -> bool:
    """Write the records; whether the whole journal went on."""
    file, history = store._file, found.history
    whole = history.complete and _agrees(found, verdicts, frozenset(ids.values()))
    records = {name: list(verdict.records.values()) for name, verdict in verdicts.items()}
    with file.writing():
        if whole:
            _go_through(file, found)
    if not whole:
        with store.batch():
            for some in _by_article(records):
                record(file, making(N_("Rescued from a damaged file"), *some), stamp)
        report.lose(
            N_("What could be undone, and who changed what: {found} edits can be read, {missing} cannot."),
            found=len(history.rows),
            missing=history.missing,
        )
    for name, verdict in verdicts.items():
        report.saved[name] = len(verdict.records)
        _tell(name, verdict, report)
    return whole


def _tell(name: str, verdict: Verdict, report: Report) -> None:
    lost = {
        "marks": N_("{count} marks that cannot be read, or do not fit their article."),
        "links": N_("{count} links that cannot be read, or have lost an end."),
        "entries": N_("{count} entries of the register that cannot be read."),
    }
    doubted = {
        "marks": N_("{count} marks as they last can be read; they may have been changed since: {ids}"),
        "links": N_("{count} links as they last can be read; they may have been changed since: {ids}"),
        "entries": N_("{count} entries of the register as they last can be read: {ids}"),
    }
    if verdict.lost:
        report.lose(lost.get(name, N_("How far {count} articles had come.")), count=len(verdict.lost))
    if verdict.doubted:
        report.doubted[name] = [id_ for _, id_ in verdict.doubted]
        ids = ", ".join(id_ for _, id_ in verdict.doubted[:_SHOWN]) + (" …" if len(verdict.doubted) > _SHOWN else "")
        template = doubted.get(name, N_("How far {count} articles have come, as it last can be read: {ids}"))
        report.doubt(template, count=len(verdict.doubted), ids=ids)


def _agrees(found: Salvage, verdicts: dict[str, Verdict], articles: frozenset[str]) -> bool:
    """Whether the whole journal leads to exactly what was saved, so that it can go on in the new project."""
    if any(verdict.lost or verdict.doubted for verdict in verdicts.values()):
        return False
    return all(edit.articles() <= articles for edit in found.history.edits.values())


def _go_through(file: ProjectFile, found: Salvage) -> None:
    """Do every edit of the old journal again, inside a transaction, each under its old row. Articles and codebooks are
    as they became already."""
    history = found.history
    for seq in sorted(history.rows):
        row, edit = history.rows[seq], history.edits[seq]
        done = tuple(each for each in edit.changes if not isinstance(each.record, Details | CodebookVersion))
        ranks = {**ranks_of(file, edit.articles()), **apply(file, Edit(edit.title, done))}
        file.run(f"INSERT INTO journal VALUES ({', '.join('?' * 12)})", row)
        file.run_many(
            "INSERT INTO journal_article (article, seq) VALUES (?, ?)", [(rank, seq) for rank in ranks.values()]
        )
        follow(file, done, ranks, at=str(row[7]), author=None if row[2] == IMPORT else str(row[6]))


def _by_article(records: dict[str, list[Record]]) -> list[list[Record]]:
    """Records in edits that hold together: the register first, then those of each article."""
    of: dict[str, list[Record]] = {}
    for some in records.values():
        for each in some:
            of.setdefault(str(getattr(each, "article", "")), []).append(each)
    return [of[article] for article in sorted(of)]
