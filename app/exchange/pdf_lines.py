"""The lines of a PDF page with their places, and lines joined into paragraphs; pypdfium2 finds the letters.

PDFium brings letters of right-to-left lines into reading order by itself. What it leaves to do: a sign that stands for
several letters (لا) comes with them turned round, and a bracket behind Latin letters comes as an opening one.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from ctypes import byref, c_double
from dataclasses import dataclass
from itertools import pairwise, takewhile
from statistics import median
from typing import TYPE_CHECKING

from app.exchange.pdf_signs import latin_words_read, lines_apart

if TYPE_CHECKING:
    from pypdfium2 import PdfTextPage

_UNKNOWN = frozenset("\0\ufffe\uffff\ufffd")
_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]")
_BRACKET = re.compile("([(\\[])([A-Za-z0-9][^()\\[\\]\u0600-\u06ff]*?) \\1(?=[\u0600-\u06ff])")
_CLOSING = {"(": ")", "[": "]"}
_SENTENCE_END = (".", "؟", "!", ":", "»", '"', "”", "…")
_NUMBERS = re.compile(r"\d+")
_EDGE_LINES = 2  # lines at the top and at the bottom of a page that may be its header and footer
_LOOSE = 1.45  # times the usual distance of lines: a new paragraph
_SHORT = 0.12  # of the width of the page's text: a line that ends so early ends its paragraph


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its signs in reading order (a sign may be several letters), and where it stands, in points.

    ``places`` says where the middle of each sign is; that of a space means nothing.
    """

    signs: tuple[str, ...]
    left: float
    right: float
    base: float
    size: float
    places: tuple[float, ...] = ()

    @property
    def text(self) -> str:
        return _BRACKET.sub(lambda found: found[1] + found[2] + _CLOSING[found[1]] + " ", "".join(self.signs)).strip()


def lines_of(page: PdfTextPage) -> list[Line]:
    """The lines of a page as PDFium parts them, without blank ones."""
    found: list[Line] = []
    signs: list[_Sign] = []
    for sign in _signs(page):
        if sign.text in "\r\n":
            found += _lines(signs)
            signs = []
        else:
            signs.append(sign)
    return found + _lines(signs)


@dataclass(slots=True)
class _Sign:
    text: str
    box: tuple[float, float, float, float]
    base: float
    size: float

    def is_at(self, box: tuple[float, float, float, float]) -> bool:
        return self.box == box and box[0] < box[1]


def _signs(page: PdfTextPage) -> list[_Sign]:
    import pypdfium2.raw as pdfium  # noqa: PLC0415 - with pypdfium2, which only PDF files need

    left, right, bottom, top = c_double(), c_double(), c_double(), c_double()
    across, base = c_double(), c_double()
    signs: list[_Sign] = []
    for at in range(page.count_chars()):
        letter = chr(pdfium.FPDFText_GetUnicode(page, at))
        if "\ud800" <= letter <= "\udfff":
            letter = "\ufffd"  # half of a rare character
        pdfium.FPDFText_GetCharBox(page, at, byref(left), byref(right), byref(bottom), byref(top))
        box = (left.value, right.value, bottom.value, top.value)
        if signs and signs[-1].is_at(box) and _ARABIC.match(letter) and _ARABIC.match(signs[-1].text):
            signs[-1].text = letter + signs[-1].text
        else:
            pdfium.FPDFText_GetCharOrigin(page, at, byref(across), byref(base))
            signs.append(_Sign(letter, box, base.value, pdfium.FPDFText_GetFontSize(page, at)))
    return signs


def _lines(signs: Sequence[_Sign]) -> list[Line]:
    """The lines that PDFium has as one: mostly that one."""
    blank = [sign.text.isspace() or unicodedata.combining(sign.text[0]) > 0 for sign in signs]
    heights = [0.0 if no else sign.box[3] - sign.box[2] for sign, no in zip(signs, blank, strict=True)]
    parts = lines_apart([sign.base for sign in signs], heights)
    return [line for part in parts for line in _line([signs[at] for at in part])]


def _line(signs: Sequence[_Sign]) -> list[Line]:
    inked = [sign for sign in signs if not sign.text.isspace() and sign.box[0] < sign.box[1]]
    if not any(sign.text.strip() for sign in signs):
        return []
    boxes = [sign.box for sign in inked] or [(0.0, 0.0, 0.0, 0.0)]
    middles = [(sign.box[0] + sign.box[1]) / 2 for sign in signs]
    order = latin_words_read([sign.text for sign in signs], middles)
    return [
        Line(
            tuple(signs[at].text for at in order),
            min(box[0] for box in boxes),
            max(box[1] for box in boxes),
            median(sign.base for sign in inked) if inked else 0.0,
            median(sign.size for sign in inked) if inked else 0.0,
            tuple(middles[at] for at in order),
        )
    ]


def unknown_share(pages: Sequence[Sequence[Line]]) -> float:
    """How much of the text is signs of which the file does not say what letters they are."""
    text = "".join(sign for page in pages for line in page for sign in line.signs if not sign.isspace())
    odd = sum(letter in _UNKNOWN or letter < " " or "\ue000" <= letter <= "\uf8ff" for letter in text)
    return odd / max(1, len(text))


def without_running_heads(pages: Sequence[list[Line]]) -> tuple[list[list[Line]], int]:
    """The pages without what stands at the top or bottom of most of them, numbers aside; how many lines that were."""
    edges = [_edges(page) for page in pages]
    seen = Counter(
        key
        for page, sides in zip(pages, edges, strict=True)
        for key in {_key(page, at) for side in sides for at in side}
    )
    often = {key for key, count in seen.items() if count >= max(2, 0.6 * len(pages))}
    kept: list[list[Line]] = []
    for page, sides in zip(pages, edges, strict=True):
        heads = {at for side in sides for at in takewhile(lambda at: _key(page, at) in often, side)}  # noqa: B023
        kept.append([line for at, line in enumerate(page) if at not in heads])
    return kept, sum(map(len, pages)) - sum(map(len, kept))


def _edges(page: Sequence[Line]) -> tuple[list[int], list[int]]:
    """The numbers of the lowest lines and of the highest, the outer ones first."""
    order = sorted(range(len(page)), key=lambda at: page[at].base)
    return order[:_EDGE_LINES], order[: -_EDGE_LINES - 1 : -1]


def _key(page: Sequence[Line], at: int) -> tuple[str, int]:
    return _NUMBERS.sub("#", page[at].text), round(page[at].base / 4)


def paragraphs(pages: Sequence[Sequence[Line]], texts: Sequence[Sequence[str]]) -> str:
    """The texts of the lines joined: with a space within a paragraph, with a line break between two."""
    parts: list[str] = []
    before: Line | None = None
    for page, said in zip(pages, texts, strict=True):
        pitch = _pitch(page)
        left, right = min((line.left for line in page), default=0.0), max((line.right for line in page), default=0.0)
        for number, (line, text) in enumerate(zip(page, said, strict=True)):
            if before is not None:
                same_page = number > 0
                new = _is_new(before, line, parts[-1], pitch if same_page else None, left, right)
                parts.append("\n" if new else "" if parts[-1].endswith("-") else " ")
            parts.append(text)
            before = line
    return "".join(parts)


def _pitch(page: Sequence[Line]) -> float:
    steps = [one.base - other.base for one, other in pairwise(page) if one.base - other.base > 1]
    return median(steps) if steps else 0.0


def _is_new(before: Line, line: Line, said: str, pitch: float | None, left: float, right: float) -> bool:
    """Whether a paragraph begins with the line: behind a gap, another size of letters, or a line that ended early."""
    if abs(before.size - line.size) > 0.15 * max(before.size, line.size):
        return True
    step = before.base - line.base
    if pitch is not None and not -0.3 * pitch <= step <= _LOOSE * pitch:
        return True
    rtl = _ARABIC.search(said) is not None
    room = before.left - left if rtl else right - before.right
    if pitch is None:
        return room > _SHORT * (right - left) or said.endswith(_SENTENCE_END[:3])
    return room > _SHORT * (right - left) and (said.endswith(_SENTENCE_END) or room > 0.3 * (right - left))
