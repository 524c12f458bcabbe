"""What tables over the project say in their cells, in the language of the interface."""

from __future__ import annotations

from app.domain.codebook import CUE, QUOTE, Codebook
from app.domain.errors import N_
from app.ui.words import said, tr
from app.workbench.listing import Cell, Listing

_TEXTS = {
    "accepted": N_("accepted"),
    "suggested": N_("suggested"),
    "rejected": N_("rejected"),
    "new": N_("new"),
    "in_progress": N_("in progress"),
    "done": N_("done"),
    "flagged": N_("flagged"),
    "excluded": N_("excluded"),
    "manual": N_("by hand"),
    "propagated": N_("propagated"),
    "rule": N_("by rule"),
    "memory": N_("from memory"),
    "gazetteer": N_("from the gazetteer"),
    "journalist": N_("the journalist"),
    "agency": N_("the agency"),
    "implicit": N_("implicit"),
    "anonymous": N_("anonymous"),
    "none": N_("none"),
}
_TYPE, _STRENGTH = "type", "strength"


class TableCells:
    """The words of cells, looked up in the codebook once."""

    def __init__(self, codebook: Codebook) -> None:
        self._kinds = {kind.id: said(kind.name) for kind in codebook.kinds}
        self._labels = {each.id: said(each.name) for each in codebook.labels()}
        kinds = {kind.id: kind for kind in codebook.kinds}
        found = [each for id_ in (QUOTE, CUE) if id_ in kinds for each in kinds[id_].attributes]
        self._properties = {each.id: said(each.name) for each in found}
        self._values = {(each.id, choice.id): said(choice.name) for each in found for choice in each.choices}

    def cell(self, listing: Listing, row: int, number: int) -> str:
        """One cell as it is shown."""
        value, column = listing.rows[row][number], listing.columns[number]
        if value is None:
            return ""
        if column.number:
            return f"{value:,}" if isinstance(value, int) else f"{value:.4g}"
        match column.named:
            case "kind":
                return self._kinds.get(str(value), str(value))
            case "label":
                return self._labels.get(str(value), str(value))
            case "property":
                return tr("Type") if value == _TYPE else self._properties.get(str(value), str(value))
            case "value":
                return self._value(listing.rows[row][number - 1], value)
            case "strength":
                return self._value(_STRENGTH, value)
            case "text":
                return tr(_TEXTS.get(str(value), str(value)))
        return str(value)

    def _value(self, of: Cell, value: Cell) -> str:
        if of == _TYPE:
            return self._labels.get(str(value), str(value))
        return self._values.get((str(of), str(value)), str(value))
