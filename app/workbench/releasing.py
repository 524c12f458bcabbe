"""A release: the finished dataset folder. It is built whole beside its place, proves itself, and is then put there."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app import resources
from app.domain.annotation import ACCEPTED, DONE
from app.domain.codebook import Codebook
from app.domain.errors import N_, TawsimError
from app.exchange.atomic import whole_folder
from app.exchange.errors import CannotWrite
from app.exchange.losses import Losses
from app.exchange.page import Page
from app.exchange.release.about import read_about, written_about
from app.exchange.release.changes import changes_text, compared, lines_of
from app.exchange.release.facts import About, Facts
from app.exchange.release.folder import Folder, leave_papers
from app.exchange.tawsim_shape import SCHEMA
from app.quality.agreement import ADJUDICATED
from app.quality.checks import Finding
from app.quality.splits import SPLITS, deal, leaks
from app.store import Store
from app.store.worked import Worked
from app.workbench.agreeing import Agreements, agreements
from app.workbench.checking import findings_of
from app.workbench.gates import check_adjudicated, check_agreement, check_findings, gates
from app.workbench.names import known_names
from app.workbench.proving import prove
from app.workbench.stories import stories

Report = Callable[[str, int, int], None]
_ABOUT, _LAST = "release.about", "release.last"
_REPORT_EVERY = 50

_NOTHING = N_("No article is done in the layer {layer} of {path}: there is nothing to release yet.")
_WHICH = N_("{path} has several layers ({layers}) and none is called {gold}: say which one to release.")
_NO_LAYER = N_("{path} has no layer {layer}; it has: {layers}.")
_THERE = N_("{path} is there already: give the release a name of its own.")
COUNTING, CHECKING, WRITING, PROVING = N_("Counting"), N_("Checking"), N_("Writing"), N_("Proving")


class NoRelease(TawsimError):
    """There is nothing that could be released, or it is not said what."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What shall be released, and how. ``layer`` None: ``gold``, else the only one there is. ``version`` None: one up
    from the last release. ``previous`` None: the last release of this project, where it still lies."""

    layer: str | None = None
    version: str | None = None
    previous: Path | None = None
    shares: Mapping[str, float] = field(default_factory=lambda: dict(SPLITS))
    seed: str = ""


@dataclass(slots=True)
class Released:
    """What a release came to. ``unfinished`` articles of the layer stayed behind because they are not done."""

    path: Path
    version: str = ""
    layer: str = ""
    splits: dict[str, int] = field(default_factory=dict)
    marks: int = 0
    unfinished: int = 0
    blanks: int = 0
    losses: Losses = field(default_factory=Losses)
    cancelled: bool = False


class _Stopped(Exception):
    """The analyst stopped the release; nothing of it is left."""


def about(store: Store) -> About:
    """What people have said of the dataset in this project."""
    told = store.note(_ABOUT)
    return read_about(told) if told else About(name=store.path.stem)


def set_about(store: Store, source: str) -> About:
    """Keep what a file (TOML) says of the dataset. ``BadAbout`` says what is wrong with it."""
    told = read_about(source)
    keep_about(store, told)
    return told


def keep_about(store: Store, told: About) -> None:
    """Keep what was said of the dataset. ``BadAbout`` when its name is no name for a dataset."""
    source = written_about(told)
    read_about(source)
    store.set_note(_ABOUT, source)


def release(
    store: Store,
    out: Path,
    plan: Plan | None = None,
    *,
    report: Report = lambda what, done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Released:
    """Write the release to the folder ``out``, which must not be there yet.

    Raises ``NoRelease``, ``GateShut`` (and then says which articles), ``CannotRead`` for an earlier release that
    cannot be compared with, ``Unproven`` when what was written does not come back the same, and ``CannotWrite``.
    Whatever happens, ``out`` is there whole or not at all.
    """
    if out.exists():
        raise CannotWrite(_THERE, path=out)
    run = _Run(store, plan or Plan(), report, cancelled)
    try:
        run.look_for_stories()
        with store.snapshot():
            run.gather()
            with whole_folder(out) as folder:
                made = run.write(folder, out)
    except _Stopped:
        return Released(out, cancelled=True)
    store.set_note(_LAST, json.dumps({"version": made.version, "path": str(out.absolute())}))
    return made


class _Run:
    """One release on its way: first counted and checked, then written, then proven."""

    def __init__(self, store: Store, plan: Plan, report: Report, cancelled: Callable[[], bool]) -> None:
        self._store, self._plan, self._report, self._cancelled = store, plan, report, cancelled
        self._layer = _layer(store, plan.layer)
        self._codebook: Codebook = store.codebook()
        if store.codebook_trouble is not None:
            raise store.codebook_trouble  # its guidelines would be those of another codebook
        self._total = store.count_worked(self._layer, (DONE,))
        if not self._total:
            raise NoRelease(_NOTHING, layer=self._layer, path=store.path)
        self._stories: list[list[str]] = []
        self._split_of: dict[str, str] = {}
        self._agreements = Agreements()
        self._counts: dict[str, int] = {}

    def look_for_stories(self) -> None:
        """Before all else, and outside of what is one moment of the project: what is found is written to it."""
        self._go_on(COUNTING, 0)
        self._stories = stories(self._store)

    def gather(self) -> None:
        """Count labels, deal the articles to splits, measure agreement and look at the gates."""
        labels = {each.article.ref: _labels(each) for each in self._steps(COUNTING)}
        self._split_of = deal(labels, self._stories, shares=self._plan.shares, seed=self._plan.seed)
        self._go_on(CHECKING, 0)
        self._agreements = agreements(self._store, self._cancelled)
        self._go_on(CHECKING, 0)
        asked = gates(self._store)
        check_adjudicated(asked, self._layer, self._agreements.done)
        check_agreement(asked, self._agreements.figures(), self._agreements.refs)
        self._counts = check_findings(asked, self._findings(labels))

    def write(self, folder: Path, out: Path) -> Released:
        """Everything into ``folder``, which will stand at ``out``; proven before it counts as written."""
        before, last = self._earlier()
        facts = Facts(
            about=about(self._store),
            version=self._plan.version or _next(last),
            made=self._store.newest_edit() or "1970-01-01T00:00:00Z",
            layer=self._layer,
            codebook=self._codebook,
            splits={},
            agreement=self._agreements.figures(),
        )
        losses = Losses()
        data = Folder(folder, facts, self._plan.shares, losses)
        with data.open():
            for each in self._steps(WRITING):
                data.add(self._page(each), self._split_of[each.article.ref])
        proof = prove(data.files, self._codebook, lambda done: self._go_on(PROVING, done))
        facts.validation = self._validation(data, proof)
        facts.lost = losses.count
        changes = compared(before, data.lines, last)
        leave_papers(folder, facts, losses.as_json(SCHEMA), changes_text(changes, facts.version, facts.made))
        return Released(
            out,
            facts.version,
            self._layer,
            {name: split.articles for name, split in facts.splits.items()},
            sum(facts.marks(array) for array in ("entities", "cues", "quotes", "claims")),
            self._store.count_worked(self._layer, ()) - self._total,
            (folder / "README.md").read_text(encoding="utf-8").count("[to be filled in]"),
            losses,
        )

    def _validation(self, data: Folder, proof: Mapping[str, Any]) -> dict[str, Any]:
        """What was checked of the data that leaves. Whatever could fail has failed before this is written."""
        leaking = leaks(self._split_of, self._stories)
        return {
            "lines": len(data.lines),
            "schema": {"valid": len(data.lines), "invalid": 0},
            "offsets": {"spans": data.spans, "wrong": 0},
            "findings": self._counts,
            "leakage": {
                "near_duplicates": sum(len(group) > 1 for group in self._known(self._stories)),
                "in_two_splits": leaking,
                "same_text_in_two_splits": data.same_text(),
                "same_claim_in_two_splits": data.shared_claims(),
            },
            "reimport": dict(proof),
        }

    def _known(self, groups: list[list[str]]) -> list[list[str]]:
        return [[ref for ref in group if ref in self._split_of] for group in groups]

    def _page(self, each: Worked) -> Page:
        marks = [mark for mark in each.annotations if mark.state == ACCEPTED]
        return Page(each.article, each.layer, marks, each.links, each.register, each.progress, self._codebook)

    def _steps(self, what: str) -> Iterator[Worked]:
        for done, each in enumerate(self._store.worked(self._layer, (DONE,))):
            if done % _REPORT_EVERY == 0:
                self._go_on(what, done)
            yield each

    def _findings(self, released: Container[str]) -> Iterator[tuple[str, Finding]]:
        """The findings of the articles that are released, with their refs."""
        lexicons, known = resources.lexicons(), known_names()
        for article, _, finding in findings_of(self._store, self._layer, lexicons=lexicons, known=known):
            self._go_on(CHECKING, 0)
            if article.ref in released:
                yield article.ref, finding

    def _go_on(self, what: str, done: int) -> None:
        if self._cancelled():
            raise _Stopped
        self._report(what, done, self._total)

    def _earlier(self) -> tuple[Mapping[str, Any] | None, str | None]:
        """The lines of the last release, and its version. None when there was none, or it is gone."""
        told = json.loads(self._store.note(_LAST) or "{}")
        if self._plan.previous is not None:
            return lines_of(self._plan.previous), self._plan.previous.name
        if told and Path(told["path"]).is_dir():
            return lines_of(Path(told["path"])), told["version"]
        return None, told.get("version")


def _layer(store: Store, wanted: str | None) -> str:
    layers = store.layers()
    if wanted is not None:
        if wanted not in layers:
            raise NoRelease(_NO_LAYER, path=store.path.name, layer=wanted, layers=", ".join(layers) or "-")
        return wanted
    if ADJUDICATED in layers:
        return ADJUDICATED
    if len(layers) > 1:
        raise NoRelease(_WHICH, path=store.path.name, layers=", ".join(layers), gold=ADJUDICATED)
    if not layers:
        raise NoRelease(_NOTHING, layer=ADJUDICATED, path=store.path)
    return layers[0]


def _labels(each: Worked) -> Counter[str]:
    return Counter(f"{mark.kind}:{mark.label}" for mark in each.annotations if mark.state == ACCEPTED)


def _next(version: str | None) -> str:
    """One up in the middle, as for a dataset that grew: 1.2.0 after 1.1.3; 1.0.0 at first."""
    parts = (version or "").split(".")
    if len(parts) == 3 and all(part.isdecimal() for part in parts):
        return f"{parts[0]}.{int(parts[1]) + 1}.0"
    return "1.0.0"
