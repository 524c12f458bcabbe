"""What the analyst can act on: one clear sentence, with its values kept apart so that it can be translated."""

from __future__ import annotations

from collections.abc import Callable


def N_(text: str) -> str:  # noqa: N802 - the mark that gettext and Qt users know
    """Mark ``text`` for translation and return it unchanged; the window translates it when it is shown."""
    return text


class TawsimError(Exception):
    """A trouble that the analyst can mend.

    ``template`` is an English sentence with ``{name}`` places (marked with ``N_`` where it is written) and
    ``values`` fills them. ``str(error)`` is the English sentence; ``sentence(translate)`` the translated one.
    """

    def __init__(self, template: str, **values: object) -> None:
        super().__init__(template, values)
        self.template = template
        self.values = values

    def sentence(self, translate: Callable[[str], str] = N_) -> str:
        """The whole sentence, its template passed through ``translate`` first."""
        return translate(self.template).format(**self.values)

    def __str__(self) -> str:
        return self.sentence()


class DomainError(TawsimError):
    """A value that the domain refuses: it could never be true of any article."""


class SpanError(DomainError):
    """Fragments that are empty, unsorted, overlapping, outside the text, or that split a grapheme cluster."""


class ExactMismatch(DomainError):
    """The stored surface is not the text at the fragments."""


class UnknownLabel(DomainError):
    """A kind, label, attribute or value that the codebook does not have."""


class LinkError(DomainError):
    """A link whose role does not allow its ends."""


class CodebookError(DomainError):
    """A codebook file that cannot be used."""
