"""An article: one immutable text with its metadata and zones."""

from __future__ import annotations

import unicodedata
from dataclasses import field, replace

from app.domain.ids import new_id
from app.domain.span import Span
from app.domain.values import frozen

_ARABIC = "".join(map(chr, [*range(0x621, 0x63B), *range(0x641, 0x64B)])).encode("cp1256")


@frozen
class Zone:
    """A stretch of the article with a part to play: headline, byline, body, boilerplate ..."""

    name: str
    span: Span


@frozen
class Meta:
    """Where the article comes from. ``published`` is an ISO date where the source gives a plain one, else what it says.

    ``extra`` is a JSON text.
    """

    source: str | None = None
    url: str | None = None
    published: str | None = None
    extra: str = "{}"


@frozen
class Details:
    """What may be corrected of an article, which is all but its text and its ref: the record that edits change.

    It belongs to no layer. ``zones`` are sorted and disjoint, in code points.
    """

    article: str
    title: str | None = None
    meta: Meta = Meta()
    zones: tuple[Zone, ...] = ()

    @property
    def id(self) -> str:
        return self.article


@frozen
class Article:
    """One article. ``ref`` is the caller's own id; ``text`` never changes after import."""

    id: str
    ref: str
    text: str = field(repr=False)
    sha256: str
    title: str | None = None
    lang: str = "ar"
    direction: str = "rtl"
    meta: Meta = Meta()
    zones: tuple[Zone, ...] = ()

    @property
    def name(self) -> str:
        """What lists show: the title, else the first line that has words, else the ref."""
        return self.title or first_line(self.text) or self.ref

    @property
    def details(self) -> Details:
        """What may be corrected of it, as it is now."""
        return Details(self.id, self.title, self.meta, self.zones)

    def detailed(self, details: Details) -> Article:
        """The article with other details."""
        return replace(self, title=details.title, meta=details.meta, zones=details.zones)


def new_article(
    ref: str,
    text: str,
    *,
    title: str | None = None,
    lang: str = "ar",
    meta: Meta | None = None,
    zones: tuple[Zone, ...] = (),
) -> Article:
    """An article with a fresh id, its checksum, and the direction that most of its letters have."""
    return Article(new_id(), ref, text, checksum(text), title, lang, main_direction(text), meta or Meta(), zones)


def checksum(text: str) -> str:
    """SHA-256 of the text's UTF-8 bytes, as 64 hexadecimal digits."""
    import hashlib  # noqa: PLC0415 - it brings OpenSSL, for which no window waits

    return hashlib.sha256(text.encode()).hexdigest()


def first_line(text: str, limit: int = 120) -> str:
    """The first line that is not blank, at most ``limit`` code points of it."""
    for line in text[:4000].splitlines():
        if line.strip():
            return line.strip()[:limit]
    return ""


def main_direction(text: str, sample: int = 4000) -> str:
    """``rtl`` or ``ltr``, by the majority of strong letters in the first ``sample`` code points; ``rtl`` on a tie."""
    start = text[:sample]
    plain = start.encode("cp1256", "replace")
    if 2 * (len(plain) - len(plain.translate(None, _ARABIC))) > len(start):
        return "rtl"  # the answer for nearly every article, twenty times sooner
    classes = {letter: unicodedata.bidirectional(letter) for letter in set(start)}  # some sixty, not thousands

    def letters(*kinds: str) -> int:
        return sum(start.count(letter) for letter, kind in classes.items() if kind in kinds)

    left = letters("L")
    return "ltr" if left and left > letters("R", "AL") else "rtl"
