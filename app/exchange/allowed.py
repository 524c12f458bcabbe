"""What a codebook allows, asked of the domain once and remembered: the thousandth name is not looked up again."""

from __future__ import annotations

from collections.abc import Mapping
from operator import itemgetter
from typing import Any

from app.domain.annotation import Annotation, Link
from app.domain.article import Article
from app.domain.codebook import Codebook
from app.domain.errors import N_, DomainError
from app.domain.rules import check_annotation, check_link
from app.exchange.errors import BadLine
from app.exchange.tawsim_shape import UNSAID, unsaid

_PLAIN = {  # the attributes that stand in a mark's record under their own name
    kind: tuple(name for name in said if name not in ("realization", "claimer_kind", "verdict"))
    for kind, said in UNSAID.items()
}
_VALUES = {kind: itemgetter(*names) for kind, names in _PLAIN.items()}
_REMEMBERED = 5_000  # runs of values; most marks of a dataset say one of a few dozen, claims each their own


class Allowed:
    """The domain's rules under one codebook, as ``BadLine`` sentences that name the mark."""

    def __init__(self, codebook: Codebook) -> None:
        self.codebook = codebook
        self._choices = {
            kind.id: tuple(attribute.id for attribute in kind.attributes if attribute.type == "choice")
            for kind in codebook.kinds
        }
        self._unsaid: dict[tuple[str, str], dict[str, Any]] = {}
        self._said: dict[tuple[object, ...], dict[str, Any]] = {}
        self._marks: set[tuple[str | None, ...]] = set()
        self._links: set[tuple[str | None, ...]] = set()

    def unsaid(self, kind: str, label: str, name: str) -> dict[str, Any]:
        """What the attributes are that such a mark is silent about; refused when the codebook lacks the label.

        ``name`` is the id of the mark that asks.
        """
        try:
            return self._unsaid[kind, label]
        except KeyError:
            pass
        try:
            found = self._unsaid[kind, label] = unsaid(self.codebook, kind, label)
        except DomainError as error:
            raise bad_mark(name, error) from error
        return found

    def said(self, kind: str, label: str, record: Mapping[str, Any]) -> dict[str, Any]:
        """What a mark's record says under the attributes' own names, without nulls and false where silence means the
        same. Refused as ``unsaid`` does."""
        run = (kind, label, *_VALUES[kind](record))
        found = self._said.get(run)
        if found is None:
            silent = self.unsaid(kind, label, record["id"])
            found = {name: value for name in _PLAIN[kind] if (value := record[name]) or value is not silent[name]}
            if len(self._said) < _REMEMBERED:
                self._said[run] = found
        return found.copy()

    def check_mark(self, each: Annotation, article: Article, fits: bool) -> None:
        """Refuse what the domain refuses. ``fits``: the fragments and the surface are known to be right."""
        said = each.attributes
        run = (each.kind, each.label, *[said.get(name) for name in self._choices[each.kind]])
        if fits and run in self._marks:
            return
        try:
            check_annotation(each, article, self.codebook)
        except DomainError as error:
            raise bad_mark(each.id, error) from error
        self._marks.add(run)

    def check_link(self, link: Link, source_kind: str, target_kind: str | None) -> None:
        """Refuse a link whose role does not take such an end; ``target_kind`` is None for what is no annotation."""
        word = link.target.value if target_kind is None else None
        run = (source_kind, link.role, link.target.kind, target_kind, word)
        if run in self._links and link.source != link.target.value:
            return
        try:
            check_link(link, source_kind, target_kind, self.codebook)
        except DomainError as error:
            raise bad_mark(link.source, error) from error
        self._links.add(run)


def bad_mark(name: str, error: DomainError) -> BadLine:
    """The domain's reason, with the id of the mark it is about unless the reason says it."""
    if error.values.get("id") == name:
        return BadLine(error.template, **error.values)
    return BadLine(N_("The mark {id}: {reason}"), id=name, reason=error)
