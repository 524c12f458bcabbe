"""Who fills which slot on one page, in the order in which a ``tawsim/1`` line names them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from app.domain.annotation import ANNOTATION_END, ENTRY_END, LITERAL_END, Annotation, Link
from app.domain.errors import N_
from app.domain.rules import ENTITY_ROLE
from app.exchange.losses import Losses
from app.exchange.page import Page
from app.exchange.tawsim_shape import ROLES

LEFT_OUT = N_("link to a mark that is not exported")
NO_ENTRY = N_("link to a register entry that does not exist")
NO_KEY = N_("link to an end that the line has no key for")
ONE_ONLY = N_("further link of a slot that the line has room for one of")


class Slots:
    """The ends of a page's links by source and role. ``kept`` are the page's exported marks in their order.

    ``named`` grows with every register entry that is asked for; ``filled`` are the marks that a link begins at; ``own``
    are the links whose roles the line has no key for: a project's own relations. What cannot be told goes to
    ``losses``.
    """

    def __init__(self, page: Page, kept: Sequence[Annotation], losses: Losses) -> None:
        self.named: set[str] = set()
        self.filled: set[str] = set()
        self.own: list[Link] = []
        self.rank = {each.id: rank for rank, each in enumerate(kept)}
        self._losses = losses
        self._register = page.register
        self._filled: defaultdict[tuple[str, str], dict[str, list[str]]] = defaultdict(dict)
        kinds = {each.id: each.kind for each in kept}
        for link in page.links:
            if link.source in kinds and self._exists(link):
                self.filled.add(link.source)
                self._sort_in(link, kinds[link.source])

    def marks(self, source: str, role: str) -> list[str]:
        """Ids of the marks in the slot, in the order of the line."""
        ids = self._ends(source, role, ANNOTATION_END)
        return sorted(ids, key=self.rank.__getitem__) if len(ids) > 1 else list(ids)

    def entries(self, source: str, role: str) -> list[str]:
        """Ids of the register entries in the slot itself, sorted."""
        ids = sorted(self._ends(source, role, ENTRY_END))
        self.named.update(ids)
        return ids

    def both(self, source: str, role: str) -> list[str]:
        """Marks, then register entries."""
        return self.marks(source, role) + self.entries(source, role)

    def word(self, source: str, role: str, word: str | None) -> str | None:
        """``word``, else the literal that fills the slot. Losing one that differs from the word is told."""
        for literal in self._ends(source, role, LITERAL_END):
            word = literal if word is None else word
            if literal != word:
                self._losses.add(NO_KEY, f"{source}.{role}={literal}")
        return word

    def one(self, source: str, role: str, ids: Sequence[str]) -> str | None:
        """The first of ``ids``; the others are lost."""
        for lost in ids[1:]:
            self._losses.add(ONE_ONLY, f"{source}.{role}={lost}")
        return ids[0] if ids else None

    def entry_of(self, mention: str) -> str | None:
        """The register entry that a mention points to."""
        ends = self._filled.get((mention, ENTITY_ROLE))
        return min(ends[ENTRY_END]) if ends else None

    def entries_of(self, source: str, role: str, mentions: Iterable[str]) -> list[str]:
        """The register entries behind a slot, sorted: those of its mentions and those in the slot itself."""
        behind = {entry for mention in mentions if (entry := self.entry_of(mention)) is not None}
        self.named |= behind
        return sorted(behind.union(self.entries(source, role)))

    def _ends(self, source: str, role: str, kind: str) -> Sequence[str]:
        ends = self._filled.get((source, role))
        return ends.get(kind, ()) if ends else ()

    def _exists(self, link: Link) -> bool:
        if link.target.kind == ANNOTATION_END and link.target.value not in self.rank:
            self._losses.add(LEFT_OUT, link.id)
            return False
        if link.target.kind == ENTRY_END and link.target.value not in self._register:
            self._losses.add(NO_ENTRY, link.id)
            return False
        return True

    def _sort_in(self, link: Link, kind: str) -> None:
        held = ROLES[kind].get(link.role)
        if held is None:
            self.own.append(link)
        elif link.target.kind not in held:
            self._losses.add(NO_KEY, link.id)
        else:
            ends = self._filled[link.source, link.role].setdefault(link.target.kind, [])
            if link.target.value not in ends:
                ends.append(link.target.value)
