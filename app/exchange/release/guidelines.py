"""The guidelines of a release: the codebook as a text to read, in both languages."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.codebook import Attribute, Codebook, Kind, Label, Slot


def guidelines(codebook: Codebook) -> str:
    """The codebook as Markdown."""
    return "\n".join(_lines(codebook)) + "\n"


def _lines(codebook: Codebook) -> Iterator[str]:
    yield f"# {codebook.title.en} · {codebook.title.ar}"
    yield ""
    yield f"Codebook `{codebook.name}`, version {codebook.version}. Examples show the marked words in [brackets]."
    for kind in codebook.kinds:
        if kind.labels:
            yield from _kind(kind)
    if codebook.zones:
        yield ""
        yield "## Zones of an article"
        yield ""
        for zone in codebook.zones:
            out = " (takes no part in training)" if zone.excluded else ""
            yield f"- `{zone.id}` {zone.name.en} · {zone.name.ar}{out}: {zone.definition.en} {zone.definition.ar}"


def _kind(kind: Kind) -> Iterator[str]:
    yield ""
    yield f"## {kind.name.en} · {kind.name.ar}"
    for label in kind.labels:
        yield from _label(label)
    if kind.attributes:
        yield ""
        yield "### Attributes"
        yield ""
        yield from map(_attribute, kind.attributes)
    if kind.slots:
        yield ""
        yield "### Slots"
        yield ""
        yield from map(_slot, kind.slots)


def _label(label: Label) -> Iterator[str]:
    yield ""
    yield f"### `{label.id}` {label.name.en} · {label.name.ar}{' (retired)' if label.retired else ''}"
    yield ""
    yield label.definition.en
    yield ""
    yield label.definition.ar
    for title, examples in (("Examples", label.examples), ("Not so", label.counter_examples)):
        if examples:
            yield ""
            yield f"{title}:"
            yield ""
            yield from (f"- {example}" for example in examples)


def _attribute(attribute: Attribute) -> str:
    choices = ", ".join(f"`{choice.id}` {choice.name.en} · {choice.name.ar}" for choice in attribute.choices)
    usual = f" (usually `{attribute.default}`)" if attribute.default is not None else ""
    name = f"- `{attribute.id}` {attribute.name.en} · {attribute.name.ar}{usual}"
    return f"{name}: {choices or attribute.type}"


def _slot(slot: Slot) -> str:
    ends = ", ".join((*slot.ends, *(f"`{word}`" for word in slot.literals)))
    most = f", at most {slot.most}" if slot.most else ""
    return f"- `{slot.id}` {slot.name.en} · {slot.name.ar}{most}: {ends}"
