"""What a claim's numbers say, as an interval of log people (or of the log of a share).

In: low, best, high, bound, unit, words as claimed. Out: the interval in which the reported value lies, before any
error of its source. How far the source can be trusted is not decided here.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from unaccounted.base.ranges import read_vague
from unaccounted.base.records import FlatClaim

_COUNTED = 20
"""Below this people are counted one by one, and a figure means itself."""
_SHARE_STEPS = (0.05, 0.01, 0.001)
"""How finely shares are told: to a twentieth, a hundredth, a thousandth."""


@dataclass(frozen=True, slots=True)
class Interval:
    """From `low` to `high` in logs; endless where a floor or ceiling; `open_side` is 1 for a floor, -1 for a ceiling, else 0."""

    low: float
    high: float
    open_side: int = 0


def _log(number: float) -> float:
    return math.log(number) if number > 0 else -math.inf


def round_interval(number: float, unit: str = "people") -> tuple[float, float]:
    """The numbers that would be told as this one: half a step of its last significant digit each way.

    Below a power of ten the step is ten times finer, so 1000 is from 950 to 1500, and 300 from 250 to 350. Figures
    below twenty are counted; 0 is none, or one that was missed.

    Args:
        number: as told; a fraction of 1 where `unit` is share.
    """
    if unit == "share":
        step = next((each for each in _SHARE_STEPS if abs(number / each - round(number / each)) < 1e-6), 0.0001)
        return max(number - step / 2, 0.0), number + step / 2
    if number == 0:
        return 0.0, 1.0
    if number < _COUNTED or number != round(number):
        return number - 0.5, number + 0.5
    whole = round(number)
    step = 1
    while whole % (step * 10) == 0:
        step *= 10
    below = step / 10 if whole == step and step >= _COUNTED else step
    return max(number - max(below, 1) / 2, _COUNTED - 0.5), number + step / 2


def read_interval(claim: FlatClaim) -> Interval | None:
    """The interval that a claim states; None where it states no number that can be used, or one that says nothing."""
    interval = _read(claim)
    return interval if interval is not None and (interval.low > -math.inf or interval.high < math.inf) else None


def _read(claim: FlatClaim) -> Interval | None:
    low, best, high, unit = claim.low, claim.best, claim.high, claim.unit or "people"
    if low is None and best is None and high is None and claim.words:
        vague = read_vague(claim.words, unit)
        if vague is None:
            return None
        low, high = vague.low, vague.high
    if claim.bound == "at least" and high is None:
        floor = low if low is not None else best
        return None if floor is None else Interval(_log(floor if unit == "share" else floor - 0.5), math.inf, 1)
    if claim.bound == "at most" and low is None:
        ceiling = high if high is not None else best
        if ceiling is None or (unit == "share" and ceiling >= 1):
            return None
        return Interval(-math.inf, _log((ceiling or round_interval(0, unit)[1]) if unit == "share" else ceiling + 0.5), -1)
    if low is None and high is None:
        if best is None:
            return None
        if claim.bound == "exact" and unit == "people":
            return Interval(_log(best - 0.5), _log(best + 0.5) if best else 0.0)
        low, high = round_interval(best, unit)
        return Interval(_log(low), _log(high))
    if low is None or high is None:
        return _half_open(low, best, high, unit)
    if high - low < 1 and unit == "people":
        low, high = low - 0.5, high + 0.5
    elif high == low:
        low, high = round_interval(best if best is not None else low, unit)
    endless = unit == "share" and high >= 1
    return Interval(_log(low), math.inf if endless else _log(high))


def _half_open(low: float | None, best: float | None, high: float | None, unit: str) -> Interval:
    """One edge is given: the best, where there is one, gives the other, as far on its side in logs."""
    if best is None or best == 0:
        return Interval(_log(low), math.inf, 1) if low is not None else Interval(-math.inf, _log(high or 0), -1)
    around_low, around_high = round_interval(best, unit)
    if low is not None:
        return Interval(_log(low), _log(max(best * best / low if low > 0 else around_high, around_high)))
    assert high is not None
    return Interval(_log(min(best * best / high, around_low)), _log(high))
