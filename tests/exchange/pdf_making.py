"""Small PDF files made by hand: signs of a font without a program of its own, and what letters they stand for."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

Signs = Sequence[str]
"""What is drawn one after the other from left to right; a sign may stand for several letters."""

Drawn = tuple[float, float, float, Signs]
"""Where a line begins (from the left and from below), the size of its letters, its signs."""

_MIRRORED = str.maketrans("()«»", ")(»«")


def pdf(pages: Sequence[Sequence[Drawn]]) -> bytes:
    """A PDF file; every sign is as wide as half the size of its letters."""
    codes: dict[str, int] = {}

    def code(sign: str) -> str:
        return f"{codes.setdefault(sign, len(codes) + 1):04X}"

    def drawn(x: float, y: float, size: float, signs: Signs) -> str:
        return f"BT /F1 {size} Tf {x} {y} Td <{''.join(map(code, signs))}> Tj ET"

    contents = ["\n".join(drawn(*line) for line in page) for page in pages]
    first = 7
    kids = " ".join(f"{first + 2 * number + 1} 0 R" for number in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type0 /BaseFont /Made /Encoding /Identity-H /DescendantFonts [4 0 R] "
        "/ToUnicode 5 0 R >>",
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Made /DW 500 /FontDescriptor 6 0 R "
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
        _stream(_meanings(codes)),
        "<< /Type /FontDescriptor /FontName /Made /Flags 4 /FontBBox [0 -200 500 800] /ItalicAngle 0 /Ascent 800 "
        "/Descent -200 /CapHeight 700 /StemV 80 >>",
    ]
    for number, content in enumerate(contents):
        objects += [
            _stream(content),
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
            f"/Contents {first + 2 * number} 0 R >>",
        ]
    return _file(objects)


def seen(text: str) -> list[str]:
    """The letters of a right-to-left line as the eye meets them from left to right: how most programs draw them."""
    parts = reversed(re.findall(r"[0-9A-Za-z.,%/:-]*[0-9A-Za-z%]|.", text))
    return [letter for part in parts for letter in (part if len(part) > 1 else part.translate(_MIRRORED))]


def ligatures(signs: Sequence[str]) -> list[str]:
    """Lam and alef as one sign that stands for both, as fonts draw them."""
    found: list[str] = []
    for sign in signs:
        if found and sign == "ل" and found[-1] in "اأإآ":
            found[-1] = "ل" + found[-1]
        else:
            found.append(sign)
    return found


def page(paragraphs: Sequence[str], drawn: Callable[[str], Signs], *, top: float = 780, width: int = 60) -> list[Drawn]:
    """A page of right-aligned paragraphs of 14 points, broken into lines of about ``width`` letters."""
    lines: list[Drawn] = []
    for paragraph in paragraphs:
        for line in re.findall(rf".{{1,{width}}}(?:\s|$)", paragraph):
            signs = drawn(line.strip())
            lines.append((540 - 7 * len(signs), top, 14, signs))
            top -= 20
    return lines


def _meanings(codes: dict[str, int]) -> str:
    lines = [f"<{code:04X}> <{sign.encode('utf-16-be').hex()}>" for sign, code in codes.items()]
    blocks = [lines[at : at + 100] for at in range(0, len(lines), 100)]
    said = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Made def /CMapType 2 def\n"
        f"1 begincodespacerange <0000> <FFFF> endcodespacerange\n{said}\nendcmap end end"
    )


def _stream(content: str) -> str:
    return f"<< /Length {len(content)} >>\nstream\n{content}\nendstream"


def _file(objects: Sequence[str]) -> bytes:
    out, places = b"%PDF-1.7\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{each}\nendobj\n".encode()
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    end = (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer << /Size {len(objects) + 1} /Root 1 0 R >>\n"
    )
    return out + f"{end}startxref\n{len(out)}\n%%EOF".encode()
