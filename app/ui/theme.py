"""Colours of the window: light, dark, sepia, two of high contrast. Each is designed, none is another one inverted."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QPalette

from app import resources
from app.domain.codebook import Label
from app.domain.errors import N_
from app.ui.contrast import legible


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours by the part they play. ``page`` is the article's ground, ``pane`` that of everything around it.

    ``title`` is marked for translation. A label's colour is darkened (lightened, where it is ``dark``) until it has
    the contrast ``least`` with the page. ``weight`` is how much thicker than usual the strokes of marks are, and
    ``focus`` how many pixels the border of what has the keyboard.
    """

    name: str
    title: str
    page: str
    ink: str
    pane: str
    raised: str
    border: str
    text: str
    faint: str
    accent: str
    accent_ground: str
    target: str
    selection: str
    chip_text: str
    quote_alpha: int
    grave: str
    dark: bool = False
    least: float = 3.0
    weight: float = 1.0
    focus: int = 2

    def of(self, label: Label) -> QColor:
        """The label's colour in this theme."""
        return QColor.fromRgb(legible(label.dark if self.dark else label.colour, self.page, self.least))


LIGHT = Theme(
    name="light",
    title=N_("Light"),
    page="#FFFDF8",
    ink="#1B1B1B",
    pane="#F4F3EF",
    raised="#FFFFFF",
    border="#DEDCD4",
    text="#2A2A2A",
    faint="#6A6862",
    accent="#1F5FB0",
    accent_ground="#EAE7DC",
    target="#1F5FB026",
    selection="#1F5FB040",
    chip_text="#FFFFFF",
    quote_alpha=38,
    grave="#B3261E",
)
DARK = Theme(
    name="dark",
    title=N_("Dark"),
    dark=True,
    page="#1C1D20",
    ink="#E9E6DF",
    pane="#222529",
    raised="#1C1E22",
    border="#34383E",
    text="#DAD8D2",
    faint="#9C9A94",
    accent="#7DB2FF",
    accent_ground="#2B303A",
    target="#7DB2FF2E",
    selection="#7DB2FF55",
    chip_text="#15161A",
    quote_alpha=46,
    grave="#FF8A80",
)
SEPIA = Theme(
    name="sepia",
    title=N_("Sepia"),
    page="#F5EBD6",
    ink="#38281A",
    pane="#E9DDC3",
    raised="#F9F2E2",
    border="#CFBF9D",
    text="#3C2C1D",
    faint="#655239",
    accent="#1B5C68",
    accent_ground="#DCCDAB",
    target="#1B5C682B",
    selection="#1B5C6847",
    chip_text="#FFFBF1",
    quote_alpha=44,
    grave="#9A1C12",
    least=4.0,
)
CONTRAST = Theme(
    name="contrast",
    title=N_("High contrast"),
    page="#FFFFFF",
    ink="#000000",
    pane="#FFFFFF",
    raised="#FFFFFF",
    border="#000000",
    text="#000000",
    faint="#2E2E2E",
    accent="#0033A0",
    accent_ground="#FFE169",
    target="#FFD60080",
    selection="#0033A052",
    chip_text="#FFFFFF",
    quote_alpha=34,
    grave="#9B0000",
    least=7.0,
    weight=1.4,
    focus=3,
)
CONTRAST_DARK = Theme(
    name="contrast-dark",
    title=N_("High contrast, dark"),
    page="#000000",
    ink="#FFFFFF",
    pane="#000000",
    raised="#000000",
    border="#FFFFFF",
    text="#FFFFFF",
    faint="#D6D6D6",
    accent="#FFE14D",
    accent_ground="#1F3F8F",
    target="#FFE14D4D",
    selection="#FFE14D5C",
    chip_text="#000000",
    quote_alpha=62,
    grave="#FF9D94",
    dark=True,
    least=9.0,
    weight=1.4,
    focus=3,
)
THEMES = {theme.name: theme for theme in (LIGHT, DARK, SEPIA, CONTRAST, CONTRAST_DARK)}
_ROUND = (LIGHT, DARK, SEPIA, CONTRAST)


def following(theme: Theme) -> Theme:
    """The theme behind ``theme`` on the round that one key makes."""
    return _ROUND[(_ROUND.index(theme) + 1) % len(_ROUND)] if theme in _ROUND else LIGHT


def colour(value: str) -> QColor:
    """``#RRGGBB`` or ``#RRGGBBAA`` (Qt would read the alpha first)."""
    made = QColor(value[:7])
    if len(value) == 9:
        made.setAlpha(int(value[7:], 16))
    return made


def palette(theme: Theme) -> QPalette:
    """What Qt's own widgets draw with."""
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: theme.pane,
        QPalette.ColorRole.WindowText: theme.text,
        QPalette.ColorRole.Base: theme.raised,
        QPalette.ColorRole.AlternateBase: theme.pane,
        QPalette.ColorRole.Text: theme.text,
        QPalette.ColorRole.PlaceholderText: theme.faint,
        QPalette.ColorRole.Button: theme.raised,
        QPalette.ColorRole.ButtonText: theme.text,
        QPalette.ColorRole.ToolTipBase: theme.raised,
        QPalette.ColorRole.ToolTipText: theme.text,
        QPalette.ColorRole.Highlight: theme.accent,
        QPalette.ColorRole.HighlightedText: theme.page,
        QPalette.ColorRole.Link: theme.accent,
        QPalette.ColorRole.Mid: theme.border,
    }
    for role, value in roles.items():
        made.setColor(role, colour(value))
    made.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text, colour(theme.faint))
    made.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText, colour(theme.faint))
    made.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText, colour(theme.faint))
    return made


def sheet(theme: Theme) -> str:
    """The style sheet of panes, lists, fields and buttons. The article paints itself."""
    t = theme
    icons, shade = resources.path("icons").as_posix(), "dark" if theme.dark else "light"
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
    QLineEdit, QComboBox, QPlainTextEdit {{
        background: {t.raised}; border: 1px solid {t.border}; border-radius: 7px; padding: 5px 9px;
        selection-background-color: {t.accent}; selection-color: {t.page};
        placeholder-text-color: {t.faint}; }}
    QLineEdit:focus, QComboBox:focus, QPlainTextEdit:focus, QCheckBox:focus, QPushButton:focus, QToolButton:focus
        {{ border: {t.focus}px solid {t.accent}; }}
    QComboBox QAbstractItemView {{ background: {t.raised}; border: 1px solid {t.border};
        selection-background-color: {t.accent_ground}; selection-color: {t.text}; }}
    QCheckBox {{ border: {t.focus}px solid transparent; border-radius: 6px; padding: 3px; }}
    QListView {{ background: transparent; border: 2px solid transparent; border-radius: 8px; outline: none; }}
    QListView:focus {{ border: {t.focus}px solid {t.accent}; }}
    QListView::item {{ padding: 6px 8px; border-radius: 6px; }}
    QListView::item:selected {{ background: {t.accent_ground}; color: {t.text}; }}
    QPushButton, QToolButton {{ background: {t.raised}; border: 1px solid {t.border}; border-radius: 7px;
        padding: 5px 12px; }}
    QPushButton:hover, QToolButton:hover {{ background: {t.accent_ground}; }}
    QStatusBar QPushButton {{ padding: 1px 10px; }}
    QToolButton#legend {{ background: transparent; border-color: transparent; padding: 1px 2px; font-size: 12px; }}
    #pane QComboBox, #pane QPlainTextEdit, #pane KindPage QLineEdit {{ padding: 3px 8px; }}
    QToolButton#fold {{ background: transparent; border: {t.focus}px solid transparent; padding: 1px 4px;
        color: {t.faint}; font-weight: 600; }}
    QToolButton#fold:focus {{ border-color: {t.accent}; }}
    QToolButton#legend:hover {{ background: {t.accent_ground}; border-color: {t.border}; }}
    QComboBox::drop-down {{ border: none; width: 20px; }}
    QComboBox::down-arrow {{ image: url("{icons}/chevron-{shade}.svg"); width: 10px; height: 10px; }}
    QCheckBox::indicator {{ width: 14px; height: 14px; border: {t.focus - 1}px solid {t.faint}; border-radius: 4px;
        background: {t.raised}; }}
    QCheckBox::indicator:checked {{ background: {t.accent}; border-color: {t.accent};
        image: url("{icons}/tick-{shade}.svg"); }}
    QToolButton#find {{ padding: 2px 6px; font-size: 12px; }}
    QToolButton#find:checked {{ background: {t.accent_ground}; border-color: {t.accent}; color: {t.accent}; }}
    QLineEdit#find {{ padding: 2px 8px; }}
    QPushButton:default {{ border-color: {t.accent}; }}
    QSlider {{ border: {t.focus}px solid transparent; border-radius: 8px; padding: 2px 4px; min-height: 20px; }}
    QSlider:focus {{ border: {t.focus}px solid {t.accent}; }}
    QSlider::groove:horizontal {{ background: {t.border}; height: 4px; border-radius: 2px; }}
    QSlider::handle:horizontal {{ background: {t.accent}; width: 14px; height: 14px; margin: -5px 0;
        border-radius: 7px; }}
    QToolTip {{ background: {t.raised}; color: {t.text}; border: 1px solid {t.border}; padding: 4px; }}
    QProgressBar {{ background: {t.raised}; border: 1px solid {t.border}; border-radius: 4px; height: 6px; }}
    QProgressBar::chunk {{ background: {t.accent}; border-radius: 3px; }}
    QScrollBar:vertical {{ background: transparent; width: 11px; margin: 0; }}
    QScrollBar::handle:vertical {{ background: {t.border}; border-radius: 4px; min-height: 30px; margin: 2px; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; }}
    QScrollBar:horizontal {{ background: transparent; height: 11px; }}
    QScrollBar::handle:horizontal {{ background: {t.border}; border-radius: 4px; min-width: 30px; margin: 2px; }}
    QScrollArea {{ background: transparent; border: none; }}
    #overlay {{ background: {t.pane}; border: 1px solid {t.border}; border-radius: 12px; }}
    QTreeWidget {{ background: {t.raised}; border: {t.focus}px solid {t.border}; border-radius: 8px; outline: none;
        padding: 2px; }}
    QTreeWidget::item {{ padding: 3px 4px; }}
    QTreeWidget::item:selected {{ background: {t.accent}; color: {t.page}; border-radius: 5px; }}
    QTreeWidget:focus {{ border: {t.focus}px solid {t.accent}; }}
    QTableView {{ background: {t.raised}; border: {t.focus}px solid {t.border}; border-radius: 8px; outline: none; }}
    QTableView:focus {{ border-color: {t.accent}; }}
    QTableView::item {{ padding: 0 7px; border: none; }}
    QTableView::item:selected {{ background: {t.accent_ground}; color: {t.text}; }}
    #catcher {{ background: {t.raised}; border: 2px solid {t.accent}; border-radius: 7px; padding: 5px 9px; }}
    QHeaderView::section {{ background: {t.pane}; color: {t.faint}; border: none; padding: 4px 8px; }}
    QHeaderView {{ background: {t.pane}; border: none; }}
    #faint {{ color: {t.faint}; }}
    #small {{ color: {t.faint}; font-size: 11px; }}
    #truth {{ font-size: 12px; }}
    #heading {{ color: {t.faint}; font-weight: 600; }}
    #grave {{ color: {t.grave}; }}
    #key {{ color: {t.faint}; background: {t.pane}; border: 1px solid {t.border}; border-radius: 5px; padding: 0 7px; }}
    """
