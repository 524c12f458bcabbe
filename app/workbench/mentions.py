"""From an entry of the register to where it is mentioned."""

from __future__ import annotations

from app.domain.annotation import ENTRY_END, REJECTED, RegisterEntry
from app.domain.errors import N_
from app.workbench.bench import Workbench

_COUNTED = 100


def go_to_mention(bench: Workbench, entry: RegisterEntry) -> None:
    """Bring the caret to the entry's next mention in the open article, round again at the end; else say where it is."""
    ids = {
        link.source for link in bench.marks.links() if link.target.kind == ENTRY_END and link.target.value == entry.id
    }
    marks = [mark for mark in map(bench.marks.get, ids) if mark is not None and mark.state != REJECTED]
    marks.sort(key=lambda mark: mark.order)
    if marks:
        focused = bench.marks.get(bench.focus)
        here = focused.order if focused in marks else (bench.place.caret, 0, "", "")
        return bench.focus_on(next((mark for mark in marks if mark.order > here), marks[0]))
    articles = bench.store.mentions(bench.layer, entry.id, _COUNTED)
    if not articles:
        return bench.say(N_("“{name}” is mentioned nowhere yet."), name=entry.name)
    if len(articles) == 1:
        return bench.say(
            N_("“{name}” is not mentioned here, but in “{article}”."), name=entry.name, article=articles[0].name
        )
    bench.say(
        N_("“{name}” is not mentioned here, but in {count} other articles, first in “{article}”."),
        name=entry.name,
        article=articles[0].name,
        count=len(articles) if len(articles) < _COUNTED else f"{_COUNTED}+",
    )
