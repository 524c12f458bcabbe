"""Gates: what must be true before a release may leave, set for each project. A shut gate says which articles."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields

from app.domain.errors import N_, TawsimError
from app.quality.checks import SEVERITIES, Finding
from app.store import Store

_NOTE = "release.gates"
_SHOWN = 5

_NO_SHARE = N_("The least agreement must be a number from 0 to 1, and is {told}.")
_FINDINGS = N_("{count} articles have findings as grave as “{severity}”: {refs}. Mend them, or open the gate.")
_NOT_ADJUDICATED = N_("{count} articles that were annotated are not done in the layer {layer}: {refs}.")
_DISAGREE = N_("The layers {one} and {other} agree on {found} of their marks (F1), and {least} is asked for: {refs}.")
_NOT_MEASURED = N_("Agreement of {least} is asked for, and there is none to measure: {reason}")


class WrongShare(TawsimError):
    """A wanted agreement that is no share."""


class GateShut(TawsimError):
    """A release that may not leave yet. ``articles`` are the refs of those that keep it, all of them."""

    def __init__(self, template: str, articles: Sequence[str] = (), **values: object) -> None:
        super().__init__(template, **values)
        self.articles = list(articles)


@dataclass(frozen=True, slots=True)
class Gates:
    """``findings``: no finding of this severity or a graver one. ``agreement``: the least F1 of exact spans between any
    two layers. ``adjudicated``: every article that anybody has done is done in the released layer. None: not asked."""

    findings: str | None = None
    agreement: float | None = None
    adjudicated: bool = False


def gates(store: Store) -> Gates:
    """The gates of the project; all open where none was set, or what was kept is not understood."""
    told = json.loads(store.note(_NOTE) or "{}")
    known = {each.name for each in fields(Gates)}
    return Gates(**{name: value for name, value in told.items() if name in known})


def share_of(told: str) -> float:
    """A number from 0 to 1 as people write it, also ٠٫٨. ``WrongShare`` for anything else."""
    try:
        share = float(told.strip().replace("٫", ".").replace(",", "."))
    except ValueError:
        share = -1.0
    if not 0 <= share <= 1:
        raise WrongShare(_NO_SHARE, told=told)
    return share


def set_gates(store: Store, wanted: Gates) -> None:
    """Keep the gates."""
    store.set_note(_NOTE, json.dumps(asdict(wanted), sort_keys=True))


def check_findings(asked: Gates, found: Iterable[tuple[str, Finding]]) -> dict[str, int]:
    """How many findings of each severity there are, of refs with their findings. ``GateShut`` when one is too grave."""
    counts = dict.fromkeys(SEVERITIES, 0)
    grave = SEVERITIES[: SEVERITIES.index(asked.findings) + 1] if asked.findings else ()
    shut: dict[str, None] = {}
    for ref, finding in found:
        counts[finding.severity] += 1
        if finding.severity in grave:
            shut[ref] = None
    if shut:
        raise GateShut(_FINDINGS, list(shut), count=len(shut), severity=asked.findings, refs=_some(shut))
    return counts


def check_adjudicated(asked: Gates, layer: str, done: Mapping[str, Iterable[str]]) -> None:
    """``done`` are the layers that have done each article, by ref."""
    open_ones = [ref for ref, layers in done.items() if layer not in layers]
    if asked.adjudicated and open_ones:
        raise GateShut(_NOT_ADJUDICATED, open_ones, count=len(open_ones), layer=layer, refs=_some(open_ones))


def check_agreement(
    asked: Gates, agreement: Mapping[str, object], refs: Mapping[tuple[str, str], Sequence[str]]
) -> None:
    """``agreement`` as it will stand in the release, ``refs`` the articles that each two layers have both done."""
    if asked.agreement is None:
        return
    pairs = agreement["pairs"]
    if not isinstance(pairs, list):
        raise GateShut(_NOT_MEASURED, least=asked.agreement, reason=agreement["reason"])
    for pair in pairs:
        found = pair["spans"]["all"]["f1_exact"]
        if found is not None and found < asked.agreement:
            one, other = pair["layers"]
            articles = refs[one, other]
            values = {"one": one, "other": other, "found": found, "least": asked.agreement, "refs": _some(articles)}
            raise GateShut(_DISAGREE, articles, **values)


def _some(refs: Iterable[str]) -> str:
    every = list(refs)
    return ", ".join(every[:_SHOWN]) + (" …" if len(every) > _SHOWN else "")
