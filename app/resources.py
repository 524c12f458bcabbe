"""What ships with the program: codebooks, lexicons, key maps, translations, samples. No window and no database here.

In a checkout the files lie in ``resources/``; an installed wheel has the same folder as ``app/_resources``.
"""

from __future__ import annotations

import functools
import os
import sys
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.codebook import Codebook, read_codebook
from app.domain.errors import N_, TawsimError

if TYPE_CHECKING:
    from app.domain.text.lexicon import Lexicons

SAMPLE_SUFFIXES = (".txt", ".jsonl")


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


def codebook_names() -> list[str]:
    """The codebooks that ship with the program, the usual one first."""
    names = {file.stem for file in path("codebooks").glob("*.toml")}
    return sorted(names, key=lambda name: (name != "arabic-news", name))


def codebook(name: str = "arabic-news") -> Codebook:
    """A codebook that ships with the program."""
    return read_codebook(text(f"codebooks/{name}.toml"), name)


@functools.cache
def lexicons() -> Lexicons:
    """The word lists that the text rules use, read once."""
    from app.domain.text.lexicon import read_lexicons  # noqa: PLC0415 - a window shows before it needs the word lists

    files = sorted(path("lexicons").glob("*.toml"))
    return read_lexicons({file.stem: file.read_text(encoding="utf-8") for file in files})


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
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "tawsim"
    written = source.read_bytes()
    target = cache / f"{source.stem}-{zlib.crc32(written):08x}-{len(written)}.qm"  # hashlib would bring OpenSSL
    if target.exists():
        return target
    from app.linguist import compile_catalogue  # noqa: PLC0415 - needed once, and slow to import

    return compile_catalogue(source, target)
