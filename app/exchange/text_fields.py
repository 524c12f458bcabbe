"""Articles from plain text files, and from records that have the text in one of their fields."""

from __future__ import annotations

from pathlib import Path

from app.domain.article import Article
from app.domain.errors import N_
from app.exchange.decoding import decoded
from app.exchange.errors import Note
from app.exchange.fields import MOST_LETTERS, Told, article_of_fields, too_long
from app.exchange.format import stem_of
from app.exchange.json_lines import unreadable

_MOST_BYTES = 4 * MOST_LETTERS


def article_of_file(path: Path, ref: str | None = None) -> tuple[Article, Note | None]:
    """The article of a plain text file, its ref ``stem_of(path)`` unless told; and a note when it was not UTF-8.

    ``CannotRead`` or ``NotText`` say why there is none.
    """
    text, note = text_of_file(path)
    return article_of_fields(Told(text), ref or stem_of(path))[0], note


def text_of_file(path: Path) -> tuple[str, Note | None]:
    """The decoded text of a file of ordinary size, and a note when it was not UTF-8."""
    content = bytes_of_file(path)
    text = decoded(content)
    return text.text, decoded_as(text.encoding)


def bytes_of_file(path: Path, most: int = _MOST_BYTES) -> bytes:
    """The bytes of a file that is one article. ``NotText`` when there are more than any article has."""
    try:
        with path.open("rb") as file:
            content = file.read(most + 1)
    except OSError as error:
        raise unreadable(path, error) from error
    if len(content) > most:
        raise too_long()
    return content


def decoded_as(encoding: str | None) -> Note | None:
    return Note(N_("decoded as {encoding}"), {"encoding": encoding}) if encoding else None
