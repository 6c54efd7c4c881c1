"""One coherent account from the draws: best figures that add up to the person, and 90% ranges.

In: draws of every line at every date asked for. Out: low, best and high of each. The medians of lines do not add up; the
best is the account nearest to them that does.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from unaccounted.base.vocabulary import FATES
from unaccounted.reconcile.lines import REMAINING, REST, Plan

Array = NDArray[np.float64]
LEVELS = (0.05, 0.5, 0.95)


def _close(medians: Array, spreads: Array) -> Array:
    """The nearest point at which the first equals the sum of the others, none negative.

    Distance is measured in each line's own spread, so that what is known well moves least.
    """
    point = medians.astype(float).copy()
    free = np.ones(len(point), dtype=bool)
    for _ in range(len(point)):
        gap = point[0] - point[1:].sum()
        weight = np.where(free, np.maximum(spreads, 1e-9) ** 2, 0.0)
        if weight.sum() == 0:
            break
        sign = np.concatenate([[-1.0], np.ones(len(point) - 1)])
        point = point + sign * weight * gap / weight.sum()
        below = point < 0
        if not below.any():
            break
        point[below] = 0.0
        free &= ~below
    return point


def _round_closed(point: Array, last: int) -> Array:
    """Whole people: each line rounded by itself, so that rising lines keep rising; line `last` takes what is over."""
    whole = np.floor(point + 0.5)
    whole[last] += whole[0] - whole[1:].sum()
    while whole[last] < 0:
        largest = 1 + int(np.argmax(whole[1:]))
        whole[largest] -= 1
        whole[last] += 1
    return whole


def measure_band(values: Array, weights: Array | None = None) -> Array:
    """The quantiles of `LEVELS` of some draws, weighted where weights are given."""
    if weights is None:
        return np.asarray(np.quantile(values, LEVELS))
    return np.asarray(np.quantile(values, LEVELS, weights=weights, method="inverted_cdf"))


def summarise_plan(
    plan: Plan, draws: Mapping[tuple[str, int], Array], days: Sequence[int], weights: Array | None = None
) -> dict[tuple[str, int], tuple[float, float, float]]:
    """Low, best and high of each line that was drawn, by the account's plan; as `summarise`."""
    summed = [*plan.summed, REST] if plan.reckoned else []
    rising = [fate for fate in plan.lines if fate != REMAINING and FATES[fate].whole != REMAINING]
    return summarise(draws, plan.entry if plan.reckoned else None, summed, days, rising, plan.parts, weights) if draws else {}


def summarise(
    draws: Mapping[tuple[str, int], Array],
    entry: str | None,
    summed: Sequence[str],
    days: Sequence[int],
    rising: Sequence[str],
    parts: Sequence[tuple[str, str]] = (),
    weights: Array | None = None,
) -> dict[tuple[str, int], tuple[float, float, float]]:
    """Low, best and high of each line at each day.

    Args:
        draws: (line, day) to people `(draws,)`.
        entry: the entry's line; None where nothing adds up.
        summed: the lines that add up to it, the rest last.
        days: rising.
        rising: the lines that never fall.
        parts: (part, whole) pairs; no part's best exceeds its whole's.
        weights: of the draws `(draws,)`, where they do not count alike.
    """
    bands = {key: measure_band(values, weights) for key, values in draws.items()}
    best = {key: float(band[1]) for key, band in bands.items()}
    if entry is not None and summed:
        lines = [entry, *summed]
        points = []
        for day in days:
            middles = np.array([bands[line, day][1] for line in lines])
            spreads = np.array([bands[line, day][2] - bands[line, day][0] for line in lines])
            points.append(_close(middles, spreads))
        table = np.array(points)
        for column, line in enumerate(lines):
            if line in rising:
                table[:, column] = np.maximum.accumulate(table[:, column])
        for row, day in enumerate(days):
            for line, people in zip(lines, _round_closed(table[row], len(lines) - 1), strict=True):
                best[line, day] = float(people)
    for part, whole in parts:
        for day in days:
            if (part, day) in best and (whole, day) in best:
                best[part, day] = min(best[part, day], best[whole, day])
    shown = {}
    for key, band in bands.items():
        low, high = float(np.floor(band[0])), float(np.ceil(band[2]))
        middle = float(np.floor(best[key] + 0.5))
        # The closed account may lie a person outside a narrow range: the range gives way, for it must hold its best.
        shown[key] = (min(low, middle), middle, max(high, middle))
    return shown
