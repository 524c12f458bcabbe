"""Imports go down only. The contracts stand in pyproject.toml; one of them import-linter cannot say."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
BELOW_EVERYTHING = {"app", "regex"}


def test_every_import_contract_is_kept():
    # In a process of its own: the linter sets logging up anew, and with that closes whatever a library that another
    # test imported logs to (absl, which mlcroissant brings, logs to the run's own standard error).
    linter = Path(sys.executable).with_name("lint-imports")
    run = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


def test_the_domain_needs_nothing_but_the_standard_library_and_regex():
    foreign = {
        f"{file.relative_to(ROOT)} imports {name}"
        for file in sorted((ROOT / "app" / "domain").rglob("*.py"))
        for name in imported(file)
        if name.split(".")[0] not in sys.stdlib_module_names | BELOW_EVERYTHING
        or (name.startswith("app") and not f"{name}.".startswith("app.domain."))
    }
    assert not foreign


def imported(file: Path) -> Iterator[str]:
    """Names of the modules that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
