"""What ships with the program: codebooks, lexicons, key maps, translations, samples. No window and no database here.

In a checkout the files lie in ``resources/``; an installed wheel has the same folder as ``app/_resources``.
"""

from __future__ import annotations

import functools
import json
import os
import sys
import zlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.domain.codebook import Codebook, read_codebook
from app.domain.errors import N_, TawsimError

if TYPE_CHECKING:
    from app.domain.text.lexicon import Lexicons

SAMPLE_SUFFIXES = (".txt", ".jsonl")
# Tables that are kept in the cache at most, each in the place that its checksum says: so many that the twenty that ship
# do not drive out each other at each start.
_TABLES = 4096


class ResourceMissing(TawsimError):
    """A file that belongs to the program is not there: the installation is damaged."""


@functools.cache
def root() -> Path:
    """The folder of everything that ships with the program. ``ResourceMissing`` when there is none."""
    here = Path(__file__).resolve().parent
    frozen = Path(getattr(sys, "_MEIPASS", here))
    for folder in (here / "_resources", frozen / "resources", here.parent / "resources"):
        if (folder / "codebooks").is_dir():
            return folder
    raise ResourceMissing(N_("The program's own files are missing beside {place}; install it again."), place=here)


def path(name: str) -> Path:
    """Where the file ``name`` (relative to ``root()``) lies. ``ResourceMissing`` when it does not exist."""
    found = root() / name
    if not found.exists():
        raise ResourceMissing(N_("The program's file {name} is missing; install it again."), name=name)
    return found


def text(name: str) -> str:
    """The UTF-8 text of the file ``name``."""
    return path(name).read_text(encoding="utf-8")


def table(source: str) -> dict[str, Any]:
    """A TOML text as a table. Raises ``tomllib.TOMLDecodeError``.

    To read it takes a tenth of a window's start, so that a table is kept in the user's cache, beside its text.
    """

    def read() -> dict[str, Any]:
        import tomllib  # noqa: PLC0415 - see above

        return tomllib.loads(source)

    return kept(f"table-{zlib.crc32(source.encode()) % _TABLES}", source, read)


def kept(name: str, source: str, read: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """What ``read`` makes of ``source``. It lies in the user's cache under ``name``, beside the source, and is taken
    from there only where that is the same to the letter.
    """
    place = _cache() / f"{name}.json"
    with suppress(OSError, ValueError, TypeError):
        before, found = json.loads(place.read_bytes())
        if before == source and isinstance(found, dict):
            return found
    made = read()
    with suppress(OSError, TypeError):  # a folder that cannot be written; a date, which JSON has no word for
        _keep(place, json.dumps([source, made], ensure_ascii=False))
    return made


def _keep(place: Path, written: str) -> None:
    """Whole or not at all, and for nobody else to read: it may be a project's codebook."""
    place.parent.mkdir(parents=True, exist_ok=True)
    half = place.with_suffix(f".{os.getpid()}")
    with os.fdopen(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(written)
    half.replace(place)


def _cache() -> Path:
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "tawsim"


def codebook_names() -> list[str]:
    """The codebooks that ship with the program, the usual one first."""
    names = {file.stem for file in path("codebooks").glob("*.toml")}
    return sorted(names, key=lambda name: (name != "arabic-news", name))


def codebook(name: str = "arabic-news") -> Codebook:
    """A codebook that ships with the program."""
    return read_codebook(text(f"codebooks/{name}.toml"), name, table)


@functools.cache
def lexicons() -> Lexicons:
    """The word lists that the text rules use, read once."""
    from app.domain.text.lexicon import read_lexicons  # noqa: PLC0415 - a window shows before it needs the word lists

    files = sorted(path("lexicons").glob("*.toml"))
    return read_lexicons({file.stem: file.read_text(encoding="utf-8") for file in files}, table)


def samples() -> list[Path]:
    """The sample articles, written for the project, sorted by file name."""
    return sorted(file for file in path("articles").iterdir() if file.suffix in SAMPLE_SUFFIXES)


def compiled_translation(language: str) -> Path | None:
    """The Qt message file (.qm) of ``language``; None when there is no such translation or no way to compile it.

    A file that was compiled when the program was built is taken as it is. Otherwise the Linguist file is compiled once
    into the user's cache, under a name that changes with its content.
    """
    source = root() / "translations" / f"tawsim_{language}.ts"
    built = source.with_suffix(".qm")
    if built.exists() and not (source.exists() and source.stat().st_mtime > built.stat().st_mtime):
        return built
    if not source.exists():
        return None
    written = source.read_bytes()
    target = _cache() / f"{source.stem}-{zlib.crc32(written):08x}-{len(written)}.qm"  # hashlib would bring OpenSSL
    if target.exists():
        return target
    from app.linguist import compile_catalogue  # noqa: PLC0415 - needed once, and slow to import

    return compile_catalogue(source, target)
