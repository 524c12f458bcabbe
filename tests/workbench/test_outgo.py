"""The project as gold data in a file: whole, in order, the same bytes every time."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app import resources
from app.domain.annotation import ACCEPTED, REJECTED, SUGGESTED, Annotation, Progress
from app.domain.article import new_article
from app.domain.edit import making
from app.domain.span import Span
from app.exchange.errors import CannotWrite
from app.exchange.formats import format_named
from app.exchange.tawsim_jsonl import line_of
from app.store import Stamp, Store
from app.workbench.intake import import_files
from app.workbench.outgo import export, export_jsonl
from tests.exchange import inventing

ROOT = Path(__file__).parents[2]
TEXT = "قالت ليلى حداد إن السدود ممتلئة."
WHEN = "2026-11-23T09:00:00Z"


@pytest.fixture
def out(tmp_path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    return folder / "ذهب.jsonl"


def annotate(store: Store, ref: str, layer: str, **values) -> Annotation:
    """An article with one name marked in a layer."""
    article = store.article_by_ref(ref)
    if article is None:
        article = new_article(ref, TEXT)
        store.add_article(article)
    name = f"{ref}-{layer}-{values.get('state', ACCEPTED)}"
    mark = Annotation(name, article.id, layer, "entity", "PERS", (Span(5, 14),), TEXT[5:14], WHEN, "a1")
    store.write(making("mark", replace(mark, **values)), Stamp(layer, "a1", WHEN, 1))
    return mark


def lines(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_articles_stand_in_the_order_of_their_refs_and_layers(store, out):
    for ref, layer in (("b", "z"), ("b", "a"), ("أ", "a"), ("A", "a")):
        annotate(store, ref, layer)
    report = export_jsonl(store, out)
    assert (report.lines, report.marks) == (4, 4)
    assert [(line["doc_id"], line["layer"]) for line in lines(out)] == [("A", "a"), ("b", "a"), ("b", "z"), ("أ", "a")]


def test_an_article_that_nobody_worked_on_is_no_gold(store, out):
    store.add_article(new_article("untouched", TEXT))
    assert export_jsonl(store, out).lines == 0
    assert out.read_bytes() == b""


def test_an_article_that_was_found_to_hold_nothing_is_gold_too(store, out):
    article = new_article("empty", TEXT)
    store.add_article(article)
    store.write(making("done", Progress(article.id, "gold", "done", ("a2",))), Stamp("gold", "a2", WHEN, 1))
    export_jsonl(store, out)
    assert [(line["annotators"], line["entities"]) for line in lines(out)] == [(["a2"], [])]


def test_one_layer_can_be_asked_for(store, out):
    annotate(store, "x", "a")
    annotate(store, "x", "b")
    export_jsonl(store, out, layer="b")
    assert [line["layer"] for line in lines(out)] == ["b"]


def test_the_schema_lies_beside_it_and_every_line_keeps_to_it(store, out):
    annotate(store, "x", "a")
    report = export_jsonl(store, out)
    assert names(out.parent) == ["ذهب.jsonl", "ذهب.schema.json"]
    validator = jsonschema.Draft202012Validator(json.loads(report.schema_path.read_text(encoding="utf-8")))
    assert [error for line in lines(out) for error in validator.iter_errors(line)] == []


def test_what_was_not_accepted_is_counted_and_only_told_when_asked_for(store, out):
    annotate(store, "x", "a")
    annotate(store, "x", "a", state=SUGGESTED)
    annotate(store, "x", "a", state=REJECTED)
    report = export_jsonl(store, out)
    assert (report.marks, report.left_out, report.losses_path) == (1, 2, None)
    assert export_jsonl(store, out, include_states=(SUGGESTED, REJECTED)).marks == 3
    assert len(lines(out)[0]["entities"]) == 3


def test_the_losses_of_another_format_beside_it_are_left_alone(store, tmp_path):
    annotate(store, "r1", "gold")
    tagged = export(store, tmp_path / "a.conllu", format_named("conllu"))
    kept = tagged.losses_path.read_bytes()
    assert export_jsonl(store, tmp_path / "a.jsonl").losses_path is None
    table = export(store, tmp_path / "a.txt", format_named("iob2"))
    assert table.losses_path == tmp_path / "a.txt.losses.json"
    assert (tmp_path / "a.losses.json").read_bytes() == kept
    assert export(store, tmp_path / "v1.0", format_named("csv-tables")).losses_path in (
        None,
        tmp_path / "v1.0.losses.json",
    )


def test_losses_lie_beside_it_only_while_there_are_any(store, out):
    mark = annotate(store, "x", "a", attributes={"gender": "f"})
    report = export_jsonl(store, out)
    assert report.losses_path == out.with_name("ذهب.losses.json")
    (lost,) = json.loads(report.losses_path.read_text(encoding="utf-8"))["lost"]
    assert (lost["count"], lost["ids"]) == (1, [f"{mark.id}.gender"])
    store.undo("a", Stamp("a", "a1", WHEN, 1))
    assert export_jsonl(store, out).losses_path is None
    assert names(out.parent) == ["ذهب.jsonl", "ذهب.schema.json"]


def test_a_stopped_export_leaves_what_was_there(store, out):
    annotate(store, "x", "a")
    annotate(store, "y", "a")
    out.write_text("old")
    asked: list[None] = []
    report = export_jsonl(store, out, cancelled=lambda: asked.append(None) or len(asked) > 1)
    assert report.cancelled
    assert out.read_text() == "old"
    assert names(out.parent) == ["ذهب.jsonl"]


def test_a_failed_export_leaves_nothing(store, out):
    annotate(store, "x", "a")

    def fail(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        export_jsonl(store, out, report=fail)
    assert names(out.parent) == []
    annotate(store, "y", "a")
    assert export_jsonl(store, out).lines == 2


def test_a_killed_export_leaves_no_half_file(store, out):
    for at in range(30):
        annotate(store, f"x{at:02}", "a")
    script = (
        "import sys, time\nfrom pathlib import Path\nfrom app.store import Store\n"
        "from app.workbench.outgo import export, export_jsonl\n"
        "def slow():\n    print('running', flush=True); time.sleep(0.05)\n"
        "export_jsonl(Store.open(Path(sys.argv[1])), Path(sys.argv[2]), cancelled=slow)\n"
    )
    with subprocess.Popen([sys.executable, "-c", script, store.path, out], cwd=ROOT, stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        for _ in range(5):
            assert child.stdout.readline() == b"running\n"
        os.kill(child.pid, signal.SIGKILL)
    assert not out.exists()
    if hasattr(os, "O_TMPFILE"):
        assert names(out.parent) == []


def test_a_place_that_cannot_be_written_is_told(store, tmp_path):
    annotate(store, "x", "a")
    with pytest.raises(CannotWrite, match=r"gone.out\.jsonl cannot be written: No such file"):
        export_jsonl(store, tmp_path / "gone" / "out.jsonl")


def test_it_tells_how_many_lines_are_done(store, out):
    for at in range(120):
        annotate(store, f"x{at:03}", "a")
    told: list[tuple[int, int]] = []
    export_jsonl(store, out, report=lambda done, total: told.append((done, total)))
    assert told == [(0, 120), (50, 120), (100, 120), (120, 120)]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.lists(inventing.pages(), min_size=1, max_size=3))
def test_any_project_is_the_same_bytes_after_export_import_export(tmp_path_factory, pages):
    folder = tmp_path_factory.mktemp("round")
    source = folder / "source.jsonl"
    refs = [f"{at}{page.article.ref}" for at, page in enumerate(pages)]
    kept = [replace(page, article=replace(page.article, ref=ref)) for ref, page in zip(refs, pages, strict=True)]
    source.write_text("".join(line_of(page) + "\n" for page in kept), encoding="utf-8", newline="")
    first, second = folder / "first.jsonl", folder / "second.jsonl"
    for file, target in ((source, first), (first, second)):
        with Store.create(folder / f"{target.stem}.tawsim", resources.codebook()) as store:
            report = import_files(store, [file], author="a1")
            assert report.rejected == []
            assert report.added == len(pages)
            assert export_jsonl(store, target).losses_path is None
    assert first.read_bytes() == second.read_bytes()
