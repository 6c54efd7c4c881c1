"""From how many to how many people a claim says, so that it can be drawn on one scale with the others.

In: a claim, and where it is a share the figure of its base. Out: an interval in people with its best and its open side. It is
for drawing alone: how a claim weighs in the reckoning is decided in reconcile.
"""

from __future__ import annotations

from dataclasses import dataclass

from unaccounted.base.ranges import read_vague
from unaccounted.base.records import Figure, FlatClaim


@dataclass(frozen=True, slots=True)
class Said:
    """What one claim says, in people.

    Args:
        low, high: the ends; alike for a single number.
        best: where its mark stands.
        side: 1 where it is open upwards ("at least"), -1 where downwards, else 0.
        from_share: whether it was told as a share.
    """

    low: float
    best: float
    high: float
    side: int = 0
    from_share: bool = False


def find_said(flat: FlatClaim, base: Figure | None = None) -> Said | None:
    """What a claim says, in people; None where it gives no number, or a share of a line that was not reckoned.

    Args:
        flat: the claim.
        base: for a share, the line that it is a share of.
    """
    low, best, high = flat.low, flat.best, flat.high
    if low is None and best is None and high is None and flat.words:
        known = read_vague(flat.words, flat.unit)
        if known is None:
            return None
        low, best, high = known.low, known.best, known.high
    side = 1 if flat.bound == "at least" and high is None else -1 if flat.bound == "at most" and low is None else 0
    numbers = [number for number in (low, best, high) if number is not None]
    if not numbers:
        return None
    first, last = (numbers[0] if low is None else low), (numbers[-1] if high is None else high)
    middle = best if best is not None else first if side > 0 else last if side < 0 else (first + last) / 2
    if side == 0 and low is not None and high is None and best is None:
        side = 1
    if side == 0 and high is not None and low is None and best is None:
        side = -1
    if flat.unit != "share":
        return Said(first, middle, last, side)
    if base is None or base.low is None or base.best is None or base.high is None:
        return None
    # The share of the base's best: the base's own range is its own line's.
    return Said(first * base.best, middle * base.best, last * base.best, side, True)
