"""What the commands have in common: arguments and options, exit statuses, and how something is told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from app.store import Store

FOUND, COULD_NOT, STOPPED = 1, 3, 130
PROJECT = click.argument("project", type=click.Path(path_type=Path))
JSON = click.option("--json", "as_json_", is_flag=True, help="Print JSON.")


class Refused(click.ClickException):
    """What cannot be done, in one English sentence."""

    exit_code = COULD_NOT


class Known(click.Choice[str]):
    """The formats that can be read (``can_read``) or written (``can_write``), looked up when they are asked for."""

    def __init__(self, can: str) -> None:
        self._can = can
        self.case_sensitive = True

    def __getattr__(self, name: str) -> Any:
        if name != "choices":
            raise AttributeError(name)
        from app.exchange.formats import FORMATS

        self.choices = tuple(each.name for each in FORMATS if getattr(each, self._can))
        return self.choices


def mapping(_ctx: click.Context, _param: click.Parameter, pairs: tuple[str, ...]) -> dict[str, str]:
    """Words of the form ``OLD=NEW`` as a mapping."""
    for pair in pairs:
        if "=" not in pair[1:]:
            raise click.BadParameter(f"'{pair}' is not OLD=NEW.")
    return {old: new for old, _, new in (pair.partition("=") for pair in pairs)}


def say(sentence: object, status: int = 0) -> int:
    """Say it on standard error; ``status`` comes back, to be the command's own."""
    click.echo(f"tawsim: {sentence}", err=True)
    return status


def as_json(value: object) -> None:
    """Print it on standard output."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2, default=str))


def how_many(number: int, what: str) -> str:
    """``1 mark``, ``2 marks``."""
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def read_utf8(path: Path) -> str:
    """The text of a file, without a byte order mark. ``Refused`` when it cannot be read or is not UTF-8."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise Refused(f"{path} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise Refused(f"{path}: byte {error.start + 1} is not valid UTF-8; save it as UTF-8.") from error


def check_layer(store: Store, layer: str | None) -> None:
    """``Refused`` when the project has no layer of that name."""
    if layer is not None and layer not in (layers := store.layers()):
        raise Refused(f"{store.path.name} has no layer {layer}; it has: {', '.join(layers) or 'none'}.")
