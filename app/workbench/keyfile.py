"""A file of an analyst's own keys: TOML, only what differs from the usual."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from app.domain.errors import N_, TawsimError
from app.workbench.keys import USUAL_LAYOUT, Key, Keys, OwnKeys, key_name

_HEAD = (
    "# Keys of Tawsim that differ from the usual ones. A key has its Latin name; the letter on the same key of the\n"
    '# layout goes with it, unless another twin is written beside it: { key = "G", twin = "ل" }. [] means no key.\n'
)


class KeyFileBroken(TawsimError):
    """A key file that cannot be used, and where."""


def parse_keys(source: str, where: str) -> OwnKeys:
    """The keys in the text of a key file. ``KeyFileBroken`` names ``where``, the line and the reason."""
    try:
        table = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r" \(at line (\d+), column \d+\)$", str(error))
        line = int(found[1]) if found else len(source.splitlines())
        reason = str(error)[: found.start()] if found else str(error)
        raise KeyFileBroken(
            N_("{path}, line {line}: this is not valid TOML ({reason})."), path=where, line=line, reason=reason
        ) from error
    layout, keys = table.get("layout", USUAL_LAYOUT), table.get("keys", {})
    if not isinstance(layout, str):
        raise _broken(source, where, "layout", N_("{path}, line {line}: “{name}” must be the name of a layout."))
    if not isinstance(keys, dict):
        raise _broken(source, where, "keys", N_("{path}, line {line}: “{name}” must be a table of actions."))
    return OwnKeys(layout, {name: _keys(source, where, name, value) for name, value in keys.items()})


def write_keys(own: OwnKeys) -> str:
    """The text of a key file; ``parse_keys`` gives the same keys again."""
    lines = [_HEAD, f"layout = {_text(own.layout)}", "", "[keys]"]
    lines += [f"{_text(name)} = [{', '.join(map(_value, keys))}]" for name, keys in own.keys.items()]
    return "\n".join(lines) + "\n"


def read_key_file(path: Path) -> OwnKeys:
    """The keys of a file; the usual ones when there is no such file. Raises ``KeyFileBroken``."""
    try:
        return parse_keys(path.read_text(encoding="utf-8"), str(path))
    except FileNotFoundError:
        return OwnKeys()
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise KeyFileBroken(N_("{path}, line {line}: this is no UTF-8 text."), path=path, line=line) from error
    except OSError as error:
        raise KeyFileBroken(
            N_("{path} cannot be read: {reason}."), path=path, reason=error.strerror or error
        ) from error


def write_key_file(path: Path, own: OwnKeys) -> None:
    """Write the keys, whole or not at all. ``CannotWrite`` gives the system's reason."""
    from app.exchange.atomic import write_whole  # noqa: PLC0415 - no window waits for it

    write_whole(path, write_keys(own))


def _keys(source: str, where: str, name: str, value: Any) -> Keys:
    if not isinstance(value, list):
        raise _broken(source, where, name, N_("{path}, line {line}: “{name}” must have its keys in [ ]."))
    return tuple(_key(source, where, name, each) for each in value)


def _key(source: str, where: str, name: str, value: Any) -> Key:
    whole = value if isinstance(value, Mapping) else {"key": value}
    latin, twin = whole.get("key"), whole.get("twin")
    for each in (latin, *([] if twin is None or twin == "" else [twin])):
        if not isinstance(each, str) or key_name(each) is None:
            raise _broken(source, where, name, N_("{path}, line {line}: “{name}” has {key}, which is no key."), each)
    return Key(str(key_name(str(latin))), key_name(twin) if twin else twin)


def _broken(source: str, where: str, name: str, template: str, key: object = None) -> KeyFileBroken:
    """The error, with the line on which ``name`` first stands."""
    lines = source.splitlines()
    pattern = re.compile(rf"[\s\"'\[]*{re.escape(name)}[\s\"'\]]*(=|$)")
    line = next((number for number, text in enumerate(lines, 1) if pattern.match(text)), 1)
    return KeyFileBroken(template, path=where, line=line, name=name, key=key)


def _value(key: Key) -> str:
    if key.twin is None:
        return _text(key.latin)
    return f"{{ key = {_text(key.latin)}, twin = {_text(key.twin)} }}"


def _text(text: str) -> str:
    """A TOML string: JSON's has the same escapes but leaves one control sign as it is."""
    import json  # noqa: PLC0415 - only to write

    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
