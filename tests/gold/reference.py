"""The reference article's annotation, by offsets alone: its sentences are not ours to print."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from app.domain.article import checksum
from app.domain.span import Span, check_fragments, fragments_of, surface
from tests.gold.building import (
    TEST,
    GoldArticle,
    GoldClaim,
    GoldCue,
    GoldMention,
    GoldQuote,
    register,
    with_antecedent,
    zones,
)

HERE = Path(__file__).parent
ARTICLE = HERE.parents[2] / "shared/articles/000_57f3cbd02e05244a.txt"
ANNOTATION = HERE / "reference.toml"


class OtherText(ValueError):
    """The article is not the one whose offsets were counted."""


def reference(file: Path = ARTICLE) -> GoldArticle | None:
    """The article with its annotation; None where it is absent. ``OtherText`` when its sha256 is another one."""
    if not file.exists():
        return None
    text = file.read_bytes().decode()
    said = tomllib.loads(ANNOTATION.read_text(encoding="utf-8"))
    if checksum(text) != said["sha256"]:
        raise OtherText(f"{file}: {checksum(text)}")
    mentions = {each["id"]: _mention(text, **each) for each in said["mention"]}
    order = tuple(sorted(mentions.values(), key=lambda each: each.span))
    named = {name: {"label": label, "name": name} for name, label in said["register"].items()}
    return GoldArticle(
        ref=said["ref"],
        use=TEST,
        genre=said["genre"],
        text=text,
        zones=zones(text, said["zones"], said["last"]),
        register=register(named),
        mentions=order,
        quotes=tuple(with_antecedent(_quote(text, mentions, **each), order) for each in said["quote"]),
        claims=tuple(_claim(text, **each) for each in said["claim"]),
    )


def _mention(text: str, *, id: str, at: list[int], **plain: Any) -> GoldMention:  # noqa: A002 - the key of the file
    return GoldMention(Span(*at), text[slice(*at)], **plain)


def _quote(
    text: str,
    mentions: dict[str, GoldMention],
    *,
    content: list[list[int]],
    inner: list[list[int]] | None = None,
    cue: list[list[int]],
    speaker: tuple[str, ...] = (),
    who: str | None = None,
    same_utterance: tuple[str, ...] = (),
    **plain: Any,
) -> GoldQuote:
    fragments = fragments_of(content)
    bare = fragments if inner is None else fragments_of(inner)
    for each in (fragments, bare, *(fragments_of([at]) for at in cue)):
        check_fragments(text, each)
    speakers = tuple(mentions[name] for name in speaker)
    return GoldQuote(
        fragments=fragments,
        inner=bare,
        text=surface(text, fragments),
        cues=tuple(GoldCue(Span(*at), text[slice(*at)]) for at in cue),
        speakers=speakers,
        who=who or next((each.entry for each in speakers), None),
        same_utterance=tuple(same_utterance),
        **plain,
    )


def _claim(text: str, *, content: list[list[int]], **plain: Any) -> GoldClaim:
    """A claim by its place; what it says in a sentence of its own is left out."""
    fragments = fragments_of(content)
    check_fragments(text, fragments)
    quotes = tuple(plain.pop("quotes", ()))
    return GoldClaim(
        fragments=fragments,
        text=surface(text, fragments),
        normalized_claim="",
        factuality="CFS",
        quotes=quotes,
        **plain,
    )
