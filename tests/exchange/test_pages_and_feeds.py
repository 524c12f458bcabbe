"""HTML pages and feeds: the main text and what they say of themselves, and nothing of what stands around it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.workbench.zoning import Learned, zoned
from tests.exchange.bringing import MORE, NEWS, arrivals, article, articles, notes, refused

PAGE = f"""<!DOCTYPE html><html lang="ar"><head><meta charset="CHARSET"><title>السدود تمتلئ - وكالة رواسي</title>
<meta property="og:title" content="السدود تمتلئ"><meta property="og:site_name" content="وكالة رواسي">
<meta property="article:published_time" content="2026-04-30T10:00:00+03:00">
<link rel="canonical" href="https://example.org/news/1"><script>var hidden = "سر";</script>
<style>p {{ color: red }}</style></head>
<body><nav><a href="/">الرئيسية</a> <a href="/sport">رياضة</a></nav>
<article><p>{NEWS}</p><p>{MORE}</p><img src="https://example.org/x.png" alt="صورة"><script>track()</script></article>
<footer>جميع الحقوق محفوظة</footer></body></html>"""
FEED = f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>وكالة رواسي</title><link>https://example.org</link>
<item><title>السدود &amp; الري</title><link>https://example.org/1</link><guid>n-1</guid>
<dc:creator>هند شاهين</dc:creator>
<pubDate>Thu, 30 Apr 2026 10:00:00 +0300</pubDate><description>ملخص</description>
<content:encoded><![CDATA[<p>{NEWS}</p><script>x()</script><p>{MORE}</p>]]></content:encoded></item>
<item><title>بلا نص</title></item>
<item><link>https://example.org/3</link><description>{MORE}</description></item>
</channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>رواسي</title>
<entry><id>tag:1</id><title>خبر</title><link href="https://example.org/1"/><updated>2026-04-30T10:00:00Z</updated>
<author><name>هند شاهين</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{NEWS}</p><p>{MORE}</p></div></content></entry></feed>"""


def write(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_the_main_text_of_a_page_comes_in_with_what_the_page_says_of_itself(tmp_path):
    found = article(write(tmp_path / "صفحة.html", PAGE.replace("CHARSET", "utf-8")))
    assert found.text == f"{NEWS}\n{MORE}"
    assert (found.ref, found.title) == ("صفحة", "السدود تمتلئ")
    assert (found.meta.source, found.meta.url) == ("وكالة رواسي", "https://example.org/news/1")
    assert found.meta.published == "2026-04-30"


@pytest.mark.parametrize("name", ["a.htm", "a.txt", "a"])
def test_a_page_is_known_whatever_its_name(tmp_path, name):
    assert article(write(tmp_path / name, PAGE.replace("CHARSET", "utf-8"))).text.startswith(NEWS)


def test_the_encoding_that_a_page_names_is_used_and_told(tmp_path):
    path = write(tmp_path / "a.html", PAGE.replace("CHARSET", "windows-1256").encode("cp1256"))
    assert article(path).text == f"{NEWS}\n{MORE}"
    assert notes(path) == ["decoded as windows-1256"]


def test_a_page_that_names_another_encoding_than_it_has_is_read_as_what_it_is(tmp_path):
    path = write(tmp_path / "a.html", PAGE.replace("CHARSET", "windows-1256"))
    assert article(path).text == f"{NEWS}\n{MORE}"
    assert notes(path) == []


def test_of_a_page_without_a_main_text_all_words_are_taken(tmp_path):
    path = write(tmp_path / "a.html", "<p>سطر قصير<br>آخر</p><div class=menu>ثالث</div>")
    assert article(path).text == "سطر قصير\nآخر\nثالث"
    assert notes(path) == ["no main text was found in the page: all its words were taken"]


def test_a_page_of_scripts_is_refused(tmp_path):
    path = write(
        tmp_path / "a.html", "<!DOCTYPE html><html><body><script>render()</script><div id=app></div></body></html>"
    )
    assert refused(path)[None].startswith("There is no text in the page, only scripts")


def test_the_items_of_a_feed_are_articles(tmp_path):
    path = write(tmp_path / "a.rss", FEED)
    first, refusal, third = (arrival.found for arrival in arrivals(path))
    assert (first.ref, first.title, first.text) == ("n-1", "السدود & الري", f"{NEWS}\n{MORE}")
    assert (first.meta.source, first.meta.url) == ("وكالة رواسي", "https://example.org/1")
    assert first.meta.published == "2026-04-30T10:00:00+03:00"
    assert json.loads(first.meta.extra) == {"author": "هند شاهين"}
    assert (third.ref, third.text) == ("https://example.org/3", MORE)
    assert refused(path) == {2: "The item has no text."} and str(refusal) == "The item has no text."


def test_so_are_those_of_atom(tmp_path):
    found = article(write(tmp_path / "a.xml", ATOM))
    assert (found.ref, found.title, found.text) == ("tag:1", "خبر", f"{NEWS}\n{MORE}")
    assert found.meta.published == "2026-04-30T10:00:00Z"


def test_a_feed_that_breaks_off_loses_only_what_is_missing(tmp_path):
    path = write(tmp_path / "a.rss", FEED[: FEED.index("<item><link>")])
    assert [arrival.line for arrival in arrivals(path)] == [1, 2, 3]
    assert refused(path)[3].startswith("The feed breaks off behind item 2")


@pytest.mark.parametrize("kind", ["rss", "feed"])
def test_entities_that_could_fill_the_memory_are_refused(tmp_path, kind):
    bomb = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))
    path = write(
        tmp_path / "a.xml", f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "ها">{bomb}]><{kind}>&a9;</{kind}>'
    )
    assert refused(path) == {None: "The feed declares XML entities, which could fill the memory."}


def test_a_feed_may_be_long(tmp_path):
    items = "".join(f"<item><guid>{n}</guid><description>{NEWS}</description></item>" for n in range(500))
    path = write(tmp_path / "a.rss", f"<rss><channel><title>ق</title>{items}</channel></rss>")
    assert [each.ref for each in articles(path)] == [str(n) for n in range(500)]


FIGURES = """<html lang="en"><body><nav>home</nav><article><h1>{h}</h1>
<figure><img src="a.jpg"><figcaption>{first}</figcaption></figure>
<p>{one}</p><p>{two}</p><figure><img src="b.jpg"><figcaption>{second}</figcaption></figure><p>{three}</p></article>
<aside><figure><figcaption>{other}</figcaption></figure></aside></body></html>"""


def paged(tmp_path, **words):
    file = tmp_path / "page.html"
    file.write_text(FIGURES.format(**words), encoding="utf-8")
    return article(file)


def test_words_below_pictures_stand_at_their_places_and_are_known_as_captions(tmp_path):
    found = paged(
        tmp_path,
        h="معرض الكتاب يعود",
        first="رفوف جديدة",
        one="عاد معرض الكتاب إلى المدينة بعد غياب ثلاثة أعوام، وشاركت فيه مئة دار نشر من عشرين بلداً عربياً.",
        two="وقالت مديرة المعرض إن الإقبال فاق التوقعات في اليوم الأول، وإن الأجنحة امتلأت قبل الظهر.",
        second="قاعة الأطفال مساء الافتتاح",
        three="ويستمر المعرض حتى نهاية الأسبوع المقبل، وتقام على هامشه ندوات وأمسيات شعرية كل مساء.",
        other="",
    )
    lines = found.text.split("\n")
    assert lines[1] == "رفوف جديدة"
    assert lines[lines.index("قاعة الأطفال مساء الافتتاح") + 1].startswith("ويستمر المعرض")
    zones = zoned(found, Learned({})).zones
    captions = [found.text[each.span.start : each.span.end] for each in zones if each.name == "caption"]
    assert captions == ["رفوف جديدة", "قاعة الأطفال مساء الافتتاح"]
    assert found.lang == "ar"


def test_a_page_without_an_arabic_letter_is_not_called_arabic(tmp_path):
    words = "The mayor opened the new bridge on Sunday after two years of work, officials said in a statement."
    found = paged(tmp_path, h="Bridge", first="", one=words, two=f"{words} Again.", second="", three=words, other="")
    assert (found.lang, found.direction) == ("en", "ltr")
