"""A claim's verdict: whether it is true, by which evidence, since when and by whom. It is kept apart from what the text
says, and nothing of it is asked of the network."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from app.domain.annotation import Annotation
from app.domain.edit import Edit
from app.domain.errors import N_, TawsimError
from app.workbench.bench import Workbench
from app.workbench.making import with_attribute

VERDICT = "verdict"
_ADDRESS = re.compile(r"https?://([^\s/?#@:\[\]]+|\[[0-9a-fA-F:.]+\])(:\d{1,5})?([/?#]\S*)?")
NO_VERDICT: Mapping[str, Any] = {"value": None, "evidence_urls": [], "date": None, "by": None}


class BadEvidence(TawsimError):
    """An address or a day that is none."""


def verdict_of(claim: Annotation) -> dict[str, Any]:
    """The claim's verdict with all its parts, empty ones included."""
    return {**NO_VERDICT, **(claim.attributes.get(VERDICT) or {})}


def is_set(claim: Annotation) -> bool:
    """Whether anybody has said anything of the claim's truth."""
    return verdict_of(claim) != dict(NO_VERDICT)


def today(bench: Workbench) -> str:
    """The day as ISO 8601 writes it, by the clock that stamps the edits (UTC)."""
    return bench.stamp().at[:10]


def judging(bench: Workbench, claim: Annotation, value: str | None, evidence: Sequence[str], day: str) -> Edit | None:
    """The edit that sets the verdict; without value and evidence there is none any more. None when nothing changes.

    Raises ``BadEvidence`` for an address that is no web address and a day that is no day.
    """
    urls = [each for line in evidence if (each := line.strip())]
    for number, url in enumerate(urls, 1):
        if not is_address(url):
            raise BadEvidence(N_("Address {number} is no web address: {url}"), number=number, url=url)
    if not value and not urls:
        return with_attribute(bench, claim, VERDICT, None) if is_set(claim) else None
    try:
        date.fromisoformat(day)
    except ValueError as error:
        raise BadEvidence(N_("“{day}” is no day such as 2026-04-30."), day=day) from error
    before = verdict_of(claim)
    same = (before["value"], before["evidence_urls"], before["date"]) == (value, urls, day)
    said = {"value": value, "evidence_urls": urls, "date": day, "by": bench.author}
    return None if same else with_attribute(bench, claim, VERDICT, said)


def is_address(url: str) -> bool:
    """Whether a text has the form of a web address: http or https, a host, and no white space."""
    return _ADDRESS.fullmatch(url) is not None
