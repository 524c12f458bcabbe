"""The card of a release: Hugging Face metadata in YAML, what the data is, and the datasheet's questions.

The questions follow Datasheets for Datasets (Gebru et al. 2021). What nobody has answered stands as a marked blank, so
that no reader takes silence for an answer.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from app.exchange.features import yaml_lines
from app.exchange.release.facts import DATA, TABLE, About, Facts

BLANK = "**[to be filled in]**"
_ARRAYS = {"entities": "Entities", "quotes": "Quotes", "cues": "Cues", "claims": "Claims"}
_SIZES = ((1000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (1_000_000, "100K<n<1M"))

# Of each section the questions by the names that answers have in the file about the dataset.
DATASHEET = {
    "Motivation": {
        "purpose": "For what purpose was the dataset made?",
        "funding": "Who made it, for whom, and who paid for it?",
    },
    "Composition": {
        "instances": "How were the articles chosen, and what do they stand for?",
        "missing": "What is missing, and why?",
        "confidential": "Is anything in it confidential, offensive, or about people who did not agree to it?",
    },
    "Collection": {
        "acquisition": "How were the articles acquired, when, and with what right?",
        "consent": "Were the people in it told, and may they object?",
    },
    "Annotation": {
        "annotators": "Who annotated, how were they trained and paid?",
        "adjudication": "How were disagreements settled?",
        "suggestions": "Which marks were proposed by rules or models before somebody decided on them?",
    },
    "Uses": {
        "intended": "What is it meant for?",
        "unfit": "What should it not be used for?",
    },
    "Distribution and maintenance": {
        "rights": "Which rights of others lie on the texts?",
        "maintenance": "Who maintains it, and where are errors reported?",
    },
}


def card(facts: Facts, features: list[dict[str, Any]]) -> str:
    """The text of ``README.md``. ``features`` are those of the Parquet files as ``dataset_info`` declares them."""
    return "\n".join((*_metadata(facts, features), "", *_body(facts))) + "\n"


def _metadata(facts: Facts, features: list[dict[str, Any]]) -> Iterator[str]:
    size = next((name for most, name in _SIZES if facts.articles < most), "n>1M")
    about = facts.about
    filled = {name: split for name, split in facts.splits.items() if split.articles}  # nobody can load an empty one
    values: dict[str, Any] = {
        "pretty_name": about.title or about.name,
        "language": ["ar"],
        "license": about.license or "unknown",
        "annotations_creators": ["expert-generated"],
        "source_datasets": ["original"],
        "size_categories": [size],
        "task_categories": ["token-classification"],
        "task_ids": ["named-entity-recognition"],
        "tags": ["arabic", "news", "quotation-attribution", "claims", "croissant"],
        "configs": [
            {
                "config_name": "default",
                "data_files": [{"split": split, "path": TABLE.format(split=split)} for split in filled],
            }
        ],
        "dataset_info": {
            "features": features,
            "splits": [
                {"name": name, "num_bytes": facts.sizes[DATA.format(split=name)], "num_examples": split.articles}
                for name, split in filled.items()
            ],
        },
    }
    yield "---"
    yield from yaml_lines(values)
    yield "---"


def _body(facts: Facts) -> Iterator[str]:
    about = facts.about
    yield f"# {about.title or about.name}"
    yield ""
    yield about.description or f"{BLANK} What is in this dataset, in a few sentences."
    yield ""
    yield from _what(facts)
    yield from _splits(facts)
    yield from _format(facts)
    yield from _quality(facts)
    yield from _datasheet(about)
    yield from _citing(facts)


def _what(facts: Facts) -> Iterator[str]:
    book = facts.codebook
    rows = {
        "Version": facts.version,
        "Newest edit": facts.made,
        "Layer": f"`{facts.layer}`",
        "Codebook": f"{book.title.en} (`{book.name}`, version {book.version}), see [guidelines.md](guidelines.md)",
        "Language": "Arabic, right to left",
        "Articles": f"{facts.articles:,}",
        **{name: f"{facts.marks(array):,}" for array, name in _ARRAYS.items()},
        "Annotators": str(len(facts.annotators)),
        "Sources": ", ".join(f"{name} ({count:,})" for name, count in _most(facts.sources)) or "not stated",
        "Published": f"{facts.first_day} to {facts.last_day}" if facts.first_day else "not stated",
        "Licence": facts.about.license or BLANK,
    }
    yield "| | |"
    yield "| --- | --- |"
    yield from (f"| {name} | {_cell(value)} |" for name, value in rows.items())
    yield ""


def _splits(facts: Facts) -> Iterator[str]:
    names = list(facts.splits)
    yield "## Splits"
    yield ""
    yield "Near-duplicates (reprints of one story) always stand in one split; each split has its share of every label."
    yield ""
    yield f"| | {' | '.join(names)} |"
    yield f"| --- |{' ---: |' * len(names)}"
    yield f"| articles | {' | '.join(f'{facts.splits[name].articles:,}' for name in names)} |"
    yield f"| characters | {' | '.join(f'{facts.splits[name].characters:,}' for name in names)} |"
    for array in _ARRAYS:
        labels = sorted({label for split in facts.splits.values() for label in split.marks.get(array, {})})
        for label in labels:
            counts = (f"{facts.splits[name].marks.get(array, {}).get(label, 0):,}" for name in names)
            yield f"| {array}: {_cell(label)} | {' | '.join(counts)} |"
    yield ""
    shared = facts.validation.get("leakage", {}).get("same_claim_in_two_splits", [])
    if shared:
        yield f"Claims that articles of different splits make or contradict: {len(shared):,}. Whoever learns to match"
        yield "claims across articles deals them anew; [validation.json](validation.json) lists the articles."
        yield ""


def _format(facts: Facts) -> Iterator[str]:
    yield "## Format"
    yield ""
    yield "`data/*.jsonl` holds one article a line in the form `tawsim/1` ([schema.json](schema.json)),"
    yield "`data/*.parquet` the same as tables. Offsets are Unicode code points, 0-based, the end exclusive, in logical"
    yield "order: in Python, `text[start:end]` is the marked text. `fragments` joined are a mark's `text`. What could"
    yield "not be told is in [losses.json](losses.json); what was checked, in [validation.json](validation.json)."
    yield ""
    yield "```python"
    yield "from datasets import load_dataset"
    yield ""
    yield 'articles = load_dataset("path/to/this/folder", split="train")'
    yield 'for entity in articles[0]["entities"]:'
    yield '    print(entity["label"], [articles[0]["text"][start:end] for start, end in entity["fragments"]])'
    yield "```"
    yield ""
    yield "pandas, Polars and DuckDB load the Parquet files, which declare every type:"
    yield ""
    yield "```python"
    filled = next((name for name, split in facts.splits.items() if split.articles), "train")
    path = TABLE.format(split=filled)
    yield f'pandas.read_parquet("{path}")'
    yield f'polars.read_parquet("{path}")'
    yield f"duckdb.sql(\"SELECT * FROM '{path}'\")"
    yield "```"
    yield ""
    yield "From JSON Lines they would have to guess: DuckDB takes ids for UUIDs and times for timestamps (name the"
    yield "columns to `read_json` where their text is wanted), and an empty file tells no reader its columns."
    empty = [name for name, split in facts.splits.items() if not split.articles]
    if empty:
        yield ""
        yield f"There are too few articles for {' and '.join(f'`{name}`' for name in empty)}: those files are empty,"
        yield "and `datasets` is not told of them."
    yield ""


def _quality(facts: Facts) -> Iterator[str]:
    yield "## Quality"
    yield ""
    pairs = facts.agreement.get("pairs")
    if not pairs:
        yield f"Agreement was not measured: {facts.agreement.get('reason', 'no two layers did the same articles')}."
    else:
        yield "Agreement of annotators on the articles that both have done ([agreement.json](agreement.json)):"
        yield ""
        yield "| layers | articles | marks | F1 exact | F1 overlapping |"
        yield "| --- | ---: | ---: | ---: | ---: |"
        for pair in pairs:
            spans = pair["spans"]["all"]
            marks = f"{spans['marks'][0]:,} and {spans['marks'][1]:,}"
            layers = _cell(" and ".join(pair["layers"]))
            yield f"| {layers} | {pair['articles']:,} | {marks} | {spans['f1_exact']} | {spans['f1_overlapping']} |"
    yield ""
    yield f"Things that the format could not hold: {facts.lost:,}."
    yield ""


def _datasheet(about: About) -> Iterator[str]:
    yield "## Datasheet"
    for section, questions in DATASHEET.items():
        yield ""
        yield f"### {section}"
        for name, question in questions.items():
            yield ""
            yield f"**{question}** {about.answers.get(name) or BLANK}"
    yield ""


def _citing(facts: Facts) -> Iterator[str]:
    yield "## Citation"
    yield ""
    yield facts.about.citation or BLANK


def _most(counts: dict[str, int], most: int = 12) -> list[tuple[str, int]]:
    ordered = sorted(counts.items(), key=lambda each: (-each[1], each[0]))
    rest = sum(count for _, count in ordered[most:])
    return ordered[:most] + ([("others", rest)] if rest else [])


def _cell(value: str) -> str:
    return value.replace("|", "\\|").replace("\n", " ")
