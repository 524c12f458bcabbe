"""What the domain refuses: marks that do not fit their article or codebook, links whose ends do not fit their role."""

from __future__ import annotations

from typing import Any

from app.domain.annotation import ANNOTATION_END, ENTRY_END, STATES, Annotation, Link
from app.domain.article import Article
from app.domain.codebook import ENTITY, Codebook
from app.domain.errors import N_, DomainError, ExactMismatch, LinkError, UnknownLabel
from app.domain.span import check_fragments, surface

ENTITY_ROLE = "entity"
OWN_ROLE = "relation:"
CLAIM_ENTRY = "CLAIM"
"""The label of a register entry that stands for what claims of several articles say. It is nobody and no place: who
asks the register for a name leaves such entries out."""


def check_annotation(annotation: Annotation, article: Article, codebook: Codebook) -> None:
    """Raise ``SpanError``, ``ExactMismatch`` or ``UnknownLabel`` unless the mark fits its article and codebook."""
    if annotation.article != article.id:
        raise DomainError(N_("The mark {id} belongs to another article."), id=annotation.id)
    check_fragments(article.text, annotation.fragments)
    found = surface(article.text, annotation.fragments)
    if found != annotation.exact:
        raise ExactMismatch(
            N_("The mark {id} says “{exact}”, but the text at {start} says “{found}”."),
            id=annotation.id,
            exact=annotation.exact,
            start=annotation.start,
            found=found,
        )
    codebook.label(annotation.kind, annotation.label)
    _check_choices(annotation, codebook)
    if annotation.state not in STATES:
        raise UnknownLabel(N_("The mark {id} has the unknown state {state}."), id=annotation.id, state=annotation.state)


def check_link(link: Link, source_kind: str, target_kind: str | None, codebook: Codebook) -> None:
    """Raise ``LinkError`` unless the codebook's slot for the link's role takes such an end.

    ``source_kind`` is the kind of the annotation that has the slot, ``target_kind`` that of the one that fills it, None
    when a register entry or a literal fills it. Roles that begin with ``relation:`` are a project's own and free.
    """
    if link.role.startswith(OWN_ROLE):
        return
    slot = codebook.kind(source_kind).slot(link.role)
    if slot is None and not (link.role == ENTITY_ROLE and source_kind == ENTITY):
        raise LinkError(N_("A {kind} has no slot {role}."), kind=source_kind, role=link.role)
    if link.source == link.target.value:
        raise LinkError(N_("A mark cannot fill its own slot {role}."), role=link.role)
    if link.target.kind == ANNOTATION_END:
        allowed = slot is not None and target_kind in slot.ends
    elif link.target.kind == ENTRY_END:
        allowed = slot is None or "entry" in slot.ends
    else:
        allowed = slot is not None and link.target.value in slot.literals
    if not allowed:
        raise LinkError(
            N_("The slot {role} of a {kind} cannot be filled by {end}."),
            role=link.role,
            kind=source_kind,
            end=target_kind or link.target.value,
        )


def default_attributes(codebook: Codebook, kind: str, label: str) -> dict[str, Any]:
    """What a new annotation says of itself before anybody has said more: the codebook's defaults, the label's last.
    Of a kind or label that the codebook does not know (any more) there is nothing to say."""
    attributes = codebook.shown_kind(kind).attributes
    values = {attribute.id: attribute.default for attribute in attributes if attribute.default is not None}
    return values | dict(codebook.shown(kind, label).defaults)


def _check_choices(annotation: Annotation, codebook: Codebook) -> None:
    for attribute in codebook.kind(annotation.kind).attributes:
        value = annotation.attributes.get(attribute.id)
        if (
            attribute.type == "choice"
            and value is not None
            and value not in {choice.id for choice in attribute.choices}
        ):
            raise UnknownLabel(
                N_("The mark {id} has {value} for {attribute}, which the codebook does not know: “{exact}”."),
                id=annotation.id,
                exact=annotation.exact[:40],
                value=value,
                attribute=attribute.id,
            )
