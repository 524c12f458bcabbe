"""Everything that reads what strangers write, each as a function of bytes, with sound bytes to begin from.

A reader refuses in a sentence or gives what is right. Anything else that it raises is a fault.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from app import resources
from app.domain.article import Article, new_article
from app.domain.codebook import read_codebook
from app.domain.edit import making
from app.domain.errors import TawsimError
from app.domain.span import Span, surface
from app.domain.text.expressions import read_own
from app.domain.text.query import read_query
from app.exchange.entry_lists import read_entry_list
from app.exchange.format import Format, Reading, Source
from app.exchange.formats import FORMATS, sniff
from app.exchange.page import Page
from app.exchange.release.about import read_about
from app.exchange.sources import sources
from app.store import Store
from app.store.pages import Pages
from app.store.salvage import salvage
from app.workbench.bench import Workbench
from app.workbench.keyfile import parse_keys
from app.workbench.making import annotate
from app.workbench.outgo import export
from tests.exchange.breaking import sound

_MANY = ("brat", "xmi", "casjson")  # a file for each article
MOST = 200_000  # arrivals of one input, which is never longer than some kilobytes
BOOK = resources.codebook()
TEXT = "قال سليم الناصر إن «السدود ممتلئة».\nووصل وفد من بغداد إلى بيروت 👍🏽."


class Fault(Exception):
    """What a reader gave is not right."""


@dataclass(frozen=True)
class Reader:
    """``read`` is given bytes; ``seeds`` are sound ones."""

    name: str
    read: Callable[[bytes], None]
    seeds: tuple[bytes, ...]


def readers(place: Path) -> dict[str, Reader]:
    """Every reader. Files are written to ``place``, one at a time."""
    seeds = _exported(place)
    plain = sound()
    found = [
        Reader(form.name, _of_format(form, place), (*seeds.get(form.name, ()), *_of_suffix(plain, form)))
        for form in FORMATS
        if form.arrivals is not None
    ]
    zipped = (plain["all.zip"],)
    found += [
        Reader("archive", _of_archive(place), zipped),
        Reader("codebook", _text(read_codebook), (BOOK.source.encode(),)),
        Reader("keys", _text(lambda text: parse_keys(text, "keys.toml")), (b'layout = "x"\n[keys]\na = ["F1"]\n',)),
        Reader(
            "own words", _text(lambda text: read_own(text, "own.toml")), ('add = ["قال"]\noff = ["زعم"]\n'.encode(),)
        ),
        Reader("about", _text(read_about), (b'title = "News"\nlicense = "x"\n',)),
        Reader("query", _text(read_query), ('"وصل الوفد" (بغداد | بيروت) -عمّان label:PERS'.encode(),)),
        Reader("entry list", _of_entries(place), ("id,name,label\nQ1,ليلى,PERS\n".encode(), b'{"name": "x"}\n')),
        Reader("damaged project", _of_project, (_project(place),)),
    ]
    return {each.name: each for each in found}


def _exported(place: Path) -> dict[str, tuple[bytes, ...]]:
    """One small project in every format that is written as one file."""
    found = {}
    path = place / "seeds.tawsim"
    with Store.create(path, BOOK) as store:
        store.add_article(new_article("a", TEXT))
        bench = Workbench(store, author="sana")
        bench.resume()
        for words, kind, label in (("سليم الناصر", "entity", "PERS"), ("السدود ممتلئة", "quote", "direct")):
            start = TEXT.index(words)
            bench.do(making("Mark", annotate(bench, kind, label, (Span(start, start + len(words)),))))
        for form in FORMATS:
            if form.can_read and form.can_write:
                out = place / f"seed-{form.name}"
                out = out if form.name in _MANY else out.with_suffix(form.suffixes[0])
                with suppress(TawsimError):
                    export(store, out, form)
                files = [each for each in (out, *sorted(out.rglob("*"))) if each.is_file()]
                found[form.name] = tuple(each.read_bytes() for each in files if each.suffix in form.suffixes)
    (place / "input.txt").write_text(TEXT, encoding="utf-8")  # what an .ann file speaks of
    return found


def _project(place: Path) -> bytes:
    return (place / "seeds.tawsim").read_bytes()


def _of_suffix(plain: dict[str, bytes], form: Format) -> list[bytes]:
    return [content for name, content in plain.items() if Path(name).suffix in form.suffixes]


def _text(read: Callable[[str], object]) -> Callable[[bytes], None]:
    def reader(content: bytes) -> None:
        try:
            read(content.decode("utf-8", "replace"))
        except TawsimError as error:
            _said(error)

    return reader


def _of_format(form: Format, place: Path) -> Callable[[bytes], None]:
    path = place / f"input{form.suffixes[0]}"

    def reader(content: bytes) -> None:
        path.write_bytes(content)
        try:
            sniff(path)
        except TawsimError as error:
            _said(error)
        assert form.arrivals is not None
        try:
            for number, each in enumerate(form.arrivals(Source.of(path), Reading(BOOK))):
                if number > MOST:
                    raise Fault("there is no end to what comes")
                _arrived(each.found)
                for refusal in each.refused:
                    _said(refusal.error)
        except TawsimError as error:
            _said(error)

    return reader


def _arrived(found: Article | Page | TawsimError) -> None:
    if isinstance(found, TawsimError):
        return _said(found)
    article = found.article if isinstance(found, Page) else found
    if article.text != article.text.encode("utf-8", "strict").decode() or "\r" in article.text:
        raise Fault("the text is no text")
    for mark in found.annotations if isinstance(found, Page) else ():
        if surface(article.text, mark.fragments) != mark.exact:
            raise Fault(f"the mark {mark.id} is not on its words")


def _of_archive(place: Path) -> Callable[[bytes], None]:
    path = place / "input.zip"

    def reader(content: bytes) -> None:
        path.write_bytes(content)
        try:
            for each in sources([path], FORMATS):
                if isinstance(each, Source):
                    if each.temporary is not None:
                        if not each.path.resolve().is_relative_to(each.temporary.resolve()):
                            raise Fault(f"{each.path} lies outside")
                        shutil.rmtree(each.temporary, ignore_errors=True)
                else:
                    _said(each.error)
        except TawsimError as error:
            _said(error)

    return reader


def _of_entries(place: Path) -> Callable[[bytes], None]:
    paths = (place / "list.csv", place / "list.jsonl")

    def reader(content: bytes) -> None:
        for path in paths:
            path.write_bytes(content)
            try:
                _all(read_entry_list(path))
            except TawsimError as error:
                _said(error)

    return reader


def _of_project(content: bytes) -> None:
    pages = Pages(content)
    pages.free()
    salvage(content)


def _all(found: Iterable[object]) -> None:
    for number, _ in enumerate(found):
        if number > MOST:
            raise Fault("there is no end to what comes")


def _said(error: TawsimError) -> None:
    """A sentence with everything filled in."""
    sentence = str(error)
    if not sentence.strip() or error.sentence(lambda text: text) != sentence:
        raise Fault(f"{type(error).__name__} says {sentence!r}")


def own_place() -> Path:
    """A folder in memory where there is one: thousands of small files are written to it."""
    memory = Path("/dev/shm")
    return Path(tempfile.mkdtemp(prefix="tawsim-fuzz-", dir=memory if memory.is_dir() else None))
