"""A figure drawn: stacked bars in the window's fonts and colours, from the side where reading starts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import accumulate
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.ui.contrast import legible
from app.ui.theme import Theme, colour
from app.ui.words import escape, isolated, tr
from app.workbench.progress import Figure

_INKS = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#7A6A00", "#555555")
_MOST, _DAYS, _NAME, _TICKS = 14, 60, 22, 7  # rows and days that are drawn, letters of a name, days that are named
_FEW = 10  # things that are counted one by one along an axis


class Chart(QWidget):
    """Shows one figure at a time; the table that stands beside it has every number."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        import pyqtgraph  # noqa: PLC0415 - brings numpy along, and only the page of charts needs it

        self._draw = pyqtgraph
        self._theme = theme
        pyqtgraph.setConfigOptions(antialias=True)
        self.plot: Any = pyqtgraph.PlotWidget(self, background=colour(theme.raised), enableMenu=False)
        self.plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.plot.setMouseEnabled(x=False, y=False)
        self.plot.hideButtons()
        for each in (self.plot, self.plot.getPlotItem()):  # the sides are chosen here; Qt would mirror them once more
            each.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.legend = QLabel()
        self.legend.setWordWrap(True)
        self.legend.setTextFormat(Qt.TextFormat.RichText)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.plot, 1)
        column.addWidget(self.legend)

    def show_figure(self, figure: Figure) -> None:
        """Draw it: days side by side as they follow each other, anything else one under the other."""
        plot = self.plot.getPlotItem()
        plot.clear()
        names, values = _last_days(figure) if figure.days else (figure.categories[:_MOST], figure.values[:_MOST])
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self._turn_axes(figure.days, rtl, names)
        drawn = len(figure.series[: figure.drawn])
        for number, ink in enumerate(self._inks(drawn)):
            begin = [list(accumulate(row, initial=0.0))[number] for row in values]
            long = [row[number] for row in values]
            places = list(range(len(values)))
            pen = self._draw.mkPen(None)
            if figure.days:
                bars = self._draw.BarGraphItem(x=places, width=0.7, y0=begin, height=long, brush=ink, pen=pen)
            else:
                bars = self._draw.BarGraphItem(y=places, height=0.62, x0=begin, width=long, brush=ink, pen=pen)
            plot.addItem(bars)
        end = max([sum(row[:drawn]) for row in values], default=1.0) or 1.0
        self._number(figure.days, rtl, whole=all(float(each).is_integer() for row in values for each in row), end=end)
        across, along = (0, end * 1.04), (-0.7, max(len(values), 4) - 0.3)
        box = plot.getViewBox()
        box.setRange(xRange=along if figure.days else across, yRange=across if figure.days else along, padding=0)
        self._explain(figure)

    def _turn_axes(self, days: bool, rtl: bool, names: Sequence[str]) -> None:
        """Names and numbers at the side where reading starts, and growing away from it."""
        plot = self.plot.getPlotItem()
        plot.invertX(rtl)
        plot.invertY(not days)
        side, other = ("right", "left") if rtl else ("left", "right")
        plot.showAxis(side)
        plot.hideAxis(other)
        every = -(-len(names) // _TICKS) if days else 1  # named in the middle: the edge has no room for half a date
        ticks = [(place, _short(name)) for place, name in enumerate(names) if place % every == every // 2]
        for name in (side, "bottom"):
            axis = plot.getAxis(name)
            axis.setTickFont(self.font())
            axis.setTextPen(colour(self._theme.text))
            axis.setPen(colour(self._theme.border))
            axis.setStyle(tickLength=0, autoExpandTextSpace=True)
            named = name == ("bottom" if days else side)
            axis.setTicks([ticks] if named else None)
        plot.showGrid(x=not days, y=days, alpha=0.25)
        for name in (side, "bottom"):
            plot.getAxis(name).setZValue(-1)  # behind the bars

    def _number(self, days: bool, rtl: bool, *, whole: bool, end: float) -> None:
        """No halves where few things are counted."""
        axis = self.plot.getPlotItem().getAxis(("right" if rtl else "left") if days else "bottom")
        axis.setTickSpacing(*((1, 1) if whole and end <= _FEW else ()))

    def _inks(self, count: int) -> list[QColor]:
        inks = [_INKS[number % len(_INKS)] for number in range(count)]
        return [QColor.fromRgb(legible(ink, self._theme.raised, 2.0)) for ink in inks]

    def _explain(self, figure: Figure) -> None:
        names = [tr(name) if figure.words else isolated(name) for name in figure.series[: figure.drawn]]
        signs = zip(names, self._inks(len(names)), strict=True)
        parts = [f'<span style="color: {ink.name()}">■</span>&nbsp;{escape(name)}' for name, ink in signs]
        way = "rtl" if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else "ltr"
        self.legend.setText(f'<p dir="{way}">{" &nbsp; ".join(parts)}</p>')
        title = tr(figure.title)
        self.plot.setAccessibleName(title)
        self.plot.setAccessibleDescription(tr("Bars; the table beside them has the same numbers."))


def _last_days(figure: Figure) -> tuple[Sequence[str], Sequence[Sequence[float]]]:
    """The last days of a figure, one after the other as in a calendar, those on which nothing was done among them."""
    rows = dict(zip(figure.categories, figure.values, strict=True))
    last = date.fromisoformat(max(rows))
    first = max(date.fromisoformat(min(rows)), last - timedelta(days=_DAYS - 1))
    days = [(first + timedelta(days=number)).isoformat() for number in range((last - first).days + 1)]
    return days, [rows.get(day, [0.0] * len(figure.series)) for day in days]


def _short(name: str) -> str:
    return name if len(name) <= _NAME else name[: _NAME - 1].rstrip() + "…"
