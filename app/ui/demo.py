"""The demo: the sample article annotated by key events in the real window, exported, and pictured."""

from __future__ import annotations

import os
import sys
import tempfile
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app import resources
from app.domain.annotation import SUGGESTED
from app.domain.codebook import CLAIM, ENTITY, QUOTE
from app.domain.errors import N_, TawsimError
from app.store import Store
from app.workbench.intake import import_files
from app.workbench.outgo import export_jsonl

_SETTLED = (
    600  # milliseconds for what the window shows a moment after the last key: the inspector's page, its guideline
)


@dataclass(frozen=True, slots=True)
class Told:
    """What the demo did, in figures and paths."""

    presses: int
    entities: int
    quotes: int
    claims: int
    dataset: Path
    project: Path
    pictures: tuple[Path, ...]

    def lines(self) -> list[str]:
        """The same as English lines for the terminal."""
        return [
            f"{self.entities} entities, {self.quotes} quotes and {self.claims} claims marked",
            f"key presses: {self.presses}",
            f"dataset: {self.dataset}",
            *(f"screenshot: {picture}" for picture in self.pictures),
            f"project: {self.project}",
        ]


def run_demo(out: Path, language: str = "ar") -> Told:
    """Annotate, export to ``out/gold.jsonl`` and leave ``out/window.png`` and ``out/window-dark.png``.

    Works in a window of its own with settings of its own; without a display, in an offscreen one.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise TawsimError(N_("{path} cannot be made: {reason}."), path=out, reason=error.strerror) from error
    with tempfile.TemporaryDirectory(prefix="tawsim-demo-") as folder:
        os.environ["XDG_CONFIG_HOME"] = folder  # the analyst's own settings stay as they are
        script = tomllib.loads(resources.text("demo/script.toml"))
        project = _project(out, script["article"])
        return _annotate(out, project, script["step"], language)


def _project(out: Path, article: str) -> Path:
    path = out / "demo.tawsim"
    for leftover in (path, path.with_name("demo.tawsim-wal"), path.with_name("demo.tawsim-shm")):
        leftover.unlink(missing_ok=True)
    with Store.create(path, resources.codebook()) as store:
        import_files(store, [resources.path(f"articles/{article}.txt")], author="demo")
    return path


def _annotate(out: Path, project: Path, steps: list[Mapping[str, Any]], language: str) -> Told:
    from PySide6.QtCore import qInstallMessageHandler

    from app.ui import settings
    from app.ui.application import Session, choose_platform, make_application
    from app.ui.hand import Hand, wait_until_shown

    choose_platform()
    settings.write("language", language)
    qInstallMessageHandler(_pass_on)
    make_application().setCursorFlashTime(0)
    session = Session(project, author="demo")
    wait_until_shown(session.window)
    hand = Hand(session.window)
    for step in steps:
        _carry_out(hand, step)
    first = next(mark for mark in session.bench.marks if mark.kind == QUOTE)
    hand.go_to(first.start)
    hand.bench.focus_on(first)
    session.window.inspector.show_findings()
    pictures = _picture(session.window, out)
    marks = [mark for mark in session.bench.marks if mark.state != SUGGESTED]
    counts = {kind: sum(mark.kind == kind for mark in marks) for kind in (ENTITY, QUOTE, CLAIM)}
    session.close()
    dataset = out / "gold.jsonl"
    with Store.open(project) as store:
        export_jsonl(store, dataset)
    return Told(hand.presses, counts[ENTITY], counts[QUOTE], counts[CLAIM], dataset, project, pictures)


def _pass_on(kind: object, context: object, message: str | None) -> None:
    """Qt's messages, without those that only say what an offscreen screen lacks."""
    if message and not message.startswith("This plugin does not support"):
        sys.stderr.write(message + "\n")


def _carry_out(hand: Any, step: Mapping[str, Any]) -> None:
    if "mark" in step:
        label = hand.bench.codebook.label(ENTITY, step["mark"])
        hand.mark(label.key, step["text"], step.get("nth", 1))
    elif "quote" in step:
        hand.go_to(hand.find(step["quote"]).start)
        hand.press("Q")
        hand.choose("U", step["cue"])
        if step["speaker"] != "0":
            hand.choose("S", step["speaker"])
        elif hand.frame().attributes.get("realization") != "implicit":
            hand.press("S", "0")
        hand.press("Return")
    else:
        hand.go_to(hand.find(step["claim"]).start)
        hand.press("C")


def _picture(window: Any, out: Path) -> tuple[Path, ...]:
    """The window in light and in dark, changed by its own key."""
    from PySide6.QtTest import QTest

    from app.ui.hand import Hand

    taken = []
    hand = Hand(window)
    for name in ("window.png", "window-dark.png"):
        QTest.qWait(_SETTLED)
        if not window.grab().save(str(out / name)):
            raise TawsimError(N_("The picture {path} could not be written."), path=out / name)
        taken.append(out / name)
        hand.press("F8")
    return tuple(taken)
