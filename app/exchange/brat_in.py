"""brat standoff on its way in: the lines of an annotation file over the text beside it.

What Tawsim wrote beside the two files is believed only as far as the lines still say the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import orjson

from app.domain.codebook import ENTITY
from app.domain.errors import N_
from app.exchange.brat_conf import one_line, safe
from app.exchange.decoding import decoded
from app.exchange.draft import Draft
from app.exchange.drafting import Drafting, own_head
from app.exchange.errors import BadLine, CannotRead, Note
from app.exchange.fields import Told, article_of_fields
from app.exchange.format import Arrival, Reading, Source
from app.exchange.json_lines import unreadable
from app.exchange.raw_text import RawText
from app.exchange.sheet import Mark, Record

_TEXT_BOUND = re.compile(r"(T\S+)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)\t(.*)", re.DOTALL)
_EVENT = re.compile(r"(E\S+)\t(\S+?):(\S+)((?: \S+:\S+)*) ?")
_RELATION = re.compile(r"(R\S+)\t(\S+) (\S+?):(\S+) (\S+?):(\S+)\s*")
_ATTRIBUTE = re.compile(r"([AM]\S+)\t(\S+) (\S+)(?: (\S+))?\s*")
_NORMAL = re.compile(r"(N\S+)\tReference (\S+) (\S+?):(\S+)\t?(.*)", re.DOTALL)
_NOTE = re.compile(r"(#\S*)\t(\S+) (\S+)\t?(.*)", re.DOTALL)
_EQUIV = re.compile(r"\*\tEquiv((?: \S+){2,})\s*")

_UNREADABLE = N_("The line is none that brat writes: {line}")
_NOT_THERE = N_("The line speaks of {name}, and nothing is called so.")


def arrivals(source: Source, reading: Reading) -> Iterator[Arrival]:
    """One article: the annotation file and the text of the same name."""
    content = _text_bytes(source)
    annotations = _bytes(source.path, source.shown)
    drafting = Drafting(reading, "brat", "brat")
    notes: tuple[Note, ...] = ()
    beside = _beside(source.path.with_suffix(".json"))
    kept = {key: value for key, value in beside.items() if key not in ("marks", "ties")}
    head = own_head(kept, content.decode(errors="replace"))
    if head is not None:
        draft, raw, lines = Draft(drafting, head), RawText(head["text"], head["sha256"]), annotations.decode()
    else:
        text = decoded(content)
        notes = (Note(N_("decoded as {encoding}"), {"encoding": text.encoding}),) if text.encoding else ()
        article, _named = article_of_fields(Told(text.text), source.stem)
        draft, raw, lines, beside = Draft(drafting, article), RawText(text.text), decoded(annotations).text, {}
    _Lines(draft, raw, reading, beside).take(lines)
    yield Arrival(draft.page(), whole_file=len(annotations), notes=notes, refused=tuple(draft.refused))


def _text_bytes(source: Source) -> bytes:
    path = source.path.with_suffix(".txt")
    if not path.exists():
        shown = source.shown.with_suffix(".txt")
        raise CannotRead(N_("There is no text {path} beside the annotations."), path=shown)
    return _bytes(path, source.shown.with_suffix(".txt"))


def _bytes(path: Path, shown: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise unreadable(shown, error) from error


def _beside(path: Path) -> Record:
    try:
        found: Any = orjson.loads(path.read_bytes())
    except (OSError, orjson.JSONDecodeError):
        return {}
    return found if isinstance(found, dict) else {}


@dataclass(slots=True)
class _About:
    """What other lines say of a mark."""

    attributes: dict[str, str | bool] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    reference: tuple[str, str, str] | None = None


@dataclass(slots=True)
class _Lines:
    """The lines of one file: what they say about marks is gathered first, so that a mark is made with all of it."""

    draft: Draft
    raw: RawText
    reading: Reading
    beside: Record
    about: dict[str, _About] = field(default_factory=dict)
    triggers: dict[str, str] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)

    def take(self, content: str) -> None:
        lines = [(number, line.removesuffix("\r")) for number, line in enumerate(content.split("\n"), 1)]
        marks: list[tuple[int, str]] = []
        links: list[tuple[int, str]] = []
        abouts: list[tuple[int, str]] = []
        for number, line in filter(lambda each: each[1].strip(), lines):
            {"T": marks, "R": links, "E": links, "*": links}.get(line[0], abouts).append((number, line))
        for _, line in links:
            if event := _EVENT.fullmatch(line):
                self.triggers[event[1]] = event[3]
        known = {line.split("\t")[0] for _, line in marks}
        for number, line in abouts:
            self._about(number, line, known)
        for number, line in marks:
            self._mark(number, line)
        for number, line in links:
            self._link(number, line)

    def _about(self, number: int, line: str, known: set[str]) -> None:
        if found := _ATTRIBUTE.fullmatch(line):
            self._of(found[3]).attributes[found[2]] = found[4] or True
        elif found := _NORMAL.fullmatch(line):
            self._of(found[2]).reference = (found[3], found[4], found[5])
        elif found := _NOTE.fullmatch(line):
            notes = self._of(found[3]).notes
            notes[found[2]] = f"{notes[found[2]]}\n{found[4]}" if found[2] in notes else found[4]
        else:
            return self.draft.refuse(BadLine(_UNREADABLE, line=line[:60]), number)
        name = found[3] if line[0] != "N" else found[2]
        if self.triggers.get(name, name) not in known:
            self.draft.refuse(BadLine(_NOT_THERE, name=name), number)

    def _of(self, name: str) -> _About:
        return self.about.setdefault(self.triggers.get(name, name), _About())

    def _mark(self, number: int, line: str) -> None:
        found = _TEXT_BOUND.fullmatch(line)
        if found is None:
            return self.draft.refuse(BadLine(_UNREADABLE, line=line[:60]), number)
        name, label, places, exact = found.groups()
        if name in self.seen:
            return self.draft.refuse(BadLine(N_("The id {id} stands twice in the file."), id=name), number)
        self.seen.add(name)
        pairs = [[int(edge) for edge in place.split(" ")] for place in places.split(";")]
        there = [self.raw.raw[start:end] for start, end in pairs]
        right = exact in (" ".join(there), " ".join(there).replace("\n", " ").replace("\r", ""))
        kept = self.beside.get("marks", {}).get(name, {})
        called = kept.get("called") if safe(str(kept.get("called"))) == label else None
        made = self.draft.mark(
            called or label,
            [[self.raw.at(start), self.raw.at(end)] for start, end in pairs],
            called=name,
            exact=None if right else exact,
            rest=kept.get("rest"),
            own_id=kept.get("id"),
            line=number,
        )
        if made is not None:
            self._say(made, self.about.get(name, _About()), number)

    def _say(self, mark: Mark, about: _About, number: int) -> None:
        """Lay what the lines say of a mark over what lies beside, where the two are not the same."""
        kind = self.reading.codebook.kind(mark.kind)
        silent = self.draft.silent(mark)
        for attribute in kind.attributes:
            if attribute.id not in mark.rest:
                continue
            old, name = mark.rest[attribute.id], safe(attribute.id)
            if attribute.type in ("choice", "flag"):
                said = about.attributes.pop(name, None)
                choices = {safe(choice.id): choice.id for choice in attribute.choices}
                new = choices.get(said, said) if isinstance(said, str) else said
                if attribute.type == "choice" and new is not None and new not in choices.values():
                    self.draft.refuse(BadLine(_NO_VALUE, attribute=attribute.id, value=new, kind=kind.id), number)
                elif new is not None:
                    mark.rest[attribute.id] = new if attribute.type == "choice" else True
                elif old is True or (attribute.type == "choice" and old is not None):
                    mark.rest[attribute.id] = silent[attribute.id]  # brat has taken it away
            elif attribute.type == "text":
                said = about.notes.pop("AnnotatorNotes" if attribute.id == "note" else name, None)
                if said is not None and said != one_line(str(old)):
                    mark.rest[attribute.id] = said
                elif said is None and isinstance(old, str) and old.strip() and old != silent[attribute.id]:
                    mark.rest[attribute.id] = silent[attribute.id]
        if about.notes:  # of kinds that the codebook has no attribute for
            mark.rest["note"] = "\n".join(filter(None, (mark.rest["note"], *about.notes.values())))
        for name in about.attributes:
            self.draft.refuse(BadLine(_NO_ATTRIBUTE, attribute=name, kind=mark.kind), number)
        self._refer(mark, about)

    def _refer(self, mark: Mark, about: _About) -> None:
        """A reference of somebody else's becomes an entry of the register."""
        if about.reference is None or mark.kind != ENTITY or mark.rest["entity_id"] is not None:
            return
        where, kb_id, name = about.reference
        entry = f"{where}:{kb_id}"
        register = self.draft.head["register"]
        if all(known["entity_id"] != entry for known in register):
            known = {"entity_id": entry, "label": mark.label, "name": name or mark.exact, "aliases": [], "kb_id": kb_id}
            register.append(known)
        mark.rest["entity_id"] = entry

    def _link(self, number: int, line: str) -> None:
        if found := _RELATION.fullmatch(line):
            kept = self.beside.get("ties", {}).get(found[1], {})
            role = kept["role"] if safe(kept.get("role", "")) == found[2] else found[2]
            ends = (self._trigger(found[4]), self._trigger(found[6]))
            self.draft.tie(ends[0], role, ends[1], own_id=kept.get("id"), rest=kept.get("rest"), line=number)
        elif found := _EVENT.fullmatch(line):
            for part in found[4].split():
                role, _, end = part.partition(":")
                self.draft.tie(found[3], role.rstrip("0123456789") or role, self._trigger(end), line=number)
        elif found := _EQUIV.fullmatch(line):
            first, *others = found[1].split()
            for other in others:
                self.draft.tie(self._trigger(first), "Equiv", self._trigger(other), line=number)
        else:
            self.draft.refuse(BadLine(_UNREADABLE, line=line[:60]), number)

    def _trigger(self, name: str) -> str:
        return self.triggers.get(name, name)


_NO_VALUE = N_("The attribute {attribute} of a {kind} has no value {value} in the codebook.")
_NO_ATTRIBUTE = N_("The codebook has no attribute {attribute} for the kind {kind}: add it there, or leave it out.")
