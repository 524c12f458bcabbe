"""What links tell: slots that are open, contradict each other or point to what cannot be there."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.domain.annotation import SUGGESTED, Annotation
from tests.quality.conftest import Desk

MakeDesk = Callable[..., Desk]
TEXT = (
    "قال سامر العواد لليلى حداد الثلاثاء إن «مخزون السدود بلغ نصف طاقتها، وقالت سلوى: نحن بخير اليوم» أمس. "
    "سلوى المهيري: نحن بخير اليوم."
)


@pytest.fixture
def here(desk: MakeDesk) -> Desk:
    return desk(TEXT)


WHOLE = "«مخزون السدود بلغ نصف طاقتها، وقالت سلوى: نحن بخير اليوم»"


def quote(here: Desk, words: str = WHOLE, **said: str) -> Annotation:
    return here.mark("quote", "direct", words, **{"realization": "implicit", **said})


def with_cue(here: Desk, frame: Annotation) -> Annotation:
    cues = [each for each in here.marks if each.kind == "cue"]
    cue = cues[0] if cues else here.mark("cue", "cue", "قال")
    here.tie("cue", frame, cue)
    return frame


def speaker(here: Desk, frame: Annotation, words: str = "سامر العواد", label: str = "PERS", **more: str) -> Annotation:
    made = here.mark("entity", label, words, **more)
    here.tie("speaker", frame, made)
    return made


@pytest.mark.parametrize(
    ("realization", "has_speaker", "expected"),
    [
        ("named", True, []),
        ("named", False, ["speaker-missing"]),
        ("none", True, ["speaker-denied"]),
        ("none", False, ["quote-without-speaker"]),
        ("implicit", False, []),
        ("implicit", True, []),  # known from the text before
        ("anonymous", False, []),
        ("anonymous", True, []),  # a source who will not be named
    ],
)
def test_the_speaker_and_what_the_quote_says_of_it(
    here: Desk, realization: str, has_speaker: bool, expected: list[str]
) -> None:
    frame = with_cue(here, quote(here, realization=realization))
    if has_speaker:
        speaker(here, frame)
    assert here.checks() == expected


def test_a_date_does_not_speak(here: Desk) -> None:
    speaker(here, with_cue(here, quote(here, realization="named")), "الثلاثاء", "DATE")
    assert here.checks() == ["speaker-cannot-speak"]


def test_a_speaker_that_stands_elsewhere_does_not_make_a_headline(here: Desk) -> None:
    speaker(here, quote(here, "نحن بخير اليوم", realization="named"), "سامر العواد")
    assert here.checks() == ["quote-without-cue"]


def test_a_speaker_and_a_colon_need_no_cue(desk: MakeDesk) -> None:
    here = desk("سلوى المهيري: «نحن بخير اليوم»")
    speaker(here, quote(here, "«نحن بخير اليوم»", realization="named"), "سلوى المهيري")
    assert here.checks() == []


def test_the_addressee_is_another_mention_of_the_speaker(here: Desk) -> None:
    frame = with_cue(here, quote(here, realization="named"))
    one, other = speaker(here, frame), here.mark("entity", "PERS", "سلوى المهيري")
    here.tie("addressee", frame, other)
    assert here.checks() == []
    here.point(one, "PERS")
    here.links.append(here.links[-1].__class__("again", *_pointing(here, other)))
    assert here.checks() == ["addressee-is-speaker"]


def _pointing(here: Desk, mention: Annotation) -> tuple[object, ...]:
    """The parts of a link by which the mention points where the last link points."""
    last = here.links[-1]
    return (last.article, last.layer, last.role, mention.id, last.target)


def test_nesting(here: Desk) -> None:
    outer = with_cue(here, quote(here))
    inner = with_cue(here, quote(here, "نحن بخير اليوم"))
    here.tie("nested_in", inner, outer)
    assert here.checks() == []
    here.tie("nested_in", outer, inner)
    (found,) = here.found()
    assert (found.check, found.annotation, found.other) == ("nested-in-circle", outer.id, here.links[-1].id)


def test_a_quote_nested_in_another_place(here: Desk) -> None:
    inner, elsewhere = with_cue(here, quote(here, "مخزون السدود")), with_cue(here, quote(here, "سلوى المهيري: نحن"))
    here.tie("nested_in", inner, elsewhere)
    assert here.checks() == ["nested-elsewhere"]


def test_a_slot_with_a_mere_suggestion(here: Desk) -> None:
    frame = with_cue(here, quote(here, realization="named"))
    here.tie("speaker", frame, here.mark("entity", "PERS", "سامر العواد", state=SUGGESTED))
    assert sorted(here.checks()) == ["slot-undecided", "undecided"]


def test_a_slot_that_cannot_take_what_it_holds(here: Desk) -> None:
    frame = with_cue(here, quote(here))
    here.tie("speaker", frame, frame)
    assert "broken-link" in here.checks()


def test_claims(here: Desk) -> None:
    here.mark("claim", "claim", "مخزون السدود بلغ نصف طاقتها")
    assert here.checks() == ["claim-without-claimer", "claim-without-sentence"]


@pytest.mark.parametrize(
    ("label", "more", "expected"),
    [
        ("PERS", {}, []),
        ("ORG", {}, ["entry-of-other-label"]),
        ("OCC", {"mention": "nominal"}, []),  # the minister is an office, the entry a person
        ("GPE", {"metonymic": True}, []),
    ],
)
def test_a_mention_and_its_entry(here: Desk, label: str, more: dict[str, object], expected: list[str]) -> None:
    here.point(here.mark("entity", label, "سامر العواد", **more), "PERS")
    assert here.checks() == expected


def test_what_a_severity_of_the_project_does() -> None:
    from app.quality.findings import ERROR, OFF, graded

    here = Desk(TEXT)
    quote(here, realization="none")
    found = here.found()
    assert [each.check for each in graded(found, {"quote-without-cue": OFF})] == ["quote-without-speaker"]
    assert {each.severity for each in graded(found, dict.fromkeys(("quote-without-cue",), ERROR))} == {"error", "doubt"}
    (ignored,) = [each for each in graded(found, {}, frozenset({found[0].key})) if each.ignored]
    assert ignored.key == found[0].key
