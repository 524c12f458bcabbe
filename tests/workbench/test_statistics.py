"""Statistics, and what is marked in some places only: counted by the tables as by a few lines of Python."""

from __future__ import annotations

from pathlib import Path

import pytest

from app import resources
from app.domain.annotation import ANNOTATION_END, LITERAL_END, Annotation, End, Link
from app.domain.article import Meta, new_article
from app.domain.edit import making
from app.domain.ids import new_id
from app.domain.span import Span
from app.exchange.tables import guarded
from app.store import Stamp, Store
from app.workbench.hit_export import every_hit
from app.workbench.jobs import Cancelled, Job
from app.workbench.listing import Book, Column, Listing, listing, plain, write_listing
from app.workbench.querying import asked_of
from app.workbench.statistics import make_statistics
from app.workbench.surfaces import make_surfaces

WHEN = "2026-11-24T09:00:00Z"
TEXTS = (
    "قال سليم الناصر في بغداد إن الماء قليل. وزعم سليم الناصر أن بغداد بعيدة، وبغداد قريبة.",
    "بغداد والأردن، ثم للأردن وإلى بغداد.",
    "بغداد لم تُقرأ بعد.",
)


class Made:
    """A project in the making: marks of the layer ``sana``, by the words and which time they stand there."""

    def __init__(self, path: Path) -> None:
        self.path = path
        sources = ("رواسي", "رواسي", None)
        days = ("2026-01-10", "2026-02-11", None)
        self.articles = [
            new_article(f"a-{n}", text, meta=Meta(source=sources[n], published=days[n])) for n, text in enumerate(TEXTS)
        ]
        with Store.create(path, resources.codebook()) as store:
            store.add_articles(self.articles)
            while store.index_search():
                pass
        self.records: list[Annotation | Link] = []

    def mark(self, article: int, words: str, kind: str, label: str, time: int = 0, **attributes: str) -> Annotation:
        of, start = self.articles[article], -1
        for _ in range(time + 1):
            start = of.text.index(words, start + 1)
        spans = (Span(start, start + len(words)),)
        made = Annotation(new_id(), of.id, "sana", kind, label, spans, words, WHEN, "sana", attributes=attributes)
        self.records.append(made)
        return made

    def link(self, source: Annotation, role: str, end: End) -> None:
        self.records.append(Link(new_id(), source.article, "sana", role, source.id, end))

    def write(self) -> None:
        with Store.open(self.path) as store:
            store.write(making("Mark", *self.records), Stamp("sana", "sana", WHEN, 1))
        self.records = []


@pytest.fixture
def made(tmp_path: Path) -> Made:
    made = Made(tmp_path / "project.tawsim")
    speaker = made.mark(0, "سليم الناصر", "entity", "PERS")
    made.mark(0, "بغداد", "entity", "GPE")
    made.mark(0, "بغداد", "entity", "GPE", 1)
    made.mark(1, "بغداد", "entity", "ORG")
    made.mark(1, "الأردن", "entity", "GPE")
    made.mark(1, "للأردن", "entity", "GPE", normalized="الأردن")
    doubt = made.mark(0, "زعم", "cue", "cue", strength="doubting")
    first = made.mark(0, "الماء قليل", "quote", "indirect", medium="speech", realization="named")
    second = made.mark(0, "بغداد بعيدة", "quote", "indirect", medium="speech", realization="named")
    for quote in (first, second):
        made.link(quote, "speaker", End(ANNOTATION_END, speaker.id))
    made.link(second, "cue", End(ANNOTATION_END, doubt.id))
    third = made.mark(1, "بغداد والأردن", "quote", "direct", medium="writing")
    made.link(third, "speaker", End(LITERAL_END, "journalist"))
    made.write()
    return made


def tables(book: Book) -> dict[str, Listing]:
    return {each.id: each for each in book.listings}


def test_what_there_is_of_everything(made: Made) -> None:
    found = tables(make_statistics(Job(""), made.path, "sana"))
    overview = dict(found["overview"].rows)
    assert overview["articles"] == 3
    assert overview["characters"] == sum(map(len, TEXTS))
    assert overview["words"] == sum(len(text.split()) for text in TEXTS)
    assert (overview["entities"], overview["quotes"], overview["cues"]) == (6, 3, 1)
    marks = {row[1:3]: row[-1] for row in found["marks"].rows}
    assert marks["entity", "GPE"] == 4
    assert {row[:3] for row in found["quotes"].rows} >= {
        ("type", "indirect", 2),
        ("type", "direct", 1),
        ("medium", "speech", 2),
        ("medium", "writing", 1),
        ("strength", "doubting", 1),
        ("strength", None, 2),
    }
    assert found["speakers"].rows == (("سليم الناصر", 2, 1), ("journalist", 1, 1))
    assert found["cues"].rows == (("زعم", "doubting", 1, 1),)
    assert found["months"].rows[1][:2] == ("2026-01", 1)
    density = {row[0]: row[1:4] for row in found["sources"].rows}
    assert density == {"رواسي": (2, len(TEXTS[0]) + len(TEXTS[1]), 10), "": (1, len(TEXTS[2]), 0)}
    lengths = found["distributions"].rows[0]
    assert lengths[1:6:2] == (min(map(len, TEXTS)), sorted(map(len, TEXTS))[1], max(map(len, TEXTS)))


def test_words_under_two_labels_are_told_and_lead_to_their_places(made: Made) -> None:
    found = tables(make_statistics(Job(""), made.path, "sana"))["conflicts"]
    assert found.rows == (("بغداد", "GPE", 2, 66.7, 2), ("بغداد", "ORG", 1, 33.3, 2))
    with Store.open(made.path, readonly=True) as store:
        counts = [every_hit(Job(""), asked_of(store, query, "sana"))[1].count for query in found.queries]
    assert counts == [2, 1]


def test_the_surfaces_of_labels_by_how_often_they_are_marked(made: Made) -> None:
    found = tables(make_surfaces(Job(""), made.path, "sana"))["surfaces"]
    assert found.rows[:2] == (("الأردن", "GPE", 2, 0), ("بغداد", "GPE", 2, 1))


def test_what_is_marked_in_some_places_only_counts_as_the_search_does(made: Made) -> None:
    found = tables(make_surfaces(Job(""), made.path, "sana"))["partly"]
    assert found.rows == (
        ("بغداد", "GPE", 3, 2, 2),  # the article that nobody has begun does not count
        ("سليم الناصر", "PERS", 1, 1, 1),
    )
    with Store.open(made.path, readonly=True) as store:
        counts = [every_hit(Job(""), asked_of(store, query, "sana"))[1].count for query in found.queries]
    assert counts == [2, 1]


def test_tables_hold_until_something_changes(made: Made) -> None:
    with Store.open(made.path) as store:
        book = make_statistics(Job(""), made.path, "sana")
        assert book.state == (*store.overview.state(), "sana")
        made.mark(2, "بغداد", "entity", "GPE")
        made.write()
        assert book.state != (*store.overview.state(), "sana")


def test_a_count_that_is_stopped_says_so(made: Made) -> None:
    job = Job("")
    job.cancel()
    with pytest.raises(Cancelled):
        make_statistics(job, made.path, "sana")
    with pytest.raises(Cancelled):
        make_surfaces(job, made.path, "sana")


def test_rows_are_filtered_by_folded_words_and_sorted_by_a_column(made: Made) -> None:
    found = tables(make_statistics(Job(""), made.path, "sana"))["marks"]
    shown = [found.rows[number] for number in found.order("entity", 6, descending=True)]
    assert [row[-1] for row in shown] == sorted((row[-1] for row in shown), reverse=True)
    assert {row[1] for row in shown} == {"entity"}
    assert found.order("لا شيء", None, descending=False) == []


def test_a_table_is_written_so_that_no_spreadsheet_takes_a_cell_for_a_formula(made: Made, tmp_path: Path) -> None:
    made.mark(0, "الماء", "cue", "cue", strength="=1+1")
    made.write()
    found = tables(make_statistics(Job(""), made.path, "sana"))["cues"]
    path = tmp_path / "cues.csv"
    assert write_listing(path, found, range(len(found.rows)), plain) == 2
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    assert lines[0] == "cue,strength,count,articles"
    assert guarded("=1+1") in "".join(lines)


def test_a_table_comes_with_its_words_folded() -> None:
    made = listing("a", "A", (Column("word", "Word", words=True),), [("الأَحد",), ("الاثنين",)])
    assert made.keys == ("الاحد", "الاثنين")  # so that the window need not
    assert made.order("", None, descending=False) == [0, 1]
    assert made.order("الاحد", None, descending=False) == [0]
