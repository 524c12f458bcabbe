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
_OTHERS = f"SELECT id FROM entry WHERE id IN {_ASKED} UNION ALL SELECT id FROM article WHERE id IN {_ASKED}"


@frozen
class Owners:
    """What ids belong to: ``marks`` to an annotation on the article of that id, in that layer; ``links`` to a link,
    ``others`` to an entry of the register or an article."""

    marks: dict[str, tuple[str, str]]
    links: set[str]
    others: set[str]

    def has(self, any_id: str) -> bool:
        """Whether the id belongs to anything."""
        return any_id in self.marks or any_id in self.links or any_id in self.others


def owners(file: ProjectFile, marks: Collection[str], relations: Collection[str]) -> Owners:
    """What has the ids: those of ``marks`` are only looked for among annotations, those of ``relations`` everywhere."""
    either = (compact([*marks, *relations]),)
    found = {mark: (article, layer) for mark, article, layer in file.rows(_MARKS, either)}
    if not relations:
        return Owners(found, set(), set())
    asked = (compact(list(relations)),)
    return Owners(found, *({row[0] for row in file.rows(sql, asked)} for sql in (_LINKS, _OTHERS)))
