"""A page: one article with one layer, which is what a line of a dataset holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from app.domain.annotation import ENTRY_END, LITERAL_END, Annotation, End, Link, Progress, RegisterEntry
from app.domain.article import Article
from app.domain.codebook import Codebook

RELATION_KEYS = "relation_keys"
"""The attribute with what the relations that begin at a mark say beside their ends: id to ``[[key, value], ...]``."""


@dataclass(frozen=True, slots=True)
class Page:
    """One article and all that one layer says of it.

    ``register`` holds at least the entries that the links point to, by id. Whatever has an ``article`` or ``layer``
    of its own has this page's. ``unzoned`` says that its file knows of no zones, so that some may be looked for.
    """

    article: Article
    layer: str
    annotations: Sequence[Annotation]
    links: Sequence[Link]
    register: Mapping[str, RegisterEntry]
    progress: Progress
    codebook: Codebook = field(repr=False)
    unzoned: bool = False


def link_id(source: str, role: str, target: str) -> str:
    """The id of a link that a file tells only by its ends: the same for the same ends, always."""
    return f"{source}:{role}:{target}"


def on_article(page: Page, article: Article) -> Page:
    """The page as the page of ``article``, which has the same text under another id."""
    return replace(
        page,
        article=article,
        annotations=[replace(each, article=article.id) for each in page.annotations],
        links=[replace(each, article=article.id) for each in page.links],
        progress=replace(page.progress, article=article.id),
    )


def renamed(page: Page, marks: Mapping[str, str], entries: Mapping[str, str]) -> Page:
    """The page with other ids: ``marks`` for annotations and links, ``entries`` for the register; old id to new."""

    def end(target: End) -> End:
        if target.kind == LITERAL_END:
            return target
        return End(target.kind, (entries if target.kind == ENTRY_END else marks).get(target.value, target.value))

    def link(each: Link) -> Link:
        source, target = marks.get(each.source, each.source), end(each.target)
        told_by_ends = each.id == link_id(each.source, each.role, each.target.value)
        name = link_id(source, each.role, target.value) if told_by_ends else marks.get(each.id, each.id)
        return replace(each, id=name, source=source, target=target)

    def annotation(each: Annotation) -> Annotation:
        name = marks.get(each.id, each.id)
        if RELATION_KEYS not in each.attributes:
            return replace(each, id=name)
        rest = {marks.get(relation, relation): keys for relation, keys in each.attributes[RELATION_KEYS].items()}
        return replace(each, id=name, attributes={**each.attributes, RELATION_KEYS: rest})

    register = [replace(entry, id=entries.get(entry.id, entry.id)) for entry in page.register.values()]
    return replace(
        page,
        annotations=[annotation(each) for each in page.annotations],
        links=[link(each) for each in page.links],
        register={entry.id: entry for entry in register},
    )
