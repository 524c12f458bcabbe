"""A record of ``tawsim/1`` as the bytes of its line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from app.exchange.json_lines import is_everyday, quickly_written, written
from app.exchange.tawsim_shape import ARRAYS


def line_bytes(record: Mapping[str, Any]) -> bytes:
    """The line without its end. The same record always gives the same bytes, whichever library writes it."""
    if all(map(is_everyday, _numbers(record))):
        return quickly_written(record)
    return written(record).encode()


def _numbers(record: Mapping[str, Any]) -> Iterator[Any]:
    """What may be a fraction, as a line has it: how sure a mark is, and whatever a relation may have brought along."""
    for array in ARRAYS:
        for mark in record[array]:
            if mark["confidence"] is not None:
                yield mark["confidence"]
    for relation in record["relations"]:
        yield from (value for value in relation.values() if value is not None and not isinstance(value, str))
