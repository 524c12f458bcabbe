"""WebAnno TSV 3.3 (INCEpTION): a file an article, with the type system of its layers beside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from app.domain.errors import N_
from app.exchange.cas_types import type_system
from app.exchange.decoding import decoded
from app.exchange.draft import Draft
from app.exchange.drafting import Drafting, own_head
from app.exchange.errors import BadLine
from app.exchange.fields import Told, article_of_fields
from app.exchange.file_names import file_name
from app.exchange.format import Arrival, Format, Head, Reading, Source
from app.exchange.formats.uima import TYPE_SYSTEM, folder
from app.exchange.json_lines import parsed
from app.exchange.layers import MARK_ID, TYPES, Layers, camel, keys_of
from app.exchange.layers_in import fill
from app.exchange.page import Page
from app.exchange.raw_text import RawText
from app.exchange.sheets_out import sheets
from app.exchange.sinks import Sink
from app.exchange.text_fields import bytes_of_file
from app.exchange.tsv_in import is_tsv, table_of
from app.exchange.tsv_out import LISTS, tsv_of
from app.exchange.tsv_spans import Reading as Rows
from app.exchange.tsv_spans import typed
from app.exchange.writing import Writing

_KEY = "webanno"
_LARGEST = 64 << 20
_KINDS = {layer: kind for kind, layer in TYPES.items()}


def write(sink: Sink, pages: Iterable[Page], writing: Writing) -> None:
    types = type_system()
    for number, (sheet, leaving) in enumerate(sheets(pages, writing, _KEY), 1):
        with sink.file(f"{file_name(number, sheet.ref)}.tsv") as file:
            file.write(tsv_of(sheet, leaving).encode())
    with sink.file(TYPE_SYSTEM) as file:
        file.write(types.to_xml().encode())


def looks_like(head: Head) -> bool:
    return is_tsv(head.text[:200].decode(errors="replace"))


def arrivals(source: Source, reading: Reading) -> Iterator[Arrival]:
    content = bytes_of_file(source.path, _LARGEST)
    drafting = Drafting(reading, _KEY, _KEY)
    table = table_of(decoded(content).text)
    kept = _kept(table.kept)
    lists = kept.pop(LISTS, None)
    head = own_head(kept, table.text)
    if head is not None:
        raw, named, draft = RawText(head["text"], head["sha256"]), True, Draft(drafting, head)
    else:
        raw, named = RawText(table.text), False
        draft = Draft(drafting, article_of_fields(Told(table.text), source.stem)[0])
    layers = Rows(table).layers()
    for error, line in table.troubles:
        draft.refuse(error, line)
    if head is not None:
        _restore(layers, lists)
    fill(draft, layers, raw.at, ours=head is not None)
    yield Arrival(draft.page(), named=named, refused=tuple(draft.refused), whole_file=len(content))


def _kept(line: str | None) -> dict[str, Any]:
    try:
        kept = parsed(line) if line else None
    except BadLine:
        kept = None
    return kept if isinstance(kept, dict) else {}


def _restore(layers: Layers, lists: object) -> None:
    """Values that are no text in our own layers: flags, numbers, and the lists that no column holds."""
    for note in layers.notes:
        if note.layer in _KINDS:
            typed(
                note.features, {camel(key): of for key, of in keys_of(_KINDS[note.layer]).items()} | {"noInner": "flag"}
            )
            own = lists.get(note.features.get(MARK_ID)) if isinstance(lists, dict) else None
            note.features.update(own if isinstance(own, dict) else {})


WEBANNO_TSV = Format(
    "webanno",
    N_("WebAnno TSV 3 (INCEpTION)"),
    (".tsv3", ".tsv"),  # a .tsv that does not say that it is one is a plain table
    looks_like=looks_like,
    arrivals=arrivals,
    write=write,
    sink=folder,
    companions=(TYPE_SYSTEM,),
)
