"""Some dozens of inputs for every reader, bred by what they reach. ``python -m tests.fuzz --seconds 600`` is longer."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest

from app.domain.errors import N_, TawsimError
from tests.fuzz.__main__ import row_of
from tests.fuzz.guided import breed
from tests.fuzz.readers import Reader, own_place, readers

INPUTS, SEED = 40, 20261124
SLOW = {"html": 8, "pdf": 12, "codebook": 12, "xmi": 12}  # inputs of those that take long
NAMES = (
    *("tawsim", "prodigy", "doccano", "label-studio", "brat", "xmi", "casjson", "webanno", "webannotation", "conllu"),
    *("wojood", "conll2003", "iob2", "parquet", "pdf", "docx", "xlsx", "feed", "html", "spans", "json", "jsonl", "csv"),
    *("text", "archive", "codebook", "keys", "own words", "about", "query", "entry list", "damaged project"),
)


@pytest.fixture(scope="module")
def every() -> Iterator[dict[str, Reader]]:
    place = own_place()
    yield readers(place)
    shutil.rmtree(place)


def test_every_reader_is_fed(every):
    assert tuple(every) == NAMES
    assert all(reader.seeds for reader in every.values())


@pytest.mark.parametrize("name", NAMES)
def test_whatever_is_fed_is_read_or_refused_in_a_sentence(every, name):
    bred = breed(every[name], SEED, runs=SLOW.get(name, INPUTS))
    assert bred.faults == {}, row_of(bred)
    assert bred.lines > 15


def test_a_reader_that_fails_is_told_with_its_place():
    """Breeding that finds nothing must be able to find something."""

    def read(content: bytes) -> None:
        if b"x" not in content:
            raise KeyError("x")

    bred = breed(Reader("toy", read, (b"xyz",)), 1, runs=60)
    ((fault, content),) = bred.faults.items()
    assert fault.startswith("KeyError at test_guided.py:")
    assert b"x" not in content
    assert "1 found" in row_of(bred)


def test_a_sentence_with_a_hole_in_it_is_a_fault():
    def read(content: bytes) -> None:
        try:
            raise TawsimError(N_("{what} is wrong."), wrong=content)
        except TawsimError as error:
            str(error)

    assert any(each.startswith("KeyError") for each in breed(Reader("toy", read, (b"a",)), 1, runs=5).faults)
