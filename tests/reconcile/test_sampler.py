"""The sampler on densities that are known, and what it refuses."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from unaccounted.reconcile.sampler import Effort, draw_sample, measure_agreement

Array = NDArray[np.float64]
COVARIANCE = np.array([[1.0, 0.9, 0.0], [0.9, 1.0, 0.0], [0.0, 0.0, 25.0]])
CENTRE = np.array([3.0, -1.0, 10.0])


def normal(places: Array) -> tuple[Array, Array]:
    slope = -(places - CENTRE) @ np.linalg.inv(COVARIANCE)
    return 0.5 * ((places - CENTRE) * slope).sum(axis=1), slope


def itself(places: Array) -> Array:
    return places


def test_draws_have_the_mean_and_spread_of_the_density() -> None:
    sample = draw_sample(normal, np.zeros(3), itself, 1, Effort(keep=80))
    assert sample.converged and sample.agreement < 1.1
    assert np.allclose(sample.draws.mean(axis=0), CENTRE, atol=4 * np.sqrt(np.diag(COVARIANCE) / sample.effective))
    assert np.allclose(np.cov(sample.draws.T), COVARIANCE, atol=0.15 * np.sqrt(np.outer(np.diag(COVARIANCE), np.diag(COVARIANCE))))


def test_the_same_seed_gives_the_same_draws() -> None:
    first, again, other = (draw_sample(normal, np.zeros(3), itself, seed, Effort()).draws for seed in (1, 1, 2))
    assert np.array_equal(first, again) and not np.array_equal(first, other)


def test_chains_that_keep_to_hills_of_their_own_are_not_converged() -> None:
    rng = np.random.default_rng(0)
    trail = rng.standard_normal((50, 64, 1)) + 20 * rng.choice([-1, 1], (1, 64, 1))
    agreement, effective = measure_agreement(trail)
    assert agreement[0] > 1.5 and effective[0] < 400


@pytest.mark.parametrize("nowhere", [np.nan, -np.inf])
def test_a_density_that_is_nowhere_is_refused_not_raised(nowhere: float) -> None:
    sample = draw_sample(lambda places: (np.full(len(places), nowhere), np.zeros_like(places)), np.zeros(2), itself, 0, Effort())
    assert not sample.converged


def test_draws_that_are_alike_are_no_sign_of_drift() -> None:
    trail = np.where(np.random.default_rng(0).random((40, 64, 1)) < 0.7, 0.0, np.random.default_rng(1).random((40, 64, 1)))
    for each in (trail, np.zeros((40, 64, 1))):
        agreement, effective = measure_agreement(each)
        assert agreement[0] < 1.1 and effective[0] > 1000
