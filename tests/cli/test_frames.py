"""Quotes and claims at the terminal."""

from __future__ import annotations

from pathlib import Path

from app.domain.annotation import ANNOTATION_END, LITERAL_END, Annotation, End, Link
from app.domain.edit import making
from app.domain.span import Span
from app.store import Stamp, Store
from tests.cli.conftest import NEWS, WHEN, Say, gold


def framed(project: Path) -> None:
    """A quote with its speaker, and the journalist's claim."""
    speaker = gold(project)
    with Store.open(project) as store:
        made = []
        for kind, label, words in (
            ("quote", "direct", '"مخزون السدود بلغ 71% من طاقتها"'),
            ("claim", "claim", "الحكومة لن تخفض"),
        ):
            at = NEWS.index(words)
            spans = (Span(at, at + len(words)),)
            made.append(Annotation(kind, speaker.article, "sana", kind, label, spans, words, WHEN, "sana"))
        ends = (
            Link("l1", speaker.article, "sana", "speaker", "quote", End(ANNOTATION_END, speaker.id)),
            Link("l2", speaker.article, "sana", "claimer", "claim", End(LITERAL_END, "journalist")),
        )
        store.write(making("Mark", *made, *ends), Stamp("sana", "sana", WHEN, 1))


def test_who_says_and_who_claims_what_is_listed(say: Say, project: Path) -> None:
    framed(project)
    heard = say("frames", project)
    lines = [line.split("\t")[:5] for line in heard.out.splitlines()]
    assert lines == [
        ["quote", "direct", "سامر العواد", "", '"مخزون السدود بلغ 71% من طاقتها"'],
        ["claim", "claim", "journalist", "", "الحكومة لن تخفض"],
    ]
    assert heard.sentences == ["2 frames"]


def test_one_kind_alone_and_as_json(say: Say, project: Path) -> None:
    framed(project)
    told = say("frames", project, "--kind", "claim", "--layer", "sana", "--json").json
    assert [(each["id"], each["speaker"], each["layer"]) for each in told] == [("claim", "journalist", "sana")]


def test_a_layer_that_is_not_there_is_named(say: Say, project: Path) -> None:
    framed(project)
    heard = say("frames", project, "--layer", "ali")
    assert heard.status != 0
    assert "ali" in heard.err
