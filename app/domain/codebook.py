"""The codebook: which kinds, labels, attributes and slots a project has, how they look, and what they mean."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import field
from typing import Any

from app.domain.errors import N_, CodebookError, UnknownLabel
from app.domain.text.trim import PLAIN, USUAL
from app.domain.values import frozen

ENTITY, QUOTE, CLAIM, CUE = "entity", "quote", "claim", "cue"
KINDS = (ENTITY, QUOTE, CLAIM, CUE)
PATTERNS = ("solid", "double", "dashed", "dotted", "dash-dot", "wave", "thick")
NEUTRAL, NEUTRAL_DARK = "#6B6B6B", "#9E9E9E"
ATTRIBUTE_TYPES = ("choice", "flag", "text", "verdict")


@frozen
class Words:
    """One text in the two languages of the interface."""

    ar: str
    en: str

    def get(self, language: str) -> str:
        return self.ar if language == "ar" else self.en


@frozen
class Label:
    """What an annotation of ``kind`` can be called. ``key`` is the Latin key, ``twin`` the Arabic letter on it.

    ``flat`` is its name in four-label exports (PER, LOC, ORG, MISC), None where such an export leaves it out. ``trim``
    names the rule of ``text/trim.py`` by which the edges of a selection are tidied. A ``retired`` label keeps the marks
    that it has and takes no new ones.
    """

    id: str
    kind: str
    name: Words
    key: str | None
    twin: str | None
    colour: str
    dark: str
    pattern: str
    definition: Words
    examples: tuple[str, ...] = ()
    counter_examples: tuple[str, ...] = ()
    defaults: Mapping[str, Any] = field(default_factory=dict)
    flat: str | None = None
    lite: bool = True
    exports: Mapping[str, str] = field(default_factory=dict)
    trim: str = PLAIN
    retired: bool = False


@frozen
class Choice:
    """One value that a choice attribute can have."""

    id: str
    name: Words


@frozen
class Attribute:
    """Something said of an annotation: one of ``choices``, a flag, free text, or a verdict."""

    id: str
    name: Words
    type: str
    choices: tuple[Choice, ...] = ()
    default: Any = None
    key: str | None = None
    twin: str | None = None


@frozen
class Slot:
    """A named role of a frame: which kinds may fill it, which literal words, and how many (``most`` 0: any number)."""

    id: str
    name: Words
    ends: tuple[str, ...]
    literals: tuple[str, ...] = ()
    most: int = 0
    key: str | None = None
    twin: str | None = None


@frozen
class Kind:
    """Entity, quote, claim or cue, with its labels, attributes and slots. One without labels is not used."""

    id: str
    name: Words
    labels: tuple[Label, ...]
    attributes: tuple[Attribute, ...] = ()
    slots: tuple[Slot, ...] = ()
    key: str | None = None
    twin: str | None = None

    @property
    def usable(self) -> tuple[Label, ...]:
        """The labels that new marks can have."""
        return tuple(label for label in self.labels if not label.retired)

    def slot(self, role: str) -> Slot | None:
        return next((slot for slot in self.slots if slot.id == role), None)

    def attribute(self, name: str) -> Attribute | None:
        return next((attribute for attribute in self.attributes if attribute.id == name), None)


@frozen
class ZoneKind:
    """A part of an article: headline, byline, body ...; ``excluded`` ones take no part in suggestions and training."""

    id: str
    name: Words
    excluded: bool
    definition: Words


@frozen
class Codebook:
    """A project's whole scheme at one version. ``source`` is the TOML text it was read from; one that ``stands_in``
    takes the place of a codebook that cannot be read, whose ``source`` it keeps."""

    name: str
    version: int
    title: Words
    kinds: tuple[Kind, ...]
    zones: tuple[ZoneKind, ...]
    source: str = field(repr=False, compare=False)
    stands_in: bool = False

    def kind(self, kind: str) -> Kind:
        """The kind of that name; ``UnknownLabel`` when there is none."""
        for found in self.kinds:
            if found.id == kind:
                return found
        raise UnknownLabel(N_("The codebook {codebook} has no kind {kind}."), codebook=self.name, kind=kind)

    def label(self, kind: str, label: str) -> Label:
        """The label of that kind; ``UnknownLabel`` when the codebook lacks either."""
        for found in self.kind(kind).labels:
            if found.id == label:
                return found
        raise UnknownLabel(
            N_("The codebook {codebook} has no {kind} label {label}."), codebook=self.name, kind=kind, label=label
        )

    def shown(self, kind: str, label: str) -> Label:
        """The label, or a neutral one in its place: a mark may have a label that only another version knows."""
        with suppress(UnknownLabel):
            return self.label(kind, label)
        words = Words(label, label)
        return Label(label, kind, words, None, None, NEUTRAL, NEUTRAL_DARK, "solid", words, retired=True)

    def shown_kind(self, kind: str) -> Kind:
        """The kind, or one without labels, attributes and slots in its place, as ``shown`` does for a label."""
        with suppress(UnknownLabel):
            return self.kind(kind)
        return Kind(kind, Words(kind, kind), ())

    def labels(self) -> Iterator[Label]:
        """Every label of every kind, in the codebook's order."""
        for kind in self.kinds:
            yield from kind.labels

    def has(self, kind: str, label: str) -> bool:
        """Whether there is such a label, retired or not."""
        return any((found.kind, found.id) == (kind, label) for found in self.labels())


def read_codebook(
    source: str, where: str = "codebook", read: Callable[[str], dict[str, Any]] | None = None
) -> Codebook:
    """A codebook from its TOML text. ``CodebookError`` names ``where`` and what is wrong. ``read`` makes the table of
    the text, as ``tomllib.loads`` does."""
    from app.domain.codebook_checks import check  # noqa: PLC0415 - it knows the classes above

    table = _table(source, where, read)
    try:
        codebook = Codebook(
            name=table["name"],
            version=int(table["version"]),
            title=_words(table["title"]),
            kinds=tuple(_kind(kind) for kind in table["kind"]),
            zones=tuple(
                ZoneKind(zone["id"], _words(zone["name"]), bool(zone.get("excluded")), _words(zone["definition"]))
                for zone in table.get("zone", [])
            ),
            source=source,
        )
        check(codebook, where)
    except KeyError as error:
        raise CodebookError(N_("{where} lacks the key {key}."), where=where, key=error) from error
    except (TypeError, ValueError, AttributeError) as error:  # a list where there should be a word, also in the checks
        raise CodebookError(N_("{where} cannot be read: {reason}."), where=where, reason=error) from error
    return codebook


def _table(source: str, where: str, read: Callable[[str], dict[str, Any]] | None) -> dict[str, Any]:
    if read is None:
        import tomllib  # noqa: PLC0415 - a window that has read its codebook before starts without it

        read = tomllib.loads
    try:
        return read(source)
    except ValueError as error:
        raise CodebookError(N_("{where} is not valid TOML: {reason}."), where=where, reason=error) from error


def _words(table: Mapping[str, str]) -> Words:
    return Words(ar=table["ar"], en=table["en"])


def _kind(table: Mapping[str, Any]) -> Kind:
    trim = table.get("trim", USUAL.get(table["id"], PLAIN))
    return Kind(
        id=table["id"],
        name=_words(table["name"]),
        labels=tuple(_label(label, table["id"], trim) for label in table.get("label", [])),
        attributes=tuple(_attribute(attribute) for attribute in table.get("attribute", [])),
        slots=tuple(_slot(slot) for slot in table.get("slot", [])),
        key=table.get("key"),
        twin=table.get("twin"),
    )


def _label(table: Mapping[str, Any], kind: str, trim: str) -> Label:
    return Label(
        id=table["id"],
        kind=kind,
        name=_words(table["name"]),
        key=table.get("key"),
        twin=table.get("twin"),
        colour=table["colour"],
        dark=table["dark"],
        pattern=table["pattern"],
        definition=_words(table["definition"]),
        examples=tuple(table.get("examples", [])),
        counter_examples=tuple(table.get("counter_examples", [])),
        defaults=dict(table.get("defaults", {})),
        flat=table.get("flat"),
        lite=bool(table.get("lite", True)),
        exports=dict(table.get("exports", {})),
        trim=table.get("trim", trim),
        retired=bool(table.get("retired", False)),
    )


def _attribute(table: Mapping[str, Any]) -> Attribute:
    choices = tuple(Choice(choice["id"], _words(choice["name"])) for choice in table.get("choices", []))
    return Attribute(
        table["id"],
        _words(table["name"]),
        table["type"],
        choices,
        table.get("default"),
        table.get("key"),
        table.get("twin"),
    )


def _slot(table: Mapping[str, Any]) -> Slot:
    return Slot(
        id=table["id"],
        name=_words(table["name"]),
        ends=tuple(table["ends"]),
        literals=tuple(table.get("literals", [])),
        most=int(table.get("most", 0)),
        key=table.get("key"),
        twin=table.get("twin"),
    )
