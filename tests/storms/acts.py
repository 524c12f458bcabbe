"""What an analyst may do, picked by chance: marks, undos, imports, merges, codebooks, exports, backups, restores."""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from app.domain.annotation import DONE, Progress
from app.domain.edit import Change, Edit
from app.domain.errors import TawsimError
from app.exchange.formats import format_named
from app.store import Store
from app.store.backups import backups_of, keep_up, make_backup
from app.store.restoring import restore
from app.store.rotation import HAND, RESTORE
from app.workbench.actions import marking, table
from app.workbench.bench import Workbench
from app.workbench.codebook_changes import add_label, draft, merge_labels, plain_label, rename_label
from app.workbench.codebook_plan import apply, plan
from app.workbench.entries import erasing_entry, merging, new_entry
from app.workbench.intake import import_files
from app.workbench.outgo import export
from app.workbench.place import Place
from app.workbench.releasing import release

SENTENCES = (
    "قالت وزيرة المياه ليلى حداد إن «السدود في عمّان ممتلئة».",
    "ووصل وفد من بغداد إلى بيروت، وفق برنامج الأمم المتحدة الإنمائي (UNDP).",
    'وأضاف سليم الناصر أن "التمويل مؤمّن" بنسبة 71%.',
    "وتوجّه الوفد للسعودية في 30.04.2026 ثم عاد إلى دمشق 👍🏽.",
    "ونفى متحدث باسم الهيئة أن تكون الأسعار قد ارتفعت.",
)
Tell = Callable[..., None]


def text_by_chance(chance: random.Random) -> str:
    """Some paragraphs of news."""
    return "\n".join(chance.choice(SENTENCES) for _ in range(chance.randrange(2, 7)))


class Analyst:
    """Works on a bench by chance. ``tell`` is called once something is acknowledged, and never before."""

    def __init__(self, bench: Workbench, out: Path, chance: random.Random, tell: Tell) -> None:
        self.bench, self.out, self.chance, self.tell = bench, out, chance, tell
        self._seen = self._newest()
        self._acts: list[tuple[int, Callable[[], None]]] = [
            (30, self.mark),
            (30, self.key),
            (12, self.turn_back),
            (6, self.open_another),
            (4, self.bring_in),
            (4, self.register),
            (3, self.recode),
            (4, self.finish),
            (3, self.leave),
            (2, self.release),
            (3, self.back_up),
            (2, self.keep_up),
            (2, self.restore),
        ]
        self.page: Callable[[int, int], None] = lambda done, total: None
        self._days = 0

    def nothing(self) -> None:
        """What the keys did is looked at, nothing more."""

    def step(self, only: str | None = None) -> None:
        """One act. Trouble that an analyst could read is no failure; anything else passes."""
        weights = [weight for weight, _ in self._acts]
        act = getattr(self, only) if only else self.chance.choices([act for _, act in self._acts], weights)[0]
        self.tell(doing=act.__name__)
        try:
            act()
        except TawsimError:
            self.tell(refused=act.__name__)
        newest = self._newest()
        for entry in self.bench.store.journal(limit=newest - self._seen) if newest > self._seen else ():
            self.tell(seq=entry.seq, id=entry.id)
        self._seen = newest
        self.tell(act=act.__name__)

    def compare(self) -> None:
        """Memory is what the tables say."""
        bench = self.bench
        if bench.article is None:
            return
        stored = bench.store.annotations(bench.article.id, bench.layer)
        assert sorted(stored, key=lambda mark: mark.order) == list(bench.marks), "memory is not what the tables say"
        links = {link.id for link in bench.store.links(bench.article.id, bench.layer)}
        assert links == {link.id for link in bench.marks.links()}, "the links in memory are not those of the tables"
        assert bench.progress == bench.store.progress(bench.article.id, bench.layer), "progress in memory is another"

    # acts

    def mark(self) -> None:
        self._go_anywhere()
        self._run(self.chance.choice([name for name in self._table() if name.startswith("label.")]))

    def key(self) -> None:
        """Any action that acts on marks."""
        names = [name for name in self._table() if name.split(".")[0] in ("quote", "claim", "mark", "edge", "slot")]
        if self.chance.random() < 0.5:
            self._go_anywhere()
        elif marks := list(self.bench.marks):
            self.bench.focus_on(self.chance.choice(marks))
        self._run(self.chance.choice(names))
        if self.bench.asking is not None:
            self.bench.answer(self.chance.randrange(-1, len(self.bench.asking.candidates)))

    def turn_back(self) -> None:
        for _ in range(self.chance.randrange(1, 6)):
            self._run(self.chance.choice(("edit.undo", "edit.undo", "edit.redo")))

    def open_another(self) -> None:
        rows = self.bench.store.queue(self.bench.layer, limit=200)
        self.bench.open_article(self.chance.choice(rows).id)

    def bring_in(self) -> None:
        refs = [f"n{self.chance.getrandbits(40):x}" for _ in range(self.chance.choice((1, 5, 60)))]
        lines = [json.dumps({"id": ref, "text": text_by_chance(self.chance)}, ensure_ascii=False) for ref in refs]
        file = self.out / "arriving.jsonl"
        file.write_text("\n".join([*lines, '{"broken": '][: self.chance.choice((len(lines), None))]), encoding="utf-8")
        report = import_files(self.bench.store, [file], author="sana")
        self.tell(articles=report.added)
        if self.bench.article is None:
            self.bench.resume()

    def register(self) -> None:
        entries = list(self.bench.store.register())
        if len(entries) > 4 and self.chance.random() < 0.5:
            kept, *gone = self.chance.sample(entries, self.chance.randrange(2, 4))
            return self.bench.do(merging(self.bench, kept, gone))
        if entries and self.chance.random() < 0.2:
            return self.bench.do(erasing_entry(self.bench, self.chance.choice(entries)))
        made = new_entry(f"ليلى {self.chance.getrandbits(24):x}", "PERS")
        self.bench.do(Edit("New entry", (Change(None, made),)))

    def recode(self) -> None:
        """Rename, merge or add a label: every mark of the project follows."""
        book, chance = self.bench.codebook, self.chance
        labels = [each.id for each in book.kind("entity").labels if not each.retired and each.id != "PERS"]
        start = draft(book)
        match chance.randrange(3):
            case 0 if len(labels) > 3:
                chosen = tuple(chance.sample(labels, 2))
                change = merge_labels(start, "entity", chosen, chosen[0])
            case 1 if labels:
                change = rename_label(start, "entity", chance.choice(labels), f"L{chance.getrandbits(16)}")
            case _:
                change = add_label(start, plain_label(book.kind("entity"), f"N{chance.getrandbits(16)}"))
        store = self.bench.store
        apply(store, plan(store, change, self.bench.stamp()), self.bench.stamp())
        self.bench.take_codebook()

    def finish(self) -> None:
        """Call the open article done."""
        progress = self.bench.progress
        after = Progress(progress.article, progress.layer, DONE, progress.annotators or (self.bench.layer,))
        self.bench.do(Edit("Done", (Change(progress, after),) if after != progress else ()))

    def leave(self) -> None:
        form, suffix = self.chance.choice((("tawsim", ".jsonl"), ("brat", "")))
        out = self.out / f"export-{self._newest()}-{self.chance.getrandbits(24):x}{suffix}"
        self.tell(begun=out.name, lines=self.bench.store.count_worked(None, ()))
        export(self.bench.store, out, format_named(form))
        if suffix:
            self.tell(left=out.name, sha=hashlib.sha256(out.read_bytes()).hexdigest())
        else:
            self.tell(left=out.name)

    def release(self) -> None:
        out = self.out / f"release-{self._newest()}-{self.chance.getrandbits(24):x}"
        self.tell(begun=out.name, lines=self.bench.store.count_worked(self.bench.layer, (DONE,)))
        release(self.bench.store, out)
        self.tell(left=out.name)

    def back_up(self) -> None:
        made = make_backup(self.bench.store.path, HAND, self._now(), self.page)
        self.tell(kept=made.name)

    def keep_up(self) -> None:
        """The backup of the schedule, on a clock that jumps, so that old ones go."""
        self._days += self.chance.randrange(-3, 60)
        keep_up(self.bench.store.path, self._now(), self.page)

    def restore(self) -> None:
        """Put back what was kept by hand, as the window does: the project is read anew afterwards."""
        path = self.bench.store.path
        kept = [each for each in backups_of(path) if each.moment.cause in (HAND, RESTORE)]
        if not kept:
            return self.back_up()
        chosen = self.chance.choice(kept[:4])
        self.tell(restoring=chosen.name)
        before = restore(path, chosen, self._now(), self.page)
        self.tell(restored=chosen.name, before=before.name)
        old, self.bench = self.bench, Workbench(Store.open(path), author=self.bench.author)
        old.store.close()
        self.bench.resume()
        self._seen = self._newest()

    # their parts

    def _now(self) -> datetime:
        return datetime.now(UTC) + timedelta(days=self._days)

    def _newest(self) -> int:
        newest = self.bench.store.journal(limit=1)
        return newest[0].seq if newest else 0

    def _go_anywhere(self) -> None:
        if self.bench.article is not None:
            self.bench.put(Place.at(self.chance.randrange(len(self.bench.article.text))))

    def _table(self) -> dict:
        return table(self.bench.codebook, marking.mark)

    def _run(self, name: str) -> None:
        action = self._table()[name]
        if action.when(self.bench):
            action.act(self.bench)
