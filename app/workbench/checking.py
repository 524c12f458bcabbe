"""Findings of the open article, kept up with it, and of whole projects."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.annotation import ACCEPTED, Annotation, RegisterEntry
from app.domain.article import Article
from app.domain.edit import Edit
from app.domain.errors import N_
from app.domain.text.lexicon import EMPTY, Lexicons
from app.quality.checks import CHECKS, NOTE, Finding, graded
from app.store import Store
from app.workbench.announcing import Announcer
from app.workbench.jobs import Job
from app.workbench.reading import Reading

if TYPE_CHECKING:
    from app.workbench.bench import Workbench

_SEVERITIES = "severities"  # the project's note
_LOOKED_OVER = 250  # marks that are found unchanged in one step
_AT_ONCE = 500  # marks of an article that is checked anew at a key; a longer one is asked for what is known of it


class Checking:
    """The findings of the open article. It is checked in steps between the keys, and after an edit only what that
    changed is examined again. ``changed`` tells that they are others, or graded otherwise.

    ``at`` is the key of the finding that was walked to last. Which findings are ignored here stands in the project
    file, by layer and article.
    """

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench
        self.at: str | None = None
        self.changed: Announcer[Checking] = Announcer()
        self._article: Article | None = None
        self._examined: dict[str, tuple[Annotation, tuple[Finding, ...]]] = {}
        self._codebook = bench.codebook
        self._steps: Iterator[None] | None = None
        self._raw: list[Finding] = []
        self._found: list[Finding] | None = None
        self._ignored: frozenset[str] = frozenset()
        self._severities: dict[str, str] | None = None
        self._usual: dict[str, str] = {}
        self._comparing: Job | None = None
        self._layer = bench.layer
        bench.opened.listen(self._turn_to)
        bench.edited.listen(self._begin)

    # the check

    def step(self, most: int = 40) -> bool:
        """Go on by so many steps; whether all is checked now. Nothing is done while names are still being read."""
        if self._found is not None:
            return True
        if not self._bench.ready:
            return False
        return self._go(most)

    def finish(self) -> list[Finding]:
        """Every finding, in the order of the text; what is not checked yet is checked now."""
        while self._found is None:
            self._go(1000)
        return self._found

    def known(self) -> list[Finding]:
        """The same for a key: in a long article what the last check found, of marks that are still there."""
        marks = self._bench.marks
        if self._found is not None or len(marks) <= _AT_ONCE or not self._raw:
            return self.finish()
        return self._graded([each for each in self._raw if marks.get(each.annotation) is not None])

    def _go(self, most: int) -> bool:
        if self._steps is None:
            self._steps = self._work()
        try:
            for _ in islice(self._steps, most):
                pass
        except BaseException:
            self._steps = None  # a generator that failed goes on no more, and would leave the check open for ever
            raise
        if self._found is not None:
            self.changed.tell(self)
        return self._found is not None

    def _work(self) -> Iterator[None]:
        from app.quality.findings import Scene, among, examine, otherwise  # noqa: PLC0415 - checked are only shown articles

        bench, article, raw = self._bench, self._bench.article, []
        if bench.codebook is not self._codebook or article is not self._article:  # or its zones are others
            self._codebook, self._article, self._examined = bench.codebook, article, {}
        if article is not None:
            marks = []
            for number, each in enumerate(
                bench.marks
            ):  # an edit would begin anew, so that they stay the same meanwhile
                marks.append(each)
                if each.state == ACCEPTED and (self._examined.get(each.id) or (None,))[0] is not each:
                    self._examined[each.id] = (each, examine(article, each, bench.codebook, bench.reading))
                    yield
                elif number % _LOOKED_OVER == 0:
                    yield
            scene = Scene(article, marks, bench.marks.links(), bench.codebook, self._entry())
            raw = [finding for each in scene.accepted for finding in self._examined[each.id][1]]
            yield
            yield
            for few in among(scene):
                raw += few
                yield
            for each in scene.accepted if self._usual else ():
                raw += otherwise((each,), self._usual)
                yield
        self._raw = raw
        self._found = self._graded(raw)

    def _entry(self) -> Callable[[str], RegisterEntry | None]:
        """The register's entries, each asked for once."""
        asked: dict[str, RegisterEntry | None] = {}

        def entry(key: str) -> RegisterEntry | None:
            if key not in asked:
                asked[key] = self._bench.store.entry(key)
            return asked[key]

        return entry

    def _graded(self, raw: list[Finding]) -> list[Finding]:
        return graded(raw, self.severities, self._ignored)

    def _begin(self, _news: Edit | None = None) -> None:
        self._steps = self._found = None

    def _turn_to(self, _article: object) -> None:
        bench = self._bench
        self._begin()
        if bench.article is not self._article:
            self._article, self._examined, self._raw, self.at = bench.article, {}, [], None
        if bench.layer != self._layer:
            self._layer, self._usual, self._comparing = bench.layer, {}, None
        self._ignored = ignored(bench.store, bench.layer, bench.article.id) if bench.article else frozenset()

    # what the project and the annotator say of findings

    @property
    def severities(self) -> Mapping[str, str]:
        """The project's own severities, by check."""
        if self._severities is None:
            self._severities = severities(self._bench.store)
        return self._severities

    def grade(self, check: str, severity: str) -> None:
        """Give a check another severity in this project, ``off`` for none."""
        wanted = {**self.severities, check: severity}
        if severity == CHECKS[check].severity:
            del wanted[check]
        self._bench.store.set_note(_SEVERITIES, json.dumps(wanted, sort_keys=True))
        self._severities = wanted
        self._grade_again()

    def ignore(self, finding: Finding) -> bool:
        """Ignore the finding here, or take that back; whether it is ignored now. No edit: the mark stays as it is."""
        assert self._article is not None
        wanted = self._ignored ^ {finding.key}
        key = _ignored_note(self._bench.layer, self._article.id)
        self._bench.store.set_note(key, json.dumps(sorted(wanted)))
        self._ignored = wanted
        self._bench.shown_findings = frozenset()
        self._grade_again()
        return finding.key in wanted

    def compare(self) -> None:
        """Have the labels of the whole project counted in the worker; ``still_comparing`` tells when they are there."""
        bench = self._bench
        self._comparing = bench.worker.start(N_("Compare labels"), _count_labels, bench.store.path, bench.layer)
        self.changed.tell(self)

    def still_comparing(self) -> bool:
        """Whether labels are still being counted. Once they are there they are taken over, and words labelled otherwise
        in the project are findings too, in every article of this layer."""
        job = self._comparing
        if job is None or not job.finished:
            return job is not None
        self._comparing = None
        if job.future.exception() is None:  # else the window was closing, or the disk is gone: nothing to compare with
            self._usual = job.future.result()
            self._begin()
        return False

    def _grade_again(self) -> None:
        if self._found is not None:
            self._found = self._graded(self._raw)
            self.changed.tell(self)


def _count_labels(job: Job, path: Path, layer: str) -> dict[str, str]:
    with Store.open(path, readonly=True) as store:
        return store.usual_labels(layer)


def standing(found: list[Finding]) -> list[Finding]:
    """The findings that keep an article from being done at the first press."""
    return [each for each in found if each.severity != NOTE and not each.ignored]


def severities(store: Store) -> dict[str, str]:
    """The severities that the project gave to checks itself."""
    told = json.loads(store.note(_SEVERITIES) or "{}")
    return {check: severity for check, severity in told.items() if check in CHECKS}


def ignored(store: Store, layer: str, article: str) -> frozenset[str]:
    """The keys of the findings that the layer ignores in the article."""
    return frozenset(json.loads(store.note(_ignored_note(layer, article)) or "[]"))


def _ignored_note(layer: str, article: str) -> str:
    return f"ignored/{article}/{layer}"


def _never(key: str) -> bool:
    return False


def findings_of(
    store: Store,
    layer: str | None = None,
    *,
    lexicons: Lexicons = EMPTY,
    known: Callable[[str], bool] = _never,
    article: str | None = None,
) -> Iterator[tuple[Article, str, Finding]]:
    """Every finding of the project, article by article in the order of refs, with its article and layer; of one article
    when its id is given. Ignored ones are left out. ``known`` says whether a folded word is a known name."""
    from app.quality.findings import findings, otherwise  # noqa: PLC0415 - as in Checking

    codebook, own = store.codebook(), severities(store)
    usual: dict[str, dict[str, str]] = {}
    for article_id, worked in store.work(layer):
        if article not in (None, article_id):
            continue
        if worked not in usual:
            usual[worked] = store.usual_labels(worked)
        one = store.article(article_id)
        marks = store.annotations(article_id, worked)
        reading = Reading(one, lexicons, known)
        found = findings(one, marks, store.links(article_id, worked), codebook, reading, store.entry)
        found += otherwise([each for each in marks if each.state == ACCEPTED], usual[worked])
        for each in graded(found, own, ignored(store, worked, article_id)):
            if not each.ignored:
                yield one, worked, each
