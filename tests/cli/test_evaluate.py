"""Measuring what is proposed on gold, and sharing a project's reporting words."""

from __future__ import annotations

from pathlib import Path

from app.domain.annotation import ANNOTATION_END, Annotation, End, Link
from app.domain.article import new_article
from app.domain.edit import making
from app.domain.span import Span
from app.store import Stamp, Store
from app.workbench.lexicons import NOTE
from tests.cli.conftest import WHEN, Say

TEXT = "قال الوزير سامر العواد إن «السدود امتلأت هذا العام كله».\n\nوهمهم الخبير أن المطر سيهطل غدا على الساحل.\n"


def mark(article: str, name: str, kind: str, label: str, surface: str) -> Annotation:
    at = TEXT.index(surface)
    spans = (Span(at, at + len(surface)),)
    return Annotation(name, article, "gold", kind, label, spans, surface, WHEN, "sana")


def dataset(say: Say, project: Path) -> Path:
    """Two quotes, the second under a verb that no shipped list has."""
    article = new_article("a", TEXT)
    quotes = [
        mark(article.id, "q1", "quote", "direct", "«السدود امتلأت هذا العام كله»"),
        mark(article.id, "q2", "quote", "indirect", "المطر سيهطل غدا على الساحل"),
    ]
    others = [
        mark(article.id, "e1", "entity", "PERS", "سامر العواد"),
        mark(article.id, "e2", "entity", "OCC", "الخبير"),
        mark(article.id, "c1", "cue", "cue", "قال"),
        mark(article.id, "c2", "cue", "cue", "همهم"),
    ]
    ends = [("q1", "speaker", "e1"), ("q2", "speaker", "e2"), ("q1", "cue", "c1"), ("q2", "cue", "c2")]
    links = [
        Link(f"l{at}", article.id, "gold", role, source, End(ANNOTATION_END, target))
        for at, (source, role, target) in enumerate(ends)
    ]
    with Store.open(project) as store:
        store.add_article(article)
        store.write(making("Mark", *quotes, *others, *links), Stamp("gold", "sana", WHEN, 1))
    assert say("export", project, "gold.jsonl").status == 0
    return Path("gold.jsonl")


def test_an_exported_dataset_is_measured(say: Say, project: Path) -> None:
    heard = say("evaluate", dataset(say, project), "--json")
    assert (heard.status, heard.err) == (0, "")
    direct, indirect = heard.json["scores"]["direct"], heard.json["scores"]["indirect"]
    assert direct["exact"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0}
    assert (direct["cue"], direct["speaker"], direct["type"]) == (1.0, 1.0, 1.0)
    assert (indirect["gold"], indirect["proposed"]) == (1, 0)
    assert heard.json["scores"]["all"]["overlap"]["recall"] == 0.5


def test_the_figures_are_printed_as_a_table_by_type(say: Say, project: Path) -> None:
    heard = say("evaluate", dataset(say, project))
    assert heard.status == 0
    lines = heard.out.splitlines()
    assert lines[0] == "gold.jsonl (1 article)"
    assert lines[1].split()[:5] == ["gold", "proposed", "P", "R", "F1"]
    assert [line.split()[0] for line in lines[2:]] == ["direct", "indirect", "all"]


def test_several_files_are_measured_each_and_together(say: Say, project: Path) -> None:
    file = dataset(say, project)
    folder = Path("sets")
    folder.mkdir()
    for name in ("one", "two"):
        (folder / f"{name}.jsonl").write_bytes(file.read_bytes())
    heard = say("evaluate", "--gold", folder)
    assert [line for line in heard.out.splitlines() if not line.startswith(" ")] == [
        "sets/one.jsonl (1 article)",
        "sets/two.jsonl (1 article)",
        "all files",
    ]
    assert say("evaluate", "--gold", folder, "--json").json["scores"]["all"]["gold"] == 4


def test_a_projects_own_reporting_words_are_measured_too(say: Say, project: Path) -> None:
    file = dataset(say, project)
    Path("own.toml").write_text('[neutral]\nverbs = [{ past = "همهم" }]\n', encoding="utf-8")
    assert say("lexicon", "import", project, "own.toml").status == 0
    heard = say("evaluate", file, "--project", project, "--json")
    assert heard.json["scores"]["indirect"]["exact"]["f1"] == 1.0
    assert heard.json["scores"]["indirect"]["cue"] == 1.0


def test_a_line_that_is_no_gold_is_told_and_its_neighbours_count(say: Say, project: Path) -> None:
    file = dataset(say, project)
    file.write_bytes(b'{"schema": "tawsim/1"}\n' + file.read_bytes())
    heard = say("evaluate", file)
    assert heard.status == 1
    assert len(heard.sentences) == 1
    assert heard.sentences[0].startswith("gold.jsonl:1: ")
    assert heard.out.splitlines()[0] == "gold.jsonl (1 article)"


def test_what_cannot_be_measured_is_refused(say: Say) -> None:
    assert say("evaluate").status == 2
    Path("empty").mkdir()
    assert say("evaluate", "--gold", "empty").status == 2
    assert say("evaluate", "absent.jsonl").status == 3


def test_reporting_words_go_from_project_to_project(say: Say, project: Path) -> None:
    own = 'off = "ظن"\n\n[doubting]\nverbs = [\n    { past = "همهم", with = "ب", present = "يهمهم" },\n]\n'
    Path("own.toml").write_text(own, encoding="utf-8")
    heard = say("lexicon", "import", project, "own.toml")
    assert (heard.status, heard.out) == (
        0,
        "p.tawsim: 1 of its own, 1 switched off\n".replace("p.tawsim", str(project)),
    )
    assert say("lexicon", "export", project, "again.toml", "--json").json == {
        "path": "again.toml",
        "added": 1,
        "off": 1,
    }
    assert Path("again.toml").read_text(encoding="utf-8") == own


def test_what_is_brought_takes_the_place_of_the_same_word(say: Say, project: Path) -> None:
    for strength in ("neutral", "denying"):
        Path("own.toml").write_text(f'[{strength}]\nframes = "بزعم"\n', encoding="utf-8")
        assert say("lexicon", "import", project, "own.toml").status == 0
    assert say("lexicon", "export", project, "own.toml").status == 0
    assert Path("own.toml").read_text(encoding="utf-8") == '[denying]\nframes = "بزعم"\n'


def test_a_list_that_is_none_is_refused_in_one_sentence(say: Say, project: Path) -> None:
    for text, told in (
        ("[neutral", "is not valid TOML"),
        ("[loud]\n", "it has the key loud"),
        ('[neutral]\nverbs = [{ past = "قال", future = "سيقول" }]\n', "it has the key future"),
        ('[neutral]\nverbs = [{ past = "قال له" }]\n', "is no single word"),
        ("[neutral]\nverbs = [{ alone = true }]\n", "needs a word"),
        ("[neutral]\nframes = 3\n", "has the value 3"),
    ):
        Path("own.toml").write_text(text, encoding="utf-8")
        heard = say("lexicon", "import", project, "own.toml")
        assert (heard.status, len(heard.sentences)) == (3, 1)
        assert told in heard.sentences[0]
    with Store.open(project) as store:
        assert store.note(NOTE) is None
