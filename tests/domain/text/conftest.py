"""What the tests of the text rules share: the shipped word lists, and texts of the kind that news sites hold."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.domain.text.lexicon import Lexicons, read_lexicons

ROOT = Path(__file__).parents[3]
SHARED = ROOT / "../shared"


@pytest.fixture(scope="session")
def lexicons() -> Lexicons:
    return read_lexicons({file.name: file.read_text("utf-8") for file in (ROOT / "resources/lexicons").glob("*.toml")})


@pytest.fixture(scope="session")
def reference() -> str:
    """The reference article."""
    file = SHARED / "articles/000_57f3cbd02e05244a.txt"
    if not file.exists():
        pytest.skip("the reference article is not beside the project")
    return file.read_text("utf-8")


@pytest.fixture(scope="session")
def scraped() -> list[str]:
    """Real news paragraphs with bidi controls, zero-width and private-use characters."""
    file = SHARED / "corpora/armpro_dev.jsonl"
    if not file.exists():
        pytest.skip("the corpora are not beside the project")
    return [json.loads(line)["paragraph"] for line in file.read_text("utf-8").splitlines()]
