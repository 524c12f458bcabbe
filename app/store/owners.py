"""Which ids are taken, and by what: asked once for all that an import brings together."""

from __future__ import annotations

from collections.abc import Collection

from app.domain.values import frozen
from app.store.file import ProjectFile
from app.store.records import compact

_ASKED = "(SELECT value FROM json_each(?1))"
_MARKS = (
    f"SELECT annotation.id, article.id, layer FROM annotation JOIN article ON rank = article "
    f"WHERE annotation.id IN {_ASKED}"
)
_LINKS = f"SELECT id FROM link WHERE id IN {_ASKED}"


@frozen
class Owners:
    """What ids belong to: ``marks`` to an annotation on the article of that id, in that layer; ``links`` to a link."""

    marks: dict[str, tuple[str, str]]
    links: set[str]


def owners(file: ProjectFile, marks: Collection[str], links: Collection[str]) -> Owners:
    """What marks and links have these ids."""
    found = {mark: (article, layer) for mark, article, layer in file.rows(_MARKS, (compact(list(marks)),))}
    return Owners(found, {row[0] for row in file.rows(_LINKS, (compact(list(links)),))} if links else set())
