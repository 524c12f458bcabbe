"""Files of other programs, and ours after other hands: whatever is wrong is told, nothing is moved, nothing is lost.

One thing in a good file is made wrong. What comes in then is a part of what the good file brings, and where something
is missing a reason stands beside it; a file is never a traceback.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.errors import TawsimError
from app.exchange.format import Arrival
from app.exchange.formats import format_named
from app.exchange.page import Page
from tests.exchange import inventing
from tests.exchange.journey import read, write

SUFFIXES = {"prodigy": "x.jsonl", "doccano": "x.jsonl", "label-studio": "x.json", "webannotation": "x.jsonld"}
WRONG: list[Any] = [None, "x", -1, 7, [], {}, True, 1.5, ["x"], {"id": 3}]
many = settings(suppress_health_check=list(HealthCheck), max_examples=60, deadline=None)


def places(value: Any, at: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in inner:
        yield (*at, key)
        yield from places(each, (*at, key))


def marks(found: Page) -> set[tuple[str, str, tuple[tuple[int, int], ...]]]:
    return {(each.kind, each.label, tuple((s.start, s.end) for s in each.fragments)) for each in found.annotations}


def pages(arrived: list[Arrival]) -> list[Page]:
    return [each.found for each in arrived if isinstance(each.found, Page)]


def told(arrived: list[Arrival]) -> int:
    refused = sum(len(each.refused) + len(each.notes) for each in arrived)
    return refused + sum(isinstance(each.found, TawsimError) for each in arrived)


@pytest.mark.parametrize("form", SUFFIXES)
@given(inventing.pages(), st.integers(0, 10**6), st.integers(0, 100))
@many
def test_a_value_of_another_type_is_told_and_moves_nothing(tmp_path_factory, form, page, where, what):
    folder: Path = tmp_path_factory.mktemp("dirty")
    path = folder / SUFFIXES[form]
    write(format_named(form), path, [page])
    good = json.loads(path.read_bytes())
    before = read(format_named(form), path)
    spoilt = copy.deepcopy(good)
    every = list(places(good))
    *way, last = every[where % len(every)]
    holder = spoilt
    for step in way:
        holder = holder[step]
    others = [each for each in WRONG if type(each) is not type(holder[last])]
    holder[last] = others[what % len(others)]
    path.write_text(json.dumps(spoilt) + "\n", encoding="utf-8")
    try:
        after = read(format_named(form), path)
    except TawsimError:
        return  # the whole file, in a sentence
    assert after
    for found in pages(after):
        assert found.article.text != page.article.text or marks(found) <= marks(pages(before)[0])
    here = [found for found in pages(after) if found.article.text == page.article.text]
    if (here and len(here[0].annotations) < len(page.annotations)) or not pages(after):
        assert told(after) or _is_silence(holder[last]) or not page.annotations


def _is_silence(value: object) -> bool:
    """Whether a file says nothing there, which is nothing wrong."""
    return value is None or value == [] or value == {}


TEXT = "وصلت ليلى 😀 إلى عمّان."


def prodigy(tmp_path: Path, **more: Any) -> Arrival:
    tokens = [
        {"text": text, "start": start, "end": start + len(text), "id": number}
        for number, (text, start) in enumerate(
            (word, TEXT.index(word)) for word in ("وصلت", "ليلى", "😀", "إلى", "عمّان")
        )
    ]
    span = {"start": 5, "end": 9, "token_start": 1, "token_end": 1, "label": "PERS", **more}
    path = tmp_path / "t.jsonl"
    path.write_text(json.dumps({"text": TEXT, "tokens": tokens, "spans": [span]}) + "\n", encoding="utf-8")
    (arrival,) = read(format_named("prodigy"), path)
    return arrival


@pytest.mark.parametrize("more", [{"start": 4}, {"end": 10}, {"token_end": 2}])
def test_offsets_that_say_another_thing_than_their_tokens_are_told(tmp_path, more):
    arrival = prodigy(tmp_path, **more)
    assert arrival.found.annotations == []
    (refusal,) = arrival.refused
    assert "its tokens at" in str(refusal.error)
    assert [each.exact for each in prodigy(tmp_path).found.annotations] == ["ليلى"]
    assert [each.exact for each in prodigy(tmp_path, token_end=99).found.annotations] == ["ليلى"]


def test_a_doccano_line_whose_two_shapes_differ_takes_what_both_say(tmp_path):
    line = {
        "text": TEXT,
        "label": [[5, 9, "PERS"], [15, 20, "GPE"]],
        "entities": [
            {"id": 1, "label": "PERS", "start_offset": 5, "end_offset": 9},
            {"id": 2, "label": "GPE", "start_offset": 16, "end_offset": 21},
        ],
        "relations": ["x"],
    }
    path = tmp_path / "d.jsonl"
    path.write_text(json.dumps(line) + "\n", encoding="utf-8")
    (arrival,) = read(format_named("doccano"), path)
    assert [each.exact for each in arrival.found.annotations] == ["ليلى"]
    said = [str(each.error) for each in arrival.refused]
    assert len(said) == 3
    assert "[16, 21, 'GPE'] stands under entities alone" in said[0]
    assert "[15, 20, 'GPE'] stands under label alone" in said[1]
    assert "relations[0] is no relation" in said[2]


TSV = """#FORMAT=WebAnno TSV 3.3
#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|identifier|value


#Text=وصلت ليلى حداد 😀 إلى عمّان
1-1\t0-4\tوصلت\t_\t_\t
1-2\t5-9\tليلى\t*[1]\tPERS[1]\t
1-3\t10-14\tحداد\t*[1]\tPERS[1]\t
1-4\t15-17\t😀\t_\t_\t
1-5\t18-21\tإلى\t_\t_\t
1-6\t22-27\tعمّان\t*\tGPE\t
"""


@pytest.mark.parametrize(
    ("old", "new", "reason", "kept"),
    [
        ("1-3\t10-14\tحداد\t*[1]\tPERS[1]\t\n", "", "stand in no row", {"عمّان"}),
        ("1-2\t5-9\tليلى\t*[1]\tPERS[1]\t\n", "", "stand in no row", {"عمّان"}),
        ("1-6\t22-27\tعمّان\t*\tGPE\t\n", "", "stand in no row", {"ليلى حداد"}),
        ("\t*\tGPE\t", "\tGPE\t", "it needs 5 columns", {"ليلى حداد"}),
        ("\t*\tGPE\t", "\t*[1]\tPERS[1]\t", "two spans may have one number", set()),
        ("1-4\t15-17\t😀", "1-4\t15-16\t😀", "inside of a character", {"ليلى حداد", "عمّان"}),
        ("1-6\t22-27\t", "1-6\t21-26\t", "The token is", {"ليلى حداد"}),
    ],
)
def test_a_row_that_is_missing_or_wrong_shortens_no_mark(tmp_path, old, new, reason, kept):
    path = tmp_path / "t.tsv"
    assert old in TSV
    path.write_text(TSV.replace(old, new), encoding="utf-8")
    (arrival,) = read(format_named("webanno"), path)
    assert {each.exact for each in arrival.found.annotations} == kept
    assert any(reason in str(each.error) and each.line for each in arrival.refused), arrival.refused


def test_a_header_among_the_rows_is_no_table(tmp_path):
    path = tmp_path / "t.tsv"
    path.write_text(TSV + "#T_SP=webanno.custom.X|y\n", encoding="utf-8")
    with pytest.raises(TawsimError, match="stands behind rows"):
        read(format_named("webanno"), path)


CONLLU = """# newdoc id = a
# text = وصلت ليلى حداد
1\tوصلت\t_\t_\t_\t_\t_\t_\t_\t_
2\tليلى\t_\t_\t_\t_\t_\t_\t_\tNER=B-PERS
3\tحداد\t_\t_\t_\t_\t_\t_\t_\tNER=I-PERS

"""


def test_a_row_of_conllu_that_stands_twice_gives_its_entity_to_nobody_else(tmp_path):
    path = tmp_path / "a.conllu"
    row = "2\tليلى\t_\t_\t_\t_\t_\t_\t_\tNER=B-PERS\n"
    path.write_text(CONLLU[:-1] + row + "\n", encoding="utf-8")
    (arrival,) = read(format_named("conllu"), path)
    assert [each.exact for each in arrival.found.annotations] == ["ليلى حداد"]
    assert ["a row is missing or misplaced" in str(each.error) for each in arrival.refused] == [True]
    assert [each.line for each in arrival.refused] == [6]


def test_a_register_entry_that_is_not_there_is_told_and_its_mark_comes_in(tmp_path):
    arrival = prodigy(tmp_path, entity_id="E9", made_by="x", id="m1")
    assert [each.exact for each in arrival.found.annotations] == ["ليلى"]
    assert arrival.found.links == []
    (refusal,) = arrival.refused
    assert "register entry E9" in str(refusal.error)


@pytest.mark.parametrize("column", ["schema", "sha256", "layer", "entities", "quotes", "codebook", "meta"])
def test_a_table_of_ours_without_a_column_is_no_table_of_bare_articles(tmp_path, example, codebook, column):
    parquet, path = pytest.importorskip("pyarrow.parquet"), tmp_path / "x.parquet"
    from app.exchange.tawsim_jsonl import page_of

    write(format_named("parquet"), path, [page_of(example, codebook)])
    parquet.write_table(parquet.read_table(path).drop_columns([column]), path)
    (arrival,) = read(format_named("parquet"), path, codebook)
    assert f"lacks the key {column}" in str(arrival.found)
