"""Imports go down only. The contracts stand in pyproject.toml; one of them import-linter cannot say."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

ROOT = Path(__file__).parents[2]
BELOW_EVERYTHING = {"app", "regex"}


def test_every_import_contract_is_kept(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    status = lint_imports(no_cache=True)
    assert status == EXIT_STATUS_SUCCESS, capsys.readouterr().out


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
