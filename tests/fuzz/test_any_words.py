"""Whatever stands in the files that the program keeps or is given, and in its arguments: a sentence each."""

from __future__ import annotations

import string
import tomllib
from collections.abc import Callable

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from app import resources
from app.cli import main
from app.domain.codebook import read_codebook
from app.domain.errors import TawsimError
from app.exchange.release.about import read_about
from app.store import Store
from app.ui import settings as kept
from app.ui.application import make_application
from app.ui.comfort import read_comfort
from app.workbench.keyfile import parse_keys, read_key_file
from app.workbench.lexicons import read_own

BOOK = resources.codebook().source
words = st.text(max_size=60)
shared = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
leaves = st.one_of(
    st.booleans(), st.integers(-(2**63), 2**63 - 1), st.floats(), words, st.dates(), st.datetimes(), st.times()
)
values = st.recursive(leaves, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3))


def said_by(act: Callable[[], object]) -> str | None:
    """The sentence by which something is refused; None when it is done. Anything else passes and fails the test."""
    try:
        act()
    except TawsimError as error:
        return str(error)
    return None


def toml(value: object) -> str:
    """The value as TOML writes it, on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{toml(str(name))} = {toml(each)}" for name, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(toml, value)) + "]"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return '"' + "".join(f"\\U{ord(each):08x}" for each in value if not 0xD800 <= ord(each) <= 0xDFFF) + '"'
    return str(value)


def tables(*names: str) -> st.SearchStrategy[str]:
    """Tables of those names with any values."""
    made = st.dictionaries(st.sampled_from(names), values)
    return made.map(lambda table: "\n".join(f"{name} = {toml(value)}" for name, value in table.items()))


@st.composite
def broken(draw: st.DrawFn, sound: str) -> str:
    """A sound TOML text in which a stretch is cut out, written twice, or has another value."""
    lines = sound.splitlines()
    at = draw(st.integers(0, len(lines) - 1))
    match draw(st.sampled_from(("cut", "twice", "value", "letters"))):
        case "cut":
            del lines[at : at + draw(st.integers(1, 30))]
        case "twice":
            lines[at:at] = lines[at : at + draw(st.integers(1, 30))]
        case "value" if "=" in lines[at]:
            lines[at] = f"{lines[at].partition('=')[0]}= {toml(draw(values))}"
        case _:
            lines[at] = draw(words)
    return "\n".join(lines)


@given(source=st.one_of(words, broken(BOOK)))
@settings(max_examples=60)
def test_a_codebook_is_read_or_refused_in_words(source):
    assert said_by(lambda: read_codebook(source)) != ""


@given(source=st.one_of(words, tables("layout", "keys", "x")))
@settings(max_examples=60)
def test_a_key_file_is_read_or_refused_in_words(source):
    assert "keys.toml" in (said_by(lambda: parse_keys(source, "keys.toml")) or "keys.toml")


@given(content=st.binary(max_size=200))
@shared
def test_a_key_file_of_any_bytes_is_refused_in_words(tmp_path, content):
    (tmp_path / "keys.toml").write_bytes(content)
    assert "keys.toml" in (said_by(lambda: read_key_file(tmp_path / "keys.toml")) or "keys.toml")


def read_own_words(source):
    return read_own(source, "words.toml")


@pytest.mark.parametrize("read", [read_about, read_own_words])
@given(source=tables("name", "title", "license", "creators", "answers", "add", "drop"))
@settings(max_examples=60)
def test_other_tables_are_read_or_refused_in_words(read, source):
    assert said_by(lambda: read(source)) != ""


NAMES = ("theme", "font", "size", "width", "spacing", "language", "project", "geometry")
SETTINGS = st.dictionaries(st.sampled_from(NAMES), words).map(
    lambda table: "[General]\n" + "\n".join(f"{name}={value}" for name, value in table.items())
)


@given(content=st.one_of(st.binary(max_size=300), (SETTINGS | words).map(lambda text: text.encode("utf-8", "replace"))))
@example(content=b"[General]\nsize=99999999999999999999\nwidth=-1\nspacing=nan\ntheme=none\nfont=\n")
@shared
def test_settings_of_any_bytes_are_read_or_forgotten(content):
    make_application()
    place = kept.folder()
    place.mkdir(parents=True, exist_ok=True)
    (place / "tawsim.ini").write_bytes(content)
    assert read_comfort().size > 0
    assert isinstance(kept.read("language", "ar"), str)


ODD = ["--json", "--help", "--layer", "--format", "-", "--", "gold", "..", "/", "--kills=1", "9" * 20, "nan"]
ARGUMENTS = st.one_of(words.filter(lambda word: "\0" not in word), st.sampled_from(ODD))
COMMANDS = sorted(name for name in main.commands if name not in ("demo", "open"))  # these open a window


@given(command=st.sampled_from(COMMANDS), arguments=st.lists(ARGUMENTS, max_size=4), there=st.booleans())
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_arguments_are_obeyed_or_refused_in_one_sentence(tmp_path_factory, command, arguments, there):
    place = tmp_path_factory.mktemp("fuzz")
    project = place / "a.tawsim"
    Store.create(project, resources.codebook()).close()
    said = [str(place / f"x{number}") if set(word) & set("/.\\") else word for number, word in enumerate(arguments)]
    with pytest.MonkeyPatch.context() as here:
        here.chdir(place)
        done = CliRunner().invoke(main, [command, *([str(project)] if there else []), *said], input="")
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exc_info
    assert done.exit_code in (0, 1, 2, 3)
    assert "Traceback" not in done.stderr
    with Store.open(project, readonly=True) as store:
        assert store.integrity() == []


def test_the_fuzzer_writes_toml():
    assert tomllib.loads(f"a = {toml({'ب': [1, 'س' + string.printable, True]})}")["a"]["ب"][0] == 1
