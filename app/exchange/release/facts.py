"""What a release is: everything that its card, its metadata and its reports say, gathered before they are written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from app.domain.codebook import Codebook

DATA = "data/{split}.jsonl"
TABLE = "data/{split}.parquet"


@dataclass(frozen=True, slots=True)
class About:
    """What only people can say of a dataset. ``answers`` are those to the questions of the datasheet, by their names.

    Whatever is not said stands as a marked blank in the card.
    """

    name: str = "tawsim-dataset"
    title: str | None = None
    description: str | None = None
    license: str | None = None
    url: str | None = None
    creators: tuple[str, ...] = ()
    citation: str | None = None
    answers: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Split:
    """Counts of one split: articles, code points of text, and marks by array and label."""

    articles: int = 0
    characters: int = 0
    marks: dict[str, dict[str, int]] = field(default_factory=dict)

    def add(self, record: Mapping[str, Any]) -> None:
        """Count the record of one ``tawsim/1`` line."""
        self.articles += 1
        self.characters += len(record["text"])
        for array in ("entities", "cues", "quotes", "claims"):
            counts = self.marks.setdefault(array, {})
            for mark in record[array]:
                label = mark.get("label") or mark.get("type") or array
                counts[label] = counts.get(label, 0) + 1

    def total(self, array: str) -> int:
        return sum(self.marks.get(array, {}).values())


@dataclass(slots=True)
class Facts:
    """One release. ``made`` is the time of the newest edit, not of the release: the same project gives the same bytes.

    ``checksums`` are those of the data files by their path in the folder.
    """

    about: About
    version: str
    made: str
    layer: str
    codebook: Codebook
    splits: dict[str, Split]
    annotators: tuple[str, ...] = ()
    sources: dict[str, int] = field(default_factory=dict)
    first_day: str | None = None
    last_day: str | None = None
    agreement: Mapping[str, Any] = field(default_factory=dict)
    validation: Mapping[str, Any] = field(default_factory=dict)
    lost: int = 0
    checksums: dict[str, str] = field(default_factory=dict)
    sizes: dict[str, int] = field(default_factory=dict)

    @property
    def articles(self) -> int:
        return sum(split.articles for split in self.splits.values())

    def marks(self, array: str) -> int:
        return sum(split.total(array) for split in self.splits.values())
