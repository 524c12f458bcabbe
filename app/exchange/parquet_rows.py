"""Records of the dataset as rows of Parquet, some hundred at a time, and back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, BinaryIO

from app.domain.errors import N_
from app.exchange.errors import CannotRead
from app.exchange.extras import library
from app.exchange.features import EXTRA, arrow_schema
from app.exchange.json_lines import unreadable
from app.exchange.losses import Losses
from app.exchange.tawsim_shape import PROVENANCE

Record = dict[str, Any]

NO_COLUMN = N_("key of a relation that the table has no column for")
_MOST_ROWS, _MOST_LETTERS = 1_000, 2_000_000  # a group of rows is held in memory: it ends with the first that is full
_BATCH = 100


class RowWriter:
    """Writes records to an open file; ``close`` writes what is left and the end of the file."""

    def __init__(self, file: BinaryIO, losses: Losses) -> None:
        self._arrow = library("pyarrow", EXTRA)
        self._schema = arrow_schema()
        self._file = library("pyarrow.parquet", EXTRA).ParquetWriter(file, self._schema, compression="zstd")
        self._losses = losses
        self._columns = {field.name for field in self._schema.field("relations").type.value_type}
        self._rows: list[Record] = []
        self._letters = 0

    def add(self, record: Record) -> None:
        for relation in record["relations"]:
            for key in relation.keys() - self._columns:
                self._losses.add(NO_COLUMN, f"{relation['id']}.{key}")
        self._rows.append(record)
        self._letters += len(record["text"])
        if len(self._rows) == _MOST_ROWS or self._letters > _MOST_LETTERS:
            self._flush()

    def close(self) -> None:
        self._flush()
        self._file.close()

    def abandon(self) -> None:
        """Let go of the file: pyarrow would write to it whenever the writer is collected."""
        with suppress(Exception):
            self._file.close()

    def _flush(self) -> None:
        if self._rows:
            self._file.write_table(self._arrow.Table.from_pylist(self._rows, schema=self._schema))
        self._rows, self._letters = [], 0


@contextmanager
def rows_into(file: BinaryIO, losses: Losses) -> Iterator[RowWriter]:
    """A writer that is closed when all went well; when not, the file is dropped by whoever opened it."""
    writer = RowWriter(file, losses)
    try:
        yield writer
        writer.close()
    except BaseException:
        writer.abandon()
        raise


def rows_of(path: Path, shown: Path) -> Iterator[Record]:
    """Every row as plain values; dates and other such cells as text. ``CannotRead`` for what is no Parquet file.

    ``MissingLibrary`` when pyarrow is not installed.
    """
    arrow, parquet = library("pyarrow", EXTRA), library("pyarrow.parquet", EXTRA)
    try:
        with parquet.ParquetFile(path) as file:
            for batch in file.iter_batches(batch_size=_BATCH):
                yield from map(_row, batch.to_pylist())
    except OSError as error:
        if error.errno is not None:
            raise unreadable(shown, error) from error
        raise _damaged(shown, error) from error
    except (arrow.ArrowException, ValueError, UnicodeError) as error:
        raise _damaged(shown, error) from error


def _damaged(shown: Path, error: Exception) -> CannotRead:
    reason = str(error).strip().partition("\n")[0][:200].rstrip(".")
    return CannotRead(
        N_("{path} is no whole Parquet file, it is damaged or was cut off: {reason}."), path=shown, reason=reason
    )


def _row(row: Record) -> Record:
    """A relation that came with fewer keys has nothing in the columns of the others."""
    for relation in row["relations"] if isinstance(row.get("relations"), list) else ():
        if isinstance(relation, dict) and any(relation.get(key) is None for key in ("origin", "made_by", "made_at")):
            for key in ("note", *PROVENANCE):
                if relation.get(key, "") is None:
                    del relation[key]
    plain: Record = json.loads(json.dumps(row, default=_text))
    return plain


def _text(cell: object) -> str:
    return cell.decode(errors="replace") if isinstance(cell, bytes) else str(cell)
