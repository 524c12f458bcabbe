"""``tawsim zones``: listed, and taken up."""

from __future__ import annotations

from app import resources
from app.domain.article import Zone, new_article
from app.domain.span import Span
from app.store import Store

NEWS = "افتتاح سوق الخضار في إربد\n\n12.03.2026\n\nإربد - بترا\n\nقال رئيس البلدية إن السوق تتسع لأربعمائة بسطة.\n"


def project(folder):
    path = folder / "p.tawsim"
    with Store.create(path, resources.codebook()) as store:
        store.add_article(new_article("one", NEWS))
        store.add_article(new_article("own", NEWS + "\n", zones=(Zone("body", Span(0, 4)),)))
        store.add_article(new_article("text", "قال رئيس البلدية إن السوق تتسع لأربعمائة بسطة."))
    return path


def test_zones_are_listed_and_nothing_is_changed(say, tmp_path):
    path = project(tmp_path)
    heard = say("zones", path)
    assert heard.status == 0
    assert heard.out.splitlines()[0] == "one\tبترا\t2026-03-12"
    assert "byline" in heard.out
    assert "own" not in heard.out
    assert heard.sentences == ["1 article would change"]
    with Store.open(path) as store:
        assert store.article_by_ref("one").zones == ()


def test_zones_are_taken_up_once(say, tmp_path):
    path = project(tmp_path)
    heard = say("zones", path, "--apply", "--json")
    (told,) = heard.json["articles"]
    assert (heard.json["applied"], told["ref"], told["title"]) == (True, "one", "افتتاح سوق الخضار في إربد")
    assert [zone["zone"] for zone in told["zones"]] == ["headline", "date_line", "byline", "body"]
    assert all(NEWS[zone["start"] : zone["end"]] == zone["text"] for zone in told["zones"])
    with Store.open(path) as store:
        assert [zone.name for zone in store.article_by_ref("one").zones] == [zone["zone"] for zone in told["zones"]]
        assert len(store.article_by_ref("own").zones) == 1
    assert say("zones", path, "--json").json == {"applied": False, "articles": []}
