"""What the drafts of one file have in common: the names of labels, and what Tawsim itself once wrote beside a text."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.domain.article import Article, checksum
from app.domain.codebook import Codebook
from app.domain.errors import N_
from app.exchange.errors import BadLine
from app.exchange.format import Reading
from app.exchange.naming import Named, Naming, label_named
from app.exchange.shape import WrongShape
from app.exchange.sheet import Record, Sheet
from app.exchange.tawsim_in import LineReader
from app.exchange.tawsim_out import of_article, of_zones
from app.exchange.tawsim_shape import ARRAYS, LINE, SCHEMA

OURS = "tawsim"
"""The key under which an export keeps what the other program has no place for."""

CHANGED = N_(
    "Tawsim wrote the file, but its text, or what stood beside it, was changed: attributes, register entries and zones "
    "stay behind."
)


def kept_head(sheet: Sheet) -> Record:
    """What the other program has no place for: the head without the text, and relations to register entries."""
    return {**{key: value for key, value in sheet.head.items() if key != "text"}, "relations": sheet.others}


def own_head(kept: object, text: str) -> Record | None:
    """What ``kept_head`` wrote, if it is that, whole, and still of this text."""
    if not isinstance(kept, dict) or kept.get("schema") != SCHEMA or kept.get("sha256") != checksum(text):
        return None
    head = {**kept, "text": text}
    try:
        LINE.check({"relations": [], **head, **{array: [] for array in ARRAYS}})
    except WrongShape:
        return None
    return head


@dataclass(slots=True)
class Drafting:
    """What reading the pages of one file needs. ``key`` is what the codebook calls the format under ``exports``.
    ``sentences`` says that the file holds sentences of a corpus, among which nobody looks for headlines."""

    reading: Reading
    form: str
    key: str = ""
    sentences: bool = False
    naming: Naming = field(init=False)
    reader: LineReader = field(init=False)
    asked: dict[str, Named | None] = field(init=False)

    def __post_init__(self) -> None:
        book = self.reading.codebook
        self.naming = Naming(book, self.key)
        self.reader = LineReader(book, self.reading.made_with)
        self.asked = {old: label_named(book, new) if new else None for old, new in self.reading.names.items()}

    def label(self, name: str) -> Named | None:
        """The label that ``name`` means; None when its marks are to be left out. ``BadLine`` for an unknown one."""
        if name in self.asked:
            return self.asked[name]
        found = self.naming.label(name)
        if found is None:
            raise BadLine(
                N_(
                    "The codebook {codebook} has no label {name}: say which label it means (--map {name}=LABEL), "
                    "or add it to the codebook."
                ),
                codebook=self.reading.codebook.name,
                name=name,
            )
        return found


def head_of(article: Article, layer: str, author: str, codebook: Codebook) -> Record:
    """The head of somebody else's article."""
    return {
        **of_article(article),
        "layer": layer,
        "annotators": [author],
        "codebook": {"name": codebook.name, "version": codebook.version},
        "zones": of_zones(article),
        "register": [],
    }
