"""Quotes and claims: what a frame's content is here, and the edit that makes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.annotation import ANNOTATION_END, Annotation, End
from app.domain.codebook import CLAIM, QUOTE
from app.domain.edit import Edit, making
from app.domain.errors import N_
from app.domain.span import Fragments, Span
from app.domain.text.folding import fold_key
from app.domain.text.lexicon import reporting_match
from app.domain.text.quotation import quoted_at, quoted_near
from app.workbench.bench import Workbench
from app.workbench.making import annotate, link, tidy, usable_label
from app.workbench.reading import Reading

if TYPE_CHECKING:
    from app.domain.text.clauses import Clause

SPEAKER, CLAIMER, EXPRESSED_IN = "speaker", "claimer", "expressed_in"
_MIXED_WORDS = 4  # a shorter stretch in marks inside a clause is somebody's words within the journalist's
_CLAUSE_WORDS = 12  # how far before a quote its complementiser is looked for


def quote_content(bench: Workbench) -> tuple[Span, str] | None:
    """The stretch a quote would take here and its type: what is selected, else what the quotation marks enclose.

    A selection that lies within quotation marks without being the whole of them was made on purpose and is taken as
    it is; so is one outside of any.
    """
    if bench.reading is None:
        return None
    text, selection = bench.reading.text, bench.place.selection
    if selection is not None:
        span = tidy(text, selection, _rule(bench, QUOTE))
        around = quoted_at(text, span.start) if span else None
        if span and around and span in (around.inner, around.outer, tidy(text, around.inner)):
            span = around.outer
        return (span, _quote_type(bench, span)) if span else None
    quoted = quoted_at(text, bench.place.caret)
    return (quoted.outer, _quote_type(bench, quoted.outer)) if quoted else None


def _quote_type(bench: Workbench, span: Span) -> str:
    """Direct when the marks enclose all that is said, mixed when some of it stands outside of them, else indirect."""
    assert bench.reading is not None
    reading = bench.reading
    inside = [found for found in quoted_near(reading.text, span.start) if span.holds(found.inner)]
    if not inside:
        return "indirect"
    if not any(span in (found.inner, found.outer) for found in inside):
        return "mixed"
    whole = _begins_content(reading, span.start)
    goes_on = reading.text[span.end : reading.sentence(span.start).end].lstrip()[:1].isalnum()
    if whole is None or (whole and goes_on):
        whole = len(reading.words_in(span)) >= _MIXED_WORDS
    return "direct" if whole else "mixed"


def _begins_content(reading: Reading, start: int) -> bool | None:
    """Whether what is said begins at ``start``: behind إن or a colon, and not some words before (إن هناك "..."). None
    where no such word tells."""
    from app.domain.text.clauses import THAT  # noqa: PLC0415 - a window is sooner there without the rules of clauses

    text, sentence, at = reading.text, reading.sentence(start), start
    for _ in range(_CLAUSE_WORDS):
        token = reading.words.before(at)
        if token is None or token.start < sentence.start:
            return at == start or None
        point = text[token.end : at].strip()
        if ":" in point or (at == start and reporting_match(text, token, reading.lexicons)):
            return at == start
        that = THAT.fullmatch(fold_key(text[token.start : token.end]))
        if that:
            return at == start and not that["subject"]
        if point or reporting_match(text, token, reading.lexicons):
            return None
        at = token.start
    return None


def making_claim(bench: Workbench) -> Edit | None:
    """A claim on the selection, else on the quote or the clause around the caret, without the words that report it.

    Inside a quote the claim names the quote and inherits its speaker as claimer.
    """
    if bench.reading is None:
        return None
    quote = next((each for each in bench.marks.at(bench.place.caret) if each.kind == QUOTE), None)
    fragments = _claim_fragments(bench, quote)
    if not fragments or bench.marks.same(CLAIM, CLAIM, fragments):
        return None
    extent = Span(fragments[0].start, fragments[-1].end)
    holder = quote if quote and quote.extent.holds(extent) else None
    speakers = bench.marks.links_from(holder.id, SPEAKER) if holder else []
    reported = holder or (bench.place.selection is None and _is_reported(bench.reading, extent))
    attributes = {"modality": "reported" if reported else "asserted"}
    if speakers:
        attributes["claimer_kind"] = "mention" if speakers[0].target.kind == ANNOTATION_END else "entity"
    claim = annotate(bench, CLAIM, CLAIM, fragments, attributes)
    links = [link(bench, CLAIMER, claim, each.target) for each in speakers]
    if holder:
        links.append(link(bench, EXPRESSED_IN, claim, End(ANNOTATION_END, holder.id)))
    return making(N_("Mark claim"), claim, *links)


def _claim_fragments(bench: Workbench, quote: Annotation | None) -> Fragments:
    """What a claim would take here; of an interrupted quote every fragment, and not the words between."""
    assert bench.reading is not None
    if bench.place.selection is not None:
        spans = [bench.place.selection]
    elif quote is not None:
        spans = [Span(start, end) for start, end in quote.attributes.get("inner") or ()] or list(quote.fragments)
    else:
        spans = [_asserted(bench.reading, bench.place.caret)]
    tidied = (tidy(bench.reading.text, span, _rule(bench, CLAIM)) for span in spans)
    return tuple(span for span in tidied if span)


def _rule(bench: Workbench, kind: str) -> str:
    """How the edges of such a mark are tidied; the labels of quotes and of claims have one rule each."""
    return bench.codebook.label(kind, usable_label(bench.codebook, kind, kind)).trim


def _asserted(reading: Reading, position: int) -> Span:
    """What the clause at ``position`` asserts: what it reports, if it reports, without the marks around all of it."""
    clause = _clause(reading, position)
    if clause is None:
        return reading.sentence(position)
    span = clause.said or clause.span
    return next((each.inner for each in reading.quotes(position) if each.outer == span), span)


def _clause(reading: Reading, position: int) -> Clause | None:
    """The clause at ``position``, inside quotation marks if these enclose more than a word or two within a clause."""
    from app.domain.text.clauses import clause_at  # noqa: PLC0415 - as above

    around = (each.inner for each in reading.quotes_around(position))
    quoted = next((inner for inner in around if len(reading.words_in(inner)) >= _MIXED_WORDS), None)
    return clause_at(reading.clauses(quoted or reading.sentence(position)), position)


def _is_reported(reading: Reading, span: Span) -> bool:
    """Whether ``span`` is what the clause around it reports."""
    from app.domain.text.clauses import clause_at  # noqa: PLC0415 - as above

    clause = clause_at(reading.clauses(reading.sentence(span.start)), span.start)
    return clause is not None and clause.said is not None and clause.said.holds(span)
