"""Checks of quotes, claims and cues with what fills their slots, and of mentions with their register entries."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.annotation import ANNOTATION_END, SUGGESTED, Annotation
from app.domain.codebook import CLAIM, CUE, ENTITY, QUOTE
from app.domain.errors import N_, DomainError
from app.domain.rules import check_link
from app.domain.text.quotation import MARKS
from app.quality.checks import Finding, finding
from app.quality.scene import Scene

UNNAMED = ("implicit", "anonymous")
_AROUND_COLON = " \u00a0\n" + MARKS
_NAMED = ("named", "nominal", "pronoun", "clitic")
_SHOWN = 40  # code points of another mark's text in a sentence
# Labels of the news codebook that say nothing. Studies, laws and events do: the report warns, the summit calls for.
_NUMBERS = ("CARDINAL", "ORDINAL", "PERCENT", "QUANTITY", "UNIT", "MONEY", "CURR")
_MUTE = frozenset({"DATE", "TIME", "LANGUAGE", *_NUMBERS})
_DESCRIBED = ("nominal", "pronoun")  # a mention by office or pronoun has the label of its words, not of the person


def tied(annotation: Annotation, scene: Scene) -> Iterator[Finding]:
    """Everything that links tell of one accepted mark."""
    yield from _broken_links(annotation, scene)
    if annotation.kind == ENTITY:
        yield from _entries(annotation, scene)
    elif annotation.kind == CUE:
        if annotation.id not in scene.cues_in_use:
            yield finding("cue-without-quote", annotation, N_("The cue “{text}” belongs to no quote."))
    elif annotation.kind == QUOTE:
        yield from _speaker(annotation, scene)
        if not scene.links_from(annotation.id, "cue") and not _is_headline(annotation, scene):
            yield finding("quote-without-cue", annotation, N_("The quote “{text}” has no cue."))
        yield from _mute(annotation, "speaker", scene)
        yield from _addressee(annotation, scene)
        yield from _nesting(annotation, scene)
    elif annotation.kind == CLAIM:
        if not scene.links_from(annotation.id, "claimer"):
            yield finding("claim-without-claimer", annotation, N_("The claim “{text}” has no claimer."))
        if not annotation.attributes.get("normalized_claim"):
            yield finding("claim-without-sentence", annotation, N_("The claim “{text}” has no normalized sentence."))
        yield from _mute(annotation, "claimer", scene)


def _broken_links(annotation: Annotation, scene: Scene) -> Iterator[Finding]:
    for link in scene.links_from(annotation.id):
        target = scene.marks.get(link.target.value)
        try:
            check_link(link, annotation.kind, target.kind if target else None, scene.codebook)
        except DomainError as error:
            yield finding("broken-link", annotation, error.template, other=link.id).saying(error.values)
            continue
        if link.target.kind == ANNOTATION_END and target is not None and target.state == SUGGESTED:
            template = N_("“{end}”, which fills a slot of “{text}”, is only suggested.")
            yield finding("slot-undecided", annotation, template, other=target.id, end=target.shown[:_SHOWN])


def _entries(annotation: Annotation, scene: Scene) -> Iterator[Finding]:
    if annotation.attributes.get("mention") in _DESCRIBED or annotation.attributes.get("metonymic"):
        return
    for entry_id in scene.entries(annotation.id):
        entry = scene.entry(entry_id)
        if entry is not None and entry.label != annotation.label:
            template = N_("“{text}” is marked {label}, but {name} in the register is {entry}.")
            values = {"label": annotation.label, "name": entry.name, "entry": entry.label}
            yield finding("entry-of-other-label", annotation, template, other=entry.label).saying(values)


def _speaker(quote: Annotation, scene: Scene) -> Iterator[Finding]:
    """The slot and what the quote says of it must agree. An implicit speaker may be known from the text before."""
    realization = quote.attributes.get("realization")
    if scene.links_from(quote.id, "speaker"):
        if realization == "none":
            template = N_("The quote “{text}” has a speaker, but says that nobody is named.")
            yield finding("speaker-denied", quote, template)
    elif realization in _NAMED:
        yield finding(
            "speaker-missing", quote, N_("The speaker of “{text}” is said to be named, but the slot is empty.")
        )
    elif realization not in UNNAMED:
        yield finding("quote-without-speaker", quote, N_("The quote “{text}” has no speaker."))


def _is_headline(quote: Annotation, scene: Scene) -> bool:
    """Whether the speaker stands right before the quote with a colon, as in headlines, where nothing reports it."""
    text = scene.article.text
    between = (text[end.end : quote.start] for end in scene.ends(quote.id, "speaker") if end.end <= quote.start)
    return any(words.strip(_AROUND_COLON) == ":" for words in between)


def _mute(frame: Annotation, role: str, scene: Scene) -> Iterator[Finding]:
    for end in scene.ends(frame.id, role):
        if end.label in _MUTE:
            template = N_("“{who}”, who speaks in “{text}”, is marked {label}.")
            yield finding(
                "speaker-cannot-speak", frame, template, other=end.id, who=end.shown[:_SHOWN], label=end.label
            )


def _addressee(quote: Annotation, scene: Scene) -> Iterator[Finding]:
    """The addressee is the speaker: the same mark, or another mention of the same entry."""
    speakers = scene.links_from(quote.id, "speaker")
    who = {link.target.value for link in speakers}
    who |= {entry for link in speakers for entry in scene.entries(link.target.value)}
    for link in scene.links_from(quote.id, "addressee"):
        if link.target.value in who or who.intersection(scene.entries(link.target.value)):
            yield finding("addressee-is-speaker", quote, N_("The addressee of “{text}” is its speaker."), other=link.id)


def _nesting(quote: Annotation, scene: Scene) -> Iterator[Finding]:
    for link in scene.links_from(quote.id, "nested_in"):
        holder = scene.marks.get(link.target.value)
        circle = _circle(quote, scene)
        if circle:
            if max(circle, key=lambda each: (each.length, each.id)) is quote:
                template = N_("“{text}” lies in a quote that lies in itself.")
                yield finding("nested-in-circle", quote, template, other=link.id)
        elif holder is not None and not holder.extent.holds(quote.extent):
            template = N_("“{text}” is nested in a quote that does not hold it.")
            yield finding("nested-elsewhere", quote, template, other=link.id)


def _circle(quote: Annotation, scene: Scene) -> list[Annotation]:
    """The quotes on the way from this one outwards and back to it; empty when the way does not come back."""
    way, here = [quote], quote
    while holders := scene.ends(here.id, "nested_in"):
        here = holders[0]
        if here is quote:
            return way
        if here in way:
            return []
        way.append(here)
    return []
