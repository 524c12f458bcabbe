"""A mark in words, for those who hear the window and for the tip that shows under the mouse."""

from __future__ import annotations

from app.domain.annotation import ENTRY_END, LITERAL_END, REJECTED, SUGGESTED, Annotation, End
from app.domain.codebook import Codebook, Slot
from app.domain.errors import N_
from app.domain.span import Span
from app.ui.words import escape, isolated, language, said, tr
from app.workbench.bench import Workbench

_ORIGINS = {"manual": N_("by hand"), "rule": N_("by rule"), "propagated": N_("propagated")}
_STATES = {SUGGESTED: N_("suggested"), REJECTED: N_("rejected")}
_COUNTED = 2000  # code points of a mark in which others are counted
_TOLD = 120  # code points of a mark's text; nobody wants to hear a paragraph to learn that it is a claim


def nothing_open() -> str:
    """What to do where no article is open."""
    return tr("No article is open. Ctrl+I imports articles, Ctrl+O opens another project, F1 shows all keys.")


def name_of(codebook: Codebook, mark: Annotation) -> str:
    """Kind and label in the interface language; the kind alone where it has but one label."""
    kind = codebook.shown_kind(mark.kind)
    if len(kind.labels) < 2:
        return said(kind.name)
    return f"{said(kind.name)} · {said(codebook.shown(mark.kind, mark.label).name)}"


def origin_of(mark: Annotation) -> str:
    """Where the mark comes from, who had it in hand last, and when, to the minute in UTC."""
    origin = tr(_ORIGINS[mark.origin]) if mark.origin in _ORIGINS else mark.origin
    who = mark.changed_by or mark.made_by
    when = (mark.changed_at or mark.made_at)[:16].replace("T", " ")
    return tr("{origin} · {who} · {when}").format(origin=origin, who=isolated(who), when=f"\u2066{when}\u2069")


def slot_filling(bench: Workbench, mark: Annotation, slot: Slot) -> str:
    """What fills a slot of the mark, in words; empty when nothing does."""
    links = bench.marks.links_from(mark.id, slot.id)
    texts = [_end_text(bench, mark.kind, link.target) for link in links]
    unnamed = mark.attributes.get("realization") if slot.id == "speaker" else None
    if not texts and unnamed in ("implicit", "anonymous"):
        attribute = bench.codebook.shown_kind(mark.kind).attribute("realization")
        texts = [said(choice.name) for choice in (attribute.choices if attribute else ()) if choice.id == unnamed]
    return tr(", ").join(texts)


def mark_sentence(bench: Workbench, mark: Annotation) -> str:
    """The mark as a screen reader says it: kind and label, words, state unless it is accepted, slots, nesting."""
    exact = mark.exact if len(mark.exact) <= _TOLD else mark.exact[:_TOLD] + "…"
    parts = [tr("{label}: {text}").format(label=name_of(bench.codebook, mark), text=isolated(exact))]
    if mark.state in _STATES:
        parts.append(tr(_STATES[mark.state]))
    for slot in bench.codebook.shown_kind(mark.kind).slots:
        filling = slot_filling(bench, mark, slot)
        if filling:
            parts.append(tr("{label}: {text}").format(label=said(slot.name), text=isolated(filling)))
    around, inside = _nesting(bench, mark)
    if around:
        parts.append(tr("inside %n marks", around))
    if inside:
        parts.append(tr("around %n marks", inside))
    return tr("; ").join(parts)


def tip(codebook: Codebook, mark: Annotation) -> str:
    """Name and origin as HTML in which nothing of the project can be markup."""
    way = "rtl" if language() == "ar" else "ltr"
    state = f"<br>{escape(tr(_STATES[mark.state]))}" if mark.state in _STATES else ""
    name, origin = escape(name_of(codebook, mark)), escape(origin_of(mark))
    return f'<div dir="{way}" style="white-space: nowrap"><b>{name}</b>{state}<br>{origin}</div>'


def _nesting(bench: Workbench, mark: Annotation) -> tuple[int, int]:
    """How many live marks lie around this one, and how many in it; of the same extent, neither.

    Nobody counts what lies in a very long one: it would be half the article at each key.
    """
    extent = mark.extent
    asked = extent if len(extent) <= _COUNTED else Span(extent.start, extent.start + 1)
    others = [each for each in bench.marks.meeting(asked) if each.state != REJECTED and each.extent != extent]
    around = sum(each.extent.holds(extent) for each in others)
    inside = sum(extent.holds(each.extent) for each in others) if asked == extent else 0
    return around, inside


def _end_text(bench: Workbench, kind: str, end: End) -> str:
    if end.kind == LITERAL_END:
        from app.workbench.completing import word_for  # noqa: PLC0415 - few marks have such an end

        words = word_for(bench.codebook, kind, end.value)
        return said(words) if words else end.value
    if end.kind == ENTRY_END:
        entry = bench.store.entry(end.value)
        return entry.name if entry else end.value
    mark = bench.marks.get(end.value)
    return mark.exact if mark else end.value
