"""Edits of the register: a mention gets its entry, and entries are made, corrected, merged, split and erased."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from app.domain.annotation import ANNOTATION_END, ENTRY_END, REJECTED, Annotation, End, Link, RegisterEntry
from app.domain.codebook import CLAIM, ENTITY, QUOTE
from app.domain.edit import Change, Edit
from app.domain.errors import N_, TawsimError
from app.domain.ids import new_id
from app.domain.rules import ENTITY_ROLE
from app.domain.span import Span
from app.workbench.bench import Workbench
from app.workbench.frames import CLAIMER, SPEAKER
from app.workbench.making import changed, link
from app.workbench.naming import stems_of, words_of

IMPLICIT, BY_ENTRY = "implicit", "entity"
_WHO = {QUOTE: SPEAKER, CLAIM: CLAIMER}
_NAME, _SPEAKING_LABEL = "name", "PERS"
_BEFORE = 6000  # code points in which the last speaker before a frame is looked for
_KB_ID = re.compile(r"Q[1-9][0-9]*|local:\S+")
_OF_WIKIDATA = re.compile(r"https?://(?:www\.)?wikidata\.org/(?:wiki|entity)/", re.IGNORECASE)


class BadEntry(TawsimError):
    """Something that a register entry cannot be or have."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What E is about: ``source`` whose slot ``role`` an entry fills, and the ``name`` and ``label`` it goes by.

    A mention fills the role ``entity``. A frame whose speaker has no words is linked by its own slot, and then
    ``name`` is that of the last speaker, empty when there is none.
    """

    source: Annotation
    role: str
    name: str
    label: str
    held: tuple[Link, ...] = ()

    @property
    def is_name(self) -> bool:
        """Whether the words are a name, which an entry may be found by again."""
        return self.role == ENTITY_ROLE and self.source.attributes.get("mention", _NAME) == _NAME


def subject(bench: Workbench) -> Subject | None:
    """The mention at hand; of a quote or claim the mention that speaks, the first without an entry before the others,
    or the frame itself when nobody is mentioned. None when there is no such mark here."""
    mark = bench.at_hand((ENTITY, QUOTE, CLAIM))
    if mark is None or mark.state == REJECTED:
        return None
    if mark.kind == ENTITY:
        return _of_mention(bench, mark)
    found = [each for each in _speakers(bench, mark) if each.state != REJECTED]
    free = [each for each in found if not entries_of(bench, each)]
    if found:
        return _of_mention(bench, (free or found)[0])
    last = last_speaker(bench, mark)
    name, label = (last.name, last.label) if last else ("", _SPEAKING_LABEL)
    return Subject(mark, _WHO[mark.kind], name, label, _held(bench, mark, _WHO[mark.kind]))


def last_speaker(bench: Workbench, frame: Annotation) -> Subject | None:
    """Who speaks in the nearest frame before ``frame``: its mention, or the frame itself that names an entry."""
    near = bench.marks.meeting(Span(max(frame.start - _BEFORE, 0), max(frame.start, 1)))
    for each in reversed(near):
        if each.kind in _WHO and each.id != frame.id and each.start < frame.start and each.state != REJECTED:
            for mention in _speakers(bench, each):
                return _of_mention(bench, mention)
            held = _held(bench, each, _WHO[each.kind])
            if held:
                entry = bench.register.get(held[0].target.value)
                name, label = (entry.name, entry.label) if entry else ("", _SPEAKING_LABEL)
                return Subject(each, _WHO[each.kind], name, label, held)
    return None


def entries_of(bench: Workbench, mark: Annotation) -> list[str]:
    """Ids of the entries behind a mark: of a mention its own, of a frame those of its speakers or claimers."""
    if mark.kind not in _WHO:
        return [each.target.value for each in _held(bench, mark, ENTITY_ROLE)]
    behind = [entry for mention in _speakers(bench, mark) for entry in entries_of(bench, mention)]
    return list(dict.fromkeys(behind + [each.target.value for each in _held(bench, mark, _WHO[mark.kind])]))


def entries_here(bench: Workbench) -> list[str]:
    """Ids of the entries that the open article names in this layer, the last linked first."""
    found = [each for each in bench.marks.links() if each.target.kind == ENTRY_END]
    return list(dict.fromkeys(each.target.value for each in reversed(found)))


def same_mentions(bench: Workbench, about: Subject) -> list[Annotation]:
    """The other mentions of the article with the same label and folded words that have no entry yet."""
    if about.role != ENTITY_ROLE:
        return []
    words, alike = words_of(about.name), cache(words_of)  # most names of an article stand in it often
    linked = {each.source for each in bench.marks.links() if each.role == ENTITY_ROLE}
    return [
        each
        for each in bench.marks
        if (each.kind, each.label) == (ENTITY, about.label)
        and each.state != REJECTED
        and each.id not in linked
        and each.id != about.source.id
        and alike(_name_of(each)) == words
    ]


def linking(
    bench: Workbench, about: Subject, entry: RegisterEntry, also: Iterable[Annotation] = (), *, new: bool = False
) -> Edit:
    """Link the subject, and the mentions ``also``, to the entry, which is made in the same edit when it is ``new``.

    Another entry that was linked gives way. A name that the entry's names do not hold becomes an alias of it.
    """
    told = replace(entry, aliases=(*entry.aliases, about.name)) if _is_other_name(about, entry) else entry
    of_entry = (Change(None if new else entry, told),) if new or told != entry else ()
    end = End(ENTRY_END, entry.id)
    gone = tuple(Change(each, None) for each in about.held if each.target != end)
    made = [] if any(each.target == end for each in about.held) else [link(bench, about.role, about.source, end)]
    made += [link(bench, ENTITY_ROLE, each, end) for each in also]
    tied = tuple(Change(None, each) for each in made)
    return Edit(N_("Link to register"), (*of_entry, *gone, *_literals_gone(bench, about), *tied, *_who(bench, about)))


def unlinking(bench: Workbench, about: Subject) -> Edit:
    """Take the subject's entry away; without one nothing changes."""
    gone = tuple(Change(each, None) for each in about.held)
    said: tuple[Change, ...] = ()
    if gone and about.role == CLAIMER and about.source.attributes.get("claimer_kind") == BY_ENTRY:
        said = (changed(bench, about.source, attributes={**about.source.attributes, "claimer_kind": None}),)
    return Edit(N_("Unlink from register"), (*gone, *said))


def new_entry(name: str, label: str) -> RegisterEntry:
    """An entry of that name. ``BadEntry`` for a blank one."""
    return checked(RegisterEntry(new_id(), label, name))


def checked(entry: RegisterEntry) -> RegisterEntry:
    """The entry with white space in order, aliases each once, and a knowledge base id of the right form.

    Raises ``BadEntry`` when it has no name or its id is neither a Wikidata id nor a local one.
    """
    name = " ".join(entry.name.split())
    if not words_of(name):
        raise BadEntry(N_("An entry of the register needs a name."))
    tidy = (" ".join(alias.split()) for alias in entry.aliases)
    aliases = tuple(dict.fromkeys(alias for alias in tidy if alias and alias != name))
    return replace(
        entry, name=name, aliases=aliases, kb_id=kb_id_of(entry.kb_id), note=(entry.note or "").strip() or None
    )


def kb_id_of(typed: str | None) -> str | None:
    """A knowledge base id as the register keeps it, None for nothing: ``Q42``, also out of Wikidata's address, or
    ``local:`` and what a project calls it. ``BadEntry`` for anything else."""
    plain = _OF_WIKIDATA.sub("", (typed or "").strip())
    if not plain:
        return None
    plain = "Q" + plain[1:] if plain.startswith("q") else plain
    if not _KB_ID.fullmatch(plain):
        raise BadEntry(N_("{id} is no Wikidata id (Q and a number) and no id of your own (local:name)."), id=plain)
    return plain


def rewriting(before: RegisterEntry, after: RegisterEntry) -> Edit:
    """An entry with other values; ``BadEntry`` when it cannot have them. Without a difference nothing changes."""
    after = checked(after)
    return Edit(N_("Change register entry"), (Change(before, after),) if after != before else ())


def merging(bench: Workbench, kept: RegisterEntry, gone: Sequence[RegisterEntry]) -> Edit:
    """Make one entry of several: the links of all layers move to ``kept``, which gains the names of the others, and
    their knowledge base id and note where it has none. A link that ``kept`` has already is dropped."""
    united = kept
    held = {(each.source, each.role) for each in bench.store.entry_places.links(kept.id)}
    moves: list[Change] = []
    for entry in gone:
        united = replace(
            united,
            aliases=(*united.aliases, entry.name, *entry.aliases),
            kb_id=united.kb_id or entry.kb_id,
            note=united.note or entry.note,
        )
        for each in bench.store.entry_places.links(entry.id):
            there = (each.source, each.role) in held
            held.add((each.source, each.role))
            moves.append(Change(each, None if there else replace(each, target=End(ENTRY_END, kept.id))))
    erased = tuple(Change(entry, None) for entry in gone)
    return Edit(N_("Merge register entries"), (*rewriting(kept, united).changes, *moves, *erased))


def splitting(bench: Workbench, entry: RegisterEntry, links: Iterable[str], name: str) -> tuple[RegisterEntry, Edit]:
    """Give the mentions of those link ids to a new entry of the same label; the entry and the edit."""
    chosen = frozenset(links)
    made = new_entry(name, entry.label)
    moving = [each for each in bench.store.entry_places.links(entry.id) if each.id in chosen]
    moves = (Change(each, replace(each, target=End(ENTRY_END, made.id))) for each in moving)
    return made, Edit(N_("Split register entry"), (Change(None, made), *moves))


def erasing_entry(bench: Workbench, entry: RegisterEntry) -> Edit:
    """Erase an entry, and with it every link of every layer to it."""
    links = bench.store.entry_places.links(entry.id)
    return Edit(N_("Erase register entry"), (*(Change(each, None) for each in links), Change(entry, None)))


def _of_mention(bench: Workbench, mark: Annotation) -> Subject:
    return Subject(mark, ENTITY_ROLE, _name_of(mark), mark.label, _held(bench, mark, ENTITY_ROLE))


def _name_of(mark: Annotation) -> str:
    return " ".join(str(mark.attributes.get("normalized") or mark.exact).split())


def _held(bench: Workbench, source: Annotation, role: str) -> tuple[Link, ...]:
    return tuple(each for each in bench.marks.links_from(source.id, role) if each.target.kind == ENTRY_END)


def _speakers(bench: Workbench, frame: Annotation) -> list[Annotation]:
    """The mentions in the speaker's or claimer's slot."""
    ends = (each.target for each in bench.marks.links_from(frame.id, _WHO[frame.kind]))
    marks = (bench.marks.get(end.value) for end in ends if end.kind == ANNOTATION_END)
    return [each for each in marks if each is not None]


def _is_other_name(about: Subject, entry: RegisterEntry) -> bool:
    """Whether the mention is a name that none of the entry's names holds: أ.ف.ب, and not خامنئي of علي خامنئي."""
    words = set(stems_of(words_of(about.name)))
    names = (set(stems_of(words_of(name))) for name in (entry.name, *entry.aliases))
    return about.is_name and bool(words) and not any(words <= each for each in names)


def _literals_gone(bench: Workbench, about: Subject) -> tuple[Change, ...]:
    """A claimer who is an entry is no longer the journalist."""
    if about.role == ENTITY_ROLE:
        return ()
    others = bench.marks.links_from(about.source.id, about.role)
    return tuple(Change(each, None) for each in others if each.target.kind not in (ANNOTATION_END, ENTRY_END))


def _who(bench: Workbench, about: Subject) -> tuple[Change, ...]:
    """What a frame says of its speaker or claimer once an entry without words is linked."""
    if about.role == ENTITY_ROLE:
        return ()
    name, value = ("realization", IMPLICIT) if about.role == SPEAKER else ("claimer_kind", BY_ENTRY)
    known = bench.codebook.shown_kind(about.source.kind).attribute(name)
    if about.source.attributes.get(name) == value or known is None:
        return ()
    return (changed(bench, about.source, attributes={**about.source.attributes, name: value}),)
