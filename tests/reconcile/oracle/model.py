"""The probability model in NumPyro, and draws from it by NUTS (docs/methods.md).

In: a state, what is told, the table. Out: a NumPyro model, its log joint density, and draws of every line.

Source: Phan, Pradhan and Jankowiak 2019, Composable effects for flexible and accelerated probabilistic programming in NumPyro,
arXiv:1912.11554; Hoffman and Gelman 2014, The No-U-Turn sampler, JMLR 15.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import jax
import jax.numpy as jnp
import numpy as np
import numpyro
import numpyro.distributions as dist
from jax import Array
from numpyro.diagnostics import split_gelman_rubin
from numpyro.infer import MCMC, NUTS, init_to_value
from numpyro.infer.util import log_density

from tests.reconcile.oracle.lines import Shapes, State
from tests.reconcile.oracle.told import Told
from unaccounted.reconcile.scales import Scales

numpyro.enable_x64()
SIZE = "log size"
NOBODY, SOFTLY, SETS_IN = 0.3, 0.5, 0.15
"""People at which sizes end, how softly in logs, and over which width in logs the slack of a floor sets in."""


@dataclass(frozen=True)
class Oracle:
    """An account as a model.

    Args:
        state: its lines.
        told: what is told of them.
        scales: the table.
    """

    state: State
    told: Told
    scales: Scales

    def shapes(self) -> Shapes:
        """The standard normals of the model, by name."""
        return {
            **self.state.shapes(),
            "stretch": (),
            "biases": (len(self.told.voices),),
            **({"errors": (len(self.told.tallies),)} if self.told.tallies else {}),
        }

    def model(self) -> None:
        """The model, as NumPyro reads it."""
        scales, told = self.scales, self.told
        normals = {name: numpyro.sample(name, dist.Normal(0, 1).expand(shape).to_event()) for name, shape in self.shapes().items()}
        size = numpyro.sample(SIZE, dist.ImproperUniform(dist.constraints.real, (), ()))
        # Flat in log people down to nobody.
        numpyro.factor("nobody", -0.5 * (jnp.minimum(size - math.log(NOBODY), 0) / SOFTLY) ** 2)
        people = self.count({**normals, SIZE: size})
        stretch = jnp.exp(scales["bias wander"] * normals["stretch"])
        bias = told.bias * stretch * _bend(normals["biases"], scales["bias tail"])[told.voice]
        if told.tallies:
            bias = bias + told.kin * _bend(normals["errors"], scales["error tail"])[told.tally]
        reported = _log_level(jnp.tensordot(told.sees, people, 2))
        beneath = _log_level(jnp.tensordot(told.beneath, people, 2))
        numpyro.factor("told", (told.weight * self._report(reported - jnp.where(told.share, beneath, 0.0) + bias)).sum())

    def count(self, sites: dict[str, Array]) -> Array:
        """People, (lines, dates)."""
        fractions = self.state.run(sites)
        return jnp.stack([fractions[line] for line in self.told.lines]) * jnp.exp(sites[SIZE])

    def _report(self, seen: Array) -> Array:
        """Log probability of each statement, given what its source sees."""
        told, mean = self.told, self.scales["floor slack"]
        value = _log_between((told.low - seen) / told.error, (told.high - seen) / told.error)
        value -= told.floor * SETS_IN / mean * jax.nn.softplus((seen - told.low) / SETS_IN)
        return value - told.ceiling * SETS_IN / mean * jax.nn.softplus((told.high - seen) / SETS_IN)

    def log_joint(self, sites: dict[str, Array]) -> Array:
        """Log joint density of the model's sites, the size's flat prior taken as 1."""
        value: Array = log_density(self.model, (), {}, sites)[0]
        return value

    def draw(self, begin: float, seed: int, chains: int, warm: int, keep: int) -> Draws:
        """Draw by NUTS.

        Args:
            begin: log of the size at which chains begin, all else being at the prior's centre.
            seed: the same seed, the same draws.
            chains: run side by side.
            warm, keep: moves of each.
        """
        start = init_to_value(values={SIZE: jnp.array(begin)} | {name: jnp.zeros(shape) for name, shape in self.shapes().items()})
        # Before the metric is known long trees are wasted.
        kernel = NUTS(self.model, dense_mass=True, max_tree_depth=(6, 10), init_strategy=start)
        run = MCMC(kernel, num_warmup=warm, num_samples=keep, num_chains=chains, chain_method="vectorized", progress_bar=False)
        run.run(jax.random.PRNGKey(seed), extra_fields=("diverging",))
        lines = np.asarray(jax.jit(jax.vmap(jax.vmap(self.count)))(run.get_samples(group_by_chain=True)))
        return Draws(lines.transpose(1, 0, 2, 3), int(run.get_extra_fields()["diverging"].sum()))


@dataclass(frozen=True)
class Draws:
    """What NUTS gave.

    Args:
        lines: people, (times, chains, lines, dates).
        divergent: moves that ran off.
    """

    lines: np.ndarray
    divergent: int

    def find_reduction(self) -> float:
        """Potential scale reduction of the worst line, of split chains of log people."""
        logs = np.log(self.lines + 0.5).transpose(1, 0, 2, 3)
        return float(split_gelman_rubin(logs).max())


def _bend(normal: Array, tail: float) -> Array:
    """Johnson's SU: a normal with both tails bent outward."""
    return jnp.sinh(tail * normal) / tail


def _log_level(people: Array) -> Array:
    """Log people, level below half a person."""
    return 0.5 * jnp.log(people**2 + 0.25)


def _tail(at: Array) -> Array:
    """P(T > at) for `at` >= 0, T a Student t of 4 degrees: with s = at / sqrt(4 + at^2) it is 1/2 - 3/4 (s - s^3 / 3)."""
    root = at / jnp.sqrt(4 + at * at)
    less = 4 / (4 + at * at) / (1 + root)
    # In terms of 1 - s, which keeps its digits far out.
    return less**2 * (3 - less) / 4


def _log_between(low: Array, high: Array) -> Array:
    """Log P(low < T < high)."""
    # The law is symmetric: an interval that lies mostly below nought is turned round, so that tails are subtracted where they are small.
    turned = low + high < 0
    near, far = jnp.where(turned, -high, low), jnp.where(turned, -low, high)
    tail = _tail(jnp.abs(near))
    return jnp.log(jnp.where(near < 0, 1 - tail, tail) - _tail(jnp.abs(far)))
