"""A sheet as a CAS of dkpro-cassis, which counts positions in UTF-16 units when it writes."""

from __future__ import annotations

import json
from typing import Any

from app.domain.errors import N_
from app.domain.text.sentences import sentences
from app.exchange.cas_types import (
    ARTICLE,
    ENTRY,
    EXTRA,
    FS_ARRAY,
    SENTENCE,
    STRING_ARRAY,
    TOKEN,
    link_type,
    type_system,
)
from app.exchange.drafting import kept_head
from app.exchange.extras import library
from app.exchange.layers import DEPENDENT, GOVERNOR, LABEL, NAME, Arc, Note, layers_of
from app.exchange.sheet import Sheet
from app.exchange.sheets_out import Leaving
from app.exchange.token_cuts import cut_tokens
from app.exchange.xml_text import escaped_json, for_xml

NOT_IN_XML = N_("character that XML cannot hold: U+FFFD stands in its place")
LOST_LETTERS, LOST_VALUES = "lost_letters", "lost_values"
"""Keys of the kept head under which what XML cannot hold waits for being read again."""


class CasWriter:
    """Makes one CAS an article. ``in_xml`` says that it will be XML, which cannot hold every character."""

    def __init__(self, in_xml: bool) -> None:
        self._in_xml = in_xml
        self.types = type_system()
        self._cassis = library("cassis", EXTRA)

    def cas(self, sheet: Sheet, leaving: Leaving) -> Any:
        return _Page(self._cassis.Cas(typesystem=self.types), sheet, leaving, self._in_xml).filled()


class _Page:
    def __init__(self, cas: Any, sheet: Sheet, leaving: Leaving, in_xml: bool) -> None:
        self._cas = cas
        self._sheet = sheet
        self._leaving = leaving
        self._in_xml = in_xml
        self._lost: dict[str, dict[str, Any]] = {}

    def filled(self) -> Any:
        text, lost = for_xml(self._sheet.text) if self._in_xml else (self._sheet.text, [])
        for position, _ in lost:
            self._leaving.losses.add(NOT_IN_XML, f"{self._sheet.ref}:{position}")
        self._cas.sofa_string, self._cas.sofa_mime = text, "text/plain"
        self._cas.document_language = self._sheet.head["lang"]
        self._segment()
        self._annotate()
        self._register()
        self._tell_article(lost)
        return self._cas

    def _make(self, name: str, **features: Any) -> Any:
        return self._cas.typesystem.get_type(name)(**features)

    def _segment(self) -> None:
        """Sentences and tokens, the tokens cut at every mark's edge: INCEpTION may keep marks to whole tokens."""
        cuts = iter(cut_tokens(self._sheet.text, [(mark.start, mark.end) for mark in self._sheet.marks]))
        token = next(cuts, None)
        for sentence in sentences(self._sheet.text):
            self._cas.add(self._make(SENTENCE, begin=sentence.start, end=sentence.end))
            while token is not None and token[0] < sentence.end:
                start, end = token
                if sentence.start <= start and end <= sentence.end and self._sheet.text[start:end].strip():
                    self._cas.add(self._make(TOKEN, begin=start, end=end))
                token = next(cuts, None)

    def _annotate(self) -> None:
        layers = layers_of(self._sheet, self._leaving)
        made = {note.name: self._annotation(note) for note in layers.notes}
        for note in layers.notes:
            self._link(note, made)
        for arc in layers.arcs:
            self._relate(arc, made)

    def _annotation(self, note: Note) -> Any:
        annotation = self._make(note.layer, begin=note.start, end=note.end)
        for feature, value in note.features.items():
            annotation[feature] = self._value(note.name, feature, value)
        self._cas.add(annotation)
        return annotation

    def _link(self, note: Note, made: dict[str, Any]) -> None:
        links: dict[str, list[Any]] = {}
        for feature, role, target in note.links:
            link = self._make(link_type(note.layer, feature), role=role, target=made[target])
            links.setdefault(feature, []).append(link)
        for feature, elements in links.items():
            made[note.name][feature] = self._make(FS_ARRAY, elements=elements)

    def _relate(self, arc: Arc, made: dict[str, Any]) -> None:
        """A relation lies where what it ends at lies."""
        target = made[arc.target]
        relation = self._make(arc.layer, begin=target.begin, end=target.end)
        relation[GOVERNOR], relation[DEPENDENT] = made[arc.source], target
        for feature, value in arc.features.items():
            relation[feature] = self._value(arc.source, feature, value)
        self._cas.add(relation)

    def _value(self, owner: str, feature: str, value: Any) -> Any:
        if isinstance(value, list):
            return self._make(STRING_ARRAY, elements=[self._text(owner, feature, each, value) for each in value])
        return self._text(owner, feature, value, value) if isinstance(value, str) else value

    def _text(self, owner: str, feature: str, text: str, value: Any) -> str:
        """A text as the file can hold it; the whole value is kept for us where it cannot."""
        clean, lost = for_xml(text) if self._in_xml else (text, [])
        if lost:
            self._leaving.losses.add(NOT_IN_XML, f"{owner}.{feature}")
            self._lost.setdefault(owner, {})[feature] = value
        return clean

    def _register(self) -> None:
        for entry in self._sheet.head["register"]:
            name = entry["entity_id"]
            said = {"entityId": name, LABEL: entry["label"], NAME: entry["name"], "kbId": entry["kb_id"]}
            made = self._make(ENTRY)
            for feature, value in {**said, "aliases": entry["aliases"]}.items():
                if value is not None:
                    made[feature] = self._value(name, feature, value)
            self._cas.add(made)

    def _tell_article(self, lost: list[tuple[int, str]]) -> None:
        """The article as FS of its own; ``head`` is what only Tawsim reads again."""
        head, meta = self._sheet.head, self._sheet.head["meta"]
        book = f"{head['codebook']['name']} {head['codebook']['version']}"
        said = {"docId": head["doc_id"], "layer": head["layer"], "codebook": book}
        said |= {key: meta[key] for key in ("title", "source", "url", "published")}
        made = self._make(ARTICLE)
        for feature, value in said.items():
            if value is not None:
                made[feature] = self._value(head["doc_id"], feature, value)
        kept = {**kept_head(self._sheet), LOST_LETTERS: lost, LOST_VALUES: self._lost}
        made["head"] = escaped_json(json.dumps(kept, ensure_ascii=False))
        self._cas.add(made)
