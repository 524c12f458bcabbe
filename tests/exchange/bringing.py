"""What a file brings: read as its content tells, articles and refusals in their order."""

from __future__ import annotations

from pathlib import Path

from app import resources
from app.domain.article import Article
from app.domain.errors import TawsimError
from app.exchange.format import Arrival, Reading, Source
from app.exchange.formats import format_named, sniff

NEWS = "قالت وزيرة المياه، ليلى حداد: «لن نخفض حصة المزارعين هذا العام»."
MORE = "وأضافت أن مخزون السدود بلغ 71% من طاقتها، وأن الوزارة ستواصل العمل مع المزارعين على تحسين شبكات الري."


def arrivals(path: Path, *, form: str | None = None, **fields: str) -> list[Arrival]:
    """Everything that a file brings; raises what keeps all of it from being read."""
    chosen = format_named(form) if form else sniff(path)
    assert chosen.arrivals is not None
    return list(chosen.arrivals(Source.of(path), Reading(resources.codebook(), fields=fields)))


def articles(path: Path, **fields: str) -> list[Article]:
    """The articles of a file, all of which must come in."""
    found = [arrival.found for arrival in arrivals(path, **fields)]
    assert all(isinstance(each, Article) for each in found), [str(each) for each in found]
    return [each for each in found if isinstance(each, Article)]


def article(path: Path, **fields: str) -> Article:
    (found,) = articles(path, **fields)
    return found


def refused(path: Path) -> dict[int | None, str]:
    """What cannot come in, by its line: None for the whole file."""
    try:
        found = arrivals(path)
    except TawsimError as error:
        return {None: str(error)}
    return {each.line: str(each.found) for each in found if isinstance(each.found, TawsimError)}


def notes(path: Path) -> list[str]:
    return [str(note) for arrival in arrivals(path) for note in arrival.notes]
