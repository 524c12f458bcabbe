"""Marks carried over to reprints: what goes along, what stays behind, and that nothing is overwritten."""

from __future__ import annotations

from dataclasses import replace

from app.domain.annotation import (
    ACCEPTED,
    ANNOTATION_END,
    DONE,
    ENTRY_END,
    LITERAL_END,
    NEW,
    PROPAGATED,
    REJECTED,
    SUGGESTED,
    Annotation,
    End,
    Link,
    Progress,
    Record,
    RegisterEntry,
)
from app.domain.article import Article, new_article
from app.domain.edit import making
from app.domain.ids import new_id
from app.domain.rules import check_annotation, default_attributes
from app.domain.span import Span
from app.store import Stamp, Store
from app.workbench.carrying import Carried, Carrying, best_source, carried_in, carrying
from app.workbench.jobs import Job
from app.workbench.outgo import export_jsonl
from app.workbench.reprints import Asked, clusters, family
from tests.store.reprinting import STORIES, WAYS_OF

TEXT = STORIES["الميناء"]
STAMP = Stamp("sana", "sana", "2026-11-24T09:00:00Z", 1)
QUOTE = '"الرصيف الجديد سيضاعف طاقة الميناء ويختصر أيام الانتظار إلى النصف"'


def add(store: Store, ref: str, text: str) -> Article:
    article = new_article(ref, text)
    store.add_article(article)
    return article


def mark(store: Store, article: Article, kind: str, label: str, words: str, state: str = ACCEPTED) -> Annotation:
    at = article.text.index(words)
    values = default_attributes(store.codebook(), kind, label)
    if kind == "quote":
        values["inner"] = [[at + 1, at + len(words) - 1]]
    place = (Span(at, at + len(words)),)
    return Annotation(new_id(), article.id, "sana", kind, label, place, words, STAMP.at, "sana", values, state=state)


def annotated(store: Store) -> Article:
    """A done article with a quote, its cue and its speaker, who is in the register, and a suggestion left."""
    article = add(store, "first", TEXT)
    entry = RegisterEntry("e-1", "PERS", "ليلى حداد")
    cue, who = mark(store, article, "cue", "cue", "قالت"), mark(store, article, "entity", "PERS", "حداد")
    quote = mark(store, article, "quote", "direct", QUOTE)
    late = mark(store, article, "entity", "DATE", "مطلع العام المقبل")
    open_ = mark(store, article, "entity", "PERS", "سامر العواد", SUGGESTED)
    records: list[Record] = [entry, cue, who, quote, late, open_, Progress(article.id, "sana", DONE, ("sana",))]
    for role, end in (
        ("cue", End(ANNOTATION_END, cue.id)),
        ("speaker", End(ANNOTATION_END, who.id)),
        ("addressee", End(LITERAL_END, "none")),
    ):
        records.append(Link(new_id(), article.id, "sana", role, quote.id, end))
    records.append(Link(new_id(), article.id, "sana", "entity", who.id, End(ENTRY_END, entry.id)))
    store.write(making("Annotate", *records), STAMP)
    return article


def carry(store: Store, source: Article, *targets: Article) -> Carried:
    wanted = Carrying(store.path, STAMP, source.id, [each.id for each in targets])
    edit, told = carrying(store, wanted)
    store.write(edit, STAMP)
    return told


def test_a_quote_goes_with_its_cue_its_speaker_and_the_register(store):
    source = annotated(store)
    target = add(store, "other", WAYS_OF["الميناء"]["vowelled otherwise"])
    told = carry(store, source, target)
    marks = {each.kind + each.label: each for each in store.annotations(target.id, "sana")}
    assert set(marks) == {"cuecue", "entityPERS", "quotedirect", "entityDATE"}
    for each in marks.values():
        check_annotation(each, target, store.codebook())
        assert (each.origin, each.state) == (PROPAGATED, SUGGESTED)
    (inner,) = marks["quotedirect"].attributes["inner"]
    assert (inner[0], inner[1]) == (marks["quotedirect"].start + 1, marks["quotedirect"].end - 1)
    links = {(each.role, each.target.kind): each for each in store.links(target.id, "sana")}
    assert links["cue", "annotation"].target.value == marks["cuecue"].id
    assert links["speaker", "annotation"].target.value == marks["entityPERS"].id
    assert links["entity", "entry"].target.value == "e-1"
    assert links["addressee", "literal"].target.value == "none"
    assert (told.marks, told.links, told.changed, told.marked, told.loose, told.articles) == (4, 4, 0, 0, 0, 1)
    assert told.spelled > 0
    assert store.integrity() == []


def test_what_the_reprint_lost_or_changed_stays_behind_and_is_counted(store):
    source = annotated(store)
    target = add(store, "other", WAYS_OF["الميناء"]["last paragraphs cut"].replace("ليلى حداد", "ليلى منصور"))
    told = carry(store, source, target)
    assert [each.label for each in store.annotations(target.id, "sana")] == ["cue", "direct"]
    assert (told.marks, told.changed, told.loose) == (2, 2, 1)


def test_nothing_is_carried_over_marks_that_are_there_or_were_refused(store):
    source = annotated(store)
    target = add(store, "other", "نقلاً عن الوكالة\n\n" + TEXT)
    own = mark(store, target, "entity", "DATE", "العام المقبل")
    refused = mark(store, target, "quote", "direct", QUOTE, REJECTED)
    store.write(making("Annotate", own, refused), STAMP)
    told = carry(store, source, target)
    assert (told.marks, told.marked) == (2, 2)
    assert {own, refused} < set(store.annotations(target.id, "sana"))


def test_one_undo_takes_all_of_it_back(store):
    source = annotated(store)
    targets = [add(store, f"r-{n}", f"نشرة {n}\n\n{TEXT}") for n in range(3)]
    assert carry(store, source, *targets).articles == 3
    assert store.undo("sana", STAMP)
    assert [store.annotations(each.id, "sana") + store.links(each.id, "sana") for each in targets] == [[], [], []]
    assert len(store.annotations(source.id, "sana")) == 5
    assert store.redo("sana", STAMP)
    assert len(store.annotations(targets[2].id, "sana")) == 4


def test_a_reprint_that_nobody_has_begun_stays_new_and_is_not_exported(store, tmp_path):
    source = annotated(store)
    target = add(store, "other", "عاجل\n\n" + TEXT)
    carry(store, source, target)
    assert store.progress(target.id, "sana").status == NEW
    report = export_jsonl(store, tmp_path / "gold.jsonl")
    assert report.lines == 1
    assert '"other"' not in (tmp_path / "gold.jsonl").read_text(encoding="utf-8")


def test_of_a_cluster_the_done_article_is_the_source_and_only_new_ones_get_marks(store):
    source = annotated(store)
    begun, fresh = add(store, "begun", "أولاً\n\n" + TEXT), add(store, "fresh", "ثانياً\n\n" + TEXT)
    alone = add(store, "alone", STORIES["السد"])
    more = [mark(store, begun, "entity", "PERS", name) for name in ("ليلى حداد", "سامر العواد")] * 1
    store.write(making("Annotate", *more, Progress(begun.id, "sana", "in_progress", ("sana",))), STAMP)
    found = clusters(store)
    assert [set(each) for each in found] == [{source.id, begun.id, fresh.id}]
    assert best_source(store, "sana", found[0]) == source.id
    edit, told = carried_in(store, STAMP, found)
    store.write(edit, STAMP)
    assert told.articles == 1
    assert len(store.annotations(fresh.id, "sana")) == 4
    assert len(store.annotations(begun.id, "sana")) == 2
    assert store.annotations(alone.id, "sana") == []


def test_clusters_are_complete_also_where_the_project_is_open_only_for_reading(store):
    ids = [add(store, f"r-{n}", text).id for n, text in enumerate(WAYS_OF["السد"].values())]
    with Store.open(store.path, readonly=True) as reading:
        assert clusters(reading) == [ids]


def test_a_list_that_cannot_be_complete_says_so(store):
    first, _ = [add(store, f"r-{n}", text) for n, text in enumerate((TEXT, "عاجل\n\n" + TEXT))]
    asked = Asked(store.path, "sana", first.id, readonly=True)
    assert family(Job(""), asked).unseen == 2
    found = family(Job(""), replace(asked, readonly=False))
    assert (len(found.prints), found.unseen) == (1, 0)
