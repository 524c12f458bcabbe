"""What mends a finding, where no key has to be pressed to see it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app import resources
from app.domain.annotation import ANNOTATION_END, ENTRY_END, SUGGESTED, Annotation, End, Link, RegisterEntry
from app.domain.article import new_article
from app.domain.edit import making
from app.domain.rules import ENTITY_ROLE
from app.domain.span import Span
from app.quality.findings import CHECKS, Finding
from app.store import Store
from app.workbench.bench import Workbench
from app.workbench.fixing import FIXES, fix_of, mending
from app.workbench.making import annotate, link
from app.workbench.mending import mend_all
from app.workbench.names import known_names

TEXT = 'قال سامر العواد إن "مخزون السدود بلغ نصف طاقتها" أمس. وكرر أن «مخزون السدود بلغ نصف طاقتها» في بغداد.'


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Workbench]:
    path = tmp_path / "p.tawsim"
    with Store.create(path, resources.codebook()) as store:
        store.add_article(new_article("a", TEXT))
    made = Workbench(Store.open(path), author="sana", lexicons=resources.lexicons, known=known_names())
    made.resume()
    yield made
    made.close()


def mark(bench: Workbench, kind: str, label: str, words: str, **said: object) -> Annotation:
    at = TEXT.index(words)
    made = annotate(bench, kind, label, (Span(at, at + len(words)),), said)
    bench.do(making("Import", made))
    return made


def tie(bench: Workbench, role: str, source: Annotation, target: Annotation) -> None:
    bench.do(making("Import", link(bench, role, source, End(ANNOTATION_END, target.id))))


def found(bench: Workbench, check: str) -> Finding:
    return next(each for each in bench.checking.finish() if each.check == check)


def mend(bench: Workbench, check: str) -> None:
    """Mend the finding of that check, and see it gone; undo brings it back."""
    edit = mending(bench, found(bench, check))
    assert edit is not None
    for _ in range(2):
        bench.do(edit)
        assert check not in [each.check for each in bench.checking.finish()]
        assert bench.undo() is not None
        assert found(bench, check)
    bench.do(edit)


def test_every_fix_is_of_a_check() -> None:
    assert FIXES.keys() <= CHECKS.keys()
    assert all((fix.make is None) != (fix.ask is None) for fix in FIXES.values())
    assert not any(fix.safe for fix in FIXES.values() if fix.make is None)


def test_a_quote_says_what_its_speaker_is(bench: Workbench) -> None:
    quote = mark(bench, "quote", "direct", '"مخزون السدود بلغ نصف طاقتها"')
    tie(bench, "speaker", quote, mark(bench, "entity", "PERS", "سامر العواد"))
    mend(bench, "speaker-denied")
    after = bench.marks.get(quote.id)
    assert after is not None and after.attributes["realization"] == "named"


def test_two_quotes_of_the_same_words_become_one_utterance(bench: Workbench) -> None:
    first = mark(bench, "quote", "direct", '"مخزون السدود بلغ نصف طاقتها"')
    second = mark(bench, "quote", "direct", "«مخزون السدود بلغ نصف طاقتها»")
    mend(bench, "same-words-twice")
    assert [each.target.value for each in bench.marks.links_from(second.id, "same_utterance")] == [first.id]


def test_half_a_quotation_is_completed_where_only_points_are_missing(bench: Workbench) -> None:
    quote = mark(bench, "quote", "direct", '"مخزون السدود بلغ نصف طاقتها')
    mend(bench, "unbalanced-marks")
    after = bench.marks.get(quote.id)
    assert after is not None and after.exact == '"مخزون السدود بلغ نصف طاقتها"'


def test_half_a_quotation_whose_end_is_far_has_no_key(bench: Workbench) -> None:
    mark(bench, "quote", "direct", '"مخزون السدود')
    assert mending(bench, found(bench, "unbalanced-marks")) is None
    assert fix_of(bench, found(bench, "unbalanced-marks")) is None


def test_of_two_equal_marks_the_one_that_nothing_hangs_on_goes(bench: Workbench) -> None:
    one = mark(bench, "entity", "PERS", "سامر العواد")
    other = mark(bench, "entity", "PERS", "سامر العواد")
    later = max(one, other, key=lambda each: each.id)
    quote = mark(bench, "quote", "direct", '"مخزون السدود بلغ نصف طاقتها"', realization="named")
    tie(bench, "speaker", quote, later)
    mend(bench, "marked-twice")
    assert [each for each in bench.marks if each.kind == "entity"] == [later]


def test_a_mention_takes_the_label_of_its_entry(bench: Workbench) -> None:
    mention = mark(bench, "entity", "ORG", "سامر العواد")
    entry = RegisterEntry("e1", "PERS", "سامر العواد")
    tied = Link("l1", mention.article, mention.layer, ENTITY_ROLE, mention.id, End(ENTRY_END, entry.id))
    bench.do(making("Import", entry, tied))
    mend(bench, "entry-of-other-label")
    assert [each.label for each in bench.marks] == ["PERS"]


def test_what_is_only_suggested_is_accepted_where_it_fills_a_slot(bench: Workbench) -> None:
    quote = mark(bench, "quote", "direct", '"مخزون السدود بلغ نصف طاقتها"', realization="named")
    at = TEXT.index("سامر")
    waiting = replace(annotate(bench, "entity", "PERS", (Span(at, at + 11),)), state=SUGGESTED)
    bench.do(making("Suggest", waiting))
    tie(bench, "speaker", quote, waiting)
    mend(bench, "slot-undecided")


def test_all_findings_of_a_check_are_one_edit(bench: Workbench) -> None:
    mark(bench, "entity", "PERS", "سامر العواد ")
    mark(bench, "entity", "GPE", "بغداد.")
    assert bench.article is not None
    wanted = [each for each in bench.checking.finish() if each.check == "doubtful-edge"]
    assert mend_all(bench, bench.article.id, wanted, dry_run=True) == 2
    assert len([each for each in bench.checking.finish() if each.check == "doubtful-edge"]) == 2
    assert mend_all(bench, bench.article.id, wanted) == 2
    assert [each.exact for each in bench.marks] == ["سامر العواد", "بغداد"]
    assert bench.undo() is not None
    assert [each.exact for each in bench.marks] == ["سامر العواد ", "بغداد."]


def test_the_check_goes_on_in_steps_and_forgets_nothing(bench: Workbench) -> None:
    mark(bench, "entity", "PERS", "سامر العواد ")
    mark(bench, "entity", "GPE", "بغداد.")
    steps = 1
    while not bench.checking.step(1):
        steps += 1
    assert steps > 2
    in_steps = bench.checking.finish()
    bench.checking.step(1)
    mark(bench, "entity", "ORG", "سامر ")
    assert len(bench.checking.finish()) > len(in_steps)


def test_while_names_are_read_nothing_is_checked_in_steps(bench: Workbench) -> None:
    bench.ready = False
    assert not bench.checking.step()
    bench.ready = True
    assert bench.checking.step()
