"""Annotations (the interface says "mark"), links between them, register entries, and progress on an article."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from itertools import accumulate, pairwise
from typing import Any

from app.domain.article import Details
from app.domain.card import Card
from app.domain.span import Fragments, Span
from app.domain.values import frozen

ACCEPTED, SUGGESTED, REJECTED = "accepted", "suggested", "rejected"
STATES = (SUGGESTED, ACCEPTED, REJECTED)
MANUAL, PROPAGATED = "manual", "propagated"

ANNOTATION_END, ENTRY_END, LITERAL_END = "annotation", "entry", "literal"


@frozen
class Annotation:
    """One mark: fragments of an article's text, what they are called, and where the mark comes from.

    ``fragments`` are in code points; ``exact`` is the text at them. ``attributes`` is never changed in place.
    Times are RFC 3339 in UTC; ``changed_at`` and ``changed_by`` are None until the first change.
    """

    id: str
    article: str
    layer: str
    kind: str
    label: str
    fragments: Fragments
    exact: str = field(repr=False)
    made_at: str
    made_by: str
    attributes: Mapping[str, Any] = field(default_factory=dict)
    origin: str = MANUAL
    confidence: float | None = None
    state: str = ACCEPTED
    codebook: int = 1
    changed_at: str | None = None
    changed_by: str | None = None

    def __hash__(self) -> int:
        return hash(self.id)

    @property
    def start(self) -> int:
        return self.fragments[0].start

    @property
    def end(self) -> int:
        return self.fragments[-1].end

    @property
    def extent(self) -> Span:
        """From the first fragment's start to the last one's end, gaps included."""
        return Span(self.start, self.end)

    @property
    def length(self) -> int:
        """How many code points the fragments cover, gaps not included."""
        if len(self.fragments) == 1:  # asked for every mark that is sorted
            return self.fragments[0].end - self.fragments[0].start
        return sum(len(span) for span in self.fragments)

    @property
    def shown(self) -> str:
        """The text at the fragments as people read it, an ellipsis where something between them is left out."""
        if len(self.fragments) == 1:
            return self.exact
        ends = list(accumulate(map(len, self.fragments), initial=0))
        return " … ".join(self.exact[start:end].strip() for start, end in pairwise(ends))

    @property
    def order(self) -> tuple[int, int, str, str]:
        """The dataset's order: first start, longest first, label, id."""
        first = self.fragments[0]
        length = first.end - first.start if len(self.fragments) == 1 else self.length  # asked of every mark there is
        return (first.start, -length, self.label, self.id)

    def covers(self, position: int) -> bool:
        """Whether a fragment holds the code point at ``position``."""
        return any(span.start <= position < span.end for span in self.fragments)


@frozen
class End:
    """What a link points to: an annotation's id, a register entry's id, or a literal word such as ``journalist``."""

    kind: str
    value: str


@frozen
class Link:
    """One filled slot: ``role`` of the annotation ``source`` is ``target``."""

    id: str
    article: str
    layer: str
    role: str
    source: str
    target: End


@frozen
class RegisterEntry:
    """A person, body or place of the project that mentions point to; ``kb_id`` is a Wikidata QID or a local id."""

    id: str
    label: str
    name: str
    aliases: tuple[str, ...] = ()
    kb_id: str | None = None
    note: str | None = None


NEW, IN_PROGRESS, DONE, FLAGGED, EXCLUDED = "new", "in_progress", "done", "flagged", "excluded"
STATUSES = (NEW, IN_PROGRESS, DONE, FLAGGED, EXCLUDED)


@frozen
class Progress:
    """How far one layer has come with one article; ``annotators`` are those who worked on it, sorted.

    A flagged article waits for somebody's word, an excluded one is not part of the gold and is not exported.
    """

    article: str
    layer: str
    status: str = NEW
    annotators: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        return f"{self.article}/{self.layer}"


@frozen
class CodebookVersion:
    """The codebook that a project uses: one record, of which each version is another value. ``source`` is its TOML."""

    version: int
    name: str
    source: str = field(repr=False)

    @property
    def id(self) -> str:
        return "codebook"


Record = Annotation | Link | RegisterEntry | Progress | CodebookVersion | Details | Card
