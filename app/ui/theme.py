"""Colours of the window: light, dark, sepia, two of high contrast. Each is designed, none is another one inverted."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

from app.domain.codebook import Label
from app.domain.errors import N_
from app.domain.values import frozen
from app.ui.contrast import legible


@frozen
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
