"""Changes of the codebook: what they make of the marks, told before and taken back after."""

from __future__ import annotations

import sqlite3
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app import resources
from app.domain.annotation import ANNOTATION_END, Annotation, End, Link, RegisterEntry
from app.domain.article import Article, new_article
from app.domain.codebook import CUE, ENTITY, QUOTE, Attribute, Choice, Codebook, Slot, Words
from app.domain.edit import Change, Edit, making
from app.domain.errors import CodebookError, UnknownLabel
from app.domain.span import Span
from app.quality.findings import findings
from app.store import EditConflict, Stamp, Store
from app.workbench import codebook_plan
from app.workbench.bench import Workbench
from app.workbench.codebook_changes import (
    Draft,
    amend_label,
    draft,
    mapping_step,
    merge_labels,
    plain_label,
    put_attribute,
    put_slot,
    remove_label,
    rename_attribute,
    rename_label,
    rename_slot,
    retire_label,
    split_label,
    take_codebook,
)
from app.workbench.codebook_keys import check_keys
from app.workbench.codebook_plan import MustBeMapped, Plan, TooMuchAtOnce, apply, plan
from app.workbench.keymap import KeyClash
from app.workbench.making import annotate
from tests.store.making import undo_title

TEXT = "قالت وزارة المياه في عمّان وبغداد إن السدود ممتلئة، وأضافت عمّان أن لا خوف على بيروت ودمشق."
WHEN, LATER = "2026-11-23T09:00:00Z", "2026-11-24T10:00:00Z"
TABLES = ("annotation", "link", "entry", "progress")


def stamp(store: Store, layer: str = "sana") -> Stamp:
    return Stamp(layer, layer, LATER, store.codebook().version)


def mark(article: Article, word: str, label: str = "GPE", *, layer: str = "sana", kind: str = ENTITY, **more):
    start = article.text.index(word)
    return Annotation(
        more.pop("id", f"{article.ref}-{layer}-{label}-{start}"),
        article.id,
        layer,
        kind,
        label,
        (Span(start, start + len(word)),),
        word,
        WHEN,
        layer,
        **more,
    )


def link(source: Annotation, target: Annotation, role: str) -> Link:
    return Link(
        f"{source.id}:{role}:{target.id}", source.article, source.layer, role, source.id, End(ANNOTATION_END, target.id)
    )


def content(store: Store) -> dict[str, list[tuple]]:
    with sqlite3.connect(store.path) as connection:
        found = {name: sorted(connection.execute(f"SELECT * FROM {name}").fetchall(), key=repr) for name in TABLES}
    connection.close()
    return found | {"codebook": [(store.codebook().name, store.codebook().version)]}


def do(store: Store, of: Draft, layer: str = "sana") -> Plan:
    found = plan(store, of, stamp(store, layer))
    apply(store, found, stamp(store, layer))
    return found


def labels(store: Store, article: Article, layer: str = "sana") -> list[tuple[str, str]]:
    return [(each.label, each.exact) for each in store.annotations(article.id, layer) if each.state != "rejected"]


@pytest.fixture
def article(store: Store) -> Article:
    made = new_article("a", TEXT)
    store.add_article(made)
    return made


@pytest.fixture
def book(store: Store) -> Codebook:
    return store.codebook()


def test_a_renamed_label_takes_its_marks_of_every_layer_along(store, article, book):
    other = mark(article, "بغداد", layer="omar")
    entry = RegisterEntry("E1", "GPE", "عمّان")
    store.write(making("x", mark(article, "عمّان"), mark(article, "وزارة المياه", "ORG"), entry), stamp(store))
    store.write(making("x", other), stamp(store, "omar"))
    before = content(store)
    found = plan(store, rename_label(draft(book), ENTITY, "GPE", "COUNTRY"), stamp(store))
    (became,) = found.became
    assert (became.before, became.after, became.marks, len(became.articles)) == ("GPE", "COUNTRY", 2, 1)
    assert became.layers == {"sana", "omar"}
    assert content(store) == before
    apply(store, found, stamp(store))
    assert labels(store, article) == [("ORG", "وزارة المياه"), ("COUNTRY", "عمّان")]
    assert labels(store, article, "omar") == [("COUNTRY", "بغداد")]
    assert store.register() == [replace(entry, label="COUNTRY")]
    (renamed,) = store.annotations(article.id, "omar")
    assert (renamed.codebook, renamed.changed_by, renamed.changed_at) == (2, "sana", LATER)
    assert (store.codebook().version, store.codebook().has(ENTITY, "GPE")) == (2, False)
    assert undo_title(store, "sana") == "Rename label"
    assert undo_title(store, "omar") == "x"
    store.undo("sana", stamp(store))
    assert content(store) == before
    store.redo("sana", stamp(store))
    assert labels(store, article, "omar") == [("COUNTRY", "بغداد")]
    assert [each.version for each in store.codebook_versions()] == [1, 2]


def test_a_number_is_never_given_twice(store, article, book):
    do(store, rename_label(draft(book), ENTITY, "GPE", "COUNTRY"))
    store.undo("sana", stamp(store))
    do(store, rename_label(draft(book), ENTITY, "GPE", "STATE"))
    assert store.codebook().version == 3
    assert [each.version for each in store.codebook_versions()] == [1, 2, 3]
    assert store.codebook().has(ENTITY, "STATE")


def test_marks_that_are_the_same_after_a_merge_become_one(store, article, book):
    name, doubtful = mark(article, "عمّان", attributes={"note": None}), mark(article, "عمّان", "LOC", state="suggested")
    doubtful = replace(doubtful, attributes={"note": "عاصمة", "mention": "name"})
    quote = mark(article, "السدود ممتلئة", "direct", kind=QUOTE)
    both = [link(quote, name, "speaker"), link(quote, doubtful, "speaker"), link(quote, doubtful, "addressee")]
    store.write(making("x", name, doubtful, quote, *both), stamp(store))
    before = content(store)
    found = do(store, merge_labels(draft(book), ENTITY, ("GPE", "LOC"), "LOC"))
    assert (found.merged, found.links, found.lost_links) == (1, 1, 1)
    (left,) = [each for each in store.annotations(article.id, "sana") if each.kind == ENTITY]
    assert (left.id, left.label, left.state) == (name.id, "LOC", "accepted")
    assert left.attributes == {"note": "عاصمة", "mention": "name"}
    assert sorted((each.role, each.target.value) for each in store.links(article.id, "sana")) == [
        ("addressee", name.id),
        ("speaker", name.id),
    ]
    store.undo("sana", stamp(store))
    assert content(store) == before


def test_a_label_is_split_by_mark_and_by_the_value_of_an_attribute(store, article, book):
    chosen, metonymic = mark(article, "عمّان"), mark(article, "بغداد", attributes={"metonymic": True})
    store.write(making("x", chosen, metonymic, mark(article, "بيروت")), stamp(store))
    new = plain_label(book.kind(ENTITY), "CAPITAL", book.label(ENTITY, "GPE"))
    first = split_label(draft(book), ENTITY, "GPE", new, marks=frozenset([chosen.id]))
    second = split_label(first, ENTITY, "GPE", replace(new, id="POWER"), attribute="metonymic", values=("True",))
    do(store, second)
    assert labels(store, article) == [("CAPITAL", "عمّان"), ("POWER", "بغداد"), ("GPE", "بيروت")]


def test_a_retired_label_keeps_its_marks_and_takes_no_more(store, article, book):
    store.write(making("x", mark(article, "عمّان")), stamp(store))
    found = do(store, retire_label(draft(book), ENTITY, "GPE"))
    assert (found.marks, labels(store, article)) == (0, [("GPE", "عمّان")])
    label = store.codebook().label(ENTITY, "GPE")
    assert (label.retired, label.key, label.twin) == (True, None, None)
    bench = Workbench(store, author="sana")
    bench.open_article(article.id)
    with pytest.raises(UnknownLabel, match="GPE is retired"):
        annotate(bench, ENTITY, "GPE", (Span(0, 4),))
    assert not findings(article, bench.marks, (), bench.codebook)


def test_what_a_retired_label_has_marked_may_be_rejected_or_called_otherwise(store, article, book):
    store.write(making("x", mark(article, "عمّان"), mark(article, "بغداد", "LOC")), stamp(store))
    twice = retire_label(retire_label(draft(book), ENTITY, "GPE", to="ORG"), ENTITY, "LOC", reject=True)
    found = do(store, twice)
    assert {(each.before, each.after) for each in found.became} == {("GPE", "ORG"), ("LOC", None)}
    assert labels(store, article) == [("ORG", "عمّان")]
    assert {each.state for each in store.annotations(article.id, "sana")} == {"accepted", "rejected"}


def test_a_label_with_marks_is_removed_only_when_they_have_another(store, article, book):
    store.write(making("x", mark(article, "عمّان")), stamp(store))
    found = plan(store, remove_label(draft(book), ENTITY, "GPE"), stamp(store))
    assert found.unmapped == {(ENTITY, "GPE"): 1}
    with pytest.raises(MustBeMapped, match=r"entity\.GPE \(1\)"):
        apply(store, found, stamp(store))
    assert store.codebook().version == 1
    do(store, remove_label(draft(book), ENTITY, "GPE", to="LOC"))
    assert labels(store, article) == [("LOC", "عمّان")]


def test_steps_follow_one_another(store, article, book):
    store.write(making("x", mark(article, "عمّان"), mark(article, "بغداد", "LOC")), stamp(store))
    one = rename_label(draft(book), ENTITY, "GPE", "COUNTRY")
    two = merge_labels(one, ENTITY, ("COUNTRY", "LOC"), "LOC")
    assert two.title == "Change the codebook"
    do(store, rename_label(two, ENTITY, "LOC", "PLACE"))
    assert labels(store, article) == [("PLACE", "عمّان"), ("PLACE", "بغداد")]


def test_attributes_and_choices_of_ones_own_take_their_values_along(store, article, book):
    kind = book.kind(ENTITY)
    tone = Attribute("tone", Words("نبرة", "Tone"), "choice", (Choice("hot", Words("حار", "Hot")),))
    do(store, put_attribute(draft(book), kind.id, tone))
    store.write(making("x", mark(article, "عمّان", attributes={"tone": "hot"})), stamp(store))
    warmer = replace(tone, choices=(Choice("warm", Words("دافئ", "Warm")),))
    other = put_attribute(draft(store.codebook()), kind.id, warmer).codebook
    step = mapping_step(store.codebook(), other, "entity.tone.hot=warm")
    do(store, take_codebook(store.codebook(), other, (step,)))
    do(store, rename_attribute(draft(store.codebook()), ENTITY, "tone", "mood"))
    assert [each.attributes for each in store.annotations(article.id, "sana")] == [{"mood": "warm"}]
    do(store, rename_attribute(draft(store.codebook()), ENTITY, "mood", None))
    assert [each.attributes for each in store.annotations(article.id, "sana")] == [{}]
    for _ in range(3):
        store.undo("sana", stamp(store))
    assert [each.attributes for each in store.annotations(article.id, "sana")] == [{"tone": "hot"}]
    with pytest.raises(CodebookError, match="mention is part of the dataset's format"):
        rename_attribute(draft(book), ENTITY, "mention", "form")


def test_a_choice_that_marks_have_is_not_lost_unsaid(store, article, book):
    store.write(making("x", mark(article, "عمّان", attributes={"mention": "nominal"})), stamp(store))
    mention = book.kind(ENTITY).attribute("mention")
    fewer = replace(mention, choices=tuple(each for each in mention.choices if each.id != "nominal"))
    found = plan(store, put_attribute(draft(book), ENTITY, fewer), stamp(store))
    assert found.unmapped == {(ENTITY, "mention", "nominal"): 1}


def test_a_slot_of_ones_own_takes_its_links_along(store, article, book):
    do(store, put_slot(draft(book), QUOTE, Slot("witness", Words("شاهد", "Witness"), ("entity",), key="5")))
    quote, witness = mark(article, "السدود ممتلئة", "direct", kind=QUOTE), mark(article, "عمّان")
    store.write(making("x", quote, witness, link(quote, witness, "witness")), stamp(store))
    do(store, rename_slot(draft(store.codebook()), QUOTE, "witness", "observer"))
    assert [each.role for each in store.links(article.id, "sana")] == ["observer"]
    found = do(store, rename_slot(draft(store.codebook()), QUOTE, "observer", None))
    assert (found.lost_links, store.links(article.id, "sana")) == (1, [])
    store.undo("sana", stamp(store))
    assert [each.role for each in store.links(article.id, "sana")] == ["observer"]
    with pytest.raises(CodebookError, match="speaker is part of the dataset's format"):
        rename_slot(draft(book), QUOTE, "speaker", "voice")


def test_another_codebook_is_taken_once_what_it_lacks_has_a_place(store, article, book):
    store.write(making("x", mark(article, "عمّان", "LOC"), mark(article, "قالت", "cue", kind=CUE)), stamp(store))
    quotes = resources.codebook("quotes")
    assert plan(store, take_codebook(book, quotes), stamp(store)).unmapped == {(ENTITY, "LOC"): 1}
    step = mapping_step(book, quotes, "LOC=GPE")
    found = do(store, take_codebook(book, quotes, (step,)))
    assert (store.codebook().name, store.codebook().version, found.version) == ("quotes", 2, 2)
    assert labels(store, article) == [("cue", "قالت"), ("GPE", "عمّان")]
    assert not plan(store, take_codebook(store.codebook(), quotes), stamp(store)).edit.changes
    later = replace(resources.codebook(), version=9)
    assert do(store, take_codebook(store.codebook(), later)).version == 9


@pytest.mark.parametrize("word", ["GPE", "=X", "NONE=GPE", "quote.GPE=LOC", "GPE=NONE"])
def test_a_mapping_that_names_nothing_is_refused(book, word):
    with pytest.raises((CodebookError, UnknownLabel)):
        mapping_step(book, book, word)


def test_names_that_are_taken_are_refused(book):
    with pytest.raises(CodebookError, match="merge the two instead"):
        rename_label(draft(book), ENTITY, "GPE", "LOC")
    with pytest.raises(CodebookError, match="needs a name"):
        rename_label(draft(book), ENTITY, "GPE", " ")
    with pytest.raises(UnknownLabel):
        rename_label(draft(book), ENTITY, "NONE", "X")
    for kind, label in ((QUOTE, "direct"), (CUE, "cue")):  # the dataset has no other place for them
        with pytest.raises(CodebookError, match="part of the dataset's format"):
            rename_label(draft(book), kind, label, "X")
    retired = retire_label(draft(book), ENTITY, "LOC")
    with pytest.raises(CodebookError, match="LOC is retired"):
        merge_labels(retired, ENTITY, ("GPE",), "LOC")


@pytest.mark.parametrize(
    ("key", "other"), [("F", "Jump to a word"), ("O", "Organization"), ("B", None), ("Q", "Mark quote")]
)
def test_a_key_that_belongs_to_something_else_is_refused_with_its_name(book, key, other):
    changed = amend_label(draft(book), ENTITY, "GPE", key=key).codebook
    if other is None:
        return check_keys(changed)
    with pytest.raises(KeyClash, match=other):
        check_keys(changed)


def test_what_another_layer_has_changed_since_stands_in_the_way_of_undo(store, article, book):
    place = mark(article, "عمّان", layer="omar")
    store.write(making("x", place), stamp(store, "omar"))
    do(store, rename_label(draft(book), ENTITY, "GPE", "COUNTRY"))
    (renamed,) = store.annotations(article.id, "omar")
    store.write(Edit("y", (Change(renamed, replace(renamed, state="rejected")),)), stamp(store, "omar"))
    before = content(store)
    with pytest.raises(EditConflict):
        store.undo("sana", stamp(store))
    assert content(store) == before


def test_two_drafts_of_one_codebook_cannot_both_be_taken(store, article, book):
    first = plan(store, rename_label(draft(book), ENTITY, "GPE", "A"), stamp(store))
    second = plan(store, rename_label(draft(book), ENTITY, "GPE", "B"), stamp(store))
    apply(store, first, stamp(store))
    with pytest.raises(EditConflict):
        apply(store, second, stamp(store))
    assert store.codebook().has(ENTITY, "A")


def test_a_window_follows_a_codebook_that_was_changed_elsewhere(store, article, book):
    with Store.open(store.path) as other:
        bench = Workbench(other, author="omar", layer="omar")
        bench.open_article(article.id)
        told = []
        bench.recoded.listen(told.append)
        do(store, rename_label(draft(book), ENTITY, "GPE", "COUNTRY"))
        made = annotate(bench, ENTITY, "GPE", (Span(0, 4),))
        with pytest.raises(EditConflict, match="codebook was changed elsewhere"):
            bench.do(making("x", made))
        assert [each.version for each in told] == [2]
        assert bench.codebook.has(ENTITY, "COUNTRY")
        bench.do(making("x", annotate(bench, ENTITY, "COUNTRY", (Span(0, 4),))))
        assert [each.codebook for each in bench.marks] == [2]


def test_a_mark_whose_label_the_codebook_lacks_is_a_finding_and_opens(store, article, book):
    store.write(making("x", mark(article, "عمّان", "GONE")), stamp(store))
    bench = Workbench(store, author="sana")
    bench.open_article(article.id)
    assert [each.check for each in findings(article, bench.marks, (), bench.codebook)] == ["unknown-label"]
    assert bench.codebook.shown(ENTITY, "GONE").colour == "#6B6B6B"
    found = do(store, rename_label(draft(book), ENTITY, "GPE", "COUNTRY"))
    assert found.unmapped == {}


def test_more_than_one_edit_can_hold_is_refused_in_words(store, article, book, monkeypatch):
    store.write(making("x", mark(article, "عمّان"), mark(article, "بغداد")), stamp(store))
    monkeypatch.setattr(codebook_plan, "MOST_CHANGES", 1)
    with pytest.raises(TooMuchAtOnce, match="do it in parts"):
        plan(store, rename_label(draft(book), ENTITY, "GPE", "COUNTRY"), stamp(store))


def test_undo_of_a_codebook_is_followed_by_the_bench(store, article, book):
    store.write(making("x", mark(article, "عمّان"), mark(article, "بغداد", layer="omar")), stamp(store))
    bench = Workbench(store, author="sana", layer="sana")
    bench.open_article(article.id)
    do(store, rename_label(draft(book), ENTITY, "GPE", "COUNTRY"))
    bench.take_codebook()
    assert [each.label for each in bench.marks] == ["COUNTRY"]
    bench.undo()
    assert [each.label for each in bench.marks] == ["GPE"]
    assert bench.codebook.version == 1
    assert list(bench.marks) == store.annotations(article.id, "sana")
    bench.redo()
    assert [each.label for each in bench.marks] == ["COUNTRY"]


WORDS = ["عمّان", "بغداد", "بيروت", "دمشق"]
ACTS = st.lists(
    st.tuples(st.sampled_from(["mark", "rename", "merge", "split", "retire", "remove"]), st.integers(0, 99)),
    max_size=8,
)


def act(store: Store, article: Article, what: str, number: int) -> bool:
    """One act of an analyst, chosen by ``number``; whether there was anything to do."""
    book = store.codebook()
    usable = [label.id for label in book.kind(ENTITY).usable]
    label, other = usable[number % len(usable)], usable[(number * 7 + 1) % len(usable)]
    if what == "mark":
        made = mark(article, WORDS[number % 4], usable[number % min(3, len(usable))], id=f"m{number}")
        if store.owners([made.id]).marks:
            return False
        store.write(making("Mark", made), stamp(store))
        return True
    fresh = f"L{number}-{book.version}"
    like = plain_label(book.kind(ENTITY), fresh, book.label(ENTITY, label))
    if label == other or len(usable) < 4:
        return False
    made = {
        "rename": lambda: rename_label(draft(book), ENTITY, label, fresh),
        "merge": lambda: merge_labels(draft(book), ENTITY, (label, other), other),
        "split": lambda: split_label(draft(book), ENTITY, label, like, marks=frozenset([f"m{number}", "m1"])),
        "retire": lambda: retire_label(draft(book), ENTITY, label, reject=number % 2 == 0),
        "remove": lambda: remove_label(draft(book), ENTITY, label, to=other),
    }[what]()
    do(store, made)
    return True


SMALL = merge_labels(
    draft(resources.codebook()), ENTITY, tuple(each.id for each in resources.codebook().kind(ENTITY).labels[6:]), "PERS"
).checked()


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(ACTS)
def test_any_run_of_changes_and_marks_all_undone_is_the_start(acts):
    with tempfile.TemporaryDirectory() as folder, Store.create(Path(folder) / "p.tawsim", SMALL) as store:
        article = new_article("a", TEXT)
        store.add_article(article)
        omars = [mark(article, word, label, layer="omar") for word in WORDS[:2] for label in ("PERS", "NORP", "OCC")]
        store.write(making("Mark", *omars), stamp(store, "omar"))
        start = content(store)
        done = sum(act(store, article, *each) for each in acts)
        bench = Workbench(store, author="sana", layer="sana")
        bench.open_article(article.id)
        end = content(store)
        for step in (bench.undo, bench.redo, bench.undo):
            for _ in range(done):
                assert step() is not None
                assert list(bench.marks) == store.annotations(article.id, "sana")
                assert bench.codebook == store.codebook()
            assert content(store) == (end if step == bench.redo else start)
