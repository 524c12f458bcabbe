"""What the offsets of Label Studio's regions count: code points, or UTF-16 units as before 2021. Their words decide."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from app.domain.errors import N_
from app.exchange.errors import BadLine
from app.exchange.raw_text import RawText

Region = Mapping[str, Any]

_BOTH = N_("Some regions count code points and others UTF-16 units: export the task again from Label Studio.")


def span_of(value: Mapping[str, Any]) -> tuple[int, int] | None:
    """The start and end of a region's value as they stand there; None when it has none."""
    offsets = value.get("globalOffsets", value)
    start, end = (offsets.get("start"), offsets.get("end")) if isinstance(offsets, dict) else (None, None)
    return (start, end) if type(start) is int and type(end) is int else None


def counts_units(raw: RawText, regions: Sequence[Region]) -> bool | None:
    """Whether the regions count UTF-16 units (True) or code points (False), by the words that they say.

    None when it matters and nothing tells. ``BadLine`` when some count these and some those.
    """
    if raw.units[-1] == len(raw.raw):
        return False
    fits = [found for region in regions if (found := _fits(raw, region)) is not None]
    points = any(as_points and not as_units for as_points, as_units in fits)
    units = any(as_units and not as_points for as_points, as_units in fits)
    if points and units:
        raise BadLine(_BOTH)
    return units if points or units else None


def in_points(raw: RawText, span: tuple[int, int], units: bool | None) -> tuple[int, int] | None:
    """The span in code points; None when what it counts matters and is not known. An end inside a pair stays wrong."""
    start, end = (raw.from_units(edge) for edge in span)
    if units is None:
        return span if (start, end) == span else None
    return (-1 if start is None else start, -1 if end is None else end) if units else span


def says(value: Mapping[str, Any], found: str) -> bool:
    r"""Whether the region says these words, or none. Older versions write a line break as a backslash and n."""
    said = value.get("text")
    return not isinstance(said, str) or said in (found, found.replace("\n", "\\n"))


def _fits(raw: RawText, region: Region) -> tuple[bool, bool] | None:
    """Whether the words of a region stand where it says, counted in code points and in UTF-16 units."""
    value = region.get("value")
    span = span_of(value) if isinstance(value, dict) else None
    if not isinstance(value, dict) or span is None or not isinstance(value.get("text"), str):
        return None
    start, end = (raw.from_units(edge) for edge in span)
    as_points = says(value, raw.raw[span[0] : span[1]])
    return as_points, start is not None and end is not None and says(value, raw.raw[start:end])
