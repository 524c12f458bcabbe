"""The register at hand: every entry by its names, and who a mention may be.

Names are compared as ``naming`` folds them. The register is read when it is first asked for, follows each edit, and is
read again only when another window or the worker has written.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from app.domain.annotation import RegisterEntry
from app.domain.edit import Edit
from app.domain.rules import CLAIM_ENTRY
from app.domain.text.folding import STRONG, fold_key
from app.domain.values import frozen
from app.store import Store
from app.workbench.naming import Words, bag, initials_of, stems_of, words_of

EXACT, ALIAS, SAME_WORDS, PART, WHOLE, INITIALS, OTHER = range(7)
"""How a mention is an entry: by its name, an alias, the same words otherwise, as a part of its name, its name as a part
of the mention, by initials; or not at all, and it is only offered."""

_PERSON = "PERS"
_AT_ONCE = 200  # entries that are read in one step
_MOST, _LOOKED_AT = 40, 400  # candidates that are offered, and entries of one common word that are looked at
_OTHER_LABEL, _USED, _USED_PERSON = 4, 3, 7  # two of these weigh as much as one step of likeness


@frozen
class Known:
    """An entry with its keys: the words of its name and of each alias, and one text in which it is looked up."""

    entry: RegisterEntry
    forms: tuple[Words, ...]
    text: str


@frozen
class Match:
    """An entry that a mention may be, and how; ``used`` when the article names it already."""

    entry: RegisterEntry
    how: int
    used: bool = False


class Register:
    """The entries of one project, found by name. Asking costs what is found, not what there is."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._written: int | None = None
        self._read_until: str | None = ""
        self._known: dict[str, Known] = {}
        self._by_bag: defaultdict[Words, set[str]] = defaultdict(set)
        self._by_stem: defaultdict[str, set[str]] = defaultdict(set)
        self._by_initials: defaultdict[str, set[str]] = defaultdict(set)

    def follow(self, edit: Edit) -> None:
        """Take over what an edit of this window did to entries."""
        for change in edit.changes if self._written is not None else ():
            if isinstance(change.record, RegisterEntry):
                self._drop(change.record.id)
                if isinstance(change.after, RegisterEntry):
                    self._put(change.after)

    def get(self, entry: str) -> RegisterEntry | None:
        """The entry of that id."""
        known = self._fresh().get(entry)
        return known.entry if known else None

    def __len__(self) -> int:
        return len(self._fresh())

    def candidates(self, name: str, label: str, used: Collection[str] = ()) -> list[Match]:
        """Who a mention of that name and label may be, the likelier first. ``used`` are the entries that the article
        names, and come first among their likes; a part of the name of a person whom it names means that person."""
        known, words = self._fresh(), words_of(name)
        found: dict[str, Match] = {}
        for entry in self._alike(words, used):
            how = _likeness(words, known[entry])
            if how < OTHER:
                found[entry] = Match(known[entry].entry, how, entry in used)
        return sorted(found.values(), key=lambda each: (_cost(each, label), each.entry.name, each.entry.id))[:_MOST]

    def looked_up(self, query: str, used: Collection[str] = (), most: int = _MOST) -> list[RegisterEntry]:
        """Entries that have every typed word in a name, an alias or an id, those that begin with it first."""
        words = fold_key(query, STRONG).split()
        if not words:
            return []
        hits = [each for each in self._fresh().values() if all(word in each.text for word in words)]
        hits.sort(key=lambda each: (each.entry.id not in used, not each.text.startswith(words[0]), each.entry.name))
        return [each.entry for each in hits[:most]]

    def all(self, query: str = "", label: str | None = None) -> list[RegisterEntry]:
        """Every entry, or those that ``looked_up`` would find and that have the label, by name."""
        words = fold_key(query, STRONG).split()
        hits = (each for each in self._fresh().values() if all(word in each.text for word in words))
        return sorted((each.entry for each in hits if label in (None, each.entry.label)), key=lambda e: (e.name, e.id))

    def of_kb_id(self, kb_id: str) -> list[RegisterEntry]:
        """The entries of that knowledge base id."""
        return [each.entry for each in self._fresh().values() if each.entry.kb_id == kb_id]

    def __iter__(self) -> Iterator[RegisterEntry]:
        return (each.entry for each in self._fresh().values())

    def read_on(self) -> bool:
        """Read some more entries, in about a frame's time; True when all are read. Whoever asks reads the rest."""
        written = self._store.foreign_writes()
        if written != self._written:
            self._written, self._read_until = written, ""
            self._known.clear()
            self._by_bag.clear()
            self._by_stem.clear()
            self._by_initials.clear()
        if self._read_until is None:
            return True
        page = self._store.entry_places.entries(self._read_until, _AT_ONCE)
        for entry in page:
            self._drop(entry.id)
            self._put(entry)
        self._read_until = page[-1].id if len(page) == _AT_ONCE else None
        return self._read_until is None

    def _fresh(self) -> dict[str, Known]:
        while not self.read_on():
            pass
        return self._known

    def _alike(self, words: Words, used: Collection[str]) -> Iterable[str]:
        """Ids of entries that may be meant: by the same words, by all of these among their own, by some of these, by
        initials either way."""
        stems = stems_of(words)
        if not stems:
            return set()
        holding = [self._by_stem.get(each, set()) for each in stems]
        smallest = min(holding, key=len)
        first = [entry for entry in used if entry in smallest]
        found = {*first, *(entry for entry, _ in zip(smallest, range(_LOOKED_AT), strict=False))}
        runs = (stems[start:end] for start in range(len(stems)) for end in range(start + 1, len(stems) + 1))
        for run in runs:
            found |= self._by_bag.get(bag(run), set())
        if len(words) == 1:
            found |= self._by_initials.get(words[0], set())
        for short in initials_of(words):
            found |= self._by_bag.get((short,), set())
        return found

    def _put(self, entry: RegisterEntry) -> None:
        if entry.label == CLAIM_ENTRY:
            return
        names = (entry.name, *entry.aliases)
        text = fold_key("\n".join((*names, entry.kb_id or "")), STRONG)
        known = self._known[entry.id] = Known(entry, tuple(map(words_of, names)), text)
        for place in self._places(known):
            place.add(entry.id)

    def _drop(self, entry: str) -> None:
        known = self._known.pop(entry, None)
        for place in self._places(known) if known else ():
            place.discard(entry)

    def _places(self, known: Known) -> list[set[str]]:
        """Where the indexes have the entry, or shall have it."""
        places = []
        for words in known.forms:
            stems = stems_of(words)
            places.append(self._by_bag[bag(stems)])
            places += [self._by_stem[each] for each in stems]
            places += [self._by_initials[short] for short in initials_of(words)]
        return places


def _likeness(words: Words, known: Known) -> int:
    """How near the mention's words are to the entry's names."""
    if known.forms[0] == words:
        return EXACT
    if words in known.forms:
        return ALIAS
    stems = stems_of(words)
    own = [stems_of(form) for form in known.forms]
    if any(bag(stems) == bag(form) for form in own):
        return SAME_WORDS
    if any(set(stems) < set(form) for form in own):
        return PART
    if any(form and set(form) < set(stems) for form in own):
        return WHOLE
    shortened = len(words) == 1 and any(words[0] in initials_of(form) for form in known.forms)
    shortening = any(len(form) == 1 and form[0] in initials_of(words) for form in known.forms)
    return INITIALS if shortened or shortening else OTHER


def _cost(match: Match, label: str) -> int:
    """The least costs come first: likeness, then the label, then whether the article names it already."""
    same = match.entry.label == label
    used = _USED_PERSON if same and label == _PERSON and match.how == PART else _USED
    return 2 * match.how + (0 if same else _OTHER_LABEL) - (used if match.used else 0)
