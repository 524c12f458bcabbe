"""The word lists of a project: the shipped ones with what the project adds to the reporting expressions.

A project's list is a note of its file. It changes what is proposed and not what is marked, so it is no edit and stands
in no journal: it goes back by the same keys by which it came.
"""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

from app import resources
from app.domain.errors import N_
from app.domain.text.expressions import Expression, OwnWords, expressions, read_own, with_own, write_own
from app.domain.text.lexicon import Lexicons
from app.domain.text.wordlists import LexiconError, read_table
from app.store import Store
from app.workbench.bench import Workbench

NOTE = "reporting"
NOTHING = OwnWords()

_BROKEN = N_("This project's own reporting expressions are left out: {reason}")
_FUNCTION = N_("“{word}” is a function word, which is never taken for a reporting one.")


@cache
def shipped() -> tuple[Expression, ...]:
    """Every reporting expression that ships with the program, as its file has them."""
    return tuple(expressions(read_table("reporting", resources.text("lexicons/reporting.toml")), "reporting.toml"))


@lru_cache(4)
def lexicons_with(own: OwnWords) -> Lexicons:
    """The word lists with the project's own expressions. Read in some ten milliseconds the first time."""
    return with_own(resources.lexicons(), shipped(), own) if own != NOTHING else resources.lexicons()


def own_words(store: Store) -> OwnWords:
    """The project's own list. ``LexiconError`` when what is stored is none."""
    note = store.note(NOTE)
    return read_own(note, store.path.name) if note else NOTHING


def own_words_or_none(store: Store) -> tuple[OwnWords, LexiconError | None]:
    """The project's own list; where what is stored is none, an empty one and a sentence that says so."""
    try:
        return own_words(store), None
    except LexiconError as error:
        return NOTHING, LexiconError(_BROKEN, reason=error)


def keep_own(store: Store, own: OwnWords) -> None:
    """Store the project's list. Raises what ``Store.set_note`` raises."""
    store.set_note(NOTE, write_own(own))


def reword(bench: Workbench, own: OwnWords) -> None:
    """Store the list, and read with it from now on. Nothing changes when it cannot be stored."""
    keep_own(bench.store, own)
    bench.reword(lexicons_with(own))


def add(bench: Workbench, own: OwnWords, expression: Expression) -> OwnWords:
    """The list with one more expression, stored and read with. ``LexiconError`` when that is none."""
    following = own.adding(expression)
    if bench.lexicons.is_function(expression.head):
        raise LexiconError(_FUNCTION, word=expression.head)
    reword(bench, following)
    return following


def read_list(path: Path) -> OwnWords:
    """A list from a file. ``LexiconError`` when it is none; ``OSError`` when it cannot be read."""
    try:
        return read_own(path.read_bytes().decode("utf-8-sig"), path.name)
    except UnicodeDecodeError as error:
        raise LexiconError(
            N_("{name}: byte {byte} is not valid UTF-8; save it as UTF-8."), name=path.name, byte=error.start + 1
        ) from error
