"""What can be wrong with a file, in sentences that say what, where and what to do; and remarks that are no troubles."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from app.domain.errors import N_, TawsimError


class ExchangeError(TawsimError):
    """A trouble with a file. A trouble that stands among its values is translated with it."""

    def sentence(self, translate: Callable[[str], str] = N_) -> str:
        return _filled(self.template, self.values, translate)


class BadLine(ExchangeError):
    """A line of a file that cannot come in; its neighbours can."""


class NotText(ExchangeError):
    """A file that is no text, or whose letters cannot be told from its bytes."""


class CannotRead(ExchangeError):
    """A file that is missing, is a folder, or may not be read."""


class CannotWrite(ExchangeError):
    """A file that cannot be written where it was asked for."""


class UnknownFormat(ExchangeError):
    """A format that is not known, or that cannot do what was asked of it."""


@dataclass(frozen=True, slots=True)
class Note:
    """Something worth telling that stopped nothing. ``template`` is marked for translation.

    ``line`` is that of the file when it is not the one where the article begins.
    """

    template: str
    values: Mapping[str, object] = field(default_factory=dict)
    line: int | None = None

    def sentence(self, translate: Callable[[str], str] = N_) -> str:
        return _filled(self.template, self.values, translate)

    def __str__(self) -> str:
        return self.sentence()


def _filled(template: str, values: Mapping[str, object], translate: Callable[[str], str]) -> str:
    """The translated sentence, with the troubles among its values as translated sentences of their own."""
    said = {
        name: value.sentence(translate) if isinstance(value, TawsimError) else value for name, value in values.items()
    }
    return translate(template).format(**said)


class Reason(ExchangeError):
    """What a library says was wrong, as a sentence's part that can be translated."""


_REASONS = frozenset(
    (
        N_("File is not a zip file"),
        N_("Failed to load document (PDFium: Data format error)"),
        N_("unexpected end of data"),
        N_("unexpected character, expected a string key"),
        N_("unexpected character, expected a JSON value"),
        N_("unexpected character, expected ':' after key"),
        N_("unexpected character, expected ',' or ']'"),
        N_("unexpected character, expected ',' or '}}'"),
        N_("unexpected content after document"),
        N_("unexpected control character in string"),
        N_("invalid escaped sequence in string"),
        N_("no low surrogate in string"),
        N_("trailing comma is not allowed"),
        N_("number with leading zero is not allowed"),
        N_("',' expected after '\"'"),
    )
)
"""What the libraries under the readers say most often, braces doubled; the rest is shown as they say it."""


def reason_of(error: Exception) -> Reason | str:
    """What a library says went wrong; the kind of its error where it says nothing."""
    if isinstance(error, TawsimError):
        return str(error)
    said = str(getattr(error, "msg", error)).rstrip(".")  # without line and column, which are told already
    template = said.replace("{", "{{").replace("}", "}}")
    return Reason(template) if template in _REASONS else said or type(error).__name__
