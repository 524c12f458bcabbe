"""Signs of a text: a few numbers that two texts share about as often as they share shingles (MinHash).

The numbers are kept in the project file, so ``made_by`` says what made them: signs of another make cannot be compared.
"""

from __future__ import annotations

from collections.abc import Collection

SIGNS = 16
_SEED = 5

Signs = tuple[int, ...]


def made_by() -> str:
    """What makes the signs, and how. Where a project says otherwise, its signs must be made anew."""
    import rensa  # noqa: PLC0415 - a window is sooner there without it

    return f"rensa {rensa.RMinHash.ALGORITHM_VERSION}, {SIGNS} of seed {_SEED}"


def signs_of(texts: Collection[Collection[str]]) -> list[Signs]:
    """The signs of each text, given as its shingles. A text without any has none."""
    import rensa  # noqa: PLC0415 - see made_by

    matrix = rensa.RMinHash.digest_matrix_from_token_sets(texts, num_perm=SIGNS, seed=_SEED)
    made = (tuple(place << 32 | value for place, value in enumerate(row)) for row in matrix.to_rows())
    return [signs if shingles else () for shingles, signs in zip(texts, made, strict=True)]
