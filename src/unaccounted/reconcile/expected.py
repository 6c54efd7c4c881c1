"""Statements that the other statements would hardly lead one to expect.

In: a reckoned account's draws. Out: the statements that lie outside the middle 98% of what they would be expected to say, were
they not known. Whether such a statement is wrong, or all others are, nobody can tell from this.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from unaccounted.reconcile.fit import Fit
from unaccounted.reconcile.leaving import Leaving
from unaccounted.reconcile.likelihood import Reports, log_likelihood

Array = NDArray[np.float64]
RARE = 0.01
"""The chance on either side below which a statement is called unexpected."""
_WORTH_ASKING = 0.1


@dataclass(frozen=True, slots=True)
class Unexpected:
    """A statement outside its range.

    Args:
        place: of the statement, as in the fit.
        high: whether it lies above what is expected.
        chance: of a statement so far out or farther, on its side.
    """

    place: int
    high: bool
    chance: float


def find_unexpected(leaving: Leaving, asked: Sequence[int]) -> Iterator[Unexpected]:
    """The statements that lie outside their own predictive range, each judged by draws that do not know it.

    Args:
        leaving: a reckoned account.
        asked: places of the statements to judge, as in its fit.

    Source:
        Leave-one-out predictive checks by importance weights: Gelfand, Dey and Chang 1992; Vehtari, Gelman and Gabry 2017,
        doi:10.1007/s11222-016-9696-4.
    """
    below, above = _tails(leaving.fit, asked)
    weights = leaving.fit.posterior.reports.weight
    for column, place in enumerate(asked):
        # Draws that know a statement find it likelier than those that do not: what they find common need not be asked.
        if weights[place] == 0 or min(below[:, column].mean(), above[:, column].mean()) > _WORTH_ASKING:
            continue
        without = leaving.weigh([place])
        if without.hold:
            chances = float(without.values @ above[:, column]), float(without.values @ below[:, column])
            if min(chances) < RARE:
                yield Unexpected(place, chances[0] < chances[1], min(chances))


def _tails(fit: Fit, asked: Sequence[int]) -> tuple[Array, Array]:
    """The chance of a report no higher, and of one no lower, than each statement asked of, in each draw: (draws, asked) twice."""
    places, reports = list(asked), fit.posterior.reports
    told, low, high, scale = fit.told[:, places], reports.low[places], reports.high[places], reports.scale[places]
    nothing, one = np.zeros_like(low), np.ones_like(low)

    def chance(low: Array, high: Array) -> Array:
        with np.errstate(invalid="ignore"):  # A floor has no upper edge: open on both sides, it is certain.
            return np.asarray(np.exp(log_likelihood(Reports(low, high, scale, one, nothing, nothing), told)[0]))

    endless = np.full_like(low, np.inf)
    return chance(-endless, high), chance(low, endless)
