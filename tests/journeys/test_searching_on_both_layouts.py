"""Real key presses under a real X server: the search is opened, typed in and marked from on both layouts."""

from __future__ import annotations

from pathlib import Path

import pytest

from app import resources
from app.domain.article import new_article
from app.store import Store
from tests.journeys.conftest import TEXT
from tests.journeys.screen import MISSING, Screen, wait_for

pytestmark = [
    pytest.mark.screen,
    pytest.mark.slow,
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}"),
]

OTHER = "Die Quote lag bei 71 von 100."


def marked(project: Path) -> list[tuple[str, str]]:
    with Store.open(project, readonly=True) as store:
        rows = store.queue("", limit=9)
        found = [each for row in rows for layer in store.layers() for each in store.annotations(row.id, layer)]
    return [(each.label, each.exact) for each in found]


@pytest.mark.parametrize("layout", ["us", "ara"])
def test_hits_are_marked_from_the_list_by_the_same_keys(tmp_path: Path, layout: str) -> None:
    project = tmp_path / f"{layout}.tawsim"
    with Store.create(project, resources.codebook()) as store:
        store.add_articles([new_article("a", TEXT), new_article("b", OTHER)])
        while store.index_search():
            pass
    screen = Screen(layout, tmp_path)
    try:
        screen.open(project)
        screen.press("Ctrl+Shift+F", "7", "1", "Return", "G")  # which waits for the first hit
        wait_for(lambda: marked(project), "the first hit to be marked")
        assert marked(project) == [("GPE", "71")]
        screen.press("Ctrl+A", "O")
        wait_for(lambda: len(marked(project)) == 2, "the other hit to be marked")
        assert sorted(marked(project)) == [("GPE", "71"), ("ORG", "71")]
        screen.press("Ctrl+Z")
        wait_for(lambda: len(marked(project)) == 1, "the second edit to be taken back")
    finally:
        screen.close()
