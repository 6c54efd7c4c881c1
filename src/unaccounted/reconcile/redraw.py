"""Draws of a density near one that was drawn from: resampled by their weights, then moved until they have settled.

In: draws of the old density, the log ratios of the two at them, and the new density. Out: draws of the new one, or None where
the chains do not agree. It is cheaper than to begin anew, for the way there and the metric are known.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

from unaccounted.reconcile.sampler import measure_agreement

Array = NDArray[np.float64]
Density = Callable[[Array], tuple[Array, Array]]
_CHAINS, _WARM, _KEEP = 96, 14, 36
_AGREEMENT, _ENOUGH = 1.2, 250.0


def temper(ratios: Array, enough: float) -> Array:
    """Weights with as much of the ratios' exponent as leaves `enough` effective draws; they add up to 1."""
    low, high = 0.0, 1.0

    def weigh(power: float) -> Array:
        weight = np.exp(power * (ratios - ratios.max()))
        return np.asarray(weight / weight.sum())

    if 1 / (weigh(1.0) ** 2).sum() >= enough:
        return weigh(1.0)
    for _ in range(30):
        middle = (low + high) / 2
        low, high = (middle, high) if 1 / (weigh(middle) ** 2).sum() >= enough else (low, middle)
    return weigh(low)


def redraw(parameters: Array, ratios: Array, density: Density, watch: Callable[[Array], Array], seed: int) -> Array | None:
    """Draw from a density near the one that the draws are of.

    Args:
        parameters: (draws, size), of the old density.
        ratios: log of new over old at the draws, up to a constant, (draws,).
        density: the new one: (batch, size) to log density (batch,) and gradient (batch, size).
        watch: draws to the quantities on which chains must agree, (draws, quantities).
        seed: the same seed, the same draws.

    Returns:
        (draws, size), or None where they have not settled.

    Source:
        Hamiltonian moves: Neal 2011, arXiv:1206.1901; resample and move: Gilks and Berzuini 2001, doi:10.1111/1467-9868.00280.
    """
    rng = np.random.default_rng([20131002, seed])
    size = parameters.shape[1]
    weight = temper(ratios, max(6.0 * size, 2.0 * _CHAINS))
    middle = weight @ parameters
    apart = parameters - middle
    covariance = (apart * weight[:, None]).T @ apart
    covariance = 0.95 * covariance + 0.05 * np.diag(np.diag(covariance))
    values, vectors = np.linalg.eigh(covariance)
    root = vectors * np.sqrt(np.maximum(values, 1e-8 * max(values.max(), 1e-12)))
    # Systematic resampling: a place is taken as often as its weight says, to within one.
    picks = np.searchsorted(np.cumsum(weight), (np.arange(_CHAINS) + rng.random()) / _CHAINS).clip(0, len(parameters) - 1)
    with np.errstate(all="ignore"), threadpool_limits(1, user_api="blas"):
        trail = _move(parameters[picks], density, root, rng)
    reduction, effective = measure_agreement(watch(trail.reshape(-1, size)).reshape(*trail.shape[:2], -1))
    settled = np.isfinite(reduction).all() and reduction.max() <= _AGREEMENT and effective.min() >= _ENOUGH
    return trail.reshape(-1, size) if settled else None


def _move(places: Array, density: Density, root: Array, rng: np.random.Generator) -> Array:
    """Hamiltonian moves of all chains side by side; the places kept, (times, chains, size)."""
    step = 0.9 * places.shape[1] ** -0.25
    value, slope = density(places)
    trail = np.empty((_KEEP, *places.shape))
    for time in range(_WARM + _KEEP):
        stride = step * (0.35 if rng.random() < 0.1 else rng.uniform(0.75, 1.1))
        momentum = rng.standard_normal(places.shape)
        energy = value - 0.5 * (momentum * momentum).sum(axis=1)
        place, new_value, new_slope = places, value, slope
        leaps = max(1, min(round(rng.uniform(1.5, 2.5) / stride), 16))
        for _ in range(leaps):
            momentum = momentum + 0.5 * stride * new_slope @ root
            place = place + stride * momentum @ root.T
            new_value, new_slope = density(place)
            momentum = momentum + 0.5 * stride * new_slope @ root
        gain = new_value - 0.5 * (momentum * momentum).sum(axis=1) - energy
        chance = np.exp(np.minimum(np.where(np.isfinite(gain), gain, -np.inf), 0.0))
        taken = rng.random(len(places)) < chance
        places = np.where(taken[:, None], place, places)
        value, slope = np.where(taken, new_value, value), np.where(taken[:, None], new_slope, slope)
        if time < _WARM:
            step = float(np.clip(step * np.exp(0.5 * (chance.mean() - 0.8)), 0.02, 1.5))
        else:
            trail[time - _WARM] = places
    return trail
