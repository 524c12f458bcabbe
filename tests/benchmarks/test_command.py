"""The command that measures: what it plans, how it compares two runs and tells growth, and what its file holds."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from app.exchange.formats import FORMATS
from tests.benchmarks import budgets, comparing, growth, telling
from tests.benchmarks.__main__ import main
from tests.benchmarks.machine import ROOT
from tests.benchmarks.plan import PARTS, Asked, Step, steps
from tests.benchmarks.running import SCHEMA, read, run
from tests.benchmarks.timing import AWAITED, BARE, BYTES, WHOLE, Measure, Measures, Sample, measure_of


def measure(what: str = "mark", median: float = 0.01, **values: Any) -> Measure:
    same = dict.fromkeys(("median", "p95", "p99", "worst"), median)
    return Measure(**{"part": "latency", "case": "a page", "what": what, **same, **values})


def test_percentiles_are_values_that_were_measured():
    sample = Sample("x", [float(number) for number in range(100, 0, -1)])
    assert (sample.median, sample.at(0.95), sample.at(0.99)) == (50.5, 96.0, 100.0)
    assert Sample("x", [3.0, 1.0, 2.0]).median == 2.0


def test_a_measure_is_a_ratio_to_its_limit_and_survives_its_file():
    measures = Measures("latency", "a page", characters=2_000, marks=100)
    bare = Sample("bare: step", [0.001, 0.002, 0.003], [0.001, 0.001, 0.001])
    measures.take(bare, kind=BARE)
    measures.take(Sample("caret", [0.004, 0.002, 0.012], [0.003, 0.002, 0.009]), bare, each=2, memory=7)
    measures.take_bytes("held", 300, ("bare: held", 100))
    limit, caret, held = measures.all
    assert (caret.bare, caret.ratio, caret.ratio_p99) == ("bare: step", 2.0, 4.0)
    assert (caret.cpu, caret.ratio_cpu, held.cpu) == (0.003, 3.0, None)
    assert (caret.worst, caret.times, caret.each, caret.memory, caret.size["marks"]) == (0.012, 3, 2, 7, 100)
    assert (held.unit, held.ratio) == (BYTES, 3.0)
    for each in (limit, caret, held):
        record = json.loads(json.dumps(each.as_record()))
        assert measure_of({**record, "of a later version": 1}) == each


def test_two_runs_are_compared_by_their_ratios_so_that_a_slower_machine_changes_nothing():
    before = [measure("mark", 0.01, bare="b", ratio=2.0), measure("F", 0.02, bare="b", ratio=4.0)]
    now = [measure("mark", 0.03, bare="b", ratio=2.0), measure("F", 0.03, bare="b", ratio=2.0)]
    mark, jump = comparing.changes(before, now)
    assert (mark.factor, mark.by_ratio, mark.changed) == (1.0, True, False)
    assert (jump.factor, jump.by_ratio, jump.changed) == (0.5, True, True)


def test_without_a_limit_seconds_and_bytes_are_compared_as_they_are():
    before = [measure("open", 0.2), measure("memory", 100, unit=BYTES, bare="b", ratio=2.0), measure("b", kind=BARE)]
    now = [measure("open", 0.1), measure("memory", 150, unit=BYTES, bare="b", ratio=2.0), measure("b", kind=BARE)]
    opened, held = comparing.changes(before, now)
    assert (opened.factor, opened.by_ratio) == (0.5, False)
    assert (held.factor, held.by_ratio) == (1.5, False)


def test_the_time_of_the_processor_is_compared_where_it_is_asked_for_and_known():
    limit = {"bare": "b", "ratio": 2.0, "cpu": 0.004}
    before = [measure("mark", **limit, ratio_cpu=2.0), measure("start", bare="b", ratio=2.0), measure("stall", cpu=0.1)]
    now = [measure("mark", **limit, ratio_cpu=1.0), measure("start", bare="b", ratio=4.0), measure("stall", cpu=0.2)]
    found = comparing.changes(before, now, by_cpu=True)
    assert [(each.factor, each.by_ratio) for each in found] == [(0.5, True), (2.0, True), (2.0, False)]
    assert [each.factor for each in comparing.changes(before, now)] == [1.0, 2.0, 1.0]


def test_a_measure_with_another_limit_is_not_compared_by_ratios():
    (change,) = comparing.changes([measure(bare="a", ratio=2.0)], [measure(bare="b", ratio=8.0)])
    assert (change.factor, change.by_ratio) == (1.0, False)


def test_what_only_one_run_has_is_told():
    gone, new = comparing.missing([measure("a"), measure("b")], [measure("b"), measure("c"), measure("d", kind=BARE)])
    assert ([each.what for each in gone], [each.what for each in new]) == (["a"], ["c"])


def test_growth_is_the_exponent_of_the_size():
    assert growth.exponent_of([(10, 1.0), (100, 10.0), (1000, 100.0)]) == pytest.approx(1)
    assert growth.exponent_of([(10, 5.0), (1000, 5.0)]) == pytest.approx(0)
    assert growth.exponent_of([(10, 1.0), (100, 100.0)]) == pytest.approx(2)


def test_what_is_awaited_may_not_grow_and_whole_work_only_as_its_articles_do():
    def some(what: str, costs: tuple[float, float], **values: Any) -> list[Measure]:
        sizes = zip((1_000, 10_000), costs, strict=True)
        return [measure(what, cost, size={"articles": size}, **values) for size, cost in sizes]

    measures = [
        *some("steady", (0.01, 0.011)),
        *some("grows", (0.01, 0.05)),
        *some("grows, and nobody sees it", (0.000_01, 0.000_05)),
        *some("linear", (1.0, 10.0), kind=WHOLE),
        *some("square", (1.0, 100.0), kind=WHOLE),
        *some("as its limit", (0.01, 0.05), bare="limit"),
        *some("limit", (0.01, 0.05), kind=BARE),
    ]
    found = {each.what: each for each in growth.growths(measures)}
    assert {name for name, each in found.items() if each.flagged} == {"grows", "square"}
    assert "limit" not in found
    assert found["as its limit"].limit == pytest.approx(found["as its limit"].exponent)
    assert found["square"].exponent == pytest.approx(2)


def test_memory_of_work_on_a_corpus_may_not_grow():
    def held(what: str, few: int, many: int) -> list[Measure]:
        some = ((1_000, 1.0, few), (10_000, 10.0, many))
        return [measure(what, s, kind=WHOLE, memory=m << 20, size={"articles": n}) for n, s, m in some]

    found = growth.growths([*held("flat", 50, 55), *held("grows", 20, 200), *held("little", 0, 20)])
    assert [each.what for each in found if each.flagged] == ["grows: memory"]


def test_growth_is_told_along_one_axis_while_the_others_stand_still():
    sizes = [(2_000, 100), (100_000, 100), (100_000, 5_000)]
    measures = [measure(size={"characters": c, "marks": m}) for c, m in sizes]
    found = [(each.axis, each.fixed, [size for size, _ in each.points]) for each in growth.growths(measures)]
    assert found == [
        ("characters", {"marks": 100}, [2_000, 100_000]),
        ("marks", {"characters": 100_000}, [100, 5_000]),
    ]


def test_the_budgets_are_those_of_the_largest_case():
    def of(part: str, what: str, articles: int, **values: Any) -> Measure:
        return measure(what, part=part, size={"articles": articles}, bare="b", **values)

    page = {"size": {"characters": 100_000, "marks": 5_000}, "bare": "b", "ratio": 3.0}
    found = budgets.budgets(
        [
            measure("caret", 0.002, **page),
            measure("Q", 0.02, **page),
            measure("A, the list shown", 0.08, **page),
            measure("Q", 0.9, size={"characters": 1_000_000, "marks": 5_000}, bare="b", ratio=3.0),
            measure("longest stall after an edit", 0.9, size=page["size"]),
            of("bulk", "import JSONL with marks", 100, ratio=9.0),
            of("bulk", "import JSONL with marks", 10_000, ratio=2.4),
            of("start", "memory of the window", 1, ratio=1.9, unit=BYTES),
            of("start", "memory of the window", 10_000, ratio=1.4, unit=BYTES),
            measure("memory of the window", part="start", size=page["size"], bare="b", ratio=3.0, unit=BYTES),
            of("waiting", "search, a phrase", 10_000, median=0.06),
        ]
    )
    told = {each.name: (each.value, each.kept, each.of.what) for each in found}
    assert told == {
        "key to committed to painted, p99": (0.02, False, "Q"),
        "the same of F, find and A": (0.08, False, "A, the list shown"),
        "import of JSONL with marks": (2.4, True, "import JSONL with marks"),
        "memory of the window": (1.4, True, "memory of the window"),
        "first page of a search": (0.06, False, "search, a phrase"),
    }
    assert "NOT KEPT" in "".join(telling.budget_table(found))


def test_the_plan_has_every_part_every_format_and_each_size():
    planned = list(steps(Asked(100_000)))
    assert {each.part for each in planned} == set(PARTS)
    names = [each.name for each in planned]
    assert len(names) == len(set(names)), "each step can be told from the others"
    for form in FORMATS:
        for count in (1_000, 10_000, 100_000) if form.can_write else ():
            assert f"bulk export_as {form.name} {count:,}" in names
    assert "latency article 1,000,000 50,000" in names
    assert "start project corpus 100,000" in names


def test_a_quick_plan_is_a_part_of_the_whole_one():
    quick = list(steps(Asked(1_000, quick=True)))
    assert {each.part for each in quick} == set(PARTS)
    assert {each.count for each in quick} == {0, 100, 1_000}
    assert {each.family for each in quick} <= {each.family for each in steps(Asked(1_000))}


def test_only_what_is_named_is_planned():
    assert {each.part for each in steps(Asked(only=("latency",)))} == {"latency"}
    assert {each.function for each in steps(Asked(only=("export_as tawsim", "check")))} == {"export_as", "check"}


def test_what_would_take_too_long_and_what_fails_stops_nothing(tmp_path: Path):
    planned = [
        Step("bulk", "bulk", "no_such_work", {"count": 1}),
        Step("bulk", "bulk", "import_plain", {"count": 100}),
        Step("bulk", "bulk", "import_plain", {"count": 10**9}),
    ]
    made = run(planned, tmp_path, {"QT_QPA_PLATFORM": "offscreen"}, 60, lambda line: None)
    assert "no_such_work" in made.failed["bulk no_such_work 1"]
    assert [each.what for each in made.measures] == ["bare: JSONL in", "import JSONL"]
    assert "seconds of work" in made.left_out["bulk import_plain 1,000,000,000"]


def test_a_run_writes_its_file_and_a_second_one_compares_with_it(tmp_path: Path):
    before, now = tmp_path / "before.json", tmp_path / "now.json"
    words = [sys.executable, "-m", "tests.benchmarks", "--quick", "--articles", "100", "--only", "import_plain"]
    for extra in (["--out", before], ["--out", now, "--compare", before]):
        done = subprocess.run([*words, *map(str, extra)], cwd=ROOT, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
    made = read(now)
    assert made["schema"] == SCHEMA
    assert made.keys() >= {"made", "commit", "machine", "versions", "asked", "took", "measures", "left_out", "failed"}
    assert made["asked"] == {"articles": 100, "quick": True, "only": ["import_plain"], "shown": "off screen"}
    assert made["machine"].keys() >= {"processor", "cores", "memory", "system", "load_before"}
    assert made["versions"].keys() >= {"python", "sqlite", "PySide6-Essentials"}
    ours = measure_of(made["measures"][1])
    assert ours.key == ("bulk", "100 articles", "import JSONL")
    assert ours.ratio is not None and ours.ratio > 0
    assert "import JSONL" in done.stdout
    assert "of 1 (now by then; below 1 is better)" in done.stdout
    assert "Only in the earlier run: 0; only in this one: 0." in done.stdout


def test_an_earlier_run_is_shown_again_without_measuring(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    path = tmp_path / "run.json"
    sizes = ({"characters": 2_000, "marks": 1}, {"characters": 9_000, "marks": 1})
    some = [measure(f"key {n}", case=f"page {n}", size=size) for n, size in enumerate(sizes)]
    record = {
        "schema": SCHEMA,
        "made": "2026-11-24T12:00:00+00:00",
        "commit": None,
        "machine": {"processor": "x", "cores": 2, "system": "y", "load_before": 0.1},
        "versions": {"python": "3.11"},
        "asked": {"shown": "off screen"},
        "took": 60.0,
        "measures": [each.as_record() for each in some],
        "left_out": {"a": "too long"},
        "failed": {"b": "broke"},
    }
    path.write_text(json.dumps(record), encoding="utf-8")
    assert main(["--show", str(path)]) == 1
    told = capsys.readouterr().out
    assert "key 1" in told and "10.00 ms" in told
    assert "Left out: a: too long" in told and "Failed: b: broke" in told


@pytest.mark.parametrize("words", [["--only", "no such thing"], ["--compare", "no-such.json"], ["--articles", "many"]])
def test_words_that_make_no_sense_are_refused(words: list[str], capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as left:
        main(words)
    assert left.value.code == 2
    assert "sh packaging/bench.sh: error:" in capsys.readouterr().err


def test_a_file_of_something_else_is_no_run(tmp_path: Path):
    path = tmp_path / "other.json"
    path.write_text("[1]", encoding="utf-8")
    with pytest.raises(ValueError, match="is not a file of measures"):
        read(path)


def test_figures_are_told_in_units_that_can_be_read():
    assert [telling.in_seconds(each) for each in (0.000_02, 0.0123, 2.5, 100)] == [
        "20 us",
        "12.30 ms",
        "2.50 s",
        "100.0 s",
    ]
    assert [telling.in_bytes(each) for each in (12, 2048, 3 << 20, 5 << 30)] == [
        "12 B",
        "2.0 KiB",
        "3.0 MiB",
        "5.0 GiB",
    ]
    (_, title, _, line) = telling.table([measure(kind=AWAITED, bare="b", ratio=1.5)])
    assert title == "Latency: from the key to the committed, painted window: a page"
    assert line.split() == ["mark", "10.00", "ms", "1.50x"]
