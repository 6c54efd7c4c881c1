"""Draws moved to a density near their own."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from unaccounted.reconcile.redraw import redraw, temper

Array = NDArray[np.float64]
MIDDLE, SPREAD = np.array([1.5, -1.0, 0.0]), np.array([0.5, 2.0, 1.0])


def normal(places: Array) -> tuple[Array, Array]:
    apart = (places - MIDDLE) / SPREAD
    return -0.5 * (apart * apart).sum(axis=1), -apart / SPREAD


def test_draws_reach_a_normal_that_weights_do_not() -> None:
    start = np.random.default_rng(0).standard_normal((4000, 3))
    ratios = normal(start)[0] + 0.5 * (start * start).sum(axis=1)
    moved = redraw(start, ratios, normal, lambda draws: draws, 7)
    assert moved is not None
    assert moved.mean(axis=0) == pytest.approx(MIDDLE, abs=0.2)
    assert moved.std(axis=0) == pytest.approx(SPREAD, rel=0.15)
    again = redraw(start, ratios, normal, lambda draws: draws, 7)
    assert again is not None and (again == moved).all()


def test_chains_that_keep_apart_are_refused() -> None:
    def hills(places: Array) -> tuple[Array, Array]:
        apart = places - 40 * np.sign(places)
        return -0.5 * (apart * apart).sum(axis=1), -apart

    start = np.random.default_rng(0).standard_normal((2000, 2)) + 40 * np.random.default_rng(1).choice([-1, 1], (2000, 2))
    assert redraw(start, np.zeros(2000), hills, lambda draws: draws, 1) is None


def test_tempered_weights_keep_enough_draws() -> None:
    ratios = np.random.default_rng(3).standard_normal(1000) * 50
    weight = temper(ratios, 200)
    assert weight.sum() == pytest.approx(1)
    assert 1 / (weight**2).sum() >= 200
