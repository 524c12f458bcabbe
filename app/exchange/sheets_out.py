"""Pages on their way into a format of spans and relations: as sheets, with the labels' names in that format."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from app.domain.codebook import QUOTE, Codebook
from app.domain.errors import N_
from app.domain.span import fragments_of
from app.domain.text.quotation import inner_of
from app.exchange.json_lines import written
from app.exchange.losses import Losses
from app.exchange.naming import Naming
from app.exchange.page import Page
from app.exchange.sheet import Mark, Pairs, Sheet, sheet_of
from app.exchange.sinks import Sink
from app.exchange.tawsim_out import LineWriter
from app.exchange.tawsim_shape import unsaid
from app.exchange.writing import Write, Writing

GAPS = N_("gap in a mark of several fragments: it is written as one stretch")
ATTRIBUTE = N_("attribute of a mark")
PROVENANCE = N_("id of a mark or link, and who made it, when and how")
INNER = N_("part of a quote that is said to stand between its marks")
TIE = N_("link between marks")
ENTRY = N_("link to a register entry")
OTHER_KIND = N_("mark that is no entity")


@dataclass(frozen=True, slots=True)
class Leaving:
    """What a format needs beside a sheet: the names of labels, where losses go, and what silence means."""

    codebook: Codebook
    names: Naming
    losses: Losses
    _silent: dict[tuple[str, str], dict[str, Any]] = field(default_factory=dict)

    def name(self, mark: Mark) -> str:
        """What the mark's label is called."""
        name = self.names.name(mark.kind, mark.label)
        assert name is not None, "marks without a name were left out"
        return name

    def said(self, mark: Mark) -> dict[str, Any]:
        """The attributes in which the mark says something else than one that is silent. Register entries are none."""
        silent = self.silent(mark.kind, mark.label)
        return {
            key: value
            for key, value in mark.attributes.items()
            if key not in _ENTRIES and key != "inner" and value != silent.get(key)
        }

    def silent(self, kind: str, label: str) -> dict[str, Any]:
        if (kind, label) not in self._silent:
            self._silent[kind, label] = unsaid(self.codebook, kind, label)
        return self._silent[kind, label]

    def is_text(self, kind: str, key: str) -> bool:
        """Whether the attribute is free text."""
        attribute = self.codebook.kind(kind).attribute(key)
        return attribute is not None and attribute.type == "text"

    def lose_gaps(self, mark: Mark) -> None:
        if len(mark.fragments) > 1:
            self.losses.add(GAPS, mark.id)

    def lose_inner(self, mark: Mark, text: str, pairs: Pairs) -> None:
        """Where a quote says that it has another inside than the marks at the edges of ``pairs`` give it."""
        if mark.kind == QUOTE and mark.rest["inner"] != inner_pairs(text, pairs):
            self.losses.add(INNER, mark.id)

    def lose_attributes(self, mark: Mark) -> None:
        for key in self.said(mark):
            self.losses.add(ATTRIBUTE, f"{mark.id}.{key}")

    def lose_entries(self, mark: Mark) -> None:
        for key, entry in entries_of(mark):
            self.losses.add(ENTRY, f"{mark.id}.{key}={entry}")

    def lose_ties(self, sheet: Sheet) -> None:
        for tie in sheet.ties:
            self.losses.add(TIE, tie.id or f"{tie.source}.{tie.role}={tie.target}")
        for relation in sheet.others:
            self.losses.add(ENTRY, relation["id"])


def inner_pairs(text: str, pairs: Pairs) -> Pairs:
    return [[span.start, span.end] for span in inner_of(text, fragments_of(pairs))]


_ENTRIES = ("entity_id", "entity_ids", "addressee_ids", "object_ids")


def entries_of(mark: Mark) -> Iterator[tuple[str, str]]:
    """The register entries in the slots of a mark, with the key that names them."""
    for key in _ENTRIES:
        ids = mark.rest.get(key)
        for entry in [ids] if isinstance(ids, str) else ids or ():
            yield key, entry


def sheets(
    pages: Iterable[Page], writing: Writing, key: str, style: str | None = None
) -> Iterator[tuple[Sheet, Leaving]]:
    """Each page as a sheet of what is wanted of it. ``key`` is what the codebook calls the format under ``exports``;
    ``style`` takes the place of the one that is asked for."""
    leaving = Leaving(writing.codebook, writing.naming(key, style), writing.losses)
    lines = LineWriter(writing.codebook, writing.include_states, writing.losses)
    for page in pages:
        sheet = sheet_of(lines.record(writing.wanted(page, leaving.names)))
        writing.lines += 1
        writing.marks = lines.marks
        yield sheet, leaving


def json_lines(key: str, record_of: Callable[[Sheet, Leaving], Any]) -> Write:
    """A writer for a format with one JSON record a sheet, each on a line of its own."""

    def write(sink: Sink, pages: Iterable[Page], writing: Writing) -> None:
        with sink.file() as file:
            for sheet, leaving in sheets(pages, writing, key):
                file.write((written(record_of(sheet, leaving)) + "\n").encode())

    return write
