"""Claims as linked, made into flat claims: one row for each count, with its cohort's label, its date, origin and grade.

In: claim records and what link added to them. Out: flat claims with the claims' ids. Only counts are figures; a named
person's fate is none. A claim that no link speaks of keeps its own cohort's words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from unaccounted.base.dates import last_day
from unaccounted.base.records import Claim, ClaimLink, Entity, EntityLink, FlatClaim
from unaccounted.base.vocabulary import FATES, Role, role_of

RETROSPECT = 10
"""Years after the last day of which a dated claim tells what became of a cohort; from then on a report without a date of
its own is history: it tells of the end."""


def flatten_claims(
    claims: Iterable[Claim], entities: Iterable[Entity], links: Iterable[EntityLink], claim_links: Iterable[ClaimLink]
) -> list[FlatClaim]:
    """Make flat claims of counts.

    Args:
        claims: of every kind; only counts are used.
        entities: with the cohorts, whose labels are unique.
        links: how cohorts stand to one another; `within` becomes the column of that name.
        claim_links: the cohort, origin and grade of each claim.

    Returns:
        One row for each count with a fate, in the claims' order.
    """
    labels = {entity.id: entity for entity in entities if entity.kind == "cohort"}
    wholes = _wholes([link for link in links if link.relation == "within"], labels)
    linked = {link.claim: link for link in claim_links}
    counts = [claim for claim in claims if claim.kind == "count" and claim.fate is not None and claim.cohort is not None]
    ends = _inherit(_last_days(counts, linked, labels), wholes, labels)
    rows = []
    for claim in counts:
        assert claim.cohort is not None and claim.fate is not None
        link = linked.get(claim.id)
        cohort = labels.get(link.cohort) if link is not None and link.cohort is not None else None
        rows.append(
            FlatClaim(
                id=claim.id,
                cohort=cohort.label if cohort is not None else claim.cohort.label,
                fate=_stands_as(claim, cohort.entry if cohort is not None else None),
                within=wholes.get(cohort.id) if cohort is not None else None,
                measure=claim.measure,
                low=claim.low,
                best=claim.best,
                high=claim.high,
                bound=claim.bound,
                unit=claim.unit,
                base=claim.base if claim.base in FATES else None,
                words=claim.words,
                factuality=claim.factuality,
                as_of=_as_of(claim, ends.get(link.cohort or "") if link is not None else None),
                published=claim.published,
                source=claim.source.name if claim.source is not None else None,
                source_role=claim.source.role if claim.source is not None else None,
                grade=link.grade if link is not None else None,
                origin=link.origin if link is not None else None,
                repeats=link.repeats if link is not None else None,
                covers=";".join(claim.covers) or None,
            )
        )
    return rows


def _stands_as(claim: Claim, entry: str | None) -> str:
    """The line on which a claim stands: those still held of a cohort of the arrested are its remaining, not all who were."""
    assert claim.fate is not None
    if claim.measure == "stock" and claim.fate == entry and claim.unit == "people":
        return "remaining"
    return claim.fate


def _wholes(links: Sequence[EntityLink], labels: dict[str, Entity]) -> dict[str, str]:
    """For each cohort the label of the smallest cohort in which it lies: the one that lies in the most others itself."""
    depth: dict[str, int] = {}
    for link in links:
        depth[link.left] = depth.get(link.left, 0) + 1
    wholes: dict[str, str] = {}
    for link in sorted(links, key=lambda each: (depth.get(each.right, 0), each.right)):
        if link.left in labels and link.right in labels:
            wholes[link.left] = labels[link.right].label
    return wholes


def _last_days(counts: Sequence[Claim], linked: dict[str, ClaimLink], labels: dict[str, Entity]) -> dict[str, str]:
    """The last day of which a dated claim of each cohort tells what became of them.

    The day on which they set out or were taken is no end of their story: a return does not stand at it.
    """
    ends: dict[str, str] = {}
    for claim in counts:
        link = linked.get(claim.id)
        if link is None or link.cohort is None or claim.when is None or not claim.when.end or claim.fate is None:
            continue
        entity = labels.get(link.cohort)
        if role_of(claim.fate, entity.entry if entity is not None else None) is not Role.ENTRY:
            ends[link.cohort] = max(ends.get(link.cohort, ""), claim.when.end)
    return ends


def _inherit(ends: dict[str, str], wholes: dict[str, str], labels: dict[str, Entity]) -> dict[str, str]:
    """The last days, of a cohort without one that of the cohort in which it lies: their story ends with its."""
    named = {entity.label: entity.id for entity in labels.values()}
    found = dict(ends)
    for part in wholes:
        seen, at = {part}, part
        while at not in ends and at in wholes and named[wholes[at]] not in seen:
            at = named[wholes[at]]
            seen.add(at)
        if at in ends:
            found[part] = ends[at]
    return found


def _as_of(claim: Claim, end: str | None) -> str | None:
    """The day at which a figure stands: of its own date; a history's at the cohort's last; else its publication's."""
    if claim.when is not None and claim.when.end:
        return claim.when.end
    if claim.published and end and last_day(claim.published).year >= last_day(end).year + RETROSPECT:
        return end
    return claim.published
