"""What the first keys of a session would have to make, made while nobody types: patterns, tables, classes of values.

Nothing of an open article is touched: an invented one is read as keys read it, so that what is made is what they need.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from app.domain.annotation import Annotation
from app.domain.article import Article
from app.domain.codebook import ENTITY, Codebook
from app.domain.span import Span
from app.domain.text.folding import LEVELS, fold
from app.domain.text.lexicon import Lexicons
from app.domain.text.patterns import compile_waiting
from app.domain.text.search import search
from app.workbench.everywhere import occurrences, wanted
from app.workbench.marks import Marks
from app.workbench.reading import Reading
from app.workbench.sighting import likelihood

_NAME = "الخطيب"
_TEXT = (
    f"أعلن سامي {_NAME}، وزير النقل، أن المشـروع (EU) سيبدأ عام 2024 في بغداد.\n"
    f'وقال {_NAME} في بيان: "سنعمل مع البلديات، وسنفتح الطريق قبل الصيف"، مضيفاً للصحفيين أن الكلفة ٣٫٥ ملايين.'
)


def rehearse(lexicons: Lexicons, known: Callable[[str], bool], codebook: Codebook) -> Iterator[None]:
    """Go through it step by step, a few milliseconds each; whoever asks may pause between two."""
    reading = Reading(Article("", "", _TEXT, ""), lexicons, known)
    for level in LEVELS:
        search(fold(_TEXT, level), _NAME, level, whole=True)
        yield
    for word in reading.words_in(Span(0, len(_TEXT))):
        likelihood(reading, word, reading.stems(word)[0].span)
        reading.ladder(word.start)
        yield
    for paragraph in reading.paragraphs:
        reading.start_stops(paragraph.start)
        reading.end_stops(paragraph.end)
        yield
        reading.attributions.at(paragraph.end)
        yield
    yield from _everywhere(reading, codebook)
    yield from compile_waiting()


def _everywhere(reading: Reading, codebook: Codebook) -> Iterator[None]:
    at = _TEXT.index(_NAME)
    mark = Annotation("", "", "", ENTITY, "", (Span(at, at + len(_NAME)),), _NAME, "", "")
    sought = wanted(reading, mark)
    assert sought is not None
    for _found in occurrences(reading, sought, Marks("", [mark]), codebook):
        yield
