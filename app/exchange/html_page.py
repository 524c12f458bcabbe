"""An annotated article as one HTML page: to read and to print, complete in itself, without a script.

The page is made from the record of a ``tawsim/1`` line, so that it says what the dataset says.
"""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from typing import Any

from app import resources
from app.domain.article import first_line, main_direction
from app.domain.codebook import CLAIM, CUE, ENTITY, NEUTRAL, NEUTRAL_DARK, QUOTE, Codebook, Label
from app.domain.span import fragments_of
from app.exchange.html_marks import Drawn, lines_with_marks

Record = Mapping[str, Any]
_NOTHING_FROM_OUTSIDE = "default-src 'none'; style-src 'unsafe-inline'; font-src 'self' data:"
_ARRAYS = {ENTITY: "entities", CUE: "cues", QUOTE: "quotes", CLAIM: "claims"}


class HtmlPages:
    """Pages of one codebook as the parts of one HTML file: a ``head``, any number of articles, a ``tail``.

    ``language`` (``ar`` or ``en``) is that of the words around the articles; ``font`` is the address of a reading face,
    which may be a data address.
    """

    def __init__(self, codebook: Codebook, language: str = "ar", font: str | None = None) -> None:
        self._codebook = codebook
        self._language = language
        self._font = font
        self._numbers = {(label.kind, label.id): number for number, label in enumerate(codebook.labels())}

    def head(self, title: str) -> str:
        """Everything ahead of the first article."""
        direction = "ltr" if self._language == "en" else "rtl"
        return f"""<!doctype html>
<html lang="{self._language}" dir="{direction}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{_NOTHING_FROM_OUTSIDE}">
<title>{escape(title)}</title>
<style>
{_face(self._font)}{resources.text("pages/article.css")}{self._colours()}</style>
"""

    def article(self, record: Record) -> str:
        """One article with its marks, and the tables of them below."""
        return "\n".join(_Page(record, self._codebook, self._language, self._numbers).lines()) + "\n"

    def tail(self) -> str:
        return "</html>\n"

    def index_head(self) -> str:
        """The start of the table that names the articles, behind the head of its file."""
        heads = "".join(
            f'<th scope="col">{self._word(name)}</th>' for name in ("articles", "source", "published", "marks")
        )
        return f"<h1>{self._word('articles')}</h1>\n<table><thead><tr>{heads}</tr></thead><tbody>\n"

    def index_row(self, address: str, record: Record) -> str:
        """One article of that table: its title leads to ``address``, a file beside."""
        meta, marks = record["meta"], sum(len(record[array]) for array in _ARRAYS.values())
        title = f'<a href="{escape(address)}"><bdi>{escape(title_of(record))}</bdi></a>'
        cells = [title, *(f"<bdi>{escape(meta[key] or '')}</bdi>" for key in ("source", "published")), str(marks)]
        return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>\n"

    def index_tail(self) -> str:
        return "</tbody></table>\n"

    def _word(self, name: str) -> str:
        return escape(_words()[name][self._language])

    def _colours(self) -> str:
        labels = list(self._codebook.labels())
        light = "".join(f".k{number}{{--c:{label.colour}}}" for number, label in enumerate(labels))
        dark = "".join(f".k{number}{{--c:{label.dark}}}" for number, label in enumerate(labels))
        neutral = f".k{{--c:{NEUTRAL}}}@media screen and (prefers-color-scheme:dark){{.k{{--c:{NEUTRAL_DARK}}}}}"
        return f"{neutral}\n{light}\n@media screen and (prefers-color-scheme:dark){{{dark}}}\n"


def title_of(record: Record) -> str:
    """What the page of a record is called: its title, its first line, or its ref."""
    return record["meta"]["title"] or first_line(record["text"]) or record["doc_id"]


class _Page:
    """One article's record on its way to HTML. ``numbers`` are those of the labels' classes."""

    def __init__(
        self, record: Record, codebook: Codebook, language: str, numbers: Mapping[tuple[str, str], int]
    ) -> None:
        self._record = record
        self._codebook = codebook
        self._language = language
        self._numbers = numbers
        self._labels: dict[tuple[str, str], Label] = {}
        self._shown = {mark["id"]: " … ".join(_parts(record["text"], mark)) for mark in _marks_of(record)}
        self._names = {entry["entity_id"]: entry["name"] for entry in record["register"]}
        self._drawn = [self._draw(kind, mark) for kind, array in _ARRAYS.items() for mark in record[array]]

    def lines(self) -> Iterator[str]:
        yield "<header>"
        yield f'<h1 dir="auto">{escape(title_of(self._record))}</h1>'
        yield from self._facts()
        yield from self._legend()
        yield "</header>"
        yield from self._article(self._record["text"])
        yield from self._quotes()
        yield from self._claims()
        yield from self._entities()

    def _word(self, name: str) -> str:
        return escape(_words()[name][self._language])

    def _label(self, kind: str, mark: Record) -> Label:
        name = mark.get("label") or mark.get("type") or kind
        return self._labels.setdefault((kind, name), self._codebook.shown(kind, name))

    def _style(self, label: Label) -> str:
        return f"k{self._numbers.get((label.kind, label.id), '')} {label.pattern}"

    def _draw(self, kind: str, mark: Record) -> Drawn:
        label = self._label(kind, mark)
        name = label.name.get(self._language)
        behind = self._filler(mark["entity_id"]) if kind == ENTITY and mark["entity_id"] else None
        told = f"{name}: {behind}" if behind else name
        chip = "" if kind == CUE else name
        return Drawn(mark["id"], kind, self._style(label), chip, told, fragments_of(mark["fragments"]))

    def _facts(self) -> Iterator[str]:
        meta, book = self._record["meta"], self._record["codebook"]
        facts = {
            "source": meta["source"],
            "published": meta["published"],
            "layer": self._record["layer"],
            "annotators": "، ".join(self._record["annotators"]),
            "codebook": f"{book['name']} {book['version']}",
        }
        yield "<dl>"
        for name, value in facts.items():
            if value:
                yield f"<div><dt>{self._word(name)}</dt><dd><bdi>{escape(value)}</bdi></dd></div>"
        yield "</dl>"

    def _legend(self) -> Iterator[str]:
        """Every label of the page with its colour and pattern, and how many marks have it."""
        yield f'<nav aria-label="{self._word("legend")}">'
        for (kind, name), label in self._labels.items():
            count = sum((mark.get("label") or mark.get("type") or kind) == name for mark in self._record[_ARRAYS[kind]])
            shape = "q" if kind == QUOTE else "u"
            shown = escape(label.name.get(self._language))
            yield f'<span><mark class="{shape} {self._style(label)}">{shown}</mark> <small>{count}</small></span>'
        yield "</nav>"

    def _article(self, text: str) -> Iterator[str]:
        direction = main_direction(text)
        yield f'<article lang="{escape(self._record["lang"])}" dir="{direction}">'
        for line, html, lanes in lines_with_marks(text, self._drawn):
            if text[line.start : line.end].strip():
                depth = f' style="--d:{lanes}"' if lanes else ""
                yield f"<p{depth}>{html}</p>"
        yield "</article>"

    def _quotes(self) -> Iterator[str]:
        def row(quote: Record) -> Iterator[str]:
            speaker = quote["speaker"]
            yield self._fillers(speaker["mention_ids"], speaker["entity_ids"]) or self._value(
                QUOTE, "realization", speaker["realization"]
            )
            yield self._fillers(quote["cue_ids"])
            yield self._link(quote["id"])
            yield escape(self._label(QUOTE, quote).name.get(self._language))

        return self._table("quotes", ("speaker", "cue", "words", "type"), self._record["quotes"], row)

    def _claims(self) -> Iterator[str]:
        def row(claim: Record) -> Iterator[str]:
            claimer = claim["claimer"]
            yield self._fillers(claimer["mention_ids"], claimer["entity_ids"]) or self._value(
                CLAIM, "claimer_kind", claimer["kind"]
            )
            yield self._link(claim["id"], claim["normalized_claim"])
            yield self._value(CLAIM, "verdict", claim["verdict"]["value"])

        return self._table("claims", ("claimer", "sentence", "verdict"), self._record["claims"], row)

    def _entities(self) -> Iterator[str]:
        """Each surface once a label, with all its places."""
        surfaces: dict[tuple[str, str], list[str]] = {}
        for mark in self._record["entities"]:
            surfaces.setdefault((mark["label"], self._shown[mark["id"]]), []).append(mark["id"])

        def row(found: tuple[tuple[str, str], list[str]]) -> Iterator[str]:
            (label, surface), ids = found
            yield f"<bdi>{escape(surface)}</bdi>"
            yield escape(self._codebook.shown(ENTITY, label).name.get(self._language))
            yield " ".join(f'<a href="#{escape(each)}">{number}</a>' for number, each in enumerate(ids, 1))

        return self._table("entities", ("words", "label", "places"), sorted(surfaces.items()), row)

    def _table(self, title: str, columns: Iterable[str], rows: Iterable[Any], cells: Any) -> Iterator[str]:
        shown = [f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells(row))}</tr>" for row in rows]
        if shown:
            heads = "".join(f'<th scope="col">{self._word(name)}</th>' for name in columns)
            yield f"<section><h2>{self._word(title)}</h2><table><thead><tr>{heads}</tr></thead><tbody>"
            yield from shown
            yield "</tbody></table></section>"

    def _link(self, mark: str, instead: str | None = None) -> str:
        return f'<a href="#{escape(mark)}"><bdi>{escape(instead or self._shown[mark])}</bdi></a>'

    def _fillers(self, marks: Iterable[str], entries: Iterable[str] = ()) -> str:
        links = [self._link(each) for each in marks if each in self._shown]
        return "، ".join(links or [f"<bdi>{escape(self._filler(each))}</bdi>" for each in entries])

    def _filler(self, entry: str) -> str:
        return str(self._names.get(entry, entry))

    def _value(self, kind: str, attribute: str, value: str | None) -> str:
        """A value of an attribute by the name that the codebook has for it."""
        if value is None:
            return ""
        known = self._codebook.kind(kind).attribute(attribute)
        names = {choice.id: choice.name.get(self._language) for choice in known.choices} if known else {}
        return f"<small>{escape(names.get(value, value))}</small>"


@functools.cache
def _words() -> dict[str, dict[str, str]]:
    return tomllib.loads(resources.text("pages/words.toml"))


def _marks_of(record: Record) -> Iterator[Record]:
    for array in _ARRAYS.values():
        yield from record[array]


def _parts(text: str, mark: Record) -> list[str]:
    return [text[start:end].strip() for start, end in mark["fragments"]]


def _face(font: str | None) -> str:
    return f'@font-face{{font-family:Amiri;src:url("{font}")}}\n' if font else ""
