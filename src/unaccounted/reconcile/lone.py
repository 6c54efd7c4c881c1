"""A line that stands alone: no entry is known, so nothing adds up and nothing bounds it.

In: the weights of periods. Out: its state over dates in fractions of its last value, as `states` gives for a whole
account: rising where it is cumulative, wandering where it is a stock.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from unaccounted.reconcile.scales import Scales
from unaccounted.reconcile.states import Backward, _from_end, _softmax, _softmax_back

Array = NDArray[np.float64]


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
        """As `Compartments.run`."""
        batch = len(parameters)
        if self.dates == 1:
            return np.ones((batch, 1, 1)), lambda slopes: np.zeros((batch, 0))
        if self.stock:
            spread = self.scales["walk"] * np.sqrt(self.steps)
            # The last date is the unit; earlier ones wander back from it.
            back = (parameters * spread)[:, ::-1].cumsum(axis=1)[:, ::-1]
            level = np.exp(np.concatenate([np.clip(back, -20, 20), np.zeros((batch, 1))], axis=1))

            def backward_stock(slopes: Array) -> Array:
                return np.asarray((slopes[:, :-1, 0] * level[:, :-1]).cumsum(axis=1) * spread)

            return level[:, :, None], backward_stock
        spread_in = self.scales["arrival spread"]
        share = _softmax(np.log(self.weights) + spread_in * parameters)
        level = share.cumsum(axis=1)
        level[:, -1] = 1.0

        def backward(slopes: Array) -> Array:
            return spread_in * _softmax_back(share, _from_end(slopes)[:, :, 0])

        return level[:, :, None], backward
