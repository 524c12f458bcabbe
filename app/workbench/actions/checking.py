"""Findings by keys: from one to the next, mend it, ignore it."""

from __future__ import annotations

from app.domain.errors import N_
from app.quality.checks import Finding
from app.workbench.actions import marking
from app.workbench.actions.framing import fill_slot
from app.workbench.actions.table import Menu, action, entered
from app.workbench.bench import Workbench
from app.workbench.saying import Said
from app.workbench.walking import current, next_finding, show_finding

_NONE = N_("There are no findings in this article.")


@action("finding.next", title=N_("Next finding"), menu=Menu.MOVE, keys=("Ctrl+.",))
def following(bench: Workbench) -> None:
    _walk(bench, 1)


@action("finding.previous", title=N_("Previous finding"), menu=Menu.MOVE, keys=("Alt+.",))
def preceding(bench: Workbench) -> None:
    _walk(bench, -1)


def _walk(bench: Workbench, step: int) -> None:
    found = next_finding(bench, step)
    if found is None:
        return bench.say(_NONE)
    show_finding(bench, found)


@action("finding.compare", title=N_("Findings: compare labels with the whole project"), menu=Menu.FIND)
def compare(bench: Workbench) -> None:
    """Words that the project mostly labels otherwise become findings, here and in the articles opened next."""
    bench.checking.compare()
    bench.say(N_("The labels of the project are being compared; what is found joins the findings."))


@action("finding.fix", title=N_("Mend the finding and go on"), menu=Menu.MARK, keys=("Alt+Return", "Alt+Enter"))
def fix_here(bench: Workbench) -> None:
    found = current(bench)
    if found is None:
        return bench.say(N_("There is no finding here: Ctrl+. goes to the next."))
    fix(bench, found)


def fix(bench: Workbench, found: Finding) -> None:
    """Mend a finding by one edit and go on to the next, or ask what only the analyst can say."""
    from app.workbench.fixing import FIXES, mending  # noqa: PLC0415 - a window is sooner there without the checks

    mark, known = bench.marks.get(found.annotation), FIXES.get(found.check)
    if mark is not None and known is not None and known.ask is not None:
        show_finding(bench, found)
        return _ask(bench, known.ask)
    edit = mending(bench, found)
    if edit is None:
        return bench.say(N_("No key mends this: {finding}"), finding=Said(found.template, dict(found.values)))
    bench.checking.at = found.key
    if mark is not None:
        bench.put(bench.place if mark.covers(bench.place.caret) else bench.place.to(mark.start), mark.id)
    bench.do(edit)
    _go_on(bench, found)


def _ask(bench: Workbench, what: str) -> None:
    from app.workbench.fixing import RELABEL, SENTENCE  # noqa: PLC0415 - as in fix

    if what == RELABEL:
        return marking.relabel(bench)
    if what == SENTENCE:
        writing = entered("claim.sentence")
        return writing.act(bench) if writing else bench.window.ask("view.inspector")
    fill_slot(bench, what)


def _go_on(bench: Workbench, mended: Finding) -> None:
    """To the first finding that stands where the mended one stood, or behind it."""
    left = [each for each in bench.checking.known() if not each.ignored and each.key != mended.key]
    following = next((each for each in left if each.order >= mended.order), left[0] if left else None)
    if following is None:
        return bench.say(N_("Mended. That was the last finding."))
    show_finding(bench, following)


@action("finding.ignore", title=N_("Ignore the finding here, or not any more"), menu=Menu.MARK, keys=("Alt+Del",))
def ignore_here(bench: Workbench) -> None:
    found = current(bench)
    if found is None:
        return bench.say(N_("There is no finding here: Ctrl+. goes to the next."))
    ignore(bench, found)


def ignore(bench: Workbench, found: Finding) -> None:
    """Ignore a finding on its mark from now on; an ignored one counts again."""
    what = Said(found.template, dict(found.values))
    if bench.checking.ignore(found):
        return bench.say(N_("Ignored here: {finding} Alt+Delete takes it back."), finding=what)
    bench.say(N_("Counts again: {finding}"), finding=what)
