"""A Hugging Face folder: the dataset as Parquet and as JSON Lines, with a card that declares its features."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from app.domain.errors import N_
from app.exchange.features import card_features, yaml_lines
from app.exchange.format import Format
from app.exchange.page import Page
from app.exchange.parquet_rows import rows_into
from app.exchange.records_out import records
from app.exchange.sinks import Sink, many_files
from app.exchange.tawsim_lines import line_bytes
from app.exchange.writing import Writing

CARD = "README.md"
_SPLIT = "train"


@dataclass(frozen=True, slots=True)
class Split:
    """How much a split holds: articles (one a layer) and the bytes of its JSON Lines."""

    articles: int
    size: int


def card_head(splits: Mapping[str, Split]) -> Iterator[str]:
    """The YAML at the top of a card, line by line: where the data lie, of which type each column is, how much it is.

    It names the Parquet alone: a folder is loaded by one builder, which would take JSON Lines for Parquet too.
    """
    files = [{"split": split, "path": f"data/{split}.parquet"} for split in splits]
    counted = [{"name": split, "num_bytes": each.size, "num_examples": each.articles} for split, each in splits.items()]
    whole = {"config_name": "default", "features": card_features(), "splits": counted}
    configs = [{"config_name": "default", "data_files": files}]
    yield "---"
    yield from yaml_lines(
        {"language": ["ar"], "task_categories": ["token-classification"], "configs": configs, "dataset_info": whole}
    )
    yield "---"


def write(sink: Sink, pages: Iterable[Page], writing: Writing) -> None:
    size = 0
    with (
        sink.file(f"data/{_SPLIT}.parquet") as table,
        sink.file(f"data/{_SPLIT}.jsonl") as lines,
        rows_into(table, writing.losses) as rows,
    ):
        for record in records(pages, writing, "huggingface"):
            rows.add(record)
            size += lines.write(line_bytes(record) + b"\n")
    with sink.file(CARD) as card:
        card.write(_card(writing, size).encode())


def _card(writing: Writing, size: int) -> str:
    book = writing.codebook
    return "\n".join(
        [
            *card_head({_SPLIT: Split(writing.lines, size)}),
            "",
            f"# {book.name}",
            "",
            f"{writing.lines} articles with {writing.marks} marks, made with the codebook {book.name}, version "
            f"{book.version}. One row is one article in one layer, in the format tawsim/1. Offsets count Unicode code",
            "points from 0, the end exclusive, into `text`, which is the imported text unchanged.",
            "",
        ]
    )


HUGGING_FACE = Format(
    "huggingface",
    N_("Hugging Face folder (Parquet and JSON Lines with a card)"),
    (),
    write=write,
    sink=many_files,
)
