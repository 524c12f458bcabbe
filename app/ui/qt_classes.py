"""Qt's classes that no window needs and its pages do, made in the window's own thread.

PySide6 makes a class, with the enums in it, when it is first asked for. Where another thread asks while the window
paints, the process ends now and then by a segmentation fault (PySide6 6.11: in one of twelve tries that made all
classes; to derive from classes that are there is safe). So whoever imports pages in a thread has these made first.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

LATER = {
    "PySide6.QtCore": ("QAbstractTableModel", "QEasingCurve", "QMimeData", "QStandardPaths"),
    "PySide6.QtGui": (
        "QAccessible",
        "QAccessibleAnnouncementEvent",
        "QGlyphRun",
        "QLinearGradient",
        "QTextCharFormat",
    ),
    "PySide6.QtWidgets": (
        "QButtonGroup",
        "QCheckBox",
        "QComboBox",
        "QFileDialog",
        "QFormLayout",
        "QGridLayout",
        "QHBoxLayout",
        "QHeaderView",
        "QInputDialog",
        "QMessageBox",
        "QSlider",
        "QStackedLayout",
        "QStackedWidget",
        "QStyle",
        "QTableView",
        "QTableWidget",
        "QTableWidgetItem",
        "QTreeWidget",
        "QTreeWidgetItem",
    ),
}


def make_classes() -> Iterator[None]:
    """Make them one by one; to be called in the window's thread, which has its turn between two of them."""
    for module, names in LATER.items():
        for name in names:
            getattr(import_module(module), name)
            yield
