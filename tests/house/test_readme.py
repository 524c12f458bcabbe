"""The README cannot lie: its keys are those of the table of actions, its commands run, its first ten minutes happen."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app import resources
from app.cli import main
from app.domain.codebook import CLAIM, CUE, ENTITY, QUOTE
from app.exchange.formats import FORMATS
from app.ui.application import Session, make_application
from app.ui.hand import Hand, wait_until_shown
from app.ui.words import key_text
from app.workbench.actions import Action, Menu, marking, table
from app.workbench.keymap import read_keymap
from app.workbench.samples import sample_project

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
KEYMAP = read_keymap(resources.text("keymaps/arabic-101.toml"))
ACTIONS = {name: action for name, action in table(resources.codebook(), marking.mark).items() if action.keys}
LABELS = {name: action for name, action in ACTIONS.items() if action.menu is Menu.LABEL}
ACTS = {action.title: action for name, action in ACTIONS.items() if name not in LABELS}
LARGEST_PICTURE = 250_000


def section(title: str) -> str:
    """What stands under a heading, up to the next."""
    found = re.search(rf"^## {re.escape(title)}\n(.*?)(?=^## |\Z)", README, re.MULTILINE | re.DOTALL)
    assert found, title
    return found[1]


def rows(text: str, columns: int) -> Iterator[list[str]]:
    """The rows of the tables of that many columns, without heads and lines."""
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("| `") and len(cells) == columns:
            yield cells


def quoted(text: str) -> list[str]:
    return re.findall(r"`([^`]+)`", text)


def shown(keys: list[str]) -> list[str]:
    """Keys as the key sheet shows them, each once."""
    return list(dict.fromkeys(key_text(key).strip("\u2066\u2069") for key in keys))


def twins(actions: list[Action]) -> list[str]:
    return shown([key for each in actions for key in KEYMAP.both(each.keys) if key not in each.keys])


def test_its_keys_are_those_of_the_table_of_actions():
    told = []
    for keys, arabic, does in rows(section("Keys"), 3):
        actions = [ACTS[title] for title in does.split(" · ")]
        assert quoted(keys) == shown([key for each in actions for key in each.keys]), does
        assert quoted(arabic) == twins(actions), does
        told += does.split(" · ")
    assert sorted(told) == sorted(ACTS)


def test_its_labels_are_those_of_the_codebook():
    told = {}
    for key, arabic, english, name, label in rows(section("Keys"), 5):
        told[f"label.{label.strip('`')}"] = (quoted(key), quoted(arabic), english, name)
    assert told == {
        name: (shown(list(action.keys)), twins([action]), action.words.en, action.words.ar)
        for name, action in LABELS.items()
    }


def test_keys_that_it_says_are_free_are_free():
    taken = {key for action in ACTIONS.values() for key in action.keys}
    free = [quoted(line)[0] for line in section("Not yet").splitlines() if line.startswith("- `")]
    assert len(free) > 3
    assert taken.isdisjoint(free)


@pytest.fixture
def hand() -> Iterator[Hand]:
    """A hand in the window that opens the first time."""
    make_application().setCursorFlashTime(0)
    session = Session(sample_project("sana"), author="sana")
    wait_until_shown(session.window)
    yield Hand(session.window)
    session.close()


_NAMES = {"←": "Left", "→": "Right", "↑": "Up", "↓": "Down", "Enter": "Return", "Delete": "Del"}


def pressed(text: str) -> list[str]:
    return ["+".join(_NAMES.get(part, part) for part in key.split("+")) for key in quoted(text)]


def test_the_first_ten_minutes_happen_as_told(hand):
    *steps, last = re.findall(r"^\d\. (.*?)(?=^\d\. |\n\n)", section("The first ten minutes"), re.MULTILINE | re.DOTALL)
    assert len(steps) == 8
    for step in steps:
        hand.press(*pressed(step))
    first, marks = hand.bench.article, {kind: [] for kind in (ENTITY, QUOTE, CLAIM, CUE)}
    for mark in hand.bench.marks:
        marks[mark.kind].append(mark)
    assert [(mark.label, mark.exact) for mark in marks[ENTITY]] == [
        ("GPE", "الأردن"),
        ("OCC", "وزير المياه والري الأردني"),
        ("PERS", "سامر العواد"),
    ]
    (quote, implicit), (claim,), (cue, _) = marks[QUOTE], marks[CLAIM], marks[CUE]
    assert all(mark.state == "accepted" for mark in hand.bench.marks)
    assert (quote.attributes["realization"], implicit.attributes["realization"]) == ("named", "implicit")
    links = {(link.source, link.role): link.target.value for link in hand.bench.marks.links()}
    assert links[quote.id, "cue"] == cue.id
    assert links[quote.id, "speaker"] == links[claim.id, "claimer"]
    assert links[quote.id, "speaker"] in {mark.id for mark in marks[ENTITY]}
    assert all(mark.exact in section("The first ten minutes") for mark in marks[ENTITY])
    findings, done = pressed(last)
    hand.press(findings)
    assert hand.bench.article == first
    hand.press(done)
    assert hand.bench.article != first


def test_what_it_says_of_clitics_is_so(hand):
    for surface in ("وبغداد", "للسعودية"):
        hand.go_to(hand.find(surface).start)
        hand.press("G")
    made = [(mark.exact, mark.attributes.get("normalized")) for mark in hand.bench.marks]
    assert made == [("بغداد", None), ("للسعودية", "السعودية")]


@pytest.fixture(scope="module")
def followed(tmp_path_factory) -> Path:
    """A folder in which its commands have been run, in one shell that stops at the first that fails."""
    folder = tmp_path_factory.mktemp("readme")
    (folder / "articles").mkdir()
    for file in resources.samples():
        shutil.copy(file, folder / "articles" / file.name)
    (folder / "bin").mkdir()
    tawsim = folder / "bin" / "tawsim"
    tawsim.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m app "$@"\n', encoding="utf-8")
    tawsim.chmod(0o755)
    (script,) = re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
    environment = {**os.environ, "PATH": f"{folder / 'bin'}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(["sh", "-ec", script], cwd=folder, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "imported: 4 articles" in done.stdout
    return folder


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="needs a shell")
def test_its_commands_run(followed):
    assert (followed / "gold.jsonl").exists()
    assert (followed / "demo-out" / "window.png").exists()


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="needs a shell")
def test_its_way_to_read_a_dataset_works(followed, monkeypatch):
    monkeypatch.chdir(followed / "demo-out")
    assert len(json.loads(Path("gold.jsonl").read_text(encoding="utf-8").splitlines()[0])["entities"]) > 20
    (script,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_every_command_is_told_and_no_other():
    told = set(re.findall(r"^tawsim ([a-z]+)|`tawsim ([a-z]+)", README, re.MULTILINE))
    assert {"".join(either) for either in told} == {name for name, each in main.commands.items() if not each.hidden}


def test_every_format_is_told():
    for each in FORMATS:
        for suffix in each.suffixes[:1]:
            assert f"`{suffix}`" in section("Files in and out")


def test_every_file_it_names_is_there():
    named = re.findall(r"\]\(([^)]+)\)", README)
    named += [word for words in quoted(README) for word in words.split() if re.match(r"(packaging|resources)/", word)]
    assert len(named) > 5
    assert [name for name in named if not (ROOT / name).is_file()] == []


def test_its_pictures_are_small():
    pictures = list((ROOT / "docs").glob("*.png"))
    assert {picture.name for picture in pictures} == {"window.png", "window-dark.png"}
    assert all(picture.stat().st_size < LARGEST_PICTURE for picture in pictures)
