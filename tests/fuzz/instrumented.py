"""One reader under atheris: ``python -m tests.fuzz.instrumented READER FOLDER SEED SECONDS``."""

from __future__ import annotations

import sys
from pathlib import Path

import atheris


def main() -> None:
    name, folder, seed, seconds = sys.argv[1:]
    with atheris.instrument_imports(include=["app"]):
        from tests.fuzz.readers import readers
    place = Path(folder)
    (place / "work").mkdir()
    (place / "seeds").mkdir()
    reader = readers(place / "work")[name]
    for number, content in enumerate(reader.seeds):
        (place / "seeds" / str(number)).write_bytes(content)
    words = [f"-seed={seed}", f"-max_total_time={seconds}", "-max_len=40000", "-timeout=20", "-rss_limit_mb=3000"]
    atheris.Setup(["fuzz", *words, f"-artifact_prefix={place}/fault-", str(place / "seeds")], reader.read)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
