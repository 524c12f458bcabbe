"""Measures Tawsim beside the bare limits of the same machine: tables, a file, and what changed since an earlier run.

    sh packaging/bench.sh --quick                   some minutes
    sh packaging/bench.sh                           all of it, on up to 10,000 articles
    sh packaging/bench.sh --articles 100000         the same on up to 100,000
    sh packaging/bench.sh --compare before.json     and what has changed

Work on a corpus that would take longer than 120 seconds (300 where there are more than 10,000 articles) is left out,
and so said. That keeps a run to half an hour or so, with 100,000 articles to an hour and a half, if nothing else runs.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.benchmarks import budgets, comparing, growth, telling
from tests.benchmarks.machine import machine, now
from tests.benchmarks.plan import Asked, Step, steps
from tests.benchmarks.running import read, record, run
from tests.benchmarks.screen import missing, offscreen, x_server
from tests.benchmarks.timing import measure_of


def main(words: list[str] | None = None) -> int:
    """Exit status 0 when all was measured, 1 when a step failed, 2 for words that make no sense."""
    told = _parser()
    asked_for = told.parse_args(words)
    before = _earlier(told, asked_for.compare)
    if asked_for.show is not None:
        return _tell(_earlier(told, asked_for.show) or {}, before, asked_for.cpu)
    if asked_for.xvfb and missing():
        told.error(f"--xvfb needs {' and '.join(missing())}.")
    articles = asked_for.articles or (1_000 if asked_for.quick else 10_000)
    asked = Asked(articles, asked_for.quick, tuple(asked_for.only or ()))
    wanted = list(steps(asked))
    if not wanted:
        told.error("--only leaves nothing; --list shows what there is.")
    if asked_for.list:
        sys.stdout.writelines(f"{each.name}\n" for each in wanted)
        return 0
    made = _measure(asked, wanted, asked_for)
    out = asked_for.out or Path("bench-out") / f"{now()[:16].replace(':', '')}-{(made['commit'] or 'none')[:9]}.json"
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps(made, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    status = _tell(made, before, asked_for.cpu)
    sys.stdout.write(f"\nWritten to {out}.\n")
    return status


def _parser() -> argparse.ArgumentParser:
    told = argparse.ArgumentParser(
        prog="sh packaging/bench.sh", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    told.add_argument("--quick", action="store_true", help="fewer sizes and rounds, one format; some minutes")
    told.add_argument("--articles", type=int, metavar="N", help="the largest corpus (10000; with --quick 1000)")
    told.add_argument(
        "--only", action="append", metavar="NAME", help="only steps in whose name this stands; again for more"
    )
    told.add_argument("--list", action="store_true", help="the names of the steps, and nothing else")
    told.add_argument("--compare", type=Path, metavar="OLD.json", help="what has changed since that run")
    told.add_argument("--cpu", action="store_true", help="compare the processor's time: for a machine that is busy")
    told.add_argument("--show", type=Path, metavar="RUN.json", help="the tables of an earlier run; nothing is measured")
    told.add_argument("--out", type=Path, metavar="FILE", help="where the measures go (bench-out/DATE-COMMIT.json)")
    told.add_argument("--xvfb", action="store_true", help="windows on an X server of its own instead of off screen")
    told.add_argument(
        "--patience", type=float, metavar="SECONDS", help="leave out what would take longer (120, see above)"
    )
    told.add_argument(
        "--keep", type=Path, metavar="FOLDER", help="keep the corpora there, and use those that are there"
    )
    return told


def _earlier(told: argparse.ArgumentParser, path: Path | None) -> dict[str, Any] | None:
    if path is None:
        return None
    try:
        return read(path)
    except (OSError, ValueError) as error:
        told.error(str(error))


def _measure(asked: Asked, wanted: list[Step], asked_for: argparse.Namespace) -> dict[str, Any]:
    begun, before = time.perf_counter(), machine()
    with tempfile.TemporaryDirectory(prefix="tawsim-bench-", ignore_cleanup_errors=True) as folder:
        place = (asked_for.keep or Path(folder)).resolve()
        place.mkdir(parents=True, exist_ok=True)
        with (x_server if asked_for.xvfb else offscreen)() as shown:
            made = run(wanted, place, shown, _patience(asked, asked_for), _say)
    shown_as = "under Xvfb" if asked_for.xvfb else "off screen"
    return record(made, asked, shown_as, time.perf_counter() - begun, before)


def _patience(asked: Asked, asked_for: argparse.Namespace) -> float:
    return asked_for.patience or (120 if asked.articles <= 10_000 else 300)


def _say(line: str) -> None:
    sys.stderr.write(f"bench: {line}\n")
    sys.stderr.flush()


def _tell(run: dict[str, Any], before: dict[str, Any] | None, by_cpu: bool) -> int:
    sys.stdout.writelines(f"{line}\n" for line in _lines(run, before, by_cpu))
    return 1 if run["failed"] else 0


def _lines(run: dict[str, Any], before: dict[str, Any] | None, by_cpu: bool) -> Iterator[str]:
    measures = [measure_of(each) for each in run["measures"]]
    yield from telling.head(run)
    yield from telling.table(measures)
    yield from telling.growth_table(growth.growths(measures))
    yield from telling.budget_table(budgets.budgets(measures))
    if before is not None:
        earlier = [measure_of(each) for each in before["measures"]]
        alike = all(before["machine"][name] == run["machine"][name] for name in ("processor", "cores", "system"))
        yield from telling.change_table(comparing.changes(earlier, measures, by_cpu=by_cpu), alike)
        if before["asked"]["shown"] != run["asked"]["shown"]:
            yield f"  The windows of the other run were shown {before['asked']['shown']}."
        gone, new = comparing.missing(earlier, measures)
        yield f"  Only in the earlier run: {len(gone)}; only in this one: {len(new)}."
    for title, some in (("Left out", run["left_out"]), ("Failed", run["failed"])):
        yield from ([""] if some else [])
        yield from (f"{title}: {name}: {why}" for name, why in some.items())
    yield ""
    yield f"Measured in {run['took'] / 60:.1f} minutes."


if __name__ == "__main__":
    sys.exit(main())
