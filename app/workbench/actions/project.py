"""Acts on the whole: undo, done, articles, files, and the parts of the window."""

from __future__ import annotations

from app.domain.annotation import DONE, NEW, Progress
from app.domain.edit import Change, Edit
from app.domain.errors import N_
from app.workbench.actions.table import Menu, action, always
from app.workbench.bench import Workbench
from app.workbench.checking import standing
from app.workbench.walking import reach_finding

_LONG = 2_000_000  # code points of an edit that takes seconds to take back: the worker does it


@action("edit.undo", title=N_("Undo"), menu=Menu.EDIT, keys=("Ctrl+Z",), when=always, article=False)
def undo(bench: Workbench) -> None:
    if _long(bench, again=False):
        return bench.window.ask("edit.undo.long")
    tell_undone(bench, bench.undo(), again=False)


@action("edit.redo", title=N_("Redo"), menu=Menu.EDIT, keys=("Ctrl+Y", "Ctrl+Shift+Z"), when=always, article=False)
def redo(bench: Workbench) -> None:
    if _long(bench, again=True):
        return bench.window.ask("edit.redo.long")
    tell_undone(bench, bench.redo(), again=True)


def _long(bench: Workbench, again: bool) -> bool:
    return bench.window.there and bench.store.size_of_next(bench.layer, again) > _LONG


def tell_undone(bench: Workbench, edit: Edit | None, again: bool) -> None:
    """Say what was taken back, or done again."""
    if edit is None:
        return bench.say(N_("There is nothing to redo.") if again else N_("There is nothing to undo."))
    bench.say(N_("Redone: {act}") if again else N_("Undone: {act}"), act=edit.title)


@action(
    "article.done",
    title=N_("Findings, then done, then the next article"),
    menu=Menu.EDIT,
    keys=("Ctrl+Return", "Ctrl+Enter"),
)
def done(bench: Workbench) -> None:
    """The first press shows what is wrong, doubtful or undecided, if anything is; the second, or the first when nothing
    is, goes on. Notes and ignored findings keep nobody."""
    assert bench.article is not None
    found = standing(bench.checking.finish())
    keys = frozenset(finding.key for finding in found)
    if found and keys != bench.shown_findings:
        reach_finding(bench, found[0])
        bench.shown_findings = keys
        return bench.say(N_("{count} findings: mend them, or press again to finish the article."), count=len(found))
    if bench.progress.status != DONE:
        before = bench.progress if bench.progress.status != NEW or bench.progress.annotators else None
        who = tuple(sorted({*bench.progress.annotators, bench.author}))
        after = Progress(bench.article.id, bench.layer, DONE, who)
        bench.do(Edit(N_("Mark article done"), (Change(before, after),)))
    _step(bench, 1, unfinished=True)


@action("article.next", title=N_("Next article"), menu=Menu.MOVE, keys=("Ctrl+PgDown",), article=False)
def next_article(bench: Workbench) -> None:
    _step(bench, 1)


@action("article.previous", title=N_("Previous article"), menu=Menu.MOVE, keys=("Ctrl+PgUp",), article=False)
def previous_article(bench: Workbench) -> None:
    _step(bench, -1)


def _step(bench: Workbench, step: int, unfinished: bool = False) -> None:
    """Open the article that comes next by the queue's rule; of the unfinished ones only, when finishing."""
    following = bench.queue.step(step, unfinished)
    if following is not None:
        return bench.open_article(following)
    bench.say(
        N_("That was the last article of the queue.") if step > 0 else N_("This is the first article of the queue.")
    )


def _window_action(name: str, title: str, menu: Menu, *keys: str) -> None:
    """An act of the window alone, by the part that it opens."""

    def act(bench: Workbench) -> None:
        bench.window.ask(name)

    action(name, title=title, menu=menu, keys=keys, when=always, article=False)(act)


_window_action("project.new", N_("New project …"), Menu.PROJECT, "Ctrl+N")
_window_action("project.open", N_("Open project …"), Menu.PROJECT, "Ctrl+O")
_window_action("project.import", N_("Import articles …"), Menu.PROJECT, "Ctrl+I")
_window_action("project.export", N_("Export …"), Menu.PROJECT, "Ctrl+E")
_window_action("project.release", N_("Release a dataset …"), Menu.PROJECT, "Ctrl+Shift+R")
_window_action("project.layer", N_("Work in another layer …"), Menu.PROJECT, "Ctrl+L")
_window_action("project.quit", N_("Quit"), Menu.PROJECT, "Ctrl+Q")
_window_action("edit.copy", N_("Copy the selected text"), Menu.EDIT, "Ctrl+C")
_window_action("view.palette", N_("Palette of every action and label"), Menu.VIEW, "Ctrl+K")
_window_action("view.keys", N_("Keys"), Menu.VIEW, "F1")
_window_action("view.keymap", N_("Change keys …"), Menu.VIEW, "Shift+F1")
_window_action("view.queue", N_("Search the queue"), Menu.VIEW, "F3")
_window_action("view.article", N_("To the article"), Menu.VIEW, "F4")
_window_action("view.inspector", N_("To the inspector"), Menu.VIEW, "F5")
_window_action("view.pane", N_("Next pane"), Menu.VIEW, "F6")
_window_action("view.pane.back", N_("Previous pane"), Menu.VIEW, "Shift+F6")
_window_action("view.truth", N_("Truth: invisible characters, directions, code points"), Menu.VIEW, "F2")
_window_action("view.codebook", N_("Codebook: labels, attributes and slots …"), Menu.PROJECT, "Ctrl+Shift+K")
_window_action("view.reading", N_("Reading comfort …"), Menu.VIEW, "Ctrl+,")
_window_action("view.severities", N_("Findings: what counts as an error, a doubt, a notice …"), Menu.VIEW)
_window_action("view.focus", N_("Focus mode: dim all but the paragraph"), Menu.VIEW, "F7")
_window_action("view.theme.light", N_("Theme: light"), Menu.VIEW)
_window_action("view.theme.dark", N_("Theme: dark"), Menu.VIEW)
_window_action("view.theme.sepia", N_("Theme: sepia"), Menu.VIEW)
_window_action("view.theme.contrast", N_("Theme: high contrast"), Menu.VIEW)
_window_action("view.theme.contrast-dark", N_("Theme: high contrast, dark"), Menu.VIEW)
_window_action("view.theme", N_("Next theme: light, dark, sepia, high contrast"), Menu.VIEW, "F8")
_window_action("view.report", N_("The last report of an error …"), Menu.VIEW)
_window_action("view.language", N_("Arabic or English interface"), Menu.VIEW, "F9")


@action("view.larger", title=N_("Larger text"), menu=Menu.VIEW, keys=("Ctrl++", "Ctrl+="), when=always, article=False)
def larger(bench: Workbench) -> None:
    bench.window.zoom(1)


@action("view.smaller", title=N_("Smaller text"), menu=Menu.VIEW, keys=("Ctrl+-",), when=always, article=False)
def smaller(bench: Workbench) -> None:
    bench.window.zoom(-1)


@action("view.usual", title=N_("Usual text size"), menu=Menu.VIEW, keys=("Ctrl+0",), when=always, article=False)
def usual(bench: Workbench) -> None:
    bench.window.zoom(0)
