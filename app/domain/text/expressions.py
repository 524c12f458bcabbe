"""Reporting expressions one by one: those that ship, and what a project adds to them or does without.

A project's list has the form of ``resources/lexicons/reporting.toml``, and beside its tables ``off``: the heads of
shipped expressions that report nothing here. So a list can be shared, or be taken over into the shipped one.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, replace
from typing import Any

from app.domain.errors import N_
from app.domain.text.folding import fold_key
from app.domain.text.lexicon import Lexicons
from app.domain.text.wordlists import ALONE, STRENGTHS, LexiconError, Reporting, read_reporting, read_table
from app.domain.values import frozen

NEUTRAL = STRENGTHS[0]
_OFF = "off"
_KEYS = {"past": "past", "with": "prepositions", "present": "present", "participle": "participle", "noun": "noun"}
_SWITCHES = ("alone", "before_noun", "hearer")
_LISTS = {"frames": "frame", "participles": "adverb"}  # of words that are no verbs, and what each is here

_UNKNOWN = N_("{name} cannot be used: it has the key {key}. The keys are those of reporting.toml, and off.")
_WRONG = N_("{name} cannot be used: {key} has the value {value}. Write it as in reporting.toml.")
_SEVERAL = N_("“{word}” is no single word. An expression is given by one word in each of its forms.")
_HEADLESS = N_("An expression needs a word: a past tense, another form, or a frame.")


@frozen
class Expression:
    """One reporting verb by its forms as ``read_reporting`` explains them, one ``frame`` (بحسب), or one ``adverb`` that
    goes on as a participle does (بالقول), as written.

    ``prepositions`` are parted by spaces; every other form is one word or empty.
    """

    strength: str = NEUTRAL
    past: str = ""
    prepositions: str = ""
    present: str = ""
    participle: str = ""
    noun: str = ""
    frame: str = ""
    adverb: str = ""
    alone: bool | str = True
    before_noun: bool = False
    hearer: bool = False

    @property
    def head(self) -> str:
        """The form by which it is listed and switched off."""
        return next(iter(self.forms), "")

    @property
    def forms(self) -> tuple[str, ...]:
        """The forms that are written, the head first."""
        return tuple(filter(None, (self.frame, self.adverb, self.past, self.present, self.participle, self.noun)))


@frozen
class OwnWords:
    """The expressions that a project adds, and the heads of shipped ones that it does without."""

    added: tuple[Expression, ...] = ()
    off: frozenset[str] = frozenset()

    def adding(self, expression: Expression) -> OwnWords:
        """With one more expression, which takes the place of an own one of the same head. Raises ``LexiconError``."""
        check(expression)
        return replace(self.without(expression.head), added=(*self.without(expression.head).added, expression))

    def without(self, head: str) -> OwnWords:
        """Without its own expression of that head."""
        return replace(self, added=tuple(each for each in self.added if each.head != head))

    def switching(self, head: str) -> OwnWords:
        """With the shipped expression of that head off when it is on, and on when it is off."""
        return replace(self, off=self.off ^ {head})

    def joined(self, other: OwnWords) -> OwnWords:
        """With all of another list, whose expressions take the place of own ones of the same head."""
        own = replace(self, off=self.off | other.off)
        for expression in other.added:
            own = own.adding(expression)
        return own


def check(expression: Expression) -> None:
    """Raise ``LexiconError`` unless each form is one word and there is one at all."""
    for form in expression.forms:
        if len(form.split()) != 1 or not fold_key(form):
            raise LexiconError(_SEVERAL, word=form)
    if not expression.head:
        raise LexiconError(_HEADLESS)


def guess(word: str) -> Expression:
    """An expression of which ``word`` may be a form, for the analyst to complete: وأوضحت leads to أوضح."""
    rest = word[1:] if word[:1] in "وف" and len(word) > 4 else word
    plain = rest.rstrip("\u064b")
    if plain.endswith(("ا", "اً")) and plain.startswith("م"):
        return Expression(participle=plain[:-1])
    if rest.startswith("ي"):
        return Expression(present=rest)
    return Expression(past=rest.removesuffix("ت") if len(rest) > 3 else rest)


def expressions(table: Mapping[str, Any], name: str) -> Iterator[Expression]:
    """Every expression of a table in the form of ``reporting.toml``; ``LexiconError`` says what is not of that form."""
    for strength, part in table.items():
        if strength == _OFF:
            continue
        if strength not in STRENGTHS:
            raise LexiconError(_UNKNOWN, name=name, key=strength)
        if not isinstance(part, Mapping) or not {"verbs", *_LISTS}.issuperset(part):
            raise LexiconError(_WRONG, name=name, key=strength, value=part)
        verbs = part.get("verbs", [])
        if not isinstance(verbs, list):
            raise LexiconError(_WRONG, name=name, key="verbs", value=verbs)
        yield from (_expression(strength, verb, name) for verb in verbs)
        yield from (Expression(strength, frame=word) for word in _words(part.get("frames", ""), "frames", name))
        adverbs = _words(part.get("participles", ""), "participles", name)
        yield from (Expression(strength, adverb=word) for word in adverbs)


def read_own(text: str, name: str) -> OwnWords:
    """A project's list from its TOML text. ``LexiconError`` when it is none."""
    table = read_table(name, text)
    own = OwnWords(off=frozenset(_words(table.get(_OFF, ""), _OFF, name)))
    for expression in expressions(table, name):
        own = own.adding(expression)
    return own


def write_own(own: OwnWords) -> str:
    """The list as TOML; ``read_own`` reads the same from it, and the same list is always the same text."""
    lines = [f"{_OFF} = {_quoted(' '.join(sorted(own.off)))}"] if own.off else []
    for strength in STRENGTHS:
        here = [each for each in own.added if each.strength == strength]
        verbs = [f"    {{ {_pairs(each)} }}," for each in here if not (each.frame or each.adverb)]
        if here:
            lines += ["", f"[{strength}]"] if lines else [f"[{strength}]"]
            lines += ["verbs = [", *verbs, "]"] if verbs else []
            for key, form in _LISTS.items():
                words = " ".join(filter(None, (getattr(each, form) for each in here)))
                lines += [f"{key} = {_quoted(words)}"] if words else []
    return "".join(f"{line}\n" for line in lines)


def with_own(lexicons: Lexicons, shipped: Iterable[Expression], own: OwnWords) -> Lexicons:
    """The lexicons with the project's expressions over the shipped ones: of a form that both have, its own counts."""
    base = read_reporting(_table(each for each in shipped if each.head not in own.off))
    added = read_reporting(_table(own.added))
    return replace(
        lexicons,
        reporting={**base.strengths, **added.strengths},
        reporting_nouns=base.nouns | added.nouns,
        bare_nouns=base.bare | added.bare,
        conditions={**_others(base.conditions, added), **added.conditions},
        complements={**_others(base.complements, added), **added.complements},
        frames=frozenset(base.frames - added.strengths.keys()) | added.frames,
        participles=frozenset(base.participles - added.strengths.keys()) | added.participles,
        addressing=frozenset(base.addressing - added.strengths.keys()) | added.addressing,
    )


def _others(mapping: Mapping[str, Any], added: Reporting) -> dict[str, Any]:
    """What is said of forms that the project says nothing of."""
    return {form: value for form, value in mapping.items() if form not in added.strengths}


def _expression(strength: str, verb: object, name: str) -> Expression:
    if not isinstance(verb, Mapping):
        raise LexiconError(_WRONG, name=name, key="verbs", value=verb)
    for key, value in verb.items():
        if key not in _KEYS and key not in _SWITCHES:
            raise LexiconError(_UNKNOWN, name=name, key=key)
        if not (value in ALONE if key == "alone" else isinstance(value, bool if key in _SWITCHES else str)):
            raise LexiconError(_WRONG, name=name, key=key, value=value)
    given: dict[str, Any] = {_KEYS.get(str(key), str(key)): value for key, value in verb.items()}
    made = Expression(strength, **given)
    check(made)
    return made


def _words(value: object, key: str, name: str) -> list[str]:
    if not isinstance(value, str):
        raise LexiconError(_WRONG, name=name, key=key, value=value)
    return value.split()


def _table(shown: Iterable[Expression]) -> dict[str, dict[str, Any]]:
    table: dict[str, dict[str, Any]] = {
        strength: {"verbs": [], "frames": "", "participles": ""} for strength in STRENGTHS
    }
    for each in shown:
        if each.frame or each.adverb:
            table[each.strength]["frames"] += f" {each.frame}"
            table[each.strength]["participles"] += f" {each.adverb}"
        else:
            table[each.strength]["verbs"].append(dict(_given(each)))
    return table


def _given(expression: Expression) -> Iterator[tuple[str, Any]]:
    """The keys of a verb's table, those left out that say nothing."""
    yield from ((key, value) for key, name in _KEYS.items() if (value := getattr(expression, name)))
    usual = {field.name: field.default for field in fields(Expression)}
    yield from ((key, getattr(expression, key)) for key in _SWITCHES if getattr(expression, key) != usual[key])


def _pairs(expression: Expression) -> str:
    return ", ".join(f"{key} = {_quoted(value)}" for key, value in _given(expression))


def _quoted(value: str | bool) -> str:
    """A TOML value: JSON's escapes are TOML's, but for the one character that JSON leaves as it is."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
