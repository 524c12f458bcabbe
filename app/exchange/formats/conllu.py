"""CoNLL-U: sentences of numbered words with ``# text``, the outermost entities in MISC as ``NER=B-PERS``.

https://universaldependencies.org/format.html. Tags in MISC are read under the names that Stanza and spaCy use too. What
stands between words is told as UDPipe does it (``SpaceAfter``, ``SpacesAfter``, ``SpacesBefore``), so that the text of
an article comes back exactly; what else is known of it stands in a comment before its first sentence.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from app.domain.errors import N_
from app.exchange.conllu_in import arrivals, looks_like
from app.exchange.conllu_spaces import COMMENT, escaped, one_line
from app.exchange.draft import kept_head
from app.exchange.format import Format
from app.exchange.page import Page
from app.exchange.sheet import Sheet
from app.exchange.sheets_out import Leaving, sheets
from app.exchange.sinks import Sink
from app.exchange.tokens_out import NO_WORDS, Tokens, entities_of, outermost_runs, tags_of, tokenized
from app.exchange.writing import Writing

KEY = "conllu"


def write(sink: Sink, pages: Iterable[Page], writing: Writing) -> None:
    with sink.file() as file:
        for sheet, leaving in sheets(pages, writing, KEY):
            file.write("".join(f"{line}\n" for line in _lines(sheet, leaving)).encode())


def _lines(sheet: Sheet, leaving: Leaving) -> Iterable[str]:
    found = tokenized(sheet.text, entities_of(sheet, leaving), leaving)
    tags = tags_of(len(found.cuts), outermost_runs(found.runs, leaving), leaving)
    if not found.cuts:
        leaving.losses.add(NO_WORDS, sheet.ref)
        return
    kept = {**kept_head(sheet), "register": [], "relations": []}
    ref = one_line(sheet.ref)
    yield f"# newdoc id = {ref}"
    yield f"# {COMMENT} = {json.dumps(kept, ensure_ascii=True)}"
    for number, (first, behind) in enumerate(found.sentences(), 1):
        yield from ["# newpar"] if _begins_paragraph(sheet.text, found, first) else []
        yield f"# sent_id = {ref}-{number}"
        yield f"# text = {one_line(sheet.text[found.cuts[first][0] : found.cuts[behind - 1][1]])}"
        for at in range(first, behind):
            yield _word(sheet.text, found, at, at - first + 1, tags[at])
        yield ""


def _begins_paragraph(text: str, found: Tokens, first: int) -> bool:
    before = found.cuts[first - 1][1] if first else 0
    return not first or "\n" in text[before : found.cuts[first][0]]


def _word(text: str, found: Tokens, at: int, number: int, tags: list[str]) -> str:
    start, end = found.cuts[at]
    last = at + 1 == len(found.cuts)
    gap = text[end : len(text) if last else found.cuts[at + 1][0]]
    misc = [f"NER={tags[0]}"] if tags else []
    if not at and start:
        misc.append(f"SpacesBefore={escaped(text[:start])}")
    if gap == "":
        misc.append("SpaceAfter=No")
    elif gap != " ":
        misc.append(f"SpacesAfter={escaped(gap)}")
    return "\t".join([str(number), text[start:end], *["_"] * 7, "|".join(misc) or "_"])


CONLLU = Format(
    KEY,
    N_("CoNLL-U (words with entities in MISC)"),
    (".conllu",),
    N_("every mark but the outermost entities, edges inside of words, attributes and links"),
    looks_like=looks_like,
    arrivals=arrivals,
    write=write,
    written_as=(".conllu",),
    kept_as=".conllu",
)
