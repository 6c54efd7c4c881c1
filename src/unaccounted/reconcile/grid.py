"""The dates at which an account's state stands: those asked for, and enough of the claims' own.

In: days asked for and days of claims. Out: a grid of at most so many days beyond those asked for, the prior weight of
each period, and where a day between two grid dates lies.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from unaccounted.reconcile.scales import Scales

_OWN_DATES = 5
"""Dates of claims in the grid beyond those asked for; claims between them are read between them."""
_NEAR = 3
"""Days closer than this are one date."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Ordinals of days, rising, shape (dates,)."""

    days: tuple[int, ...]

    def place(self, day: int | None) -> tuple[tuple[int, float], ...]:
        """Where a day lies: (index, weight) pairs that add up to 1; the last date where it is unknown."""
        if day is None or day >= self.days[-1]:
            return ((len(self.days) - 1, 1.0),)
        if day <= self.days[0]:
            return ((0, 1.0),)
        after = int(np.searchsorted(self.days, day))
        if self.days[after] == day:
            return ((after, 1.0),)
        share = (day - self.days[after - 1]) / (self.days[after] - self.days[after - 1])
        return ((after - 1, 1 - share), (after, share))

    def leaving(self, scales: Scales) -> NDArray[np.float64]:
        """The prior weight of each period for going: 1 for all the time before the first date, less for a short period."""
        years = np.diff(np.array(self.days)) / 365.25
        # A shipwreck's account changes in days, a war's in years: the constant is never longer than what the account spans.
        constant = min(scales["years"], max(float(years.sum()), 1 / 365.25))
        return np.concatenate([[1.0], 1 - np.exp(-years / constant)])

    def arriving(self, scales: Scales) -> NDArray[np.float64]:
        """The prior weight of each period for coming.

        A count of those who joined tells of all so far. Only time lets many more join, however short the account: the
        constant does not shrink with its span.
        """
        years = np.diff(np.array(self.days)) / 365.25
        return np.concatenate([[1.0], 1 - np.exp(-years / scales["years"])])


@dataclass(frozen=True, slots=True)
class Asked:
    """The days asked for, against the days that claims speak of.

    Args:
        days: ordinals asked for, rising.
        first, last: the first and last day that a claim speaks of; None where no claim has a date.
    """

    days: tuple[int, ...]
    first: int | None
    last: int | None

    def stands(self, day: int) -> int | None:
        """The day whose state is shown at `day`: itself; the last spoken of, after it; None before the first."""
        if self.first is None or self.last is None:
            return day
        # Nobody says what happened after the last report: no deaths are made up for that time.
        return None if day < self.first else min(day, self.last)

    @property
    def live(self) -> list[int]:
        """The days whose state is reckoned, rising."""
        return sorted({stands for stands in map(self.stands, self.days) if stands is not None})


def make_grid(asked: Iterable[int], spoken: Iterable[int]) -> Grid:
    """The grid for days asked for and days that claims speak of.

    The first and last day of claims are in it always, so that nothing is pushed to another date; of the others those that
    most claims speak of.
    """
    wanted = sorted(set(asked))
    counts: dict[int, int] = {}
    for day in spoken:
        counts[day] = counts.get(day, 0) + 1
    days = list(wanted)
    ends = [min(counts), max(counts)] if counts else []
    others = sorted(counts, key=lambda day: (-counts[day], day))
    added = 0
    for day in [*ends, *others]:
        if added >= _OWN_DATES:
            break
        if all(abs(day - other) >= _NEAR for other in days):
            days.append(day)
            added += 1
    return Grid(tuple(sorted(days)))
