"""Changes of coordinates: that both directions belong together, that they whiten, and that an arrow knows what a table knows."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from unaccounted.reconcile.metric import Arrow, Full, Metric, Parted, find_far_mode, measure_arrow, measure_full
from unaccounted.reconcile.sampler import Effort, draw_sample

Array = NDArray[np.float64]
PARTS = [[1, 2, 3], [4, 5, 6], [7, 8, 9], [10, 11, 12]]
SIZE, STATEMENTS = 15, 40
"""Places 0, 13 and 14 are shared."""


class Told:
    """Statements that each tell a line of the shared parameters and of one part, with normal errors; some also bind parts."""

    def __init__(self, binding: int) -> None:
        rng = np.random.default_rng(11)
        self.felt = np.zeros((STATEMENTS + binding, SIZE))
        self.felt[:, [0, 13, 14]] = rng.standard_normal((len(self.felt), 3))
        self.about = [list(range(first, STATEMENTS, len(PARTS))) for first in range(len(PARTS))]
        for rows, places in zip(self.about, PARTS, strict=True):
            self.felt[np.ix_(rows, places)] = 3 * rng.standard_normal((len(rows), len(places)))
        self.felt[STATEMENTS:, 1:13] = rng.standard_normal((binding, 12))
        self.seen = self.felt @ rng.standard_normal(SIZE) + 0.1 * rng.standard_normal(len(self.felt))

    def density(self, places: Array) -> tuple[Array, Array]:
        left = self.seen - places @ self.felt.T
        return -0.5 * (25 * left**2).sum(axis=1) - 0.5 * (places**2).sum(axis=1), 25 * left @ self.felt - places

    @property
    def parted(self) -> Parted:
        return Parted(lambda places: places @ self.felt.T, lambda told: np.full(told.shape, 25.0), PARTS, self.about)

    @property
    def precision(self) -> Array:
        return np.asarray(25 * self.felt.T @ self.felt + np.eye(SIZE))


METRICS = {
    "a table": lambda: measure_full(Told(0).density, np.zeros(SIZE)),
    "an arrow": lambda: measure_arrow(Told(0).parted, np.zeros(SIZE)),
}


@pytest.mark.parametrize("make", METRICS.values(), ids=METRICS.keys())
def test_spreading_and_gathering_are_one_change_of_coordinates(make: object) -> None:
    metric: Metric = make()  # type: ignore[operator]
    rng = np.random.default_rng(2)
    normal, slope = rng.standard_normal((5, SIZE)), rng.standard_normal((5, SIZE))
    assert np.allclose((metric.spread(normal) * slope).sum(axis=1), (normal * metric.gather(slope)).sum(axis=1))


@pytest.mark.parametrize("make", METRICS.values(), ids=METRICS.keys())
def test_a_normal_density_is_standard_in_its_metric(make: object) -> None:
    root = make().spread(np.eye(SIZE))  # type: ignore[operator]
    assert np.allclose(root @ Told(0).precision @ root.T, np.eye(SIZE), atol=1e-4)


def test_what_binds_parts_is_left_out_of_an_arrow_but_for_what_they_share() -> None:
    told = Told(6)
    arrow = measure_arrow(told.parted, np.zeros(SIZE))
    root = arrow.spread(np.eye(SIZE))
    stretched = np.linalg.eigvalsh(root @ told.precision @ root.T)
    # What is left out makes no direction much wider or narrower than it is taken for.
    assert stretched.min() > 0.7 and stretched.max() < 2


def test_an_arrow_that_learns_keeps_its_form_and_comes_nearer() -> None:
    told = Told(6)
    before = measure_arrow(told.parted, np.zeros(SIZE))
    draws = np.random.default_rng(3).standard_normal((4000, SIZE)) @ np.linalg.cholesky(np.linalg.inv(told.precision)).T
    after = before.learn(draws)
    assert isinstance(after, Arrow)

    def far(metric: Arrow) -> float:
        root = metric.spread(np.eye(SIZE))
        values = np.linalg.eigvalsh(root @ told.precision @ root.T)
        return float(values.max() / values.min())

    assert far(after) < far(before)


def test_the_mode_of_many_parts_is_found() -> None:
    told = Told(6)
    mode, _ = find_far_mode(told.density, told.parted, np.full(SIZE, 2.0))
    wanted = np.linalg.solve(told.precision, 25 * told.felt.T @ told.seen)
    gap = mode - wanted
    assert gap @ told.precision @ gap < 3


def test_chains_with_an_arrow_draw_the_same_density() -> None:
    told = Told(6)
    sample = draw_sample(told.density, np.zeros(SIZE), lambda places: places, 5, Effort(keep=80), parted=told.parted)
    assert sample.converged and sample.settled.all()
    covariance = np.linalg.inv(told.precision)
    wanted = covariance @ (25 * told.felt.T @ told.seen)
    spread = np.sqrt(np.diag(covariance))
    assert np.allclose(sample.draws.mean(axis=0), wanted, atol=4 * spread.max() / np.sqrt(sample.effective))
    assert np.allclose(np.cov(sample.draws.T), covariance, atol=0.12 * np.outer(spread, spread).max())


def test_a_table_learns_from_draws_alone() -> None:
    draws = np.random.default_rng(4).standard_normal((5000, 2)) * [2.0, 0.5]
    root = Full(np.eye(2)).learn(draws).root
    assert np.allclose(root @ root.T, np.diag([4.0, 0.25]), atol=0.2)
