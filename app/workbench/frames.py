"""Quotes and claims: what a frame's content is here, and the edit that makes it."""

from __future__ import annotations

from app.domain.annotation import ANNOTATION_END, Annotation, End
from app.domain.codebook import CLAIM, QUOTE
from app.domain.edit import Edit, making
from app.domain.errors import N_
from app.domain.span import Span
from app.domain.text.quotation import quoted_at
from app.workbench.bench import Workbench
from app.workbench.making import annotate, link, tidy

SPEAKER, CLAIMER, EXPRESSED_IN = "speaker", "claimer", "expressed_in"
_MIXED_WORDS = 4  # a shorter stretch in marks inside a clause is somebody's words within the journalist's


def quote_content(bench: Workbench) -> tuple[Span, str] | None:
    """The stretch a quote would take here and its type: what is selected, else what the quotation marks enclose.

    A selection that lies within quotation marks without being the whole of them was made on purpose and is taken as
    it is; so is one outside of any.
    """
    if bench.reading is None:
        return None
    text, selection = bench.reading.text, bench.place.selection
    if selection is not None:
        span = tidy(text, selection)
        around = quoted_at(text, span.start) if span else None
        if span and around and span in (around.inner, around.outer):
            span = around.outer
        return (span, _quote_type(bench, span)) if span else None
    quoted = quoted_at(text, bench.place.caret)
    return (quoted.outer, _quote_type(bench, quoted.outer)) if quoted else None


def _quote_type(bench: Workbench, span: Span) -> str:
    assert bench.reading is not None
    quoted = quoted_at(bench.reading.text, span.start)
    if quoted is None or not span.holds(quoted.inner):
        return "indirect"
    words = bench.reading.words_in(span)
    return "mixed" if len(words) < _MIXED_WORDS else "direct"


def making_quote(bench: Workbench, span: Span, label: str) -> Edit:
    """A quote on ``span``, its slots still empty."""
    return making(N_("Mark quote"), annotate(bench, QUOTE, label, (span,)))


def making_claim(bench: Workbench) -> Edit | None:
    """A claim on the selection, else on the quote or the sentence around the caret.

    Inside a quote the claim names the quote and inherits its speaker as claimer.
    """
    if bench.reading is None:
        return None
    quote = next((each for each in bench.marks.at(bench.place.caret) if each.kind == QUOTE), None)
    span = _claim_span(bench, quote)
    if span is None or bench.marks.same(CLAIM, CLAIM, (span,)):
        return None
    holder = quote if quote and quote.extent.holds(span) else None
    speakers = bench.marks.links_from(holder.id, SPEAKER) if holder else []
    attributes = {"modality": "reported" if holder else "asserted"}
    if speakers:
        attributes["claimer_kind"] = "mention" if speakers[0].target.kind == ANNOTATION_END else "entity"
    claim = annotate(bench, CLAIM, CLAIM, (span,), attributes)
    links = [link(bench, CLAIMER, claim, each.target) for each in speakers]
    if holder:
        links.append(link(bench, EXPRESSED_IN, claim, End(ANNOTATION_END, holder.id)))
    return making(N_("Mark claim"), claim, *links)


def _claim_span(bench: Workbench, quote: Annotation | None) -> Span | None:
    assert bench.reading is not None
    text = bench.reading.text
    if bench.place.selection is not None:
        return tidy(text, bench.place.selection)
    if quote is not None:
        inner = quote.attributes.get("inner") or [[quote.start, quote.end]]
        return tidy(text, Span(inner[0][0], inner[-1][1]))
    return tidy(text, bench.reading.sentence(bench.place.caret))
