"""A codebook as TOML text, laid out to be read and edited by hand."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from app.domain.codebook import Attribute, Codebook, Kind, Label, Slot, Words, ZoneKind
from app.domain.text.trim import PLAIN, USUAL


def write_codebook(codebook: Codebook) -> str:
    """The TOML text from which ``read_codebook`` gives the same codebook again."""
    lines = [
        f"name = {_value(codebook.name)}",
        f"version = {codebook.version}",
        f"title = {_words(codebook.title)}",
    ]
    for kind in codebook.kinds:
        lines += ["", "", "[[kind]]", *_kind(kind)]
    lines += [] if not codebook.zones else [""]
    for zone in codebook.zones:
        lines += ["", "[[zone]]", *_zone(zone)]
    return "\n".join(lines) + "\n"


def with_source(codebook: Codebook) -> Codebook:
    """The codebook with the TOML text that says it."""
    return replace(codebook, source=write_codebook(codebook), stands_in=False)


def _kind(kind: Kind) -> Iterator[str]:
    yield f"id = {_value(kind.id)}"
    yield f"name = {_words(kind.name)}"
    yield from _keys(kind)
    for label in kind.labels:
        yield from ("", "[[kind.label]]", *_label(label))
    for attribute in kind.attributes:
        yield from ("", "[[kind.attribute]]", *_attribute(attribute))
    for slot in kind.slots:
        yield from ("", "[[kind.slot]]", *_slot(slot))


def _label(label: Label) -> Iterator[str]:
    yield f"id = {_value(label.id)}"
    yield f"name = {_words(label.name)}"
    yield from _keys(label)
    yield f"colour = {_value(label.colour)}"
    yield f"dark = {_value(label.dark)}"
    yield f"pattern = {_value(label.pattern)}"
    if label.trim != USUAL.get(label.kind, PLAIN):
        yield f"trim = {_value(label.trim)}"
    if label.flat is not None:
        yield f"flat = {_value(label.flat)}"
    if not label.lite:
        yield "lite = false"
    if label.retired:
        yield "retired = true"
    if label.defaults:
        yield f"defaults = {_value(label.defaults)}"
    yield from _definition(label.definition)
    for name, examples in (("examples", label.examples), ("counter_examples", label.counter_examples)):
        if examples:
            yield from (f"{name} = [", *(f"    {_value(each)}," for each in examples), "]")
    if label.exports:
        yield f"exports = {_value(label.exports)}"


def _attribute(attribute: Attribute) -> Iterator[str]:
    yield f"id = {_value(attribute.id)}"
    yield f"name = {_words(attribute.name)}"
    yield f"type = {_value(attribute.type)}"
    yield from _keys(attribute)
    if attribute.default is not None:
        yield f"default = {_value(attribute.default)}"
    if attribute.choices:
        choices = (f"    {{ id = {_value(each.id)}, name = {_words(each.name)} }}," for each in attribute.choices)
        yield from ("choices = [", *choices, "]")


def _slot(slot: Slot) -> Iterator[str]:
    yield f"id = {_value(slot.id)}"
    yield f"name = {_words(slot.name)}"
    yield f"ends = {_value(slot.ends)}"
    if slot.literals:
        yield f"literals = {_value(slot.literals)}"
    if slot.most:
        yield f"most = {slot.most}"
    yield from _keys(slot)


def _zone(zone: ZoneKind) -> Iterator[str]:
    yield f"id = {_value(zone.id)}"
    yield f"name = {_words(zone.name)}"
    if zone.excluded:
        yield "excluded = true"
    yield from _definition(zone.definition)


def _keys(part: Kind | Label | Attribute | Slot) -> Iterator[str]:
    if part.key is not None:
        yield f"key = {_value(part.key)}"
    if part.twin is not None:
        yield f"twin = {_value(part.twin)}"


def _definition(words: Words) -> Iterator[str]:
    yield f"definition.ar = {_value(words.ar)}"
    yield f"definition.en = {_value(words.en)}"


def _words(words: Words) -> str:
    return f"{{ ar = {_value(words.ar)}, en = {_value(words.en)} }}"


def _value(value: Any) -> str:
    """One value on one line. JSON's strings are TOML's too, but for the one sign that only TOML wants escaped."""
    if isinstance(value, Mapping):
        pairs = ", ".join(f"{_name(str(key))} = {_value(each)}" for key, each in value.items())
        return f"{{ {pairs} }}" if pairs else "{}"
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(_value, value))}]"
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007F")


def _name(key: str) -> str:
    plain = key.replace("_", "").replace("-", "")
    return key if plain.isascii() and plain.isalnum() else _value(key)
