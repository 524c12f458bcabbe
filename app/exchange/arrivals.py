"""What a file brings, one article or one page at a time; what cannot come in is an error among the others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from app.domain.article import Article
from app.domain.errors import N_, TawsimError
from app.exchange.errors import BadLine, Note
from app.exchange.formats import TAWSIM, TEXT, Format
from app.exchange.json_lines import lines_of, parsed
from app.exchange.page import Page
from app.exchange.tawsim_in import LineReader, is_tawsim
from app.exchange.text_fields import article_of_file, article_of_record, stem_of


@dataclass(frozen=True, slots=True)
class Arrival:
    """One article, page or error, and where in the file it stood.

    ``line`` counts from 1 and is None for a file that is one article; ``raw`` are the line's bytes as they stand,
    ``size`` how many bytes of the file it took.
    ``named`` is False for an article whose ref was made up from the file's name and may give way to another's.
    """

    found: Article | Page | TawsimError
    line: int | None = None
    raw: bytes = b""
    named: bool = True
    note: Note | None = None
    whole_file: int = 0

    @property
    def size(self) -> int:
        return self.whole_file or len(self.raw)


def arrivals(
    path: Path, form: Format, reader: LineReader, *, layer: str | None = None, field: str | None = None
) -> Iterator[Arrival]:
    """Everything in a file of the given format. Nothing is raised but what keeps the whole file from being read."""
    if form is TEXT:
        article, note = article_of_file(path)
        yield Arrival(article, named=False, note=note, whole_file=path.stat().st_size)
        return
    for number, raw in lines_of(path):
        try:
            if form is TAWSIM:
                yield Arrival(reader.page(raw, layer), number, raw)
            else:
                yield _text_line(path, number, raw, field)
        except TawsimError as error:
            yield Arrival(error, number, raw)


def _text_line(path: Path, number: int, raw: bytes, field: str | None) -> Arrival:
    record = parsed(raw)
    if is_tawsim(record):
        raise BadLine(
            N_("The line is gold data with marks: import it with the format {name}."),
            name=TAWSIM.name,
        )
    article, named = article_of_record(record, field, f"{stem_of(path)}-{number}")
    return Arrival(article, number, raw, named)
