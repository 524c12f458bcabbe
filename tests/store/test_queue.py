"""The queue: filters, sorts, cards, the bin, and what is counted beside the edits."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.annotation import DONE, EXCLUDED, FLAGGED, IN_PROGRESS, NEW, STATUSES, Progress
from app.domain.article import Meta, new_article
from app.domain.card import Card, words
from app.domain.edit import Change, Edit
from app.domain.edit import making as making_edit
from app.store import QueueQuery, Store, StoreTrouble, queue, tallies
from app.store.queue import CHANGED, DAY, DOUBT, LENGTH, MARKS, NOBODY, PRIORITY, SORTS, TITLE
from tests.store import making
from tests.store.making import mark, stamp

TITLES = ["ميناء", "«أنقرة»", "بحر", "تونس", "إربد"]
DAYS = ["2026-03-01", None, "05.02.2026", "2025-12-31", "قبل أيام"]


@pytest.fixture
def five(store: Store):
    """Five articles with titles, days and sources; the longest is the first."""
    made = [
        new_article(
            f"r{n}",
            "نص طويل " * (9 - n),
            title=title,
            meta=Meta(source="وكالة" if n % 2 else "صحيفة", published=DAYS[n]),
        )
        for n, title in enumerate(TITLES)
    ]
    store.add_articles(made)
    return made


def refs(store: Store, layer: str = "a1", **asked) -> str:
    """The numbers of the refs that the query leaves, in its order."""
    query = QueueQuery(**asked)
    found = store.desk.rows(layer, store.desk.ranks(layer, query))
    assert store.desk.count(layer, query) == len(found)
    assert store.desk.page(layer, query, 1, 2) == found[1:3]
    for place, row in enumerate(found):
        assert store.desk.position(layer, row.id, query) == place
    return "".join(row.ref[1:] for row in found)


def put(store: Store, article, **card) -> None:
    before = store.desk.card(article.id)
    store.write(Edit("Card", (Change(before, replace(before, **card)),)), stamp())


def set_status(store: Store, article, status: str, layer: str = "a1") -> None:
    before = store.progress(article.id, layer)
    store.write(Edit("Status", (Change(before, replace(before, status=status, annotators=(layer,))),)), stamp(layer))


def test_articles_are_sorted_by_what_they_are(store, five):
    assert refs(store) == "01234"
    assert refs(store, descending=True) == "43210"
    assert (
        refs(store, sort=TITLE) == "41230"
    )  # a title sorts by its first letter, folded: إربد, أنقرة, بحر, تونس, ميناء
    assert refs(store, sort=LENGTH) == "43210"
    assert refs(store, sort=DAY) == "32014"  # those without a day that can be read stand last, either way
    assert refs(store, sort=DAY, descending=True)[:3] == "023"


def test_articles_are_sorted_by_what_a_layer_made_of_them(store, five):
    store.write(making_edit("Mark", mark(five[2], 0, 2), mark(five[2], 3, 7)), stamp(minute=1))
    store.write(making_edit("Mark", mark(five[4], 0, 2)), stamp(minute=2))
    store.write(making_edit("Mark", mark(five[1], 0, 2, state="suggested", confidence=0.9)), stamp(minute=3))
    store.write(making_edit("Mark", mark(five[3], 0, 2, state="suggested", confidence=0.4)), stamp(minute=4))
    assert refs(store, sort=MARKS) == "01342"
    assert refs(store, sort=MARKS, descending=True) == "24310"
    assert refs(store, sort=CHANGED) == "24130"
    assert refs(store, sort=CHANGED, descending=True) == "31420"
    assert refs(store, sort=DOUBT) == "31024"
    assert refs(store, layer="b", sort=MARKS) == "01234"


def test_a_few_are_sorted_as_they_are_among_all(store, five, monkeypatch):
    """What a filter leaves few of is sorted in another way, to the same order."""
    store.write(making_edit("Mark", mark(five[2], 0, 2), mark(five[4], 0, 2)), stamp(minute=1))
    store.write(making_edit("Mark", mark(five[1], 0, 2, state="suggested")), stamp(minute=3))
    put(store, five[3], priority=2)
    asked = [(sort, descending) for sort in SORTS for descending in (False, True)]
    quick = [refs(store, sort=sort, descending=way, priorities=(0, 2)) for sort, way in asked]
    monkeypatch.setattr(queue, "_FEW", -1)
    assert quick == [refs(store, sort=sort, descending=way, priorities=(0, 2)) for sort, way in asked]


def test_every_status_is_kept_and_asked_for(store, five):
    for article, status in zip(five[1:], (IN_PROGRESS, DONE, FLAGGED, EXCLUDED), strict=True):
        set_status(store, article, status)
    for place, status in enumerate((NEW, IN_PROGRESS, DONE, FLAGGED, EXCLUDED)):
        assert refs(store, statuses=(status,)) == str(place)
    assert refs(store, statuses=(NEW, FLAGGED)) == "03"
    assert refs(store, statuses=STATUSES) == "01234"
    assert refs(store, layer="b", statuses=(NEW,)) == "01234"
    with pytest.raises(StoreTrouble):
        set_status(store, five[0], "lost")


def test_cards_are_asked_for(store, five):
    put(store, five[0], assignees=("سناء",), tags=("ماء", "عاجل"), priority=2)
    put(store, five[2], assignees=("omar", "سناء"), priority=-1, note="راجع العنوان")
    assert refs(store, assignee="سناء") == "02"
    assert refs(store, assignee="omar") == "2"
    assert refs(store, assignee=NOBODY) == "134"
    assert refs(store, tag="ماء") == "0"
    assert refs(store, tag=NOBODY) == "1234"
    assert refs(store, priorities=(1, 2)) == "0"
    assert refs(store, sort=PRIORITY) == "01342"
    assert store.desk.words("assignee") == ["omar", "سناء"]
    assert store.desk.words("tag") == ["عاجل", "ماء"]
    row = store.desk.page("a1", QueueQuery(), 2, 1)[0]
    assert (row.assignees, row.priority, row.noted) == (("omar", "سناء"), -1, True)


def test_a_card_is_taken_back_and_done_again(store, five):
    put(store, five[0], tags=("ماء",))
    put(store, five[0], tags=(), note="x")
    assert store.undo("a1", stamp())
    assert store.desk.card(five[0].id) == Card(five[0].id, tags=("ماء",))
    assert store.undo("a1", stamp())
    assert store.desk.card(five[0].id).blank
    assert store.desk.words("tag") == []
    assert store.redo("a1", stamp())
    assert refs(store, tag="ماء") == "0"
    assert [entry.title for entry in store.journal(five[0].id)][:2] == ["Card", "Card"]


def test_sources_days_and_labels_are_asked_for(store, five):
    store.write(making_edit("Mark", mark(five[1], 0, 2), mark(five[3], 0, 2, kind="claim")), stamp())
    assert refs(store, source="وكالة") == "13"
    assert store.desk.sources() == ["صحيفة", "وكالة"]
    assert refs(store, first="2026-01-01") == "02"
    assert refs(store, last="2026-02-05") == "23"
    assert refs(store, first="2026-02-05", last="2026-02-05") == "2"
    assert refs(store, label=("entity", "PERS")) == "1"
    assert store.desk.labels("a1") == [("claim", "assertion"), ("entity", "PERS")]
    assert refs(store, words="طويل", source="وكالة", statuses=(NEW,)) == "13"
    assert refs(store, words="؟") == ""


def test_the_bin_hides_and_deletes_nothing(store, five):
    store.write(making_edit("Mark", mark(five[1], 0, 2)), stamp())
    put(store, five[1], binned=True)
    assert refs(store) == "0234"
    assert refs(store, binned=True) == "1"
    assert store.search("طويل") == [five[n].id for n in (0, 2, 3, 4)]
    assert store.search_phrases(["طويل"]) == [five[n].id for n in (0, 2, 3, 4)]
    assert store.count_phrases(["طويل"]) == 4
    assert [each.article.id for each in store.worked()] == []
    assert list(store.work()) == []
    assert store.counts()["articles"] == 4
    assert store.desk.left_out(None) == {"binned": 1, "excluded": 0}
    assert store.annotations(five[1].id, "a1")
    store.undo("a1", stamp())
    assert refs(store) == "01234"
    assert list(store.work()) == [(five[1].id, "a1")]


def test_the_plain_queue_counts_and_pages_past_the_bin(store, five):
    for binned in ((), (0,), (4,), (0, 1), (1, 2, 3), (0, 2, 4), (0, 1, 2, 3, 4)):
        for number, article in enumerate(five):
            put(store, article, binned=number in binned)
        kept = [article.id for number, article in enumerate(five) if number not in binned]
        assert store.desk.count("sana", QueueQuery()) == len(kept)
        for offset in range(6):
            page = store.desk.page("sana", QueueQuery(), offset, 2)
            assert [row.id for row in page] == kept[offset : offset + 2]
        places = [store.desk.position("sana", article.id, QueueQuery()) for article in five]
        assert places == [kept.index(article.id) if article.id in kept else None for article in five]


def test_what_a_layer_excludes_is_no_work_of_it(store, five):
    set_status(store, five[0], EXCLUDED)
    set_status(store, five[0], DONE, layer="b")
    set_status(store, five[1], EXCLUDED)
    assert list(store.work()) == [(five[0].id, "b")]
    assert store.desk.left_out(None)["excluded"] == 1
    assert store.desk.left_out("a1")["excluded"] == 2


def test_counts_follow_edits_their_undo_and_imports(store, five):
    first = mark(five[0], 0, 2)
    store.write(making_edit("Mark", first, mark(five[0], 3, 7, state="suggested", confidence=0.25)), stamp())
    store.write(Edit("Relabel", (Change(first, replace(first, label="ORG")),)), stamp())
    store.record(making_edit("Import", mark(five[1], 0, 2, layer="b")), stamp("b"))
    assert list(tallies.miscounted(store._file)) == []
    assert refs(store, label=("entity", "ORG")) == "0"
    assert refs(store, label=("entity", "PERS")) == ""
    store.undo("a1", stamp())
    store.undo("a1", stamp())
    assert list(tallies.miscounted(store._file)) == []
    assert store.integrity() == []
    assert refs(store, label=("entity", "ORG")) == ""
    headway = store.desk.headway()
    assert [(each.layer, each.author, each.label, each.marks) for each in headway.labels] == [("b", "b", "PERS", 1)]
    assert sum(day.marks for day in headway.days) == 0  # what was taken back is no work, and neither is an import


def test_counts_that_are_wrong_are_told(store, five):
    store.write(making_edit("Mark", mark(five[0], 0, 2)), stamp())
    with store._file.writing():
        store._file.run("UPDATE tally SET marks = 7")
    assert store.integrity() == ["The counts in the table tally are not those of the marks."]


def test_headway_counts_articles_people_and_time(store, five):
    set_status(store, five[0], DONE)
    set_status(store, five[1], FLAGGED)
    put(store, five[2], assignees=("a1",))
    put(store, five[3], binned=True)
    store.desk.spend([("2026-11-23", "a1", "a1", five[0].id, 60.0), ("2026-11-23", "a1", "a1", five[0].id, 30.0)])
    headway = store.desk.headway()
    assert (headway.articles, headway.binned) == (4, 1)
    assert {(each.status, each.annotators, each.articles) for each in headway.statuses} == {
        (DONE, ("a1",), 1),
        (FLAGGED, ("a1",), 1),
    }
    assert [(each.assignee, each.status, each.articles) for each in headway.assigned] == [("a1", NEW, 1)]
    assert [(each.ref, each.seconds) for each in headway.times] == [("r0", 90.0)]
    assert [(day.articles, day.seconds) for day in headway.days if day.seconds or day.articles][-1][1] >= 0
    assert sum(day.articles for day in headway.days) == 1


def test_findings_hold_until_the_next_change(store, five):
    store.write(making_edit("Mark", mark(five[0], 0, 2), mark(five[1], 0, 2)), stamp())
    assert store.desk.unchecked("a1", 9) == [five[0].id, five[1].id]
    store.desk.set_findings("a1", [(five[0].id, 2), (five[1].id, 0)])
    assert refs(store, findings=True) == "0"
    store.write(making_edit("Mark", mark(five[0], 3, 7)), stamp())
    assert refs(store, findings=True) == ""
    assert store.desk.unchecked("a1", 9) == [five[0].id]


def test_words_of_a_card_are_neat():
    assert words([" ماء  ونهر ", "", "ماء ونهر", "b"]) == ("b", "ماء ونهر")


def test_a_project_of_the_first_version_is_shelved_and_counted(tmp_path):
    import shutil

    from tests.store import sample

    old = shutil.copy(sample.FOLDER / "schema_1.tawsim", tmp_path / "old.tawsim")
    with Store.open(old) as store:
        assert store.integrity() == []
        rows = store.queue("a1")
        assert [(row.ref, row.status, row.marks, row.day) for row in rows] == [
            ("n-001", IN_PROGRESS, 3, "2026-11-20"),
            ("n-002", NEW, 0, "2026-11-20"),
        ]
        assert rows[0].length == len(making.TEXT)
        before = store.progress("article-1", "a1")
        store.write(Edit("Flag", (Change(before, Progress("article-1", "a1", FLAGGED, ("a1",))),)), stamp())
        assert store.queue("a1")[0].status == FLAGGED


def test_articles_by_their_words_are_read_page_by_page_and_never_from_the_bin(store: Store, five) -> None:
    put(store, five[2], binned=True)
    asked = QueueQuery(words="طوي")
    whole = [each.ref for each in store.desk.page("a1", asked, 0, 100)]
    assert whole == ["r0", "r1", "r3", "r4"]
    assert [[each.ref for each in store.desk.page("a1", asked, first, 2)] for first in (0, 2, 4)] == [
        whole[:2],
        whole[2:],
        [],
    ]
    assert store.desk.count("a1", asked) == len(whole)
    assert refs(store, words="طوي", descending=True) == "4310"
    assert refs(store, words="طوي", binned=True) == "2"


def test_a_page_of_articles_by_their_words_stops_at_its_last(store: Store) -> None:
    plan = [row[3] for row in store._file.rows("EXPLAIN QUERY PLAN " + queue._WORDS_PAGE, ('"ا" *', 100, 0))]
    assert plan[0].startswith("SCAN article_words VIRTUAL TABLE")
    assert not any("TEMP B-TREE FOR ORDER" in step for step in plan)
