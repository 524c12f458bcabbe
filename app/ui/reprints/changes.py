"""What changed between two prints of a story: one text, what is gone struck out in it and what is new underlined."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QKeyEvent, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QTextEdit

from app.domain.text.aligning import Stretch, Way
from app.ui.theme import Theme, colour
from app.ui.usual_keys import ENTERS
from app.ui.words import tr

_SIZE = 20
_GAP = 8  # pixels between two paragraphs, in place of blank lines
_BREAK = re.compile(r"[^\S\n]*[\n\r\u2028\u2029]\s*")
_NEXT = "\u2029"  # what QTextCursor takes for a new paragraph


class ChangesView(QTextEdit):
    """Read only. ``first`` brings the first change into sight. Keys that it does not scroll with are its parent's."""

    def __init__(self, theme: Theme, font: QFont) -> None:
        super().__init__()
        self._theme = theme
        reading = QFont(font)
        reading.setPixelSize(_SIZE)
        self.setFont(reading)
        self.document().setDefaultFont(reading)
        self.document().setDocumentMargin(12)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.setAccessibleName(tr("What changed"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._formats = {way: self._format(way) for way in Way}

    def show_changes(self, stretches: Sequence[Stretch], rtl: bool) -> None:
        """The text of the reprint with what of the article is gone in it."""
        self.clear()
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)  # the side where reading begins
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        self.document().setDefaultTextOption(option)
        cursor = QTextCursor(self.document())
        block = QTextBlockFormat()
        block.setLineHeight(118, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        block.setBottomMargin(_GAP)
        cursor.setBlockFormat(block)
        first = None
        cursor.beginEditBlock()
        for stretch in stretches:
            if stretch.way != Way.SAME and first is None:
                first = cursor.position()
            self._put(cursor, stretch)
        cursor.endEditBlock()
        cursor.setPosition(first or 0)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        self.setAccessibleDescription(told(stretches))

    def _put(self, cursor: QTextCursor, stretch: Stretch) -> None:
        """The words in their format, the white space behind them plain: no line is drawn under it."""
        words = stretch.text.rstrip()
        cursor.insertText(_BREAK.sub(_NEXT, words), self._formats[stretch.way])
        cursor.insertText(_BREAK.sub(_NEXT, stretch.text[len(words) :]), self._formats[Way.SAME])

    def _format(self, way: Way) -> QTextCharFormat:
        made = QTextCharFormat()
        theme = self._theme
        made.setForeground(colour(theme.ink))
        if way == Way.NEW:
            made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            made.setUnderlineColor(colour(theme.accent))
            made.setBackground(colour(theme.accent_ground))
        elif way == Way.GONE:
            made.setFontStrikeOut(True)
            made.setForeground(colour(theme.grave))
        elif way == Way.SPELLED:
            made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            made.setUnderlineColor(colour(theme.faint))
        return made

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (*ENTERS, Qt.Key.Key_Escape) or event.text().isalpha():
            return event.ignore()
        super().keyPressEvent(event)


def told(stretches: Sequence[Stretch]) -> str:
    """How much changed, in words."""
    count = {way: sum(len(each.text.split()) for each in stretches if each.way == way) for way in Way}
    if not (count[Way.NEW] or count[Way.GONE] or count[Way.SPELLED]):
        return tr("Nothing changed: the same text, word for word.")
    parts = [tr("%n words gone", count[Way.GONE]), tr("%n words new", count[Way.NEW])]
    return tr("; ").join([*parts, tr("%n words spelled otherwise", count[Way.SPELLED])])
