"""CoNLL-U on its way in: the text of an article from its sentences, and the entities that stand in MISC."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import orjson

from app.domain.errors import N_, TawsimError
from app.exchange.conllu_spaces import COMMENT, unescaped
from app.exchange.draft import Draft
from app.exchange.drafting import CHANGED, Drafting, own_head
from app.exchange.errors import BadLine
from app.exchange.fields import Told, article_of_fields
from app.exchange.format import Arrival, Head, Reading, Source
from app.exchange.raw_text import RawText
from app.exchange.sheet import Record
from app.exchange.tagged import NOT_IOB2, OUTSIDE, Tagged, is_tag

_TAGS = ("NER", "ner", "NE", "name")
_COLUMNS = 10

_NO_ROW = N_("The line is no word of CoNLL-U: it needs ten columns parted by tabs, and has {found}.")
_NO_NUMBER = N_("{found} is no number of a word.")
_NOT_NEXT = N_("The word has the number {found}, and {wanted} would be the next: a row is missing or misplaced.")
_ELSEWHERE = N_("The word {word} does not stand where the text of its sentence goes on: “{text}”.")
_NOT_UTF8 = N_("Byte {byte} of the line is not UTF-8.")


@dataclass(slots=True)
class _Word:
    """A word, or those up to number ``last`` that are written as one. ``tag`` is None where MISC has none."""

    form: str
    misc: dict[str, str]
    line: int
    tag: str | None
    last: int
    inside: int  # the last word within those written as one that was read


@dataclass(slots=True)
class _Sentence:
    text: str | None = None
    words: list[_Word] = field(default_factory=list)
    new_paragraph: bool = False


@dataclass(slots=True)
class _Document:
    """The sentences of one article, and the lines that could not be read."""

    line: int
    ref: str | None = None
    kept: Any = None
    sentences: list[_Sentence] = field(default_factory=list)
    raw: list[bytes] = field(default_factory=list)
    wrong: list[tuple[int, TawsimError]] = field(default_factory=list)
    broken: TawsimError | None = None


def looks_like(head: Head) -> bool:
    """The first line that is no comment is a numbered word in ten columns."""
    for line in head.lines:
        if line.strip() and not line.startswith("#"):
            columns = line.split("\t")
            return len(columns) == _COLUMNS and columns[0].split("-")[0].split(".")[0].isdecimal()
    return False


def arrivals(source: Source, reading: Reading) -> Iterator[Arrival]:
    drafting = Drafting(reading, "conllu", "conllu", sentences=True)
    for number, found in enumerate(_documents(source), 1):
        raw = b"".join(found.raw)
        try:
            if found.broken is not None:
                raise found.broken
            yield _arrival(drafting, found, found.ref or f"{source.stem}-{number}", raw)
        except TawsimError as error:
            yield Arrival(error, found.line, raw)


def _documents(source: Source) -> Iterator[_Document]:
    """An article from one ``newdoc`` to the next; in a file without such every sentence is one.

    Treebanks repeat ``newdoc`` with the same id before each sentence of an article (PUD): it goes on then.
    """
    with source.path.open("rb") as file:
        marked = any(line.startswith(b"# newdoc") for line in file)
    found, sentence = _Document(1), _Sentence()
    with source.path.open("rb") as file:
        for number, raw in enumerate(file, 1):
            line = _decoded(raw, found).rstrip("\r\n")
            begins = line.startswith("# newdoc") if marked else not line.strip()
            if begins and (found.sentences or sentence.words) and not _goes_on(found, line):
                _end(found, sentence)
                yield found
                found, sentence = _Document(number), _Sentence()
            found.raw.append(raw)
            if line.startswith("#"):
                _comment(found, sentence, line)
            elif line.strip():
                _row(found, sentence, line, number)
            elif sentence.words:
                _end(found, sentence)
                sentence = _Sentence()
    _end(found, sentence)
    if found.sentences or found.wrong:
        yield found


def _goes_on(found: _Document, line: str) -> bool:
    """Whether the line names the article that is being read once more. Ours are named anew in each layer."""
    key, _, name = line[1:].partition("=")
    return found.kept is None and found.ref is not None and (key.strip(), name.strip()) == ("newdoc id", found.ref)


def _decoded(raw: bytes, found: _Document) -> str:
    try:
        return raw.decode().removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        found.broken = found.broken or BadLine(_NOT_UTF8, byte=error.start + 1)
        return raw.decode(errors="replace")


def _end(found: _Document, sentence: _Sentence) -> None:
    if sentence.words:
        found.sentences.append(sentence)


def _comment(found: _Document, sentence: _Sentence, line: str) -> None:
    key, _, value = line[1:].partition("=")
    key, value = key.strip(), value.removeprefix(" ")
    if key == "newdoc id":
        found.ref = value.strip() or None
    elif key == COMMENT:
        try:
            found.kept = orjson.loads(value)
        except orjson.JSONDecodeError:
            found.kept = None
    elif key == "text":
        sentence.text = value
    elif key == "sent_id" and found.ref is None:
        found.ref = value.strip() or None
    elif key.startswith("newpar"):
        sentence.new_paragraph = True


def _row(found: _Document, sentence: _Sentence, line: str, number: int) -> None:
    """Takes a word. Empty nodes (8.1) are in no text, and of words that are written as one only the whole is."""
    columns = line.split("\t")
    if len(columns) != _COLUMNS:
        return found.wrong.append((number, BadLine(_NO_ROW, found=len(columns))))
    name, form, misc = columns[0], columns[1], _misc(columns[9])
    if "." in name:
        return
    first, _, last = name.partition("-")
    if not first.isdecimal() or (last and not last.isdecimal()):
        return found.wrong.append((number, BadLine(_NO_NUMBER, found=name)))
    tag = next((misc[key] for key in _TAGS if key in misc), None)
    before = sentence.words[-1] if sentence.words else None
    if before is not None and not last and before.inside < int(first) <= before.last:  # of those written as one
        before.inside = int(first)
        before.tag = before.tag or tag
        return
    follows = 1 if before is None else before.last + 1
    if int(first) != follows:
        found.wrong.append((number, BadLine(_NOT_NEXT, found=name, wanted=follows)))
        if int(first) < follows:  # it stands twice, or in another place: whose tag it is, nobody knows
            return
    end = int(last or first)
    sentence.words.append(_Word(form, misc, number, tag, end, int(first) - 1 if last else end))


def _misc(column: str) -> dict[str, str]:
    pairs = (part.partition("=") for part in column.split("|") if part != "_")
    return {key: value for key, _, value in pairs}


def _arrival(drafting: Drafting, found: _Document, ref: str, raw: bytes) -> Arrival:
    text, places = _text_of(found)
    kept = found.kept if isinstance(found.kept, dict) else None
    head: Record | None = own_head(kept, text)
    if head is None and kept is not None:  # it was ours, and is of another text now: what its sentences say counts
        found.kept, found.wrong = None, [*found.wrong, (found.line, BadLine(CHANGED))]
        text, places = _text_of(found)
    tagged = any(word.tag is not None for sentence in found.sentences for word in sentence.words)
    if head is None:
        article, named = article_of_fields(Told(text, ref), ref)
        if not tagged and not found.wrong:
            return Arrival(article, found.line, raw, named)
        draft, crossing = Draft(drafting, article), RawText(text)
    else:
        draft, crossing = Draft(drafting, head), RawText(text, head["sha256"])
    for line, error in found.wrong:
        draft.refuse(error, line)
    _take_tags(draft, crossing, found, places)
    return Arrival(draft.page(), found.line, raw, refused=tuple(draft.refused))


def _text_of(found: _Document) -> tuple[str, dict[int, tuple[int, int]]]:
    """The text, and where in it each word stands, by the word's line. It is what the sentences say it is (``# text``)
    where their words stand in it; a word that does not is told, and then the words themselves are the text."""
    text, told = "", False
    places: dict[int, tuple[int, int]] = {}
    for sentence in found.sentences:
        if sentence.new_paragraph and text and not told and not text.endswith("\n"):
            text = text.removesuffix(" ") + "\n"
        said = None if found.kept is not None or sentence.text is None else _said(found, sentence, sentence.text)
        gaps: Sequence[str | None] = said or [None] * len(sentence.words)
        for word, gap in zip(sentence.words, gaps, strict=True):
            text += unescaped(word.misc.get("SpacesBefore", "")) if gap is None else ""
            places[word.line] = (len(text), len(text) + len(word.form))
            text += word.form + (_gap(word) if gap is None else gap)
        told = found.kept is not None or "SpacesAfter" in sentence.words[-1].misc
    ends = told or (bool(found.sentences) and "SpaceAfter" in found.sentences[-1].words[-1].misc)
    return (text if ends else text.removesuffix(" ")), places


def _gap(word: _Word) -> str:
    if "SpacesAfter" in word.misc:
        return unescaped(word.misc["SpacesAfter"])
    return "" if word.misc.get("SpaceAfter") == "No" else " "


def _said(found: _Document, sentence: _Sentence, text: str) -> list[str] | None:
    """What stands behind each word in the text that a sentence says it has; None when the words do not stand in it."""
    gaps: list[str] = []
    at = len(text) - len(text.lstrip())
    for word in sentence.words:
        if not text.startswith(word.form, at):
            found.wrong.append((word.line, BadLine(_ELSEWHERE, word=word.form, text=text[at : at + 20])))
            return None
        at += len(word.form)
        rest = text[at:]
        gaps.append(rest[: len(rest) - len(rest.lstrip())])
        at += len(gaps[-1])
    gaps[-1] = gaps[-1] or _gap(sentence.words[-1])
    return gaps


def _take_tags(draft: Draft, crossing: RawText, found: _Document, places: dict[int, tuple[int, int]]) -> None:
    for sentence in found.sentences:
        tagged = Tagged(draft)
        for word in sentence.words:
            tag = word.tag or OUTSIDE
            if not is_tag(tag):
                draft.refuse(BadLine(NOT_IOB2, tag=tag), word.line)
            start, end = (crossing.at(edge) for edge in places[word.line])
            tagged.take((tag,) if is_tag(tag) and tag != OUTSIDE else (), start, end, word.line)
        tagged.close()
