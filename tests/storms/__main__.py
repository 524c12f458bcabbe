"""``python -m tests.storms --kills 1000 --seed 7``: kills so often, then lets the disk fail at writes of every piece of
work in turn, and prints what was tried and what was lost."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

from tests.storms.failing import Walked, compiled, walk, walks_table


def main() -> int:
    told = argparse.ArgumentParser(prog="python -m tests.storms", description=__doc__)
    told.add_argument("--kills", type=int, default=1000)
    told.add_argument("--seed", type=int, default=int(time.time()))
    told.add_argument("--windows", type=float, default=0.1, help="the share of kills of the whole window")
    told.add_argument(
        "--points", type=int, default=10, help="at how many writes of each work the disk fails; 0 none, -1 all"
    )
    told.add_argument("--keep", type=Path, help="a folder to leave the projects in")
    told.add_argument("--soak", type=float, metavar="HOURS", help="press random keys for so long instead, and measure")
    asked = told.parse_args()
    with tempfile.TemporaryDirectory(prefix="tawsim-storm-", ignore_cleanup_errors=True) as folder:
        place = asked.keep or Path(folder) / "storm"
        place.mkdir(parents=True)
        for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"):
            os.environ[name] = folder
        os.environ.update(QT_QPA_PLATFORM="offscreen", LANG="C.UTF-8", TZ="UTC")
        if asked.soak:
            return _soak(place, asked.seed, asked.soak * 3600)
        from tests.storms.storm import Storm, table_of

        made = Storm(place, asked.seed, asked.windows, say=_say).blow(asked.kills)
        walked = _walk(place, asked.seed, asked.points) if asked.points else []
    sys.stdout.write(table_of(made, asked.seed) + "\n")
    if walked:
        sys.stdout.write("\n" + walks_table(walked, asked.seed) + "\n")
    return 1 if made.losses or made.failures or any(each.wrong for each in walked) else 0


def _walk(place: Path, seed: int, points: int) -> list[Walked]:
    library = compiled(place)
    if library is None:
        _say("There is no C compiler, so that no disk can be made to fail.")
        return []
    folder = place / "disk"
    folder.mkdir()
    found = []
    for each in walk(library, folder, seed, max(points, 0)):
        found.append(each)
        for wrong in each.wrong:
            _say(f"{each.work}, {each.fault}: {wrong}")
    return found


def _soak(place: Path, seed: int, seconds: float) -> int:
    from app import resources
    from app.domain.article import new_article
    from app.store import Store
    from app.ui.application import Session, make_application
    from app.ui.hand import wait_until_shown
    from tests.storms.acts import SENTENCES
    from tests.storms.soaking import grown, soak

    with Store.create(place / "soak.tawsim", resources.codebook()) as store:
        for number in range(20):
            store.add_article(new_article(f"a{number}", "\n".join(SENTENCES * (number % 7 + 1))))
    make_application()
    session = Session(place / "soak.tawsim", author="sana")
    wait_until_shown(session.window)
    until = time.monotonic() + seconds
    measured = []
    for held in soak(session, seed, 10**12, 1000):
        _say(str(held))
        measured.append(held)
        if time.monotonic() > until:
            break
    session.close()
    with Store.open(place / "soak.tawsim", readonly=True) as store:
        wrong = [*grown(measured), *store.integrity()]
        _say(f"{store.counts()['edits']:,} edits, seed {seed}; grown or wrong: {len(wrong) or 'nothing'}")
    for each in wrong:
        _say(each)
    return 1 if wrong else 0


def _say(told: str) -> None:
    sys.stdout.write(told + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
