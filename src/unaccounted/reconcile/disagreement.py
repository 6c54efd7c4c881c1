"""Two statements that lie far apart, and what may explain it: copying, scope, date, definition, or nothing.

In: the statements of one cohort. Out: pairs of statements with a type each, the farthest apart of each line and type. How much
hangs on a pair is measured elsewhere; neither side is judged.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from unaccounted.base.vocabulary import FATES, Conflict
from unaccounted.reconcile.lines import REMAINING
from unaccounted.reconcile.scales import Scales
from unaccounted.reconcile.statements import Statement, source_key

FAR = 2.0
"""How many of their joint scales two statements' intervals must lie apart to contradict one another."""
FAR_AT_ONCE = 1.0
"""The same where both count alike at one time: nothing then explains the gap, and a reader wants to see it."""
NEAR_DAYS = 400
"""Figures that stand at days farther apart than this differ because time passed."""
SAME_DAYS = 31
"""Figures that stand at days no farther apart than this are of one time."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two statements that cannot both be right as they stand.

    Args:
        low, high: the lower and the higher.
        type: a `Conflict`.
        gap: how many of their joint scales they lie apart.
    """

    low: Statement
    high: Statement
    type: Conflict
    gap: float


def pair_statements(statements: Sequence[Statement], scales: Scales) -> list[Pair]:
    """For each line and type, the two statements that lie farthest apart, where they lie far apart."""
    widest: dict[tuple[object, ...], Pair] = {}
    for left, right in combinations(statements, 2):
        low, high = sorted((left, right), key=lambda each: (each.interval.low, each.interval.high))
        kind = _judge(low, high)
        if kind is None:
            continue
        gap = measure_gap(low, high, scales)
        key = (low.claim.fate, low.base, kind)
        if gap > (FAR_AT_ONCE if kind is Conflict.DISAGREEMENT else FAR) and (key not in widest or gap > widest[key].gap):
            widest[key] = Pair(low, high, kind, gap)
    return list(widest.values())


def measure_gap(low: Statement, high: Statement, scales: Scales) -> float:
    """How many joint scales lie between two statements' intervals; of one voice, its bias is in both and counts for nothing."""
    variance = low.scale**2 + high.scale**2
    if low.voice != high.voice:
        variance += scales.bias(low.letter) ** 2 + scales.bias(high.letter) ** 2
    return (high.interval.low - low.interval.high) / math.sqrt(variance)


def _judge(low: Statement, high: Statement) -> Conflict | None:
    """What a gap between two statements would be; None where it would be no contradiction."""
    if low.fates != high.fates or low.base != high.base:
        # "Killed" above "killed or died": the two do not count alike.
        narrower = low.base is None and high.base is None and set(high.fates) < set(low.fates) and _are_near(low, high)
        return Conflict.DEFINITION if narrower and low.origin != high.origin else None
    if low.origin == high.origin:
        return _judge_copies(low, high)
    if low.voice == high.voice:
        return Conflict.SCOPE if _said_at_once(low, high) else None
    if low.day is None or high.day is None:
        return Conflict.DATE
    apart = abs(high.day - low.day)
    if apart > NEAR_DAYS:
        return None
    if low.claim.measure and high.claim.measure and low.claim.measure != high.claim.measure:
        return Conflict.DEFINITION
    if apart > SAME_DAYS and (high.day > low.day or _may_fall(low)):
        return Conflict.DATE
    return Conflict.DISAGREEMENT


def _judge_copies(low: Statement, high: Statement) -> Conflict | None:
    names = {source_key(claim) for claim in (low.claim, high.claim)}
    repeats = low.claim.repeats in high.claims or high.claim.repeats in low.claims
    if repeats or (len(names) == 2 and None not in names):
        return Conflict.COPYING
    return Conflict.SCOPE if _said_at_once(low, high) else None


def _said_at_once(low: Statement, high: Statement) -> bool:
    """Whether both stand at one day and came out together: said later, the second corrects the first."""
    return low.day == high.day and low.claim.published == high.claim.published


def _are_near(low: Statement, high: Statement) -> bool:
    return low.day is not None and high.day is not None and abs(high.day - low.day) <= SAME_DAYS


def _may_fall(statement: Statement) -> bool:
    fate = FATES.get(statement.claim.fate)
    return statement.claim.measure == "stock" or statement.claim.fate == REMAINING or (fate is not None and fate.whole == REMAINING)


def pair_denials(statements: Sequence[Statement], denied: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Each denied figure with the statements that give it: of the same line, meeting its interval."""
    for no in denied:
        for yes in statements:
            alike = (no.claim.fate, no.base is None) == (yes.claim.fate, yes.base is None)
            if alike and no.interval.low <= yes.interval.high and yes.interval.low <= no.interval.high:
                yield no, yes
