"""Claims without a window: what their sentence begins with, how two are linked and unlinked, what a verdict may be."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app import resources
from app.domain.annotation import ANNOTATION_END, ENTRY_END, Annotation
from app.domain.article import new_article
from app.domain.edit import making
from app.domain.rules import CLAIM_ENTRY
from app.domain.span import Span
from app.domain.text.folding import fold_key
from app.store import Store
from app.store.claims import ClaimRow
from app.workbench.attributes import following, in_use, matching, offered
from app.workbench.bench import Workbench
from app.workbench.claims import (
    CONTRADICTS,
    SAME,
    next_unsaid,
    proposed,
    saying,
    sentence_of,
    tied,
    tying,
    untying,
)
from app.workbench.intake import import_files
from app.workbench.jobs import Cancelled, Job
from app.workbench.likeclaims import LikeClaim, like_claims, sought_by
from app.workbench.making import annotate, with_attribute
from app.workbench.outgo import export_jsonl
from app.workbench.verdicts import BadEvidence, is_address, judging, verdict_of

ONE = 'قالت الوزيرة إن "مخزون السدود بلغ 71%". وأضافت أن مخزون السدود بلغ 71% فعلاً.'
TWO = "قال الخبير إن مخزون السدود بلغ 52% هذا العام."
THREE = "ارتفعت أسعار القمح. وبلغ مخزون السدود 71% أيضاً."


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Workbench]:
    store = Store.create(tmp_path / "p.tawsim", resources.codebook())
    for number, text in enumerate((ONE, TWO, THREE)):
        store.add_article(new_article(f"a{number}", text))
    made = Workbench(store, author="sana", clock=lambda: "2026-11-23T09:00:00Z")
    made.resume()
    yield made
    made.close()


def claim(bench: Workbench, ref: str, words: str, **attributes: object) -> Annotation:
    article = bench.store.article_by_ref(ref)
    assert article is not None
    bench.open_article(article.id)
    at = article.text.index(words)
    made = annotate(bench, "claim", "claim", (Span(at, at + len(words)),), attributes)
    bench.do(making("Mark claim", made))
    return made


def row(bench: Workbench, mark: Annotation) -> ClaimRow:
    (found,) = bench.store.claims.rows(bench.layer, [mark.id])
    return found


def tie(bench: Workbench, one: Annotation, other: Annotation, way: str) -> None:
    bench.open_article(one.article)
    edit = tying(bench, one, row(bench, other), way)
    assert edit is not None
    bench.do(edit)


def untie(bench: Workbench, one: Annotation, other: Annotation) -> None:
    bench.open_article(one.article)
    edit = untying(bench, one, row(bench, other))
    assert edit is not None
    bench.do(edit)


def look(bench: Workbench, mark: Annotation, kept: dict[str, object]) -> list[LikeClaim]:
    return like_claims(Job("", kept), sought_by(bench, mark))


@pytest.fixture
def kept() -> Iterator[dict[str, object]]:
    made: dict[str, object] = {}
    yield made
    for each in made.values():
        each.close()  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "words", "start"),
    [
        (ONE, '"مخزون السدود بلغ 71%"', "مخزون السدود بلغ 71%"),
        (ONE, "أن مخزون السدود بلغ 71% فعلاً.", "مخزون السدود بلغ 71% فعلاً"),
        ("زعم أنّها «كُتبت في\nليلة»", "أنّها «كُتبت في\nليلة»", "كُتبت في ليلة"),
        ('إن السدود "ليست ملأى"', 'إن السدود "ليست ملأى"', "السدود ليست ملأى"),
        ("بأنه سيعود\u200f", "بأنه سيعود\u200f", "سيعود"),
        ("أن", "أن", "أن"),
    ],
)
def test_a_sentence_begins_with_the_words_as_they_stand(text: str, words: str, start: str) -> None:
    at = text.index(words)
    mark = Annotation("k", "a", "sana", "claim", "claim", (Span(at, at + len(words)),), words, "", "sana")
    assert proposed(text, mark) == start


def test_an_interrupted_claim_begins_with_all_its_pieces() -> None:
    text = "السدود، قالت الوزيرة، ممتلئة."
    mark = Annotation("k", "a", "sana", "claim", "claim", (Span(0, 6), Span(22, 28)), "", "", "sana")
    assert proposed(text, mark) == "السدود ممتلئة"


def test_a_sentence_is_one_edit_and_an_empty_one_takes_it_away(bench: Workbench) -> None:
    mark = claim(bench, "a0", "مخزون السدود بلغ 71% فعلاً")
    edit = saying(bench, mark, "  بلغ  المخزون\n71% ")
    assert edit is not None
    bench.do(edit)
    now = bench.marks.get(mark.id)
    assert now is not None
    assert sentence_of(now) == "بلغ المخزون 71%"
    assert saying(bench, now, "بلغ المخزون 71%") is None
    edit = saying(bench, now, " ")
    assert edit is not None
    bench.do(edit)
    again = bench.marks.get(mark.id)
    assert again is not None
    assert sentence_of(again) is None
    assert next_unsaid(bench, again) is None


# links


def test_claims_of_one_article_are_linked_to_each_other(bench: Workbench) -> None:
    one, two = claim(bench, "a0", "مخزون السدود بلغ 71%"), claim(bench, "a0", "مخزون السدود بلغ 71% فعلاً")
    tie(bench, one, two, SAME)
    (link,) = bench.marks.links_from(one.id)
    assert (link.role, link.target.kind, link.target.value) == (SAME, ANNOTATION_END, two.id)
    assert tied(bench, two, row(bench, one)) == SAME
    tie(bench, two, one, CONTRADICTS)
    assert [each.role for each in bench.marks.links()] == [CONTRADICTS]
    untie(bench, one, two)
    assert list(bench.marks.links()) == []


def test_claims_of_several_articles_say_the_same_as_one_entry(bench: Workbench) -> None:
    one = claim(bench, "a0", "مخزون السدود بلغ 71% فعلاً", normalized_claim="بلغ مخزون السدود 71%.")
    two, three = claim(bench, "a1", "مخزون السدود بلغ 52%"), claim(bench, "a2", "مخزون السدود 71%")
    tie(bench, three, one, SAME)
    tie(bench, two, one, SAME)
    (entry,) = bench.store.register()
    assert (entry.label, entry.name) == (CLAIM_ENTRY, "بلغ مخزون السدود 71%.")
    assert {link.source for link in bench.store.entry_places.links(entry.id)} == {one.id, two.id, three.id}
    tie(bench, two, one, CONTRADICTS)
    (link,) = bench.store.claims.links_from(two.id)
    assert (link.role, link.target.kind) == ("relation:contradicts", ENTRY_END)
    assert tied(bench, two, row(bench, three)) == CONTRADICTS
    assert tied(bench, three, row(bench, two)) == CONTRADICTS


def test_two_entries_become_one_when_their_claims_are_the_same(bench: Workbench) -> None:
    marks = [
        claim(bench, "a0", "مخزون السدود بلغ 71% فعلاً"),
        claim(bench, "a1", "مخزون السدود بلغ 52%"),
        claim(bench, "a0", "مخزون السدود بلغ 71%"),
        claim(bench, "a2", "مخزون السدود 71%"),
    ]
    tie(bench, marks[0], marks[1], SAME)
    tie(bench, marks[2], marks[3], SAME)
    assert len(bench.store.register()) == 2
    tie(bench, marks[1], marks[3], SAME)
    (entry,) = bench.store.register()
    assert {each.source for each in bench.store.entry_places.links(entry.id)} == {each.id for each in marks}
    bench.undo()
    assert len(bench.store.register()) == 2


def test_unlinking_leaves_no_entry_that_one_claim_alone_points_to(bench: Workbench) -> None:
    one, two = claim(bench, "a0", "مخزون السدود بلغ 71%"), claim(bench, "a1", "مخزون السدود بلغ 52%")
    tie(bench, one, two, CONTRADICTS)
    assert len(bench.store.register()) == 1
    untie(bench, two, one)
    assert bench.store.register() == []
    assert bench.store.integrity() == []
    bench.undo()
    assert tied(bench, one, row(bench, two)) == CONTRADICTS


ACTS = st.lists(
    st.tuples(st.integers(0, 4), st.integers(0, 4), st.sampled_from([SAME, CONTRADICTS, None])), min_size=1, max_size=9
)


@given(ACTS)
@example([(0, 2, CONTRADICTS), (0, 3, SAME), (0, 2, SAME)])
@settings(max_examples=25, deadline=None)
def test_any_run_of_linking_and_unlinking_holds_together_and_can_be_taken_back(
    tmp_path_factory: pytest.TempPathFactory, acts: list[tuple[int, int, str | None]]
) -> None:
    store = Store.create(tmp_path_factory.mktemp("run") / "p.tawsim", resources.codebook())
    for number, text in enumerate((ONE, TWO, THREE)):
        store.add_article(new_article(f"a{number}", text))
    bench = Workbench(store, author="sana")
    marks = [
        claim(bench, ref, words)
        for ref, words in (
            ("a0", "مخزون السدود بلغ 71%"),
            ("a0", "مخزون السدود بلغ 71% فعلاً"),
            ("a1", "مخزون السدود بلغ 52%"),
            ("a2", "ارتفعت أسعار القمح"),
            ("a2", "مخزون السدود 71%"),
        )
    ]
    done = 0
    for first, second, way in acts:
        one, other = marks[first], marks[second]
        if one is other:
            continue
        bench.open_article(one.article)
        edit = tying(bench, one, row(bench, other), way) if way else untying(bench, one, row(bench, other))
        if edit is not None:
            bench.do(edit)
            done += 1
        assert tied(bench, one, row(bench, other)) == tied(bench, other, row(bench, one)) == way
        assert store.integrity() == []
        for entry in store.register():
            assert store.entry_places.links(entry.id), "nothing points to it"
    for _ in range(done):
        bench.undo()
    assert store.register() == []
    assert not any(store.claims.links_from(each.id) for each in marks)
    bench.close()


def test_the_likest_come_first_and_the_linked_before_them(bench: Workbench, kept: dict[str, object]) -> None:
    one = claim(bench, "a0", "مخزون السدود بلغ 71%")
    other = claim(bench, "a1", "مخزون السدود بلغ 52%")
    third = claim(bench, "a2", "مخزون السدود 71%")
    claim(bench, "a2", "ارتفعت أسعار القمح")
    bench.open_article(one.article)
    found = look(bench, one, kept)
    assert [(each.row.id, each.opposed, each.tie) for each in found] == [
        (third.id, False, None),
        (other.id, True, None),
    ]
    tie(bench, one, other, CONTRADICTS)
    assert [(each.row.id, each.tie) for each in look(bench, one, kept)] == [(other.id, CONTRADICTS), (third.id, None)]


def test_the_index_follows_what_is_said_and_erased_later(bench: Workbench, kept: dict[str, object]) -> None:
    one = claim(bench, "a0", "مخزون السدود بلغ 71%")
    assert look(bench, one, kept) == []
    late = claim(bench, "a2", "ارتفعت أسعار القمح")
    edit = saying(bench, late, "بلغ مخزون السدود 71%")
    assert edit is not None
    bench.do(edit)
    bench.open_article(one.article)
    assert [each.row.id for each in look(bench, one, kept)] == [late.id]
    bench.undo()
    bench.open_article(one.article)
    assert look(bench, one, kept) == []


def test_a_search_that_is_stopped_goes_on_from_there(bench: Workbench, kept: dict[str, object]) -> None:
    one, other = claim(bench, "a0", "مخزون السدود بلغ 71%"), claim(bench, "a2", "مخزون السدود 71%")
    bench.open_article(one.article)
    job = Job("", kept)
    job.cancel()
    with pytest.raises(Cancelled):
        like_claims(job, sought_by(bench, one))
    assert [each.row.id for each in look(bench, one, kept)] == [other.id]


def test_links_between_articles_are_exported_and_come_back_byte_for_byte(bench: Workbench, tmp_path: Path) -> None:
    one, two = claim(bench, "a0", "مخزون السدود بلغ 71%"), claim(bench, "a1", "مخزون السدود بلغ 52%")
    three = claim(bench, "a2", "مخزون السدود 71%")
    tie(bench, one, three, SAME)
    tie(bench, two, one, CONTRADICTS)
    first, second = tmp_path / "first.jsonl", tmp_path / "second.jsonl"
    assert not export_jsonl(bench.store, first).losses
    with Store.create(tmp_path / "q.tawsim", resources.codebook()) as again:
        assert not import_files(again, [first], author="nora").rejected
        export_jsonl(again, second)
        assert first.read_bytes() == second.read_bytes()
        kinds = {link.role for each in (one, two, three) for link in again.claims.links_from(each.id)}
    assert kinds == {"relation:same_claim", "relation:contradicts"}


def test_what_several_claims_say_is_nobody_whom_a_name_could_mean(bench: Workbench) -> None:
    one, two = claim(bench, "a0", "مخزون السدود بلغ 71%"), claim(bench, "a1", "مخزون السدود بلغ 52%")
    tie(bench, one, two, SAME)
    assert len(bench.store.register()) == 1
    assert list(bench.register) == []
    assert bench.register.looked_up("السدود") == []
    assert bench.store.entries_named("السدود") == []


# verdict and attributes


def test_a_verdict_has_the_four_parts_of_the_line(bench: Workbench) -> None:
    mark = claim(bench, "a2", "ارتفعت أسعار القمح")
    edit = judging(bench, mark, "false", [" https://a.example/x?y=1 ", ""], "2026-11-20")
    assert edit is not None
    bench.do(edit)
    now = bench.marks.get(mark.id)
    assert now is not None
    said = {"value": "false", "evidence_urls": ["https://a.example/x?y=1"], "date": "2026-11-20", "by": "sana"}
    assert now.attributes["verdict"] == verdict_of(now) == said
    assert judging(bench, now, "false", ["https://a.example/x?y=1"], "2026-11-20") is None
    edit = judging(bench, now, None, [], "2026-11-20")
    assert edit is not None
    bench.do(edit)
    assert verdict_of(bench.marks.get(mark.id))["value"] is None  # type: ignore[arg-type]


@pytest.mark.parametrize(("urls", "day"), [(["nowhere"], "2026-11-20"), ([], "20.11.2026"), (["ftp://a.b"], "x")])
def test_what_is_no_address_or_no_day_is_refused(bench: Workbench, urls: list[str], day: str) -> None:
    mark = claim(bench, "a2", "ارتفعت أسعار القمح")
    with pytest.raises(BadEvidence):
        judging(bench, mark, "true", urls, day)


def test_addresses_are_known_by_their_form() -> None:
    assert is_address("http://xn--mgb.example:8080/a#b")
    for bad in ("", "https://", "https:///a", "javascript:alert(1)", "https://a b", "https://a:port/"):
        assert not is_address(bad)


def test_a_flag_of_a_claim_may_be_unknown_and_one_of_a_name_may_not(bench: Workbench) -> None:
    mark = claim(bench, "a2", "ارتفعت أسعار القمح")
    flags = {each.id: each for _, each in offered(bench.codebook, "claim")}
    assert "verdict" not in flags
    values = []
    for _ in range(3):
        value = following(mark, flags["verifiable"])
        values.append(value)
        bench.do(with_attribute(bench, mark, "verifiable", value))
        mark = bench.marks.get(mark.id)  # type: ignore[assignment]
    assert values == [True, False, None]
    name = annotate(bench, "entity", "PRODUCT", (Span(13, 18),))
    uncertain = next(each for _, each in offered(bench.codebook, "entity") if each.id == "uncertain")
    assert following(name, uncertain) is True


def test_topics_in_use_are_offered_from_the_whole_project(bench: Workbench) -> None:
    claim(bench, "a0", "مخزون السدود بلغ 71%", topic="المياه")
    claim(bench, "a1", "مخزون السدود بلغ 52%", topic="المياه")
    mark = claim(bench, "a2", "ارتفعت أسعار القمح", topic="أسعار الحبوب والمياه")
    topic = next(each for _, each in offered(bench.codebook, "claim") if each.id == "topic")
    known = in_use(bench, mark, topic)
    assert known == ["أسعار الحبوب والمياه", "المياه"]
    assert matching(known, fold_key("المياه")) == ["المياه", "أسعار الحبوب والمياه"]
    assert matching(known, "حبوب") == ["أسعار الحبوب والمياه"]
