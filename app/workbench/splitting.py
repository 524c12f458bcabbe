"""An export in splits: a file for each, dealt as those of a release."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from app.domain.annotation import ACCEPTED
from app.exchange.format import Format
from app.quality.splits import SPLITS, deal
from app.store import Store
from app.workbench.outgo import EVERYTHING, ExportReport, Options, export, pages_of


def split_of(
    store: Store,
    options: Options,
    stories: list[list[str]],
    *,
    shares: Mapping[str, float] = SPLITS,
    seed: str = "",
) -> dict[str, str]:
    """The split of each article that would leave, by ref. ``stories`` are the near-duplicates that stay together."""
    labels: dict[str, Counter[str]] = {}
    for page in pages_of(store, options, store.codebook()):
        counts = labels.setdefault(page.article.ref, Counter())
        counts.update(f"{mark.kind}:{mark.label}" for mark in page.annotations if mark.state == ACCEPTED)
    return deal(labels, stories, shares=shares, seed=seed)


def export_splits(
    store: Store,
    out: Path,
    form: Format,
    options: Options = EVERYTHING,
    *,
    stories: list[list[str]],
    shares: Mapping[str, float] = SPLITS,
    seed: str = "",
    report: Callable[[int, int], None] = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> list[ExportReport]:
    """Write ``NAME-train``, ``NAME-validation`` ... beside one another; each is whole or not there. Stops between two
    of them, or within one, when it is cancelled."""
    dealt = split_of(store, options, stories, shares=shares, seed=seed)
    made: list[ExportReport] = []
    for split in shares:
        refs = frozenset(ref for ref, its in dealt.items() if its == split)
        path = out.with_name(f"{out.stem}-{split}{out.suffix}")
        made.append(export(store, path, form, replace(options, refs=refs), report=report, cancelled=cancelled))
        if made[-1].cancelled:
            break
    return made
