"""The progress page (Alt+P): how far the work has come, at what pace, by whom; each chart with its table."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.domain.errors import N_, TawsimError
from app.exchange.tables import write_csv
from app.store.headway import Headway
from app.ui import settings
from app.ui.charts import Chart
from app.ui.listing import Listing
from app.ui.overlay import Overlay
from app.ui.running import Runner
from app.ui.theme import Theme
from app.ui.words import isolated, said, sentence, tr
from app.workbench.activity import IDLE
from app.workbench.bench import Workbench
from app.workbench.progress import NOBODY, Figure, figures, read_headway

TIMED = "active_time"  # the user's own setting
_TABLE = 190  # pixels that the chart leaves to its table


class ProgressPage(Overlay):
    """Arrows in the list choose a figure, Tab goes to its table; Ctrl+S saves the table as CSV."""

    def __init__(self, bench: Workbench, theme: Theme, parent: QWidget, trouble: Callable[[TawsimError], None]) -> None:
        super().__init__(parent, 1180, 720)
        self._bench, self._trouble = bench, trouble
        self.figures: list[Figure] = []
        self.setAccessibleName(tr("Progress"))
        bench.activity.touch()
        bench.activity.keep()
        self.note = QLabel(tr("Counting …"))
        self.note.setObjectName("heading")
        self.list = Listing(self)
        self.list.setAccessibleName(tr("Figures"))
        self.list.setFixedWidth(240)
        self.list.currentRowChanged.connect(self._show)
        self.chart = Chart(theme, self)
        self.nothing = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self.nothing.setObjectName("faint")
        self.nothing.hide()
        self.table = QTableWidget(self)
        self._dress_table()
        self.timed = QCheckBox(tr("Count active time on this computer"))
        self.timed.setAccessibleName(self.timed.text())
        self.timed.setChecked(bench.activity.on)
        self.timed.clicked.connect(self._switch)
        self.told = QLabel()
        self.told.setObjectName("faint")
        self.told.setWordWrap(True)
        self.save = QPushButton(tr("Save the table as CSV …"))
        self.save.setAccessibleName(self.save.text())
        self.save.setAutoDefault(True)
        self.save.setShortcut("Ctrl+S")
        self.save.clicked.connect(self._choose_csv)
        self._lay_out()
        self._tell_timed()
        self._runner = Runner(bench.worker, lambda *_: None, self._fail, self)
        self._runner.start(read_headway, self._take, bench.store.path)
        self.open(self.list)

    def _dress_table(self) -> None:
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        self.table.setMinimumHeight(_TABLE)

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.addWidget(self.nothing, 1)
        right.addWidget(self.chart, 3)
        right.addWidget(self.table, 2)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self.list)
        middle.addLayout(right, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.timed)
        foot.addWidget(self.told, 1)
        foot.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addWidget(self.note)
        column.addLayout(middle, 1)
        column.addLayout(foot)

    def _fail(self, error: TawsimError) -> None:
        self.note.setText(sentence(error))

    def _take(self, headway: Headway) -> None:
        names = {(each.kind, each.id): said(each.name) for each in self._bench.codebook.labels()}
        own = (self._bench.layer,)
        self.figures = figures(headway, lambda kind, label: names.get((kind, label), label), own)
        text = tr("%n article(s)", headway.articles)
        if headway.binned:
            text = tr("{articles}, and {binned} in the bin").format(articles=text, binned=headway.binned)
        self.note.setText(text if headway.statuses else f"{text} · {tr(NOBODY)}")
        self.list.addItems([tr(each.title) for each in self.figures])
        self.list.setCurrentRow(0)

    def _show(self, number: int) -> None:
        if not 0 <= number < len(self.figures):
            return
        figure = self.figures[number]
        self._show_any(figure)
        head, *rows = _cells(figure)
        self.table.setAccessibleName(tr(figure.title))
        self.table.clear()
        self.table.setColumnCount(len(head))
        self.table.setRowCount(len(rows))
        self.table.setHorizontalHeaderLabels(head)
        for place, row in enumerate(rows):
            for column, cell in enumerate(row):
                item = QTableWidgetItem(isolated(cell) if column == 0 else cell)
                item.setTextAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
                self.table.setItem(place, column, item)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        if rows:
            self.table.setCurrentCell(0, 0)

    def _show_any(self, figure: Figure) -> None:
        """The chart, or what is to be said where there is nothing to draw; the page keeps the keyboard either way."""
        there = bool(figure.categories)
        for each in (self.chart, self.table):
            each.setVisible(there)
        self.nothing.setVisible(not there)
        self.nothing.setText(tr(figure.nothing))
        self.save.setEnabled(there)
        if there:
            self.chart.show_figure(figure)

    def _switch(self, on: bool) -> None:
        self._bench.activity.switch(on)
        settings.write(TIMED, "on" if on else "off")
        self._tell_timed()

    def _tell_timed(self) -> None:
        self.told.setText(
            tr(
                "Counted is the time between two acts that are less than {seconds} seconds apart. It stays in the "
                "project file."
            ).format(seconds=round(IDLE))
            if self._bench.activity.on
            else tr("Nothing is counted. What was counted before stays.")
        )

    def _choose_csv(self) -> None:
        number = self.list.currentRow()
        if not 0 <= number < len(self.figures):
            return
        start = str(self._bench.store.path.with_name(f"{self.figures[number].id}.csv"))
        path, _ = QFileDialog.getSaveFileName(self, self.save.text(), start, tr("Tables (*.csv)"))
        if path:
            self.save_csv(Path(path))

    def save_csv(self, path: Path) -> None:
        """Write the table that is shown."""
        try:
            write_csv(path, _cells(self.figures[self.list.currentRow()]))
        except TawsimError as error:
            return self._trouble(error)
        self._bench.say(N_("The table was written to {path}"), path=path)


def _cells(figure: Figure) -> list[list[str]]:
    """The table in words: its head, then a line for each category, with a sum where there is something to add up."""
    series = [tr(name) if figure.words else name for name in figure.series]
    summed = len(series) > 1 and figure.id != "pace"
    head = [tr(figure.head), *series, *([tr("all")] if summed else [])]
    rows = [
        [name, *map(_number, values), *([_number(sum(values))] if summed else [])]
        for name, values in zip(figure.categories, figure.values, strict=True)
    ]
    return [head, *rows]


def _number(value: float) -> str:
    return f"{value:g}" if abs(value) < 1_000_000 else f"{value:.0f}"
