"""The type system of a CAS of ours, so that INCEpTION knows the layers; and its own types for sentences and tokens."""

from __future__ import annotations

from typing import Any

from app.domain.codebook import ENTITY, QUOTE
from app.exchange.extras import library
from app.exchange.layers import (
    CUSTOM,
    DEPENDENT,
    FLAG,
    GOVERNOR,
    IDENTIFIER,
    LABEL,
    LIST,
    MARK_ID,
    NAME,
    NO_INNER,
    NUMBER,
    PART,
    RELATION,
    RELATION_ID,
    REST,
    TEXT,
    TYPES,
    ZONE,
    camel,
    keys_of,
    links_of,
)

EXTRA = "cas"
SENTENCE = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence"
TOKEN = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token"
ARTICLE = "tawsim.Article"
ENTRY = "tawsim.RegisterEntry"
ANNOTATION, TOP = "uima.tcas.Annotation", "uima.cas.TOP"
FS_ARRAY, STRING_ARRAY = "uima.cas.FSArray", "uima.cas.StringArray"
_RANGES = {TEXT: "uima.cas.String", FLAG: "uima.cas.Boolean", NUMBER: "uima.cas.Double", LIST: STRING_ARRAY}
_ENTRY_FEATURES = {"entityId": TEXT, LABEL: TEXT, NAME: TEXT, "aliases": LIST, "kbId": TEXT}
ARTICLE_FEATURES = ("docId", "title", "source", "url", "published", "layer", "codebook", "head")


def type_system() -> Any:
    """For every export the same. ``MissingLibrary`` when dkpro-cassis is not installed."""
    system = library("cassis", EXTRA).TypeSystem()
    for name in (SENTENCE, TOKEN):
        system.create_type(name, ANNOTATION)
    for kind, name in TYPES.items():
        made = _created(system, name, ANNOTATION, _of_a_mark(kind))
        for feature in links_of(kind):
            _link_feature(system, made, name, feature)
    _created(system, PART, ANNOTATION, {LABEL: TEXT})
    _created(system, ZONE, ANNOTATION, {NAME: TEXT})
    relation = _created(system, RELATION, ANNOTATION, {LABEL: TEXT, RELATION_ID: TEXT, REST: TEXT})
    for end in (GOVERNOR, DEPENDENT):
        system.create_feature(relation, end, ANNOTATION)
    _created(system, ARTICLE, TOP, dict.fromkeys(ARTICLE_FEATURES, TEXT))
    _created(system, ENTRY, TOP, _ENTRY_FEATURES)
    return system


def _of_a_mark(kind: str) -> dict[str, str]:
    said = {LABEL: TEXT, MARK_ID: TEXT, **{camel(key): of for key, of in keys_of(kind).items()}}
    if kind == ENTITY:
        said[IDENTIFIER] = TEXT
    if kind == QUOTE:
        said[NO_INNER] = FLAG
    return said


def _created(system: Any, name: str, above: str, features: dict[str, str]) -> Any:
    made = system.create_type(name, above)
    for feature, of in features.items():
        system.create_feature(made, feature, _RANGES[of])
    return made


def link_type(layer: str, feature: str) -> str:
    """What INCEpTION calls the links of a link feature: ``webanno.custom.QuoteSpeakerLink``."""
    return f"{CUSTOM}{layer.rpartition('.')[2]}{feature[0].upper()}{feature[1:]}Link"


def _link_feature(system: Any, made: Any, layer: str, feature: str) -> None:
    link = _created(system, link_type(layer, feature), TOP, {"role": TEXT})
    system.create_feature(link, "target", ANNOTATION)
    system.create_feature(made, feature, FS_ARRAY, elementType=link.name, multipleReferencesAllowed=False)
