"""What a carrying did, in words."""

from __future__ import annotations

from app.ui.words import tr
from app.workbench.carrying import Carried


def carried_words(counted: Carried) -> str:
    """What was carried over, and how many marks were not and why."""
    said = [tr("Suggested %n marks", counted.marks), tr("in %n articles", counted.articles)]
    left = []
    if counted.changed:
        left.append(tr("%n whose words are others there", counted.changed))
    if counted.marked:
        left.append(tr("%n where something is marked already", counted.marked))
    if counted.loose:
        left.append(tr("%n links to what was not carried over", counted.loose))
    words = " ".join(said) + "."
    if counted.spelled:
        words += " " + tr("%n of them are spelled otherwise there.", counted.spelled)
    return words + (" " + tr("Not carried over: {list}.").format(list=tr("; ").join(left)) if left else "")
