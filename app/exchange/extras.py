"""Libraries that only some formats need: imported when they are used, and asked for in one sentence when missing."""

from __future__ import annotations

import importlib
from typing import Any

from app.domain.errors import N_
from app.exchange.errors import ExchangeError


class MissingLibrary(ExchangeError):
    """A library of an extra that is not installed."""


def library(module: str, extra: str) -> Any:
    """The module, imported now. ``MissingLibrary`` names the extra of Tawsim that brings it."""
    try:
        return importlib.import_module(module)
    except ImportError as error:
        raise MissingLibrary(
            N_("This format needs the library {library}, which is not installed: pip install 'tawsim[{extra}]'."),
            library=module.partition(".")[0],
            extra=extra,
        ) from error
