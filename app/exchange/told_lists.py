"""Lists in somebody else's records: what should be one and is not, and what should not stand in it, is told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from app.domain.errors import N_
from app.exchange.draft import Draft
from app.exchange.errors import BadLine
from app.exchange.format import Refusal
from app.exchange.shape import said

NO_LIST = N_("{where} must be a list, and is {found}.")
_NO_OBJECT = N_("Under {where} stands {found}, which is none.")


def told_list(draft: Draft, record: Mapping[str, Any], key: str, line: int) -> list[Any]:
    """The list under ``key``. What is none is refused and gives an empty one, as silence does."""
    found = record.get(key)
    if found is not None and not isinstance(found, list):
        draft.refuse(BadLine(NO_LIST, where=key, found=said(found)), line)
    return found if isinstance(found, list) else []


def objects_told(draft: Draft, record: Mapping[str, Any], key: str, line: int) -> list[dict[str, Any]]:
    """The objects of the list under ``key``; its other members are refused."""
    found = told_list(draft, record, key, line)
    for each in found:
        if not isinstance(each, dict):
            draft.refuse(BadLine(_NO_OBJECT, where=key, found=said(each)), line)
    return objects(found)


def objects(found: object) -> list[dict[str, Any]]:
    """The objects of a list."""
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []


def amiss(record: Mapping[str, Any], keys: tuple[str, ...], line: int) -> Iterator[Refusal]:
    """What stands under the keys, in a list or without one, and is no object."""
    for key in keys:
        found = record.get(key)
        for each in found if isinstance(found, list) else ([] if found is None else [found]):
            if not isinstance(each, dict):
                yield Refusal(BadLine(_NO_OBJECT, where=key, found=said(each)), line)
