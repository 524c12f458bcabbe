"""What the editor's buttons ask before they change the draft."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from app.domain.annotation import Annotation
from app.domain.codebook import CLAIM, QUOTE, Attribute, Kind, Slot, Words, read_codebook
from app.domain.codebook_toml import write_codebook
from app.domain.errors import N_, CodebookError
from app.exchange.atomic import write_whole
from app.ui.codebook.asking import Question, SplitQuestion
from app.ui.codebook.running import marks_of
from app.ui.codebook.tree import ATTRIBUTE, LABEL, SLOT, Part
from app.ui.words import isolated, said, tr
from app.workbench.codebook_changes import (
    add_label,
    amend_label,
    merge_labels,
    plain_label,
    put_attribute,
    put_slot,
    remove_label,
    rename_attribute,
    rename_slot,
    retire_label,
    split_label,
    take_codebook,
)
from app.workbench.codebook_keys import with_twins

if TYPE_CHECKING:
    from app.ui.codebook.editor import CodebookEditor


def toml_text(path: Path) -> str:
    """The text of a file; ``CodebookError`` with the reason when it cannot be read."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise CodebookError(N_("{where} cannot be read: {reason}."), where=path, reason=error.strerror) from error
    except UnicodeDecodeError as error:
        raise CodebookError(N_("{where} is not valid UTF-8; save it as UTF-8."), where=path) from error


def choose_import(editor: CodebookEditor) -> None:
    path, _ = QFileDialog.getOpenFileName(editor, tr("Import a codebook"), "", tr("Codebooks (*.toml);;All files (*)"))
    if path:
        read_file(editor, Path(path))


def read_file(editor: CodebookEditor, path: Path) -> None:
    """Another codebook in place of this one, its twins from the key map; then what it would change."""
    other = with_twins(read_codebook(toml_text(path), path.name), editor.keymap)
    editor.change(take_codebook(editor.draft.base, other))
    editor.show_changes()


def choose_export(editor: CodebookEditor) -> None:
    start = f"{editor.draft.codebook.name}.toml"
    path, _ = QFileDialog.getSaveFileName(editor, tr("Export the codebook"), start, tr("Codebooks (*.toml)"))
    if path:
        write_file(editor, Path(path if path.endswith(".toml") else path + ".toml"))


def write_file(editor: CodebookEditor, path: Path) -> None:
    """Write the codebook as it stands in the editor, whole or not at all."""
    write_whole(path, write_codebook(editor.draft.codebook))
    editor.say(tr("Exported: {path}").format(path=f"\u2066{path}\u2069"))


def ask_add(editor: CodebookEditor) -> None:
    """A new label, attribute or slot, whichever stands at the choice, under a name to be typed."""
    part = editor.tree.chosen()
    if part is None:
        return
    what = part.what if part.what in (ATTRIBUTE, SLOT) else LABEL
    kind = editor.draft.codebook.kind(part.kind)
    if what == SLOT and kind.id not in (QUOTE, CLAIM):
        raise CodebookError(N_("Only quotes and claims have slots of their own."))
    titles = {LABEL: tr("A new label"), ATTRIBUTE: tr("A new attribute"), SLOT: tr("A new slot")}

    def add() -> None:
        name = page.name.text().strip()
        if not name:
            raise CodebookError(N_("A label needs a name."))
        _add(editor, kind, what, name)

    page = _Named(titles[what], lambda: editor.trying(add))
    editor.ask_page(page)


class _Named(Question):
    def __init__(self, title: str, answer: object) -> None:
        super().__init__(title, answer)  # type: ignore[arg-type]
        self.name = self.line(tr("Name in the dataset"))
        self.ready()


def _add(editor: CodebookEditor, kind: Kind, what: str, name: str) -> None:
    if what == LABEL:
        made = add_label(editor.draft, plain_label(kind, name))
    elif what == ATTRIBUTE:
        if kind.attribute(name) is not None:
            raise CodebookError(N_("There is {name} already; take another name."), name=name)
        made = put_attribute(editor.draft, kind.id, Attribute(name, Words(name, name), "text"))
    else:
        if kind.slot(name) is not None:
            raise CodebookError(N_("There is {name} already; take another name."), name=name)
        made = put_slot(editor.draft, kind.id, Slot(name, Words(name, name), ("entity", "entry")))
    editor.change(made, Part(what, kind.id, name))
    editor.leave_page()


def _label(editor: CodebookEditor) -> Part:
    part = editor.tree.chosen()
    if part is None or part.what != LABEL or not part.id:
        raise CodebookError(N_("Choose a label first."))
    return part


def _others(editor: CodebookEditor, part: Part) -> list[tuple[str, object]]:
    usable = editor.draft.codebook.kind(part.kind).usable
    return [(f"{said(each.name)} · {each.id}", each.id) for each in usable if each.id != part.id]


def ask_merge(editor: CodebookEditor) -> None:
    """Which label takes the marks of the chosen one."""
    part = _label(editor)

    def merge() -> None:
        into = str(box.currentData())
        editor.change(merge_labels(editor.draft, part.kind, (part.id,), into), Part(LABEL, part.kind, into))
        editor.leave_page()

    page = Question(tr("Merge {name} into another label").format(name=part.id), lambda: editor.trying(merge))
    box = page.box(tr("Into"), _others(editor, part))
    page.ready()
    editor.ask_page(page)


def ask_retire(editor: CodebookEditor) -> None:
    """What becomes of the marks of a label that takes no more; one that is retired takes new ones again."""
    part = _label(editor)
    if editor.draft.codebook.label(part.kind, part.id).retired:
        return editor.change(amend_label(editor.draft, part.kind, part.id, retired=False), part)

    def retire() -> None:
        to = box.currentData()
        name = to if to not in ("keep", "reject") else None
        made = retire_label(editor.draft, part.kind, part.id, to=name, reject=to == "reject")
        editor.change(made, part)
        editor.leave_page()

    page = Question(tr("Retire {name}: it takes no new marks").format(name=part.id), lambda: editor.trying(retire))
    choices: list[tuple[str, object]] = [
        (tr("its marks stay and are shown"), "keep"),
        (tr("reject its marks"), "reject"),
    ]
    choices += [(tr("they become {name}").format(name=shown), value) for shown, value in _others(editor, part)]
    box = page.box(tr("Its marks"), choices)
    page.ready()
    editor.ask_page(page)


def ask_split(editor: CodebookEditor) -> None:
    """A new label beside the chosen one, and which of its marks it takes: they are gathered in the worker."""
    part = _label(editor)
    if not editor.runner.busy:
        editor.runner.start(
            marks_of, lambda marks: _ask_split(editor, part, marks), editor.store.path, part.kind, part.id
        )


def _ask_split(editor: CodebookEditor, part: Part, marks: list[tuple[Annotation, str]]) -> None:
    book = editor.draft.codebook
    values: list[tuple[str, object]] = []
    for attribute in book.kind(part.kind).attributes:
        for choice in attribute.choices if attribute.type == "choice" else ():
            values.append((f"{said(attribute.name)}: {said(choice.name)}", (attribute.id, choice.id)))
        if attribute.type == "flag":
            values.append((said(attribute.name), (attribute.id, "True")))
    marks = [(mark, isolated(words)) for mark, words in marks]
    left = max(editor.counts.get((part.kind, part.id), 0) - len(marks), 0)

    def split() -> None:
        new = replace(plain_label(book.kind(part.kind), page.name.text().strip(), book.label(part.kind, part.id)))
        if not new.id:
            raise CodebookError(N_("A label needs a name."))
        by = page.by.currentData()
        made = (
            split_label(editor.draft, part.kind, part.id, new, marks=page.ticked())
            if by is None
            else split_label(editor.draft, part.kind, part.id, new, attribute=by[0], values=(by[1],))
        )
        editor.change(made, Part(LABEL, part.kind, new.id))
        editor.leave_page()

    title = tr("Split {name}: a new label takes some of its marks").format(name=part.id)
    page = SplitQuestion(title, values, marks, left, lambda: editor.trying(split))
    editor.ask_page(page)


def remove(editor: CodebookEditor) -> None:
    """Take the chosen part away. What marks have of it is asked for before anything is applied."""
    part = editor.tree.chosen()
    if part is None or not part.id:
        return
    made = {
        LABEL: lambda: remove_label(editor.draft, part.kind, part.id),
        ATTRIBUTE: lambda: rename_attribute(editor.draft, part.kind, part.id, None),
        SLOT: lambda: rename_slot(editor.draft, part.kind, part.id, None),
    }[part.what]()
    editor.change(made, Part(part.what, part.kind))
