"""The words of a mark, found again: behind clitics, in other spellings, never in another word, never over a mark."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import resources
from app.domain.annotation import ENTRY_END, REJECTED, SUGGESTED, Annotation, End, Link, Progress, RegisterEntry
from app.domain.article import Article, Zone, new_article
from app.domain.edit import making
from app.domain.rules import check_annotation
from app.domain.span import Span, surface
from app.domain.text.folding import fold_key
from app.store import ReadOnlyProject, Store
from app.workbench.bench import Workbench
from app.workbench.corpus import Corpus, Looked, look_through
from app.workbench.everywhere import EXCLUDED, FREE, NESTED, TAKEN, Occurrence, occurrences, wanted
from app.workbench.jobs import Cancelled, Job
from app.workbench.making import annotate
from app.workbench.marks import Marks
from app.workbench.names import known_names
from app.workbench.propagating import propagating, seen_again
from app.workbench.reading import Reading

LEXICONS, KNOWN, CODEBOOK = resources.lexicons(), known_names(), resources.codebook()


def mark(article: Article, words: str, label: str = "GPE", nth: int = 1, kind: str = "entity") -> Annotation:
    at = -1
    for _ in range(nth):
        at = article.text.index(words, at + 1)
    return made(article, Span(at, at + len(words)), label, kind)


def made(article: Article, span: Span, label: str = "GPE", kind: str = "entity") -> Annotation:
    exact = surface(article.text, (span,))
    id_ = f"{kind}-{label}-{span.start}-{span.end}"
    return Annotation(id_, article.id, "sana", kind, label, (span,), exact, "2026-11-23T09:00:00Z", "sana")


def look(article: Article, source: Annotation, *others: Annotation) -> list[Occurrence]:
    reading = Reading(article, LEXICONS, KNOWN)
    sought = wanted(reading, source)
    assert sought is not None
    marks = Marks(article.id, (source, *others))
    return [each for some in occurrences(reading, sought, marks, CODEBOOK) for each in some]


def found(text: str, words: str, nth: int = 1) -> list[str]:
    article = new_article("a", text)
    return [each.exact for each in look(article, mark(article, words, nth=nth))]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("زار بغداد ثم عاد إلى بغداد", "بغداد", ["بغداد"]),
        ("بغداد وبغداد فبغداد ببغداد كبغداد لبغداد وببغداد", "بغداد", ["بغداد"] * 6),
        ("بغداد بَغْدَاد بغـــداد ﺑﻐﺪﺍﺩ", "بغداد", ["بَغْدَاد", "بغـــداد", "ﺑﻐﺪﺍﺩ"]),
        ("أحمد واحمد وأَحمد", "أحمد", ["احمد", "أَحمد"]),
        ("وكالة BBC ولـBBC ثم bbc", "BBC", ["BBC", "bbc"]),
        (
            "الأمم المتحدة والأمم  المتحدة بالأمم\u00a0المتحدة",
            "الأمم المتحدة",
            ["الأمم  المتحدة", "الأمم\u00a0المتحدة"],
        ),
        ("الأمم المتحدة ثم الأمم، المتحدة والأمم المتحدات", "الأمم المتحدة", []),
        ("بلاد وبلاده وبلادنا", "بلاد", []),
        ("بغداد بغدادي البغدادي بغدادية", "بغداد", []),
        ("في 30.04.2026 و30.04.2026 و٣٠.٠٤.٢٠٢٦", "30.04.2026", ["30.04.2026", "٣٠.٠٤.٢٠٢٦"]),
        ("«الفجر» قالت الفجر وقالت «الفجر»", "«الفجر»", ["«الفجر»"]),
        ("البرنامج (UNDP) ثم برنامج (UNDP)", "البرنامج (UNDP)", []),
        ("برنامج (UNDP) وبرنامج (UNDP) وبرنامج UNDP", "برنامج (UNDP)", ["برنامج (UNDP)"]),
    ],
)
def test_the_same_words_are_found_without_their_clitics(text: str, words: str, expected: list[str]) -> None:
    assert found(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("قال بنان إن لبنان بعيد", "بنان"),
        ("سافر اقد مع واقد", "اقد"),
        ("جاء كريم ومعه أكرم", "كريم"),
        ("جاء كرم ومعه أكرم", "كرم"),
        ("التقى سيم ووسيم", "سيم"),
        ("قال علي إنه سبب فعلي", "علي"),
        ("شجر البنان للبنان", "البنان"),
        ("في واشنطن لا في اشنطن", "اشنطن"),
    ],
)
def test_a_letter_that_belongs_to_a_name_is_no_clitic(text: str, words: str) -> None:
    nth = 2 if text.index(words) and text[text.index(words) - 1].isalpha() else 1
    assert found(text, words, nth) == []


def test_a_hidden_article_is_written_back() -> None:
    article = new_article("a", "في السعودية قرار للسعودية وللسعودية، وقرار للأمم المتحدة غير الأمم المتحدة.")
    one = look(article, mark(article, "السعودية"))
    assert [(each.exact, each.normalized) for each in one] == [("للسعودية", "السعودية")] * 2
    two = look(article, mark(article, "الأمم المتحدة"))
    assert [(each.exact, each.normalized) for each in two] == [("للأمم المتحدة", "الأمم المتحدة")]


def test_from_a_hidden_article_the_plain_name_is_found() -> None:
    article = new_article("a", "قرار للسعودية بشأن السعودية وبالسعودية")
    rows = look(article, mark(article, "للسعودية"))
    assert [(each.exact, each.normalized) for each in rows] == [("السعودية", None)] * 2


def test_of_a_word_with_two_lams_whoever_looks_for_the_article_means_it() -> None:
    article = new_article("a", "الشعب اللبناني وقرار للبناني")
    rows = look(article, mark(article, "اللبناني", "NORP"))
    assert [(each.exact, each.normalized) for each in rows] == [("للبناني", "اللبناني")]


def test_no_mark_of_the_same_kind_is_marked_over() -> None:
    article = new_article("a", "بغداد بغداد بغداد بغداد جامعة بغداد بغداد القديمة، بغداد")
    spans = [Span(at, at + 5) for at in range(len(article.text)) if article.text.startswith("بغداد", at)]
    university = mark(article, "جامعة بغداد", "ORG")
    crossing = made(article, Span(spans[5].start + 2, spans[5].end + 8), "LOC")
    rows = look(
        article,
        made(article, spans[0]),
        made(article, spans[1]),
        replace(made(article, spans[2], "PERS"), state=SUGGESTED),
        replace(made(article, spans[3]), state=REJECTED),
        university,
        crossing,
        made(article, spans[6], "cue", "cue"),
        replace(made(article, spans[6], "PERS"), state=REJECTED),
    )
    assert [(each.standing, each.other) for each in rows] == [
        (TAKEN, "GPE"),
        (TAKEN, "PERS"),
        (TAKEN, ""),
        (NESTED, "ORG"),
        (TAKEN, "LOC"),
        (FREE, ""),
    ]


def test_the_gap_of_a_mark_in_pieces_is_free() -> None:
    article = new_article("a", "بغداد ثم وزير بغداد المالي")
    whole = mark(article, "وزير بغداد المالي", "OCC")
    parts = (Span(whole.start, whole.start + 4), Span(whole.end - 6, whole.end))
    pieces = replace(whole, fragments=parts, exact=surface(article.text, parts))
    assert [each.standing for each in look(article, mark(article, "بغداد"), pieces)] == [FREE]


def test_excluded_zones_are_said() -> None:
    text = "بغداد اليوم\nبغداد"
    zones = (Zone("headline", Span(0, 11)), Zone("boilerplate", Span(12, 17)))
    article = new_article(
        "a",
        "وصل إلى بغداد\n" + text,
        zones=tuple(Zone(z.name, Span(z.span.start + 14, z.span.end + 14)) for z in zones),
    )
    assert [(each.standing, each.other) for each in look(article, mark(article, "بغداد"))] == [
        (FREE, ""),
        (EXCLUDED, "boilerplate"),
    ]


def test_a_mark_in_pieces_or_without_words_is_not_looked_for() -> None:
    article = new_article("a", "بغداد «» بغداد")
    reading = Reading(article, LEXICONS, KNOWN)
    pieces = replace(mark(article, "بغداد"), fragments=(Span(0, 2), Span(3, 5)), exact="بغاد")
    assert wanted(reading, pieces) is None
    assert wanted(reading, mark(article, "«»")) is None


NAMES = ("بغداد", "سليم الناصر", "السعودية", "لبنان", "الأمم المتحدة", "BBC", "30.04.2026")
CLITICS = ("و", "ب", "ل", "وب", "كـ")
OTHERS = ("للسعودية", "وللأمم المتحدة", "بنان", "قال", "،", "بَغْداد", "سليم", "النَّاصر", "\u200f", "«بغداد»", "\n", "bbc")
pieces = st.sampled_from((*NAMES, *OTHERS, *(f"{clitic}{name}" for clitic in CLITICS for name in NAMES)))


@given(st.lists(pieces, min_size=2, max_size=30), st.sampled_from(NAMES), st.data())
def test_whatever_is_found_is_the_same_and_free_of_marks(parts: list[str], name: str, data: st.DataObject) -> None:
    article = new_article("a", " ".join([name, *parts]))
    source = mark(article, name)
    length = len(article.text)
    others = []
    for _ in range(data.draw(st.integers(0, 4))):
        start = data.draw(st.integers(0, length - 1))
        span = Span(start, data.draw(st.integers(start + 1, min(length, start + 12))))
        others.append(made(article, span, data.draw(st.sampled_from(["GPE", "PERS"]))))
    rows = look(article, source, *others)
    key = "".join(fold_key(name).split())
    for each in rows:
        assert "".join(fold_key(each.normalized or each.exact).split()) == key
        assert surface(article.text, (each.span,)) == each.exact
        check_annotation(made(article, each.span), article, CODEBOOK)
        if each.standing == FREE:
            assert not any(other.extent.meets(each.span) for other in (source, *others))
    spans = [each.span for each in rows]
    assert all(one.end <= two.start for one, two in itertools.pairwise(spans))


# through the corpus, and what is marked

OpenBench = Callable[..., Workbench]


def here(bench: Workbench, source: Annotation) -> list[Occurrence]:
    """What the open article holds."""
    assert bench.reading is not None
    sought = wanted(bench.reading, source)
    assert sought is not None
    return [each for some in occurrences(bench.reading, sought, bench.marks, CODEBOOK) for each in some]


@pytest.fixture
def open_bench(tmp_path: Path) -> Iterator[OpenBench]:
    benches: list[Workbench] = []

    def open_(*texts: str) -> Workbench:
        path = tmp_path / "project.tawsim"
        with Store.create(path, CODEBOOK) as store:
            store.add_articles(new_article(f"a{number}", text) for number, text in enumerate(texts))
        bench = Workbench(Store.open(path), author="sana", lexicons=LEXICONS, known=KNOWN)
        bench.resume()
        benches.append(bench)
        return bench

    yield open_
    for bench in benches:
        bench.close()


def mark_first(bench: Workbench, words: str, label: str = "GPE", **attributes: object) -> Annotation:
    assert bench.article is not None
    at = bench.article.text.index(words)
    annotation = annotate(bench, "entity", label, (Span(at, at + len(words)),), attributes)
    bench.do(making("Mark", annotation))
    return annotation


def through(bench: Workbench, source: Annotation, room: int = 2000) -> tuple[list[Occurrence], Looked]:
    corpus = Corpus(bench.store.path, bench.store.readonly, bench.layer, CODEBOOK, LEXICONS, KNOWN)
    sought = wanted(bench.reading, source)  # type: ignore[arg-type]
    assert sought is not None
    rows: list[Occurrence] = []
    return rows, look_through(Job("test"), corpus, sought, room, rows.extend)


CORPUS = ("بغداد", "وصل وفد لبغداد", "لا شيء", "وبـغداد والبصرة، وبَغداد", "بغدادي", "السعودية للسعودية", "بغداد")


def test_the_corpus_is_looked_through_but_for_the_open_article(open_bench: OpenBench) -> None:
    bench = open_bench(*CORPUS)
    rows, looked = through(bench, mark_first(bench, "بغداد"))
    assert [each.exact for each in rows] == ["بغداد", "بـغداد", "بَغداد", "بغداد"]
    assert looked == Looked(taken=0, more=False)


def test_what_is_marked_elsewhere_is_counted_and_not_offered(open_bench: OpenBench) -> None:
    bench = open_bench(*CORPUS)
    source = mark_first(bench, "بغداد")
    rows, _ = through(bench, source)
    bench.do(propagating(bench, source, rows[:2]))
    rows, looked = through(bench, source)
    assert [each.exact for each in rows] == ["بَغداد", "بغداد"]
    assert looked == Looked(taken=2, more=False)


def test_a_preview_holds_only_so_many(open_bench: OpenBench) -> None:
    bench = open_bench(*CORPUS)
    source = mark_first(bench, "بغداد")
    rows, looked = through(bench, source, room=2)
    assert (len(rows), looked.more) == (2, True)
    rows, looked = through(bench, source, room=4)
    assert (len(rows), looked.more) == (4, False)


def test_a_stopped_search_stops(open_bench: OpenBench) -> None:
    bench = open_bench(*CORPUS)
    source = mark_first(bench, "بغداد")
    job = Job("test")
    job.cancel()
    corpus = Corpus(bench.store.path, False, bench.layer, CODEBOOK, LEXICONS, KNOWN)
    sought = wanted(bench.reading, source)  # type: ignore[arg-type]
    assert sought is not None
    with pytest.raises(Cancelled):
        look_through(job, corpus, sought, 10, lambda found: None)


def test_a_project_that_is_only_read_must_be_indexed(open_bench: OpenBench) -> None:
    bench = open_bench(*CORPUS)
    source = mark_first(bench, "بغداد")
    corpus = Corpus(bench.store.path, True, bench.layer, CODEBOOK, LEXICONS, KNOWN)
    sought = wanted(bench.reading, source)  # type: ignore[arg-type]
    assert sought is not None
    with pytest.raises(ReadOnlyProject):
        look_through(Job("test"), corpus, sought, 10, lambda found: None)


def test_all_of_it_is_one_edit_and_one_undo(open_bench: OpenBench) -> None:
    bench = open_bench(*CORPUS)
    source = mark_first(bench, "بغداد")
    rows, _ = through(bench, source)
    before = bench.store.counts()["edits"]
    bench.do(propagating(bench, source, rows))
    assert bench.store.counts()["edits"] == before + 1
    assert bench.store.counts("sana")["entities"] == 5
    statuses = [row.status for row in bench.store.queue("sana")]
    assert statuses == ["in_progress", "in_progress", "new", "in_progress", "new", "new", "in_progress"]
    opened = bench.article
    assert bench.undo() is not None
    assert bench.article == opened, "of several articles none is gone to"
    assert bench.store.counts("sana")["entities"] == 1
    assert [row.status for row in bench.store.queue("sana")] == ["in_progress", *["new"] * 6]
    bench.open_article(rows[1].article)
    assert bench.redo() is not None
    assert bench.article is not None
    assert bench.article.id == rows[1].article
    assert [each.exact for each in bench.marks] == ["بـغداد", "بَغداد"]
    assert bench.progress.status == "in_progress"
    assert bench.undo() is not None
    assert (list(bench.marks), bench.progress.status) == ([], "new")


def test_what_is_said_of_the_name_goes_along_and_what_is_said_of_the_place_does_not(open_bench: OpenBench) -> None:
    bench = open_bench("السعودية أولاً ثم للسعودية وبالسعودية")
    entry = RegisterEntry("entry-1", "GPE", "السعودية")
    said = {"mention": "nominal", "subtype": "دولة", "note": "هنا فقط", "uncertain": True, "metonymic": True}
    source = mark_first(bench, "السعودية", **said)
    bench.do(
        making("Link", entry, Link("link-1", source.article, "sana", "entity", source.id, End(ENTRY_END, entry.id)))
    )
    bench.do(propagating(bench, source, here(bench, source)))
    _, first, second = bench.marks
    assert (first.exact, second.exact) == ("للسعودية", "السعودية")
    plain = {"mention": "nominal", "subtype": "دولة", "metonymic": False, "uncertain": False}
    assert first.attributes == plain | {"normalized": "السعودية"}
    assert second.attributes == plain
    for each in (first, second):
        assert (each.origin, each.state, each.confidence, each.made_by) == ("propagated", "accepted", None, "sana")
        assert [link.target.value for link in bench.marks.links_from(each.id, "entity")] == [entry.id]


def test_a_suggestion_is_accepted_with_what_is_marked_after_it(open_bench: OpenBench) -> None:
    bench = open_bench("بغداد وبغداد")
    source = replace(made(bench.article, Span(0, 5)), state=SUGGESTED)  # type: ignore[arg-type]
    bench.do(making("Suggest", source))
    bench.do(propagating(bench, source, here(bench, source)))
    assert [each.state for each in bench.marks] == ["accepted", "accepted"]
    bench.undo()
    assert [each.state for each in bench.marks] == ["suggested"]


def test_a_done_article_stays_done(open_bench: OpenBench) -> None:
    bench = open_bench("بغداد", "وبغداد")
    source = mark_first(bench, "بغداد")
    rows, _ = through(bench, source)
    done = Progress(rows[0].article, "sana", "done", ("huda",))
    bench.do(making("Done", done))
    bench.do(propagating(bench, source, rows))
    assert bench.store.progress(rows[0].article, "sana") == done


def test_what_another_window_marked_meanwhile_is_seen(open_bench: OpenBench) -> None:
    bench = open_bench("بغداد", "وبغداد", "في بغداد")
    source = mark_first(bench, "بغداد")
    rows, _ = through(bench, source)
    sought = wanted(bench.reading, source)  # type: ignore[arg-type]
    assert sought is not None
    assert seen_again(bench, sought, rows) == rows
    with Store.open(bench.store.path) as other:
        mine = made(other.article(rows[1].article), rows[1].span, "PERS")
        other.write(making("Mark", mine), bench.stamp())
    again = seen_again(bench, sought, rows)
    assert [(each.standing, each.other) for each in again] == [(FREE, ""), (TAKEN, "PERS")]
