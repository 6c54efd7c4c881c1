"""How far chains step in each direction: the shape of a density near its middle, learnt from its curvature and from the chains.

In: a curvature, or draws. Out: a change of coordinates in which the density is about a standard normal. There are two shapes:
one table for all parameters, and an arrow, where parts have parameters of their own that meet only through those of all.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Density = Callable[[Array], tuple[Array, Array]]
_FAR = 60
"""Most steps to a mode of many parameters."""
_LENGTHS = (1.5, 1.0, 0.6, 0.35, 0.15, 0.05, 0.01)
_SETTLED = 0.5
"""A gain in log density below which such a mode is near enough."""
_PRIOR_DRAWS = 150.0
"""So many draws the shape that was known before is worth, when an arrow learns from chains."""


class Metric(Protocol):
    """A change of coordinates."""

    def spread(self, normal: Array) -> Array:
        """Standard normals to steps of the parameters, (batch, size)."""

    def gather(self, slope: Array) -> Array:
        """Slopes for the parameters to slopes for the standard normals, (batch, size)."""

    def learn(self, draws: Array) -> Metric:
        """The metric that draws of the density, (draws, size), suggest."""


def find_root(covariance: Array) -> Array:
    """A root of a covariance, or of what is nearly one."""
    values, vectors = np.linalg.eigh((covariance + covariance.T) / 2)
    return np.asarray(vectors * np.sqrt(np.maximum(values, 1e-8 * max(values.max(), 1e-12))))


class Full:
    """One table for all parameters.

    Args:
        root: of the covariance, (size, size).
    """

    def __init__(self, root: Array) -> None:
        self.root = root

    def spread(self, normal: Array) -> Array:
        """As `Metric.spread`."""
        return np.asarray(normal @ self.root.T)

    def gather(self, slope: Array) -> Array:
        """As `Metric.gather`."""
        return np.asarray(slope @ self.root)

    def learn(self, draws: Array) -> Full:
        """As `Metric.learn`; the old one is forgotten."""
        size = draws.shape[1]
        own = np.cov(draws.T, ddof=1).reshape(size, size)
        # A little of the diagonal keeps the metric well conditioned with few draws.
        return Full(find_root(0.95 * own + 0.05 * np.diag(np.diag(own))))


class Arrow:
    """Parts that meet only through what they share: the work grows with the parts, not with their square.

    Args:
        parts: places of each part's own parameters, (parts, own); all others are shared.
        size: of all.
        shared_root: root of the shared parameters' covariance, (shared, shared).
        own_root: of each part's own where the shared are known, (parts, own, own).
        follow: by how much each part's own follow the shared, (parts, own, shared).
    """

    def __init__(self, parts: NDArray[np.int64], size: int, shared_root: Array, own_root: Array, follow: Array) -> None:
        self.parts, self.size = parts, size
        self.shared = np.setdiff1d(np.arange(size), parts.ravel())
        self.shared_root, self.own_root, self.follow = shared_root, own_root, follow

    def spread(self, normal: Array) -> Array:
        """As `Metric.spread`."""
        step = np.empty_like(normal)
        shared = normal[:, self.shared] @ self.shared_root.T
        step[:, self.shared] = shared
        own = normal[:, self.parts].transpose(1, 0, 2) @ self.own_root.transpose(0, 2, 1) + shared @ self.follow.transpose(0, 2, 1)
        step[:, self.parts] = own.transpose(1, 0, 2)
        return step

    def gather(self, slope: Array) -> Array:
        """As `Metric.gather`."""
        step = np.empty_like(slope)
        own = slope[:, self.parts].transpose(1, 0, 2)
        step[:, self.parts] = (own @ self.own_root).transpose(1, 0, 2)
        step[:, self.shared] = (slope[:, self.shared] + (own @ self.follow).sum(axis=0)) @ self.shared_root
        return step

    def learn(self, draws: Array) -> Arrow:
        """As `Metric.learn`; the old one counts for some draws, for there are seldom more draws than parameters."""
        apart = draws - draws.mean(axis=0)
        shared = apart[:, self.shared]
        own = apart[:, self.parts].transpose(1, 0, 2) - shared @ self.follow.transpose(0, 2, 1)
        return Arrow(
            self.parts,
            self.size,
            self.shared_root @ _find_stretch(np.linalg.solve(self.shared_root, shared.T).T),
            np.stack([root @ _find_stretch(np.linalg.solve(root, each.T).T) for root, each in zip(self.own_root, own, strict=True)]),
            self.follow,
        )


def _find_stretch(normal: Array) -> Array:
    """Root of the covariance of what should be standard normals, drawn towards them as if they were some draws more."""
    count, size = normal.shape
    return find_root((normal.T @ normal + _PRIOR_DRAWS * np.eye(size)) / (count + _PRIOR_DRAWS))


def curve(density: Density, place: Array, step: float = 1e-3) -> tuple[Array, Array]:
    """Eigenvalues and vectors of the curvature of minus the log density, from differences of its gradient."""
    moves = np.eye(len(place)) * step
    _, slopes = density(np.concatenate([place + moves, place - moves]))
    half = len(place)
    hessian = -(slopes[:half] - slopes[half:]) / (2 * step)
    values, vectors = np.linalg.eigh((hessian + hessian.T) / 2)
    return values, vectors


def measure_full(density: Density, mode: Array) -> Full:
    """The metric of the normal that fits a density at its mode."""
    values, vectors = curve(density, mode)
    return Full(find_root(np.asarray((vectors / np.maximum(values, 0.05)) @ vectors.T)))


@dataclass(frozen=True, slots=True)
class Parted:
    """Which parameters and which statements are of which part, where a density has many.

    Args:
        tell: parameters (batch, size) to what each statement reports before its own error, (batch, statements).
        weigh: that, (batch, statements), to how firmly each statement holds there: its curvature, never below 0.
        parts: places of each part's own parameters, as many in each.
        about: places of the statements about each part alone.
    """

    tell: Callable[[Array], Array]
    weigh: Callable[[Array], Array]
    parts: Sequence[Sequence[int]]
    about: Sequence[Sequence[int]]


def measure_arrow(parted: Parted, place: Array, step: float = 1e-6) -> Arrow:
    """The metric of a normal that fits a density of many parts near a place: what its statements tell there, and a standard normal prior.

    What binds parts to each other counts for what they share and is otherwise left out. Curvature is that of Gauss and Newton, so that
    a statement far out, whose own curvature is negative, takes nothing away (Nocedal and Wright 2006, section 10.3).

    Args:
        parted: the density's parts.
        place: (size,), near the mode.
        step: of differences, on one side: a shape needs no more digits.
    """
    places = np.array(parted.parts)
    count, own = places.shape
    shared = np.setdiff1d(np.arange(len(place)), places.ravel())
    # A statement about one part does not feel another: all parts can be moved at once.
    moves = np.zeros((own + len(shared), len(place)))
    for number in range(own):
        moves[number, places[:, number]] = 1.0
    moves[own + np.arange(len(shared)), shared] = 1.0
    here = parted.tell(place[None])
    felt = (parted.tell(place + step * moves) - here).T / step
    firm = np.sqrt(parted.weigh(here)[0])[:, None]
    inside, outside = felt[:, :own] * firm, felt[:, own:] * firm
    middle = outside.T @ outside + np.eye(len(shared))
    own_root, follow = np.empty((count, own, own)), np.empty((count, own, len(shared)))
    for number, rows in enumerate(parted.about):
        mine, theirs = inside[list(rows)], outside[list(rows)]
        values, vectors = np.linalg.eigh(mine.T @ mine + np.eye(own))
        own_root[number] = vectors / np.sqrt(values)
        follow[number] = -(vectors / values) @ (vectors.T @ (mine.T @ theirs))
        middle += (mine.T @ theirs).T @ follow[number]
    values, vectors = np.linalg.eigh((middle + middle.T) / 2)
    return Arrow(places, len(place), vectors / np.sqrt(values), own_root, follow)


def find_far_mode(density: Density, parted: Parted, begin: Array) -> tuple[Array, Arrow]:
    """A place near the mode of a density of many parts, and its metric there.

    Gauss and Newton's steps, each as long as gains most; no place is the mode to the last digit, and none need be.
    """
    place = begin.copy()
    value = float(density(place[None])[0][0])
    metric = measure_arrow(parted, place)
    for _ in range(_FAR):
        _, slope = density(place[None])
        way = metric.spread(metric.gather(slope))[0]
        tried = place + np.array(_LENGTHS)[:, None] * way
        reached = density(tried)[0]
        best = int(np.argmax(np.where(np.isfinite(reached), reached, -np.inf)))
        gain = float(reached[best]) - value
        if not gain > _SETTLED:
            break
        place, value = tried[best], float(reached[best])
        metric = measure_arrow(parted, place)
    return place, metric
