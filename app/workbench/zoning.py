"""Zones and details of articles: found by rule when they come in, corrected by hand, learned for each source."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.article import Article, Details, Meta, Zone
from app.domain.edit import Change, Edit
from app.domain.errors import N_, TawsimError
from app.domain.span import Span
from app.domain.text.paragraphs import paragraphs
from app.store import Stamp, Store
from app.suggest.zoning import Found, Rule, date_in, learned, split
from app.workbench.jobs import Job
from app.workbench.returning import follow

if TYPE_CHECKING:
    from app.workbench.bench import Workbench

_NOTE = "zones"  # the project's note: what was learned, by source
_IN_WORDS = re.compile(r"[\u0621-\u064a]|^[^./-]*[A-Za-z]{3}[^./-]*$")
_encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode
_AT_ONCE = 200  # articles in one transaction
MOST_AT_ONCE = 20_000  # articles that one edit may change, so that it can be taken back in one step

_TOO_MANY = N_("{count} articles are more than one step can change: use tawsim zones --apply.")


class TooManyArticles(TawsimError):
    """More articles than one edit can hold."""


class Learned:
    """The rules that a project has learned, by source. Kept in a note: they change what is found, and no mark."""

    def __init__(self, rules: dict[str, list[Rule]]) -> None:
        self._rules = rules

    @classmethod
    def of(cls, store: Store) -> Learned:
        """What the project has learned by now."""
        return cls.read(store.note(_NOTE) or "{}")

    @classmethod
    def read(cls, text: str) -> Learned:
        """What stands in ``text``."""
        told = json.loads(text)
        return cls({source: [Rule(*fields) for fields in every] for source, every in told.items()})

    def rules(self, source: str | None) -> list[Rule]:
        """Those of one source, the latest last."""
        return self._rules.get(source or "", [])

    def __bool__(self) -> bool:
        return bool(self._rules)

    def add(self, store: Store, source: str, rules: Iterable[Rule]) -> None:
        """Learn rules of a source, and keep them. A newer one takes the place of one on the same line."""
        new = list(rules)
        places = {(rule.at, rule.shape, rule.begins) for rule in new}
        kept = [rule for rule in self.rules(source) if (rule.at, rule.shape, rule.begins) not in places]
        self._rules[source] = kept + new
        store.set_note(_NOTE, self.text)

    @property
    def text(self) -> str:
        """All of it as JSON, as ``read`` has it."""
        told = {
            name: [[rule.zone, rule.at, rule.shape, rule.begins] for rule in every]
            for name, every in self._rules.items()
        }
        return json.dumps(told, ensure_ascii=False, sort_keys=True)


def found_in(article: Article, known: Learned) -> Found:
    """What the rules make of an article, those that its source has taught among them."""
    found = split(article.text)
    rules = known.rules(article.meta.source or found.source) if known else []
    return split(article.text, rules) if rules else found


def zoned(article: Article, known: Learned) -> Article:
    """An article that comes in without zones, with those that the rules find and what they tell of it; whatever its
    file has said stays. One that has zones, or is not written from right to left, is the same afterwards but for the
    words of its date."""
    article = replace(article, meta=dated(article.meta))
    if article.zones or article.direction != "rtl":
        return article
    found = found_in(article, known)
    if not found.zones:
        return article
    title = article.title or found.title
    return replace(article, title=title, meta=_meta(article.meta, found), zones=found.zones)


def dated(meta: Meta) -> Meta:
    """With a day of publishing that stands there in words as ISO 8601. A Hijri one stays as its source gives it; as
    figures it is kept beside (``extra.hijri``), by which lists sort and searches find (``store.shelving``). Figures
    alone were read when the file was, and what could mean two days stays (03/04/2023)."""
    said = meta.published
    if said is None or said[4:5] == "-" or not _IN_WORDS.search(said):
        return meta
    day, hijri = date_in(said)
    extra = meta.extra
    if hijri:
        extra = _encode({**json.loads(extra), "hijri": hijri})
    return replace(meta, published=day or said, extra=extra)


def told(details: Details, found: Found) -> Details:
    """The details with what was found where they say nothing."""
    title = details.title or found.title
    return replace(details, title=title, meta=_meta(details.meta, found), zones=found.zones)


def _meta(meta: Meta, found: Found) -> Meta:
    extra = _extra(meta.extra, found.more)
    return Meta(meta.source or found.source, meta.url, meta.published or found.published, extra)


def _extra(extra: str, more: Mapping[str, str]) -> str:
    """The JSON text with what was found besides; a key that is there stays as it is."""
    if not more:
        return extra
    return _encode({**more, **(json.loads(extra) if extra != "{}" else {})})


# one article, by hand


def zone_at(article: Article, position: int) -> Zone | None:
    """The zone that holds the code point, or ends right at it."""
    return next((zone for zone in article.zones if zone.span.start <= position <= zone.span.end), None)


def stretch_at(article: Article, selection: Span | None, caret: int) -> Span | None:
    """What a correction is about: every paragraph that the selection touches, else that of the caret; of one that a
    dateline opens the part where the caret is. None in an article without text."""
    every = paragraphs(article.text)
    if selection is not None:
        touched = [each for each in every if each.meets(selection)]
        return Span(touched[0].start, touched[-1].end) if touched else None
    before = [each for each in every if each.start <= caret]
    here = before[-1] if before else (every[0] if every else None)
    zone = zone_at(article, caret)
    if here is None or zone is None or not zone.span.meets(here):
        return here
    return Span(max(zone.span.start, here.start), min(zone.span.end, here.end))


def rezoning(article: Article, stretch: Span, name: str | None) -> Edit | None:
    """The edit that makes a stretch another zone, or none; other zones give way. None when nothing would change."""
    kept = [piece for zone in article.zones for piece in _without(article.text, zone, stretch)]
    made = sorted([*kept, *([Zone(name, stretch)] if name else [])], key=lambda zone: zone.span)
    return detailing(article, replace(article.details, zones=_joined(article.text, made)))


def detailing(article: Article, details: Details) -> Edit | None:
    """The edit that gives the article other details; None when they are the same."""
    return None if details == article.details else Edit(N_("Correct the article"), (Change(article.details, details),))


def _without(text: str, zone: Zone, stretch: Span) -> Iterator[Zone]:
    """What is left of a zone without a stretch."""
    for start, end in (
        (zone.span.start, min(zone.span.end, stretch.start)),
        (max(zone.span.start, stretch.end), zone.span.end),
    ):
        inside = text[start:end] if start < end else ""
        if inside.strip():
            start += len(inside) - len(inside.lstrip())
            yield Zone(zone.name, Span(start, start + len(inside.strip())))


def _joined(text: str, zones: Iterable[Zone]) -> tuple[Zone, ...]:
    """Running text is one zone as long as nothing stands between."""
    made: list[Zone] = []
    for zone in zones:
        last = made[-1] if made else None
        if last and last.name == zone.name == "body" and not text[last.span.end : zone.span.start].strip():
            made[-1] = Zone(zone.name, Span(last.span.start, zone.span.end))
        else:
            made.append(zone)
    return tuple(made)


def to_learn(article: Article, known: Learned) -> list[Rule]:
    """The rules by which the zones of the article would have been found as they are now."""
    return learned(article.text, article.zones, known.rules(article.meta.source))


# the articles of the project


@dataclass(frozen=True, slots=True)
class Rezoned:
    """An article that nobody has begun, as it is and as the rules would have it."""

    before: Article
    after: Article

    @property
    def change(self) -> Change:
        return Change(self.before.details, self.after.details)


def rezoned(
    store: Store, source: str | None = None, report: Callable[[int], None] = lambda seen: None
) -> Iterator[Rezoned]:
    """Articles that no layer has begun, for which the rules find other zones than they have: of one source, else those
    without zones. A few are held at a time, and writing may go on between two of them."""
    known, after, seen = Learned.of(store), 0, 0
    while page := store.not_begun(source, after, _AT_ONCE):
        for after, key in page:  # noqa: B007 - the last row is where the next page begins
            seen += 1
            article = store.article(key)
            if (source is None and article.zones) or article.direction != "rtl":
                continue
            found = found_in(article, known)
            details = told(article.details, found)
            if found.zones and details != article.details:
                yield Rezoned(article, article.detailed(details))
        report(seen)


def look_for(job: Job, path: Path, source: str) -> list[Change]:
    """In the worker: what the rules would change in the articles of a source that nobody has begun."""
    changes = []
    with Store.open(path, readonly=True) as store:
        for each in rezoned(store, source, lambda seen: job.report(seen, seen)):
            changes.append(each.change)
            if len(changes) > MOST_AT_ONCE:
                raise TooManyArticles(_TOO_MANY, count=MOST_AT_ONCE)
    return changes


def take_up(job: Job, path: Path, changes: list[Change], stamp: Stamp) -> Edit:
    """In the worker: make the changes, as one edit that can be taken back."""
    job.report(0, len(changes))
    edit = Edit(N_("Zones by what was learned"), tuple(changes))
    with Store.open(path) as store:
        store.write(edit, stamp)
    return edit


def followed(bench: Workbench, edit: Edit) -> None:
    """The bench takes over an edit of details that the worker has written."""
    follow(bench, edit)
    bench.edited.tell(edit)


def apply(store: Store, changes: Iterable[Change], stamp: Stamp) -> int:
    """Make the changes as imports are made: journaled, in short transactions; how many there were."""
    count = 0
    batch: list[Change] = []
    for change in changes:
        batch.append(change)
        if len(batch) == _AT_ONCE:
            store.record(Edit(N_("Zones by rule"), tuple(batch)), stamp)
            count, batch = count + len(batch), []
    store.record(Edit(N_("Zones by rule"), tuple(batch)), stamp)
    return count + len(batch)
