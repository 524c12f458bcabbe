"""Where an analyst's own keys are kept between two runs, and how they come into force."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from app import resources
from app.domain.errors import N_, TawsimError
from app.ui import settings
from app.ui.commands import Commands
from app.ui.words import sentence, title_of, tr
from app.workbench.actions import Action
from app.workbench.keymap import KeyClash, Keymap, read_keymap
from app.workbench.keys import USUAL_LAYOUT, Clash, Key, KeyTable, OwnKeys


class UnknownLayout(TawsimError):
    """A key file that names a layout for which there is no key map."""


def file() -> Path:
    """The analyst's key file; it need not be there."""
    return settings.folder() / "keys.toml"


def layouts() -> list[str]:
    """The names of the layouts that there are key maps for, the usual one first."""
    names = sorted(found.stem for found in resources.path("keymaps").glob("*.toml"))
    return sorted(names, key=lambda name: name != USUAL_LAYOUT)


def keymap(layout: str = USUAL_LAYOUT) -> Keymap:
    """The key map of a layout. ``UnknownLayout`` when none of that name ships with the program."""
    if layout != USUAL_LAYOUT and layout not in layouts():
        raise UnknownLayout(N_("There is no key map for the layout “{layout}”."), layout=layout)
    return read_keymap(resources.text(f"keymaps/{layout}.toml"))


def usual(actions: Mapping[str, Action], layout: str = USUAL_LAYOUT) -> KeyTable:
    """The usual keys of all actions, with the twins of that layout."""
    return KeyTable.plain({name: action.keys for name, action in actions.items()}, keymap(layout))


def begin(commands: Commands) -> None:
    """Put the analyst's own keys into force. A file that is broken is said in one sentence, and the usual keys stay.

    Where a key of theirs is by now the usual one of another action, theirs stays.
    """
    if not file().exists():
        return
    from app.workbench.keyfile import read_key_file  # noqa: PLC0415 - most have changed nothing

    try:
        own = read_key_file(file())
        table, clashes = _checked(commands, own).settled()
    except TawsimError as error:
        return commands.trouble(_two(sentence(error), tr("The usual keys are in force.")))
    commands.rebind(table)
    strange = [name for name in table.strange if not name.startswith("label.")]  # labels of other codebooks are many
    if clashes:
        commands.trouble(clash_error(commands, clashes[0]))
    elif strange:
        commands.trouble(_two(strange_sentence(strange)))


def adopt(commands: Commands, table: KeyTable) -> None:
    """Use other keys from now on and remember them. Raises ``CannotWrite``, and then they are not used."""
    from app.workbench.keyfile import write_key_file  # noqa: PLC0415 - as above

    place = file()
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise TawsimError(
            N_("{path} cannot be made: {reason}."), path=place.parent, reason=error.strerror or error
        ) from error
    write_key_file(place, table.own())
    commands.rebind(table)


def import_keys(commands: Commands, path: Path) -> tuple[KeyTable, list[str]]:
    """The table with the keys of a file, and the ids in it that no action has. Raises ``KeyFileBroken``,
    ``UnknownLayout``, ``KeyRefused``, and ``KeyClash`` with both names where two actions would share a key."""
    from app.workbench.keyfile import read_key_file  # noqa: PLC0415 - as above

    if not path.exists():
        raise TawsimError(N_("{path} does not exist."), path=path)
    table = _checked(commands, read_key_file(path))
    clash = next(table.clashes(), None)
    if clash is not None:
        raise clash_error(commands, clash)
    return table, list(table.strange)


def clash_error(commands: Commands, clash: Clash) -> KeyClash:
    """What to say of two actions that want one key."""
    first, second = (title_of(commands.actions[name]) for name in (clash.first, clash.second))
    template = N_("The key {key} belongs to “{first}” already; “{second}” needs another.")
    return KeyClash(template, key=clash.key, first=first, second=second)


def strange_sentence(names: list[str]) -> str:
    """What to say of keys for actions that are not here."""
    told = tr(", ").join(names[:5]) + ("…" if len(names) > 5 else "")
    return tr("These actions are unknown here, their keys are kept: {names}").format(names=f"\u2066{told}\u2069")


def _checked(commands: Commands, own: OwnKeys) -> KeyTable:
    table = usual(commands.actions, own.layout).with_own(own)
    for name, key in _changed(table):
        table.check(name, key)
    return table


def _changed(table: KeyTable) -> Iterator[tuple[str, Key]]:
    return ((name, key) for name, keys in table.keys.items() if table.changed(name) for key in keys)


def _two(*sentences: str) -> TawsimError:
    """Sentences that are in the interface language already."""
    return TawsimError("{told}", told=" ".join(sentences))
