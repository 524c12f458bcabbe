"""The queue's rows: nothing is asked in Python for rows that nobody sees."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app import resources
from app.domain.article import new_article
from app.store import Store
from app.ui.queue import QueueModel, QueuePane
from app.workbench.bench import Workbench

COUNT = 3000


def test_a_long_queue_asks_only_for_the_rows_in_sight(qtbot, tmp_path, monkeypatch):
    asked: list[int] = []
    data = QueueModel.data

    def counted(self: QueueModel, index, role=Qt.ItemDataRole.DisplayRole):
        asked.append(index.row())
        return data(self, index, role)

    monkeypatch.setattr(QueueModel, "data", counted)
    with Store.create(tmp_path / "long.tawsim", resources.codebook()) as store:
        store.add_articles(new_article(f"r{number}", f"خبر قصير رقم {number}") for number in range(COUNT))
        bench = Workbench(store, author="sana")
        pane = QueuePane(bench, lambda error: None)
        qtbot.addWidget(pane)
        pane.resize(300, 600)
        pane.show()
        QApplication.processEvents()
        assert pane.model.rowCount() == COUNT
        assert 0 < len(set(asked)) < 60
        assert not pane.model.flags(pane.model.index(0)) & Qt.ItemFlag.ItemIsEditable
        pane.detach()
        bench.close()


def test_qt_counts_the_rows_itself():
    """It does so at every row that it lays out."""
    assert not {"rowCount", "index", "columnCount", "parent"} & set(vars(QueueModel))
