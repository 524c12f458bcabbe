"""The workbench: one open project, its current article, and the one path by which anything changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress

from app.domain.annotation import Annotation, CodebookVersion, Progress
from app.domain.article import Article
from app.domain.edit import Edit
from app.domain.errors import N_, TawsimError
from app.domain.text.lexicon import EMPTY, Lexicons
from app.store import EditConflict, Stamp, Store
from app.workbench.activity import Activity
from app.workbench.asking import Asking
from app.workbench.bulk import lasting
from app.workbench.checking import Checking
from app.workbench.jobs import Worker
from app.workbench.lens import Lens
from app.workbench.marks import Marks
from app.workbench.news import Announcers
from app.workbench.place import Climb, Place
from app.workbench.queueing import Queueing
from app.workbench.reading import Reading
from app.workbench.recent import Recent, last_article, usual_layer
from app.workbench.register import Register
from app.workbench.returning import follow, show_change
from app.workbench.saying import Said, now
from app.workbench.seeking import Seeking
from app.workbench.touched import begun
from app.workbench.window import NoWindow, Window


class Workbench(Announcers):
    """The open project in one layer.

    ``lexicons`` may be a function that reads them. Not ``ready`` means that they and the known names are still being
    read: whoever asks waits for them, so what is only shown is better shown a moment later.
    """

    def __init__(
        self,
        store: Store,
        *,
        author: str,
        layer: str | None = None,
        lexicons: Lexicons | Callable[[], Lexicons] = EMPTY,
        known: Callable[[str], bool] = lambda key: False,
        clock: Callable[[], str] = now,
    ) -> None:
        super().__init__()
        self.store = store
        self.codebook = store.codebook()
        self.author = author
        self.layer = layer or usual_layer(store) or author
        self.window: Window = NoWindow()
        self.worker = Worker(store.why_readonly)
        self.marks = Marks("")
        self.register = Register(store)
        self.article: Article | None = None
        self.ready = True
        self._reading: Reading | None = None
        self._lexicons = lexicons
        self.progress = Progress("", self.layer)
        self.place = Place()
        self.focus: str | None = None
        self.last_focus: str | None = None
        self.asking: Asking | None = None
        self.recent = Recent(store)
        self.last_label: tuple[str, str] | None = None
        self.relabelling = False
        self.climb = Climb()
        self.shown_findings: frozenset[str] = frozenset()
        self.knows = known  # whether a folded word is a known name
        self._clock = clock
        self._places: dict[str, Place] = {}
        self.edited.listen(self.register.follow)
        self.seeking = Seeking(self)
        self.lens = Lens(self)
        self.checking = Checking(self)
        self.queue = Queueing(self)
        self.activity = Activity(self)

    @property
    def lexicons(self) -> Lexicons:
        """The word lists, read with the first question."""
        if callable(self._lexicons):
            self._lexicons = self._lexicons()
        return self._lexicons

    def reword(self, lexicons: Lexicons) -> None:
        """Read articles with other word lists from now on."""
        self._lexicons, self._reading = lexicons, None
        self.reworded.tell(lexicons)

    @property
    def reading(self) -> Reading | None:
        """The open article as its reader meets it, from the first question on."""
        if self._reading is None and self.article is not None:
            self._reading = Reading(self.article, lambda: self.lexicons, self.knows)
        return self._reading

    def open_article(self, article: str) -> None:
        """Make the article of that id the current one, its caret where it was left."""
        with lasting(aside=self.window.there):  # a window's session gives back what is set aside
            self._open(article)

    def _open(self, article: str) -> None:
        self.cancel()
        self.article = found = self.store.article(article)
        made = self.store.annotations(article, self.layer), self.store.links(article, self.layer)
        self.marks = Marks(article, *made, layer=self.layer)
        self._reading = None
        self.progress = self.store.progress(article, self.layer)
        self.place = self._places.get(article, Place())
        self.climb = Climb()
        self.focus = self.last_focus = None
        self.shown_findings = frozenset()
        self.opened.tell(found)
        self.moved.tell(self.place)

    def open_layer(self, layer: str) -> None:
        """Work in another layer of the same project, and remember it."""
        self.layer = layer
        if not self.store.readonly:
            self.store.set_note("layer", layer)
        if self.article is not None:
            self.open_article(self.article.id)

    def resume(self) -> None:
        """Open the article that was open last, else the first of the queue."""
        last = last_article(self.store, self.layer)
        if last is not None:
            self.open_article(last)

    def stamp(self) -> Stamp:
        return Stamp(self.layer, self.author, self._clock(), self.codebook.version)

    def do(self, edit: Edit) -> None:
        """Write the edit, then change memory, then tell of it. A write that fails changes nothing anywhere; one that
        meets what another window has changed reads the article again, so that it can be repeated."""
        if not edit.changes:
            return
        if self.store.codebook().version != self.codebook.version:
            self.take_codebook()
            raise EditConflict(N_("The codebook was changed elsewhere; it is followed now. Do it again."))
        edit = begun(edit, self.layer, self.author, self._progress_of)
        try:
            self.store.write(edit, self.stamp())
        except EditConflict:
            self._read_again()
            raise
        self._follow(edit)

    def undo(self) -> Edit | None:
        """Take back this layer's newest edit, in whatever articles it was; None when there is none. The article that it
        changed is opened, unless it is open or one of several."""
        return self.follow_back(self.store.undo(self.layer, self.stamp()))

    def redo(self) -> Edit | None:
        """Do again what was taken back last; None when there is nothing."""
        return self.follow_back(self.store.redo(self.layer, self.stamp()))

    def put(self, place: Place, focus: str | None = None) -> None:
        """Move the caret; the focus stays on a mark only while the caret stays on it, unless one is named.

        ``last_focus`` is the mark that had it last, for what is done to a mark from elsewhere. A move forgets how the
        selection had grown.
        """
        if place != self.place:
            self.climb = Climb()
        self.place = place
        self.relabelling = False
        if focus is not None:
            self.focus = focus
        else:
            held = self.marks.get(self.focus)
            if held is not None and not held.extent.start <= place.caret <= held.extent.end:
                self.focus = None
        self.last_focus = self.focus or self.last_focus
        if self.article is not None:
            self._places[self.article.id] = place
        self.moved.tell(place)

    def climb_to(self, place: Place, climb: Climb) -> None:
        """Move to where a selection grows or shrinks, and remember the way."""
        self.put(place)
        self.climb = climb

    def focus_on(self, annotation: Annotation) -> None:
        """Give a mark the focus and bring the caret to its start."""
        self.put(Place.at(annotation.start), annotation.id)

    @property
    def reach(self) -> int:
        """The caret, brought behind the proclitics of its word: where arrows put it before وبغداد, the mark meant is on
        بغداد, as it is بغداد that a label key would mark."""
        reading, caret = self.reading if self.ready else None, self.place.caret
        stem = reading.stem(caret) if reading is not None and self.place.selection is None else None
        return max(caret, stem.span.start) if stem else caret

    def at_hand(self, kinds: Iterable[str] | None = None) -> Annotation | None:
        """The focused mark, else the innermost one under the caret; of the given kinds only, when they are given."""
        allowed = frozenset(kinds) if kinds is not None else None
        focused = self.marks.get(self.focus)
        around = ([focused] if focused else []) + self.marks.at(self.reach)
        return next((each for each in around if allowed is None or each.kind in allowed), None)

    def ask(self, asking: Asking) -> None:
        """Wait for the analyst to choose among candidates; keys go to the choice until it is made or left."""
        self.asking = asking
        self.asked.tell(asking)

    def answer(self, choice: int, add: bool = False) -> None:
        """Take the candidate of that number (-1: the special answer behind 0)."""
        asking, self.asking = self.asking, None
        self.asked.tell(None)
        if asking is not None:
            asking.take(choice, add)

    def cancel(self) -> None:
        """Leave a choice without making it."""
        if self.asking is not None:
            self.asking = None
            self.asked.tell(None)

    def say(self, template: str, *, grave: bool = False, **values: object) -> None:
        self.said.tell(Said(template, values, grave))

    def close(self) -> None:
        """Wait for the worker, remember the article, and close the project."""
        self.worker.close()
        self.activity.keep()
        if not self.store.readonly:
            with suppress(TawsimError):
                self.recent.keep()
                if self.article is not None:
                    self.store.set_note("article", self.article.id)
                    self.store.set_note("layer", self.layer)
        self.store.close()

    def _progress_of(self, article: str) -> Progress:
        return self.progress if article == self.progress.article else self.store.progress(article, self.layer)

    def _read_again(self) -> None:
        """Take over what another window wrote into the open article."""
        if self.article is not None:
            focus, last_focus = self.focus, self.last_focus
            self.open_article(self.article.id)
            self.last_focus = last_focus
            if self.marks.get(focus) is not None:
                self.put(self.place, focus)

    def take_codebook(self) -> None:
        """Follow the codebook that is in use now, and whatever its taking changed in the open article."""
        self.cancel()
        self.codebook = self.store.codebook()
        self.last_label, self.relabelling = None, False
        self._read_again()
        self.recoded.tell(self.codebook)

    def _follow(self, edit: Edit) -> None:
        if not self.marks.fit(edit):  # another window made what is taken back here
            self._read_again()
        else:
            self.marks.apply(edit)
        follow(self, edit)
        if self.focus is not None and self.marks.get(self.focus) is None:
            self.focus = None
        self.shown_findings = frozenset()
        self.edited.tell(edit)

    def follow_back(self, edit: Edit | None, *, going: bool = True) -> Edit | None:
        """Follow an undo, or with ``going`` False any edit, that the store has done; ``going`` to where it was."""
        if edit is None:
            return None
        if any(isinstance(change.record, CodebookVersion) for change in edit.changes):
            self.register.follow(edit)
            self.take_codebook()
            return edit
        self.cancel()
        elsewhere = edit.articles() - {self.article.id if self.article else ""}
        if going and len(elsewhere) == 1 and elsewhere == edit.articles():  # of many none says more than this one
            self.open_article(min(elsewhere))
            self.edited.tell(edit)
        else:
            self._follow(edit)
        show_change(self, edit)
        return edit
