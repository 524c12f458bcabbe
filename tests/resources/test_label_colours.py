"""Label colours can be read, and told apart also by colour-blind readers."""

from __future__ import annotations

import math
from itertools import combinations
from pathlib import Path

import pytest

from app.domain.codebook import CUE, ENTITY, PATTERNS, QUOTE, Label, read_codebook

CODEBOOK = Path(__file__).parents[2] / "resources/codebooks/arabic-news.toml"
LABELS = list(read_codebook(CODEBOOK.read_text(encoding="utf-8")).labels())
UNDERLINED = [label for label in LABELS if label.kind in (ENTITY, CUE)]

LEAST_CONTRAST = 4.5  # WCAG 2.2, success criterion 1.4.3
LEAST_LINE_CONTRAST = 3.0  # WCAG 2.2, success criterion 1.4.11
LIGHT_PAGE, DARK_PAGE = "#FFFDF8", "#1C1D20"
LEAST_DIFFERENCE = {"normal": 10.0, "protan": 10.0, "deutan": 10.0, "tritan": 7.0}  # CIEDE2000; tritan is rare

Triple = tuple[float, float, float]
# Machado, Oliveira and Fernandes (2009), severity 1.0, on linear RGB.
SIMULATION: dict[str, tuple[Triple, Triple, Triple]] = {
    "normal": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def linear(colour: str) -> Triple:
    """``#RRGGBB`` in linear light, 0 to 1."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return red, green, blue


def luminance(colour: str) -> float:
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    low, high = sorted((luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)


def lab(colour: str, sight: str) -> Triple:
    """CIE L*a*b* (D65) of the colour as an eye of that sight has it."""
    seen = [sum(part * light for part, light in zip(row, linear(colour), strict=True)) for row in SIMULATION[sight]]
    red, green, blue = (min(1.0, max(0.0, light)) for light in seen)
    x = (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047
    y = 0.2126729 * red + 0.7151522 * green + 0.0721750 * blue
    z = (0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883
    fx, fy, fz = (part ** (1 / 3) if part > 216 / 24389 else (24389 / 27 * part + 16) / 116 for part in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def difference(first: Triple, second: Triple) -> float:
    """CIEDE2000, after Sharma, Wu and Dalal (2005)."""
    (l1, a1, b1), (l2, a2, b2) = first, second
    mean_chroma = (math.hypot(a1, b1) + math.hypot(a2, b2)) / 2
    stretch = 1.5 - 0.5 * math.sqrt(mean_chroma**7 / (mean_chroma**7 + 25**7))
    c1, c2 = math.hypot(a1 * stretch, b1), math.hypot(a2 * stretch, b2)
    h1 = math.degrees(math.atan2(b1, a1 * stretch)) % 360
    h2 = math.degrees(math.atan2(b2, a2 * stretch)) % 360
    turn = 0.0 if c1 * c2 == 0 else (h2 - h1 + 180) % 360 - 180
    hue = h1 + h2 if c1 * c2 == 0 else (h1 + turn / 2) % 360
    light, chroma = (l1 + l2) / 2, (c1 + c2) / 2
    weight = (
        1
        - 0.17 * math.cos(math.radians(hue - 30))
        + 0.24 * math.cos(math.radians(2 * hue))
        + 0.32 * math.cos(math.radians(3 * hue + 6))
        - 0.20 * math.cos(math.radians(4 * hue - 63))
    )
    by_light = (l2 - l1) / (1 + 0.015 * (light - 50) ** 2 / math.sqrt(20 + (light - 50) ** 2))
    by_chroma = (c2 - c1) / (1 + 0.045 * chroma)
    by_hue = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(turn / 2)) / (1 + 0.015 * chroma * weight)
    blueness = math.exp(-(((hue - 275) / 25) ** 2))
    bend = -2 * math.sqrt(chroma**7 / (chroma**7 + 25**7)) * math.sin(math.radians(60 * blueness))
    return math.sqrt(by_light**2 + by_chroma**2 + by_hue**2 + bend * by_chroma * by_hue)


@pytest.mark.parametrize("label", LABELS, ids=lambda label: label.id)
def test_a_chip_can_be_read_in_both_themes(label: Label):
    assert contrast("#FFFFFF", label.colour) >= LEAST_CONTRAST
    assert contrast("#000000", label.dark) >= LEAST_CONTRAST


@pytest.mark.parametrize("label", LABELS, ids=lambda label: label.id)
def test_a_line_stands_out_from_the_page_in_both_themes(label: Label):
    assert contrast(LIGHT_PAGE, label.colour) >= LEAST_LINE_CONTRAST
    assert contrast(DARK_PAGE, label.dark) >= LEAST_LINE_CONTRAST


def test_the_measure_of_difference_gives_the_published_values():
    # Sharma, Wu and Dalal (2005), table 1, pairs 1, 10 and 17.
    assert difference((50, 2.6772, -79.7751), (50, 0, -82.7485)) == pytest.approx(2.0425, abs=1e-4)
    assert difference((50, 2.49, -0.001), (50, -2.49, 0.0011)) == pytest.approx(7.2195, abs=1e-4)
    assert difference((50, 2.5, 0), (73, 25, -18)) == pytest.approx(27.1492, abs=1e-4)


@pytest.mark.parametrize("sight", SIMULATION)
@pytest.mark.parametrize("theme", ["colour", "dark"])
def test_labels_with_similar_colours_differ_in_pattern(theme: str, sight: str):
    close = [
        (first.id, second.id)
        for first, second in combinations(UNDERLINED, 2)
        if first.pattern == second.pattern
        and difference(lab(getattr(first, theme), sight), lab(getattr(second, theme), sight)) < LEAST_DIFFERENCE[sight]
    ]
    assert close == []


def test_patterns_of_suggestions_and_claims_are_left_to_them():
    assert {label.pattern for label in LABELS} <= set(PATTERNS)
    assert not {"dotted", "dashed"} & {label.pattern for label in UNDERLINED}


def test_the_three_quotes_share_a_colour_family_and_differ_in_pattern():
    quotes = [label for label in LABELS if label.kind == QUOTE]
    assert len({label.pattern for label in quotes}) == len(quotes)
    for label in quotes:
        for colour in (label.colour, label.dark):
            _, red, yellow = lab(colour, "normal")
            assert 40 <= math.degrees(math.atan2(yellow, red)) <= 75, label.id
