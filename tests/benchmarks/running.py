"""A run: step by step, each in a process of its own, and the record of it all."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from tests.benchmarks.machine import ROOT, commit, now, versions
from tests.benchmarks.plan import Asked, Step
from tests.benchmarks.timing import WHOLE, Measure, measure_of

SCHEMA = "tawsim-benchmarks/1"
_HOUSE = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR")
_SAME = {"LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "TZ": "UTC", "TAWSIM_ANNOTATOR": "sana", "QT_LOGGING_RULES": "*=false"}


@dataclass(slots=True)
class Run:
    """What came of a run. ``left_out`` tells which steps were not measured and why, ``failed`` which broke."""

    measures: list[Measure] = field(default_factory=list)
    left_out: dict[str, str] = field(default_factory=dict)
    failed: dict[str, str] = field(default_factory=dict)


def run(
    steps: Iterable[Step], folder: Path, shown: dict[str, str], patience: float, tell: Callable[[str], None]
) -> Run:
    """Do all steps with their files in ``folder``, in the environment ``shown``.

    A step whose work would take more than ``patience`` seconds, by what it took with fewer articles, is left out, and
    so is one that has taken four times as long. A step that fails stops no other.
    """
    made, worked, prepared = Run(), dict[str, tuple[int, float]](), set[int]()
    environment = _house(folder, shown)
    for step in steps:
        fewer, took = worked.get(step.family, (0, 0.0))
        more = step.count / fewer * step.told.get("rounds", 1) if step.count > fewer > 0 else 0.0
        expected = took * more
        if expected > patience:
            made.left_out[step.name] = f"some {expected:.0f} seconds of work; --patience SECONDS allows it"
            continue
        if step.count and step.count not in prepared:
            prepared.add(step.count)
            corpus = Step("corpus", "corpora", "make", {"count": step.count})
            _timed(corpus, folder, environment, patience * 8, made, tell)
        found = _timed(step, folder, environment, patience * 4, made, tell)
        made.measures += found
        slow = [each.median for each in found if each.kind == WHOLE and each.part == "bulk"]
        if step.count and slow:
            worked[step.family] = step.count, max(slow)
    return made


def _timed(
    step: Step, folder: Path, environment: dict[str, str], most: float, made: Run, tell: Callable[[str], None]
) -> list[Measure]:
    begun = time.perf_counter()
    tell(step.name)
    found = _do(step, folder, environment, most, made)
    tell(f"{step.name}: {time.perf_counter() - begun:.0f} s")
    return found


def _do(step: Step, folder: Path, environment: dict[str, str], most: float, made: Run) -> list[Measure]:
    out = folder / "measures.json"
    out.unlink(missing_ok=True)
    words = [sys.executable, "-m", "tests.benchmarks.child", json.dumps(asdict(step)), str(folder), str(out)]
    try:
        done = subprocess.run(words, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=most)
    except subprocess.TimeoutExpired:
        made.left_out[step.name] = f"stopped after {most / 60:.0f} minutes"
        return []
    if done.returncode or not out.exists():
        made.failed[step.name] = (done.stderr.strip().splitlines() or [f"exit status {done.returncode}"])[-1]
        return []
    return [measure_of(each) for each in json.loads(out.read_text(encoding="utf-8"))]


def _house(folder: Path, shown: dict[str, str]) -> dict[str, str]:
    """An environment in which nothing of the user's own is read or written."""
    home = folder / "home"
    home.mkdir(parents=True, exist_ok=True, mode=0o700)
    return {**os.environ, **dict.fromkeys(_HOUSE, str(home)), **_SAME, **shown, "PYTHONPATH": str(ROOT)}


def record(made: Run, asked: Asked, shown: str, took: float, before: dict[str, Any]) -> dict[str, Any]:
    """The run as its file holds it; ``before`` is the machine as it was when nothing had begun."""
    return {
        "schema": SCHEMA,
        "made": now(),
        "commit": commit(),
        "machine": before,
        "versions": versions(),
        "asked": {**asdict(asked), "shown": shown},
        "took": round(took, 1),
        "measures": [each.as_record() for each in made.measures],
        "left_out": made.left_out,
        "failed": made.failed,
    }


def read(path: Path) -> dict[str, Any]:
    """The record of an earlier run. ``ValueError`` when the file is none."""
    found = json.loads(path.read_text(encoding="utf-8"))
    if not isinstance(found, dict) or found.get("schema") != SCHEMA:
        raise ValueError(f"{path} is not a file of measures ({SCHEMA}).")
    return found
