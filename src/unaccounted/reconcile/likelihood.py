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
    square = 1.0 / (1.0 + 0.25 * z * z)
    root = np.sqrt(square)
    cosine = np.sqrt(1.0 - square)
    return square * square * (2.0 + cosine) / (4.0 * (1.0 + cosine) ** 2), 0.375 * square * square * root


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
    # Mirror so that both edges are measured in the tail in which the interval lies.
    mirrored = (lower + upper) < 0
    near = np.where(mirrored, -upper, lower)
    far = np.where(mirrored, -lower, upper)
    near_tail, near_density = _tail(np.abs(near))
    far_tail, far_density = _tail(np.abs(far))
    inside = np.where(near < 0, 1.0 - near_tail, near_tail) - far_tail
    inside = np.maximum(inside, _TINY)
    slope = (near_density - far_density) / (inside * reports.scale)
    slope = np.where(mirrored, -slope, slope)
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
