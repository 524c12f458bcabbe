"""Agreement of two annotators: spans by label, exactly and by overlap, and the slots of frames that both found."""

from __future__ import annotations

from app.domain.annotation import ANNOTATION_END, LITERAL_END, SUGGESTED, Annotation, End, Link
from app.domain.codebook import CUE, ENTITY, QUOTE
from app.domain.span import Span
from app.quality.agreement import Agreement, Work, comparable, pairs

TEXT = "قالت الوزيرة ليلى حداد إن السدود امتلأت وأضاف سامر العواد أن الماء يكفي"


def mark(name: str, words: str, kind: str = ENTITY, label: str = "PERS", **more) -> Annotation:
    start = TEXT.index(words)
    where = (Span(start, start + len(words)),)
    return Annotation(name, "a", "x", kind, label, where, words, made_at="2026-11-24T00:00:00Z", made_by="x", **more)


def link(source: str, role: str, target: str, kind: str = ANNOTATION_END) -> Link:
    return Link(f"{source}:{role}:{target}", "a", "x", role, source, End(kind, target))


def agreement(one: Work, other: Work) -> Agreement:
    found = Agreement(("a1", "a2"))
    found.add(one, other)
    return found


def test_the_same_marks_agree_wholly():
    work = Work([mark("1", "ليلى حداد"), mark("2", "سامر العواد")], [])
    assert agreement(work, work).spans(ENTITY, "PERS").figures() == {
        "marks": [2, 2],
        "exact": 2,
        "overlapping": 2,
        "f1_exact": 1.0,
        "f1_overlapping": 1.0,
    }


def test_another_edge_agrees_by_overlap_and_another_label_not_at_all():
    one = Work([mark("1", "ليلى حداد"), mark("2", "السدود", label="FAC")], [])
    other = Work([mark("3", "الوزيرة ليلى حداد"), mark("4", "السدود", label="LOC")], [])
    found = agreement(one, other)
    pers = found.spans(ENTITY, "PERS")
    assert (pers.exact, pers.overlapping) == (0, 1)
    assert found.spans(ENTITY).figures()["f1_overlapping"] == 0.5
    assert found.figures()["labels"] == {ENTITY: [{"labels": ["FAC", "LOC"], "count": 1}]}


def test_two_marks_never_find_the_same_one():
    whole, first, second = mark("1", "ليلى حداد"), mark("2", "ليلى"), mark("3", "حداد")
    assert [(a.id, b.id) for a, b in pairs([whole], [first, second])] in ([("1", "2")], [("1", "3")])


def test_suggestions_are_nobodys_work():
    one = Work([mark("1", "ليلى حداد", state=SUGGESTED)], [])
    assert agreement(one, Work([], [])).spans().figures()["f1_exact"] is None


def test_slots_count_on_the_frames_that_both_found():
    quote = mark("q", "السدود امتلأت", QUOTE, "indirect")
    wider = mark("r", "إن السدود امتلأت", QUOTE, "indirect")
    other_one = mark("s", "الماء يكفي", QUOTE, "indirect")
    one = Work(
        [quote, mark("p", "ليلى حداد"), mark("c", "قالت", CUE, "cue")],
        [link("q", "speaker", "p"), link("q", "cue", "c")],
    )
    other = Work(
        [wider, other_one, mark("o", "الوزيرة ليلى حداد", label="OCC")],
        [link("r", "speaker", "o"), link("s", "speaker", "journalist", LITERAL_END)],
    )
    found = agreement(one, other).figures()["frames"][QUOTE]
    assert found == {
        "matched": 1,
        "roles": {
            "cue": {"filled": 1, "agreed": 0, "accuracy": 0.0},
            "speaker": {"filled": 1, "agreed": 1, "accuracy": 1.0},
        },
    }


def test_only_articles_that_two_have_done_are_compared_and_the_adjudicated_layer_never_is():
    done = {"n1": ["a2", "a1", "gold"], "n2": ["a1", "gold"], "n3": ["a1", "a2", "a3"]}
    assert list(comparable(done)) == [(("a1", "a2"), ["n1", "n3"]), (("a1", "a3"), ["n3"]), (("a2", "a3"), ["n3"])]
