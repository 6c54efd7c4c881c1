"""Pareto-smoothed importance weights: draws of one density made to speak of another, and whether they can.

In: log ratios of the two densities at the draws. Out: weights that add up to 1, the shape of their tail, and how many draws
they are worth. What is done where they do not hold is decided elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
WORST_SHAPE = 0.7
"""Beyond this shape of the tail a weighted mean has not settled, however many draws. Source: Vehtari et al. 2024."""
FEWEST = 150.0
"""Effective draws below which the ends of a 90% range are too rough to compare."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Importance weights.

    Args:
        values: (draws,), adding up to 1.
        shape: k of the generalised Pareto distribution of the largest ratios.
        effective: draws that the weights are worth, were the draws independent.
    """

    values: Array
    shape: float
    effective: float

    @property
    def hold(self) -> bool:
        """Whether the draws can speak of the other density."""
        return self.shape <= WORST_SHAPE and self.effective >= FEWEST


def fit_pareto(excess: Array) -> tuple[float, float]:
    """Shape and scale of a generalised Pareto distribution.

    Args:
        excess: over the threshold, rising, not all alike.

    Source:
        Zhang and Stephens 2009, doi:10.1198/tech.2009.08017; the shape drawn to a half by ten draws' worth, as in Vehtari et al. 2024.
    """
    n = len(excess)
    tries = 30 + int(np.sqrt(n))
    quartile = excess[int(n / 4 + 0.5) - 1]
    slope = 1 / excess[-1] + (1 - np.sqrt(tries / (np.arange(1, tries + 1) - 0.5))) / (3 * quartile)
    shapes = np.log1p(-slope[:, None] * excess).mean(axis=1)
    likely = n * (np.log(-slope / shapes) - shapes - 1)
    weight = np.exp(likely - likely.max())
    chosen = float((slope * weight).sum() / weight.sum())
    shape = float(np.log1p(-chosen * excess).mean())
    return (shape * n + 0.5 * 10) / (n + 10), -shape / chosen


def smooth_weights(ratios: Array) -> Weights:
    """Weights from log ratios, their largest replaced by the order statistics of the Pareto distribution that fits them.

    Args:
        ratios: log of the density spoken of over the density drawn from, up to a constant, (draws,).

    Source:
        Vehtari, Simpson, Gelman, Yao and Gabry 2024, Pareto smoothed importance sampling, JMLR 25(72), arXiv:1507.02646.
    """
    draws = len(ratios)
    logs = ratios - ratios.max()
    tail = int(min(draws / 5, 3 * np.sqrt(draws)))
    shape = 0.0
    if tail >= 5:
        order = np.argsort(logs, kind="stable")
        above, threshold = order[-tail:], logs[order[-tail - 1]]
        excess = np.exp(logs[above]) - np.exp(threshold)
        if excess[0] >= 0 and excess[-1] > 1e-12 and excess[int(tail / 4 + 0.5) - 1] > 0:
            shape, scale = fit_pareto(excess)
            places = (np.arange(tail) + 0.5) / tail
            smooth = scale * np.expm1(-shape * np.log1p(-places)) / shape if abs(shape) > 1e-9 else -scale * np.log1p(-places)
            logs = logs.copy()
            logs[above] = np.minimum(np.log(smooth + np.exp(threshold)), 0.0)
    weight = np.exp(logs - logs.max())
    weight = weight / weight.sum()
    return Weights(weight, shape, float(1 / (weight * weight).sum()))
