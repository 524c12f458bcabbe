"""What a codebook may not be, because it would break later: kinds missing, names twice, keys that clash."""

from __future__ import annotations

import re
from collections.abc import Iterable

from app.domain.codebook import ATTRIBUTE_TYPES, KINDS, PATTERNS, Attribute, Choice, Codebook, Label, Slot
from app.domain.errors import N_, CodebookError
from app.domain.text.trim import RULES

_COLOUR = re.compile("#[0-9A-Fa-f]{6}")


def check(codebook: Codebook, where: str) -> None:
    """Raise ``CodebookError``, naming ``where``, for a codebook that would break later."""
    missing = [kind for kind in KINDS if kind not in {found.id for found in codebook.kinds}]
    if missing:
        raise CodebookError(N_("{where} lacks the kinds {kinds}."), where=where, kinds=", ".join(missing))
    for kind in codebook.kinds:
        _check_once(kind.labels, N_("{where} has the label {name} twice."), where)
        _check_once(kind.attributes, N_("{where} has the attribute {name} twice."), where)
        _check_once(kind.slots, N_("{where} has the slot {name} twice."), where)
        for attribute in kind.attributes:
            _check_once(attribute.choices, N_("{where} has the choice {name} twice."), where)
            if attribute.type not in ATTRIBUTE_TYPES:
                raise CodebookError(
                    N_("{where}: {name} is of the unknown type {type}."),
                    where=where,
                    name=attribute.id,
                    type=attribute.type,
                )
    for label in codebook.labels():
        _check_look(label, where)
    _check_keys(codebook, where)


def _check_look(label: Label, where: str) -> None:
    for shade in (label.colour, label.dark):
        if not _COLOUR.fullmatch(shade):
            raise CodebookError(
                N_("{where}: {colour} of {name} is no colour such as #0072B2."),
                where=where,
                colour=shade,
                name=label.id,
            )
    if label.pattern not in PATTERNS:
        raise CodebookError(
            N_("{where}: {name} has the unknown pattern {pattern}."),
            where=where,
            name=label.id,
            pattern=label.pattern,
        )
    if label.trim not in RULES:
        raise CodebookError(
            N_("{where}: {name} has the unknown trimming rule {rule}."),
            where=where,
            name=label.id,
            rule=label.trim,
        )


def _check_keys(codebook: Codebook, where: str) -> None:
    keys: dict[str, str] = {}
    for label in codebook.labels():
        for key in filter(None, (label.key, label.twin)):
            if keys.setdefault(key, label.id) != label.id:
                raise CodebookError(
                    N_("{where}: the labels {first} and {second} share the key {key}."),
                    where=where,
                    first=keys[key],
                    second=label.id,
                    key=key,
                )


def _check_once(parts: Iterable[Label | Attribute | Slot | Choice], sentence: str, where: str) -> None:
    """Refuse an id that two of the parts have, or that one has not."""
    seen = {""}
    for part in parts:
        if part.id in seen:
            raise CodebookError(sentence, where=where, name=part.id)
        seen.add(part.id)
