"""The beginning of a file as it can be read on the screen, whatever the direction of what stands in it."""

from __future__ import annotations

import json
import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.ui.words import tr

_START, _END = "\u2068", "\u2069"
_STRING = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
_PART = re.compile(r'"(?:[^"\\\n]|\\.)*"?|[{}\[\],:]|[^\s"{}\[\],:]+')
_SMALL = re.compile(r"\[\s*\n\s*([^\[\]{}\"]*?)\s*\n\s*\]")  # numbers alone
_HELD = r"[^\s\u2066-\u2069]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]"
_COLUMNS = r"(?: (?:_|-X-|O|[BI]-\S+))*(?=[\t\n]|$)"  # tags that blanks part from their word
_WORD = re.compile(rf"{_HELD}[^\t\n\u2066-\u2069]*?(?={_COLUMNS})")


class FileView(QPlainTextEdit):
    """Laid out from the left, as the file is; every value that holds right-to-left words is isolated on the screen, so
    that keys, tabs and tags keep their places. The file itself has no such signs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        option = QTextOption()
        option.setTextDirection(Qt.LayoutDirection.LeftToRight)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDefaultTextOption(option)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(13)
        self.setFont(font)
        self.setTabChangesFocus(True)
        self.setAccessibleName(tr("The first article as it will be in the file"))

    def show_text(self, text: str, cut: bool) -> None:
        self.setPlainText(readable(text) + ("\n…" if cut else ""))


def readable(text: str) -> str:
    """The text with its lines broken where JSON may be, and right-to-left values isolated."""
    laid_out = _laid_out(text)
    if laid_out is not None:
        return _STRING.sub(lambda found: f'"{_isolated(found[1])}"', laid_out)
    return _WORD.sub(lambda found: _isolated(found[0]), text)


def _isolated(value: str) -> str:
    return f"{_START}{value}{_END}" if _WORD.search(value) else value


def _laid_out(text: str) -> str | None:
    """The first JSON value of the text over several lines, also where it is cut off; None when it is none."""
    try:
        value, _ = json.JSONDecoder().raw_decode(text.lstrip())
    except json.JSONDecodeError:
        if not text.lstrip().startswith('{"'):
            return None
        indented = _indented(text)
    except RecursionError:
        return None
    else:
        if not isinstance(value, dict | list):
            return None
        indented = json.dumps(value, ensure_ascii=False, indent=2)
    return _SMALL.sub(lambda found: f"[{' '.join(found[1].split())}]", indented)


def _indented(text: str) -> str:
    """JSON that ends somewhere in the middle, as ``json.dumps`` would lay out the whole."""
    laid, depth, before = "", 0, ""
    for part in _PART.findall(text):
        depth -= part in ("}", "]")
        empty = before + part in ("{}", "[]")
        if not empty and (part in ("}", "]") or before in ("{", "[", ",")):
            laid += "\n" + "  " * max(depth, 0)
        laid += ": " if part == ":" else part
        depth += part in ("{", "[")
        before = part
    return laid
