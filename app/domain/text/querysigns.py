"""The signs of a query: words, quotation marks, parentheses, operators, fields, in the order they were typed in."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from app.domain.errors import N_, DomainError
from app.domain.text.folding import fold_key, is_invisible

TITLE, TEXT, REF = "title", "text", "ref"
FIELDS = (TITLE, TEXT, REF)
FILTERS = ("label", "kind", "speaker", "state", "source", "from", "to", "status", "annotator", "layer")

_NAMES = {
    **{name: name for name in (*FIELDS, *FILTERS)},
    "عنوان": TITLE,
    "نص": TEXT,
    "مرجع": REF,
    "وسم": "label",
    "نوع": "kind",
    "قائل": "speaker",
    "متحدث": "speaker",
    "قبول": "state",
    "مصدر": "source",
    "من": "from",
    "الي": "to",
    "حاله": "status",
    "حالة": "status",
    "محلل": "annotator",
    "طبقه": "layer",
    "طبقة": "layer",
}
"""What fields and filters are called, folded."""

_LATIN = {"AND": "and", "OR": "or", "NOT": "not", "&": "and", "&&": "and", "||": "or"}
_ARABIC = {"و": "and", "او": "or", "ليس": "not"}
_CLOSERS = {'"': '"', "“": "”“", "”": "”“", "„": "”“", "«": "»", "»": "«"}
_STOPS = re.compile(r'[\s()|"“”„«»]')

_UNCLOSED = N_("Character {place}: this quotation mark is never closed. Write its partner, or leave it out.")
_NO_FIELD = N_("Character {place}: there is no field {name}. Did you mean {near}: ?")


class QueryTrouble(DomainError):
    """A query that cannot be understood. ``at`` is the code point where, counted from 0."""

    def __init__(self, template: str, at: int = 0, **values: object) -> None:
        super().__init__(template, place=at + 1, **values)
        self.at = at


@dataclass(frozen=True, slots=True)
class Sign:
    """``kind`` is word, quote, field, and, or, not, minus, exact, open or close; ``joined`` says that nothing stands
    between it and the sign before."""

    kind: str
    text: str
    at: int
    joined: bool = False


def signs(typed: str) -> Iterator[Sign]:
    """Every sign of what was typed; ``QueryTrouble`` at a quotation mark without partner, or a misspelt field."""
    at, end = 0, -1
    while at < len(typed):
        letter = typed[at]
        if letter.isspace() or (is_invisible(letter) and _is_alone(typed, at)):
            at += 1
            continue
        for sign in _next(typed, at):
            yield replace(sign, joined=at == end) if sign.at == at else replace(sign, joined=True)
            last = sign
        at = end = _behind(typed, last)


def _is_alone(typed: str, at: int) -> bool:
    return at + 1 == len(typed) or bool(_STOPS.match(typed, at + 1)) or is_invisible(typed[at + 1])


def _next(typed: str, at: int) -> Iterator[Sign]:
    """The sign at ``at``; a field's name and what follows it are two."""
    letter = typed[at]
    if letter in "()":
        yield Sign("open" if letter == "(" else "close", letter, at)
    elif letter == "|":
        yield Sign("or", typed[at : at + 2] if typed.startswith("||", at) else letter, at)
    elif letter in _CLOSERS:
        end = next((n for n in range(at + 1, len(typed)) if typed[n] in _CLOSERS[letter]), None)
        if end is None:
            raise QueryTrouble(_UNCLOSED, at)
        yield Sign("quote", typed[at : end + 1], at)
    elif letter in "-−=" and at + 1 < len(typed) and not typed[at + 1].isspace():
        yield Sign("exact" if letter == "=" else "minus", letter, at)
    else:
        yield from _word(typed, at)


def _word(typed: str, at: int) -> Iterator[Sign]:
    stop = _STOPS.search(typed, at)
    word = typed[at : stop.start() if stop else len(typed)]
    bare = fold_key(word)
    operator = _LATIN.get(word) or _ARABIC.get(bare)
    if operator:
        yield Sign(operator, word, at)
        return
    name, colon, rest = word.partition(":")
    field = _NAMES.get(fold_key(name)) if colon else None
    if colon and field is None and (near := _near(name)):
        raise QueryTrouble(_NO_FIELD, at, name=name, near=near)
    if field is None:
        yield Sign("word", word, at)
        return
    yield Sign("field", f"{field}\0{name}", at)
    if rest:
        yield Sign("word", rest, at + len(name) + 1)


def _near(name: str) -> str | None:
    """The field that a misspelt Latin name may mean."""
    if not (name.isascii() and name.isalpha()):
        return None
    return next(iter(difflib.get_close_matches(name.lower(), (*FIELDS, *FILTERS), 1, 0.75)), None)


def _behind(typed: str, sign: Sign) -> int:
    return sign.at + len(sign.text.partition("\0")[2]) + 1 if sign.kind == "field" else sign.at + len(sign.text)
