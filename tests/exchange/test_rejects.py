"""Rejected lines are left as they stand, beside their file, to be mended and imported again."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from app.exchange.rejects import Rejects

BAD = b'{"text": \xff}\r\n'


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "in" / "خبر.jsonl"
    path.parent.mkdir()
    path.write_bytes(b"")
    return path


def leave(source, fallback, *lines: bytes):
    with Rejects(source) as rejects:
        for number, line in enumerate(lines, start=5):
            rejects.add(number, line, f"reason {number}")
        return rejects.leave(fallback)


def test_the_lines_stand_as_they_were_with_the_reasons_beside_them(source, tmp_path):
    left = leave(source, tmp_path, BAD, "{لا".encode())
    assert left == source.with_name("خبر.rejected.jsonl")
    assert left.read_bytes() == BAD + "{لا\n".encode()
    reasons = source.with_name("خبر.rejected.reasons.txt").read_text(encoding="utf-8")
    assert reasons == "1 (خبر.jsonl:5): reason 5\n2 (خبر.jsonl:6): reason 6\n"


def test_without_rejected_lines_there_is_no_file(source, tmp_path):
    assert leave(source, tmp_path) is None
    assert names(source.parent) == ["خبر.jsonl"]


def test_the_same_lines_again_are_the_same_file(source, tmp_path):
    assert leave(source, tmp_path, BAD) == leave(source, tmp_path, BAD)
    assert len(names(source.parent)) == 3


def test_somebodys_mending_is_never_written_over(source, tmp_path):
    first = leave(source, tmp_path, BAD)
    first.write_bytes(b"mended\n")
    second = leave(source, tmp_path, BAD)
    assert first.read_bytes() == b"mended\n"
    assert second.name == "خبر.rejected-2.jsonl"


def test_what_is_rejected_of_a_mended_file_is_numbered_on(source, tmp_path):
    first = leave(source, tmp_path, BAD, b"other\n")
    second = leave(first, tmp_path, BAD)
    assert (second.name, second.read_bytes()) == ("خبر.rejected-2.jsonl", BAD)
    assert leave(second, tmp_path, b"third\n").name == "خبر.rejected-3.jsonl"


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_folder_that_cannot_be_written_sends_them_to_the_other_one(source, tmp_path):
    source.parent.chmod(0o555)
    try:
        assert leave(source, tmp_path, BAD).parent == tmp_path
    finally:
        source.parent.chmod(0o755)


def test_a_folder_that_is_gone_sends_them_to_the_other_one(tmp_path):
    assert leave(tmp_path / "gone" / "a.jsonl", tmp_path, BAD) == tmp_path / "a.rejected.jsonl"


def test_a_folder_that_is_sealed_stays_as_it_is_even_for_an_administrator(source, tmp_path):
    source.parent.chmod(0o555)
    try:
        left = leave(source, tmp_path, BAD)
        assert left == tmp_path / "خبر.rejected.jsonl"
        assert names(source.parent) == ["خبر.jsonl"]
    finally:
        source.parent.chmod(0o755)
