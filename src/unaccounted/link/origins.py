"""Which claims only repeat another: one origin for a statement and all its copies, with the reason.

In: count claims with their cohorts. Out: for each claim its origin, what it repeats and why. The same figure for the same
cohort and fate is one origin where a source is shared or cited, where a writer says it twice, or where it is large or odd
enough and printed later. It grades nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from unaccounted.base.dates import read_iso
from unaccounted.base.errors import UsageError
from unaccounted.base.records import Claim, Document
from unaccounted.link.folding import fold, name_entity

_TELLING = 20
"""A figure below this is met by chance too often to tell a copy across reports."""


def link_origins(
    claims: Sequence[Claim], cohorts: Mapping[str, str], documents: Mapping[str, Document]
) -> dict[str, tuple[str, str | None, str | None]]:
    """For each claim: (origin id, the claim that it repeats, why); an originator repeats none."""
    alike: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    found: dict[str, tuple[str, str | None, str | None]] = {}
    for claim in claims:
        if claim.kind == "count" and claim.fate is not None:
            alike[_figure(claim, cohorts)].append(claim)
        else:
            found[claim.id] = (name_entity("origin", claim.id), None, None)
    for group in alike.values():
        for cluster in _cluster(sorted(group, key=lambda claim: claim.id)):
            own = _cited_authors(cluster, documents)
            first = min(cluster, key=lambda claim: (claim.id not in own, *_primacy(claim)))
            origin = name_entity("origin", first.id)
            for claim in cluster:
                repeats = None if claim is first else first.id
                found[claim.id] = (origin, repeats, _reason(claim, first) if repeats else None)
    return found


def _figure(claim: Claim, cohorts: Mapping[str, str]) -> tuple[object, ...]:
    number = claim.best if claim.best is not None else (claim.low, claim.high)
    return cohorts.get(claim.id), claim.fate, claim.unit, number


def _speaker(claim: Claim) -> str:
    return fold(claim.source.name).removeprefix("the ") if claim.source is not None and claim.source.name else ""


def _cluster(group: Sequence[Claim]) -> list[list[Claim]]:
    clusters: list[list[Claim]] = []
    for claim in group:
        home = next((cluster for cluster in clusters if any(_copies(claim, other) for other in cluster)), None)
        if home is None:
            clusters.append([claim])
        else:
            home.append(claim)
    return clusters


def _copies(left: Claim, right: Claim) -> bool:
    if not _dates_meet(left, right):
        return False
    if left.document == right.document:
        return True
    if _speaker(left) and _speaker(left) == _speaker(right):
        return True
    size = next((number for number in (left.best, left.low, left.high) if number is not None), 0)
    # Vague words are everybody's: "dozens" twice is no copy.
    return left.bound != "vague" and (size >= _TELLING or (left.unit == "share" and size not in (0.5, 0.1)))


def _cited_authors(cluster: Sequence[Claim], documents: Mapping[str, Document]) -> set[str]:
    """Claims in an author's own report, where another claim names that author as its source: the author said it first."""
    authors = {claim.id: fold(author) for claim in cluster if (document := documents.get(claim.document)) and (author := document.author)}
    cited = {_speaker(claim) for claim in cluster if _speaker(claim) and _speaker(claim) != authors.get(claim.id)}
    return {claim.id for claim in cluster if authors.get(claim.id) in cited and _speaker(claim) == authors.get(claim.id)}


def _dates_meet(left: Claim, right: Claim) -> bool:
    if left.when is None or right.when is None or not left.when.start or not right.when.start:
        return True
    try:
        return read_iso(f"{left.when.start}/{left.when.end}").overlaps(read_iso(f"{right.when.start}/{right.when.end}"))
    except UsageError:
        return True


def _primacy(claim: Claim) -> tuple[str, bool, bool, str, int, str]:
    """Who is the originator: the earliest published, then a named authority, then the first in its document."""
    role = claim.source.role if claim.source is not None else None
    return claim.published or "9999", not _speaker(claim), role in (None, "media", "unnamed"), claim.document, claim.start, claim.id


def _reason(claim: Claim, first: Claim) -> str:
    if claim.document == first.document:
        return "the same figure for the same people and fate, again in one report"
    if _speaker(claim) and _speaker(claim) == _speaker(first):
        return f"both give it as said by {claim.source.name if claim.source else ''}"
    return "the same figure for the same people and fate, in another report"
