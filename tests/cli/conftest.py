"""An analyst at the terminal: ``say`` runs a command in this process, ``type_`` in one of its own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from app.cli import main
from app.domain.annotation import Annotation
from app.domain.article import new_article
from app.domain.edit import making
from app.domain.span import Span
from app.store import Stamp, Store

ROOT = Path(__file__).parents[2]
SHARED = ROOT / "../shared"
NEWS = (
    'قال وزير المياه سامر العواد، الثلاثاء، إن "مخزون السدود بلغ 71% من طاقتها"، مضيفا أن الحكومة لن تخفض حصة أي '
    "مزارع في وادي الأردن هذا العام، وفق ما ذكرته وكالة الأنباء في تقرير لها من العاصمة.\n"
)
WHEN = "2026-11-23T09:00:00Z"


@dataclass(frozen=True)
class Heard:
    """What a command answered."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def sentences(self) -> list[str]:
        """What was said on standard error, without the name in front."""
        return [line.removeprefix("tawsim: ") for line in self.err.splitlines()]


Say = Callable[..., Heard]


def fitting(heard: Heard) -> Heard:
    """What is true of every answer: sentences, never a traceback, and one reason for what could not be done."""
    assert "Traceback" not in heard.err
    assert all(line.startswith("tawsim: ") for line in heard.err.splitlines()), heard.err
    if heard.status in (2, 3):
        assert heard.out == ""
        assert len(heard.sentences) == 1, heard.err
    return heard


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Commands name files as they are seen from a folder of the test's own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TAWSIM_ANNOTATOR", "sana")
    return tmp_path


@pytest.fixture
def say() -> Say:
    """Run ``tawsim`` with the given words, in this process."""

    def run(*words: object) -> Heard:
        result = CliRunner().invoke(main, [str(word) for word in words], prog_name="tawsim")
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return fitting(Heard(result.exit_code, result.stdout, result.stderr))

    return run


def type_(*words: object, environment: dict[str, str | None] | None = None, **more: Any) -> Heard:
    """Run ``tawsim`` with the given words as a process of its own; ``environment`` changes this one's."""
    wanted = {**os.environ, "PYTHONPATH": str(ROOT), **(environment or {})}
    done = subprocess.run(
        [sys.executable, "-m", "app", *map(str, words)],
        env={name: value for name, value in wanted.items() if value is not None},
        capture_output=True,
        encoding="utf-8",
        **more,
    )
    return fitting(Heard(done.returncode, done.stdout, done.stderr))


@pytest.fixture
def project(say: Say, here: Path) -> Path:
    """An empty project."""
    assert say("new", "p.tawsim").status == 0
    return here / "p.tawsim"


def gold(project: Path, ref: str = "a", text: str = NEWS, *, layer: str = "sana", **values: Any) -> Annotation:
    """An article in the project with the name ``سامر العواد`` marked; ``values`` are the mark's own."""
    at = text.index("سامر العواد")
    with Store.open(project) as store:
        article = store.article_by_ref(ref)
        if article is None:
            article = new_article(ref, text)
            store.add_article(article)
        name = f"{ref}-{layer}-{values.get('state', 'accepted')}"
        spans = (Span(at, at + 11),)
        mark = Annotation(name, article.id, layer, "entity", "PERS", spans, text[at : at + 11], WHEN, layer, **values)
        store.write(making("Mark", mark), Stamp(layer, layer, WHEN, 1))
    return mark


@dataclass(frozen=True)
class Disk:
    """A file system of the test's own."""

    place: Path

    def turn_read_only(self) -> None:
        assert not subprocess.run(["mount", "-o", "remount,ro", str(self.place)], capture_output=True).returncode

    def fill(self) -> None:
        """Leave no room at all."""
        with (self.place / "ballast").open("wb", buffering=0) as ballast:
            try:
                while True:
                    ballast.write(bytes(4096))
            except OSError:
                return


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    """A file system of one megabyte, for those who may mount one."""
    if os.name != "posix" or os.geteuid() != 0 or shutil.which("mount") is None:
        pytest.skip("only root can mount")
    place = tmp_path / "disk"
    place.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "none", str(place)], capture_output=True).returncode:
        pytest.skip("mounting is not allowed here")
    yield Disk(place)
    os.chdir(tmp_path)  # a file system that somebody stands in stays
    assert not subprocess.run(["umount", str(place)], capture_output=True).returncode
