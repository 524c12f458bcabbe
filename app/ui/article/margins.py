"""How much room there is on both sides of the column of text."""

from __future__ import annotations

from app.domain.article import Article
from app.ui.comfort import WHOLE_WIDTH, Comfort

_LEAST = 28  # pixels
_NAMES = 104  # pixels for the names of zones
_NARROWEST = 420  # pixels of a column beside which names still have room


def side_margins(width: int, comfort: Comfort, article: Article | None, rtl: bool) -> tuple[int, int, int, int]:
    """The view's margins: a column of readable width in the middle of whatever room there is, and on the side where
    lines begin at least as much as the names of zones need, if the article has any."""
    column = comfort.column * comfort.size
    spare = width - column if column != WHOLE_WIDTH else 0
    side = max(spare // 2, _LEAST)
    named = article is not None and bool(article.zones) and width - _NAMES - _LEAST >= _NARROWEST
    start = max(side, _NAMES) if named else side
    end = max(min(side, width - column - start), _LEAST) if start > side else side
    return (end, 0, start, 0) if rtl else (start, 0, end, 0)
