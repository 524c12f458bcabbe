"""A page as one line of ``tawsim/1``: the same page always gives the same bytes."""

from __future__ import annotations

from collections.abc import Callable, Collection
from operator import attrgetter
from typing import Any

from app.domain.annotation import ACCEPTED, ANNOTATION_END, ENTRY_END, Annotation, Link
from app.domain.article import Article
from app.domain.codebook import CLAIM, CUE, ENTITY, QUOTE, Codebook
from app.domain.errors import N_
from app.domain.rules import ENTITY_ROLE, OWN_ROLE
from app.domain.span import Fragments
from app.domain.text.quotation import inner_of
from app.exchange.losses import Losses
from app.exchange.page import RELATION_KEYS, Page
from app.exchange.slots import NO_KEY, Slots
from app.exchange.tawsim_lines import line_bytes
from app.exchange.tawsim_shape import (
    HELD,
    INNER,
    NO_VERDICT,
    OFFSET_UNIT,
    SCHEMA,
    unsaid,
)

Record = dict[str, Any]

_OTHER_KIND = N_("mark of a kind that the line has no place for")
_OTHER_LABEL = N_("label of a kind that has none in the line")
_OTHER_ATTRIBUTE = N_("attribute that the line has no key for")
_ENTRY_NOTE = N_("note of a register entry")


def of_article(article: Article) -> Record:
    """What a line says first: the article itself, its keys in the line's order."""
    meta = article.meta
    return {
        "schema": SCHEMA,
        "doc_id": article.ref,
        "lang": article.lang,
        "text": article.text,
        "sha256": article.sha256,
        "offset_unit": OFFSET_UNIT,
        "meta": {
            "title": article.title,
            "source": meta.source,
            "url": meta.url,
            "published": meta.published,
            "extra": meta.extra,
        },
    }


def of_zones(article: Article) -> list[Record]:
    """Its zones as the line has them."""
    return [{"zone": zone.name, "start": zone.span.start, "end": zone.span.end} for zone in article.zones]


class LineWriter:
    """Writes the pages of one codebook; ``losses`` gathers what the lines could not hold.

    Marks in other states than accepted are left out, unless their state is one of ``include_states``. ``marks`` and
    ``left_out`` count those that were told and those that were not.
    """

    def __init__(self, codebook: Codebook, include_states: Collection[str] = (), losses: Losses | None = None) -> None:
        self.codebook = codebook
        self.losses = Losses() if losses is None else losses
        self.marks = 0
        self.left_out = 0
        self._states = frozenset({ACCEPTED, *include_states})
        self._noted: set[str] = set()
        self._unsaid: dict[tuple[str, str], Record] = {}

    def line(self, page: Page) -> str:
        """The line without its end."""
        return line_bytes(self.record(page)).decode()

    def record(self, page: Page) -> Record:
        """What the line says, its keys in the line's order."""
        article = page.article
        kept = self._kept(page)
        slots = Slots(page, kept, self.losses)
        arrays: dict[str, list[Record]] = {ENTITY: [], CUE: [], QUOTE: [], CLAIM: []}
        for each in kept:
            said = self._said(each)
            told = _TOLD[each.kind](self, each, said, slots, article.text)
            _sign(told, each, said["note"])
            arrays[each.kind].append(told)
        relations = self._relations(slots, kept)
        return {
            **of_article(article),
            "layer": page.layer,
            "annotators": sorted({*page.progress.annotators, *(each.made_by for each in kept)}),
            "codebook": {"name": self.codebook.name, "version": self.codebook.version},
            "zones": of_zones(article),
            "register": self._register(page, slots),
            "entities": arrays[ENTITY],
            "cues": arrays[CUE],
            "quotes": arrays[QUOTE],
            "claims": arrays[CLAIM],
            "relations": relations,
        }

    def _kept(self, page: Page) -> list[Annotation]:
        """The marks that the line tells, in its order."""
        asked = sorted((each for each in page.annotations if each.state in self._states), key=attrgetter("order"))
        kept = [each for each in asked if each.kind in _TOLD]
        for lost in asked if len(kept) < len(asked) else ():
            if lost.kind not in _TOLD:
                self.losses.add(_OTHER_KIND, lost.id)
        self.marks += len(kept)
        self.left_out += len(page.annotations) - len(asked)
        return kept

    def _said(self, each: Annotation) -> Record:
        """Every attribute, those that the mark is silent about as the codebook has them; what has no key is lost."""
        named = (each.kind, each.label)
        if named not in self._unsaid:
            self._unsaid[named] = unsaid(self.codebook, *named)
        if not each.attributes:
            return self._unsaid[named]  # it is only read
        held = HELD[each.kind]
        if not held.issuperset(each.attributes):
            for name, value in each.attributes.items():
                if name not in held and value is not None:
                    self.losses.add(_OTHER_ATTRIBUTE, f"{each.id}.{name}")
        return {**self._unsaid[named], **each.attributes}

    def _entity(self, each: Annotation, said: Record, slots: Slots, text: str) -> Record:
        return {
            "id": each.id,
            "label": each.label,
            "subtype": said["subtype"],
            "fragments": _pairs(each.fragments),
            "text": each.exact,
            "entity_id": self._entry(each, slots),
            "mention": said["mention"],
            "normalized": said["normalized"],
            "metonymic": bool(said["metonymic"]),
            "uncertain": bool(said["uncertain"]),
        }

    def _entry(self, each: Annotation, slots: Slots) -> str | None:
        """The register entry of a mention. Most have none, and are not asked."""
        if each.id not in slots.filled:
            return None
        return slots.one(each.id, ENTITY_ROLE, slots.entries(each.id, ENTITY_ROLE))

    def _cue(self, each: Annotation, said: Record, slots: Slots, text: str) -> Record:
        self._only_label(each)
        return {
            "id": each.id,
            "fragments": _pairs(each.fragments),
            "text": each.exact,
            "strength": said["strength"],
        }

    def _quote(self, each: Annotation, said: Record, slots: Slots, text: str) -> Record:
        name, inner = each.id, said.get(INNER)
        mentions = slots.marks(name, "speaker")
        return {
            "id": name,
            "type": each.label,
            "medium": said["medium"],
            "fragments": _pairs(each.fragments),
            "inner": _pairs(inner_of(text, each.fragments)) if inner is None else inner,
            "text": each.exact,
            "speaker": {
                "realization": slots.word(name, "speaker", each.attributes.get("realization")) or said["realization"],
                "mention_ids": mentions,
                "entity_ids": slots.entries_of(name, "speaker", mentions),
            },
            "cue_ids": slots.marks(name, "cue"),
            "addressee_ids": slots.both(name, "addressee"),
            "nested_in": slots.one(name, "nested_in", slots.marks(name, "nested_in")),
            "same_utterance": slots.marks(name, "same_utterance"),
            "polarity": said["polarity"],
        }

    def _claim(self, each: Annotation, said: Record, slots: Slots, text: str) -> Record:
        self._only_label(each)
        name = each.id
        mentions = slots.marks(name, "claimer")
        return {
            "id": name,
            "fragments": _pairs(each.fragments),
            "text": each.exact,
            "normalized_claim": said["normalized_claim"],
            "claimer": {
                "kind": slots.word(name, "claimer", each.attributes.get("claimer_kind")) or said["claimer_kind"],
                "mention_ids": mentions,
                "entity_ids": slots.entries_of(name, "claimer", mentions),
            },
            "object_ids": slots.both(name, "object"),
            "quote_ids": slots.marks(name, "expressed_in"),
            "same_claim": slots.marks(name, "same_claim"),
            "contradicts": slots.marks(name, "contradicts"),
            "topic": said["topic"],
            "modality": said["modality"],
            "factuality": said["factuality"],
            "verifiable": said["verifiable"],
            "checkworthy": said["checkworthy"],
            "stance": said["stance"],
            "verdict": {key: (said["verdict"] or NO_VERDICT).get(key, NO_VERDICT[key]) for key in NO_VERDICT},
        }

    def _relations(self, slots: Slots, kept: list[Annotation]) -> list[Record]:
        """Links of a project's own roles, with the provenance of the mark they begin at unless they came with one."""
        records = []
        for link in sorted(slots.own, key=lambda link: (slots.rank[link.source], link.role, link.id)):
            source = kept[slots.rank[link.source]]
            if link.target.kind == ENTRY_END:
                slots.named.add(link.target.value)
            elif link.target.kind != ANNOTATION_END:
                self.losses.add(NO_KEY, link.id)
                continue
            records.append(_relation(link, source))
        return records

    def _register(self, page: Page, slots: Slots) -> list[Record]:
        entries = [page.register[name] for name in sorted(slots.named)]
        for entry in entries:
            if entry.note is not None and entry.id not in self._noted:  # one note, however many lines name its entry
                self._noted.add(entry.id)
                self.losses.add(_ENTRY_NOTE, entry.id)
        return [
            {
                "entity_id": entry.id,
                "label": entry.label,
                "name": entry.name,
                "aliases": list(entry.aliases),
                "kb_id": entry.kb_id,
            }
            for entry in entries
        ]

    def _only_label(self, each: Annotation) -> None:
        if each.label != each.kind:
            self.losses.add(_OTHER_LABEL, f"{each.id}.{each.label}")


# Beside the class: methods that a writer held of itself would stand in a circle, and writers are made by the thousand.
_TOLD: dict[str, Callable[[LineWriter, Annotation, Record, Slots, str], Record]] = {
    ENTITY: LineWriter._entity,
    CUE: LineWriter._cue,
    QUOTE: LineWriter._quote,
    CLAIM: LineWriter._claim,
}


def _relation(link: Link, source: Annotation) -> Record:
    record = {
        "id": link.id,
        "type": link.role.removeprefix(OWN_ROLE),
        "from": link.source,
        "to": link.target.value,
    }
    came_with = source.attributes.get(RELATION_KEYS, {}).get(link.id)
    if came_with is None:
        _sign(record, source, None)
    else:
        record.update(came_with)
    return record


def _sign(record: Record, each: Annotation, note: str | None) -> None:
    """Add the keys that stand last in every mark."""
    record["note"] = note
    record["layer"] = each.layer
    record["origin"] = each.origin
    record["confidence"] = each.confidence
    record["made_by"] = each.made_by
    record["made_at"] = each.made_at
    record["changed_by"] = each.changed_by
    record["changed_at"] = each.changed_at


def _pairs(fragments: Fragments) -> list[list[int]]:
    return [[span.start, span.end] for span in fragments]
