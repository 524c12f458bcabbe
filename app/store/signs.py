"""Signs of a text: a few numbers that two texts share about as often as they share shingles (MinHash).

The numbers are kept in the project file, so ``made_by`` says what made them: signs of another make cannot be compared.
"""

from __future__ import annotations

from collections.abc import Collection

from app.domain.text.reprints import Gist

_RUNS = {8: 16, 20: 8}
"""How many signs are made of runs of how many words. Short ones outlast a word changed here and there, long ones are
rare even where texts are put together of the same sentences."""
_SEED = 5

Signs = tuple[int, ...]


def made_by() -> str:
    """What makes the signs, and how. Where a project says otherwise, its signs must be made anew."""
    import rensa  # noqa: PLC0415 - a window is sooner there without it

    return f"rensa {rensa.RMinHash.ALGORITHM_VERSION}, {_RUNS} of seed {_SEED}"


def signs_of(gists: Collection[Gist]) -> list[Signs]:
    """The signs of each text. One that is too short to be compared has none."""
    import rensa  # noqa: PLC0415 - see made_by

    made: list[Signs] = [() for _ in gists]
    first = 0
    for words, count in _RUNS.items():
        runs = [gist.runs(words) for gist in gists]
        rows = rensa.RMinHash.digest_matrix_from_token_sets(runs, num_perm=count, seed=_SEED).to_rows()
        for number, (found, row) in enumerate(zip(runs, rows, strict=True)):
            if found:
                made[number] += tuple(place << 32 | value for place, value in enumerate(row, first))
        first += count
    return made
