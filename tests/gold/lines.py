"""The gold set as ``tawsim/1`` lines, in the order and with the keys in which the program writes them.

    python -m tests.gold.lines FOLDER && tawsim evaluate --gold FOLDER

writes ``tune.jsonl`` and ``test.jsonl``, and ``reference.jsonl`` where the reference article is, and measures on each.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from app.domain.article import checksum
from app.domain.span import Fragments
from app.exchange.json_lines import written
from tests.gold.building import TEST, TUNE, GoldArticle, GoldClaim, GoldCue, GoldMention, GoldQuote, articles

AUTHOR = "a1"
_BEHIND = {
    "note": None,
    "layer": "gold",
    "origin": "manual",
    "confidence": None,
    "made_by": AUTHOR,
    "made_at": "2026-11-24T07:00:00Z",
    "changed_by": None,
    "changed_at": None,
}
_NO_VERDICT = {"value": None, "evidence_urls": [], "date": None, "by": None}

Record = dict[str, Any]


def write_lines(articles: Iterable[GoldArticle], file: Path) -> None:
    """All articles in one file, in the order of their refs."""
    lines = [line(article) for article in sorted(articles, key=lambda each: each.ref)]
    file.write_text("".join(f"{each}\n" for each in lines), encoding="utf-8", newline="")


def line(article: GoldArticle) -> str:
    """One article as a line without its end."""
    return written(_Line(article).record())


class _Line:
    """One article on its way to a line: every mark with an id of its own, named by the article's ref."""

    def __init__(self, article: GoldArticle) -> None:
        self.article = article
        self.mention_ids = {each: self._id(f"e{at}") for at, each in enumerate(article.mentions, start=1)}
        cues = sorted({cue for quote in article.quotes for cue in quote.cues}, key=lambda cue: cue.span)
        self.cue_ids = {each: self._id(f"c{at}") for at, each in enumerate(cues, start=1)}

    def record(self) -> Record:
        article = self.article
        return {
            "schema": "tawsim/1",
            "doc_id": article.ref,
            "lang": "ar",
            "text": article.text,
            "sha256": checksum(article.text),
            "offset_unit": "codepoint",
            "meta": {"title": None, "source": None, "url": None, "published": None, "extra": "{}"},
            "layer": "gold",
            "annotators": [AUTHOR],
            "codebook": {"name": "arabic-news", "version": 1},
            "zones": [{"zone": each.name, "start": each.span.start, "end": each.span.end} for each in article.zones],
            "register": [
                {"entity_id": self._id(each.id), "label": each.label, "name": each.name, "aliases": [], "kb_id": None}
                for each in sorted(article.register, key=lambda each: self._id(each.id))
            ],
            "entities": _in_order(map(self._entity, article.mentions), "label"),
            "cues": _in_order(map(self._cue, self.cue_ids), None),
            "quotes": _in_order(map(self._quote, article.quotes), "type"),
            "claims": _in_order(map(self._claim, article.claims), None),
            "relations": [],
        }

    def _id(self, name: str) -> str:
        return f"{self.article.ref}-{name}"

    def _ids(self, names: Iterable[str]) -> list[str]:
        return [self._id(name) for name in names]

    def _entity(self, each: GoldMention) -> Record:
        return {
            "id": self.mention_ids[each],
            "label": each.label,
            "subtype": None,
            "fragments": _pairs((each.span,)),
            "text": each.text,
            "entity_id": self._id(each.entry) if each.entry else None,
            "mention": each.mention,
            "normalized": each.normalized,
            "metonymic": each.metonymic,
            "uncertain": False,
            **_BEHIND,
        }

    def _cue(self, each: GoldCue) -> Record:
        return {
            "id": self.cue_ids[each],
            "fragments": _pairs((each.span,)),
            "text": each.text,
            "strength": each.strength,
            **_BEHIND,
        }

    def _quote(self, each: GoldQuote) -> Record:
        return {
            "id": self._id(each.id),
            "type": each.type,
            "medium": each.medium,
            "fragments": _pairs(each.fragments),
            "inner": _pairs(each.inner),
            "text": each.text,
            "speaker": {"realization": each.realization, **self._who(each)},
            "cue_ids": [self.cue_ids[cue] for cue in each.cues],
            "addressee_ids": [self.mention_ids[mention] for mention in each.addressees],
            "nested_in": self._id(each.nested_in) if each.nested_in else None,
            "same_utterance": self._ids(each.same_utterance),
            "polarity": each.polarity,
            **_BEHIND,
        }

    def _claim(self, each: GoldClaim) -> Record:
        who: Record = {"mention_ids": [], "entity_ids": []}
        if not each.claimer:
            who = self._who(self.article.quote(each.quotes[0]))
        return {
            "id": self._id(each.id),
            "fragments": _pairs(each.fragments),
            "text": each.text,
            "normalized_claim": each.normalized_claim,
            "claimer": {"kind": each.claimer or ("entity" if who["entity_ids"] else "mention"), **who},
            "object_ids": [],
            "quote_ids": self._ids(each.quotes),
            "same_claim": [],
            "contradicts": self._ids(each.contradicts),
            "topic": None,
            "modality": each.modality,
            "factuality": each.factuality,
            "verifiable": True,
            "checkworthy": each.factuality == "CFS",
            "stance": None,
            "verdict": _NO_VERDICT,
            **_BEHIND,
        }

    def _who(self, quote: GoldQuote) -> Record:
        entries = {each.entry for each in quote.speakers if each.entry} | ({quote.who} if quote.who else set())
        return {
            "mention_ids": [self.mention_ids[each] for each in quote.speakers],
            "entity_ids": sorted(self._id(entry) for entry in entries),
        }


def _in_order(records: Iterable[Record], label: str | None) -> list[Record]:
    """First start, longest first, label, id: the order of the format."""

    def order(each: Record) -> tuple[int, int, str, str]:
        length = sum(end - start for start, end in each["fragments"])
        return each["fragments"][0][0], -length, each[label] if label else "", each["id"]

    return sorted(records, key=order)


def _pairs(fragments: Fragments) -> list[list[int]]:
    return [[span.start, span.end] for span in fragments]


def write_sets(folder: Path) -> None:
    """A file for each half of the gold set, and one for the reference article where it is there."""
    from tests.gold.reference import reference

    folder.mkdir(parents=True, exist_ok=True)
    for use in (TUNE, TEST):
        write_lines(articles(use), folder / f"{use}.jsonl")
    found = reference()
    if found is not None:
        write_lines([found], folder / "reference.jsonl")


if __name__ == "__main__":
    write_sets(Path(sys.argv[1]))
