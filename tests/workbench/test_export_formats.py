"""An export of a project into any format: what is wanted of it, what is told before, and what lies beside."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from app import resources
from app.domain.annotation import DONE, IN_PROGRESS, SUGGESTED, Annotation, Progress
from app.domain.article import Zone, new_article
from app.domain.edit import making
from app.domain.span import Span
from app.exchange.errors import UnknownFormat
from app.exchange.formats import FORMATS, format_named
from app.exchange.naming import WrongName
from app.store import Stamp, Store
from app.workbench.intake import import_files
from app.workbench.outgo import Options, export, format_for

TEXT = "بغداد\nقالت ليلى حداد إن وزارة المياه في عمّان."
WHEN = "2026-11-23T09:00:00Z"
LOSSLESS = ("tawsim", "prodigy", "label-studio", "brat")
FOLDERS = ("xmi",)  # a file for each article: a name that ends like one of them is refused


@pytest.fixture
def store(tmp_path):
    """Two articles: one done with four entities and a quote, one begun with a suggestion."""
    with Store.create(tmp_path / "p.tawsim", resources.codebook()) as made:
        for ref, status in (("a1", DONE), ("a2", IN_PROGRESS)):
            article = new_article(ref, TEXT, zones=(Zone("dateline", Span(0, 5)),))
            made.add_article(article)
            marks = [mark(article.id, ref, *each) for each in MARKS] if status == DONE else []
            marks += [replace(mark(article.id, ref, "entity", "PERS", "حداد"), id=f"{ref}-s", state=SUGGESTED)]
            progress = Progress(article.id, "gold", status, ("a1",))
            made.write(making("mark", *marks, progress), Stamp("gold", "a1", WHEN, 1))
        yield made


MARKS = (
    ("entity", "GPE", "بغداد"),
    ("entity", "PERS", "ليلى حداد"),
    ("entity", "ORG", "وزارة المياه"),
    ("entity", "GPE", "عمّان"),
    ("quote", "indirect", "وزارة المياه في عمّان"),
)


def mark(article: str, ref: str, kind: str, label: str, words: str) -> Annotation:
    start = TEXT.index(words)
    span = Span(start, start + len(words))
    return Annotation(f"{ref}-{kind}-{start}", article, "gold", kind, label, (span,), words, WHEN, "a1")


def out_of(tmp_path: Path, form: str) -> Path:
    folder = tmp_path / "out"
    folder.mkdir(exist_ok=True)
    return folder / ("x" if form in FOLDERS else f"x.{form}")


def exported(store: Store, tmp_path: Path, form: str = "doccano", **options) -> list[dict]:
    out = out_of(tmp_path, "jsonl")
    export(store, out, format_named(form), Options(**options))
    return [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]


def labels(lines: list[dict]) -> list[str]:
    return [label for line in lines for _, _, label in line["label"]]


@pytest.mark.parametrize("form", [each.name for each in FORMATS if each.can_write])
def test_the_dry_pass_tells_the_losses_and_writes_nothing(store, tmp_path, form):
    out = out_of(tmp_path, form)
    told = export(store, out, format_named(form), dry=True).losses
    assert list(out.parent.iterdir()) == []
    report = export(store, out, format_named(form))
    assert report.losses == told
    assert list(out.parent.glob("x*.losses.json")) == ([report.losses_path] if told else [])
    if told:
        assert json.loads(report.losses_path.read_text(encoding="utf-8"))["format"] == form
    assert (form in LOSSLESS) <= (not told)


@pytest.mark.parametrize("form", [each.name for each in FORMATS if each.can_write])
def test_a_stopped_export_leaves_what_was_there(store, tmp_path, form):
    out = out_of(tmp_path, form)
    export(store, out, format_named(form))
    files = [out] if out.is_file() else sorted(path for path in out.rglob("*") if path.is_file())
    before = {path: path.read_bytes() for path in files}
    names = sorted(path.name for path in out.parent.iterdir())
    asked: list[None] = []
    report = export(store, out, format_named(form), cancelled=lambda: asked.append(None) or len(asked) > 1)
    assert report.cancelled
    assert {path: path.read_bytes() for path in files} == before
    assert sorted(path.name for path in out.parent.iterdir()) == names


@pytest.mark.parametrize("form", LOSSLESS)
def test_a_project_comes_back_the_same_from_what_holds_everything(store, tmp_path, form):
    first, second = tmp_path / "first.jsonl", tmp_path / "second.jsonl"
    export(store, first, format_named("tawsim"))
    out = out_of(tmp_path, form)
    export(store, out, format_named(form))
    with Store.create(tmp_path / "again.tawsim", resources.codebook()) as again:
        report = import_files(again, [out], format=None if form == "brat" else form, author="a1")
        assert (report.rejected, report.notes) == ([], [])
        export(again, second, format_named("tawsim"))
        once_more = import_files(again, [out], format=None if form == "brat" else form, author="a1")
        assert (once_more.added, once_more.pages, once_more.duplicates) == (0, 0, 2)
    assert first.read_bytes() == second.read_bytes()


def test_articles_of_one_status_can_be_asked_for(store, tmp_path):
    assert [line["doc_id"] for line in exported(store, tmp_path)] == ["a1", "a2"]
    assert [line["doc_id"] for line in exported(store, tmp_path, statuses=[DONE])] == ["a1"]


def test_kinds_labels_and_zones_can_be_asked_for(store, tmp_path):
    assert labels(exported(store, tmp_path)) == ["GPE", "PERS", "ORG", "GPE", "QUOTE_INDIRECT"]
    assert labels(exported(store, tmp_path, kinds=["quote"])) == ["QUOTE_INDIRECT"]
    assert labels(exported(store, tmp_path, labels=[("entity", "ORG")])) == ["ORG"]
    assert labels(exported(store, tmp_path, kinds=["entity"], zones=["body"])) == ["PERS", "ORG", "GPE"]
    assert labels(exported(store, tmp_path, zones=["dateline"])) == ["GPE"]
    assert export(store, tmp_path / "x", format_named("doccano"), Options(zones=["dateline"])).left_out == 6


def test_suggestions_come_along_only_when_asked_for_and_their_state_is_lost(store, tmp_path):
    report = export(store, tmp_path / "x", format_named("tawsim"), Options(include_states=(SUGGESTED,)))
    assert report.losses.ids == {"state of a mark that is not accepted": ["a1-s", "a2-s"]}
    assert report.marks == 7


def test_labels_are_called_as_the_codebook_the_field_or_the_analyst_has_them(store, tmp_path):
    def names(**options) -> list[str]:
        return [span["label"] for line in exported(store, tmp_path, "prodigy", **options) for span in line["spans"]]

    assert names() == ["GPE", "PERSON", "QUOTE_INDIRECT", "ORG", "GPE"]
    assert names(style="own") == ["GPE", "PERS", "QUOTE_indirect", "ORG", "GPE"]
    assert names(style="flat") == ["LOC", "PER", "QUOTE_indirect", "ORG", "LOC"]
    assert names(names={"GPE": "LOC", "quote:indirect": ""}) == ["LOC", "PERSON", "ORG", "LOC"]


def test_names_that_lead_to_no_label_or_to_another_are_told(store, tmp_path):
    report = export(store, tmp_path / "x", format_named("tawsim"), Options(names={"ORG": "", "GPE": "LOC"}))
    assert {what: len(ids) for what, ids in report.losses.ids.items()} == {
        "mark whose label has no name in this export": 1,
        "label that shares its name with another one in this export": 2,
    }
    with pytest.raises(WrongName, match="no label PER;"):
        export(store, tmp_path / "x", format_named("tawsim"), Options(names={"PER": "X"}))


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("a.jsonl", "tawsim"),
        ("a.gold", "tawsim"),
        ("a.json", "label-studio"),
        ("a.conllu", "conllu"),
        ("a.bio", "iob2"),
    ],
)
def test_the_suffix_says_the_format_where_it_is_sure(name, form):
    assert format_for(Path(name)).name == form
    assert format_for(Path(name), "brat").name == "brat"


def test_a_suffix_that_could_mean_several_is_asked_about(tmp_path):
    with pytest.raises(UnknownFormat, match="name one of tawsim, prodigy"):
        format_for(tmp_path)
    with pytest.raises(UnknownFormat, match="name one of"):
        format_for(Path("a.txt"))


def test_pages_are_read_in_the_order_of_ref_and_layer(tmp_path):
    with Store.create(tmp_path / "many.tawsim", resources.codebook()) as store:
        for number in reversed(range(230)):
            article = new_article(f"a{number:03}", TEXT)
            store.add_article(article)
            for layer in ("b", "a") if number % 3 else ():
                one = replace(mark(article.id, f"{number}{layer}", *MARKS[1]), layer=layer)
                store.write(making("mark", one), Stamp(layer, "a1", WHEN, 1))
        found = [(each.article.ref, each.layer, [one.id for one in each.annotations]) for each in store.worked()]
        wanted = [(f"a{at:03}", layer, [f"{at}{layer}-entity-11"]) for at in range(230) if at % 3 for layer in "ab"]
        assert found == wanted
        assert store.count_worked() == len(wanted)
        assert [(each.article.ref, each.layer) for each in store.worked("b")] == [
            (ref, layer) for ref, layer, _ in wanted if layer == "b"
        ]
        assert list(store.worked("nobody")) == list(store.worked("a", [DONE])) == []
        assert store.count_worked("a", ["new"]) == store.count_worked("a")
