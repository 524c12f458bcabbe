"""The files of ``resources/lexicons``: TOML texts to sets of keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from app.domain.errors import N_, DomainError
from app.domain.text.folding import fold_key
from app.domain.text.inflection import PRONOUNS, past_forms, present_forms, word_key
from app.domain.values import frozen

STRENGTHS = ("neutral", "assertive", "doubting", "denying")
"""How strongly a reporting expression commits its speaker, or doubts him."""

AFTER_CONJUNCTION, AT_START, BEFORE_CLAUSE = "after_conjunction", "at_start", "before_clause"
BEFORE_IN, BEFORE_NOUN, WITH_CLAUSE, BEFORE_TO = "before_in", "before_noun", "with_clause", "before_to"
"""What some reporting forms need beside them, because alone they mostly mean something else."""


_ACCUSATIVES = ("ا", "ة", "ين")  # endings of a participle that goes on with what was said: مضيفا، مضيفة، مضيفين
_ALONE = "ا"  # the one that needs nothing beside it

ALONE = (True, False, "start", "clause", "in", "to")
"""Where the past of a verb counts with nothing before it: anywhere, nowhere, or only at those places."""


class LexiconError(DomainError):
    """A word list that cannot be read."""


@frozen
class Reporting:
    """Inflected form to strength, form to condition, the verbal nouns with and without their pronouns, form to the
    prepositions by which it takes what is said, the frames, the participles among the forms, and the forms that have a
    hearer as their object."""

    strengths: Mapping[str, str]
    conditions: Mapping[str, str]
    nouns: frozenset[str]
    bare: frozenset[str]
    complements: Mapping[str, tuple[str, ...]]
    frames: frozenset[str]
    participles: frozenset[str]
    addressing: frozenset[str]


@frozen
class Heads:
    """Light keys of the words by which the parts of a name are told apart, without the article.

    ``titles``, ``bodies`` and ``sites`` begin the names of offices, bodies and places; ``given`` are given names, and
    ``common`` nouns that are no part of a person's name.
    """

    titles: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    sites: frozenset[str] = frozenset()
    given: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()


def read_heads(heads: Mapping[str, Any], names: Mapping[str, Any], bare: Mapping[str, Any]) -> Heads:
    """From the tables of the files ``heads``, ``names`` (its given names) and ``bare_words`` (its common nouns)."""
    first = light_set([heads.get("given", {}), names.get("given_men", []), names.get("given_women", [])])
    common = light_set([part for title, part in bare.items() if title not in ("people", "places")])
    return Heads(
        titles=light_set(heads.get("titles", {})),
        bodies=light_set(heads.get("bodies", {})),
        sites=light_set(heads.get("sites", {})),
        given=frozenset(key for key in first if len(key) > 1 and not key.startswith("ال")),
        common=common,
    )


def read_names(table: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    """Heading to the light keys under it, a name of several words being one key."""
    return {heading: frozenset(map(fold_key, words)) for heading, words in table.items()}


def read_table(name: str, text: str, read: Callable[[str], dict[str, Any]] | None = None) -> dict[str, Any]:
    """The table of one file, as ``read`` or else ``tomllib.loads`` makes it. ``LexiconError`` names the file and the
    place that is not TOML."""
    if read is None:
        import tomllib  # noqa: PLC0415 - a window that has read the lists before starts without it

        read = tomllib.loads
    try:
        return read(text)
    except ValueError as error:
        raise LexiconError(
            N_("The word list {name} is not valid TOML: {reason}. Mend that line."), name=name, reason=error
        ) from error


def light_set(value: object) -> frozenset[str]:
    """The light keys of every word in ``value``: a text of words, or tables and arrays of such texts."""
    return frozenset(map(fold_key, _items(value)))


def word_set(value: object) -> frozenset[str]:
    """As ``light_set``, with keys of ``word_key``: for words that a final alef maqsura tells from others."""
    return frozenset(map(word_key, _items(value)))


def function_word_set(table: Mapping[str, Any]) -> frozenset[str]:
    """The words as they stand, and those under ``with_pronouns`` with each suffix pronoun."""
    attached = (word_key(stem + pronoun) for stem in _items(table.get("with_pronouns", "")) for pronoun in PRONOUNS)
    return word_set(table.get("words", "")) | frozenset(attached)


def verb_set(value: object) -> frozenset[str]:
    """Inflected forms of a list of past tenses, each with its present tense behind a stroke: أجرى/يجري."""
    found: set[str] = set()
    for pair in _items(value):
        past, _, present = pair.partition("/")
        found.update(map(word_key, past_forms(past)))
        found.update(map(word_key, present_forms(present) if present else ()))
    return frozenset(found)


def _with_pronouns(noun: str) -> set[str]:
    """A verbal noun before each suffix pronoun, where ة is written ت (إضافة، إضافته)."""
    stem = noun.removesuffix("ة") + "ت" if noun.endswith("ة") else noun
    return {word_key(stem + pronoun) for pronoun in PRONOUNS}


def read_reporting(table: Mapping[str, Any]) -> Reporting:
    """The forms of reporting expressions: one table for each strength with ``verbs``, ``frames`` and ``participles``.

    A verb has ``past`` and any of ``present``, ``participle`` and ``noun``. ``alone = false``: its bare past counts
    only behind و or ف, ``"start"``: also where a clause begins, ``"clause"``: its past only before what is said,
    ``"in"``: only before في, ``"to"``: only before إلى أن. ``before_noun = true``: its participle counts only before a
    reporting noun. ``with`` names the prepositions that lead to what is said (دعا إلى). ``hearer = true``: its object
    is whom it is said to or of (أبلغهم، وصفها).
    ``LexiconError`` when an entry has another form.
    """
    try:
        return _read_reporting(table)
    except (TypeError, AttributeError) as error:
        raise LexiconError(
            N_("The word list reporting has an entry of the wrong form: {reason}. Write it like its neighbours."),
            reason=error,
        ) from error


def _read_reporting(table: Mapping[str, Any]) -> Reporting:
    strengths: dict[str, str] = {}
    conditions: dict[str, str] = {}
    nouns: set[str] = set()
    bare: set[str] = set()
    complements: dict[str, tuple[str, ...]] = {}
    frames: set[str] = set()
    participles: set[str] = set()
    addressing: set[str] = set()
    for strength in STRENGTHS:
        part = table.get(strength, {})
        for verb in part.get("verbs", ()):
            if not isinstance(verb, Mapping):
                raise TypeError(repr(verb))
            attached = _with_pronouns(verb["noun"]) if "noun" in verb else set()
            nouns |= attached
            bare |= {word_key(verb["noun"])} if "noun" in verb else set()
            if "participle" in verb:
                participles |= {word_key(verb["participle"] + ending) for ending in _ACCUSATIVES}
            for key, condition in _forms(verb, attached):
                if strengths.setdefault(key, strength) == strength and condition:
                    conditions[key] = condition
                if verb.get("hearer"):
                    addressing.add(key)
                if "with" in verb:
                    complements[key] = tuple(map(fold_key, verb["with"].split()))
        strengths.update(dict.fromkeys(word_set(part.get("frames", "")), strength))
        frames |= word_set(part.get("frames", ""))
        strengths.update(dict.fromkeys(word_set(part.get("participles", "")), strength))
        participles |= word_set(part.get("participles", ""))
    kinds = (frozenset(each) for each in (frames, participles, addressing))
    return Reporting(strengths, conditions, frozenset(nouns), frozenset(bare), complements, *kinds)


def _forms(verb: Mapping[str, Any], attached: set[str]) -> Iterator[tuple[str, str]]:
    """Every form of one verb as a key, with what it needs beside it or nothing."""
    alone = verb.get("alone", True)
    for form in past_forms(verb["past"]) if "past" in verb else ():
        noun = form in (verb["past"], verb["past"] + "ا")  # طالب, طالبا
        needs = {False: AFTER_CONJUNCTION, "start": AT_START}.get(alone, "") if noun else ""
        yield word_key(form), {"in": BEFORE_IN, "clause": BEFORE_CLAUSE, "to": BEFORE_TO}.get(alone, needs)
    for form in present_forms(verb["present"]) if "present" in verb else ():
        yield word_key(form), ""
    for ending in _ACCUSATIVES if "participle" in verb else ():
        condition = (BEFORE_NOUN if verb.get("before_noun") else "") if ending == _ALONE else WITH_CLAUSE
        yield word_key(verb["participle"] + ending), condition
    yield from ((key, "") for key in attached)


def _items(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield from value.split()
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _items(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _items(inner)
