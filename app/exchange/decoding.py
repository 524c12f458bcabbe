"""Bytes of a text file as text: UTF-8, else what the bytes surely are, else a refusal that says where."""

from __future__ import annotations

import codecs
import logging
import re
import unicodedata
from dataclasses import dataclass

from app.domain.errors import N_
from app.exchange.errors import NotText

_UTF8 = "UTF-8"
_BOMS = (  # the longer ones first: UTF-32 begins like UTF-16
    (codecs.BOM_UTF8, "utf-8", _UTF8),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
_SINGLE_BYTE = {  # what Arabic texts are in when they are not Unicode, and the usual Latin one, the likelier first
    "cp1256": "windows-1256",
    "iso8859_6": "ISO-8859-6",
    "cp720": "DOS 720",
    "cp1252": "windows-1252",
}
_SIGNATURES = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "ZIP/DOCX/ODT/EPUB"),
    (b"SQLite format 3\0", "SQLite"),
    (b"\xd0\xcf\x11\xe0", "DOC"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"\x1f\x8b", "gzip"),
    (b"\xfd7zXZ", "xz"),
    (b"7z\xbc\xaf", "7-Zip"),
    (b"Rar!", "RAR"),
    (b"\x28\xb5\x2f\xfd", "Zstandard"),
    (b"\x7fELF", "ELF"),
)
_LAYOUT = frozenset("\t\n\r\f\v\x1c\x1d\x1e\x85")
_CONTROLS = re.compile("[\x01-\x08\x0e-\x1b\x7f]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text without its byte order mark, and the name of its encoding unless that was plain UTF-8."""

    text: str
    encoding: str | None = None


def refuse_binary(start: bytes) -> None:
    """Raise ``NotText`` when a file begins like one of a kind that is no text."""
    for signature, what in _SIGNATURES:
        if start.startswith(signature):
            raise NotText(
                N_("This is a {what} file, not a plain text: save its text as UTF-8 (.txt) and import that."), what=what
            )


def decoded(content: bytes) -> Decoded:
    """The text of a file. ``NotText`` for what is none, with the first byte (from 1) that cannot be read.

    Only what is surely meant is taken: a file that is UTF-8 but for a few bytes was damaged, and is refused rather
    than read as the scrambled letters of another encoding.
    """
    refuse_binary(content)
    for mark, codec, name in _BOMS:
        if content.startswith(mark):
            return Decoded(_strictly(content[len(mark) :], codec, name, len(mark)), None if name is _UTF8 else name)
    if b"\0" in content:
        return _without_mark(content)
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        return _detected(content, error.start)
    if 50 * len(_CONTROLS.findall(text)) > len(text):
        raise NotText(N_("More than one character in fifty is a control character: it is no text."))
    return Decoded(text)


def article_text(text: str) -> str:
    """A text as an article keeps it: no byte order mark, CRLF and CR as LF, nothing else changed.

    ``NotText`` when it is blank or holds NUL characters.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise NotText(N_("There is no text in it."))
    if "\0" in text:
        raise NotText(
            N_("It holds NUL characters (the first is character {position}): it is no text."),
            position=text.index("\0") + 1,
        )
    return text


def _strictly(content: bytes, codec: str, name: str, skipped: int) -> str:
    try:
        return content.decode(codec)
    except UnicodeDecodeError as error:
        raise NotText(
            N_("Byte {byte} is not valid {encoding}, which the file says it is: save it as UTF-8 and import it again."),
            byte=skipped + error.start + 1,
            encoding=name,
        ) from error


def _without_mark(content: bytes) -> Decoded:
    """NUL bytes: UTF-16 that does not say so, or no text at all."""
    for codec in ("utf-16-le", "utf-16-be"):
        try:
            text = content.decode(codec)
        except UnicodeDecodeError:
            continue
        if _reads(text):
            return Decoded(text, "UTF-16")
    raise NotText(N_("It holds NUL bytes (the first is byte {byte}): it is no text."), byte=content.index(b"\0") + 1)


def _detected(content: bytes, wrong: int) -> Decoded:
    """Not UTF-8 from the byte at ``wrong``: the single-byte encoding that it is, else the refusal."""
    if not is_damaged(content):
        codec = _guess(content)
        if codec is not None:
            text = content.decode(codec)
            if _reads(text):
                return Decoded(text, _SINGLE_BYTE[codec])
    raise NotText(
        N_("Byte {byte} is not valid UTF-8, and no other encoding fits: save it as UTF-8 and import it again."),
        byte=wrong + 1,
    )


def is_damaged(content: bytes) -> bool:
    """Whether it was UTF-8 and was damaged: most of what is not ASCII is good UTF-8."""
    text = content.decode(errors="replace")
    bad = text.count("\ufffd")
    return len(text) - sum(map(str.isascii, text)) - bad > bad


def _guess(content: bytes) -> str | None:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - for the rare file only, and slow to load

    logging.getLogger("charset_normalizer").setLevel(logging.ERROR)
    best = from_bytes(content, cp_isolation=list(_SINGLE_BYTE)).best()
    return best.encoding if best is not None and best.encoding in _SINGLE_BYTE else None


def _reads(text: str) -> bool:
    """Whether a guess reads like a text: hardly a control character or hole in it, and most of it Arabic or ASCII."""
    sample = text[:20_000]
    odd = sum(unicodedata.category(letter) in ("Cc", "Cn", "Co", "Cs") and letter not in _LAYOUT for letter in sample)
    home = sum(letter.isascii() or "\u0600" <= letter <= "\u06ff" or letter in "«»“”‘’–—…\xa0" for letter in sample)
    return odd == 0 and home >= 0.7 * len(sample)
