"""A storm: projects worked on by processes that are killed one after the other, and looked at after each kill."""

from __future__ import annotations

import contextlib
import json
import random
import shutil
import sqlite3
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from sqlite_utils import Database, Migrations

from app import resources
from app.domain.article import new_article
from app.store import Store, opening, schema, steps
from tests.store.making import content
from tests.storms import dying
from tests.storms.acts import text_by_chance
from tests.storms.after import lost, settled

KILLS_A_PROJECT = 30
OLD_PROJECTS = Path(__file__).parents[1] / "data"
BENCH, WINDOW, MIGRATION = "workbench", "window", "migration"


@dataclass(slots=True)
class Told:
    """What a storm came to. ``losses`` say which seed to run again."""

    kills: Counter[tuple[str, str]] = field(default_factory=Counter)
    acts: Counter[str] = field(default_factory=Counter)
    within: Counter[str] = field(default_factory=Counter)  # acts that a kill has broken off
    seconds: float = 0.0
    edits: int = 0
    articles: int = 0
    left: int = 0
    torn: int = 0
    parts: int = 0
    backups: int = 0
    restores: int = 0
    failures: int = 0  # unforeseen errors, after which nothing need be lost
    losses: list[str] = field(default_factory=list)

    @property
    def killed(self) -> int:
        return sum(self.kills.values())


class Storm:
    """Kills in the folder ``place``, every one of them by its own seed."""

    def __init__(
        self,
        place: Path,
        seed: int,
        windows: float = 0.1,
        *,
        patience: float = 1.5,
        say: Callable[[str], None] = lambda told: None,
    ) -> None:
        self.place, self.seed, self.windows, self.patience, self.say = place, seed, windows, patience, say
        self.told = Told()
        self._path = place / "none"
        self._out = place / "none"
        self._words = place / "none"

    def blow(self, kills: int) -> Told:
        """So many kills, the project made anew every ``KILLS_A_PROJECT``."""
        begun = time.monotonic()
        for number in range(kills):
            self.told.seconds = time.monotonic() - begun
            if number % KILLS_A_PROJECT == 0:
                self._new_project(number)
            self._one(number)
        self.told.seconds = time.monotonic() - begun
        return self.told

    def _one(self, number: int) -> None:
        seed = self.seed * 1_000_003 + number
        chance = random.Random(seed)
        dice = chance.random()
        way = chance.choice(dying.WAYS)
        if dice < 0.06:
            return self._migrate(seed, chance.choice((dying.STATEMENT, dying.INSIDE, dying.FILE)))
        in_window = dice > 1 - self.windows
        if in_window:
            way = chance.choice((dying.MOMENT, dying.STATEMENT, dying.INSIDE))
        before = len(self._read())
        live = dying.window_until_killed if in_window else dying.bench_until_killed
        process = dying.fork(partial(live, self._path, self._out, seed, way), self._words)
        seconds = chance.uniform(0.01, self.patience)
        if in_window:
            seconds += 2.5
        elif way != dying.MOMENT:
            seconds += self.patience
        self.told.kills[WINDOW if in_window else BENCH, way] += dying.reap(process, seconds)
        words = self._read()
        self._count(words[before:])
        for each in words[before:]:
            if "crash" in each:
                self.told.failures += 1
                self.say(f"kill {number}: the process failed by itself: {each['crash']}")
        if ended := settled(self._path, words):
            words.append(ended)
            with self._words.open("a", encoding="utf-8") as file:
                file.write(json.dumps(ended) + "\n")
            self.told.restores += "restored" in ended
        for each in lost(self._path, self._out, words):
            self._lose(number, each)

    def _migrate(self, seed: int, way: str) -> None:
        """A released project brought up to the next version by a process that is killed while it does."""
        old = random.Random(seed).choice(sorted(OLD_PROJECTS.glob("schema_*.tawsim")))
        place = self.place / f"migration-{seed}"
        place.mkdir()
        path = place / "old.tawsim"
        shutil.copy(old, path)
        before = _content(path)
        most = {dying.STATEMENT: 120, dying.INSIDE: 120, dying.FILE: 12}[way]
        process = dying.fork(partial(_open_by_the_next_version, path, seed, way, most), place / "told")
        self.told.kills[MIGRATION, way] += dying.reap(process, 10)
        with contextlib.closing(sqlite3.connect(path)) as connection:
            found = connection.execute("PRAGMA user_version").fetchone()[0]
        if found not in (int(old.stem.rpartition("_")[2]), schema.VERSION + 1):
            self._lose(seed, f"the project is at version {found} after a killed migration")
        copies = sorted(place.glob("old.tawsim.backup-*"))
        if any(_content(each) != before for each in copies) or (found == schema.VERSION + 1 and not copies):
            self._lose(seed, "the copy before the migration is not the project")
        with next_version(), Store.open(path) as store:
            if store.integrity() or _content(path) != before:
                self._lose(seed, "a killed migration changed the content")

    def _new_project(self, number: int) -> None:
        folder = self.place / f"project-{number}"
        folder.mkdir()
        self._out, self._path, self._words = folder / "out", folder / "storm.tawsim", folder / "told"
        self._out.mkdir()
        chance = random.Random(self.seed + number)
        with Store.create(self._path, resources.codebook()) as store:
            for each in range(3):
                store.add_article(new_article(f"a{each}", text_by_chance(chance)))

    def _read(self) -> list[dict[str, Any]]:
        if not self._words.exists():
            return []
        return [json.loads(line) for line in self._words.read_text(encoding="utf-8").splitlines()]

    def _count(self, words: list[dict[str, Any]]) -> None:
        told = self.told
        told.acts.update(each["act"] for each in words if "act" in each)
        doing = [each for each in words if "doing" in each or "act" in each]
        told.within.update(each["doing"] for each in doing[-1:] if "doing" in each)
        told.backups += sum("kept" in each or "before" in each for each in words)
        told.restores += sum("restored" in each for each in words)
        told.edits += sum("seq" in each for each in words)
        told.articles += sum(each.get("articles", 0) for each in words)
        told.left += sum("left" in each for each in words)
        left = {each["left"] for each in words if "left" in each}
        told.torn += sum(each.get("begun", "") not in left for each in words if "begun" in each)
        told.parts += len([each for each in self._out.iterdir() if each.suffix in (".part", ".old")])

    def _lose(self, number: int, what: str) -> None:
        told = f"kill {number} of seed {self.seed} in {self._path.parent}: {what}"
        self.told.losses.append(told)
        self.say(told)


def _content(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Every row, without the columns that the next version adds behind those of the article."""
    found = content(path)
    return found | {"article": [row[:14] for row in found["article"]]}


def _open_by_the_next_version(path: Path, seed: int, way: str, most: int, tell: Callable[..., None]) -> None:
    chance = random.Random(seed)
    with next_version():
        dying.arm(way, chance, most)
        Store.open(path).close()


@contextlib.contextmanager
def next_version() -> Any:
    """This program as its next version might be: the released steps and one that rebuilds a table."""
    later = Migrations(steps.STEPS.name)
    for each in steps.STEPS._migrations:
        later(name=each.name)(each.fn)

    @later(name="9999-01 the next version")
    def grow(db: Database) -> None:
        db.execute("ALTER TABLE article ADD COLUMN remark TEXT")
        db.execute("CREATE TABLE remark (id INTEGER PRIMARY KEY, words TEXT) STRICT")
        db.execute("INSERT INTO remark (words) SELECT text FROM article")

    kept = opening.VERSION, steps.bring_up_to_date.__defaults__
    opening.VERSION = schema.VERSION + 1
    steps.bring_up_to_date.__defaults__ = (later, schema.VERSION + 1)
    try:
        yield
    finally:
        opening.VERSION, steps.bring_up_to_date.__defaults__ = kept


def table_of(told: Told, seed: int) -> str:
    """What was tried, how often, and what was lost."""
    lines = [f"{'killed':12} {'how':24} {'times':>6}"]
    lines += [f"{what:12} {how:24} {count:6}" for (what, how), count in sorted(told.kills.items())]
    lines += ["", f"{'act':24} {'done':>8} {'killed in it':>13}"]
    acts = sorted({*told.acts, *told.within}, key=lambda act: (-told.acts[act], act))
    lines += [f"{act:24} {told.acts[act]:8} {told.within[act]:13}" for act in acts]
    lines += [
        "",
        f"edits acknowledged            {told.edits}",
        f"articles acknowledged         {told.articles}",
        f"exports and releases left     {told.left}",
        f"exports and releases torn off {told.torn}",
        f"backups acknowledged          {told.backups}",
        f"backups put back              {told.restores}",
        f"kills in all (seed {seed})      {told.killed}, {told.killed / max(told.seconds, 1) * 60:.0f} a minute",
        f"unforeseen errors             {told.failures}",
        f"lost                          {len(told.losses) or 'nothing'}",
    ]
    return "\n".join([*lines, *told.losses])
