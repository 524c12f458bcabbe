"""Zones and details as articles come in, as they are corrected, and as they are learned for a source."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app import resources
from app.domain.annotation import IN_PROGRESS, Progress
from app.domain.article import Article, Zone, new_article
from app.domain.edit import Change, Edit
from app.domain.span import Span
from app.store import Stamp, Store
from app.store.conditions import Condition, CorpusQuery
from app.workbench import zoning
from app.workbench.bench import Workbench
from app.workbench.intake import import_files
from app.workbench.lexicons import NOTHING, lexicons_with
from app.workbench.outgo import export_jsonl
from app.workbench.place import Place
from app.workbench.proposing import proposal
from app.workbench.zone_letters import letters
from tests.store.making import undo_title

NEWS = """محليات

افتتاح سوق الخضار الجديدة في إربد

12.03.2026

عمّان/ ليث الصمادي/ بترا

قال رئيس البلدية إن "السوق تتسع لأربعمائة بسطة"، وإن الإيجار رمزي.

وأضاف أن الباعة سينتقلون إليها خلال أسبوع.

جميع الحقوق محفوظة، وقال الناشر إن "النسخ ممنوع".
"""
WIRE = """إربد (بترا) - قال رئيس البلدية إن السوق تتسع لأربعمائة بسطة، وإن الإيجار رمزي.
وأضاف أن الباعة سينتقلون خلال أسبوع."""
STAMP = Stamp("a1", "a1", "2026-11-23T09:00:00Z", 1)


@pytest.fixture
def open_bench(tmp_path: Path) -> Iterator[Callable[..., Workbench]]:
    benches = []

    def open_(*texts: str) -> Workbench:
        path = tmp_path / f"b{len(benches)}.tawsim"
        with Store.create(path, resources.codebook()) as made:
            bring(made, tmp_path, *texts)
        bench = Workbench(Store.open(path), author="sana", lexicons=lambda: lexicons_with(NOTHING))
        bench.resume()
        benches.append(bench)
        return bench

    yield open_
    for bench in benches:
        bench.close()


def bring(store: Store, folder: Path, *texts: str) -> None:
    files = []
    for number, text in enumerate(texts):
        files.append(folder / f"n{number}.txt")
        files[-1].write_text(text, encoding="utf-8")
    import_files(store, files, author="a1")


def lines(store: Store, folder: Path, *records: dict[str, object], dry_run: bool = False) -> None:
    file = folder / "news.jsonl"
    file.write_text("".join(json.dumps(each, ensure_ascii=False) + "\n" for each in records), encoding="utf-8")
    import_files(store, [file], author="a1", dry_run=dry_run)


def named(article: Article | None) -> list[tuple[str, str]]:
    assert article is not None
    return [(zone.name, article.text[zone.span.start : zone.span.end]) for zone in article.zones]


def test_an_article_gets_zones_title_source_and_date_as_it_comes_in(store, tmp_path):
    bring(store, tmp_path, NEWS)
    article = store.article_by_ref("n0")
    assert [name for name, _ in named(article)] == [
        *("topic_line", "headline", "date_line", "byline", "body", "boilerplate")
    ]
    assert (article.title, article.meta.source, article.meta.published) == (
        *("افتتاح سوق الخضار الجديدة في إربد", "بترا", "2026-03-12"),
    )
    assert json.loads(article.meta.extra) == {"author": "ليث الصمادي", "place": "عمّان"}
    assert store.queue("a1")[0].name == article.title


def test_what_a_file_says_of_an_article_is_never_overwritten(store, tmp_path):
    told = {"title": "عنوان الملف", "source": "أرشيفنا", "date": "أمس", "author": "آخر", "page": 3}
    lines(store, tmp_path, {"id": "x", "text": NEWS, **told})
    article = store.article_by_ref("x")
    assert (article.title, article.meta.source, article.meta.published) == ("عنوان الملف", "أرشيفنا", "أمس")
    assert json.loads(article.meta.extra) == {"author": "آخر", "page": 3, "place": "عمّان"}
    assert len(article.zones) == 6


@pytest.mark.parametrize(
    ("said", "published", "hijri", "day"),
    [
        ("الأحد 30 نيسان (أبريل) 2023", "2023-04-30", None, "2023-04-30"),
        ("30 أبريل 2023 - 14:05", "2023-04-30T14:05", None, "2023-04-30"),
        ("10 شوال 1444 هـ", "10 شوال 1444 هـ", "1444-10-10", "2023-04-30"),
        ("10 شوال 1444هـ الموافق 30 أبريل 2023م", "2023-04-30", "1444-10-10", "2023-04-30"),
        ("1444/10/10", "1444/10/10", None, "2023-04-30"),
        ("30 أبريل 2023 الساعة 10:30 م", "30 أبريل 2023 الساعة 10:30 م", None, None),
        ("مطلع نيسان 2023", "مطلع نيسان 2023", None, None),
        ("4/5/2023", "4/5/2023", None, "2023-05-04"),
    ],
)
def test_a_day_in_words_becomes_iso_and_a_hijri_one_stays_but_sorts_and_is_found(
    store, tmp_path, said, published, hijri, day
):
    lines(store, tmp_path, {"id": "x", "text": "خبر قصير.", "date": said}, {"id": "y", "text": "خبر بلا تاريخ."})
    article = store.article_by_ref("x")
    assert article.meta.published == published
    assert json.loads(article.meta.extra).get("hijri") == hijri
    assert store.queue("a1")[0].day == day
    if day:
        assert found_between(store, day, day) == ["x"]
        assert found_between(store, "2024", "2030") == []


def found_between(store: Store, first: str, last: str) -> list[str]:
    conditions = (Condition("from", (first,)), Condition("to", (last,)))
    return [each.ref for each in store.concordance.candidates(CorpusQuery(None, "a1", conditions), lambda: False)]


def test_the_only_date_of_an_article_may_be_a_hijri_one(store, tmp_path):
    bring(store, tmp_path, NEWS.replace("12.03.2026", "23 رمضان 1447هـ"))
    article = store.article_by_ref("n0")
    assert (article.meta.published, json.loads(article.meta.extra)["hijri"]) == (None, "1447-09-23")
    assert store.queue("a1")[0].day == "2026-03-12"


def test_an_annotated_article_of_another_program_gets_its_zones_too(store, tmp_path):
    (tmp_path / "خبر.txt").write_text(NEWS, encoding="utf-8")
    start = NEWS.index("إربد")
    (tmp_path / "خبر.ann").write_text(f"T1\tLOC {start} {start + 4}\tإربد\n", encoding="utf-8")
    report = import_files(store, [tmp_path / "خبر.ann"], author="a1")
    assert (report.added, report.marks, report.rejected) == (1, 1, [])
    article = store.article_by_ref("خبر")
    assert [name for name, _ in named(article)][:2] == ["topic_line", "headline"]
    assert (article.text, article.meta.published) == (NEWS, "2026-03-12")
    assert [(each.start, each.exact) for each in store.annotations(article.id, "brat")] == [(start, "إربد")]
    again = import_files(store, [tmp_path / "خبر.ann"], author="a1")
    assert (again.duplicates, again.notes, again.rejected) == (1, [], [])


def test_sentences_of_a_corpus_are_no_headlines(store, tmp_path):
    sentences = [line.split() for line in NEWS.splitlines() if line.strip()]
    tokens = "\n\n".join("\n".join(f"{word} O" for word in words) for words in sentences)
    tokens = tokens.replace("إربد O", "إربد B-LOC")
    (tmp_path / "w.conll").write_text("-DOCSTART- O\n\n" + tokens + "\n", encoding="utf-8")
    import_files(store, [tmp_path / "w.conll"], format="iob2", author="a1")
    (article,) = store.articles()
    assert article.zones == ()
    assert zoning.zoned(article, zoning.Learned.of(store)).zones


def test_zones_that_a_file_gives_stay_and_a_dry_run_writes_nothing(store, tmp_path):
    own = (Zone("body", Span(0, 8)),)
    article = new_article("a", NEWS, zones=own)
    assert zoning.zoned(article, zoning.Learned.of(store)) == article
    lines(store, tmp_path, {"id": "x", "text": NEWS}, dry_run=True)
    assert store.counts()["articles"] == 0


def test_export_import_and_export_again_give_the_same_bytes(store, tmp_path):
    bring(store, tmp_path, NEWS, WIRE)
    for article in list(store.articles()):
        begun = Progress(article.id, "a1", IN_PROGRESS, ("a1",))
        store.write(Edit("begin", (Change(None, begun),)), STAMP)
    article = store.article_by_ref("n1")
    store.write(zoning.rezoning(article, Span(0, 4), "caption"), STAMP)
    export_jsonl(store, tmp_path / "one.jsonl")
    with Store.create(tmp_path / "q.tawsim", resources.codebook()) as other:
        import_files(other, [tmp_path / "one.jsonl"], author="a1")
        assert other.article_by_ref("n1").zones == store.article_by_ref("n1").zones
        export_jsonl(other, tmp_path / "two.jsonl")
    assert (tmp_path / "one.jsonl").read_bytes() == (tmp_path / "two.jsonl").read_bytes()


def test_a_stretch_takes_its_place_among_the_zones(store, tmp_path):
    bring(store, tmp_path, NEWS)
    article = store.article_by_ref("n0")
    at = article.text.index("وأضاف")
    stretch = zoning.stretch_at(article, None, at)
    edit = zoning.rezoning(article, stretch, "boilerplate")
    after = article.detailed(edit.changes[0].after)
    assert named(after)[4:6] == [
        ("body", 'قال رئيس البلدية إن "السوق تتسع لأربعمائة بسطة"، وإن الإيجار رمزي.'),
        ("boilerplate", "وأضاف أن الباعة سينتقلون إليها خلال أسبوع."),
    ]
    back = zoning.rezoning(after, stretch, "body")
    assert after.detailed(back.changes[0].after).zones == article.zones
    assert zoning.rezoning(article, stretch, "body") is None
    gone = article.detailed(zoning.rezoning(article, Span(0, len(article.text)), None).changes[0].after)
    assert gone.zones == ()


def test_a_selection_over_several_paragraphs_is_one_stretch_and_a_dateline_is_one_of_its_own(store, tmp_path):
    bring(store, tmp_path, NEWS, WIRE)
    article = store.article_by_ref("n0")
    found = zoning.stretch_at(article, Span(article.text.index("سوق"), article.text.index("ليث")), 0)
    assert article.text[found.start : found.end].startswith("افتتاح") and article.text[: found.end].endswith("بترا")
    wire = store.article_by_ref("n1")
    opening, rest = zoning.stretch_at(wire, None, 2), zoning.stretch_at(wire, None, 20)
    assert wire.text[opening.start : opening.end] == "إربد (بترا) -"
    assert wire.text[rest.start : rest.end].startswith("قال رئيس")


def test_corrections_are_followed_by_the_bench_and_taken_back(open_bench):
    bench = open_bench(NEWS)
    before = bench.article
    told = []
    bench.edited.listen(told.append)
    bench.do(zoning.rezoning(bench.article, Span(0, 6), "headline"))
    assert bench.article.zones[0].name == "headline"
    assert bench.reading.article is bench.article
    assert bench.progress.status == "new"
    bench.undo()
    assert bench.article == before
    bench.redo()
    assert bench.article.zones[0].name == "headline"
    assert len(told) == 3
    assert bench.store.article(before.id) == bench.article


def test_nothing_is_proposed_where_nobody_says_anything(open_bench):
    bench = open_bench(NEWS, WIRE)
    bench.lens.finish()
    notice = bench.article.text.index("وقال الناشر")
    assert bench.lens.left == 2
    bench.put(Place.at(notice))
    assert proposal(bench) is None
    bench.put(Place(notice, len(bench.article.text) - 1))
    assert proposal(bench) is not None  # a selection is a wish
    bench.put(Place.at(bench.article.text.index("قال رئيس")))
    assert proposal(bench) is not None
    zone = bench.article.zones[-1].span
    bench.do(zoning.rezoning(bench.article, zone, "body"))
    bench.lens.finish()
    assert bench.lens.left == 3
    bench.put(Place.at(notice))
    assert proposal(bench) is not None


def test_a_dateline_takes_its_paragraph_not_along(open_bench):
    bench = open_bench(WIRE)
    bench.lens.finish()
    assert bench.lens.left == 2
    bench.put(Place.at(2))
    assert proposal(bench) is None
    bench.put(Place.at(bench.article.text.index("السوق")))
    assert proposal(bench) is not None


ISSUES = [
    f"{title}\n{people}\nأعلنت البلدية أن العمل سيبدأ مساء الخميس المقبل.\nشبكة الوادي: خبر تعرف أوله ولا تعرف آخره"
    for title, people in (
        ("السوق القديمة تعود ليلاً", "زاوية الناس"),
        ("حديقة جديدة في الحي الغربي", "باب المدينة"),
        ("مسرح صغير في المحطة", "ركن الفنون"),
    )
]


def test_what_is_learned_changes_later_imports_and_articles_that_nobody_has_begun(store, tmp_path):
    lines(store, tmp_path, *({"id": f"w{n}", "text": text, "source": "الوادي"} for n, text in enumerate(ISSUES[:2])))
    lines(store, tmp_path, {"id": "other", "text": ISSUES[2], "source": "غيرها"})
    article = store.article_by_ref("w0")
    second = zoning.stretch_at(article, None, article.text.index("زاوية"))
    store.write(zoning.rezoning(article, second, "topic_line"), STAMP)
    article = store.article_by_ref("w0")
    last = zoning.stretch_at(article, None, len(article.text))
    store.write(zoning.rezoning(article, last, "boilerplate"), STAMP)
    article = store.article_by_ref("w0")
    known = zoning.Learned.of(store)
    rules = zoning.to_learn(article, known)
    known.add(store, "الوادي", rules)
    assert zoning.to_learn(article, zoning.Learned.of(store)) == []
    found = list(zoning.rezoned(store, "الوادي"))
    assert [each.before.ref for each in found] == ["w1"]
    store.write(Edit("learned", tuple(each.change for each in found)), STAMP)
    names = ["headline", "topic_line", "body", "boilerplate"]
    assert [name for name, _ in named(store.article_by_ref("w1"))] == names
    lines(store, tmp_path, {"id": "w2", "text": ISSUES[2], "source": "الوادي"})
    assert [name for name, _ in named(store.article_by_ref("w2"))] == names
    assert [name for name, _ in named(store.article_by_ref("other"))] != names


def test_begun_articles_are_left_as_they_are(store, tmp_path):
    store.add_article(new_article("plain", NEWS))
    store.add_article(new_article("begun", NEWS + "."))
    begun = Progress(store.article_by_ref("begun").id, "a1", IN_PROGRESS, ("a1",))
    store.write(Edit("begin", (Change(None, begun),)), STAMP)
    assert [each.before.ref for each in zoning.rezoned(store)] == ["plain"]
    assert zoning.apply(store, [each.change for each in zoning.rezoned(store)], STAMP) == 1
    assert list(zoning.rezoned(store)) == []
    assert undo_title(store, "a1") == "begin"


@pytest.mark.parametrize("name", resources.codebook_names())
def test_every_zone_of_every_codebook_has_a_letter_of_its_own(name):
    book = resources.codebook(name)
    found = letters(book)
    assert len(set(found.values())) == len(book.zones) == len(found)
    assert not {"L", "N"} & set(found.values())
