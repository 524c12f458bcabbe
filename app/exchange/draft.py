"""A page on its way in from another program's file. Marks and links are looked at one by one: what cannot be stays
behind with its line and reason while the article comes in, and nothing is moved to where it might have been meant.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from app.domain.annotation import ACCEPTED, IN_PROGRESS, SUGGESTED, Progress
from app.domain.article import Article
from app.domain.codebook import CLAIM, ENTITY, QUOTE
from app.domain.errors import N_, DomainError, TawsimError
from app.domain.ids import derived_id
from app.domain.span import check_fragments, fragments_of, surface
from app.domain.text.quotation import inner_of
from app.exchange.drafting import OURS, Drafting, head_of, own_head
from app.exchange.errors import BadLine
from app.exchange.format import Refusal
from app.exchange.naming import Named
from app.exchange.page import Page
from app.exchange.raw_text import RawText
from app.exchange.shape import TEXT, TEXT_OR_NULL, ListOf, Shape, WrongShape
from app.exchange.sheet import Mark, Pairs, Record, Sheet, Tie, is_slot, record_of
from app.exchange.tawsim_shape import UNSAID, unsaid

UNKNOWN_TIME = "1970-01-01T00:00:00Z"
"""When a mark was made whose file does not say it: the same file read twice must say the same."""

_ENTRIES: dict[str, Shape] = {
    "entity_id": TEXT_OR_NULL,
    **dict.fromkeys(("entity_ids", "addressee_ids", "object_ids"), ListOf(TEXT)),
}
_WRONG = N_("The mark {name} {place}: {reason}")
_NO_ENTRY = N_("The mark {name} {place} comes in without its register entry {entry}, which is not in the file.")
_NO_ID = N_("The link's id must be text, and is {id}.")


class Draft:
    """One article of a file with the marks that it can have.

    It begins with what ``own_head`` found, or with somebody else's article; then ``layer`` and ``author``
    are who made the marks, by default the format's name, and ``made_at`` when.
    """

    def __init__(
        self,
        drafting: Drafting,
        begun: Article | Record,
        *,
        layer: str | None = None,
        author: str | None = None,
        made_at: str | None = None,
    ) -> None:
        self._drafting = drafting
        self.refused: list[Refusal] = []
        layer = layer or drafting.form
        self.head = (
            head_of(begun, layer, author or layer, drafting.reading.codebook) if isinstance(begun, Article) else begun
        )
        self.text: str = self.head["text"]
        self._made = {"made_by": author or self.head["layer"], "made_at": made_at or UNKNOWN_TIME}
        self._sheet = Sheet(self.head, [], [], self.head.pop("relations", []))
        self._found: dict[str, Mark | None] = {}  # by what the file calls them; None for what stayed behind
        self._suggested: set[str] = set()
        self._unzoned = isinstance(begun, Article) and not drafting.sentences
        self._ids: set[str] = set()
        self._tied: set[tuple[str, str, str]] = set()
        self._unknown: list[TawsimError] = []  # of the mark that is being made: links to entries that are not here

    def mark(
        self,
        name: str,
        pairs: Sequence[Sequence[int]],
        *,
        called: str | None = None,
        exact: str | None = None,
        rest: Mapping[str, Any] | None = None,
        own_id: str | None = None,
        state: str = ACCEPTED,
        line: int | None = None,
    ) -> Mark | None:
        """Take a mark that the file labels ``name``; ``pairs`` are code points of the article, ``exact`` is what the
        file says stands there. ``called`` is what links of the file call it. None when it stayed behind."""
        made: Mark | None = None
        self._unknown = []
        try:
            named = self._drafting.label(name)
            if named is not None:
                made = self._made_mark(named, name, pairs, exact, rest or {}, own_id)
        except TawsimError as error:
            self.refuse(error, line)
        if made is not None:
            for unknown in self._unknown:
                self.refuse(unknown, line)
            self._sheet.marks.append(made)
            self._ids.add(made.id)
            if state == SUGGESTED:
                self._suggested.add(made.id)
        if called is not None:
            self._found[called] = made
        return made

    def tie(
        self,
        source: str,
        role: str,
        target: str,
        *,
        own_id: object = None,
        rest: object = None,
        line: int | None = None,
    ) -> None:
        """Take a link between two marks by what the file calls them. A role that is no slot is a relation of its own.

        A link to a mark that stayed behind stays behind too.
        """
        if own_id is not None and not isinstance(own_id, str):
            return self.refuse(BadLine(_NO_ID, id=own_id), line)
        for name in (source, target):
            if name not in self._found:
                return self.refuse(
                    BadLine(N_("The link {role} names {name}, and nothing is called so."), role=role, name=name), line
                )
        begin, end = self._found[source], self._found[target]
        if begin is None or end is None:
            return self.refuse(BadLine(N_("The link {role} stays behind with a mark that it links."), role=role), line)
        tie = Tie(begin.id, role, end.id)
        if own_id is not None or not self._fills(begin, role, end):
            tie.id = own_id or derived_id(self._drafting.form, self.head["doc_id"], begin.id, role, end.id)
            tie.rest = {"note": None, **begin.provenance, **(rest if isinstance(rest, dict) else {})}
        same = (tie.source, tie.role, tie.target)
        if own_id is None and same in self._tied:
            return self.refuse(BadLine(N_("The link {role} stands there twice."), role=role), line)
        self._tied.add(same)
        self._sheet.ties.append(tie)

    def silent(self, mark: Mark) -> Record:
        """What the attributes of a mark are of which nobody has said anything."""
        return unsaid(self._drafting.reading.codebook, mark.kind, mark.label)

    def refuse(self, error: TawsimError, line: int | None = None) -> None:
        self.refused.append(Refusal(error, line))

    def page(self) -> Page:
        """The page with everything that can be. ``BadLine`` when not even the article can come in."""
        try:
            page = self._page()
        except BadLine:
            self._leave_behind()
            page = self._page()
        if self._unzoned and not page.article.zones:
            page = replace(page, unzoned=True)
        if self.refused:  # nobody has finished what did not come in whole
            page = replace(page, progress=replace(page.progress, status=IN_PROGRESS))
        if not self._suggested:
            return page
        marks = [replace(each, state=SUGGESTED) if each.id in self._suggested else each for each in page.annotations]
        done = any(each.state != SUGGESTED for each in marks)
        progress = page.progress if done else Progress(page.article.id, page.layer)
        return replace(page, annotations=marks, progress=progress)

    def _made_mark(
        self,
        named: Named,
        name: str,
        pairs: Sequence[Sequence[int]],
        exact: str | None,
        rest: Mapping[str, Any],
        own_id: str | None,
    ) -> Mark:
        fragments = fragments_of(pairs)
        place = _place(pairs)
        try:
            check_fragments(self.text, fragments)
        except DomainError as error:
            raise BadLine(_WRONG, name=name, place=place, reason=error) from error
        found = surface(self.text, fragments)
        if exact is not None and exact != found:
            raise self._mismatch(name, place, exact, found)
        kind, label = named
        count = len(self._sheet.marks)
        made = own_id or derived_id(
            self._drafting.form, self.head["doc_id"], self.head["layer"], kind, label, place, str(count)
        )
        if made in self._ids:
            raise BadLine(N_("The id {id} stands twice in the line."), id=made)
        ready: Pairs = [[span.start, span.end] for span in fragments]
        mark = Mark(made, kind, label, ready, found, self._rest(kind, label, ready))
        self._check_entries(name, place, rest)
        mark.rest.update((key, self._known(name, place, key, value)) for key, value in rest.items() if key in mark.rest)
        mark.rest["layer"] = self.head["layer"]
        return mark

    def _known(self, name: str, place: str, key: str, value: Any) -> Any:
        """What a file says under ``key``, without register entries that are not here, and those are told."""
        if key not in _ENTRIES:
            return value
        entries = self._entries()
        named = value if isinstance(value, list) else [value]
        self._unknown += [
            BadLine(_NO_ENTRY, name=name, place=place, entry=entry)
            for entry in named
            if entry is not None and entry not in entries
        ]
        kept = [entry for entry in named if entry in entries]
        return kept if isinstance(value, list) else (kept[0] if kept else None)

    def _check_entries(self, name: str, place: str, rest: Mapping[str, Any]) -> None:
        """``BadLine`` where the register entries of a mark are not told as they must be."""
        for key, shape in _ENTRIES.items():
            if key in rest:
                try:
                    shape.check(rest[key])
                except WrongShape as wrong:
                    raise BadLine(_WRONG, name=name, place=place, reason=wrong.within(key).bad_line()) from None

    def _entries(self) -> set[str]:
        return {entry["entity_id"] for entry in self.head["register"]}

    def _mismatch(self, name: str, place: str, exact: str, found: str) -> BadLine:
        """A mark whose words are not where it says; where they are is told, so that the offsets can be mended."""
        values = {"name": name, "place": place, "exact": exact[:60], "found": found[:60]}
        at = self.text.find(exact) if exact else -1
        if at >= 0 and self.text.find(exact, at + 1) < 0:
            return BadLine(
                N_(
                    "The mark {name} {place} says “{exact}”, but the text there says “{found}”; the words stand at "
                    "{start}-{end}: mend the offsets (they count code points)."
                ),
                **values,
                start=at,
                end=at + len(exact),
            )
        return BadLine(N_("The mark {name} {place} says “{exact}”, but the text there says “{found}”."), **values)

    def _rest(self, kind: str, label: str, pairs: Pairs) -> Record:
        """Everything that the record of a mark says when nobody has said anything."""
        said = unsaid(self._drafting.reading.codebook, kind, label)
        rest: Record = {key: said[key] for key in UNSAID[kind]}
        rest |= {"origin": f"import:{self._drafting.form}", "confidence": None, **self._made}
        rest |= {"layer": self.head["layer"], "changed_by": None, "changed_at": None}
        if kind == ENTITY:
            rest["entity_id"] = None
        elif kind == QUOTE:
            inner = inner_of(self.text, fragments_of(pairs))
            rest |= {"inner": [[span.start, span.end] for span in inner], "entity_ids": [], "addressee_ids": []}
        elif kind == CLAIM:
            rest |= {"verdict": dict(rest["verdict"]), "entity_ids": [], "object_ids": []}
        return rest

    def _fills(self, begin: Mark, role: str, end: Mark) -> bool:
        slot = self._drafting.reading.codebook.kind(begin.kind).slot(role)
        return is_slot(begin.kind, role) and slot is not None and end.kind in slot.ends

    def _page(self) -> Page:
        return self._drafting.reader.page(record_of(self._sheet), self._drafting.reading.layer)

    def _leave_behind(self) -> None:
        """Something in the page cannot be: find which marks and links that are, each by itself."""
        all_marks, all_ties, others = self._sheet.marks, self._sheet.ties, self._sheet.others
        self._sheet.marks, self._sheet.ties, self._sheet.others = [], [], []
        self._page()  # when not even this can be, it is the article, and that is told
        for mark in all_marks:
            self._try(self._sheet.marks, mark)
        known = {each.id for each in self._sheet.marks}
        for tie in all_ties:
            if {tie.source, tie.target} <= known:
                self._try(self._sheet.ties, tie)
        for other in others:
            self._try(self._sheet.others, other)

    def _try(self, kept: list[Any], each: Any) -> None:
        kept.append(each)
        try:
            self._page()
        except (BadLine, KeyError) as error:
            kept.pop()
            self.refuse(error if isinstance(error, BadLine) else BadLine(N_("{key} is empty."), key=str(error)))


def _place(pairs: Sequence[Sequence[int]]) -> str:
    return ";".join(f"{start}-{end}" for start, end in pairs)


def own_draft(drafting: Drafting, record: Record) -> tuple[Draft, RawText] | None:
    """The draft of a line that we wrote ourselves, still of the same ``text``, and the text; None for other lines."""
    text = record.get("text")
    head = own_head(record.get(OURS), text) if isinstance(text, str) else None
    return None if head is None else (Draft(drafting, head), RawText(head["text"], head["sha256"]))
