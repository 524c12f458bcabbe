"""The key sheet (F1): every action with its keys on both layouts, as the table of actions has them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.ui import captions
from app.ui.commands import Commands
from app.ui.overlay import Overlay
from app.ui.words import key_text, title_of, tr
from app.workbench.actions import Menu


class KeySheet(Overlay):
    """Two columns of groups. Closes with Esc or F1."""

    def __init__(self, commands: Commands, parent: QWidget) -> None:
        super().__init__(parent, 1100, 720)
        self.setAccessibleName(tr("Keys"))
        column = QVBoxLayout(self)
        intro = captions.faint(tr("The key on a Latin layout, then the letter on the same key of an Arabic one."))
        column.addWidget(intro)
        halves = QHBoxLayout()
        column.addLayout(halves)
        menus = list(Menu)
        trees = [_tree(commands, half) for half in (menus[:3], menus[3:])]
        for tree in trees:
            halves.addWidget(tree)
        self.open(trees[0])


def _tree(commands: Commands, menus: list[Menu]) -> QTreeWidget:
    tree = QTreeWidget()
    tree.setColumnCount(2)
    tree.setHeaderHidden(True)
    tree.setRootIsDecorated(False)
    tree.setIndentation(10)
    tree.setUniformRowHeights(True)
    tree.setAccessibleName(tr("Keys"))
    for menu in menus:
        head = QTreeWidgetItem([tr(menu.value), ""])
        font = head.font(0)
        font.setBold(True)
        head.setFont(0, font)
        tree.addTopLevelItem(head)
        for action in commands.actions.values():
            if action.menu is menu and commands.keys(action):
                keys = "  ".join(dict.fromkeys(key_text(key) for key in commands.keys(action)))
                head.addChild(QTreeWidgetItem([title_of(action), keys]))
        head.setExpanded(True)
    tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
    tree.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return tree
