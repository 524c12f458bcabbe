"""What people say of a dataset, in a TOML file: its name, its licence, and answers to the datasheet's questions."""

from __future__ import annotations

import json
import re
import tomllib
from typing import Any

from app.domain.errors import N_
from app.exchange.errors import ExchangeError
from app.exchange.release.card import DATASHEET
from app.exchange.release.facts import About

_TEXTS = ("name", "title", "description", "license", "url", "citation")
_KEYS = (*_TEXTS, "creators", "answers")
_QUESTIONS = frozenset(name for section in DATASHEET.values() for name in section)

_NO_TOML = N_("What is said of the dataset is not valid TOML: {reason}.")
_UNKNOWN = N_("What is said of the dataset has the key {key}, which is not known; known are: {known}.")
_NO_TEXT = N_("What is said of the dataset under {key} must be text.")
_NO_NAME = N_("The name {name} of the dataset may have only Latin letters, digits, “-”, “_” and “.”.")
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


class BadAbout(ExchangeError):
    """A file about the dataset that cannot be taken."""


def read_about(source: str) -> About:
    """What the TOML text says. ``BadAbout`` names the key that is wrong."""
    try:
        told = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise BadAbout(_NO_TOML, reason=error) from error
    for key in told:
        if key not in _KEYS:
            raise BadAbout(_UNKNOWN, key=key, known=", ".join(_KEYS))
    answers = _texts("answers", told.get("answers", {}))
    for key in answers:
        if key not in _QUESTIONS:
            raise BadAbout(_UNKNOWN, key=f"answers.{key}", known=", ".join(sorted(_QUESTIONS)))
    creators = told.get("creators", [])
    if not isinstance(creators, list) or not all(isinstance(name, str) for name in creators):
        raise BadAbout(_NO_TEXT, key="creators")
    texts = _texts("", {key: told[key] for key in _TEXTS if key in told})
    if "name" in texts and not _NAME.fullmatch(texts["name"]):
        raise BadAbout(_NO_NAME, name=texts["name"])
    return About(**texts, creators=tuple(creators), answers=answers)


def written_about(about: About) -> str:
    """The same as TOML text again."""
    lines = [f"{key} = {_quoted(value)}" for key in _TEXTS if (value := getattr(about, key)) is not None]
    lines.append(f"creators = [{', '.join(map(_quoted, about.creators))}]")
    lines.append("[answers]")
    lines += [f"{key} = {_quoted(value)}" for key, value in sorted(about.answers.items())]
    return "\n".join(lines) + "\n"


def _texts(where: str, told: Any) -> dict[str, str]:
    if not isinstance(told, dict):
        raise BadAbout(_NO_TEXT, key=where)
    for key, value in told.items():
        if not isinstance(value, str):
            raise BadAbout(_NO_TEXT, key=f"{where}.{key}".removeprefix("."))
    return dict(told)


def _quoted(value: str) -> str:
    """A basic string of TOML: its escapes are those of JSON, and DEL is escaped too."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007F")
