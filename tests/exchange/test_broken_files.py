"""Whatever a file is, a sentence is said of it: no reader ever fails otherwise, and nothing sound is lost beside it."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app import resources
from app.domain.article import Article
from app.domain.errors import TawsimError
from app.exchange.format import Reading, Source
from app.exchange.formats import FORMATS, format_named, sniff
from app.exchange.page import Page
from tests.exchange.breaking import break_all, sound
from tests.exchange.bringing import articles, refused

ROOT = Path(__file__).parents[2]
SOUND = {name: content for name, content in sound().items() if not name.endswith(".zip")}
READABLE = [each.name for each in FORMATS if each.can_read]


@pytest.mark.parametrize("name", sorted(SOUND))
def test_the_sound_files_are_sound(tmp_path, name):
    (tmp_path / name).write_bytes(SOUND[name])
    assert articles(tmp_path / name)


def test_every_broken_file_gets_a_sentence_of_its_own(tmp_path):
    expected = break_all(tmp_path)
    heard = {name: list(refused(tmp_path / name).values()) for name in expected}
    assert {name: said for name, said in heard.items() if len(said) != 1} == {}
    assert {name: said for name, (said,) in heard.items() if not said.startswith(expected[name])} == {}


def read(path: Path, form: str | None) -> None:
    """Read all of a file; only a refusal may come of it."""
    try:
        chosen = format_named(form) if form else sniff(path)
        assert chosen.arrivals is not None
        if chosen.columns is not None:
            chosen.columns(Source.of(path))
        for arrival in chosen.arrivals(Source.of(path), Reading(resources.codebook())):
            assert isinstance(arrival.found, (Article, Page, TawsimError))
    except TawsimError as refusal:
        str(refusal)  # its sentence can be filled in


@pytest.mark.parametrize("form", READABLE)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.one_of(st.binary(max_size=300), st.text(max_size=200).map(str.encode)))
def test_any_bytes_can_be_given_to_any_reader(tmp_path, form, content):
    path = tmp_path / "x"
    path.write_bytes(content)
    read(path, form)
    read(path, None)


@pytest.mark.parametrize("name", sorted(SOUND))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 1 << 32))
def test_any_damage_to_a_sound_file_is_borne(tmp_path, name, seed):
    choose, content = random.Random(seed), bytearray(SOUND[name])
    for _ in range(choose.randint(1, 8)):
        at = choose.randrange(len(content))
        match choose.randrange(4):
            case 0:
                content[at] = choose.randrange(256)
            case 1:
                del content[at : at + choose.randrange(1, 40)]
            case 2:
                content[at:at] = choose.randbytes(choose.randrange(1, 20))
            case _:
                content[at:at] = content[max(0, at - 50) : at]
        if not content:
            break
    path = tmp_path / name
    path.write_bytes(bytes(content))
    read(path, None)


_BOUNDED = """
import resource, sys
from pathlib import Path
from tests.exchange.bringing import arrivals
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
for each in arrivals(Path(sys.argv[1])):
    print(each.line, str(each.found)[:60], each.stretch, sep="|")
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "begin", "end"),
    [("a.jsonl", '{"text": "', '"}'), ("a.json", '[{"text": "', '"},'), ("a.csv", 'text\n"', '"')],
)
def test_a_line_of_a_hundred_megabytes_is_passed_over_without_holding_it(tmp_path, name, begin, end):
    path = tmp_path / name
    with path.open("w", encoding="utf-8") as file:
        file.write(begin)
        for _ in range(100):
            file.write("x" * (1 << 20))
        file.write(f"{end}\n")
        file.write({"a.jsonl": '{"text": "خبر"}\n', "a.json": '{"text": "خبر"}]', "a.csv": "خبر\n"}[name])
    done = subprocess.run([sys.executable, "-c", _BOUNDED, path], cwd=ROOT, capture_output=True, encoding="utf-8")
    *lines, grown = done.stdout.splitlines()
    assert done.returncode == 0, done.stderr
    assert "Article" in lines[-1]
    assert int(grown) < 200_000  # kilobytes
    assert any("at most 16 million" in line or "longer than any row" in line for line in lines)


@pytest.mark.slow
def test_a_text_of_a_hundred_megabytes_is_refused(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * (100 << 20))
    assert refused(path)[None].startswith("It is longer than 16 million letters")
