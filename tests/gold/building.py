"""The gold set: invented articles with who said what and what is claimed, annotated by hand.

``articles/NN-name.txt`` is the text, ``NN-name.toml`` the annotation by surfaces (``surfaces.find``). Rules may be
tuned on the articles of ``use = "tune"`` only; ``use = "test"`` measures them. README.md holds the conventions.

    for article in articles("tune"):
        for quote in article.quotes:
            print(quote.type, quote.fragments, quote.cues, quote.speakers, quote.antecedent)
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from app.domain.annotation import RegisterEntry
from app.domain.article import Zone
from app.domain.span import Fragments, Span, check_fragments, surface
from tests.gold.surfaces import Surface, Unresolved, find, without_marks

HERE = Path(__file__).parent
TUNE, TEST = "tune", "test"
BODY = "body"


@dataclass(frozen=True, slots=True)
class GoldMention:
    """Words that name a speaker or an addressee; ``entry`` is the register entry they mean."""

    span: Span
    text: str
    label: str
    entry: str | None = None
    mention: str = "name"
    normalized: str | None = None
    metonymic: bool = False


@dataclass(frozen=True, slots=True)
class GoldCue:
    """The words that report."""

    span: Span
    text: str
    strength: str = "neutral"


@dataclass(frozen=True, slots=True)
class GoldQuote:
    """Who said what. ``inner`` is the content without the quotation marks that enclose it.

    ``who`` is the register entry of the speaker, also where nothing names him; ``antecedent`` is then the nearest
    earlier mention of the same entry, if there is one. ``marks`` are the enclosing marks as they stand, or none.
    """

    id: str
    type: str
    fragments: Fragments
    inner: Fragments
    text: str
    realization: str
    marks: str = ""
    medium: str = "speech"
    polarity: str = "asserted"
    cues: tuple[GoldCue, ...] = ()
    speakers: tuple[GoldMention, ...] = ()
    addressees: tuple[GoldMention, ...] = ()
    who: str | None = None
    antecedent: GoldMention | None = None
    nested_in: str | None = None
    same_utterance: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """What is asserted. ``claimer`` is ``journalist`` or empty: then whoever speaks in ``quotes`` asserts it."""

    id: str
    fragments: Fragments
    text: str
    normalized_claim: str
    claimer: str
    quotes: tuple[str, ...]
    modality: str
    factuality: str
    contradicts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """One article; ``mentions`` are all of speakers, addressees and antecedents, in order, each once."""

    ref: str
    use: str
    genre: str
    text: str = field(repr=False)
    zones: tuple[Zone, ...] = ()
    register: tuple[RegisterEntry, ...] = ()
    mentions: tuple[GoldMention, ...] = ()
    quotes: tuple[GoldQuote, ...] = ()
    claims: tuple[GoldClaim, ...] = ()

    def quote(self, name: str) -> GoldQuote:
        """The quote of that id."""
        return next(quote for quote in self.quotes if quote.id == name)

    def zone_at(self, position: int) -> str:
        """What part of the article a code point is in; the gaps between belong to the zone before."""
        return [zone.name for zone in self.zones if zone.span.start <= position][-1]


def articles(use: str | None = None) -> list[GoldArticle]:
    """All articles, or those of one half: ``tune`` or ``test``."""
    made = [article(file) for file in sorted(HERE.glob("[0-9][0-9]-*.toml"))]
    return [each for each in made if use in (None, each.use)]


def article(file: Path) -> GoldArticle:
    """The article that one annotation file is about. ``Unresolved`` names what does not fit its text."""
    text = (HERE / "articles" / f"{file.stem}.txt").read_bytes().decode()
    said = tomllib.loads(file.read_text(encoding="utf-8"))
    try:
        return _Reading(text, said).article()
    except (Unresolved, KeyError, TypeError) as error:
        raise Unresolved(f"{file.name}: {error}") from error


class _Reading:
    """One annotation file, its surfaces looked up one by one."""

    def __init__(self, text: str, said: Mapping[str, Any]) -> None:
        self.text = text
        self.said = said
        self.mentions: dict[Span, GoldMention] = {}

    def article(self) -> GoldArticle:
        for mention in self.said.get("mention", ()):
            self._mention(mention["is"])
        quotes = [self._quote(**quote) for quote in self.said.get("quote", ())]
        mentions = tuple(self.mentions[span] for span in sorted(self.mentions))
        return GoldArticle(
            ref=self.said["ref"],
            use=self.said["use"],
            genre=self.said["genre"],
            text=self.text,
            zones=zones(self.text, self.said["zones"]),
            register=register(self.said["register"]),
            mentions=mentions,
            quotes=tuple(with_antecedent(quote, mentions) for quote in quotes),
            claims=tuple(self._claim(**claim) for claim in self.said.get("claim", ())),
        )

    def _spans(self, surfaces: Iterable[Surface]) -> Fragments:
        spans = tuple(find(self.text, surface) for surface in surfaces)
        check_fragments(self.text, spans)
        return spans

    def _mention(self, said: Surface) -> GoldMention:
        span = find(self.text, said)
        rest = {key: value for key, value in dict(said).items() if key not in ("at", "after", "before", "nth")}
        made = GoldMention(span, surface(self.text, (span,)), **rest)
        if self.mentions.setdefault(span, made) != made:
            raise Unresolved(f"{made.text} is annotated in two ways")
        return made

    def _cue(self, said: Surface) -> GoldCue:
        span = find(self.text, said)
        strength = "neutral" if isinstance(said, str) else said.get("strength", "neutral")
        return GoldCue(span, surface(self.text, (span,)), strength)

    def _quote(
        self,
        *,
        content: list[Surface],
        marks: str = "",
        cue: Iterable[Surface] = (),
        speaker: Iterable[Surface] = (),
        addressee: Iterable[Surface] = (),
        who: str | None = None,
        same_utterance: Iterable[str] = (),
        **plain: Any,
    ) -> GoldQuote:
        fragments = self._spans(content)
        speakers = tuple(map(self._mention, speaker))
        return GoldQuote(
            fragments=fragments,
            inner=without_marks(self.text, fragments, marks),
            text=surface(self.text, fragments),
            marks=marks,
            cues=tuple(map(self._cue, cue)),
            speakers=speakers,
            addressees=tuple(map(self._mention, addressee)),
            who=who or next((each.entry for each in speakers if each.entry), None),
            same_utterance=tuple(same_utterance),
            **plain,
        )

    def _claim(
        self,
        *,
        content: list[Surface],
        normalized: str,
        claimer: str = "",
        quotes: Iterable[str] = (),
        factuality: str = "CFS",
        contradicts: Iterable[str] = (),
        **plain: str,
    ) -> GoldClaim:
        fragments = self._spans(content)
        return GoldClaim(
            fragments=fragments,
            text=surface(self.text, fragments),
            normalized_claim=normalized,
            claimer=claimer,
            quotes=tuple(quotes),
            factuality=factuality,
            contradicts=tuple(contradicts),
            **plain,
        )


def zones(text: str, names: Iterable[str], last: str | None = None) -> tuple[Zone, ...]:
    """The first paragraphs by name, one each, the last one too if it has a name; what lies between is the body."""
    spans, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    tail = [Zone(last, spans.pop())] if last else []
    head = [Zone(name, span) for name, span in zip(names, spans, strict=False)]
    return (*head, Zone(BODY, Span(spans[len(head)].start, spans[-1].end)), *tail)


def register(said: Mapping[str, Mapping[str, str]]) -> tuple[RegisterEntry, ...]:
    """The entries of a ``[register]`` table."""
    return tuple(RegisterEntry(name, entry["label"], entry["name"]) for name, entry in said.items())


def with_antecedent(quote: GoldQuote, mentions: Iterable[GoldMention]) -> GoldQuote:
    """The quote with the nearest mention of its speaker before it, where the sentence itself has none."""
    if quote.speakers or quote.who is None:
        return quote
    start = min([quote.fragments[0].start, *(cue.span.start for cue in quote.cues)])
    before = [each for each in mentions if each.entry == quote.who and each.span.end <= start]
    return replace(quote, antecedent=before[-1] if before else None)
