"""What changed since the last release: its lines and the new ones, compared by ref, a line at a time."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import orjson

from app.domain.errors import N_
from app.exchange.errors import CannotRead

_NO_LINES = N_("{path} is no release that can be compared with: {reason}. Name another one, or none.")
_SHOWN = 50
_ARRAYS = ("entities", "quotes", "cues", "claims")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a release as it is compared: its split, checksums of text and of the whole, and counts of marks."""

    split: str
    text: str
    whole: str
    marks: Mapping[str, int]


@dataclass(slots=True)
class Changes:
    """Refs that were ``added``, ``removed``, have other marks (``changed``), other text, or another split."""

    version: str | None = None
    added: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    rewritten: list[str] = field(default_factory=list)
    moved: list[str] = field(default_factory=list)
    before: dict[str, int] = field(default_factory=dict)
    after: dict[str, int] = field(default_factory=dict)


def lines_of(folder: Path) -> dict[str, Line]:
    """Every line of a release's data by ref. ``CannotRead`` when the folder is no release."""
    found: dict[str, Line] = {}
    try:
        files = sorted((folder / "data").glob("*.jsonl"))
        if not files:
            raise CannotRead(_NO_LINES, path=folder, reason=N_("it has no data/*.jsonl"))
        for file in files:
            with file.open("rb") as lines:
                for line in lines:
                    record = orjson.loads(line)
                    found[record["doc_id"]] = line_of(record, line, file.stem)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise CannotRead(_NO_LINES, path=folder, reason=error) from error
    return found


def line_of(record: Mapping[str, Any], line: bytes, split: str) -> Line:
    """One line as it is compared. ``line`` are its bytes without regard to the line end."""
    counts = {array: len(record[array]) for array in _ARRAYS}
    return Line(split, record["sha256"], hashlib.sha256(line.rstrip(b"\n")).hexdigest(), counts)


def compared(before: Mapping[str, Line] | None, after: Mapping[str, Line], version: str | None = None) -> Changes:
    """What became of each article. ``before`` None: this is the first release."""
    made = Changes(version, after=_total(after))
    if before is None:
        return made
    made.before = _total(before)
    made.added = sorted(after.keys() - before.keys())
    made.removed = sorted(before.keys() - after.keys())
    for ref in sorted(after.keys() & before.keys()):
        one, other = before[ref], after[ref]
        if one.text != other.text:
            made.rewritten.append(ref)
        elif one.whole != other.whole:
            made.changed.append(ref)
        if one.split != other.split:
            made.moved.append(ref)
    return made


def changes_text(changes: Changes, version: str, made: str) -> str:
    """The text of ``CHANGES.md``."""
    return "\n".join(_lines(changes, version, made)) + "\n"


def _lines(changes: Changes, version: str, made: str) -> Iterator[str]:
    yield "# Changes"
    yield ""
    yield f"## {version} ({made[:10]})"
    yield ""
    if not changes.before:
        yield f"The first release: {changes.after.get('articles', 0):,} articles."
        return
    yield f"Since {changes.version or 'the last release'}:"
    yield ""
    yield "| | before | now |"
    yield "| --- | ---: | ---: |"
    for name, now in changes.after.items():
        yield f"| {name} | {changes.before.get(name, 0):,} | {now:,} |"
    named = {
        "New articles": changes.added,
        "Articles that are gone": changes.removed,
        "Articles with other marks": changes.changed,
        "Articles with another text": changes.rewritten,
        "Articles in another split": changes.moved,
    }
    for title, refs in named.items():
        yield ""
        yield f"### {title}: {len(refs):,}"
        if refs:
            yield ""
            yield from (f"- {ref}" for ref in refs[:_SHOWN])
            if len(refs) > _SHOWN:
                yield f"- and {len(refs) - _SHOWN:,} more"


def _total(lines: Mapping[str, Line]) -> dict[str, int]:
    total = {"articles": len(lines), **dict.fromkeys(_ARRAYS, 0)}
    for line in lines.values():
        for array, count in line.marks.items():
            total[array] += count
    return total
