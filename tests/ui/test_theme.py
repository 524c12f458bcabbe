"""In every theme text, strokes and chips stand out as WCAG 2.2 wants it, and more in those of high contrast."""

from __future__ import annotations

from itertools import product

import pytest
from PySide6.QtGui import QColor

from app import resources
from app.domain.codebook import Label
from app.ui.contrast import contrast, legible
from app.ui.theme import CONTRAST, CONTRAST_DARK, DARK, LIGHT, SEPIA, THEMES, Theme, colour, following

LABELS = list(resources.codebook().labels())
EVERY = list(THEMES.values())
STRONG = [CONTRAST, CONTRAST_DARK]
LEAST_TEXT, LEAST_LINE, LEAST_STRONG = 4.5, 3.0, 7.0  # success criteria 1.4.3, 1.4.11 and 1.4.6


def on(shade: QColor, ground: str) -> QColor:
    """A translucent colour as it looks on its ground."""
    below, part = QColor(ground), shade.alphaF()
    pairs = zip((shade.red(), shade.green(), shade.blue()), (below.red(), below.green(), below.blue()), strict=True)
    return QColor(*(round(above * part + under * (1 - part)) for above, under in pairs))


def named(theme: Theme) -> str:
    return theme.name


def test_the_measure_of_contrast_gives_the_published_values():
    assert contrast(QColor("#000000"), QColor("#FFFFFF")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("#FFFFFF")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", EVERY, ids=named)
def test_every_text_of_the_window_can_be_read(theme: Theme):
    least = LEAST_STRONG if theme in STRONG else LEAST_TEXT
    grounds = [theme.pane, theme.raised, theme.accent_ground]
    for text, ground in [
        *product((theme.text, theme.faint), grounds),
        (theme.ink, theme.page),
        (theme.grave, theme.pane),
    ]:
        if (text, ground) != (theme.faint, theme.accent_ground):
            assert contrast(QColor(text), QColor(ground)) >= least, (text, ground)


@pytest.mark.parametrize("theme", EVERY, ids=named)
def test_what_has_the_keyboard_is_seen(theme: Theme):
    for ground in (theme.page, theme.pane, theme.raised):
        assert contrast(QColor(theme.accent), QColor(ground)) >= LEAST_LINE


@pytest.mark.parametrize("theme", EVERY, ids=named)
def test_letters_can_be_read_on_every_ground_that_lies_under_them(theme: Theme):
    grounds = [colour(theme.target), colour(theme.selection)]
    for label in LABELS:
        tint = theme.of(label)
        tint.setAlpha(theme.quote_alpha)
        grounds.append(tint)
    least = LEAST_STRONG if theme in STRONG else LEAST_TEXT
    assert [each.name() for each in grounds if contrast(QColor(theme.ink), on(each, theme.page)) < least] == []


@pytest.mark.parametrize("theme", EVERY, ids=named)
@pytest.mark.parametrize("label", LABELS, ids=lambda label: label.id)
def test_lines_and_chips_of_every_label_stand_out(theme: Theme, label: Label):
    strong = theme in STRONG
    assert contrast(theme.of(label), QColor(theme.page)) >= (LEAST_STRONG if strong else LEAST_LINE)
    assert contrast(theme.of(label), QColor(theme.chip_text)) >= (LEAST_STRONG if strong else LEAST_TEXT)


def test_light_and_dark_show_the_codebooks_own_colours():
    for label in LABELS:
        assert LIGHT.of(label) == QColor(label.colour)
        assert DARK.of(label) == QColor(label.dark)


def test_a_colour_is_moved_no_further_than_it_must():
    assert QColor.fromRgb(legible("#0072B2", "#FFFFFF", 4.5)) == QColor("#0072B2")
    assert 7.0 <= contrast(QColor.fromRgb(legible("#0072B2", "#FFFFFF", 7.0)), QColor("#FFFFFF")) < 7.5
    assert 7.0 <= contrast(QColor.fromRgb(legible("#0072B2", "#000000", 7.0)), QColor("#000000")) < 7.5


def test_high_contrast_has_thicker_strokes_and_a_stronger_focus():
    for theme in STRONG:
        assert theme.weight > LIGHT.weight and theme.focus > LIGHT.focus


def test_one_key_goes_round_and_comes_back():
    shown, round_ = LIGHT, []
    for _ in range(5):
        round_.append(shown)
        shown = following(shown)
    assert round_ == [LIGHT, DARK, SEPIA, CONTRAST, LIGHT]
    assert following(CONTRAST_DARK) == LIGHT


def test_the_window_has_an_action_for_each_theme():
    from app.workbench.actions import marking, table

    names = {name for name in table(resources.codebook(), marking.mark) if name.startswith("view.theme.")}
    assert names == {f"view.theme.{name}" for name in THEMES}
