"""Walking from finding to finding: which one is meant, and bringing the caret and the status line to it."""

from __future__ import annotations

from app.domain.errors import N_
from app.quality.checks import Finding
from app.workbench.bench import Workbench
from app.workbench.saying import Said


def current(bench: Workbench) -> Finding | None:
    """The finding that the keys are about: the one walked to while its mark has the focus, else the first of the mark
    at hand; one that is ignored only if there is no other."""
    at_hand = bench.at_hand()
    if at_hand is None:
        return None
    here = [each for each in bench.checking.known() if each.annotation == at_hand.id]
    here.sort(key=lambda each: (each.key != bench.checking.at, each.ignored, each.order))
    return here[0] if here else None


def next_finding(bench: Workbench, step: int) -> Finding | None:
    """The next finding that is not ignored (``step`` 1) or the one before (-1), from the current one, else from the
    caret, going round at the article's ends."""
    found = [each for each in bench.checking.known() if not each.ignored]
    if not found:
        return None
    keys = [each.key for each in found]
    here = bench.checking.at
    if here in keys and bench.focus == found[keys.index(here)].annotation:
        return found[(keys.index(here) + step) % len(found)]
    caret = bench.place.caret
    if step > 0:
        return next((each for each in found if each.start >= caret), found[0])
    return next((each for each in reversed(found) if each.start < caret), found[-1])


def reach_finding(bench: Workbench, finding: Finding) -> bool:
    """Give its mark the focus; whether it is still there."""
    mark = bench.marks.get(finding.annotation)
    if mark is None:
        return False
    bench.checking.at = finding.key
    bench.focus_on(mark)
    return True


def show_finding(bench: Workbench, finding: Finding) -> None:
    """Give its mark the focus and say what is wrong and what would mend it."""
    if reach_finding(bench, finding):
        tell_finding(bench, finding)


def tell_finding(bench: Workbench, finding: Finding) -> None:
    """The finding as a sentence in the status line, with its number among all and its fix."""
    from app.workbench.fixing import fix_of  # noqa: PLC0415 - a window is sooner there without the checks

    found = [each for each in bench.checking.known() if not each.ignored]
    keys = [each.key for each in found]
    number = keys.index(finding.key) + 1 if finding.key in keys else 0
    what, fix = Said(finding.template, dict(finding.values)), fix_of(bench, finding)
    if fix is None:
        return bench.say(N_("{number} of {count}: {finding}"), number=number, count=len(found), finding=what)
    bench.say(
        N_("{number} of {count}: {finding} Alt+Enter: {act}."),
        number=number,
        count=len(found),
        finding=what,
        act=fix.title,
    )
