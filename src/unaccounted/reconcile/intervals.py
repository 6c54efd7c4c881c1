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
_POWER_OF_TEN = 1.25
"""A power of ten stands for all within this factor: in logs as wide as what is rounded to it (950 to 1,500), laid about it."""
_HALF = math.sqrt(0.5)
"""Half a person as `likelihood.log_people` has it, which is level below: so nobody can be nobody, and one, miscounted, too."""
_SHARE_STEPS = (0.05, 0.01, 0.001)
"""How finely shares are told: to a twentieth, a hundredth, a thousandth."""


@dataclass(frozen=True, slots=True)
class Interval:
    """From `low` to `high` in logs; endless where a floor or ceiling; `open_side` is 1 for a floor, -1 for a ceiling, else 0.

    `sure` where the words leave room for error themselves: floors, ceilings, and all of a whole. `unbiased` where there is no
    size that a source's leaning could stretch: nobody, and all.
    """

    low: float
    high: float
    open_side: int = 0
    sure: bool = False
    unbiased: bool = False


def _log(number: float) -> float:
    return math.log(number) if number > 0 else -math.inf


def round_interval(number: float, unit: str = "people") -> tuple[float, float]:
    """The numbers that would be told as this one, as far below as above in logs, so that "about N" is centred at N.

    Upwards half a step of its last significant digit, so 300 is from 257 to 350 and 3,400 from 3,351 to 3,450; a power of
    ten is from a fifth below to a quarter above. Figures below twenty are counted; 0 is none.

    Args:
        number: as told; a fraction of 1 where `unit` is share.
    """
    if unit == "share":
        step = next((each for each in _SHARE_STEPS if abs(number / each - round(number / each)) < 1e-6), 0.0001)
        return max(number - step / 2, 0.0), number + step / 2
    if number == 0:
        return 0.0, _HALF
    if number < _COUNTED or number != round(number):
        return number - 0.5, number + 0.5
    whole = round(number)
    step = 1
    while whole % (step * 10) == 0:
        step *= 10
    wide = _POWER_OF_TEN if whole == step else 1 + step / 2 / number
    return number / wide, number * wide


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
        return None if floor is None else Interval(_log(floor) if unit == "share" else _log(floor - 0.5), math.inf, 1, sure=True)
    if claim.bound == "at most" and low is None:
        ceiling = high if high is not None else best
        if ceiling is None or (unit == "share" and ceiling >= 1):
            return None
        edge = _log(ceiling or round_interval(0, unit)[1]) if unit == "share" else _log(ceiling + 0.5)
        return Interval(-math.inf, edge, -1, sure=True)
    if low is None and high is None:
        if best is None:
            return None
        if claim.bound == "exact" and unit == "people":
            return Interval(_log(best - 0.5), _log(best + 0.5 if best else _HALF), unbiased=best == 0)
        low, high = round_interval(best, unit)
        # Nobody counts more than all: "all were killed" has no error upwards.
        whole = unit == "share" and best >= 1
        return Interval(_log(low), math.inf if whole else _log(high), sure=whole, unbiased=whole or best == 0)
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
        if low is not None:
            return Interval(_log(low), math.inf, 1, sure=True)
        return Interval(-math.inf, _log(high or 0), -1, sure=True)
    around_low, around_high = round_interval(best, unit)
    if low is not None:
        return Interval(_log(low), _log(max(best * best / low if low > 0 else around_high, around_high)))
    assert high is not None
    return Interval(_log(min(best * best / high, around_low)), _log(high))
