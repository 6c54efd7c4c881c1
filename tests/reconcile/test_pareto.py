"""Weights of importance: what they must give where the answer is known."""

from __future__ import annotations

import numpy as np
import pytest

from unaccounted.reconcile.pareto import fit_pareto, smooth_weights


@pytest.mark.parametrize("shape", [0.2, 0.5, 0.9])
def test_the_shape_of_a_pareto_tail_is_found(shape: float) -> None:
    places = (np.arange(2000) + 0.5) / 2000
    found, scale = fit_pareto(3 * np.expm1(-shape * np.log1p(-places)) / shape)
    assert found == pytest.approx(shape, abs=0.05)
    assert scale == pytest.approx(3, rel=0.1)


def test_alike_ratios_weigh_alike() -> None:
    weights = smooth_weights(np.full(1000, -4.2))
    assert np.allclose(weights.values, 1 / 1000)
    assert weights.hold and weights.effective == pytest.approx(1000)


def test_a_near_normal_is_reached_and_a_far_one_is_refused() -> None:
    draws = np.random.default_rng(1).standard_normal(8000)
    near, far = (smooth_weights(-0.5 * (draws - shift) ** 2 + 0.5 * draws**2) for shift in (0.5, 6.0))
    assert near.hold and float(near.values @ draws) == pytest.approx(0.5, abs=0.05)
    assert not far.hold


@pytest.mark.parametrize("constant", [-700.0, 0.0, 700.0])
def test_a_constant_changes_nothing(constant: float) -> None:
    ratios = np.random.default_rng(2).standard_normal(500)
    assert np.allclose(smooth_weights(ratios + constant).values, smooth_weights(ratios).values)
