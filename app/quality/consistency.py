"""Checks that compare marks with one another: the same words labelled two ways, marked twice, or said twice."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from app.domain.annotation import SUGGESTED, Annotation
from app.domain.codebook import ENTITY, QUOTE
from app.domain.errors import N_
from app.domain.text.folding import fold_key
from app.domain.text.patterns import pattern
from app.quality.checks import Finding, finding
from app.quality.scene import Scene

_LEAST_WORDS = 3  # of a quote that is compared with others
_WORD = pattern(r"\w+")


def compared(scene: Scene) -> Iterator[tuple[Finding, ...]]:
    """What comes of comparing, a few findings at each step, so that whoever asks may pause between."""
    surfaces: dict[str, list[Annotation]] = defaultdict(list)
    said: dict[str, list[Annotation]] = defaultdict(list)
    places: dict[object, Annotation] = {}
    for each in scene.accepted:
        if each.kind == ENTITY:
            surfaces[surface_key(each)].append(each)
        elif each.kind == QUOTE and (words := _words(each)):
            said[words].append(each)
        first = places.setdefault((each.kind, each.label, each.fragments), each)
        yield (_twice(each, first),) if first is not each else ()
    for marks in surfaces.values():
        if len(marks) > 1:
            yield tuple(_two_ways(marks))
    for quotes in said.values():
        if len(quotes) > 1:
            yield tuple(_same_words(quotes, scene))
    yield tuple(undecided(scene))


def surface_key(entity: Annotation) -> str:
    """By what two mentions are the same words: folded, the name that لل hides in its place."""
    return fold_key(str(entity.attributes.get("normalized") or entity.shown))


def _twice(each: Annotation, first: Annotation) -> Finding:
    return finding("marked-twice", each, N_("“{text}” is marked {label} twice."), other=first.id, label=each.label)


def _two_ways(marks: list[Annotation]) -> Iterator[Finding]:
    """The mentions whose label is not the most frequent one of their words; the earlier label wins a tie. Labels that
    stand on the very same place were both meant."""
    counts = Counter(each.label for each in marks)
    if len(counts) == 1:
        return
    first = {label: number for number, label in reversed([(n, each.label) for n, each in enumerate(marks)])}
    usual = max(counts, key=lambda label: (counts[label], -first[label]))
    shared = Counter(each.fragments for each in marks)
    for each in marks:
        if each.label != usual and shared[each.fragments] == 1:
            template = N_("“{text}” is marked {label} here and {usual} elsewhere in the article.")
            yield finding("labelled-two-ways", each, template, other=usual, label=each.label, usual=usual)


def _same_words(quotes: list[Annotation], scene: Scene) -> Iterator[Finding]:
    """Later quotes of the same words that no link ties to an earlier one; nested in one another they are one act."""
    first = quotes[0]
    tied = {link.target.value for link in scene.links_from(first.id, "same_utterance")} | {first.id}
    for each in quotes[1:]:
        ends = {link.target.value for link in scene.links_from(each.id, "same_utterance")}
        if each.id not in tied and not ends & tied and not first.extent.meets(each.extent):
            template = N_("“{text}” says what another quote says, and is not linked to it.")
            yield finding("same-words-twice", each, template, other=first.id)
        tied.add(each.id)


def _words(quote: Annotation) -> str:
    """What is said, folded, its words alone; empty when it is too short to be compared."""
    words = _WORD.findall(fold_key(quote.exact))
    return " ".join(words) if len(words) >= _LEAST_WORDS else ""


def undecided(scene: Scene) -> Iterator[Finding]:
    """One finding for all suggestions, at the first of them."""
    waiting = [each for each in scene.marks.values() if each.state == SUGGESTED]
    if waiting:
        first = min(waiting, key=lambda each: each.order)
        template = N_("Suggestions that nobody has decided on: {count}, the first on “{text}”.")
        yield finding("undecided", first, template, count=len(waiting))


def otherwise(annotations: Iterable[Annotation], usual: Mapping[str, str]) -> Iterator[Finding]:
    """Mentions whose words the layer usually labels otherwise; ``usual`` holds only words that have several labels."""
    for each in annotations:
        if each.kind != ENTITY:
            continue
        label = usual.get(surface_key(each))
        if label is not None and label != each.label:
            template = N_("“{text}” is marked {label} here and mostly {usual} in the project.")
            yield finding("labelled-otherwise", each, template, other=label, label=each.label, usual=label)
