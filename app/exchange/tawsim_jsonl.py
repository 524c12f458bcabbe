"""``tawsim/1`` JSON Lines: one article with one layer a line. ``LineWriter`` and ``LineReader`` do it for many."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from app.domain.codebook import Codebook
from app.exchange.page import Page
from app.exchange.tawsim_in import LineReader
from app.exchange.tawsim_out import LineWriter

__all__ = ["LineReader", "LineWriter", "line_of", "page_of"]


def line_of(page: Page, include_states: Collection[str] = ()) -> str:
    """The page as one line without its end; only accepted marks unless other states are asked for."""
    return LineWriter(page.codebook, include_states).line(page)


def page_of(line: str | bytes | dict[str, Any], codebook: Codebook) -> Page:
    """The page of one line. ``BadLine`` (a ``TawsimError``) says what is wrong with it."""
    return LineReader(codebook).page(line)
