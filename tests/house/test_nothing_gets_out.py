"""A whole journey opens no socket, runs nothing, leaves no file that others may read, and says no word of a text.

It runs in a process of its own, because an audit hook cannot be taken out again.
"""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEXT = "قالت وزيرة المياه ليلى حداد إن «السدود في عمّان ممتلئة»، وأضافت أن الوفد وصل إلى بغداد."

JOURNEY = """
import json, os, sys, sysconfig
from pathlib import Path

seen = []
lib = tuple(sysconfig.get_paths()[name] for name in ("stdlib", "platstdlib", "purelib", "platlib")) + (os.getcwd(),)
NEVER = ("socket.", "os.system", "os.exec", "os.spawn", "os.posix_spawn", "pickle.", "ftplib.", "urllib.", "http.",
         "smtplib.", "telnetlib.", "webbrowser.")

def asks_for_ipv6():
    # urllib3, which a library for UIMA brings, looks at its import whether there is IPv6; it connects nowhere
    frame = sys._getframe(2)
    while frame is not None and frame.f_code.co_name != "_has_ipv6":
        frame = frame.f_back
    return frame is not None

def watch(event, arguments):
    if event in ("socket.__new__", "socket.bind") and asks_for_ipv6():
        return
    if event == "pickle.find_class" and arguments[0].startswith("babel."):
        return  # the names of countries and months, which Babel ships in files of its own
    if event.startswith(NEVER):
        seen.append(f"{event} {arguments!r:.200}")
    elif event == "subprocess.Popen" and "lrelease" not in str(arguments[1]):
        seen.append(f"{event} {arguments!r:.200}")
    elif event == "exec":
        file = getattr(arguments[0], "co_filename", "")
        if os.path.isabs(file) and not file.startswith(lib):
            seen.append(f"exec {file}")

sys.addaudithook(watch)

from PySide6.QtWidgets import QApplication
from app import resources
from app.domain.annotation import DONE, Progress
from app.domain.edit import Change, Edit
from app.exchange.formats import FORMATS
from app.store import Store
from app.ui.application import Session, make_application
from app.ui.hand import Hand, wait_until_shown
from app.ui import reports
from app.workbench.intake import import_files
from app.workbench.outgo import export
from app.workbench.releasing import release

place = Path(sys.argv[1])
project = place / "a.tawsim"
Store.create(project, resources.codebook()).close()
make_application()
session = Session(project, author="sana")
wait_until_shown(session.window)
bench = session.bench
(place / "in").mkdir()
(place / "in" / "a.txt").write_text(sys.argv[2], encoding="utf-8")
(place / "in" / "b.html").write_text(
    "<html><head><link rel=stylesheet href='http://example.org/x.css'><script src='http://example.org/x.js'></script>"
    "</head><body><img src='http://example.org/pixel.png' onerror='alert(1)'><article><p>" + sys.argv[2] * 4
    + "</p></article></body></html>", encoding="utf-8")
(place / "in" / "c.xml").write_text(
    "<?xml version='1.0'?><!DOCTYPE r SYSTEM 'http://example.org/r.dtd' [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
    "<rss><channel><item><title>&x;</title></item></channel></rss>", encoding="utf-8")
report = import_files(bench.store, [place / "in"], author="sana")
told = {"added": report.added}
bench.resume()
session.window.queue.refresh()
hand = Hand(session.window)
while not bench.ready:
    QApplication.processEvents()
hand.mark("G", "عمّان")
hand.go_to(hand.find("«").start + 1)
hand.press("Q")
hand.press("Esc")
for name in ("view.palette", "search.corpus", "project.import", "project.export", "view.frames", "view.register"):
    if name in session.window.commands.actions:
        session.window.commands.run(name)
        QApplication.processEvents()
        hand.press("Esc")
bench.do(Edit("Done", (Change(bench.progress, Progress(bench.article.id, bench.layer, DONE, (bench.layer,))),)))
for form in FORMATS:
    if form.write is not None and form.name not in ("parquet", "spacy"):
        try:
            export(bench.store, place / f"out-{form.name}{(form.suffixes or ('',))[0]}", form)
        except Exception as error:
            told.setdefault("refused", []).append(f"{form.name}: {type(error).__name__}")
told["released"] = release(bench.store, place / "release").marks
try:
    secret = sys.argv[2]
    raise ValueError(secret)
except ValueError as error:
    told["report"] = str(reports.write(reports.told_of(type(error), error, error.__traceback__)))
session.close()
print(json.dumps({**told, "seen": seen}))
"""


@pytest.fixture(scope="module")
def journey(tmp_path_factory):
    place = tmp_path_factory.mktemp("journey")
    home, temporary = place / "home", place / "temporary"
    home.mkdir()
    temporary.mkdir()
    names = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")
    environment = {**os.environ, **dict.fromkeys(names, str(home)), "TMPDIR": str(temporary)}
    done = subprocess.run(
        [sys.executable, "-c", JOURNEY, str(place), TEXT],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        umask=0,
    )
    assert done.returncode == 0, done.stderr
    return place, json.loads(done.stdout.splitlines()[-1]), done.stderr


def test_no_socket_is_opened_and_nothing_is_run_or_unpickled(journey):
    _, told, _ = journey
    assert told["seen"] == []
    assert told["added"] >= 2
    assert told["released"] >= 1


@pytest.mark.skipif(os.name != "posix", reason="there are no such rights here")
def test_what_the_program_remembers_is_its_owners_alone(journey):
    """Also where the user lets everybody read what is made new."""
    place, told, _ = journey
    kept = [each for each in (place / "home").rglob("*") if each.is_file() and "cache" not in str(each).lower()]
    assert any(each.name == "tawsim.ini" for each in kept)
    assert Path(told["report"]) in kept
    assert {each.name: oct(stat.S_IMODE(each.stat().st_mode)) for each in kept if each.stat().st_mode & 0o077} == {}


def test_nothing_temporary_is_left(journey):
    place, _, _ = journey
    assert list((place / "temporary").iterdir()) == []
    assert [each for each in place.rglob(".tawsim-*") if each.name != ".tawsim-export"] == []


def test_no_word_of_a_text_is_logged_remembered_or_reported(journey):
    place, told, stderr = journey
    words = [word for word in TEXT.replace("«", "").replace("»", "").split() if len(word) > 3]
    remembered = [each for each in (place / "home").rglob("*") if each.is_file()]
    for content in (stderr, Path(told["report"]).read_text(encoding="utf-8")):
        assert not [word for word in words if word in content]
    for each in remembered:
        content = each.read_bytes()
        assert not [word for word in words if word.encode() in content], each


@pytest.mark.parametrize("name", ["out-html", "out-csv"])
def test_what_leaves_has_no_script_and_loads_nothing(journey, name):
    place, _, _ = journey
    for each in place.glob(f"{name}*"):
        content = each.read_text(encoding="utf-8") if each.is_file() else ""
        assert "<script" not in content.lower()
        assert "example.org" not in content
