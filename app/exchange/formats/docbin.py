"""spaCy's DocBin: every mark as a span over tokens of our own that are cut at its edges, and so none is dropped.

``doc.spans`` has ``entities``, ``quotes``, ``claims`` and ``cues`` with the marks' ids; ``doc.ents`` the entities where
none lies over another; ``doc.user_data["tawsim"]`` is the article's line of ``tawsim/1`` without its text. Nothing in
the file needs unpickling. A DocBin is held in memory whole: many articles go into a folder of several.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain, islice, pairwise
from typing import Any, BinaryIO

from app.domain.codebook import ENTITY
from app.domain.errors import N_
from app.exchange.extras import library
from app.exchange.format import Format
from app.exchange.page import Page
from app.exchange.sheet import Mark, Sheet, record_of
from app.exchange.sheets_out import Leaving, sheets
from app.exchange.sinks import Sink, one_or_many
from app.exchange.tawsim_shape import ARRAYS
from app.exchange.token_cuts import cut_tokens
from app.exchange.writing import Writing

_EXTRA = "spacy"
_KEY = "spacy"
_ATTRIBUTES = ("ENT_IOB", "ENT_TYPE", "ENT_KB_ID", "ENT_ID")
_IN_A_FILE = 1_000
_GROUPS = {kind: array for array, kind in ARRAYS.items()}

Leaves = Iterable[tuple[Sheet, Leaving]]


def write(sink: Sink, pages: Iterable[Page], writing: Writing) -> None:
    found = sheets(pages, writing, _KEY)
    if not sink.many:
        with sink.file() as file:
            _write(file, found)
        return
    for number, first in enumerate(found, 1):
        with sink.file(f"{number:05}.spacy") as file:
            _write(file, chain([first], islice(found, _IN_A_FILE - 1)))


def _write(file: BinaryIO, found: Leaves) -> None:
    tokens, vocab = library("spacy.tokens", _EXTRA), library("spacy.vocab", _EXTRA).Vocab()
    store = tokens.DocBin(attrs=_ATTRIBUTES, store_user_data=True)
    with _asked_once():
        for sheet, leaving in found:
            store.add(_doc(tokens, vocab, sheet, leaving))
    file.write(store.to_bytes())


@contextmanager
def _asked_once() -> Iterator[None]:
    """Keeps spaCy's packer from looking through all installed packages for encoders at everything that it packs, which
    takes most of the time; unless one of them has any."""
    encoders = library("srsly.msgpack", _EXTRA).msgpack_encoders
    before, encoders.entry_points = encoders.entry_points, bool(encoders.get_entry_points())
    try:
        yield
    finally:
        encoders.entry_points = before


def _doc(tokens: Any, vocab: Any, sheet: Sheet, leaving: Leaving) -> Any:
    words, spaces = _words(sheet.text, [(mark.start, mark.end) for mark in sheet.marks])
    doc = tokens.Doc(vocab, words=words, spaces=spaces)
    bases = {entry["entity_id"]: entry["kb_id"] for entry in sheet.head["register"]}
    spans: dict[str, list[Any]] = {array: [] for array in ARRAYS}
    for mark in sheet.marks:
        leaving.lose_gaps(mark)
        base = bases.get(mark.rest.get("entity_id")) or ""
        span = doc.char_span(mark.start, mark.end, label=leaving.name(mark), kb_id=base, span_id=mark.id)
        assert span is not None, "tokens are cut at the edges of marks"
        spans[_GROUPS[mark.kind]].append(span)
    for array, group in spans.items():
        doc.spans[array] = group
    if _is_flat(mark for mark in sheet.marks if mark.kind == ENTITY):
        doc.set_ents(spans[_GROUPS[ENTITY]])
    doc.user_data["tawsim"] = {key: value for key, value in record_of(sheet).items() if key != "text"}
    return doc


def _words(text: str, marks: list[tuple[int, int]]) -> tuple[list[str], list[bool]]:
    """Words that joined are the text, each with whether the one blank behind it is left out of them."""
    words: list[str] = []
    spaces: list[bool] = []
    last = 0
    for start, end in [*cut_tokens(text, marks), (len(text), len(text))]:
        gap = text[last:start]
        if words and gap.startswith(" "):
            spaces[-1], gap = True, gap[1:]
        for word in (gap, text[start:end]):
            if word:
                words.append(word)
                spaces.append(False)
        last = end
    return words, spaces


def _is_flat(marks: Iterable[Mark]) -> bool:
    return all(one.end <= other.start for one, other in pairwise(sorted(marks, key=lambda mark: mark.start)))


DOCBIN = Format(
    "docbin",
    N_("spaCy DocBin"),
    (".spacy",),
    N_("gaps in marks of several fragments"),
    write=write,
    sink=one_or_many(".spacy"),
    written_as=(".spacy",),
)
