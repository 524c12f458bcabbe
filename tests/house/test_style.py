"""ruff, mypy, and the sizes that keep a file readable."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
LINES = 300

# Files over the limit, each with the reason why it is not split.
LONG_FILES: dict[str, str] = {}


def run(*words: str) -> str:
    """What a tool says when it is not content, else nothing."""
    done = subprocess.run([sys.executable, "-m", *words], cwd=ROOT, capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def test_ruff_has_nothing_to_say():
    complaint = run("ruff", "check", "--no-cache", ".")
    assert not complaint, complaint


def test_every_file_is_formatted():
    complaint = run("ruff", "format", "--no-cache", "--check", ".")
    assert not complaint, complaint


def test_types_hold():
    complaint = run("mypy")
    assert not complaint, complaint


def test_no_file_is_too_long_without_a_reason():
    lengths = {
        str(file.relative_to(ROOT)): len(file.read_text(encoding="utf-8").splitlines())
        for file in (ROOT / "app").rglob("*.py")
    }
    assert {name: length for name, length in lengths.items() if length > LINES and name not in LONG_FILES} == {}


def test_a_file_that_became_short_leaves_the_list_of_long_ones():
    for name in LONG_FILES:
        assert len((ROOT / name).read_text(encoding="utf-8").splitlines()) > LINES, name
