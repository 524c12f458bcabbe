"""One thing said: what is found of who says it, and how."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.span import Fragments, Span
from app.domain.text.quotation import Quoted
from app.suggest.nominals import Speaker

DIRECT, INDIRECT, MIXED = "direct", "indirect", "mixed"
SPEECH, WRITING, THOUGHT = "speech", "writing", "thought"


@dataclass(frozen=True, slots=True)
class Attribution:
    """One thing said: ``content`` with its quotation marks and without the complementiser before it, who says it, and
    the reporting expression. ``cue`` and ``strength`` are None in headlines and where only the marks tell."""

    content: Fragments
    type: str
    cue: Span | None
    strength: str | None
    speaker: Speaker
    medium: str = SPEECH

    @property
    def is_said(self) -> bool:
        """Whether they are somebody's words at all, and not only a name or a term in quotation marks."""
        return self.cue is not None or self.speaker.realization != "none" or self.type == DIRECT

    @property
    def extent(self) -> Span:
        return Span(self.content[0].start, self.content[-1].end)


def outermost_quotes(quotes: list[Quoted]) -> list[Quoted]:
    """The quotations that lie in no other one."""
    return [each for each in quotes if not any(lies_within(each, other) for other in quotes)]


def lies_within(inner: Quoted, outer: Quoted) -> bool:
    """Whether a quotation is part of another one."""
    return inner is not outer and outer.outer.holds(inner.outer) and inner.outer != outer.outer
