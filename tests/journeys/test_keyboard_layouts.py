"""Real key presses under a real X server: the same keys give the same marks on a Latin and on an Arabic layout."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app import resources
from app.domain.article import new_article
from app.store import Store
from app.workbench.outgo import export_jsonl
from tests.journeys.conftest import TEXT
from tests.journeys.screen import MISSING, Screen, wait_for

pytestmark = [
    pytest.mark.screen,
    pytest.mark.slow,
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}"),
]

# Keys by their place on the keyboard. Behind each run: how many edits are in the journal when it has been done.
STEPS: list[tuple[list[str], int]] = [
    (["Home", "Ctrl+Down", "Left", "Shift+Left", "Shift+Left", "J"], 1),  # وزير البيئة الأردني? the first two words
    (["Shift+]"], 2),  # } : end edge on by a word
    (["Left", "P"], 3),
    (["R", "N"], 4),  # relabel
    (["Ctrl+Z"], 5),
    (["Ctrl+Y"], 6),
    (["Left", "Shift+Left", "P"], 7),
    (["Left", "Left", "Left", "Q"], 8),
    (["Return"], 9),  # the whole proposal
    (["U", "A"], 10),  # the first hint, by its place on the home row: what is in the slot is taken out
    (["U", "A", "C"], 12),
    (["Ctrl+Down", "Left", "Left", "G"], 13),
    (["["], 14),
    (["]"], 15),
    (["Left", "."], 16),
    (["Tab", "Del"], 17),
    (["Ctrl+Z"], 18),
    (["M"], 18),
    (["1"], 19),
    (["Ctrl+K"], 19),
    (["Esc", "End", "Right", "I"], 20),
    (["Ctrl+]"], 21),
    (["Ctrl+["], 22),
    (["Ctrl+Shift+["], 23),  # Ctrl+{
    (["Ctrl+Shift+]"], 24),
    (["Shift+["], 25),
    (["Ctrl+Left", "Space", "Shift+Space", "Space", "O"], 26),
    (["Right", "Right", "Alt+Left", "T"], 27),  # Alt+Shift with an arrow belongs to openbox
    (["Tab", "Tab", "Shift+Tab", "R", "V"], 28),
    (["Home", "Ctrl+Down", "Ctrl+Down", "Ctrl+Down", "Left", "Left", "Q"], 29),
    (["Y"], 30),
    (["S", "0"], 31),
    (["W", "Esc", "M", "Return"], 33),
    (["F1"], 33),
    (["Esc", "Ctrl+A", "Esc", "Right", "K"], 34),
    (["Home", "Ctrl+Down", "Ctrl+Down", "Left", "Left", "2"], 35),
    (["Alt+["], 36),
    (["Alt+Shift+]"], 37),  # Alt+}
    (["Alt+]"], 38),
    (["Alt+Shift+["], 39),  # Alt+{
    (["Left", "Left", "Left", "="], 40),
    ([",", "-"], 41),
    (["Home", "F", "Esc", "F", "D", "V"], 42),
    (["F", "S", "Shift+F", "D", "X"], 43),  # Shift+F types [ on the Arabic layout, which moves an edge
    (["F", "D", "F", "Shift+F", "O"], 44),  # a hint's letter with Shift selects to it
    (["Home", "F", "M", "Backspace", "M", "A", "T"], 45),  # a hint of two letters, the first taken back once
    (["["], 46),
]


def annotate(layout: str, folder: Path) -> list[dict[str, object]]:
    project = folder / f"{layout}.tawsim"
    with Store.create(project, resources.codebook()) as store:
        store.add_article(new_article("article", TEXT))
    screen = Screen(layout, folder)
    try:
        screen.open(project)
        for keys, edits in STEPS:
            screen.press(*keys)
            wait_for(lambda edits=edits: _edits(project) >= edits, f"{keys} under {layout} to make edit {edits}")
            assert _edits(project) == edits
    finally:
        screen.close()
    out = folder / f"{layout}.jsonl"
    with Store.open(project, readonly=True) as store:
        export_jsonl(store, out)
    return [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]


def _edits(project: Path) -> int:
    with Store.open(project, readonly=True) as store:
        return store.counts()["edits"]


def _content(lines: list[dict[str, object]]) -> list[object]:
    """The lines without what must differ from run to run: ids by their order instead, and no times."""
    names: dict[str, str] = {}

    def plain(value: object) -> object:
        if isinstance(value, dict):
            return {key: plain(each) for key, each in value.items() if key not in ("made_at", "changed_at")}
        if isinstance(value, list):
            return [plain(each) for each in value]
        if isinstance(value, str) and len(value) == 36 and value.count("-") == 4:
            return names.setdefault(value, f"id{len(names)}")
        return value

    return [plain(line) for line in lines]


def test_the_same_keys_give_the_same_marks_on_both_layouts(tmp_path: Path) -> None:
    latin = annotate("us", tmp_path)
    arabic = annotate("ara", tmp_path)
    assert len(latin) == 1
    assert len(latin[0]["entities"]) >= 5  # type: ignore[arg-type]
    assert (len(latin[0]["quotes"]), len(latin[0]["claims"])) == (2, 1)  # type: ignore[arg-type]
    assert _content(latin) == _content(arabic)


@pytest.mark.parametrize("layout", ["us", "ara"])
def test_a_key_is_changed_under_one_layout_and_works_under_both(tmp_path: Path, layout: str) -> None:
    project = tmp_path / f"{layout}.tawsim"
    with Store.create(project, resources.codebook()) as store:
        store.add_article(new_article("article", TEXT))
    screen = Screen(layout, tmp_path)
    try:
        screen.open(project)
        screen.press("Shift+F1", "A", "O", "W", "Return", "Z", "Esc")  # these keys type شخص under `ara`
        keys = tmp_path / "config" / "tawsim" / "keys.toml"
        wait_for(lambda: keys.exists() and '"label.PERS" = ["Z"]' in keys.read_text(encoding="utf-8"), "the key file")
        for edits, other in enumerate((layout, *({"us", "ara"} - {layout})), start=1):
            screen.run("setxkbmap", other)
            screen.press("Left", "Z")
            wait_for(lambda edits=edits: _edits(project) >= edits, f"a mark under {other}")
    finally:
        screen.close()
    with Store.open(project, readonly=True) as store:
        marks = store.annotations(store.queue("sana")[0].id, "sana")
    assert [mark.label for mark in marks] == ["PERS", "PERS"]
