"""Moves of the chains' own, along the directions in which an account's density bends or has two hills.

In: a posterior and places. Out: other places to propose, with the logarithm of how much each move stretches volume. They
change no probability; without them chains would take long to agree.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from unaccounted.reconcile.lines import REST
from unaccounted.reconcile.posterior import Posterior
from unaccounted.reconcile.states import Compartments

Array = NDArray[np.float64]


def propose_jump(posterior: Posterior, parameters: Array, rng: np.random.Generator) -> tuple[Array, Array]:
    """One of three moves for all chains, each as likely there as back.

    Args:
        posterior: whose parameters they are.
        parameters: (chains, size).
        rng: of the run.

    Returns:
        Places (chains, size), and the log of the change of volume (chains,).
    """
    steps = np.where(rng.random(len(parameters)) < 0.5, 0.4, 1.5) * rng.standard_normal(len(parameters))
    kind = rng.integers(3)
    if kind == 0:
        return _change_one_source(posterior, parameters, steps, rng)
    if kind == 1 and isinstance(posterior.state, Compartments):
        return _change_rest(posterior, posterior.state, parameters, steps)
    return _change_all_sources(posterior, parameters, steps)


def _change_one_source(posterior: Posterior, parameters: Array, steps: Array, rng: np.random.Generator) -> tuple[Array, Array]:
    """Another bias of one source, another error of an origin, or another stretch of all biases."""
    moved = parameters.copy()
    changed = rng.integers(posterior.stretch, posterior.size, len(parameters))
    moved[np.arange(len(parameters)), changed] += steps
    return moved, np.zeros(len(parameters))


def _change_rest(posterior: Posterior, state: Compartments, parameters: Array, steps: Array) -> tuple[Array, Array]:
    """More or fewer in the rest and the size with it, while all other lines keep about their people: a shear."""
    rest = state.columns.index(REST)
    moved = parameters.copy()
    moved[:, 1 + state.rest_parameter] += steps
    for sign, places in ((1.0, parameters), (-1.0, moved)):
        fractions, _ = state.run(np.ascontiguousarray(places[:, posterior.normal].T))
        moved[:, 0] += sign * np.log1p(-np.minimum(fractions[-1, rest], 1 - 1e-9))
    return moved, np.zeros(len(parameters))


def _change_all_sources(posterior: Posterior, parameters: Array, steps: Array) -> tuple[Array, Array]:
    """A larger or smaller account, and every source that counts people as much less or more biased.

    What they say is met as before, so this is the way from the hill on which one source is right to that on which another is.
    """
    voices = len(posterior.voices)
    counts = (posterior.voice_of[~posterior.is_share] > 0).any(axis=0)
    leaning = posterior.read_leaning(parameters)[:, :voices]
    by = 0.6 * steps
    moved = parameters.copy()
    shifted = leaning - np.where(counts, by[:, None] / posterior.voice_scale, 0.0)
    before, after = (posterior.place_biases(parameters, each) for each in (leaning, shifted))
    moved[:, posterior.latent.start : posterior.latent.start + voices] = after[0]
    moved[:, 0] += by * (1 - (posterior.made_up[:voices] / posterior.voice_scale) @ counts)
    return moved, after[1] - before[1]
