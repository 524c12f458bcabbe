"""The files that tell brat what may be marked, what it is called and how it looks: a codebook in brat's words.

http://brat.nlplab.org/configuration.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.domain.codebook import Codebook, Kind, Label
from app.exchange.naming import Naming

_TYPE = re.compile(r"[^\w-]+")
BREAKS = re.compile("[\t\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
"""What no line of brat's can hold: tabs part its fields, and brat takes all the others for the end of a line."""


def safe(name: str) -> str:
    """A name as brat takes it for a type, an attribute or a value: letters, digits, ``_`` and ``-``."""
    return _TYPE.sub("_", name) or "_"


def one_line(text: str) -> str:
    """A text as it can stand in a note."""
    return BREAKS.sub(" ", text).strip()


def annotation_conf(codebook: Codebook, names: Naming) -> str:
    """What may be marked: every label, the slots as relations, choices and flags as attributes."""
    lines = ["# Written by Tawsim from the codebook " + f"{codebook.name} {codebook.version}", "", "[entities]"]
    lines += dict.fromkeys(name for _, name in _labels(codebook, names))
    lines += ["", "[relations]", *_relations(codebook, names)]
    lines += ["<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>"]  # marks may lie over and in each other
    lines += ["", "[events]", "", "[attributes]", *_attributes(codebook, names)]
    return "\n".join(lines) + "\n"


def visual_conf(codebook: Codebook, names: Naming) -> str:
    """What labels are called in Arabic and their colours."""
    labels = {name: label for label, name in reversed(list(_labels(codebook, names)))}
    lines = ["[labels]", *(f"{name} | {label.name.ar}" for name, label in sorted(labels.items()))]
    lines += ["", "[drawing]", "SPAN_DEFAULT\tfgColor:black, bgColor:lightgreen, borderColor:darken"]
    lines += (f"{name}\tfgColor:white, bgColor:{label.colour}" for name, label in sorted(labels.items()))
    return "\n".join(lines) + "\n"


def _labels(codebook: Codebook, names: Naming) -> Iterator[tuple[Label, str]]:
    for label in codebook.labels():
        name = names.name(label.kind, label.id)
        if name is not None:
            yield label, safe(name)


def _of_kind(kind: Kind, names: Naming) -> list[str]:
    found = (names.name(kind.id, label.id) for label in kind.labels)
    return list(dict.fromkeys(safe(name) for name in found if name is not None))


def _relations(codebook: Codebook, names: Naming) -> Iterator[str]:
    for kind in codebook.kinds:
        for slot in kind.slots:
            ends = [name for other in codebook.kinds if other.id in slot.ends for name in _of_kind(other, names)]
            if ends and (begins := _of_kind(kind, names)):
                yield f"{safe(slot.id)}\tArg1:{'|'.join(begins)}, Arg2:{'|'.join(ends)}"


def _attributes(codebook: Codebook, names: Naming) -> Iterator[str]:
    """Attributes of one name in several kinds are one in brat."""
    bearers: dict[str, list[str]] = {}
    values: dict[str, list[str]] = {}
    for kind in codebook.kinds:
        for attribute in kind.attributes:
            if attribute.type in ("choice", "flag"):
                bearers.setdefault(safe(attribute.id), []).extend(_of_kind(kind, names))
                values.setdefault(safe(attribute.id), []).extend(safe(choice.id) for choice in attribute.choices)
    for name, found in bearers.items():
        if found:
            choices = f", Value:{'|'.join(dict.fromkeys(values[name]))}" if values[name] else ""
            yield f"{name}\tArg:{'|'.join(dict.fromkeys(found))}{choices}"
