"""Files of one token a line with its tags, a blank line between sentences: IOB2, CoNLL-2003 and Wojood alike.

An article is what follows a ``-DOCSTART-``, its sentences as lines; a file without such has an article for each
sentence. Tokens are joined by one space: what stood between them, no such file says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from app.domain.errors import N_, TawsimError
from app.exchange.draft import Draft, Drafting
from app.exchange.errors import BadLine
from app.exchange.fields import Told, article_of_fields
from app.exchange.format import Arrival, Source
from app.exchange.json_lines import lines_of
from app.exchange.tagged import NOT_IOB2, OUTSIDE, Tagged, is_tag

DOCSTART = "-DOCSTART-"

Tags = Callable[[Sequence[str]], Sequence[str]]
"""The tags among the columns of a line, the token's own column left out."""

_NOT_UTF8 = N_("Byte {byte} of the line is not UTF-8.")
_NO_TAG = N_("The line has no tag behind the token {token}.")


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    tags: tuple[str, ...]
    line: int
    raw: bytes


@dataclass(slots=True)
class _Block:
    """The sentences of one article. ``line`` is where it begins."""

    line: int
    sentences: list[list[_Token]] = field(default_factory=lambda: [[]])
    raw: list[bytes] = field(default_factory=list)
    wrong: list[tuple[int, TawsimError]] = field(default_factory=list)
    broken: TawsimError | None = None

    @property
    def filled(self) -> bool:
        return any(self.sentences)


def column_arrivals(source: Source, drafting: Drafting, tags: Tags) -> Iterator[Arrival]:
    """The articles of a file. A tag that cannot be is told with its line; its entity stays behind."""
    for number, block in enumerate(_blocks(source, tags), 1):
        raw = b"".join(block.raw)
        try:
            if block.broken is not None:
                raise block.broken
            yield _arrival(source, drafting, block, number, raw)
        except TawsimError as error:
            yield Arrival(error, block.line, raw)


def looks_tagged(lines: Sequence[str]) -> bool:
    """Whether lines are tokens with a tag of IOB2 in the last column, some of them an entity's.

    A few may be wrong, and are told when they are read.
    """
    rows = [words for line in lines if (words := line.split()) and words[0] != DOCSTART]
    tags = [words[-1] for words in rows if len(words) > 1 and is_tag(words[-1])]
    return len(tags) >= 0.8 * max(len(rows), 1) and any(tag != OUTSIDE for tag in tags)


def _blocks(source: Source, tags: Tags) -> Iterator[_Block]:
    marked = _has_docstart(source)
    block = _Block(1)
    with source.path.open("rb") as file:
        for number, raw in enumerate(file, 1):
            words = raw.decode(errors="replace").removeprefix("\ufeff" if number == 1 else "").split()
            if b"\xef\xbf\xbd" not in raw and any("\ufffd" in word for word in words):
                block.broken = block.broken or BadLine(_NOT_UTF8, byte=_wrong_byte(raw))
            begins = bool(words) and words[0] == DOCSTART
            if begins or (not words and not marked):
                if block.filled or block.wrong:
                    yield block
                block = _Block(number)
            elif not words:
                block.sentences.append([])
            else:
                _take(block, number, raw, words, tags)
    if block.filled or block.wrong:
        yield block


def _wrong_byte(raw: bytes) -> int:
    try:
        raw.decode()
    except UnicodeDecodeError as error:
        return error.start + 1
    return 1


def _has_docstart(source: Source) -> bool:
    return any(raw.split()[:1] == [DOCSTART.encode()] for _, raw in lines_of(source.path))


def _take(block: _Block, number: int, raw: bytes, words: list[str], tags: Tags) -> None:
    if not block.filled:
        block.line = number
    block.raw.append(raw)
    found = tuple(tags(words[1:]))
    if not found:
        block.wrong.append((number, BadLine(_NO_TAG, token=words[0])))
    wrong = [tag for tag in found if not is_tag(tag)]
    for tag in wrong:
        block.wrong.append((number, BadLine(NOT_IOB2, tag=tag)))
    kept = tuple(tag for tag in found if tag != OUTSIDE and tag not in wrong)
    block.sentences[-1].append(_Token(words[0], kept, number, raw))


def _arrival(source: Source, drafting: Drafting, block: _Block, number: int, raw: bytes) -> Arrival:
    sentences = [sentence for sentence in block.sentences if sentence]
    text = "\n".join(" ".join(token.text for token in sentence) for sentence in sentences)
    article, _named = article_of_fields(Told(text), f"{source.stem}-{number}")
    draft = Draft(drafting, article)
    for line, error in block.wrong:
        draft.refuse(error, line)
    at = 0
    for sentence in sentences:
        at = _take_sentence(draft, sentence, at) + 1
    return Arrival(draft.page(), block.line, raw, refused=tuple(draft.refused))


def _take_sentence(draft: Draft, sentence: list[_Token], at: int) -> int:
    """Takes the entities of a sentence that begins at ``at``; where it ends."""
    tagged = Tagged(draft)
    for token in sentence:
        end = at + len(token.text)
        tagged.take(token.tags, at, end, token.line)
        at = end + 1
    tagged.close()
    return at - 1
