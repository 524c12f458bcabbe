"""What labels are called in a file, and which label a name of a file means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from app.domain.codebook import ENTITY, Codebook, Label
from app.domain.errors import N_
from app.exchange.errors import ExchangeError

BY_FORMAT, OWN, FLAT = "format", "own", "flat"

Named = tuple[str, str]
"""A kind and a label of it."""


class WrongName(ExchangeError):
    """A mapping of labels that names something that is not there."""


class Naming:
    """Names for the labels of a codebook. ``key`` is what the codebook calls the format under ``exports``.

    ``style`` is ``format`` (the codebook's name in this format, else the label itself), ``own`` (always the label
    itself) or ``flat`` (the four names of flat exports; entities without one are left out). Marks that are no entities
    are called after their kind too: ``QUOTE_direct``. ``changed`` goes before all of them: a label, written ``PERS``
    or ``quote:direct``, to its name; the empty name leaves such marks out.
    """

    def __init__(
        self, codebook: Codebook, key: str = "", style: str = BY_FORMAT, changed: Mapping[str, str] | None = None
    ) -> None:
        self._codebook = codebook
        self._key = key
        self._style = style
        asked = {label_named(codebook, old): new for old, new in (changed or {}).items()}
        self._names: dict[Named, str | None] = {}
        self._found: dict[str, Named] = {}
        self._shared: set[str] = set()
        for label in codebook.labels():
            named = (label.kind, label.id)
            self._take(named, asked[named] or None if named in asked else self._usual(label), named in asked)

    @property
    def plain(self) -> bool:
        """Whether every label of the codebook has a name, and one that it does not share."""
        return not self._shared and len(self._found) == len(self._names) and None not in self._names.values()

    def name(self, kind: str, label: str) -> str | None:
        """What a mark of the label is called in the file; None when it is to be left out."""
        named = (kind, label)
        if named not in self._names:  # another version of the codebook knew it
            self._take(named, self._usual(self._codebook.shown(kind, label)), asked=False)
        return self._names[named]

    def tells(self, kind: str, label: str) -> bool:
        """Whether the name of the label leads back to it: no other label has the same."""
        name = self.name(kind, label)
        return name is not None and self.label(name) == (kind, label)

    def label(self, name: str) -> Named | None:
        """The label that a file means by ``name``, None when no label is called so.

        By its name in this format, by its own, or written ``kind:label``; never by likeness. A name that several labels
        share means none of them, unless it is the own name of one.
        """
        return self._found.get(name) or _readable(self._codebook).get(name)

    def _usual(self, label: Label) -> str | None:
        if self._style == FLAT and label.kind == ENTITY:
            return label.flat
        named = label.exports.get(self._key) if self._style == BY_FORMAT else None
        return named or own_name(label.kind, label.id)

    def _take(self, named: Named, name: str | None, asked: bool) -> None:
        """Labels share a name where somebody said so. Where the own names of two kinds are alike, nobody did: then the
        second is called by its kind too."""
        own = own_name(*named)
        other = self._found.get(name) if name is not None else None
        if other is not None and name == own and not asked and other[0] != named[0]:
            name, other = f"{named[0]}:{named[1]}", None
        self._names[named] = name
        if name is None:
            return
        if name == own or (other is None and name not in self._shared):
            self._found[name] = named
        elif other is not None and own_name(*other) != name:
            del self._found[name]
            self._shared.add(name)


def own_name(kind: str, label: str) -> str:
    """A label by itself: entities as the codebook has them, others with their kind before it."""
    if kind == ENTITY:
        return label
    return kind.upper() if label == kind else f"{kind.upper()}_{label}"


def label_named(codebook: Codebook, name: str) -> Named:
    """The label that an analyst writes ``PERS``, ``quote:direct`` or ``claim``. ``WrongName`` when there is none."""
    found = _readable(codebook).get(name)
    if found is None:
        raise WrongName(
            N_("The codebook {codebook} has no label {name}; write PERS for an entity's, quote:direct for another's."),
            codebook=codebook.name,
            name=name,
        )
    return found


def _readable(codebook: Codebook) -> dict[str, Named]:
    names: dict[str, Named] = {}
    for name, named in _spellings(codebook):
        names.setdefault(name, named)
    return names


def _spellings(codebook: Codebook) -> Iterator[tuple[str, Named]]:
    for label in codebook.labels():
        named = (label.kind, label.id)
        yield f"{label.kind}:{label.id}", named
        if label.kind == ENTITY:
            yield label.id, named
    for label in codebook.labels():
        if label.kind != ENTITY:
            named = (label.kind, label.id)
            yield own_name(*named), named
            if label.id == label.kind:
                yield label.kind, named
