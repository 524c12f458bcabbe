"""Plain text: a file is one article, named after it. The encoding is UTF-8, else detected and told."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.errors import N_
from app.exchange.format import Arrival, Format, Reading, Source
from app.exchange.text_fields import article_of_file


def arrivals(source: Source, _reading: Reading) -> Iterator[Arrival]:
    article, note = article_of_file(source.path, source.stem)
    notes = (note,) if note else ()
    yield Arrival(article, named=False, notes=notes, whole_file=source.path.stat().st_size)


TEXT = Format("text", N_("Plain text"), (".txt", ".text", ".md"), N_("every mark and link"), arrivals=arrivals)
