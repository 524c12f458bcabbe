"""Invented pages: texts full of what breaks offsets, with nested and discontinuous marks, slots and a register."""

from __future__ import annotations

from typing import Any

import regex
from hypothesis import strategies as st

from app import resources
from app.domain.annotation import ANNOTATION_END, DONE, ENTRY_END, Annotation, End, Link, Progress, RegisterEntry
from app.domain.article import Meta, Zone, new_article
from app.domain.codebook import CLAIM, CUE, ENTITY, QUOTE, Kind
from app.domain.span import Fragments, Span, surface
from app.exchange.page import Page
from app.exchange.tawsim_shape import UNSAID

CODEBOOK = resources.codebook()
WHEN = "2026-11-23T09:00:00Z"

_LETTERS = ("قالت", "وزيرة", "عمّان", "مُحَمَّدٌ", "ســـلام", "لا", "ﷺ", "ٱ", "A", "Reuters", "71%", "٪", "\u0600١")
_MARKS = ("\u0640", "\u064b", "\u0651\u064e", "\u0670")
_UNSEEN = ("\u200f", "\u200e", "\u202b", "\u202c", "\u202e", "\u2066", "\u2069", "\u200c", "\u200d", "\ufeff", "\u00ad")
_SPACES = (" ", "\u00a0", "\u2028", "\u2029", "\t", "\n", "\r\n", "\r", "\x0b", "\x85", "\u3000")
_CLUSTERS = ("👍🏽", "👨\u200d👩\u200d👧", "🇯🇴", "𐤀", "e\u0301", "\u1100\u1161", "\u0928\u093f", "\ue000", "\U000f0000")
_POINTS = ("\\", '"', "«", "»", "“", "”", "،", ".", "\x7f", "\x01")
PIECES = (*_LETTERS, *_MARKS, *_UNSEEN, *_SPACES, *_CLUSTERS, *_POINTS)
texts = st.lists(st.sampled_from(PIECES), min_size=1, max_size=40).map("".join).filter(str.strip)
words = st.text(st.sampled_from('ابتA1\u2028\u200f"\\ \n😀'), max_size=6)
maybe_words = st.none() | words
times = st.sampled_from([WHEN, "2026-11-23T10:00:00Z"])
people = st.sampled_from(["a1", "a2", "ليلى"])


def edges_of(text: str) -> list[int]:
    """Every edge between grapheme clusters, the ends of the text included."""
    return [0, *(cluster.end() for cluster in regex.finditer(r"\X", text))]


@st.composite
def fragments(draw: st.DrawFn, text: str, edges: list[int]) -> Fragments:
    most = min(3, len(edges) // 2)
    count = draw(st.integers(1, most))
    chosen = sorted(draw(st.lists(st.sampled_from(edges), min_size=2 * count, max_size=2 * count, unique=True)))
    return tuple(Span(*pair) for pair in zip(chosen[::2], chosen[1::2], strict=True))


def value_of(name: str, kind: Kind) -> st.SearchStrategy[Any]:
    attribute = kind.attribute(name)
    assert attribute is not None, name
    if attribute.type == "choice":
        return st.none() | st.sampled_from([choice.id for choice in attribute.choices])
    if attribute.type == "flag":
        return st.booleans() | (st.none() if name in ("verifiable", "checkworthy") else st.nothing())
    if attribute.type == "verdict":
        return st.fixed_dictionaries(
            {"value": maybe_words, "evidence_urls": st.lists(words, max_size=2), "date": maybe_words, "by": maybe_words}
        )
    return maybe_words


@st.composite
def annotations(draw: st.DrawFn, text: str, edges: list[int], article: str, name: str) -> Annotation:
    kind = CODEBOOK.kind(draw(st.sampled_from([ENTITY, ENTITY, CUE, QUOTE, CLAIM])))
    parts = draw(fragments(text, edges))
    said = draw(st.lists(st.sampled_from(sorted(UNSAID[kind.id])), unique=True))
    attributes = {each: draw(value_of(each, kind)) for each in said}
    if kind.id == QUOTE and draw(st.booleans()):
        attributes["inner"] = [[span.start, span.end] for span in draw(fragments(text, edges))]
    changed = draw(st.booleans())
    return Annotation(
        id=name,
        article=article,
        layer="gold",
        kind=kind.id,
        label=draw(st.sampled_from([label.id for label in kind.labels])),
        fragments=parts,
        exact=surface(text, parts),
        made_at=draw(times),
        made_by=draw(people),
        attributes=attributes,
        origin=draw(st.sampled_from(["manual", "rule", "model:x@1"])),
        confidence=draw(st.none() | st.floats(0, 1)),
        changed_at=draw(times) if changed else None,
        changed_by=draw(people) if changed else None,
    )


@st.composite
def links(draw: st.DrawFn, marks: list[Annotation], entries: list[str], article: str) -> list[Link]:
    """For each slot of each mark some of the ends that it takes."""
    made = []
    for source in marks:
        for slot in CODEBOOK.kind(source.kind).slots:
            ends = [End(ANNOTATION_END, mark.id) for mark in marks if mark.kind in slot.ends and mark is not source]
            ends += [End(ENTRY_END, entry) for entry in entries if "entry" in slot.ends]
            if not ends or not draw(st.booleans()):
                continue
            for end in draw(st.lists(st.sampled_from(ends), max_size=slot.most or 2, unique=True)):
                made.append(Link(f"l{len(made)}", article, "gold", slot.id, source.id, end))
    return made


@st.composite
def pages(draw: st.DrawFn, ref: str | None = None) -> Page:
    text = draw(texts)
    edges = edges_of(text)
    zones = tuple(Zone("body", span) for span in draw(st.just(()) | fragments(text, edges)))
    meta = Meta(draw(maybe_words), draw(maybe_words), draw(maybe_words), draw(st.sampled_from(["{}", '{"a":[1]}'])))
    article = new_article(ref or draw(words.filter(str.strip)), text, title=draw(maybe_words), meta=meta, zones=zones)
    marks = [
        draw(annotations(text, edges, article.id, f"m{at}-{article.ref}")) for at in range(draw(st.integers(0, 6)))
    ]
    register = {
        name: RegisterEntry(name, "PERS", draw(words), tuple(draw(st.lists(words, max_size=2))), draw(maybe_words))
        for name in ("E1", "E2", "E3")
    }
    return Page(
        article=article,
        layer="gold",
        annotations=marks,
        links=draw(links(marks, list(register), article.id)),
        register=register,
        progress=Progress(article.id, "gold", DONE, tuple(sorted(draw(st.sets(people))))),
        codebook=CODEBOOK,
    )
