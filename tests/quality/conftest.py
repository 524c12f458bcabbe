"""Articles and marks to check, made by their words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest

from app import resources
from app.domain.annotation import ACCEPTED, ANNOTATION_END, ENTRY_END, Annotation, End, Link, RegisterEntry
from app.domain.article import Article, Zone, new_article
from app.domain.rules import ENTITY_ROLE, default_attributes
from app.domain.span import Span, surface
from app.quality.findings import Finding, findings
from app.workbench.names import known_names
from app.workbench.reading import Reading

WHEN, LAYER = "2026-11-24T06:00:00Z", "sana"
CODEBOOK = resources.codebook()


@dataclass
class Desk:
    """One article under check. ``mark`` and ``tie`` put marks and links on it, ``found`` says what is found."""

    text: str
    zones: tuple[Zone, ...] = ()
    marks: list[Annotation] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    register: dict[str, RegisterEntry] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.article: Article = new_article("a", self.text, zones=self.zones)

    def mark(self, kind: str, label: str, *surfaces: str | Span, state: str = ACCEPTED, **said: Any) -> Annotation:
        spans = tuple(each if isinstance(each, Span) else self.span(each) for each in surfaces)
        attributes = default_attributes(CODEBOOK, kind, label) if label != "GONE" else {}
        made = Annotation(
            f"m{len(self.marks)}", self.article.id, LAYER, kind, label, spans, surface(self.text, spans), WHEN, LAYER,
            attributes | said, state=state,
        )  # fmt: skip
        self.marks.append(made)
        return made

    def span(self, words: str, nth: int = 1) -> Span:
        at = -1
        for _ in range(nth):
            at = self.text.index(words, at + 1)
        return Span(at, at + len(words))

    def tie(self, role: str, source: Annotation, target: Annotation) -> None:
        end = End(ANNOTATION_END, target.id)
        self.links.append(Link(f"l{len(self.links)}", self.article.id, LAYER, role, source.id, end))

    def point(self, mention: Annotation, label: str) -> None:
        entry = RegisterEntry(f"e{len(self.register)}", label, "الاسم")
        self.register[entry.id] = entry
        end = End(ENTRY_END, entry.id)
        self.links.append(Link(f"l{len(self.links)}", self.article.id, LAYER, ENTITY_ROLE, mention.id, end))

    def found(self) -> list[Finding]:
        reading = Reading(self.article, resources.lexicons(), _known())
        return findings(self.article, self.marks, self.links, CODEBOOK, reading, self.register.get)

    def checks(self) -> list[str]:
        return [each.check for each in self.found()]


_names: list[Callable[[str], bool]] = []


def _known() -> Callable[[str], bool]:
    if not _names:
        _names.append(known_names())
    return _names[0]


@pytest.fixture
def desk() -> Callable[..., Desk]:
    return Desk
