"""The folder of a release: its data files, line by line into their splits, and the papers beside them."""

from __future__ import annotations

import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from app.domain.rules import CLAIM_ENTRY
from app.exchange.features import card_features
from app.exchange.losses import Losses
from app.exchange.page import Page
from app.exchange.parquet_rows import RowWriter, rows_into
from app.exchange.release.card import card
from app.exchange.release.changes import Line, line_of
from app.exchange.release.croissant import croissant
from app.exchange.release.facts import DATA, TABLE, Facts, Split
from app.exchange.release.guidelines import guidelines
from app.exchange.schema import schema_text
from app.exchange.tawsim_lines import line_bytes
from app.exchange.tawsim_out import LineWriter
from app.exchange.tawsim_shape import LINE

_DAY = re.compile(r"(?:19|20)\d\d-\d\d-\d\d")
_SUMS = "SHA256SUMS"


class Folder:
    """The data of a release. ``lines`` are what was written, by ref, ``spans`` how many spans that were."""

    def __init__(self, path: Path, facts: Facts, shares: Mapping[str, float], losses: Losses) -> None:
        self.path = path
        self.lines: dict[str, Line] = {}
        self.spans = 0
        self._facts = facts
        self._writer = LineWriter(facts.codebook, losses=losses)
        self._losses = losses
        self._files: dict[str, BinaryIO] = {}
        self._tables: dict[str, RowWriter] = {}
        self._annotators: set[str] = set()
        self._saying: defaultdict[str, set[str]] = defaultdict(set)
        facts.splits = {split: Split() for split in shares}

    @property
    def files(self) -> list[Path]:
        """The files of lines, one a split."""
        return [self.path / DATA.format(split=split) for split in self._facts.splits]

    @contextmanager
    def open(self) -> Iterator[None]:
        """All files of all splits; afterwards their checksums and sizes stand in the facts."""
        (self.path / "data").mkdir()
        with ExitStack() as stack:
            for split in self._facts.splits:
                table = stack.enter_context((self.path / TABLE.format(split=split)).open("wb"))
                self._tables[split] = stack.enter_context(rows_into(table, self._losses))
                self._files[split] = stack.enter_context((self.path / DATA.format(split=split)).open("wb"))
            yield
        for pattern in (DATA, TABLE):
            for split in self._facts.splits:
                name = pattern.format(split=split)
                self._facts.checksums[name] = sum_of(self.path / name)
                self._facts.sizes[name] = (self.path / name).stat().st_size

    def add(self, page: Page, split: str) -> None:
        """Write one page. An ``AssertionError`` is ours: what the model holds must fit the dataset's own shape."""
        record = self._writer.record(page)
        LINE.check(record)
        self.spans += _check_spans(record)
        line = line_bytes(record)
        self._files[split].write(line + b"\n")
        self._tables[split].add(record)
        self.lines[record["doc_id"]] = line_of(record, line, split)
        self._count(record, split)

    def same_text(self) -> list[str]:
        """Refs whose whole text stands in another split too."""
        splits: dict[str, set[str]] = {}
        for line in self.lines.values():
            splits.setdefault(line.text, set()).add(line.split)
        return sorted(ref for ref, line in self.lines.items() if len(splits[line.text]) > 1)

    def shared_claims(self) -> list[list[str]]:
        """Refs of articles that make the same claim, or contradict it, claim by claim, where they are in two splits."""
        groups = (sorted(refs) for _, refs in sorted(self._saying.items()))
        return [group for group in groups if len({self.lines[ref].split for ref in group}) > 1]

    def _count(self, record: Mapping[str, Any], split: str) -> None:
        facts, meta = self._facts, record["meta"]
        facts.splits[split].add(record)
        self._annotators.update(record["annotators"])
        facts.annotators = tuple(sorted(self._annotators))
        if meta["source"]:
            facts.sources[meta["source"]] = facts.sources.get(meta["source"], 0) + 1
        if _DAY.match(meta["published"] or ""):  # what its source says in another way cannot be compared
            day = meta["published"][:10]
            facts.first_day = min(facts.first_day or day, day)
            facts.last_day = max(facts.last_day or day, day)
        claims = {entry["entity_id"] for entry in record["register"] if entry["label"] == CLAIM_ENTRY}
        for relation in record["relations"]:
            if relation["to"] in claims:
                self._saying[relation["to"]].add(record["doc_id"])


def leave_papers(folder: Path, facts: Facts, losses: str, changes: str) -> None:
    """Everything that stands beside the data, and last the checksums of all."""
    papers = {
        "README.md": card(facts, card_features()),
        "croissant.json": croissant(facts),
        "schema.json": schema_text(),
        "guidelines.md": guidelines(facts.codebook),
        "agreement.json": _json(facts.agreement),
        "validation.json": _json(facts.validation),
        "losses.json": losses,
        "CHANGES.md": changes,
    }
    for name, text in papers.items():
        (folder / name).write_bytes(text.encode())
        facts.checksums[name] = sum_of(folder / name)
    sums = (f"{checksum}  {name}\n" for name, checksum in sorted(facts.checksums.items()))
    (folder / _SUMS).write_bytes("".join(sums).encode())


def sum_of(path: Path) -> str:
    """The SHA-256 of a file, as ``sha256sum`` tells it."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _check_spans(record: Mapping[str, Any]) -> int:
    """How many spans the record has; each of them must hold the text that it says."""
    count = 0
    for array in ("entities", "cues", "quotes", "claims"):
        for mark in record[array]:
            assert "".join(record["text"][start:end] for start, end in mark["fragments"]) == mark["text"], mark["id"]
            count += len(mark["fragments"])
    return count


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
