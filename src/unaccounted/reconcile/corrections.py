"""Figures that their own source corrected, and figures told as confirmed that only one origin tells.

In: claims of one origin, or the statements of a cohort. Out: the claims that still stand, with those that they correct, and the
digits by which statements are believed. A figure of another day is no correction: time passed.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from unaccounted.base.records import FlatClaim
from unaccounted.reconcile.scales import Scales

if TYPE_CHECKING:
    from unaccounted.reconcile.statements import Statement

NEAR_DAYS = 400
"""Figures of days farther apart than this do not confirm one another."""
_FAR = 2.0
"""How many of their joint scales two statements may lie apart, and one still confirm the other."""


def drop_corrected(group: Sequence[FlatClaim]) -> tuple[list[FlatClaim], dict[str, tuple[str, ...]]]:
    """The claims of one origin that still stand.

    A later figure of the same source for the same people, fate and day replaces the earlier one. Copies of what was corrected go
    with it: they are known by `repeats`, or by saying the same.

    Args:
        group: claims of one origin.

    Returns:
        The claims that stand, in the order given, and the ids that each of them corrects, by its id.
    """
    told: dict[tuple[object, ...], list[FlatClaim]] = {}
    for claim in group:
        told.setdefault((claim.cohort, claim.fate, claim.covers, claim.unit or "people", claim.base, claim.as_of), []).append(claim)
    gone: dict[str, str] = {}
    for same in told.values():
        own = [claim for claim in same if claim.published and claim.origin and not claim.repeats]
        for claim in own:
            later = [
                other
                for other in own
                if other.source == claim.source and (other.published or "") > (claim.published or "") and _say(other) != _say(claim)
            ]
            if later:
                gone[claim.id] = max(later, key=lambda other: (other.published or "", other.id)).id
        said = {_say(claim): gone[claim.id] for claim in own if claim.id in gone}
        sources = {claim.source for claim in own if claim.id in gone}
        stays = {_say(claim) for claim in own if claim.id not in gone and claim.source in sources}
        for claim in same:
            if claim.id not in gone and (claim.repeats in gone or (_say(claim) in said and _say(claim) not in stays)):
                gone[claim.id] = said.get(_say(claim)) or gone[claim.repeats or ""]
    corrects: dict[str, tuple[str, ...]] = {}
    for name, by in sorted(gone.items()):
        corrects[by] = (*corrects.get(by, ()), name)
    return [claim for claim in group if claim.id not in gone], corrects


def _say(claim: FlatClaim) -> tuple[object, ...]:
    return (claim.low, claim.best, claim.high, claim.bound, claim.words)


def find_unconfirmed(statements: Sequence[Statement], digits: Mapping[str, str], scales: Scales) -> set[str]:
    """Ids of the claims told as confirmed (digit 1) that no second origin confirms.

    Another origin of another voice confirms a figure where it speaks of the same line about the same time and lies within two of
    their joint scales.

    Args:
        statements: of one cohort or family.
        digits: the digit of each statement, by the id of its claim.
        scales: the table.

    Source:
        NATO AJP-2.1: 1 is "confirmed by other sources"; the design asks for two independent origins.
    """
    found = set()
    for each in statements:
        if digits[each.claim.id] == "1" and not any(_confirms(other, each, scales) for other in statements):
            found.add(each.claim.id)
    return found


def _confirms(other: Statement, each: Statement, scales: Scales) -> bool:
    if other.origin == each.origin or other.voice == each.voice or other.weight < 1:
        return False
    if (other.claim.cohort, other.fates, other.base) != (each.claim.cohort, each.fates, each.base):
        return False
    if other.day is not None and each.day is not None and abs(other.day - each.day) > NEAR_DAYS:
        return False
    apart = max(other.interval.low - each.interval.high, each.interval.low - other.interval.high)
    joint = math.hypot(other.scale, each.scale, scales.bias(other.letter), scales.bias(each.letter))
    return apart <= _FAR * joint
