"""The likelihood of one statement: an interval-censored log report with a Student t error of 4 degrees of freedom.

In: the log of what is reported, already with the source's bias. Out: log likelihood and its slope. All arrays have
shape (..., statements). The Student t of 4 degrees has a closed distribution function, so that nothing here iterates.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
_SOFT = 0.15
"""Width in logs over which the slack of a floor sets in, so that its slope has no corner."""
_TINY = 1e-280


@dataclass(frozen=True, slots=True)
class Reports:
    """The statements' fixed numbers, each of shape (statements,).

    Args:
        low, high: edges in logs, endless where open.
        scale: of the Student t error.
        weight: 1, or less for a likely copy.
        slack_low: 1 / mean log distance above a floor, 0 elsewhere; slack_high: the same below a ceiling.
    """

    low: Array
    high: Array
    scale: Array
    weight: Array
    slack_low: Array
    slack_high: Array


def _tail(z: Array) -> tuple[Array, Array]:
    """Upper tail probability and density of the Student t with 4 degrees of freedom, for z >= 0, without cancellation."""
    # In place: this is where most of a reckoning's time goes, and most of that into memory.
    square = z * z
    square *= 0.25
    square += 1.0
    np.divide(1.0, square, out=square)
    cosine = 1.0 - square
    np.sqrt(cosine, out=cosine)
    density = np.sqrt(square)
    square *= square
    density *= square
    density *= 0.375
    tail = cosine + 2.0
    tail *= square
    cosine += 1.0
    cosine *= cosine
    cosine *= 4.0
    tail /= cosine
    return tail, density


def _softplus(x: Array) -> tuple[Array, Array]:
    return np.logaddexp(0.0, x), 1.0 / (1.0 + np.exp(-np.clip(x, -500, 500)))


def log_likelihood(reports: Reports, told: Array) -> tuple[Array, Array]:
    """Log probability that each statement would be told, and its derivative.

    Args:
        reports: (statements,).
        told: log of the reported value as this source sees it, shape (..., statements).

    Returns:
        Two arrays of the shape of `told`.

    Source:
        Closed form of the t distribution for 4 degrees: Shaw 2006, Sampling Student's T distribution, J. Comput. Finance 9(4).
    """
    # The report is told + error: P(low < told + error < high).
    lower = (reports.low - told) / reports.scale
    upper = (reports.high - told) / reports.scale
    lower_tail, lower_density = _tail(np.abs(lower))
    upper_tail, upper_density = _tail(np.abs(upper))
    # Edges in one tail: the difference of two tails. On either side of the middle: all but both.
    inside = np.where((lower > 0) == (upper > 0), np.abs(lower_tail - upper_tail), 1.0 - lower_tail - upper_tail)
    np.maximum(inside, _TINY, out=inside)
    slope = lower_density
    slope -= upper_density
    slope /= inside * reports.scale
    value = np.log(inside)
    if reports.slack_low.any():
        over, rate = _softplus((told - np.where(np.isfinite(reports.low), reports.low, 0.0)) / _SOFT)
        value = value - reports.slack_low * _SOFT * over
        slope = slope - reports.slack_low * rate
    if reports.slack_high.any():
        under, rate = _softplus((np.where(np.isfinite(reports.high), reports.high, 0.0) - told) / _SOFT)
        value = value - reports.slack_high * _SOFT * under
        slope = slope + reports.slack_high * rate
    return reports.weight * value, reports.weight * slope


def log_people(people: Array) -> tuple[Array, Array]:
    """Log of a count, level below half a person, and its slope times the count: a report of nobody has a place too."""
    square = people * people
    return 0.5 * np.log(square + 0.25), square / (square + 0.25)
