"""What ships with the program is found, and translations are compiled once, wherever the program was put."""

from __future__ import annotations

import datetime
import os
import shutil
import stat
import tomllib

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


BOOK = 'name = "كتاب"\nversion = 1\n[[kind]]\nid = "entity"\nlite = false\n'


def test_a_table_is_read_once_and_kept(cache, monkeypatch):
    first = resources.table(BOOK)
    assert first == {"name": "كتاب", "version": 1, "kind": [{"id": "entity", "lite": False}]}
    monkeypatch.setattr("tomllib.loads", lambda _source: pytest.fail("read again"))
    assert resources.table(BOOK) == first
    (kept,) = cache.iterdir()
    if os.name == "posix":
        assert stat.S_IMODE(kept.stat().st_mode) == 0o600


def test_no_text_is_given_the_table_of_another(cache, monkeypatch):
    """All texts in one place, as if their checksums were the same."""
    monkeypatch.setattr(resources, "_TABLES", 1)
    for source in (BOOK, BOOK.replace("1", "2"), BOOK, ""):
        assert resources.table(source) == tomllib.loads(source)
        assert [each.name for each in cache.iterdir()] == ["table-0.json"]


@pytest.mark.parametrize("kept", [b"", b"\xff", b"{}", b"[1", b"[1, 2]", b"3", b'["", 3]'])
def test_a_kept_table_that_is_damaged_is_read_anew(cache, kept):
    resources.table("")
    (place,) = cache.iterdir()
    place.write_bytes(kept)
    assert resources.table("") == {}
    assert place.read_bytes() == b'["", {}]'


def test_many_tables_take_few_places(cache, monkeypatch):
    monkeypatch.setattr(resources, "_TABLES", 64)
    for version in range(300):
        resources.table(f"version = {version}")
    assert len(list(cache.iterdir())) <= 64


def test_tables_that_ship_have_each_a_place_of_its_own(cache):
    shipped = [*resources.root().glob("lexicons/*.toml"), *resources.root().glob("keymaps/*.toml")]
    for file in shipped:
        resources.table(file.read_text(encoding="utf-8"))
    assert len(list(cache.iterdir())) == len(shipped)  # a list that shares its place is read anew at each start


def test_a_table_that_cannot_be_kept_is_read(cache):
    cache.parent.mkdir()
    cache.write_text("no folder", encoding="utf-8")
    assert resources.table(BOOK)["version"] == 1


def test_a_table_with_a_day_is_read_and_not_kept(cache):
    assert resources.table("day = 2024-05-01") == {"day": datetime.date(2024, 5, 1)}
    assert not list(cache.glob("*"))


def test_what_is_no_toml_is_refused(cache):
    with pytest.raises(tomllib.TOMLDecodeError, match="line 1"):
        resources.table("name = !\n")
