"""No class of Qt is made in another thread than the window's: PySide6 may end the process then."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

from app.ui.qt_classes import LATER

ROOT = Path(__file__).parents[2]
NOT_MADE = """
import sys
import app.ui.application, app.ui.window
for line in sys.stdin:
    module, name = line.split()
    if name not in vars(sys.modules.get(module, sys)):
        print(module, name)
"""


def asked_for() -> set[str]:
    """What the modules of the interface import from PySide6: ``module name``."""
    return {
        f"{node.module} {each.name}"
        for file in (ROOT / "app" / "ui").rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("PySide6.")
        for each in node.names
    }


def test_every_class_that_a_page_needs_beyond_the_first_window_is_made_ahead():
    """The demonstration alone asks for QtTest."""
    names = "\n".join(sorted(name for name in asked_for() if "QtTest" not in name))
    done = subprocess.run(
        [sys.executable, "-c", NOT_MADE], cwd=ROOT, input=names, capture_output=True, text=True, check=True
    )
    assert set(done.stdout.splitlines()) == {f"{module} {name}" for module, names in LATER.items() for name in names}
