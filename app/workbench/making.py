"""Edits made from places: plain functions that look at the bench and return what would change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from app.domain.annotation import ACCEPTED, ANNOTATION_END, MANUAL, Annotation, End, Link, Record
from app.domain.codebook import ENTITY, QUOTE, Codebook
from app.domain.edit import Change, Edit
from app.domain.errors import N_, UnknownLabel
from app.domain.ids import new_id
from app.domain.rules import check_annotation, check_link, default_attributes
from app.domain.span import Fragments, Span, surface
from app.domain.text.quotation import inner_of
from app.domain.text.trim import PLAIN, snap, trim
from app.workbench.bench import Workbench


def annotate(
    bench: Workbench,
    kind: str,
    label: str,
    fragments: Fragments,
    attributes: Mapping[str, Any] | None = None,
    *,
    origin: str = MANUAL,
    state: str = ACCEPTED,
) -> Annotation:
    """A new mark on the open article, checked against its text and the codebook; nothing is written yet."""
    assert bench.article is not None
    text = bench.article.text
    label = usable_label(bench.codebook, kind, label)
    filled = default_attributes(bench.codebook, kind, label) | dict(attributes or {})
    annotation = Annotation(
        id=new_id(),
        article=bench.article.id,
        layer=bench.layer,
        kind=kind,
        label=label,
        fragments=fragments,
        exact=surface(text, fragments),
        attributes=_with_inner(text, kind, fragments, filled),
        made_at=bench.stamp().at,
        made_by=bench.author,
        codebook=bench.codebook.version,
        origin=origin,
        state=state,
    )
    check_annotation(annotation, bench.article, bench.codebook)
    return annotation


def usable_label(codebook: Codebook, kind: str, label: str) -> str:
    """The label as new marks may have it: quotes, claims and cues that the codebook calls otherwise take its first.

    ``UnknownLabel`` when the codebook has no such marks, or when an entity's label is retired.
    """
    usable = [each.id for each in codebook.kind(kind).usable]
    if label in usable:
        return label
    if not usable:
        raise UnknownLabel(N_("The codebook {codebook} has no marks of this kind."), codebook=codebook.name)
    if kind == ENTITY:
        codebook.label(kind, label)
        raise UnknownLabel(N_("The label {label} is retired and takes no marks."), label=label)
    return usable[0]


def link(bench: Workbench, role: str, source: Annotation, target: End, target_kind: str | None = None) -> Link:
    """A new link that fills the slot ``role`` of ``source``; refused when the role does not allow its end.

    ``target_kind`` is needed for an annotation that is made in the same edit and so is not among the marks yet.
    """
    made = Link(new_id(), source.article, source.layer, role, source.id, target)
    if target_kind is None and target.kind == ANNOTATION_END:
        end = bench.marks.get(target.value)
        target_kind = end.kind if end else None
    check_link(made, source.kind, target_kind, bench.codebook)
    return made


def tidy(text: str, span: Span, rule: str = PLAIN) -> Span | None:
    """A selection as a mark wants it: on grapheme edges, its ends tidied by its label's rule (``Label.trim``)."""
    return trim(text, snap(text, span), rule)


def changed(bench: Workbench, annotation: Annotation, **values: Any) -> Change:
    """The annotation with other values, stamped with who changed it and when."""
    assert bench.article is not None
    after = replace(annotation, changed_at=bench.stamp().at, changed_by=bench.author, **values)
    if "fragments" in values:
        text = bench.article.text
        attributes = _with_inner(text, after.kind, after.fragments, dict(after.attributes))
        if attributes.get("normalized") is not None:
            attributes["normalized"] = None  # it spoke of the old surface
        after = replace(after, exact=surface(text, after.fragments), attributes=attributes)
    check_annotation(after, bench.article, bench.codebook)
    return Change(annotation, after)


def with_attribute(bench: Workbench, annotation: Annotation, name: str, value: Any) -> Edit:
    """Set one attribute."""
    attributes = {**annotation.attributes, name: value}
    return Edit(N_("Change attribute"), (changed(bench, annotation, attributes=attributes),))


def erasing(bench: Workbench, annotation: Annotation) -> Edit:
    """Erase a mark, and with it every link that it fills or that fills it."""
    links = {each.id: each for each in bench.marks.links_from(annotation.id) + bench.marks.links_to(annotation.id)}
    gone: list[Record] = [*links.values(), annotation]
    return Edit(N_("Erase mark"), tuple(Change(record, None) for record in gone))


def _with_inner(text: str, kind: str, fragments: Fragments, attributes: dict[str, Any]) -> dict[str, Any]:
    """A quote keeps beside its fragments those without its quotation marks."""
    if kind == QUOTE:
        attributes["inner"] = [[span.start, span.end] for span in inner_of(text, fragments)]
    return attributes
