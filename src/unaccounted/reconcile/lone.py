"""A line that stands alone: no entry is known, so nothing adds up and nothing bounds it.

In: the weights of periods. Out: its state over dates in fractions of its last value, as `states` gives for a whole
account: rising where it is cumulative, wandering where it is a stock.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from unaccounted.reconcile.scales import Scales
from unaccounted.reconcile.states import Backward, from_end, make_shares, trace_shares

Array = NDArray[np.float64]
_SHUFFLES = 4
"""How many times draws of a part are paired with draws of its whole."""
_FEWEST = 200
"""Pairs that must fit."""


@dataclass(frozen=True, slots=True)
class LoneLine:
    """One line over dates.

    Args:
        fate: its name.
        stock: whether it may fall.
        weights: prior weight of each period (dates,).
        steps: yearly lengths of the periods after the first (dates - 1,).
        scales: the table.
    """

    fate: str
    stock: bool
    weights: Array
    steps: Array
    scales: Scales

    @property
    def columns(self) -> tuple[str, ...]:
        """Its only line."""
        return (self.fate,)

    @property
    def width(self) -> int:
        """One."""
        return 1

    def find_first(self, cohort: str) -> int:
        """Where a cohort's lines begin: there is one cohort."""
        return 0

    def settle(self, people: Array) -> Array:
        """Fewer than half a person is nobody."""
        return np.where(people < 0.5, 0.0, people)

    @property
    def dates(self) -> int:
        """How many dates the grid has."""
        return len(self.weights)

    @property
    def size(self) -> int:
        """How many parameters."""
        if self.dates == 1:
            return 0
        return self.dates - 1 if self.stock else self.dates

    def run(self, parameters: Array) -> tuple[Array, Backward]:
        """As `Compartments.run`; (dates, 1, batch)."""
        batch = parameters.shape[1]
        if self.dates == 1:
            return np.ones((1, 1, batch)), lambda slopes: np.zeros((0, batch))
        if self.stock:
            spread = (self.scales["walk"] * np.sqrt(self.steps))[:, None]
            # The last date is the unit; earlier ones wander back from it.
            back = from_end(parameters * spread)
            level = np.exp(np.concatenate([np.clip(back, -20, 20), np.zeros((1, batch))]))

            def backward_stock(slopes: Array) -> Array:
                return np.asarray((slopes[:-1, 0] * level[:-1]).cumsum(axis=0) * spread)

            return level[:, None], backward_stock
        spread_in = self.scales["arrival spread"]
        share = make_shares(np.log(self.weights)[:, None] + spread_in * parameters)
        level = share.cumsum(axis=0)
        level[-1] = 1.0

        def backward(slopes: Array) -> Array:
            return spread_in * trace_shares(share, from_end(slopes)[:, 0])

        return level[:, None], backward


def fit_part(drawn: dict[tuple[str, int], Array], part: str, whole: str, days: Sequence[int], seed: int) -> None:
    """Bound a line that stands alone by that of which it is a part: pairs of draws that fit are kept.

    Args:
        drawn: (line, day) to people, changed in place; the draws of the two lines are independent before.
        part, whole: their names.
        days: on all of which they must fit.
        seed: the same seed, the same draws.
    """
    rng = np.random.default_rng([18121014, seed])
    size = min(len(drawn[part, days[0]]), len(drawn[whole, days[0]]))
    pairs = [
        (rng.permutation(len(drawn[part, days[0]]))[:size], rng.permutation(len(drawn[whole, days[0]]))[:size]) for _ in range(_SHUFFLES)
    ]
    inner, outer = (np.concatenate(each) for each in zip(*pairs, strict=True))
    fits = np.all([drawn[part, day][inner] <= drawn[whole, day][outer] for day in days], axis=0)
    if fits.sum() >= _FEWEST:
        inner, outer = inner[fits], outer[fits]
    # The same pairs on all days; where too few fit, the two contradict one another, and the whole is at least its part.
    chosen = {key: drawn[key][rows] for name, rows in ((part, inner), (whole, outer)) for key in ((name, day) for day in days)}
    drawn.update(chosen)
    for day in days:
        drawn[whole, day] = np.maximum(drawn[whole, day], drawn[part, day])
