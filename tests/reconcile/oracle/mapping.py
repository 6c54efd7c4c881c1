"""The one place that knows how our density lays out its parameters: from them to the oracle's sites, in JAX.

If the density is parametrised otherwise, only `map_parameters` changes. How volume changes on the way is found by `log_joint_of` from the
derivatives of `map_parameters` itself, so that it cannot be forgotten.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import jax
import jax.numpy as jnp
from jax import Array

from tests.reconcile.oracle.model import SIZE, Oracle
from unaccounted.reconcile.lone import LoneLine
from unaccounted.reconcile.partition import Partition
from unaccounted.reconcile.posterior import Posterior
from unaccounted.reconcile.states import Compartments

_BLOCKS = ("usual", "arrivals", "drift", "parts", "beside", "beside times")


def _take(values: Array, names: list[str], shapes: dict[str, tuple[int, ...]], prefix: str = "") -> dict[str, Array]:
    """Cut the last axis into blocks, in order."""
    taken, at = {}, 0
    for name in names:
        shape = shapes[prefix + name]
        # A block of each part has the parts as its first axis, as the values have.
        size = math.prod(shape[values.ndim - 1 :])
        taken[prefix + name] = values[..., at : at + size].reshape(shape)
        at += size
    assert at == values.shape[-1]
    return taken


def map_parameters(posterior: Posterior, oracle: Oracle, place: Array) -> dict[str, Array]:
    """Our density's parameters, (size,), as the oracle's sites."""
    shapes, scales = oracle.shapes(), oracle.scales
    voices = len(posterior.voices)
    stretch, biases, errors = place[posterior.stretch], place[posterior.latent][:voices], place[posterior.latent][voices:]
    # The first parameter is the log of the size less what the sources' biases and the tallies' errors make up for; of a source that says
    # much the bias itself is the parameter.
    wider, bend, plain = jnp.exp(scales["bias wander"] * stretch), scales["bias tail"], jnp.array(posterior.leaning.plain)
    leaning = jnp.where(plain, biases, wider * jnp.sinh(bend * biases) / bend)
    drawn = jnp.where(plain, jnp.arcsinh(bend * biases / wider) / bend, biases)
    erred = jnp.sinh(scales["error tail"] * errors) / scales["error tail"]
    sites = {
        SIZE: place[0] - leaning @ posterior.made_up[:voices] - erred @ posterior.made_up[voices:],
        "stretch": stretch,
        "biases": drawn[jnp.array([posterior.voices.index(voice) for voice in oracle.told.voices])],
    }
    if oracle.told.tallies:
        sites["errors"] = errors[jnp.array([posterior.tallies.index(tally) for tally in oracle.told.tallies])]
    normal, state = place[posterior.normal], posterior.state
    if not isinstance(state, Partition):
        return sites | _take(normal, _order(state), shapes)
    names, parts = _order(state.part), state.parts
    common, own, sizes = jnp.split(normal, [state.part.size, len(normal) - parts])
    sites |= {"sizes": sizes} | _take(common, names, shapes, "common ")
    kept = [name for name in names if f"own {name}" in shapes]
    return sites | _take(own.reshape(parts, -1), kept, shapes, "own ")


def _order(state: Compartments | LoneLine) -> list[str]:
    """Blocks of a state's parameters in the order in which it has them, by the oracle's names."""
    if isinstance(state, LoneLine):
        return [] if state.dates == 1 else ["wander" if state.stock else "arrivals"]
    return [name for name in _BLOCKS if name in state._layout]


def log_joint_of(posterior: Posterior, oracle: Oracle) -> Callable[[Array], Array]:
    """The oracle's log density of our parameters: its log joint at the sites that they mean, and the log of how volume changes."""

    def flatten(place: Array) -> Array:
        sites = map_parameters(posterior, oracle, place)
        return jnp.concatenate([sites[name].ravel() for name in sorted(sites)])

    def log_joint(place: Array) -> Array:
        _, volume = jnp.linalg.slogdet(jax.jacfwd(flatten)(place))
        return oracle.log_joint(map_parameters(posterior, oracle, place)) + volume

    return log_joint
