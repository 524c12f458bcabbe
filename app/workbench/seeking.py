"""What is looked for in the open article: the words, how they are compared, and which of the matches is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.article import Article
from app.domain.span import Span
from app.domain.text.folding import LIGHT, Folded, fold
from app.domain.text.search import Matches, search
from app.workbench.announcing import Announcer
from app.workbench.place import Place

if TYPE_CHECKING:
    from app.workbench.bench import Workbench


class Seeking:
    """A query, its ``level`` and whether only ``whole`` words count; they last from article to article.

    ``shown``: the matches are drawn. ``typing``: the keyboard is with the query, and the caret stays where it was until
    the match is taken. ``at`` is the number of the match that is meant. ``changed`` tells that query, matches or the
    current match are others. Positions are code points.
    """

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench
        self.query = ""
        self.level = LIGHT
        self.whole = False
        self.shown = False
        self.typing = False
        self.at: int | None = None
        self.changed: Announcer[Seeking] = Announcer()
        self._article: Article | None = None
        self._folded: dict[str, Folded] = {}
        self._found: tuple[str, str, bool] | None = None
        self._matches = Matches()
        bench.opened.listen(self._turn_to)

    @property
    def matches(self) -> Matches:
        """The matches in the open article, looked for when they are first asked for."""
        self._follow_article()
        wanted = (self.query, self.level, self.whole)
        if wanted != self._found:
            self._found = wanted
            self._matches = search(self._key(), *wanted) if self._article is not None and self.query else Matches()
        return self._matches

    @property
    def current(self) -> Span | None:
        """The match that next and previous count from."""
        return self.matches[self.at] if self.at is not None and self.at < len(self.matches) else None

    def begin(self) -> None:
        """The keyboard goes to the query; a short selection becomes it."""
        selection, article = self._bench.place.selection, self._bench.article
        if selection is not None and article is not None and not (self.typing or self._at_match()):
            words = article.text[selection.start : selection.end].strip()
            if words and "\n" not in words and len(words) <= _LONGEST:
                self.query = words
        self.shown = self.typing = True
        self.look()

    def prepare(self) -> None:
        """Fold the article before the first letter comes."""
        self._follow_article()
        if self._article is not None:
            self._key()

    def look(self, query: str | None = None, level: str | None = None, whole: bool | None = None) -> None:
        """Look for other words, or compare them otherwise; the first match from the caret on is meant."""
        self.query = self.query if query is None else query
        self.level = level or self.level
        self.whole = self.whole if whole is None else whole
        self.at = self.matches.at_or_after(self._here())
        self.changed.tell(self)

    def step(self, forward: bool) -> bool:
        """Go on to the next or previous match; whether that led round the end of the article.

        While the query is being typed only the current match moves, else the caret goes along and selects it.
        """
        before = self.at if self.typing or self._at_match() else None
        if before is not None and len(self.matches):
            self.at = (before + (1 if forward else -1)) % len(self.matches)
        elif forward:
            self.at = self.matches.at_or_after(self._here())
        else:
            self.at = self.matches.before(self._here())
        current = self.current
        here = self.matches.firsts[before] if before is not None and self.matches.firsts else self._here()
        self.shown = True
        self.changed.tell(self)
        if not self.typing:
            self.take()
        return current is not None and (current.start < here if forward else current.start > here)

    def take(self) -> None:
        """The caret goes to the current match and selects it, so that a label key marks it."""
        self.typing = False
        current = self.current
        if current is not None:
            self._bench.put(Place(current.start, current.end))

    def leave(self) -> None:
        """Nothing is drawn any more; the query stays for the next time."""
        self.shown = self.typing = False
        self.changed.tell(self)

    def _follow_article(self) -> None:
        if self._bench.article is not self._article:
            self._article, self._folded, self._found = self._bench.article, {}, None

    def _turn_to(self, _article: Article | None) -> None:
        """In another article another match is meant; who draws asks for it when the article is shown."""
        self.at = self.matches.at_or_after(self._here()) if self.shown else None

    def _here(self) -> int:
        place = self._bench.place
        return place.selection.start if place.selection is not None else place.caret

    def _at_match(self) -> bool:
        """Whether just the current match is selected."""
        return self.current is not None and self._bench.place.selection == self.current

    def _key(self) -> Folded:
        """The article's key at the level, made with the first question and kept."""
        if self.level not in self._folded:
            assert self._article is not None
            self._folded[self.level] = fold(self._article.text, self.level)
        return self._folded[self.level]


_LONGEST = 200  # code points of a selection that is looked for
