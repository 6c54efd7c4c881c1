"""What is counted of a part, as a floor of its whole: "100 of the 3rd battalion were killed" is at least 100 of the army.

In: flat claims by cohort, where `within` names the cohort in which a part lies. Out: for each whole the floors that its parts
set, on the lines that nobody counts for the whole itself (where one does, the part is bounded by it instead: `bounds`). Only
ways out are floors, for who left has left: no part is a floor of how many entered, are still there or were hurt. A whole whose
own size nobody counts gets none, for a floor alone would make a size out of a part; and shares of a part tell nothing of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from unaccounted.base.records import FlatClaim
from unaccounted.base.vocabulary import FATES, Role, role_of


def bear_on_wholes(by_cohort: Mapping[str, Sequence[FlatClaim]]) -> dict[str, list[FlatClaim]]:
    """Floors for each cohort, from the cohorts that lie in it, in those, and so on.

    Args:
        by_cohort: the claims of each cohort by its label.

    Returns:
        Cohort to floors, each with the id, origin and source of the claim that it comes from.
    """
    above = {claim.cohort: claim.within for claims in by_cohort.values() for claim in claims if claim.within}
    entries = {cohort: _counted_entries(claims) for cohort, claims in by_cohort.items()}
    floors: dict[str, list[FlatClaim]] = {}
    for part in by_cohort:
        for whole in _wholes_of(part, above):
            if entries.get(whole):
                own = {claim.fate for claim in by_cohort[whole] if claim.unit != "share"}
                told = _floors(by_cohort[part], whole, entries[whole])
                floors.setdefault(whole, []).extend(each for each in told if each.fate not in own)
    return {whole: told for whole, told in floors.items() if told}


def _least(claim: FlatClaim) -> float | None:
    return claim.low if claim.low is not None else claim.best


def _wholes_of(part: str, above: Mapping[str, str]) -> Iterator[str]:
    """The cohorts in which a part lies, the smallest first."""
    seen = {part}
    while (whole := above.get(part)) is not None and whole not in seen:
        seen.add(whole)
        yield whole
        part = whole


def _counted_entries(claims: Sequence[FlatClaim]) -> set[str]:
    return {claim.fate for claim in claims if claim.unit != "share" and claim.fate in FATES and FATES[claim.fate].role is Role.ENTRY}


def _floors(claims: Sequence[FlatClaim], whole: str, entries: set[str]) -> Iterator[FlatClaim]:
    for claim in claims:
        low = _least(claim)
        out = claim.fate in FATES and all(role_of(claim.fate, entry) is Role.EXIT for entry in entries)
        if low and out and claim.unit != "share" and claim.bound != "at most" and claim.measure != "stock":
            yield replace(
                claim, cohort=whole, within=None, partition=None, bound="at least", low=low, best=None, high=None, words=None
            )  # fmt: skip
