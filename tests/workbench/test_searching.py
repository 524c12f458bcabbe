"""Searching a project: the same hits as a slow look at every article, and filters that mean what they say."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app import resources
from app.domain.annotation import ANNOTATION_END, Annotation, End, Link, Progress
from app.domain.article import Article, Meta, new_article
from app.domain.edit import making
from app.domain.span import Span
from app.domain.text.folding import fold_key
from app.domain.text.query import Both, Either, Node, Without, read_query
from app.domain.text.querysigns import QueryTrouble
from app.domain.text.querywords import Words
from app.store import ReadOnlyProject, Stamp, Store
from app.workbench.hit_export import every_hit
from app.workbench.jobs import Cancelled, Job
from app.workbench.querying import asked_of
from app.workbench.searching import Arrived, search_corpus

WHEN = "2026-11-24T09:00:00Z"
WORDS = ["بغداد", "السلام", "مجلس", "النواب", "وزير", "المياه", "قال", "بيت", "eau", "71", "UNDP"]
CLITICS = ["", "", "", "و", "ب", "ل", "ف", "ال", "وال", "لل", "ك"]
JOINTS = [" ", " ", " ", "، ", " «", "» ", "\n", "ـ ", "-"]


def articles() -> Iterator[Article]:
    """Small invented articles of a few words, over and over, with clitics and points between them."""
    choose = random.Random(7)
    for number in range(60):
        text = "".join(
            choose.choice(CLITICS) + choose.choice(WORDS) + choose.choice(JOINTS) for _ in range(choose.randrange(1, 9))
        )
        title = " ".join(choose.choices(WORDS, k=choose.randrange(3))) or None
        source = choose.choice(["رواسي", "وكالة الفجر", None])
        meta = Meta(source=source, published=f"2026-0{1 + number % 9}-1{number % 10}")
        yield new_article(f"a-{number:02}", text, title=title, meta=meta)


@pytest.fixture(scope="module")
def project() -> Iterator[Path]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "project.tawsim"
        with Store.create(path, resources.codebook()) as store:
            store.add_articles(articles())
            while store.index_search():
                pass
        yield path


# The slow reference: one word of the text after the other, with nothing of the program but its folding.

_CLITICS = re.compile("[وف]?(?:[بك]?(?:ال)?|س|لل?)")


def tokens(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", fold_key(text))


def is_form(token: str, word: str, exact: bool, prefix: bool) -> bool:
    ends = [token[cut:] for cut in range(1 if exact else min(6, len(token)))]
    for cut, rest in enumerate(ends):
        if not (rest.startswith(word) if prefix else rest == word):
            continue
        before = token[:cut]
        if _CLITICS.fullmatch(before) and not (word.startswith("ال") and before.endswith(("ال", "لل"))):
            return True
    if word.startswith("ال") and len(word) > 3 and not exact:
        bare = token[1:] if token[:1] in "وف" and token[1:].startswith("لل") else token
        hidden = ["لل" + word[2:]] + (["لل" + word[3:]] if word[2] == "ل" else [])
        return any(bare.startswith(each) if prefix else bare == each for each in hidden)
    return False


def count(words: Words, text: str) -> int:
    found, every, size = 0, tokens(text), len(words.keys)
    for at in range(len(every) - size + 1):
        part = every[at : at + size]
        middle = all(a == b for a, b in zip(part[1:-1], words.keys[1:-1], strict=True))
        alone = size == 1
        first = is_form(part[0], words.keys[0], words.exact, words.prefix and alone)
        last = alone or (part[-1].startswith(words.keys[-1]) if words.prefix else part[-1] == words.keys[-1])
        found += first and middle and last
    return found


def holds(node: Node, article: Article) -> bool:
    match node:
        case Words():
            fields = {"title": article.title or "", "text": article.text, "ref": article.ref}
            return any(count(node, fields[name]) for name in ([node.field] if node.field else ["title", "text"]))
        case Both():
            return all(holds(part, article) for part in node.parts)
        case Either():
            return any(holds(part, article) for part in node.parts)
        case Without():
            return not holds(node.part, article)
    raise AssertionError


leaves = st.builds(
    "".join,
    st.tuples(
        st.sampled_from(["", "", "", "=", "title:", "text:"]),
        st.one_of(
            st.sampled_from([*WORDS, "لبناني"]),
            st.tuples(st.sampled_from(WORDS), st.sampled_from(WORDS)).map(lambda pair: f'"{pair[0]} {pair[1]}"'),
            st.sampled_from(WORDS).map(lambda word: word[:2] + "*"),
        ),
    ),
)
queries = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=3).map(" ".join),
        st.lists(inner, min_size=2, max_size=3).map(" OR ".join).map("({})".format),
        st.tuples(inner, inner).map(lambda pair: f"({pair[0]} -({pair[1]}))"),
    ),
    max_leaves=5,
)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(queries)
def test_the_articles_found_are_those_of_a_slow_look_at_each(project: Path, typed: str) -> None:
    tree = read_query(typed).tree
    assert tree is not None
    expected = [each.ref for each in articles() if holds(tree, each)]
    with Store.open(project, readonly=True) as store:
        hits, last = every_hit(Job(""), asked_of(store, typed, "sana"))
        lines = [store.concordance.line(hit) for hit in hits]
    assert list(dict.fromkeys(line.ref for line in lines if line)) == expected
    assert (last.count, last.articles, last.complete) == (len(hits), len(expected), True)


@pytest.mark.parametrize("typed", ["بغداد", "السلام", '"مجلس النواب"', "=بيت", "بيت", "وز*", "eau", "71"])
def test_every_place_of_the_words_is_a_hit_and_its_line_is_the_text(project: Path, typed: str) -> None:
    tree = read_query(typed).tree
    assert isinstance(tree, Words)
    texts = {each.ref: each.text for each in articles()}
    with Store.open(project, readonly=True) as store:
        hits, _ = every_hit(Job(""), asked_of(store, typed, "sana"))
        lines = [line for line in map(store.concordance.line, hits) if line and line.field == "text"]
    found = {ref: [line for line in lines if line.ref == ref] for ref in texts}
    assert {ref: len(of) for ref, of in found.items()} == {ref: count(tree, text) for ref, text in texts.items()}
    for line in lines:
        text = texts[line.ref]
        assert line.exact == text[line.start : line.end]
        assert text[: line.start].endswith(line.before)
        assert text[line.end :].startswith(line.after)
        assert "\n" not in line.before + line.after


def test_the_first_hits_come_before_all_are_known_and_none_comes_twice(project: Path) -> None:
    arrived: list[Arrived] = []
    with Store.open(project, readonly=True) as store:
        last = search_corpus(Job(""), asked_of(store, "ال*", "sana"), arrived.append)
    hits = [hit for each in arrived for hit in each.hits]
    assert arrived[0].anew
    assert not any(each.anew for each in arrived[1:])
    assert hits == sorted(set(hits))
    assert len(hits) == last.count > 60


@pytest.mark.parametrize("order", ["left", "right"])
def test_hits_are_sorted_by_the_words_on_one_side(project: Path, order: str) -> None:
    with Store.open(project, readonly=True) as store:
        hits, _ = every_hit(Job(""), asked_of(store, "قال", "sana", order))
        lines = [line for line in map(store.concordance.line, hits) if line and line.field == "text"]
    sides = []
    for line in lines:
        follows = (order == "left") == line.rtl
        words = tokens(line.after) if follows else tokens(line.before.rstrip("وفبكلا"))[::-1]
        sides.append(words[:1])
    assert sides == sorted(sides)
    assert len(lines) > 5


def test_a_search_that_is_stopped_says_so(project: Path) -> None:
    job = Job("")
    job.cancel()
    with Store.open(project, readonly=True) as store, pytest.raises(Cancelled):
        search_corpus(job, asked_of(store, "بغداد", "sana"), lambda some: None)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from([*WORDS, *'OR|-()"*=^{}+', "NEAR", "'", "\0", "title:", "ك:", " "]), max_size=12))
def test_whatever_is_typed_is_searched_for_or_refused(project: Path, typed: list[str]) -> None:
    with Store.open(project, readonly=True) as store:
        try:
            asked = asked_of(store, "".join(typed), "sana")
        except QueryTrouble:
            return
        every_hit(Job(""), asked)


# Filters


@pytest.fixture
def marked(tmp_path: Path) -> Path:
    """Three articles; بغداد is marked in two of them in two ways, and one quote has a speaker."""
    path = tmp_path / "marked.tawsim"
    texts = ("قال سليم إن بغداد آمنة. وبغداد كبيرة.", "بغداد فيلم جديد.", "زار بغداد.")
    made = [
        new_article(f"a-{number}", text, meta=Meta(source=source, published=day))
        for number, (text, source, day) in enumerate(
            zip(texts, ("رواسي", "وكالة الفجر", None), ("2026-01-10", "2026-04-30T10:00:00Z", None), strict=True)
        )
    ]
    with Store.create(path, resources.codebook()) as store:
        store.add_articles(made)
        first = mark(made[0], "بغداد", "entity", "GPE")
        person = mark(made[0], "سليم", "entity", "PERS")
        quote = mark(made[0], "بغداد آمنة", "quote", "indirect")
        film = mark(made[1], "بغداد", "entity", "PRODUCT")
        said = Link("l", made[0].id, "sana", "speaker", quote.id, End(ANNOTATION_END, person.id))
        done = Progress(made[0].id, "sana", "done", ("sana",))
        store.write(making("Mark", first, person, quote, film, said, done), Stamp("sana", "sana", WHEN, 1))
    return path


def mark(article: Article, words: str, kind: str, label: str) -> Annotation:
    start = article.text.index(words)
    spans = (Span(start, start + len(words)),)
    return Annotation(f"{article.ref}-{words}", article.id, "sana", kind, label, spans, words, WHEN, "sana")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("بغداد", ["a-0", "a-0", "a-1", "a-2"]),
        ("بغداد label:GPE", ["a-0"]),
        ("بغداد label:GPE وسم:منتج", ["a-0", "a-1"]),
        ("بغداد -kind:entity", ["a-0", "a-2"]),
        ("بغداد speaker:سليم", ["a-0"]),
        ("speaker:سليم", ["a-0"]),
        ("speaker:ليلى", []),
        ("kind:entity", ["a-0", "a-0", "a-1"]),
        ("-kind:entity", ["a-2"]),
        ("source:رواسي", ["a-0"]),
        ("بغداد -مصدر:الفجر", ["a-0", "a-0", "a-2"]),
        ("بغداد from:2026-02", ["a-1"]),
        ("بغداد to:2026-01", ["a-0", "a-0"]),
        ("from:30.04.2026 to:2026-04-30", ["a-1"]),
        ("status:done", ["a-0"]),
        ("حالة:جديد", ["a-1", "a-2"]),
        ("annotator:sana", ["a-0"]),
        ("بغداد layer:sana", ["a-0", "a-0", "a-1"]),
        ("ref:a", ["a-0", "a-1", "a-2"]),
        ("-فيلم", ["a-0", "a-2"]),
    ],
)
def test_filters(marked: Path, typed: str, found: list[str]) -> None:
    with Store.open(marked) as store:
        hits, _ = every_hit(Job(""), asked_of(store, typed, "sana"))
        lines = [store.concordance.line(hit) for hit in hits]
    assert [line.ref for line in lines if line] == found


@pytest.mark.parametrize(
    "typed", ["label:XYZ", "from:أمس", "to:2026-13", "layer:gold", "status:lost", "layer:sana layer:sana"]
)
def test_a_filter_that_asks_for_what_there_is_not_is_told(marked: Path, typed: str) -> None:
    with Store.open(marked, readonly=True) as store, pytest.raises(QueryTrouble):
        asked_of(store, typed, "sana")


def test_a_project_that_is_only_read_must_have_been_indexed(marked: Path) -> None:
    with Store.open(marked, readonly=True) as store, pytest.raises(ReadOnlyProject):
        every_hit(Job(""), asked_of(store, "بغداد", "sana"))
