"""Which cohorts have a say in one another's accounts.

In: flat claims. Out: for a cohort, its family (whose claims make one density) and its company (whose accounts bind one another).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from unaccounted.base.records import FlatClaim
from unaccounted.reconcile.kin import find_kin


def find_family(cohort: str, evidence: Sequence[FlatClaim]) -> tuple[str, ...]:
    """The members of the family that a cohort is reckoned with; itself where it is reckoned by itself."""
    return next((family.members for family in find_kin(evidence).families if cohort in family.members), (cohort,))


def find_company(cohorts: Iterable[str], claims: Iterable[FlatClaim]) -> set[str]:
    """Some cohorts and all that lie within them, in which they lie, and so on."""
    near: dict[str, set[str]] = {}
    for claim in claims:
        if claim.within:
            near.setdefault(claim.cohort, set()).add(claim.within)
            near.setdefault(claim.within, set()).add(claim.cohort)
    found, waiting = set[str](), list(cohorts)
    while waiting:
        cohort = waiting.pop()
        if cohort not in found:
            found.add(cohort)
            waiting += near.get(cohort, ())
    return found
