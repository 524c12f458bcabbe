"""Which column or field of a table holds what: as it was chosen, else by its name, else by what stands in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.domain.errors import N_
from app.domain.text.folding import fold_key
from app.exchange.errors import BadLine
from app.exchange.fields import Told
from app.exchange.shape import said

TEXT, REF, TITLE, DATE, SOURCE, URL = "text", "ref", "title", "date", "source", "url"
PARTS = (TEXT, REF, TITLE, DATE, SOURCE, URL)
"""What a column may hold. Everything else of a row stays together in ``meta.extra``."""

TEXT_FIELDS = ("text", "content", "body", "paragraph")
_PLAINLY = {  # taken from any record, by the exact name
    REF: ("doc_id", "id", "ref", "key", "uid"),
    TITLE: ("title", "headline"),
    URL: ("url", "link"),
    SOURCE: ("source", "publisher"),
    DATE: ("published", "date", "published_at", "datetime"),
}
_NAMES = {  # guessed from what a table calls its columns, whatever the case, after the plain names
    TEXT: "full_text fulltext article_text article_body articlebody article news_text story "
    "النص نص نص_الخبر متن المتن الخبر المحتوى محتوى المقال نص_المقال",
    REF: "_id article_id news_id guid doc_no المعرف معرف الرقم رقم رقم_الخبر",
    TITLE: "heading subject name العنوان عنوان عنوان_الخبر",
    DATE: "date_published publish_date pub_date pubdate publication_date created_at timestamp time "
    "التاريخ تاريخ تاريخ_النشر",
    SOURCE: "outlet newspaper agency site website domain المصدر مصدر الصحيفة صحيفة "
    "الجريدة جريدة الوكالة وكالة القناة قناة الموقع موقع",
    URL: "permalink href web_url الرابط رابط",
}
_PLAIN_NAMES = {TEXT: TEXT_FIELDS, **_PLAINLY}
_OWNERS = ("page", "article", "news", "story", "post", "item", "doc", "document")  # page_title, article_date
_ANY_TEXT = " / ".join(TEXT_FIELDS)
_SAMPLE_LETTERS = 80
_SAMPLES = 3
_TEXT_LIKE = 40  # code points that a column has on average when its cells are texts


@dataclass(frozen=True, slots=True)
class Column:
    """A column, or a field by its dotted path: some of what stands in it, and which part it is taken for, if any."""

    name: str
    samples: tuple[str, ...] = ()
    part: str | None = None


class Picker:
    """Takes the parts out of records: from the ``chosen`` fields, else plainly named ones, else the ``guessed``."""

    def __init__(
        self, chosen: Mapping[str, str], guessed: Mapping[str, str] | None = None, columns: Sequence[str] = ()
    ) -> None:
        """``columns`` are those of a table, whose empty cells its records do not have."""
        guessed = guessed or {}
        self._chosen = chosen
        self._columns = columns
        self._fields = {
            part: (chosen[part],) if part in chosen else (*_PLAIN_NAMES[part], *filter(None, [guessed.get(part)]))
            for part in PARTS
        }

    def told(self, record: object) -> Told:
        """What a record tells. ``BadLine`` when it is no object or has no text."""
        if not isinstance(record, dict):
            raise BadLine(N_("The line must be an object with keys, and is {found}."), found=said(record))
        rest: dict[str, Any] = dict(record)
        text, field = self._text(rest)
        ref = self._ref(rest, field)
        parts = {part: self._taken(rest, part) for part in (TITLE, SOURCE, URL, DATE)}
        return Told(text, ref, extra=rest, **parts)

    def _text(self, rest: dict[str, Any]) -> tuple[str, str]:
        fields = self._fields[TEXT]
        field = next((each for each in fields if each in rest or holds(rest, each)), None)
        if field is None:
            if empty := next((each for each in fields if each in self._columns), None):
                raise BadLine(N_("The column {name} is empty in this row."), name=empty)
            named = fields[0] if len(fields) == 1 else fields[-1] if fields[-1] not in TEXT_FIELDS else _ANY_TEXT
            raise BadLine(N_("There is no field {name} in the line."), name=named)
        raw = take(rest, field)
        if isinstance(raw, str):
            return raw, field
        if isinstance(raw, list) and raw and all(isinstance(each, str) for each in raw):
            return "\n".join(raw), field
        raise BadLine(N_("The field {name} must be text, and is {found}."), name=field, found=said(raw))

    def _ref(self, rest: dict[str, Any], text_field: str) -> str | None:
        """The record's own id: under a plain name, or named after the text's field (``paragraph_id``)."""
        fields = self._fields[REF] if REF in self._chosen else (*self._fields[REF], f"{text_field}_id")
        for field in fields:
            value = rest.get(field) if field in rest else peek(rest, field)
            if (isinstance(value, str) and value.strip()) or (isinstance(value, int) and not isinstance(value, bool)):
                return str(take(rest, field))
        return None

    def _taken(self, rest: dict[str, Any], part: str) -> str | None:
        for field in self._fields[part]:
            value = rest.get(field) if field in rest else peek(rest, field)
            if isinstance(value, str) and value:
                return str(take(rest, field))
        return None


def peek(record: Mapping[str, Any], path: str) -> Any:
    """What stands at a dotted path, None when nothing does."""
    found: Any = record
    if "." not in path:
        return record.get(path)
    for step in path.split("."):
        if not isinstance(found, dict) or step not in found:
            return None
        found = found[step]
    return found


def holds(record: Mapping[str, Any], path: str) -> bool:
    return "." in path and peek(record, path) is not None


def take(record: dict[str, Any], path: str) -> Any:
    """Take out what stands at a path; what lies around it is copied, never changed. The path must be there."""
    if path in record:
        return record.pop(path)
    step, _, rest = path.partition(".")
    inner = record[step] = dict(record[step])
    taken = take(inner, rest)
    if not inner:
        del record[step]
    return taken


def flat(record: Mapping[str, Any], prefix: str = "", depth: int = 6) -> Iterator[tuple[str, Any]]:
    """Every field of a record by its dotted path; objects are entered, lists are not."""
    for name, value in record.items():
        path = f"{prefix}{name}"
        if isinstance(value, dict) and value and depth:
            yield from flat(value, f"{path}.", depth - 1)
        else:
            yield path, value


def columns_of(records: Iterable[Mapping[str, Any]], chosen: Mapping[str, str] | None = None) -> list[Column]:
    """The columns of some records in their order, each with samples and the part that it would be taken for."""
    cells: dict[str, list[str]] = {}
    for record in records:
        for path, value in flat(record):
            kept = cells.setdefault(path, [])
            if value not in (None, "", [], {}):
                kept.append(_cell(value))
    parts = {name: part for part, name in {**guessed(cells), **(chosen or {})}.items()}
    return [
        Column(name, tuple(cell[:_SAMPLE_LETTERS] for cell in kept[:_SAMPLES]), parts.get(name))
        for name, kept in cells.items()
    ]


def guessed(cells: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Which column holds which part, by name; the text also by length, where its column tells nothing by its name."""
    found: dict[str, str] = {}
    for part in PARTS:
        wanted = [fold_key(each) for each in (*_PLAIN_NAMES[part], *_NAMES[part].split())]
        best = min(
            (
                (wanted.index(plain), led, name.count("."), name)
                for name in cells
                for plain, led in _readings(name, part)
                if plain in wanted
            ),
            default=None,
        )
        if best is not None and best[-1] not in found.values():
            found[part] = best[-1]
    if TEXT not in found:
        free = {name: kept for name, kept in cells.items() if name not in found.values()}
        longest = max(free, key=lambda name: _mean(free[name]), default=None)
        if longest is not None and _mean(free[longest]) >= _TEXT_LIKE:
            found = {TEXT: longest, **found}
    return found


def _readings(name: str, part: str) -> Iterator[tuple[str, bool]]:
    """How a column's name may be read: as it is, and without what it belongs to (``page_title``). Not ids: the
    paragraphs of a page share its."""
    plain = _plain(name)
    yield plain, False
    owner, _, own = plain.partition("_")
    if owner in _OWNERS and own and part != REF:
        yield own, True


def _plain(name: str) -> str:
    return "_".join(fold_key(name.rpartition(".")[2]).replace("-", " ").split())


def _cell(value: object) -> str:
    if isinstance(value, list):
        return "\n".join(map(str, value[:20]))
    return str(value)


def _mean(cells: Sequence[str]) -> float:
    """The mean length of what has words; addresses and numbers are no texts however long."""
    texts = [cell for cell in cells if " " in cell.strip()]
    return sum(map(len, texts)) / len(texts) if 2 * len(texts) > len(cells) else 0.0
