"""The state in JAX: from standard normals to lines over dates, in fractions of all who ever entered (docs/methods.md, The state).

In: a plan, days, the table of scales, and a dict of normals by name. Out: (cohort, fate) to fractions (dates,).
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

import jax
import jax.numpy as jnp
import numpy as np
from jax import Array

from unaccounted.base.vocabulary import FATES
from unaccounted.reconcile.kin import Family
from unaccounted.reconcile.lines import Plan
from unaccounted.reconcile.scales import Scales

Normals = Mapping[str, Array]
Shapes = dict[str, tuple[int, ...]]
Lines = dict[tuple[str, str], Array]
REST, REMAINING, STAYING = "unaccounted for", "remaining", "staying"


class State(Protocol):
    """A cohort, a line alone, or a family."""

    @property
    def days(self) -> tuple[int, ...]:
        """Ordinals of the dates, rising."""

    def shapes(self) -> Shapes:
        """The normals that it takes, by name."""

    def run(self, normals: Normals) -> Lines:
        """The lines."""


def weigh_periods(days: tuple[int, ...], constant: float) -> np.ndarray:
    """v: 1 for all the time before the first date, 1 - exp(-length / constant) after it; lengths and constant in years."""
    return np.concatenate([[1.0], 1 - np.exp(-np.diff(np.array(days)) / 365.25 / constant)])


def weigh_leaving(days: tuple[int, ...], scales: Scales) -> np.ndarray:
    """v for ways out: the constant is never longer than the span of the account (and a day at least)."""
    return weigh_periods(days, min(scales["years"], max(days[-1] - days[0], 1) / 365.25))


def _logistic(logit: Array) -> Array:
    return 1 / (1 + jnp.exp(-logit))


def _bend_below(normal: Array, tail: float) -> Array:
    """The upper half of a normal as it is, the lower bent outward."""
    return jnp.where(normal < 0, jnp.sinh(tail * normal) / tail, normal)


@dataclass(frozen=True)
class Cohort:
    """One cohort with an entry.

    Args:
        label: its name.
        plan: which lines it has.
        days: ordinals.
        scales: the table.
    """

    label: str
    plan: Plan
    days: tuple[int, ...]
    scales: Scales

    @property
    def ways(self) -> tuple[str, ...]:
        """What a person present in a period can do; the rest are those staying where no line counts these."""
        return (*self.plan.exits, REST, STAYING) if self.plan.remaining else (*self.plan.exits, STAYING)

    def shapes(self) -> Shapes:
        dates, ways, parts, beside = len(self.days), len(self.ways), len(self.plan.parts), len(self.plan.beside)
        made: Shapes = {"usual": (ways,)}
        if dates > 1:
            made |= {"arrivals": (dates,), "drift": (dates, ways)}
        if parts:
            made["parts"] = (dates, parts)
        if beside:
            made["beside"] = (beside,)
            if dates > 1:
                made["beside times"] = (beside, dates)
        return made

    def _weigh_rest(self) -> float:
        """Centre of the log weight of the rest."""
        here = set(self.plan.exits)
        otherwise = {fate.name for fate in FATES.values() if fate.otherwise}
        usual = ({"killed", "died"}, {"detained"}, {"returned", "released"}, otherwise)
        weight = math.exp(self.scales["unreported weight"])
        weight += math.exp(self.scales["unspoken weight"]) * sum(not ways & here for ways in usual)
        return math.log(weight + (0.0 if self.plan.remaining else 1.0))

    def _weigh_ways(self, normals: Normals) -> Array:
        """Log weights, (dates, ways)."""
        scales, ways, dates = self.scales, self.ways, len(self.days)
        rest = len(self.plan.exits)
        usual = [scales["share spread"] * normals["usual"][way] for way in range(len(ways))]
        usual[rest] = self._weigh_rest() + scales["rest spread"] * _bend_below(normals["usual"][rest], scales["rest tail"])
        logits = jnp.tile(jnp.stack(usual), (dates, 1))
        if dates > 1:
            lengths = np.log(weigh_leaving(self.days, scales))
            going = np.array([way != STAYING for way in ways])
            logits = logits + scales["share drift"] * normals["drift"] + lengths[:, None] * going
        return logits

    def _arrive(self, normals: Normals) -> Array:
        """a: the share of all who enter in each period, (dates,)."""
        if len(self.days) == 1:
            return jnp.ones(1)
        late = self.scales["late departures"] if self.plan.entry == "set out" else 0.0
        lengths = np.log(weigh_periods(self.days, self.scales["years"])) + late * (np.arange(len(self.days)) > 0)
        return jax.nn.softmax(lengths + self.scales["arrival spread"] * normals["arrivals"])

    def run(self, normals: Normals) -> Lines:
        plan, scales = self.plan, self.scales
        arrivals = self._arrive(normals)
        shares = jax.nn.softmax(self._weigh_ways(normals), axis=-1)
        staying, steps = jnp.zeros(()), []
        for date in range(len(self.days)):
            steps.append((staying + arrivals[date]) * shares[date])
            staying = steps[-1][-1]
        went = dict(zip(self.ways, jnp.stack(steps).T, strict=True))
        lines = {fate: jnp.cumsum(went[fate]) for fate in plan.exits}
        if plan.remaining:
            lines |= {REST: jnp.cumsum(went[REST]), REMAINING: went[STAYING]}
        else:
            lines[REST] = went[STAYING]
        assert plan.entry is not None
        entry = lines[plan.entry] = jnp.cumsum(arrivals)
        for number, (part, whole) in enumerate(plan.parts):
            share = _logistic(scales["part spread"] * normals["parts"][:, number])
            lines[part] = went[STAYING] * share if whole == REMAINING else jnp.cumsum(went[whole] * share)
        for number, fate in enumerate(plan.beside):
            reached = jnp.ones(1)
            if len(self.days) > 1:
                lengths = np.log(weigh_leaving(self.days, scales))
                reached = jnp.cumsum(jax.nn.softmax(lengths + scales["arrival spread"] * normals["beside times"][number]))
            lines[fate] = entry * _logistic(scales["beside spread"] * normals["beside"][number]) * reached
        return {(self.label, fate): line for fate, line in lines.items()}


@dataclass(frozen=True)
class Line:
    """One line that stands alone, in fractions of what it is at the last date.

    Args:
        label: of its cohort.
        fate: of whom.
        stock: whether it may fall.
        days: ordinals.
        scales: the table.
    """

    label: str
    fate: str
    stock: bool
    days: tuple[int, ...]
    scales: Scales

    def shapes(self) -> Shapes:
        dates = len(self.days)
        if dates == 1:
            return {}
        return {"wander": (dates - 1,)} if self.stock else {"arrivals": (dates,)}

    def run(self, normals: Normals) -> Lines:
        years = np.diff(np.array(self.days)) / 365.25
        if len(self.days) == 1:
            line = jnp.ones(1)
        elif self.stock:
            steps = self.scales["walk"] * np.sqrt(years) * normals["wander"]
            line = jnp.exp(jnp.array([steps[date:].sum() for date in range(len(self.days))]))
        else:
            lengths = np.log(weigh_leaving(self.days, self.scales))
            line = jnp.cumsum(jax.nn.softmax(lengths + self.scales["arrival spread"] * normals["arrivals"]))
        return {(self.label, self.fate): line}


@dataclass(frozen=True)
class Parts:
    """A family: parts that make up a whole, each with a state of its own, in fractions of the whole of all.

    Args:
        part: the state of any one part.
        family: which parts there are and which wholes they make.
    """

    part: Cohort | Line
    family: Family

    @property
    def days(self) -> tuple[int, ...]:
        return self.part.days

    def shapes(self) -> Shapes:
        leaves = len(self.family.leaves)
        made: Shapes = {"sizes": (leaves,)}
        for name, shape in self.part.shapes().items():
            made[f"common {name}"] = shape
            made[f"own {name}"] = (leaves, *shape)
        return made

    def run(self, normals: Normals) -> Lines:
        scales, leaves = self.part.scales, self.family.leaves
        like = scales["likeness"]
        sizes = jax.nn.softmax(scales["partition spread"] * normals["sizes"])

        def run_one(own_normals: dict[str, Array]) -> dict[str, Array]:
            mine = {name: like * normals[f"common {name}"] + math.sqrt(1 - like**2) * own_normals[name] for name in self.part.shapes()}
            return {fate: line for (_, fate), line in self.part.run(mine).items()}

        alone = jax.vmap(run_one, axis_size=len(leaves))({name: normals[f"own {name}"] for name in self.part.shapes()})
        made = [*self.family.wholes, *((leaf, (leaf,)) for leaf in leaves)]
        sums = np.array([[leaf in inner for leaf in leaves] for _, inner in made])
        return {
            (label, fate): line
            for fate, lines in alone.items()
            for (label, _), line in zip(made, sums @ (sizes[:, None] * lines), strict=True)
        }
