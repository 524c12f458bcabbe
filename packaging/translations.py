"""Brings resources/translations up to date with the source:  .venv/bin/python packaging/translations.py

PySide6's own lupdate finds the marked texts. All go into one context without a name, so that a text has one
translation wherever it is shown. Arabic holds every text, English only those with a count (%n). A translation whose
text is gone leaves its file; a new text stands there as unfinished, and tests/house/test_translations.py fails until
somebody has translated it. With --compile the .qm files are made as well, for builds that ship them.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from app import linguist  # noqa: E402 - the checkout's own, also where Tawsim is not installed

FOLDER = ROOT / "resources" / "translations"
FORMS = {"ar": 6, "en": 2}  # zero, one, two, few, many, other; one, other
COUNT = "%n"


@dataclass(frozen=True, slots=True)
class Message:
    """One text of the interface; ``forms`` is its translation, one for each grammatical number where it counts."""

    source: str
    forms: tuple[str, ...] = ()

    @property
    def counts(self) -> bool:
        return COUNT in self.source

    @property
    def finished(self) -> bool:
        return bool(self.forms) and all(self.forms)


def marked_texts(folder: Path) -> list[str]:
    """Every text below ``folder`` that is marked with ``tr`` or ``N_``, in order of file and line."""
    files = sorted(str(file) for file in folder.rglob("*.py"))
    with tempfile.TemporaryDirectory() as scratch:
        found = Path(scratch) / "found.ts"
        names = Path(scratch) / "files.lst"
        names.write_text("\n".join(files), encoding="utf-8")
        tool = linguist.tool("lupdate")
        assert tool is not None, "PySide6 comes without lupdate here"
        subprocess.run(
            [tool, "-silent", "-extensions", "py", "-tr-function-alias", "tr+=N_", f"@{names}", "-ts", found],
            check=True,
            stdout=subprocess.DEVNULL,
        )
        return list(read(found))


def read(file: Path) -> dict[str, Message]:
    """The messages of a Linguist file by their English text, whatever context they stand in."""
    messages: dict[str, Message] = {}
    for node in ElementTree.parse(file).iter("message"):
        source, translation = node.findtext("source", ""), node.find("translation")
        forms: tuple[str, ...] = ()
        if translation is not None and translation.get("type") not in ("vanished", "obsolete"):
            numbers = [form.text or "" for form in translation.iter("numerusform")]
            forms = tuple(numbers or filter(None, [translation.text]))
        messages.setdefault(source, Message(source, forms))
    return messages


def write(file: Path, language: str, messages: list[Message]) -> None:
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<!DOCTYPE TS>",
        f'<TS version="2.1" language="{language}" sourcelanguage="en">',
        "<context>",
        "    <name></name>",
    ]
    for message in messages:
        lines += _written(message, FORMS[language])
    file.write_text("\n".join([*lines, "</context>", "</TS>", ""]), encoding="utf-8")


def _written(message: Message, forms: int) -> list[str]:
    state = "" if message.finished else ' type="unfinished"'
    number = ' numerus="yes"' if message.counts else ""
    head = [f"    <message{number}>", f"        <source>{escape(message.source)}</source>"]
    if not message.counts:
        return [*head, f"        <translation{state}>{escape(''.join(message.forms))}</translation>", "    </message>"]
    numbers = [*message.forms, *[""] * forms][:forms]
    return [
        *head,
        f"        <translation{state}>",
        *(f"            <numerusform>{escape(number)}</numerusform>" for number in numbers),
        "        </translation>",
        "    </message>",
    ]


def wanted(language: str, texts: list[str]) -> list[str]:
    """Which of the marked texts the language's file holds."""
    return [text for text in texts if language != "en" or COUNT in text]


def update(language: str, texts: list[str]) -> list[str]:
    """Bring one file up to date; returns the texts that nobody has translated yet."""
    file = FOLDER / f"tawsim_{language}.ts"
    known = read(file) if file.exists() else {}
    messages = [replace(known.get(text, Message(text)), source=text) for text in wanted(language, texts)]
    write(file, language, messages)
    return [message.source for message in messages if not message.finished]


def main() -> int:
    texts = marked_texts(ROOT / "app")
    unfinished = {language: update(language, texts) for language in FORMS}
    for language, missing in unfinished.items():
        for text in missing:
            print(f"{language}: not translated: {text}")
    if "--compile" in sys.argv[1:]:
        for file in FOLDER.glob("*.ts"):
            subprocess.run(
                [str(linguist.tool("lrelease")), "-silent", file, "-qm", file.with_suffix(".qm")], check=True
            )
    return 1 if any(unfinished.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
