"""Words of the interface: translated when they are shown, with Qt's own catalogues."""

from __future__ import annotations

from functools import cache
from pathlib import PurePath
from unicodedata import bidirectional

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, Qt, QTranslator

from app import resources
from app.domain.article import main_direction
from app.domain.codebook import Words
from app.domain.errors import TawsimError
from app.workbench.actions import Action

LANGUAGES = ("ar", "en")
_MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;"})
_TURNING = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))  # bidi controls
_FIRST_STRONG, _RIGHT_TO_LEFT = "\u2068", "\u2067"  # what opens an isolate
_STRONG = ("L", "R", "AL")
_installed: list[QTranslator] = []
_language = "ar"


def tr(text: str, n: int = -1) -> str:
    """``text`` in the interface language; ``n`` chooses the plural form and fills ``%n``."""
    return QCoreApplication.translate("", text, None, n)


def in_arabic(text: str) -> str:
    """``text`` in Arabic whatever the interface speaks, for finding things by either name."""
    return _arabic().translate("", text) or text


@cache
def _arabic() -> QTranslator:
    catalogue = QTranslator()
    path = resources.compiled_translation("ar")
    if path is not None:
        catalogue.load(str(path))
    return catalogue


def language() -> str:
    """``ar`` or ``en``."""
    return _language


def direction() -> Qt.LayoutDirection:
    return Qt.LayoutDirection.RightToLeft if _language == "ar" else Qt.LayoutDirection.LeftToRight


def speak(new: str) -> None:
    """Change the interface language: our catalogue, Qt's own, and the locale of numbers."""
    global _language
    _language = new if new in LANGUAGES else "ar"
    while _installed:
        QCoreApplication.removeTranslator(_installed.pop())
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    _install(f"{folder}/qtbase_{_language}.qm")
    ours = resources.compiled_translation(_language)
    if ours is not None:
        _install(str(ours))
    QLocale.setDefault(QLocale(_language))


def _install(path: str) -> None:
    translator = QTranslator()
    if translator.load(path) and QCoreApplication.installTranslator(translator):
        _installed.append(translator)


def title_of(action: Action) -> str:
    """An action's name in the interface language."""
    return said(action.words) if action.words else tr(action.title)


def said(words: Words) -> str:
    """The codebook's words in the interface language."""
    return words.get(_language)


def sentence(error: TawsimError) -> str:
    """An error's sentence in the interface language."""
    return error.sentence(tr)


def apart(error: TawsimError) -> str:
    """The same, its words from the project kept from turning the sentence, and the sentence from turning them."""
    free = (str, PurePath)

    def told(value: object) -> object:
        if isinstance(value, TawsimError):
            return apart(value)
        return isolated(str(value)) if isinstance(value, free) else value

    values = {name: told(each) for name, each in error.values.items()}
    return tr(error.template).format(**values)


def isolated(text: str) -> str:
    """Words of an article inside words of the interface: neither can turn the direction of the other.

    Arabic words that open with a Latin name (Apple تعلن …) run right to left all the same: most letters decide.
    """
    opening = _RIGHT_TO_LEFT if _opens_with_latin(text) and main_direction(text) == "rtl" else _FIRST_STRONG
    return f"{opening}{text.translate(_TURNING)}\u2069"


def _opens_with_latin(text: str) -> bool:
    """Whether the first letter with a direction of its own runs left to right, and others may not."""
    strong = () if text.isascii() else (kind for kind in map(bidirectional, text) if kind in _STRONG)
    return next(iter(strong), "") == "L"


def escape(text: str) -> str:
    """Text in which nothing is markup. (Python's ``html`` has the same, and brings every entity of HTML along.)"""
    return text.translate(_MARKUP)


def plain(text: str) -> str:
    """For a tool tip: text that Qt does not take for HTML, whatever an article or a file's name holds."""
    return f"<span>{escape(text)}</span>" if text else ""


def key_text(key: str) -> str:
    """A key as the analyst reads it: arrows as arrows, kept in left-to-right order inside Arabic text."""
    shown = key
    for name, sign in _SIGNS.items():
        shown = "+".join(sign if part == name else part for part in shown.split("+")) if shown != "+" else shown
    return f"\u2066{shown}\u2069"


_SIGNS = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓", "Return": "Enter", "Del": "Delete", "PgDown": "PgDn"}
