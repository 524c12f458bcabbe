"""What the window opens for marks: entries, attributes, claims. Their widgets are made when they are asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from app.domain.annotation import Annotation
from app.ui import register_parts

if TYPE_CHECKING:
    from app.ui.window import MainWindow


def mark_parts(window: MainWindow) -> dict[str, Callable[[], object]]:
    """The parts by the names of their actions."""
    return {
        "entity.link": lambda: register_parts.open_entries(window),
        "view.register": lambda: register_parts.open_register(window),
        "mark.attributes": lambda: _attributes(window),
        "claim.sentence": lambda: _sentence(window),
        "claim.same": lambda: _like(window, "same_claim"),
        "claim.contradicts": lambda: _like(window, "contradicts"),
        "claim.verdict": lambda: _verdict(window),
    }


def _focused(window: MainWindow) -> Annotation | None:
    return window.bench.marks.get(window.bench.focus)


def _attributes(window: MainWindow) -> None:
    from app.ui.attributes import AttributePanel  # noqa: PLC0415 - a window is sooner there without its widgets

    if (mark := _focused(window)) is not None:
        AttributePanel(window.bench, mark, window.view, window, window.trouble)


def _sentence(window: MainWindow) -> None:
    from app.ui.sentence_editor import SentenceEditor  # noqa: PLC0415 - see _attributes

    if (claim := _focused(window)) is not None:
        SentenceEditor(window.bench, claim, window.view, window.trouble)


def _like(window: MainWindow, way: str) -> None:
    from app.ui.like_panel import LikePanel  # noqa: PLC0415 - see _attributes

    if (claim := _focused(window)) is not None:
        font = window.view.document().defaultFont()
        LikePanel(window.bench, claim, way, window.theme, font, window, window.trouble)


def _verdict(window: MainWindow) -> None:
    from app.ui.verdict_panel import VerdictPanel  # noqa: PLC0415 - see _attributes

    if (claim := _focused(window)) is not None:
        VerdictPanel(window.bench, claim, window, window.trouble)
