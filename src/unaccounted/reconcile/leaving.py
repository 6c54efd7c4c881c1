"""An account without some of its statements: by re-weighing its draws, else by drawing again from near them.

In: a reckoned cohort and the places of the statements that go. Out: low, best and high of every line as it would be, the width
of its range in logs, and how that was found; None where only a reckoning from the beginning can tell.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from unaccounted.reconcile.best import measure_band, summarise_plan
from unaccounted.reconcile.fit import Fit, Key
from unaccounted.reconcile.lines import Plan
from unaccounted.reconcile.pareto import FEWEST, Weights, smooth_weights
from unaccounted.reconcile.redraw import redraw, temper

Array = NDArray[np.float64]
RE_WEIGHED, DRAWN_AGAIN, RECKONED_AGAIN, NOT_RECKONED = "re-weighed", "drawn again", "reckoned again", "not reckoned"
"""How a figure was found: in that order the cheaper first, each used where the one before does not hold; or that none held."""


@dataclass(frozen=True, slots=True)
class Other:
    """An account as it would be.

    Args:
        bands: (fate, day) to low, best and high, whole people.
        widths: (fate, day) to the width of the 90% range in logs of one more than the people.
        how: one of the words above.
        failed: (fate, day) of lines that are spoken of, and whose draws did not settle.
    """

    bands: Mapping[Key, tuple[float, float, float]]
    widths: Mapping[Key, float]
    how: str
    failed: frozenset[Key] = frozenset()


def measure_widths(draws: Mapping[Key, Array], weights: Array | None = None) -> dict[Key, float]:
    """The width of each line's 90% range, in logs of one more than the people, so that nobody has a place."""
    bands = {key: np.log1p(measure_band(values, weights)) for key, values in draws.items()}
    return {key: float(band[2] - band[0]) for key, band in bands.items()}


class Leaving:
    """Leaves statements out of one reckoned account, and remembers what that needs.

    Args:
        cohort: its label.
        fit: the density and its draws.
        plan: the account's lines; they stay, whatever is left out.
        seed: of draws made again.
    """

    def __init__(self, cohort: str, fit: Fit, plan: Plan, seed: int) -> None:
        self.cohort, self.fit, self.plan, self.seed = cohort, fit, plan, seed
        self.terms = fit.terms
        self.draws = fit.read_lines(fit.parameters, cohort)
        self.bands = summarise_plan(plan, self.draws, fit.days)
        """The account by this cohort's draws alone: of a family the figures are closed together, and may be a few people off."""

    def weigh(self, places: Collection[int]) -> Weights:
        """Weights under which the draws speak of the account without the statements at these places."""
        return smooth_weights(-self.terms[:, list(places)].sum(axis=1))

    def find_middle(self, places: Collection[int], key: Key) -> float | None:
        """The median of one line without the statements at these places, people; None where the line was not drawn.

        Where weights do not hold, they are taken as sharp as leaves enough draws: the median then moves less than it would.
        """
        if key not in self.draws:
            return None
        weights = self.weigh(places)
        values = weights.values if weights.hold else temper(-self.terms[:, list(places)].sum(axis=1), FEWEST)
        return float(measure_band(self.draws[key], values)[1])

    def leave_out(self, places: Collection[int]) -> Other | None:
        """The account without the statements at these places; None where the draws cannot tell, nor draws made again."""
        weights = self.weigh(places)
        if weights.hold:
            bands = summarise_plan(self.plan, self.draws, self.fit.days, weights.values)
            return Other(bands, measure_widths(self.draws, weights.values), RE_WEIGHED)
        draws = self._draw_without(places)
        return None if draws is None else Other(summarise_plan(self.plan, draws, self.fit.days), measure_widths(draws), DRAWN_AGAIN)

    def _draw_without(self, places: Collection[int]) -> dict[Key, Array] | None:
        without = self.fit.without(places)

        def watch(parameters: Array) -> Array:
            return np.log(np.stack(list(self.fit.read_lines(parameters, self.cohort).values()), axis=1) + 0.5)

        ratios = -self.terms[:, list(places)].sum(axis=1)
        parameters = redraw(self.fit.parameters, ratios, without.log_density, watch, self.seed)
        return None if parameters is None else self.fit.read_lines(parameters, self.cohort)
