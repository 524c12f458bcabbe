"""brat standoff: for every article a text and its annotations, in a folder or an archive.

http://brat.nlplab.org/standoff.html: offsets are code points; fragments are ``start end;start end`` and their texts
joined by one space; no fragment holds a line break. Whatever Python's ``splitlines`` takes for one is one here, since
brat reads its lines so, and a tab, which parts the fields. Slots of frames are relations; choices and flags are
attributes; other attributes are notes. What brat has no line for lies in a ``.json`` beside the two files.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from itertools import count

from app.domain.errors import N_
from app.exchange.brat_conf import BREAKS, annotation_conf, one_line, safe, visual_conf
from app.exchange.brat_in import arrivals
from app.exchange.draft import kept_head
from app.exchange.format import Format
from app.exchange.page import Page
from app.exchange.sheet import Mark, Pairs, Record, Sheet
from app.exchange.sheets_out import TIE, Leaving, sheets
from app.exchange.sinks import Sink, many_files
from app.exchange.writing import Writing

KEY = "brat"
CUT = N_("line break or tab inside a mark: the mark is cut there")
NOTHING_LEFT = N_("mark of nothing but line breaks and tabs")
_LONGEST_NAME = 120


def write(sink: Sink, pages: Iterable[Page], writing: Writing) -> None:
    """Files named after the refs. The pages of the layer that comes first lie above, others in a folder of theirs."""
    first: str | None = None
    for sheet, leaving in sheets(pages, writing, KEY):
        layer: str = sheet.head["layer"]
        first = layer if first is None else first
        name = file_name(sheet.ref) if layer == first else f"{file_name(layer)}/{file_name(sheet.ref)}"
        lines, beside = _lines(sheet, leaving)
        parts = {".txt": sheet.text, ".ann": "".join(f"{line}\n" for line in lines), ".json": _json(beside)}
        for suffix, content in parts.items():
            with sink.file(name + suffix) as file:
                file.write(content.encode())
    names = writing.naming(KEY)
    for name, content in {
        "annotation.conf": annotation_conf(writing.codebook, names),
        "visual.conf": visual_conf(writing.codebook, names),
    }.items():
        with sink.file(name) as file:
            file.write(content.encode())


def file_name(ref: str) -> str:
    """A name for a file that every system takes, another for each ref: what is no letter is written ``%2F``."""
    quoted = re.sub(r"[^\w.-]|^\.|\.$", lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), ref)
    if len(quoted.encode()) <= _LONGEST_NAME:
        return quoted
    kept = quoted.encode()[: _LONGEST_NAME - 20].decode(errors="ignore")
    return f"{kept}-{hashlib.sha256(ref.encode()).hexdigest()[:16]}"


def _json(beside: Record) -> str:
    return json.dumps(beside, ensure_ascii=False, indent=1) + "\n"


def _lines(sheet: Sheet, leaving: Leaving) -> tuple[list[str], Record]:
    """The lines of the annotation file, and what lies beside it."""
    lines: list[str] = []
    marks: dict[str, Record] = {}
    ids: dict[str, str] = {}
    numbers, notes = count(1), count(1)
    norms = count(1)
    for mark in sheet.marks:
        pieces = _cut(sheet.text, mark, leaving)
        if not pieces:
            continue
        ids[mark.id] = own = f"T{len(ids) + 1}"
        name = leaving.name(mark)
        marks[own] = {"id": mark.id, "called": name, "rest": mark.rest}
        lines.append(_text_bound(own, safe(name), pieces, sheet.text))
        lines += (f"A{next(numbers)}\t{said}" for said in attributes_of(mark, own, leaving))
        lines += (f"#{next(notes)}\t{said}" for said in _notes(mark, own, leaving))
        lines += (f"N{next(norms)}\t{said}" for said in _references(mark, own, sheet))
    ties: dict[str, Record] = {}
    for tie in sheet.ties:
        if tie.source not in ids or tie.target not in ids:
            leaving.losses.add(TIE, tie.id or f"{tie.source}.{tie.role}={tie.target}")
            continue
        own = f"R{len(ties) + 1}"
        ties[own] = {"role": tie.role} if tie.id is None else {"role": tie.role, "id": tie.id, "rest": tie.rest}
        lines.append(f"{own}\t{safe(tie.role)} Arg1:{ids[tie.source]} Arg2:{ids[tie.target]}")
    return lines, {**kept_head(sheet), "marks": marks, "ties": ties}


def _cut(text: str, mark: Mark, leaving: Leaving) -> Pairs:
    """The fragments without the line breaks in them; telling so when that changes the mark."""
    pieces: Pairs = []
    for start, end in mark.fragments:
        at = start
        for found in BREAKS.finditer(text, start, end):
            pieces += [[at, found.start()]] if at < found.start() else []
            at = found.end()
        pieces += [[at, end]] if at < end else []
    if pieces != mark.fragments:
        leaving.losses.add(CUT if pieces else NOTHING_LEFT, mark.id)
    return pieces


def _text_bound(own: str, name: str, pieces: Pairs, text: str) -> str:
    places = ";".join(f"{start} {end}" for start, end in pieces)
    return f"{own}\t{name} {places}\t{' '.join(text[start:end] for start, end in pieces)}"


def attributes_of(mark: Mark, own: str, leaving: Leaving) -> Iterator[str]:
    """Choices and flags in which the mark says something else than one that is silent."""
    kind = leaving.codebook.kind(mark.kind)
    for key, value in leaving.said(mark).items():
        attribute = kind.attribute(key)
        if attribute is None or value is None:
            continue
        if attribute.type == "choice":
            yield f"{safe(key)} {own} {safe(str(value))}"
        elif attribute.type == "flag" and value is True:
            yield f"{safe(key)} {own}"


def _notes(mark: Mark, own: str, leaving: Leaving) -> Iterator[str]:
    """Texts that were written about the mark, for people to read in brat; exact ones lie beside."""
    for key, value in leaving.said(mark).items():
        if isinstance(value, str) and leaving.is_text(mark.kind, key) and value.strip():
            kind = "AnnotatorNotes" if key == "note" else safe(key)
            yield f"{kind} {own}\t{one_line(value)}"


def _references(mark: Mark, own: str, sheet: Sheet) -> Iterator[str]:
    """The register entry of a mention, by its id in Wikidata where it has one."""
    entry = mark.rest.get("entity_id")
    for known in sheet.head["register"] if entry is not None else ():
        if known["entity_id"] == entry and known["name"].strip():
            kb_id = known["kb_id"] or ""
            where = f"Wikidata:{kb_id}" if re.fullmatch(r"Q\d+", kb_id) else f"Register:{entry}"
            if not re.search(r"\s", where):
                yield f"Reference {own} {where}\t{one_line(known['name'])}"


BRAT = Format(
    KEY,
    N_("brat standoff (a folder, or .zip)"),
    (".ann",),
    N_("line breaks inside of marks"),
    arrivals=arrivals,
    write=write,
    sink=many_files,
    companions=(".txt", ".json"),
)
