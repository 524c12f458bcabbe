"""Two processes on one project: neither takes the ground from under the other."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from app.store import NotAProject, Store
from tests.store import making

ROOT = Path(__file__).parents[2]

# A window writes, one of its jobs opens and closes the project, and then another program does; the window goes on.
WINDOW = """
import os, subprocess, sys
from pathlib import Path
from app.domain.edit import making as making_edit
from app.store import NotAProject, Store
from tests.store import making
path = Path(sys.argv[1])
store = Store.open(path)
article = next(store.articles())
store.write(making_edit("Mark", making.mark(article, 0, 4, id_="before")), making.stamp())
for readonly in (True, False):
    Store.open(path, readonly=readonly).close()
other = "import sys; from pathlib import Path; from app.store import Store; Store.open(Path(sys.argv[1])).close()"
subprocess.run([sys.executable, "-c", other, str(path)], check=True)
store.write(making_edit("Mark", making.mark(article, 5, 9, id_="after")), making.stamp())
print("written", flush=True)
os.kill(os.getpid(), {signal})
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no such signal here")
def test_a_job_that_closes_the_project_does_not_let_others_take_the_log_of_the_window(path, store, article):
    store.close()
    code = WINDOW.replace("{signal}", str(int(signal.SIGKILL)))
    done = subprocess.run([sys.executable, "-c", code, str(path)], cwd=ROOT, capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("written\n", "")
    with Store.open(path) as again:
        assert [each.id for each in again.annotations(article.id, "a1")] == ["before", "after"]
        assert again.integrity() == []


def test_what_could_not_be_opened_is_looked_at_anew_the_next_time(path, store):
    store.close()
    whole = path.read_bytes()
    os.truncate(path, 0)
    for _ in range(2):
        with pytest.raises(NotAProject):
            Store.open(path)
    path.write_bytes(whole)
    with Store.open(path) as again:
        assert again.codebook() == making.codebook()
