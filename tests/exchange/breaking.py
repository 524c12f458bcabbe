"""A folder of files that are broken in every way that is met with, and sound ones to break by chance."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import docx
import openpyxl

from tests.exchange.bringing import MORE, NEWS
from tests.exchange.pdf_making import page, pdf, seen

WHOLE, SOME = "the whole file", "some of it"


def sound() -> dict[str, bytes]:
    """A small sound file of every kind that is read, by name; each brings at least one article."""
    records = [{"id": "a", "text": NEWS}, {"id": "b", "text": MORE}]
    book, letter = openpyxl.Workbook(), docx.Document()
    for row in (["id", "text"], ["1", NEWS], ["2", MORE]):
        book.active.append(row)
    letter.add_paragraph(NEWS)
    return {
        "plain.txt": f"{NEWS}\n{MORE}\n".encode(),
        "old.txt": NEWS.encode("cp1256"),
        "page.html": f"<!DOCTYPE html><html><body><p>{NEWS}</p><p>{MORE}</p></body></html>".encode(),
        "lines.jsonl": b"".join(json.dumps(each, ensure_ascii=False).encode() + b"\n" for each in records),
        "list.json": json.dumps(records, ensure_ascii=False, indent=1).encode(),
        "object.json": json.dumps({"articles": records}, ensure_ascii=False).encode(),
        "table.csv": f'id,text\n1,"{NEWS}"\n2,"{MORE}"\n'.encode(),
        "table.tsv": f"id\ttext\n1\t{NEWS}\n".encode(),
        "feed.rss": f"<rss><channel><item><description>{NEWS}</description></item></channel></rss>".encode(),
        "book.xlsx": _saved(book),
        "letter.docx": _saved(letter),
        "print.pdf": pdf([page([NEWS, MORE], seen)]),
        "all.zip": zipped({"a/أ.txt": NEWS.encode(), "ب.html": f"<p>{MORE}</p>".encode()}),
    }


def zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def break_all(folder: Path) -> dict[str, str]:
    """Write the broken files; by the name of each, the beginning of what must be said of it."""
    good = sound()
    made: dict[str, tuple[bytes, str]] = {
        "empty.txt": (b"", "There is no text in it."),
        "blank.csv": (b"\n \n", "There is no text in it."),
        "damaged.txt": (NEWS.encode()[:40] + b"\xff" + NEWS.encode()[40:], "Byte 40 is not valid UTF-8"),
        "holes.txt": (b"\0\1\2\0" * 100, "It holds NUL bytes"),
        "cut.jsonl": (good["lines.jsonl"][:-3], "Not valid JSON at column"),
        "cut.json": (good["list.json"][:-20], "The list breaks off here"),
        "cut-object.json": (good["object.json"][:-2], "It is no whole JSON file. Not valid JSON at column"),
        "deep.json": (b"[" * 200_000, "The list breaks off here"),
        "deep.jsonl": (b'{"text": ' + b"[" * 200_000, "Not valid JSON at column"),
        "entities.xml": (_entities("rss"), "The feed declares XML entities"),
        "other.xml": (b"<?xml version='1.0'?><note>x</note>", "{path} looks like XML"),
        "cut.rss": (good["feed.rss"][:-40], "The feed breaks off behind item 0"),
        "scripts.html": (b"<html><body><script>render()</script></body></html>", "There is no text in the page"),
        "cut.docx": (good["letter.docx"][:4000], "The DOCX file is damaged"),
        "cut.xlsx": (good["book.xlsx"][:3000], "The XLSX file is damaged"),
        "cut.pdf": (good["print.pdf"][:500], "The PDF file is damaged"),
        "cut.zip": (good["all.zip"][:-30], "This is a ZIP"),
        "pictures.pdf": (pdf([[], []]), "The PDF file has no text"),
        "locked.pdf": (_locked_pdf(), "The PDF file is locked with a password"),
        "locked.docx": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "The file is locked with a password"),
        "picture.txt": (b"\x89PNG\r\n\x1a\n" + bytes(64), "This is a PNG file"),
        "quotes.csv": (f'id,text\n1,{NEWS.replace("،", "")}\n2,"بلا نهاية\n'.encode(), "The row is no row of a table"),
        "ragged.csv": (b"id,text\n1,a\n2,b,c,d\n3,e\n", "The row has 4 cells, the heading 2"),
        "nul.csv": (b"id,text\n1,a\n2,b\0c\n3,e\n", "Byte 4 of the row is NUL"),
        "no-text.csv": (b"id,n\n1,2\n", "There is no field text"),
    }
    for name, (content, _) in made.items():
        (folder / name).write_bytes(content)
    return {name: said.replace("{path}", str(folder / name)) for name, (_, said) in made.items()}


def _saved(file: object) -> bytes:
    out = io.BytesIO()
    file.save(out)  # type: ignore[attr-defined]
    return out.getvalue()


def _entities(root: str) -> bytes:
    more = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))
    return f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "aa">{more}]><{root}>&a9;</{root}>'.encode()


def _locked_pdf() -> bytes:
    """Encrypted with a password that is not empty: the check of the empty one fails."""
    content = pdf([page([NEWS], seen)])
    secret = "<" + "00" * 32 + ">"
    lock = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O {secret} /U {secret} /P -4 >> /ID [{secret} {secret}]"
    return content.replace(b"/Root 1 0 R", f"/Root 1 0 R {lock}".encode())
