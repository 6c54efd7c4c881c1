"""The likelihood of one statement against the library's Student t, and its slopes."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

from unaccounted.reconcile.likelihood import Reports, log_likelihood

INTERVALS = [(4.0, 4.2), (-np.inf, 3.0), (5.0, np.inf), (6.0, 6.001)]


def _reports(low: float, high: float, scale: float = 0.15, weight: float = 1.0, above: float = 0.0, below: float = 0.0) -> Reports:
    return Reports(*(np.array([each]) for each in (low, high, scale, weight, above, below)))


@pytest.mark.parametrize(("low", "high"), INTERVALS)
@pytest.mark.parametrize("told", [-3.0, 3.9, 4.1, 6.0, 9.0])
def test_it_is_the_probability_of_the_interval(low: float, high: float, told: float) -> None:
    ends = (np.array([low, high]) - told) / 0.15
    # From the tail in which the interval lies, so that the library does not cancel.
    expected = stats.t(4).cdf(ends[1]) - stats.t(4).cdf(ends[0]) if ends.sum() < 0 else stats.t(4).sf(ends[0]) - stats.t(4).sf(ends[1])
    value, _ = log_likelihood(_reports(low, high), np.array([told]))
    assert value[0] == pytest.approx(np.log(expected), abs=1e-5)


@pytest.mark.parametrize(("low", "high"), INTERVALS)
@pytest.mark.parametrize(("above", "below"), [(0.0, 0.0), (1.0, 0.0), (0.0, 2.0)])
def test_the_slope_is_that_of_the_value(low: float, high: float, above: float, below: float) -> None:
    reports = _reports(low, high, weight=0.7, above=above, below=below)
    told = np.linspace(-2, 9, 23)[:, None]
    _, slope = log_likelihood(reports, told)
    numeric = (log_likelihood(reports, told + 1e-6)[0] - log_likelihood(reports, told - 1e-6)[0]) / 2e-6
    assert np.allclose(slope, numeric, atol=1e-4)


def test_far_from_the_interval_it_falls_like_a_power_and_never_breaks() -> None:
    value, slope = log_likelihood(_reports(4.0, 4.1), np.array([[-1e4], [-1e2], [1e2], [1e4]]))
    assert np.isfinite(value).all() and np.isfinite(slope).all()
    assert value[1, 0] - value[0, 0] == pytest.approx(5 * np.log(100), rel=0.02)
