"""Wojood's nested entities: a token a line with a tag for every entity that covers it, the outer one's first.

https://github.com/SinaLab/ArabicNER. Its scorer looks at each label by itself, so it does not see an entity inside
another one of the same label; such are written, and counted among the losses.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from app.domain.errors import N_
from app.exchange.drafting import Drafting
from app.exchange.format import Arrival, Format, Head, Reading, Source
from app.exchange.page import Page
from app.exchange.sheets_out import Leaving, sheets
from app.exchange.sinks import Sink
from app.exchange.tag_columns import DOCSTART, column_arrivals, looks_tagged
from app.exchange.tagged import OUTSIDE, is_tag
from app.exchange.tokens_out import BETWEEN, Run, entities_of, tags_of, tokenized
from app.exchange.writing import Writing

KEY = "wojood"
SAME_INSIDE = N_("entity inside another one of the same label: Wojood's scorer does not see it")
SAME_ACROSS = N_("entity across another one of the same label: the earlier one is kept")


def write(sink: Sink, pages: Iterable[Page], writing: Writing) -> None:
    with sink.file() as file:
        for sheet, leaving in sheets(pages, writing, KEY):
            found = tokenized(sheet.text, entities_of(sheet, leaving), leaving)
            runs = _kept(found.runs, leaving)
            tags = tags_of(len(found.cuts), runs, leaving)
            writing.marks += len(runs) - len(sheet.marks)
            leaving.losses.add(BETWEEN, sheet.ref)
            lines = [f"{DOCSTART} {OUTSIDE}\n\n"]
            for first, behind in found.sentences():
                for number in range(first, behind):
                    start, end = found.cuts[number]
                    lines.append(f"{sheet.text[start:end]} {' '.join(tags[number]) or OUTSIDE}\n")
                lines.append("\n")
            file.write("".join(lines).encode())


def _kept(runs: Sequence[Run], leaving: Leaving) -> list[Run]:
    """Runs outer before inner, without those that cross one of the same name: nobody could tell the two apart."""
    kept: list[Run] = []
    of_name: dict[str, list[Run]] = {}
    for run in sorted(runs, key=lambda run: (run.first, -run.last, run.mark.start, -run.mark.end)):
        others = of_name.setdefault(leaving.name(run.mark), [])
        over = [other for other in others if run.first <= other.last]
        if any(run.last > other.last for other in over):
            leaving.losses.add(SAME_ACROSS, run.mark.id)
            continue
        if over:
            leaving.losses.add(SAME_INSIDE, run.mark.id)
        kept.append(run)
        others.append(run)
    return kept


def _all(columns: Sequence[str]) -> Sequence[str]:
    return columns


def looks_like(head: Head) -> bool:
    """Tokens with tags, some with several."""
    rows = [line.split()[1:] for line in head.lines if not line.startswith(DOCSTART)]
    return looks_tagged(head.lines) and any(len(tags) > 1 and all(map(is_tag, tags)) for tags in rows)


def arrivals(source: Source, reading: Reading) -> Iterator[Arrival]:
    return column_arrivals(source, Drafting(reading, KEY, KEY, sentences=True), _all)


WOJOOD = Format(
    KEY,
    N_("Wojood (nested entities, a token and its tags a line)"),
    (".txt", ".wojood"),
    N_("every mark but entities, edges inside of tokens, attributes, links, and the text between tokens"),
    looks_like=looks_like,
    arrivals=arrivals,
    write=write,
    written_as=(".wojood",),
    kept_as=".txt",
)
