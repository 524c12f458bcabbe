"""Changes to an article's card and status, of any article of the queue, as edits that can be taken back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from app.domain.annotation import EXCLUDED, FLAGGED, IN_PROGRESS, NEW, Progress
from app.domain.card import Card, words
from app.domain.edit import Change, Edit
from app.domain.errors import N_
from app.store import Store

SET_STATUS = N_("Set the status")
SET_PRIORITY = N_("Set the priority")
SET_TAGS = N_("Set the tags")
SET_ASSIGNEES = N_("Assign")
SET_NOTE = N_("Write a note on the article")
PUT_IN_BIN = N_("Put the article in the bin")
TAKE_FROM_BIN = N_("Take the article out of the bin")


def status_edit(before: Progress, status: str, author: str) -> Edit:
    """The article in another status; whoever says so is among those who worked on it, unless nobody has any more."""
    who = () if status == NEW else tuple(sorted({*before.annotators, author}))
    after = replace(before, status=status, annotators=who)
    return Edit(SET_STATUS, () if after == before else (Change(before, after),))


def turned(before: Progress, status: str) -> str:
    """What a key that turns ``flagged`` or ``excluded`` on and off makes of a status."""
    assert status in (FLAGGED, EXCLUDED)
    if before.status != status:
        return status
    return IN_PROGRESS if before.annotators else NEW


def card_edit(title: str, before: Card, after: Card) -> Edit:
    """The card written anew; an edit of nothing when it says what it said."""
    return Edit(title, () if after == before else (Change(before, after),))


def priority_edit(store: Store, article: str, priority: int) -> Edit:
    card = store.desk.card(article)
    return card_edit(SET_PRIORITY, card, replace(card, priority=priority))


def tags_edit(store: Store, article: str, tags: Iterable[str]) -> Edit:
    card = store.desk.card(article)
    return card_edit(SET_TAGS, card, replace(card, tags=words(tags)))


def assignees_edit(store: Store, article: str, names: Iterable[str]) -> Edit:
    card = store.desk.card(article)
    return card_edit(SET_ASSIGNEES, card, replace(card, assignees=words(names)))


def note_edit(store: Store, article: str, note: str) -> Edit:
    card = store.desk.card(article)
    return card_edit(SET_NOTE, card, replace(card, note=note.strip()))


def bin_edit(store: Store, article: str, binned: bool) -> Edit:
    card = store.desk.card(article)
    return card_edit(PUT_IN_BIN if binned else TAKE_FROM_BIN, card, replace(card, binned=binned))
