"""What is wanted of the pages that leave, and what came of it. Every format is written by these same words."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from app.domain.annotation import ACCEPTED, Annotation
from app.domain.article import Article
from app.domain.codebook import Codebook
from app.domain.errors import N_
from app.exchange.losses import Losses
from app.exchange.naming import BY_FORMAT, FLAT, Naming
from app.exchange.page import Page
from app.exchange.sinks import Sink

BODY = "body"
"""The zone of what no zone covers."""

NO_NAME = N_("mark whose label has no name in this export")
STATE = N_("state of a mark that is not accepted")
MERGED = N_("label that shares its name with another one in this export")


@dataclass(slots=True)
class Writing:
    """How pages are written, and what came of it.

    Wanted: marks in the state accepted or in one of ``include_states``, of the ``kinds`` (None: of all), of the
    ``labels`` (``(kind, label)``, None: of all), and that begin in one of the ``zones`` (None: anywhere; what no zone
    covers is ``body``). ``names`` and ``style`` say what labels are called, see ``Naming``.
    Told: ``lines`` (one article in one layer each), ``marks``, the marks that were ``left_out`` because they were not
    wanted, and ``losses``: what was wanted and the format cannot hold.
    """

    codebook: Codebook
    include_states: Collection[str] = ()
    kinds: Collection[str] | None = None
    labels: Collection[tuple[str, str]] | None = None
    zones: Collection[str] | None = None
    names: Mapping[str, str] = field(default_factory=dict)
    style: str = BY_FORMAT
    losses: Losses = field(default_factory=Losses)
    lines: int = 0
    marks: int = 0
    left_out: int = 0

    def naming(self, key: str, style: str | None = None) -> Naming:
        """The names of labels in the format that the codebook calls ``key`` under ``exports``."""
        return Naming(self.codebook, key, style or self.style, self.names)

    @property
    def renames(self) -> bool:
        """Whether labels are called otherwise than the format and the codebook call them."""
        return bool(self.names) or self.style == FLAT

    def wanted(self, page: Page, names: Naming) -> Page:
        """The page with the wanted marks that have a name in the export. Counts the others.

        A mark without a name is lost, and so is the name of a label that shares it and the state of a mark that nobody
        has accepted: an export tells no states. Links to what is left out are told by whoever writes the page.
        """
        states = {ACCEPTED, *self.include_states}
        wanted = [each for each in page.annotations if each.state in states]
        if self.kinds is not None or self.labels is not None or self.zones is not None:
            wanted = [each for each in wanted if self._wants(each, page.article)]
        self.left_out += len(page.annotations) - len(wanted)
        plain = names.plain and not self.include_states
        kept = wanted if plain else [each for each in wanted if self._has_name(each, names)]
        return page if len(kept) == len(page.annotations) else replace(page, annotations=kept)

    def _has_name(self, each: Annotation, names: Naming) -> bool:
        if names.name(each.kind, each.label) is None:
            self.losses.add(NO_NAME, each.id)
            return False
        if not names.tells(each.kind, each.label):
            self.losses.add(MERGED, each.id)
        if each.state != ACCEPTED:
            self.losses.add(STATE, each.id)
        return True

    def _wants(self, each: Annotation, article: Article) -> bool:
        if self.kinds is not None and each.kind not in self.kinds:
            return False
        if self.labels is not None and (each.kind, each.label) not in self.labels:
            return False
        return self.zones is None or zone_at(article, each.start) in self.zones


def zone_at(article: Article, position: int) -> str:
    """The name of the first zone around ``position`` (code points), ``body`` where there is none."""
    return next((zone.name for zone in article.zones if zone.span.start <= position < zone.span.end), BODY)


Write = Callable[[Sink, Iterable[Page], Writing], None]
"""Writes pages to a sink one after the other, holding none of them, and fills in what came of it."""
