"""Statements that the other statements would hardly lead one to expect.

In: a reckoned account's draws. Out: the statements that lie outside the middle 98% of what they would be expected to say, were
they not known. Whether such a statement is wrong, or all others are, nobody can tell from this.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from unaccounted.reconcile.fit import Fit
from unaccounted.reconcile.leaving import Leaving
from unaccounted.reconcile.likelihood import log_likelihood

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


def find_unexpected(leaving: Leaving) -> Iterator[Unexpected]:
    """The statements that lie outside their own predictive range, each judged by draws that do not know it.

    Source:
        Leave-one-out predictive checks by importance weights: Gelfand, Dey and Chang 1992; Vehtari, Gelman and Gabry 2017,
        doi:10.1007/s11222-016-9696-4.
    """
    below, above = _tails(leaving.fit)
    weights = leaving.fit.posterior.reports.weight
    for place in range(below.shape[1]):
        # Draws that know a statement find it likelier than those that do not: what they find common need not be asked.
        if weights[place] == 0 or min(below[:, place].mean(), above[:, place].mean()) > _WORTH_ASKING:
            continue
        without = leaving.weigh([place])
        if without.hold:
            chances = float(without.values @ above[:, place]), float(without.values @ below[:, place])
            if min(chances) < RARE:
                yield Unexpected(place, chances[0] < chances[1], min(chances))


def _tails(fit: Fit) -> tuple[Array, Array]:
    """The chance of a report no higher, and of one no lower, than each statement, in each draw: (draws, statements) twice."""
    told, reports = fit.tell(), fit.posterior.reports
    nothing, one = np.zeros_like(reports.low), np.ones_like(reports.low)

    def chance(low: Array, high: Array) -> Array:
        closed = replace(copy(reports), low=low, high=high, weight=one, slack_low=nothing, slack_high=nothing)
        with np.errstate(invalid="ignore"):  # A floor has no upper edge: open on both sides, it is certain.
            return np.asarray(np.exp(log_likelihood(closed, told)[0]))

    endless = np.full_like(reports.low, np.inf)
    return chance(-endless, reports.high), chance(reports.low, endless)
