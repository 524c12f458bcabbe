"""The strip under the article: every label with its colour, pattern and key. It is a legend that can be pressed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QToolButton, QWidget

from app.domain.codebook import CLAIM, CUE, ENTITY, QUOTE, Codebook, Label
from app.ui.article.brushes import bar, ends, underline
from app.ui.commands import Commands
from app.ui.flow import FlowLayout
from app.ui.theme import Theme
from app.ui.words import language, plain, said, tr
from app.workbench.keys import KeyTable


class LabelStrip(QWidget):
    """Buttons for quote, claim and every label that has a key, in the codebook's order."""

    def __init__(self, codebook: Codebook, theme: Theme, commands: Commands, run: Callable[[str], None]) -> None:
        super().__init__()
        self.setObjectName("pane")
        self.setAccessibleName(tr("Labels"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._buttons: list[tuple[QToolButton, Label, str]] = []
        self._commands = commands
        flow = FlowLayout(self, spacing=5, margin=8)
        for label, action in _entries(codebook):
            button = QToolButton()
            name = said(label.name) if label.kind == ENTITY else said(codebook.kind(label.kind).name)
            button.setToolTip(plain(said(label.definition)))
            button.setAccessibleName(name)
            button.setAccessibleDescription(label.definition.get(language()))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setIconSize(QSize(16, 10))
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setObjectName("legend")
            button.clicked.connect(lambda _checked=False, action=action: run(action))
            flow.addWidget(button)
            self._buttons.append((button, label, action))
        self.set_theme(theme)
        self._show_keys(commands.table)
        commands.rebound.listen(self._show_keys)

    def set_theme(self, theme: Theme) -> None:
        for button, label, _action in self._buttons:
            button.setIcon(swatch(label, theme, self.devicePixelRatioF()))

    def _show_keys(self, _news: KeyTable) -> None:
        for button, _label, action in self._buttons:
            button.setText(f"{button.accessibleName()}  {self._commands.shown(action)}".rstrip())


def _entries(codebook: Codebook) -> list[tuple[Label, str]]:
    """What stands on the strip: a label to show, and the action it runs."""
    entries = [(label, f"label.{label.id}") for label in codebook.labels() if label.key and not label.retired]
    entries.sort(key=lambda entry: (entry[0].kind != ENTITY, not entry[0].lite))
    frames = [(QUOTE, "quote.mark"), (CLAIM, "claim.mark")]
    heads = [(usable[0], action) for kind, action in frames if (usable := codebook.kind(kind).usable)]
    return heads + entries


def swatch(label: Label, theme: Theme, ratio: float) -> QIcon:
    """A short piece of what the label looks like in the article, told apart by its shape as there."""
    picture = QPixmap(round(16 * ratio), round(10 * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink = theme.of(label)
    if label.kind == QUOTE:
        tint = QColor(ink)
        tint.setAlpha(2 * theme.quote_alpha)
        painter.setPen(Qt.PenStyle.NoPen)  # not fillRect: Python makes the many names of QGradient for it
        painter.setBrush(tint)
        painter.drawRect(QRectF(1, 0, 14, 10))
        for x in (1.0, 15.0):
            bar(painter, x, 0, 10, label.pattern, ink, 2.0)
    else:
        width = 1.4 if "dash" in label.pattern else 2.6  # so fine that the whole of the pattern has room
        underline(painter, 0, 16, 5.5, label.pattern, ink, width)
        if label.kind == CUE:
            ends(painter, 0, 16, 4.5, ink, 2.0)
    painter.end()
    return QIcon(picture)
