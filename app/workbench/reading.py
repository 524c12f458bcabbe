"""What reading one article needs again and again: its words, sentences and stems, each found once and kept."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from app.domain.article import Article
from app.domain.span import Span
from app.domain.text.clitics import Stem, clitic_stops, stems
from app.domain.text.folding import Folded, fold
from app.domain.text.growth import ladder, quote_rungs, word_rungs
from app.domain.text.lexicon import Lexicons
from app.domain.text.paragraphs import paragraphs
from app.domain.text.quotation import Quoted, quoted_near
from app.domain.text.sentences import sentences
from app.domain.text.tokens import Token, Words, tokens
from app.workbench.place import Place

if TYPE_CHECKING:
    from app.domain.text.clauses import Clause
    from app.domain.text.phrases import Names
    from app.suggest.attribution import Attributions


class Reading:
    """An article as its reader meets it. ``known`` says whether a folded word is a known name; ``lexicons`` may be a
    function that reads them, called with the first question that needs them. All in code points."""

    def __init__(
        self, article: Article, lexicons: Lexicons | Callable[[], Lexicons], known: Callable[[str], bool]
    ) -> None:
        self.article = article
        self.text = article.text
        self._lexicons = lexicons
        self.words = Words(article.text)
        self._known = known
        self._sentences: dict[int, list[Span]] = {}
        self._stems: dict[int, tuple[Stem, ...]] = {}
        self._quotes: dict[int, list[Quoted]] = {}
        self._clauses: dict[Span, list[Clause]] = {}
        self._folded: dict[int, Folded] = {}
        self.weights: dict[int, int] = {}  # how unlikely the word that begins there is to be gone to, once asked

    def knows(self, key: str) -> bool:
        """Whether a folded word is a known name."""
        return self._known(key)

    @cached_property
    def lexicons(self) -> Lexicons:
        """The word lists. A step of the caret does without them."""
        return self._lexicons() if callable(self._lexicons) else self._lexicons

    @cached_property
    def _names(self) -> Names:
        from app.domain.text.phrases import Names  # noqa: PLC0415 - a window is sooner there without the rules of names

        return Names(self.text, self.words, self.lexicons, self._known, self.stems)

    @cached_property
    def attributions(self) -> Attributions:
        """Who says what in it."""
        from app.suggest.attribution import Attributions  # noqa: PLC0415 - no window waits for the rules of reporting

        return Attributions(self.text, self.words, self.lexicons, self._known, self._names)

    @cached_property
    def paragraphs(self) -> list[Span]:
        return paragraphs(self.text)

    def paragraph(self, position: int) -> Span:
        """The paragraph at ``position``, or the last one before it."""
        at = bisect_right(self.paragraphs, position, key=lambda span: span.start) - 1
        return self.paragraphs[max(at, 0)] if self.paragraphs else Span(0, len(self.text))

    def folded(self, paragraph: Span) -> Folded:
        """The light key of a paragraph, its index counted from where the paragraph begins; folded once."""
        if paragraph.start not in self._folded:
            self._folded[paragraph.start] = fold(self.text[paragraph.start : paragraph.end])
        return self._folded[paragraph.start]

    def sentences(self, position: int) -> list[Span]:
        """The sentences of the paragraph at ``position``."""
        paragraph = self.paragraph(position)
        if paragraph.start not in self._sentences:
            inside = sentences(self.text[paragraph.start : paragraph.end], self.lexicons)
            self._sentences[paragraph.start] = [
                Span(paragraph.start + each.start, paragraph.start + each.end) for each in inside
            ]
        return self._sentences[paragraph.start]

    def sentence(self, position: int) -> Span:
        """The sentence at ``position``, or the last one before it in its paragraph."""
        found = self.sentences(position)
        at = bisect_right(found, position, key=lambda span: span.start) - 1
        return found[max(at, 0)] if found else self.paragraph(position)

    def words_in(self, span: Span) -> list[Token]:
        """The words that begin inside ``span``."""
        found, token = [], self.words.after(span.start - 1)
        while token is not None and token.start < span.end:
            found.append(token)
            token = self.words.after(token.start)
        return found

    def stems(self, token: Token) -> tuple[Stem, ...]:
        """What the word can be without its clitics, the likelier first."""
        if token.start not in self._stems:
            self._stems[token.start] = stems(self.text, token, self._known, self.words.bare, self.lexicons)
        return self._stems[token.start]

    def is_known(self, key: str) -> bool:
        """Whether the folded word is a known name."""
        return self._known(key)

    def stem(self, position: int) -> Stem | None:
        """The stem under the caret: what a label key marks when nothing is selected.

        A caret that stands at a clitic stop inside its word has chosen for itself: the stem begins there.
        """
        token = self.words.at(position)
        if token is None:
            return None
        if token.start < position < token.end and position in clitic_stops(self.text, token, self.lexicons):
            rest = Span(position, token.end)
            return next((stem for stem in self.stems(token) if stem.span == rest), Stem(rest, None))
        return self.stems(token)[0]

    def is_inside_word(self, position: int) -> bool:
        """Whether letters of one word stand on both sides of ``position``."""
        token = self.words.at(position)
        return token is not None and token.start < position < token.end

    def target(self, place: Place) -> Span | None:
        """The selection, else the stem under the caret."""
        if place.selection is not None:
            return place.selection
        stem = self.stem(place.caret)
        return stem.span if stem else None

    def quotes(self, position: int) -> list[Quoted]:
        """The quoted stretches of the paragraph at ``position``."""
        paragraph = self.paragraph(position)
        if paragraph.start not in self._quotes:
            self._quotes[paragraph.start] = quoted_near(self.text, paragraph.start)
        return self._quotes[paragraph.start]

    def quotes_around(self, position: int) -> list[Quoted]:
        """The quoted stretches that ``position`` is in or touches, the innermost first."""
        around = (each for each in self.quotes(position) if each.outer.start <= position <= each.outer.end)
        return sorted(around, key=lambda each: len(each.outer))

    def clauses(self, stretch: Span) -> list[Clause]:
        """The clauses of a sentence, or of the inside of a quote."""
        from app.domain.text.clauses import clauses_in  # noqa: PLC0415 - as in _names

        if stretch not in self._clauses:
            quotes = [each for each in self.quotes(stretch.start) if stretch.meets(each.outer)]
            self._clauses[stretch] = clauses_in(self.text, self.words, stretch, quotes, self.lexicons, self._known)
        return self._clauses[stretch]

    def ladder(self, position: int) -> list[Span]:
        """Ever larger spans around ``position``: stem, word, names, quoted stretch, clause, sentence, paragraph."""
        token, paragraph = self.words.at(position), self.paragraph(position)
        small = word_rungs(token, self.stems(token), self._names.around(token)) if token else ()
        if not len(paragraph) or not _is_in(paragraph, position):
            return ladder(small, ())
        quotes, sentence = self.quotes_around(position), self.sentence(position)
        clauses = [self.clauses(stretch) for stretch in (*(each.inner for each in quotes), sentence)]
        return ladder(small, (*quote_rungs(position, quotes, clauses), sentence, paragraph))

    def start_stops(self, position: int) -> list[int]:
        """Where an edge may begin a mark near ``position``: starts of tokens, ends of proclitics."""
        return sorted({stop for token in self._near(position) for stop in (token.start, *self._inside(token))})

    def end_stops(self, position: int) -> list[int]:
        """Where an edge may end a mark near ``position``: ends of tokens, starts of suffixes."""
        return sorted({stop for token in self._near(position) for stop in (token.end, *self._inside(token))})

    def _near(self, position: int) -> list[Token]:
        """Tokens, points among them, of the paragraph at ``position`` and of its neighbours."""
        here = self.paragraph(position)
        before = self.paragraph(max(here.start - 1, 0))
        after_at = bisect_right(self.paragraphs, here.start, key=lambda span: span.start)
        after = self.paragraphs[after_at] if after_at < len(self.paragraphs) else here
        return tokens(self.text, before.start, after.end)

    def _inside(self, token: Token) -> tuple[int, ...]:
        return clitic_stops(self.text, token, self.lexicons)


def _is_in(span: Span, position: int) -> bool:
    return span.start <= position <= span.end
