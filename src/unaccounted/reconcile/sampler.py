"""Draws from a log density with a gradient: many Hamiltonian chains side by side, and whether they agree.

In: a batched log density. Out: draws and how well the chains agree, or the plain word that they do not. Deterministic by
seed. It knows nothing of accounts.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

from unaccounted.reconcile.metric import Density, Metric, Parted, curve, find_far_mode, measure_full

Array = NDArray[np.float64]
Jump = Callable[[Array, np.random.Generator], tuple[Array, Array]]
"""Proposes other places, (chains, size) to the same and the log change of volume (chains,); as likely there as back."""


_NEWTON = 40
"""Most steps to the mode."""
_LENGTHS = (2.0, 1.0, 0.5, 0.2, 0.05, 0.01)
_STRIDE = 4.0
"""The longest step of one parameter."""
_SETTLED = 0.02
"""A gain in log density below which the mode is reached."""
_LEAPS = 32
"""Most gradient steps of one move."""
_NEARER = 0.8
"""Chains of many parameters begin so far out, in standard deviations: the mode's curvature overstates some."""


@dataclass(frozen=True, slots=True)
class Effort:
    """How much work to spend.

    Args:
        chains: run side by side.
        warm: iterations of each of the warm-up rounds.
        keep: iterations kept.
        stretches: how many times the run may be made longer before it is given up.
        agreement: largest potential scale reduction allowed.
        enough: least effective number of draws; with fewer the sample has not converged.
        aim: effective number of draws for which the run is made longer; reaching `enough` will do in the end.
    """

    chains: int = 64
    warm: tuple[int, ...] = (12, 16, 16)
    keep: int = 20
    stretches: int = 4
    agreement: float = 1.2
    enough: float = 400.0
    aim: float = 400.0


@dataclass(frozen=True, slots=True)
class Sample:
    """What came out.

    Args:
        draws: (draws, size).
        agreement: potential scale reduction of the worst watched quantity.
        effective: effective number of draws of the worst watched quantity.
        converged: whether both are within what was asked.
        settled: the same of each watched quantity.
    """

    draws: Array
    agreement: float
    effective: float
    converged: bool
    settled: NDArray[np.bool_]


def find_mode(density: Density, begin: Array) -> Array:
    """The nearest mode, by Newton's method; the curvature is taken as positive, and several lengths of each step are tried at once."""
    place = begin.copy()
    value = float(density(place[None])[0][0])
    for _ in range(_NEWTON):
        _, slope = density(place[None])
        values, vectors = curve(density, place)
        step = vectors @ ((vectors.T @ slope[0]) / np.maximum(np.abs(values), 0.3))
        longest = float(np.abs(step).max())
        tried = place + np.array(_LENGTHS)[:, None] * step * min(1.0, _STRIDE / max(longest, 1e-12))
        reached = density(tried)[0]
        best = int(np.argmax(np.where(np.isfinite(reached), reached, -np.inf)))
        gain = float(reached[best]) - value
        if not gain > _SETTLED:
            break
        place, value = tried[best], float(reached[best])
    return place


class _Chains:
    """Chains in coordinates in which the density is about a standard normal."""

    def __init__(self, density: Density, places: Array, metric: Metric, jump: Jump | None, rng: np.random.Generator) -> None:
        self.density, self.jump, self.rng = density, jump, rng
        self.places = places
        self.value, self.slope = density(places)
        self.step = 0.9 * places.shape[1] ** -0.25
        self.metric = metric

    def move(self) -> float:
        """One Hamiltonian move of each chain; returns the mean acceptance."""
        rng, metric = self.rng, self.metric
        chains, size = self.places.shape
        # One move in ten takes small steps, so that a chain in a narrow place gets out of it.
        step = self.step * (0.35 if rng.random() < 0.1 else rng.uniform(0.75, 1.1))
        leaps = max(1, min(round(rng.uniform(1.5, 2.5) / step), _LEAPS))
        momentum = rng.standard_normal((chains, size))
        before = self.value - 0.5 * (momentum * momentum).sum(axis=1)
        place, value, slope = self.places, self.value, self.slope
        momentum = momentum + 0.5 * step * metric.gather(slope)
        for leap in range(leaps):
            place = place + step * metric.spread(momentum)
            value, slope = self.density(place)
            momentum = momentum + (step if leap < leaps - 1 else 0.5 * step) * metric.gather(slope)
        after = value - 0.5 * (momentum * momentum).sum(axis=1)
        change = np.where(np.isfinite(after), after - before, -np.inf)
        chance = np.exp(np.minimum(change, 0.0))
        self._take(rng.random(chains) < chance, place, value, slope)
        if self.jump is not None:
            place, volume = self.jump(self.places, rng)
            value, slope = self.density(place)
            gain = value + volume - self.value
            gain = np.where(np.isfinite(gain), gain, -np.inf)
            self._take(rng.random(chains) < np.exp(np.minimum(gain, 0.0)), place, value, slope)
        return float(chance.mean())

    def _take(self, taken: NDArray[np.bool_], place: Array, value: Array, slope: Array) -> None:
        self.places = np.where(taken[:, None], place, self.places)
        self.value = np.where(taken, value, self.value)
        self.slope = np.where(taken[:, None], slope, self.slope)

    def run(self, times: int, tune: bool) -> Array:
        """Move so many times; returns the places, (times, chains, size)."""
        trail = np.empty((times, *self.places.shape))
        for time in range(times):
            accepted = self.move()
            if tune:
                self.step = float(np.clip(self.step * np.exp(0.5 * (accepted - 0.7)), 0.02, 1.5))
            trail[time] = self.places
        return trail


def _spread_start(density: Density, mode: Array, metric: Metric, chains: int, rng: np.random.Generator) -> Array:
    """Places around the mode with heavy tails, chosen by importance so that none begins in a desert."""
    tries = chains * 6
    size = len(mode)
    normal = rng.standard_normal((tries, size))
    stretch = np.sqrt(rng.chisquare(6, tries) / 6)
    places = mode + metric.spread(normal / stretch[:, None])
    value, _ = density(places)
    distance = (normal / stretch[:, None]) ** 2
    proposal = -0.5 * (6 + size) * np.log1p(distance.sum(axis=1) / 6)
    weight = np.where(np.isfinite(value), value - proposal, -np.inf)
    if not np.isfinite(weight).any():
        raise _NoStart
    # Half the exponent: flat enough to keep the places apart.
    weight = np.exp(0.5 * (weight - weight.max()))
    chosen = (
        rng.choice(tries, size=chains, replace=False, p=weight / weight.sum())
        if (weight > 0).sum() >= chains
        else np.argsort(-weight)[:chains]
    )
    return np.asarray(places[chosen])


def measure_agreement(trail: Array) -> tuple[Array, Array]:
    """Potential scale reduction of split chains of normal scores of ranks, and effective draws.

    Args:
        trail: (times, chains, quantities).

    Returns:
        Two arrays (quantities,).

    Source:
        Gelman and Rubin 1992, doi:10.1214/ss/1177011136; split and by ranks as in Vehtari et al. 2021, doi:10.1214/20-BA1221. With
        many short chains the spread of their means gives the effective number directly: chains that keep to modes of
        their own are worth about one draw each, and are refused.
    """
    from scipy.special import ndtri

    times, chains, quantities = trail.shape
    flat = trail.reshape(-1, quantities)
    order = flat.argsort(axis=0, kind="stable")
    ordered = np.take_along_axis(flat, order, axis=0)
    placed = np.repeat(np.arange(len(flat), dtype=float)[:, None], quantities, axis=1)
    alike = ordered[1:] == ordered[:-1]
    for column in np.flatnonzero(alike.any(axis=0)):
        # Draws that are alike have one rank; else their order in time would look like a drift.
        begins = np.flatnonzero(np.concatenate([[True], ~alike[:, column]]))
        lengths = np.diff(np.append(begins, len(flat)))
        placed[:, column] = np.repeat(begins + (lengths - 1) / 2, lengths)
    ranks = np.empty(order.shape)
    np.put_along_axis(ranks, order, placed, axis=0)
    trail = ndtri((ranks + 0.625) / (times * chains + 0.25)).reshape(trail.shape)
    half = times // 2
    split = np.concatenate([trail[:half], trail[-half:]], axis=1)
    within = split.var(axis=0, ddof=1).mean(axis=0)
    between = split.mean(axis=0).var(axis=0, ddof=1)
    total = within * (half - 1) / half + between
    still = total < 1e-12
    effective = np.where(still, np.inf, split.shape[1] * total / np.maximum(between, 1e-12))
    return np.where(still, 1.0, np.sqrt(total / np.maximum(within, 1e-12))), np.minimum(effective, split.shape[0] * split.shape[1])


def draw_sample(
    density: Density,
    begin: Array,
    watch: Callable[[Array], Array],
    seed: int,
    effort: Effort,
    jump: Jump | None = None,
    parted: Parted | None = None,
) -> Sample:
    """Draw from a density.

    Args:
        density: (batch, size) to log density (batch,) and gradient (batch, size).
        begin: where to look for the mode.
        watch: draws to the quantities (draws, quantities) on which chains must agree.
        seed: the same seed, the same draws.
        effort: how much work to spend.
        jump: a move of the density's own, for a direction in which its shape bends.
        parted: which parameters are of which part, where there are many.
    """
    rng = np.random.default_rng([20120624, seed])
    try:
        # A chain that runs off overflows; its move is refused, and nobody need be told. Products are small: more threads than one
        # cost more than they gain, and their number would change the last digits.
        with np.errstate(all="ignore"), threadpool_limits(1, user_api="blas"):
            return _draw(density, begin, watch, rng, effort, jump, parted)
    except (np.linalg.LinAlgError, FloatingPointError, _NoStart):
        return Sample(np.empty((0, len(begin))), math.inf, 0.0, False, np.zeros(0, dtype=bool))


class _NoStart(Exception):
    """No place was found from which a chain could begin."""


def _draw(
    density: Density,
    begin: Array,
    watch: Callable[[Array], Array],
    rng: np.random.Generator,
    effort: Effort,
    jump: Jump | None,
    parted: Parted | None,
) -> Sample:
    if parted is None:
        mode = find_mode(density, begin)
        metric: Metric = measure_full(density, mode)
        places = _spread_start(density, mode, metric, effort.chains, rng)
    else:
        mode, metric = find_far_mode(density, parted, begin)
        # Of so many parameters no weight tells good places from bad: all are about as far out as draws are.
        places = mode + metric.spread(_NEARER * rng.standard_normal((effort.chains, len(mode))))
    chains = _Chains(density, places, metric, jump, rng)
    for times in effort.warm:
        trail = chains.run(times, tune=True)
        chains.metric = chains.metric.learn(trail[times // 2 :].reshape(-1, len(mode)))
    keep = effort.keep
    for _ in range(effort.stretches + 1):
        trail = chains.run(keep, tune=False)
        flat = trail.reshape(-1, len(mode))
        watched = watch(flat).reshape(*trail.shape[:2], -1)
        reduction, effective = measure_agreement(watched)
        agreement, fewest = float(reduction.max()), float(effective.min())
        converged = bool(np.isfinite(agreement)) and agreement <= effort.agreement and fewest >= effort.enough
        if converged and fewest >= effort.aim:
            break
        keep *= 2
    settled = (reduction <= effort.agreement) & (effective >= effort.enough)
    return Sample(flat, agreement, fewest, converged, settled)
