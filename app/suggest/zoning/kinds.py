"""What one line of an article is by itself, whatever stands around it."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from app.suggest.zoning.credits import AGENCY, NAMELESS, Credit, Credits
from app.suggest.zoning.dates import DateLine, Dates
from app.suggest.zoning.lines import Line
from app.suggest.zoning.signatures import Signatures
from app.suggest.zoning.words import ZoneWords, bare_section, plain

TOPIC, HEADLINE, SUBHEADLINE, DATES = "topic_line", "headline", "subheadline", "date_line"
CAPTION, DATELINE, BYLINE, BODY, BOILERPLATE = "caption", "dateline", "byline", "body", "boilerplate"
PLAIN, PROSE = "plain", "prose"

_LIST = re.compile(r"\s*[,،|/><«»•·؛\\-]\s*|\s+[–—]\s+")
_PICTURE_BY = re.compile(r"(?:[(\[]([^()\[\]]{2,40})[)\]]|(?:\s?[/|]|\s[–—-])\s*([^/|()–—-]{2,40}))\s*\.?$")
_YEAR = re.compile(r"\d{4}\s*[.)]*$")
_SIGNED = re.compile(
    r"(?:\d{1,2}:\d{2}\s)?(?:\W*[^\W\d_](?![^\W\d_])){2,8}\W*\d{0,4}"  # the initials of editors: م.ج, أ م / ر ق
    r"|(?:[^\W\d_]{1,3}\s?){1,2}(?:/\s?(?:[^\W\d_]{1,3}\s?){1,2}){1,4}"  # and سب/ح س/ص ك
)
_STAMP = re.compile(r"\d{1,2}:\d{2}(?:\s?(?:ت\s?م|gmt|ص|م))?|\d{3,6}")  # when a story was sent, and its number
_READING_TIME = re.compile(r"\d{1,2}\s(?:دقائق|دقيقه|min)(?:\s(?:ل?ل?قراءه|read))?")
_NO_PICTURE = re.compile(r"\d{4}|حقوق|rights|reserved")
_SHORT, _SHORT_WORDS, _INITIALS = 70, 10, 28
_LONG, _KEPT = 160, 4096  # code points of a line that is nothing but text or boilerplate; lines that are remembered
_TOPIC, _TOPIC_WORDS, _CAPTION_WORDS = 110, 4, 36
_SECTION_WORDS, _CREDIT_WORDS = 3, 5  # of a section's name at most; of a caption before a credit without brackets
_SAYING = 30  # code points in which a colon follows who says something


@dataclass(frozen=True, slots=True)
class Kind:
    """A zone's name, ``plain`` or ``prose``; what dates and credits it holds. ``sure`` when it needs no neighbours."""

    name: str
    sure: bool = True
    dates: DateLine | None = None
    credit: Credit | None = None


_PROSE, _PLAIN = Kind(PROSE), Kind(PLAIN)


class Kinds:
    """Tells lines by the word lists."""

    def __init__(self, words: ZoneWords, dates: Dates, credits: Credits) -> None:  # noqa: A002 - what they are
        self._words, self._dates, self._credits = words, dates, credits
        self._scenes = words.lists["caption.scenes"] | words.lists["caption.where"]
        self._shown = functools.lru_cache(_KEPT)(lambda text: self._shows(Line(0, len(text), text)))
        self._signatures = Signatures(words, credits)
        self._says = tuple(words.lists["caption.says"])
        self._of = functools.lru_cache(_KEPT)(lambda text: self._read(Line(0, len(text), text)))

    def of(self, line: Line) -> Kind:
        """What the line is, as one of the first lines of an article. Short lines are remembered: articles of one source
        have many of them in common."""
        if len(line.text) <= _LONG or not line.is_prose:
            return self._of(line.text)
        return Kind(BOILERPLATE) if self.is_boilerplate(line) else _PROSE

    def _read(self, line: Line) -> Kind:
        if not any(map(str.isalnum, line.key)) or _READING_TIME.fullmatch(line.key):
            return Kind(BOILERPLATE)
        if self._is_picture_credit(line):
            return Kind(CAPTION)
        if self.is_topic(line):
            return Kind(TOPIC, True, None, self._credits.line(line) or self._signatures.line(line))
        dated = self._dates.line(line.key)
        if dated is not None:
            placed = self._credits.left(dated.left)
            return Kind(DATELINE if placed else DATES, True, dated, placed)
        credit = self._credits.line(line)
        if credit is not None:
            return Kind(credit.zone, credit.sure, None, credit)
        if self.is_boilerplate(line):
            return Kind(BOILERPLATE)
        if self.is_caption(line):
            return Kind(CAPTION)
        if self._is_section(line):
            return Kind(TOPIC, False)
        signed = self._signatures.line(line)
        if signed is not None:
            return Kind(signed.zone, signed.sure, None, signed)
        return _PROSE if line.is_prose else _PLAIN

    def _is_section(self, line: Line) -> bool:
        """Whether it may be the name of a section that is not known: a few words of which such names are made."""
        if line.words > _SECTION_WORDS or line.stops or not line.key:
            return False
        first, *rest = [bare_section(word) for word in line.key.split()]
        known = self._words.sections
        if first in self._words.lists["topic.heads"] and len(rest) == 1 and line.key.split()[1].startswith("ال"):
            return True
        if first in known and all(word in known for word in rest):
            return True
        land, *sections = line.key.split()  # مصر واقتصاد
        return land in self._words.places and bool(sections) and all(word in known for word in rest)

    def is_topic(self, line: Line) -> bool:
        """A section or kind of piece, or a list of such and of countries; a list of tags."""
        if len(line.text) > _TOPIC or line.stops:
            return False
        key, sections = line.key, self._words.lists["topic.sections"]
        if key.strip("-–|•· ") in sections or (
            key.startswith("#") and all(word.startswith("#") for word in key.split())
        ):
            return True
        if self._words.starts("topic.tags", line) and (":" in key or key in self._words.lists["topic.tags"]):
            return True
        if _LIST.search(key) is None:
            return False
        parts = [part.strip("# ") for part in _LIST.split(key) if part.strip("# ")]
        if len(parts) < 2 or any(len(part.split()) > _TOPIC_WORDS for part in parts):
            return False
        known = sum(part in sections or part in self._words.places for part in parts)
        return any(part in sections for part in parts) and 2 * known >= len(parts)

    def is_boilerplate(self, line: Line) -> bool:
        """Whether it begins as no line of a story does, or is a short one such as sites put around stories."""
        if line.first not in self._words.leading:
            return False
        if self._words.starts("boilerplate.begins", line):
            return True
        return (
            len(line.key) <= _SHORT
            and not (line.stops and line.words > _SHORT_WORDS)
            and self._words.starts("boilerplate.perhaps", line)
        )

    def is_caption(self, line: Line) -> bool:
        """Whether its own words say that it stands below a picture."""
        if line.words > _CAPTION_WORDS:
            return False
        key = line.key
        if self._words.starts("caption.begins", line) and (":" in key[:30] or not line.stops) and line.words > 1:
            return ":" in key[:30] or line.words > 4
        if not line.stops and line.words > 2 and self._words.anywhere["caption.holds"].search(key):
            return True
        if "©" in key[1:]:
            return True
        by = _PICTURE_BY.search(key[-48:])  # a dash and an agency end headlines too
        return by is not None and bool(by[1]) and not (line.is_prose and line.stops) and self._is_source(by[1], True)

    def _is_picture_credit(self, line: Line) -> bool:
        """صدر الصورة، Getty Images, or © Sputnik: whose picture it is, where no right is claimed in the text."""
        if line.text.startswith("©"):
            return line.words > 1 and _NO_PICTURE.search(line.key) is None
        return self._words.starts("caption.begins", line) and any(
            line.key.startswith(f"{begins}،") for begins in self._words.lists["caption.begins"]
        )

    def is_credited(self, line: Line) -> bool:
        """Whether it ends with who took a picture: (عدسة: غمدان الصلوي), (رويترز), - أ ف ب."""
        by = _PICTURE_BY.search(line.key[-48:])
        if by is None:
            return False
        return self._is_source(by[1]) if by[1] else line.words > _CREDIT_WORDS and self._is_source(by[2], known=True)

    def is_credited_sentence(self, line: Line) -> bool:
        """Whether a whole sentence is a caption: not one that names an agency and its letters, وكالة الأنباء (بترا)."""
        if line.words > _CAPTION_WORDS or line.text.rstrip(".")[-1:] not in ")]" or not self.is_credited(line):
            return False
        before = line.key[: max(map(line.key.rfind, "(["))].split()[-4:]
        return not any(word.removeprefix("ل") in self._words.signed for word in before)

    def _is_source(self, said: str, known: bool = False) -> bool:
        """Whether an agency, or what is said of photographers and archives, stands there; ``known`` if no other name
        counts."""
        parts = [plain(part) for part in re.split(r"[/،,:-]", said) if part.strip()]
        lists = self._words.lists
        photo = [part for part in parts if part.split()[:1] and part.split()[0] in lists["caption.credits"]]
        if any(part in lists["caption.holds"] for part in parts) or (photo and (not known or " " in said.strip())):
            return True
        if known:
            return any(self._credits.agency(part) is not None for part in parts)
        return any(self._credits.kind(part) in (AGENCY, NAMELESS) or self._credits.is_person(part) for part in parts)

    def is_tail(self, line: Line) -> bool:
        """Whether it is boilerplate as one of the last lines."""
        if len(line.text) > _LONG:
            return self.is_boilerplate(line) or self._holds(line)
        key = line.key
        bare = plain(key.strip("-–—/()[]*#_=.،: "))
        if not bare or bare in self._words.lists["boilerplate.ends"] or self.is_boilerplate(line):
            return True
        if bare != key and bare in self._words.agencies:
            return True
        if self._words.starts("boilerplate.perhaps", line) and len(key) <= 3 * _SHORT:
            return True
        if self._holds(line):
            return True
        return len(key) <= _INITIALS and bool(_SIGNED.fullmatch(key) or _STAMP.fullmatch(key))

    def _holds(self, line: Line) -> bool:
        """Whether a phrase of boilerplate stands in it; most lines are not even folded for that."""
        told = not self._words.telling.isdisjoint(line.text.split())
        return told and self._words.anywhere["boilerplate.holds"].search(line.key) is not None

    def is_calling(self, line: Line) -> bool:
        """* كاتب وباحث فلسطيني: who the author is, beneath the text."""
        first, *rest = line.key.lstrip("*-• ").split() or [""]
        starred = line.text[0] in "*•-"
        calls = first in self._words.lists["byline.callings"]
        return calls and len(rest) < _SHORT_WORDS and (starred or not line.stops)

    def is_list_head(self, line: Line) -> bool:
        """Whether titles of other stories follow it."""
        key = line.key.strip(" :.؛-")
        return key in self._words.lists["boilerplate.lists"]

    def tells_scene(self, line: Line) -> bool:
        """Whether it has a word by which captions say what is to be seen, or where."""
        return ":" not in line.key[:_SAYING] and any(word in self._scenes for word in line.key.split())

    def shows(self, line: Line) -> bool:
        """Whether it reads as a caption below a headline; remembered as what it is."""
        return line.words <= _CAPTION_WORDS and self._shown(line.text)

    def _shows(self, line: Line) -> bool:
        """Its credit, or a day, at the end, or somebody or something that can be seen, and what they do or where."""
        if self.is_credited(line) or self._words.starts("caption.shows", line):
            return True
        key = line.key
        if line.words > _CREDIT_WORDS and _YEAR.search(key):
            dates = self._dates.find(key)
            if dates and dates[-1].is_whole and len(key) - dates[-1].end <= 2:
                return True
        by = _PICTURE_BY.search(key[-48:])
        if by is not None and by[1] and line.words > _CREDIT_WORDS and self._is_called(by[1]):
            return True
        return self._is_scene(key.split())

    def _is_called(self, said: str) -> bool:
        """Whether all that stands in brackets may be names."""
        return all(self._credits.is_name(plain(part)) for part in re.split(r"[/،,:-]", said) if part.strip())

    def _is_scene(self, words: list[str]) -> bool:
        """Somebody or something without an article, and what they do that can be seen, or where."""
        lists = self._words.lists
        if not words or "عن" in words[2:4]:
            return False
        if words[0] not in lists["caption.seen"] or len(words) < 3:
            told = sum(word in lists["caption.scenes"] for word in words)
            return told > 1 and not words[0].startswith("ال") and ":" not in " ".join(words)
        scenes, where = lists["caption.scenes"], lists["caption.where"]
        if any(word in scenes for word in words[1:3]) or any(word in where for word in words[1:6]):
            return True
        acts = words[1][0] in "يت" and not words[1].startswith(self._says)
        return acts and any(word in ("في", "على", "علي") for word in words[2:])

    def is_between(self, line: Line) -> bool:
        """Whether it is boilerplate between paragraphs: only what no paragraph begins with."""
        return self._words.starts("boilerplate.begins", line)

    def is_picture(self, line: Line) -> bool:
        """Whether a short line between paragraphs says itself that it stands below a picture."""
        return not line.stops and self.is_caption(line)
