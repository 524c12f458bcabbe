"""Quotes and claims as rows: found, sorted, filtered, and read from an index where the window waits for them."""

from __future__ import annotations

import pytest

from app.domain.annotation import REJECTED, SUGGESTED
from app.domain.article import Article
from app.domain.edit import Change, Edit
from app.store import FrameQuery, Store, StoreError, Term, frames
from app.store.frames import PLACE
from tests.store import making

QUERY = FrameQuery("a1", ("quote", "claim"))


@pytest.fixture
def filled(store: Store, article: Article) -> Store:
    """Two articles; in the first two quotes and a claim, in the second a quote, and marks that are no rows."""
    other = making.article("a-002", "أضاف أحمد: «سنعود».", title="ثانٍ")
    store.add_article(other)
    speaker = making.mark(article, 18, 27, id_="m1")  # ليلى حداد
    entry = making.entry()
    cue = making.mark(article, 0, 4, kind="cue", id_="u1")
    first = making.mark(article, 29, 46, kind="quote", id_="q1")
    second = making.mark(
        article, 55, 80, kind="quote", id_="q0", attributes={"realization": "implicit"}, state=SUGGESTED
    )
    claim = making.mark(article, 60, 80, kind="claim", id_="c1", attributes={"normalized_claim": "السدود ممتلئة."})
    third = making.mark(other, 11, 18, kind="quote", id_="q3")
    refused = making.mark(article, 30, 40, kind="quote", id_="q9", state=REJECTED)
    foreign = making.mark(article, 30, 40, kind="quote", id_="q8", layer="a2")
    links = (
        making.link(first, speaker),
        making.link(first, cue, "cue"),
        making.link(claim, "journalist", "claimer"),
        making.link(third, entry),
    )
    records = (speaker, entry, cue, first, second, claim, third, refused, *links)
    store.write(Edit("Mark", tuple(Change(None, each) for each in records)), making.stamp())
    store.write(Edit("Mark", (Change(None, foreign),)), making.stamp("a2"))
    return store


def found(store: Store, **more: object) -> list[str]:
    query = FrameQuery(**{"layer": "a1", "kinds": ("quote", "claim"), **more})  # type: ignore[arg-type]
    return store.frames.ids(query)


def test_frames_come_in_the_order_of_articles_and_of_their_text(filled: Store) -> None:
    assert found(filled) == ["q1", "q0", "c1", "q3"]
    assert found(filled, descending=True) == ["q3", "c1", "q0", "q1"]


def test_frames_of_one_article_or_kind_alone(filled: Store, article: Article) -> None:
    assert found(filled, article=article.id) == ["q1", "q0", "c1"]
    assert found(filled, kinds=("claim",)) == ["c1"]
    assert found(filled, layer="a2") == ["q8"]


def test_a_page_is_a_part_of_the_whole(filled: Store) -> None:
    assert filled.frames.ids(QUERY, offset=1, limit=2) == ["q0", "c1"]
    assert filled.frames.ids(QUERY, offset=9, limit=2) == []


def test_a_row_says_who_and_how(filled: Store, article: Article) -> None:
    first, second, claim, third = filled.frames.rows(["q1", "q0", "c1", "q3"])
    assert (first.speaker, first.unnamed, first.cue) == ("ليلى حداد", None, "قالت")
    assert (first.words, first.state, first.published) == (article.text[29:46], "accepted", "2026-11-20")
    assert (second.speaker, second.unnamed, second.state) == (None, "implicit", "suggested")
    assert (claim.kind, claim.unnamed, claim.normalized) == ("claim", "journalist", "السدود ممتلئة.")
    assert (third.speaker, third.name, bool(third.rtl)) == ("ليلى حداد", "ثانٍ", True)


def test_rows_that_are_gone_are_left_out(filled: Store) -> None:
    assert [row.id for row in filled.frames.rows(["c1", "gone", "q1"])] == ["c1", "q1"]


@pytest.mark.parametrize("column", frames.COLUMNS)
@pytest.mark.parametrize("descending", [False, True])
def test_every_column_sorts_and_loses_nothing(filled: Store, column: str, descending: bool) -> None:
    assert sorted(found(filled, order=column, descending=descending)) == ["c1", "q0", "q1", "q3"]


def test_what_a_frame_has_not_stands_last_either_way(filled: Store) -> None:
    assert found(filled, order="normalized") == ["c1", "q1", "q0", "q3"]
    assert found(filled, order="normalized", descending=True)[0] == "c1"
    assert found(filled, order="cue", descending=True)[0] == "q1"


def test_words_are_sorted_whatever_their_hamza(store: Store, article: Article) -> None:
    other = making.article("a-002", "أمل، ابتسام، إيمان، بدر")
    store.add_article(other)
    marks = [making.mark(other, a, b, kind="quote", id_=other.text[a:b]) for a, b in ((0, 3), (5, 11), (13, 18))]
    store.write(Edit("Mark", tuple(Change(None, each) for each in marks)), making.stamp())
    assert found(store, order="words") == ["ابتسام", "أمل", "إيمان"]


def test_a_filter_looks_into_all_columns_or_one(filled: Store) -> None:
    assert found(filled, terms=(Term("حداد", ("speaker",)),)) == ["q1", "q3"]
    assert found(filled, terms=(Term("ثان"),)) == ["q3"]  # the name of its article
    assert found(filled, terms=(Term("حداد", ("words",)),)) == []
    assert found(filled, terms=(Term("ممتلءه"),)) == []
    assert found(filled, terms=(Term("ممتليه"),)) == ["q0", "c1"]
    assert found(filled, terms=(Term("ممتليه"), Term("claim", ("kind",)))) == ["c1"]


def test_a_filter_may_mean_what_the_interface_calls_it(filled: Store) -> None:
    assert found(filled, terms=(Term("ضمير", ("speaker",), (("speaker", "implicit"),)),)) == ["q0"]
    assert found(filled, terms=(Term("مقترح", exact=(("state", "suggested"),)),)) == ["q0"]


def test_the_first_page_is_read_from_an_index_and_sorts_only_within_an_article(filled: Store) -> None:
    """What the window waits for. ``LAST TERM`` or ``RIGHT PART`` says that SQLite sorts no more than one article's."""
    made = frames.statement(filled._file, QUERY)
    plan = [row[3] for row in filled._file.rows(f"EXPLAIN QUERY PLAN {made.sql}", (*made.values, 200, 0))]
    assert plan[0] == "SEARCH frame USING INDEX annotation_place (layer=?)"
    assert plan[-1] == "USE TEMP B-TREE FOR RIGHT PART OF ORDER BY"
    assert [step for step in plan[1:-1] if "frame" in step or step.startswith("SCAN")] == []  # only what is binned


def test_rows_are_read_by_their_keys_alone(filled: Store) -> None:
    sql = frames._ROWS.format(places="?, ?")
    plan = [row[3] for row in filled._file.rows(f"EXPLAIN QUERY PLAN {sql}", ("q1", "q0"))]
    scanned = [step for step in plan if step.startswith("SCAN") and "subquery" not in step]
    assert scanned == []


def test_a_listing_stops_when_nobody_waits_for_it(filled: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frames, "_STEPS", 1)
    with pytest.raises(StoreError):
        filled.frames.ids(QUERY, stop=lambda: True)
    assert filled.frames.ids(QUERY, stop=lambda: False) == ["q1", "q0", "c1", "q3"]
    assert QUERY.order == PLACE


def test_quotes_are_found_by_how_their_cue_reports_and_claims_by_topic_and_verdict(
    store: Store, article: Article
) -> None:
    doubt = making.mark(article, 0, 4, kind="cue", id_="u1", attributes={"strength": "doubting"})
    quote = making.mark(article, 29, 46, kind="quote", id_="q1", attributes={"medium": "speech"})
    plain = making.mark(article, 55, 70, kind="quote", id_="q2")
    verdict = {"value": "false", "evidence_urls": [], "date": None, "by": None}
    claim = making.mark(article, 60, 80, kind="claim", id_="c1", attributes={"topic": "المياه", "verdict": verdict})
    records = (doubt, quote, plain, claim, making.link(quote, doubt, "cue"))
    store.write(Edit("Mark", tuple(Change(None, each) for each in records)), making.stamp())
    every = (*frames.QUOTE_COLUMNS, *frames.CLAIM_COLUMNS)
    assert found(store, terms=(Term("doubt", ("strength",)),)) == ["q1"]
    assert found(store, terms=(Term("مشك", every, (("strength", "doubting"),)),)) == ["q1"]
    assert found(store, terms=(Term("المياه", ("topic",)),)) == ["c1"]
    assert found(store, terms=(Term("x", ("verdict",), (("verdict", "false"),)),)) == ["c1"]
    assert found(store, order="strength")[0] == "q1"
    (row,) = store.frames.rows(["q1"])
    assert (row.strength, row.medium) == ("doubting", "speech")
    (row,) = store.frames.rows(["c1"])
    assert (row.topic, row.verdict) == ("المياه", "false")
