"""One step in this process: ``python -m tests.benchmarks.child STEP FOLDER OUT``, the step as JSON."""

from __future__ import annotations

import importlib
import inspect
import json
import sys
from pathlib import Path
from typing import Any


def run(module: str, function: str, told: dict[str, Any], folder: Path) -> list[dict[str, Any]]:
    """The records of what a step measures; ``folder`` is for its files, and shared with other steps."""
    work = getattr(importlib.import_module(f"tests.benchmarks.{module}"), function)
    given = {"folder": folder, **told} if "folder" in inspect.signature(work).parameters else told
    return [each.as_record() for each in work(**given)]


if __name__ == "__main__":
    step, place, out = json.loads(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3])
    out.write_text(json.dumps(run(step["module"], step["function"], step["told"], place)), encoding="utf-8")
