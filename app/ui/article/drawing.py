"""What is drawn in one paragraph: marks turned into stretches, lanes and grounds, kept until something changes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtGui import QTextBlock

from app.domain.annotation import REJECTED, Annotation
from app.domain.codebook import QUOTE
from app.domain.span import Span
from app.ui.article.geometry import Stretch, joined, stretches
from app.ui.article.lanes import Placed, Underline, arrange
from app.ui.offsets import Offsets


@dataclass(frozen=True, slots=True)
class Ground:
    """A quote's tinted ground on one line."""

    annotation: Annotation
    stretch: Stretch
    opens: bool
    closes: bool


@dataclass(frozen=True, slots=True)
class ParagraphDrawing:
    """Everything drawn in one paragraph, in the paragraph's own pixels: grounds, and the lanes of every line."""

    grounds: tuple[Ground, ...]
    lanes: tuple[tuple[Placed, ...], ...]
    annotations: dict[str, Annotation]

    @property
    def depth(self) -> int:
        return max((placed.lane + 1 for line in self.lanes for placed in line), default=0)


def paragraph_stretches(
    block: QTextBlock, offsets: Offsets, spans: Iterable[Span], rtl: bool
) -> list[tuple[Span, list[Stretch]]]:
    """The pieces of each span in the paragraph; spans are in code points of the article."""
    layout, text, base = block.layout(), block.text(), block.position()
    return [
        (span, stretches(layout, text, offsets.to_qt(span.start) - base, offsets.to_qt(span.end) - base, rtl))
        for span in spans
    ]


def draw_paragraph(
    block: QTextBlock, offsets: Offsets, annotations: Iterable[Annotation], rtl: bool, gap: float
) -> ParagraphDrawing:
    """Lay the marks of one paragraph out around its text."""
    grounds: list[Ground] = []
    lines: list[list[Underline]] = [[] for _ in range(block.layout().lineCount())]
    shown = {each.id: each for each in annotations if each.state != REJECTED}
    for each in shown.values():
        pieces = paragraph_stretches(block, offsets, each.fragments, rtl)
        if each.kind == QUOTE:
            grounds += [Ground(each, stretch, stretch.first, stretch.last) for _, found in pieces for stretch in found]
        else:
            _underline(each, [stretch for _, found in pieces for stretch in found], lines)
    bounds = [block.layout().lineAt(number) for number in range(len(lines))]
    lanes = tuple(
        tuple(arrange(line, bound.x(), bound.x() + bound.width(), gap))
        for line, bound in zip(lines, bounds, strict=True)
    )
    grounds.sort(key=lambda ground: -ground.annotation.length)
    return ParagraphDrawing(tuple(grounds), lanes, shown)


def _underline(annotation: Annotation, found: list[Stretch], lines: list[list[Underline]]) -> None:
    """One underline a line; the chip hangs where the mark begins, on its first line only."""
    for number in sorted({stretch.line for stretch in found}):
        here = [stretch for stretch in found if stretch.line == number]
        begins = here[0].first and found[0] is here[0]
        lines[number].append(
            Underline(
                annotation.id,
                _from_start(here),
                annotation.length,
                annotation.label.upper() if begins else None,
                all(stretch.forward for stretch in here),
            )
        )


def _from_start(here: list[Stretch]) -> tuple[tuple[float, float], ...]:
    """The joined pieces of one line, the one in which the mark begins at the head: its chip hangs there."""
    start = here[0].left if here[0].forward else here[0].right
    pieces = joined(here)
    pieces.sort(key=lambda piece: not piece[0] - 1 <= start <= piece[1] + 1)
    return tuple(pieces)
