"""Wrong use is status 2 with a hint; and what the commands say of themselves is true."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from app import __version__
from app.cli import main
from app.exchange.formats import FORMATS
from tests.cli.conftest import Say, type_

LISTINGS = ("new", "import", "export", "info", "check")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("exprot", "p.tawsim", "out.jsonl"), "“exprot” is neither a command nor a project; did you mean “export”?"),
        (("chek",), "“chek” is neither a command nor a project; did you mean “check”?"),
        (("adjudicate", "p.tawsim"), "“adjudicate” is neither a command nor a project"),
        (("release", "p.tawsim"), "Missing argument 'OUTDIR'."),
        (("p.tawsim", "exprot"), "Got unexpected extra argument (exprot)"),
        (("--wrong",), "No such option"),
        (("info",), "Missing argument 'PROJECT'."),
        (("info", "p.tawsim", "--layer", "x"), "No such option"),
        (("import", "p.tawsim"), "Missing argument 'FILES...'."),
        (("import", "p.tawsim", "a.txt", "--format", "odt"), "Invalid value for '--format'"),
        (("export", "p.tawsim", "a.jsonl", "--format", "odt"), "Invalid value for '--format'"),
        (("demo", "--language", "fr"), "Invalid value for '--language'"),
    ],
)
def test_it_is_told_with_where_to_look(say: Say, words: tuple[str, ...], said: str) -> None:
    heard = say(*words)
    assert heard.status == 2
    assert heard.sentences[0].startswith(said)
    assert heard.sentences[0].endswith(" --help")


def test_a_project_that_is_there_is_no_misspelt_command(say: Say, here: Path) -> None:
    Path("exprot").write_text("no project", encoding="utf-8")
    heard = type_("exprot", timeout=60)
    assert heard.status == 3
    assert "is not a Tawsim project" in heard.err


def test_without_a_display_the_window_says_so(say: Say, project: Path) -> None:
    none = {"DISPLAY": None, "WAYLAND_DISPLAY": None, "QT_QPA_PLATFORM": None}
    heard = type_(project, environment=none, timeout=60)
    assert heard.status == 3
    assert heard.sentences == ["There is no display to open a window on. What needs none: tawsim --help"]


def test_the_version_and_the_help_are_asked_for_as_usual(say: Say) -> None:
    assert say("--version").out == f"tawsim, version {__version__}\n"
    for words in ([], *([name] for name in main.commands)):
        for option in ("--help", "-h"):
            heard = say(*words, option)
            assert (heard.status, heard.err) == (0, "")
            assert heard.out.startswith("Usage: tawsim")


def test_every_listing_can_be_had_as_json() -> None:
    for name in LISTINGS:
        assert "--json" in [opt for each in main.commands[name].params for opt in each.opts]


def test_the_formats_that_can_be_named_are_those_that_are_known() -> None:
    assert _choices("import") == {each.name for each in FORMATS if each.can_read}
    assert _choices("export") == {each.name for each in FORMATS if each.can_write}


def _choices(command: str) -> set[str]:
    (option,) = (each for each in main.commands[command].params if "--format" in each.opts)
    assert isinstance(option.type, click.Choice)
    return set(option.type.choices)


def test_a_terminal_without_arabic_letters_is_no_reason_to_fail(project: Path) -> None:
    Path("خبر.txt").write_text("نص", encoding="utf-8")
    heard = type_("import", project, "خبر.txt", "gone-ع.txt", "--json", environment={"PYTHONIOENCODING": "latin-1"})
    assert heard.status == 1
    assert heard.json["rejected"][0]["file"] == "gone-ع.txt"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_an_answer_that_cannot_be_written_is_told(project: Path) -> None:
    import subprocess
    import sys

    with Path("/dev/full").open("w") as full:
        words = [sys.executable, "-c", "from app.cli import main; main()", "info", str(project)]
        done = subprocess.run(words, stdout=full, stderr=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2])
    assert (done.returncode, done.stderr) == (3, "tawsim: No space left on device\n")
