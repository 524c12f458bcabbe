"""The marks, links and register entries of one ``tawsim/1`` line, each checked as it is made."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from app.domain.annotation import (
    ACCEPTED,
    ANNOTATION_END,
    DONE,
    ENTRY_END,
    LITERAL_END,
    Annotation,
    End,
    Link,
    Progress,
    RegisterEntry,
)
from app.domain.article import Article
from app.domain.codebook import CLAIM, ENTITY, QUOTE, Codebook
from app.domain.errors import N_, DomainError
from app.domain.rules import ENTITY_ROLE, OWN_ROLE
from app.domain.span import check_fragments, fragments_of, surface
from app.exchange.allowed import Allowed, bad_mark
from app.exchange.edges import surely_fit
from app.exchange.errors import BadLine
from app.exchange.page import RELATION_KEYS, Page, link_id
from app.exchange.tawsim_shape import ARRAYS, INNER, NO_VERDICT, ROLES, provenance_of

Record = Mapping[str, Any]
_LABEL_KEY = {ENTITY: "label", QUOTE: "type"}


class Building:
    """One line on its way to a page. ``record`` has the right shape already; ids and spans are not trusted yet."""

    def __init__(self, allowed: Allowed, record: Record, article: Article, layer: str) -> None:
        self._allowed = allowed
        self._record = record
        self._article = article
        self._layer = layer
        self._register = {
            entry["entity_id"]: RegisterEntry(
                entry["entity_id"], entry["label"], entry["name"], tuple(entry["aliases"]), entry["kb_id"]
            )
            for entry in record["register"]
        }
        self._kinds: dict[str, str] = {}
        self._marks: list[Annotation] = []
        self._links: dict[str, Link] = {}

    def page(self) -> Page:
        """The whole line. ``BadLine`` at the first thing that cannot be."""
        self._check_ids()
        for array, kind in ARRAYS.items():
            self._marks += [self._mark(kind, mark) for mark in self._record[array]]
        self._fill_slots()
        self._relate()
        annotators = tuple(sorted(set(self._record["annotators"])))
        return Page(
            article=self._article,
            layer=self._layer,
            annotations=self._marks,
            links=list(self._links.values()),
            register=self._register,
            progress=Progress(self._article.id, self._layer, DONE, annotators),
            codebook=self._allowed.codebook,
        )

    @property
    def _codebook(self) -> Codebook:
        return self._allowed.codebook

    def _check_ids(self) -> None:
        record = self._record
        self._kinds = {mark["id"]: kind for array, kind in ARRAYS.items() for mark in record[array]}
        _check_once([entry["entity_id"] for entry in record["register"]])
        _check_once([mark["id"] for array in (*ARRAYS, "relations") for mark in record[array]])
        layer = record["layer"]
        for array in (*ARRAYS, "relations"):
            for mark in record[array]:
                if mark.get("layer", layer) != layer:
                    raise BadLine(
                        N_("The mark {id} is of the layer {found}, its line of the layer {layer}."),
                        id=mark["id"],
                        found=mark["layer"],
                        layer=layer,
                    )

    def _mark(self, kind: str, record: Record) -> Annotation:
        name, pairs, exact = record["id"], record["fragments"], record["text"]
        key = _LABEL_KEY.get(kind)
        label = record[key] if key else kind
        confidence = record["confidence"]
        made = Annotation(
            name,
            self._article.id,
            self._layer,
            kind,
            label,
            fragments_of(pairs),
            exact,
            record["made_at"],
            record["made_by"],
            self._attributes(kind, label, record),
            record["origin"],
            None if confidence is None else float(confidence),
            ACCEPTED,
            self._record["codebook"]["version"],
            record["changed_at"],
            record["changed_by"],
        )
        text = self._article.text
        fits = surely_fit(text, pairs) and surface(text, made.fragments) == exact
        self._allowed.check_mark(made, self._article, fits)
        return made

    def _attributes(self, kind: str, label: str, record: Record) -> dict[str, Any]:
        """What the mark says of itself; null and false are left out where silence means the same."""
        said = self._allowed.said(kind, label, record)
        if kind not in (QUOTE, CLAIM):
            return said
        unsaid = self._allowed.unsaid(kind, label, record["id"])
        if kind == QUOTE:
            if (who := record["speaker"]["realization"]) or who is not unsaid["realization"]:
                said["realization"] = who
            said[INNER] = self._inner(record)
        else:
            if (who := record["claimer"]["kind"]) or who is not unsaid["claimer_kind"]:
                said["claimer_kind"] = who
            if not record["verdict"] == unsaid["verdict"] == NO_VERDICT:
                said["verdict"] = record["verdict"]
        return said

    def _inner(self, record: Record) -> list[list[int]]:
        inner: list[list[int]] = record["inner"]
        if inner and not surely_fit(self._article.text, inner):
            try:
                check_fragments(self._article.text, fragments_of(inner))
            except DomainError as error:
                raise bad_mark(f"{record['id']}.inner", error) from error
        return inner

    def _fill_slots(self) -> None:
        entry_of: dict[str, str] = {}
        for entity in self._record["entities"]:
            if entity["entity_id"] is not None:
                entry_of[entity["id"]] = entity["entity_id"]
                self._fill(entity["id"], ENTITY_ROLE, (entity["entity_id"],), self._entry)
        for quote in self._record["quotes"]:
            name = quote["id"]
            self._fill_who(name, "speaker", quote["speaker"], entry_of)
            self._fill_literal(name, "speaker", quote["speaker"]["realization"])
            self._fill(name, "cue", quote["cue_ids"], self._mark_end)
            self._fill(name, "addressee", quote["addressee_ids"], self._either)
            self._fill(name, "nested_in", () if quote["nested_in"] is None else (quote["nested_in"],), self._mark_end)
            self._fill(name, "same_utterance", quote["same_utterance"], self._mark_end)
        for claim in self._record["claims"]:
            name = claim["id"]
            self._fill_who(name, "claimer", claim["claimer"], entry_of)
            self._fill_literal(name, "claimer", claim["claimer"]["kind"])
            self._fill(name, "object", claim["object_ids"], self._either)
            self._fill(name, "expressed_in", claim["quote_ids"], self._mark_end)
            self._fill(name, "same_claim", claim["same_claim"], self._mark_end)
            self._fill(name, "contradicts", claim["contradicts"], self._mark_end)

    def _fill_who(self, source: str, role: str, who: Record, entry_of: Mapping[str, str]) -> None:
        """Mentions, and those register entries that are not already behind a mention."""
        mentions = who["mention_ids"]
        self._fill(source, role, mentions, self._mark_end)
        behind = {entry_of.get(mention) for mention in mentions}
        self._fill(source, role, [entry for entry in who["entity_ids"] if entry not in behind], self._entry)

    def _fill_literal(self, source: str, role: str, word: str | None) -> None:
        slot = self._codebook.kind(self._kinds[source]).slot(role)
        if word is not None and slot is not None and word in slot.literals:
            self._link(link_id(source, role, word), source, role, End(LITERAL_END, word))

    def _fill(self, source: str, role: str, names: Sequence[str], end: Callable[[str], End | None]) -> None:
        for name in names:
            target = end(name)
            if target is None:
                raise BadLine(
                    N_("The mark {id} names {name} as its {role}, but nothing of that kind in the line has this id."),
                    id=source,
                    name=name,
                    role=role,
                )
            self._link(link_id(source, role, name), source, role, target)

    def _mark_end(self, name: str) -> End | None:
        return End(ANNOTATION_END, name) if name in self._kinds else None

    def _entry(self, name: str) -> End | None:
        return End(ENTRY_END, name) if name in self._register else None

    def _either(self, name: str) -> End | None:
        return self._mark_end(name) or self._entry(name)

    def _link(self, name: str, source: str, role: str, target: End) -> None:
        link = Link(name, self._article.id, self._layer, role, source, target)
        if name in self._links:
            raise BadLine(
                N_("The mark {id} names {name} twice as its {role}."), id=source, name=target.value, role=role
            )
        target_kind = self._kinds[target.value] if target.kind == ANNOTATION_END else None
        self._allowed.check_link(link, self._kinds[source], target_kind)
        self._links[name] = link

    def _relate(self) -> None:
        """A project's own relations: as a slot of the codebook if it has such a one, else under a role of their own.

        A link has no provenance; what a relation says beyond that of the mark it begins at stays with that mark.
        """
        sources = {mark["id"]: mark for array in ARRAYS for mark in self._record[array]}
        for relation in self._record["relations"]:
            source = relation["from"]
            if source not in sources:
                raise BadLine(
                    N_("The relation {id} begins at {name}, which is no mark of the line."),
                    id=relation["id"],
                    name=source,
                )
            target = self._either(relation["to"])
            if target is None:
                raise BadLine(
                    N_("The relation {id} ends at {name}, which does not stand in the line."),
                    id=relation["id"],
                    name=relation["to"],
                )
            self._link(relation["id"], source, self._own_role(source, relation["type"]), target)
            self._keep_rest(relation, sources[source])

    def _own_role(self, source: str, name: str) -> str:
        kind = self._kinds[source]
        has_slot = self._codebook.kind(kind).slot(name) is not None
        return name if has_slot and name not in ROLES[kind] else OWN_ROLE + name

    def _keep_rest(self, relation: Record, source: Record) -> None:
        rest = {key: value for key, value in relation.items() if key not in ("id", "type", "from", "to")}
        if rest == provenance_of(source):
            return
        if "layer" in rest:
            rest["layer"] = self._layer
        mark = next(mark for mark in self._marks if mark.id == source["id"])
        assert isinstance(mark.attributes, dict), "made above"
        mark.attributes.setdefault(RELATION_KEYS, {})[relation["id"]] = [[key, value] for key, value in rest.items()]


def _check_once(names: list[str]) -> None:
    if len(set(names)) < len(names):
        twice = next(name for at, name in enumerate(names) if name in names[:at])
        raise BadLine(N_("The id {id} stands twice in the line."), id=twice)
