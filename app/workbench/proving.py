"""The proof of a release: what was written is imported into a fresh project, and exported again it is the same."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import orjson

from app.domain.codebook import Codebook
from app.domain.errors import N_, TawsimError
from app.exchange.page import Page
from app.exchange.tawsim_lines import line_bytes
from app.exchange.tawsim_out import LineWriter
from app.store import Store
from app.workbench.intake import import_files

_REJECTED = N_("The release was not made: line {line} of {file} does not come back into a project: {reason}")
_UNREAD = N_("The release was not made: {file} does not come back into a project: {reason}")
_OTHER = N_("The release was not made: the article {ref} does not come back as it was written.")


class Unproven(TawsimError):
    """What was written is not what comes back. Nothing was released."""


def prove(files: Sequence[Path], codebook: Codebook, report: Callable[[int], None]) -> dict[str, Any]:
    """Import the files and compare every line with what the fresh project says. ``Unproven`` names the first that
    differs. ``report`` gets how many lines are compared, and may raise."""
    with (
        TemporaryDirectory(prefix="tawsim-proof-") as place,
        Store.create(Path(place) / "proof.tawsim", codebook) as store,
    ):
        found = import_files(store, files, author="tawsim", cancelled=_asks(report))
        if found.rejected:
            first = found.rejected[0]
            if first.line is None:
                raise Unproven(_UNREAD, file=first.file.name, reason=first.error)
            raise Unproven(_REJECTED, line=first.line, file=first.file.name, reason=first.error)
        count = 0
        for line, other in zip_longest(_lines(files), _again(store, codebook)):
            if line != other:
                raise Unproven(_OTHER, ref=orjson.loads(line or other)["doc_id"])
            count += 1
            if count % 50 == 0:
                report(count)
    return {"lines": count, "identical": True}


def _asks(report: Callable[[int], None]) -> Callable[[], bool]:
    def asked() -> bool:
        report(0)
        return False

    return asked


def _lines(files: Sequence[Path]) -> Iterator[bytes]:
    """The lines of all splits in the order of ref, as each of them is."""
    return (line for _, line in heapq.merge(*map(_numbered, files)))


def _numbered(file: Path) -> Iterator[tuple[str, bytes]]:
    with file.open("rb") as lines:
        for line in lines:
            yield orjson.loads(line)["doc_id"], line.rstrip(b"\n")


def _again(store: Store, codebook: Codebook) -> Iterator[bytes]:
    writer = LineWriter(codebook)
    for each in store.worked(None):
        page = Page(each.article, each.layer, each.annotations, each.links, each.register, each.progress, codebook)
        yield line_bytes(writer.record(page))
