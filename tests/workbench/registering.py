"""Projects, marks and entries for the tests of the register."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from app import resources
from app.domain.annotation import Annotation, RegisterEntry
from app.domain.article import new_article
from app.domain.edit import making
from app.domain.span import Span
from app.store import Stamp, Store
from app.workbench.bench import Workbench
from app.workbench.entries import linking, subject
from app.workbench.making import annotate
from app.workbench.place import Place

CODEBOOK = resources.codebook()
TALKS = 'قال سليم الناصر إن "الخطة جاهزة". وقال: "سنبدأ الأحد". وشكر الناصر بغداد. والناصر في بغداد.'
FAR = "عاد سليم الناصر إلى بغداد."

OpenBench = Callable[..., Workbench]


def opened(tmp_path: Path) -> Iterator[OpenBench]:
    """Opens the project of two articles, each time as another window on it would."""
    benches: list[Workbench] = []

    def open_(*entries: RegisterEntry, layer: str = "sana") -> Workbench:
        path = tmp_path / "project.tawsim"
        if not path.exists():
            with Store.create(path, CODEBOOK) as store:
                store.add_articles(new_article(f"a{number}", text) for number, text in enumerate((TALKS, FAR)))
                if entries:
                    store.record(making("Entries", *entries), Stamp("sana", "sana", "2026-11-23T09:00:00Z", 1))
        bench = Workbench(Store.open(path), author=layer, layer=layer, lexicons=resources.lexicons)
        bench.resume()
        benches.append(bench)
        return bench

    yield open_
    for bench in benches:
        bench.close()


def entry(name: str, label: str = "PERS", *aliases: str, kb_id: str | None = None) -> RegisterEntry:
    return RegisterEntry(f"E-{name}-{label}", label, name, aliases, kb_id)


def mark(
    bench: Workbench, words: str, label: str = "PERS", nth: int = 1, kind: str = "entity", **said: object
) -> Annotation:
    assert bench.article is not None
    at = -1
    for _ in range(nth):
        at = bench.article.text.index(words, at + 1)
    made = annotate(bench, kind, label, (Span(at, at + len(words)),), said)
    bench.do(making("Mark", made))
    bench.put(Place.at(at), made.id)
    return made


def tie(bench: Workbench, about: Annotation, to: RegisterEntry) -> None:
    """Link a mark as E does."""
    bench.put(Place.at(about.start), about.id)
    found = subject(bench)
    assert found is not None
    bench.do(linking(bench, found, to, new=bench.register.get(to.id) is None))


def state(bench: Workbench) -> tuple[object, ...]:
    """What the project holds, but for when."""
    articles = [each.id for each in bench.store.articles()]
    marks = [each for article in articles for each in bench.store.annotations(article, bench.layer)]
    links = [each for article in articles for each in bench.store.links(article, bench.layer)]
    return bench.store.register(), marks, links, sorted(bench.register, key=lambda each: each.id)


PEOPLE = (
    entry("علي حسن الكريمي"),
    entry("سامر العواد"),
    entry("وكالة أنباء المدينة", "ORG", "أ.م.د"),
    entry("برنامج الأمم المتحدة الإنمائي", "ORG", "United Nations Development Programme"),
    entry("السودان", "GPE"),
    entry("جنوب السودان", "GPE"),
    entry("عُمان", "GPE", "سلطنة عمان"),
    entry("اتحاد الكتاب", "ORG"),
)
