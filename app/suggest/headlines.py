"""Headlines and turns of an interview: a speaker, a colon or two points, and the words."""

from __future__ import annotations

from app.domain.span import Span
from app.domain.text.folding import fold_key
from app.domain.text.paragraphs import line_at, paragraph_before
from app.domain.text.quotation import Quoted
from app.domain.text.tokens import Token
from app.domain.text.trim import trim
from app.suggest.contents import Contents
from app.suggest.nominals import BODY, OFFICE, PERSON, Speaker
from app.suggest.speakers import Speakers
from app.suggest.wording import Wording

_MOST_WORDS = 40  # a longer line with a colon is no headline
_LEAST_WORDS = 3  # of somebody's words in a headline
_NAME_WORDS = 4  # of a name in marks before a colon
_DASHES = frozenset("-–—ـ")
_DOTS = frozenset("•*●▪■◄")  # before the questions of an interview
_PARTS = ("..", "…", "|")  # they part the halves of a headline
_LETTERS = ("س:", "ج:", "س :", "ج :", "س/", "ج/", "س-", "ج-")
_WHO = (PERSON, OFFICE, BODY)

Said = tuple[tuple[Span, ...], Speaker]


class Headlines(Wording):
    """Reads lines in which no reporting expression tells who speaks."""

    def __init__(self, wording: Wording, contents: Contents, speakers: Speakers) -> None:
        super().__init__(*wording.parts)
        self._contents, self._speakers = contents, speakers

    def of(self, paragraph: Span, quotes: list[Quoted], reported: int) -> Said | None:
        """Contents and speaker of a line that is a headline, or a turn of an interview. From ``reported`` on
        expressions report what others say: that may stand within a headline, but not lead to it."""
        found = self._colon(paragraph, quotes, reported) or self._turn(paragraph, quotes, reported)
        return self._points(paragraph, quotes) if found is None and reported >= paragraph.end else found

    def sourced(self, paragraph: Span) -> Said | None:
        """Contents and speaker of a headline whose source stands behind a dash: حصري-الشركة تلغي ألف وظيفة - مصادر."""
        dash = max(self._text.rfind(f" {sign} ", paragraph.start, paragraph.end) for sign in "-–—")
        tail = self._words.after(dash) if dash > paragraph.start else None
        content = trim(self._text, Span(paragraph.start, dash)) if tail else None
        if tail is None or content is None or self._length(Span(tail.start, paragraph.end)) > _NAME_WORDS:
            return None
        lead = self._words.after(content.start - 1)
        if lead and self._has("no_speaker", lead) and self._text[lead.end : lead.end + 1] in ("-", "–", ":"):
            content = Span(self._skip(lead.end + 1, content.end), content.end)
        sources = any(self._lexicons.has(each, self._word(tail)) for each in ("unnamed", "papers"))
        if not sources or self._length(content) < _LEAST_WORDS or ":" in self._text[content.start : content.end]:
            return None
        return (content,), self._speakers.behind_colon(Span(tail.start, paragraph.end))

    def _colon(self, paragraph: Span, quotes: list[Quoted], reported: int) -> Said | None:
        """A speaker, a colon, and the words, with or without quotation marks."""
        colon = self._text.find(":", paragraph.start, paragraph.end)
        around = next((quote for quote in quotes if quote.outer.start <= colon < quote.outer.end), None)
        if colon < 0 or around is not None:
            return None
        label = self._label(Span(paragraph.start, colon), paragraph)
        if self._skip(colon + 1, paragraph.end) >= reported and reported >= label.start:
            return None
        content = trim(self._text, Span(colon + 1, paragraph.end))
        if content is None:
            return None
        quote = next((each for each in quotes if each.outer.start == content.start), None)
        second = self._text[paragraph.start : label.start].rstrip(" و").endswith(_PARTS)
        second = second or (paragraph.start < label.start and self._text[label.start - 1] == "و")
        if quote is None and not _LEAST_WORDS - 1 <= self._length(content) <= self._most(label):
            return None
        speaker = self._name_in_marks(label, quotes) or self._speakers.before_colon(label, quote is None, second)
        if speaker is None:
            return None
        person = speaker.sort in _WHO or second
        if quote is None and not person and self._length(content) < _LEAST_WORDS:
            return None
        return (self._contents.run_on(quote) if quote else (content,)), speaker

    def _label(self, before: Span, paragraph: Span) -> Span:
        """What names the speaker before a colon: all, or what stands behind two points (خسارة جديدة.. والمدرب: ...), or
        in a headline behind a comma (أطباء يحذرون، ومنظمة دولية: ...)."""
        behind = max(self._text.rfind(sign, before.start, before.end) + len(sign) for sign in _PARTS)
        comma = self._text.rfind("، و", before.start, before.end) + 2
        if self._text[paragraph.end - 1] not in ".!؟" and comma > max(behind, before.start + 2):
            behind = comma
        start = self._skip(behind, before.end) if behind >= before.start + 2 else self._second_half(before, paragraph)
        token = self._words.after(start - 1)
        led = start > before.start and token is not None and self._is_joined(token)
        return Span(start + led, before.end)

    def _second_half(self, before: Span, paragraph: Span) -> int:
        """Where the half of a headline begins that names who speaks: الحمى تعود [وأطباء: ...]; else its start."""
        tokens = list(self._tokens(before))
        if self._text[paragraph.end - 1] in ".!؟":
            return before.start
        for place in range(_LEAST_WORDS, len(tokens)):
            word = self._word(tokens[place])
            crowd = any(self._lexicons.has(each, word[1:]) for each in ("unnamed", "crowds"))
            if word[0] == "و" and crowd and len(tokens) - place < _LEAST_WORDS:
                return tokens[place].start
        return before.start

    def _is_joined(self, token: Token) -> bool:
        """Whether و before a label only joins it: والدفاع, but not وزير."""
        key, heads = fold_key(self._word(token)), self._lexicons.heads
        listed = any(key in each for each in (heads.titles, heads.bodies, heads.given, self._lexicons.false_proclitics))
        return key.startswith("و") and not listed

    def _most(self, label: Span) -> int:
        """How many words may stand behind a colon: any number if the word before it is that of an interview."""
        tokens = list(self._tokens(label))
        turn = len(tokens) == 1 and self._lexicons.has("turn_of", self._word(tokens[0]))
        return len(self._text) if turn else _MOST_WORDS - len(tokens)

    def _name_in_marks(self, led: Span, quotes: list[Quoted]) -> Speaker | None:
        """A body whose name stands in marks before the colon: «هيومن رايتس ووتش»: ..."""
        whole = trim(self._text, led)
        quote = next((each for each in quotes if each.outer == whole), None)
        if quote is None or self._length(quote.inner) > _NAME_WORDS:
            return None
        return self._speakers.body_in_marks(quote.inner)

    def _points(self, paragraph: Span, quotes: list[Quoted]) -> Said | None:
        """Two points between speaker and words, in either order, or a dash behind them: سليم الناصر.. "لن أعود"."""
        for quote in quotes:
            led = self._text[paragraph.start : quote.outer.start].rstrip()
            if led.endswith((".", "…")) and led.rstrip(".… ") and not led.endswith(" ."):
                before = Span(paragraph.start, paragraph.start + len(led.rstrip(".… ")))
                speaker = self._speakers.before_colon(before, whole=True) if led.endswith(("..", "…")) else None
                if speaker is not None:
                    return (quote.outer,), speaker
            behind = self._text[quote.outer.end : paragraph.end].lstrip()
            if quote.outer.start == paragraph.start and behind.startswith(("..", "…", "-", "–", "—", "|")):
                at = self._text.index(behind[:1], quote.outer.end)
                speaker = self._speakers.behind_colon(Span(at + 1, paragraph.end))
                return (quote.outer,), speaker if speaker.sort in _WHO else Speaker(None, "none")
        return None

    def _turn(self, paragraph: Span, quotes: list[Quoted], reported: int) -> Said | None:
        """A turn of an interview: a dash or a letter, and the words of whoever is asked or asks."""
        begun = self._text[paragraph.start : paragraph.start + 3]
        letter = next((each for each in _LETTERS if begun.startswith(each)), "")
        dotted = begun[0] in _DOTS and self._text[paragraph.end - 1] == "؟"
        if not letter and not dotted and begun[0] not in _DASHES:
            return None
        content = trim(self._text, Span(paragraph.start + max(len(letter), 1), paragraph.end))
        if content is None or any(each.outer.start == content.start for each in quotes):
            return None
        if content.start + 1 >= reported and not self._is_asked(paragraph):
            return None
        if self._length(content) < _LEAST_WORDS:
            return None
        return (content,), Speaker(None, "none")

    def _is_asked(self, paragraph: Span) -> bool:
        """Whether a turn that itself begins with a verb of saying asks, and stands behind another turn."""
        before = paragraph_before(self._text, line_at(self._text, paragraph.start).start)
        behind = before is not None and (self._text[before.start] in _DASHES or self._text[before.end - 1] == "؟")
        return behind and self._text[paragraph.end - 1] == "؟"
