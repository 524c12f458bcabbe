"""The gold set holds what it promises: its spans, its numbers, its shapes, and lines that the program takes."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import pytest

from app import resources
from app.domain.span import Fragments, check_fragments, surface
from app.domain.text.graphemes import is_edge
from app.exchange.schema import schema_text
from app.store import Store
from app.workbench.intake import import_files
from app.workbench.outgo import export_jsonl
from tests.gold.building import TEST, TUNE, GoldArticle, GoldQuote, articles
from tests.gold.lines import AUTHOR, line, write_lines
from tests.gold.surfaces import Unresolved, find, without_marks

LEAST = {"direct": 35, "indirect": 30, "mixed": 15}
LEAST_CLAIMS = 30
WORDS = range(220, 451)
PAIRS = ("«»", "“”", "‹›")
ALL_MARKS = {*'"«»“”„‹›'}
UNSEEN = {f"gold-{number}" for number in range(27, 33)}
LEAST_UNSEEN = {"direct": 30, "indirect": 35, "mixed": 10}
LEAST_CLAIMS_UNSEEN = 20
SET = articles()
NAMES = [article.ref for article in SET]


def quotes(use: str | None = None) -> list[GoldQuote]:
    return [quote for article in SET if use in (None, article.use) for quote in article.quotes]


def fragments_in(article: GoldArticle) -> Iterator[Fragments]:
    """Every run of spans that is annotated in an article."""
    for quote in article.quotes:
        yield from (quote.fragments, quote.inner, *((cue.span,) for cue in quote.cues))
    yield from (claim.fragments for claim in article.claims)
    yield from ((mention.span,) for mention in article.mentions)


def test_there_are_enough_of_each_type():
    counts = Counter(quote.type for quote in quotes())
    assert {name: counts[name] for name, least in LEAST.items() if counts[name] < least} == {}
    assert sum(len(article.claims) for article in SET) >= LEAST_CLAIMS


def test_both_halves_have_their_share():
    uses = Counter(article.use for article in SET)
    assert uses[TUNE] == 24 and set(uses) <= {TUNE, TEST}
    for name, least in LEAST.items():
        for use in uses:
            assert sum(quote.type == name for quote in quotes(use)) >= least // 2, (name, use)


def test_the_articles_that_no_rule_was_written_for_are_enough_and_only_measure():
    unseen = [article for article in SET if article.ref in UNSEEN]
    assert {article.ref for article in unseen} == UNSEEN
    assert {article.use for article in unseen} == {TEST}
    counts = Counter(quote.type for article in unseen for quote in article.quotes)
    assert {name: counts[name] for name, least in LEAST_UNSEEN.items() if counts[name] < least} == {}
    assert sum(len(article.claims) for article in unseen) >= LEAST_CLAIMS_UNSEEN


def test_every_shape_of_speaker_medium_polarity_and_cue_occurs():
    kinds = resources.codebook().kind
    for kind, attribute, found in (
        ("quote", "realization", {quote.realization for quote in quotes()}),
        ("quote", "medium", {quote.medium for quote in quotes()}),
        ("cue", "strength", {cue.strength for quote in quotes() for cue in quote.cues}),
    ):
        choices = next(each for each in kinds(kind).attributes if each.id == attribute).choices
        assert found == {choice.id for choice in choices}, attribute
    assert {quote.polarity for quote in quotes()} == {"asserted", "denied", "questioned"}


def test_every_shape_of_quotation_occurs():
    direct = [quote for quote in quotes() if quote.type == "direct"]
    assert {quote.marks for quote in direct} >= {'""', "«»", "“”", "‹›", "»«", "„“", "””", '"', ""}
    assert any(
        "\n" in article.text[q.fragments[0].start : q.fragments[-1].end] for article in SET for q in article.quotes
    )
    assert sum(len(quote.fragments) > 1 for quote in direct) >= 4
    assert sum(quote.nested_in is not None for quote in direct) >= 4
    assert any(not quote.marks and not quote.cues for quote in direct)
    assert any(len(quote.cues) > 1 for quote in quotes())
    assert any(quote.cues and quote.cues[0].span.start > quote.fragments[0].end for quote in direct)


@pytest.mark.parametrize("article", SET, ids=NAMES)
class TestAnArticle:
    def test_it_has_the_length_of_a_news_story(self, article: GoldArticle):
        assert len(article.text.split()) in WORDS

    def test_its_zones_are_those_of_the_codebook(self, article: GoldArticle):
        names = [zone.name for zone in article.zones]
        assert {*names} <= {zone.id for zone in resources.codebook().zones}
        assert {"headline", "date_line", "byline", "body"} <= {*names}
        assert {"subheadline", "caption"} & {*names}
        assert len(names) == len({*names})

    def test_no_edge_splits_a_letter_from_its_marks(self, article: GoldArticle):
        for fragments in fragments_in(article):
            check_fragments(article.text, fragments)
            assert all(is_edge(article.text, edge) for span in fragments for edge in (span.start, span.end))

    def test_no_edge_stands_at_a_space(self, article: GoldArticle):
        for fragments in fragments_in(article):
            for span in fragments:
                words = surface(article.text, (span,))
                assert words == words.strip() and "\n" not in words

    def test_a_full_stop_stays_outside_unless_it_is_quoted(self, article: GoldArticle):
        for quote in article.quotes:
            last = article.text[quote.fragments[-1].end - 1]
            assert last not in ".،؛:", quote.text

    def test_marks_are_as_declared(self, article: GoldArticle):
        for quote in article.quotes:
            assert not quote.marks or quote.type == "direct", quote.text
            if quote.marks:
                assert {*quote.marks} <= ALL_MARKS
            for span in quote.inner:
                words = surface(article.text, (span,))
                for opening, closing in PAIRS:
                    assert words.count(opening) == words.count(closing), words
                assert words.count('"') % 2 == 0, words

    def test_what_is_mixed_has_marks_inside_and_what_is_direct_has_them_around(self, article: GoldArticle):
        for quote in article.quotes:
            if quote.type == "mixed":
                assert ALL_MARKS & {*quote.text}, quote.text
            if quote.type == "direct" and not quote.marks:
                before = article.text[: quote.fragments[0].start]
                assert before.endswith((": ", "- ")), quote.text

    def test_a_cue_and_a_speaker_stand_outside_the_words_they_report(self, article: GoldArticle):
        for quote in article.quotes:
            for other in (*quote.cues, *quote.speakers):
                assert not any(span.meets(other.span) for span in quote.fragments), (quote.text, other.text)

    def test_a_speaker_is_mentioned_where_it_is_said_to_be(self, article: GoldArticle):
        worded = {"named", "nominal", "pronoun", "anonymous"}
        for quote in article.quotes:
            assert bool(quote.speakers) == (quote.realization in worded), quote.text
            if quote.realization == "named":
                assert {mention.mention for mention in quote.speakers} == {"name"}, quote.text
            if quote.realization == "implicit":
                assert quote.antecedent is not None, quote.text

    def test_every_entry_is_meant_by_something(self, article: GoldArticle):
        meant = {mention.entry for mention in article.mentions} | {quote.who for quote in article.quotes}
        assert {entry.id for entry in article.register} == meant - {None}

    def test_a_nested_quote_lies_in_its_quote(self, article: GoldArticle):
        for quote in article.quotes:
            if quote.nested_in:
                (outer,) = article.quote(quote.nested_in).fragments
                assert all(outer.holds(span) for span in quote.fragments)

    def test_quotes_meet_only_when_one_is_nested(self, article: GoldArticle):
        for one in article.quotes:
            for other in article.quotes:
                if one.id < other.id and one.id != other.nested_in and other.id != one.nested_in:
                    assert not any(a.meets(b) for a in one.fragments for b in other.fragments), (one.id, other.id)

    def test_a_claim_lies_in_the_quote_that_expresses_it_or_in_none(self, article: GoldArticle):
        for claim in article.claims:
            assert bool(claim.quotes) != (claim.claimer == "journalist"), claim.text
            held = [q.id for q in article.quotes if any(a.meets(b) for a in q.fragments for b in claim.fragments)]
            assert [*claim.quotes] == held, claim.text

    def test_a_claim_says_its_sentence_in_full(self, article: GoldArticle):
        for claim in article.claims:
            assert claim.normalized_claim.endswith(".")
            assert len(claim.normalized_claim.split()) >= 5

    def test_links_between_equals_go_both_ways(self, article: GoldArticle):
        for quote in article.quotes:
            for name in quote.same_utterance:
                assert quote.id in article.quote(name).same_utterance
        claims = {claim.id: claim for claim in article.claims}
        for claim in article.claims:
            for name in claim.contradicts:
                assert claim.id in claims[name].contradicts

    def test_its_line_keeps_to_the_schema(self, article: GoldArticle):
        validator = jsonschema.Draft202012Validator(json.loads(schema_text()))
        assert [error.message for error in validator.iter_errors(json.loads(line(article)))] == []


def test_the_lines_come_in_without_a_rejected_one_and_go_out_as_the_same_bytes(tmp_path: Path):
    source, target = tmp_path / "gold.jsonl", tmp_path / "out.jsonl"
    write_lines(SET, source)
    with Store.create(tmp_path / "gold.tawsim", resources.codebook()) as store:
        report = import_files(store, [source], author=AUTHOR)
        assert [each.reason for each in report.rejected] == []
        assert (report.added, report.notes) == (len(SET), [])
        exported = export_jsonl(store, target)
        assert exported.losses_path is None
    assert target.read_bytes() == source.read_bytes()


def test_a_surface_that_is_missing_or_stands_twice_is_refused():
    text = "قال سعد وقال عمر."
    for wrong in ("زيد", "قال", {"at": "قال", "after": "أ"}, {"at": "قال", "nth": 3}, ""):
        with pytest.raises(Unresolved):
            find(text, wrong)
    assert find(text, {"at": "قال", "nth": 2}) == find(text, {"at": "قال", "after": "و"})
    assert find(text, {"at": "قال", "before": " سعد"}).start == 0


def test_marks_that_are_not_there_are_refused():
    text = "«نعم» لا"
    whole = (find(text, "«نعم»"),)
    assert surface(text, without_marks(text, whole, "«»")) == "نعم"
    assert surface(text, without_marks(text, whole, "«")) == "نعم»"
    for wrong in ('""', "«”"):
        with pytest.raises(Unresolved):
            without_marks(text, whole, wrong)
