"""The codebook of the project and the example line of the format, for every test that asks for them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from app import resources
from app.domain.codebook import Codebook

SHARED = Path(__file__).parents[2] / "../shared"


@pytest.fixture(scope="session")
def codebook() -> Codebook:
    return resources.codebook()


@pytest.fixture(scope="session")
def example_line() -> str:
    """The format's own example, without its line end."""
    file = SHARED / "gold-example.jsonl"
    if not file.exists():
        pytest.skip("needs ../shared/gold-example.jsonl")
    return file.read_text(encoding="utf-8").removesuffix("\n")


@pytest.fixture
def example(example_line: str) -> dict[str, Any]:
    """The example as a record of its own, to be spoilt."""
    record: dict[str, Any] = json.loads(example_line)
    return record


@pytest.fixture(scope="session")
def paragraphs() -> Path:
    """Real news paragraphs in JSON Lines, the text in the field ``paragraph``."""
    file = SHARED / "corpora/armpro_dev.jsonl"
    if not file.exists():
        pytest.skip("needs ../shared/corpora/armpro_dev.jsonl")
    return file
