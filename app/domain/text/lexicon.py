"""Word lists that the rules ask, and the form they are kept in (``resources/lexicons/*.toml``).

This folder reads no files: ``read_lexicons`` takes their texts. In a file words are written as in the news, parted by
white space; tables and arrays only sort them for whoever adds to them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from pathlib import PurePath
from typing import Any

from app.domain.span import Span
from app.domain.text.folding import fold, fold_key
from app.domain.text.inflection import name_bases, noun_bases, word_key, word_keys
from app.domain.text.patterns import pattern
from app.domain.text.tokens import Token
from app.domain.text.wordlists import (
    AFTER_CONJUNCTION,
    AT_START,
    BEFORE_CLAUSE,
    BEFORE_IN,
    BEFORE_NOUN,
    BEFORE_TO,
    WITH_CLAUSE,
    Heads,
    function_word_set,
    light_set,
    read_heads,
    read_names,
    read_reporting,
    read_table,
    verb_set,
    word_set,
)
from app.domain.values import frozen

FILES = frozenset(
    {
        "false_proclitics",
        "bare_words",
        "function_words",
        "abbreviations",
        "verbs",
        "reporting",
        "attribution",
        "heads",
        "names",
        "measures",
        "clauses",
    }
)


@frozen
class Lexicons:
    """What the rules know about words.

    ``false_proclitics`` begin with a letter that only looks like a clitic; ``names`` are the proper names among them.
    ``bare_words`` are words so common as heads and names that a clitic letter before them is one. These three hold
    light keys, the others keys of ``word_key``. ``abbreviations`` are followed by a point that ends no sentence.
    ``verbs`` are inflected forms that bound a name and report nothing. ``reporting`` leads from an inflected form
    without و ف س to its strength, ``conditions`` from some of them to what they need beside them, ``complements`` to
    the prepositions that lead to what is said. ``frames`` are those reporting words that are no verbs (بحسب),
    ``bare_nouns`` the verbal nouns without a pronoun, ``participles`` those that go on with what was said (مضيفا),
    ``addressing`` those whose object hears it (أبلغ).
    ``attribution`` holds light keys by the headings of that file. ``heads`` are what the parts of names begin with,
    ``measures`` the words of dates and quantities by heading, and ``clauses`` the keys of ``word_key`` that begin a
    clause, by heading.
    """

    false_proclitics: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    bare_words: frozenset[str] = frozenset()
    function_words: frozenset[str] = frozenset()
    abbreviations: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()
    reporting: Mapping[str, str] = field(default_factory=dict)
    reporting_nouns: frozenset[str] = frozenset()
    bare_nouns: frozenset[str] = frozenset()
    conditions: Mapping[str, str] = field(default_factory=dict)
    complements: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    frames: frozenset[str] = frozenset()
    participles: frozenset[str] = frozenset()
    addressing: frozenset[str] = frozenset()
    attribution: Mapping[str, frozenset[str]] = field(default_factory=dict)
    heads: Heads = field(default_factory=Heads)
    measures: Mapping[str, frozenset[str]] = field(default_factory=dict)
    clauses: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def has(self, heading: str, word: str) -> bool:
        """Whether the light key of the raw ``word`` stands under ``heading`` in the list of attribution."""
        return fold_key(word) in self.attribution.get(heading, frozenset())

    def is_listed(self, key: str) -> bool:
        """Whether the light ``key`` is in a list exactly as it stands: no clitic is to be cut off."""
        return key in self.false_proclitics or key in self.bare_words

    def is_inflected(self, key: str) -> bool:
        """Whether the light ``key`` with an ending taken off is in a list."""
        if any(self.is_listed(base) and base not in self.names for base in noun_bases(key)):
            return True
        return any(base in self.names for base in name_bases(key))

    def is_name(self, key: str) -> bool:
        """Whether the light ``key``, an ending taken off or not, is a proper name that begins with a false clitic."""
        return key in self.names or any(base in self.names for base in name_bases(key))

    def is_function(self, word: str) -> bool:
        """Whether the raw ``word`` is a function word as it stands."""
        return any(key in self.function_words for key in word_keys(word))

    def is_verb(self, word: str) -> bool:
        """Whether the raw ``word`` is a form of a verb that reports nothing, with whatever is attached to it."""
        if word.startswith("آ"):  # آثار is not أثار
            return False
        return any(form in self.verbs for key in word_keys(word) for _, form in _verb_readings(key))

    def reports(self, word: str) -> bool:
        """Whether the raw ``word`` can be a reporting form; ``reporting_match`` also asks what stands beside it."""
        return any(form in self.reporting for key in word_keys(word) for _, form in _verb_readings(key))

    def is_frame(self, word: str) -> bool:
        """Whether the raw ``word`` reports without being a verb (بحسب), و or ف before it or not."""
        keys = (form for key in word_keys(word) for form in (key, key[1:] if key[:1] in "وف" else key))
        return any(key in self.frames for key in keys)

    def reporting_strength(self, word: str) -> str | None:
        """How strongly the raw reporting ``word`` commits its speaker; None when it reports nothing."""
        forms = (form for key in word_keys(word) for _, form in _verb_readings(key))
        return next((self.reporting[form] for form in forms if form in self.reporting), None)

    def is_participle(self, word: str) -> bool:
        """Whether the raw reporting ``word`` is a participle (مضيفا)."""
        return any(form in self.participles for key in word_keys(word) for _, form in _verb_readings(key))

    def addresses(self, word: str) -> bool:
        """Whether the raw reporting ``word`` has a hearer, or whom it speaks of, as its object (أبلغهم، دعت)."""
        return any(form in self.addressing for key in word_keys(word) for _, form in _verb_readings(key))

    def complements_of(self, word: str) -> tuple[str, ...]:
        """The prepositions, as light keys, by which the raw reporting ``word`` takes what is said."""
        forms = (form for key in word_keys(word) for _, form in _verb_readings(key))
        return next((self.complements[form] for form in forms if form in self.complements), ())


EMPTY = Lexicons()


@frozen
class ReportingVerb:
    """A reporting expression: where it stands, without و or ف before it, and how strongly it commits its speaker."""

    span: Span
    strength: str


def reporting_match(text: str, token: Token, lexicons: Lexicons) -> ReportingVerb | None:
    """The reporting expression that ``token`` is: ``(و|ف)?(س)?VERB(ت|ا|وا)?``, a participle, a verbal noun with its
    pronoun, or a frame such as بحسب. None when it is none, or when what the form needs beside it is missing."""
    word = text[token.start : token.end]
    for key in word_keys(word):
        if key in lexicons.function_words and _SHADDA not in word:  # بين, but not بيّن
            continue
        for cut, form in _verb_readings(key):
            strength = lexicons.reporting.get(form)
            if strength and _allowed(lexicons, form, text, token, bool(cut)):
                return ReportingVerb(Span(token.start + fold(word).index[cut], token.end), strength)
        form = next((key.removesuffix(end) for end in _YOU if key.endswith(end)), "")
        if form in lexicons.addressing:  # اتهمك
            return ReportingVerb(Span(token.start, token.end), lexicons.reporting[form])
        noun = key[1:] if key[:1] == "ب" and not key.startswith(_AS) else ""
        if noun in lexicons.reporting_nouns or noun in lexicons.participles:  # بقوله، بالقول
            return ReportingVerb(Span(token.start + fold(word).index[1], token.end), lexicons.reporting[noun])
    return None


def read_lexicons(texts: Mapping[str, str], read: Callable[[str], dict[str, Any]] | None = None) -> Lexicons:
    """The lexicons from the TOML texts of their files; a file whose name is unknown is left alone.

    ``texts`` leads from the file's name, with or without folder and ``.toml``, to its text; ``read`` makes the table of
    a text, as ``tomllib.loads`` does. ``LexiconError`` says which file cannot be read and why.
    """
    lists = {
        PurePath(name).stem: read_table(name, text, read)
        for name, text in texts.items()
        if PurePath(name).stem in FILES
    }
    reporting = read_reporting(lists.get("reporting", {}))
    return Lexicons(
        false_proclitics=light_set(lists.get("false_proclitics", {})),
        names=light_set(lists.get("false_proclitics", {}).get("names", {})),
        bare_words=light_set(lists.get("bare_words", {})),
        function_words=function_word_set(lists.get("function_words", {})),
        abbreviations=word_set(lists.get("abbreviations", {})),
        verbs=verb_set(lists.get("verbs", {})),
        reporting=reporting.strengths,
        reporting_nouns=reporting.nouns,
        bare_nouns=reporting.bare,
        conditions=reporting.conditions,
        complements=reporting.complements,
        frames=reporting.frames,
        participles=reporting.participles,
        addressing=reporting.addressing,
        attribution={heading: light_set(words) for heading, words in lists.get("attribution", {}).items()},
        heads=read_heads(lists.get("heads", {}), lists.get("names", {}), lists.get("bare_words", {})),
        measures=read_names(lists.get("measures", {})),
        clauses={heading: word_set(words) for heading, words in lists.get("clauses", {}).items()},
    )


_PRESENT = frozenset("يتن")  # behind the س of the future; without ا, or سامر would be the future of أمر
_CLAUSE_BEFORE = pattern(r"[،,]\s*[وف]?$")
_CLAUSE_AFTER = pattern(r"\s*(?:[:\"«“]|(?:ب?[إأا]ن|[إا]لى|على|من)(?![\p{L}]))")
_VERB_FOLLOWS = r"(?<!\p{L})[وف]?(?:كما|قد|لقد|هكذا|ثم|حين|عندما|العبارة|العبارات|الكلمات|الكلام)"
_OPENING = 60  # characters of an adverbial that opens a sentence
_BEHIND_OPENING = pattern(
    r"(?:^|[.\n؟!]\s*)و?(?:في|من|على|إلى|بعد|قبل|عقب|خلال|أثناء|كذلك|بدور\p{L}+|بال\p{L}+|لاحقا|سابقا|ثم)(?!\p{L})[^،.\n:]*،\s*$"
)
_YOU = ("كم", "ك")  # pronouns of who is spoken to
_AS = ("باعتبار", "بوصف")  # they say as what somebody is seen, and not what is said
_SHADDA = "\u0651"
_CLAUSE_START = pattern(rf"(?:^|[\n،,.:»\"”]|{_VERB_FOLLOWS})\s*$")
_VERB_START = pattern(rf"(?:[»\"”›]\s*[،,]?|{_VERB_FOLLOWS})\s*$")
_TO_IT = r"(?:(?:في|علي|ل)(?:ه|ها|هما?)\s+)?"
_SAID = pattern(rf"\s*{_TO_IT}(?:[:\"«“]|(?:قائلا|قائلة|ب?[إأا]ن)(?![\p{{L}}]))")
_IN = pattern(r"\s*(?:في|فى|فيه|فيها|بها|به)(?![\p{L}])")
_LATER = pattern(r"[^.؛:\n«\"“]{0,90}?(?:[:\"«“]|(?<!\p{L})(?:إلى )?ب?[إأا]ن(?:ه|ها|هم)?(?!\p{L}))")
_TO_THAT = pattern(r"[^.؛:\n]{0,60}?(?<!\p{L})إلى (?:أن|أنه|أنها|أنهم)(?!\p{L})")
_NEXT_WORD = pattern(r"\s*([\p{L}\p{M}\u0640]+)")


def _verb_readings(key: str) -> Iterator[tuple[int, str]]:
    """How much of ``key`` is و, ف or ل, and the verb form left without that, س and a pronoun; ``key`` itself first."""
    cuts = (0, 1) if key[:1] in ("و", "ف") and len(key) > 2 else (0,)
    for cut in cuts:
        rest = key[cut:]
        led = rest[:1] if rest[1:2] in _PRESENT else ""
        future = rest[1:] if led in ("س", "ل") else ""
        for form in filter(None, (rest, future)):
            begins = cut + (form is future and led == "ل")
            yield begins, form
            yield from ((begins, base) for base in _without_pronoun(form))


def _without_pronoun(form: str) -> Iterator[str]:
    for pronoun in ("هما", "هم", "ها", "ه", "ني"):
        if form.endswith(pronoun) and len(form) - len(pronoun) > 2:
            yield form.removesuffix(pronoun)


def _allowed(lexicons: Lexicons, form: str, text: str, token: Token, conjunction: bool) -> bool:
    condition = lexicons.conditions.get(form)
    vowelled = _SHADDA in text[token.start : token.end]
    if condition in (AFTER_CONJUNCTION, AT_START):
        starts = _VERB_START if condition == AFTER_CONJUNCTION else _CLAUSE_START
        before = text[max(0, token.start - _OPENING) : token.start]
        leads = starts.search(before[-8:]) or _SAID.match(text, token.end) or _BEHIND_OPENING.search(before)
        doubled = condition == AFTER_CONJUNCTION and vowelled  # لوّح, not لوح
        return conjunction or doubled or bool(leads)
    if condition == BEFORE_CLAUSE:
        begins = conjunction or vowelled or _CLAUSE_START.search(text[max(0, token.start - 8) : token.start])
        farther = begins and (form.endswith("ت") or conjunction or vowelled)  # بينت الدراسة أن, but not بين القرى أن
        return bool((_LATER if farther else _SAID).match(text, token.end))
    if condition == BEFORE_TO:
        return bool(_TO_THAT.match(text, token.end))
    if condition == BEFORE_IN:
        return bool(_IN.match(text, token.end))
    if condition == WITH_CLAUSE:
        before = text[max(0, token.start - 4) : token.start] + text[token.start] * conjunction
        return bool(_CLAUSE_BEFORE.search(before) or _CLAUSE_AFTER.match(text, token.end))
    if condition == BEFORE_NOUN:
        following = _NEXT_WORD.match(text, token.end)
        return following is not None and word_key(following[1]) in lexicons.reporting_nouns
    return True
