"""Near-duplicates: reprints of a story meet in one cluster, and nothing else does."""

from __future__ import annotations

import random
import threading
from collections.abc import Iterable
from dataclasses import replace
from itertools import combinations

import pytest

from app.domain.article import Zone, new_article
from app.domain.edit import Change, Edit
from app.domain.span import Span
from app.store import Store
from tests.benchmarks.corpus import articles as corpus
from tests.store import making
from tests.store.reprinting import STORIES, Told, labelled, reprints, weather


def look(store: Store, limit: int = 400, excluded: Iterable[str] = ()) -> list[list[str]]:
    while store.reprints.look_at_some(frozenset(excluded), limit):
        pass
    return store.reprints.clusters()


def add(store: Store, *texts: str) -> list[str]:
    made = [new_article(f"n-{store.counts()['articles']}-{number}", text) for number, text in enumerate(texts)]
    store.add_articles(made)
    return [article.id for article in made]


def pairs(clusters: Iterable[Iterable[str]]) -> set[frozenset[str]]:
    return {frozenset(pair) for cluster in clusters for pair in combinations(cluster, 2)}


FOOTER = """تابعونا على قناتنا لتصلكم الأخبار فور حدوثها من مراسلينا في كل مدن الإقليم الخمس عشرة على مدار الساعة.

نشرت هذه المادة ضمن خدمة الأخبار المدفوعة، ويحق للمشتركين وحدهم إعادة نشرها كاملة أو مختصرة مع ذكر المصدر والتاريخ.

للاتصال بهيئة التحرير يرجى استخدام النموذج الموجود أسفل الصفحة الرئيسية، ونعتذر عن عدم الرد على الرسائل بلا اسم.
"""


def test_zones_that_are_corrected_later_part_what_only_their_footers_joined_and_join_it_again(store):
    one, other, third = add(
        store,
        "أقر المجلس البلدي موازنة السنة المقبلة بعد نقاش.\n\n" + FOOTER,
        "فاز فريق الساحل بكأس اليد للمرة الثالثة.\n\n" + FOOTER,
        STORIES["السد"],
    )
    assert look(store, excluded=["boilerplate"]) == [[one, other]]
    article = store.article(other)
    footer = Zone("boilerplate", Span(len(article.text) - len(FOOTER), len(article.text) - 1))
    rezoned = Edit("zones", (Change(article.details, replace(article.details, zones=(footer,))),))
    store.write(rezoned, making.stamp())
    assert store.reprints.left() == 1
    assert look(store, excluded=["boilerplate"]) == []
    store.write(rezoned.inverse(), making.stamp())
    assert look(store, excluded=["boilerplate"]) == [[one, other]]
    assert store.reprints.left() == 0
    assert third not in store.reprints.counts([one, other, third])


def test_looking_again_at_one_of_a_cluster_keeps_the_others_together(store):
    ids = add(store, *[STORIES["الميناء"]] * 3, *[STORIES["السد"]] * 2)
    assert sorted(map(sorted, look(store))) == sorted([sorted(ids[:3]), sorted(ids[3:])])
    for which in (0, 2, 1, 4):
        article = store.article(ids[which])
        zones = (Zone("body", Span(0, 20)),)
        store.write(Edit("z", (Change(article.details, replace(article.details, zones=zones)),)), making.stamp())
        assert sorted(map(sorted, look(store))) == sorted([sorted(ids[:3]), sorted(ids[3:])])


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_of_invented_stories_all_reprints_and_nothing_else_are_found(seed, store, capsys):
    told: dict[str, Told] = dict(zip(add(store, *(each.text for each in labelled(seed))), labelled(seed), strict=True))
    found = pairs(look(store))
    meant = {pair for pair in map(frozenset, combinations(told, 2)) if len({told[each].story for each in pair}) == 1}
    precision, recall = len(found & meant) / len(found), len(found & meant) / len(meant)
    with capsys.disabled():
        print(  # noqa: T201 - the figures that this test is about
            f"\n  {len(told)} texts, {len(meant)} pairs of reprints of {len(told) * (len(told) - 1) // 2}: "
            f"precision {precision:.3f}, recall {recall:.3f}"
        )
    assert sorted((told[one].way, told[two].way) for one, two in found - meant) == []
    assert sorted((told[one].way, told[two].way) for one, two in meant - found) == []


@pytest.mark.parametrize("limit", [1, 7, 400])
def test_how_many_are_looked_at_at_once_changes_nothing(limit, store):
    ids = add(store, *(each.text for each in labelled()))
    stories = [each.story for each in labelled()]
    clusters = look(store, limit)
    assert {stories[ids.index(cluster[0])] for cluster in clusters} == set(STORIES)
    assert len(clusters) == len(STORIES)


def test_articles_that_come_later_join_the_cluster(store):
    (first,) = add(store, STORIES["السد"])
    assert look(store) == []
    others = add(store, *(text for _, text in reprints(STORIES["السد"], random.Random(5))))
    assert look(store) == [[first, *others]]
    assert store.reprints.reprints_of(first) == others
    assert store.reprints.counts([first, *add(store, STORIES["المتحف"])]) == {first: len(others)}
    assert store.reprints.left() == 1


def test_an_article_that_reprints_two_clusters_joins_them(store):
    paragraphs = STORIES["الجامعة"].split("\n\n")
    head, tail = "\n\n".join(paragraphs[:4]), "\n\n".join(paragraphs[4:])
    ids = add(store, head, tail)
    assert look(store) == []
    ids += add(store, STORIES["الجامعة"])
    assert look(store) == [ids]


def test_a_story_printed_a_hundred_times_stays_one_cluster(store):
    texts = [f"نشرة {number}\n\n{STORIES['الحافلات']}\n\nمراسل {number}" for number in range(100)]
    ids = add(store, *texts)
    assert look(store, limit=30) == [ids]
    assert store.reprints.counts([ids[50]]) == {ids[50]: 99}
    assert len(store.reprints.reprints_of(ids[0], limit=10)) == 10
    most = "SELECT max(many) FROM (SELECT count(*) AS many FROM reprint_sign GROUP BY sign)"
    assert store._file.value(most) == 16  # what is read for one more article does not grow


def test_texts_put_together_of_the_same_sentences_are_no_reprints(store):
    store.add_articles(new_article(each.ref, each.text) for each in corpus(600))
    assert look(store) == []


def test_short_texts_are_nobodys_reprints(store):
    add(store, "عاجل: هزة أرضية تضرب الساحل", "عاجل: هزة أرضية تضرب الساحل الآن")
    assert look(store) == []


def test_zones_that_are_excluded_do_not_make_texts_alike(store):
    notice = weather(random.Random(1))
    texts = ["\n\n".join([STORIES[name].split("\n\n")[1], notice]) for name in ("الميناء", "السد", "الجامعة")]
    zone = [Zone("boilerplate", Span(text.index(notice), len(text))) for text in texts]
    made = [new_article(f"z-{n}", text, zones=(zone[n],)) for n, text in enumerate(texts)]
    store.add_articles(made)
    assert look(store, excluded=["boilerplate"]) == []
    store.reprints.set_threshold(0.59)
    assert len(look(store)) == 1


def test_the_threshold_is_the_projects(path):
    paragraphs = STORIES["الزيتون"].split("\n\n")
    mixed = "\n\n".join([*paragraphs[:3], *STORIES["الحافلات"].split("\n\n")[2:]])
    with Store.create(path, making.codebook()) as store:
        ids = add(store, STORIES["الزيتون"], mixed)
        assert look(store) == []
        store.reprints.set_threshold(0.3)
        assert store.reprints.left() == 2
    with Store.open(path) as store:
        assert store.reprints.threshold() == 0.3
        assert look(store) == [ids]


def test_signs_of_another_make_are_made_anew(store, monkeypatch):
    ids = add(store, STORIES["السد"], STORIES["السد"] + " انتهى")
    assert look(store) == [ids]
    monkeypatch.setattr("app.store.reprints.made_by", lambda: "another library")
    assert store.reprints.look_at_some(limit=1) == 1
    assert look(store) == [ids]


def test_two_windows_that_look_at_once_find_the_same(path):
    with Store.create(path, making.codebook()) as store:
        add(store, *(each.text for each in labelled()))

    def work() -> None:
        with Store.open(path) as mine:
            look(mine, limit=5)

    both = [threading.Thread(target=work) for _ in range(2)]
    for each in both:
        each.start()
    for each in both:
        each.join()
    with Store.open(path) as store:
        assert len(store.reprints.clusters()) == len(STORIES)
        assert store.integrity() == []


def test_every_question_is_answered_from_an_index(store):
    from app.store import reprints as module

    for sql, values in (
        (module._SHARING, ("[1]",)),
        (module._CLUSTERS, ("[1]",)),
        (module._MEMBERS, (1, 5)),
        (module._OTHERS, ('["a"]',)),
        (module._MARKS, ("a", 1)),
    ):
        plan = [row[3] for row in store._file.rows(f"EXPLAIN QUERY PLAN {sql}", values)]
        assert not [
            step for step in plan if step.startswith("SCAN") and "json_each" not in step and "query" not in step
        ]
