"""The invented corpus as files hold it: ``tawsim/1`` lines with marks, plain JSON Lines, and a share of reprints.

Everything is the same for the same seed, ids included.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson

from tests.benchmarks.corpus import PlainArticle, PlainMark, articles

WHEN, LAYER = "2026-11-23T09:00:00Z", "sana"
_MADE = {
    "note": None,
    "layer": LAYER,
    "origin": "manual",
    "confidence": None,
    "made_by": LAYER,
    "made_at": WHEN,
    "changed_by": None,
    "changed_at": None,
}
_BYLINES = ("وكالات/ تحرير القسم المحلي", "متابعة/ غرفة الأخبار", "نقلاً عن الوكالات")
_KEPT = 400  # articles of which one may be printed again


def with_reprints(count: int, share: float = 0.1, *, seed: int = 1) -> Iterator[tuple[PlainArticle, str | None]]:
    """``count`` articles, each with the ref of the one that it reprints: every tenth or so is one."""
    choose = random.Random(seed)
    fresh = articles(count, seed=seed)
    kept: list[PlainArticle] = []
    for number in range(count):
        if kept and choose.random() < share:
            first = kept[int(choose.random() * len(kept))]
            yield _reprinted(first, f"r-{number:06}", choose), first.ref
            continue
        article = next(fresh)
        if len(kept) < _KEPT:
            kept.append(article)
        elif choose.random() < 0.1:
            kept[int(choose.random() * _KEPT)] = article
        yield article, None


def write_lines(path: Path, count: int, *, seed: int = 1) -> None:
    """A file of ``count`` lines of ``tawsim/1``."""
    with path.open("wb") as file:
        for article, _ in with_reprints(count, seed=seed):
            file.write(orjson.dumps(line(article)) + b"\n")


def write_plain(path: Path, count: int, *, seed: int = 1) -> None:
    """The same articles without marks, as JSON Lines of somebody else's."""
    with path.open("wb") as file:
        for article, _ in with_reprints(count, seed=seed):
            values = {"id": article.ref, "title": article.title, "source": article.source, "date": article.published}
            file.write(orjson.dumps({**values, "text": article.text}) + b"\n")


def write_texts(folder: Path, count: int, *, seed: int = 1) -> None:
    """The same articles as text files, a thousand in a folder."""
    for number, (article, _) in enumerate(with_reprints(count, seed=seed)):
        place = folder / f"{number // 1000:03}"
        place.mkdir(parents=True, exist_ok=True)
        text = (
            f"{article.text}\n\n{article.ref}\n"  # a reprint may repeat another to the letter, and would be passed over
        )
        (place / f"{article.ref}.txt").write_text(text, encoding="utf-8")


def line(article: PlainArticle) -> dict[str, Any]:
    """One article as a line of ``tawsim/1``: some 25 entities, 4 quotes with cue and speaker, 3 claims."""
    arrays: dict[str, list[dict[str, Any]]] = {"entities": [], "cues": [], "quotes": [], "claims": []}
    speaker = cue = None
    for number, mark in enumerate(article.marks):
        words = article.text[mark.start : mark.end]
        common = {
            "id": f"{article.ref}-{number}",
            "fragments": [[mark.start, mark.end]],
            "text": words,
            **_MADE,
        }
        if mark.kind == "entity":
            arrays["entities"].append(common | _entity(mark))
            speaker = common["id"] if mark.label == "PERS" else speaker
        elif mark.kind == "cue":
            arrays["cues"].append(common | {"strength": "neutral"})
            cue = common["id"]
        elif mark.kind == "quote":
            arrays["quotes"].append(common | _quote(mark, speaker, cue))
        else:
            arrays["claims"].append(common | _claim(words, speaker))
    return {
        "schema": "tawsim/1",
        "doc_id": article.ref,
        "lang": "ar",
        "text": article.text,
        "sha256": hashlib.sha256(article.text.encode()).hexdigest(),
        "offset_unit": "codepoint",
        "meta": {
            "title": article.title,
            "source": article.source,
            "url": None,
            "published": article.published,
            "extra": "{}",
        },
        "layer": LAYER,
        "annotators": [LAYER],
        "codebook": {"name": "arabic-news", "version": 1},
        "zones": [],
        "register": [],
        **arrays,
        "relations": [],
    }


def _entity(mark: PlainMark) -> dict[str, Any]:
    return {
        "label": mark.label,
        "subtype": None,
        "entity_id": None,
        "mention": "name",
        "normalized": None,
        "metonymic": False,
        "uncertain": False,
    }


def _quote(mark: PlainMark, speaker: str | None, cue: str | None) -> dict[str, Any]:
    return {
        "type": "direct",
        "medium": "speech",
        "inner": [[mark.start + 1, mark.end - 1]],
        "speaker": {"realization": "named", "mention_ids": [speaker] if speaker else [], "entity_ids": []},
        "cue_ids": [cue] if cue else [],
        "addressee_ids": [],
        "nested_in": None,
        "same_utterance": [],
        "polarity": "asserted",
    }


def _claim(words: str, speaker: str | None) -> dict[str, Any]:
    return {
        "normalized_claim": words,
        "claimer": {"kind": "entity", "mention_ids": [speaker] if speaker else [], "entity_ids": []},
        "object_ids": [],
        "quote_ids": [],
        "same_claim": [],
        "contradicts": [],
        "topic": None,
        "modality": "reported",
        "factuality": None,
        "verifiable": None,
        "checkworthy": None,
        "stance": None,
        "verdict": {"value": None, "evidence_urls": [], "date": None, "by": None},
    }


def _reprinted(first: PlainArticle, ref: str, choose: random.Random) -> PlainArticle:
    """The article under another headline and byline, its end cut off now and then."""
    head = f"{choose.choice(_BYLINES)}\n\n"
    end = len(first.text)
    if choose.random() < 0.5:
        end = first.text.rfind("\n\n", 0, int(end * (0.5 + 0.4 * choose.random())))
        end = len(first.text) if end < 0 else end
    marks = tuple(
        PlainMark(kind, label, start + len(head), stop + len(head))
        for kind, label, start, stop in first.marks
        if stop <= end
    )
    return PlainArticle(ref, f"متابعات: {first.title}", "موقع النشرة", first.published, head + first.text[:end], marks)
