"""UIMA CAS as XMI and as JSON, for INCEpTION and whatever stands on UIMA: a file an article, in a folder or archive.

Positions count UTF-16 units there; dkpro-cassis leads them over. Beside XMI lies ``TypeSystem.xml``, which INCEpTION
takes for its layers; JSON has the types in it.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from app.domain.errors import N_, TawsimError
from app.exchange.cas_in import Warned, arrival_of, warned
from app.exchange.cas_out import CasWriter
from app.exchange.cas_types import EXTRA, type_system
from app.exchange.drafting import Drafting
from app.exchange.errors import BadLine, CannotWrite, NotText
from app.exchange.extras import library
from app.exchange.file_names import file_name
from app.exchange.format import Arrival, Format, Head, Reading, Source
from app.exchange.page import Page
from app.exchange.sheets_out import sheets
from app.exchange.sinks import Sink, many_files
from app.exchange.text_fields import bytes_of_file
from app.exchange.writing import Writing

TYPE_SYSTEM = "TypeSystem.xml"
_KEY = "cas"
_LARGEST = 64 << 20
_DOCTYPE = N_("The file declares a document type, which no XMI does and which can be made to do harm: it is not read.")
_BROKEN = N_("It is no UIMA CAS that can be read: {reason}.")


def write_xmi(sink: Sink, pages: Iterable[Page], writing: Writing) -> None:
    _write(sink, pages, writing, CasWriter(in_xml=True), "xmi", lambda cas: cas.to_xmi().encode())
    with sink.file(TYPE_SYSTEM) as file:
        file.write(type_system().to_xml().encode())


def write_json(sink: Sink, pages: Iterable[Page], writing: Writing) -> None:
    _write(sink, pages, writing, CasWriter(in_xml=False), "json", lambda cas: cas.to_json().encode())


def _write(
    sink: Sink, pages: Iterable[Page], writing: Writing, writer: CasWriter, suffix: str, content: Callable[[Any], bytes]
) -> None:
    for number, (sheet, leaving) in enumerate(sheets(pages, writing, _KEY), 1):
        with sink.file(f"{file_name(number, sheet.ref)}.{suffix}") as file:
            file.write(content(writer.cas(sheet, leaving)))


def folder(out: Path) -> AbstractContextManager[Sink]:
    """A folder or an archive: each file there is one article."""
    if out.suffix.lower() in (".xmi", ".json", ".tsv"):
        raise CannotWrite(
            N_("A file of this format holds one article: name a folder or a .zip archive for them, not {name}."),
            name=out.name,
        )
    return many_files(out)


def looks_like_xmi(head: Head) -> bool:
    return b"http://www.omg.org/XMI" in head.start[:8192]


def looks_like_json(head: Head) -> bool:
    return head.text.startswith(b"{") and any(
        name in head.start[:4096] for name in (b'"%TYPES"', b'"%FEATURE_STRUCTURES"')
    )


def xmi_arrivals(source: Source, reading: Reading) -> Iterator[Arrival]:
    types = next(filter(Path.is_file, (source.path.with_name(TYPE_SYSTEM), source.path.with_suffix(".xml"))), None)
    known = None if types is None else bytes_of_file(types, _LARGEST)

    def load(cassis: Any, content: bytes) -> Any:
        _refuse_doctype(content)
        if known is None:
            return cassis.load_cas_from_xmi(io.BytesIO(content), typesystem=type_system(), lenient=True)
        _refuse_doctype(known)
        system = cassis.load_typesystem(io.BytesIO(known))
        return cassis.load_cas_from_xmi(io.BytesIO(content), typesystem=system, lenient=True)

    return _arrivals(source, reading, load)


def json_arrivals(source: Source, reading: Reading) -> Iterator[Arrival]:
    return _arrivals(source, reading, lambda cassis, content: cassis.load_cas_from_json(content.decode()))


def _arrivals(source: Source, reading: Reading, load: Callable[[Any, bytes], Any]) -> Iterator[Arrival]:
    content = bytes_of_file(source.path, _LARGEST)
    cas, told = _loaded(load, content)
    yield arrival_of(cas, source, Drafting(reading, _KEY, _KEY), told, len(content))


def _loaded(load: Callable[[Any, bytes], Any], content: bytes) -> tuple[Any, Warned]:
    cassis = library("cassis", EXTRA)
    try:
        with warned() as told:
            cas = load(cassis, content)
    except TawsimError:
        raise
    except Exception as error:  # whatever the library makes of a broken file
        reason = " ".join(str(error).split())[:200].rstrip(".") or type(error).__name__
        raise NotText(_BROKEN, reason=reason) from error
    return cas, told


def _refuse_doctype(content: bytes) -> None:
    """A document type stands before the first element, and is where entities come from."""
    safe = library("defusedxml.ElementTree", EXTRA)
    try:
        next(iter(safe.iterparse(io.BytesIO(content), events=("start",), forbid_dtd=True)), None)
    except safe.DTDForbidden as error:
        raise BadLine(_DOCTYPE) from error


XMI = Format(
    "xmi",
    N_("UIMA CAS XMI (INCEpTION)"),
    (".xmi",),
    N_("characters that XML cannot hold"),
    looks_like=looks_like_xmi,
    arrivals=xmi_arrivals,
    write=write_xmi,
    sink=folder,
    companions=(TYPE_SYSTEM,),
)
CAS_JSON = Format(
    "casjson",
    N_("UIMA CAS JSON (INCEpTION)"),
    (".json",),
    looks_like=looks_like_json,
    arrivals=json_arrivals,
    write=write_json,
    sink=folder,
)
