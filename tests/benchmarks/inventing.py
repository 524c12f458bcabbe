"""Invented news of any length, with its marks: the same for the same seed."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from app.domain.annotation import ANNOTATION_END, DONE, Annotation, End, Link, Progress
from app.domain.article import Article, new_article
from app.domain.codebook import CLAIM, CUE, ENTITY, QUOTE, Codebook
from app.domain.ids import new_id
from app.domain.rules import default_attributes
from app.domain.span import Span

WHEN, LAYER = "2026-11-23T09:00:00Z", "sana"

_FIRST = ["سليم", "ليلى", "ديما", "سامر", "هند", "عادل", "رانيا", "كريم", "منى", "طارق"]
_LAST = ["الناصر", "حداد", "القاسم", "العواد", "الزعبي", "شاهين", "الخطيب", "منصور", "درويش", "العلي"]
_OFFICE = ("وزير المياه", "المتحدث باسم الحكومة", "مدير الهيئة", "رئيسة اللجنة", "الأمين العام للمجلس")
_PLACE = ["عمّان", "بغداد", "بيروت", "دمشق", "الرباط", "تونس", "القاهرة", "صنعاء", "الخرطوم", "الجزائر"]
_BODY = ("الأمم المتحدة", "هيئة الأرصاد", "وكالة رواسي للأنباء", "مجلس النواب", "برنامج الأغذية (WFP)")
_VERB = ["قال", "أكد", "أضاف", "أوضح", "ذكر", "أعلن"]
_CLAUSE = (
    "مخزون السدود ارتفع إلى 71% هذا العام",
    "المفاوضات تستأنف في 30.04.2026 من دون شروط",
    "الأسعار لن ترتفع قبل نهاية الصيف",
    "العمل يبدأ بعد توقيع الاتفاق مع الجهات المانحة",
)
_FILLER = ("وذلك وفق بيان صدر مساء الأحد", "بحسب ما جاء في التقرير السنوي", "في خطوة هي الأولى من نوعها منذ سنوات")


@dataclass(slots=True)
class Written:
    """A text in the making, with the kind, label and place of what shall be marked in it."""

    parts: list[str] = field(default_factory=list)  # joined at the end: a long text is not copied for every word
    length: int = 0
    marks: list[tuple[str, str, Span]] = field(default_factory=list)
    ties: list[tuple[int, str, int]] = field(default_factory=list)

    def say(self, words: str, kind: str | None = None, label: str = "") -> int:
        """Write ``words`` and a space behind them; the number of their mark."""
        start = self.length
        self.add(words)
        if kind is not None:
            self.marks.append((kind, label, Span(start, self.length)))
        self.add(" ")
        return len(self.marks) - 1

    def add(self, words: str) -> None:
        self.parts.append(words)
        self.length += len(words)

    def end(self, words: str) -> None:
        """Write what stands directly behind the last word."""
        self.length -= 1
        self.parts[-1] = self.parts[-1][:-1]
        self.add(words)


def _quotation(written: Written, choose: random.Random, marked: bool) -> None:
    """Somebody's words with cue and speaker; not ``marked`` ones wait for the analyst."""
    cue = written.say(choose.choice(_VERB), *((CUE, CUE) if marked else ()))
    written.say(choose.choice(_OFFICE), *((ENTITY, "OCC") if marked else ()))
    person = f"{choose.choice(_FIRST)} {choose.choice(_LAST)}"
    speaker = written.say(person, *((ENTITY, "PERS") if marked else ()))
    written.say("إن")
    start = written.length
    written.say("«" + choose.choice(_CLAUSE) + " في")
    written.say(choose.choice(_PLACE), *((ENTITY, "GPE") if marked else ()))
    written.end("»")
    if marked:
        written.marks.append((QUOTE, "direct", Span(start, written.length)))
        quote = len(written.marks) - 1
        written.ties += [(quote, "cue", cue), (quote, "speaker", speaker)]
        if choose.random() < 0.5:
            written.marks.append((CLAIM, CLAIM, Span(start + 1, written.length - 1)))
            written.ties.append((len(written.marks) - 1, "claimer", speaker))
    written.add(". ")


def _visit(written: Written, choose: random.Random) -> None:
    """Names, one of them within another."""
    written.say("ووصل")
    written.say(f"{choose.choice(_FIRST)} {choose.choice(_LAST)}", ENTITY, "PERS")
    written.say("إلى")
    written.say(choose.choice(_PLACE), ENTITY, "GPE")
    written.say("مع وفد من")
    body = choose.choice(_BODY)
    place = choose.choice(_PLACE)
    start = written.length
    written.say(f"{body} في {place}", ENTITY, "ORG")
    written.marks.append((ENTITY, "GPE", Span(start + len(body) + 4, written.length - 1)))
    if choose.random() < 0.4:
        written.say(choose.choice(_FILLER))
    written.end(". ")


def write(seed: int, length: int, paragraph: int = 420) -> Written:
    """About ``length`` code points in paragraphs of about ``paragraph``: a mark to every 20 of them."""
    choose, written, begun = random.Random(seed), Written(), 0
    while written.length < length:
        if choose.random() < 0.45:
            _quotation(written, choose, marked=choose.random() < 0.9)
        else:
            _visit(written, choose)
        if written.length - begun > paragraph:
            written.end("\n\n")
            begun = written.length
    return written


@dataclass(frozen=True, slots=True)
class Invented:
    """An article with the marks, links and progress of one layer."""

    article: Article
    annotations: list[Annotation]
    links: list[Link]
    progress: Progress


def invent(
    codebook: Codebook, ref: str, *, seed: int = 1, length: int, most: int | None = None, paragraph: int = 420
) -> Invented:
    """An article of about ``length`` code points with at most ``most`` marks, all over it."""
    written = write(seed, length, paragraph)
    text = "".join(written.parts).strip()
    article = new_article(ref, text, title=text.partition(".")[0][:60])
    kept = _spread(len(written.marks), most)
    annotations = list(_annotations(codebook, article, [written.marks[number] for number in kept]))
    made = {number: annotation.id for number, annotation in zip(kept, annotations, strict=True)}
    links = [
        Link(new_id(), article.id, LAYER, role, made[one], End(ANNOTATION_END, made[other]))
        for one, role, other in written.ties
        if one in made and other in made
    ]
    return Invented(article, annotations, links, Progress(article.id, LAYER, DONE, (LAYER,)))


def _spread(there: int, most: int | None) -> Sequence[int]:
    """The numbers of ``most`` of the marks that are there, in runs of ten, so that frames keep their slots' fillers."""
    if most is None or most >= there:
        return range(there)
    runs = -(-most // 10)
    starts = (number * (there - 10) // max(runs - 1, 1) for number in range(runs))
    return sorted({each for start in starts for each in range(start, min(start + 10, there))})[:most]


def _annotations(codebook: Codebook, article: Article, marks: list[tuple[str, str, Span]]) -> Iterator[Annotation]:
    for kind, label, span in marks:
        attributes = default_attributes(codebook, kind, label)
        if kind == QUOTE:
            attributes["inner"] = [[span.start + 1, span.end - 1]]
        exact = article.text[span.start : span.end]
        yield Annotation(
            new_id(), article.id, LAYER, kind, label, (span,), exact, WHEN, LAYER, attributes, codebook=codebook.version
        )
