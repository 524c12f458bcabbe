"""IOB2 and CoNLL-2003: a token a line with its tag, a blank line between sentences, ``-DOCSTART-`` before an article.

https://www.clips.uantwerpen.be/conll2003/ner/: four columns (token, part of speech, chunk, tag) and the four labels
PER, LOC, ORG and MISC; IOB2 has two columns and the codebook's own labels. Only the outermost entities can be told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from app.domain.errors import N_
from app.exchange.drafting import Drafting
from app.exchange.format import Arrival, Format, Head, Reading, Source
from app.exchange.naming import BY_FORMAT, FLAT
from app.exchange.page import Page
from app.exchange.sheets_out import sheets
from app.exchange.sinks import Sink
from app.exchange.tag_columns import DOCSTART, column_arrivals, looks_tagged
from app.exchange.tagged import OUTSIDE
from app.exchange.tokens_out import BETWEEN, entities_of, outermost_runs, tags_of, tokenized
from app.exchange.writing import Writing

_LOSES = N_(
    "every mark but the outermost entities, edges inside of tokens, attributes, links, and the text between tokens"
)


def write(sink: Sink, pages: Iterable[Page], writing: Writing, *, key: str, row: str, style: str | None = None) -> None:
    """Sentences of tokens. ``row`` is a line with places for token and tag."""
    with sink.file() as file:
        for sheet, leaving in sheets(pages, writing, key, style):
            found = tokenized(sheet.text, entities_of(sheet, leaving), leaving)
            runs = outermost_runs(found.runs, leaving)
            tags = tags_of(len(found.cuts), runs, leaving)
            writing.marks += len(runs) - len(sheet.marks)
            leaving.losses.add(BETWEEN, sheet.ref)
            lines = [row.format(token=DOCSTART, tag=OUTSIDE).replace("_", "-X-") + "\n\n"]
            for first, behind in found.sentences():
                for number in range(first, behind):
                    start, end = found.cuts[number]
                    tag = tags[number][0] if tags[number] else OUTSIDE
                    lines.append(row.format(token=sheet.text[start:end], tag=tag) + "\n")
                lines.append("\n")
            file.write("".join(lines).encode())


def _write_conll(sink: Sink, pages: Iterable[Page], writing: Writing) -> None:
    style = FLAT if writing.style == BY_FORMAT else writing.style
    write(sink, pages, writing, key="conll", row="{token} _ _ {tag}", style=style)


def _last(columns: Sequence[str]) -> Sequence[str]:
    """The tag: the last column, whatever stands between it and the token."""
    return columns[-1:]


def looks_like(head: Head) -> bool:
    """Tokens with a tag in their last column."""
    return looks_tagged(head.lines)


def _looks_like_conll(head: Head) -> bool:
    """Tokens in four columns with a tag in the last."""
    return looks_tagged(head.lines) and all(
        len(line.split()) in (0, 4) for line in head.lines if not line.startswith(DOCSTART)
    )


def _arrivals(source: Source, reading: Reading, *, name: str, key: str) -> Iterator[Arrival]:
    return column_arrivals(source, Drafting(reading, name, key, sentences=True), _last)


IOB2 = Format(
    "iob2",
    N_("IOB2 (a token and its tag a line)"),
    (".iob2", ".iob", ".bio", ".txt", ".tsv"),
    _LOSES,
    looks_like=looks_like,
    arrivals=partial(_arrivals, name="iob2", key="iob2"),
    write=partial(write, key="iob2", row="{token} {tag}"),
    written_as=(".iob2", ".iob", ".bio"),
    kept_as=".txt",
)
CONLL2003 = Format(
    "conll2003",
    N_("CoNLL-2003 (four columns, four labels)"),
    (".conll",),
    _LOSES,
    looks_like=_looks_like_conll,
    arrivals=partial(_arrivals, name="conll2003", key="conll"),
    write=_write_conll,
    written_as=(".conll",),
    kept_as=".txt",
)
