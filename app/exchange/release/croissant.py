"""The metadata of a release in Croissant 1.1 (mlcommons.org/croissant/1.1), made from the shape of a ``tawsim/1`` line.

Each split is a record set of its own, each top key of a line a field of it; an object is a field with sub-fields, a
list of objects a repeated one. ``fragments`` and ``inner`` are arrays of [start, end]. The keys of an object within an
object have both names, joined by an underscore.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from app.exchange.release.facts import DATA, Facts
from app.exchange.shape import FLAG, FLAG_OR_NULL, NUMBER_OR_NULL, WHOLE, ListOf, Object, Pair, Shape
from app.exchange.tawsim_shape import LINE

_OWN = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "cr": "http://mlcommons.org/croissant/",
    "dct": "http://purl.org/dc/terms/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "sc": "https://schema.org/",
    "conformsTo": "dct:conformsTo",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "examples": {"@id": "cr:examples", "@type": "@json"},
}
_NAMES = (
    "arrayShape citeAs column equivalentProperty extract field fileObject fileProperty fileSet format includes isArray "
    "isLiveDataset jsonPath key md5 parentField path recordSet references regex repeated replace samplingRate "
    "separator source subField transform"
)
_CONTEXT: dict[str, Any] = {**_OWN, **{name: f"cr:{name}" for name in _NAMES.split()}}
_NUMBERS: dict[Shape, str] = {
    FLAG: "sc:Boolean",
    FLAG_OR_NULL: "sc:Boolean",
    WHOLE: "sc:Integer",
    NUMBER_OR_NULL: "sc:Float",
}
_UNSAID = "not stated"


def croissant(facts: Facts) -> str:
    """The text of ``croissant.json``."""
    about = facts.about
    told: dict[str, Any] = {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.1",
        "name": about.name,
        "description": about.description or about.title or about.name,
        "version": facts.version,
        "datePublished": facts.made[:10],
        "inLanguage": "ar",
        "license": about.license or _UNSAID,
        "url": about.url or _UNSAID,
        "creator": [{"@type": "sc:Organization", "name": name} for name in about.creators or (_UNSAID,)],
        "citeAs": about.citation or f"{about.title or about.name}, version {facts.version}",
        "distribution": list(_distribution(facts)),
        "recordSet": [_splits(facts), *map(_records, facts.splits)],
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _distribution(facts: Facts) -> Iterator[dict[str, Any]]:
    files = {split: DATA.format(split=split) for split in facts.splits}
    for split, path in files.items():
        yield {
            "@type": "cr:FileObject",
            "@id": path,
            "name": path,
            "description": f"The {split} split, one article in one layer a line.",
            "contentUrl": path,
            "contentSize": f"{facts.sizes[path]} B",
            "encodingFormat": "application/jsonlines",
            "sha256": facts.checksums[path],
        }


def _splits(facts: Facts) -> dict[str, Any]:
    return {
        "@type": "cr:RecordSet",
        "@id": "splits",
        "name": "splits",
        "description": "The names of the splits.",
        "dataType": "cr:Split",
        "key": {"@id": "splits/name"},
        "field": [
            {
                "@type": "cr:Field",
                "@id": "splits/name",
                "name": "name",
                "description": "The split.",
                "dataType": "sc:Text",
            }
        ],
        "data": [{"splits/name": split} for split in facts.splits],
    }


def _records(split: str) -> dict[str, Any]:
    return {
        "@type": "cr:RecordSet",
        "@id": split,
        "name": split,
        "description": f"The articles of the {split} split, as tawsim/1 tells them (see schema.json).",
        "key": {"@id": f"{split}/doc_id"},
        "field": [_field(split, key, shape) for key, shape in LINE.keys.items()],
    }


def _field(split: str, key: str, shape: Shape) -> dict[str, Any]:
    """A top key of the line: read from its column, its parts by their paths within."""
    member = shape.member if isinstance(shape, ListOf) else shape
    name = f"{split}/{key}"
    told = _named(name, key) | ({"repeated": True} if isinstance(shape, ListOf) else {})
    if not isinstance(member, Object):
        return told | _typed(shape) | {"source": _source(split, key)}
    parts = [
        _named(f"{name}/{path.replace('.', '_')}", path.replace(".", "_"))
        | _typed(part)
        | {"source": _source(split, key) | {"transform": {"jsonPath": path}}}
        for path, part in _parts(member)
    ]
    return told | {"subField": parts}


def _parts(shape: Object, above: str = "") -> Iterator[tuple[str, Shape]]:
    for key, part in shape.keys.items():
        if isinstance(part, Object):
            yield from _parts(part, f"{above}{key}.")
        else:
            yield f"{above}{key}", part


def _typed(shape: Shape) -> dict[str, Any]:
    if isinstance(shape, ListOf):
        if isinstance(shape.member, Pair):
            return {"dataType": "sc:Integer", "isArray": True, "arrayShape": "-1,2"}
        return _typed(shape.member) | {"isArray": True, "arrayShape": "-1"}
    return {"dataType": next((name for kind, name in _NUMBERS.items() if shape is kind), "sc:Text")}


def _named(name: str, short: str) -> dict[str, Any]:
    return {"@type": "cr:Field", "@id": name, "name": short, "description": f"{short} of tawsim/1"}


def _source(split: str, key: str) -> dict[str, Any]:
    return {"fileObject": {"@id": DATA.format(split=split)}, "extract": {"column": key}}
