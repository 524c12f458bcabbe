"""The style sheet of panes, lists, fields and buttons. The article paints itself."""

from __future__ import annotations

from app import resources
from app.ui.theme import Theme


def sheet(theme: Theme) -> str:
    """The whole style sheet of a theme, in Qt's style language."""
    parts = (_around, _fields, _buttons, _lists, _bars, _words)
    return "".join(part(theme) for part in parts)


def _around(t: Theme) -> str:
    """Panes, menus and what lies over them."""
    return f"""
    QWidget {{ color: {t.text}; }}
    QMainWindow, QDialog, QStatusBar, #pane {{ background: {t.pane}; }}
    QMenuBar {{ background: {t.pane}; padding: 2px 6px; }}
    QMenuBar::item {{ padding: 4px 10px; border-radius: 5px; background: transparent; }}
    QMenuBar::item:selected {{ background: {t.accent_ground}; }}
    QMenu {{ background: {t.raised}; border: 1px solid {t.border}; padding: 5px; }}
    QMenu::item {{ padding: 5px 26px; border-radius: 5px; }}
    QMenu::item:selected {{ background: {t.accent_ground}; }}
    QMenu::item:disabled {{ color: {t.faint}; }}
    QMenu::separator {{ height: 1px; background: {t.border}; margin: 5px 8px; }}
    ArticleView {{ background: {t.page}; color: {t.ink}; border: none; border-top: 2px solid {t.page}; padding: 0; }}
    ArticleView:focus {{ border-top-color: {t.accent}; }}
    QStatusBar {{ border-top: 1px solid {t.border}; }}
    QStatusBar::item {{ border: none; }}
    QSplitter::handle {{ background: {t.border}; }}
    QToolTip {{ background: {t.raised}; color: {t.text}; border: 1px solid {t.border}; padding: 4px; }}
    QScrollArea {{ background: transparent; border: none; }}
    """


def _fields(t: Theme) -> str:
    """What is typed into, ticked, chosen from and drawn along."""
    icons, shade = resources.path("icons").as_posix(), "dark" if t.dark else "light"
    return f"""
    QLineEdit, QComboBox, QPlainTextEdit {{
        background: {t.raised}; border: 1px solid {t.border}; border-radius: 7px; padding: 5px 9px;
        selection-background-color: {t.accent}; selection-color: {t.page};
        placeholder-text-color: {t.faint}; }}
    QLineEdit:focus, QComboBox:focus, QPlainTextEdit:focus, QCheckBox:focus, QPushButton:focus, QToolButton:focus
        {{ border: {t.focus}px solid {t.accent}; }}
    QComboBox QAbstractItemView {{ background: {t.raised}; border: 1px solid {t.border};
        selection-background-color: {t.accent_ground}; selection-color: {t.text}; }}
    QCheckBox {{ border: {t.focus}px solid transparent; border-radius: 6px; padding: 3px; }}
    #pane QComboBox, #pane QPlainTextEdit, #pane KindPage QLineEdit {{ padding: 3px 8px; }}
    QComboBox::drop-down {{ border: none; width: 20px; }}
    QComboBox::down-arrow {{ image: url("{icons}/chevron-{shade}.svg"); width: 10px; height: 10px; }}
    QCheckBox::indicator {{ width: 14px; height: 14px; border: {t.focus - 1}px solid {t.faint}; border-radius: 4px;
        background: {t.raised}; }}
    QCheckBox::indicator:checked {{ background: {t.accent}; border-color: {t.accent};
        image: url("{icons}/tick-{shade}.svg"); }}
    QLineEdit#find {{ padding: 2px 8px; }}
    QSlider {{ border: {t.focus}px solid transparent; border-radius: 8px; padding: 2px 4px; min-height: 20px; }}
    QSlider:focus {{ border: {t.focus}px solid {t.accent}; }}
    QSlider::groove:horizontal {{ background: {t.border}; height: 4px; border-radius: 2px; }}
    QSlider::handle:horizontal {{ background: {t.accent}; width: 14px; height: 14px; margin: -5px 0;
        border-radius: 7px; }}
    """


def _buttons(t: Theme) -> str:
    """Buttons, also those without a border until they are needed."""
    return f"""
    QPushButton, QToolButton {{ background: {t.raised}; border: 1px solid {t.border}; border-radius: 7px;
        padding: 5px 12px; }}
    QPushButton:hover, QToolButton:hover {{ background: {t.accent_ground}; }}
    QStatusBar QPushButton {{ padding: 1px 10px; }}
    QToolButton#legend {{ background: transparent; border-color: transparent; padding: 1px 2px; font-size: 12px; }}
    QToolButton#fold {{ background: transparent; border: {t.focus}px solid transparent; padding: 1px 4px;
        color: {t.faint}; font-weight: 600; }}
    QToolButton#fold:focus {{ border-color: {t.accent}; }}
    QToolButton#legend:hover {{ background: {t.accent_ground}; border-color: {t.border}; }}
    QToolButton#find {{ padding: 2px 6px; font-size: 12px; }}
    QToolButton#find:checked {{ background: {t.accent_ground}; border-color: {t.accent}; color: {t.accent}; }}
    QPushButton:default {{ border-color: {t.accent}; }}
    #catcher {{ background: {t.raised}; border: 2px solid {t.accent}; border-radius: 7px; padding: 5px 9px; }}
    """


def _lists(t: Theme) -> str:
    """Lists, trees and tables."""
    return f"""
    QListView {{ background: transparent; border: 2px solid transparent; border-radius: 8px; outline: none; }}
    QListView:focus {{ border: {t.focus}px solid {t.accent}; }}
    QListView::item {{ padding: 6px 8px; border-radius: 6px; }}
    QListView::item:selected {{ background: {t.accent_ground}; color: {t.text}; }}
    QTreeWidget {{ background: {t.raised}; border: {t.focus}px solid {t.border}; border-radius: 8px; outline: none;
        padding: 2px; }}
    QTreeWidget::item {{ padding: 3px 4px; }}
    QTreeWidget::item:selected {{ background: {t.accent}; color: {t.page}; border-radius: 5px; }}
    QTreeWidget:focus {{ border: {t.focus}px solid {t.accent}; }}
    QTableView {{ background: {t.raised}; border: {t.focus}px solid {t.border}; border-radius: 8px; outline: none; }}
    QTableView:focus {{ border-color: {t.accent}; }}
    QTableView::item {{ padding: 0 7px; border: none; }}
    QTableView::item:selected {{ background: {t.accent_ground}; color: {t.text}; }}
    QHeaderView::section {{ background: {t.pane}; color: {t.faint}; border: none; padding: 4px 8px; }}
    QHeaderView {{ background: {t.pane}; border: none; }}
    """


def _bars(t: Theme) -> str:
    """How far work has come, and where in a list one is."""
    return f"""
    QProgressBar {{ background: {t.raised}; border: 1px solid {t.border}; border-radius: 4px; height: 6px; }}
    QProgressBar::chunk {{ background: {t.accent}; border-radius: 3px; }}
    QScrollBar:vertical {{ background: transparent; width: 11px; margin: 0; }}
    QScrollBar::handle:vertical {{ background: {t.border}; border-radius: 4px; min-height: 30px; margin: 2px; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; }}
    QScrollBar:horizontal {{ background: transparent; height: 11px; }}
    QScrollBar::handle:horizontal {{ background: {t.border}; border-radius: 4px; min-width: 30px; margin: 2px; }}
    """


def _words(t: Theme) -> str:
    """Labels by what they say."""
    return f"""
    #faint {{ color: {t.faint}; }}
    #small {{ color: {t.faint}; font-size: 11px; }}
    #truth {{ font-size: 12px; }}
    #heading {{ color: {t.faint}; font-weight: 600; }}
    #grave {{ color: {t.grave}; }}
    #key {{ color: {t.faint}; background: {t.pane}; border: 1px solid {t.border}; border-radius: 5px; padding: 0 7px; }}
    """
