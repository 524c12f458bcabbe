"""Articles as rows: made once; what changes of them afterwards are their details, never the text."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator, Sequence

from app.domain.annotation import Record
from app.domain.article import Article, Details, Meta
from app.domain.errors import N_
from app.store import words
from app.store.errors import ArticleExists, ArticleMissing
from app.store.file import ProjectFile, Row
from app.store.records import compact, parse, zones_from_list, zones_to_list
from app.store.relooking import look_again
from app.store.shelving import day_of, title_key

_EXISTS = N_("{path} has an article {ref} already. Give the new one another ref, or leave it out.")
_MISSING = N_("{path} has no article {article}. See the list of articles for those that are there.")

_COLUMNS = "id, ref, sha256, title, lang, direction, source, url, published, extra, zones, text"
_INSERT = f"INSERT INTO article (name, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_CORRECT = "UPDATE article SET (name, title, source, url, published, extra, zones) = (?, ?, ?, ?, ?, ?, ?) WHERE id = ?"
_TAKEN = "SELECT 1 FROM article WHERE (ref = ?1 AND id <> ?2) OR (id = ?2 AND ref <> ?1)"
_SHELVE = """
    INSERT INTO shelf (article, length, day, source, title) SELECT rank, ?, ?, ?, ? FROM article WHERE id = ?
    ON CONFLICT (article) DO UPDATE SET (day, source, title) = (excluded.day, excluded.source, excluded.title)
"""
_PAGE = 50


def add(file: ProjectFile, article: Article) -> None:
    """Add an article after all others, inside a transaction. Raises ``ArticleExists`` when its ref or id is taken."""
    try:
        file.run(_INSERT, _row(article))
    except sqlite3.IntegrityError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_CONSTRAINT_UNIQUE:
            raise
        raise ArticleExists(_EXISTS, path=file.path, ref=article.ref) from error
    file.run(_SHELVE, _shelf_row(article))


def add_all(file: ProjectFile, found: Sequence[Article]) -> None:
    """Add articles in one go, inside a transaction. Raises ``ArticleExists`` as ``add`` does."""
    try:
        file.run_many(_INSERT, map(_row, found))
    except sqlite3.IntegrityError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_CONSTRAINT_UNIQUE:
            raise
        taken = (each.ref for each in found if file.row(_TAKEN, (each.ref, each.id)))
        raise ArticleExists(_EXISTS, path=file.path, ref=next(taken, "")) from error
    file.run_many(_SHELVE, map(_shelf_row, found))


def by_id(file: ProjectFile, article: str) -> Article:
    """The article of that id; ``ArticleMissing`` when there is none."""
    row = file.row(f"SELECT {_COLUMNS} FROM article WHERE id = ?", (article,))
    if row is None:
        raise ArticleMissing(_MISSING, path=file.path, article=article)
    return _article(row)


def by_ref(file: ProjectFile, ref: str) -> Article | None:
    """The article of that ref."""
    row = file.row(f"SELECT {_COLUMNS} FROM article WHERE ref = ?", (ref,))
    return _article(row) if row else None


def checksums(file: ProjectFile, refs: Collection[str]) -> dict[str, str]:
    """The checksums of the texts of those refs that there are, without reading the texts."""
    sql = "SELECT ref, sha256 FROM article WHERE ref IN (SELECT value FROM json_each(?))"
    return dict(file.rows(sql, (compact(list(refs)),)))


def refs_of_texts(file: ProjectFile, sums: Collection[str]) -> dict[str, str]:
    """Of those checksums that texts of the project have, each with the ref of the first such article."""
    sql = "SELECT sha256, ref FROM article WHERE sha256 IN (SELECT value FROM json_each(?)) ORDER BY rank DESC"
    return dict(file.rows(sql, (compact(list(sums)),)))


def by_rank(file: ProjectFile, ranks: list[int]) -> dict[int, Article]:
    """The articles of those row numbers, in the order in which they are asked for."""
    sql = f"SELECT {_COLUMNS}, rank FROM article WHERE rank IN (SELECT value FROM json_each(?))"
    found = {row[-1]: _article(row[:-1]) for row in file.rows(sql, (compact(ranks),))}
    return {rank: found[rank] for rank in ranks}


def ref_of_text(file: ProjectFile, sha256: str) -> str | None:
    """The ref of the first article whose text has that checksum."""
    found: str | None = file.value("SELECT ref FROM article WHERE sha256 = ? ORDER BY rank LIMIT 1", (sha256,))
    return found


def in_order_of_ref(file: ProjectFile) -> Iterator[Article]:
    """Every article, by ref; a few are held at a time, and writing may go on between two of them."""
    sql = f"SELECT {_COLUMNS} FROM article WHERE ref {{}} ? ORDER BY ref LIMIT {_PAGE}"
    page = file.rows(sql.format(">="), ("",))
    while page:
        for row in page:
            yield _article(row)
        page = file.rows(sql.format(">"), (page[-1][1],))


def correct(file: ProjectFile, before: Record | None, after: Record | None) -> bool:
    """Give an article other details, inside a transaction, and lists and search the name that follows from them. False
    when they are not as ``before`` says. ``ArticleMissing`` when there is no such article."""
    assert isinstance(before, Details) and isinstance(after, Details), "an article has details"
    article = by_id(file, before.article)
    if article.details != before:
        return False
    corrected = article.detailed(after)
    if corrected.title != article.title:
        words.retitle(file, article, corrected.title)
    row = _row(corrected)
    file.run(_CORRECT, (row[0], row[4], *row[7:12], article.id))
    file.run(_SHELVE, _shelf_row(corrected))
    if corrected.zones != article.zones:
        look_again(file, article.id)
    return True


def _shelf_row(article: Article) -> Row:
    """What the queue filters and sorts by; the id finds the row number."""
    meta = article.meta
    return (len(article.text), day_of(meta.published, meta.extra), meta.source, title_key(article.name), article.id)


def _row(article: Article) -> Row:
    meta = article.meta
    return (
        article.name,
        article.id,
        article.ref,
        article.sha256,
        article.title,
        article.lang,
        article.direction,
        meta.source,
        meta.url,
        meta.published,
        meta.extra,
        compact(zones_to_list(article.zones)),
        article.text,
    )


def _article(row: Row) -> Article:
    return Article(
        id=row[0],
        ref=row[1],
        text=row[11],
        sha256=row[2],
        title=row[3],
        lang=row[4],
        direction=row[5],
        meta=Meta(source=row[6], url=row[7], published=row[8], extra=row[9]),
        zones=zones_from_list(parse(row[10])),
    )
