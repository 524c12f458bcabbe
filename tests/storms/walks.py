"""What is done on a failing disk, and what must be true afterwards: edits, imports, backups, migrations and more."""

from __future__ import annotations

import hashlib
import json
import shutil
import sys
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from app import resources
from app.domain.annotation import DONE, Progress
from app.domain.article import new_article
from app.domain.edit import Change, Edit
from app.domain.errors import TawsimError
from app.exchange.formats import format_named
from app.store import Store, backups, restoring
from app.store.rescue import rescue
from app.store.rotation import HAND
from app.workbench.actions import marking, table
from app.workbench.bench import Workbench
from app.workbench.codebook_changes import draft, rename_label
from app.workbench.codebook_plan import apply, plan
from app.workbench.intake import import_files
from app.workbench.keyfile import read_key_file, write_key_file
from app.workbench.keys import Key, OwnKeys
from app.workbench.outgo import export
from app.workbench.place import Place
from app.workbench.releasing import release
from tests.store import sample
from tests.store.making import content
from tests.storms.after import lost

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
TEXT = "قال وزير المياه سليم الناصر إن «السدود في عمّان ممتلئة».\nووصل وفد من بغداد إلى بيروت."
SPREAD = 40  # articles that an import brings


@dataclass
class Walk:
    """One thing done over and over in ``folder``, which is new each time. ``told`` are acknowledgements."""

    folder: Path
    told: list[dict[str, Any]] = field(default_factory=list)

    @property
    def project(self) -> Path:
        return self.folder / "a.tawsim"

    def prepare(self) -> None:
        """Before the disk fails, once for all times."""
        with Store.create(self.project, resources.codebook()) as store:
            for number in range(4):
                store.add_article(new_article(f"a{number}", f"{TEXT}\n{number}"))
            bench = Workbench(store, author="sana")
            for each in store.queue("sana"):
                bench.open_article(each.id)
                for at in (5, 30, 60):
                    self.mark(bench, at)
                bench.do(done(bench))
        (self.folder / "out").mkdir()

    def begin(self) -> None:
        """Before the disk fails, each time."""

    def act(self) -> None:
        raise NotImplementedError

    def finish(self) -> Iterator[str]:
        """After the disk was mended, in the same process: what is wrong, in sentences."""
        yield from ()

    def look(self, done: bool) -> Iterator[str]:
        """What a stranger finds; ``done`` says whether the act was acknowledged."""
        yield from lost(self.project, self.folder / "out", self.told)
        for each in self.folder.rglob("*"):
            if each.name.endswith((".part", ".old", ".new")):
                yield f"{each.name} is left behind"

    def mark(self, bench: Workbench, at: int) -> None:
        bench.put(Place.at(at))
        run(bench, "label.PERS")
        self.acknowledge(bench.store)

    def acknowledge(self, store: Store) -> None:
        newest = store.journal(limit=1)
        self.told += [{"seq": each.seq, "id": each.id} for each in newest]


def run(bench: Workbench, name: str) -> None:
    action = table(bench.codebook, marking.mark)[name]
    if action.when(bench):
        action.act(bench)


def done(bench: Workbench) -> Edit:
    """The open article called done."""
    before = bench.progress
    return Edit("Done", (Change(before, Progress(before.article, before.layer, DONE, (bench.layer,))),))


class Editing(Walk):
    """Marks, an undo and a redo in a project that stays open; the memory of the bench is what the tables say."""

    def begin(self) -> None:
        self.bench = Workbench(Store.open(self.project), author="sana")
        self.bench.open_article(self.bench.store.queue("sana")[0].id)

    def act(self) -> None:
        self.mark(self.bench, 40)
        self.bench.undo()
        self.acknowledge(self.bench.store)
        self.bench.redo()
        self.acknowledge(self.bench.store)
        self.mark(self.bench, 65)

    def finish(self) -> Iterator[str]:
        bench = self.bench
        assert bench.article is not None
        stored = bench.store.annotations(bench.article.id, bench.layer)
        if sorted(stored, key=lambda mark: mark.order) != list(bench.marks):
            yield "memory is not what the tables say"
        before = bench.store.counts()["edits"]
        self.mark(bench, 12)
        if bench.store.counts()["edits"] != before + 1:
            yield "the step cannot be repeated"
        bench.close()


class Closing(Walk):
    """A project with much in its log is closed, which writes all of it into the file."""

    def begin(self) -> None:
        self.bench = Workbench(Store.open(self.project), author="sana")
        self.bench.open_article(self.bench.store.queue("sana")[0].id)
        for at in (12, 40, 65):
            self.mark(self.bench, at)

    def act(self) -> None:
        self.bench.close()


class Opening(Walk):
    def act(self) -> None:
        with Store.open(self.project) as store:
            store.index_search()
            store.set_note("article", "x")


class Making(Walk):
    """A new project: there whole, or not at all."""

    def act(self) -> None:
        Store.create(self.folder / "new.tawsim", resources.codebook()).close()

    def look(self, done: bool) -> Iterator[str]:
        yield from super().look(done)
        new = self.folder / "new.tawsim"
        if new.exists():
            with Store.open(new) as store:
                yield from store.integrity()
        elif done:
            yield "the new project is not there"


class Importing(Walk):
    """Articles and a broken line: those that were told are in, and repeated all are, none twice."""

    def prepare(self) -> None:
        super().prepare()
        lines = [json.dumps({"id": f"n{each}", "text": f"{TEXT} {each}"}, ensure_ascii=False) for each in range(SPREAD)]
        (self.folder / "news.jsonl").write_text("\n".join([*lines, '{"broken": ']), encoding="utf-8")

    def bring(self) -> int:
        with Store.open(self.project) as store:
            return import_files(store, [self.folder / "news.jsonl"], author="sana").added

    def act(self) -> None:
        self.told.append({"articles": self.bring()})

    def finish(self) -> Iterator[str]:
        self.bring()
        with Store.open(self.project, readonly=True) as store:
            if store.counts()["articles"] != 4 + SPREAD:
                yield f"{store.counts()['articles']} articles are in after the import was repeated"


class Leaving(Walk):
    """An export over an earlier one: the old one stays, or the new one is whole."""

    form, name = "tawsim", "left.jsonl"

    def prepare(self) -> None:
        super().prepare()
        self.leave()
        (self.folder / "before").write_text(self.seen())
        with Store.open(self.project) as store:
            bench = Workbench(store, author="sana")
            bench.resume()
            self.mark(bench, 20)

    def leave(self) -> None:
        with Store.open(self.project, readonly=True) as store:
            export(store, self.folder / "out" / self.name, format_named(self.form))

    def seen(self) -> str:
        place = self.folder / "out" / self.name
        files = [place] if place.is_file() else sorted(each for each in place.rglob("*") if each.is_file())
        return "\n".join(f"{each.name} {hashlib.sha256(each.read_bytes()).hexdigest()}" for each in files)

    def act(self) -> None:
        self.leave()

    def finish(self) -> Iterator[str]:
        found = self.seen()
        self.leave()
        if found not in (self.seen(), (self.folder / "before").read_text()):
            yield "the export is neither the old one nor the new one"


class LeavingFolder(Leaving):
    form, name = "brat", "left"


class LeavingPages(Leaving):
    form, name = "html", "left.html"


class Releasing(Walk):
    def act(self) -> None:
        with Store.open(self.project) as store:
            release(store, self.folder / "out" / "release-1")
        self.told.append({"left": "release-1"})

    def look(self, done: bool) -> Iterator[str]:
        yield from super().look(done)
        place = self.folder / "out" / "release-1"
        if place.exists() and not (place / "SHA256SUMS").exists():
            yield "half a release is there"


class BackingUp(Walk):
    def act(self) -> None:
        backups.make_backup(self.project, HAND, NOW)

    def look(self, done: bool) -> Iterator[str]:
        yield from super().look(done)
        found = backups.backups_of(self.project)
        if done and not found:
            yield "the backup is not there"
        for each in found:
            if content(each.path) != content(self.project):
                yield "the backup is not the project"


class Restoring(Walk):
    """The state of the backup or that of before, and that of before in a backup whenever it is not in the project."""

    def prepare(self) -> None:
        super().prepare()
        backups.make_backup(self.project, HAND, NOW)
        self.then = content(self.project)
        with Store.open(self.project) as store:
            bench = Workbench(store, author="sana")
            bench.resume()
            for at in (12, 40, 65):
                self.mark(bench, at)
        self.told.clear()
        self.now = content(self.project)

    def put_back(self) -> None:
        first = next(each for each in backups.backups_of(self.project) if each.moment.cause == HAND)
        restoring.restore(self.project, first, NOW)

    def act(self) -> None:
        self.put_back()

    def look(self, done: bool) -> Iterator[str]:
        yield from super().look(done)
        found = content(self.project)
        if found not in (self.then, self.now) or (done and found != self.then):
            yield "the project is neither what it was nor what the backup is"
        kept = [content(each.path) for each in backups.backups_of(self.project)]
        if self.then not in kept or (found == self.then and self.now not in kept):
            yield "a state is lost"
        self.put_back()
        if content(self.project) != self.then:
            yield "the backup cannot be restored afterwards"


class Migrating(Walk):
    """A project of version 1: opens as it was, or as it shall be, and its copy is whole."""

    def prepare(self) -> None:
        (self.folder / "out").mkdir()
        shutil.copy(sample.FOLDER / "schema_1.tawsim", self.project)
        self.before = content(self.project)

    def act(self) -> None:
        Store.open(self.project).close()

    def look(self, done: bool) -> Iterator[str]:
        for each in self.folder.glob("a.tawsim.backup-*"):
            if content(each) != self.before:
                yield "the copy is not the project"
        with Store.open(self.project) as store:
            yield from store.integrity()
        if content(self.project) != self.before:
            yield "the migration changed what the project holds"
        yield from (f"{each.name} is left behind" for each in self.folder.glob(".tawsim-*"))


class Recoding(Walk):
    """A label renamed in every mark of the project."""

    def act(self) -> None:
        with Store.open(self.project) as store:
            bench = Workbench(store, author="sana")
            change = rename_label(draft(bench.codebook), "entity", "PERS", "PERSON")
            apply(store, plan(store, change, bench.stamp()), bench.stamp())
            self.acknowledge(store)

    def look(self, done: bool) -> Iterator[str]:
        yield from super().look(done)
        with Store.open(self.project, readonly=True) as store:
            found = {mark.label for each in store.queue("sana") for mark in store.annotations(each.id, "sana")}
            wanted = "PERSON" if store.codebook().has("entity", "PERSON") else "PERS"
            if found != {wanted}:
                yield f"the codebook says {wanted}, and the marks say {found}"


class Rescuing(Making):
    def prepare(self) -> None:
        super().prepare()
        content_ = bytearray(self.project.read_bytes())
        content_[4096 * 9 : 4096 * 9 + 64] = bytes(64)
        (self.folder / "damaged.tawsim").write_bytes(content_)

    def act(self) -> None:
        rescue(self.folder / "damaged.tawsim", self.folder / "new.tawsim")


class Keys(Walk):
    """The analyst's own keys: the old file, or the new one."""

    def prepare(self) -> None:
        super().prepare()
        write_key_file(self.folder / "keys.toml", OwnKeys("arabic_101", {"view.keys": (Key("F1"),)}))

    def act(self) -> None:
        write_key_file(self.folder / "keys.toml", OwnKeys("arabic_101", {"view.keys": (Key("F3"),)}))

    def look(self, done: bool) -> Iterator[str]:
        yield from super().look(done)
        if read_key_file(self.folder / "keys.toml").keys["view.keys"] not in ((Key("F1"),), (Key("F3"),)):
            yield "the keys are lost"


class InWindow(Walk):
    """The whole window, by key presses: one calm sentence, and the same key works once the disk is mended."""

    def begin(self) -> None:
        from PySide6.QtTest import QTest

        from app.ui.application import Session, make_application
        from app.ui.hand import Hand, wait_until_shown

        self.crashes: list[str] = []
        sys.excepthook = lambda kind, error, trace: self.crashes.append(
            "".join(traceback.format_exception(kind, error, trace))
        )
        make_application()
        self.session = Session(self.project, author="sana")
        self.hand = Hand(self.session.window)
        wait_until_shown(self.session.window)
        while not self.session.bench.ready:
            QTest.qWait(10)
        self.hand.go_to(self.hand.find("بيروت").start)
        self.before = len(self.session.bench.marks)

    def act(self) -> None:
        self.hand.press("G")
        if len(self.session.bench.marks) > self.before:
            return self.acknowledge(self.session.bench.store)
        status = self.session.window.status
        if status.saved.objectName() != "grave" or not status.message.text():
            raise RuntimeError(f"nothing was marked, and the window says “{status.message.text()}”")
        raise TawsimError("{said}", said=status.message.text())

    def finish(self) -> Iterator[str]:
        from app.ui.overlay import close_panels

        close_panels(self.session.window)  # a damaged project is offered to be rescued
        if len(self.session.bench.marks) == self.before:
            self.hand.press("G")
            if len(self.session.bench.marks) != self.before + 1:
                yield "the same key does not work once the disk is mended"
            if self.session.window.status.saved.objectName() == "grave":
                yield "the window still calls it a trouble"
        self.acknowledge(self.session.bench.store)
        self.session.close()
        yield from self.crashes


WALKS: dict[str, Callable[[Path], Walk]] = {
    "edit, undo, redo": Editing,
    "closing": Closing,
    "opening": Opening,
    "new project": Making,
    "import": Importing,
    "export, one file": Leaving,
    "export, a folder": LeavingFolder,
    "export, a page": LeavingPages,
    "release": Releasing,
    "backup": BackingUp,
    "restore": Restoring,
    "migration": Migrating,
    "codebook": Recoding,
    "rescue": Rescuing,
    "keys": Keys,
    "window": InWindow,
}
