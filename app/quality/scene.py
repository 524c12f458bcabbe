"""The marks and links of one article and layer, as the checks look at them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property

from app.domain.annotation import ACCEPTED, ANNOTATION_END, ENTRY_END, REJECTED, Annotation, Link, RegisterEntry
from app.domain.article import Article
from app.domain.codebook import Codebook
from app.domain.rules import ENTITY_ROLE


def nobody(entry: str) -> RegisterEntry | None:
    """No register: for callers without one."""
    return None


class Scene:
    """Marks by id and links by their two ends. ``entry`` finds an entry of the register by its id."""

    def __init__(
        self,
        article: Article,
        annotations: Iterable[Annotation],
        links: Iterable[Link],
        codebook: Codebook,
        entry: Callable[[str], RegisterEntry | None] = nobody,
    ) -> None:
        self.article, self.codebook, self.entry = article, codebook, entry
        self.marks = {each.id: each for each in annotations}
        self.accepted = [each for each in self.marks.values() if each.state == ACCEPTED]
        self.links = list(links)
        self._of: dict[str, list[Link]] = {}
        for link in self.links:
            self._of.setdefault(link.source, []).append(link)

    def links_from(self, annotation: str, role: str | None = None) -> list[Link]:
        """The links that fill slots of the mark, of one role or of all; those to rejected marks count for nothing."""
        found = [each for each in self._of.get(annotation, ()) if role in (None, each.role)]
        return [each for each in found if self._stands(each)]

    def ends(self, annotation: str, role: str) -> list[Annotation]:
        """The marks that fill the slot."""
        ends = (self.marks.get(each.target.value) for each in self.links_from(annotation, role))
        return [end for end in ends if end is not None]

    def entries(self, annotation: str, role: str = ENTITY_ROLE) -> list[str]:
        """Ids of the register entries that the mark points to, or that fill its slot ``role``."""
        return [each.target.value for each in self.links_from(annotation, role) if each.target.kind == ENTRY_END]

    @cached_property
    def cues_in_use(self) -> frozenset[str]:
        return frozenset(link.target.value for link in self.links if link.role == "cue")

    def _stands(self, link: Link) -> bool:
        end = self.marks.get(link.target.value)
        return link.target.kind != ANNOTATION_END or (end is not None and end.state != REJECTED)
