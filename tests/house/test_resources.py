"""What ships with the program is found, and translations are compiled once, wherever the program was put."""

from __future__ import annotations

import os
import shutil
import stat

import pytest

from app import linguist, resources
from app.domain.errors import TawsimError


@pytest.fixture
def cache(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "tawsim"


@pytest.fixture
def shipped(tmp_path, monkeypatch):
    """A program folder of the test's own, with a copy of the Arabic translation."""
    folder = tmp_path / "shipped"
    (folder / "translations").mkdir(parents=True)
    shutil.copy(resources.root() / "translations" / "tawsim_ar.ts", folder / "translations")
    monkeypatch.setattr(resources, "root", lambda: folder)
    return folder


def test_the_codebook_the_word_lists_and_the_samples_are_there():
    assert resources.codebook().name == "arabic-news"
    assert resources.lexicons().function_words
    assert resources.samples()


def test_a_file_that_is_not_there_is_named():
    with pytest.raises(TawsimError, match=r"codebooks/nothing\.toml"):
        resources.codebook("nothing")


def test_a_translation_is_compiled_once_and_kept(cache):
    first = resources.compiled_translation("ar")
    assert first is not None
    assert first.parent == cache
    made = first.stat().st_mtime_ns
    assert resources.compiled_translation("ar") == first
    assert first.stat().st_mtime_ns == made
    assert [file.name for file in cache.iterdir()] == [first.name]


def test_a_changed_translation_is_compiled_anew(cache, shipped):
    first = resources.compiled_translation("ar")
    source = shipped / "translations" / "tawsim_ar.ts"
    source.write_text(source.read_text(encoding="utf-8").replace("</TS>", "</TS>\n"), encoding="utf-8")
    assert resources.compiled_translation("ar") != first


def test_a_translation_that_was_compiled_with_the_program_is_used_as_it_is(cache, shipped):
    built = shipped / "translations" / "tawsim_ar.qm"
    built.write_bytes(b"compiled when the program was built")
    assert resources.compiled_translation("ar") == built
    assert not cache.exists()


def test_a_compiled_file_that_is_older_than_its_source_is_not_used(cache, shipped):
    built = shipped / "translations" / "tawsim_ar.qm"
    built.write_bytes(b"compiled before the last change")
    os.utime(built, (0, 0))
    assert resources.compiled_translation("ar").parent == cache


def test_a_frozen_program_needs_no_compiler(shipped, monkeypatch):
    built = shipped / "translations" / "tawsim_ar.qm"
    built.write_bytes(b"compiled when the program was built")
    (shipped / "translations" / "tawsim_ar.ts").unlink()
    monkeypatch.setattr(linguist, "tool", lambda name: None)
    assert resources.compiled_translation("ar") == built


def test_without_a_compiler_or_a_source_there_is_no_translation(cache, monkeypatch):
    assert resources.compiled_translation("tlh") is None
    monkeypatch.setattr(linguist, "tool", lambda name: None)
    assert resources.compiled_translation("ar") is None


def test_a_cache_that_cannot_be_written_does_not_silence_arabic(tmp_path, monkeypatch):
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where the cache should be", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    compiled = resources.compiled_translation("ar")
    assert compiled is not None
    assert compiled.stat().st_size > 0
    assert stat.S_IMODE(compiled.parent.stat().st_mode) == 0o700


def test_a_source_that_does_not_compile_leaves_nothing_behind(cache, shipped):
    (shipped / "translations" / "tawsim_ar.ts").write_text("<TS>", encoding="utf-8")
    assert resources.compiled_translation("ar") is None
    assert list(cache.iterdir()) == []
