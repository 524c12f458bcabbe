"""The columns of the dataset as tables know them: one declaration for Parquet, for Hugging Face cards and releases.

It follows from the shape of a ``tawsim/1`` line. A column is the name of a plain type, ``[member]`` for a list, or a
dictionary of columns by name for a record.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from app.exchange.extras import library
from app.exchange.shape import ListOf, Object, Pair, Plain, Shape
from app.exchange.tawsim_shape import LINE, PROVENANCE

Column = str | list[Any] | dict[str, Any]
Record = dict[str, Any]

EXTRA = "parquet"
TEXT, FLAG, WHOLE, NUMBER = "string", "bool", "int64", "float64"
_TYPES = {str: TEXT, bool: FLAG, int: WHOLE, float: NUMBER}
_OF_A_RELATION = ("note", *PROVENANCE)  # a line may have them or not; a table always has the column


def columns() -> dict[str, Column]:
    """Every column of the dataset in the line's order. Dates are text, as they stand in the line."""
    made = _column(LINE)
    assert isinstance(made, dict)
    (relation,) = made["relations"]
    relation |= {key: NUMBER if key == "confidence" else TEXT for key in _OF_A_RELATION}
    return made


def _column(shape: Shape) -> Column:
    if isinstance(shape, Object):
        return {key: _column(each) for key, each in shape.keys.items()}
    if isinstance(shape, ListOf):
        return [_column(shape.member)]
    if isinstance(shape, Pair):
        return [WHOLE]
    assert isinstance(shape, Plain)
    if float in shape.types:
        return NUMBER
    (only,) = shape.types - {type(None)}
    return _TYPES[only]


def arrow_schema() -> Any:
    """The schema of the dataset for pyarrow. ``MissingLibrary`` when that is not installed."""
    arrow = library("pyarrow", EXTRA)

    def of(column: Column) -> Any:
        if isinstance(column, dict):
            return arrow.struct([arrow.field(key, of(each)) for key, each in column.items()])
        if isinstance(column, list):
            return arrow.list_(of(column[0]))
        return {TEXT: arrow.string, FLAG: arrow.bool_, WHOLE: arrow.int64, NUMBER: arrow.float64}[column]()

    return arrow.schema([arrow.field(key, of(each)) for key, each in columns().items()])


def card_features() -> list[Record]:
    """The same as ``features`` of a Hugging Face card (``dataset_info``)."""
    return [{"name": key, **_on_card(each)} for key, each in columns().items()]


def _on_card(column: Column) -> Record:
    if isinstance(column, dict):
        return {"struct": _fields(column)}
    if not isinstance(column, list):
        return {"dtype": column}
    (member,) = column
    if isinstance(member, dict):
        return {"list": _fields(member)}
    return {"list": _on_card(member) if isinstance(member, list) else member}


def _fields(record: Mapping[str, Column]) -> list[Record]:
    return [{"name": key, **_on_card(each)} for key, each in record.items()]


def yaml_lines(value: Any, indent: str = "") -> Iterator[str]:
    """Records and lists of text and numbers as lines of YAML, the way cards are written."""
    for key, each in value.items() if isinstance(value, dict) else enumerate(value):
        lead = f"{indent}{key}:" if isinstance(value, dict) else f"{indent}-"
        if not isinstance(each, dict | list):
            yield f"{lead} {_scalar(each)}"
        elif isinstance(value, dict):
            yield lead
            yield from yaml_lines(each, indent if isinstance(each, list) else f"{indent}  ")
        else:
            first, *rest = yaml_lines(each, f"{indent}  ")
            yield f"{lead} {first.strip()}"
            yield from rest


def _scalar(value: Any) -> str:
    """A plain word stands as it is; anything else as JSON, which YAML reads."""
    plain = isinstance(value, str) and value.isidentifier() and value.lower() not in _WORDS_OF_YAML
    return value if plain else json.dumps(value, ensure_ascii=False)


_WORDS_OF_YAML = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n", "nan", "inf"})
