"""What the table of frames says in its cells, in the language of the interface."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from app.domain.annotation import ACCEPTED, SUGGESTED
from app.domain.codebook import CLAIM, CUE, QUOTE, Codebook, Words
from app.domain.errors import N_
from app.domain.text.folding import STRONG, fold_key
from app.store import FrameRow
from app.store.frames import COLUMNS
from app.ui.words import in_arabic, said, tr
from app.workbench.completing import word_for
from app.workbench.frame_table import FRAMES

TITLES = {
    "kind": N_("Kind"),
    "label": N_("Type"),
    "speaker": N_("Speaker"),
    "cue": N_("Cue"),
    "words": N_("Words"),
    "normalized": N_("Normalized"),
    "state": N_("State"),
    "article": N_("Article"),
    "date": N_("Date"),
    "strength": N_("Strength"),
    "medium": N_("Medium"),
    "topic": N_("Topic"),
    "verdict": N_("Verdict"),
}
CLAIM_TITLES = {**TITLES, "speaker": N_("Claimer")}
_STATES = {ACCEPTED: N_("accepted"), SUGGESTED: N_("suggested")}
_CHOICES = ((CUE, "strength"), (QUOTE, "medium"), (CLAIM, "verdict"))
_UNNAMED = ("implicit", "anonymous", "journalist", "agency")


class Cells:
    """The words of rows, looked up in the codebook once."""

    def __init__(self, codebook: Codebook) -> None:
        self._kinds = {kind.id: said(kind.name) for kind in codebook.kinds}
        several = [kind for kind in codebook.kinds if len(kind.labels) > 1]  # a single one is called as its kind is
        self._labels = {(kind.id, each.id): said(each.name) for kind in several for each in kind.labels}
        self._states = {state: tr(text) for state, text in _STATES.items()}
        self._unnamed = {
            (kind, word): said(words)
            for kind in FRAMES
            for word in _UNNAMED
            if (words := word_for(codebook, kind, word)) is not None
        }
        self._choices = {(name, id_): said(words) for name, id_, words in choices_of(codebook)}
        self._read: dict[str, Callable[[FrameRow], str]] = {
            "kind": lambda row: self._kinds.get(row.kind, row.kind),
            "label": lambda row: self._labels.get((row.kind, row.label), ""),
            "speaker": self._speaker,
            "cue": lambda row: row.cue or "",
            "words": lambda row: row.words,
            "normalized": lambda row: row.normalized or "",
            "state": lambda row: self._states.get(row.state, row.state),
            "article": lambda row: row.name,
            "date": lambda row: (row.published or "")[:10],
            "strength": lambda row: self._choices.get(("strength", row.strength or ""), row.strength or ""),
            "medium": lambda row: self._choices.get(("medium", row.medium or ""), row.medium or ""),
            "topic": lambda row: row.topic or "",
            "verdict": lambda row: self._choices.get(("verdict", row.verdict or ""), row.verdict or ""),
        }

    def cell(self, row: FrameRow, column: str) -> str:
        return self._read[column](row)

    def line(self, row: FrameRow, columns: tuple[str, ...] = COLUMNS) -> tuple[str, ...]:
        """The cells of a row in the order of the table."""
        return tuple(self._read[name](row) for name in columns)

    def _speaker(self, row: FrameRow) -> str:
        if row.speaker is not None:
            return row.speaker
        return self._unnamed.get((row.kind, row.unnamed or ""), row.unnamed or "")


def choices_of(codebook: Codebook) -> Iterator[tuple[str, str, Words]]:
    """The attributes of quotes, claims and cues that columns show, with each choice and what it is called."""
    for kind in codebook.kinds:
        for attribute in kind.attributes:
            if (kind.id, attribute.id) in _CHOICES:
                for choice in attribute.choices:
                    yield attribute.id, choice.id, choice.name


def names_in(codebook: Codebook) -> dict[str, dict[str, list[str]]]:
    """What the values of columns are called, in both languages, for filters."""
    names: dict[str, dict[str, list[str]]] = {
        "kind": {kind: [codebook.kind(kind).name.ar, codebook.kind(kind).name.en] for kind in FRAMES},
        "state": {state: [in_arabic(text), text] for state, text in _STATES.items()},
        "label": {},
        "speaker": {},
    }
    for kind in FRAMES:
        for label in codebook.kind(kind).labels:
            names["label"].setdefault(label.id, []).extend((label.name.ar, label.name.en))
        for word in _UNNAMED:
            words = word_for(codebook, kind, word)
            if words is not None:
                names["speaker"].setdefault(word, []).extend((words.ar, words.en))
    for name, id_, words in choices_of(codebook):
        names.setdefault(name, {})[id_] = [words.ar, words.en]
    return names


def titles_in() -> dict[str, str]:
    """The folded names of columns in both languages, for ``speaker:word``."""
    called = [*TITLES.items(), *CLAIM_TITLES.items()]
    return {fold_key(each, STRONG): name for name, text in called for each in (name, text, in_arabic(text))}
