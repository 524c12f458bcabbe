"""Every type and medium of a quote by its name, for the palette and for keys of one's own."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from app.domain.codebook import QUOTE, Codebook, Words
from app.domain.edit import Edit
from app.domain.errors import N_
from app.workbench.actions.table import Act, Action, Menu, from_codebook, has_article
from app.workbench.bench import Workbench
from app.workbench.making import changed, with_attribute

_MEDIUM = "medium"


def to_type(bench: Workbench, label: str) -> None:
    """Give the quote at hand that type."""
    quote = bench.at_hand((QUOTE,))
    if quote is None:
        return bench.say(N_("There is no quote here."))
    if quote.label != label:
        bench.do(Edit(N_("Relabel"), (changed(bench, quote, label=label),)))
        bench.put(bench.place, quote.id)


def to_medium(bench: Workbench, medium: str) -> None:
    """Say of the quote at hand whether it was spoken, written or thought."""
    quote = bench.at_hand((QUOTE,))
    if quote is None:
        return bench.say(N_("There is no quote here."))
    if quote.attributes.get(_MEDIUM) != medium:
        bench.do(with_attribute(bench, quote, _MEDIUM, medium))
        bench.put(bench.place, quote.id)


@from_codebook
def types_and_media(codebook: Codebook) -> Iterator[Action]:
    """One action a type and one a medium, without keys: Y and M walk through them."""
    kind = codebook.kind(QUOTE)
    for label in kind.usable:
        act = _with(to_type, label.id)
        yield _named(f"quote.type.{label.id}", kind.name, label.name, act)
    medium = kind.attribute(_MEDIUM)
    for choice in medium.choices if medium else ():
        act = _with(to_medium, choice.id)
        yield _named(f"quote.medium.{choice.id}", kind.name, choice.name, act)


def _with(act: Callable[[Workbench, str], None], name: str) -> Act:
    return lambda bench: act(bench, name)


def _named(name: str, head: Words, rest: Words, act: Act) -> Action:
    words = Words(ar=f"{head.ar}: {rest.ar}", en=f"{head.en}: {rest.en}")
    return Action(name, words.en, Menu.FRAME, (), act, has_article, words=words)
