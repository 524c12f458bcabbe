"""The window library underneath: is the installed one safe to stand on?"""

from __future__ import annotations

import subprocess
import sys

CALLS = 5_000

# In a process of its own: a release that loses references aborts the interpreter when it is bad enough.
COUNT_NONE = f"""
import sys
from PySide6.QtCore import QObject
thing = QObject()
for _ in range(100):
    thing.setObjectName("warm")
before = sys.getrefcount(None)
for _ in range({CALLS}):
    thing.setObjectName("name")
print(sys.getrefcount(None) - before)
"""


def test_a_call_that_returns_nothing_keeps_its_reference_to_none():
    """PySide6 6.12.0 on Python 3.11 gives one reference to None away on every void call (so: < 6.12)."""
    done = subprocess.run([sys.executable, "-c", COUNT_NONE], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert abs(int(done.stdout)) < CALLS // 100


# A window starts without what PySide6 says of its functions, and whoever asks for it has it.
SIGNATURES = """
import builtins, sys, threading
from app.ui.qt import import_qt
before = builtins.compile, builtins.__import__
import_qt()
assert (builtins.compile, builtins.__import__) == before
from PySide6.QtCore import QObject
from PySide6.support import signature
from PySide6.support.signature import errorhandler, layout, lib, mapping, parser
from PySide6.support.signature.lib import enum_sig, pyi_generator
for each in (errorhandler, layout, mapping, parser, enum_sig, pyi_generator):
    assert hasattr(each, "__getattr__"), each  # none was asked for yet
assert "argparse" not in sys.modules
told = []
def mistake():
    try:
        QObject().setObjectName(3)
    except TypeError as error:
        told.append(str(error))
worker = threading.Thread(target=mistake)
worker.start()
worker.join()
mistake()
assert len(told) == 2 and all("setObjectName(name: str" in each for each in told), told
assert "name: str" in QObject.setObjectName.__doc__
assert str(signature.get_signature(QObject.setObjectName)) == "(self, name: str, /) -> None"
assert not hasattr(mapping, "__getattr__") and not hasattr(mapping, "nothing")
assert not hasattr(enum_sig, "nothing")
from PySide6.support.signature.lib.enum_sig import HintingEnumerator
assert HintingEnumerator is enum_sig.HintingEnumerator
assert callable(pyi_generator.generate_pyi) and "argparse" in sys.modules
"""


def test_the_window_library_starts_without_its_signatures_which_come_when_asked_for():
    done = subprocess.run([sys.executable, "-c", SIGNATURES], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_window_library_is_within_the_range_that_was_tried():
    from PySide6 import __version_info__

    assert (6, 10) <= __version_info__[:2] < (6, 12)
