"""What is remembered of reading, and what a settings file with nonsense in it comes to."""

from __future__ import annotations

import pytest

from app.ui import settings
from app.ui.application import make_application
from app.ui.comfort import LEAST, USUAL, WHOLE_WIDTH, keep_comfort, read_comfort


def test_nothing_remembered_is_as_usual():
    assert read_comfort() == USUAL


def test_what_is_kept_is_read_again(qapp: object):
    make_application()
    chosen = USUAL.but(
        theme="sepia",
        family="IBM Plex Sans Arabic",
        size=30,
        column=WHOLE_WIDTH,
        spacing=1.25,
        focus_mode=True,
        scroll=LEAST,
        smooth=False,
    )
    keep_comfort(chosen, USUAL)
    assert read_comfort() == chosen
    keep_comfort(USUAL, chosen)
    assert read_comfort() == USUAL


@pytest.mark.parametrize(
    ("key", "word"),
    [
        ("theme", "purple"),
        ("font", "No Such Font"),
        ("text_size", "large"),
        ("text_size", "24.5"),
        ("text_size", "-3"),
        ("text_size", "9000"),
        ("column", "wide"),
        ("column", "7"),
        ("line_spacing", "nan"),
        ("line_spacing", "1e9"),
        ("line_spacing", "loose"),
        ("focus_mode", "perhaps"),
        ("scroll", "sideways"),
        ("smooth_scroll", "2"),
    ],
)
def test_what_cannot_be_used_is_as_usual_and_spoils_nothing_else(qapp: object, key: str, word: str):
    good = {"text_size": "30", "line_spacing": "1.2"}
    for name, value in {**good, key: word}.items():
        settings.write(name, value)
    size = USUAL.size if key == "text_size" else 30
    spacing = USUAL.spacing if key == "line_spacing" else 1.2
    assert read_comfort() == USUAL.but(size=size, spacing=spacing)


def test_a_list_where_a_word_is_expected_is_as_usual():
    file = settings._file()
    file.setValue("theme", ["sepia", "dark"])
    file.sync()
    assert read_comfort() == USUAL


def test_sizes_end_where_they_end():
    assert USUAL.sized(2).size == 14
    assert USUAL.sized(200).size == 64
